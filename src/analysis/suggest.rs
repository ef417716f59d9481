//! Which paper may be meant by a citation that leads nowhere.
//!
//! Candidates are the slips of [`near_miss`] and the other dossiers of the letter; only those that are known to exist are suggested.
//! All questions of a letter go to the corpus as one.

use std::collections::BTreeMap;

use crate::citation::Target;
use crate::corpus::Existence;
use crate::identifier::{DocumentId, Dossier, DossierNumber, Kamerstuk, Ondernummer};
use crate::messages::Message;

use super::near_miss::{self, Slip};
use super::subject::{Certainty, Mention, Subject};
use super::{Edit, Fix, Related, respell};

/// How many papers are suggested at most.
const SUGGESTIONS: usize = 3;
/// For how many papers of a letter suggestions are sought; a letter with more unknown ones lacks a list rather than care.
const SOUGHT: usize = 200;
/// How many dossiers of a letter are tried that do not look like the one printed.
const UNLIKE: usize = 8;

/// So high a number is reached by one dossier in two hundred, so that one which has it is hardly found by accident.
const RARE: u32 = 500;

/// A paper that may be meant, with what has to change.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Suggestion {
    /// The paper.
    pub(super) id: DocumentId,
    /// What was written wrongly.
    pub(super) slip: Part,
    /// Where else the letter has to do with its dossier, where that is why it is suggested.
    pub(super) mention: Option<Mention>,
    likelihood: Likelihood,
}

/// A part of a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The dossier, which is to be this one.
    Dossier(Dossier),
    /// The number, which is to be this one.
    Number(Ondernummer),
}

/// Why a paper is suggested, the best reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Likelihood {
    /// The letter has to do with the dossier, which looks like the one printed.
    CitedLookalike,
    /// A slip in the number of the dossier.
    Dossier(Slip),
    /// A chapter or part of the same dossier that looks like the one printed.
    Toevoeging,
    /// The letter has to do with the dossier, but the two look nothing alike.
    CitedOther,
    /// A slip in the number of the paper.
    Number(Slip),
}

/// For each unknown target, by citation and target, what may be meant, the best first; those with nothing are left out.
pub(super) fn suggest(
    subject: &Subject<'_>,
    unknown: &[(usize, usize)],
) -> BTreeMap<(usize, usize), Vec<Suggestion>> {
    let candidates: Vec<((usize, usize), Vec<Suggestion>)> = unknown
        .iter()
        .take(SOUGHT)
        .map(|&(at, index)| ((at, index), candidates(subject, at, index)))
        .collect();
    let ids: Vec<DocumentId> = candidates
        .iter()
        .flat_map(|(place, some)| some.iter().flat_map(|one| one.must_exist(subject, *place)))
        .collect();
    let mut existence = subject.existence_of(&ids).into_iter();
    candidates
        .into_iter()
        .map(|(place, mut some)| {
            some.retain(|one| {
                let asked = one.must_exist(subject, place).count();
                // Every answer is taken, since the next candidate's answers stand behind them.
                let missing = existence.by_ref().take(asked).filter(|answer| *answer != Existence::Known);
                missing.count() == 0 && one.is_telling(subject, place)
            });
            (place, best(some))
        })
        .filter(|(_, best)| !best.is_empty())
        .collect()
}

/// Keeps the likeliest. Where one kind of slip leads to many papers it says nothing: every low number exists in most dossiers.
fn best(mut known: Vec<Suggestion>) -> Vec<Suggestion> {
    known.sort_by_key(|one| one.likelihood);
    // Beside a dossier that the letter knows and that looks like the one printed, what looks nothing like it is no match.
    if known.first().is_some_and(Suggestion::is_lookalike_of_the_letter) {
        known.retain(|one| one.likelihood <= Likelihood::Dossier(Slip::Swap));
    }
    let mut best: Vec<Suggestion> = Vec::new();
    for alike in known.chunk_by(|a, b| a.likelihood == b.likelihood) {
        if alike.len() <= SUGGESTIONS || alike[0].is_lookalike_of_the_letter() {
            best.extend_from_slice(alike);
        }
    }
    best.truncate(SUGGESTIONS);
    best
}

