//! `self-citation`: a letter cites itself.

use crate::analysis::{Finding, Severity, Subject};
use crate::messages::Message;
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: another paper is meant, as a rule the one from which the words were copied.
pub(super) static RULE: Rule = Rule {
    code: "self-citation",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "---\nidentifier: kst-29521-385\n---\n# Kennisgeving\n\nZie de brief over de Sahel (Kamerstuk 29 521, nr. 385).",
        "---\nidentifier: kst-29521-385\n---\n# Kennisgeving\n\nZie de brief over de Sahel (Kamerstuk 29 521, nr. 368).",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let Some(own) = subject.reading.letter.header.id.as_ref().map(crate::identifier::DocumentId::base) else {
        return Vec::new();
    };
    let cited = subject.reading.citations.iter().filter(|citation| !citation.is_inferred());
    let targets = cited.flat_map(|citation| citation.targets.iter().map(move |target| (citation, target)));
    targets
        .filter(|(citation, target)| target.id.base() == own && !is_own_line(text, citation.span))
        .map(|(_, target)| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: target.number_span.unwrap_or(target.span),
            message: Message::new("self-citation").with("paper", own.printed()),
            related: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}

/// Whether nothing but signs and the number of a page stand beside it on its line: heads and feet of pages name the paper itself, in whatever form.
fn is_own_line(text: &str, span: Span) -> bool {
    let before = text[..span.start].rsplit(['\n', '\r', '\u{c}']).next().unwrap_or_default();
    let behind = text[span.end..].split(['\n', '\r', '\u{c}']).next().unwrap_or_default();
    !before.chars().chain(behind.chars()).any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn in_a_sentence_and_not_at_the_foot_of_a_page() {
        check(
            "
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE

            Zie de eerdere brief (Kamerstuk 29 521, nr. 385) en Kamerstuk 34 952, nr. 385.
                                                        ^^^ warning: de brief haalt zichzelf aan, 29 521, nr. 385: kijk welk stuk bedoeld is

            Kamerstuk 29 521, nr. 385 | 2
            ",
        );
    }

    #[test]
    fn a_letter_without_a_number_cannot() {
        check("Zie de eerdere brief (Kamerstuk 29 521, nr. 385).\n");
    }
}
