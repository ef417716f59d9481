//! Acts and documents of the European Union by number: `CELEX 32016R0679`, `SWD(2021) 12`, `COM(2020) 456`.
//!
//! A CELEX number names one document. So do the series that have one letter code in it; a `COM` is a proposal (`PC`) or another document (`DC`), which its number does not tell, so that it has no target.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::stream::Stream;
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Series, read_celex};
use crate::text::Span;

use super::first_look::{Behind, Front, Look};
use super::grammar::{EmptyError, Input, Parsed, attempt, here, lead, only_if, rest, sep, word};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form, Target};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[
        // The year of `SWD(2021) 12`.
        Look {
            digits: 4..=4,
            front: &[Front::Bracket, Front::Slash],
            behind: &[Behind::Closing, Behind::Slash, Behind::Markup],
            ..Look::ANY
        },
        // Sector and year of a CELEX number.
        Look { digits: 5..=5, behind: &[Behind::Letter], ..Look::ANY },
    ],
    forms: &[
        Form {
            code: "celex",
            examples: &[
                Example { printed: "CELEX:32016R0679", means: "celex:32016R0679" },
                Example { printed: "32009R1060", means: "celex:32009R1060" },
            ],
        },
        Form {
            code: "eu-document",
            examples: &[
                Example { printed: "SWD(2021) 12", means: "celex:52021SC0012" },
                Example { printed: "COM(2020) 456", means: "" },
            ],
        },
    ],
    read,
};

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let before = scene.before;
    if before.ends_with(['(', '/'])
        && let Some(citation) = of_series(input, before)
    {
        return Some(citation);
    }
    let start = here(input);
    if before.ends_with(|sign: char| sign.is_alphanumeric()) {
        return None;
    }
    let (id, taken) = read_celex(rest(input))?;
    input.next_slice(taken);
    let sign = |input: &mut Input<'_>| {
        (word("celex"), opt((sep, opt('-'), alt((word("nummer"), word("nr"))), opt('.'))), sep, opt(':'), sep)
            .void()
            .parse_next(input)
    };
    let sign = lead(before, 24, "cC", sign).map_or(0, |((), len)| len);
    // Without the word only the numbers of acts and documents are known by their form.
    let known = sign > 0 || matches!(&id, DocumentId::Named(_, name) if name.starts_with(['3', '5']));
    known.then(|| Citation::plain(Span::new(start - sign, here(input)), id))
}

/// `SWD(2021) 12`, at the year.
fn of_series(input: &mut Input<'_>, before: &str) -> Option<Citation> {
    let start = here(input);
    let (serial, year) = attempt(input, numbered)?;
    let (code, len) = lead(before, 12, "", series)?;
    let span = Span::new(start - len, here(input));
    let id = |code| DocumentId::Named(Series::Celex, format!("5{year}{code}{serial:04}").into());
    let targets = code.map(|code| Target::plain(span, id(code))).into_iter().collect();
    Some(Citation::stated(span, Family::EuAct, targets))
}

/// `COM(`, `SWD (`, `JOIN/`: the code of the series in CELEX numbers, where it has one.
fn series(input: &mut Input<'_>) -> Parsed<Option<&'static str>> {
    let code =
        alt(("COM".value(None), "SWD".value(Some("SC")), "SEC".value(Some("SC")), "JOIN".value(Some("JC"))))
            .parse_next(input)?;
    (sep, one_of(['(', '/'])).void().parse_next(input)?;
    Ok(code)
}

/// `2021) 12`, `2021) 12 final`: the number and the year.
fn numbered(input: &mut Input<'_>) -> Parsed<(u16, u16)> {
    let digits = |input: &mut Input<'_>| {
        let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
        not(one_of(|sign: char| sign.is_ascii_digit())).parse_next(input)?;
        digits.parse::<u16>().map_err(|_| EmptyError)
    };
    let year = digits(input)?;
    (sep, one_of([')', '/']), sep).void().parse_next(input)?;
    let serial = digits(input)?;
    only_if((1950..2100).contains(&year) && serial > 0)?;
    let ending = alt((word("final"), word("definitief"), word("def"), word("endgültig")));
    let _ = attempt(input, (sep, opt('/'), sep, ending, not(one_of(char::is_alphanumeric))).void());
    Ok((serial, year))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn celex_numbers() {
        for printed in [
            "32016R0679",
            "CELEX:32016R0679",
            "CELEX 32016R0679",
            "celex:32016R0679",
            "Celex-nummer 32016R0679",
        ] {
            means(printed, "celex:32016R0679");
        }
        means("CELEX:02016R0679-20160504", "celex:32016R0679");
        means("CELEX:62012CJ0131", "celex:62012CJ0131");
        means("52020DC0456", "celex:52020DC0456");
        assert_eq!(read("(32016R0679)heeft"), "32016R0679 = celex:32016R0679");
    }

    #[test]
    fn documents_of_the_commission() {
        for printed in ["SWD(2021) 12", "SWD (2021) 12 final", "SWD(2021)12", "SWD/2021/12"] {
            means(printed, "celex:52021SC0012");
        }
        means("JOIN(2020) 5 final", "celex:52020JC0005");
        means("COM (2020) 456 definitief", "");
        means("COM(2020)\n456", "");
    }

    #[test]
    fn what_is_none() {
        for none in [
            "62012CJ0131",
            "42016R0679",
            "32016R067",
            "132016R0679",
            "(2021) 12",
            "COM(20) 4",
            "KOM(2021) 12 kinderen",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
        // A footnote mark and the number of a case.
        assert_eq!(read("32024Z15585"), "2024Z15585 = tkz:2024Z15585");
    }
}
