//! Whether the index is what it should be: every digest, and every letter and every edge against its file.

use std::path::PathBuf;

use rayon::prelude::*;
use rusqlite::Connection;
use xxhash_rust::xxh3::xxh3_64;

use crate::corpus::LetterFolders;
use crate::corpus::wanted::Words;

use super::all_shelves::AllShelves;
use super::lexicon;
use super::paths::{Stat, from_bytes};
use super::prepared::{Move, Names, edge_key, shelve};
use super::record::read_letter;
use super::rows;
use super::schema::{self, Head};
use super::sync::{Index, OnDisk, Watch};
use super::trouble::{Trouble, Unusable};

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
    /// The letter is there, and can no longer be read.
    Unreadable,
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
    ///
    /// # Errors
    /// Where the disk does not give back what lies on it, which says nothing of what that is.
    pub fn verify(&self, folders: &LetterFolders, watch: &Watch<'_>) -> Result<Option<Verified>, Unusable> {
        let verified = match schema::open(self.file(), false) {
            Ok(None) => return Ok(None),
            Ok(Some(connection)) => self.compare(&connection, folders, watch),
            Err(trouble) => Err(trouble),
        };
        match verified {
            Ok(verified) => Ok(Some(verified)),
            Err(Trouble::Damaged(_)) => Ok(Some(Verified::damaged())),
            Err(trouble) => Err(Unusable::new(self.file(), &trouble)),
        }
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
        let is_new =
            |file: &OnDisk| files.binary_search_by(|(_, known)| known.bytes.cmp(&file.bytes)).is_err();
        // What is no letter or cannot be read is rightly not in the index.
        let new = self.look(folders.find(&|| false).letters).into_par_iter().filter(is_new);
        let new = new.filter(|file| matches!(self.prepare(file), Ok(Some(_))));
        verified.flaws.par_extend(new.map(|file| (Some(file.path), Flaw::New)));
        let (mut shelves, mut words, total) = (AllShelves::default(), 0_u64, files.len());
        let mut files = files.into_iter();
        while verified.letters < total {
            let mut kept = Vec::new();
            for (number, file) in files.by_ref().take(BATCH) {
                verified.letters += 1;
                let path = file.path.clone();
                match kept_of(connection, number, file, &mut shelves, &mut words) {
                    Ok(letter) => {
                        verified.citations += letter.edges.len();
                        kept.push(letter);
                    }
                    Err(Trouble::Damaged(_)) => verified.flaws.push((Some(path), Flaw::Damaged)),
                    Err(trouble) => return Err(trouble),
                }
            }
            verified.flaws.par_extend(
                kept.par_iter().filter_map(|kept| Some((Some(kept.file.path.clone()), self.flaw(kept)?))),
            );
            (watch.progress)(verified.letters, total);
        }
        if !tables_agree(connection, head, &shelves, words)? {
            verified.flaws.push((None, Flaw::Damaged));
        }
        verified.flaws.sort_unstable();
        verified.flaws.dedup();
        Ok(verified)
    }

    /// What is amiss with a letter, by its file.
    fn flaw(&self, kept: &Kept) -> Option<Flaw> {
        let letter = match self.prepare(&kept.file) {
            Ok(Some(letter)) => letter,
            Ok(None) => return Some(Flaw::Gone),
            Err(_) => return Some(Flaw::Unreadable),
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

/// Whether what follows from the letters lies in the other tables, and nothing else.
fn tables_agree(connection: &Connection, head: Head, all: &AllShelves, words: u64) -> Result<bool, Trouble> {
    let counts = [
        ("file", head.letters),
        ("letter", head.letters),
        ("edge", head.citations),
        ("shelf", head.shelves),
        ("lexicon", head.lexicon),
    ];
    for (table, expected) in counts {
        if rows::number_of(connection, table)? != rows::count(expected) {
            return Ok(false);
        }
    }
    for (number, expected) in all.contents(head.shelves).enumerate() {
        if !sound(rows::shelf(connection, number, |content| Some(content == expected)))?.unwrap_or(false) {
            return Ok(false);
        }
    }
    let mut expected = all.lexicon().into_iter();
    let mut same = true;
    let read = lexicon::each(connection, head.lexicon, |kind, key, count| {
        same &= expected
            .next()
            .is_some_and(|((of, name), times)| (of as i64, &*name, times) == (kind, key, count));
        Ok(())
    });
    same &= sound(read)?.is_some() && expected.next().is_none();
    same &= sound(rows::twice(connection))?.is_some_and(|twice| twice.iter().eq(&all.twice));
    let mut found = 0_u64;
    let read = rows::each_word(connection, |word, letter, column| {
        found = found.wrapping_add(word_digest(word, letter, column));
    });
    same &= sound(read)?.is_some() && found == words;
    Ok(same)
}

/// What was read, nothing where it was damaged, and else the trouble.
fn sound<T>(read: Result<T, Trouble>) -> Result<Option<T>, Trouble> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Trouble::Damaged(_)) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

/// The digest of one word of a letter; the sum of all is the same in whatever order they come.
fn word_digest(word: &str, letter: i64, column: &str) -> u64 {
    xxh3_64(format!("{word} {letter} {column}").as_bytes())
}

/// Reads what the index has of a letter.
fn kept_of(
    connection: &Connection,
    number: i64,
    file: OnDisk,
    shelves: &mut AllShelves,
    words: &mut u64,
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
    if let Some(found_by) = filed.record.as_ref().map(Words::of) {
        for (column, row) in [("name", &found_by.name), ("rest", &found_by.rest)] {
            for word in row {
                *words = words.wrapping_add(word_digest(word, number, column));
            }
        }
    }
    Ok(Kept { file, content, edges })
}

impl Verified {
    /// Of a damaged index little can be said.
    fn damaged() -> Self {
        Self { flaws: vec![(None, Flaw::Damaged)], ..Self::default() }
    }
}
