//! Makes a list into the form in which it is searched (`compiled`).
//!
//! What is said of papers goes to disk as it comes, so that a list of any length is compiled in little more memory than its identifiers take.

use std::collections::BTreeMap;
use std::io;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::identifier::{DocumentId, Dossier};

use super::blocks::Sink;
use super::compiled::{Compiled, FORMAT, Facts, MAGIC, NUMBERS};
use super::key::Key;
use super::record::Recorded;
use super::row::RowWriter;
use super::source::Line;

/// So many titles of one dossier are told apart; those that come after are slips.
const TITLES: usize = 8;

/// Collects identifiers, and what is said of them.
#[derive(Debug)]
pub(super) struct Compiler {
    keys: Vec<(Key, Rank)>,
    names: Vec<(Box<str>, Rank)>,
    titles: BTreeMap<Key, Titles>,
    rows: RowWriter,
    failed: Option<io::Error>,
    facts: Facts,
}

/// Of several lines about one paper the one with the highest rank counts: one with a record before one without, one of the paper itself before one of a reprint, and then the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
struct Rank {
    is_of_itself: bool,
    /// Where the record lies, counted from one; nought where there is none.
    row: u32,
}

impl Rank {
    fn order(self) -> (bool, Self) {
        (self.row > 0, self)
    }
}

/// The titles that are given to one dossier.
#[derive(Debug, Default)]
struct Titles {
    /// That of its own record.
    own: Option<u32>,
    /// Those that records of papers give: hash, place, how many do.
    given: Vec<(u64, u32, u32)>,
}

impl Titles {
    fn place(&self) -> Option<u32> {
        // Of those that equally many give the first.
        let most = || self.given.iter().min_by_key(|(_, place, count)| (u32::MAX - count, *place));
        self.own.or_else(|| most().map(|(_, place, _)| *place))
    }
}

impl Default for Compiler {
    /// One that keeps everything in memory.
    fn default() -> Self {
        Self::new(Sink::Memory(Vec::new()))
    }
}

impl Compiler {
    /// One that writes to `sink`, which is empty.
    pub(super) fn new(sink: Sink) -> Self {
        Self {
            keys: Vec::new(),
            names: Vec::new(),
            titles: BTreeMap::new(),
            rows: RowWriter::new(sink),
            failed: None,
            facts: Facts::default(),
        }
    }

    /// Takes what stands in a line.
    pub(super) fn take(&mut self, number: usize, line: &Line<'_>) {
        match line {
            Line::Bare(id) => self.add(id),
            Line::Record(recorded) => self.add_record(number, recorded),
            Line::NotUnderstood(_) => self.skip(number),
        }
    }

    /// Takes one more.
    pub(super) fn add(&mut self, id: &DocumentId) {
        self.put(id, 0);
    }

