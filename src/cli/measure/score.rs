//! What was found against what was expected, by row and in sum.

use std::collections::BTreeMap;

use serde::Serialize;

use super::gold::Row;

/// How a row was read in one place or several: the worst of them counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub(super) struct Judgement {
    /// Identifiers and pins are exactly those that were expected.
    pub(super) complete: bool,
    /// There is an identifier that was not expected.
    pub(super) extra: bool,
    /// An expected identifier is not there.
    pub(super) missed: bool,
}

/// How many rows were read how.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub(super) struct Tally {
    pub(super) complete: usize,
    pub(super) extra: usize,
    pub(super) missed: usize,
}

/// The figures of one kind of citations, or of all.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub(super) struct Figures {
    pub(super) rows: usize,
    pub(super) alone: Tally,
    pub(super) sentence: Tally,
}

/// A row that was not read completely, and what was found.
#[derive(PartialEq, Eq, Debug, Serialize)]
pub(super) struct Lapse {
    pub(super) line: usize,
    pub(super) kind: String,
    /// The text that was read, and where in it the row stands.
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) expected: Vec<String>,
    pub(super) found: Vec<String>,
}

/// All figures, in the form that is printed for programs.
#[derive(Default, Debug, Serialize)]
pub(super) struct Score {
    version: u32,
    pub(super) kinds: BTreeMap<String, Figures>,
    pub(super) all: Figures,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) lapses: Vec<Lapse>,
}

impl Judgement {
    /// Nothing wrong.
    pub(super) const GOOD: Self = Self { complete: true, extra: false, missed: false };

    /// Judges what was found; the order of the papers does not matter.
    pub(super) fn of(expected: &[(String, String)], found: &[(String, String)]) -> Self {
        let sorted = |papers: &[(String, String)]| {
            let mut papers = papers.to_vec();
            papers.sort();
            papers
        };
        let lacks = |papers: &[(String, String)], others: &[(String, String)]| {
            others.iter().any(|(id, _)| papers.iter().all(|(other, _)| other != id))
        };
        Self {
            complete: sorted(expected) == sorted(found),
            extra: lacks(expected, found),
            missed: lacks(found, expected),
        }
    }

    /// The worse of two.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            complete: self.complete && other.complete,
            extra: self.extra || other.extra,
            missed: self.missed || other.missed,
        }
    }
}

impl Tally {
    fn count(&mut self, judgement: Judgement) {
        self.complete += usize::from(judgement.complete);
        self.extra += usize::from(judgement.extra);
        self.missed += usize::from(judgement.missed);
    }
}

impl Score {
    pub(super) fn new() -> Self {
        Self { version: 1, ..Self::default() }
    }

    /// Adds how one row was read.
    pub(super) fn count(&mut self, row: &Row, alone: Judgement, sentence: Judgement) {
        for figures in [self.kinds.entry(row.kind.clone()).or_default(), &mut self.all] {
            figures.rows += 1;
            figures.alone.count(alone);
            figures.sentence.count(sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(expected: &[(&str, &str)], found: &[(&str, &str)]) -> (bool, bool, bool) {
        let owned = |papers: &[(&str, &str)]| -> Vec<(String, String)> {
            papers.iter().map(|(id, pin)| ((*id).to_owned(), (*pin).to_owned())).collect()
        };
        let Judgement { complete, extra, missed } = Judgement::of(&owned(expected), &owned(found));
        (complete, extra, missed)
    }

    #[test]
    fn a_row_is_complete_with_all_papers_and_pins_and_no_more() {
        let two = [("kst-1-1", ""), ("kst-1-2", "p. 3")];
        assert_eq!(judged(&two, &[("kst-1-2", "p. 3"), ("kst-1-1", "")]), (true, false, false));
        assert_eq!(judged(&two, &[("kst-1-1", ""), ("kst-1-2", "")]), (false, false, false));
        assert_eq!(judged(&two, &[("kst-1-1", "")]), (false, false, true));
        assert_eq!(judged(&two, &[("kst-1-1", ""), ("kst-1-3", "p. 3")]), (false, true, true));
        assert_eq!(judged(&[], &[("kst-1-1", "")]), (false, true, false));
        // The same paper twice is one too many.
        assert_eq!(judged(&[("a", "")], &[("a", ""), ("a", "")]), (false, false, false));
    }
}
