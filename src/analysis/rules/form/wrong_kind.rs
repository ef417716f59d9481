//! `wrong-kind`: a paper is called by the word for another kind: `Handelingen` for a Kamerstuk.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

/// A warning, since the paper is still found by its number.
pub(super) static RULE: Rule = Rule {
    code: "wrong-kind",
    group: Group::Form,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De toelichting zegt het al (Handelingen II 2019/20, 29 521, nr. 368, p. 14).",
        "De toelichting zegt het al (Kamerstukken II 2019/20, 29 521, nr. 368, p. 14).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let mut findings = problems::findings(&RULE, subject, |_, problem| {
        let ProblemKind::WrongKind { .. } = problem.kind else { return None };
        let fix = |word: &String| Fix::replace(text, problem.span, word.clone(), true);
        Some(problem.correction.iter().map(fix).collect())
    });
    for finding in &mut findings {
        // A document number of the Tweede Kamer is found whatever it is called, so that only who looks for every slip wants to know.
        if finding.fixes.is_empty() {
            finding.severity = Severity::Hint;
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_kamerstuk_is_called_handelingen() {
        check(
            "
            Zie de toelichting (Handelingen II 1997/98, 25 877, nr. 3).
                                ^^^^^^^^^^^ warning: “Handelingen” klopt niet: dit is een Kamerstuk
            ",
        );
        check_fixes(
            "Zie de toelichting (Hand. II 1997/98, 25 877, nr. 3).",
            &[(
                "!“Hand.” vervangen door “Kamerstukken”",
                "Zie de toelichting (Kamerstukken II 1997/98, 25 877, nr. 3).",
            )],
        );
    }

    #[test]
    fn a_document_number_is_found_whatever_it_is_called() {
        check(
            "
            Zie de brief (Kamerstuk 2024D28457).
                          ^^^^^^^^^ hint: “Kamerstuk” klopt niet: dit is een document van de Tweede Kamer
            ",
        );
    }

    #[test]
    fn meetings_are_no_dossiers() {
        check(
            "
            Handelingen II 2017/18, nr. 70, item 14
            Handelingen II 1997/98, nr. 58, p. 4433
            Handelingen II 1997/98, 58-4433
            ",
        );
    }
}
