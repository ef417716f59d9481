//! Dates in words, as letters print them: `27 maart 2020`.

use std::sync::OnceLock;

use aho_corasick::packed;

use crate::text::Span;

/// A calendar date.
pub type Date = jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day as a text prints it in words, whether the calendar has it or not: `31 november 2024`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrittenDate {
    /// Day, month and year.
    pub span: Span,
    /// The number of the day, as printed.
    pub day_span: Span,
    /// The day, from 0 to 99.
    pub day: i8,
    /// The month, from one.
    pub month: i8,
    /// The year, in four digits.
    pub year: i16,
}

impl WrittenDate {
    /// The day, where the calendar has it.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year, self.month, self.day).ok()
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(&self) -> Option<Date> {
        Date::new(self.year, self.month, 1).ok().map(Date::last_of_month)
    }
}

/// The days that a text prints in words with a year of four digits, in order of place.
/// Takes little more time than a search for the names of the months.
pub fn written_dates(text: &str) -> impl Iterator<Item = WrittenDate> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let within = aho_corasick::Span { start: at, end: text.len() };
            let names = month_names();
            let found = names.searcher.find_in(text.as_bytes(), within)?;
            at = found.end();
            let name = &text[found.start()..found.end()];
            let start = found.start() + name.len() - name.trim_start().len();
            let month = names.months[found.pattern().as_usize()];
            if let Some(date) = around_month(text, Span::new(start, found.end()), month) {
                return Some(date);
            }
        }
    })
}

/// The date whose month has this name.
fn around_month(text: &str, name: Span, month: i8) -> Option<WrittenDate> {
    let before = blank_at_end(&text[..name.start])?;
    let digits = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).take(3).count();
    let day_span = Span::new(digits, before.len());
    let day = (day_span.len() <= 2).then(|| day_span.of(text).parse().ok())??;
    // `1,30 juni` and `29-31 juni` are amounts and rows; of such a number only the last part would be read.
    let glued =
        |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | ',' | '-' | '–' | '/' | '+' | '§');
    if before[..digits].ends_with(glued) {
        return None;
    }
    let behind = &text[name.end..];
    let year_at = name.end + behind.len() - blank_at_start(behind)?.len();
    let digits = text[year_at..].bytes().take_while(u8::is_ascii_digit).take(5).count();
    let year_span = Span::new(year_at, year_at + digits);
    let year = (digits == 4).then(|| year_span.of(text).parse().ok())??;
    let ends = !text[year_span.end..].starts_with(char::is_alphanumeric);
    ends.then_some(WrittenDate { span: day_span.join(year_span), day_span, day, month, year })
}

/// What stands before the blanks, of which there are some and not many.
fn blank_at_end(text: &str) -> Option<&str> {
    let rest = text.trim_end_matches(is_blank);
    (rest.len() < text.len() && text.len() - rest.len() <= LONGEST_BLANK).then_some(rest)
}

fn blank_at_start(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(is_blank);
    (rest.len() < text.len() && text.len() - rest.len() <= LONGEST_BLANK).then_some(rest)
}

/// A blank between day and month, in bytes: a line's end with blanks about it.
const LONGEST_BLANK: usize = 6;

const fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\u{A0}' | '\u{202F}' | '\n' | '\r' | '\t')
}

/// The names of the months, in small letters and with a capital, with the month of each.
struct MonthNames {
    searcher: packed::Searcher,
    months: Vec<i8>,
}

fn month_names() -> &'static MonthNames {
    static NAMES: OnceLock<MonthNames> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut builder = packed::Config::new().builder();
        let mut months = Vec::new();
        for (name, month) in MONTHS.iter().zip(1..) {
            let (first, rest) = name.split_at(1);
            // `mei` is sought with the blank before it, since a search for three letters is slow.
            let blanks: &[&str] = if name.len() == 3 { &[" ", "\u{A0}", "\n"] } else { &[""] };
            for blank in blanks {
                for first in [first.to_owned(), first.to_uppercase()] {
                    builder.add(format!("{blank}{first}{rest}"));
                    months.push(month);
                }
            }
        }
        let searcher = builder.build().expect("a few short literals, which every processor can search for");
        MonthNames { searcher, months }
    })
}

/// The date as letters print it, `27 maart 2020`.
#[must_use]
pub fn date_in_words(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or(0);
    format!("{} {} {}", date.day(), MONTHS[month], date.year())
}

/// Whether this is the name of a month, in upper or lower case.
#[must_use]
pub fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The first date in words within `text`, and where it stands.
/// An impossible date (`31 februari 2020`) is none.
#[must_use]
pub fn find_date_in_words(text: &str) -> Option<(Date, Span)> {
    let mut words = words(text);
    let mut before = [words.next()?, words.next()?];
    for year in words {
        let [day, month] = before;
        if let Some(date) = date_of(day.of(text), month.of(text), year.of(text)) {
            return Some((date, day.join(year)));
        }
        before = [month, year];
    }
    None
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let len = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        at = start + len;
        Some(Span::new(start, at))
    })
}

fn date_of(day: &str, month: &str, year: &str) -> Option<Date> {
    let day = (day.len() <= 2).then(|| day.parse().ok())??;
    let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))?;
    // A footnote mark can be glued to the year (`20201`), so only four digits are a year.
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    Date::new(year, i8::try_from(month + 1).ok()?, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_date_of_a_letter() {
        let text = "Den Haag, 27 maart 2020 ";
        let (date, span) = find_date_in_words(text).unwrap();
        assert_eq!(date, jiff::civil::date(2020, 3, 27));
        assert_eq!(span.of(text), "27 maart 2020");
        assert_eq!(date_in_words(date), "27 maart 2020");
    }

    #[test]
    fn days_are_found_whether_the_calendar_has_them_or_not() {
        let text = "Op 31 november 2024, 29\u{a0}februari\n2023 en 5 mei 2020; niet 2030 mei 2020, 1,30 juni 2020, 3 april 20201 of maart 2020.";
        let found: Vec<_> =
            written_dates(text).map(|it| (it.span.of(text), it.date().is_some(), it.month)).collect();
        assert_eq!(
            found,
            [("31 november 2024", false, 11), ("29\u{a0}februari\n2023", false, 2), ("5 mei 2020", true, 5)]
        );
    }

    #[test]
    fn over_a_line_break_and_never_an_impossible_one() {
        assert!(find_date_in_words("van 5 september\n2019 is").is_some());
        assert_eq!(find_date_in_words("op 31 februari 2020 en 5 mei"), None);
        assert_eq!(find_date_in_words("artikel 100"), None);
    }
}
