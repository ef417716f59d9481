//! What the rules about absent papers and dossiers share.
//!
//! What the lists allow to be said, and nothing stronger: a list is not the world, so nothing "does not exist" here.

use std::collections::BTreeMap;

use crate::analysis::rules::Rule;
use crate::analysis::rules::form::lacks_part;
use crate::analysis::suggest::{self, Part, Suggestion};
use crate::analysis::{Certainty, Facts, Finding, Severity, Subject};
use crate::citation::{Citation, Target};
use crate::corpus::Existence;
use crate::identifier::{DocumentId, Dossier, Toevoeging};
use crate::messages::{Argument, Message};
use crate::text::Span;

/// What it is that the lists lack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Absent {
    /// One paper of a dossier that they have, or one of which they can say nothing, but that another one is likely to be meant.
    Paper,
    /// One paper of which they can say nothing.
    Unverified,
    /// The dossier.
    Dossier,
    /// The chapter, fund or part, of a dossier that they have.
    Toevoeging,
}

/// An absent target.
pub(super) struct Case<'a> {
    pub(super) citation: &'a Citation,
    pub(super) target: &'a Target,
    pub(super) existence: &'a Existence,
    /// How certain it is that it is missing.
    pub(super) certainty: Certainty,
}

/// A finding of `rule` for every target of which the lists lack this; `say` gives its words, what is to be suggested is added here.
pub(super) fn findings(
    rule: &Rule,
    subject: &Subject<'_>,
    absent: Absent,
    say: impl Fn(&Case<'_>) -> Message,
) -> Vec<Finding> {
    let places = absent_targets(subject, absent);
    // Two rules ask about papers, and share what may be meant.
    let of_others;
    let suggestions = if matches!(absent, Absent::Paper | Absent::Unverified) {
        subject.suggestions.get_or_init(|| suggest::suggest(subject, &places))
    } else {
        of_others = suggest::suggest(subject, &places);
        &of_others
    };
    places
        .into_iter()
        .filter_map(|(at, index)| {
            let citation = &subject.reading.citations[at];
            let existence = &subject.existence[at][index];
            let suggestions = suggestions.get(&(at, index)).map(Vec::as_slice).unwrap_or_default();
            let unverified = *existence == Existence::Outside && suggestions.is_empty();
            if unverified != (absent == Absent::Unverified) {
                return None;
            }
            let target = &citation.targets[index];
            // All papers of a fund may count in a chapter of the same budget, so that no list of papers tells of it: those of 36 410 H bear the numbers of 36 410 IV.
            let shares = absent == Absent::Toevoeging && may_share_numbers(target);
            let certainty = if shares { Certainty::Perhaps } else { subject.certainty(existence) };
            let case = Case { citation, target, existence, certainty };
            Some(finding(rule, subject, &case, say(&case), suggestions))
        })
        .collect()
}

/// The targets that are absent in this way, by citation and target.
fn absent_targets(subject: &Subject<'_>, absent: Absent) -> Vec<(usize, usize)> {
    let missing: Vec<(usize, usize, &Target, &Existence)> = subject
        .targets()
        .filter(|(at, index, citation, target, existence)| {
            // What the letter does not state it cannot have stated wrongly; a wrong order and a part left out have rules of their own.
            !citation.is_inferred()
                && is_judged(&target.id)
                && subject.certainty(existence) != Certainty::Exists
                && !subject.misordered.contains_key(&(*at, *index))
                && !lacks_part(citation, target, existence)
        })
        .map(|(at, index, _, target, existence)| (at, index, target, existence))
        .collect();
    let is_paper = matches!(absent, Absent::Paper | Absent::Unverified);
    let whole: BTreeMap<Dossier, bool> = if is_paper { BTreeMap::new() } else { known(subject, &missing) };
    let is_so = |target: &Target, existence: &Existence| match existence {
        Existence::NoSuchDossier { .. } => {
            let in_known = whole_of(target).is_some_and(|dossier| whole.get(&dossier) == Some(&true));
            match absent {
                Absent::Paper | Absent::Unverified => false,
                Absent::Dossier => !in_known,
                Absent::Toevoeging => in_known,
            }
        }
        Existence::AboveHighestDossier { .. } => absent == Absent::Dossier,
        _ => is_paper,
    };
    let so = missing.into_iter().filter(|(_, _, target, existence)| is_so(target, existence));
    so.map(|(at, index, ..)| (at, index)).collect()
}

/// Which of the dossiers are known without what follows their number.
fn known(subject: &Subject<'_>, missing: &[(usize, usize, &Target, &Existence)]) -> BTreeMap<Dossier, bool> {
    let dossiers: Vec<Dossier> = missing.iter().filter_map(|(_, _, target, _)| whole_of(target)).collect();
    let ids: Vec<DocumentId> = dossiers.iter().copied().map(DocumentId::Dossier).collect();
    let existence = subject.existence_of(&ids);
    dossiers.into_iter().zip(existence.into_iter().map(|existence| existence == Existence::Known)).collect()
}

/// The dossier without chapter, fund or part, where it has one.
fn whole_of(target: &Target) -> Option<Dossier> {
    let dossier = target.id.dossier()?;
    let parted = !matches!(dossier.toevoeging, None | Some(Toevoeging::Rijkswet(_)));
    parted.then(|| Dossier::plain(dossier.number))
}

fn may_share_numbers(target: &Target) -> bool {
    let toevoeging = target.id.dossier().and_then(|dossier| dossier.toevoeging);
    matches!(toevoeging, Some(Toevoeging::Fund(_) | Toevoeging::Chapter(_, Some(_))))
}

/// Whether a list can be complete in what this is. It claims that of papers and dossiers; of debates, answers, acts and judgments it has what it has.
const fn is_judged(id: &DocumentId) -> bool {
    id.dossier().is_some()
}

fn finding(
    rule: &Rule,
    subject: &Subject<'_>,
    case: &Case<'_>,
    mut message: Message,
    suggestions: &[Suggestion],
) -> Finding {
    let Case { citation, target, existence, certainty } = *case;
    if let Some(meant) = one_of(subject, suggestions) {
        message = Message::new("unknown-document-meant")
            .with("finding", Argument::message(message))
            .with("paper", meant);
    }
    // Only what the letter itself knows and is one slip away leaves no doubt, and only where nothing else comes near.
    let certain = |one: &Suggestion| one.is_lookalike_of_the_letter() && one.is_one_slip_from(target);
    let safe = matches!(suggestions, [one] if certain(one)) && certainty == Certainty::Absent;
    Finding {
        code: rule.code,
        severity: if certainty == Certainty::Absent { rule.severity } else { Severity::Hint },
        span: place(citation, target, existence, suggestions.first()),
        message,
        related: suggestions.first().and_then(Suggestion::related).into_iter().collect(),
        fixes: suggestions.iter().filter_map(|one| one.fix(&subject.reading.text, target, safe)).collect(),
    }
}

/// The likeliest papers in one row, `29 521, nr. 311 of 29 512, nr. 311`; none where too many are as likely to name one.
fn one_of(subject: &Subject<'_>, suggestions: &[Suggestion]) -> Option<Argument> {
    let likeliest = suggestions.iter().take_while(|one| one.is_as_likely_as(&suggestions[0]));
    let ids: Vec<DocumentId> = likeliest.map(|one| one.id.clone()).collect();
    let facts = subject.facts_of(&ids);
    let names: Vec<Argument> =
        ids.iter().zip(facts).map(|(id, facts)| Facts::named(id, facts.as_deref())).collect();
    let mut names = names.into_iter();
    match (names.next()?, names.next(), names.next()) {
        (only, None, _) => Some(only),
        (before, Some(last), None) => {
            Some(Argument::message(Message::new("or").with("before", before).with("last", last)))
        }
        _ => None,
    }
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
