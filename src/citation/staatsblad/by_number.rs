//! Issues that are found by their number, since the year stands behind it or in front of the journal: `Staatsblad nr. 120 van 2009`, `de wet van 4 juni 1992 (Stb. 315)`.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::identifier::DocumentId;
use crate::text::Span;

use super::super::grammar::{
    Input, attempt, before_sep, comma, here, is_bounded, lead, number_sign, sep, some_sep, word,
};
use super::super::recognise::Scene;
use super::super::{Citation, Family, Target};
use super::{REACH, day_and_month, number, series, year};

/// `Staatsblad nr. 120 van 2009`, `Staatscourant nr. 26941 van 26 augustus 2015`, `Stb. nr. 532 (2010)`, at the number.
pub(super) fn number_first(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    let (year, number) = attempt(input, |input: &mut Input<'_>| {
        let number = number(input)?;
        let bracketed = (sep, '(', sep, year, sep, ')').map(|(.., year, (), _)| year);
        let of = (some_sep, word("van"), some_sep, opt(day_and_month), year).map(|(.., year)| year);
        Ok((alt((bracketed, of)).parse_next(input)?, number))
    })?;
    let signed = |input: &mut Input<'_>| {
        let (series, ()) = (series, sep).parse_next(input)?;
        (number_sign, sep).void().parse_next(input).map(|()| series)
    };
    let (series, len) = lead(scene.before, REACH, "sStT", signed)?;
    let id = DocumentId::Named(series, format!("{year}-{number}").into());
    let span = Span::new(start - len, here(input));
    Some(Citation::stated(span, Family::of(series), vec![Target::plain(span, id)]))
}

/// `de wet van 4 juni 1992 (Stb. 315)`, at the number: an issue of the year of the act that stands in front.
pub(super) fn of_the_year(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    /// The issues of a year were fewer when acts were cited so.
    const FEWER: u32 = 1000;
    let start = here(input);
    if !before_sep(scene.before).trim_end_matches('.').ends_with(['b', 't', 'd']) {
        return None;
    }
    let number = attempt(input, number).filter(|number| *number < FEWER && is_bounded(input))?;
    let dated = |input: &mut Input<'_>| {
        let ((), (), (), year) = (word("van"), some_sep, day_and_month, year).parse_next(input)?;
        alt((comma, (some_sep, opt('('), sep).void())).parse_next(input)?;
        (series, sep).void().parse_next(input).map(|()| year)
    };
    let (year, _) = lead(scene.before, REACH, "vV", dated)?;
    let (series, len) = lead(scene.before, REACH, "sStT", |input: &mut Input<'_>| {
        (series, sep).map(|(series, ())| series).parse_next(input)
    })?;
    let id = DocumentId::Named(series, format!("{year}-{number}").into());
    let span = Span::new(start - len, here(input));
    Some(Citation::stated(span, Family::of(series), vec![Target::plain(span, id)]))
}
