//! The blocks of a document, one below the other, and those within others by what stands in front of their lines.

use std::collections::BTreeSet;
use std::ops::Range;

use super::escape::Where;
use super::inline::Hand;
use crate::import::{Block, BlockKind, Document, Inline, Note, Place};

/// The body of a letter, and which stretches of it stand where in the source.
pub(super) fn write(document: &Document) -> (String, Vec<(Range<usize>, Place)>) {
    let labels = labels(&document.notes);
    let mut writer = Writer {
        labels: &labels,
        out: String::new(),
        places: Vec::new(),
        first: None,
        rest: String::new(),
        gap: false,
    };
    writer.blocks(&document.blocks);
    for (note, label) in document.notes.iter().zip(&labels) {
        writer.gap();
        writer.within(&format!("[^{label}]: "), "    ", |writer| writer.blocks(&note.blocks));
    }
    (writer.out, writer.places)
}

/// The labels of notes: those that the source prints where each has one of its own, else numbers. In place of a printed sign, which is no label in Markdown, stands a number that is no other's.
fn labels(notes: &[Note]) -> Vec<String> {
    let printed: Vec<&str> = notes.iter().filter_map(|note| note.label.as_deref()).collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.len() <= 8 && label.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let own: Vec<String> =
        printed.iter().filter(|label| is_label(label)).map(|label| label.to_lowercase()).collect();
    let apart: BTreeSet<&str> = own.iter().map(String::as_str).collect();
    if printed.len() != notes.len() || apart.len() != own.len() {
        return (1..=notes.len()).map(|number| number.to_string()).collect();
    }
    let mut free =
        (1..=notes.len()).map(|number| number.to_string()).filter(|it| !apart.contains(it.as_str()));
    let label =
        |label: &str| if is_label(&label) { label.to_owned() } else { free.next().unwrap_or_default() };
    printed.into_iter().map(label).collect()
}

