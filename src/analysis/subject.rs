//! What a rule looks at: a letter, and what is known of the papers that it cites.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::citation::{Beside, Citation, Reading, Standing, Target, beside};
use crate::config::FindingsConfig;
use crate::corpus::{Corpus, End, Existence, ListState};
use crate::identifier::{DocumentId, Dossier, DossierNumber, Kamerstuk, Toevoeging};
use crate::letter::WrittenNotes;
use crate::text::Span;

use super::Memo;
use super::facts::{Facts, Timeline};
use super::suggest::Suggestion;

/// A letter and what is known of the papers that it cites; every rule sees the same.
pub struct Subject<'a> {
    /// The letter.
    pub reading: &'a Reading,
    /// For each citation, for each of its targets, what can be said of its existence.
    pub existence: Vec<Vec<Existence>>,
    /// The lists that the corpus knows by.
    pub lists: Vec<ListState>,
    /// Whether all letters of the corpus have been read.
    pub complete: bool,
    /// Joint citations whose number counts in a dossier that is not named first: by citation and target, which dossier of the target it is.
    pub misordered: BTreeMap<(usize, usize), usize>,
    /// The dossiers that the letter is about or cites, with every citation and where it stands there.
    pub dossiers: BTreeMap<Dossier, Vec<Mention>>,
    /// What the settings say of findings; the levels are no business of a rule.
    pub settings: &'a FindingsConfig,
    corpus: &'a dyn Corpus,
    memo: &'a Memo,
    generation: u64,
    notes: OnceCell<WrittenNotes>,
    /// By citation and target.
    facts: OnceCell<Vec<Vec<Option<Arc<Facts>>>>>,
    beside: OnceCell<Vec<Beside>>,
    /// What may be meant by papers that the lists lack, by citation and target.
    pub(super) suggestions: OnceCell<BTreeMap<(usize, usize), Vec<Suggestion>>>,
}

/// A place where a letter has to do with a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Which citation; `None` is the head of the letter.
    pub citation: Option<usize>,
    /// Where.
    pub span: Span,
    /// Whether it cites a paper that is known to exist.
    pub known: bool,
}

impl<'a> Subject<'a> {
    /// Resolves what the letter cites.
    pub(super) fn new(
        reading: &'a Reading,
        corpus: &'a dyn Corpus,
        memo: &'a Memo,
        settings: &'a FindingsConfig,
    ) -> Self {
        let state = corpus.state();
        let ids: Vec<DocumentId> = targets(reading).map(|(_, _, target)| target.id.clone()).collect();
        let mut answers = memo.existence(corpus, state.generation, &ids).into_iter();
        let existence = reading
            .citations
            .iter()
            .map(|citation| answers.by_ref().take(citation.targets.len()).collect())
            .collect();
        let mut subject = Self {
            reading,
            existence,
            lists: state.lists,
            complete: state.complete,
            misordered: BTreeMap::new(),
            dossiers: BTreeMap::new(),
            settings,
            corpus,
            memo,
            generation: state.generation,
            notes: OnceCell::new(),
            facts: OnceCell::new(),
            beside: OnceCell::new(),
            suggestions: OnceCell::new(),
        };
        subject.misordered = subject.find_misordered();
        subject.dossiers = subject.find_dossiers();
        subject
    }

    /// Every citation and target with their places in the reading, and what can be said of the target's existence.
    pub fn targets(&self) -> impl Iterator<Item = (usize, usize, &'a Citation, &'a Target, &Existence)> {
        self.reading.citations.iter().enumerate().zip(&self.existence).flat_map(
            |((at, citation), existence)| {
                citation
                    .targets
                    .iter()
                    .zip(existence)
                    .enumerate()
                    .map(move |(index, (target, existence))| (at, index, citation, target, existence))
            },
        )
    }

    /// What can be said of the existence of other papers than those cited, in one question.
    #[must_use]
    pub fn existence_of(&self, ids: &[DocumentId]) -> Vec<Existence> {
        self.memo.existence(self.corpus, self.generation, ids)
    }

    /// What is known of the paper of a citation that states one Kamerstuk, beyond that it exists.
    #[must_use]
    pub fn facts_of_citation(&self, at: usize) -> Option<&Facts> {
        self.single(at).and_then(|_| self.facts_of_target(at, 0))
    }

