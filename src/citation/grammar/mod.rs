//! The pieces that citations of all families are made of.
//!
//! Every piece is a winnow parser over [`Input`], whose offsets are bytes of the whole text.
//! Pieces do not skip what stands before them; who puts pieces together puts [`sep`] between them, and so decides where print and extraction may have left their traces.

mod connector;
mod dossier;
mod heading;
mod lead;
mod number;
mod pin;
mod separator;
mod session;
mod toevoeging;

pub(super) use winnow::error::EmptyError;
use winnow::stream::{Location, Stream};
use winnow::{LocatingSlice, Parser};

use crate::text::Span;

pub(super) use connector::{Connector, comma, connector};
pub(super) use dossier::{WrittenDossier, dossier};
pub(super) use heading::{Heading, date, heading};
pub(super) use lead::{ends_with_word, lead};
pub(super) use number::{
    NumberSign, is_bounded, is_day, letters, may_be_initial, number_sign, range_sign, takes_up,
    written_number,
};
pub(super) use pin::pin;
pub(super) use separator::{
    before_sep, dash, ends_paragraph, footnote_marks, is_word_sign, sep, some_sep, word, word_end,
};
pub(super) use session::{WrittenSession, kamer, named_kamer, session, session_word};

/// The text from the start of the letter to as far as this candidate may look.
pub(super) type Input<'a> = LocatingSlice<&'a str>;

/// What a piece gives, or that it does not stand here.
pub(super) type Parsed<T> = Result<T, EmptyError>;

/// Goes on where a condition holds; else the piece does not stand here.
pub(super) fn only_if(condition: bool) -> Parsed<()> {
    if condition { Ok(()) } else { Err(EmptyError) }
}

/// Where the next byte stands.
pub(super) fn here(input: &Input<'_>) -> usize {
    input.current_token_start()
}

/// What is left to read.
pub(super) fn rest<'a>(input: &Input<'a>) -> &'a str {
    input.peek_finish()
}

/// The next character.
pub(super) fn next_char(input: &Input<'_>) -> Option<char> {
    rest(input).chars().next()
}

/// Runs a piece; where it does not stand, nothing has been read.
pub(super) fn attempt<'a, T>(
    input: &mut Input<'a>,
    mut piece: impl Parser<Input<'a>, T, EmptyError>,
) -> Option<T> {
    let start = input.checkpoint();
    let parsed = piece.parse_next(input).ok();
    if parsed.is_none() {
        input.reset(&start);
    }
    parsed
}

/// Whether a piece stands here; reads nothing.
pub(super) fn stands<'a, T>(input: &Input<'a>, mut piece: impl Parser<Input<'a>, T, EmptyError>) -> bool {
    piece.parse_next(&mut input.clone()).is_ok()
}

/// A piece and the bytes that it takes.
pub(super) fn spanned<'a, T>(
    input: &mut Input<'a>,
    mut piece: impl Parser<Input<'a>, T, EmptyError>,
) -> Parsed<(T, Span)> {
    let start = here(input);
    let value = piece.parse_next(input)?;
    Ok((value, Span::new(start, here(input))))
}