struct Writer<'a> {
    labels: &'a [String],
    out: String,
    places: Vec<(Range<usize>, Place)>,
    /// What stands in front of the next line, where that is the first of an item or note.
    first: Option<String>,
    /// What stands in front of every other line.
    rest: String,
    /// Whether a blank line parts what was written from what comes.
    gap: bool,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        // A list below another would be more items of it, did it not have other marks.
        let mut list_before: Option<(bool, bool)> = None;
        for block in blocks {
            let start = self.out.len();
            let slot = self.places.len();
            if block.place != Place::Nowhere {
                self.places.push((start..start, block.place.clone()));
            }
            let mut list_now = None;
            if let BlockKind::List { first, items } = &block.kind {
                let numbered = first.is_some();
                let other = list_before.is_some_and(|(before, other)| before == numbered && !other);
                self.list(*first, items, other);
                list_now = Some((numbered, other));
            } else {
                self.block(&block.kind);
            }
            let written = self.out[start..].trim();
            if written.is_empty() {
                self.places.truncate(slot);
                continue;
            }
            list_before = list_now;
            if block.place != Place::Nowhere {
                let from = self.out.len() - self.out[start..].trim_start().len();
                self.places[slot].0 = from..self.out.trim_end().len();
                self.rows(block, start);
            }
        }
    }

    /// The places of the rows of a table that was written from `start` on, where its source counts them.
    fn rows(&mut self, block: &Block, start: usize) {
        let (BlockKind::Table { headed, .. }, Place::Row { table, .. }) = (&block.kind, &block.place) else {
            return;
        };
        // Above the rows stand a blank line, the head or an empty one, and the line below it.
        let above = self.out[start..].len() - self.out[start..].trim_start_matches('\n').len();
        let mut at = start + above;
        for (line, text) in (0..).zip(self.out[at..].split_inclusive('\n')) {
            let row = if *headed { u32::max(line, 1) } else { u32::max(line, 2) - 1 };
            self.places.push((at..at + text.trim_end().len(), Place::Row { table: *table, row }));
            at += text.len();
        }
    }

    fn block(&mut self, kind: &BlockKind) {
        let hand = |stands| Hand::new(stands, self.labels);
        match kind {
            BlockKind::Heading { level, text } => {
                let words = hand(Where::Heading).write(text);
                if !words.is_empty() {
                    self.lines(&format!("{} {words}", "#".repeat(usize::from(*level).clamp(1, 6))));
                }
            }
            BlockKind::Paragraph(text) => self.lines(&hand(Where::Paragraph).write(text)),
            BlockKind::Speaker(text) => self.lines(&hand(Where::Paragraph).write_strong(text)),
            BlockKind::Table { headed, rows } => self.table(*headed, rows),
            BlockKind::Quote(blocks) => {
                self.write_gap();
                self.within("> ", "> ", |writer| writer.blocks(blocks));
            }
            BlockKind::Border(label) => {
                let label = label.replace("--", "–").replace(['<', '>', '\n', '\r'], " ");
                self.lines(&format!("<!-- {} -->", label.trim()));
            }
            // With its neighbours it was seen to above.
            BlockKind::List { first, items } => self.list(*first, items, false),
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], other: bool) {
        let tight = items.iter().all(|item| item.len() < 2 || item[1..].iter().all(is_list));
        for (at, item) in items.iter().enumerate() {
            if at == 0 || !tight {
                self.write_gap();
            }
            self.gap = false;
            let mark = match first {
                // Markdown reads nine figures.
                Some(first) => {
                    let number = first.saturating_add(at as u64).min(999_999_999);
                    format!("{number}{} ", if other { ')' } else { '.' })
                }
                None => if other { "+ " } else { "- " }.to_owned(),
            };
            let indent = " ".repeat(mark.len());
            self.within(&mark, &indent, |writer| {
                writer.blocks_of_item(item, tight);
            });
            self.gap = true;
        }
    }

    fn blocks_of_item(&mut self, item: &[Block], tight: bool) {
        match item {
            [text, lists @ ..] if tight && !lists.is_empty() => {
                self.blocks(std::slice::from_ref(text));
                self.gap &= !self.may_follow_at_once(&lists[0]);
                self.blocks(lists);
            }
            _ => self.blocks(item),
        }
    }

    /// Whether a list may begin on the line below words: with bullets or at one, and not with an empty item.
    fn may_follow_at_once(&self, list: &Block) -> bool {
        let BlockKind::List { first: None | Some(1), items } = &list.kind else { return false };
        let first = items.first().and_then(|item| item.first()).map(|block| &block.kind);
        let hand = Hand::new(Where::Paragraph, self.labels);
        matches!(first, Some(BlockKind::Paragraph(text)) if !hand.write(text).is_empty())
    }

    /// A table as wide as its widest row. Without a head its first row stays empty, as Markdown knows none without.
    fn table(&mut self, headed: bool, rows: &[Vec<Vec<Inline>>]) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        let hand = Hand::new(Where::Cell, self.labels);
        // Markdown reads the cells that a row lacks as empty ones, but not those of the head.
        let row = |cells: &[Vec<Inline>], least: usize| {
            let mut line = "|".to_owned();
            for words in cells.iter().map(|cell| hand.write(cell)) {
                line.push_str(if words.is_empty() { "" } else { " " });
                line.push_str(&words);
                line.push_str(" |");
            }
            line.push_str(&" |".repeat(least.saturating_sub(cells.len())));
            line
        };
        let (head, body) = rows.split_at(usize::from(headed));
        let mut lines =
            vec![row(head.first().map_or(&[], Vec::as_slice), width), format!("|{}", " --- |".repeat(width))];
        lines.extend(body.iter().map(|cells| row(cells, 1)));
        self.lines(&lines.join("\n"));
    }

    /// Writes what belongs to an item, a quotation or a note: `first` in front of its first line, `rest` in front of the others.
    fn within(&mut self, first: &str, rest: &str, write: impl FnOnce(&mut Self)) {
        let before = self.first.take().unwrap_or_else(|| self.rest.clone());
        let outer = self.rest.clone();
        self.first = Some(before + first);
        self.rest.push_str(rest);
        write(self);
        // Nothing was in it.
        if let Some(first) = self.first.take() {
            self.out.push_str(first.trim_end());
            self.out.push('\n');
        }
        self.rest = outer;
        self.gap = true;
    }

    /// Lines of one block, below a blank one where something stands above.
    fn lines(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.write_gap();
        for line in text.split('\n') {
            match self.first.take() {
                Some(first) => self.out.push_str(&first),
                None => self.out.push_str(&self.rest),
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.gap = true;
    }

    fn write_gap(&mut self) {
        if std::mem::take(&mut self.gap) && self.first.is_none() {
            self.out.push_str(self.rest.trim_end());
            self.out.push('\n');
        }
    }

    /// Parts notes from the text, once.
    fn gap(&mut self) {
        self.write_gap();
    }
}

const fn is_list(block: &Block) -> bool {
    matches!(block.kind, BlockKind::List { .. })
}
