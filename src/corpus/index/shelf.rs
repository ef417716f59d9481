//! Shelves: what the index knows of each identifier, a handful of identifiers to a shelf.
//!
//! Every shelf is there from the beginning, each with a digest, and an identifier has its place on one of them. That an identifier is not there is therefore as certain as that another one is, which an ordinary index, of which a damaged page can lose a part, cannot say.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use super::bytes::{Reader, Writer};

/// So many identifiers lie on a shelf, more or less.
const ON_A_SHELF: usize = 12;

/// The number of shelves for so many identifiers.
pub(super) fn shelves_for(identifiers: usize) -> usize {
    (identifiers / ON_A_SHELF).next_power_of_two().max(64)
}

/// The shelf of an identifier among so many.
pub(super) fn shelf_of(key: &str, shelves: usize) -> usize {
    usize::try_from(xxh3_64(key.as_bytes()) % shelves.max(1) as u64).expect("a remainder below a usize")
}

/// What is known of one identifier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::corpus) struct Entry {
    /// The letters that are this paper; of a dossier those whose number counts in it. Ascending.
    pub(in crate::corpus) letters: Vec<i64>,
    /// Of a dossier: how many letters there are in its chapters, funds and parts.
    pub(in crate::corpus) within: usize,
    /// How often it is cited, what is unconfirmed included.
    pub(in crate::corpus) cited: usize,
    /// How often without being confirmed.
    pub(in crate::corpus) unconfirmed: usize,
    /// Of a dossier: how often it or one of its papers is cited; of the record of debates of a chamber in a session: how often pages of it are.
    pub(in crate::corpus) in_dossier: usize,
    /// Of a dossier: the titles that letters print of it, and how many do.
    pub(in crate::corpus) titles: BTreeMap<String, usize>,
}

impl Entry {
    pub(super) fn is_vacant(&self) -> bool {
        *self == Self::default()
    }
}

/// The identifiers of one shelf.
pub(super) type Shelf = BTreeMap<String, Entry>;

pub(super) fn write_shelf<'a>(shelf: impl ExactSizeIterator<Item = (&'a str, &'a Entry)>) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(shelf.len());
    for (key, entry) in shelf {
        out.text(key);
        let mut before = 0;
        out.list(&entry.letters, |out, letter| {
            out.wide((letter - before).cast_unsigned());
            before = *letter;
        });
        for count in [entry.within, entry.cited, entry.unconfirmed, entry.in_dossier, entry.titles.len()] {
            out.number(count);
        }
        for (title, count) in &entry.titles {
            out.text(title);
            out.number(*count);
        }
    }
    out.bytes
}

pub(super) fn read_shelf(bytes: &[u8]) -> Option<Shelf> {
    let mut row = Reader::new(bytes);
    let entries = row.list(|row| Some((row.text()?.to_owned(), read_entry(row)?)))?;
    row.is_at_end().then(|| entries.into_iter().collect())
}

/// The entry of one identifier on a shelf, which is empty where it is not there.
pub(super) fn find_on_shelf(bytes: &[u8], key: &str) -> Option<Entry> {
    let mut row = Reader::new(bytes);
    let count: usize = row.number()?;
    for _ in 0..count {
        let found = row.text()? == key;
        let entry = read_entry(&mut row)?;
        if found {
            return Some(entry);
        }
    }
    row.is_at_end().then(Entry::default)
}

fn read_entry(row: &mut Reader<'_>) -> Option<Entry> {
    let mut letter = 0_i64;
    let letters = row.list(|row| {
        letter = letter.checked_add(row.wide()?.cast_signed())?;
        Some(letter)
    })?;
    let (within, cited, unconfirmed, in_dossier) =
        (row.number()?, row.number()?, row.number()?, row.number()?);
    let titles = row.list(|row| Some((row.text()?.to_owned(), row.number()?)))?;
    Some(Entry { letters, within, cited, unconfirmed, in_dossier, titles: titles.into_iter().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_is_read_as_it_was_written() {
        let titles = BTreeMap::from([("Geïntegreerde inzet".to_owned(), 2)]);
        let dossier =
            Entry { letters: vec![3, 900, 901], within: 1, in_dossier: 7, titles, ..Entry::default() };
        let paper = Entry { letters: vec![900], cited: 300, unconfirmed: 1, ..Entry::default() };
        let shelf =
            Shelf::from([("dossier/29521".to_owned(), dossier.clone()), ("kst-29521-3".to_owned(), paper)]);
        let bytes = write_shelf(shelf.iter().map(|(key, entry)| (&**key, entry)));
        assert_eq!(read_shelf(&bytes), Some(shelf));
        assert_eq!(find_on_shelf(&bytes, "dossier/29521"), Some(dossier));
        assert_eq!(find_on_shelf(&bytes, "kst-29521-4"), Some(Entry::default()));
        for end in 0..bytes.len() {
            assert_eq!(read_shelf(&bytes[..end]), None);
            assert_eq!(find_on_shelf(&bytes[..end], "kst-29521-4"), None);
        }
    }

    #[test]
    fn every_identifier_has_a_shelf() {
        assert_eq!(shelves_for(0), 64);
        assert!(shelves_for(100_000).is_power_of_two());
        assert!((0..1_000).all(|number| shelf_of(&format!("kst-29521-{number}"), 64) < 64));
    }
}
