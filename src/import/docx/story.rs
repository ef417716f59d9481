//! The text of one part of a Word file, from top to bottom: of the letter itself, of a note, of the head of the first page.
//!
//! Here paragraphs are told apart and counted, and tables are in `table`; what stands within a paragraph is in `run`.
//! Whatever is not known is gone through for the words in it, so that a newer Word loses none.

use roxmltree::Node;

use crate::import::{Block, BlockKind, Inline, Place};

use super::field::Fields;
use super::line::Line;
use super::lists::{Flat, gathered};
use super::notes::Marks;
use super::numbering::{Counters, Label, Numbering};
use super::package::Relations;
use super::styles::{self, Styles};
use super::tally::{Kind, Tally};
use super::xml::{Element as _, Owner};

/// What the whole file says of how its parts are read.
#[derive(Debug, Default)]
pub(super) struct Looks {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
}

/// What is counted through the whole file, in the order of reading.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) lists: Counters,
    pub(super) marks: Marks,
    pub(super) tally: Tally,
    /// Paragraphs with words, outside tables.
    pub(super) paragraphs: u32,
    pub(super) tables: u32,
    pub(super) boxes: u32,
}

/// Where a story stands in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Where {
    /// In the letter itself, where paragraphs are counted.
    Body,
    /// At a place that is found as a whole: a row of a table, a note, a box.
    At(Place),
    /// At the head of a page.
    Margin,
}

/// The reader of one part.
pub(super) struct Story<'s, 'a, 'i> {
    pub(super) looks: &'s Looks,
    pub(super) relations: &'s Relations,
    pub(super) counts: &'s mut Counts,
    pub(super) place: Where,
    pub(super) fields: Fields,
    pub(super) line: Line,
    pub(super) flat: Vec<Flat>,
    /// Boxes of text that hang on the paragraph that is being read; they follow it.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    /// Whether the end of the paragraph before was deleted, so that this one goes on in its line.
    joined: bool,
}

/// What a paragraph says of itself.
pub(super) struct Paragraph<'a> {
    style: Option<&'a str>,
    heading: Option<u8>,
    /// The list, the level and what is printed in front of it; taken by its first words.
    label: Option<(String, u8, Label)>,
    pub(super) hidden: bool,
}

impl<'s, 'a, 'i> Story<'s, 'a, 'i> {
    pub(super) fn new(
        looks: &'s Looks,
        relations: &'s Relations,
        counts: &'s mut Counts,
        place: Where,
    ) -> Self {
        Self {
            looks,
            relations,
            counts,
            place,
            fields: Fields::default(),
            line: Line::default(),
            flat: Vec::new(),
            boxes: Vec::new(),
            joined: false,
        }
    }

    /// Reads what lies in `node`, and gives its blocks.
    pub(super) fn read(mut self, node: Node<'a, 'i>) -> Vec<Block> {
        self.blocks(node);
        self.end();
        gathered(self.flat)
    }

    /// What was read and not ended, where a file ends in the midst of it.
    pub(super) fn end(&mut self) {
        if !self.line.is_empty() {
            self.flush(&mut Paragraph { style: None, heading: None, label: None, hidden: false });
        }
        if self.fields.are_broken() {
            self.counts.tally.add(Kind::BrokenField, &self.here());
            self.fields = Fields::default();
        }
    }

    /// The blocks within an element.
    pub(super) fn blocks(&mut self, node: Node<'a, 'i>) {
        for child in node.children().filter(Node::is_element) {
            match child.kind() {
                (Owner::Word, "p") => self.paragraph(child),
                (Owner::Word, "tbl") => self.table(child),
                (Owner::Word, "altChunk") => self.counts.tally.add(Kind::Inserted, &self.here()),
                _ => {
                    if let Some(inner) = self.shown(child) {
                        self.blocks(inner);
                    }
                }
            }
        }
    }

    /// What is shown of an element that holds others: nothing of what is deleted or only says how it looks, and of what is written twice the first.
    pub(super) fn shown(&mut self, node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
        match node.kind() {
            (Owner::Word, "del" | "moveFrom") => {
                self.counts.tally.add(Kind::Change, &self.here());
                None
            }
            (Owner::Word, "ins" | "moveTo") => {
                self.counts.tally.add(Kind::Change, &self.here());
                Some(node)
            }
            (Owner::Word, "sdt") => node.child("sdtContent"),
            (Owner::Word, "rt" | "instrText" | "delText" | "delInstrText" | "annotationRef") => None,
            (Owner::Word, name) if name.ends_with("Pr") => None,
            (Owner::Choice, "AlternateContent") => node
                .children()
                .find(|child| child.kind() == (Owner::Choice, "Choice"))
                .or_else(|| node.children().find(|child| child.kind() == (Owner::Choice, "Fallback"))),
            _ => Some(node),
        }
    }

