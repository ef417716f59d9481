//! What the text of a letter leaves open, and how the answers of a register settle it.
//!
//! Here stands what is asked and what follows from the answers; who answers, and from what, is no matter of this layer.
//! Three things are open in a text: whether a form without keyword (`35570-XIV-46`) is a citation at all, under which of its identifiers a paper of the Eerste Kamer was published, and which publications hold a page of the record of debates.

use crate::identifier::{DocumentId, PageRange};

use super::{Citation, Standing, Target};

/// Who knows what exists, as far as the meaning of a citation depends on it.
pub trait Register {
    /// Under which identifier each paper is known, in the order of `ids`; `None` where it is not known.
    ///
    /// A paper of the Eerste Kamer of 1994/95 to 2009/10 has the session in its identifier or not, as the publisher pleased.
    /// It is known under the one that was asked for, else under the only other one there is.
    fn known_as(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>>;

    /// Which publications of the record of debates hold these pages, in the order of `ranges`.
    fn publications(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>>;
}

/// A register that knows nothing.
pub(super) struct Nothing;

impl Register for Nothing {
    fn known_as(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        vec![None; ids.len()]
    }

    fn publications(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        vec![Vec::new(); ranges.len()]
    }
}

/// What becomes of a citation.
enum Outcome {
    Stays,
    Goes,
    Becomes(Citation),
}

/// The citations as the register settles them; `None` where they stay as they are.
pub(super) fn settle(citations: &[Citation], register: &dyn Register) -> Option<Vec<Citation>> {
    let ids: Vec<DocumentId> = citations.iter().flat_map(open_targets).map(|it| it.id.clone()).collect();
    let ranges: Vec<PageRange> = citations.iter().flat_map(ranges).collect();
    if !citations.iter().any(is_open) {
        return None;
    }
    let mut known = if ids.is_empty() { Vec::new() } else { register.known_as(&ids) }.into_iter();
    let held = if ranges.is_empty() { Vec::new() } else { register.publications(&ranges) };
    let mut held = held.into_iter();
    let outcomes: Vec<Outcome> = citations
        .iter()
        .map(|citation| {
            let known = known.by_ref().take(open_targets(citation).count()).collect();
            let held = held.by_ref().take(citation.pages.len()).collect();
            outcome(citation, known, held)
        })
        .collect();
    if outcomes.iter().all(|outcome| matches!(outcome, Outcome::Stays)) {
        return None;
    }
    let settled = citations.iter().zip(outcomes).filter_map(|(citation, outcome)| match outcome {
        Outcome::Stays => Some(citation.clone()),
        Outcome::Goes => None,
        Outcome::Becomes(other) => Some(other),
    });
    Some(settled.collect())
}

/// Whether a register has something to say of a citation.
pub(super) fn is_open(citation: &Citation) -> bool {
    !is_certain(citation) || !citation.pages.is_empty() || open_targets(citation).next().is_some()
}

fn is_certain(citation: &Citation) -> bool {
    citation.standing != Standing::Unconfirmed
}

/// The targets about which a register is asked.
fn open_targets(citation: &Citation) -> impl Iterator<Item = &Target> {
    let all = !is_certain(citation);
    citation.targets.iter().filter(move |target| all || has_two_names(&target.id))
}

/// Whether the paper may have been published under another identifier: with a session, or without.
fn has_two_names(id: &DocumentId) -> bool {
    id.as_kamerstuk().is_some_and(|paper| paper.session.is_some() || paper.number.is_letter())
}

fn ranges(citation: &Citation) -> impl Iterator<Item = PageRange> {
    citation.pages.iter().map(|pages| pages.range)
}

fn outcome(citation: &Citation, known: Vec<Option<DocumentId>>, held: Vec<Vec<DocumentId>>) -> Outcome {
    let confirms = !is_certain(citation);
    // Of several papers all must be known: one that is not shows that the numbers mean something else.
    let is_known = known.iter().all(Option::is_some) && held.iter().all(|held| !held.is_empty());
    if confirms && (!is_known || (known.is_empty() && held.is_empty())) {
        return Outcome::Goes;
    }
    let renames =
        open_targets(citation).zip(&known).any(|(target, id)| id.as_ref().is_some_and(|id| *id != target.id));
    if !confirms && !renames && held.iter().all(Vec::is_empty) {
        return Outcome::Stays;
    }
    let mut settled = citation.clone();
    settled.standing = if confirms { Standing::Stated } else { citation.standing };
    let open = settled.targets.iter_mut().filter(|target| confirms || has_two_names(&target.id));
    for (target, id) in open.zip(known) {
        // A paper that is not known keeps the identifier that the form gives it.
        target.id = id.unwrap_or_else(|| target.id.clone());
    }
    for (pages, held) in citation.pages.iter().zip(held) {
        settled.targets.extend(held.into_iter().map(|id| Target {
            span: citation.span,
            id,
            dossiers: Vec::new(),
            pin: Some(pages.pin.clone()),
            number_span: None,
        }));
    }
    // Two pages of one debate are one paper.
    let mut seen = Vec::new();
    settled.targets.retain(|target| {
        let new = target.dossiers.is_empty() && seen.contains(&target.id);
        seen.push(target.id.clone());
        !new
    });
    Outcome::Becomes(settled)
}

#[cfg(test)]
mod tests;
