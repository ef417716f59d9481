//! Rules about whether what a letter says of a paper agrees with what is known of it. Each is silent where nothing is known.

mod date_mismatch;
mod joint_dossier_order;
mod kind_mismatch;
mod later_document;
mod quotation_mismatch;
mod self_citation;
mod session_mismatch;

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[
    &date_mismatch::RULE,
    &session_mismatch::RULE,
    &later_document::RULE,
    &self_citation::RULE,
    &kind_mismatch::RULE,
    &joint_dossier_order::RULE,
    &quotation_mismatch::RULE,
];
