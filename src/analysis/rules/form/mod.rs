//! Rules about the form of a citation: what can be told from its words alone.

mod act_number_order;
mod backward_range;
mod keyword_number;
mod malformed_dossier;
mod malformed_kamer;
mod malformed_number;
mod malformed_toevoeging;
mod missing_item;
mod missing_number;
mod missing_part;
mod missing_space;
mod mixed_styles;
mod problems;
mod session_year;
mod style_profile;
mod unbalanced_parenthesis;
mod wrong_kamer;
mod wrong_kind;

pub(super) use missing_part::lacks_part;

pub use style_profile::is_plain_citation;

use super::Rule;

/// In the order of the documentation: part by part of a citation, then the citation as a whole.
pub(super) static RULES: &[&Rule] = &[
    &malformed_dossier::RULE,
    &malformed_toevoeging::RULE,
    &missing_part::RULE,
    &malformed_number::RULE,
    &backward_range::RULE,
    &missing_number::RULE,
    &malformed_kamer::RULE,
    &wrong_kamer::RULE,
    &session_year::RULE,
    &wrong_kind::RULE,
    &missing_item::RULE,
    &act_number_order::RULE,
    &missing_space::RULE,
    &unbalanced_parenthesis::RULE,
    &keyword_number::RULE,
    &mixed_styles::RULE,
    &style_profile::RULE,
];
