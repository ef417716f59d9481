//! A list in the form in which it is searched: immutable and checksummed.
//!
//! Its tables lie in memory as they lie in the cache folder; a look-up is a binary search in them and nothing is unpacked.
//! Whatever is damaged in them, a single bit or a cut end, is found when the list is opened.
//! What it says of its papers beside that they exist stays on disk, in blocks that are read and checked when somebody asks (`blocks`).
//!
//! ```text
//! blocks   what is said of papers             (of a list of bare identifiers none)
//! keys     16 bytes each, ascending           (papers)
//! rows      4 bytes each                      (where in the blocks the record of each lies, from one; where there are blocks)
//! titles   16 + 4 bytes each, ascending       (dossiers, and where in the blocks the title of each lies)
//! marks     4 + 8 bytes each                  (where each block ends, and its checksum)
//! ends      4 bytes each, ascending           (where each name ends)
//! rows      4 bytes each                      (as above)
//! names    one behind the other, ascending    (everything else)
//! foot     magic 8 · format 4 · spare 4 · source digest 16 · the numbers of the source and of the above, 8 each
//! checksum 16                                 (XXH3 of all behind the blocks)
//! ```
//! Numbers are big-endian.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

use crate::identifier::{DocumentId, Dossier, Series};

use super::blocks::{Blocks, Mark, Source};
use super::key::{Key, KeyRange};
use super::record::Record;
use super::row;

/// The version of the form. It is part of the file's name, so that two versions of Griffier do not fight over one file.
pub(super) const FORMAT: u32 = 2;

pub(super) const MAGIC: &[u8; 8] = b"griffcat";
pub(super) const FOOT: usize = 32 + 8 * NUMBERS;
pub(super) const CHECKSUM: usize = 16;
/// The numbers in the foot: papers, names, titles, marks, bytes of names, bytes of blocks, and the facts.
pub(super) const NUMBERS: usize = 12;

/// An opened list.
#[derive(Debug)]
pub(super) struct Compiled {
    /// All tables, without the foot.
    bytes: Box<[u8]>,
    keys: usize,
    names: usize,
    titles: usize,
    /// Where each table begins.
    tables: Tables,
    /// Whether any record lies in the blocks.
    has_rows: bool,
    blocks: Blocks,
    facts: Facts,
}

/// Where each table begins, in bytes.
#[derive(Clone, Copy, Debug)]
struct Tables {
    key_rows: usize,
    titles: usize,
    marks: usize,
    ends: usize,
    name_rows: usize,
    names: usize,
}

/// What is remembered of the source beside its identifiers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Facts {
    /// Identifiers read, repeated ones and those of reprints included.
    pub(super) identifiers: usize,
    /// Papers, dossiers and others with a record, each once.
    pub(super) records: usize,
    /// Lines that were no identifier.
    pub(super) not_understood: usize,
    /// The first of them, from one; zero where there is none.
    pub(super) first_not_understood: usize,
    /// Records with a key whose value makes no sense.
    pub(super) flawed: usize,
    /// The line of the first of them, from one; zero where there is none.
    pub(super) first_flawed: usize,
}

/// Bytes that are no sound list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Damaged;

/// Why a compiled file cannot be used.
#[derive(Debug)]
pub(super) enum NotOpened {
    /// It is not what was written.
    Damaged,
    /// It cannot be read.
    Failed(io::Error),
}

impl Compiled {
    /// Opens a list that lies in memory.
    ///
    /// # Errors
    /// Where the bytes are not those that were written for the source with this digest.
    pub(super) fn open(mut bytes: Vec<u8>, digest: u128) -> Result<Self, Damaged> {
        let foot = bytes.len().checked_sub(FOOT + CHECKSUM).ok_or(Damaged)?;
        let blocks = block_bytes(&bytes[foot..]).filter(|blocks| *blocks <= foot).ok_or(Damaged)?;
        let behind = bytes.split_off(blocks);
        Self::with_tables(behind, digest, || Source::Memory(bytes.into()))
    }