    /// What is known of a Kamerstuk that a citation states, by the places of both, beyond that it exists.
    /// All papers of the letter are asked for at once, when the first one is.
    #[must_use]
    pub fn facts_of_target(&self, at: usize, index: usize) -> Option<&Facts> {
        let facts = self.facts.get_or_init(|| {
            let papers = |citation: &'a Citation| {
                let stated = !citation.is_inferred();
                citation.targets.iter().filter(move |it| stated && it.id.as_kamerstuk().is_some())
            };
            let citations = self.reading.citations.iter();
            let ids: Vec<DocumentId> = citations.clone().flat_map(papers).map(|it| it.id.clone()).collect();
            let mut known = self.memo.facts(self.corpus, self.generation, &ids).into_iter();
            let of_one = |citation: &Citation| {
                let stated = !citation.is_inferred();
                let is_paper = |target: &Target| stated && target.id.as_kamerstuk().is_some();
                citation
                    .targets
                    .iter()
                    .map(|it| is_paper(it).then(|| known.next()).flatten().flatten())
                    .collect()
            };
            citations.map(of_one).collect()
        });
        facts[at].get(index)?.as_deref()
    }

    /// What the words beside a citation say of its paper; nothing where nothing is known of the paper, so that there is nothing to compare.
    #[must_use]
    pub fn beside(&self, at: usize) -> Beside {
        let citations = &self.reading.citations;
        let beside = self.beside.get_or_init(|| {
            let date = self.reading.letter.header.date;
            // A reference (`genoemde brief`) is part of the words beside a citation.
            let mut floor = 0;
            let of_one = |(at, citation): (usize, &Citation)| {
                let found = match self.facts_of_citation(at) {
                    Some(_) => beside(&self.reading.text, date, citation, floor),
                    None => Beside::default(),
                };
                floor = if citation.is_inferred() { floor } else { citation.span.end };
                found
            };
            citations.iter().enumerate().map(of_one).collect()
        });
        beside[at]
    }

    /// What is known of other papers than those cited, in one question.
    #[must_use]
    pub fn facts_of(&self, ids: &[DocumentId]) -> Vec<Option<Arc<Facts>>> {
        self.memo.facts(self.corpus, self.generation, ids)
    }

    /// Where that in which numbers of debates and answers count ends, in one question; `None` where one does not lie beyond that.
    #[must_use]
    pub fn ends_before(&self, ids: &[DocumentId]) -> Vec<Option<End>> {
        self.memo.ends_before(self.corpus, self.generation, ids)
    }

    /// The dated papers of each dossier, in one question.
    #[must_use]
    pub fn timelines_of(&self, dossiers: &[Dossier]) -> Vec<Arc<Timeline>> {
        self.memo.timelines(self.corpus, self.generation, dossiers)
    }

    /// The Kamerstuk that a citation states, where it is one alone.
    #[must_use]
    pub fn single(&self, at: usize) -> Option<(&'a Target, Kamerstuk)> {
        let citation = &self.reading.citations[at];
        match &citation.targets[..] {
            [target] if citation.standing == Standing::Stated => Some((target, *target.id.as_kamerstuk()?)),
            _ => None,
        }
    }

    /// The marks and notes of the letter as they are written.
    #[must_use]
    pub fn notes(&self) -> &WrittenNotes {
        let reading = self.reading;
        self.notes.get_or_init(|| reading.letter.written_notes(&reading.text, reading.format))
    }

    /// Whether a place lies where no citation can: in the head, in a foot of a page, in code.
    #[must_use]
    pub fn is_silent(&self, span: Span) -> bool {
        let silent = &self.reading.letter.silent;
        let next = silent.partition_point(|it| it.end <= span.start);
        silent.get(next).is_some_and(|it| it.overlaps(span))
    }

    /// The same, or within a citation.
    #[must_use]
    pub fn is_cited_or_silent(&self, span: Span) -> bool {
        let citations = &self.reading.citations;
        let next = citations.partition_point(|it| it.span.end <= span.start);
        self.is_silent(span) || citations.get(next).is_some_and(|it| it.span.overlaps(span))
    }

    /// The chapters, funds or parts of a dossier that are known, ascending.
    #[must_use]
    pub fn known_parts(&self, number: DossierNumber) -> Vec<Dossier> {
        let beginning = self.corpus.dossiers_beginning(&number.to_string()).into_iter();
        let mut parts: Vec<Dossier> = beginning
            .map(|(dossier, _)| dossier)
            .filter(|dossier| dossier.number == number)
            .filter(|dossier| !matches!(dossier.toevoeging, None | Some(Toevoeging::Rijkswet(_))))
            .collect();
        parts.sort_unstable();
        parts.dedup();
        // What letters cite is among them whether it is known or not.
        let ids: Vec<DocumentId> = parts.iter().copied().map(DocumentId::Dossier).collect();
        let mut existence = self.existence_of(&ids).into_iter();
        parts.retain(|_| existence.next() == Some(Existence::Known));
        parts
    }

    /// Whether there is a file at each of these places within the workspace; `None` where nobody can tell.
    #[must_use]
    pub fn files_at(&self, paths: &[PathBuf]) -> Vec<Option<bool>> {
        self.corpus.files_at(paths)
    }

    /// The texts of letters of the corpus, by their files; `None` where one cannot be read.
    #[must_use]
    pub fn texts_at(&self, paths: &[PathBuf]) -> Vec<Option<Arc<str>>> {
        self.corpus.texts_at(paths)
    }

    /// How certain it is that a paper of which this can be said is missing.
    #[must_use]
    pub fn certainty(&self, existence: &Existence) -> Certainty {
        match existence {
            Existence::Known => Certainty::Exists,
            Existence::Gap { .. } | Existence::NoSuchDossier { .. } => Certainty::Absent,
            Existence::AboveHighestNumber { list, .. } | Existence::AboveHighestDossier { list, .. } => {
                // A letter of before the list's end can cite nothing that appeared after it.
                let date = self.reading.letter.header.date;
                if date.is_some_and(|date| date <= list.until) {
                    Certainty::Absent
                } else {
                    Certainty::Perhaps
                }
            }
            Existence::Outside => Certainty::Unknown,
        }
    }

    fn find_misordered(&self) -> BTreeMap<(usize, usize), usize> {
        let mut places = Vec::new();
        let mut ids = Vec::new();
        for (at, index, citation, target, existence) in self.targets() {
            let missing = matches!(self.certainty(existence), Certainty::Absent | Certainty::Perhaps);
            let DocumentId::Kamerstuk(paper) = target.id else { continue };
            if !missing || citation.is_inferred() {
                continue;
            }
            for (other, mention) in target.dossiers.iter().enumerate().skip(1) {
                places.push((at, index, other));
                ids.push(DocumentId::Kamerstuk(Kamerstuk { dossier: mention.dossier, ..paper }));
            }
        }
        let mut misordered = BTreeMap::new();
        for ((at, index, other), existence) in places.into_iter().zip(self.existence_of(&ids)) {
            if existence == Existence::Known {
                misordered.entry((at, index)).or_insert(other);
            }
        }
        misordered
    }

    fn find_dossiers(&self) -> BTreeMap<Dossier, Vec<Mention>> {
        let mut dossiers: BTreeMap<Dossier, Vec<Mention>> = BTreeMap::new();
        let header = &self.reading.letter.header;
        for line in &header.dossiers {
            dossiers.entry(line.dossier).or_default().push(Mention {
                citation: None,
                span: header.span,
                known: true,
            });
        }
        for (at, index, _, target, existence) in self.targets() {
            let owner = self.misordered.get(&(at, index)).copied();
            for (order, mention) in target.dossiers.iter().enumerate() {
                let known = match owner {
                    Some(owner) => order == owner,
                    None => *existence == Existence::Known,
                };
                dossiers.entry(mention.dossier).or_default().push(Mention {
                    citation: Some(at),
                    span: mention.span,
                    known,
                });
            }
        }
        dossiers
    }
}

/// How certain it is that a paper is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// It is known.
    Exists,
    /// A list that should have it lacks it.
    Absent,
    /// It may be newer than the list.
    Perhaps,
    /// No list would tell.
    Unknown,
}

fn targets(reading: &Reading) -> impl Iterator<Item = (usize, usize, &Target)> {
    reading
        .citations
        .iter()
        .enumerate()
        .flat_map(|(at, citation)| citation.targets.iter().enumerate().map(move |(index, t)| (at, index, t)))
}
