//! Case law by its European identifier: `ECLI:NL:RVS:2024:3946`.

use winnow::Parser;
use winnow::combinator::not;
use winnow::token::{one_of, take_while};

use crate::identifier::DocumentId;
use crate::text::Span;

use super::first_look::{Front, Look};
use super::grammar::{Input, Parsed, attempt, here, only_if, sep, word};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &["ECLI", "ecli"],
    // The year, where `EU:C:` stands in front of it.
    numbers: &[Look { digits: 4..=4, front: &[Front::Colon], ..Look::ANY }],
    forms: &[Form {
        code: "ecli",
        examples: &[
            Example { printed: "ECLI:NL:RVS:2021:1507", means: "ECLI:NL:RVS:2021:1507" },
            Example { printed: "ECLI:NL:HR:2007:BA0030", means: "ECLI:NL:HR:2007:BA0030" },
            Example { printed: "ECLI:EU:C:2014:317", means: "ECLI:EU:C:2014:317" },
            Example { printed: "EU:C:2014:317", means: "ECLI:EU:C:2014:317" },
        ],
    }],
    read,
};

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    if let Some(court) = short_court(scene.before) {
        let (year, number) = attempt(input, (year, number))?;
        let span = Span::new(start - court.len() - 1, here(input));
        let id = DocumentId::parse(&format!("ECLI:{court}:{year}:{number}")).ok()?;
        return Some(Citation::plain(span, id));
    }
    let id = attempt(input, ecli)?;
    Some(Citation::plain(Span::new(start, here(input)), id))
}

/// The Court of Justice leaves out the word: `EU:C:2014:317`; its courts as they stand in front of the year.
fn short_court(before: &str) -> Option<&str> {
    let before = before.strip_suffix(':')?;
    let court = ["EU:C", "EU:T", "EU:F"].into_iter().find(|court| before.ends_with(court))?;
    let outside = &before[..before.len() - court.len()];
    (!outside.ends_with(|sign: char| sign == ':' || sign.is_alphanumeric())).then_some(court)
}

/// `ECLI`, country, court of at most seven signs, year, and a number of at most 25 signs, by the Council's conclusions of 2011 that set up the identifier.
fn ecli(input: &mut Input<'_>) -> Parsed<DocumentId> {
    word("ecli")(input)?;
    colon(input)?;
    let country = take_while(2, |sign: char| sign.is_ascii_alphabetic()).parse_next(input)?;
    colon(input)?;
    let court: &str = take_while(1..=7, |sign: char| sign.is_ascii_alphanumeric()).parse_next(input)?;
    colon(input)?;
    let year = year(input)?;
    let number = if country.eq_ignore_ascii_case("NL") { dutch_number(input)? } else { number(input)? };
    only_if(court.starts_with(|sign: char| sign.is_ascii_alphabetic()))?;
    let printed = format!("ECLI:{country}:{court}:{year}:{number}");
    DocumentId::parse(&printed).map_err(|_| super::grammar::EmptyError)
}

/// The year and the colon behind it.
fn year<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let year = take_while(4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    colon(input).map(|()| year)
}

/// A colon and what stands around it; the hyphen of a line's end among them.
fn colon(input: &mut Input<'_>) -> Parsed<()> {
    (sep, ':', sep).void().parse_next(input)
}

/// Digits, or two letters and digits where the number is of the register that came before. Extraction may glue words to it.
fn dutch_number<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let letters = take_while(0..=2, |sign: char| sign.is_ascii_alphabetic());
    (letters, take_while(1..=25, |sign: char| sign.is_ascii_digit())).take().parse_next(input)
}

/// Letters, digits and full stops, of which the last is that of the sentence.
fn number<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let part = |input: &mut Input<'a>| {
        take_while(1..=25, |sign: char| sign.is_ascii_alphanumeric()).void().parse_next(input)
    };
    let further = |input: &mut Input<'a>| ('.', part).void().parse_next(input);
    let parts = |input: &mut Input<'a>| {
        part(input)?;
        while attempt(input, further).is_some() {}
        Ok(())
    };
    let number: &str = parts.take().parse_next(input)?;
    not(one_of(|next: char| next.is_alphanumeric())).parse_next(input)?;
    only_if(number.len() <= 25 && number.bytes().any(|byte| byte.is_ascii_digit())).map(|()| number)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn of_any_court_and_land() {
        for printed in [
            "ECLI:NL:RBMNE:2021:6269",
            "ECLI:NL:OGEAC:2020:12",
            "ECLI:NL:PHR:2011:BP2740",
            "ECLI:EU:T:2021:13",
            "ECLI:CE:ECHR:2015:0721JUD002193111",
            "ECLI:DE:BVERFG:2020:RS20200505.2BVR085915",
        ] {
            means(printed, printed);
        }
        means("EU:T:2021:13", "ECLI:EU:T:2021:13");
        means("ecli:nl:rvs:2021:1507", "ECLI:NL:RVS:2021:1507");
    }

    #[test]
    fn broken_and_marked_up() {
        for printed in [
            "ECLI:NL-\n:RBDHA:2023:2055",
            "ECLI:NL:RBDHA:\n2023:2055",
            "ECLI: NL: RBDHA: 2023: 2055",
            "ECLI:NL:RBDHA:2023:\u{AD}2055",
            "ECLI:NL:RBDHA\n> :2023:2055",
        ] {
            means(printed, "ECLI:NL:RBDHA:2023:2055");
        }
    }

    #[test]
    fn the_stop_of_the_sentence_is_no_part() {
        assert_eq!(
            read("ABRvS 5 mei 2021, ECLI:NL:RVS:2021:1507; HvJ EU, ECLI:EU:C:2014:317."),
            "ECLI:NL:RVS:2021:1507 = ECLI:NL:RVS:2021:1507\nECLI:EU:C:2014:317 = ECLI:EU:C:2014:317"
        );
        assert_eq!(read("ECLI:NL:RVS:2021:1507heeft"), "ECLI:NL:RVS:2021:1507 = ECLI:NL:RVS:2021:1507");
    }

    #[test]
    fn what_is_none() {
        for none in ["ECLI", "ECLI: zie hierna", "ECLI:NL:RVS:2021", "ECLI:NL:RVS:21:1507", "LJN BA1234"] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
