//! The numbers under which the Tweede Kamer keeps its cases and documents: `2017Z09721`, `2024D28457`.
//!
//! They need no keyword, since nothing else looks like them. The number of a question's own case, alone on a line at its head, is silent by the letter.

use winnow::Parser;
use winnow::combinator::not;
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::first_look::{Behind, Look};
use super::grammar::{EmptyError, Input, Parsed, attempt, here, only_if, rest, sep};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

/// By its digits alone.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    // The year, perhaps behind the mark of a footnote.
    numbers: &[Look { digits: 4..=7, behind: &[Behind::Letter], ..Look::ANY }],
    forms: &[
        Form { code: "case-number", examples: &[Example { printed: "2021Z11806", means: "tkz:2021Z11806" }] },
        Form {
            code: "document-number",
            examples: &[Example { printed: "2023D09114", means: "tkd:2023D09114" }],
        },
    ],
    read: |input, scene| attempt(input, |input: &mut Input<'_>| citation(input, scene)),
};

/// What a number is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `Z`: a case, such as a set of questions.
    Zaak,
    /// `D`: a document.
    Document,
}

/// A number as it is kept, whatever stood between its parts.
pub(super) struct TkNumber {
    pub kind: Kind,
    pub name: String,
}

fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    footnote_mark(input)?;
    let start = here(input);
    only_if(start > scene.start() || !is_part_of_a_name(scene.before))?;
    let number = tk_number(input)?;
    let series = if number.kind == Kind::Zaak { Series::Zaak } else { Series::TkDocument };
    Ok(Citation::plain(Span::new(start, here(input)), DocumentId::Named(series, number.name.into())))
}

/// Whether what stands right before a number makes it a part of a longer name, of a file or in an address: `x2024Z18775`, `kv-tk-2024Z18775`, `id=2024Z18775`.
fn is_part_of_a_name(before: &str) -> bool {
    let hyphenated = before.strip_suffix('-').unwrap_or("");
    before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '=')
        || hyphenated.ends_with(char::is_alphanumeric)
}

/// The mark of a footnote, which extraction glues to the number: `32024Z15585` in the third.
fn footnote_mark(input: &mut Input<'_>) -> Parsed<()> {
    let digits = rest(input).bytes().take_while(u8::is_ascii_digit).count();
    // Most numbers of a text end here.
    only_if((4..=7).contains(&digits))?;
    winnow::stream::Stream::next_slice(input, digits - 4);
    Ok(())
}

/// `2024Z18775`, also with a blank or a line's end behind the letter.
///
/// The Kamer began with these numbers in 2008 or shortly after.
pub(super) fn tk_number(input: &mut Input<'_>) -> Parsed<TkNumber> {
    let year: &str = digits(4).parse_next(input)?;
    let kind = one_of(['Z', 'D', 'z', 'd']).parse_next(input)?;
    only_if(("2008".."2100").contains(&year))?;
    sep(input)?;
    let number = digits(5).parse_next(input)?;
    // Extraction glues words behind numbers; a further digit or a letter of the same case makes another name of it.
    not(one_of(|sign: char| sign.is_ascii_digit())).parse_next(input)?;
    let kind = if kind.eq_ignore_ascii_case(&'Z') { Kind::Zaak } else { Kind::Document };
    let letter = if kind == Kind::Zaak { 'Z' } else { 'D' };
    Ok(TkNumber { kind, name: format!("{year}{letter}{number}") })
}

fn digits<'a>(count: usize) -> impl Parser<Input<'a>, &'a str, EmptyError> {
    take_while(count, |sign: char| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn cases_and_documents() {
        means("2017Z08120", "tkz:2017Z08120");
        means("2010D11876", "tkd:2010D11876");
        means("2024Z 17512", "tkz:2024Z17512");
        means("2024D\n17512", "tkd:2024D17512");
        assert_eq!(read("uw brief van 5 juli 2023, kenmerk 2023D30117, over"), "2023D30117 = tkd:2023D30117");
        assert_eq!(read("(vraagnummer 2023Z30117)."), "2023Z30117 = tkz:2023Z30117");
    }

    #[test]
    fn case_and_document_together() {
        assert_eq!(
            read("Zie 2023Z15111/2023D37222."),
            "2023Z15111 = tkz:2023Z15111\n2023D37222 = tkd:2023D37222"
        );
    }

    #[test]
    fn a_footnote_mark_is_glued_to_the_front() {
        assert_eq!(read("\n32023Z15111\n"), "2023Z15111 = tkz:2023Z15111");
        assert_eq!(read("\n122023Z15111\n"), "2023Z15111 = tkz:2023Z15111");
    }

    #[test]
    fn what_only_looks_alike() {
        for text in [
            "1998Z12345",
            "2024Z1234",
            "2024Z123456",
            "2024E12345",
            "2024 Z 12",
            "x2024Z12345",
            "id=2024Z12345",
            "in 2024 D66",
            "2024D 12 gemeenten",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
