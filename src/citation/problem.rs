//! What can be wrong with the form of a citation.

use crate::messages::Message;
use crate::text::Span;

/// Something that is wrong with the form of a citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The words that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub kind: ProblemKind,
    /// What is certainly meant, to stand in place of `span`.
    pub correction: Option<String>,
}

/// What is wrong. The printed words are those under the problem's span.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// A dossier number that is none: `295 21`, `29 52`, `295211`.
    MalformedDossier,
    /// `nr.` without a number behind it, or a page without one before it.
    MissingNumber,
    /// A session year that is not two consecutive years.
    SessionYear {
        /// The years that may be meant, `2019/20`.
        candidates: Vec<String>,
    },
}

impl Problem {
    /// What is wrong, to be said; `text` is the text of the letter.
    #[must_use]
    pub fn message(&self, text: &str) -> Message {
        let printed = self.span.of(text);
        match self.kind {
            ProblemKind::MalformedDossier => {
                Message::new("problem-malformed-dossier").with("printed", printed)
            }
            ProblemKind::MissingNumber => Message::new("problem-missing-number"),
            ProblemKind::SessionYear { .. } => Message::new("problem-session-year").with("printed", printed),
        }
    }
}

impl ProblemKind {
    /// The code in structured output; the rule that reports it has the same.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MalformedDossier => "malformed-dossier",
            Self::MissingNumber => "missing-number",
            Self::SessionYear { .. } => "session-year",
        }
    }
}
