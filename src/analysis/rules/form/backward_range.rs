//! `backward-range`: a range of papers whose end lies before its beginning.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

/// A warning: both papers that are named can be found, and only what lies between them is in doubt.
pub(super) static RULE: Rule = Rule {
    code: "backward-range",
    group: Group::Form,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie de brieven over de missie (Kamerstuk 29 521, nrs. 9–7).",
        "Zie de brieven over de missie (Kamerstuk 29 521, nrs. 7–9).",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    problems::findings(&RULE, subject, |_, problem| {
        (problem.kind == ProblemKind::BackwardRange).then(Vec::new)
    })
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
