//! A text without what print, extraction and typing habits change: blanks, line ends, hyphenation, accents, the form of quotation marks.
//!
//! Two stretches with the same skeleton are the same words. Between digits a blank and a hyphen stay, since `29 521` is not `29521`.

use std::ops::Range;
use std::sync::OnceLock;

use crate::text::Span;

/// What stays of a text, one byte a character, each with its place.
#[derive(Debug, Default)]
pub(super) struct Skeleton {
    bytes: Vec<u8>,
    /// Where the character of each byte begins.
    from: Vec<u32>,
    /// Where it ends.
    to: Vec<u32>,
    len: usize,
    grams: OnceLock<Vec<(u64, u32)>>,
}

/// So many bytes make a gram: two or three words of Dutch.
pub(super) const GRAM: usize = 16;

impl Skeleton {
    pub(super) fn new(text: &str) -> Self {
        let mut this = Self { len: text.len(), ..Self::default() };
        // What stands between digits is only known at the second one.
        let mut between: Option<(u8, usize, usize)> = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match c {
                _ if is_blank(c) => between = between.or(Some((b' ', at, end))),
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => between = Some((b'-', at, end)),
                '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{300}'..='\u{36F}' => {}
                _ => {
                    let (folded, count) = fold(c);
                    if let Some((byte, at, end)) = between.take()
                        && c.is_ascii_digit()
                        && this.bytes.last().is_some_and(u8::is_ascii_digit)
                    {
                        this.push(byte, at, end);
                    }
                    for &byte in &folded[..count] {
                        this.push(byte, at, end);
                    }
                }
            }
        }
        this
    }

    fn push(&mut self, byte: u8, at: usize, end: usize) {
        self.bytes.push(byte);
        // No letter is as large as four gigabytes.
        self.from.push(u32::try_from(at).unwrap_or(u32::MAX));
        self.to.push(u32::try_from(end).unwrap_or(u32::MAX));
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The part of the skeleton that stands in a stretch of the text.
    pub(super) fn inside(&self, span: Span) -> Range<usize> {
        let place = |offset: usize| self.from.partition_point(|&from| (from as usize) < offset);
        let (start, end) = (place(span.start), place(span.end));
        start..end.max(start)
    }

    /// The stretch of the text that a part of the skeleton stands in, without blanks around it.
    pub(super) fn outside(&self, range: &Range<usize>) -> Span {
        let start = self.from.get(range.start).map_or(self.len, |&from| from as usize);
        let end = range.end.checked_sub(1).filter(|_| !range.is_empty());
        Span::new(start, end.map_or(start, |last| self.to[last] as usize))
    }

    /// The digest of every gram with its place, in the order of the digests.
    pub(super) fn grams(&self) -> &[(u64, u32)] {
        self.grams.get_or_init(|| {
            let mut grams: Vec<_> = digests(&self.bytes).zip(0..).collect();
            grams.sort_unstable();
            grams
        })
    }

    /// The places of a gram.
    pub(super) fn places(&self, gram: u64) -> &[(u64, u32)] {
        let grams = self.grams();
        let start = grams.partition_point(|(other, _)| *other < gram);
        let count = grams[start..].iter().take_while(|(other, _)| *other == gram).count();
        &grams[start..start + count]
    }
}

/// The digest of each gram, in order of place.
pub(super) fn digests(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes.windows(GRAM).map(|gram| {
        let gram: [u8; GRAM] = gram.try_into().expect("a window has its width");
        // Any mixing of the two halves will do: equal digests are compared byte for byte where it matters.
        let whole = u128::from_le_bytes(gram);
        let half = |shift: u32| u64::try_from((whole >> shift) & u128::from(u64::MAX)).unwrap_or_default();
        let (low, high) = (half(0), half(64));
        (low ^ high.rotate_left(29).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// The letters that a character is printed with.
fn fold(c: char) -> ([u8; 3], usize) {
    let one = |byte: u8| ([byte, 0, 0], 1);
    let two = |letters: [u8; 2]| ([letters[0], letters[1], 0], 2);
    match c {
        '\'' | '"' | '`' | '´' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '′' | '″' => one(b'\''),
        ' '..='~' => one(u8::try_from(c).unwrap_or(b'?')),
        'À'..='Å' => one(b'A'),
        'à'..='å' => one(b'a'),
        'Ç' => one(b'C'),
        'ç' => one(b'c'),
        'È'..='Ë' => one(b'E'),
        'è'..='ë' => one(b'e'),
        'Ì'..='Ï' => one(b'I'),
        'ì'..='ï' => one(b'i'),
        'Ñ' => one(b'N'),
        'ñ' => one(b'n'),
        'Ò'..='Ö' => one(b'O'),
        'ò'..='ö' => one(b'o'),
        'Ù'..='Ü' => one(b'U'),
        'ù'..='ü' => one(b'u'),
        'ĳ' => two(*b"ij"),
        'Ĳ' => two(*b"IJ"),
        'ﬀ' => two(*b"ff"),
        'ﬁ' => two(*b"fi"),
        'ﬂ' => two(*b"fl"),
        'ﬃ' => (*b"ffi", 3),
        'ﬄ' => (*b"ffl", 3),
        '…' => (*b"...", 3),
        // Other scripts are rare; that two of their characters may share a byte does no harm.
        _ => one(0x80 | u8::try_from(u32::from(c) % 127).unwrap_or(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bones(text: &str) -> String {
        String::from_utf8_lossy(Skeleton::new(text).bytes()).into_owned()
    }

    #[test]
    fn print_and_habits_make_no_difference() {
        let clean = "Zie „de EU-missie” in Italië (29 521, 2019-20): ‘definitief’…";
        let printed = "Zie \"de EU-\r\nmissie\" in Ita\u{AD}li-\n\u{0C}e\u{308} (29\u{A0}521,\n2019–\n20): 'deﬁnitief'...";
        assert_eq!(bones(clean), "Zie'deEUmissie'inItalie(29 521,2019-20):'definitief'...");
        assert_eq!(bones(printed), bones(clean));
        assert_ne!(bones("29 521"), bones("29521"));
    }

    #[test]
    fn places_come_back() {
        let text = "  de mi-\nnister  zegt ";
        let skeleton = Skeleton::new(text);
        let minister = skeleton.inside(Span::new(5, 15));
        assert_eq!(&skeleton.bytes()[minister.clone()], b"minister");
        assert_eq!(skeleton.outside(&minister).of(text), "mi-\nnister");
        assert_eq!(skeleton.inside(Span::new(0, 2)), 0..0);
        assert_eq!(skeleton.outside(&(14..14)).start, text.len());
    }
}
