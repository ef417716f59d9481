//! `missing-number`: `nr.` with nothing behind it, or a page of a paper that is not named.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

/// An error, since a reader can find nothing by it. That a whole dossier may be meant is no way out: then there is no `nr.`.
pub(super) static RULE: Rule = Rule {
    code: "missing-number",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De geannoteerde agenda is aan uw Kamer gezonden (Kamerstuk 21 501-02, nr. ).",
        "De geannoteerde agenda is aan uw Kamer gezonden (Kamerstuk 21 501-02, nr. 2893).",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    problems::findings(&RULE, subject, |_, problem| {
        (problem.kind == ProblemKind::MissingNumber).then(Vec::new)
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn a_number_was_left_open() {
        check(
            "
            De agenda is aan uw Kamer gezonden (Kamerstuk 21 501-02, nr. ).
                                                                     ^^^ error: het nummer van het stuk ontbreekt
            ",
        );
    }

    #[test]
    fn a_whole_dossier_needs_none() {
        check("Het wetsvoorstel (Kamerstuk 34 986) is aanvaard.\n");
    }
}
