//! Rules about the letter itself: its footnotes, its dates, the names that it defines.

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[];
