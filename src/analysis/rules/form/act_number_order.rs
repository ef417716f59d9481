//! `act-number-order`: year and number of an act of the European Union stand in the wrong order.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;

/// A hint, since everybody sees which act is meant.
pub(super) static RULE: Rule = Rule {
    code: "act-number-order",
    group: Group::Form,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Dat volgt uit Verordening (EU) 679/2016.",
        "Dat volgt uit Verordening (EU) 2016/679.",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    problems::findings(&RULE, subject, |_, problem| {
        let ProblemKind::ActNumberOrder = problem.kind else { return None };
        let fix = |number: &String| Fix::replace(text, problem.span, number.clone(), true);
        Some(problem.correction.iter().map(fix).collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn the_year_stands_on_the_wrong_side() {
        check(
            "
            Zie Verordening (EU) 679/2016 en Verordening (EG) nr. 2004/883.
                                 ^^^^^^^^ hint: “679/2016” heeft jaar en nummer in de verkeerde volgorde
                                                                  ^^^^^^^^ hint: “2004/883” heeft jaar en nummer in de verkeerde volgorde
            ",
        );
        check_fixes(
            "Zie Richtlijn 123/2006/EG.",
            &[("!“123/2006” vervangen door “2006/123”", "Zie Richtlijn 2006/123/EG.")],
        );
    }

    #[test]
    fn both_orders_are_right_in_their_time() {
        check(
            "Zie Verordening (EG) nr. 883/2004, Verordening (EU) 2016/679, Richtlijn 95/46/EG en Besluit nr. 1386/2013/EU.",
        );
    }
}
