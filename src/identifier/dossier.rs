//! A dossier: the row of papers on one subject, by its number.

use std::fmt;

use super::{Roman, is_budget_dossier};

/// A dossier, with the chapter, fund, part or kingdom number that may follow its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Dossier {
    /// The number itself.
    pub number: DossierNumber,
    /// What follows it.
    pub toevoeging: Option<Toevoeging>,
}

/// The number of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DossierNumber {
    /// `29521`; `digits` tells how many are printed, since old identifiers keep leading zeros (`00011`).
    Arabic {
        /// The number.
        value: u32,
        /// How many digits it is printed with.
        digits: u8,
    },
    /// `CXXIV`, a dossier of the Eerste Kamer or of both chambers.
    Roman(Roman),
}

/// What follows the number of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Toevoeging {
    /// A budget chapter in Roman numerals, `VII`, a few with a letter, `IIA`.
    Chapter(Roman, Option<char>),
    /// A fund beside the budget, `A`.
    Fund(char),
    /// One of the parts of dossier 21501, a formation of the Council: `02`.
    Part(u8),
    /// The number of a bill for the whole Kingdom, `R1519`. It is printed behind many dossiers and stands in six official identifiers only.
    Rijkswet(u16),
}

impl DossierNumber {
    /// Reads Arabic digits, one to six, or Roman numerals of at least two letters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
            let digits = u8::try_from(text.len()).ok()?;
            return Some(Self::Arabic { value: text.parse().ok()?, digits });
        }
        Roman::parse(text).filter(|_| text.len() >= 2).map(Self::Roman)
    }

    /// The number, where it is Arabic.
    #[must_use]
    pub const fn value(self) -> Option<u32> {
        match self {
            Self::Arabic { value, .. } => Some(value),
            Self::Roman(_) => None,
        }
    }
}

impl Toevoeging {
    /// Reads what stands between the hyphens of an official identifier.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        match bytes {
            [d] if d.is_ascii_digit() => None,
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => {
                Some(Self::Part((a - b'0') * 10 + (b - b'0')))
            }
            [b'R', rest @ ..] if rest.len() == 4 && rest.iter().all(u8::is_ascii_digit) => {
                text[1..].parse().ok().map(Self::Rijkswet)
            }
            // Chapters I, V and X are numerals; every other single capital is a fund.
            [one @ b'A'..=b'Z'] if !matches!(one, b'I' | b'V' | b'X') => Some(Self::Fund(char::from(*one))),
            [.., last @ (b'A' | b'B')] if bytes.len() > 1 => {
                Some(Self::Chapter(Roman::parse(&text[..text.len() - 1])?, Some(char::from(*last))))
            }
            _ => Roman::parse(text).map(|roman| Self::Chapter(roman, None)),
        }
    }
}

impl Dossier {
    /// A dossier with nothing behind its number.
    #[must_use]
    pub const fn plain(number: DossierNumber) -> Self {
        Self { number, toevoeging: None }
    }

