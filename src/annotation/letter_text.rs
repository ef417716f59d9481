//! The text of a letter as notes see it: line ends are LF, and places can be had in code points.
//!
//! Everything that is kept of a note is told in this text, so that a letter means the same with other line ends.
//! Towards the rest of the house a place is a [`Span`] of bytes of the text as it came.

use std::fmt;
use std::sync::OnceLock;

use xxhash_rust::xxh3::xxh3_128;

use crate::text::Span;

use super::skeleton::Skeleton;

/// A checkpoint in the count of code points stands at every so many bytes.
const STRIDE: usize = 512;

/// The text of a letter, made ready for placing notes in it.
///
/// It is made once for a text and asked for each of its notes.
#[derive(Debug)]
pub struct LetterText {
    /// With LF only.
    text: String,
    /// Where in `text` a CR was left out, before the LF that stands there.
    dropped: Vec<usize>,
    /// How many code points stand before each `STRIDE`th byte.
    counts: Vec<usize>,
    hash: TextHash,
    skeleton: OnceLock<Skeleton>,
}

/// The digest of a text with LF line ends and without byte order mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TextHash(u128);

impl TextHash {
    /// Reads what [`fmt::Display`] prints.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("xxh3:").filter(|digits| digits.len() == 32)?;
        u128::from_str_radix(digits, 16).ok().map(Self)
    }

    /// As a part of a file's name.
    pub(super) fn hex(self) -> String {
        format!("{:032x}", self.0)
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "xxh3:{:032x}", self.0)
    }
}

impl LetterText {
    /// Makes a text ready. It is the decoded one, without byte order mark, as [`crate::text::decode`] gives it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let (text, dropped) = with_lf(text);
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(count);
            count += starts(chunk);
        }
        let hash = TextHash(xxh3_128(text.as_bytes()));
        Self { text, dropped, counts, hash, skeleton: OnceLock::new() }
    }

    /// The digest of it, by which it is remembered.
    #[must_use]
    pub const fn hash(&self) -> TextHash {
        self.hash
    }

    /// The text with LF line ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words at a stretch of the text as it came, with LF line ends.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.inward(span).of(&self.text)
    }

    /// The text without what print and extraction change.
    pub(super) fn skeleton(&self) -> &Skeleton {
        self.skeleton.get_or_init(|| Skeleton::new(&self.text))
    }

    /// From a stretch of the text as it came to one of `as_str`. Ends within a character move outward to its borders.
    pub(super) fn inward(&self, span: Span) -> Span {
        let place = |offset: usize| {
            // The CR that was left out first stands at `dropped[i] + i` in the text as it came.
            let (mut low, mut high) = (0, self.dropped.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                if self.dropped[middle] + middle < offset { low = middle + 1 } else { high = middle }
            }
            (offset - low).min(self.text.len())
        };
        let start = place(span.start);
        let end = place(span.end.max(span.start));
        Span::new(self.text.floor_char_boundary(start), self.text.ceil_char_boundary(end))
    }

    /// From a stretch of `as_str` to one of the text as it came.
    pub(super) fn outward(&self, span: Span) -> Span {
        let place = |offset: usize| offset + self.dropped.partition_point(|&at| at < offset);
        Span::new(place(span.start), place(span.end))
    }

    /// How many code points stand before a byte of `as_str`.
    pub(super) fn code_points(&self, offset: usize) -> usize {
        let stride = (offset / STRIDE).min(self.counts.len().saturating_sub(1));
        let Some(count) = self.counts.get(stride) else { return 0 };
        count + starts(&self.text.as_bytes()[stride * STRIDE..offset])
    }

    /// The byte of `as_str` before which so many code points stand; `None` past the end.
    pub(super) fn byte_of(&self, code_points: usize) -> Option<usize> {
        let stride = self.counts.partition_point(|&count| count <= code_points).saturating_sub(1);
        let Some(&before) = self.counts.get(stride) else { return (code_points == 0).then_some(0) };
        let from = stride * STRIDE;
        let mut left = code_points - before;
        for (at, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return Some(from + at);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len())
    }
}

const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

/// The text with LF line ends, and where in it the CRs of CR LF stood.
pub(super) fn with_lf(text: &str) -> (String, Vec<usize>) {
    let mut dropped = Vec::new();
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return (text.to_owned(), dropped);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\r', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if rest.starts_with('\n') {
            dropped.push(out.len());
        } else {
            out.push('\n');
        }
    }
    out.push_str(rest);
    (out, dropped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_make_no_difference_to_what_is_kept() {
        let unix = LetterText::new("één\ntwee\n\ndrie\n");
        let dos = LetterText::new("één\r\ntwee\r\n\r\ndrie\r\n");
        assert_eq!((unix.as_str(), unix.hash()), (dos.as_str(), dos.hash()));
        let hash = unix.hash();
        assert_eq!(TextHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(LetterText::new("a\rb\r\n").as_str(), "a\nb\n");
    }

    #[test]
    fn places_come_back_whatever_the_line_ends() {
        let came = "één\r\ntwee\r\n\r\ndrie";
        let text = LetterText::new(came);
        for (start, _) in came.char_indices() {
            for (end, _) in came.char_indices().filter(|(end, _)| *end >= start) {
                let span = Span::new(start, end);
                // Between CR and LF is no place of its own.
                if came[start..].starts_with('\n') || came[end..].starts_with('\n') {
                    continue;
                }
                let inside = text.inward(span);
                assert_eq!(inside.of(text.as_str()), with_lf(span.of(came)).0);
                assert_eq!(text.outward(inside), span);
            }
        }
    }

    #[test]
    fn code_points_are_counted_across_checkpoints() {
        let came = "é😀a\n".repeat(700);
        let text = LetterText::new(&came);
        for (count, (at, _)) in came.char_indices().enumerate() {
            assert_eq!(text.code_points(at), count);
            assert_eq!(text.byte_of(count), Some(at));
        }
        assert_eq!(text.byte_of(2800), Some(came.len()));
        assert_eq!(text.byte_of(2801), None);
        assert_eq!(LetterText::new("").byte_of(0), Some(0));
    }
}
