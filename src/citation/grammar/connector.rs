//! What joins the members of a list: commas, semicolons, `en`.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::one_of;

use super::{EmptyError, Input, Parsed, next_char, only_if, sep, some_sep, word};

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
    sep(input)?;
    // It is asked for at every turn, and hardly ever there.
    only_if(next_char(input) == Some(','))?;
    input.next_slice(1);
    sep(input)
}

/// What joins two members, and the separators around it.
pub(in crate::citation) fn connector(input: &mut Input<'_>) -> Parsed<Connector> {
    sep(input)?;
    let sign = opt(one_of([',', ';', '&', '+', '/'])).parse_next(input)?;
    sep(input)?;
    let and = opt((joining_word, some_sep)).parse_next(input)?;
    match (sign, and) {
        (None, None) => Err(EmptyError),
        (Some(';'), _) => Ok(Connector::Semicolon),
        (Some(','), None) => Ok(Connector::Comma),
        _ => Ok(Connector::And),
    }
}

/// `en`, `of`, `alsmede`, `resp.` and the like.
fn joining_word(input: &mut Input<'_>) -> Parsed<()> {
    match next_char(input) {
        Some('e' | 'E') => alt((word("en/of"), word("evenals"), word("en"))).parse_next(input),
        Some('o' | 'O') => word("of").parse_next(input),
        Some('a' | 'A') => alt((word("alsmede"), word("alsook"))).parse_next(input),
        Some('d' | 'D') => (word("dan"), sep, word("wel")).void().parse_next(input),
        Some('r' | 'R') => alt((word("respectievelijk"), (word("resp"), opt('.')).void())).parse_next(input),
        _ => Err(EmptyError),
    }
}
