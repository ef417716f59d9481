//! The lines of a text with their places, since heads and feet of papers are made of lines.

use crate::text::Span;

/// A line, trimmed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its words, without blanks around them.
    pub text: &'a str,
    /// Where these stand.
    pub span: Span,
    /// Where the next line begins.
    pub next: usize,
}

/// The lines of `text` from the byte `from` on. Lines end with LF, CR or CR LF; a form feed is a blank.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let len = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let end = match &rest.as_bytes()[len..] {
            [b'\r', b'\n', ..] => len + 2,
            [] => len,
            _ => len + 1,
        };
        let raw = &rest[..len];
        let start = at + raw.len() - raw.trim_start().len();
        let trimmed = raw.trim();
        at += end;
        Some(Line { text: trimmed, span: Span::new(start, start + trimmed.len()), next: at })
    })
}
