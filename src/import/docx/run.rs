//! What stands within a paragraph: words, breaks, marks of notes, fields, links, signs.

use roxmltree::Node;

use super::field::leads_out;
use super::line::Look;
use super::sign::sign;
use super::story::{Paragraph, Story, Where};
use super::tally::Kind;
use super::xml::{Element as _, Owner};

impl<'a, 'i> Story<'_, 'a, 'i> {
    /// What lies in a paragraph, or in an element within it.
    pub(super) fn runs(&mut self, node: Node<'a, 'i>, paragraph: &mut Paragraph<'a>) {
        for child in node.children().filter(Node::is_element) {
            match child.kind() {
                (Owner::Word, "r") => self.run(child, paragraph),
                (Owner::Word, "hyperlink") => {
                    let address = child.relation().and_then(|id| self.relations.address(id));
                    match address.filter(|address| leads_out(address)) {
                        Some(address) => {
                            self.fields.simple(&format!("HYPERLINK \"{address}\""));
                            self.runs(child, paragraph);
                            self.fields.end();
                        }
                        None => self.runs(child, paragraph),
                    }
                }
                (Owner::Word, "fldSimple") => {
                    self.fields.simple(child.value("instr").unwrap_or_default());
                    self.runs(child, paragraph);
                    self.fields.end();
                }
                (Owner::Math, "t") => self.write(child.text().unwrap_or_default(), Look::default()),
                (Owner::Math, "r") => self.runs(child, paragraph),
                // Boxes may hang on what is no run, and tables stand nowhere in a paragraph.
                (Owner::Word, "txbxContent") => self.boxes.push(child),
                _ => {
                    if let Some(inner) = self.shown(child) {
                        self.runs(inner, paragraph);
                    }
                }
            }
        }
    }

    /// Words that look alike.
    fn run(&mut self, node: Node<'a, 'i>, paragraph: &mut Paragraph<'a>) {
        let properties = node.child("rPr");
        let style = properties.and_then(|it| it.setting("rStyle"));
        let styles = &self.looks.styles;
        let own = |name: &str| properties.and_then(|it| it.switch(name));
        let by_style = |part: fn(&super::styles::Style) -> Option<bool>| styles.row(style).find_map(part);
        let hidden = own("vanish").or_else(|| by_style(|it| it.hidden)).unwrap_or(paragraph.hidden);
        if hidden {
            // Fields and what they say go on within hidden words.
            let has_words =
                node.children().any(|it| it.is("t") && it.text().is_some_and(|it| !it.trim().is_empty()));
            if has_words {
                self.counts.tally.add(Kind::Hidden, &self.here());
            }
        }
        let look = Look {
            bold: own("b").or_else(|| by_style(|it| it.bold)).unwrap_or(false),
            italic: own("i").or_else(|| by_style(|it| it.italic)).unwrap_or(false),
        };
        self.pieces(node, look, hidden, paragraph);
    }

    fn pieces(&mut self, node: Node<'a, 'i>, look: Look, hidden: bool, paragraph: &mut Paragraph<'a>) {
        let mut chosen = false;
        for child in node.children().filter(Node::is_element) {
            let (owner, name) = child.kind();
            if owner != Owner::Word {
                if let Some(inner) = self.shown(child) {
                    self.pieces(inner, look, hidden, paragraph);
                }
                continue;
            }
            match name {
                "fldChar" => match child.value("fldCharType") {
                    Some("begin") => self.fields.begin(),
                    Some("separate") => self.fields.separate(),
                    Some("end") => self.fields.end(),
                    _ => {}
                },
                "instrText" => self.fields.instruct(child.text().unwrap_or_default()),
                "txbxContent" => self.boxes.push(child),
                _ if hidden => {}
                // It was read with its mark.
                "t" if chosen => {}
                "t" => self.write(child.text().unwrap_or_default(), look),
                // A tabulator is a blank of some width; one that Word may break a word at is nothing until it does.
                "tab" | "ptab" => self.write(" ", look),
                "noBreakHyphen" => self.write("-", look),
                "sym" => {
                    let sign = sign(
                        child.value("font").unwrap_or_default(),
                        child.value("char").unwrap_or_default(),
                    );
                    self.write(sign.encode_utf8(&mut [0; 4]), look);
                }
                "br" | "cr" => self.line_break(child, paragraph),
                "footnoteReference" | "endnoteReference" => {
                    chosen = self.note(child, node, name == "endnoteReference");
                }
                "commentReference" => self.counts.tally.add(Kind::Comment, &self.here()),
                "softHyphen" | "footnoteRef" | "endnoteRef" | "lastRenderedPageBreak" => {}
                _ => {
                    if let Some(inner) = self.shown(child) {
                        self.pieces(inner, look, hidden, paragraph);
                    }
                }
            }
        }
    }

    fn write(&mut self, words: &str, look: Look) {
        if !self.fields.are_printed(self.place == Where::Margin) {
            return;
        }
        // The sign that a word may be broken at is none of the word, and a hyphen that no line ends at is a hyphen.
        // A line's end within the XML is a blank.
        let words = words.replace('\u{AD}', "").replace('\u{2011}', "-").replace(['\n', '\r', '\t'], " ");
        self.line.words(&words, look, self.fields.link());
    }

    fn line_break(&mut self, node: Node<'a, 'i>, paragraph: &mut Paragraph<'a>) {
        if !self.fields.are_printed(false) {
            return;
        }
        // What stands on the next page is another paragraph to its reader. Which page that is only Word knows.
        if node.value("type") == Some("page") && self.place == Where::Body {
            self.flush(paragraph);
        } else {
            self.line.line_break();
        }
    }

    /// The mark of a note, and whether the words behind it in the same run are those that the writer has chosen for it.
    fn note(&mut self, node: Node<'a, 'i>, run: Node<'a, 'i>, is_endnote: bool) -> bool {
        let Some(id) = node.value("id") else { return false };
        let chosen = node.value("customMarkFollows").is_some_and(|it| matches!(it, "1" | "true" | "on"));
        let label = chosen.then(|| {
            let words = run.children().filter(|it| it.is("t")).filter_map(|it| it.text());
            words.collect::<String>().trim().to_owned()
        });
        let here = self.here();
        match self.counts.marks.mark(id, is_endnote, label, &here) {
            Some(index) => self.line.mark(index),
            None => self.counts.tally.add(Kind::NoNote, &here),
        }
        chosen
    }
}
