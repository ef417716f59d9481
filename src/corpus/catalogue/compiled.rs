//! A list in the form in which it is searched: one immutable run of bytes, checksummed.
//!
//! The same bytes lie in the cache folder and in memory; a look-up is a binary search in them and nothing is unpacked.
//! Whatever is damaged, a single bit or a cut end, is found when the bytes are opened.
//!
//! ```text
//! header   magic 8 · format 4 · spare 4 · source digest 16 · keys 8 · names 8 · bytes of names 8
//!          · identifiers read 8 · lines not understood 8 · the first of them 8
//! keys     16 bytes each, ascending           (papers)
//! ends     4 bytes each, ascending            (where each name ends)
//! names    one behind the other, ascending    (everything else)
//! checksum 16                                 (XXH3 of all before)
//! ```
//! Numbers are big-endian.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_128;

use crate::identifier::{DocumentId, Series};

use super::key::{Key, KeyRange};

/// The version of the form. It is part of the file's name, so that two versions of Griffier do not fight over one file.
pub(super) const FORMAT: u32 = 1;

const MAGIC: &[u8; 8] = b"griffcat";
const HEADER: usize = 80;
const CHECKSUM: usize = 16;

/// An opened list.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    bytes: Box<[u8]>,
    keys: usize,
    names: usize,
    facts: Facts,
}

/// What is remembered of the source beside its identifiers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Facts {
    /// Identifiers read, repeated ones and those of reprints included.
    pub(super) identifiers: usize,
    /// Lines that were no identifier.
    pub(super) not_understood: usize,
    /// The first of them, from one; zero where there is none.
    pub(super) first_not_understood: usize,
}

/// Bytes that are no sound list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Damaged;

/// Collects identifiers.
#[derive(Default)]
pub(super) struct Compiler {
    keys: Vec<Key>,
    names: Vec<Box<str>>,
    pub(super) facts: Facts,
}

impl Compiler {
    /// Takes one more.
    pub(super) fn add(&mut self, id: &DocumentId) {
        self.facts.identifiers += 1;
        match id.as_kamerstuk().and_then(Key::of) {
            Some(key) => self.keys.push(key),
            None => self.names.push(id.base().to_string().into()),
        }
    }

    /// Remembers a line that is no identifier, by its number from one.
    pub(super) fn skip(&mut self, line: usize) {
        self.facts.not_understood += 1;
        if self.facts.first_not_understood == 0 {
            self.facts.first_not_understood = line;
        }
    }

    /// The list, opened at once.
    pub(super) fn open(self, digest: u128) -> Compiled {
        Compiled::open(self.finish(digest), digest).expect("what was just compiled is sound")
    }

    /// The bytes of the list.
    pub(super) fn finish(mut self, digest: u128) -> Vec<u8> {
        self.keys.sort_unstable();
        self.keys.dedup();
        self.names.sort_unstable();
        self.names.dedup();
        let name_bytes: usize = self.names.iter().map(|name| name.len()).sum();
        let mut bytes =
            Vec::with_capacity(HEADER + 16 * self.keys.len() + 4 * self.names.len() + name_bytes + CHECKSUM);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_be_bytes());
        bytes.extend([0; 4]);
        bytes.extend(digest.to_be_bytes());
        let facts = self.facts;
        for number in [
            self.keys.len(),
            self.names.len(),
            name_bytes,
            facts.identifiers,
            facts.not_understood,
            facts.first_not_understood,
        ] {
            bytes.extend((number as u64).to_be_bytes());
        }
        bytes.extend(self.keys.iter().flat_map(|key| key.to_bytes()));
        let mut end = 0_u32;
        for name in &self.names {
            // Sources of more than four gigabytes are refused before they get here.
            end = end.saturating_add(u32::try_from(name.len()).unwrap_or(u32::MAX));
            bytes.extend(end.to_be_bytes());
        }
        bytes.extend(self.names.iter().flat_map(|name| name.as_bytes()));
        bytes.extend(xxh3_128(&bytes).to_be_bytes());
        bytes
    }
}

impl Compiled {
    /// Opens a list.
    ///
    /// # Errors
    /// Where the bytes are not those that were written for the source with this digest.
    pub(super) fn open(bytes: Vec<u8>, digest: u128) -> Result<Self, Damaged> {
        let body = bytes.len().checked_sub(CHECKSUM).filter(|&body| body >= HEADER).ok_or(Damaged)?;
        let stored = u128::from_be_bytes(array(&bytes[body..])?);
        let head = &bytes[..HEADER];
        let sound = stored == xxh3_128(&bytes[..body])
            && &head[..8] == MAGIC
            && head[8..12] == FORMAT.to_be_bytes()
            && head[16..32] == digest.to_be_bytes();
        let number = |at: usize| -> Result<usize, Damaged> {
            usize::try_from(u64::from_be_bytes(array(&head[at..at + 8])?)).map_err(|_| Damaged)
        };
        let (keys, names, name_bytes) = (number(32)?, number(40)?, number(48)?);
        let expected = keys
            .checked_mul(16)
            .and_then(|len| len.checked_add(names.checked_mul(4)?)?.checked_add(name_bytes))
            .and_then(|len| len.checked_add(HEADER));
        if !sound || expected != Some(body) {
            return Err(Damaged);
        }
        let facts = Facts {
            identifiers: number(56)?,
            not_understood: number(64)?,
            first_not_understood: number(72)?,
        };
        Ok(Self { bytes: bytes.into(), keys, names, facts })
    }

