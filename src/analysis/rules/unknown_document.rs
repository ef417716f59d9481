//! `unknown-document`: a paper that the lists do not have.
//!
//! What the lists allow to be said, and nothing stronger: a list is not the world, so nothing "does not exist" here.

use crate::analysis::suggest::{self, Part, Suggestion};
use crate::analysis::{Certainty, Finding, Severity, Subject};
use crate::citation::{Citation, Target};
use crate::corpus::Existence;
use crate::identifier::DocumentId;
use crate::messages::{Argument, Message};
use crate::text::Span;

use super::{Example, Needs, Rule};

pub(super) static RULE: Rule = Rule {
    code: "unknown-document",
    severity: Severity::Warning,
    needs: Needs::Catalogue,
    example: Example {
        wrong: "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 251, nr. 385).",
        right: "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 521, nr. 385).",
    },
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let unknown: Vec<(usize, usize)> = subject
        .targets()
        .filter(|(at, index, _, target, existence)| {
            // What the letter does not state it cannot have stated wrongly; a wrong order has a rule of its own.
            !target.inferred
                && subject.certainty(existence) != Certainty::Exists
                && !subject.misordered.contains_key(&(*at, *index))
        })
        .map(|(at, index, ..)| (at, index))
        .collect();
    let missing: Vec<(usize, usize)> = unknown
        .iter()
        .copied()
        .filter(|(at, index)| subject.existence[*at][*index] != Existence::Outside)
        .collect();
    let mut suggestions = suggest::suggest(subject, &missing);
    unknown
        .into_iter()
        .map(|(at, index)| {
            let suggestions = suggestions.remove(&(at, index)).unwrap_or_default();
            finding(subject, at, index, &suggestions)
        })
        .collect()
}

fn finding(subject: &Subject<'_>, at: usize, index: usize, suggestions: &[Suggestion]) -> Finding {
    let citation = &subject.reading.citations[at];
    let target = &citation.targets[index];
    let existence = &subject.existence[at][index];
    let certainty = subject.certainty(existence);
    let mut message = verdict(&target.id, existence, certainty);
    if let Some(meant) = one_of(suggestions) {
        message = Message::new("unknown-document-meant")
            .with("finding", Argument::message(message))
            .with("paper", meant);
    }
    // Only a look-alike that the letter itself knows leaves no doubt, and only where nothing else comes near.
    let safe =
        matches!(suggestions, [one] if one.is_lookalike_of_the_letter()) && certainty == Certainty::Absent;
    Finding {
        code: RULE.code,
        severity: if certainty == Certainty::Absent { RULE.severity } else { Severity::Hint },
        span: place(citation, target, existence, suggestions.first()),
        message,
        related: suggestions.first().and_then(Suggestion::related).into_iter().collect(),
        fixes: suggestions.iter().filter_map(|one| one.fix(&subject.reading.text, target, safe)).collect(),
    }
}

fn verdict(id: &DocumentId, existence: &Existence, certainty: Certainty) -> Message {
    let absent = certainty == Certainty::Absent;
    let (code, list, highest) = match existence {
        Existence::Gap { list, highest } => ("unknown-document-gap", list, Some(*highest)),
        Existence::AboveHighestNumber { list, highest: Some(highest) } if absent => {
            ("unknown-document-above", list, Some(*highest))
        }
        Existence::AboveHighestNumber { list, highest: Some(highest) } => {
            ("unknown-document-newer", list, Some(*highest))
        }
        Existence::AboveHighestNumber { list, highest: None } if absent => {
            ("unknown-document-unlisted", list, None)
        }
        Existence::AboveHighestNumber { list, highest: None } => ("unknown-document-perhaps", list, None),
        Existence::NoSuchDossier { list } => ("unknown-document-dossier", list, None),
        Existence::AboveHighestDossier { list, .. } if absent => ("unknown-document-dossier", list, None),
        Existence::AboveHighestDossier { list, .. } => ("unknown-document-dossier-newer", list, None),
        Existence::Known | Existence::Outside => {
            return Message::new("unknown-document-outside").with("paper", id.printed());
        }
    };
    let mut message = Message::new(code).with("paper", id.printed()).with("until", Argument::day(list.until));
    if let Some(dossier) = id.dossier() {
        message = message.with("dossier", dossier.printed());
    }
    if let Some(highest) = highest {
        message = message.with("highest", highest);
    }
    message
}

/// The papers in one row, `29 521, nr. 311 of 29 512, nr. 311`.
fn one_of(suggestions: &[Suggestion]) -> Option<Argument> {
    let mut rest = suggestions.iter().map(|one| Argument::from(one.id.printed()));
    let first = rest.next()?;
    Some(rest.fold(first, |before, last| {
        Argument::message(Message::new("or").with("before", before).with("last", last))
    }))
}

/// The words that are wrong, as far as can be told: those that the best suggestion changes, else those that the list lacks.
fn place(citation: &Citation, target: &Target, existence: &Existence, best: Option<&Suggestion>) -> Span {
    let number = target.number_span;
    let dossier = target.dossiers.first().map(|mention| mention.span);
    // In a list one dossier stands for many papers; each finding then marks its own number.
    let shared =
        citation.targets.iter().filter(|other| other.dossiers.first() == target.dossiers.first()).count() > 1;
    let by_dossier = match best.map(|one| one.slip) {
        Some(Part::Dossier(_)) => true,
        Some(Part::Number(_)) => false,
        None => matches!(existence, Existence::NoSuchDossier { .. } | Existence::AboveHighestDossier { .. }),
    };
    let words = if by_dossier && !shared { dossier } else { number.or(dossier) };
    words.unwrap_or(target.span)
}
