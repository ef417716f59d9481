//! A place in the record of debates as it is printed: a meeting with its items, or pages.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::{one_of, take_while};

use crate::text::Span;

use super::super::Pin;
use super::super::grammar::{
    Connector, EmptyError, Input, NumberSign, Parsed, attempt, comma, connector, dash, here, is_bounded,
    is_day, is_word_sign, next_char, number_sign, only_if, pin, sep, some_sep, stands, word,
};
use super::items::{Item, item_word, items};
use super::pages::{bare_pages, page_label, record_pin};

/// No session has had so many meetings, nor a meeting so many items.
pub(super) const FEWER: u32 = 200;

/// Where in the record.
#[derive(Default, Debug)]
pub(super) struct Place {
    /// The meeting, where it is named.
    pub meeting: Option<u32>,
    /// Whether its sign announces several, `nrs. 66 en 67`.
    several: bool,
    /// Whether it has no sign at all.
    bare: bool,
    /// Its items, each with the page within it.
    pub items: Vec<Item>,
    /// The pages that no item stands before.
    pub pin: Option<Pin>,
    /// All of it.
    pub span: Span,
}

/// `nr. 66, item 6, p. 12`, `66e vergadering`, `66-6-12`, `p. 4867`.
pub(super) fn place(input: &mut Input<'_>) -> Parsed<Place> {
    (opt(comma), sep).parse_next(input)?;
    let start = here(input);
    let mut place = Place::default();
    if let Some((meeting, sign)) = attempt(input, meeting) {
        place.meeting = Some(meeting);
        place.several = sign == Some(NumberSign::Several);
        place.bare = sign.is_none();
        place.items = items(input);
        if place.items.is_empty() {
            let label = |input: &mut Input<'_>| page_label(input, Some(meeting));
            place.items.extend(attempt(input, label).map(Item::from));
        }
        if place.items.is_empty() {
            let pages = |input: &mut Input<'_>| record_pin(input, Some(meeting));
            place.pin = attempt(input, alt((pages, (opt(comma), sep, bare_pages).map(|(_, (), pin)| pin))));
        }
    } else if let Some(label) = attempt(input, |input: &mut Input<'_>| page_label(input, None)) {
        place.meeting = Some(label.meeting);
        place.items.push(Item::from(label));
    } else {
        let pages = |input: &mut Input<'_>| record_pin(input, None);
        place.pin = Some(alt((pages, bare_pages)).parse_next(input)?);
    }
    place.span = Span::new(start, here(input));
    Ok(place)
}

/// A further place behind another: an item of the same meeting, another meeting, or pages.
pub(super) fn further_place(input: &mut Input<'_>, before: &Place) -> Parsed<Place> {
    let joined = connector(input)?;
    let start = here(input);
    let same_meeting = items(input);
    let mut next = if same_meeting.is_empty() {
        place(input)?
    } else {
        Place { meeting: before.meeting, items: same_meeting, ..Place::default() }
    };
    next.several |= before.several;
    // `nrs. 66, 67 en 68` are meetings; a bare number behind a comma could be anything.
    let believed = match joined {
        Connector::And => true,
        Connector::Comma => !next.bare || before.several,
        Connector::Semicolon => next.pin.is_some() || !next.items.is_empty() || before.several,
    };
    only_if(believed)?;
    next.span = Span::new(start, here(input));
    Ok(next)
}

/// `nr. 66`, `66e vergadering`, `vergadering 66`, and `66` where an item, a page or an end comes next; with its sign, which the last has not.
fn meeting(input: &mut Input<'_>) -> Parsed<(u32, Option<NumberSign>)> {
    let signed = (opt((word("vergadering"), some_sep)), number_sign, sep, small_number)
        .map(|(_, sign, (), number)| (number, Some(sign)));
    let named = (word("vergadering"), some_sep, small_number).map(|((), (), number)| number);
    alt((
        signed,
        alt((named, ordinal)).map(|number| (number, Some(NumberSign::One))),
        bare_meeting.map(|number| (number, None)),
    ))
    .parse_next(input)
}

/// `66e vergadering`, `de 66ste vergadering`.
fn ordinal(input: &mut Input<'_>) -> Parsed<u32> {
    opt((word("de"), some_sep)).parse_next(input)?;
    let digits: &str = take_while(1..=3, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    (sep, alt(("ste", "de", "e")), some_sep, word("vergadering")).parse_next(input)?;
    small(digits)
}

fn bare_meeting(input: &mut Input<'_>) -> Parsed<u32> {
    let number = small_number(input)?;
    let goes_on = stands(input, (opt(comma), sep, opt('('), item_word))
        || stands(input, (dash, one_of(|sign: char| sign.is_ascii_digit())))
        || stands(input, pin)
        || is_bounded(input);
    only_if(goes_on && !is_day(input)).map(|()| number)
}

/// The number of a meeting or an item: one to three digits and nothing glued to them.
pub(super) fn small_number(input: &mut Input<'_>) -> Parsed<u32> {
    let (_, digits) = whole_number(input)?;
    small(digits)
}

fn small(digits: &str) -> Parsed<u32> {
    digits.parse().ok().filter(|&number| (1..FEWER).contains(&number)).ok_or(EmptyError)
}

/// One to four digits, not the first of a larger number in groups; the number, and its digits.
pub(super) fn whole_number<'a>(input: &mut Input<'a>) -> Parsed<(u32, &'a str)> {
    let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    let group = |input: &mut Input<'_>| {
        let rest: &str = (some_sep, take_while(3, |sign: char| sign.is_ascii_digit()))
            .map(|((), rest)| rest)
            .parse_next(input)?;
        only_if(!next_char(input).is_some_and(is_word_sign)).map(|()| rest.len())
    };
    let grouped = digits.len() <= 2 && stands(input, group);
    only_if(!grouped && !next_char(input).is_some_and(is_word_sign))?;
    Ok((digits.parse().map_err(|_| EmptyError)?, digits))
}
