//! What is known of all identifiers, in memory: while an index is made, and to see whether one that is there is what it should be.

use std::collections::HashMap;

use super::prepared::Shelves;
use super::shelf::{Entry, shelf_of, write_shelf};
use super::trouble::Trouble;

/// What is known of all identifiers.
#[derive(Default)]
pub(super) struct AllShelves {
    entries: HashMap<String, Entry>,
    /// The identifiers that several letters claim to be.
    pub(super) twice: Vec<String>,
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

    fn told(&mut self, id: &str, letters: usize) -> Result<(), Trouble> {
        if letters > 1 {
            self.twice.push(id.to_owned());
        }
        Ok(())
    }
}

impl AllShelves {
    /// How many identifiers there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
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
