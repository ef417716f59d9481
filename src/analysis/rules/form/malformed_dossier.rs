//! `malformed-dossier`: what stands where a dossier's number should stand is none.

use std::collections::BTreeSet;

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject, near_miss};
use crate::citation::ProblemKind;
use crate::identifier::Dossier;
use crate::text::Span;

use super::problems;

pub(super) static RULE: Rule = Rule {
    code: "malformed-dossier",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie de artikel 100-brief (Kamerstuk 295 21, nr. 368).",
        "Zie de artikel 100-brief (Kamerstuk 29 521, nr. 368).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    problems::findings(&RULE, subject, |at, problem| {
        let lookalikes = || lookalikes(subject, at, problem.span);
        let certain = |correction: &String| vec![Fix::replace(text, problem.span, correction.clone(), true)];
        (problem.kind == ProblemKind::MalformedDossier)
            .then(|| problem.correction.as_ref().map_or_else(lookalikes, certain))
    })
}

/// The other dossiers of the letter that one digit too many or too few makes of what was printed.
fn lookalikes(subject: &Subject<'_>, at: usize, span: Span) -> Vec<Fix> {
    let text = &*subject.reading.text;
    let digits: String = span.of(text).chars().filter(char::is_ascii_digit).collect();
    let Ok(number) = digits.parse::<u32>() else { return Vec::new() };
    let alike: BTreeSet<Dossier> = subject
        .dossiers
        .iter()
        .filter(|(_, mentions)| mentions.iter().any(|mention| mention.citation != Some(at)))
        .map(|(dossier, _)| *dossier)
        .filter(|dossier| dossier.number.value().is_some_and(|other| near_miss::distance(number, other) == 1))
        .collect();
    alike.into_iter().map(|dossier| Fix::replace(text, span, dossier.printed(), false)).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn the_blank_stands_in_the_wrong_place() {
        check(
            "
            Zie de artikel 100-brief (Kamerstuk 295 21, nr. 368).
                                                ^^^^^^ error: “295 21” is geen dossiernummer
            ",
        );
        check_fixes(
            "Zie de artikel 100-brief (Kamerstuk 295 21, nr. 368).",
            &[("!“295 21” vervangen door “29 521”", "Zie de artikel 100-brief (Kamerstuk 29 521, nr. 368).")],
        );
    }

    #[test]
    fn a_digit_too_few_is_one_of_the_dossiers_of_the_letter() {
        check_fixes(
            "
            De missie (Kamerstuk 29 521, nr. 368) en de steun (Kamerstuk 36 045, nr. 2)
            zijn verlengd (Kamerstuk 29 52, nr. 385).
            ",
            &[("“29 52” vervangen door “29 521”", "zijn verlengd (Kamerstuk 29 521, nr. 385).")],
        );
    }

    #[test]
    fn nobody_guesses_at_a_dossier_that_the_letter_does_not_know() {
        check_fixes("De missie is verlengd (Kamerstuk 29 52, nr. 385).", &[]);
    }
}
