//! The number of a dossier in every spelling, with what follows it: `29 521`, `36.410 VI`, `21501-02`, `34 632 (R2080)`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{Dossier, DossierNumber, Roman, Toevoeging};
use crate::text::Span;

use super::{
    EmptyError, Input, Parsed, attempt, comma, dash, here, is_word_sign, next_char, number_sign, only_if,
    rest, sep, some_sep, spanned, stands, word,
};

/// The only dossier with parts: one for each formation of the Council of the European Union.
const COUNCIL: u32 = 21501;

/// A dossier as printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::citation) struct WrittenDossier {
    /// What is meant; none where the digits cannot be a dossier.
    pub dossier: Option<Dossier>,
    /// The number with its toevoeging.
    pub span: Span,
    /// The number alone.
    pub number_span: Span,
    /// Whether the number is printed as one would: five digits in one piece or as two and three.
    pub well_formed: bool,
    /// How many digits there are.
    pub digits: usize,
}

/// A dossier number and what follows it.
pub(in crate::citation) fn dossier(input: &mut Input<'_>) -> Parsed<WrittenDossier> {
    let (number, number_span) = spanned(input, alt((arabic, roman)))?;
    let toevoeging =
        number.value.and_then(|number| attempt(input, |input: &mut Input<'_>| toevoeging(input, number)));
    let span = Span::new(number_span.start, here(input));
    attempt(input, rijkswet);
    // Extraction loses the blank before a sign, `36 410nr. 2`; before anything else it is another word.
    let glued = next_char(input).is_some_and(is_word_sign) && !stands(input, number_sign);
    only_if(toevoeging.is_some() || !glued)?;
    let dossier = number.value.map(|number| Dossier { number, toevoeging });
    Ok(WrittenDossier { dossier, span, number_span, well_formed: number.well_formed, digits: number.digits })
}

struct Number {
    value: Option<DossierNumber>,
    well_formed: bool,
    digits: usize,
}

/// Groups of digits. Two and three, one and three, or up to five in one piece are in order; other groups are read as what they add up to.
fn arabic(input: &mut Input<'_>) -> Parsed<Number> {
    let first = digits(input)?;
    let mut all = first.to_owned();
    let mut well_formed = first.len() <= 5;
    if matches!(first.len(), 1 | 2)
        && let Some(thousands) = attempt(input, thousands)
    {
        all.push_str(thousands);
        return Ok(Number { digits: all.len(), value: DossierNumber::parse(&all), well_formed: true });
    }
    // `295 21` and `29 52`: blanks alone may part the digits of a slip, so that no number or page is drawn in.
    while all.len() < 5 {
        let Some(more) = attempt(input, further_digits) else { break };
        all.push_str(more);
        well_formed = false;
    }
    well_formed &= all.len() <= 5;
    let value =
        (all.len() == 5 || (well_formed && all.len() <= 5)).then(|| DossierNumber::parse(&all)).flatten();
    Ok(Number { value, well_formed, digits: all.len() })
}

fn further_digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    some_sep(input)?;
    let more = digits(input)?;
    ends_dossier(input)?;
    Ok(more)
}

/// A slip in the digits is believed only where the citation goes on as one.
fn ends_dossier(input: &mut Input<'_>) -> Parsed<()> {
    if stands(input, (opt(comma), sep, number_sign)) || stands(input, (sep, ')')) {
        Ok(())
    } else {
        not(one_of(|_| true)).parse_next(input)
    }
}

fn digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    take_while(1..=9, |sign: char| sign.is_ascii_digit()).parse_next(input)
}

/// The three digits behind the thousands, parted by a blank of any kind, a full stop or a hyphen.
fn thousands<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    alt((some_sep, one_of(['.', '-', '\u{2011}', '\u{2010}']).void())).parse_next(input)?;
    let digits = take_while(3, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    not(one_of(|next: char| next.is_ascii_digit())).parse_next(input)?;
    Ok(digits)
}

/// The dossiers of the Eerste Kamer and of both chambers that bear a Roman number; the first in the lists is XXIX.
fn roman(input: &mut Input<'_>) -> Parsed<Number> {
    let numerals: &str = take_while(2..=9, |sign: char| sign.is_ascii_uppercase()).parse_next(input)?;
    let roman = Roman::parse(numerals).filter(|roman| roman.value() >= 29).ok_or(EmptyError)?;
    Ok(Number { value: Some(DossierNumber::Roman(roman)), well_formed: true, digits: numerals.len() })
}

/// Chapter, fund or part.
fn toevoeging(input: &mut Input<'_>, number: DossierNumber) -> Parsed<Toevoeging> {
    alt((|input: &mut Input<'_>| part(input, number), |input: &mut Input<'_>| chapter_or_fund(input, number)))
        .parse_next(input)
}

