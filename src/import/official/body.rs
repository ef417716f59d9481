//! The text of a paper, element by element.
//!
//! Elements that stand within a line make up its words; every other is one of its own, with the blocks within it. The few that are told apart are named below; an element with another name is text.

use std::collections::HashMap;

use roxmltree::{Node, NodeId};

use crate::import::{Block, BlockKind, Inline, Note, Place, Remark};

use super::line::is_known_inline;
use super::source::Xml;
use super::words::Words;
use super::{child, name, remark, table};

/// The blocks of a paper, its notes, and what there is to say of them.
pub(super) fn read(root: Node<'_, '_>, xml: &Xml) -> (Vec<Block>, Vec<Note>, Vec<Remark>) {
    let indented = is_indented(root);
    let mut reader = Reader {
        xml,
        indented,
        notes: Vec::new(),
        among_words: HashMap::new(),
        read: HashMap::new(),
        by_id: None,
        pictures: 0,
        label: None,
    };
    let blocks = reader.whole(root, 0);
    let mut remarks = Vec::new();
    if indented {
        remarks.push(remark("import-indented"));
    }
    if reader.pictures > 0 {
        remarks.push(remark("import-pictures").with("count", reader.pictures));
    }
    (blocks, reader.notes, remarks)
}

/// Whether somebody's tool put every element on a line of its own, also those within words.
fn is_indented(root: Node<'_, '_>) -> bool {
    let mut any = false;
    for element in root.descendants().filter(|node| is_known_inline(*node)) {
        let Some(text) = element.text().filter(|text| !text.trim().is_empty()) else { continue };
        let framed = text.trim_start_matches(' ').starts_with(['\n', '\r']);
        if !framed {
            return false;
        }
        any = true;
    }
    any
}

/// What goes through a paper.
pub(super) struct Reader<'x, 'a, 'i> {
    pub(super) xml: &'x Xml,
    pub(super) indented: bool,
    pub(super) notes: Vec<Note>,
    /// Whether words stand right in an element that others were met in.
    pub(super) among_words: HashMap<NodeId, bool>,
    /// The notes that were read, by their elements.
    pub(super) read: HashMap<NodeId, usize>,
    /// The elements of notes by their names; looked up when one is first repeated.
    pub(super) by_id: Option<HashMap<&'a str, Node<'a, 'i>>>,
    pub(super) pictures: usize,
    /// A number that the next paragraph begins with.
    pub(super) label: Option<Vec<Inline>>,
}

