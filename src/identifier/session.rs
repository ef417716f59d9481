//! The session year (vergaderjaar), which begins in September.

use std::fmt;

use super::Date;

/// A parliamentary session: two consecutive years, known by the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SessionYear(u16);

impl SessionYear {
    /// The session that begins in September of `year`.
    #[must_use]
    pub const fn starting(year: u16) -> Self {
        Self(year)
    }

    /// The calendar year in which it begins.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.0
    }

    /// The calendar year in which it ends.
    #[must_use]
    pub const fn second(self) -> u16 {
        self.0 + 1
    }

    /// Reads the eight digits of official identifiers, `20162017`; the years must follow each other.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code.len() != 8 || !code.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Self::from_years(code[..4].parse().ok()?, code[4..].parse().ok()?)
    }

    /// Reads two whole years; they must follow each other.
    #[must_use]
    pub fn from_years(first: u16, second: u16) -> Option<Self> {
        (first + 1 == second && (1814..2200).contains(&first)).then_some(Self(first))
    }

    /// Reads what identifiers, headers and settings print: `2016-2017`, with a hyphen, an en dash or a slash, the second year in two or four digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.trim().split_once(['-', '–', '/'])?;
        let first: u16 = (first.len() == 4).then(|| first.parse().ok())??;
        let second = match second.len() {
            4 => second.parse().ok()?,
            // 1999/00 ends in the next century.
            2 if second.parse() == Ok((first + 1) % 100) => first + 1,
            _ => return None,
        };
        Self::from_years(first, second)
    }

    /// The session that a day lies in. It begins on the third Tuesday of September (article 65 of the Grondwet, so since 1983; none for an earlier day).
    #[must_use]
    pub fn of_day(day: Date) -> Option<Self> {
        let year = u16::try_from(day.year()).ok().filter(|year| (1984..2200).contains(year))?;
        let september = Date::new(day.year(), 9, 1).ok()?;
        let opening = september.nth_weekday_of_month(3, jiff::civil::Weekday::Tuesday).ok()?;
        Some(Self(if day < opening { year - 1 } else { year }))
    }

    /// The eight digits of official identifiers.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}{}", self.first(), self.second())
    }
}

impl fmt::Display for SessionYear {
    /// As printed letters write it, `2019–2020`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.first(), self.second())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lies_in_a_session() {
        let session =
            |month, day| SessionYear::of_day(Date::constant(2017, month, day)).map(SessionYear::first);
        assert_eq!(session(3, 17), Some(2016));
        // The third Tuesday of September 2017 was the 19th.
        assert_eq!(session(9, 18), Some(2016));
        assert_eq!(session(9, 19), Some(2017));
        assert_eq!(SessionYear::of_day(Date::constant(1979, 3, 1)), None);
    }

    #[test]
    fn reads_what_headers_and_settings_print() {
        for text in ["2019-2020", "2019–2020", "2019/2020", "2019/20", "2019-20"] {
            assert_eq!(SessionYear::parse(text), Some(SessionYear::starting(2019)), "{text}");
        }
        assert_eq!(SessionYear::parse("1999/00"), Some(SessionYear::starting(1999)));
        for text in ["2019", "2019-2021", "2020-2019", "19-20", "2019/2"] {
            assert_eq!(SessionYear::parse(text), None, "{text}");
        }
    }
}