/// `-02` of dossier 21501, and of another one where a number follows.
fn part(input: &mut Input<'_>, number: DossierNumber) -> Parsed<Toevoeging> {
    let council = number.value() == Some(COUNCIL);
    alt((dash, some_sep)).parse_next(input)?;
    let part = take_while(2, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    not(one_of(is_word_sign)).parse_next(input)?;
    only_if(council || number_follows(input))?;
    Toevoeging::parse(part).ok_or(EmptyError)
}

/// `VI`, `hoofdstuk XV`, `-IX`, glued `XII`, and the letter of a fund.
///
/// In a budget dossier a letter is the fund when a number follows it, or when it stands after a blank with nothing behind it; behind a comma it is a paper of the Eerste Kamer, and so it is in every other dossier.
fn chapter_or_fund(input: &mut Input<'_>, number: DossierNumber) -> Parsed<Toevoeging> {
    (alt((dash, (sep, '.', sep).void(), sep)), opt((word("hoofdstuk"), some_sep))).parse_next(input)?;
    let letters: &str = take_while(1..=6, |sign: char| sign.is_ascii_uppercase()).parse_next(input)?;
    not(one_of(is_word_sign)).parse_next(input)?;
    let toevoeging = Toevoeging::parse(letters).ok_or(EmptyError)?;
    let budget = Dossier::plain(number).is_budget();
    let believed = match toevoeging {
        Toevoeging::Chapter(..) if budget => {
            letters.len() > 1 || number_follows(input) || nothing_follows(input)
        }
        Toevoeging::Fund('A'..='M') => budget && (number_follows(input) || nothing_follows(input)),
        // The list of budget dossiers ends with the year it was made in; a chapter and a number show a later one.
        Toevoeging::Chapter(..) => number_follows(input),
        _ => false,
    };
    only_if(believed).map(|()| toevoeging)
}

/// Whether the number of a paper comes next.
fn number_follows(input: &Input<'_>) -> bool {
    stands(input, (opt(comma), sep, number_sign))
        || stands(input, (dash, one_of(|sign: char| sign.is_ascii_digit())))
        || stands(
            input,
            (
                comma,
                one_of(|sign: char| sign.is_ascii_uppercase()),
                not(one_of(|next: char| next.is_alphabetic())),
            ),
        )
}

/// Whether the citation is at its end.
fn nothing_follows(input: &Input<'_>) -> bool {
    !stands(input, (comma, one_of(|sign: char| sign.is_ascii_digit())))
        && !rest(input).starts_with(|next: char| is_word_sign(next) || next == '-')
}

/// `(R2080)`, printed behind the dossier of a bill for the whole Kingdom and kept out of the official identifier.
fn rijkswet(input: &mut Input<'_>) -> Parsed<()> {
    (
        alt((dash, sep)),
        '(',
        sep,
        one_of(['R', 'r']),
        sep,
        take_while(3..=4, |sign: char| sign.is_ascii_digit()),
        sep,
        ')',
    )
        .void()
        .parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let written = dossier(&mut Input::new(text)).ok()?;
        let meant = written.dossier.map_or("?".to_owned(), |dossier| dossier.to_string());
        Some(if written.well_formed { meant } else { format!("{meant} (malformed)") })
    }

    #[test]
    fn every_spelling_of_a_dossier() {
        for (printed, dossier) in [
            ("29 521", "29521"),
            ("29521", "29521"),
            ("29\u{A0}521", "29521"),
            ("29-\n521", "29521"),
            ("36.501", "36501"),
            ("31-700", "31700"),
            ("5380", "5380"),
            ("36 410 VI", "36410-VI"),
            ("35 570-VI", "35570-VI"),
            ("31.700XII", "31700-XII"),
            ("31700.VIII", "31700-VIII"),
            ("19 700 hoofdstuk XV", "19700-XV"),
            ("21 501-02", "21501-02"),
            ("21501-32", "21501-32"),
            ("36 600 IIA, nr. 3", "36600-IIA"),
            ("34 632 (R2080)", "34632"),
            ("34632-(R2080)-7", "34632"),
            ("CXXIV, G", "CXXIV"),
            ("36 410nr. 2", "36410"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(dossier), "{printed}");
        }
    }

    #[test]
    fn a_letter_is_a_fund_or_a_paper_of_the_eerste_kamer() {
        for (printed, dossier) in [
            ("36 410 A, nr. 51", "36410-A"),
            ("36 410 B", "36410-B"),
            ("35 570, C", "35570"),
            ("35302 F", "35302"),
            ("33 802 I", "33802"),
            ("36 410 V, nr. 3", "36410-V"),
            ("31700 VI, D", "31700-VI"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(dossier), "{printed}");
        }
    }

    #[test]
    fn slips_in_the_digits_are_read_as_what_is_meant() {
        for (printed, dossier) in [
            ("295 21, nr. 368", "29521 (malformed)"),
            ("2 9521)", "29521 (malformed)"),
            ("29 52, nr. 3", "? (malformed)"),
            ("295211, nr. 3", "? (malformed)"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(dossier), "{printed}");
        }
        for none in ["147990u", "2024D28457"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
