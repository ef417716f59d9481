//! Which findings an editor shows while one types.

use crate::analysis::rules::{Group, Rule};
use crate::analysis::{Finding, Judgement};
use crate::citation::Reading;

/// The findings to show, in order of place.
///
/// `last_edit` is the place behind the last change, in bytes; `None` once the letter has been saved or nothing has been typed.
/// A citation that ends there is unfinished rather than malformed, so what is said of the form of its last words waits until the next change elsewhere.
/// What is said of existence waits while the cursor stands right behind the citation: 38 may be on its way to 385, and no bracket has closed it.
#[must_use]
pub fn diagnostics<'a>(
    reading: &Reading,
    judgement: &'a Judgement,
    last_edit: Option<usize>,
) -> Vec<&'a Finding> {
    let unfinished = |finding: &Finding| {
        last_edit.is_some_and(|at| {
            if is_about_words(finding) {
                is_being_typed(reading, finding, at) || may_be_closed(reading, finding, at)
            } else {
                may_grow(reading, finding, at)
            }
        })
    };
    judgement.findings.iter().filter(|finding| !unfinished(finding)).collect()
}

/// Whether it is about what is printed rather than about the paper that is meant.
fn is_about_words(finding: &Finding) -> bool {
    Rule::by_code(finding.code).is_some_and(|rule| matches!(rule.group, Group::Form | Group::Letter))
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

/// Whether it is about a parenthesis that has been opened in the paragraph in which one types, so that it may be closed yet.
fn may_be_closed(reading: &Reading, finding: &Finding, at: usize) -> bool {
    let between = reading.text.get(finding.span.end..at);
    finding.span.of(&reading.text) == "(" && between.is_some_and(|between| !between.contains("\n\n"))
}

/// Whether the next key may lengthen the number of the citation that the finding is about.
fn may_grow(reading: &Reading, finding: &Finding, at: usize) -> bool {
    reading.citation_at(finding.span.start).is_some_and(|(citation, _)| citation.span.end == at)
}

/// Whether what a finding is about is right but has been replaced by something newer.
#[must_use]
pub fn is_obsolete(finding: &Finding) -> bool {
    finding.code.starts_with("superseded")
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

    /// In a letter on a dossier with the papers 385 and up.
    #[track_caller]
    fn check_existence(words: &str, expected: &[&str]) {
        check(&format!("\nDen Haag, 27 maart 2020\n\n{words}\n-- corpus\nkst-29521-385..404\n"), expected);
    }

    #[test]
    fn a_number_that_may_grow_is_not_unknown_yet() {
        check_existence("Zie (Kamerstuk 29 521, nr. 38$0", &[]);
        check_existence("Zie (Kamerstuk 29 521, nr. 38$0)", &[]);
        check_existence("Zie (Kamerstuk 29 521, nr. 385$0)", &[]);
    }

    #[test]
    fn a_number_that_something_follows_is_unknown_at_once() {
        check_existence("Zie (Kamerstuk 29 521, nr. 38)$0", &["unknown-document"]);
        check_existence("Zie (Kamerstuk 29 521, nr. 38 $0", &["unknown-document"]);
        check_existence("Zie (Kamerstuk 29 521, nr. 9$0385).", &["unknown-document"]);
        check_existence("Zie (Kamerstuk 29 521, nr. 38).", &["unknown-document"]);
    }
}