fn candidates(subject: &Subject<'_>, at: usize, index: usize) -> Vec<Suggestion> {
    let target = &subject.reading.citations[at].targets[index];
    let mut candidates = Vec::new();
    match target.id {
        DocumentId::Kamerstuk(paper) => {
            let in_dossier = |dossier| DocumentId::Kamerstuk(Kamerstuk { dossier, ..paper });
            for (dossier, mention, likelihood) in cited_elsewhere(subject, at, paper.dossier) {
                candidates.push(Suggestion {
                    id: in_dossier(dossier),
                    slip: Part::Dossier(dossier),
                    mention: Some(mention),
                    likelihood,
                });
            }
            for (dossier, slip) in dossier_slips(paper.dossier) {
                if candidates.iter().all(|one| one.slip != Part::Dossier(dossier)) {
                    candidates.push(Suggestion {
                        id: in_dossier(dossier),
                        slip: Part::Dossier(dossier),
                        mention: None,
                        likelihood: Likelihood::Dossier(slip),
                    });
                }
            }
            for dossier in alike_parts(subject, at, index) {
                if candidates.iter().all(|one| one.slip != Part::Dossier(dossier)) {
                    candidates.push(Suggestion {
                        id: in_dossier(dossier),
                        slip: Part::Dossier(dossier),
                        mention: None,
                        likelihood: Likelihood::Toevoeging,
                    });
                }
            }
            for (number, slip) in paper.number.number().map(near_miss::of_paper).unwrap_or_default() {
                let number = Ondernummer::Number(number);
                candidates.push(Suggestion {
                    id: DocumentId::Kamerstuk(Kamerstuk { number, ..paper }),
                    slip: Part::Number(number),
                    mention: None,
                    likelihood: Likelihood::Number(slip),
                });
            }
        }
        // Nearly every number is that of some dossier, so only those of the letter itself say anything.
        DocumentId::Dossier(dossier) => {
            for (other, mention, likelihood) in cited_elsewhere(subject, at, dossier) {
                if likelihood == Likelihood::CitedLookalike {
                    candidates.push(Suggestion {
                        id: DocumentId::Dossier(other),
                        slip: Part::Dossier(other),
                        mention: Some(mention),
                        likelihood,
                    });
                }
            }
        }
        _ => {}
    }
    candidates
}

/// The other dossiers of the letter, each with the known place nearest before or behind the citation.
fn cited_elsewhere(
    subject: &Subject<'_>,
    at: usize,
    printed: Dossier,
) -> Vec<(Dossier, Mention, Likelihood)> {
    let place = subject.reading.citations[at].span.start;
    let mut cited: Vec<(Dossier, Mention, Likelihood)> = subject
        .dossiers
        .iter()
        .filter(|(dossier, _)| **dossier != printed)
        .filter_map(|(dossier, mentions)| {
            let nearest = nearest(mentions, at, place)?;
            let likelihood =
                if alike(*dossier, printed) { Likelihood::CitedLookalike } else { Likelihood::CitedOther };
            Some((*dossier, nearest, likelihood))
        })
        .collect();
    cited.sort_by_key(|(_, mention, likelihood)| (*likelihood, mention.span.start.abs_diff(place)));
    let lookalikes =
        cited.iter().filter(|(_, _, likelihood)| *likelihood == Likelihood::CitedLookalike).count();
    cited.truncate(lookalikes + UNLIKE);
    cited
}

/// The mention nearest before or behind `place` that is known and stands outside the citation itself. A letter can have thousands, in order of place, so only those about are looked at.
fn nearest(mentions: &[Mention], citation: usize, place: usize) -> Option<Mention> {
    let telling = |mention: &&Mention| mention.known && mention.citation != Some(citation);
    let (before, behind) = mentions.split_at(mentions.partition_point(|mention| mention.span.start < place));
    let (before, behind) = (before.iter().rev().find(telling), behind.iter().find(telling));
    before.into_iter().chain(behind).min_by_key(|mention| mention.span.start.abs_diff(place)).copied()
}

/// Whether one may have been written for the other: at most two slips in the number, or the same number with another chapter.
fn alike(one: Dossier, other: Dossier) -> bool {
    if one.number == other.number {
        return true;
    }
    match (one.number.value(), other.number.value()) {
        // The budgets of two years look alike, but not another chapter in one of them.
        (Some(value), Some(other_value)) => {
            one.toevoeging == other.toevoeging && near_miss::distance(value, other_value) <= 2
        }
        _ => false,
    }
}

/// The chapters or parts of the same dossier that one slip makes of the one printed, where the dossier does not have that one.
fn alike_parts(subject: &Subject<'_>, at: usize, index: usize) -> Vec<Dossier> {
    let Some(printed) = subject.reading.citations[at].targets[index].id.dossier() else { return Vec::new() };
    let Some(toevoeging) = printed.toevoeging.map(|toevoeging| toevoeging.to_string()) else {
        return Vec::new();
    };
    if !matches!(subject.existence[at][index], Existence::NoSuchDossier { .. }) {
        return Vec::new();
    }
    let mut parts = subject.known_parts(printed.number);
    let is_alike = |other: String| strsim::osa_distance(&toevoeging, &other) == 1;
    parts.retain(|part| part.toevoeging.is_some_and(|other| is_alike(other.to_string())));
    parts
}

