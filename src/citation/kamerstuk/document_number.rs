//! The number of a document or case of the Tweede Kamer that is called a Kamerstuk: `Kamerstuk 2024D28457`.

use winnow::Parser;
use winnow::combinator::opt;

use crate::citation::grammar::{
    Input, Parsed, attempt, connector, here, is_word_sign, next_char, number_sign, only_if, sep, spanned,
};
use crate::citation::zaak::{Kind, tk_number};
use crate::citation::{Citation, Problem, ProblemKind, Target};
use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::keyword;

/// Reads the keyword with such numbers behind it.
pub(super) fn citation(input: &mut Input<'_>) -> Parsed<Citation> {
    let start = here(input);
    keyword::kamerstuk(input)?;
    let keyword = Span::new(start, here(input));
    (sep, opt((number_sign, sep))).parse_next(input)?;
    let bracket = opt('(').parse_next(input)?;
    sep(input)?;
    let mut targets = vec![number(input)?];
    while let Some(target) = attempt(input, |input: &mut Input<'_>| {
        connector(input)?;
        number(input)
    }) {
        targets.push(target);
    }
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    }
    let span = Span::new(start, here(input));
    let mut citation = Citation::plain(span, targets[0].id.clone());
    let meant = citation.family;
    if let [only] = &mut targets[..] {
        only.span = span;
    }
    citation.targets = targets;
    citation.problems.push(Problem {
        span: keyword,
        kind: ProblemKind::WrongKind { meant },
        correction: None,
    });
    Ok(citation)
}

fn number(input: &mut Input<'_>) -> Parsed<Target> {
    let (number, span) = spanned(input, tk_number)?;
    only_if(!next_char(input).is_some_and(is_word_sign))?;
    let series = if number.kind == Kind::Zaak { Series::Zaak } else { Series::TkDocument };
    let id = DocumentId::Named(series, number.name.into());
    Ok(Target { span, id, dossiers: Vec::new(), pin: None, number_span: Some(span) })
}
