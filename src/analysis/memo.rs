//! What identifiers resolve to, remembered for as long as the corpus stays the same.
//!
//! Every keystroke settles and judges the whole letter anew. What that costs is asking the corpus, so it is asked once for each identifier, for all letters together.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

use crate::corpus::{Corpus, End, Existence};
use crate::identifier::{DocumentId, Dossier, PageRange};

use super::facts::{Facts, Timeline};

/// How many answers of a kind are remembered at most; some twenty megabytes.
/// All letters of a large workspace cite fewer papers than this, and beyond it the memo begins anew rather than grow.
const CAPACITY: usize = 200_000;

/// Remembers what identifiers resolve to, for as long as the corpus does not change.
/// Typing asks the corpus only for identifiers that were never seen.
///
/// One memo belongs to one corpus, and letters on several threads may share it.
#[derive(Debug, Default)]
pub struct Memo {
    existence: Answers<DocumentId, Existence>,
    names: Answers<DocumentId, Name>,
    publications: Answers<PageRange, Vec<DocumentId>>,
    facts: Answers<DocumentId, Option<Arc<Facts>>>,
    timelines: Answers<Dossier, Arc<Timeline>>,
    ends: Answers<DocumentId, Option<End>>,
}

/// Under which identifier a paper is known.
#[derive(Clone, Debug)]
enum Name {
    Unknown,
    /// The one that was asked for, as is nearly always so.
    Same,
    Other(DocumentId),
}

impl Memo {
    /// What can be said of the existence of each, in the order of `ids`.
    /// The corpus is asked at most once, for all that are not yet known together.
    pub fn existence(&self, corpus: &dyn Corpus, generation: u64, ids: &[DocumentId]) -> Vec<Existence> {
        self.existence.of(generation, ids, |ids| corpus.existence_of_many(ids))
    }

    /// Under which identifier each is known, in the order of `ids`.
    pub fn known_as(
        &self,
        corpus: &dyn Corpus,
        generation: u64,
        ids: &[DocumentId],
    ) -> Vec<Option<DocumentId>> {
        let name = |(id, name): (&DocumentId, Option<DocumentId>)| match name {
            None => Name::Unknown,
            Some(name) if name == *id => Name::Same,
            Some(name) => Name::Other(name),
        };
        let ask = |ids: &[DocumentId]| ids.iter().zip(corpus.known_as_many(ids)).map(name).collect();
        let names = self.names.of(generation, ids, ask);
        ids.iter()
            .zip(names)
            .map(|(id, name)| match name {
                Name::Unknown => None,
                Name::Same => Some(id.clone()),
                Name::Other(name) => Some(name),
            })
            .collect()
    }

    /// Which publications hold these pages, in the order of `ranges`.
    pub fn publications(
        &self,
        corpus: &dyn Corpus,
        generation: u64,
        ranges: &[PageRange],
    ) -> Vec<Vec<DocumentId>> {
        self.publications.of(generation, ranges, |ranges| corpus.publications_of_many(ranges))
    }
}

impl Memo {
    /// What is known of a paper.
    #[must_use]
    pub fn facts_of(&self, corpus: &dyn Corpus, id: &DocumentId) -> Option<Arc<Facts>> {
        self.facts(corpus, corpus.state().generation, std::slice::from_ref(id)).pop().flatten()
    }

    /// What is known of each paper, in the order of `ids`.
    pub(super) fn facts(
        &self,
        corpus: &dyn Corpus,
        generation: u64,
        ids: &[DocumentId],
    ) -> Vec<Option<Arc<Facts>>> {
        self.facts.of(generation, ids, |ids| Facts::of_many(corpus, ids))
    }

    /// Where that in which each number counts ends, if it lies beyond, in the order of `ids`.
    pub(super) fn ends_before(
        &self,
        corpus: &dyn Corpus,
        generation: u64,
        ids: &[DocumentId],
    ) -> Vec<Option<End>> {
        self.ends.of(generation, ids, |ids| corpus.ends_before_many(ids))
    }

    /// The dated papers of each dossier, in the order of `dossiers`.
    pub(super) fn timelines(
        &self,
        corpus: &dyn Corpus,
        generation: u64,
        dossiers: &[Dossier],
    ) -> Vec<Arc<Timeline>> {
        self.timelines.of(generation, dossiers, |dossiers| Timeline::of_many(corpus, dossiers))
    }
}

/// The answers to one kind of question.
#[derive(Debug)]
struct Answers<K, V> {
    known: RwLock<Known<K, V>>,
}

#[derive(Debug)]
struct Known<K, V> {
    /// The generation of the corpus that the answers are of.
    generation: u64,
    answers: HashMap<K, V>,
}

impl<K, V> Default for Answers<K, V> {
    fn default() -> Self {
        Self { known: RwLock::new(Known { generation: 0, answers: HashMap::new() }) }
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Answers<K, V> {
    /// The answer to each of `questions`, in their order; those that are not known are asked together.
    fn of(&self, generation: u64, questions: &[K], ask: impl FnOnce(&[K]) -> Vec<V>) -> Vec<V> {
        // A lock is poisoned by a panic between two whole states, so what it holds is sound.
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let remembered: Vec<Option<V>> = if known.generation == generation {
            questions.iter().map(|question| known.answers.get(question).cloned()).collect()
        } else {
            vec![None; questions.len()]
        };
        drop(known);

        let unknown: Vec<K> = questions
            .iter()
            .zip(&remembered)
            .filter(|(_, answer)| answer.is_none())
            .map(|(question, _)| question.clone())
            .collect();
        if unknown.is_empty() {
            return remembered.into_iter().flatten().collect();
        }
        let asked = ask(&unknown);
        self.remember(generation, unknown, &asked);
        let mut asked = asked.into_iter();
        let answer = |remembered: Option<V>| {
            remembered.or_else(|| asked.next()).expect("the corpus answers every question")
        };
        remembered.into_iter().map(answer).collect()
    }

    fn remember(&self, generation: u64, questions: Vec<K>, answers: &[V]) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        // A query that began before the corpus changed must not bring the old answers back.
        if known.generation > generation {
            return;
        }
        if known.generation < generation || known.answers.len() + questions.len() > CAPACITY {
            known.answers.clear();
            known.generation = generation;
        }
        known.answers.extend(questions.into_iter().zip(answers.iter().cloned()).take(CAPACITY));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::corpus::{CitingPlace, CorpusState, Hit, LetterRecord, Listing};

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

        fn known_as_many(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
            ids.iter().cloned().map(Some).collect()
        }

        fn publications_of_many(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
            vec![Vec::new(); ranges.len()]
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

        fn papers_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<DocumentId>> {
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

        fn search(&self, _: &str, _: usize) -> Vec<Hit> {
            Vec::new()
        }

        fn dossiers_beginning(&self, _: &str) -> Vec<(Dossier, usize)> {
            Vec::new()
        }

        fn dossiers_beside(&self, _: &std::path::Path) -> Vec<Dossier> {
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
        assert!(memo.existence.known.read().unwrap().answers.len() <= CAPACITY);
    }
}
