//! A place in the record of debates, as it is printed: meeting, items, pages.
//!
//! Up to 2010 pages run through a session and are printed alone (`p. 4867`) or with the meeting in front (`25-2231`); from 2011 on each item of a meeting is a publication of its own (`nr. 66, item 6`, also `66-6`), with pages that begin anew (`66-6-12`).

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::text::Span;

use super::super::Pin;
use super::super::grammar::{
    Connector, EmptyError, Input, NumberSign, Parsed, attempt, comma, connector, dash, here, is_bounded,
    is_day, is_word_sign, next_char, number_sign, only_if, pin, range_sign, sep, some_sep, spanned, stands,
    word,
};

/// No session has had so many meetings, nor a meeting so many items.
const FEWER: u32 = 200;

/// Where in the record.
#[derive(Debug)]
pub(super) struct Place {
    /// The meeting, where it is named.
    pub meeting: Option<u32>,
    /// Whether its sign announces several, `nrs. 66 en 67`.
    several: bool,
    /// Its items, each with the page within it.
    pub items: Vec<Item>,
    /// The pages that no item stands before.
    pub pin: Option<Pin>,
    /// All of it.
    pub span: Span,
}

/// An item of a meeting. What is joined to the number of a meeting by a dash is an item from 2010 on; before, it is a page.
#[derive(Debug)]
pub(super) struct Item {
    pub number: u32,
    pub span: Span,
    pub pin: Option<Pin>,
    /// Whether it is joined to the meeting by a dash.
    pub dashed: bool,
}

/// `nr. 66, item 6, p. 12`, `66e vergadering`, `66-6-12`, `p. 4867`.
pub(super) fn place(input: &mut Input<'_>) -> Parsed<Place> {
    (opt(comma), sep).parse_next(input)?;
    let start = here(input);
    let mut place =
        Place { meeting: None, several: false, items: Vec::new(), pin: None, span: Span::default() };
    if let Some((meeting, several)) = attempt(input, meeting) {
        place.meeting = Some(meeting);
        place.several = several;
        items(input, &mut place.items);
        if place.items.is_empty() {
            let _ = attempt(input, |input: &mut Input<'_>| page_label(input, &mut place));
        }
        if place.items.is_empty() {
            place.pin = attempt(input, pin);
        }
    } else if attempt(input, |input: &mut Input<'_>| page_label(input, &mut place)).is_none() {
        place.pin = Some(alt((pin, bare_pages)).parse_next(input)?);
    }
    place.span = Span::new(start, here(input));
    Ok(place)
}

/// A further place behind another: a meeting with a sign or an item of its own, or a page.
pub(super) fn further_place(input: &mut Input<'_>, before: &Place) -> Parsed<Place> {
    let joined = connector(input)?;
    let start = here(input);
    let mut next = match attempt(input, |input: &mut Input<'_>| items_of_same_meeting(input)) {
        Some(items) => {
            Place { meeting: before.meeting, several: false, items, pin: None, span: Span::default() }
        }
        None => place(input)?,
    };
    // `nrs. 66 en 67` are meetings; a bare number behind a comma could be anything.
    next.several |= before.several;
    only_if(next.pin.is_some() || !next.items.is_empty() || joined == Connector::And || before.several)?;
    next.span = Span::new(start, here(input));
    Ok(next)
}

fn items_of_same_meeting(input: &mut Input<'_>) -> Parsed<Vec<Item>> {
    let mut found = Vec::new();
    items(input, &mut found);
    only_if(!found.is_empty()).map(|()| found)
}

/// `nr. 66`, `66e vergadering`, `vergadering 66`, and `66` where an item, a page or an end comes next; whether its sign announces several.
fn meeting(input: &mut Input<'_>) -> Parsed<(u32, bool)> {
    alt((
        (opt((word("vergadering"), some_sep)), number_sign, sep, small_number)
            .map(|(_, sign, (), number)| (number, sign == NumberSign::Several)),
        (word("vergadering"), some_sep, small_number).map(|((), (), number)| (number, false)),
        ordinal.map(|number| (number, false)),
        |input: &mut Input<'_>| {
            let number = small_number(input)?;
            let goes_on = stands(input, (opt(comma), sep, item_word))
                || stands(input, (dash, one_of(|sign: char| sign.is_ascii_digit())))
                || stands(input, pin)
                || is_bounded(input);
            only_if(goes_on && !is_day(input)).map(|()| (number, false))
        },
    ))
    .parse_next(input)
}

