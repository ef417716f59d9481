//! What follows the number of a dossier: a budget chapter, a fund, a part, the number of a bill for the Kingdom.
//!
//! In a budget dossier a letter is the fund when a number follows it, or when it stands after a blank with nothing behind it; behind a comma it is a paper of the Eerste Kamer, and so it is in every other dossier.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{Dossier, DossierNumber, Roman, Toevoeging};
use crate::text::Span;

use super::{
    EmptyError, Input, Parsed, attempt, comma, dash, here, is_bounded, is_word_sign, next_char, number_sign,
    only_if, rest, sep, some_sep, spanned, stands, word,
};

/// The only dossier with parts: one for each formation of the Council of the European Union.
const COUNCIL: u32 = 21501;

/// No budget has had so many chapters.
const CHAPTERS: u16 = 30;

/// What stands behind a dossier's number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum WrittenToevoeging {
    Good(Toevoeging),
    /// What cannot be one, and what is certainly meant by it.
    Bad(Span, Option<Toevoeging>),
}

/// Chapter, fund or part of a dossier.
pub(super) fn toevoeging(input: &mut Input<'_>, number: DossierNumber) -> Parsed<WrittenToevoeging> {
    // Nearly all dossiers have none, and these few signs begin one.
    let mut ahead = *input;
    sep(&mut ahead)?;
    let budget = Dossier::plain(number).is_budget();
    match next_char(&ahead) {
        Some(',' | '(') => {
            let behind_number = |input: &mut Input<'_>| {
                only_if(budget)?;
                alt((enclosed_chapter, chapter_behind_comma)).parse_next(input)
            };
            return alt((named_chapter, behind_number)).parse_next(input);
        }
        Some(sign)
            if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '–' | '—' | '‐' | '‑' | '/') =>
            {}
        _ => return Err(EmptyError),
    }
    alt((
        |input: &mut Input<'_>| part(input, number),
        named_chapter,
        |input: &mut Input<'_>| chapter_or_fund(input, budget).map(WrittenToevoeging::Good),
        |input: &mut Input<'_>| bad_chapter(input, budget),
    ))
    .parse_next(input)
}

/// `-02` of dossier 21501, there also `/02`, and of another one where a number follows. One digit of the two is a slip.
fn part(input: &mut Input<'_>, number: DossierNumber) -> Parsed<WrittenToevoeging> {
    let council = number.value() == Some(COUNCIL);
    let stroke = |input: &mut Input<'_>| {
        only_if(council)?;
        (sep, '/', sep).void().parse_next(input)
    };
    alt((dash, some_sep, stroke)).parse_next(input)?;
    let (part, span): (&str, Span) = spanned(input, take_while(1..=2, |sign: char| sign.is_ascii_digit()))?;
    not(one_of(is_word_sign)).parse_next(input)?;
    if part.len() == 2 {
        only_if(council || number_follows(input))?;
        return Toevoeging::parse(part).map(WrittenToevoeging::Good).ok_or(EmptyError);
    }
    only_if(council && stands(input, (opt(comma), sep, number_sign)))?;
    let meant = part.parse().ok().map(Toevoeging::Part);
    Ok(WrittenToevoeging::Bad(span, meant))
}

/// `hoofdstuk XV`, also behind a comma or in parentheses.
fn named_chapter(input: &mut Input<'_>) -> Parsed<WrittenToevoeging> {
    (opt(comma), sep).parse_next(input)?;
    let bracket = opt('(').parse_next(input)?;
    only_if(matches!(next_char(input), Some('h' | 'H')))?;
    (alt((word("hoofdstuk"), word("hoofdst"), word("hfdst"), word("hfst"), word("hst"))), opt('.'), sep)
        .parse_next(input)?;
    let (letters, span) = spanned(input, capitals)?;
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    }
    Ok(match Toevoeging::parse(letters) {
        Some(chapter @ Toevoeging::Chapter(..)) => WrittenToevoeging::Good(chapter),
        _ => WrittenToevoeging::Bad(span, added_up(letters)),
    })
}

