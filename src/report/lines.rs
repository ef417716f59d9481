//! The lines of a letter that are shown, cut out of it: who prints them would otherwise walk through the whole text for every finding.

use crate::text::{Buffer, PositionEncoding, Span};

/// The lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    buffer: Buffer,
}

/// Some whole lines of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Window {
    /// The lines, without the last line end.
    pub(super) span: Span,
    /// The number of the first, from 1.
    pub(super) line: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, buffer: Buffer::new(text) }
    }

    /// The whole lines that `span` stands on.
    pub(super) fn window(&self, span: Span) -> Window {
        let (first, last) = (self.line(span.start), self.line(span.end));
        let line = |line| self.buffer.line(line).unwrap_or(Span::new(self.text.len(), self.text.len()));
        Window { span: line(first).join(line(last)), line: first + 1 }
    }

    /// How many lines lie between two places.
    pub(super) fn between(&self, a: Span, b: Span) -> usize {
        let (a, b) = if a.start <= b.start { (a, b) } else { (b, a) };
        self.line(b.start).saturating_sub(self.line(a.end))
    }

    fn line(&self, offset: usize) -> usize {
        let position = self.buffer.position(offset, PositionEncoding::Utf32);
        usize::try_from(position.line).unwrap_or(usize::MAX)
    }
}
