//! `malformed-toevoeging`: what follows a dossier's number is no chapter or part of it.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

pub(super) static RULE: Rule = Rule {
    code: "malformed-toevoeging",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie de agenda van de Raad (Kamerstuk 21 501-2, nr. 2870).",
        "Zie de agenda van de Raad (Kamerstuk 21 501-02, nr. 2870).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    problems::findings(&RULE, subject, |_, problem| {
        let certain = |correction: &String| vec![Fix::replace(text, problem.span, correction.clone(), true)];
        (problem.kind == ProblemKind::MalformedToevoeging)
            .then(|| problem.correction.as_ref().map_or_else(Vec::new, certain))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_chapter_as_nobody_writes_it() {
        check(
            "
            De begroting van Defensie (Kamerstuk 36 410 IIX, nr. 3) is aanvaard.
                                                        ^^^ error: “IIX” is geen begrotingshoofdstuk of onderdeel van een dossier
            ",
        );
    }

    #[test]
    fn what_is_certainly_meant_is_offered() {
        check_fixes(
            "De agenda van de Raad (Kamerstuk 21 501-2, nr. 2870).",
            &[("!“2” vervangen door “02”", "De agenda van de Raad (Kamerstuk 21 501-02, nr. 2870).")],
        );
    }
}
