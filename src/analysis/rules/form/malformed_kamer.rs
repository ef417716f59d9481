//! `malformed-kamer`: what stands in the place of a chamber is none, `Kamerstukken III 2019/20`.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::problems;
use super::wrong_kamer::numeral_of;

pub(super) static RULE: Rule = Rule {
    code: "malformed-kamer",
    group: Group::Form,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie de brief over de coronamaatregelen (Kamerstukken III 2019/20, 29 521, nr. 404).",
        "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    problems::findings(&RULE, subject, |at, problem| {
        let ProblemKind::MalformedKamer = problem.kind else { return None };
        // The number of a paper tells whose it is, so that only the numeral can be wrong.
        let numeral = numeral_of(&subject.reading.citations[at]);
        Some(numeral.map(|numeral| Fix::replace(text, problem.span, numeral, true)).into_iter().collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn there_are_two_chambers() {
        check(
            "
            Zie Kamerstukken III 2019/20, 29 521, nr. 404, en Kamerstukken IV, vergaderjaar 2019–2020, 29 521, nr. 404.
                             ^^^ error: “III” is geen kamer: dat is I of II
                                                                           ^^ error: “IV” is geen kamer: dat is I of II
            Zie Kamerstukken I/II 2019/20, 29 521, nr. 404, Kamerstuk II 29 521, nr. 3 en Kamerstukken XXIV, nr. 3.
            ",
        );
    }

    #[test]
    fn a_letter_is_of_the_eerste_kamer() {
        check_fixes(
            "Zie Kamerstukken III 2019/20, 35 300, nr. AB.",
            &[("!“III” vervangen door “I”", "Zie Kamerstukken I 2019/20, 35 300, nr. AB.")],
        );
    }
}
