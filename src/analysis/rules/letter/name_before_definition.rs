//! `name-before-definition`: a short name is used before the letter says what it stands for.

use crate::analysis::{Finding, Related, Severity, Subject};
use crate::citation::{DefinedName, defined_names};
use crate::identifier::Series;
use crate::messages::Message;
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};
use super::names::{is_proper, uses};

/// Information: the letter can be read, and says what it means further on.
pub(super) static RULE: Rule = Rule {
    code: "name-before-definition",
    group: Group::Letter,
    severity: Severity::Info,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Het SodM ziet toe. Het Staatstoezicht op de mijnen (hierna: SodM) meldt dat.",
        "Het Staatstoezicht op de mijnen (hierna: SodM) ziet toe. Het SodM meldt dat.",
    )],
    fixes: Fixes::None,
    check,
};

/// So far before its definition the words stand that the name is short for, in bytes.
const LONG_FORM: usize = 160;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let (text, letter) = (&*subject.reading.text, &subject.reading.letter);
    // The one who asks and the one who answers each have their own names for things.
    let series = letter.header.id.as_ref().map(crate::identifier::DocumentId::series);
    if matches!(series, Some(Series::Aanhangsel | Series::Kamervragen)) {
        return Vec::new();
    }
    let mut findings: Vec<Finding> = Vec::new();
    let names = defined_names(text, letter);
    for (at, defined) in names.iter().enumerate() {
        let again = names[..at].iter().any(|other| other.name.of(text) == defined.name.of(text));
        if again || !is_proper(text, defined) || is_in_long_form(text, defined) {
            continue;
        }
        let within = Span::new(letter.body.min(defined.span.start), defined.span.start);
        let Some(used) = uses(subject, defined, within).find(|used| is_prose(subject, *used)) else {
            continue;
        };
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: used,
            message: Message::new("name-before-definition")
                .with("name", crate::analysis::finding::one_line(used.of(text))),
            related: vec![Related {
                path: None,
                span: defined.span,
                message: Message::new("related-definition")
                    .with("name", crate::analysis::finding::one_line(used.of(text))),
            }],
            fixes: Vec::new(),
        });
    }
    findings
}

/// Whether the name is part of what it is short for, so that it stands in a text of itself: `het Ministerie van Defensie (hierna: Defensie)`.
fn is_in_long_form(text: &str, defined: &DefinedName) -> bool {
    let floor = text.ceil_char_boundary(defined.span.start.saturating_sub(LONG_FORM));
    let before = text[floor..defined.span.start].to_lowercase();
    // The sentence alone, since the one before may use the name.
    let sentence = [". ", ".\n", "\n\n"].iter().filter_map(|end| before.rfind(end)).max();
    let name = defined.name.of(text).to_lowercase();
    let first = name.split_whitespace().next().unwrap_or_default();
    before[sentence.unwrap_or(0)..].contains(first)
}

/// Whether a place lies in a sentence of the letter: neither in a heading nor in a note, which stand apart from the order of reading.
fn is_prose(subject: &Subject<'_>, place: Span) -> bool {
    let (text, letter) = (&*subject.reading.text, &subject.reading.letter);
    let line = text[..place.start].rsplit(['\n', '\r']).next().unwrap_or_default().trim_start();
    let heading =
        line.starts_with('#') || ["Onderwerp", "Betreft", "Datum"].iter().any(|word| line.starts_with(word));
    let in_note = letter.footnotes.iter().any(|note| note.note.covers(place));
    !heading && !in_note
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn a_name_that_stands_before_its_meaning() {
        check(
            "
            In de Missiebrief staat het mandaat.
                  ^^^^^^^^^^^ info: “Missiebrief” staat hier al, maar wordt pas verderop omschreven: schrijf hier voluit wat bedoeld is, of zet de omschrijving hier
            De brief (Kamerstuk 29 521, nr. 385; hierna: de Missiebrief) is besproken.
            ",
        );
    }

    #[test]
    fn words_of_the_long_form_and_headings_are_no_uses() {
        check(
            "
            -- brief.md
            # Missiebrief en SodM

            De minister van Defensie antwoordt. Het Ministerie van Defensie (hierna: Defensie) zwijgt.
            De brief (Kamerstuk 29 521, nr. 385; hierna: de Missiebrief) en het advies van de Raad
            (hierna: het advies) volgen het Staatstoezicht op de mijnen (hierna: SodM). SodM-cijfers volgen.
            ",
        );
    }
}
