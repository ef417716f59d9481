//! Footnotes and endnotes: which mark means which, in the order in which they are met, and the numbers that Word prints.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use crate::import::Place;

use super::numbering::in_format;
use super::xml::Element as _;

/// How the notes of a kind are numbered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Scheme {
    format: String,
    start: u32,
}

/// The marks of notes, in the order in which they are met.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The notes that there are, by kind and name.
    known: [HashSet<String>; 2],
    schemes: [Option<Scheme>; 2],
    by_id: HashMap<(bool, String), usize>,
    numbered: [u32; 2],
    pub(super) met: Vec<Met>,
}

/// A note whose mark was met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Met {
    pub(super) is_endnote: bool,
    /// What is printed in front of it.
    pub(super) label: String,
    pub(super) place: Place,
}

impl Marks {
    /// Makes the notes of a part known: `footnotes.xml`, `endnotes.xml`.
    pub(super) fn know(&mut self, root: Node<'_, '_>, is_endnote: bool) {
        let ids = notes(root).filter_map(|note| note.value("id"));
        self.known[usize::from(is_endnote)].extend(ids.map(str::to_owned));
    }

    /// Reads from `settings.xml` how notes are numbered, or from the first section of the letter.
    pub(super) fn number(&mut self, settings: Node<'_, '_>) {
        for (at, name) in ["footnotePr", "endnotePr"].into_iter().enumerate() {
            let Some(node) = settings.child(name) else { continue };
            let start = node.setting("numStart").and_then(|start| start.parse().ok());
            let format = node.setting("numFmt").map(str::to_owned);
            if start.is_some() || format.is_some() {
                let usual = Scheme::usual(at == 1);
                let (start, format) = (start.unwrap_or(usual.start), format.unwrap_or(usual.format));
                self.schemes[at] = Some(Scheme { format, start });
            }
        }
    }

    /// The index of a note whose mark was met.
    pub(super) fn index(&self, id: &str, is_endnote: bool) -> Option<usize> {
        self.by_id.get(&(is_endnote, id.to_owned())).copied()
    }

    /// The index of the note that a mark means; nothing where there is no such note. `label` is what the writer has chosen for it.
    pub(super) fn mark(
        &mut self,
        id: &str,
        is_endnote: bool,
        label: Option<String>,
        here: &Place,
    ) -> Option<usize> {
        let kind = usize::from(is_endnote);
        if !self.known[kind].contains(id) {
            return None;
        }
        if let Some(index) = self.index(id, is_endnote) {
            return Some(index);
        }
        let scheme = self.schemes[kind].clone().unwrap_or_else(|| Scheme::usual(is_endnote));
        let (label, place) = match label {
            // It is none of the row of numbers, so that it is found where its mark is.
            Some(label) if !label.is_empty() => (label, here.clone()),
            _ => {
                let number = scheme.start.saturating_add(self.numbered[kind]);
                self.numbered[kind] += 1;
                let label = in_format(&scheme.format, u64::from(number));
                (label, if is_endnote { Place::Endnote(number) } else { Place::Footnote(number) })
            }
        };
        self.met.push(Met { is_endnote, label, place });
        self.by_id.insert((is_endnote, id.to_owned()), self.met.len() - 1);
        Some(self.met.len() - 1)
    }
}

impl Scheme {
    fn usual(is_endnote: bool) -> Self {
        Self { format: if is_endnote { "lowerRoman" } else { "decimal" }.to_owned(), start: 1 }
    }
}

/// The notes of a part, without the lines that Word draws above them.
pub(super) fn notes<'a, 'i>(root: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let is_note = |node: &Node<'_, '_>| {
        (node.is("footnote") || node.is("endnote")) && matches!(node.value("type"), None | Some("normal"))
    };
    root.children().filter(is_note)
}
