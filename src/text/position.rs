//! Line and column, as editors count them.

/// In which units a column is counted; the client and the server agree on one (LSP 3.17, `positionEncoding`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PositionEncoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, what LSP takes where nothing was agreed.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

/// A place in a text as line and column, both from zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Position {
    /// Lines end with LF, CR or CR LF, and with nothing else.
    pub line: u32,
    /// Units of the [`PositionEncoding`] from the start of the line.
    pub column: u32,
}

impl Position {
    /// The place at `column` of `line`.
    #[must_use]
    pub const fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}

/// A half-open stretch between two places.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Range {
    /// The first place.
    pub start: Position,
    /// The place behind the last.
    pub end: Position,
}

impl Range {
    /// The stretch from `start` up to and without `end`.
    #[must_use]
    pub const fn new(start: Position, end: Position) -> Self {
        Self { start, end }
    }
}
