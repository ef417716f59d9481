//! Consolidated legislation by its identifier in the Basiswettenbestand, bare or in a juriconnect reference: `BWBR0005252`, `jci1.3:c:BWBR0005252&artikel=3`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::first_look::{Front, Look};
use super::grammar::{Input, Parsed, attempt, ends_with_word, here, sep};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

/// At the digits, since both have letters of their own right in front of them.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[Look { front: &[Front::Letter], ..Look::ANY }],
    forms: &[
        Form { code: "bwb", examples: &[Example { printed: "BWBR0005252", means: "bwb:BWBR0005252" }] },
        Form {
            code: "jci",
            examples: &[Example {
                printed: "jci1.3:c:BWBR0012345&g=2005-01-01&artikel=3.1",
                means: "bwb:BWBR0012345",
            }],
        },
    ],
    read,
};

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    let before = scene.before;
    if ends_with_word(before, "jci") {
        let id = attempt(input, juriconnect)?;
        return Some(Citation::plain(Span::new(start - "jci".len(), here(input)), id));
    }
    let kind = ["BWBR", "BWBV", "BWBW"].into_iter().find(|kind| before.ends_with(kind))?;
    let prefixed = before[..before.len() - kind.len()].ends_with("bwb:");
    let len = kind.len() + if prefixed { "bwb:".len() } else { 0 };
    if !prefixed && before[..before.len() - len].ends_with(|sign: char| sign.is_alphanumeric()) {
        return None;
    }
    let digits = attempt(input, number)?;
    Some(Citation::plain(Span::new(start - len, here(input)), named(kind, digits)))
}

/// The seven digits; early identifiers of official journals have fewer.
fn number<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    (take_while(5..=7, |sign: char| sign.is_ascii_digit()), not(one_of(|next: char| next.is_ascii_digit())))
        .map(|(digits, ())| digits)
        .parse_next(input)
}

fn named(kind: &str, digits: &str) -> DocumentId {
    DocumentId::Named(Series::Bwb, format!("{kind}{digits}").into())
}

/// What follows `jci`: version, kind of reference, the identifier, and places within it, each `&key=value`.
fn juriconnect(input: &mut Input<'_>) -> Parsed<DocumentId> {
    let digits = |input: &mut Input<'_>| {
        take_while(1..=2, |sign: char| sign.is_ascii_digit()).void().parse_next(input)
    };
    (digits, '.', digits, sep, ':', sep, one_of(['c', 'v']), sep, ':', sep).void().parse_next(input)?;
    let kind = alt(("BWBR", "BWBV", "BWBW")).parse_next(input)?;
    let digits = number(input)?;
    while attempt(input, place).is_some() {}
    Ok(named(kind, digits))
}

fn place(input: &mut Input<'_>) -> Parsed<()> {
    // A full stop, comma or the like ends the sentence where nothing follows it.
    let sign = |input: &mut Input<'_>| {
        let inner = (one_of(['.', '-', ':', '/', ',', '+', '%']), one_of(char::is_alphanumeric)).void();
        alt((one_of(char::is_alphanumeric).void(), inner)).parse_next(input)
    };
    let key = take_while(1..=20, |sign: char| sign.is_ascii_alphabetic() || sign == '-');
    (sep, '&', opt("amp;"), key, '=').void().parse_next(input)?;
    sign(input)?;
    while attempt(input, sign).is_some() {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn identifiers() {
        for printed in ["BWBR0001827", "BWBV0001000", "BWBW33089"] {
            means(printed, &format!("bwb:{printed}"));
        }
        means("bwb:BWBR0001827", "bwb:BWBR0001827");
        assert_eq!(read("(BWBR0001827)heeft"), "BWBR0001827 = bwb:BWBR0001827");
    }

    #[test]
    fn references_into_an_act() {
        means("jci1.31:c:BWBR0005537&hoofdstuk=1&titeldeel=1.1&artikel=1:3", "bwb:BWBR0005537");
        means("jci1.3:v:BWBR0005537&artikel=3&z=2020-01-01&g=2020-01-01", "bwb:BWBR0005537");
        means("jci1.3:c:BWBR0005537\n&artikel=3", "bwb:BWBR0005537");
        assert_eq!(
            read("zie jci1.3:c:BWBR0005537&artikel=3.1."),
            "jci1.3:c:BWBR0005537&artikel=3.1 = bwb:BWBR0005537"
        );
    }

    #[test]
    fn what_is_none() {
        for none in ["BWBR", "BWBR12", "BWBR00052521", "XBWBR0005252", "jci1.3", "jci1.3:c:0005537", "art. 3"]
        {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
