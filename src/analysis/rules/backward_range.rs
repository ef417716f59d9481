//! `backward-range`: a range of papers whose end lies before its beginning.

use crate::analysis::{Finding, Severity, Subject};
use crate::citation::ProblemKind;

use super::{Example, Needs, Rule, form};

/// A warning: both papers that are named can be found, and only what lies between them is in doubt.
pub(super) static RULE: Rule = Rule {
    code: "backward-range",
    severity: Severity::Warning,
    needs: Needs::Text,
    example: Example {
        wrong: "Zie de brieven over de missie (Kamerstuk 29 521, nrs. 9–7).",
        right: "Zie de brieven over de missie (Kamerstuk 29 521, nrs. 7–9).",
    },
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    form::findings(&RULE, subject, |_, problem| (problem.kind == ProblemKind::BackwardRange).then(Vec::new))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn the_end_lies_before_the_beginning() {
        check(
            "
            Zie de brieven over de missie (Kamerstuk 29 521, nrs. 385–368).
                                                                  ^^^^^^^ warning: “385–368” loopt terug: het laatste nummer is niet hoger dan het eerste
            ",
        );
    }
}
