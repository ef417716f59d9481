//! Rules about whether there is what a citation leads to.

mod absence;
mod item_beyond_end;
mod page_beyond_end;
mod superseded_version;
mod unknown_document;
mod unknown_dossier;
mod unknown_toevoeging;
mod unverified_document;

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[
    &unknown_document::RULE,
    &unknown_dossier::RULE,
    &unknown_toevoeging::RULE,
    &unverified_document::RULE,
    &superseded_version::RULE,
    &page_beyond_end::RULE,
    &item_beyond_end::RULE,
];
