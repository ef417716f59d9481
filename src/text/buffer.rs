//! The text of a letter while it is being edited.
//!
//! The rope behind it makes a copy free and an edit cheap; nobody outside sees it.
//! This module does not know what a letter says, nor who edits it.

use ropey::{Rope, RopeSlice};
use xxhash_rust::xxh3::Xxh3;

use super::{Position, PositionEncoding, Range, Span};

/// A text that can be edited, copied for nothing, and asked for lines and columns.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    rope: Rope,
}

/// One edit, as an editor tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What is replaced; `None` is the whole text.
    pub range: Option<Range>,
    /// What stands there from now on.
    pub text: String,
}

/// An edit that was made, in bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// Where, in the text as it was before.
    pub span: Span,
    /// What stood there.
    pub removed: String,
    /// What stands there now.
    pub inserted: String,
}

/// An edit that cannot be meant for the text as we have it.
///
/// It cannot be mended by guessing: the editor's text and ours differ, and only a text that arrives whole heals that.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OutOfStep {
    /// The edit names a line that the text does not have.
    #[error("line {line} of a text with {lines} lines")]
    NoSuchLine {
        /// The line that was named, from zero.
        line: u32,
        /// How many lines there are.
        lines: usize,
    },
    /// The edit starts behind its end.
    #[error("a change that starts behind its end")]
    Backwards,
}

impl Buffer {
    /// A text to edit. A byte order mark is taken as part of the text; [`decode`](super::decode()) removes it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// The length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many lines there are: one more than there are line ends.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.rope.len_lines()
    }

    /// The whole text in one piece.
    #[must_use]
    pub fn contents(&self) -> String {
        self.rope.to_string()
    }

    /// The bytes of a line, without its line end; `None` where there is no such line.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<Span> {
        if line >= self.rope.len_lines() {
            return None;
        }
        let start = self.rope.line_to_byte(line);
        Some(Span::new(start, start + content_len(self.rope.line(line))))
    }

    /// Applies edits in order, each on the result of the one before.
    ///
    /// # Errors
    /// Where an edit does not fit the text. Edits before it have been applied; the text is of no further use until it is replaced whole.
    pub fn apply(&mut self, changes: &[Change], encoding: PositionEncoding) -> Result<(), OutOfStep> {
        changes.iter().try_for_each(|change| self.edit(change, encoding).map(drop))
    }

    /// Applies one edit, and tells what it was in bytes.
    ///
    /// # Errors
    /// Where it does not fit the text, which then is as it was.
    pub fn edit(&mut self, change: &Change, encoding: PositionEncoding) -> Result<Edit, OutOfStep> {
        let inserted = change.text.clone();
        let Some(range) = change.range else {
            let removed = std::mem::replace(&mut self.rope, Rope::from_str(&change.text)).to_string();
            return Ok(Edit { span: Span::new(0, removed.len()), removed, inserted });
        };
        let span = Span::new(self.offset(range.start, encoding)?, self.offset(range.end, encoding)?);
        if range.start > range.end {
            return Err(OutOfStep::Backwards);
        }
        let (start, end) = (self.rope.byte_to_char(span.start), self.rope.byte_to_char(span.end));
        let removed = self.rope.slice(start..end).to_string();
        self.rope.remove(start..end);
        self.rope.insert(start, &change.text);
        Ok(Edit { span, removed, inserted })
    }

    /// The words of a stretch. One that ends within a character, or beyond the text, ends before that.
    #[must_use]
    pub fn words(&self, span: Span) -> String {
        let place = |offset: usize| self.rope.byte_to_char(offset.min(self.len()));
        let start = place(span.start);
        self.rope.slice(start..place(span.end).max(start)).to_string()
    }

    /// The start of the character that the byte at `offset` belongs to.
    #[must_use]
    pub fn floor(&self, offset: usize) -> usize {
        self.rope.char_to_byte(self.rope.byte_to_char(offset.min(self.len())))
    }

    /// A digest of the whole text, by which it is known again. It is worked out without putting the text together: a tenth of a millisecond for a megabyte.
    #[must_use]
    pub fn digest(&self) -> u128 {
        let mut digest = Xxh3::new();
        self.rope.chunks().for_each(|chunk| digest.update(chunk.as_bytes()));
        digest.digest128()
    }

    /// The byte at a place.
    ///
    /// A column past the end of its line is the end of that line without its line end; one inside a character is the start of that character.
    ///
    /// # Errors
    /// Where there is no such line.
    pub fn offset(&self, position: Position, encoding: PositionEncoding) -> Result<usize, OutOfStep> {
        let lines = self.rope.len_lines();
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        if line >= lines {
            return Err(OutOfStep::NoSuchLine { line: position.line, lines });
        }
        let slice = self.rope.line(line);
        let content = slice.byte_slice(..content_len(slice));
        let column = usize::try_from(position.column).unwrap_or(usize::MAX);
        let within = match encoding {
            PositionEncoding::Utf8 => {
                let column = column.min(content.len_bytes());
                content.char_to_byte(content.byte_to_char(column))
            }
            PositionEncoding::Utf16 => {
                let column = column.min(content.len_utf16_cu());
                content.char_to_byte(content.utf16_cu_to_char(column))
            }
            PositionEncoding::Utf32 => content.char_to_byte(column.min(content.len_chars())),
        };
        Ok(self.rope.line_to_byte(line) + within)
    }

    /// The place of a byte. One past the end is the end; one inside a character is the start of that character.
    /// Between the CR and the LF of one line end no place exists that an editor could name, so that is the end of the line.
    #[must_use]
    pub fn position(&self, offset: usize, encoding: PositionEncoding) -> Position {
        let rope = &self.rope;
        let offset = offset.min(rope.len_bytes());
        let line = rope.byte_to_line(offset);
        let line_end = rope.line_to_byte(line) + content_len(rope.line(line));
        let char_at = rope.byte_to_char(offset.min(line_end));
        let line_char = rope.line_to_char(line);
        let column = match encoding {
            PositionEncoding::Utf8 => rope.char_to_byte(char_at) - rope.line_to_byte(line),
            PositionEncoding::Utf16 => rope.char_to_utf16_cu(char_at) - rope.char_to_utf16_cu(line_char),
            PositionEncoding::Utf32 => char_at - line_char,
        };
        Position::new(saturate(line), saturate(column))
    }

    /// The two places of a stretch.
    #[must_use]
    pub fn range(&self, span: Span, encoding: PositionEncoding) -> Range {
        Range::new(self.position(span.start, encoding), self.position(span.end, encoding))
    }
}

