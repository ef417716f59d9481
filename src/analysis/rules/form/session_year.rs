//! `session-year`: a session year that is not two consecutive years.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

pub(super) static RULE: Rule = Rule {
    code: "session-year",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/21, 29 521, nr. 404).",
            "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).",
        ),
        Example::new(
            "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/-20, 29 521, nr. 404).",
            "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).",
        ),
    ],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    problems::findings(&RULE, subject, |_, problem| {
        let ProblemKind::SessionYear { candidates } = &problem.kind else { return None };
        let certain = problem.correction.iter().map(|year| (year, true));
        let perhaps = candidates.iter().filter(|one| problem.correction.as_ref() != Some(*one));
        let years = certain.chain(perhaps.map(|year| (year, false)));
        Some(years.map(|(year, safe)| Fix::replace(text, problem.span, year.clone(), safe)).collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn the_years_do_not_follow_each_other() {
        check(
            "
            Zie de brief (Kamerstukken II 2019/21, 29 521, nr. 404).
                                          ^^^^^^^ error: “2019/21” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
            ",
        );
        check_fixes(
            "Zie de brief (Kamerstukken II 2019/21, 29 521, nr. 404).",
            &[
                (
                    "“2019/21” vervangen door “2019/20”",
                    "Zie de brief (Kamerstukken II 2019/20, 29 521, nr. 404).",
                ),
                (
                    "“2019/21” vervangen door “2020/21”",
                    "Zie de brief (Kamerstukken II 2020/21, 29 521, nr. 404).",
                ),
            ],
        );
    }

    #[test]
    fn a_slip_of_the_hyphen_leaves_no_doubt() {
        check_fixes(
            "Zie de nota (Kamerstukken II 2022/-23, 36 229, nr. 29).",
            &[(
                "!“2022/-23” vervangen door “2022/23”",
                "Zie de nota (Kamerstukken II 2022/23, 36 229, nr. 29).",
            )],
        );
    }

    #[test]
    fn years_that_follow_each_other_in_any_spelling() {
        check(
            "
            Kamerstukken II 2019/20, 29 521, nr. 404
            Kamerstukken II, 1999-2000, 26 855, nr. 3
            Kamerstukken II 1999/00, 26 855, nr. 3
            Kamerstukken, vergaderjaar 2019–2020, 29 521, nr. 404
            ",
        );
    }
}
