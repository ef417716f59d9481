//! A map that is handed out whole at no cost and then changed without copying it whole.
//!
//! The engine gives every query a snapshot while it goes on changing letters. The map is cut into shards behind `Arc`s: a snapshot takes the shards, and a change copies the one shard that it touches, and only if a snapshot still holds it.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasher, BuildHasherDefault, Hash};
use std::sync::Arc;

/// Enough that a shard of a hundred thousand letters is copied in microseconds, few enough that a snapshot is taken in one.
const SHARDS: usize = 256;

/// The hash is the same in every shard and every run, since it also chooses the shard.
type Hasher = BuildHasherDefault<DefaultHasher>;
type Shard<K, V> = HashMap<K, V, Hasher>;

#[derive(Debug)]
pub(super) struct Sharded<K, V> {
    shards: Box<[Arc<Shard<K, V>>]>,
}

impl<K, V> Clone for Sharded<K, V> {
    fn clone(&self) -> Self {
        Self { shards: self.shards.clone() }
    }
}

impl<K, V> Default for Sharded<K, V> {
    fn default() -> Self {
        let empty = Arc::new(Shard::default());
        Self { shards: vec![empty; SHARDS].into() }
    }
}

impl<K: Hash + Eq + Clone, V: Clone + Default> Sharded<K, V> {
    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.shards[shard_of(key)].get(key)
    }

    /// All keys with their values, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.shards.iter().flat_map(|shard| shard.iter())
    }

    /// Changes the value of a key, which is the default where there was none; a value that is `vacant` afterwards is taken out.
    pub(super) fn change(&mut self, key: &K, change: impl FnOnce(&mut V), vacant: impl FnOnce(&V) -> bool) {
        let shard = Arc::make_mut(&mut self.shards[shard_of(key)]);
        let value = shard.entry(key.clone()).or_default();
        change(value);
        if vacant(value) {
            shard.remove(key);
        }
    }
}

fn shard_of(key: &impl Hash) -> usize {
    let hash = Hasher::default().hash_one(key);
    // The map within the shard uses the high bits and the low ones; these are from the middle.
    usize::try_from((hash >> 24) % SHARDS as u64).expect("a remainder below the number of shards")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(map: &mut Sharded<u32, Vec<u32>>, key: u32, value: u32) {
        map.change(&key, |values| values.push(value), Vec::is_empty);
    }

    #[test]
    fn a_snapshot_stays_as_it_was() {
        let mut map = Sharded::default();
        for key in 0..2_000 {
            add(&mut map, key, key);
        }
        let snapshot = map.clone();
        add(&mut map, 7, 8);
        map.change(&9, Vec::clear, Vec::is_empty);
        assert_eq!(snapshot.get(&7), Some(&vec![7]));
        assert_eq!(snapshot.get(&9), Some(&vec![9]));
        assert_eq!(map.get(&7), Some(&vec![7, 8]));
        assert_eq!(map.get(&9), None);
        let shared = map.shards.iter().zip(&snapshot.shards).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert!(shared >= SHARDS - 2, "a change copied {} shards", SHARDS - shared);
    }
}