/// Bytes of a line without its line end.
fn content_len(line: RopeSlice<'_>) -> usize {
    let mut len = line.len_bytes();
    if len > 0 && line.byte(len - 1) == b'\n' {
        len -= 1;
    }
    if len > 0 && line.byte(len - 1) == b'\r' {
        len -= 1;
    }
    len
}

/// Editors count in 32 bits; a text beyond that does not arrive.
fn saturate(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lf_cr_and_crlf_end_a_line() {
        // The default features of ropey count these as line ends, and another crate could switch them on.
        for not_an_end in ["\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"] {
            assert_eq!(Buffer::new(&format!("a{not_an_end}b")).line_count(), 1, "{not_an_end:?}");
        }
        assert_eq!(Buffer::new("a\nb\rc\r\nd").line_count(), 4);
    }

    #[test]
    fn a_column_past_the_line_is_its_end_without_the_line_end() {
        let buffer = Buffer::new("Kamerstuk\r\n29 521");
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32] {
            assert_eq!(buffer.offset(Position::new(0, 400), encoding), Ok(9));
            assert_eq!(buffer.offset(Position::new(1, 400), encoding), Ok(17));
        }
    }

    #[test]
    fn a_column_inside_a_character_rounds_down() {
        let buffer = Buffer::new("a😀b");
        assert_eq!(buffer.offset(Position::new(0, 2), PositionEncoding::Utf16), Ok(1));
        assert_eq!(buffer.offset(Position::new(0, 3), PositionEncoding::Utf16), Ok(5));
        assert_eq!(buffer.offset(Position::new(0, 3), PositionEncoding::Utf8), Ok(1));
        assert_eq!(buffer.offset(Position::new(0, 2), PositionEncoding::Utf32), Ok(5));
    }

    #[test]
    fn a_line_that_is_not_there_is_out_of_step() {
        let mut buffer = Buffer::new("een\ntwee");
        let range = Range::new(Position::new(0, 0), Position::new(2, 0));
        let change = Change { range: Some(range), text: String::new() };
        assert_eq!(
            buffer.apply(&[change], PositionEncoding::Utf16),
            Err(OutOfStep::NoSuchLine { line: 2, lines: 2 })
        );
    }
}