fn dossier_slips(dossier: Dossier) -> Vec<(Dossier, Slip)> {
    let DossierNumber::Arabic { value, digits } = dossier.number else { return Vec::new() };
    near_miss::of_dossier(value)
        .into_iter()
        .map(|(value, slip)| (Dossier { number: DossierNumber::Arabic { value, digits }, ..dossier }, slip))
        .collect()
}

impl Suggestion {
    /// Whether the letter has to do with its dossier, and that looks like the one printed.
    pub(super) fn is_lookalike_of_the_letter(&self) -> bool {
        self.likelihood == Likelihood::CitedLookalike
    }

    /// Whether one slip of the hand makes its dossier of the one printed. Two slips can also be a dossier that the list does not have.
    pub(super) fn is_one_slip_from(&self, target: &Target) -> bool {
        let Part::Dossier(meant) = self.slip else { return false };
        let number = |dossier: Dossier| dossier.number.value();
        let printed = target.dossiers.first().and_then(|mention| number(mention.dossier));
        number(meant).zip(printed).is_some_and(|(meant, printed)| near_miss::distance(meant, printed) == 1)
    }

    /// Whether nothing tells which of the two is meant.
    pub(super) fn is_as_likely_as(&self, other: &Self) -> bool {
        self.likelihood == other.likelihood
    }

    /// Whether it is worth a word. A paper that can have appeared after the list was made needs a better reason than one that is missing.
    fn is_telling(&self, subject: &Subject<'_>, (at, index): (usize, usize)) -> bool {
        let existence = &subject.existence[at][index];
        match subject.certainty(existence) {
            Certainty::Perhaps => {}
            Certainty::Unknown => {
                let rare = self.id.as_kamerstuk().and_then(|paper| paper.number.number()) >= Some(RARE);
                let slip_in_dossier = matches!(self.likelihood, Likelihood::Dossier(_));
                return self.is_lookalike_of_the_letter() || (rare && slip_in_dossier);
            }
            Certainty::Absent | Certainty::Exists => return true,
        }
        match self.likelihood {
            Likelihood::CitedLookalike | Likelihood::Dossier(Slip::Swap) => true,
            // A dossier grows by one paper at a time and not by a digit.
            Likelihood::Number(Slip::Doubled) => match existence {
                Existence::AboveHighestNumber { highest: Some(highest), .. } => {
                    let cited = subject.reading.citations[at].targets[index].id.as_kamerstuk();
                    cited.is_some_and(|paper| paper.number.to_string().len() > highest.to_string().len())
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// The papers that exist if this is what was meant: the paper itself, and where one dossier stands for a list of papers the others of the list.
    fn must_exist<'a>(
        &'a self,
        subject: &'a Subject<'_>,
        (at, index): (usize, usize),
    ) -> impl Iterator<Item = DocumentId> + 'a {
        let targets = &subject.reading.citations[at].targets;
        let siblings = targets.iter().enumerate().filter_map(move |(other, sibling)| {
            let Part::Dossier(dossier) = self.slip else { return None };
            let shares = other != index && sibling.dossiers.first() == targets[index].dossiers.first();
            let paper = sibling.id.as_kamerstuk().filter(|_| shares)?;
            Some(DocumentId::Kamerstuk(Kamerstuk { dossier, ..*paper }))
        });
        std::iter::once(self.id.clone()).chain(siblings)
    }

    /// The words that it would change.
    pub(super) fn span(&self, target: &Target) -> Option<crate::text::Span> {
        match self.slip {
            Part::Dossier(_) => target.dossiers.first().map(|mention| mention.span),
            Part::Number(_) => target.number_span,
        }
    }

    /// What would make the citation name this paper, in the spelling of the letter.
    pub(super) fn fix(&self, text: &str, target: &Target, safe: bool) -> Option<Fix> {
        let span = self.span(target)?;
        let new = match self.slip {
            Part::Dossier(dossier) => {
                respell::dossier(span.of(text), target.dossiers.first()?.dossier, dossier)
            }
            Part::Number(number) => number.to_string(),
        };
        let title = Message::new("fix-suggestion").with("paper", self.id.printed());
        Some(Fix { title, safe, edits: vec![Edit { span, text: new }] })
    }

    /// The other place of the letter that makes this paper likely.
    pub(super) fn related(&self) -> Option<Related> {
        let mention = self.mention?;
        let dossier = self.id.dossier()?.printed();
        let message = match mention.citation {
            Some(_) => Message::new("related-cited").with("dossier", dossier),
            None => Message::new("related-own-dossier").with("dossier", dossier),
        };
        Some(Related { path: None, span: mention.span, message })
    }
}
