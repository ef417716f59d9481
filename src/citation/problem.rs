//! What can be wrong with the form of a citation.

use crate::messages::{Argument, Message};
use crate::text::Span;

use super::Family;

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
    /// A chapter or part that is none: `36 410 VIIII`, `21 501-2`.
    MalformedToevoeging,
    /// What stands behind `nr.` and is no number of a paper: `nr. 12345`.
    MalformedNumber,
    /// A range whose end lies before its beginning: `nrs. 7–3`.
    BackwardRange,
    /// `nr.` without a number behind it, or a page without one before it.
    MissingNumber,
    /// A chamber that is none: `Kamerstukken III 2019/20`.
    MalformedKamer,
    /// A session year that is not two consecutive years.
    SessionYear {
        /// The years that may be meant, `2019/20`.
        candidates: Vec<String>,
    },
    /// Year and number of an act of the European Union in the wrong order: `Verordening (EU) 679/2016`.
    ActNumberOrder,
    /// A keyword of another family than the paper is of: `Handelingen II, 1995-1996, 24 692, nr. 3`.
    WrongKind {
        /// What the paper is.
        meant: Family,
    },
}

impl Problem {
    /// What is wrong, to be said; `text` is the text of the letter.
    #[must_use]
    pub fn message(&self, text: &str) -> Message {
        // What was printed over two lines stands on one.
        let printed = &*self.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        match self.kind {
            ProblemKind::MalformedDossier => {
                Message::new("problem-malformed-dossier").with("printed", printed)
            }
            ProblemKind::MalformedToevoeging => {
                Message::new("problem-malformed-toevoeging").with("printed", printed)
            }
            ProblemKind::MalformedNumber => Message::new("problem-malformed-number").with("printed", printed),
            ProblemKind::BackwardRange => Message::new("problem-backward-range").with("printed", printed),
            ProblemKind::MissingNumber => Message::new("problem-missing-number"),
            ProblemKind::MalformedKamer => Message::new("problem-malformed-kamer").with("printed", printed),
            ProblemKind::SessionYear { .. } => Message::new("problem-session-year").with("printed", printed),
            ProblemKind::ActNumberOrder => Message::new("problem-act-number-order").with("printed", printed),
            ProblemKind::WrongKind { meant } => Message::new("problem-wrong-kind")
                .with("printed", printed)
                .with("meant", Argument::message(Message::new(kind_of(meant)))),
        }
    }
}

/// The message that says what a paper of this family is, within a sentence: `een Kamerstuk`.
const fn kind_of(family: Family) -> &'static str {
    match family {
        Family::Kamerstuk => "kind-kamerstuk",
        Family::TkDocument => "kind-tk-document",
        Family::Zaak => "kind-zaak",
        _ => "kind-other",
    }
}

impl ProblemKind {
    /// The code in structured output; the rule that reports it has the same.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MalformedDossier => "malformed-dossier",
            Self::MalformedToevoeging => "malformed-toevoeging",
            Self::MalformedNumber => "malformed-number",
            Self::BackwardRange => "backward-range",
            Self::MissingNumber => "missing-number",
            Self::MalformedKamer => "malformed-kamer",
            Self::SessionYear { .. } => "session-year",
            Self::ActNumberOrder => "act-number-order",
            Self::WrongKind { .. } => "wrong-kind",
        }
    }
}
