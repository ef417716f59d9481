//! What a cited paper is, under the cursor.

use crate::analysis::Judgement;
use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::identifier::DocumentId;
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
/// `judgement` is that of the same reading.
#[must_use]
pub fn hover(
    _reading: &Reading,
    _judgement: &Judgement,
    _offset: usize,
    _corpus: &dyn Corpus,
    _say: Translator,
    _markup: Markup,
) -> Option<Hover> {
    None
}

/// What is known of a paper, whoever cites it; `griffier show` prints it.
#[must_use]
pub fn describe(_id: &DocumentId, _corpus: &dyn Corpus, _say: Translator, _markup: Markup) -> String {
    String::new()
}
