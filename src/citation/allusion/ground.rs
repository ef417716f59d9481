//! What a letter cites in so many words, for other places to refer to. An inferred or unconfirmed citation is no ground for anything.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::citation::{Citation, Context, Standing, Target};
use crate::identifier::{DocumentId, Dossier, Ondernummer};
use crate::text::Span;

/// A paper that the letter cites, at one of the places where it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Antecedent<'a> {
    pub(super) citation: &'a Citation,
    pub(super) target: &'a Target,
}

impl<'a> Antecedent<'a> {
    /// The one paper of a citation that is stated; none where it names several.
    pub(super) fn only(citation: &'a Citation) -> Option<Self> {
        match &citation.targets[..] {
            [target] if citation.standing == Standing::Stated => Some(Self { citation, target }),
            _ => None,
        }
    }

    pub(super) const fn id(self) -> &'a DocumentId {
        &self.target.id
    }

    /// The words that name it.
    pub(super) const fn span(self) -> Span {
        if self.citation.targets.len() > 1 { self.target.span } else { self.citation.span }
    }
}

/// What fits: nothing so far, one paper, or papers that differ, of which nobody can say which is meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fitting<'a> {
    One(Antecedent<'a>),
    Several,
}

impl<'a> Fitting<'a> {
    /// With one more; of two places that name the same paper the later one is kept.
    pub(super) fn and(self, next: Antecedent<'a>) -> Self {
        match self {
            Self::One(before) if before.id() == next.id() => Self::One(next),
            _ => Self::Several,
        }
    }
}

/// The dossiers that a letter has to do with, as far as it matters: one, or not one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dossiers {
    None,
    One(Dossier),
    Several,
}

impl Dossiers {
    /// Those at the head of the letter and those that it cites.
    pub(super) fn of(context: &Context<'_>, citations: &[Citation]) -> Self {
        let own = context.letter.header.dossiers.iter().map(|line| line.dossier);
        let own = own.chain(context.own.and_then(DocumentId::dossier));
        let cited = citations.iter().filter(|citation| citation.standing == Standing::Stated);
        let cited = cited.flat_map(|citation| &citation.targets).filter_map(|target| target.id.dossier());
        own.chain(cited).fold(Self::None, Self::and)
    }

    fn and(self, dossier: Dossier) -> Self {
        match self {
            Self::None => Self::One(dossier),
            Self::One(before) if before == dossier => self,
            _ => Self::Several,
        }
    }

    /// The one dossier of a citation's papers.
    pub(super) fn of_citation(citation: &Citation) -> Option<Dossier> {
        let stated = citation.standing == Standing::Stated;
        let dossiers = citation.targets.iter().filter_map(|target| target.id.dossier());
        match dossiers.fold(Self::None, Self::and) {
            Self::One(dossier) if stated => Some(dossier),
            _ => None,
        }
    }
}

/// The numbers that were cited so far, each with its dossier.
#[derive(Default)]
pub(super) struct Numbers<'a> {
    papers: HashMap<Ondernummer, Fitting<'a>>,
    /// How many citations have been looked at.
    seen: usize,
}

impl<'a> Numbers<'a> {
    /// What a number means behind the first `count` citations. Asked with counts that do not fall.
    pub(super) fn get(
        &mut self,
        number: Ondernummer,
        citations: &'a [Citation],
        count: usize,
    ) -> Option<Fitting<'a>> {
        for citation in citations.get(self.seen..count).unwrap_or_default() {
            let stated = citation.standing == Standing::Stated;
            for target in citation.targets.iter().filter(|_| stated) {
                let Some(paper) = target.id.as_kamerstuk() else { continue };
                let found = Antecedent { citation, target };
                match self.papers.entry(paper.number) {
                    Entry::Vacant(entry) => {
                        entry.insert(Fitting::One(found));
                    }
                    Entry::Occupied(mut entry) => {
                        let fitting = entry.get().and(found);
                        entry.insert(fitting);
                    }
                }
            }
        }
        self.seen = self.seen.max(count);
        self.papers.get(&number).copied()
    }
}
