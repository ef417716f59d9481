//! Lists with their numbers, and what becomes of lists and paragraphs within the cell of a table.

use roxmltree::Node;

use crate::import::{Block, BlockKind, Inline, Place};

use super::body::Reader;
use super::words::{Words, plain};
use super::{child, name};

impl<'a, 'i> Reader<'_, 'a, 'i> {
    pub(super) fn list(&mut self, node: Node<'a, 'i>, level: u8) -> BlockKind {
        let items: Vec<_> = node.children().filter(Node::is_element).collect();
        let labels: Vec<String> = items
            .iter()
            .map(|item| child(*item, "li.nr").map(|number| plain(&self.line(number))).unwrap_or_default())
            .collect();
        // Numbers that follow each other are those of the list; dashes and bullets are its marks; every other label is text.
        let number = |label: &str| {
            label.trim_end_matches(['.', ')']).parse::<u64>().ok().filter(|_| label.ends_with('.'))
        };
        let first = labels.first().and_then(|label| number(label));
        let numbered = first.is_some_and(|first| {
            labels.iter().zip(first..).all(|(label, expected)| number(label) == Some(expected))
        });
        let is_bullet = |label: &str| label.chars().all(|sign| !sign.is_alphanumeric());
        let items = items.iter().zip(&labels).map(|(item, label)| {
            let outer = self.label.take();
            let mut blocks = Vec::new();
            if !numbered && !is_bullet(label) {
                self.label = Some(vec![Inline::Text(label.clone())]);
            }
            let mut words = Words::new(self.indented);
            for part in item.children().filter(|part| name(*part) != "li.nr") {
                if part.is_text() || self.is_inline(part) {
                    self.words(part, &mut words);
                } else if part.is_element() {
                    self.paragraph(&mut words, *item, &mut blocks);
                    self.block(part, level, &mut blocks);
                }
            }
            self.paragraph(&mut words, *item, &mut blocks);
            self.put_label(*item, &mut blocks);
            self.label = outer;
            blocks
        });
        let items = items.collect();
        BlockKind::List { first: first.filter(|_| numbered), items }
    }

    /// Terms with what they mean, one an item.
    pub(super) fn definitions(&mut self, node: Node<'a, 'i>, level: u8) -> BlockKind {
        let mut items = Vec::new();
        for item in node.children().filter(Node::is_element) {
            let outer = self.label.take();
            let mut blocks = Vec::new();
            for part in item.children().filter(Node::is_element) {
                if name(part) == "term" {
                    let term = self.line(part);
                    self.label = Some(vec![Inline::Strong(term)]);
                } else {
                    self.flow(part, level, &mut blocks);
                }
            }
            self.put_label(item, &mut blocks);
            self.label = outer;
            items.push(blocks);
        }
        BlockKind::List { first: None, items }
    }

    /// The words of a cell, its paragraphs one below the other.
    pub(super) fn cell(&mut self, node: Node<'a, 'i>, level: u8) -> Vec<Inline> {
        let mut words = Vec::new();
        for block in self.whole(node, level) {
            flatten(block, &mut words);
        }
        words
    }
}

/// Adds the words of a block to those of a cell.
fn flatten(block: Block, words: &mut Vec<Inline>) {
    match block.kind {
        BlockKind::Paragraph(text) | BlockKind::Speaker(text) | BlockKind::Heading { text, .. } => {
            if !words.is_empty() {
                words.push(Inline::Break);
            }
            words.extend(text);
        }
        BlockKind::List { first, items } => {
            for (at, item) in items.into_iter().enumerate() {
                let before = words.len() + usize::from(!words.is_empty());
                for block in item {
                    flatten(block, words);
                }
                let mark = first.map_or_else(|| "– ".to_owned(), |first| format!("{}. ", first + at as u64));
                words.insert(before.min(words.len()), Inline::Text(mark));
            }
        }
        BlockKind::Quote(blocks) => {
            for block in blocks {
                flatten(block, words);
            }
        }
        BlockKind::Table { rows, .. } => {
            for cell in rows.into_iter().flatten().filter(|cell| !cell.is_empty()) {
                flatten(Block::new(BlockKind::Paragraph(cell), Place::Nowhere), words);
            }
        }
        BlockKind::Border(_) => {}
    }
}
