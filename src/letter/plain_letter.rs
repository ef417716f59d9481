//! What a letter without an official head says: its title, its date, and who signed it.

use crate::identifier::find_date_in_words;
use crate::text::Span;

use super::kind::kind_of;
use super::lines::{Line, lines};
use super::{Format, Letter};

/// How many lines the date is looked for in.
const DATE_WITHIN: usize = 40;

/// So many lines may stand between the head and the date.
const ABOVE_DATE: usize = 6;

/// Reads what front matter and official head left open.
pub(super) fn read(text: &str, format: Format, letter: &mut Letter) {
    let first_lines = || lines(text, letter.body).filter(|line| !line.text.is_empty());
    let heading = first_lines().next();
    if format == Format::Markdown {
        let heading =
            heading.and_then(|line| line.text.strip_prefix("# ").map(|title| (title.trim(), line.span)));
        if let Some((title, span)) = heading {
            letter.header.title.get_or_insert_with(|| title.to_owned());
            letter.header.span = span;
        }
    }
    if letter.header.span.is_empty() {
        letter.header.span = heading.map_or(Span::new(letter.body, letter.body), |line| line.span);
    }
    let date_line = first_lines().take(DATE_WITHIN).enumerate().find_map(|(at, line)| {
        let (date, _) = is_date_line(line.text).then(|| find_date_in_words(line.text))??;
        Some((at, line, date))
    });
    if let Some((at, line, date)) = date_line {
        letter.header.date.get_or_insert(date);
        // What stands above the date is the name of the ministry, the addressee and the heading.
        if at <= ABOVE_DATE {
            letter.body = line.next;
        }
    }
    if letter.header.kind.is_none() {
        letter.header.kind = letter.header.title.as_deref().and_then(kind_of).map(str::to_owned);
    }
    if letter.header.senders.is_empty() {
        letter.header.senders = senders(text, letter.body);
    }
}

/// `Den Haag, 27 maart 2020`, `Datum 27 maart 2020`, `Voorgesteld 2 februari 2023`, or a date alone.
fn is_date_line(line: &str) -> bool {
    const STARTS: [&str; 8] = [
        "Den Haag",
        "’s-Gravenhage",
        "'s-Gravenhage",
        "Datum",
        "Voorgesteld",
        "Ontvangen",
        "Vastgesteld",
        "Amsterdam",
    ];
    let known = STARTS.iter().any(|start| line.starts_with(start));
    known || find_date_in_words(line).is_some_and(|(_, span)| span.len() == line.len())
}

/// The signatures: `De Minister van Defensie,` and the name on the next line.
fn senders(text: &str, from: usize) -> Vec<String> {
    let mut senders = Vec::new();
    let mut lines = lines(text, from).filter(|line| !line.text.is_empty()).peekable();
    while let Some(Line { text: office, .. }) = lines.next() {
        let Some(office) = office.strip_suffix(',').filter(|office| is_office(office)) else { continue };
        let name = lines.peek().map(|line| line.text).filter(|name| is_name(name));
        senders.push(name.map_or_else(|| office.to_owned(), |name| format!("{office}, {name}")));
    }
    senders
}

pub(super) fn is_office(line: &str) -> bool {
    [
        "De Minister",
        "De Staatssecretaris",
        "De minister",
        "De staatssecretaris",
        "De voorzitter",
        "De Voorzitter",
    ]
    .iter()
    .any(|start| line.starts_with(start))
        && line.len() < 120
}

/// A name stands on one short line and is no sentence.
pub(super) fn is_name(line: &str) -> bool {
    line.len() < 60 && line.starts_with(char::is_uppercase) && !line.ends_with(['.', ','])
}
