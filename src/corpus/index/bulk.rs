//! A whole index, written at once into a file beside, which takes its place when it is finished.
//!
//! The first time, and where most letters have changed, this is several times faster than changing what is there: rows come in their order, and there is no log, since a file that is not finished is thrown away.

use std::path::Path;
use std::sync::mpsc::Receiver;

use rusqlite::Connection;

use super::all_shelves::AllShelves;
use super::files;
use super::lexicon;
use super::paths::Stat;
use super::prepared::{Move, Prepared, shelve};
use super::rows::{
    PUT_EDGE, PUT_FILE, PUT_LETTER, PUT_SHELF, PUT_TWICE, PUT_WORDS, put_edge, put_file, put_letter,
    put_shelf, put_words,
};
use super::runs::Runs;
use super::schema::{self, Head};
use super::shelf::shelves_for;
use super::trouble::Trouble;

/// So many edges are written while letters are still being read, which uses the time of the thread that writes. Of more, each part that is written would touch most pages of what is there already; they are written at the end, in one go.
const AT_ONCE: usize = 1_000_000;

/// Writes the letters that arrive into a new index and puts it at `file`. `head` gives the generation and the time.
pub(super) fn build(
    file: &Path,
    letters: Receiver<Vec<Prepared>>,
    head: Head,
    cancel: &dyn Fn() -> bool,
) -> Result<Head, Trouble> {
    let beside = files::beside(file)?;
    let connection = Connection::open(beside.path())?;
    connection.execute_batch(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; BEGIN;",
    )?;
    schema::create(&connection)?;
    let head = fill(&connection, file.parent().unwrap_or(file), letters, head)?;
    if cancel() {
        return Err(Trouble::Cancelled);
    }
    schema::write_head(&connection, &head)?;
    connection.execute_batch("COMMIT;")?;
    schema::finish(&connection)?;
    connection.pragma_update(None, "locking_mode", "NORMAL")?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error)?;
    files::replace(file, beside)?;
    Ok(head)
}

fn fill(
    connection: &Connection,
    folder: &Path,
    letters: Receiver<Vec<Prepared>>,
    mut head: Head,
) -> Result<Head, Trouble> {
    let mut shelves = AllShelves::default();
    let mut files: Vec<(Box<[u8]>, i64, Stat)> = Vec::new();
    let mut runs = Runs::new(folder);
    let mut into_edge = connection.prepare(PUT_EDGE)?;
    let mut into_letter = connection.prepare(PUT_LETTER)?;
    let mut into_words = connection.prepare(PUT_WORDS)?;
    for Prepared { path, stat, letter, edges, names, words } in letters.into_iter().flatten() {
        head.next += 1;
        head.letters += 1;
        head.citations += edges.len();
        put_letter(&mut into_letter, head.next, &path, &letter)?;
        if let Some(words) = &words {
            put_words(&mut into_words, head.next, words)?;
        }
        let cites = edges.iter().map(|edge| (&*edge.cited, edge.unconfirmed));
        shelve(&mut shelves, Move::Comes, head.next, &names, cites)?;
        runs.push(&path, edges);
        files.push((path, head.next, stat));
        if runs.is_full() && head.citations > AT_ONCE {
            runs.lay_down()?;
        } else if runs.is_full() {
            for row in runs.take() {
                put_edge(&mut into_edge, &row)?;
            }
        }
    }
    runs.each(|row| put_edge(&mut into_edge, row))?;
    let mut into_file = connection.prepare(PUT_FILE)?;
    files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    for (path, letter, stat) in files {
        put_file(&mut into_file, &path, letter, stat)?;
    }
    head.shelves = shelves_for(shelves.len());
    write_shelves(connection, &shelves, head.shelves)?;
    let counts = shelves.lexicon();
    head.lexicon = counts.len();
    for ((kind, key), count) in counts {
        lexicon::put(connection, kind, &key, count)?;
    }
    Ok(head)
}

fn write_shelves(connection: &Connection, all: &AllShelves, count: usize) -> Result<(), Trouble> {
    let mut into_shelf = connection.prepare(PUT_SHELF)?;
    for (number, content) in all.contents(count).enumerate() {
        put_shelf(&mut into_shelf, number, &content)?;
    }
    let mut into_twice = connection.prepare(PUT_TWICE)?;
    for id in &all.twice {
        into_twice.execute([id])?;
    }
    Ok(())
}
