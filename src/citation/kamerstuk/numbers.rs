//! The numbers behind a dossier: one, a list, a range, each with its page.

use winnow::Parser;
use winnow::combinator::{alt, opt, peek};
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{
    Connector, EmptyError, Input, NumberSign, Parsed, attempt, comma, connector, dash, dossier, is_bounded,
    is_day, letters, may_be_initial, next_char, number_sign, only_if, pin, range_sign, sep, some_sep,
    spanned, stands, takes_up, word, written_number,
};
use crate::citation::{Pin, Problem, ProblemKind};
use crate::identifier::{Kamer, Ondernummer};
use crate::text::Span;

use super::aside::{aside, aside_before_number, letter_word};
use super::papers::{Papers, is_full};

/// A range names at most so many papers; a longer one is a slip of the pen.
const LONGEST_RANGE: u32 = 100;

/// A number as printed.
#[derive(Clone, Debug)]
pub(in crate::citation) struct Number {
    /// Which.
    pub value: Ondernummer,
    /// Where the number stands; of the inside of a range the whole range.
    pub span: Span,
    /// The page behind it.
    pub pin: Option<Pin>,
    /// What announces it.
    pub sign: Sign,
    /// Whether it is printed, and not only inside a range.
    pub printed: bool,
}

/// What announces a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::citation) enum Sign {
    /// `nr.` or its like.
    Word,
    /// A dash, a stroke or parentheses behind the dossier.
    Joint,
    /// Nothing.
    None,
}

/// The numbers behind a dossier, if there are any.
pub(in crate::citation) fn numbers(input: &mut Input<'_>, papers: &mut Papers) {
    let before = papers.numbers.len();
    if attempt(input, |input: &mut Input<'_>| in_parentheses(input, papers)).is_none() {
        papers.numbers.truncate(before);
        row(input, papers);
    }
}

