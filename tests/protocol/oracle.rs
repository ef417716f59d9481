//! A text as the specification describes it: characters, and lines that end with LF, CR LF or CR.
//!
//! Naive on purpose, and shares no line of code with Griffier: it is what the tests measure against, here as the text that an
//! editor holds, and in `tests/text_oracle.rs` as the judge of the rope.

/// In what a column is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    Utf8,
    Utf16,
    Utf32,
}

impl Unit {
    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Line and column, from zero.
pub(crate) type Place = (u32, u32);

/// An edit: what is replaced (the whole text where nothing is said), and by what.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Edit {
    pub(crate) range: Option<(Place, Place)>,
    pub(crate) text: String,
}

/// The edit cannot be meant for this text.
#[derive(Debug, PartialEq)]
pub(crate) struct Impossible;

/// The text.
#[derive(Clone, Debug)]
pub(crate) struct Oracle {
    chars: Vec<char>,
}

impl Oracle {
    pub(crate) fn new(text: &str) -> Self {
        Self { chars: text.chars().collect() }
    }

    pub(crate) fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// The first character of each line, and the one behind its last before the line end.
    pub(crate) fn lines(&self) -> Vec<(usize, usize)> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < self.chars.len() {
            let end = match (self.chars[at], self.chars.get(at + 1)) {
                ('\r', Some('\n')) => 2,
                ('\r' | '\n', _) => 1,
                _ => 0,
            };
            if end > 0 {
                lines.push((start, at));
                start = at + end;
            }
            at += end.max(1);
        }
        lines.push((start, self.chars.len()));
        lines
    }

    /// The character at a place: walk along the line, never past its end, and stop at the character that holds the column.
    pub(crate) fn index(&self, (line, column): Place, unit: Unit) -> Result<usize, Impossible> {
        let (start, end) = *self.lines().get(line as usize).ok_or(Impossible)?;
        let mut left = column as usize;
        for (index, c) in self.chars[start..end].iter().enumerate() {
            let width = unit.width(*c);
            if left < width {
                return Ok(start + index);
            }
            left -= width;
        }
        Ok(end)
    }

    pub(crate) fn apply(&mut self, edit: &Edit, unit: Unit) -> Result<(), Impossible> {
        let Some((from, to)) = edit.range else {
            self.chars = edit.text.chars().collect();
            return Ok(());
        };
        let (start, end) = (self.index(from, unit)?, self.index(to, unit)?);
        if from > to {
            return Err(Impossible);
        }
        self.chars.splice(start..end, edit.text.chars());
        Ok(())
    }

    /// How many units a line has before its line end.
    pub(crate) fn columns(&self, line: usize, unit: Unit) -> usize {
        let (start, end) = self.lines()[line];
        self.chars[start..end].iter().map(|c| unit.width(*c)).sum()
    }

    /// Every place between two characters, or at an end, that a cursor can stand at, with its byte.
    pub(crate) fn places(&self, unit: Unit) -> Vec<(Place, usize)> {
        let mut places = Vec::new();
        let (mut counted, mut byte) = (0, 0);
        for (line, (start, end)) in self.lines().into_iter().enumerate() {
            let mut column = 0;
            byte += self.chars[counted..start].iter().map(|c| c.len_utf8()).sum::<usize>();
            counted = end;
            for index in start..=end {
                places.push((place(line, column), byte));
                if let Some(c) = self.chars[index..end].first() {
                    column += unit.width(*c);
                    byte += c.len_utf8();
                }
            }
        }
        places
    }
}

pub(crate) fn place(line: usize, column: usize) -> Place {
    (u32::try_from(line).unwrap(), u32::try_from(column).unwrap())
}
