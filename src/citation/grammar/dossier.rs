//! The number of a dossier in every spelling, with what follows it: `29 521`, `36.410 VI`, `21501-02`, `34 632 (R2080)`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{Dossier, DossierNumber, Roman, Toevoeging};
use crate::text::Span;

use super::toevoeging::{WrittenToevoeging, rijkswet, toevoeging};
use super::{
    EmptyError, Input, Parsed, attempt, comma, here, is_word_sign, next_char, number_sign, only_if, sep,
    some_sep, spanned, stands,
};

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
    /// What stands behind the number and cannot be what it is meant to be, with what should stand there if that is certain.
    pub bad_toevoeging: Option<(Span, Option<Toevoeging>)>,
    /// The number of the bill for the Kingdom, `(R2080)`, which the identifiers of nearly all papers leave out.
    pub rijkswet: Option<u16>,
}

/// A dossier number and what follows it.
pub(in crate::citation) fn dossier(input: &mut Input<'_>) -> Parsed<WrittenDossier> {
    if let Some(glued) = attempt(input, glued_council) {
        return Ok(glued);
    }
    let (number, number_span) = spanned(input, alt((arabic, roman)))?;
    let written =
        number.value.and_then(|number| attempt(input, |input: &mut Input<'_>| toevoeging(input, number)));
    let span = Span::new(number_span.start, here(input));
    let rijkswet = attempt(input, rijkswet);
    // Extraction loses the blank before a sign, `36 410nr. 2`; before anything else it is another word.
    let glued = next_char(input).is_some_and(is_word_sign) && !stands(input, number_sign);
    only_if(written.is_some() || !glued)?;
    let (toevoeging, bad_toevoeging) = match written {
        None => (None, None),
        Some(WrittenToevoeging::Good(toevoeging)) => (Some(toevoeging), None),
        Some(WrittenToevoeging::Bad(span, meant)) => (meant, Some((span, meant))),
    };
    // A chapter that cannot be one leaves open which dossier is meant.
    let known = toevoeging.is_some() || bad_toevoeging.is_none();
    let dossier = number.value.filter(|_| known).map(|number| Dossier { number, toevoeging });
    let well_formed = number.well_formed;
    let digits = number.digits;
    Ok(WrittenDossier { dossier, span, number_span, well_formed, digits, bad_toevoeging, rijkswet })
}

/// `2150102, nr. 2714`: the dossier of the Councils with the two digits of one glued to it.
fn glued_council(input: &mut Input<'_>) -> Parsed<WrittenDossier> {
    let (part, span): (&str, Span) = spanned(
        input,
        ("21501", take_while(2, |sign: char| sign.is_ascii_digit()), not(one_of(is_word_sign)))
            .map(|(_, part, ())| part),
    )?;
    only_if(stands(input, (opt(comma), sep, number_sign)))?;
    let number = DossierNumber::parse("21501").ok_or(EmptyError)?;
    Ok(WrittenDossier {
        dossier: Some(Dossier { number, toevoeging: Toevoeging::parse(part) }),
        span,
        number_span: span,
        well_formed: false,
        digits: 5,
        bad_toevoeging: None,
        rijkswet: None,
    })
}

struct Number {
    value: Option<DossierNumber>,
    well_formed: bool,
    digits: usize,
}

/// Groups of digits. Two and three, one and three, or up to five in one piece are in order; other groups are read as what they add up to.
fn arabic(input: &mut Input<'_>) -> Parsed<Number> {
    let mut all = digits(input)?;
    let mut well_formed = all.count <= 5;
    if matches!(all.count, 1 | 2)
        && let Some(thousands) = attempt(input, thousands)
    {
        all = all.then(thousands);
        return Ok(Number { digits: all.count, value: all.dossier(), well_formed: true });
    }
    // `295 21` and `29 52`: blanks alone may part the digits of a slip, so that no number or page is drawn in.
    while all.count < 5 {
        let more = |input: &mut Input<'_>| further_digits(input, all.count);
        let Some(more) = attempt(input, more) else { break };
        all = all.then(more);
        well_formed = false;
    }
    well_formed &= all.count <= 5;
    let value = all.dossier().filter(|_| all.count == 5 || (well_formed && all.count <= 5));
    Ok(Number { value, well_formed, digits: all.count })
}

/// Digits in one piece or several.
#[derive(Clone, Copy)]
struct Digits {
    value: u32,
    count: usize,
}

impl Digits {
    fn then(self, more: Self) -> Self {
        // Nine digits are read at once, and more than five are no dossier whatever they amount to.
        let scale = 10_u32.saturating_pow(u32::try_from(more.count).unwrap_or(u32::MAX));
        let value = self.value.saturating_mul(scale).saturating_add(more.value);
        Self { value, count: self.count + more.count }
    }

    fn dossier(self) -> Option<DossierNumber> {
        let digits = u8::try_from(self.count).ok().filter(|count| (1..=5).contains(count))?;
        Some(DossierNumber::Arabic { value: self.value, digits })
    }
}

fn further_digits(input: &mut Input<'_>, before: usize) -> Parsed<Digits> {
    // `29,521` and `295.21`, where the five digits of a dossier come of it.
    let mark = opt(one_of([',', '.'])).parse_next(input)?.is_some();
    if !mark {
        some_sep(input)?;
    }
    let more = digits(input)?;
    only_if(!mark || before + more.count == 5)?;
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

fn digits(input: &mut Input<'_>) -> Parsed<Digits> {
    let printed: &str = take_while(1..=9, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    Ok(Digits { value: printed.parse().map_err(|_| EmptyError)?, count: printed.len() })
}

/// The three digits behind the thousands, parted by a blank of any kind, a full stop or a hyphen.
fn thousands(input: &mut Input<'_>) -> Parsed<Digits> {
    alt((some_sep, one_of(['.', '-', '\u{2011}', '\u{2010}']).void())).parse_next(input)?;
    let printed = digits(input)?;
    only_if(printed.count == 3).map(|()| printed)
}

/// The dossiers of the Eerste Kamer and of both chambers that bear a Roman number; the first in the lists is XXIX.
fn roman(input: &mut Input<'_>) -> Parsed<Number> {
    let numerals: &str = take_while(2..=9, |sign: char| sign.is_ascii_uppercase()).parse_next(input)?;
    let roman = Roman::parse(numerals).filter(|roman| roman.value() >= 29).ok_or(EmptyError)?;
    Ok(Number { value: Some(DossierNumber::Roman(roman)), well_formed: true, digits: numerals.len() })
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
            ("34 632, (R2080), nr. 7", "34632"),
            ("34 632 R2080, nr. 7", "34632"),
            ("34 632/R2080", "34632"),
            ("36 600, hoofdstuk VII, nr. 3", "36600-VII"),
            ("36 600 (hoofdstuk VII), nr. 3", "36600-VII"),
            ("36 600 hfst. VII, nr. 3", "36600-VII"),
            ("36 600, hst. VII, nr. 3", "36600-VII"),
            ("36 410 A, 51)", "36410-A"),
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
            ("29,521, nr. 3", "29521 (malformed)"),
            ("295.21, nr. 3", "29521 (malformed)"),
            ("29 52, nr. 3", "? (malformed)"),
            ("295211, nr. 3", "? (malformed)"),
            ("29 521 385, nr. 3", "29521"),
        ] {
            assert_eq!(read(printed).as_deref(), Some(dossier), "{printed}");
        }
        for none in ["147990u", "2024D28457"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
