//! What the text of a letter leaves open, settled by what the corpus knows.
//!
//! This is the step between the recogniser and everything else. What is asked and what follows stands in `citation`; here it is asked, of the corpus and of what the memo remembers of it.

use crate::citation::{Reading, Recognised, Register};
use crate::corpus::Corpus;
use crate::identifier::{DocumentId, PageRange};

use super::Memo;

/// The letter as it is to be understood in this corpus.
///
/// What only has the form of a citation is one where the corpus knows its papers; papers of the Eerste Kamer of 1994/95 to 2009/10 get the identifier that they were published under; pages of the record of debates become the publications that hold them.
/// The corpus is asked two questions at most, and none for what `memo` remembers.
#[must_use]
pub fn settle(recognised: &Recognised, corpus: &dyn Corpus, memo: &Memo) -> Reading {
    recognised.settle(&Remembering { corpus, memo, generation: corpus.state().generation })
}

/// The corpus, asked by way of a memo.
struct Remembering<'a> {
    corpus: &'a dyn Corpus,
    memo: &'a Memo,
    generation: u64,
}

impl Register for Remembering<'_> {
    fn known_as(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        self.memo.known_as(self.corpus, self.generation, ids)
    }

    fn publications(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        self.memo.publications(self.corpus, self.generation, ranges)
    }
}

#[cfg(test)]
mod tests;
