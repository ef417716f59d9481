//! The number of a document or case of the Tweede Kamer that is called a Kamerstuk: `Kamerstuk 2024D28457`.

use winnow::Parser;
use winnow::combinator::opt;
use winnow::stream::Stream;

use crate::citation::Citation;
use crate::citation::grammar::{
    EmptyError, Input, Parsed, here, is_word_sign, number_sign, only_if, rest, sep, spanned,
};
use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::keyword;

/// Reads the keyword with such a number behind it.
pub(super) fn citation(input: &mut Input<'_>) -> Parsed<Citation> {
    let start = here(input);
    keyword::kamerstuk(input)?;
    (sep, opt((number_sign, sep))).parse_next(input)?;
    let bracket = opt('(').parse_next(input)?;
    sep(input)?;
    let (id, span) = spanned(input, number)?;
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    }
    let mut citation = Citation::plain(Span::new(start, here(input)), id);
    citation.targets[0].number_span = Some(span);
    Ok(citation)
}

/// `2024D28457`, `2024Z00081`: the year, the kind, five digits.
fn number(input: &mut Input<'_>) -> Parsed<DocumentId> {
    let text = rest(input);
    let (digits, tail) = text.split_at_checked(4).ok_or(EmptyError)?;
    let year: u16 = digits.parse().map_err(|_| EmptyError)?;
    only_if((2000..2100).contains(&year))?;
    let series = match tail.bytes().next() {
        Some(b'D') => Series::TkDocument,
        Some(b'Z') => Series::Zaak,
        _ => return Err(EmptyError),
    };
    let number = tail[1..].bytes().take_while(u8::is_ascii_digit).count();
    let len = 5 + number;
    only_if(number == 5 && !text[len..].starts_with(is_word_sign))?;
    input.next_slice(len);
    Ok(DocumentId::Named(series, text[..len].into()))
}
