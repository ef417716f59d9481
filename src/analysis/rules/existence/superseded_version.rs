//! `superseded-version`: a paper is cited that another has taken the place of, such as a motion that was amended.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Edit, Facts, Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Target};
use crate::identifier::DocumentId;
use crate::messages::Message;

/// A remark: the paper that is cited exists, and may be meant as it was.
pub(super) static RULE: Rule = Rule {
    code: "superseded-version",
    group: Group::Existence,
    severity: Severity::Info,
    on: true,
    needs: Needs::Letters,
    examples: &[Example::new(
        "Het kabinet voert de motie uit (Kamerstuk 29 521, nr. 385).",
        "Het kabinet voert de motie uit (Kamerstuk 29 521, nr. 388).",
    )
    .beside("-- corpus\nkst-29521-1..492\n{\"identifier\": \"kst-29521-385\", \"replaced-by\": [\"kst-29521-388\"]}")],
    fixes: Fixes::Unsafe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let mut findings = Vec::new();
    for (at, index, citation, target, _) in subject.targets() {
        let replaced = |facts: &&Facts| !facts.replaced_by.is_empty();
        let Some(facts) = subject.facts_of_target(at, index).filter(replaced) else { continue };
        if says_so(text, citation) {
            continue;
        }
        // A new version bears the number of the old, so that only who cites by identifier has chosen between them.
        let by_identifier = citation.span.of(text).to_lowercase().contains("kst-");
        let other = facts
            .replaced_by
            .iter()
            .find(|other| other.base() != target.id.base() || (by_identifier && **other != target.id));
        let Some(other) = other.filter(|other| !is_later(subject, other)) else { continue };
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: target.number_span.unwrap_or(target.span),
            message: Message::new("superseded-version")
                .with("paper", target.id.printed())
                .with("other", other.printed()),
            related: Vec::new(),
            fixes: fix(target, other).into_iter().collect(),
        });
    }
    findings
}

/// Whether the letter was written before the other paper was.
fn is_later(subject: &Subject<'_>, other: &DocumentId) -> bool {
    let own = subject.reading.letter.header.date;
    let date = subject.facts_of(std::slice::from_ref(other)).pop().flatten().and_then(|facts| facts.date);
    own.zip(date).is_some_and(|(own, date)| own < date)
}

/// The number of the other paper, where it is one of the same dossier.
fn fix(target: &Target, other: &DocumentId) -> Option<Fix> {
    let (paper, span) = (target.id.as_kamerstuk()?, target.number_span?);
    let number = other.as_kamerstuk().filter(|other| other.dossier == paper.dossier)?.number;
    let title = Message::new("fix-suggestion").with("paper", other.printed());
    let changed = number != paper.number;
    changed.then(|| Fix { title, safe: false, edits: vec![Edit { span, text: number.to_string() }] })
}

/// Whether the letter itself tells that it was replaced: `(t.v.v. 36 800 X, nr. 49)`, `was nr. 719`.
fn says_so(text: &str, citation: &Citation) -> bool {
    const REACH: usize = 40;
    let start = text.floor_char_boundary(citation.span.start.saturating_sub(REACH));
    let words = text[start..citation.span.end].to_lowercase();
    ["t.v.v", "vervang", "was nr"].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn an_amended_motion_has_a_number_of_its_own() {
        let letter = "
            Den Haag, 27 november 2024

            De motie (Kamerstuk 29 521, nr. 385) is aangenomen.
                                            ^^^ info: 29 521, nr. 385 is vervangen door 29 521, nr. 388

            De motie (Kamerstuk 29 521, nr. 388, t.v.v. Kamerstuk 29 521, nr. 385) is aangenomen.
            -- corpus
            kst-29521-1..404
            {\"identifier\": \"kst-29521-385\", \"replaced-by\": [\"kst-29521-388\"]}
            ";
        check(letter);
        check_fixes(
            letter,
            &[("Vervangen door 29 521, nr. 388", "De motie (Kamerstuk 29 521, nr. 388) is aangenomen.")],
        );
    }

    #[test]
    fn a_new_version_bears_the_number_of_the_old() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 385.
            -- corpus
            kst-29521-1..404 kst-29521-385-n1
            {\"identifier\": \"kst-29521-385\", \"replaced-by\": [\"kst-29521-385-n1\"]}
            ",
        );
    }

    #[test]
    fn a_letter_of_before_could_not_know() {
        check(
            "
            Den Haag, 27 november 2019

            De motie (Kamerstuk 29 521, nr. 385) is aangenomen.
            -- corpus
            kst-29521-1..404
            {\"identifier\": \"kst-29521-385\", \"replaced-by\": [\"kst-29521-388\"]}
            {\"identifier\": \"kst-29521-388\", \"date\": \"2019-12-03\"}
            ",
        );
    }
}
