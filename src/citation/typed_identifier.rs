//! The official identifiers as people type them: `kst-29521-385`, `h-tk-20162017-66-6`, `stb-2009-120`, also half typed: `ah-tk-2017–2018, nr. 2509`.
//!
//! Identifiers within an address belong to that (`address.rs`), and that of the letter itself alone on a line is its imprint.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Dossier, Series, SessionYear};
use crate::text::Span;

use super::first_look::{Front, Look};
use super::grammar::{
    EmptyError, Input, Parsed, attempt, comma, dash, ends_with_word, here, is_word_sign, next_char,
    number_sign, only_if, rest, sep, session,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

/// At the first number, behind the prefix.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[Look { front: &[Front::Hyphen, Front::Slash, Front::Colon, Front::LineEnd], ..Look::ANY }],
    forms: &[Form {
        code: "typed-identifier",
        examples: &[
            Example { printed: "kst-31288-711", means: "kst-31288-711" },
            Example { printed: "KST-35300-vii-12", means: "kst-35300-VII-12" },
            Example { printed: "h-tk-20182019-41-12", means: "h-tk-20182019-41-12" },
            Example { printed: "blg-745312", means: "blg-745312" },
            Example { printed: "stcrt-2015-9231", means: "stcrt-2015-9231" },
        ],
    }],
    read,
};

/// The series that are typed, each with what stands in front of its first digit. Longer ones come before those that they end with.
const PREFIXES: [(&str, Shape); 23] = [
    ("kst-", Shape::Kamerstuk),
    ("nds-tk-", Shape::Name),
    ("ah-tk-", Shape::Sessional),
    ("ah-ek-", Shape::Sessional),
    ("ag-tk-", Shape::Numbers),
    ("ag-ek-", Shape::Numbers),
    ("ag-vv-", Shape::Numbers),
    ("kv-tk-", Shape::Name),
    ("kv-ek-", Shape::Name),
    ("h-tk-", Shape::Sessional),
    ("h-ek-", Shape::Sessional),
    ("h-vv-", Shape::Sessional),
    ("kv-", Shape::Name),
    ("blg-", Shape::Name),
    ("nds-", Shape::Name),
    ("stb-", Shape::Numbers),
    ("stcrt-", Shape::Numbers),
    ("trb-", Shape::Numbers),
    ("dossier/", Shape::Dossier),
    ("tkd:", Shape::Name),
    ("tkz:", Shape::Name),
    ("ah-", Shape::Name),
    ("ag-", Shape::Name),
];

/// What follows a prefix.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Dossier, perhaps a toevoeging, number, perhaps a suffix.
    Kamerstuk,
    /// A session and numbers.
    Sessional,
    /// Two numbers or more, the year first.
    Numbers,
    /// One word with digits.
    Name,
    /// A dossier with its toevoeging.
    Dossier,
}

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let before = scene.before.trim_end_matches(['\n', '\r']);
    let (prefix, shape) = PREFIXES.into_iter().find(|(prefix, _)| ends_with_word(before, prefix))?;
    let outside = &before[..before.len() - prefix.len()];
    if outside.ends_with(['/', '-', '=', '.', '_']) {
        return None;
    }
    let start = here(input) - (scene.before.len() - outside.len());
    let id = attempt(input, |input: &mut Input<'_>| identifier(input, prefix, shape))?;
    let span = Span::new(start, here(input));
    let imprint = || stands_alone(outside, rest(input));
    (scene.context.own != Some(&id) || !imprint()).then(|| Citation::plain(span, id))
}

/// Whether nothing else stands on the line.
fn stands_alone(before: &str, after: &str) -> bool {
    let empty = |part: Option<&str>| part.is_none_or(|part| part.trim().is_empty());
    empty(before.rsplit(['\n', '\r']).next()) && empty(after.split(['\n', '\r']).next())
}

fn identifier(input: &mut Input<'_>, prefix: &str, shape: Shape) -> Parsed<DocumentId> {
    let first_digits = rest(input).bytes().take_while(u8::is_ascii_digit).count();
    let text = match shape {
        Shape::Kamerstuk => pieces(input, 5)?,
        Shape::Sessional => sessional(input)?,
        Shape::Numbers => pieces(input, 3)?,
        Shape::Name => name(input)?,
        Shape::Dossier => pieces(input, 2)?,
    };
    only_if(!next_char(input).is_some_and(|next| next == '-' || is_word_sign(next)) || shape != Shape::Name)?;
    let id = DocumentId::parse(&format!("{prefix}{text}")).map_err(|_| EmptyError)?;
    let plausible = match (&id, shape) {
        (DocumentId::Kamerstuk(paper), Shape::Kamerstuk) => {
            paper.session.is_some() || paper.dossier.number.value().is_some_and(|number| number < 100_000)
        }
        // What awaits its final form has a number alone.
        (DocumentId::Named(..), Shape::Kamerstuk) => first_digits == 7 && text.len() == 7,
        (DocumentId::Sessional(_), Shape::Sessional) => true,
        (DocumentId::Named(series, _), Shape::Sessional) => *series != Series::Handelingen,
        (DocumentId::Named(series, _), Shape::Numbers) => {
            *series == Series::Agenda || (first_digits == 4 && text.contains('-'))
        }
        // A short number is one of something else.
        (DocumentId::Named(..), Shape::Name) => first_digits >= 4 || prefix == "blg-",
        (DocumentId::Dossier(Dossier { number, .. }), Shape::Dossier) => number.value() >= Some(1000),
        _ => false,
    };
    only_if(plausible).map(|()| id)
}

