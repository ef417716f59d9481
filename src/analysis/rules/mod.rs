//! The rules: what can be said of the citations of a letter, one file each, in a folder a group.
//!
//! A rule is a row of plain data and a function from a [`Subject`] to [`Finding`]s.
//! To add one, write its file in the folder of its group, name it in `RULES` there, and give it its sentences in both languages: `rule-<code>-what`, one line for lists of rules, and `rule-<code>-why`, the reasoning with its source.
//! Its examples are its documentation and its test: `tests.rs` runs every one of every rule, and fails on a file that is in no list.

mod existence;
mod form;
mod letter;
mod sense;

pub use form::is_plain_citation;

use super::{Finding, Severity, Subject};

/// Every rule, in the order of the documentation, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> + Clone {
    Group::ALL.into_iter().flat_map(|group| group.rules().iter().copied())
}

/// The codes of all rules, also of those that are off by default.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    all().map(|rule| rule.code).collect()
}

/// Something that can be said of a letter or its citations.
#[derive(Debug)]
pub struct Rule {
    /// Its name in settings, output and `explain`: words with hyphens.
    pub code: &'static str,
    /// What it is about; also the folder that it stands in.
    pub group: Group,
    /// How grave its findings are unless a setting says otherwise. A finding that is less certain can be softer.
    pub severity: Severity,
    /// Whether it speaks where no setting names it. What is a matter of taste or of house style is off, and has the level of the setting that turns it on.
    pub on: bool,
    /// What it cannot do without.
    pub needs: Needs,
    /// Letters in which it has something to say, and the same put right. There is one at least.
    pub examples: &'static [Example],
    /// What it offers at best.
    pub fixes: Fixes,
    /// What it has to say of a letter.
    pub(super) check: fn(&Subject<'_>) -> Vec<Finding>,
}

/// What a rule is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// The form of a citation.
    Form,
    /// Whether there is what it leads to.
    Existence,
    /// Whether what the letter says of a paper agrees with what is known of it.
    Sense,
    /// The letter itself.
    Letter,
}

impl Group {
    /// Every group, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Form, Self::Existence, Self::Sense, Self::Letter];

    /// Its name in settings and options.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Existence => "existence",
            Self::Sense => "sense",
            Self::Letter => "letter",
        }
    }

    /// Its rules, in the order of the documentation.
    #[must_use]
    pub fn rules(self) -> &'static [&'static Rule] {
        match self {
            Self::Form => form::RULES,
            Self::Existence => existence::RULES,
            Self::Sense => sense::RULES,
            Self::Letter => letter::RULES,
        }
    }
}

/// What a rule cannot do without: it is not asked where that is missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Needs {
    /// The letter alone.
    Nothing,
    /// A list of what exists, and all letters of the corpus read: the next one may be the very paper that seems to be missing.
    Catalogue,
    /// What is known of papers beyond that they exist: their letters in the corpus, or a list that tells of dates, kinds or pages.
    Letters,
}

/// What a rule offers at best to mend its findings.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fixes {
    /// Nothing: only the writer knows what was meant.
    None,
    /// What may have been meant, for the writer to judge.
    Unsafe,
    /// In some findings at least what was certainly meant.
    Safe,
}

/// A few lines of a letter in Markdown, wrong and right, as `explain` shows them and the tests run them.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The rule has something to say of this, and no other rule has.
    pub wrong: &'static str,
    /// No rule has anything to say of this. It is what the first fix of `wrong` makes of it, if there is one.
    pub right: &'static str,
    /// The letters and the list beside it, in the notation of `analysis/fixture.rs`; the usual list where this is empty.
    pub beside: &'static str,
}

impl Example {
    /// An example beside the usual list.
    #[must_use]
    pub(super) const fn new(wrong: &'static str, right: &'static str) -> Self {
        Self { wrong, right, beside: "" }
    }

    /// The same beside other letters or another list.
    #[must_use]
    pub(super) const fn beside(self, beside: &'static str) -> Self {
        Self { beside, ..self }
    }
}

impl Rule {
    /// The rule with this code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Self> {
        all().find(|rule| rule.code == code)
    }
}

#[cfg(test)]
mod tests;
