//! The pages of the record, which up to 2010 run through a session and are marked with the meeting in front (`25-2231`), and from 2011 on begin anew in each item (`66-6-12`).

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::text::Span;

use super::super::Pin;
use super::super::grammar::{
    Input, Parsed, attempt, comma, dash, here, is_bounded, is_day, only_if, pin, range_sign, sep, word,
};
use super::items::page_of_item;
use super::place::{FEWER, small_number, whole_number};

/// No citation is of so many pages: a "range" that is longer has the meeting in front.
const LONGEST: u32 = 300;

/// A page as it is marked from 2011 on.
#[derive(Debug)]
pub(super) struct PageLabel {
    pub meeting: u32,
    pub item: u32,
    pub pin: Pin,
}

/// `p. 66-6-12`, `p. 66-6-12 t/m 66-6-15`; behind its own meeting also without a word, `TK 66, 66-6-12`.
pub(super) fn page_label(input: &mut Input<'_>, behind: Option<u32>) -> Parsed<PageLabel> {
    (opt(comma), sep).parse_next(input)?;
    let page_word = (alt((word("blz"), word("pag"), word("p"))), sep, opt(('.', sep)));
    let said = opt(page_word).parse_next(input)?.is_some();
    let start = here(input);
    let (meeting, (), item, (), (page, _)) =
        (small_number, dash, small_number, dash, whole_number).parse_next(input)?;
    only_if(behind.map_or(said, |behind| behind == meeting))?;
    Ok(PageLabel { meeting, item, pin: page_of_item(input, item, page, start) })
}

/// A pin behind `meeting`, also one whose last page has the meeting in front again: `p. 59-3982 t/m 59-3990`, `p. 59-3982-3990`.
pub(super) fn record_pin(input: &mut Input<'_>, meeting: Option<u32>) -> Parsed<Pin> {
    let mut found = pin(input)?;
    let last = stretches(&found, meeting).pop().filter(|last| last.labelled);
    let end = last.and_then(|last| {
        attempt(input, |input: &mut Input<'_>| {
            alt((range_sign, (sep, '/', sep).void())).parse_next(input)?;
            let again = attempt(input, (small_number, dash)).map(|(again, ())| again);
            only_if(again.is_none_or(|again| last.meeting == Some(again)))?;
            whole_number(input).map(|(_, digits)| digits.to_owned())
        })
    });
    if let Some(digits) = end {
        found.text = format!("{}-{digits}", found.text);
        found.span.end = here(input);
    }
    Ok(found)
}

/// Pages without a word before them: `4866-4868` and `4867` are no meeting.
pub(super) fn bare_pages(input: &mut Input<'_>) -> Parsed<Pin> {
    let start = here(input);
    let (first, _) = whole_number(input)?;
    let last = attempt(input, (range_sign, whole_number)).map(|((), (last, _))| last);
    let is_year = |page| (1800..2100).contains(&page);
    let years = is_year(first) && last.is_none_or(|last| last == first + 1);
    only_if(first >= FEWER && !years && is_bounded(input) && !is_day(input))?;
    let text = last.map_or_else(|| format!("p. {first}"), |last| format!("p. {first}-{last}"));
    Ok(Pin { text, page: first, span: Span::new(start, here(input)) })
}

/// Pages that a pin names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stretch {
    /// The meeting, where it is known.
    pub meeting: Option<u32>,
    pub first: u32,
    pub last: u32,
    /// Whether the meeting stands in front of the page.
    labelled: bool,
}

/// The pages that a pin names; `of` is the meeting that is named before it. `p. 39-2410, 2435` names pages 2410 and 2435 of meeting 39, `p. 7909-43` pages 7909 to 7943.
pub(super) fn stretches(pin: &Pin, of: Option<u32>) -> Vec<Stretch> {
    let pages = pin.text.trim_start_matches("p. ").trim_end_matches(" e.v.");
    let mut meeting = of;
    let mut found = Vec::new();
    for printed in pages.split(", ") {
        let numbers: Vec<&str> = printed.split('-').collect();
        let (label, first, last) = match numbers[..] {
            [page] => (None, page, page),
            [label, page] if is_label(label, page, of) => (Some(label), page, page),
            [first, last] => (None, first, last),
            [label, first, last] => (Some(label), first, last),
            _ => continue,
        };
        meeting = label.and_then(|label| label.parse().ok()).or(meeting);
        if let (Ok(from), Ok(to)) = (first.parse(), completed(first, last).parse())
            && from <= to
        {
            found.push(Stretch { meeting, first: from, last: to, labelled: label.is_some() });
        }
    }
    found
}

/// Whether the first of two numbers is the meeting of the second, and not a page.
fn is_label(first: &str, second: &str, meeting: Option<u32>) -> bool {
    let (Ok(first), Ok(second)) = (first.parse::<u32>(), second.parse::<u32>()) else { return false };
    meeting == Some(first) || (first < FEWER && second > first + LONGEST)
}

/// The last page, which may be printed without what it shares with the first: `43` behind `7909` is 7943.
fn completed(first: &str, last: &str) -> String {
    let shared = first.get(..first.len().saturating_sub(last.len())).unwrap_or("");
    format!("{shared}{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages of a printed pin, as `meeting/first-last`.
    fn read(printed: &str, meeting: Option<u32>) -> String {
        let pin = record_pin(&mut Input::new(printed), meeting).unwrap();
        let pages = stretches(&pin, meeting).into_iter().map(|it| {
            let meeting = it.meeting.map_or(String::new(), |meeting| format!("{meeting}/"));
            format!("{meeting}{}-{}", it.first, it.last)
        });
        format!("{}: {}", pin.text, pages.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn every_notation_of_pages() {
        assert_eq!(read("p. 4867", None), "p. 4867: 4867-4867");
        assert_eq!(read("blz. 7909-43", None), "p. 7909-43: 7909-7943");
        assert_eq!(read("p. 39-2410 en 2435", None), "p. 39-2410, 2435: 39/2410-2410 39/2435-2435");
        assert_eq!(read("p. 59-3982 t/m 59-3990", None), "p. 59-3982-3990: 59/3982-3990");
        assert_eq!(read("p. 59-3982/3990", None), "p. 59-3982-3990: 59/3982-3990");
        assert_eq!(read("p. 21-33", Some(21)), "p. 21-33: 21/33-33");
        assert_eq!(read("p. 21-33", None), "p. 21-33: 21-33");
        assert_eq!(
            read("p. 3345, 3350-3352 e.v.", Some(40)),
            "p. 3345, 3350-3352 e.v.: 40/3345-3345 40/3350-3352"
        );
    }

    #[test]
    fn pages_without_a_word() {
        let read = |text: &str| bare_pages(&mut Input::new(text)).ok().map(|pin| pin.text);
        assert_eq!(read("4866–4868)").as_deref(), Some("p. 4866-4868"));
        assert_eq!(read("4866.").as_deref(), Some("p. 4866"));
        for none in ["2016)", "2016-2017)", "66)", "4866 gemeenten", "900 maart"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
