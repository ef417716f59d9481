//! Dates in words, as letters print them: `27 maart 2020`.

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
    fn over_a_line_break_and_never_an_impossible_one() {
        assert!(find_date_in_words("van 5 september\n2019 is").is_some());
        assert_eq!(find_date_in_words("op 31 februari 2020 en 5 mei"), None);
        assert_eq!(find_date_in_words("artikel 100"), None);
    }
}
