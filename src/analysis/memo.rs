//! What identifiers resolve to, remembered for as long as the corpus stays the same.
//!
//! Every keystroke judges the whole letter anew. What that costs is asking the corpus, so it is asked once for each identifier, for all letters together.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use crate::corpus::{Corpus, Existence};
use crate::identifier::DocumentId;

/// How many identifiers are remembered at most; some twenty megabytes.
/// All letters of a large workspace cite fewer papers than this, and beyond it the memo begins anew rather than grow.
const CAPACITY: usize = 200_000;

/// Remembers what identifiers resolve to, for as long as the corpus does not change.
/// Typing asks the corpus only for identifiers that were never seen.
///
/// One memo belongs to one corpus, and letters on several threads may share it.
#[derive(Debug, Default)]
pub struct Memo {
    known: RwLock<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// The generation of the corpus that the answers are of.
    generation: u64,
    answers: HashMap<DocumentId, Existence>,
}

impl Memo {
    /// What can be said of the existence of each, in the order of `ids`.
    /// The corpus is asked at most once, for all that are not yet known together.
    pub fn existence(&self, corpus: &dyn Corpus, generation: u64, ids: &[DocumentId]) -> Vec<Existence> {
        // A lock is poisoned by a panic between two whole states, so what it holds is sound.
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let remembered: Vec<Option<Existence>> = if known.generation == generation {
            ids.iter().map(|id| known.answers.get(id).cloned()).collect()
        } else {
            vec![None; ids.len()]
        };
        drop(known);

        let unknown: Vec<DocumentId> = ids
            .iter()
            .zip(&remembered)
            .filter(|(_, answer)| answer.is_none())
            .map(|(id, _)| id.clone())
            .collect();
        if unknown.is_empty() {
            return remembered.into_iter().flatten().collect();
        }
        let asked = corpus.existence_of_many(&unknown);
        self.remember(generation, unknown, &asked);
        let mut asked = asked.into_iter();
        remembered
            .into_iter()
            .map(|answer| answer.or_else(|| asked.next()).unwrap_or(Existence::Outside))
            .collect()
    }

    fn remember(&self, generation: u64, ids: Vec<DocumentId>, answers: &[Existence]) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        // A query that began before the corpus changed must not bring the old answers back.
        if known.generation > generation {
            return;
        }
        if known.generation < generation || known.answers.len() + ids.len() > CAPACITY {
            known.answers.clear();
            known.generation = generation;
        }
        known.answers.extend(ids.into_iter().zip(answers.iter().cloned()).take(CAPACITY));
    }
}
