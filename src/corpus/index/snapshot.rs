//! One state of the index, and what it says.
//!
//! Whatever is read is compared with its digest, and what belongs together is counted: an answer is right, or there is none.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use crate::corpus::LetterRecord;
use crate::corpus::cited::CitingPlace;
use crate::identifier::{DocumentId, Dossier, Kamer, SessionYear};

use super::lexicon::Lexicon;
use super::paths;
use super::prepared::{edge_key, id_of_key, record_key};
use super::record::{Filed, read_letter, read_place};
use super::rows;
use super::schema::Head;
use super::shelf::{Entry, find_on_shelf, shelf_of};
use super::trouble::Trouble;

/// One state of the index.
pub(in crate::corpus) struct Snapshot<'c> {
    connection: &'c Connection,
    head: Head,
    root: &'c Path,
    lexicon: &'c Kept,
}

/// The lexicon of the generation that was asked last.
pub(super) type Kept = Mutex<Option<(u64, Arc<Lexicon>)>>;

impl<'c> Snapshot<'c> {
    pub(super) const fn new(
        connection: &'c Connection,
        head: Head,
        root: &'c Path,
        lexicon: &'c Kept,
    ) -> Self {
        Self { connection, head, root, lexicon }
    }

    pub(super) const fn connection(&self) -> &Connection {
        self.connection
    }

    /// What is searched as a whole; read when somebody first needs it.
    pub(in crate::corpus) fn lexicon(&self) -> Result<Arc<Lexicon>, Trouble> {
        let mut kept = self.lexicon.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lexicon)) =
            kept.as_ref().filter(|(generation, _)| *generation == self.head.generation)
        {
            return Ok(Arc::clone(lexicon));
        }
        let lexicon = Arc::new(Lexicon::read(self.connection, self.head.lexicon)?);
        *kept = Some((self.head.generation, Arc::clone(&lexicon)));
        Ok(lexicon)
    }

    /// How many letters there are.
    pub(in crate::corpus) fn letters(&self) -> usize {
        self.head.letters
    }

    /// What is known of a paper, by its official identifier.
    pub(in crate::corpus) fn paper(&self, id: &DocumentId) -> Result<Entry, Trouble> {
        self.entry(&id.to_string())
    }

    /// What is known of a dossier.
    pub(in crate::corpus) fn dossier(&self, dossier: Dossier) -> Result<Entry, Trouble> {
        self.entry(&dossier.to_string())
    }

    /// The letters that are publications of the record of debates of one chamber in one session.
    pub(in crate::corpus) fn records_of(
        &self,
        kamer: Kamer,
        session: SessionYear,
    ) -> Result<Vec<i64>, Trouble> {
        Ok(self.entry(&record_key(kamer, session))?.letters)
    }

    fn entry(&self, key: &str) -> Result<Entry, Trouble> {
        let number = shelf_of(key, self.head.shelves);
        rows::shelf(self.connection, number, |content| find_on_shelf(content, key))
    }

    /// The letters with these numbers, which stand on a shelf.
    pub(in crate::corpus) fn records(&self, letters: &[i64]) -> Result<Vec<Arc<LetterRecord>>, Trouble> {
        let record = |&number: &i64| {
            let filed = self.filed(number)?;
            filed.record.map(Arc::new).ok_or(Trouble::Damaged("a letter"))
        };
        letters.iter().map(record).collect()
    }

    /// What is kept of the letter at a path, if there is one.
    pub(in crate::corpus) fn filed_at(&self, path: &Path) -> Result<Option<Filed>, Trouble> {
        let Some(bytes) = paths::to_bytes(path, self.root) else { return Ok(None) };
        let Some((number, _)) = rows::file(self.connection, bytes)? else { return Ok(None) };
        self.filed(number).map(Some)
    }

    fn filed(&self, number: i64) -> Result<Filed, Trouble> {
        rows::letter(self.connection, number, |path, content| {
            read_letter(content, &paths::from_bytes(path, self.root)?)
        })
    }

    /// Where letters cite a paper.
    pub(in crate::corpus) fn citing(&self, id: &DocumentId) -> Result<Vec<CitingPlace>, Trouble> {
        let expected = self.paper(id)?.cited;
        let key = edge_key(id);
        // No key lies between one and the same with a byte of nought behind it.
        self.places(&key, &format!("{key}\0"), expected)
    }

    /// Where letters cite a dossier or one of its papers.
    pub(in crate::corpus) fn citing_dossier(&self, dossier: Dossier) -> Result<Vec<CitingPlace>, Trouble> {
        let expected = self.dossier(dossier)?.in_dossier;
        // In a key a space follows the dossier, and `!` comes right behind the space.
        self.places(&format!("{dossier} "), &format!("{dossier}!"), expected)
    }

    /// Where letters cite pages of the record of debates of one chamber in one session.
    pub(in crate::corpus) fn citing_pages(
        &self,
        kamer: Kamer,
        session: SessionYear,
    ) -> Result<Vec<CitingPlace>, Trouble> {
        let key = record_key(kamer, session);
        let expected = self.entry(&key)?.in_dossier;
        self.places(&format!("{key} "), &format!("{key}!"), expected)
    }

    /// The letters that lie in a folder itself, no more than `limit` of them and of those below it.
    pub(in crate::corpus) fn records_in(
        &self,
        folder: &Path,
        limit: usize,
    ) -> Result<Vec<Arc<LetterRecord>>, Trouble> {
        let Some(bytes) = paths::to_bytes(folder, self.root) else { return Ok(Vec::new()) };
        let mut records = Vec::new();
        for number in rows::letters_in(self.connection, bytes, limit)? {
            let record = self.filed(number)?.record;
            records.extend(record.filter(|record| record.path.parent() == Some(folder)).map(Arc::new));
        }
        Ok(records)
    }

    fn places(&self, from: &str, to: &str, expected: usize) -> Result<Vec<CitingPlace>, Trouble> {
        if expected == 0 {
            return Ok(Vec::new());
        }
        let mut places = Vec::with_capacity(expected.min(1 << 16));
        // Rows of one letter follow each other.
        let mut last: Option<(Vec<u8>, Arc<Path>)> = None;
        let mut last_cited: Option<(String, DocumentId)> = None;
        rows::each_edge(self.connection, from, to, |cited, path, start, row| {
            let at = match &last {
                Some((bytes, at)) if bytes == path => Arc::clone(at),
                _ => {
                    let at = paths::from_bytes(path, self.root).ok_or(Trouble::Damaged("a path"))?;
                    let at: Arc<Path> = at.into();
                    last = Some((path.to_vec(), Arc::clone(&at)));
                    at
                }
            };
            let id = match &last_cited {
                Some((key, id)) if key == cited => id.clone(),
                _ => {
                    let id = id_of_key(cited).ok_or(Trouble::Damaged("an edge"))?;
                    last_cited = Some((cited.to_owned(), id.clone()));
                    id
                }
            };
            let start = usize::try_from(start).unwrap_or(usize::MAX);
            places.push(read_place(row, at, id, start).ok_or(Trouble::Damaged("an edge"))?);
            Ok(())
        })?;
        if places.len() != expected {
            return Err(Trouble::Damaged("edges"));
        }
        Ok(places)
    }

    /// The identifiers that several letters claim to be.
    pub(in crate::corpus) fn twice(&self) -> Result<Vec<DocumentId>, Trouble> {
        let parse = |id: String| DocumentId::parse(&id).map_err(|_| Trouble::Damaged("a row"));
        rows::twice(self.connection)?.into_iter().map(parse).collect()
    }
}