    /// What is remembered of the source.
    pub(super) const fn facts(&self) -> Facts {
        self.facts
    }

    /// How many papers it holds, of all families.
    pub(super) const fn len(&self) -> usize {
        self.keys + self.names
    }

    /// How many of each series, in the order of [`Series`].
    pub(super) fn per_series(&self) -> BTreeMap<Series, usize> {
        let mut counts = BTreeMap::new();
        if self.keys > 0 {
            counts.insert(Series::Kamerstuk, self.keys);
        }
        for at in 0..self.names {
            let name = std::str::from_utf8(self.name(at)).ok();
            if let Some(id) = name.and_then(|name| DocumentId::parse(name).ok()) {
                *counts.entry(id.series()).or_default() += 1;
            }
        }
        counts
    }

    /// The keys of a range.
    pub(super) fn keys_in(
        &self,
        range: KeyRange,
    ) -> impl DoubleEndedIterator<Item = Key> + ExactSizeIterator + '_ {
        let (start, end) = (self.lower_bound(range.start), self.lower_bound(range.end));
        (start..end.max(start)).map(|at| self.key(at))
    }

    /// Whether a range holds any key.
    pub(super) fn has_any(&self, range: KeyRange) -> bool {
        let at = self.lower_bound(range.start);
        at < self.keys && self.key(at) < range.end
    }

    /// The last key before a place.
    pub(super) fn last_before(&self, key: Key) -> Option<Key> {
        self.lower_bound(key).checked_sub(1).map(|at| self.key(at))
    }

    /// The first key from a place on.
    pub(super) fn first_from(&self, key: Key) -> Option<Key> {
        let at = self.lower_bound(key);
        (at < self.keys).then(|| self.key(at))
    }

    /// The last key of all.
    pub(super) fn last(&self) -> Option<Key> {
        self.keys.checked_sub(1).map(|at| self.key(at))
    }

    /// Whether it holds this name.
    pub(super) fn has_name(&self, name: &str) -> bool {
        let at = self.names_before(name);
        at < self.names && self.name(at) == name.as_bytes()
    }

    /// The names that begin with `prefix`, ascending as bytes.
    pub(super) fn names_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        (self.names_before(prefix)..self.names)
            .map(|at| self.name(at))
            .take_while(move |name| name.starts_with(prefix.as_bytes()))
            .filter_map(|name| std::str::from_utf8(name).ok())
    }

    /// How many names come before `name`.
    fn names_before(&self, name: &str) -> usize {
        let (mut low, mut high) = (0, self.names);
        while low < high {
            let middle = low.midpoint(high);
            if self.name(middle) < name.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// How many keys lie before `key`.
    fn lower_bound(&self, key: Key) -> usize {
        let (mut low, mut high) = (0, self.keys);
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle) < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn key(&self, at: usize) -> Key {
        let start = HEADER + 16 * at;
        Key::from_bytes(array(&self.bytes[start..]).expect("the length was checked when it was opened"))
    }

    fn name(&self, at: usize) -> &[u8] {
        let ends = HEADER + 16 * self.keys;
        let names = ends + 4 * self.names;
        let end = |at: usize| -> usize {
            array(&self.bytes[ends + 4 * at..])
                .map_or(0, |bytes| usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(usize::MAX))
        };
        let start = at.checked_sub(1).map_or(0, end);
        self.bytes.get(names + start..names + end(at)).unwrap_or_default()
    }
}

fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N], Damaged> {
    bytes.first_chunk().copied().ok_or(Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(ids: &[&str]) -> Vec<u8> {
        let mut compiler = Compiler::default();
        for id in ids {
            compiler.add(&DocumentId::parse(id).unwrap());
        }
        compiler.finish(7)
    }

    #[test]
    fn what_was_put_in_is_found() {
        let list = Compiled::open(
            list(&[
                "kst-29521-385",
                "kst-29521-385-h1",
                "stb-2009-120",
                "blg-12",
                "kst-1183940",
                "stb-2009-120",
            ]),
            7,
        )
        .unwrap();
        assert_eq!(list.len(), 4);
        assert_eq!(list.facts().identifiers, 6);
        assert!(list.has_name("stb-2009-120") && list.has_name("blg-12") && list.has_name("kst-1183940"));
        assert!(!list.has_name("stb-2009-12") && !list.has_name("") && !list.has_name("zzz"));
        assert_eq!(list.names_with("stb-2009-").collect::<Vec<_>>(), ["stb-2009-120"]);
        assert_eq!(list.names_with("s").count() + list.names_with("x").count(), 1);
        let counts: Vec<_> = list.per_series().into_iter().map(|(series, n)| (series.code(), n)).collect();
        assert_eq!(counts, [("kst", 2), ("blg", 1), ("stb", 1)]);
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_found() {
        let bytes = list(&["kst-29521-385", "kst-36410-X-1", "stb-2009-120", "trb-1964-4"]);
        assert!(Compiled::open(bytes.clone(), 7).is_ok());
        assert!(Compiled::open(bytes.clone(), 8).is_err());
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Compiled::open(damaged, 7).err(), Some(Damaged), "bit {bit}");
        }
        for len in 0..bytes.len() {
            assert!(Compiled::open(bytes[..len].to_vec(), 7).is_err(), "cut at {len}");
        }
    }

    #[test]
    fn an_empty_list_holds_nothing() {
        let list = Compiled::open(list(&[]), 7).unwrap();
        assert_eq!(list.len(), 0);
        assert!(list.last().is_none() && !list.has_name("stb-2009-120"));
    }
}