impl<'a, 'i> Reader<'_, 'a, 'i> {
    /// What stands in an element: lines of words, and what stands on its own between them.
    pub(super) fn flow(&mut self, node: Node<'a, 'i>, level: u8, out: &mut Vec<Block>) {
        let mut words = Words::new(self.indented);
        let mut start = node;
        for part in node.children() {
            if part.is_text() || self.is_inline(part) {
                if words.is_empty() {
                    start = part;
                }
                self.words(part, &mut words);
            } else if part.is_element() {
                self.paragraph(&mut words, start, out);
                self.block(part, level, out);
            }
        }
        self.paragraph(&mut words, start, out);
    }

    /// The same, with nothing left over for who comes later.
    pub(super) fn whole(&mut self, node: Node<'a, 'i>, level: u8) -> Vec<Block> {
        let mut out = Vec::new();
        let outer = self.label.take();
        self.flow(node, level, &mut out);
        self.put_label(node, &mut out);
        self.label = outer;
        out
    }

    /// Writes a number that no paragraph took as one of its own.
    pub(super) fn put_label(&mut self, node: Node<'a, 'i>, out: &mut Vec<Block>) {
        if let Some(label) = self.label.take() {
            out.push(Block::new(BlockKind::Paragraph(label), self.place(node)));
        }
    }

    pub(super) fn paragraph(&mut self, words: &mut Words, at: Node<'a, 'i>, out: &mut Vec<Block>) {
        let words = words.take();
        if words.is_empty() {
            return;
        }
        let mut line = Vec::new();
        if let Some(label) = self.label.take() {
            line = label;
            line.push(Inline::Text(" ".to_owned()));
        }
        line.extend(words);
        out.push(Block::new(BlockKind::Paragraph(line), self.place(at)));
    }

    pub(super) fn block(&mut self, node: Node<'a, 'i>, level: u8, out: &mut Vec<Block>) {
        let place = self.place(node);
        let mut push = |kind| out.push(Block::new(kind, place.clone()));
        match name(node) {
            "metadata" => {}
            "kop" => push(BlockKind::Heading { level: level.max(1), text: self.line(node) }),
            "tussenkop" | "kamervraagomschrijving" => {
                push(BlockKind::Heading { level: level + 1, text: self.line(node) });
            }
            // The title of a paper, or of an item of a debate, whose number stands before it.
            "titel" if parent_is(node, "stuk") => {
                push(BlockKind::Heading { level: 1, text: self.line(node) });
            }
            "nr" if next_element(node).is_some_and(|next| name(next) == "item-titel") => {}
            "item-titel" => {
                let number = before_element(node).filter(|before| name(*before) == "nr");
                let mut text = number.map(|number| self.line(number)).unwrap_or_default();
                if let (true, [Inline::Text(number)]) = (!text.is_empty(), &text[..]) {
                    push(BlockKind::Border(format!("item {}", number.trim())));
                    text.push(Inline::Text(" ".to_owned()));
                }
                text.extend(self.line(node));
                push(BlockKind::Heading { level: 1, text });
            }
            "nr" if matches!(
                node.parent().map(name),
                Some("vraag" | "antwoord" | "opening" | "sluiting")
            ) =>
            {
                push(BlockKind::Heading { level: 2, text: self.line(node) });
            }
            "nr" | "lidnr" | "li.nr" => {
                self.put_label(node, out);
                self.label = Some(self.line(node)).filter(|label| !label.is_empty());
            }
            "spreker" => push(BlockKind::Speaker(self.line(node))),
            "motie" => {
                let id = node.attribute("id").filter(|id| !id.is_empty());
                if let Some(id) = id {
                    push(BlockKind::Border(format!("motie {id}")));
                }
                self.flow(node, level.max(1) + 1, out);
            }
            "dossier" | "datumtekst" | "stuknr" | "dossiernummer" => {
                push(BlockKind::Paragraph(self.line(node)));
            }
            "ondertekening" => push(BlockKind::Paragraph(self.signature(node))),
            "kamerstukkop" | "kamervraagkop" => self.head(node, out),
            "lijst" | "definitielijst" | "citaat" | "tgroup" => {
                self.put_label(node, out);
                let kind = match name(node) {
                    "lijst" => self.list(node, level),
                    "definitielijst" => self.definitions(node, level),
                    "citaat" => BlockKind::Quote(self.whole(node, level)),
                    _ => table::read(node, &mut |cell| self.cell(cell, level)),
                };
                out.push(Block::new(kind, place));
            }
            "plaatje" | "illustratie" | "afbeelding" | "formule" if !has_words(node) => self.pictures += 1,
            _ => {
                let deeper = u8::from(child(node, "kop").is_some());
                self.flow(node, (level + deeper).min(6), out);
            }
        }
    }

    /// The chamber and the session stand in the order of print, whatever the file has.
    fn head(&mut self, node: Node<'a, 'i>, out: &mut Vec<Block>) {
        let is_chamber = |part: &Node<'_, '_>| part.attribute("inhoud") == Some("kameraanduiding");
        let (chambers, others): (Vec<_>, Vec<_>) =
            node.children().filter(Node::is_element).partition(is_chamber);
        for part in chambers.into_iter().chain(others) {
            let line = self.line(part);
            if !line.is_empty() {
                out.push(Block::new(BlockKind::Paragraph(line), self.place(part)));
            }
        }
    }

    /// Office and name, each on a line.
    fn signature(&mut self, node: Node<'a, 'i>) -> Vec<Inline> {
        let mut words = Words::new(self.indented);
        for part in node.children() {
            if name(part) == "naam" || (part.is_element() && !self.is_inline(part)) {
                words.break_line();
            }
            if part.is_text() || self.is_inline(part) {
                self.words(part, &mut words);
            } else if part.is_element() {
                self.line_into(part, &mut words);
            }
        }
        words.take()
    }

    pub(super) fn place(&self, node: Node<'_, '_>) -> Place {
        Place::Line(self.xml.line(node.range().start))
    }
}

fn parent_is(node: Node<'_, '_>, wanted: &str) -> bool {
    node.parent().is_some_and(|parent| name(parent) == wanted)
}

fn next_element<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.next_siblings().skip(1).find(Node::is_element)
}

pub(super) fn before_element<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.prev_siblings().skip(1).find(Node::is_element)
}

fn has_words(node: Node<'_, '_>) -> bool {
    node.descendants().any(|it| it.is_text() && it.text().is_some_and(|text| !text.trim().is_empty()))
}