    /// Takes one more, with what is said of it, from this line.
    fn add_record(&mut self, line: usize, recorded: &Recorded) {
        if recorded.flaw.is_some() {
            self.facts.flawed += 1;
            if self.facts.first_flawed == 0 {
                self.facts.first_flawed = line;
            }
        }
        let row = self.write(recorded).unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            0
        });
        self.put(&recorded.id, row);
    }

    /// Puts a record down, and the titles of dossiers; gives its place from one.
    fn write(&mut self, recorded: &Recorded) -> io::Result<u32> {
        if self.failed.is_some() {
            return Ok(0);
        }
        let Recorded { id, record, .. } = recorded;
        if let (DocumentId::Dossier(dossier), Some(title)) = (id, &record.title) {
            self.title(*dossier, title, true)?;
        }
        for (dossier, title) in &record.dossiers {
            if let Some(title) = title {
                self.title(*dossier, title, false)?;
            }
        }
        let place = self.rows.record(record)?;
        Ok(place.and_then(|place| place.checked_add(1)).unwrap_or(0))
    }

    fn title(&mut self, dossier: Dossier, title: &str, is_own: bool) -> io::Result<()> {
        let Some(key) = Key::of_dossier(dossier).map(|range| range.start) else { return Ok(()) };
        let titles = self.titles.entry(key).or_default();
        let hash = xxh3_64(title.as_bytes());
        if is_own {
            titles.own = self.rows.text(title)?.or(titles.own);
        } else if let Some(given) = titles.given.iter_mut().find(|given| given.0 == hash) {
            given.2 = given.2.saturating_add(1);
        } else if titles.given.len() < TITLES
            && let Some(place) = self.rows.text(title)?
        {
            titles.given.push((hash, place, 1));
        }
        Ok(())
    }

    fn put(&mut self, id: &DocumentId, row: u32) {
        self.facts.identifiers += 1;
        let paper = id.as_kamerstuk();
        let rank = Rank { is_of_itself: paper.is_none_or(|paper| paper.suffix.is_none()), row };
        match paper.and_then(Key::of) {
            Some(key) => self.keys.push((key, rank)),
            None => self.names.push((id.base().to_string().into(), rank)),
        }
    }

    /// Remembers a line that is no identifier, by its number from one.
    fn skip(&mut self, line: usize) {
        self.facts.not_understood += 1;
        if self.facts.first_not_understood == 0 {
            self.facts.first_not_understood = line;
        }
    }

    /// The list, opened at once, of a compiler that keeps everything in memory.
    pub(super) fn open(self, digest: u128) -> Compiled {
        match self.finish(digest) {
            Ok(Sink::Memory(bytes)) => {
                Compiled::open(bytes, digest).expect("what was just compiled is sound")
            }
            _ => unreachable!("memory refuses nothing"),
        }
    }

    /// Writes the tables behind what has been written.
    ///
    /// # Errors
    /// Where something could not be written.
    pub(super) fn finish(mut self, digest: u128) -> io::Result<Sink> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let Self { mut keys, mut names, titles, rows, facts, .. } = self;
        keys.sort_unstable_by(|(a, of_a), (b, of_b)| a.cmp(b).then(of_b.order().cmp(&of_a.order())));
        keys.dedup_by_key(|(key, _)| *key);
        names.sort_unstable_by(|(a, of_a), (b, of_b)| a.cmp(b).then(of_b.order().cmp(&of_a.order())));
        names.dedup_by(|(a, _), (b, _)| a == b);
        let name_bytes: usize = names.iter().map(|(name, _)| name.len()).sum();
        let titles: Vec<(Key, u32)> =
            titles.into_iter().filter_map(|(key, titles)| Some((key, titles.place()?))).collect();
        let ranks = keys.iter().map(|(_, rank)| rank).chain(names.iter().map(|(_, rank)| rank));
        let records = ranks.filter(|rank| rank.row > 0).count();
        let (sink, marks) = rows.finish()?;
        let has_rows = !marks.is_empty();

        let mut behind = Behind { sink, sum: Xxh3::new() };
        behind.put_all(keys.iter().map(|(key, _)| key.to_bytes()))?;
        behind.put_all(keys.iter().filter(|_| has_rows).map(|(_, rank)| rank.row.to_be_bytes()))?;
        for (key, place) in &titles {
            behind.put(&key.to_bytes())?;
            behind.put(&place.to_be_bytes())?;
        }
        for (end, sum) in &marks {
            behind.put(&end.to_be_bytes())?;
            behind.put(&sum.to_be_bytes())?;
        }
        let mut end = 0_u32;
        for (name, _) in &names {
            // Sources of more than four gigabytes are refused before they get here.
            end = end.saturating_add(u32::try_from(name.len()).unwrap_or(u32::MAX));
            behind.put(&end.to_be_bytes())?;
        }
        behind.put_all(names.iter().filter(|_| has_rows).map(|(_, rank)| rank.row.to_be_bytes()))?;
        behind.put_all(names.iter().map(|(name, _)| name.as_bytes()))?;

        behind.put(MAGIC)?;
        behind.put(&FORMAT.to_be_bytes())?;
        behind.put(&[0; 4])?;
        behind.put(&digest.to_be_bytes())?;
        let block_bytes = marks.last().map_or(0, |(end, _)| *end as usize);
        let numbers: [usize; NUMBERS] = [
            keys.len(),
            names.len(),
            titles.len(),
            marks.len(),
            name_bytes,
            block_bytes,
            facts.identifiers,
            records,
            facts.not_understood,
            facts.first_not_understood,
            facts.flawed,
            facts.first_flawed,
        ];
        behind.put_all(numbers.map(|number| (number as u64).to_be_bytes()))?;
        let sum = behind.sum.digest128().to_be_bytes();
        behind.put(&sum)?;
        Ok(behind.sink)
    }
}

/// What is written behind the blocks, with its checksum.
struct Behind {
    sink: Sink,
    sum: Xxh3,
}

impl Behind {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        self.sink.put(bytes)
    }

    fn put_all(&mut self, all: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
        all.into_iter().try_for_each(|bytes| self.put(bytes.as_ref()))
    }
}
