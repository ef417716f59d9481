//! `date-mismatch`: a citation stands beside a date that is not that of its paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::facts::{Facts, PUBLISHED_WITHIN, Timeline, sibling};
use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::citation::{DateBeside, Target};
use crate::identifier::{Date, DocumentId, Dossier, Kamerstuk, date_in_words};
use crate::messages::{Argument, Message};

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: number or date is wrong, and the reader finds another paper than he is told of.
pub(super) static RULE: Rule = Rule {
    code: "date-mismatch",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Letters,
    examples: &[
        Example::new(
            "Zie de brief van 14 september 2018 (Kamerstuk 29 521, nr. 385).",
            "Zie de brief van 14 september 2018 (Kamerstuk 29 521, nr. 368).",
        )
        .beside(
            "-- kst-29521-368.md\n---\nidentifier: kst-29521-368\ndate: 2018-09-14\n---\n# Sahel\n\
             -- kst-29521-385.md\n---\nidentifier: kst-29521-385\ndate: 2019-09-05\n---\n# Sahel\n",
        ),
        Example::new(
            "Zie de brief van 5 september 2018 (Kamerstuk 29 521, nr. 385).",
            "Zie de brief van 5 september 2019 (Kamerstuk 29 521, nr. 385).",
        )
        .beside("-- kst-29521-385.md\n---\nidentifier: kst-29521-385\ndate: 2019-09-05\n---\n# Sahel\n"),
    ],
    fixes: Fixes::Unsafe,
    check,
};

/// So many papers of one day are suggested.
const SUGGESTIONS: usize = 3;

/// A date that is not that of the paper.
struct Mismatch<'a> {
    at: usize,
    target: &'a Target,
    paper: Kamerstuk,
    known: Date,
    said: DateBeside,
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mismatch = |at: usize| {
        let (target, paper) = subject.single(at)?;
        let known = subject.facts_of_citation(at)?.date?;
        let said = subject.beside(at).date.filter(|said| said.date != known)?;
        Some(Mismatch { at, target, paper, known, said })
    };
    let mismatches: Vec<_> = (0..subject.reading.citations.len()).filter_map(mismatch).collect();
    let dossiers: Vec<Dossier> = mismatches.iter().map(|one| one.paper.dossier).collect();
    let timelines: BTreeMap<Dossier, Arc<Timeline>> =
        dossiers.iter().copied().zip(subject.timelines_of(&dossiers)).collect();
    let of_day = |one: &Mismatch<'_>| papers_of_day(subject, one, &timelines[&one.paper.dossier]);
    mismatches.iter().filter_map(|one| finding(subject, one, &of_day(one))).collect()
}

/// The other papers of the dossier that are of the day beside the citation, and not of another kind than it is called there.
fn papers_of_day(subject: &Subject<'_>, one: &Mismatch<'_>, timeline: &Timeline) -> Vec<Kamerstuk> {
    let of_day: Vec<_> = timeline.of_day(one.said.date).map(|number| sibling(one.paper, number)).collect();
    let called = subject.beside(one.at).kind.map(|said| said.kind);
    let fits = |facts: &Option<Arc<Facts>>| {
        let kind = facts.as_ref().and_then(|facts| facts.kind);
        !matches!((called, kind), (Some(called), Some(kind)) if called != kind)
    };
    let known = of_day.iter().zip(subject.facts_of(&of_day)).filter(|(_, facts)| fits(facts));
    let papers: Vec<Kamerstuk> = known.filter_map(|(id, _)| id.as_kamerstuk().copied()).collect();
    if papers.len() > SUGGESTIONS { Vec::new() } else { papers }
}

fn finding(subject: &Subject<'_>, one: &Mismatch<'_>, of_day: &[Kamerstuk]) -> Option<Finding> {
    let Mismatch { at, target, known, said, .. } = *one;
    // A date that may be of an event counts only where there is a paper of that day to be meant.
    if !said.sure && of_day.is_empty() {
        return None;
    }
    let text = &*subject.reading.text;
    let facts = subject.facts_of_citation(at)?;
    // A list may have the day on which the paper was published.
    let days = said.date.until(known).map_or(i32::MAX, |span| span.get_days());
    let certain = facts.is_of_letter() || !(0..=PUBLISHED_WITHIN).contains(&days);
    let message = Message::new(if of_day.is_empty() { "date-mismatch" } else { "date-mismatch-meant" })
        .with("paper", target.id.printed())
        .with("known", Argument::date_in_words(known))
        .with("said", Argument::date_in_words(said.date));
    let meant = of_day.first().map(|paper| {
        let id = DocumentId::Kamerstuk(*paper);
        let facts = subject.facts_of(std::slice::from_ref(&id)).pop().flatten();
        Facts::named(&id, facts.as_deref())
    });
    let message = meant.into_iter().fold(message, |message, meant| message.with("meant", meant));
    let suggestion = |paper: &Kamerstuk| {
        let span = target.number_span?;
        let id = DocumentId::Kamerstuk(*paper);
        let title = Message::new("fix-suggestion").with("paper", id.printed());
        Some(Fix { title, safe: false, edits: vec![Edit { span, text: paper.number.to_string() }] })
    };
    let mut fixes: Vec<Fix> = of_day.iter().filter_map(suggestion).collect();
    fixes.push(Fix::replace(text, said.span, date_in_words(known), false));
    Some(Finding {
        code: RULE.code,
        severity: if certain { RULE.severity } else { Severity::Hint },
        span: said.span,
        message,
        related: facts.related().into_iter().collect(),
        fixes,
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    const LETTERS: &str = "
            -- kst-29521-368.md
            ---
            identifier: kst-29521-368
            date: 2018-09-14
            ---
            # Inzet in de Sahel
            -- kst-29521-385.md
            ---
            identifier: kst-29521-385
            date: 2019-09-05
            ---
            # Kennisgeving
            ";

    #[test]
    fn a_paper_of_that_day_may_be_meant() {
        check(&format!(
            "
            -- brief.txt
            De Artikel 100-brief over de inzet in de Sahel van 14 september 2018 (Kamerstuk 29 521, nr. 385).
                                                               ^^^^^^^^^^^^^^^^^ warning: 29 521, nr. 385 is van 5 september 2019, niet van 14 september 2018; bedoeld is misschien 29 521, nr. 368 (“Inzet in de Sahel”)?
            {LETTERS}"
        ));
    }

    #[test]
    fn without_such_a_paper_only_a_date_of_the_paper_itself_counts() {
        check(&format!(
            "
            -- brief.txt
            De brief over de aanslag van 11 september 2001 (Kamerstuk 29 521, nr. 385) is besproken. Uw brief van
            12 september 2001 (Kamerstuk 29 521, nr. 385), het verslag van het debat van 2 mei 2020 (Kamerstuk
            29 521, nr. 368) en de brief van 5 september 2019 (Kamerstuk 29 521, nr. 385) ook.
            De brief van 6 september 2019 (Kamerstuk 29 521, nr. 385) niet.
                         ^^^^^^^^^^^^^^^^ warning: 29 521, nr. 385 is van 5 september 2019, niet van 6 september 2019: kijk of nummer en datum kloppen
            {LETTERS}"
        ));
    }
}