/// `66e vergadering`, `66ste vergadering`, `66<sup>e</sup>` as extraction leaves it.
fn ordinal(input: &mut Input<'_>) -> Parsed<u32> {
    opt((word("de"), some_sep)).parse_next(input)?;
    let digits: &str = take_while(1..=3, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    (sep, alt(("ste", "de", "e")), some_sep, word("vergadering")).parse_next(input)?;
    small(digits)
}

/// `, item 6`, `(item 6)`, `, items 6 en 7`, `-6`, `-6-12`.
fn items(input: &mut Input<'_>, items: &mut Vec<Item>) {
    if let Some(item) = attempt(input, dashed_item) {
        items.push(item);
        return;
    }
    let first = attempt(input, |input: &mut Input<'_>| {
        (opt(comma), sep).parse_next(input)?;
        let bracket = opt(('(', sep)).parse_next(input)?.is_some();
        let several = item_word(input)?;
        sep(input)?;
        let (number, span) = spanned(input, small_number)?;
        only_if(number < FEWER)?;
        if bracket {
            (sep, ')').parse_next(input)?;
        }
        Ok((several, number, span))
    });
    let Some((mut several, number, span)) = first else { return };
    items.push(Item { number, span, pin: None, dashed: false });
    loop {
        if several
            && let Some((last, span)) = attempt(input, |input: &mut Input<'_>| {
                range_sign(input)?;
                spanned(input, small_number)
            })
        {
            let first = items.last().map_or(last, |item| item.number);
            items.extend((first + 1..=last).map(|number| Item { number, span, pin: None, dashed: false }));
        }
        let found = attempt(input, pin);
        if let Some(item) = items.last_mut() {
            item.pin = found;
        }
        let next = attempt(input, |input: &mut Input<'_>| {
            let joined = connector(input)?;
            let sign = attempt(input, (item_word, sep)).map(|(sign, ())| sign);
            let (number, span) = spanned(input, small_number)?;
            let believed = sign.is_some()
                || (is_bounded(input)
                    && !stands(input, (opt(comma), sep, item_word))
                    && (joined == Connector::And || (several && joined == Connector::Comma)));
            only_if(believed && !is_day(input))?;
            Ok((sign, number, span))
        });
        let Some((sign, number, span)) = next else { return };
        several |= sign == Some(true);
        items.push(Item { number, span, pin: None, dashed: false });
    }
}

/// `-6`, `-6-12`, `-2231`: an item and a page of it, or a page of the meeting.
fn dashed_item(input: &mut Input<'_>) -> Parsed<Item> {
    dash(input)?;
    let ((number, _), span) = spanned(input, whole_number)?;
    let start = here(input);
    let page = attempt(input, (dash, whole_number)).map(|((), page)| page);
    let mut found = match page {
        Some((page, digits)) => {
            Some(Pin { text: format!("p. {digits}"), page, span: Span::new(start, here(input)) })
        }
        None => attempt(input, pin),
    };
    if let Some(pin) = &mut found {
        pin.span.start = pin.span.start.max(start);
    }
    only_if(!is_day(input))?;
    Ok(Item { number, span, pin: found, dashed: true })
}

