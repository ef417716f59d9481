//! The first look at a number: which grammars may begin at it, by what stands right in front of it and right behind.
//!
//! Letters have a dozen numbers in a thousand bytes, and nearly all of them are days, years, amounts and articles.
//! So each grammar that begins at numbers says in its description how these look from outside, and at a number that looks like none of them no grammar runs.
//! A look may admit what its grammar then refuses, and never the other way round; what it cannot see through, such as markup, it admits.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use super::recognise::{GRAMMARS, GrammarSet};

/// How a number looks that a citation may begin at. All parts have to hold, and an empty one always does.
pub(super) struct Look {
    /// How many digits it has.
    pub digits: RangeInclusive<usize>,
    /// The signs of which one stands right in front of it.
    pub front: &'static [Front],
    /// The ends of words of which one stands in front of it, whatever blanks, digits and signs lie between. Those in small letters stand for capitals, too.
    pub words: &'static [&'static str],
    /// The signs of which one stands behind it, right there or after blanks.
    pub behind: &'static [Behind],
}

impl Look {
    /// Any number, wherever it stands.
    pub(super) const ANY: Self = Self { digits: 1..=usize::MAX, front: &[], words: &[], behind: &[] };
}

/// What stands right in front of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Front {
    Letter,
    Blank,
    LineEnd,
    Hyphen,
    Slash,
    Colon,
    Bracket,
    /// Anything else, such as a sign beyond ASCII; and the beginning of the text.
    Other,
}

impl Front {
    const fn of(sign: u8) -> Self {
        match sign {
            b'A'..=b'Z' | b'a'..=b'z' => Self::Letter,
            b' ' => Self::Blank,
            b'\n' | b'\r' => Self::LineEnd,
            b'-' => Self::Hyphen,
            b'/' => Self::Slash,
            b':' => Self::Colon,
            b'(' => Self::Bracket,
            _ => Self::Other,
        }
    }
}

/// What stands behind a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Behind {
    /// A letter right there, as in `2024Z15585`.
    Letter,
    /// The letter that `nr.` begins with, also after a blank.
    Sign,
    /// A capital after a blank.
    Capital,
    /// A small letter after a blank, which is how prose goes on.
    Small,
    Digit,
    Comma,
    Stop,
    Slash,
    Hyphen,
    Closing,
    /// What a separator may swallow and something else may follow: a line's end, with a hyphen or without, emphasis, a blank of another kind.
    Markup,
    /// Anything else, and the end of the text.
    Other,
}

impl Behind {
    /// What `text` begins with, which stands right behind a number.
    fn of(text: &[u8]) -> Self {
        let blanks = text.iter().take_while(|sign| **sign == b' ').count();
        match text[blanks..] {
            [b'n' | b'N', ..] => Self::Sign,
            [b'A'..=b'Z' | b'a'..=b'z', ..] if blanks == 0 => Self::Letter,
            [b'A'..=b'Z', ..] => Self::Capital,
            [b'a'..=b'z', ..] => Self::Small,
            [b'0'..=b'9', ..] => Self::Digit,
            [b',', ..] => Self::Comma,
            [b'.', ..] => Self::Stop,
            [b'/', ..] => Self::Slash,
            [b'-', b' ' | b'\t' | b'\n' | b'\r', ..] | [b'*' | b'_' | b'[' | b']' | b'\\' | b'&', ..] => {
                Self::Markup
            }
            [b'-', ..] => Self::Hyphen,
            [b')', ..] => Self::Closing,
            [sign, ..] if !sign.is_ascii_graphic() => Self::Markup,
            _ => Self::Other,
        }
    }
}

/// A word that stands in front of a number lies within so many bytes.
const WORD_WITHIN: usize = 32;

/// The word in front of a number.
enum WordInFront<'a> {
    /// What ends with it.
    Ends(&'a [u8]),
    /// Something lies between that no first look sees through.
    Hidden,
}

impl<'a> WordInFront<'a> {
    fn of(before: &'a [u8]) -> Self {
        let nearby = before.iter().rev().take(WORD_WITHIN);
        for (gap, sign) in nearby.enumerate() {
            match sign {
                b'A'..=b'Z' | b'a'..=b'z' => return Self::Ends(&before[..before.len() - gap]),
                // The end of an entity (`&nbsp;`) or of a link's address, and the last byte of `°` and `º`.
                b';' | b')' | 0xB0 | 0xBA => return Self::Hidden,
                _ => {}
            }
        }
        if before.len() < WORD_WITHIN { Self::Ends(&[]) } else { Self::Hidden }
    }
}

/// Some of the looks, a bit for each.
type Set = u32;

/// Up to so many digits the looks tell numbers apart.
const MOST_DIGITS: usize = 8;

/// The looks of all grammars, turned round: for each thing that may be seen, the looks that it is in keeping with.
pub(super) struct Looks {
    digits: [Set; MOST_DIGITS + 1],
    front: [Set; Front::Other as usize + 1],
    behind: [Set; Behind::Other as usize + 1],
    /// The looks that do not ask for a word.
    wordless: Set,
    /// The ends of words by their last byte, each with the looks that ask for it.
    words: Vec<Vec<(&'static str, Set)>>,
    /// Whose look each is.
    owners: Vec<GrammarSet>,
}

impl Looks {
    pub(super) fn get() -> &'static Self {
        static LOOKS: OnceLock<Looks> = OnceLock::new();
        LOOKS.get_or_init(Self::of_all_grammars)
    }

