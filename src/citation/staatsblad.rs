//! The journals in which acts, notices and treaties are published: `Stb. 2009, 120`, `Stcrt. 2009, 9231`, `Trb. 1964, 4`.
//!
//! ```text
//! citation  journal  [ date ]  issue  { connector issue }  |  journal sign number  ( "van" ( year | date ) | "(" year ")" )
//! issue     year number  |  number
//! ```
//! They are found by the year, since `Stb.` is short and a year with a number behind it is rare, or by a number with its sign in front.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Series, is_month};
use crate::text::Span;

use super::first_look::{Behind, Look};
use super::grammar::{
    Connector, Input, NumberSign, Parsed, attempt, before_sep, comma, connector, dash, here, is_bounded,
    is_day, lead, next_char, number_sign, only_if, pin, rest, sep, some_sep, stands, word,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form, Pin, Target};

mod by_number;

use by_number::{number_first, of_the_year};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[
        // The year, which a number follows and not a word.
        Look {
            digits: 4..=4,
            behind: &[
                Behind::Sign,
                Behind::Digit,
                Behind::Comma,
                Behind::Slash,
                Behind::Hyphen,
                Behind::Markup,
            ],
            ..Look::ANY
        },
        // The number, behind its sign or the name of the journal.
        Look { words: &["nr", "lad", "stb", "stbl", "crt", "stct", "ant", "trb"], ..Look::ANY },
    ],
    forms: &[
        Form {
            code: "staatsblad",
            examples: &[
                Example { printed: "Stb. 2018, 247", means: "stb-2018-247" },
                Example { printed: "Staatsblad 1992, nr. 422", means: "stb-1992-422" },
                Example { printed: "Stb. 2009, 120 en 121", means: "stb-2009-120; stb-2009-121" },
                Example { printed: "Staatsblad nr. 247 van 2018", means: "stb-2018-247" },
            ],
        },
        Form {
            code: "staatscourant",
            examples: &[
                Example { printed: "Stcrt. 2015, 9231", means: "stcrt-2015-9231" },
                Example { printed: "Staatscourant van 3 mei 2019, nr. 24563", means: "stcrt-2019-24563" },
            ],
        },
        Form {
            code: "tractatenblad",
            examples: &[Example { printed: "Trb. 1951, 154", means: "trb-1951-154" }],
        },
    ],
    read,
};

/// How far in front of the year the journal may begin: `Staatsblad van het Koninkrijk der Nederlanden van 12 september`.
const REACH: usize = 80;

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    if before_sep(scene.before).trim_end_matches('.').ends_with("nr") {
        return number_first(input, scene);
    }
    if !may_be_year(rest(input).as_bytes()) {
        return of_the_year(input, scene);
    }
    let mut issues = vec![attempt(input, first_issue)?];
    let ((series, of), len) = lead(scene.before, REACH, "sStT", journal)?;
    // `het Staatsblad van 2018, nr. 247`
    if of && !issues[0].signed {
        return None;
    }
    let several = issues[0].several;
    while let Some(next) = attempt(input, |input: &mut Input<'_>| further_issue(input, &issues, several)) {
        issues.push(next);
    }
    let span = Span::new(start - len, here(input));
    let alone = issues.len() == 1;
    let targets = issues.into_iter().map(|issue| Target {
        pin: issue.pin,
        ..Target::plain(
            if alone { span } else { issue.span },
            DocumentId::Named(series, format!("{}-{}", issue.year, issue.number).into()),
        )
    });
    Some(Citation::stated(span, Family::of(series), targets.collect()))
}

/// Whether the number of an issue may come behind a year, and not a word.
fn may_be_year(bytes: &[u8]) -> bool {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let next = bytes[digits..].iter().find(|byte| **byte != b' ');
    // Behind a blank of another kind or markup one has to look closer.
    digits == 4 && next.is_some_and(|next| !next.is_ascii_alphabetic() || matches!(next, b'n' | b'N'))
}

/// One issue.
struct Issue {
    year: u16,
    number: u32,
    /// Whether a sign stands in front of the number.
    signed: bool,
    /// Whether `nrs.` announces several.
    several: bool,
    pin: Option<Pin>,
    /// The year where it is printed, the number and the page.
    span: Span,
}

fn first_issue(input: &mut Input<'_>) -> Parsed<Issue> {
    let start = here(input);
    let year = year(input)?;
    let sign = attempt(input, |input: &mut Input<'_>| {
        let (_, (), sign, ()) = (opt(comma), sep, number_sign, sep).parse_next(input)?;
        Ok(sign)
    });
    if sign.is_none() {
        // `2009, 120`, `2009/120`, `2009-120`, and carelessly `2009 120`
        alt((comma, (sep, '/', sep).void(), dash, some_sep)).parse_next(input)?;
    }
    let number = number(input)?;
    only_if(sign.is_some() || !is_day(input))?;
    Ok(finished(input, start, year, number, sign))
}

