//! The items of a meeting: `item 6`, `items 6 en 7`, `(item 6)`, `66-6`, `66-6-12`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::stream::Stream;
use winnow::token::one_of;

use crate::text::Span;

use super::super::Pin;
use super::super::grammar::{
    Connector, EmptyError, Input, Parsed, attempt, comma, connector, dash, here, is_bounded, is_day,
    number_sign, only_if, pin, range_sign, rest, sep, spanned, stands, word,
};
use super::pages::PageLabel;
use super::place::{small_number, whole_number};

/// An item of a meeting.
#[derive(Debug)]
pub(super) struct Item {
    pub number: u32,
    pub span: Span,
    /// The page within it.
    pub pin: Option<Pin>,
    /// Whether it is joined to the meeting by a dash: until 2010 that is a page and no item.
    pub dashed: bool,
}

impl From<PageLabel> for Item {
    fn from(label: PageLabel) -> Self {
        Self { number: label.item, span: label.pin.span, pin: Some(label.pin), dashed: true }
    }
}

/// The items that stand here, perhaps none.
pub(super) fn items(input: &mut Input<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some(item) = attempt(input, dashed_item) {
        items.push(item);
        return items;
    }
    let Some((mut several, number, span)) = attempt(input, first_item) else { return items };
    items.push(Item { number, span, pin: None, dashed: false });
    loop {
        let range = attempt(input, |input: &mut Input<'_>| {
            only_if(several)?;
            range_sign(input)?;
            spanned(input, small_number)
        });
        if let (Some((last, span)), Some(first)) = (range, items.last().map(|item| item.number)) {
            items.extend((first + 1..=last).map(|number| Item { number, span, pin: None, dashed: false }));
        }
        let found = attempt(input, pin);
        if let Some(item) = items.last_mut() {
            item.pin = found;
        }
        let Some((sign, number, span)) = attempt(input, |input: &mut Input<'_>| next_item(input, several))
        else {
            return items;
        };
        several |= sign == Some(true);
        items.push(Item { number, span, pin: None, dashed: false });
    }
}

/// `, item 6`, `(item 6)`, also behind the title of the debate; whether its word announces several.
fn first_item(input: &mut Input<'_>) -> Parsed<(bool, u32, Span)> {
    opt(alt((comma, dash))).parse_next(input)?;
    let _ = attempt(input, title);
    sep(input)?;
    let bracket = opt(('(', sep)).parse_next(input)?;
    let several = item_word(input)?;
    (sep, opt((number_sign, sep))).parse_next(input)?;
    let (number, span) = spanned(input, small_number)?;
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    }
    Ok((several, number, span))
}

/// What the debate was about, where its item follows: `Regeling van werkzaamheden, item 12`.
fn title(input: &mut Input<'_>) -> Parsed<()> {
    /// Titles are short where they stand in a citation.
    const LONGEST: usize = 90;
    let text = rest(input);
    let within = &text[..text.floor_char_boundary(LONGEST)];
    let item = within.find(", item").or_else(|| within.find(" (item")).ok_or(EmptyError)?;
    let title = &within[..item];
    let is_title = title.starts_with(char::is_alphabetic)
        && !title.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ';' | '(' | ')'))
        && !title.contains("\n\n");
    only_if(is_title)?;
    input.next_slice(item + 1);
    Ok(())
}

/// An item behind another: `en item 7`, `en 7`.
fn next_item(input: &mut Input<'_>, several: bool) -> Parsed<(Option<bool>, u32, Span)> {
    let joined = connector(input)?;
    let sign = attempt(input, (item_word, sep)).map(|(sign, ())| sign);
    let (number, span) = spanned(input, small_number)?;
    // A bare number with items of its own is another meeting.
    let meeting = || stands(input, (opt(comma), sep, opt('('), item_word));
    let listed = joined == Connector::And || (several && joined == Connector::Comma);
    only_if(sign.is_some() || (listed && is_bounded(input) && !meeting()))?;
    only_if(!is_day(input)).map(|()| (sign, number, span))
}

/// `-6`, `-6-12`, `-2231`: an item and a page of it, or a page of the meeting.
fn dashed_item(input: &mut Input<'_>) -> Parsed<Item> {
    dash(input)?;
    let ((number, _), span) = spanned(input, whole_number)?;
    only_if(!is_day(input))?;
    let start = here(input);
    let pin = match attempt(input, (dash, whole_number)) {
        // `17-3-2020` is a day.
        Some(((), (page, _))) if number <= 12 && (1900..2100).contains(&page) => return Err(EmptyError),
        Some(((), (page, _))) => Some(page_of_item(input, number, page, start)),
        None => attempt(input, pin),
    };
    Ok(Item { number, span, pin, dashed: true })
}

/// A page that is marked with its item, and perhaps a last one that is marked so too: `66-6-12 – 66-6-15`.
pub(super) fn page_of_item(input: &mut Input<'_>, item: u32, first: u32, start: usize) -> Pin {
    let marked = |input: &mut Input<'_>| {
        let (_, (), again, (), (last, _)) =
            (small_number, dash, small_number, dash, whole_number).parse_next(input)?;
        only_if(again == item).map(|()| last)
    };
    let last = attempt(input, |input: &mut Input<'_>| {
        range_sign(input)?;
        let last = attempt(input, marked).map_or_else(|| Ok(whole_number(input)?.0), Ok)?;
        only_if(last > first && !is_day(input)).map(|()| last)
    });
    let text = last.map_or_else(|| format!("p. {first}"), |last| format!("p. {first}-{last}"));
    Pin { text, page: first, span: Span::new(start, here(input)) }
}

/// `item`, `agendapunt`; whether it announces several.
pub(super) fn item_word(input: &mut Input<'_>) -> Parsed<bool> {
    let several = alt((
        word("items").value(true),
        word("item").value(false),
        word("agendapunten").value(true),
        word("agendapunt").value(false),
        word("onderwerp").value(false),
    ))
    .parse_next(input)?;
    not(one_of(|next: char| next.is_alphabetic())).parse_next(input)?;
    Ok(several)
}
