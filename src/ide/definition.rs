//! From a citation to the cited letter, from a footnote mark to its note and back.

use std::path::PathBuf;

use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::identifier::DocumentId;
use crate::text::Span;

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

/// Where the thing at `offset` leads.
#[must_use]
pub fn definition(_reading: &Reading, _offset: usize, _corpus: &dyn Corpus) -> Vec<Jump> {
    Vec::new()
}
