//! `session-year`: a session year that is not two consecutive years.

use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::ProblemKind;

use super::{Example, Needs, Rule};

pub(super) static RULE: Rule = Rule {
    code: "session-year",
    severity: Severity::Error,
    needs: Needs::Text,
    example: Example {
        wrong: "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/21, 29 521, nr. 404).",
        right: "Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).",
    },
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let mut findings = Vec::new();
    for problem in subject.reading.citations.iter().flat_map(|citation| &citation.problems) {
        let ProblemKind::SessionYear { candidates } = &problem.kind else { continue };
        let certain = problem.correction.iter().map(|text| (text, true));
        let perhaps = candidates.iter().filter(|one| problem.correction.as_ref() != Some(*one));
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: problem.span,
            message: problem.message(text),
            related: Vec::new(),
            fixes: certain
                .chain(perhaps.map(|text| (text, false)))
                .map(|(year, safe)| Fix::replace(text, problem.span, year.clone(), safe))
                .collect(),
        });
    }
    findings
}
