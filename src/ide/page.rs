//! Read-only pages about papers that are no files: what is known of a paper from lists alone.

use crate::corpus::Corpus;
use crate::identifier::DocumentId;
use crate::messages::Translator;

/// The address of the page about a paper, `griffier:///kst-29521-385.md`.
#[must_use]
pub fn page_address(id: &DocumentId) -> String {
    format!("griffier:///{id}.md")
}

/// Reads the address of a page.
#[must_use]
pub fn read_page_address(_address: &str) -> Option<DocumentId> {
    None
}

/// The page about a paper, in Markdown.
#[must_use]
pub fn page(_id: &DocumentId, _corpus: &dyn Corpus, _say: Translator) -> String {
    String::new()
}
