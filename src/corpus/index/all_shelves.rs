//! What is known of all identifiers, in memory: while an index is made, and to see whether one that is there is what it should be.

use std::collections::{BTreeSet, HashMap};

use crate::identifier::Dossier;

use super::lexicon::{Counts, Kind, title_key};
use super::prepared::{Move, Shelves};
use super::shelf::{Entry, shelf_of, write_shelf};
use super::trouble::Trouble;

/// What is known of all identifiers.
#[derive(Default)]
pub(super) struct AllShelves {
    entries: HashMap<String, Entry>,
    /// The identifiers that several letters claim to be.
    pub(super) twice: BTreeSet<String>,
    /// How many letters are found by each word.
    words: HashMap<String, usize>,
}

impl Shelves for AllShelves {
    fn change(&mut self, key: &str, change: impl FnOnce(&mut Entry)) -> Result<(), Trouble> {
        if let Some(entry) = self.entries.get_mut(key) {
            change(entry);
        } else {
            change(self.entries.entry(key.to_owned()).or_default());
        }
        Ok(())
    }

    fn count(&mut self, kind: Kind, key: &str, way: Move) -> Result<(), Trouble> {
        // What else there is in a lexicon stands on the shelves too.
        if kind == Kind::Word {
            if let Some(count) = self.words.get_mut(key) {
                way.count(count);
            } else {
                way.count(self.words.entry(key.to_owned()).or_default());
            }
        }
        Ok(())
    }

    fn told(&mut self, id: &str, letters: usize) -> Result<(), Trouble> {
        if letters > 1 {
            self.twice.insert(id.to_owned());
        }
        Ok(())
    }
}

impl AllShelves {
    /// How many identifiers there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What the lexicon counts, in the order of its rows.
    #[expect(clippy::iter_over_hash_type, reason = "what is gathered is sorted, whatever comes first")]
    pub(super) fn lexicon(&self) -> Counts {
        let mut counts: Counts =
            self.words.iter().map(|(word, count)| ((Kind::Word, word.clone()), *count)).collect();
        for (key, entry) in &self.entries {
            // Not every key is a dossier, and none that is not has titles.
            for (title, count) in &entry.titles {
                *counts.entry((Kind::Title, title_key(key, title))).or_default() += count;
            }
            let times = entry.in_dossier + entry.letters.len();
            if times > 0 && Dossier::parse(key).is_some() {
                counts.insert((Kind::Dossier, key.clone()), times);
            }
        }
        counts
    }

    /// The bytes of so many shelves, in their order.
    pub(super) fn contents(&self, count: usize) -> impl Iterator<Item = Vec<u8>> {
        let mut shelves: Vec<Vec<(&str, &Entry)>> = vec![Vec::new(); count];
        let mut sorted: Vec<_> = self.entries.iter().map(|(key, entry)| (&**key, entry)).collect();
        sorted.sort_unstable_by_key(|(key, _)| *key);
        for (key, entry) in sorted {
            shelves[shelf_of(key, count)].push((key, entry));
        }
        shelves.into_iter().map(|shelf| write_shelf(shelf.into_iter()))
    }
}