/// The page may stand behind, and ends the issue.
fn finished(input: &mut Input<'_>, start: usize, year: u16, number: u32, sign: Option<NumberSign>) -> Issue {
    let (pin, several) = (attempt(input, pin), sign == Some(NumberSign::Several));
    Issue { year, number, signed: sign.is_some(), several, pin, span: Span::new(start, here(input)) }
}

/// `en 121`, `en 2010, 5`, and behind a comma another number where the list goes on.
fn further_issue(input: &mut Input<'_>, before: &[Issue], several: bool) -> Parsed<Issue> {
    let joined = connector(input)?;
    let start = here(input);
    let whole = |input: &mut Input<'_>| {
        let year = year(input)?;
        (alt((comma, (sep, '/', sep).void())), opt((number_sign, sep))).void().parse_next(input)?;
        let number = number(input)?;
        only_if(joined != Connector::Comma && is_bounded(input) && !is_day(input))?;
        Ok(finished(input, start, year, number, None))
    };
    if let Some(issue) = attempt(input, whole) {
        return Ok(issue);
    }
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    let number = number(input)?;
    let goes_on = |input: &Input<'_>| stands(input, (connector, one_of(|sign: char| sign.is_ascii_digit())));
    let believed = match joined {
        _ if sign.is_some() => true,
        Connector::And => true,
        Connector::Comma => several || goes_on(input),
        Connector::Semicolon => false,
    };
    let announced = several && joined == Connector::And;
    only_if(believed && (announced || is_bounded(input)) && !is_day(input))?;
    Ok(finished(input, start, before[before.len() - 1].year, number, None))
}

