//! Footnotes and the marks in the text that point at them.

use crate::text::Span;

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
