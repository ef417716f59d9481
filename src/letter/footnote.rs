//! Footnotes of a plain text, and the marks in the text that point at them.
//!
//! Extraction glues a mark to the word before it (`MINUSMA.1`) and prints a note as a line that begins with its number, so that a mark looks like any other digit.
//! Numbers alone therefore decide nothing: a note is one when its number is the next in order and a mark with that number stands before it.

use crate::text::Span;

use super::lines::lines;

/// A footnote: its mark or marks in the text, and the note.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Footnote {
    /// `1`, or the label of a Markdown note.
    pub label: String,
    /// The marks in the text that point at it: the number alone, or `[^1]`.
    pub marks: Vec<Span>,
    /// The number or label in front of the note; where one who jumps from the mark lands.
    pub anchor: Span,
    /// The words of the note, without number or label.
    pub note: Span,
}

/// The footnotes of a plain text, from the byte `from` on.
pub(super) fn read(text: &str, from: usize) -> Vec<Footnote> {
    let mut footnotes: Vec<Footnote> = Vec::new();
    // Where the mark of the next note may stand: behind the one before, and not where it was sought in vain.
    let mut searched = from;
    let mut open = false;
    for line in lines(text, from) {
        let next_label = (footnotes.len() + 1).to_string();
        let words = note_start(line.text, &next_label);
        let mark = words.and_then(|_| mark(text, searched, line.span.start, &next_label));
        if let (Some(words), Some(mark)) = (words, mark) {
            searched = mark.end;
            let anchor = Span::new(line.span.start, line.span.start + next_label.len());
            let note = Span::new(line.span.end - words.len(), line.span.end);
            footnotes.push(Footnote { label: next_label, marks: vec![mark], anchor, note });
            open = true;
            continue;
        }
        if words.is_some() {
            searched = line.span.start;
        }
        match footnotes.last_mut().filter(|_| open) {
            Some(footnote) if continues(line.text) => footnote.note.end = line.span.end,
            _ => open = false,
        }
    }
    footnotes
}

/// A note goes on until a blank line or the foot of the page.
fn continues(line: &str) -> bool {
    !line.is_empty()
        && !line.starts_with("Tweede Kamer, ")
        && !line.starts_with("Eerste Kamer, ")
        && !line.starts_with("kst-")
}

/// The words of a note that begins with `label`: behind a blank, or glued to a capital or a quotation mark.
fn note_start<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(label)?;
    let words = rest.trim_start();
    let parted = words.len() < rest.len();
    let begins =
        words.starts_with(|sign: char| sign.is_uppercase() || matches!(sign, '‘' | '“' | '"' | '(' | '\''));
    // A web address begins in lower case, and so do the few words of which notes consist at times.
    let lower = parted && words.starts_with(char::is_lowercase);
    (begins || lower).then_some(words)
}

/// The mark `label` between two places: glued behind a letter or a punctuation mark, and with no digit around it.
fn mark(text: &str, from: usize, to: usize, label: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    memchr::memmem::find_iter(&bytes[from..to], label).map(|at| from + at).find_map(|start| {
        let end = start + label.len();
        let before = text[..start].chars().next_back()?;
        let after = text[end..].chars().next();
        let glued = before.is_alphabetic()
            || matches!(before, '.' | ',' | ';' | ':' | ')' | '”' | '’' | '»' | '"' | '?' | '!');
        let ends =
            after.is_none_or(|after| after.is_whitespace() || matches!(after, '.' | ',' | ';' | ')' | ':'));
        // `2.1` is a paragraph and `1,5` an amount.
        let number =
            matches!(before, '.' | ',') && text[..start - 1].ends_with(|sign: char| sign.is_ascii_digit());
        // `Artikel A1`, `COVID-19` and `G5` are names: a mark stands behind a word in lower case, or a whole word in capitals.
        let name = before.is_uppercase()
            && text[..start].chars().rev().take(4).take_while(|sign| sign.is_alphanumeric()).count() < 4;
        (glued && ends && !number && !name).then(|| Span::new(start, end))
    })
}
