//! The words of a finding and those around them: by these it is known again when the letter has changed elsewhere.
//!
//! Lines and bytes shift with every edit, words do not. Where they are broken over lines makes no difference.

use xxhash_rust::xxh3::xxh3_64;

use crate::text::Span;

/// So many signs on either side count.
const REACH: usize = 32;

/// Some words of a letter in their surroundings, each on one line with single blanks.
/// A paragraph that is added before or behind that of the words changes nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// The words themselves.
    pub words: String,
    /// What stands before them, at most 32 signs.
    pub before: String,
    /// What stands behind them, at most 32 signs.
    pub after: String,
}

impl Passage {
    /// The words at a place of a text, and those around them.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let before: Vec<char> = plain(text[..span.start].chars().rev()).take(REACH).collect();
        let after: String = plain(text[span.end..].chars()).take(REACH).collect();
        Self {
            words: plain(span.of(text).chars()).collect::<String>().trim().to_owned(),
            before: before.into_iter().rev().collect::<String>().trim_start().to_owned(),
            after: after.trim_end().to_owned(),
        }
    }

    /// What a finding of this rule on these words is known by, from one check to the next.
    #[must_use]
    pub fn fingerprint(&self, code: &str) -> u64 {
        let Self { words, before, after } = self;
        // A sign that none of them holds keeps the parts apart.
        xxh3_64([code, words, before, after].join("\n").as_bytes())
    }
}

/// The signs of a paragraph in which every run of blanks and line ends is one blank, and places where a word may be broken are none.
fn plain(signs: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut blank = false;
    let mut line_ends = 0;
    let within = move |sign: &char| {
        line_ends = match sign {
            '\n' => line_ends + 1,
            sign if sign.is_whitespace() => line_ends,
            _ => 0,
        };
        line_ends < 2
    };
    signs.take_while(within).filter(|sign| *sign != '\u{AD}').filter_map(move |sign| {
        let before = std::mem::replace(&mut blank, sign.is_whitespace());
        if blank { (!before).then_some(' ') } else { Some(sign) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str, words: &str) -> Passage {
        let start = text.find(words).unwrap();
        Passage::of(text, Span::new(start, start + words.len()))
    }

    #[test]
    fn where_lines_break_makes_no_difference() {
        let a = passage("Deze kennis volgt (Kamerstuk 29\n251, nr. 385), zoals gemeld.", "29\n251");
        let b = passage("Deze  ken\u{AD}nis\nvolgt (Kamerstuk 29 251, nr.\r\n385), zoals gemeld.", "29 251");
        assert_eq!(a, b);
        assert_eq!((&*a.words, &*a.before), ("29 251", "Deze kennis volgt (Kamerstuk "));
        assert_eq!(a.fingerprint("unknown-document"), b.fingerprint("unknown-document"));
        assert_ne!(a.fingerprint("unknown-document"), a.fingerprint("malformed-dossier"));
    }

    #[test]
    fn what_stands_far_off_does_not_count() {
        let text =
            "Zie de brief van de minister van Defensie (Kamerstuk 29 251, nr. 385) en nog veel meer woorden.";
        let longer = format!("Iets anders. {text} En verder.");
        assert_eq!(passage(text, "29 251"), passage(&longer, "29 251"));
        assert_eq!(passage("29 251", "29 251").after, "");
        let parted = passage("Een zin ervoor.\r\n \r\nZie 29 251 en\r\nverder.\r\n\r\nSlot.", "29 251");
        assert_eq!((&*parted.before, &*parted.after), ("Zie ", " en verder."));
    }
}
