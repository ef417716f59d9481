//! The piece of a letter that is shown for a finding: whole lines where they are short, and of a long one the words around it.
//!
//! Letters in Markdown have whole paragraphs on a line, and whoever prints findings would otherwise walk through the whole text for each.

use std::borrow::Cow;

use crate::text::{Buffer, PositionEncoding, Span};

/// What stands where a line was cut.
const CUT: &str = "… ";

/// The lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    buffer: Buffer,
    /// How many columns there are to show a line in.
    width: usize,
}

/// A piece of a text, to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece<'a> {
    /// What is shown, without the last line end.
    pub(super) shown: Cow<'a, str>,
    /// The number of its first line, from 1.
    pub(super) line: usize,
    /// How its bytes lie to those of the text: `text = shown + offset`, with the sign apart.
    start: usize,
    cut: usize,
}

impl Piece<'_> {
    /// Where a stretch of the text stands in what is shown. A line end, which is not shown, stands at its end.
    pub(super) fn place(&self, span: Span) -> std::ops::Range<usize> {
        let at = |offset: usize| (offset.saturating_sub(self.start) + self.cut).min(self.shown.len());
        at(span.start)..at(span.end)
    }
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, width: usize) -> Self {
        Self { text, buffer: Buffer::new(text), width }
    }

    /// The piece to show for some words.
    pub(super) fn piece(&self, words: Span) -> Piece<'a> {
        let (first, last) = (self.line(words.start), self.line(words.end));
        let line = |line| self.buffer.line(line).unwrap_or(Span::new(self.text.len(), self.text.len()));
        let (first_line, last_line) = (line(first), line(last));
        // What the words leave of a line is for what stands around them.
        let room = (self.width.saturating_sub(words.len() + 16) / 2).max(20);
        let start = if first_line.len() > self.width {
            self.word_from(words.start.saturating_sub(room).max(first_line.start), words.start)
        } else {
            first_line.start
        };
        let end = if last_line.len() > self.width {
            self.word_until((words.end + room).min(last_line.end), words.end)
        } else {
            last_line.end
        };
        let piece = Span::new(start, end).of(self.text);
        let (before, after) = (start > first_line.start, end < last_line.end);
        let sign = |cut: bool, sign: &'static str| if cut { sign } else { "" };
        let shown = if before || after {
            Cow::Owned(format!("{}{piece}{}", sign(before, CUT), sign(after, " …")))
        } else {
            Cow::Borrowed(piece)
        };
        Piece { shown, line: first + 1, start, cut: if before { CUT.len() } else { 0 } }
    }

    /// Whether two places are near enough to be shown in one piece.
    pub(super) fn are_near(&self, a: Span, b: Span) -> bool {
        /// Places further apart than so many lines are shown apart.
        const LINES: usize = 12;
        let (a, b) = if a.start <= b.start { (a, b) } else { (b, a) };
        let between = self.line(b.start).saturating_sub(self.line(a.end));
        between <= LINES
            && b.start.saturating_sub(a.end) <= LINES * self.width
            && (between > 0 || b.end.saturating_sub(a.start) <= self.width)
    }

    /// The line and column of a byte, both from 1, the column in code points.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let position = self.buffer.position(offset, PositionEncoding::Utf32);
        let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX).saturating_add(1);
        (number(position.line), number(position.column))
    }

    fn line(&self, offset: usize) -> usize {
        self.position(offset).0 - 1
    }

    /// The start of the first word at or behind `from`, at the latest `words`.
    fn word_from(&self, from: usize, words: usize) -> usize {
        let from = self.text.floor_char_boundary(from);
        let before = &self.text[from..words];
        // A cut at the start of a word needs no other.
        if from == 0 || self.text[..from].ends_with(char::is_whitespace) {
            return from;
        }
        before.find(char::is_whitespace).map_or(from, |space| words - before[space..].trim_start().len())
    }

    /// The end of the last word at or before `until`, at the earliest `words`.
    fn word_until(&self, until: usize, words: usize) -> usize {
        let until = self.text.floor_char_boundary(until).max(words);
        if self.text[until..].is_empty() || self.text[until..].starts_with(char::is_whitespace) {
            return until;
        }
        let behind = &self.text[words..until];
        behind.rfind(char::is_whitespace).map_or(until, |space| words + behind[..space].trim_end().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, words: &str, width: usize) -> (String, String) {
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let piece = Lines::new(text, width).piece(span);
        (piece.shown[piece.place(span)].to_owned(), piece.shown.into_owned())
    }

    #[test]
    fn short_lines_are_shown_whole_and_long_ones_around_the_words() {
        let text = "Kop\n\nDe brief (Kamerstuk\n29 521, nr. 385) is er.\n";
        assert_eq!(piece(text, "Kamerstuk\n29 521", 40).1, "De brief (Kamerstuk\n29 521, nr. 385) is er.");
        let text = "Een lange alinea in Markdown staat op één regel, en daarin staat ergens Kamerstuk 29 521, nr. 385, waarna zij nog lang zo doorgaat.";
        let (words, shown) = piece(text, "29 521", 40);
        assert_eq!(words, "29 521");
        assert_eq!(shown, "… ergens Kamerstuk 29 521, nr. 385, waarna …");
        assert_eq!(piece(text, "Een", 40).1, "Een lange alinea in …");
        assert_eq!(piece(text, "doorgaat.", 40).1, "… zij nog lang zo doorgaat.");
    }

    #[test]
    fn signs_of_several_bytes_are_not_cut_through() {
        let text = "é".repeat(300) + " 29 521 " + &"€".repeat(300);
        for width in 40..60 {
            assert_eq!(piece(&text, "29 521", width).0, "29 521");
        }
    }
}