    /// Reads what follows `dossier/` in an official address: `36410-XVI`, `29521`, `CXXIV`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('-') {
            None => DossierNumber::parse(text).map(Self::plain),
            Some((number, toevoeging)) => Some(Self {
                number: DossierNumber::parse(number)?,
                toevoeging: Some(Toevoeging::parse(toevoeging)?),
            }),
        }
    }

    /// Reads a dossier that stands alone, as the head of a paper or a setting writes it: `29 521`, `36 410 X`, `36 560I`, `21 501-02`, `34 632 (R2080)`, `36410-X`.
    #[must_use]
    pub fn parse_printed(text: &str) -> Option<Self> {
        // The number of a bill for the Kingdom is printed and kept out of the identifier.
        let text = text.trim();
        let text =
            text.strip_suffix(')').and_then(|open| open.rsplit_once("(R")).map_or(text, |(before, _)| before);
        let compact: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
        let digits = compact.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = compact.split_at(if digits == 7 { 5 } else { digits });
        let rest = rest.trim_matches('-');
        let number = if number.is_empty() {
            return DossierNumber::parse(rest).map(Self::plain);
        } else {
            DossierNumber::parse(number)?
        };
        if rest.is_empty() {
            return Some(Self::plain(number));
        }
        Some(Self { number, toevoeging: Some(Toevoeging::parse(rest)?) })
    }

    /// Whether it is one of the round dossiers of a budget, whose papers bear chapters and funds.
    #[must_use]
    pub fn is_budget(self) -> bool {
        self.number.value().is_some_and(is_budget_dossier)
    }

    /// As printed letters write it: `29 521`, `36 410 VI`, `21 501-02`.
    #[must_use]
    pub fn printed(self) -> String {
        let number = match self.number {
            DossierNumber::Arabic { value, digits } => {
                let plain = format!("{value:0width$}", width = usize::from(digits));
                match plain.len() {
                    5.. => format!("{} {}", &plain[..plain.len() - 3], &plain[plain.len() - 3..]),
                    _ => plain,
                }
            }
            DossierNumber::Roman(roman) => roman.to_string(),
        };
        match self.toevoeging {
            None => number,
            Some(part @ Toevoeging::Part(_)) => format!("{number}-{part}"),
            Some(kingdom @ Toevoeging::Rijkswet(_)) => format!("{number} ({kingdom})"),
            Some(other) => format!("{number} {other}"),
        }
    }
}

impl fmt::Display for DossierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arabic { value, digits } => write!(f, "{value:0width$}", width = usize::from(*digits)),
            Self::Roman(roman) => roman.fmt(f),
        }
    }
}

impl fmt::Display for Toevoeging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chapter(roman, None) => roman.fmt(f),
            Self::Chapter(roman, Some(letter)) => write!(f, "{roman}{letter}"),
            Self::Fund(letter) => write!(f, "{letter}"),
            Self::Part(part) => write!(f, "{part:02}"),
            Self::Rijkswet(number) => write!(f, "R{number}"),
        }
    }
}

impl fmt::Display for Dossier {
    /// As identifiers write it: `36410-VI`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)?;
        self.toevoeging.iter().try_for_each(|toevoeging| write!(f, "-{toevoeging}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_letters_do() {
        for (official, printed) in [
            ("29521", "29 521"),
            ("36410-VI", "36 410 VI"),
            ("21501-02", "21 501-02"),
            ("36600-A", "36 600 A"),
            ("55300-IXB", "55 300 IXB"),
            ("5380", "5380"),
            ("CXXIV", "CXXIV"),
        ] {
            let dossier = Dossier::parse(official).unwrap();
            assert_eq!(dossier.printed(), printed);
            assert_eq!(dossier.to_string(), official);
        }
    }

    #[test]
    fn reads_what_heads_of_papers_print() {
        for (printed, official) in [
            ("29 521", "29521"),
            ("36\u{A0}410 X", "36410-X"),
            ("36 560I", "36560-I"),
            ("21 501-02", "21501-02"),
            ("34 632 (R2080)", "34632"),
            ("36410-X", "36410-X"),
        ] {
            assert_eq!(
                Dossier::parse_printed(printed).map(|dossier| dossier.to_string()).as_deref(),
                Some(official)
            );
        }
        for none in ["2", "Nr. 11", "", "29 521 nr. 3"] {
            assert_eq!(Dossier::parse_printed(none).filter(|_| none != "2"), None, "{none}");
        }
    }

    #[test]
    fn a_single_letter_is_a_fund_unless_it_is_a_numeral() {
        assert_eq!(Toevoeging::parse("C"), Some(Toevoeging::Fund('C')));
        assert_eq!(Toevoeging::parse("V"), Some(Toevoeging::Chapter(Roman::new(5).unwrap(), None)));
    }
}
