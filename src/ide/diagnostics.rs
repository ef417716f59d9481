//! Which findings an editor shows while one types.

use crate::analysis::rules::{Needs, Rule};
use crate::analysis::{Finding, Judgement};
use crate::citation::Reading;

/// The findings to show, in order of place.
///
/// `last_edit` is the place behind the last change, in bytes; `None` once the letter has been saved or nothing has been typed.
/// A citation that ends there is unfinished rather than malformed, so what is said of the form of its last words waits until the next change elsewhere.
#[must_use]
pub fn diagnostics<'a>(
    reading: &Reading,
    judgement: &'a Judgement,
    last_edit: Option<usize>,
) -> Vec<&'a Finding> {
    let unfinished = |finding: &Finding| {
        last_edit.is_some_and(|at| is_about_form(finding) && is_being_typed(reading, finding, at))
    };
    judgement.findings.iter().filter(|finding| !unfinished(finding)).collect()
}

fn is_about_form(finding: &Finding) -> bool {
    Rule::by_code(finding.code).is_some_and(|rule| rule.needs == Needs::Text)
}

/// Whether nothing but blanks stands between the finding and the place of the last change, and nothing of the citation behind it.
fn is_being_typed(reading: &Reading, finding: &Finding, at: usize) -> bool {
    let is_last = |end: usize| {
        end <= at
            && reading.text.get(end..at).is_some_and(|between| between.trim_matches([' ', '\t']).is_empty())
    };
    let citation = reading.citation_at(finding.span.start).map(|(citation, _)| citation);
    let ends_here = citation.is_none_or(|citation| citation.span.end <= at);
    ends_here && (is_last(finding.span.end) || (finding.span.start <= at && at <= finding.span.end))
}