    fn of_all_grammars() -> Self {
        let mut looks = Self {
            digits: [0; _],
            front: [0; _],
            behind: [0; _],
            wordless: 0,
            words: vec![Vec::new(); 256],
            owners: Vec::new(),
        };
        for (at, grammar) in GRAMMARS.iter().enumerate() {
            for look in grammar.numbers {
                looks.add(look, GrammarSet::of(at));
            }
        }
        looks
    }

    fn add(&mut self, look: &Look, owner: GrammarSet) {
        let bit = 1 << self.owners.len();
        self.owners.push(owner);
        for count in (1..=MOST_DIGITS).filter(|count| look.digits.contains(count)) {
            self.digits[count] |= bit;
        }
        for (at, set) in self.front.iter_mut().enumerate() {
            let admits = look.front.is_empty() || look.front.iter().any(|front| *front as usize == at);
            *set |= if admits { bit } else { 0 };
        }
        for (at, set) in self.behind.iter_mut().enumerate() {
            let admits = look.behind.is_empty() || look.behind.iter().any(|behind| *behind as usize == at);
            *set |= if admits { bit } else { 0 };
        }
        if look.words.is_empty() {
            self.wordless |= bit;
        }
        for word in look.words {
            let last = word.as_bytes()[word.len() - 1];
            self.words[usize::from(last)].push((*word, bit));
            if last.is_ascii_lowercase() {
                self.words[usize::from(last.to_ascii_uppercase())].push((*word, bit));
            }
        }
    }

    /// The grammars that may begin at the number that begins at `start`.
    pub(super) fn admitted(&self, text: &str, start: usize) -> GrammarSet {
        let (before, number) = text.as_bytes().split_at(start);
        let digits = number.iter().take_while(|sign| sign.is_ascii_digit()).count();
        let front = before.last().map_or(Front::Other, |sign| Front::of(*sign));
        let fitting = self.digits[digits.min(MOST_DIGITS)]
            & self.front[front as usize]
            & self.behind[Behind::of(&number[digits..]) as usize];
        let mut fitting = match WordInFront::of(before) {
            WordInFront::Ends(words) => fitting & (self.wordless | self.asking_for_the_last_of(words)),
            WordInFront::Hidden => fitting,
        };
        let mut grammars = GrammarSet::default();
        while fitting != 0 {
            grammars = grammars.with(self.owners[fitting.trailing_zeros() as usize]);
            fitting &= fitting - 1;
        }
        grammars
    }

    fn asking_for_the_last_of(&self, words: &[u8]) -> Set {
        let Some(last) = words.last() else { return 0 };
        let stands = |word: &str| {
            let end = words.len().checked_sub(word.len()).map(|at| &words[at..]);
            let small = word.as_bytes()[word.len() - 1].is_ascii_lowercase();
            end.is_some_and(|end| {
                if small { end.eq_ignore_ascii_case(word.as_bytes()) } else { end == word.as_bytes() }
            })
        };
        let found = self.words[usize::from(*last)].iter().filter(|(word, _)| stands(word));
        found.fold(0, |all, (_, looks)| all | looks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At how many numbers of a text any grammar runs.
    fn admitted(text: &str) -> usize {
        let starts = text.match_indices(|sign: char| sign.is_ascii_digit()).map(|(start, _)| start);
        let numbers = starts.filter(|start| !text[..*start].ends_with(|sign: char| sign.is_ascii_digit()));
        numbers.filter(|start| !Looks::get().admitted(text, *start).is_empty()).count()
    }

    #[test]
    fn at_the_numbers_of_prose_no_grammar_runs() {
        for prose in [
            "Op 3 mei 2023 is met 12 gemeenten gesproken over € 29,5 miljoen.",
            "In artikel 7, tweede lid, is een termijn van 26 weken bepaald.",
            "Van de meldingen is 85% binnen 2 weken afgedaan, tegen 79% in 2021.",
            "De uitkomsten volgen in het eerste kwartaal van 2025.",
        ] {
            assert_eq!(admitted(prose), 0, "{prose}");
        }
    }

    #[test]
    fn what_no_look_sees_through_is_admitted() {
        assert_eq!(admitted("van 12"), 0);
        let far = format!("nr.{}12", " ".repeat(40));
        for hidden in ["nr.&nbsp;12", "nr](https://example.nl/a) 12", "n° 12", far.as_str()] {
            assert_eq!(admitted(hidden), 1, "{hidden}");
        }
        for broken in ["2016\u{A0}/ 679", "2016-\n/ 679", "2016*/* 679"] {
            assert_eq!(admitted(broken), 1, "{broken}");
        }
    }

    #[test]
    fn there_are_no_more_looks_than_bits() {
        let looks: usize = GRAMMARS.iter().map(|grammar| grammar.numbers.len()).sum();
        assert!(looks <= Set::BITS as usize && GRAMMARS.len() <= 32, "{looks}");
        assert!(GRAMMARS.iter().flat_map(|grammar| grammar.numbers).all(|look| !look.words.contains(&"")));
    }
}
