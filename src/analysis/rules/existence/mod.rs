//! Rules about whether there is what a citation leads to.

mod unknown_document;

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[&unknown_document::RULE];
