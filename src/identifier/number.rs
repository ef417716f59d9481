//! The number of a paper within its dossier (ondernummer).

use std::fmt;

/// A paper's number or letter within its dossier.
///
/// Papers of the Tweede Kamer bear a number, those of the Eerste Kamer a letter (`C`, `AB`); before 2003 the latter bore a number with a small letter (`188b`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Ondernummer {
    /// `385`.
    Number(u32),
    /// `188b`.
    Lettered(u32, char),
    /// `C`, `AB`, and in the oldest lists `XXIII`; at most eight capitals, the rest zero.
    Letters([u8; 8]),
}

impl Ondernummer {
    /// Reads a number, a number with one small letter, or one to eight capitals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let number = text[..digits].parse().ok().filter(|_| digits <= 5)?;
            let mut rest = text[digits..].chars();
            return match (rest.next(), rest.next()) {
                (None, _) => Some(Self::Number(number)),
                (Some(letter), None) if letter.is_ascii_lowercase() => Some(Self::Lettered(number, letter)),
                _ => None,
            };
        }
        if text.is_empty() || text.len() > 8 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let mut letters = [0; 8];
        letters[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self::Letters(letters))
    }

    /// The plain number, where it is one.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether this is how papers of the Eerste Kamer are numbered.
    #[must_use]
    pub const fn is_letter(self) -> bool {
        !matches!(self, Self::Number(_))
    }
}

impl fmt::Display for Ondernummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Lettered(number, letter) => write!(f, "{number}{letter}"),
            Self::Letters(letters) => {
                letters.iter().take_while(|&&b| b != 0).try_for_each(|&b| write!(f, "{}", char::from(b)))
            }
        }
    }
}
