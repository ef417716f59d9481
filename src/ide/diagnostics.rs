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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    /// The codes that are shown when the cursor stands where something was typed last.
    #[track_caller]
    fn check(literal: &str, expected: &[&str]) {
        let fixture = Fixture::new(literal);
        let judgement = fixture.judgement();
        let shown = diagnostics(&fixture.reading, &judgement, fixture.cursor);
        assert_eq!(shown.iter().map(|finding| finding.code).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_being_typed_is_unfinished() {
        check("Zie (Kamerstuk 295 21$0", &[]);
        check("Zie (Kamerstuk 295 21$0)", &[]);
        check("Zie (Kamerstuk 29 521, nr.$0", &[]);
        check("Zie (Kamerstuk 29 521, nr. $0)", &[]);
    }

    #[test]
    fn what_goes_on_behind_it_is_finished() {
        check("Zie (Kamerstuk 295 21$0, nr. 368).", &["malformed-dossier"]);
        check("Zie (Kamerstuk 295 21, nr. 368$0).", &["malformed-dossier"]);
        check("Zie (Kamerstukken II 2019/21$0, 29 521, nr. 404).", &["session-year"]);
    }

    #[test]
    fn once_one_types_elsewhere_it_counts() {
        check("Zie (Kamerstuk 295 21).$0", &["malformed-dossier"]);
        check("$0Zie (Kamerstuk 29 521, nr. ).", &["missing-number"]);
        check("Zie (Kamerstuk 29 521, nr. ). En verder$0", &["missing-number"]);
        check("Zie (Kamerstuk 29 521, nr. ).", &["missing-number"]);
    }

    #[test]
    fn what_is_said_of_existence_is_said_at_once() {
        check(
            "
            Den Haag, 27 maart 2020

            Zie (Kamerstuk 29 521, nr. 9385$0
            -- corpus
            kst-29521-1..404
            ",
            &["unknown-document"],
        );
    }
}
