//! What stands within a line: words with their looks, marks of notes, and the notes themselves.

use roxmltree::Node;

use crate::import::{Inline, Note};

use super::body::{Reader, before_element};
use super::words::{Look, Words, plain};
use super::{child, name};

/// Elements that stand within a line.
const WITHIN_LINES: [&str; 35] = [
    "nadruk",
    "extref",
    "intref",
    "noot",
    "nootref",
    "sup",
    "inf",
    "sub",
    "naam",
    "voornaam",
    "achternaam",
    "voorvoegsels",
    "tussenvoegsel",
    "politiek",
    "functie",
    "datum",
    "plaats",
    "ondernummer",
    "dossiernr",
    "rijkswetnr",
    "kamervraagonderwerp",
    "organisatie",
    "vet",
    "cur",
    "i",
    "b",
    "u",
    "br",
    "ins",
    "del",
    "redactie",
    "begrip",
    "afkorting",
    "titeldeel",
    "spatie",
];

/// Whether an element is known to stand within a line.
pub(super) fn is_known_inline(node: Node<'_, '_>) -> bool {
    WITHIN_LINES.contains(&name(node))
}

/// Whether words stand right in an element.
fn holds_words(node: Node<'_, '_>) -> bool {
    node.children().any(|part| part.is_text() && part.text().is_some_and(|text| !text.trim().is_empty()))
}

/// Elements that surely stand on their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "al" | "al-groep"
            | "lijst"
            | "li"
            | "table"
            | "tgroup"
            | "kop"
            | "tussenkop"
            | "divisie"
            | "tekst"
            | "motie"
            | "spreekbeurt"
            | "spreker"
            | "noot.al"
            | "vraag"
            | "antwoord"
            | "citaat"
            | "definitielijst"
            | "bijlage"
            | "ondertekening"
            | "titel"
            | "artikel"
            | "lid"
    )
}

impl<'a, 'i> Reader<'_, 'a, 'i> {
    /// Whether an element stands within a line. One that is not known does where it stands among words and is no more than words.
    pub(super) fn is_inline(&mut self, node: Node<'a, 'i>) -> bool {
        if !node.is_element() || is_known_inline(node) {
            return node.is_element();
        }
        let Some(parent) = node.parent() else { return false };
        // Asked once of each element, as it may have a million within it.
        let among_words = *self.among_words.entry(parent.id()).or_insert_with(|| holds_words(parent));
        among_words
            && (holds_words(node) || !node.children().any(|part| part.is_element()))
            && !node.descendants().any(|it| is_block(name(it)))
    }

    /// The words of an element on one line, whatever stands in it.
    pub(super) fn line(&mut self, node: Node<'a, 'i>) -> Vec<Inline> {
        let mut words = Words::new(self.indented);
        self.line_into(node, &mut words);
        words.take()
    }

    pub(super) fn line_into(&mut self, node: Node<'a, 'i>, words: &mut Words) {
        for part in node.children() {
            if part.is_text() || self.is_inline(part) {
                self.words(part, words);
            } else if part.is_element() {
                words.part();
                self.line_into(part, words);
                words.part();
            }
        }
    }

    /// A text, or an element within a line.
    pub(super) fn words(&mut self, node: Node<'a, 'i>, words: &mut Words) {
        if node.is_text() {
            return words.text(node.text().unwrap_or_default());
        }
        let look = match name(node) {
            "noot" => {
                let index = self.note(node);
                words.mark(index);
                return;
            }
            "nootref" => {
                match self.repeated(node) {
                    Some(index) => words.mark(index),
                    None => self.inner(node, words),
                }
                return;
            }
            "br" => return words.break_line(),
            "sup" => return self.raised(node, words),
            "inf" | "sub" => {
                words.glue();
                return self.inner(node, words);
            }
            // Names are made of parts that print keeps apart.
            "naam" | "voornaam" | "achternaam" | "voorvoegsels" | "tussenvoegsel" => {
                let parted = before_element(node).is_some_and(|before| is_name_part(name(before)));
                if parted {
                    words.part();
                }
                None
            }
            "nadruk" => match node.attribute("type") {
                Some("vet" | "vetcur") => Some(Look::Strong),
                Some("cur" | "ondlijn") | None => Some(Look::Emphasis),
                _ => None,
            },
            "vet" | "b" => Some(Look::Strong),
            "cur" | "i" | "u" => Some(Look::Emphasis),
            "extref" => {
                node.attribute("doc").filter(|to| is_web_address(to)).map(|to| Look::Link(to.to_owned()))
            }
            _ => None,
        };
        let Some(look) = look else { return self.inner(node, words) };
        words.open(look);
        self.inner(node, words);
        words.close();
    }

    fn inner(&mut self, node: Node<'a, 'i>, words: &mut Words) {
        for part in node.children().filter(|part| part.is_text() || part.is_element()) {
            if part.is_text() || self.is_inline(part) {
                self.words(part, words);
            } else {
                words.part();
                self.line_into(part, words);
                words.part();
            }
        }
    }

    /// A raised figure would be one more figure of the number that it stands behind; it has signs of its own.
    fn raised(&mut self, node: Node<'a, 'i>, words: &mut Words) {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        words.glue();
        let text = node.text().unwrap_or_default().trim();
        let digits: Option<String> =
            text.chars().map(|sign| RAISED.get(sign.to_digit(10)? as usize).copied()).collect();
        let is_text = node.children().all(|part| part.is_text());
        match digits.filter(|digits| !digits.is_empty() && is_text) {
            Some(digits) => words.text(&digits),
            None => self.inner(node, words),
        }
    }

    /// The index of a note, which is read where it is met first.
    pub(super) fn note(&mut self, node: Node<'a, 'i>) -> usize {
        if let Some(index) = self.read.get(&node.id()) {
            return *index;
        }
        let index = self.notes.len();
        self.read.insert(node.id(), index);
        let label = child(node, "noot.nr").map(|number| plain(&self.line(number)));
        self.notes.push(Note { label: label.filter(|label| !label.is_empty()), blocks: Vec::new() });
        let mut blocks = Vec::new();
        let outer = self.label.take();
        let mut words = Words::new(self.indented);
        for part in node.children().filter(|part| name(*part) != "noot.nr") {
            if part.is_text() || self.is_inline(part) {
                self.words(part, &mut words);
            } else if part.is_element() {
                self.paragraph(&mut words, node, &mut blocks);
                self.block(part, 3, &mut blocks);
            }
        }
        self.paragraph(&mut words, node, &mut blocks);
        self.label = outer;
        self.notes[index].blocks = blocks;
        index
    }

    /// The note that a mark repeats.
    fn repeated(&mut self, node: Node<'a, 'i>) -> Option<usize> {
        let id = node.attribute("refid")?;
        let by_id = self.by_id.get_or_insert_with(|| {
            let notes = node.document().root().descendants().filter(|note| name(*note) == "noot");
            notes.filter_map(|note| Some((note.attribute("id")?, note))).collect()
        });
        let repeated = *by_id.get(id)?;
        Some(self.note(repeated))
    }
}

/// Whether an address leads to the web; those of papers say nothing that their words do not.
fn is_web_address(to: &str) -> bool {
    let to = to.trim().to_lowercase();
    to.starts_with("http://") || to.starts_with("https://")
}

fn is_name_part(name: &str) -> bool {
    matches!(name, "naam" | "voornaam" | "achternaam" | "voorvoegsels" | "tussenvoegsel" | "functie")
}
