//! Whether the index is what it should be: every digest, and every letter and every edge against its file.

use std::path::PathBuf;

use rayon::prelude::*;
use rusqlite::Connection;

use crate::corpus::LetterFolders;

use super::all_shelves::AllShelves;
use super::paths::{Stat, from_bytes};
use super::prepared::{Move, Names, edge_key, shelve};
use super::record::read_letter;
use super::rows;
use super::schema;
use super::sync::{Index, OnDisk, Watch};
use super::trouble::Trouble;

/// So many letters are compared together.
const BATCH: usize = 256;

/// The outcome of a look at everything.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many letters were compared with their files.
    pub letters: usize,
    /// How many places where they cite.
    pub citations: usize,
    /// What is amiss, by path; what concerns no letter first.
    pub flaws: Vec<(Option<PathBuf>, Flaw)>,
}

/// What can be amiss.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Flaw {
    /// What lies in the index is not what was written.
    Damaged,
    /// The index says otherwise than the letter, although that has not changed.
    Differs,
    /// The letter has changed since it was read, which is no fault.
    Changed,
    /// The letter has gone since.
    Gone,
    /// The letter has come since.
    New,
}

impl Flaw {
    /// Whether the index is at fault; else it is only behind.
    #[must_use]
    pub const fn is_fault(self) -> bool {
        matches!(self, Self::Damaged | Self::Differs)
    }
}

/// A letter as the index has it.
struct Kept {
    file: OnDisk,
    content: Vec<u8>,
    edges: Vec<(String, i64, Vec<u8>)>,
}

impl Index {
    /// Compares the index with all letters; `None` where there is no index. Nothing is changed.
    #[must_use]
    pub fn verify(&self, folders: &LetterFolders, watch: &Watch<'_>) -> Option<Verified> {
        let connection = match schema::open(self.file(), false) {
            Ok(connection) => connection?,
            Err(_) => return Some(Verified::damaged()),
        };
        Some(self.compare(&connection, folders, watch).unwrap_or_else(|_| Verified::damaged()))
    }

    fn compare(
        &self,
        connection: &Connection,
        folders: &LetterFolders,
        watch: &Watch<'_>,
    ) -> Result<Verified, Trouble> {
        // One state of the index, whoever writes meanwhile.
        connection.execute_batch("BEGIN")?;
        let head = schema::read_head(connection)?;
        let mut verified = Verified::default();
        let mut files = Vec::new();
        rows::each_file(connection, |bytes, number, stat| {
            let path = from_bytes(bytes, self.root()).ok_or(Trouble::Damaged("a path"))?;
            files.push((number, OnDisk { path, bytes: bytes.into(), stat }));
            Ok(())
        })?;
        for file in self.look(folders.find(&|| false).letters) {
            if files.binary_search_by(|(_, known)| known.bytes.cmp(&file.bytes)).is_err() {
                verified.flaws.push((Some(file.path), Flaw::New));
            }
        }
        let (mut shelves, total) = (AllShelves::default(), files.len());
        let mut files = files.into_iter();
        while verified.letters < total {
            let mut kept = Vec::new();
            for (number, file) in files.by_ref().take(BATCH) {
                verified.letters += 1;
                let path = file.path.clone();
                match kept_of(connection, number, file, &mut shelves) {
                    Ok(letter) => {
                        verified.citations += letter.edges.len();
                        kept.push(letter);
                    }
                    Err(_) => verified.flaws.push((Some(path), Flaw::Damaged)),
                }
            }
            verified.flaws.par_extend(
                kept.par_iter().filter_map(|kept| Some((Some(kept.file.path.clone()), self.flaw(kept)?))),
            );
            (watch.progress)(verified.letters, total);
        }
        let counts = [
            ("file", head.letters),
            ("letter", head.letters),
            ("edge", head.citations),
            ("shelf", head.shelves),
        ];
        for (table, expected) in counts {
            if rows::number_of(connection, table)? != rows::count(expected) {
                verified.flaws.push((None, Flaw::Damaged));
            }
        }
        for (number, expected) in shelves.contents(head.shelves).enumerate() {
            if rows::shelf(connection, number, |content| Some(content == expected)).ok() != Some(true) {
                verified.flaws.push((None, Flaw::Damaged));
            }
        }
        verified.flaws.sort_unstable();
        verified.flaws.dedup();
        Ok(verified)
    }

    /// What is amiss with a letter, by its file.
    fn flaw(&self, kept: &Kept) -> Option<Flaw> {
        let Ok(Some(letter)) = self.prepare(&kept.file) else {
            return Some(Flaw::Gone);
        };
        let edges = letter.edges.iter().map(|edge| (&*edge.cited, edge.start, &*edge.place));
        let same = letter.letter == kept.content
            && edges.eq(kept.edges.iter().map(|(cited, start, place)| (&**cited, *start, &**place)));
        let stat = kept.file.stat;
        // What was written just before it was read is read again at the next start anyway.
        let is_behind = stat.modified == Stat::UNSURE || letter.stat != stat;
        (!same).then_some(if is_behind { Flaw::Changed } else { Flaw::Differs })
    }
}

/// Reads what the index has of a letter.
fn kept_of(
    connection: &Connection,
    number: i64,
    file: OnDisk,
    shelves: &mut AllShelves,
) -> Result<Kept, Trouble> {
    let content =
        rows::letter(connection, number, |path, content| (*path == *file.bytes).then(|| content.to_vec()))?;
    let filed = read_letter(&content, &file.path).ok_or(Trouble::Damaged("a letter"))?;
    let mut edges = Vec::new();
    for cite in &filed.cites {
        let (cited, start) = (edge_key(&cite.id), rows::count(cite.start));
        let place = rows::edge(connection, &cited, &file.bytes, start, <[u8]>::to_vec)?;
        edges.push((cited, start, place));
    }
    let cites = edges.iter().zip(&filed.cites).map(|((cited, ..), cite)| (&**cited, cite.unconfirmed));
    shelve(shelves, Move::Comes, number, &Names::of(&filed), cites)?;
    Ok(Kept { file, content, edges })
}

impl Verified {
    /// Of a damaged index little can be said.
    fn damaged() -> Self {
        Self { flaws: vec![(None, Flaw::Damaged)], ..Self::default() }
    }
}
