//! Roman numerals, as budget chapters and old Eerste Kamer dossiers bear them.

use std::fmt;

/// A number from 1 to 399 that is written in Roman numerals, in their usual form only (`IV`, never `IIII`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Roman(u16);

const PARTS: [(u16, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

impl Roman {
    /// The numeral of `value`; `None` outside 1 to 399.
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        (1..400).contains(&value).then_some(Self(value))
    }

    /// Its value.
    #[must_use]
    pub const fn value(self) -> u16 {
        self.0
    }

    /// Reads upper-case numerals in their usual form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut value = 0;
        for (worth, sign) in PARTS {
            while let Some(shorter) = rest.strip_prefix(sign) {
                value += worth;
                rest = shorter;
                if value >= 400 {
                    return None;
                }
            }
        }
        let roman = Self::new(value)?;
        // Only the usual form prints as it was read.
        (rest.is_empty() && roman.to_string() == text).then_some(roman)
    }
}

impl fmt::Display for Roman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        for (worth, sign) in PARTS {
            while left >= worth {
                f.write_str(sign)?;
                left -= worth;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_reads_as_it_prints() {
        for value in 1..400 {
            let roman = Roman::new(value).unwrap();
            assert_eq!(Roman::parse(&roman.to_string()), Some(roman));
        }
    }

    #[test]
    fn unusual_forms_are_no_numerals() {
        for text in ["", "IIII", "VX", "IC", "ix", "XIIA", "CCCC"] {
            assert_eq!(Roman::parse(text), None, "{text}");
        }
    }
}