    /// Opens a list that lies in a file; its blocks stay there.
    ///
    /// # Errors
    /// Where the file cannot be read, or is not the one that was written for the source with this digest.
    pub(super) fn open_file(mut file: File, path: &Path, digest: u128) -> Result<Self, NotOpened> {
        let mut read = || -> io::Result<Result<Vec<u8>, Damaged>> {
            let len = file.metadata()?.len();
            let Some(foot) = len.checked_sub((FOOT + CHECKSUM) as u64) else { return Ok(Err(Damaged)) };
            let mut bytes = Vec::with_capacity(FOOT + CHECKSUM);
            file.seek(SeekFrom::Start(foot))?;
            file.read_to_end(&mut bytes)?;
            let blocks = block_bytes(&bytes).map(|blocks| blocks as u64).filter(|blocks| *blocks <= foot);
            let Some(blocks) = blocks else { return Ok(Err(Damaged)) };
            let mut bytes = Vec::with_capacity(usize::try_from(len - blocks).unwrap_or(0));
            file.seek(SeekFrom::Start(blocks))?;
            file.read_to_end(&mut bytes)?;
            Ok(Ok(bytes))
        };
        let bytes = read().map_err(NotOpened::Failed)?.map_err(|Damaged| NotOpened::Damaged)?;
        Self::with_tables(bytes, digest, || Source::File(file, path.to_owned()))
            .map_err(|Damaged| NotOpened::Damaged)
    }

    /// `bytes` is all behind the blocks.
    fn with_tables(
        mut bytes: Vec<u8>,
        digest: u128,
        blocks: impl FnOnce() -> Source,
    ) -> Result<Self, Damaged> {
        let body = bytes.len().checked_sub(CHECKSUM).ok_or(Damaged)?;
        let foot = body.checked_sub(FOOT).ok_or(Damaged)?;
        let stored = u128::from_be_bytes(array(&bytes[body..])?);
        let head = &bytes[foot..body];
        let sound = stored == xxh3_128(&bytes[..body])
            && &head[..8] == MAGIC
            && head[8..12] == FORMAT.to_be_bytes()
            && head[16..32] == digest.to_be_bytes();
        let number = |at: usize| -> Result<usize, Damaged> {
            usize::try_from(u64::from_be_bytes(array(&head[32 + 8 * at..])?)).map_err(|_| Damaged)
        };
        let (keys, names, titles, marks) = (number(0)?, number(1)?, number(2)?, number(3)?);
        let has_rows = marks > 0;
        let per_row = if has_rows { 4 } else { 0 };
        let mut at = 0_usize;
        let mut table = |count: usize, width: usize| -> Result<usize, Damaged> {
            let start = at;
            at = count.checked_mul(width).and_then(|len| at.checked_add(len)).ok_or(Damaged)?;
            Ok(start)
        };
        table(keys, 16)?;
        let tables = Tables {
            key_rows: table(keys, per_row)?,
            titles: table(titles, 20)?,
            marks: table(marks, 12)?,
            ends: table(names, 4)?,
            name_rows: table(names, per_row)?,
            names: table(number(4)?, 1)?,
        };
        if !sound || at != foot {
            return Err(Damaged);
        }
        let facts = Facts {
            identifiers: number(6)?,
            records: number(7)?,
            not_understood: number(8)?,
            first_not_understood: number(9)?,
            flawed: number(10)?,
            first_flawed: number(11)?,
        };
        bytes.truncate(foot);
        let mark = |at: usize| -> Result<Mark, Damaged> {
            let bytes = &bytes[tables.marks + 12 * at..];
            Ok((u32::from_be_bytes(array(bytes)?), u64::from_be_bytes(array(&bytes[4..])?)))
        };
        let marks = (0..marks).map(mark).collect::<Result<Vec<_>, _>>()?;
        let blocks = Blocks::new(blocks(), marks.into());
        Ok(Self { bytes: bytes.into(), keys, names, titles, tables, has_rows, blocks, facts })
    }

    /// Whether the blocks too are what was written; reads them all.
    pub(super) fn is_sound(&self) -> bool {
        self.blocks.are_sound()
    }

    /// What is recorded of the first paper of a range that has a record.
    pub(super) fn record_in(&self, range: KeyRange) -> Option<Record> {
        let (start, end) = (self.lower_bound(range.start), self.lower_bound(range.end));
        self.record_at((start..end.max(start)).find_map(|at| self.row(self.tables.key_rows, at)))
    }