/// Up to so many pieces, joined by hyphens; a line may end at each.
fn pieces(input: &mut Input<'_>, most: usize) -> Parsed<String> {
    let mut text = piece(input)?.to_owned();
    for _ in 1..most {
        let further = |input: &mut Input<'_>| {
            dash(input)?;
            piece(input).map(str::to_owned)
        };
        let Some(next) = attempt(input, further) else { break };
        text = format!("{text}-{next}");
    }
    Ok(text)
}

/// Digits, perhaps with a small letter behind or one of a suffix in front (`188b`, `h1`), or letters in one case (`VII`, `AB`). Words that are glued to digits are none of it.
fn piece<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let digits = |input: &mut Input<'a>| {
        let text = rest(input);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let letter = text[digits..].starts_with(|sign: char| sign.is_ascii_lowercase())
            && !text[digits + 1..].starts_with(is_word_sign);
        only_if((1..=8).contains(&digits))?;
        Ok(input.next_slice(digits + usize::from(letter)))
    };
    let suffix = (one_of(['h', 'n', 'b', 'R']), take_while(1..=4, |sign: char| sign.is_ascii_digit())).take();
    let letters = |input: &mut Input<'a>| {
        let letters: &str = take_while(1..=6, |sign: char| sign.is_ascii_alphabetic()).parse_next(input)?;
        let one_case = letters.bytes().all(|byte| byte.is_ascii_uppercase())
            || (letters.len() > 1 && letters.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
        only_if(one_case && !next_char(input).is_some_and(is_word_sign)).map(|()| letters)
    };
    alt((digits, suffix, letters)).parse_next(input)
}

/// A session and the numbers behind it: `20162017-66-6`, `2017–2018, nr. 2509`.
fn sessional(input: &mut Input<'_>) -> Parsed<String> {
    let code = |input: &mut Input<'_>| {
        let code: &str = take_while(8, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
        Ok(code.to_owned())
    };
    let written = |input: &mut Input<'_>| session(input)?.session.map(SessionYear::code).ok_or(EmptyError);
    let session = alt((code, written)).parse_next(input)?;
    let signed = |input: &mut Input<'_>| {
        (opt(comma), sep, number_sign, sep).void().parse_next(input)?;
        piece(input).map(str::to_owned)
    };
    let dashed = |input: &mut Input<'_>| {
        dash(input)?;
        pieces(input, 4)
    };
    let numbers = alt((dashed, signed)).parse_next(input)?;
    Ok(format!("{session}-{numbers}"))
}

/// One word that begins with digits: `1183889`, `2024Z18775`, perhaps with a suffix.
fn name(input: &mut Input<'_>) -> Parsed<String> {
    let digits = |input: &mut Input<'_>| {
        take_while(1..=8, |sign: char| sign.is_ascii_digit()).void().parse_next(input)
    };
    let mut name = (digits, opt((one_of(['Z', 'D', 'z', 'd']), digits))).take();
    let name: &str = name.parse_next(input)?;
    let suffix = attempt(input, |input: &mut Input<'_>| {
        ('-', one_of(['h', 'n', 'b']), digits).take().map(str::to_owned).parse_next(input)
    });
    Ok(format!("{}{}", name.to_ascii_uppercase(), suffix.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read, read_letter};

    #[test]
    fn every_series() {
        for printed in [
            "kst-29521-385",
            "kst-21501-02-1446",
            "kst-36410-A-51",
            "kst-33802-C",
            "kst-34430-AB",
            "kst-20082009-31700-VI-D",
            "kst-19951996-23700-188b",
            "kst-34993-2-n1",
            "kst-23908-R1519-103",
            "kst-1183940",
            "ah-tk-20142015-1241",
            "h-ek-20142015-11-4",
            "h-tk-20072008-4866-4868",
            "h-vv-20212022-1-1",
            "kv-tk-2024Z18775",
            "nds-tk-2024D28457",
            "blg-745312",
            "stb-2009-120",
            "trb-1964-4",
            "stb-2011-41-n1",
            "dossier/36410-XVI",
            "tkd:2024D28457",
        ] {
            means(printed, printed);
        }
        means("KST-29521-385", "kst-29521-385");
        means("AH-TK-20142015-1241", "ah-tk-20142015-1241");
    }

    #[test]
    fn half_typed_and_broken() {
        means("ah-tk-2018–2019, nr.312", "ah-tk-20182019-312");
        means("ah-tk-2018-2019-312", "ah-tk-20182019-312");
        means("h-tk-2016/17, nr. 66", "h-tk-20162017-66");
        means("kst-29521-\n385", "kst-29521-385");
        means("kst-\n29521-385", "kst-29521-385");
        means("kst-29521–385", "kst-29521-385");
    }

    #[test]
    fn neither_the_ending_of_a_file_nor_the_stop() {
        assert_eq!(read("zie kst-29521-385.html."), "kst-29521-385 = kst-29521-385");
        assert_eq!(read("zie blg-745312.pdf"), "blg-745312 = blg-745312");
        assert_eq!(read("zie kst-29521-385heeft"), "kst-29521-385 = kst-29521-385");
    }

    #[test]
    fn the_imprint_is_none() {
        let letter = "29 521\n\nNederlandse deelname aan vredesmissies\n\nNr. 385\n\nBRIEF VAN DE MINISTER VAN DEFENSIE\n\nDe brief kst-29521-368 en deze, kst-29521-385.\n\nkst-29521-385\n's-Gravenhage 2019\n";
        assert_eq!(read_letter(letter), "kst-29521-368 = kst-29521-368\nkst-29521-385 = kst-29521-385");
    }

    #[test]
    fn what_is_none() {
        for none in [
            "kst-12",
            "kst-29521",
            "tekst-29521-385",
            "h-29521-385",
            "stb-9-120",
            "stb-regeling 2009",
            "kv-12",
            "dossier/12",
            "mijn-dossier/35570",
            "ah-tk-2018",
            "bestand_kst-29521-385",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
