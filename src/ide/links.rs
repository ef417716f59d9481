//! The official address of every cited paper, as links in the text.

use crate::citation::Reading;
use crate::identifier::DocumentId;
use crate::text::Span;

/// A link in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The words that are the link.
    pub span: Span,
    /// Which paper it leads to.
    pub id: DocumentId,
    /// The address at the official publisher.
    pub url: String,
}

/// The links of a letter.
#[must_use]
pub fn links(_reading: &Reading) -> Vec<Link> {
    Vec::new()
}
