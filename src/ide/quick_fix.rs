//! What mends a finding, offered at its place.

use crate::analysis::{Edit, Judgement};
use crate::messages::Translator;
use crate::text::Span;

/// A way to mend a finding, as an editor offers it.
#[derive(Clone, PartialEq, Debug)]
pub struct QuickFix {
    /// What it does, in words.
    pub title: String,
    /// Which finding of the judgement it mends.
    pub finding: usize,
    /// Whether it is the one to take without looking.
    pub preferred: bool,
    /// The edits, ascending, without overlap.
    pub edits: Vec<Edit>,
}

/// The fixes of all findings that touch `range`.
#[must_use]
pub fn quick_fixes(_judgement: &Judgement, _range: Span, _say: Translator) -> Vec<QuickFix> {
    Vec::new()
}