/// `19 200 (XI)`; a single letter in parentheses is a paper of the Eerste Kamer.
fn enclosed_chapter(input: &mut Input<'_>) -> Parsed<WrittenToevoeging> {
    (sep, '(', sep).parse_next(input)?;
    let letters = capitals(input)?;
    (sep, ')').parse_next(input)?;
    let chapter = Toevoeging::parse(letters).filter(|_| letters.len() > 1);
    match chapter {
        Some(chapter @ Toevoeging::Chapter(roman, _)) if roman.value() <= CHAPTERS => {
            Ok(WrittenToevoeging::Good(chapter))
        }
        _ => Err(EmptyError),
    }
}

/// `36 600, XXIII, nr. 12`: behind a comma, where a number says that it is no paper of the Eerste Kamer.
fn chapter_behind_comma(input: &mut Input<'_>) -> Parsed<WrittenToevoeging> {
    comma(input)?;
    let letters = capitals(input)?;
    only_if(stands(input, (opt(comma), sep, number_sign)))?;
    match Toevoeging::parse(letters) {
        Some(chapter @ Toevoeging::Chapter(roman, _)) if roman.value() <= CHAPTERS => {
            Ok(WrittenToevoeging::Good(chapter))
        }
        Some(fund @ Toevoeging::Fund('A'..='M')) => Ok(WrittenToevoeging::Good(fund)),
        _ => Err(EmptyError),
    }
}

/// `VI`, `-IX`, glued `XII`, and the letter of a fund.
fn chapter_or_fund(input: &mut Input<'_>, budget: bool) -> Parsed<Toevoeging> {
    before_letters(input)?;
    let letters = capitals(input)?;
    let toevoeging = Toevoeging::parse(letters).ok_or(EmptyError)?;
    let believed = match toevoeging {
        Toevoeging::Chapter(roman, _) if budget => {
            let certain = letters.len() > 1 || number_follows(input) || nothing_follows(input);
            roman.value() <= CHAPTERS && certain
        }
        Toevoeging::Fund('A'..='M') => budget && (number_follows(input) || nothing_follows(input)),
        // The list of budget dossiers ends with the year it was made in; a chapter and a number show a later one.
        Toevoeging::Chapter(roman, _) => roman.value() <= CHAPTERS && number_follows(input),
        _ => false,
    };
    only_if(believed)?;
    // `IX B`: the two chapters with a letter, with a blank in front of it.
    if let Toevoeging::Chapter(roman, None) = toevoeging
        && matches!(roman.value(), 2 | 9)
        && let Some(letter) = attempt(input, detached_letter)
    {
        return Ok(Toevoeging::Chapter(roman, Some(letter)));
    }
    Ok(toevoeging)
}

/// ` B` or `-B` in front of the sign of a number or, as in `IX A/B`, of the other letter.
fn detached_letter(input: &mut Input<'_>) -> Parsed<char> {
    alt((dash, some_sep)).parse_next(input)?;
    let letter = one_of(['A', 'B']).parse_next(input)?;
    let other = (sep, '/', sep, one_of(['A', 'B']), not(one_of(is_word_sign)));
    only_if(stands(input, (opt(comma), sep, number_sign)) || stands(input, other)).map(|()| letter)
}

/// `VIIII`, `IIX` and `vi` in front of a number: no chapter as one writes it, and at times certain which is meant.
fn bad_chapter(input: &mut Input<'_>, budget: bool) -> Parsed<WrittenToevoeging> {
    only_if(budget)?;
    before_letters(input)?;
    let numeral = |sign: char| matches!(sign, 'I' | 'V' | 'X' | 'L' | 'i' | 'v' | 'x');
    let (letters, span): (&str, Span) = spanned(input, take_while(1..=6, numeral))?;
    let signed = stands(input, (opt(comma), sep, number_sign));
    only_if(signed && !next_char(input).is_some_and(is_word_sign))?;
    Ok(WrittenToevoeging::Bad(span, added_up(&letters.to_ascii_uppercase())))
}