/// `p. 66-6-12`, as pages are marked from 2011 on; `p. 66-6-12 t/m 66-6-15`.
fn page_label(input: &mut Input<'_>, place: &mut Place) -> Parsed<()> {
    (opt(comma), sep, alt((word("blz"), word("pag"), word("p"))), sep, opt(('.', sep))).parse_next(input)?;
    let ((meeting, item, page), span) = spanned(input, label)?;
    only_if(place.meeting.is_none_or(|stated| stated == meeting))?;
    let last = attempt(input, |input: &mut Input<'_>| {
        range_sign(input)?;
        let last = label(input)?;
        only_if((last.0, last.1) == (meeting, item) && last.2 > page).map(|()| last.2)
    });
    let text = last.map_or_else(|| format!("p. {page}"), |last| format!("p. {page}-{last}"));
    let pin = Pin { text, page, span: Span::new(span.start, here(input)) };
    place.meeting = Some(meeting);
    place.items.push(Item { number: item, span, pin: Some(pin), dashed: false });
    Ok(())
}

fn label(input: &mut Input<'_>) -> Parsed<(u32, u32, u32)> {
    let (meeting, (), item, (), (page, _)) =
        (small_number, dash, small_number, dash, whole_number).parse_next(input)?;
    Ok((meeting, item, page))
}

/// `item`, `agendapunt`; whether it announces several.
fn item_word(input: &mut Input<'_>) -> Parsed<bool> {
    let several = alt((
        word("items").value(true),
        word("item").value(false),
        word("agendapunten").value(true),
        word("agendapunt").value(false),
    ))
    .parse_next(input)?;
    not(one_of(|next: char| next.is_alphabetic())).parse_next(input)?;
    Ok(several)
}

/// Pages without a word before them: `4866-4868` and `4867` are no meeting.
fn bare_pages(input: &mut Input<'_>) -> Parsed<Pin> {
    let start = here(input);
    let ((first, _), _) = spanned(input, whole_number)?;
    let last = attempt(input, |input: &mut Input<'_>| {
        range_sign(input)?;
        Ok(whole_number(input)?.0)
    });
    let year = last.is_none() && (1800..2100).contains(&first);
    only_if(first >= FEWER && !year && is_bounded(input) && !is_day(input))?;
    let text = last.map_or_else(|| format!("p. {first}"), |last| format!("p. {first}-{last}"));
    Ok(Pin { text, page: first, span: Span::new(start, here(input)) })
}

/// The number of a meeting or an item: one to three digits and nothing glued to them.
fn small_number(input: &mut Input<'_>) -> Parsed<u32> {
    let (_, digits) = whole_number(input)?;
    small(digits)
}

fn small(digits: &str) -> Parsed<u32> {
    digits.parse().ok().filter(|&number| (1..FEWER).contains(&number)).ok_or(EmptyError)
}

/// One to four digits, not the first of a larger number in groups.
fn whole_number<'a>(input: &mut Input<'a>) -> Parsed<(u32, &'a str)> {
    let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    let group = |input: &mut Input<'_>| {
        (some_sep, take_while(3, |sign: char| sign.is_ascii_digit()), not(one_of(is_word_sign)))
            .void()
            .parse_next(input)
    };
    let grouped = digits.len() <= 2 && stands(input, group);
    only_if(!grouped && !next_char(input).is_some_and(is_word_sign))?;
    Ok((digits.parse().map_err(|_| EmptyError)?, digits))
}

/// The pages that a pin names, as first and last: `p. 4867, 7909-43` names 4867 and 7909 to 7943.
pub(super) fn ranges(pin: &Pin) -> impl Iterator<Item = (u32, u32)> {
    let pages = pin.text.trim_start_matches("p. ").trim_end_matches(" e.v.");
    pages.split(", ").filter_map(|stretch| {
        let (first, last) = stretch.split_once('-').unwrap_or((stretch, stretch));
        // The last page may be printed without what it shares with the first: `7909-43`.
        let shared = first.get(..first.len().saturating_sub(last.len())).unwrap_or("");
        let abbreviated = last.len() < first.len();
        let last = if abbreviated { format!("{shared}{last}") } else { last.to_owned() };
        Some((first.parse().ok()?, last.parse().ok()?))
    })
}
