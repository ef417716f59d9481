//! Tables of a Word file: those that hold things in rows, and those that only lay out the page.
//!
//! Letters of ministries stand in tables as a whole, with the addressee in one cell and the text in another. A reader sees no table there, and gets none.

use roxmltree::Node;

use crate::import::{Block, BlockKind, Inline, Place};

use super::lists::Flat;
use super::story::{Story, Where};
use super::tally::Kind;
use super::xml::{Element as _, Owner};

/// A cell with more paragraphs than this is a column of the page.
const MOST_PARAGRAPHS: usize = 8;

/// So many columns has a table at most; Word itself has 63.
const MOST_COLUMNS: usize = 100;

/// So many empty cells are put where others are wider, in a table; a reader needs none, and a file may ask for millions.
const MOST_EMPTY: usize = 10_000;

/// A cell, and how many columns it is wide.
struct Cell<'a, 'i> {
    node: Node<'a, 'i>,
    columns: usize,
}

/// A row: how many columns it leaves free at its start, and its cells.
struct Row<'a, 'i> {
    free: usize,
    cells: Vec<Cell<'a, 'i>>,
    is_head: bool,
}

impl<'a, 'i> Story<'_, 'a, 'i> {
    pub(super) fn table(&mut self, node: Node<'a, 'i>) {
        // A paragraph whose end was deleted does not go on in a table.
        self.end();
        let mut rows = Vec::new();
        self.rows(node, &mut rows);
        if self.place == Where::Body && !lays_out(&rows) {
            self.things(&rows);
        } else {
            for cell in rows.iter().flat_map(|row| &row.cells) {
                self.blocks(cell.node);
                self.end();
            }
        }
    }

    /// A table that holds things in rows.
    fn things(&mut self, rows: &[Row<'a, 'i>]) {
        self.counts.tables += 1;
        let table = self.counts.tables;
        let mut words = Vec::new();
        let mut left = MOST_EMPTY;
        let mut empty = |wanted: usize| {
            let given = wanted.min(left);
            left -= given;
            std::iter::repeat_n(Vec::new(), given)
        };
        for (row, at) in rows.iter().zip(1..) {
            let mut cells: Vec<Vec<Inline>> = empty(row.free).collect();
            for cell in &row.cells {
                cells.push(self.cell(cell.node, Place::Row { table, row: at }));
                cells.extend(empty(cell.columns - 1));
            }
            words.push(cells);
        }
        let headed = rows.first().is_some_and(|row| row.is_head);
        if words.iter().flatten().all(Vec::is_empty) {
            self.counts.tables -= 1;
            return;
        }
        let kind = BlockKind::Table { headed, rows: words };
        self.flat.push(Flat::Block(Block { kind, place: Place::Row { table, row: 1 } }));
    }

    /// The rows of a table that are shown.
    fn rows(&mut self, node: Node<'a, 'i>, rows: &mut Vec<Row<'a, 'i>>) {
        for child in node.children().filter(Node::is_element) {
            if !child.is("tr") {
                if let Some(inner) = self.shown(child) {
                    self.rows(inner, rows);
                }
                continue;
            }
            let properties = child.child("trPr");
            let says = |name: &str| properties.is_some_and(|it| it.child(name).is_some());
            if says("ins") || says("del") {
                self.counts.tally.add(Kind::Change, &self.here());
            }
            if says("del") {
                continue;
            }
            let free = properties.and_then(|it| it.setting("gridBefore")).and_then(|it| it.parse().ok());
            let is_head = properties.and_then(|it| it.switch("tblHeader")).unwrap_or(false);
            let mut cells = Vec::new();
            self.cells(child, &mut cells);
            rows.push(Row { free: free.unwrap_or(0).min(MOST_COLUMNS), cells, is_head });
        }
    }

    /// The cells of a row.
    fn cells(&mut self, node: Node<'a, 'i>, cells: &mut Vec<Cell<'a, 'i>>) {
        for child in node.children().filter(Node::is_element) {
            if !child.is("tc") {
                if let Some(inner) = self.shown(child) {
                    self.cells(inner, cells);
                }
                continue;
            }
            let span = child.child("tcPr").and_then(|it| it.setting("gridSpan"));
            let columns = span.and_then(|span| span.parse::<usize>().ok()).unwrap_or(1);
            cells.push(Cell { node: child, columns: columns.clamp(1, MOST_COLUMNS) });
        }
    }

    /// The words of a cell, its paragraphs on a line each.
    fn cell(&mut self, node: Node<'a, 'i>, place: Place) -> Vec<Inline> {
        let mut story = Story::new(self.looks, self.relations, self.counts, Where::At(place));
        story.blocks(node);
        story.end();
        let mut words: Vec<Inline> = Vec::new();
        for flat in std::mem::take(&mut story.flat) {
            let (block, number) = match flat {
                Flat::Block(block) | Flat::Quoted(block) => (block, None),
                Flat::Item { number, block, .. } => (block, number),
            };
            let (BlockKind::Paragraph(text) | BlockKind::Heading { text, .. }) = block.kind else { continue };
            if !words.is_empty() {
                words.push(Inline::Break);
            }
            words.extend(number.map(|number| Inline::Text(format!("{number}. "))));
            words.extend(text);
        }
        words
    }
}

/// Whether a table only lays out the page: with one cell in each row that says something, around other tables, or with the text of a page in a cell.
fn lays_out(rows: &[Row<'_, '_>]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let saying = |row: &Row<'_, '_>| row.cells.iter().filter(|cell| has_words(cell.node)).count();
    rows.iter().all(|row| saying(row) < 2) || cells().any(|cell| is_page(cell.node))
}

fn is_page(cell: Node<'_, '_>) -> bool {
    // What hangs on a paragraph of the cell is no part of it.
    let is_inner = |node: &Node<'_, '_>| matches!(node.kind(), (Owner::Word, "tbl"));
    let paragraphs = cell.children().filter(|node| node.is("p") && has_words(*node)).count();
    cell.children().any(|node| is_inner(&node)) || paragraphs > MOST_PARAGRAPHS
}

fn has_words(node: Node<'_, '_>) -> bool {
    node.descendants().any(|node| node.is("t") && node.text().is_some_and(|text| !text.trim().is_empty()))
}
