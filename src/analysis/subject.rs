//! What a rule looks at: a letter, and what is known of the papers that it cites.

use std::collections::BTreeMap;

use crate::citation::{Citation, Reading, Target};
use crate::config::FindingsConfig;
use crate::corpus::{Corpus, Existence, ListState};
use crate::identifier::{DocumentId, Dossier, DossierNumber, Kamerstuk, Toevoeging};
use crate::text::Span;

use super::Memo;

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
