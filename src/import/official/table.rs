//! Tables of the CALS model as rows of cells: what spans columns or rows stands in its first, and the others of it are empty.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::{BlockKind, Inline};

use super::{child, name};

/// No table is wider; a span that says so is damage.
const WIDEST: usize = 200;

/// In a table with more rows than any paper has, cells stand where they come.
const LONGEST: usize = 5_000;

/// One `tgroup`, the words of each cell by `words`.
pub(super) fn read<'a, 'i>(
    group: Node<'a, 'i>,
    words: &mut dyn FnMut(Node<'a, 'i>) -> Vec<Inline>,
) -> BlockKind {
    let columns: HashMap<&str, usize> = group
        .children()
        .filter(|spec| name(*spec) == "colspec")
        .enumerate()
        .filter_map(|(at, spec)| Some((spec.attribute("colname")?, at)))
        .collect();
    let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
    for part in ["thead", "tbody", "tfoot"] {
        let part = group.children().filter(|it| name(*it) == part);
        // What a cell of a row above covers, by column: for how many more rows.
        let mut covered: Vec<usize> = Vec::new();
        for row in part.flat_map(|part| part.children()).filter(|row| name(*row) == "row") {
            let widest = if rows.len() < LONGEST { WIDEST } else { 0 };
            rows.push(read_row(row, &columns, &mut covered, widest, words));
        }
    }
    let headed = child(group, "thead").is_some_and(|head| child(head, "row").is_some());
    BlockKind::Table { headed, rows }
}

fn read_row<'a, 'i>(
    row: Node<'a, 'i>,
    columns: &HashMap<&str, usize>,
    covered: &mut Vec<usize>,
    widest: usize,
    words: &mut dyn FnMut(Node<'a, 'i>) -> Vec<Inline>,
) -> Vec<Vec<Inline>> {
    let mut cells: Vec<Vec<Inline>> = Vec::new();
    let mut spans = Vec::new();
    for entry in row.children().filter(|entry| matches!(name(*entry), "entry" | "entrytbl")) {
        let column = |key| entry.attribute(key).and_then(|column| columns.get(column)).copied();
        let named = column("namest").or_else(|| column("colname"));
        while covered.get(cells.len()).is_some_and(|rows| *rows > 0) {
            cells.push(Vec::new());
        }
        // A column that lies behind says that some stay empty; one that lies in front is not believed, as every cell is kept.
        let start = named.filter(|start| *start < widest).unwrap_or(0).max(cells.len());
        cells.resize(start, Vec::new());
        cells.push(words(entry));
        let last = column("nameend").filter(|last| *last < widest).unwrap_or(start).max(start);
        cells.resize(last + 1, Vec::new());
        let below = entry.attribute("morerows").and_then(|rows| rows.parse::<usize>().ok()).unwrap_or(0);
        spans.push((start..=last, below));
    }
    for rows in covered.iter_mut() {
        *rows = rows.saturating_sub(1);
    }
    for (span, below) in spans.into_iter().filter(|(_, below)| *below > 0) {
        covered.resize(covered.len().max(span.end() + 1), 0);
        covered[span].fill(below);
    }
    cells
}
