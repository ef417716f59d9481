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

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::corpus::{CitingPlace, CorpusState, LetterRecord, Listing};
    use crate::identifier::Dossier;

    /// A corpus that knows every paper and counts for how many it is asked.
    #[derive(Default)]
    struct Counting {
        questions: AtomicUsize,
        papers: AtomicUsize,
    }

    impl Corpus for Counting {
        fn existence_of_many(&self, ids: &[DocumentId]) -> Vec<Existence> {
            self.questions.fetch_add(1, Ordering::Relaxed);
            self.papers.fetch_add(ids.len(), Ordering::Relaxed);
            vec![Existence::Known; ids.len()]
        }

        fn letters_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Arc<LetterRecord>>> {
            vec![None; ids.len()]
        }

        fn listings_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Listing>> {
            vec![None; ids.len()]
        }

        fn letters_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<Arc<LetterRecord>>> {
            vec![Vec::new(); dossiers.len()]
        }

        fn citations_of_many(&self, ids: &[DocumentId]) -> Vec<usize> {
            vec![0; ids.len()]
        }

        fn citing_places(&self, ids: &[DocumentId]) -> Vec<Vec<CitingPlace>> {
            vec![Vec::new(); ids.len()]
        }

        fn citing_dossier(&self, _: Dossier) -> Vec<CitingPlace> {
            Vec::new()
        }

        fn dossier_titles(&self, dossiers: &[Dossier]) -> Vec<Option<String>> {
            vec![None; dossiers.len()]
        }

        fn root(&self) -> Option<&Path> {
            None
        }

        fn state(&self) -> CorpusState {
            CorpusState::default()
        }
    }

    impl Counting {
        fn asked(&self) -> (usize, usize) {
            (self.questions.load(Ordering::Relaxed), self.papers.load(Ordering::Relaxed))
        }
    }

    fn papers(numbers: std::ops::RangeInclusive<u32>) -> Vec<DocumentId> {
        numbers.map(|number| DocumentId::parse(&format!("kst-29521-{number}")).unwrap()).collect()
    }

    #[test]
    fn the_corpus_is_asked_once_for_each_paper() {
        let (corpus, memo) = (Counting::default(), Memo::default());
        assert_eq!(memo.existence(&corpus, 1, &papers(1..=3)).len(), 3);
        assert_eq!(corpus.asked(), (1, 3));
        assert_eq!(memo.existence(&corpus, 1, &papers(1..=4)), vec![Existence::Known; 4]);
        assert_eq!(corpus.asked(), (2, 4));
        assert_eq!(memo.existence(&corpus, 1, &papers(2..=4)).len(), 3);
        assert_eq!(corpus.asked(), (2, 4));
    }

    #[test]
    fn another_generation_is_asked_anew_and_an_older_one_is_not_remembered() {
        let (corpus, memo) = (Counting::default(), Memo::default());
        let _ = memo.existence(&corpus, 1, &papers(1..=3));
        let _ = memo.existence(&corpus, 2, &papers(1..=3));
        assert_eq!(corpus.asked(), (2, 6));
        // A query that began before the change still gets the answers of its own corpus.
        let _ = memo.existence(&corpus, 1, &papers(1..=3));
        assert_eq!(corpus.asked(), (3, 9));
        let _ = memo.existence(&corpus, 2, &papers(1..=3));
        assert_eq!(corpus.asked(), (3, 9));
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let (corpus, memo) = (Counting::default(), Memo::default());
        for start in 0..5 {
            let ids = papers(start * 60_000..=start * 60_000 + 59_999);
            assert_eq!(memo.existence(&corpus, 1, &ids).len(), ids.len());
        }
        assert!(memo.known.read().unwrap().answers.len() <= CAPACITY);
    }
}
