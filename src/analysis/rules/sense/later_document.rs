//! `later-document`: a letter cites a paper that is later than itself.

use crate::analysis::facts::{Facts, PUBLISHED_WITHIN};
use crate::analysis::{Finding, Severity, Subject};
use crate::identifier::{Date, DocumentId, Kamerstuk};
use crate::messages::{Argument, Message};

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: a paper that was not there yet cannot have been meant.
pub(super) static RULE: Rule = Rule {
    code: "later-document",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Letters,
    examples: &[Example::new(
        "Zie de brief over de Sahel (Kamerstuk 29 521, nr. 486).",
        "Zie de brief over de Sahel (Kamerstuk 29 521, nr. 468).",
    )
    .beside(
        "-- kst-29521-486.md\n---\nidentifier: kst-29521-486\ndate: 2025-02-03\n---\n# Sahel\n\
         -- kst-29521-468.md\n---\nidentifier: kst-29521-468\ndate: 2023-05-12\n---\n# Sahel\n",
    )],
    fixes: Fixes::None,
    check,
};

/// Letters that are sent together cite each other, and the date of a draft is that of the day on which it was begun.
const LEEWAY: i32 = 14;

/// Papers that are printed together cite each other by their numbers; among the publisher's own links none reaches more than three ahead.
const TOGETHER: u32 = 25;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let header = &subject.reading.letter.header;
    let own = header.id.as_ref().and_then(DocumentId::as_kamerstuk);
    if own.is_none() && header.date.is_none() {
        return Vec::new();
    }
    let finding = |at: usize| {
        let (target, paper) = subject.single(at)?;
        let facts = subject.facts_of_citation(at);
        let (message, severity) = match (facts.and_then(|facts| Some((facts, facts.date?))), header.date) {
            // The words are made for the few that are wrong: a letter can have thousands that are not.
            (Some((facts, date)), Some(own)) if is_later(facts, date, own) => {
                (later(date, own).with("paper", target.id.printed()), RULE.severity)
            }
            (None, _) if own.is_some_and(|own| is_far_ahead(paper, own)) => (
                Message::new("later-document-number")
                    .with("paper", target.id.printed())
                    .with("own", header.id.as_ref()?.printed()),
                Severity::Hint,
            ),
            _ => return None,
        };
        Some(Finding {
            code: RULE.code,
            severity,
            span: target.number_span.unwrap_or(target.span),
            message,
            related: facts.and_then(Facts::related).into_iter().collect(),
            fixes: Vec::new(),
        })
    };
    (0..subject.reading.citations.len()).filter_map(finding).collect()
}

/// Whether the paper was written after the letter, whatever day a list has of it.
fn is_later(facts: &Facts, date: Date, own: Date) -> bool {
    let leeway = if facts.is_of_letter() { LEEWAY } else { PUBLISHED_WITHIN };
    own.until(date).is_ok_and(|span| span.get_days() > leeway)
}

fn later(date: Date, own: Date) -> Message {
    Message::new("later-document")
        .with("date", Argument::date_in_words(date))
        .with("own", Argument::date_in_words(own))
}

/// Whether a paper of the letter's own dossier has so high a number that it was printed long after it.
fn is_far_ahead(paper: Kamerstuk, own: &Kamerstuk) -> bool {
    match (paper.number.number(), own.number.number()) {
        (Some(number), Some(own_number)) => paper.dossier == own.dossier && number > own_number + TOGETHER,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn a_paper_of_a_later_day() {
        check(
            "
            Den Haag, 27 maart 2020

            Zie Kamerstuk 29 521, nr. 486, en Kamerstuk 29 521, nr. 404.
                                      ^^^ warning: 29 521, nr. 486 is van 3 februari 2025, later dan deze brief van 27 maart 2020: kijk of het nummer klopt
            -- kst-29521-486.md
            ---
            identifier: kst-29521-486
            date: 2025-02-03
            ---
            # Sahel
            -- kst-29521-404.md
            ---
            identifier: kst-29521-404
            date: 2020-04-02
            ---
            # Gevolgen
            ",
        );
    }

    #[test]
    fn a_number_far_ahead_in_the_same_dossier() {
        check(
            "
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE
            Zie Kamerstuk 29 521, nr. 486, Kamerstuk 29 521, nr. 386, en Kamerstuk 34 952, nr. 486.
                                      ^^^ hint: 29 521, nr. 486 is later gedrukt dan deze brief, 29 521, nr. 385: kijk of het nummer klopt
            ",
        );
    }
}
