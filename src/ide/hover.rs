//! What a cited paper is, under the cursor.

use crate::analysis::Memo;
use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::messages::Translator;
use crate::text::Span;

/// How the client shows text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Markup {
    /// As it is.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
}

/// What is shown, and of which words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The words that it is about.
    pub span: Span,
    /// The text, in the markup that was asked for.
    pub contents: String,
}

/// What is known of the thing at `offset`: a cited paper, or the note behind a footnote mark.
#[must_use]
pub fn hover(
    _reading: &Reading,
    _offset: usize,
    _corpus: &dyn Corpus,
    _memo: &Memo,
    _say: Translator,
    _markup: Markup,
) -> Option<Hover> {
    None
}