    /// What is recorded of what bears this name.
    pub(super) fn record_of_name(&self, name: &str) -> Option<Record> {
        let at = self.names_before(name);
        let is_it = at < self.names && self.name(at) == name.as_bytes();
        self.record_at(is_it.then(|| self.row(self.tables.name_rows, at)).flatten())
    }

    /// The title of a dossier, as it is recorded of itself or of most of its papers.
    pub(super) fn title_of(&self, dossier: Dossier) -> Option<String> {
        let key = Key::of_dossier(dossier)?.start;
        let entry = |at: usize| &self.bytes[self.tables.titles + 20 * at..][..20];
        let of = |at: usize| array(entry(at)).map(Key::from_bytes).ok();
        let at = first(self.titles, |at| of(at) < Some(key));
        if at == self.titles || of(at) != Some(key) {
            return None;
        }
        row::text(&self.blocks, u32::from_be_bytes(array(&entry(at)[16..]).ok()?))
    }

    /// Every dossier of which a title is recorded, with that, ascending.
    pub(super) fn titles(&self) -> impl Iterator<Item = (Dossier, String)> + '_ {
        (0..self.titles).filter_map(|at| {
            let entry = &self.bytes[self.tables.titles + 20 * at..][..20];
            let key = Key::from_bytes(array(entry).ok()?);
            let title = row::text(&self.blocks, u32::from_be_bytes(array(&entry[16..]).ok()?))?;
            // A key does not tell with how many digits the number is printed.
            Some((Dossier::parse(&key.dossier().to_string())?, title))
        })
    }

    fn record_at(&self, place: Option<u32>) -> Option<Record> {
        row::record(&self.blocks, place?)
    }

    /// Where the record of a paper or name lies.
    fn row(&self, table: usize, at: usize) -> Option<u32> {
        let place = self.has_rows.then(|| array(&self.bytes[table + 4 * at..]).ok()).flatten()?;
        u32::from_be_bytes(place).checked_sub(1)
    }

    /// What is remembered of the source.
    pub(super) const fn facts(&self) -> Facts {
        self.facts
    }

    /// How many papers it holds, of all families; dossiers are none.
    pub(super) fn len(&self) -> usize {
        // The sign behind the stroke is the first that no dossier begins with.
        let dossiers = self.names_before("dossier0") - self.names_before("dossier/");
        self.keys + self.names - dossiers
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

    /// The names from `first` on, ascending as bytes.
    pub(super) fn names_from<'a>(&'a self, first: &str) -> impl Iterator<Item = &'a str> {
        let names = (self.names_before(first)..self.names).map(|at| self.name(at));
        names.filter_map(|name| std::str::from_utf8(name).ok())
    }

    /// How many names come before `name`.
    fn names_before(&self, name: &str) -> usize {
        first(self.names, |at| self.name(at) < name.as_bytes())
    }

    /// How many keys lie before `key`.
    fn lower_bound(&self, key: Key) -> usize {
        first(self.keys, |at| self.key(at) < key)
    }

    fn key(&self, at: usize) -> Key {
        Key::from_bytes(array(&self.bytes[16 * at..]).expect("the length was checked when it was opened"))
    }

    fn name(&self, at: usize) -> &[u8] {
        let Tables { ends, names, .. } = self.tables;
        let end = |at: usize| -> usize {
            array(&self.bytes[ends + 4 * at..])
                .map_or(0, |bytes| usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(usize::MAX))
        };
        let start = at.checked_sub(1).map_or(0, end);
        self.bytes.get(names + start..names + end(at)).unwrap_or_default()
    }
}

/// The first place from which on `before` does not hold; it holds of all before that, and of none behind.
fn first(count: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// How many bytes of blocks there are, by the foot and what is behind it.
fn block_bytes(end: &[u8]) -> Option<usize> {
    usize::try_from(u64::from_be_bytes(array(end.get(32 + 8 * 5..)?).ok()?)).ok()
}

fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N], Damaged> {
    bytes.first_chunk().copied().ok_or(Damaged)
}

#[cfg(test)]
mod tests;
