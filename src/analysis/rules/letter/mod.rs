//! Rules about the letter itself: its footnotes, its dates, the names that it defines.

mod broken_link;
mod encoded_twice;
mod footnote_gap;
mod footnote_missing;
mod footnote_repeated;
mod footnote_unmarked;
mod impossible_date;
mod labels;
mod name_before_definition;
mod names;
mod unused_name;
mod wrong_weekday;

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[
    &footnote_missing::RULE,
    &footnote_unmarked::RULE,
    &footnote_repeated::RULE,
    &footnote_gap::RULE,
    &name_before_definition::RULE,
    &unused_name::RULE,
    &impossible_date::RULE,
    &wrong_weekday::RULE,
    &broken_link::RULE,
    &encoded_twice::RULE,
];
