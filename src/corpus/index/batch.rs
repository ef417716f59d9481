//! Changes of an index that is there: letters that come, change and go, all or none of a batch.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::lexicon::{self, Counts, Kind};
use super::paths::Stat;
use super::prepared::{Move, Names, Prepared, Shelves, edge_key, shelve};
use super::record::{Filed, read_letter};
use super::rows::{self, PUT_EDGE, PUT_FILE, PUT_LETTER, PUT_SHELF, PUT_TWICE, PUT_WORDS};
use super::schema::{self, Head};
use super::shelf::{Entry, Shelf, read_shelf, shelf_of, write_shelf};
use super::trouble::Trouble;

/// A batch under way. What is not committed never happened.
pub(super) struct Batch<'c> {
    connection: &'c Connection,
    open: bool,
    /// Whether an answer changes; a file that was only touched changes none.
    changes: bool,
    head: Head,
    shelves: OpenShelves<'c>,
}

/// The shelves that the batch has touched.
struct OpenShelves<'c> {
    connection: &'c Connection,
    count: usize,
    open: BTreeMap<usize, Shelf>,
    /// What the batch has counted of the lexicon, and how many rows that has now.
    counts: Counts,
    rows: usize,
}

impl Shelves for OpenShelves<'_> {
    fn change(&mut self, key: &str, change: impl FnOnce(&mut Entry)) -> Result<(), Trouble> {
        let number = shelf_of(key, self.count);
        let entries = match self.open.entry(number) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(rows::shelf(self.connection, number, read_shelf)?)
            }
        };
        if let Some(entry) = entries.get_mut(key) {
            change(entry);
            if entry.is_vacant() {
                entries.remove(key);
            }
        } else {
            let mut entry = Entry::default();
            change(&mut entry);
            if !entry.is_vacant() {
                entries.insert(key.to_owned(), entry);
            }
        }
        Ok(())
    }

    fn count(&mut self, kind: Kind, key: &str, way: Move) -> Result<(), Trouble> {
        let place = (kind, key.to_owned());
        let before = match self.counts.get(&place) {
            Some(count) => *count,
            None => lexicon::get(self.connection, kind, key)?,
        };
        let mut count = before;
        way.count(&mut count);
        match (before, count) {
            (0, 1..) => self.rows += 1,
            (1.., 0) => self.rows -= 1,
            _ => {}
        }
        self.counts.insert(place, count);
        Ok(())
    }

    fn told(&mut self, id: &str, letters: usize) -> Result<(), Trouble> {
        let sql = if letters > 1 { PUT_TWICE } else { "DELETE FROM twice WHERE id = ?" };
        self.connection.prepare_cached(sql)?.execute([id])?;
        Ok(())
    }
}

impl<'c> Batch<'c> {
    pub(super) fn begin(connection: &'c Connection) -> Result<Self, Trouble> {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut batch = Self {
            connection,
            open: true,
            changes: false,
            head: Head::default(),
            shelves: OpenShelves {
                connection,
                count: 0,
                open: BTreeMap::new(),
                counts: Counts::new(),
                rows: 0,
            },
        };
        batch.head = schema::read_head(connection)?;
        batch.shelves.count = batch.head.shelves;
        batch.shelves.rows = batch.head.lexicon;
        Ok(batch)
    }

    /// Takes away the letter at a path, if there is one.
    pub(super) fn remove(&mut self, path: &[u8]) -> Result<(), Trouble> {
        let Some((number, _)) = rows::file(self.connection, path)? else { return Ok(()) };
        self.changes = true;
        let filed = self.filed(number, path)?;
        let cites: Vec<_> =
            filed.cites.iter().map(|cite| (edge_key(&cite.id), cite.start, cite.unconfirmed)).collect();
        let mut delete =
            self.connection.prepare_cached("DELETE FROM edge WHERE cited = ? AND path = ? AND start = ?")?;
        for (cited, start, _) in &cites {
            if delete.execute((cited, path, rows::count(*start)))? != 1 {
                return Err(Trouble::Damaged("an edge"));
            }
        }
        let named = cites.iter().map(|(cited, _, unconfirmed)| (&**cited, *unconfirmed));
        shelve(&mut self.shelves, Move::Goes, number, &Names::of(&filed), named)?;
        for sql in ["DELETE FROM letter WHERE number = ?", "DELETE FROM words WHERE rowid = ?"] {
            if sql.contains("words") && filed.record.is_none() {
                continue;
            }
            self.connection.prepare_cached(sql)?.execute([number])?;
        }
        self.connection.prepare_cached("DELETE FROM file WHERE path = ?")?.execute([path])?;
        self.head.letters = self.head.letters.saturating_sub(1);
        self.head.citations = self.head.citations.saturating_sub(cites.len());
        Ok(())
    }

    /// Puts a letter in the place of what was there before.
    pub(super) fn put(&mut self, letter: &Prepared) -> Result<(), Trouble> {
        let Prepared { path, stat, letter, edges, names, words } = letter;
        if let Some((number, _)) = rows::file(self.connection, path)? {
            // A file that was only touched says what it said before.
            let same = rows::letter(self.connection, number, |_, content| Some(content == letter))?;
            if same {
                return self.touch(path, number, *stat);
            }
            self.remove(path)?;
        }
        self.changes = true;
        self.head.next += 1;
        self.head.letters += 1;
        self.head.citations += edges.len();
        let number = self.head.next;
        rows::put_letter(&mut *self.connection.prepare_cached(PUT_LETTER)?, number, path, letter)?;
        if let Some(words) = words {
            rows::put_words(&mut *self.connection.prepare_cached(PUT_WORDS)?, number, words)?;
        }
        let mut put = self.connection.prepare_cached(PUT_EDGE)?;
        for edge in edges {
            put.execute((&*edge.cited, path, edge.start, &*edge.place, edge.digest))?;
        }
        let cites = edges.iter().map(|edge| (&*edge.cited, edge.unconfirmed));
        shelve(&mut self.shelves, Move::Comes, number, names, cites)?;
        self.touch(path, number, *stat)
    }

    fn touch(&self, path: &[u8], number: i64, stat: Stat) -> Result<(), Trouble> {
        rows::put_file(&mut *self.connection.prepare_cached(PUT_FILE)?, path, number, stat)
    }

    fn filed(&self, number: i64, path: &[u8]) -> Result<Filed, Trouble> {
        rows::letter(self.connection, number, |at, content| {
            // The path of the record is of no account here.
            (at == path).then(|| read_letter(content, std::path::Path::new("")))?
        })
    }

    /// Makes it all so; where an answer changes, under another generation.
    pub(super) fn commit(mut self, generation: u64, now: u64) -> Result<(), Trouble> {
        let mut put = self.connection.prepare_cached(PUT_SHELF)?;
        for (number, shelf) in &self.shelves.open {
            rows::put_shelf(
                &mut put,
                *number,
                &write_shelf(shelf.iter().map(|(key, entry)| (&**key, entry))),
            )?;
        }
        for ((kind, key), count) in &self.shelves.counts {
            lexicon::put(self.connection, *kind, key, *count)?;
        }
        if self.changes {
            self.head.lexicon = self.shelves.rows;
            self.head.generation = generation;
            self.head.changed = now;
            schema::write_head(self.connection, &self.head)?;
        }
        drop(put);
        self.connection.execute_batch("COMMIT")?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if self.open {
            // Where the disk is full SQLite may have taken it back already.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}
