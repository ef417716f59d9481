//! Marks and notes as they are written, also those that have no fellow.
//!
//! [`Letter::footnotes`](super::Letter) has what belongs together; this has what does not, for one who checks a letter.
//! It reads only what cannot be anything else: `[^1]` in Markdown, and in a plain text `[1]` where lines begin with such numbers in order. Marks that extraction glued to a word look like any other digit, and say nothing of what is missing.

use crate::text::Span;

use super::lines::lines;
use super::{Format, Letter};

/// The longest label, in bytes.
const LONGEST_LABEL: usize = 40;

/// The marks and notes of a letter as they are written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WrittenNotes {
    /// The marks in the text, in order of place.
    pub marks: Vec<WrittenNote>,
    /// What stands in front of the notes, in order of place.
    pub notes: Vec<WrittenNote>,
}

/// A mark, or the label in front of a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrittenNote {
    /// The whole sign, `[^1]`.
    pub span: Span,
    /// The label in it, `1`.
    pub label: Span,
}

impl Letter {
    /// The marks and notes as they are written; nothing where the letter does not write them in a way that leaves no doubt. `text` is the text that the letter was read from.
    #[must_use]
    pub fn written_notes(&self, text: &str, format: Format) -> WrittenNotes {
        match format {
            Format::Markdown => self.markdown(text),
            Format::Plain => self.bracketed(text).unwrap_or_default(),
        }
    }

    fn markdown(&self, text: &str) -> WrittenNotes {
        let mut written = WrittenNotes::default();
        for start in memchr::memmem::find_iter(text.as_bytes(), b"[^") {
            let Some(note) = sign(text, start, "[^").filter(|note| !self.is_silent(note.span)) else {
                continue;
            };
            let begins = text[..start].rsplit(['\n', '\r']).next().unwrap_or_default();
            let begins = begins.trim_start_matches([' ', '>']).is_empty() && begins.len() < 8;
            if begins && text[note.span.end..].starts_with(':') {
                written.notes.push(note);
            } else if !text[..start].ends_with('\\') {
                written.marks.push(note);
            }
        }
        written
    }

    /// `[1]` in the text, and lines that begin with `[1]`, `[2]`, …
    fn bracketed(&self, text: &str) -> Option<WrittenNotes> {
        memchr::memmem::find(text.as_bytes(), b"\n[1]")?;
        let mut written = WrittenNotes::default();
        for line in lines(text, self.body).filter(|line| line.text.starts_with('[')) {
            let note = sign(text, line.span.start, "[").filter(|note| !self.is_silent(note.span));
            written
                .notes
                .extend(note.filter(|note| note.number(text).is_some() && note.span.end < line.span.end));
        }
        for start in memchr::memchr_iter(b'[', text.as_bytes()).filter(|&start| start >= self.body) {
            let Some(mark) = sign(text, start, "[").filter(|mark| mark.number(text).is_some()) else {
                continue;
            };
            let is_note = written.notes.binary_search_by_key(&start, |note| note.span.start).is_ok();
            // A mark stands behind a word or a sign.
            let behind =
                text[..start].chars().next_back().is_some_and(|sign| !sign.is_whitespace() && sign != '(');
            if !is_note && behind && !self.is_silent(mark.span) {
                written.marks.push(mark);
            }
        }
        let numbers = |notes: &[WrittenNote]| -> Vec<u32> {
            notes.iter().filter_map(|note| note.number(text)).collect()
        };
        // Both rows begin with one and never fall, and the notes stand below the marks that point at them.
        let (marks, notes) = (numbers(&written.marks), numbers(&written.notes));
        let regular = |row: &[u32]| row.first() == Some(&1) && row.is_sorted();
        let below = written.marks.first()?.span.start < written.notes.first()?.span.start;
        (regular(&marks) && regular(&notes) && below).then_some(written)
    }

    fn is_silent(&self, span: Span) -> bool {
        let next = self.silent.partition_point(|silent| silent.end <= span.start);
        self.silent.get(next).is_some_and(|silent| silent.overlaps(span))
    }
}

impl WrittenNote {
    /// The number that the label is, where it is one.
    #[must_use]
    pub fn number(&self, text: &str) -> Option<u32> {
        let label = self.label.of(text);
        (label.len() <= 4 && label.bytes().all(|b| b.is_ascii_digit())).then(|| label.parse().ok())?
    }
}

/// A sign that begins at `start` with `opening` and ends with a bracket, where a label lies between.
fn sign(text: &str, start: usize, opening: &str) -> Option<WrittenNote> {
    let from = start + opening.len();
    let len = text.as_bytes()[from..].iter().take(LONGEST_LABEL + 1).position(|&b| b == b']')?;
    let label = Span::new(from, from + len);
    let is_label =
        len > 0 && label.of(text).bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_label.then_some(WrittenNote { span: Span::new(start, label.end + 1), label })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels of marks and notes.
    fn read(text: &str, format: Format) -> (Vec<&str>, Vec<&str>) {
        let written = Letter::read(text, format).written_notes(text, format);
        let labels = |notes: &[WrittenNote]| notes.iter().map(|note| note.label.of(text)).collect();
        (labels(&written.marks), labels(&written.notes))
    }

    #[test]
    fn of_markdown() {
        let text = "De missie[^1] is verlengd[^mali]; `[^x]` en [zie](#a).\n\n[^1]: Zie de brief.\n> [^3]: Nog een.\n";
        assert_eq!(read(text, Format::Markdown), (vec!["1", "mali"], vec!["1", "3"]));
        assert_eq!(read(text, Format::Plain), (vec![], vec![]));
    }

    #[test]
    fn of_a_plain_text_with_numbers_in_brackets() {
        let text = "De missie[1] is verlengd.[3] Hij zei dat [de Minister] [2] keer kwam.\n\n[1] Zie de brief.\n[2] Zie daar.\n";
        assert_eq!(read(text, Format::Plain), (vec!["1", "3"], vec!["1", "2"]));
        // Without order they may be anything.
        assert_eq!(read(&text.replace("[1] Zie", "[4] Zie"), Format::Plain), (vec![], vec![]));
    }

    #[test]
    fn glued_marks_say_nothing() {
        assert_eq!(read("De missie.1 En\n\n1 Zie de brief.\n3 Zie daar.\n", Format::Plain), (vec![], vec![]));
    }
}