/// The Staatsblad is of 1813, the other two are younger.
fn year(input: &mut Input<'_>) -> Parsed<u16> {
    let digits: &str = take_while(4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    let year = digits.parse().unwrap_or(0);
    only_if((1813..2100).contains(&year) && !next_char(input).is_some_and(|next| next.is_ascii_digit()))?;
    Ok(year)
}

/// The number of an issue, which is no amount (`1.200`). Those of the Staatscourant are at times parted as dossiers are, `12 345`.
fn number(input: &mut Input<'_>) -> Parsed<u32> {
    let first: &str = take_while(1..=6, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    let second = if first.len() == 2 { attempt(input, thousands) } else { None };
    let digits = format!("{first}{}", second.unwrap_or_default());
    let amount = (one_of(['.', ',']), one_of(|sign: char| sign.is_ascii_digit()));
    (not(one_of(|sign: char| sign.is_ascii_digit())), not(amount)).void().parse_next(input)?;
    let number = digits.parse().unwrap_or(0);
    only_if(number > 0).map(|()| number)
}

fn thousands<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    some_sep(input)?;
    let digits = take_while(3, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    not(one_of(char::is_alphanumeric)).parse_next(input)?;
    Ok(digits)
}

/// The name of a journal, with the stop or the comma behind it.
fn series(input: &mut Input<'_>) -> Parsed<Series> {
    let series = alt((
        alt((word("staatsblad"), word("stbl"), word("stb"))).value(Series::Staatsblad),
        alt((word("staatscourant"), word("stcrt"), word("stct"))).value(Series::Staatscourant),
        alt((word("tractatenblad"), word("traktatenblad"), word("trb"))).value(Series::Tractatenblad),
    ))
    .parse_next(input)?;
    not(one_of(char::is_alphabetic)).parse_next(input)?;
    (sep, opt('.'), sep, opt(','), sep).void().parse_next(input)?;
    Ok(series)
}

/// The name of a journal and what may stand between it and the year; whether that is `van` alone.
fn journal(input: &mut Input<'_>) -> Parsed<(Series, bool)> {
    let series = series(input)?;
    let kingdom = |input: &mut Input<'_>| {
        (word("van"), some_sep, word("het"), some_sep, word("koninkrijk"), sep).void().parse_next(input)?;
        opt((word("der"), some_sep, word("nederlanden"), sep)).void().parse_next(input)
    };
    (opt(kingdom), opt((alt((word("jaargang"), word("jrg"))), opt('.'), sep))).void().parse_next(input)?;
    if attempt(input, (opt((word("van"), some_sep)), day_and_month)).is_some() {
        return Ok((series, false));
    }
    let of = opt((word("van"), some_sep)).parse_next(input)?.is_some();
    Ok((series, of))
}

/// `26 augustus`, in front of a year.
fn day_and_month(input: &mut Input<'_>) -> Parsed<()> {
    let (_, (), month, ()): (&str, (), &str, ()) = (
        take_while(1..=2, |sign: char| sign.is_ascii_digit()),
        some_sep,
        take_while(3..=9, |sign: char| sign.is_ascii_alphabetic()),
        some_sep,
    )
        .parse_next(input)?;
    only_if(is_month(month))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn a_number_that_is_parted_as_dossiers_are() {
        means("Stcrt. 2019, nr. 12 345", "stcrt-2019-12345");
        assert_eq!(read("Stb. 2018, 12 en 345 besluiten"), "Stb. 2018, 12 = stb-2018-12");
    }

    #[test]
    fn every_notation() {
        for printed in [
            "Stb. 2018, 247",
            "Stb. 2018, nr. 247",
            "Stb. 2018, nr 247",
            "Stb. 2018 nr. 247",
            "Stb. 2018/247",
            "Stb. 2018-247",
            "Stb. 2018 247",
            "Stb 2018, 247",
            "Stb.2018,247",
            "Stb.* 2018, 247",
            "Staatsblad 2018, 247",
            "staatsblad 2018 nr. 247",
            "Staats-\nblad 2018,\n247",
            "Staatsblad van het Koninkrijk der Nederlanden 2018, 247",
            "Staatsblad jaargang 2018, nr. 247",
            "Stb.&nbsp;2018, 247",
        ] {
            means(printed, "stb-2018-247");
        }
        for printed in [
            "Staatsblad nr. 247 van 2018",
            "Stb. nr. 247 (2018)",
            "Staatsblad nr 247 van 3 mei 2018",
            "Staatsblad van 2018, nr. 247",
        ] {
            means(printed, "stb-2018-247");
        }
        means("Staatscourant nr. 24563 van 3 mei 2019", "stcrt-2019-24563");
        means("Trb. 1964, 4", "trb-1964-4");
        means("Tractatenblad 1964, nr. 4", "trb-1964-4");
        means("Stcrt. 2009, nr. 9231", "stcrt-2009-9231");
        means("Staatscourant van 3 mei 2019, nr. 24563", "stcrt-2019-24563");
        means("Stcrt. 20 december 2011, nr. 22848", "stcrt-2011-22848");
        means("Stb. 2018, 247, p. 3", "stb-2018-247 p. 3");
    }

    #[test]
    fn the_year_is_that_of_the_act_in_front() {
        for text in ["de wet van 4 juni 1992 (Stb. 315)", "de Wet van 4 juni 1992, Stb. 315, houdende regels"]
        {
            assert_eq!(read(text), "Stb. 315 = stb-1992-315", "{text}");
        }
        assert_eq!(read("de regeling van 3 mei 2004 (Stcrt. 90)"), "Stcrt. 90 = stcrt-2004-90");
        for none in [
            "de wet van 4 juni 1992. Stb. 315",
            "de wet van 1992 (Stb. 315)",
            "de wet van 4 juni 1992 (Stb. 2010)",
            "de wet van 4 juni 1992 (Stb. 315 exemplaren)",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }

    #[test]
    fn lists() {
        assert_eq!(
            read("Stb. 2009, 120 en Stb. 2010, 5"),
            "Stb. 2009, 120 = stb-2009-120\nStb. 2010, 5 = stb-2010-5"
        );
        means("Stb. 2009, 120 en 2010, 5", "stb-2009-120; stb-2010-5");
        means("Stb. 2009, 120; 2010, 5", "stb-2009-120; stb-2010-5");
        means("Stb. 2009, nrs. 120, 121 en 130", "stb-2009-120; stb-2009-121; stb-2009-130");
        means("Stb. 2009, 120, 121 en 130", "stb-2009-120; stb-2009-121; stb-2009-130");
    }

    #[test]
    fn what_follows_is_left() {
        assert_eq!(
            read("Trb. 1980, nrs. 65 en 66 zijn"),
            "Trb. 1980, nrs. 65 en 66 = trb-1980-65; trb-1980-66"
        );
        for after in
            [", artikel 3", ", 12 gemeenten en", " en 12 andere besluiten", ", 3 april 2018", " (2019)"]
        {
            assert_eq!(read(&format!("Stb. 2018, 247{after}")), "Stb. 2018, 247 = stb-2018-247", "{after}");
        }
    }

    #[test]
    fn what_is_none() {
        for none in [
            "in 2018, 247 gemeenten",
            "het Staatsblad van 2018",
            "het Staatsblad van 2018, 247 besluiten",
            "Staatsblad nr. 247",
            "Staatscourant nr. 24563 van de week",
            "Staatsblad 2018",
            "Stb. 247",
            "Stb. 2018, 1.200 euro",
            "Stb. 2018, 3 mei",
            "Stb.\n\n2018, 247",
            "Bstb. 2018, 247",
            "de Staatscourant verscheen in 2018, 247 keer",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
