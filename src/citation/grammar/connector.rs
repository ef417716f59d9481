//! What joins the members of a list: commas, semicolons, `en`.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::one_of;

use super::{EmptyError, Input, Parsed, sep, some_sep, word};

/// How the next member of a list is joined to the one before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::citation) enum Connector {
    /// A comma alone.
    Comma,
    /// A semicolon, also with `en`.
    Semicolon,
    /// `en`, `of`, `&`, also behind a comma.
    And,
}

/// A comma and what stands around it.
pub(in crate::citation) fn comma(input: &mut Input<'_>) -> Parsed<()> {
    (sep, ',', sep).void().parse_next(input)
}

/// What joins two members, and the separators around it.
pub(in crate::citation) fn connector(input: &mut Input<'_>) -> Parsed<Connector> {
    sep(input)?;
    let sign = opt(one_of([',', ';', '&', '+', '/'])).parse_next(input)?;
    sep(input)?;
    let and =
        opt((alt((word("en/of"), word("en"), word("of"), word("alsmede"))), some_sep)).parse_next(input)?;
    match (sign, and) {
        (None, None) => Err(EmptyError),
        (Some(';'), _) => Ok(Connector::Semicolon),
        (Some(','), None) => Ok(Connector::Comma),
        _ => Ok(Connector::And),
    }
}
