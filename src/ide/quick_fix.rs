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

/// The fixes of all findings that touch `range`, which for a cursor is empty.
#[must_use]
pub fn quick_fixes(judgement: &Judgement, range: Span, say: Translator) -> Vec<QuickFix> {
    judgement
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.span.start <= range.end && range.start <= finding.span.end)
        .flat_map(|(at, finding)| {
            finding.fixes.iter().enumerate().map(move |(order, fix)| QuickFix {
                title: say.text(&fix.title),
                finding: at,
                preferred: order == 0 && fix.safe,
                edits: fix.edits.clone(),
            })
        })
        .collect()
}
