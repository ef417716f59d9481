//! Rules about the form of a citation: what can be told from its words alone.

mod act_number_order;
mod backward_range;
mod malformed_dossier;
mod malformed_number;
mod malformed_toevoeging;
mod missing_number;
mod problems;
mod session_year;
mod wrong_kind;

use super::Rule;

/// In the order of the documentation: part by part of a citation, then the citation as a whole.
pub(super) static RULES: &[&Rule] = &[
    &malformed_dossier::RULE,
    &malformed_toevoeging::RULE,
    &malformed_number::RULE,
    &backward_range::RULE,
    &missing_number::RULE,
    &session_year::RULE,
    &wrong_kind::RULE,
    &act_number_order::RULE,
];
