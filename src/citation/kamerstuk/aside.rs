//! What may be told of a paper between its dossier, its number and its page, and decides nothing: `(MvT)`, `Memorie van Toelichting`, `(bijlage IV)`, `motie-Segers`.
//!
//! An aside is read only where the citation goes on behind it, so that the words behind a citation stay out.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::take_while;

use crate::citation::grammar::{
    EmptyError, Input, Parsed, attempt, comma, connector, dash, here, next_char, number_sign, only_if, pin,
    rest, sep, some_sep, stands, word,
};

/// An aside has at most so many bytes.
const LONGEST: usize = 160;

/// The words that names of kinds of papers begin with.
const KIND: [&str; 34] = [
    "memorie",
    "toelichting",
    "mvt",
    "mva",
    "nota",
    "nader",
    "nadere",
    "verslag",
    "eindverslag",
    "voorlopig",
    "nnavv",
    "nnv",
    "nv",
    "nvw",
    "vv",
    "ev",
    "gewijzigd",
    "gewijzigde",
    "tweede",
    "derde",
    "advies",
    "rapport",
    "reactie",
    "bijlage",
    "bijlagen",
    "bijl",
    "herdruk",
    "amendement",
    "motie",
    "brief",
    "voorstel",
    "ontwerp",
    "tekst",
    "vervanging",
];

/// The words that may follow in them.
const LINKS: [&str; 17] = [
    "van",
    "antwoord",
    "naar",
    "aanleiding",
    "het",
    "de",
    "der",
    "en",
    "wijziging",
    "raad",
    "state",
    "wet",
    "leden",
    "lid",
    "regering",
    "verbetering",
    "bij",
];

/// The words behind which a name or the subject may stand.
const NAMED: [&str; 6] = ["motie", "amendement", "brief", "verslag", "nota", "moties"];

/// Between number and page, or between numbers: `(bijlage IV)`, `, Memorie van Toelichting`, `MvT`.
pub(super) fn aside(input: &mut Input<'_>) -> Parsed<()> {
    alt((in_parentheses, kind)).parse_next(input)?;
    let number = (alt((connector.void(), sep)), number_sign);
    only_if(stands(input, pin) || stands(input, number))
}

/// Between dossier and number: `(Wet ondernemingspakket 2001)`, `, motie-Segers`. Only a sign with a number behind it makes an aside of it.
pub(super) fn aside_before_number(input: &mut Input<'_>) -> Parsed<()> {
    alt((in_parentheses, named)).parse_next(input)?;
    let number = take_while(1, |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    only_if(stands(input, (opt(comma), sep, number_sign, sep, number)))
}

/// Words in parentheses, in which no other paper is named.
fn in_parentheses(input: &mut Input<'_>) -> Parsed<()> {
    (sep, '(').parse_next(input)?;
    let start = here(input);
    let (mut signs, mut digits) = (0, 0);
    loop {
        if attempt(input, some_sep).is_some() {
            continue;
        }
        let next = next_char(input).ok_or(EmptyError)?;
        // A blank that is no separator belongs to a blank line.
        only_if(!next.is_whitespace() && !matches!(next, '(' | ';') && here(input) - start <= LONGEST)?;
        input.next_slice(next.len_utf8());
        if next == ')' {
            return only_if(signs > 0 && digits <= 4);
        }
        signs += 1;
        digits += usize::from(next.is_ascii_digit());
    }
}

/// A row of words that kinds of papers are called by, with what counts several of them: `bijlage IV`.
fn kind(input: &mut Input<'_>) -> Parsed<()> {
    alt((comma, dash, sep)).parse_next(input)?;
    let mut words = 0;
    while words < 8 {
        let before = input.checkpoint();
        sep(input)?;
        let letters: &str = take_while(0.., char::is_alphabetic).parse_next(input)?;
        let is_one_of = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(letters));
        if !is_one_of(&KIND) && (words == 0 || !is_one_of(&LINKS)) {
            input.reset(&before);
            break;
        }
        words += 1;
        let _ = opt('.').parse_next(input)?;
        if letters.len() >= 4 && letters[..4].eq_ignore_ascii_case("bijl") {
            let which = take_while(1..=5, |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase());
            let _ = opt((sep, which)).parse_next(input)?;
        }
    }
    only_if(words > 0)
}

/// `motie-Segers c.s.`, `brief van de minister`: a kind of paper and what stands behind it up to the sign of a number.
fn named(input: &mut Input<'_>) -> Parsed<()> {
    alt((comma, dash, sep)).parse_next(input)?;
    let text = rest(input);
    let head = text.find(|sign: char| !sign.is_alphabetic()).unwrap_or(text.len());
    only_if(NAMED.iter().any(|known| known.eq_ignore_ascii_case(&text[..head])))?;
    input.next_slice(head);
    for _ in 0..LONGEST {
        if stands(input, (opt(comma), sep, number_sign)) {
            return Ok(());
        }
        if attempt(input, some_sep).is_some() {
            continue;
        }
        let next = next_char(input).ok_or(EmptyError)?;
        only_if(!next.is_ascii_digit() && !matches!(next, '(' | ')' | ';' | ':') && !next.is_whitespace())?;
        input.next_slice(next.len_utf8());
        // A number sign begins a word.
        if next.is_alphabetic() {
            let word = rest(input).find(|sign: char| !sign.is_alphabetic()).unwrap_or(0);
            input.next_slice(word);
        }
    }
    Err(EmptyError)
}

/// `letter`, in front of the letter of a paper of the Eerste Kamer.
pub(super) fn letter_word(input: &mut Input<'_>) -> Parsed<()> {
    (word("letter"), opt('.'), sep).void().parse_next(input)
}
