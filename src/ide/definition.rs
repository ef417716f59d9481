//! From a citation to the cited letter, from a footnote mark to its note and back.

use std::path::PathBuf;

use crate::citation::{Citation, Reading, Target};
use crate::corpus::{Corpus, Existence, LetterRecord};
use crate::identifier::DocumentId;
use crate::text::Span;

use super::hover::{Thing, under_cursor};

/// A way from some words to another place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jump {
    /// The words that it leads away from.
    pub origin: Span,
    /// Where it leads.
    pub to: Destination,
}

/// Where a jump leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Destination {
    /// A place in the same text.
    Here(Span),
    /// A place in another letter, in bytes of its text.
    Letter {
        /// Its file.
        path: PathBuf,
        /// The head of the letter, or the start of the page that was cited.
        span: Span,
    },
    /// A read-only page about a paper that is known from a list alone.
    Page(DocumentId),
}

/// Where the thing at `offset` leads. Words that several papers share lead to each of them.
#[must_use]
pub fn definition(reading: &Reading, offset: usize, corpus: &dyn Corpus) -> Vec<Jump> {
    match under_cursor(reading, offset) {
        None => Vec::new(),
        Some(Thing::Target(citation, target)) => {
            let origin = if citation.targets.len() > 1 { target.span } else { citation.span };
            to_papers(origin, std::slice::from_ref(target), corpus)
        }
        Some(Thing::Citation(citation @ Citation { targets, .. })) => {
            to_papers(citation.span, targets, corpus)
        }
        Some(Thing::Mark(note, mark)) => vec![Jump { origin: mark, to: Destination::Here(note.anchor) }],
        Some(Thing::Note(note)) => {
            note.marks.iter().map(|mark| Jump { origin: note.anchor, to: Destination::Here(*mark) }).collect()
        }
    }
}

fn to_papers(origin: Span, targets: &[Target], corpus: &dyn Corpus) -> Vec<Jump> {
    let ids: Vec<DocumentId> = targets.iter().map(|target| target.id.clone()).collect();
    let letters = corpus.letters_of_many(&ids);
    let existence = corpus.existence_of_many(&ids);
    let known = letters.into_iter().zip(existence);
    targets
        .iter()
        .zip(known)
        .filter_map(|(target, (letter, existence))| {
            let to = match letter {
                Some(letter) => {
                    Destination::Letter { path: letter.path.clone(), span: landing(&letter, target) }
                }
                None if existence == Existence::Known || has_letters(&target.id, corpus) => {
                    Destination::Page(target.id.clone())
                }
                None => return None,
            };
            Some(Jump { origin, to })
        })
        .collect()
}

/// The page that was cited where the text of the letter shows it, else its head.
fn landing(letter: &LetterRecord, target: &Target) -> Span {
    let cited = target.pin.as_ref().map(|pin| pin.page);
    let page = cited.and_then(|number| letter.pages.iter().find(|page| page.number == number));
    page.map_or(letter.header, |page| Span::new(page.start, page.start))
}

fn has_letters(id: &DocumentId, corpus: &dyn Corpus) -> bool {
    match id {
        DocumentId::Dossier(dossier) => {
            corpus.letters_in_dossiers(&[*dossier]).first().is_some_and(|letters| !letters.is_empty())
        }
        _ => false,
    }
}
