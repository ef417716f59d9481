//! Texts that the letter was before, and where its passages were in them.

use std::collections::VecDeque;
use std::sync::Arc;

use super::Mark;

/// So many passages are kept in mind of all texts together: some six megabytes.
const ROOM: usize = 1 << 18;

/// And so many texts of them at most, however few passages there are.
const MOST: usize = 2048;

/// What was seen, the newest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    texts: VecDeque<(u128, Arc<Vec<Mark>>)>,
    marks: usize,
}

impl Seen {
    /// Where the passages were when the letter last had the text with this digest. There may be fewer than now: those that were followed then.
    pub(super) fn find(&self, digest: u128) -> Option<Arc<Vec<Mark>>> {
        let newest = self.texts.iter().rev().find(|(other, _)| *other == digest);
        newest.map(|(_, marks)| Arc::clone(marks))
    }

    /// Keeps in mind where they are in a text.
    pub(super) fn note(&mut self, digest: u128, marks: &Arc<Vec<Mark>>) {
        self.texts.push_back((digest, Arc::clone(marks)));
        self.marks += marks.len();
        while self.texts.len() > MOST || (self.marks > ROOM && self.texts.len() > 1) {
            self.marks -= self.texts.pop_front().map_or(0, |(_, marks)| marks.len());
        }
    }
}