/// What numerals that do not rise amount to, where that is a chapter: `VIIII` is nine.
fn added_up(letters: &str) -> Option<Toevoeging> {
    if let Some(chapter @ Toevoeging::Chapter(roman, _)) = Toevoeging::parse(letters) {
        return (roman.value() <= CHAPTERS).then_some(chapter);
    }
    let worth = |sign: char| match sign {
        'I' => Some(1_u16),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values = letters.chars().map(worth).collect::<Option<Vec<u16>>>()?;
    let sum: u16 = values.iter().sum();
    let falls = values.is_sorted_by(|one, next| one >= next);
    let roman = Roman::new(sum).filter(|_| falls && sum <= CHAPTERS)?;
    Some(Toevoeging::Chapter(roman, None))
}

fn before_letters(input: &mut Input<'_>) -> Parsed<()> {
    alt((dash, (sep, '.', sep).void(), sep)).parse_next(input)
}

fn capitals<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let letters = take_while(1..=6, |sign: char| sign.is_ascii_uppercase()).parse_next(input)?;
    not(one_of(is_word_sign)).parse_next(input)?;
    Ok(letters)
}

/// Whether the number of a paper comes next.
fn number_follows(input: &Input<'_>) -> bool {
    let letters = take_while(1..=2, |sign: char| sign.is_ascii_uppercase());
    let digits = |input: &mut Input<'_>| {
        let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
        only_if(!digits.is_empty() && is_bounded(input))
    };
    stands(input, (opt(comma), sep, number_sign))
        || stands(input, (dash, one_of(|sign: char| sign.is_ascii_digit())))
        || stands(input, (comma, letters, not(one_of(|next: char| next.is_alphanumeric()))))
        || stands(input, (comma, digits))
}

/// Whether the citation is at its end.
fn nothing_follows(input: &Input<'_>) -> bool {
    !stands(input, (comma, one_of(|sign: char| sign.is_ascii_digit())))
        && !rest(input).starts_with(|next: char| is_word_sign(next) || next == '-')
}

/// `(R2080)`, printed behind the dossier of a bill for the whole Kingdom and kept out of nearly every official identifier.
pub(super) fn rijkswet(input: &mut Input<'_>) -> Parsed<u16> {
    let near = rest(input).bytes().take(12).any(|byte| matches!(byte, b'R' | b'r'));
    only_if(near)?;
    let before = here(input);
    alt((dash, (opt(comma), sep, opt('/'), sep).void())).parse_next(input)?;
    let parted = here(input) > before;
    let bracket = opt('(').parse_next(input)?;
    // Without parentheses it must look as it is printed, so that no word is taken for one.
    let letter = |sign: char| sign == 'R' || (sign == 'r' && bracket.is_some());
    (sep, one_of(letter), opt('.'), sep).parse_next(input)?;
    let digits: &str = take_while(3..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    } else {
        only_if(parted && digits.len() == 4 && !next_char(input).is_some_and(is_word_sign))?;
    }
    digits.parse().map_err(|_| EmptyError)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: &str, text: &str) -> Option<WrittenToevoeging> {
        toevoeging(&mut Input::new(text), DossierNumber::parse(number)?).ok()
    }

    #[test]
    fn chapters_that_cannot_be_say_what_is_meant() {
        for (text, meant) in [
            (" VIIII, nr. 3", Some("IX")),
            (" vii, nr. 3", Some("VII")),
            (" IIX, nr. 3", None),
            (" XXXXI, nr. 3", None),
            (" hoofdstuk XIIII", Some("XIV")),
        ] {
            let Some(WrittenToevoeging::Bad(_, found)) = read("36410", text) else {
                panic!("{text} is taken for a chapter");
            };
            assert_eq!(found.map(|found| found.to_string()).as_deref(), meant, "{text}");
        }
        assert_eq!(read("29521", " vii, nr. 3"), None);
        assert_eq!(read("36410", " in nr. 3"), None);
    }

    #[test]
    fn a_council_has_two_digits() {
        let Some(WrittenToevoeging::Bad(_, Some(Toevoeging::Part(2)))) = read("21501", "-2, nr. 1446") else {
            panic!("one digit is taken for two");
        };
        assert_eq!(read("21501", "-2"), None);
        assert_eq!(read("21501", "-02"), Some(WrittenToevoeging::Good(Toevoeging::Part(2))));
    }
}
