//! What the rules about form share: each reports one kind of problem that the recogniser hung on a citation.

use crate::analysis::{Finding, Fix, Subject};
use crate::citation::Problem;

use crate::analysis::rules::Rule;

/// A finding of `rule` for every problem that `fixes` takes for its own, which is told the citation by its place in the letter.
/// `None` leaves a problem to another rule; no fix is an empty list.
pub(super) fn findings(
    rule: &Rule,
    subject: &Subject<'_>,
    fixes: impl Fn(usize, &Problem) -> Option<Vec<Fix>>,
) -> Vec<Finding> {
    let reading = subject.reading;
    let problems = reading
        .citations
        .iter()
        .enumerate()
        .flat_map(|(at, citation)| citation.problems.iter().map(move |problem| (at, problem)));
    problems
        .filter_map(|(at, problem)| {
            Some(Finding {
                code: rule.code,
                severity: rule.severity,
                span: problem.span,
                message: problem.message(&reading.text),
                related: Vec::new(),
                fixes: fixes(at, problem)?,
            })
        })
        .collect()
}
