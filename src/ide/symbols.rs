//! What a letter consists of: its head, addressee, sections, tables, footnotes and signatures, and within each what is cited there.

use crate::citation::Reading;
use crate::letter::SectionKind;
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::name::name;

/// A part of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// What it is called, never empty and on one line.
    pub name: String,
    /// What stands beside the name.
    pub detail: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it; it covers the spans of its children.
    pub span: Span,
    /// The words that name it, within its span.
    pub title: Span,
    /// The parts within it, ascending and beside each other.
    pub children: Vec<Symbol>,
}

/// What a part of a letter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SymbolKind {
    /// The head of the paper.
    Header,
    /// To whom it is sent.
    Addressee,
    /// A heading and what stands below it.
    Section,
    /// A table.
    Table,
    /// A footnote.
    Footnote,
    /// Who signed it.
    Signature,
    /// A place that cites.
    Citation,
}

/// The parts of a letter, ascending and beside each other, each with those within it.
#[must_use]
pub fn symbols(reading: &Reading, say: Translator) -> Vec<Symbol> {
    let text = &*reading.text;
    let letter = &reading.letter;
    let mut all: Vec<Symbol> = Vec::new();
    if !letter.header.span.is_empty() {
        let own = letter.header.id.as_ref().map(|id| name(id, say));
        let words = in_one_line(letter.header.span.of(text));
        all.push(symbol(SymbolKind::Header, own.unwrap_or(words), letter.header.span));
    }
    for section in letter.outline(text, reading.format) {
        let kind = match section.kind {
            SectionKind::Addressee => SymbolKind::Addressee,
            SectionKind::Section(_) => SymbolKind::Section,
            SectionKind::Table => SymbolKind::Table,
            SectionKind::Signature => SymbolKind::Signature,
        };
        let name = in_one_line(section.title.of(text));
        all.push(Symbol { title: section.title, ..symbol(kind, name, section.span) });
    }
    for note in &letter.footnotes {
        let words = in_one_line(note.note.of(text));
        let name = Message::new("symbol-footnote").with("label", &note.label);
        let span = note.anchor.join(note.note);
        let detail = Some(words).filter(|words| !words.is_empty());
        all.push(Symbol {
            detail,
            title: note.anchor,
            ..symbol(SymbolKind::Footnote, say.text(&name), span)
        });
    }
    for citation in &*reading.citations {
        let mut papers: Vec<String> = citation.targets.iter().map(|target| name(&target.id, say)).collect();
        papers.dedup();
        let more = papers.len().saturating_sub(3);
        papers.truncate(3);
        let mut detail = papers.join("; ");
        if more > 0 {
            detail.push_str(" …");
        }
        let detail = Some(detail).filter(|detail| !detail.is_empty());
        let words = in_one_line(citation.span.of(text));
        all.push(Symbol { detail, ..symbol(SymbolKind::Citation, words, citation.span) });
    }
    all.retain(|symbol| !symbol.name.trim().is_empty() && !symbol.span.is_empty());
    nested(all)
}

fn symbol(kind: SymbolKind, name: String, span: Span) -> Symbol {
    Symbol { name, detail: None, kind, span, title: span, children: Vec::new() }
}

/// Puts each part into the innermost one that covers it. One that only overlaps another is cut where that begins; nothing overlaps in the end.
fn nested(mut all: Vec<Symbol>) -> Vec<Symbol> {
    all.sort_by_key(|symbol| (symbol.span.start, std::cmp::Reverse(symbol.span.end)));
    let mut roots = Vec::new();
    let mut open: Vec<Symbol> = Vec::new();
    for mut symbol in all {
        while open.last().is_some_and(|outer| outer.span.end <= symbol.span.start) {
            close(&mut open, &mut roots);
        }
        if let Some(outer) = open.last() {
            symbol.span.end = symbol.span.end.min(outer.span.end);
            symbol.title =
                Span::new(symbol.title.start.min(symbol.span.end), symbol.title.end.min(symbol.span.end));
        }
        open.push(symbol);
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

fn close(open: &mut Vec<Symbol>, roots: &mut Vec<Symbol>) {
    let Some(symbol) = open.pop() else { return };
    open.last_mut().map_or(roots, |outer| &mut outer.children).push(symbol);
}

/// How long a name is, in characters.
const NAME: usize = 80;

/// Words on one line, and no more of them than a list of parts has room for.
fn in_one_line(words: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in words.split_whitespace() {
        length += word.chars().count() + 1;
        if length > NAME && !line.is_empty() {
            line.push_str(" …");
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::analysis::fixture::Fixture;

    fn outline(literal: &str) -> String {
        fn write(symbols: &[Symbol], depth: usize, out: &mut String) {
            for symbol in symbols {
                let detail = symbol.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
                writeln!(out, "{}{:?}: {}{detail}", "  ".repeat(depth), symbol.kind, symbol.name).unwrap();
                write(&symbol.children, depth + 1, out);
            }
        }
        let mut out = String::new();
        write(&symbols(&Fixture::new(literal).reading, Translator::default()), 0, &mut out);
        out
    }

    #[test]
    fn of_a_printed_letter() {
        assert_eq!(
            outline(
                "
                -- brief.txt
                29 521

                Nederlandse deelname aan vredesmissies

                Nr. 403

                BRIEF VAN DE MINISTER VAN DEFENSIE

                Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

                Den Haag, 14 februari 2020

                Eerder schreef ik u (Kamerstuk 29 521, nr. 385).

                1. De missie
                De missie is verlengd.1 Zie Kamerstukken 29 521, nrs. 1, 2, 3 en 4.

                1 Kamerstuk 29 521, nr. 41.

                De Minister van Defensie,
                A.Th.B. Bijleveld-Schouten
                "
            ),
            "\
Header: Kamerstuk 29 521, nr. 403
Addressee: Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Citation: Kamerstuk 29 521, nr. 385 (Kamerstuk 29 521, nr. 385)
Section: 1. De missie
  Citation: Kamerstukken 29 521, nrs. 1, 2, 3 en 4 (Kamerstuk 29 521, nr. 1; Kamerstuk 29 521, nr. 2; Kamerstuk 29 521, nr. 3 …)
  Footnote: Noot 1 (Kamerstuk 29 521, nr. 41.)
    Citation: Kamerstuk 29 521, nr. 41 (Kamerstuk 29 521, nr. 41)
Signature: De Minister van Defensie
"
        );
    }

    #[test]
    fn a_text_without_anything_has_nothing() {
        assert_eq!(outline("-- brief.txt\n"), "");
    }
}
