//! What a rule has to say: plain data, in bytes and codes.

use std::path::PathBuf;

use crate::messages::Message;
use crate::text::Span;

/// How grave a finding is; the graver, the less in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Wrong whatever the reader thinks.
    Error,
    /// Almost certainly wrong.
    Warning,
    /// Worth knowing.
    Info,
    /// Worth a look, for those who look.
    Hint,
}

impl Severity {
    /// The name in structured output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Hint => "hint",
        }
    }
}

/// Something that a rule has to say of a place in a letter.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The rule's identifier, which is also the code that users see: `unknown-document`.
    pub code: &'static str,
    /// How grave it is, after the settings.
    pub severity: Severity,
    /// The words that it is about.
    pub span: Span,
    /// What it says.
    pub message: Message,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// What would mend it, the best first.
    pub fixes: Vec<Fix>,
}

/// A place that explains a finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Related {
    /// The file; `None` is the letter itself.
    pub path: Option<PathBuf>,
    /// The place in it.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: Message,
}

/// A way to mend a finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Fix {
    /// What it does.
    pub title: Message,
    /// Whether it certainly restores what was meant, so that it may be applied unseen.
    pub safe: bool,
    /// The edits, ascending, without overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix that puts one text in place of some words: `‘295 21’ vervangen door ‘29 521’`.
    #[must_use]
    pub fn replace(text: &str, span: Span, by: impl Into<String>, safe: bool) -> Self {
        let by = by.into();
        let title =
            Message::new("fix-replace").with("old", one_line(span.of(text))).with("new", one_line(&by));
        Self { title, safe, edits: vec![Edit { span, text: by }] }
    }
}

/// Words to stand in place of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// Words of a letter as a message shows them: what was printed over two lines stands on one.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
