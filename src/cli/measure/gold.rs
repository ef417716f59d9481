//! A table of citations whose meaning is known: one a row, with the identifiers and the page that it names.
//!
//! Columns are separated by tabs and named by the first row; `raw`, `kind`, `expected` and `pin` are read, others are for people.

use crate::messages::Message;

/// One citation, and what it means.
pub(super) struct Row {
    /// Its line in the file, from 1.
    pub(super) line: usize,
    /// The words, as printed.
    pub(super) raw: String,
    /// What sort of citation it is; results are summed by it.
    pub(super) kind: String,
    /// The papers that it names, each with its pin, which is empty where it names no page.
    pub(super) expected: Vec<(String, String)>,
}

impl Row {
    /// Whether this is a paper's own number, which is no citation where the paper prints it.
    pub(super) fn is_own_number(&self) -> bool {
        self.kind.starts_with("self-")
    }

    /// Whether the words mean nothing without what stands before them.
    pub(super) fn leans_on_the_letter(&self) -> bool {
        self.kind == "anaphora"
    }
}

/// Reads a table.
pub(super) fn rows(table: &str) -> Result<Vec<Row>, Message> {
    let mut lines = table.lines().enumerate();
    let names: Vec<&str> = lines.next().map_or("", |(_, line)| line).split('\t').collect();
    let column = |name: &'static str| {
        let at = names.iter().position(|other| *other == name);
        at.ok_or_else(|| Message::new("measure-no-column").with("name", name))
    };
    let (raw, kind, expected, pin) = (column("raw")?, column("kind")?, column("expected")?, column("pin")?);
    let rows = lines.filter(|(_, line)| !line.is_empty()).map(|(at, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
        Row {
            line: at + 1,
            raw: unescaped(cell(raw)),
            kind: cell(kind).to_owned(),
            expected: papers(cell(expected), cell(pin)),
        }
    });
    Ok(rows.collect())
}

/// Identifiers with their pins. One pin belongs to all of them, several are in their order; a dash is no identifier.
fn papers(ids: &str, pins: &str) -> Vec<(String, String)> {
    let ids: Vec<&str> = ids.split(';').map(str::trim).filter(|id| !matches!(*id, "" | "-")).collect();
    let pins: Vec<&str> = pins.split(';').map(str::trim).collect();
    let pin = |at: usize| match pins[..] {
        [only] => only,
        _ => pins.get(at).copied().unwrap_or_default(),
    };
    ids.iter().enumerate().map(|(at, id)| ((*id).to_owned(), pin(at).to_owned())).collect()
}

/// Line breaks, tabs and signs by their number stand escaped, so that each row is a line.
fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let sign = match after.chars().next() {
            Some('n') => Some(('\n', 1)),
            Some('r') => Some(('\r', 1)),
            Some('t') => Some(('\t', 1)),
            Some('u') => after
                .get(1..5)
                .and_then(|code| u32::from_str_radix(code, 16).ok())
                .and_then(char::from_u32)
                .map(|sign| (sign, 5)),
            _ => None,
        };
        let (sign, len) = sign.unwrap_or(('\\', 0));
        text.push(sign);
        rest = &after[len..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read() {
        let table = "raw\tsource\tkind\texpected\tpin\nKamerstuk \\n29 521,\\u00a0nr. 385\tx\tkst\tkst-29521-385\tp. 2\n(PbEU L 266)\tx\teu-oj\t-\t\n";
        let rows = rows(table).ok().unwrap();
        assert_eq!(rows[0].raw, "Kamerstuk \n29 521,\u{A0}nr. 385");
        assert_eq!(rows[0].expected, [("kst-29521-385".to_owned(), "p. 2".to_owned())]);
        assert_eq!((rows[1].line, rows[1].expected.len()), (3, 0));
    }

    #[test]
    fn pins_belong_to_all_or_to_each() {
        let papers = |ids, pins| {
            let papers = papers(ids, pins).into_iter();
            papers.map(|(id, pin)| format!("{id} {pin}")).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(papers("a;b", "p. 4 e.v."), "a p. 4 e.v., b p. 4 e.v.");
        assert_eq!(papers("a;b", "p. 15-16; p. 5-6"), "a p. 15-16, b p. 5-6");
        assert_eq!(papers("a;b", "p. 15;"), "a p. 15, b ");
        assert_eq!(papers("a", ""), "a ");
    }

    #[test]
    fn a_table_without_a_column_is_none() {
        assert_eq!(rows("raw\tkind\tpin\n").err().unwrap().code(), "measure-no-column");
    }
}