/// `26 855 (250, 250a)`, `29 521 (nr. 385)`. Without a sign there are several, or the citation says its session; else it may be a footnote's mark or a year.
fn in_parentheses(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<()> {
    (opt(comma), sep, '(', sep).parse_next(input)?;
    let next = next_char(input).ok_or(EmptyError)?;
    only_if(next.is_ascii_alphanumeric())?;
    row(input, papers);
    (sep, ')').parse_next(input)?;
    let first = papers.numbers.first().ok_or(EmptyError)?;
    only_if(first.sign == Sign::Word || papers.numbers.len() > 1 || papers.stated.anything)?;
    // A page may stand behind the parentheses as well.
    if let Some(pin) = attempt(input, pin) {
        share(&mut papers.numbers, &pin);
    }
    Ok(())
}

/// Numbers one behind the other.
fn row(input: &mut Input<'_>, papers: &mut Papers) {
    let Some(several) = attempt(input, |input: &mut Input<'_>| first_number(input, papers)) else { return };
    let mut several = several;
    while let Some(sign) = attempt(input, |input: &mut Input<'_>| next_number(input, papers, several)) {
        several |= sign;
    }
}

/// The first number of a dossier; whether its sign announces several.
fn first_number(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<bool> {
    if let Some((several, number)) = attempt(input, signed) {
        push(input, papers, number, Sign::Word);
        return Ok(several);
    }
    if let Some(number) = attempt(input, joint) {
        push(input, papers, number, Sign::Joint);
        return Ok(false);
    }
    let eerste = papers.stated.kamer == Some(Kamer::Eerste);
    let formal = papers.stated.anything;
    let number = match attempt(input, |input: &mut Input<'_>| lettered(input, eerste)) {
        Some(number) => number,
        None => alt((dotted, |input: &mut Input<'_>| bare(input, formal))).parse_next(input)?,
    };
    push(input, papers, number, Sign::None);
    Ok(false)
}

/// `, nr. 385`, `: nr. 385`, `– nr. 385`, `, motie-Segers, nr. 385`.
pub(in crate::citation) fn signed(input: &mut Input<'_>) -> Parsed<(bool, (Ondernummer, Span))> {
    let plain = |input: &mut Input<'_>| {
        alt((dash, (sep, opt(alt((',', ':', ';', '/'))), sep).void())).parse_next(input)?;
        let sign = alt((number_sign, loose_sign)).parse_next(input)?;
        sep(input)?;
        Ok(sign == NumberSign::Several)
    };
    let several = match attempt(input, plain) {
        Some(several) => several,
        None => (aside_before_number, plain).map(|((), several)| several).parse_next(input)?,
    };
    let number = (opt(letter_word), |input: &mut Input<'_>| spanned(input, written_number));
    let (_, number) = { number }.parse_next(input)?;
    Ok((several, number))
}

/// `, stuk 3`, `no 3`
fn loose_sign(input: &mut Input<'_>) -> Parsed<NumberSign> {
    (alt((word("stuk"), word("no"))), some_sep, peek(one_of(|next: char| next.is_ascii_digit())))
        .value(NumberSign::One)
        .parse_next(input)
}

/// `31865-207`, `36067 – 61`, `33 836/36`.
fn joint(input: &mut Input<'_>) -> Parsed<(Ondernummer, Span)> {
    alt((dash, (sep, '/', sep).void())).parse_next(input)?;
    let number = spanned(input, written_number)?;
    only_if(!is_day(input)).map(|()| number)
}

/// `29.521.385`, where a keyword says that it is no amount.
fn dotted(input: &mut Input<'_>) -> Parsed<(Ondernummer, Span)> {
    let number = ('.', |input: &mut Input<'_>| spanned(input, written_number))
        .map(|(_, number)| number)
        .parse_next(input)?;
    only_if(number.0.number().is_some() && is_bounded(input)).map(|()| number)
}

/// `33 802, C`, `35.673 EK B`, `33 802, letter C`.
fn lettered(input: &mut Input<'_>, eerste: bool) -> Parsed<(Ondernummer, Span)> {
    (opt(comma), sep).parse_next(input)?;
    // `33 802, I, p. 3`: the number I, and no chamber in front of one.
    let letters_follow = peek((opt(letter_word), letters));
    let kamer = opt((alt(("EK", "I")), alt((comma, some_sep)), letters_follow)).parse_next(input)?;
    let named = opt(letter_word).parse_next(input)?;
    let number = spanned(input, letters)?;
    let certain = eerste || kamer.is_some() || named.is_some();
    only_if(certain || !may_be_initial(input)).map(|()| number)
}

/// `31459, 22`, `31 459 22`. Where chamber or session are named, prose may go on behind it, as long as it counts nothing.
fn bare(input: &mut Input<'_>, formal: bool) -> Parsed<(Ondernummer, Span)> {
    (opt(comma), sep).parse_next(input)?;
    let number = spanned(input, written_number)?;
    // `33328, 3 (MvT), p. 4`
    let ends = is_bounded(input) || stands(input, aside) || (formal && stands(input, (some_sep, particle)));
    // Letters alone have been tried, and may be initials.
    let digits = !matches!(number.0, Ondernummer::Letters(_));
    only_if(digits && ends && !is_year(number.0)).map(|()| number)
}

/// A word that does not name what a number counts.
pub(super) fn particle(input: &mut Input<'_>) -> Parsed<()> {
    const PARTICLES: [&str; 18] = [
        "aan", "door", "in", "naar", "om", "op", "te", "tot", "uit", "nog", "niet", "ook", "van", "met",
        "als", "dan", "voor", "bij",
    ];
    let word: &str = take_while(2..=7, char::is_alphabetic).parse_next(input)?;
    only_if(
        (takes_up(word) || PARTICLES.contains(&word))
            && !stands(input, (some_sep, take_while(1.., |sign: char| sign.is_ascii_digit()))),
    )
}

fn is_year(number: Ondernummer) -> bool {
    number.number().is_some_and(|number| (1900..2100).contains(&number))
}

/// A further number of the same dossier; whether its sign announces several.
fn next_number(input: &mut Input<'_>, papers: &mut Papers, several: bool) -> Parsed<bool> {
    attempt(input, aside);
    let joined = connector(input)?;
    sep(input)?;
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    // `nr. 3 en nr. 29 984-5`: behind the sign stands a dossier.
    only_if(sign.is_none() || !stands(input, full_dossier))?;
    let number = spanned(input, written_number)?;
    let believed = match sign {
        Some(_) => true,
        // `nrs. 3, 5 en 7`
        None if several => joined != Connector::Semicolon && !counts(input, papers, number.0),
        None if joined == Connector::Semicolon || is_year(number.0) => false,
        // `nr. 12 en 13`
        None if joined == Connector::And => {
            is_bounded(input) || stands(input, (some_sep, word("en"), some_sep)) || is_told_of(input)
        }
        // `A, B en C`, `16, 16a`, and `nr. 3, 5 en 7`
        None => {
            let last = papers.numbers.last();
            let lettered = number.0.is_letter() && last.is_some_and(|last| last.value.is_letter());
            let small = matches!(number.0, Ondernummer::Lettered(..));
            is_bounded(input) && (lettered || small || goes_on_as_list(input))
        }
    };
    let plain = !matches!(number.0, Ondernummer::Letters(_))
        || sign.is_some()
        || (is_bounded(input) && !may_be_initial(input));
    // `nrs. 385 en 386, 27 maart 2020`
    only_if(believed && plain && (sign.is_some() || !is_day(input)))?;
    push(input, papers, number, if sign.is_some() { Sign::Word } else { Sign::None });
    Ok(sign == Some(NumberSign::Several))
}

/// Whether a number counts what comes behind it: in `nrs. 385 en 12 moties` it falls back behind the one before, and a word follows that does not take it up.
fn counts(input: &Input<'_>, papers: &Papers, number: Ondernummer) -> bool {
    let last = papers.numbers.last().and_then(|last| last.value.number());
    let falls = last.zip(number.number()).is_some_and(|(last, number)| number < last);
    let noun = (some_sep, take_while(3.., char::is_lowercase));
    falls && stands(input, noun) && !stands(input, (some_sep, particle))
}

/// What is told of papers behind their numbers: `nr. 385 en 386 van 2020`, `nr. 385 en 386 (brief)`.
fn is_told_of(input: &Input<'_>) -> bool {
    let date = (word("van"), some_sep, one_of(|sign: char| sign.is_ascii_digit())).void();
    let bracket = ('(', sep, one_of(char::is_alphabetic)).void();
    stands(input, (some_sep, alt((date, bracket))))
}

/// Whether a list of numbers that `nr.` announced goes on behind this one, and not as a date. The last one by itself may be a page.
fn goes_on_as_list(input: &Input<'_>) -> bool {
    let more = |input: &mut Input<'_>| {
        (connector, sep, written_number).parse_next(input)?;
        only_if(!is_day(input) && is_bounded(input))
    };
    stands(input, more)
}

fn full_dossier(input: &mut Input<'_>) -> Parsed<()> {
    dossier(input).ok().filter(is_full).map(|_| ()).ok_or(EmptyError)
}

/// Keeps a number, what a range behind it adds, and the page behind that.
fn push(input: &mut Input<'_>, papers: &mut Papers, (number, span): (Ondernummer, Span), sign: Sign) {
    papers.numbers.push(Number { value: number, span, pin: None, sign, printed: true });
    if let Some((last, last_span, words)) = attempt(input, |input: &mut Input<'_>| range_end(input, number)) {
        let whole = span.join(last_span);
        match between(number, last) {
            Some(inside) => {
                let inside = inside.into_iter().map(|number| (number, whole, false));
                for (value, span, printed) in inside.chain([(last, last_span, true)]) {
                    papers.numbers.push(Number { value, span, pin: None, sign: Sign::None, printed });
                }
            }
            // `nrs. 7–3` and `nr. 7 t/m 3` name two papers; behind a lone dash stands something else.
            None if words || sign == Sign::Word => {
                let (value, span) = (last, last_span);
                papers.numbers.push(Number { value, span, pin: None, sign: Sign::None, printed: true });
                papers.problems.push(Problem {
                    span: whole,
                    kind: ProblemKind::BackwardRange,
                    correction: None,
                });
            }
            None => {}
        }
    }
    if let Some(pin) = attempt(input, page) {
        share(&mut papers.numbers, &pin);
    }
}

/// A page, also in parentheses, `(p. 23)`, or behind an aside, `(MvT), p. 23`.
fn page(input: &mut Input<'_>) -> Parsed<Pin> {
    let enclosed = |input: &mut Input<'_>| {
        (sep, '(').parse_next(input)?;
        let pin = pin(input)?;
        (sep, ')').parse_next(input)?;
        Ok(pin)
    };
    alt((pin, enclosed, (aside, pin).map(|((), pin)| pin))).parse_next(input)
}

/// Where a range ends, and whether words say that it is one.
fn range_end(input: &mut Input<'_>, first: Ondernummer) -> Parsed<(Ondernummer, Span, bool)> {
    let words = !stands(input, dash);
    // `nrs. 385 tot 387` is a range where nothing follows that is counted.
    let loose = attempt(input, range_sign).is_none();
    if loose {
        (some_sep, word("tot"), some_sep).void().parse_next(input)?;
    }
    let _ = opt((number_sign, sep)).parse_next(input)?;
    let (last, span) = spanned(input, written_number)?;
    only_if(!is_day(input) && (!loose || is_bounded(input)))?;
    let alike = match (first, last) {
        (Ondernummer::Number(first), Ondernummer::Number(last)) => first.abs_diff(last) <= LONGEST_RANGE,
        (Ondernummer::Letters(_), Ondernummer::Letters(_)) => words || is_bounded(input),
        (Ondernummer::Lettered(first, _), Ondernummer::Lettered(last, _)) => first == last,
        _ => false,
    };
    only_if(alike).map(|()| (last, span, words))
}

/// The numbers or single letters between two; none where the range runs backwards.
fn between(first: Ondernummer, last: Ondernummer) -> Option<Vec<Ondernummer>> {
    let single = |letters: [u8; 8]| (letters[1] == 0).then_some(letters[0]);
    match (first, last) {
        (Ondernummer::Number(first), Ondernummer::Number(last)) => {
            (first < last).then(|| (first + 1..last).map(Ondernummer::Number).collect())
        }
        (Ondernummer::Lettered(number, first), Ondernummer::Lettered(_, last)) => {
            let inside = ('a'..='z').filter(|&letter| first < letter && letter < last);
            (first < last).then(|| inside.map(|letter| Ondernummer::Lettered(number, letter)).collect())
        }
        (Ondernummer::Letters(first), Ondernummer::Letters(last)) => {
            let (first, last) = (single(first)?, single(last)?);
            let letter = |letter: u8| Ondernummer::Letters([letter, 0, 0, 0, 0, 0, 0, 0]);
            (first < last).then(|| (first + 1..last).map(letter).collect())
        }
        _ => None,
    }
}

/// A page behind `nrs. 3, 5 en 7` belongs to each of them.
fn share(numbers: &mut [Number], pin: &Pin) {
    for number in numbers.iter_mut().rev() {
        if number.pin.is_some() {
            break;
        }
        number.pin = Some(pin.clone());
        if number.sign == Sign::Word {
            break;
        }
    }
}
