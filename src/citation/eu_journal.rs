//! The Official Journal of the European Union: `PbEU 2016, L 119`, `(PbEU L 266)`, `PB L 119 van 4.5.2016, p. 1`.
//!
//! It is recognised for what it is. An issue holds many acts and has no identifier of ours, so that there is no target.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::text::Span;

use super::first_look::{Behind, Look};
use super::grammar::{
    Input, Parsed, attempt, before_sep, comma, here, lead, number_sign, only_if, pin, sep, some_sep, word,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form};

/// At the year, or where none stands in front, at the number.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[
        // The number of an issue, behind `L`, `C` or their `nr.`
        Look { words: &["L", "C", "nr"], ..Look::ANY },
        // The year in front of them.
        Look {
            digits: 4..=4,
            behind: &[Behind::Letter, Behind::Capital, Behind::Comma, Behind::Markup],
            ..Look::ANY
        },
    ],
    forms: &[Form {
        code: "eu-journal",
        examples: &[
            Example { printed: "PbEU 2016, L 119", means: "" },
            Example { printed: "PbEG L 281", means: "" },
            Example { printed: "PB L 119 van 4.5.2016, p. 1", means: "" },
        ],
    }],
    read,
};

/// So many bytes before a number the name of the journal begins at most.
const REACH: usize = 80;

/// What `PbEU` and `Publicatieblad` begin with.
const INITIALS: &str = "pP";

/// Whether `L` or `C` may stand in front of a number, perhaps with `nr.`
fn follows_series(before: &str) -> bool {
    let before = before_sep(before);
    let before = before_sep(before.strip_suffix("nr.").unwrap_or(before));
    before_sep(before.trim_end_matches(',')).ends_with(['L', 'C'])
}

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    let before = scene.before;
    let len = if follows_series(before) && attempt(input, issue).is_some() {
        lead(before, REACH, INITIALS, |input| (journal, sep, series_letter).void().parse_next(input))
    } else {
        attempt(input, year_and_issue)?;
        lead(before, REACH, INITIALS, journal)
    };
    let ((), len) = len?;
    Some(Citation::stated(Span::new(start - len, here(input)), Family::EuJournal, Vec::new()))
}

/// `PbEU`, `Pb. EG`, `PB`, `Publicatieblad van de Europese Unie`, and what stands around it.
fn journal(input: &mut Input<'_>) -> Parsed<()> {
    let community = |input: &mut Input<'_>| alt(("EU", "EGKS", "EG", "EEG")).void().parse_next(input);
    let of_the_union = |input: &mut Input<'_>| {
        let of = (word("van"), some_sep, word("de"), some_sep, word("europese"), some_sep);
        (of, alt((word("unie"), word("gemeenschappen"), word("gemeenschap")))).void().parse_next(input)
    };
    let short = (alt(("PB", "Pb")), opt('.'), sep, opt(community)).void();
    let long = (word("publicatieblad"), sep, opt(alt((of_the_union, community)))).void();
    alt((short, long)).parse_next(input)?;
    not(one_of(char::is_lowercase)).parse_next(input)?;
    (sep, opt(','), sep, opt((number_sign, sep))).void().parse_next(input)
}

/// `L`, `C`: acts, and information and notices.
fn series_letter(input: &mut Input<'_>) -> Parsed<()> {
    (one_of(['L', 'C']), not(one_of(char::is_alphabetic)), sep, opt((number_sign, sep)), opt(','), sep)
        .void()
        .parse_next(input)
}

/// `2016, L 119`
fn year_and_issue(input: &mut Input<'_>) -> Parsed<()> {
    let year: &str = take_while(4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    only_if(year.starts_with(['1', '2']))?;
    (opt(comma), sep, series_letter, issue).void().parse_next(input)
}

/// `119`, `119/1`, `2024/1689`, and the date and page behind it.
fn issue(input: &mut Input<'_>) -> Parsed<()> {
    let digits = |input: &mut Input<'_>| {
        take_while(1..=5, |sign: char| sign.is_ascii_digit()).void().parse_next(input)
    };
    digits(input)?;
    let _ = attempt(input, (sep, '/', sep, digits));
    let date = |input: &mut Input<'_>| {
        (alt(((some_sep, word("van"), some_sep).void(), comma)), digits, '.', sep, digits, '.', sep, digits)
            .void()
            .parse_next(input)
    };
    let _ = attempt(input, date);
    let _ = attempt(input, pin);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn every_notation() {
        for printed in [
            "PbEU L 266",
            "PbEU 2016, L 119",
            "PbEU 2016 L 119",
            "PbEU 2016, L 119/1",
            "PbEG 1995, L 281",
            "Pb EG L 281",
            "Pb. EU 2016, L 119",
            "PbEU 2012, C 326",
            "PbEU L\u{A0}119",
            "PbEU\n2016, L 119",
            "PB L 119 van 4.5.2016, p. 1",
            "PB 2016, L 119",
            "PB L, 2024/1689, 12.7.2024",
            "Publicatieblad van de Europese Unie L 119",
        ] {
            means(printed, "");
        }
    }

    #[test]
    fn what_is_none() {
        for none in [
            "PB 12",
            "het Publicatieblad van 2016",
            "bijlage C 3",
            "PbEU",
            "artikel 2016, L 119",
            "Postbus PB 2016",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
