//! What the reader of a letter should know of the Word file that it came from: how much was left out or taken as settled, and where the first of it stands.

use crate::import::{Place, Remark};

/// Counts of what is told once for the whole file.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: [(usize, Place); KINDS.len()],
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A tracked change, which is read as if it were accepted.
    Change,
    /// A comment in the margin.
    Comment,
    /// Words that Word does not show.
    Hidden,
    /// A mark of a note that is not there.
    NoNote,
    /// A document within the document, which Word itself reads in when it is opened.
    Inserted,
    /// A field that never comes to its result.
    BrokenField,
}

/// The codes of the remarks, in the order of the kinds.
const KINDS: [&str; 6] = [
    "import-word-changes",
    "import-word-comments",
    "import-word-hidden",
    "import-word-no-note",
    "import-word-inserted",
    "import-word-broken-field",
];

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, kind: Kind, place: &Place) {
        let (count, first) = &mut self.counts[kind as usize];
        if *count == 0 {
            *first = place.clone();
        }
        *count += 1;
    }

    /// What is to be said.
    pub(super) fn remarks(self) -> Vec<Remark> {
        let said = KINDS.into_iter().zip(self.counts).filter(|(_, (count, _))| *count > 0);
        said.map(|(code, (count, place))| Remark::new(code, place).with("count", count)).collect()
    }
}
