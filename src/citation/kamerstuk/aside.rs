//! What may be told of a paper between its dossier, its number and its page, and decides nothing: `(MvT)`, `Memorie van Toelichting`, `(bijlage IV)`, `motie-Segers`.
//!
//! An aside is read only where the citation goes on behind it, so that the words behind a citation stay out.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::{none_of, one_of, take_while};

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
    // Behind most numbers the parenthesis or the sentence ends, and no aside begins with what ends it.
    let mut ahead = *input;
    sep(&mut ahead)?;
    only_if(!matches!(next_char(&ahead), None | Some(')' | '.' | ';' | ':')))?;
    alt((in_parentheses, kind, section)).parse_next(input)?;
    attempt(input, section);
    let number = (alt((connector.void(), sep)), number_sign);
    only_if(stands(input, pin) || stands(input, number))
}

/// Between dossier and number: `(Wet ondernemingspakket 2001)`, `, motie-Segers`. Only a sign with a number behind it makes an aside of it.
pub(super) fn aside_before_number(input: &mut Input<'_>) -> Parsed<()> {
    alt((in_parentheses, named, kind)).parse_next(input)?;
    let number = take_while(1, |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    only_if(stands(input, (opt(comma), sep, number_sign, sep, number)))
}

/// Words in parentheses, in which no other paper is named.
fn in_parentheses(input: &mut Input<'_>) -> Parsed<()> {
    (sep, '(', sep).parse_next(input)?;
    let start = here(input);
    let mut digits = 0;
    while attempt(input, ')').is_none() {
        only_if(here(input) - start <= LONGEST)?;
        if attempt(input, some_sep).is_some() {
            continue;
        }
        let sign = none_of(['(', ';', '\n', '\r']).parse_next(input)?;
        digits += usize::from(sign.is_ascii_digit());
    }
    only_if(here(input) > start + 1 && digits <= 4)
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

/// `§ 5.2`, `par. 3`, `artikel 12`: a place within the paper, in front of the page.
fn section(input: &mut Input<'_>) -> Parsed<()> {
    (opt(comma), sep).parse_next(input)?;
    match next_char(input) {
        Some('§') => '§'.void().parse_next(input)?,
        Some('p' | 'P' | 'h' | 'H' | 'a' | 'A' | 'o' | 'O' | 'n' | 'N' | 't' | 'T' | 'v' | 'V') => alt((
            word("paragraaf"),
            word("par"),
            word("hoofdstuk"),
            word("artikel"),
            word("art"),
            word("onderdeel"),
            word("noot"),
            word("tabel"),
            word("vraag"),
        ))
        .parse_next(input)?,
        _ => return Err(EmptyError),
    }
    let place = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '–');
    (opt('.'), sep, one_of(|sign: char| sign.is_ascii_alphanumeric()), take_while(0..=9, place))
        .void()
        .parse_next(input)
}

/// `motie-Segers c.s.`, `brief van de minister`: a kind of paper and what stands behind it up to the sign of a number.
fn named(input: &mut Input<'_>) -> Parsed<()> {
    alt((comma, dash, sep)).parse_next(input)?;
    let text = rest(input);
    let head = text.find(|sign: char| !sign.is_alphabetic()).unwrap_or(text.len());
    only_if(NAMED.iter().any(|known| known.eq_ignore_ascii_case(&text[..head])))?;
    input.next_slice(head);
    let start = here(input);
    while !stands(input, (opt(comma), sep, number_sign)) {
        only_if(here(input) - start <= LONGEST)?;
        // A sign begins a word.
        if attempt(input, some_sep).is_none() {
            let stops =
                |sign: char| matches!(sign, '(' | ')' | ';' | ':' | '\n' | '\r') || sign.is_ascii_digit();
            none_of(stops).parse_next(input)?;
            let _: &str = take_while(0.., char::is_alphabetic).parse_next(input)?;
        }
    }
    Ok(())
}

/// `letter`, in front of the letter of a paper of the Eerste Kamer.
pub(in crate::citation) fn letter_word(input: &mut Input<'_>) -> Parsed<()> {
    (word("letter"), opt('.'), sep).void().parse_next(input)
}