    fn paragraph(&mut self, node: Node<'a, 'i>) {
        let mut paragraph = self.describe(node);
        self.joined = false;
        if let Some(mark) = node.child("pPr").and_then(|it| it.child("rPr")) {
            let is = |name: &str| mark.child(name).is_some();
            if is("ins") || is("del") || is("moveFrom") || is("moveTo") {
                self.counts.tally.add(Kind::Change, &self.here());
            }
            self.joined = is("del") || is("moveFrom");
        }
        self.runs(node, &mut paragraph);
        if !self.joined {
            self.flush(&mut paragraph);
        }
    }

    fn describe(&mut self, node: Node<'a, 'i>) -> Paragraph<'a> {
        let properties = node.child("pPr");
        let style = properties.and_then(|it| it.setting("pStyle"));
        let Looks { styles, numbering } = self.looks;
        let outline = properties.and_then(|it| it.setting("outlineLvl")).and_then(|it| it.parse::<u8>().ok());
        let heading = match outline {
            Some(outline) => (outline < 9).then_some(outline + 1),
            None => styles.heading(style),
        };
        let (own_list, own_level) =
            properties.and_then(|it| it.child("numPr")).map_or((None, None), styles::list);
        let of_style = || styles.of_paragraph(style);
        let list = own_list.or_else(|| of_style().find_map(|it| it.list.0.clone()));
        let label = list.filter(|list| list != "0").and_then(|list| {
            let by_style = || style.and_then(|style| numbering.level_of_style(&list, style));
            let level = own_level.or_else(by_style).or_else(|| of_style().find_map(|it| it.list.1));
            let level = level.unwrap_or(0);
            // A list may be described by a style, which names the list that has the description.
            let described = numbering
                .described_by(&list)
                .and_then(|style| styles.row(Some(style)).find_map(|it| it.list.0.clone()))
                .unwrap_or_else(|| list.clone());
            let label = self.counts.lists.next(numbering, &described, level)?;
            Some((list, level, label))
        });
        let hidden = styles.of_paragraph(style).find_map(|it| it.hidden).unwrap_or(false);
        Paragraph { style, heading, label, hidden }
    }

    /// Ends the paragraph that is being read, and then the boxes that hang on it.
    pub(super) fn flush(&mut self, paragraph: &mut Paragraph<'_>) {
        if self.line.is_empty() {
            self.line = Line::default();
        } else {
            self.end_paragraph(paragraph);
        }
        for node in std::mem::take(&mut self.boxes) {
            if self.place == Where::Body {
                self.counts.boxes += 1;
            }
            let place = match &self.place {
                Where::Body => Where::At(Place::TextBox(self.counts.boxes)),
                other => other.clone(),
            };
            let mut story = Story::new(self.looks, self.relations, self.counts, place);
            story.blocks(node);
            story.end();
            let flat = std::mem::take(&mut story.flat);
            self.flat.extend(flat);
        }
    }

    fn end_paragraph(&mut self, paragraph: &mut Paragraph<'_>) {
        if self.place == Where::Body {
            self.counts.paragraphs += 1;
        }
        let place = self.here();
        let mut text = self.line.take(paragraph.heading.is_none());
        let label = paragraph.label.take();
        let item = |list: String, level, number, text| {
            let block = Block { kind: BlockKind::Paragraph(text), place: place.clone() };
            Flat::Item { list, level, number, block }
        };
        let flat = match (paragraph.heading, label) {
            (Some(level), label) => {
                if let Some((_, _, label)) = label {
                    put_before(&mut text, &label);
                }
                let kind = BlockKind::Heading { level: level.min(6), text };
                Flat::Block(Block { kind, place })
            }
            (None, Some((list, level, Label::Sign))) => item(list, level, None, text),
            (None, Some((list, level, Label::Number(number)))) => item(list, level, Some(number), text),
            (None, label) => {
                if let Some((_, _, label)) = label {
                    put_before(&mut text, &label);
                }
                let block = Block { kind: BlockKind::Paragraph(text), place };
                let is_quotation = self.looks.styles.is_quotation(paragraph.style);
                if is_quotation { Flat::Quoted(block) } else { Flat::Block(block) }
            }
        };
        self.flat.push(flat);
    }

    /// Where the paragraph that is being read stands; while it is being read its number is that of the one before.
    pub(super) fn here(&self) -> Place {
        match &self.place {
            Where::Body => Place::Paragraph(self.counts.paragraphs.max(1)),
            Where::At(place) => place.clone(),
            Where::Margin => Place::Header,
        }
    }
}

/// Puts what Word prints in front of a paragraph before its words.
fn put_before(text: &mut Vec<Inline>, label: &Label) {
    let label = match label {
        Label::Sign => return,
        Label::Number(number) => format!("{number}."),
        Label::Words(words) if words.is_empty() => return,
        Label::Words(words) => words.clone(),
    };
    if let Some(Inline::Text(first)) = text.first_mut() {
        first.insert_str(0, &format!("{label} "));
    } else {
        text.insert(0, Inline::Text(format!("{label} ")));
    }
}
