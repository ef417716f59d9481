//! `malformed-number`: what stands behind `nr.` is no number that a paper can have.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

pub(super) static RULE: Rule = Rule {
    code: "malformed-number",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie is verlengd (Kamerstuk 29 521, nr. 38512).",
        "De missie is verlengd (Kamerstuk 29 521, nr. 385).",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    problems::findings(&RULE, subject, |_, problem| {
        (problem.kind == ProblemKind::MalformedNumber).then(Vec::new)
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn five_digits_and_three_capitals_are_none() {
        check(
            "
            De missie is verlengd (Kamerstuk 29 521, nr. 38512).
                                                         ^^^^^ error: “38512” is geen nummer van een stuk
            Het advies is gevraagd (Kamerstuk 33 802, nr. ABC).
                                                          ^^^ error: “ABC” is geen nummer van een stuk
            ",
        );
    }
}
