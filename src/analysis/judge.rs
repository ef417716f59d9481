//! From a reading and a corpus to a judgement.

use crate::citation::Reading;
use crate::config::FindingsConfig;
use crate::corpus::{Corpus, Existence};

use super::Finding;

/// What is known of the citations of a letter, and what is to be said of them.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// For each citation, for each of its targets, what can be said of its existence.
    pub existence: Vec<Vec<Existence>>,
    /// What the rules say, in order of place.
    pub findings: Vec<Finding>,
}

/// Remembers what identifiers resolve to, for as long as the corpus does not change.
/// Typing asks the corpus only for identifiers that were never seen.
#[derive(Debug, Default)]
pub struct Memo {}

/// Judges a letter by all rules that the settings leave on.
#[must_use]
pub fn judge(
    _reading: &Reading,
    _corpus: &dyn Corpus,
    _settings: &FindingsConfig,
    _memo: &Memo,
) -> Judgement {
    Judgement::default()
}
