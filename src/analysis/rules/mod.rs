//! The rules: what can be said of the citations of a letter, one file each.
//!
//! A rule is a row of plain data and a function from a [`Subject`] to [`Finding`]s.
//! To add one, write its file beside these, name it in [`ALL`], and give it its sentences: `rule-<code>`, one line for lists of rules, and `rule-<code>-why`, the reasoning with its source, which `griffier explain` prints.

mod act_number_order;
mod backward_range;
mod form;
mod joint_dossier_order;
mod malformed_dossier;
mod malformed_number;
mod malformed_toevoeging;
mod missing_number;
mod session_year;
mod unknown_document;
mod wrong_kind;

use super::{Finding, Severity, Subject};

/// Every rule, in the order of the documentation: the form of a citation first, then what it leads to.
pub static ALL: &[&Rule] = &[
    &malformed_dossier::RULE,
    &malformed_toevoeging::RULE,
    &malformed_number::RULE,
    &backward_range::RULE,
    &missing_number::RULE,
    &session_year::RULE,
    &wrong_kind::RULE,
    &act_number_order::RULE,
    &joint_dossier_order::RULE,
    &unknown_document::RULE,
];

/// Something that can be said of citations.
#[derive(Debug)]
pub struct Rule {
    /// Its name in settings, output and `explain`: words with hyphens.
    pub code: &'static str,
    /// How grave its findings are unless a setting says otherwise. A finding that is less certain can be softer.
    pub severity: Severity,
    /// What it cannot do without.
    pub needs: Needs,
    /// A letter in which it has something to say, and the same put right.
    pub example: Example,
    /// What it has to say of a letter.
    pub(super) check: fn(&Subject<'_>) -> Vec<Finding>,
}

/// What a rule cannot do without.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Needs {
    /// The letter alone: the rule is about the form of its citations.
    Text,
    /// A list of what exists.
    Catalogue,
}

/// A line of a letter, wrong and right, as `explain` shows it and the tests run it.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The rule has something to say of this.
    pub wrong: &'static str,
    /// No rule has anything to say of this.
    pub right: &'static str,
}

impl Rule {
    /// The rule with this code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|rule| rule.code == code)
    }
}

#[cfg(test)]
mod tests;
