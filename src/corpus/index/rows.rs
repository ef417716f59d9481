//! Rows going into the tables and out of them, one statement each.

use rusqlite::{Connection, OptionalExtension as _, Statement};

use crate::corpus::wanted::Words;

use super::paths::Stat;
use super::prepared::{edge_digest, file_digest, letter_digest, shelf_digest};
use super::runs::Row;
use super::trouble::Trouble;

pub(super) const PUT_FILE: &str = "REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)";
pub(super) const PUT_LETTER: &str = "INSERT INTO letter VALUES (?, ?, ?, ?)";
pub(super) const PUT_EDGE: &str = "INSERT INTO edge VALUES (?, ?, ?, ?, ?)";
pub(super) const PUT_SHELF: &str = "REPLACE INTO shelf VALUES (?, ?, ?)";
pub(super) const PUT_TWICE: &str = "INSERT OR IGNORE INTO twice VALUES (?)";
pub(super) const PUT_WORDS: &str = "INSERT INTO words (rowid, name, rest) VALUES (?, ?, ?)";

pub(super) fn put_file(put: &mut Statement<'_>, path: &[u8], letter: i64, stat: Stat) -> Result<(), Trouble> {
    let Stat { size, modified, inode } = stat;
    put.execute((path, letter, size, modified, inode, file_digest(path, letter, stat)))?;
    Ok(())
}

pub(super) fn put_letter(
    put: &mut Statement<'_>,
    number: i64,
    path: &[u8],
    content: &[u8],
) -> Result<(), Trouble> {
    put.execute((number, path, content, letter_digest(number, path, content)))?;
    Ok(())
}

pub(super) fn put_edge(put: &mut Statement<'_>, row: &Row) -> Result<(), Trouble> {
    put.execute((&*row.cited, &*row.path, row.start, &*row.place, row.digest))?;
    Ok(())
}

pub(super) fn put_shelf(put: &mut Statement<'_>, number: usize, content: &[u8]) -> Result<(), Trouble> {
    put.execute((count(number), content, shelf_digest(number, content)))?;
    Ok(())
}

pub(super) fn put_words(put: &mut Statement<'_>, number: i64, words: &Words) -> Result<(), Trouble> {
    put.execute((number, words.name.join(" "), words.rest.join(" ")))?;
    Ok(())
}

/// The letter at a path, and how its file lay on disk.
pub(super) fn file(connection: &Connection, path: &[u8]) -> Result<Option<(i64, Stat)>, Trouble> {
    let mut select =
        connection.prepare_cached("SELECT letter, size, modified, inode, digest FROM file WHERE path = ?")?;
    let found = select.query_row([path], |row| {
        let (letter, stat) =
            (row.get(0)?, Stat { size: row.get(1)?, modified: row.get(2)?, inode: row.get(3)? });
        Ok((file_digest(path, letter, stat) == row.get::<_, i64>(4)?).then_some((letter, stat)))
    });
    found.optional()?.map(|sound| sound.ok_or(Trouble::Damaged("a file"))).transpose()
}

/// Every file, by the bytes of its path.
pub(super) fn each_file(
    connection: &Connection,
    mut each: impl FnMut(&[u8], i64, Stat) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut select =
        connection.prepare("SELECT path, letter, size, modified, inode, digest FROM file ORDER BY path")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let path = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let (letter, stat) =
            (row.get(1)?, Stat { size: row.get(2)?, modified: row.get(3)?, inode: row.get(4)? });
        if file_digest(path, letter, stat) != row.get::<_, i64>(5)? {
            return Err(Trouble::Damaged("a file"));
        }
        each(path, letter, stat)?;
    }
    Ok(())
}

/// The paths of the files at a path, or in it where it is a folder.
pub(super) fn each_path_at(
    connection: &Connection,
    path: &[u8],
    mut each: impl FnMut(&[u8]),
) -> Result<(), Trouble> {
    let within = |end: u8| if path.is_empty() { Vec::new() } else { [path, &[end]].concat() };
    // `0` comes right behind `/`; of the root nothing is without.
    let mut select = connection.prepare_cached(
        "SELECT path FROM file WHERE path = ?1 OR (path >= ?2 AND (path < ?3 OR ?3 = x''))",
    )?;
    let mut rows = select.query([path, &within(b'/'), &within(b'0')])?;
    while let Some(row) = rows.next()? {
        each(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    Ok(())
}

/// The numbers of the first letters of a folder, those in folders within it included.
pub(super) fn letters_in(connection: &Connection, folder: &[u8], limit: usize) -> Result<Vec<i64>, Trouble> {
    let within = |end: u8| if folder.is_empty() { Vec::new() } else { [folder, &[end]].concat() };
    // `0` comes right behind `/`; of the root nothing is without.
    let mut select = connection.prepare_cached(
        "SELECT letter FROM file WHERE path >= ?1 AND (path < ?2 OR ?2 = x'') ORDER BY path LIMIT ?3",
    )?;
    let numbers = select.query_map((within(b'/'), within(b'0'), count(limit)), |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// The numbers of the last letters for which an expression of the full-text table holds.
pub(super) fn letters_with(
    connection: &Connection,
    expression: &str,
    limit: usize,
) -> Result<Vec<i64>, Trouble> {
    let mut select = connection
        .prepare_cached("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?")?;
    let numbers = select.query_map((expression, count(limit)), |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// Hands over the path and the content of a letter, which must be there.
pub(super) fn letter<T>(
    connection: &Connection,
    number: i64,
    read: impl FnOnce(&[u8], &[u8]) -> Option<T>,
) -> Result<T, Trouble> {
    let mut select =
        connection.prepare_cached("SELECT path, content, digest FROM letter WHERE number = ?")?;
    let found = select.query_row([number], |row| {
        let (path, content) = (row.get_ref(0)?.as_blob()?, row.get_ref(1)?.as_blob()?);
        Ok((letter_digest(number, path, content) == row.get::<_, i64>(2)?)
            .then(|| read(path, content))
            .flatten())
    });
    found.optional()?.flatten().ok_or(Trouble::Damaged("a letter"))
}

/// Hands over the row of one edge, which must be there.
pub(super) fn edge<T>(
    connection: &Connection,
    cited: &str,
    path: &[u8],
    start: i64,
    read: impl FnOnce(&[u8]) -> T,
) -> Result<T, Trouble> {
    let mut select = connection
        .prepare_cached("SELECT place, digest FROM edge WHERE cited = ? AND path = ? AND start = ?")?;
    let found = select.query_row((cited, path, start), |row| {
        let place = row.get_ref(0)?.as_blob()?;
        Ok((edge_digest(cited, path, start, place) == row.get::<_, i64>(1)?).then(|| read(place)))
    });
    found.optional()?.flatten().ok_or(Trouble::Damaged("an edge"))
}

/// The identifiers that several letters claim to be, ascending.
pub(super) fn twice(connection: &Connection) -> Result<Vec<String>, Trouble> {
    let mut select = connection.prepare_cached("SELECT id FROM twice ORDER BY id")?;
    let ids = select.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Hands over every word of every letter, with the number of the letter and the column that it stands in.
pub(super) fn each_word(
    connection: &Connection,
    mut each: impl FnMut(&str, i64, &str),
) -> Result<(), Trouble> {
    let mut select = connection.prepare("SELECT term, doc, col FROM word")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        each(text(0)?, row.get(1)?, text(2)?);
    }
    Ok(())
}

/// How many rows a table has.
pub(super) fn number_of(connection: &Connection, table: &str) -> Result<i64, Trouble> {
    Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
}

/// Hands over the content of a shelf, which must be there.
pub(super) fn shelf<T>(
    connection: &Connection,
    number: usize,
    read: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<T, Trouble> {
    let mut select = connection.prepare_cached("SELECT content, digest FROM shelf WHERE number = ?")?;
    let found = select.query_row([count(number)], |row| {
        let content = row.get_ref(0)?.as_blob()?;
        Ok((shelf_digest(number, content) == row.get::<_, i64>(1)?).then(|| read(content)).flatten())
    });
    found.optional()?.flatten().ok_or(Trouble::Damaged("a shelf"))
}

/// Hands over every edge from the key `from` up to and without `to`.
pub(super) fn each_edge(
    connection: &Connection,
    from: &str,
    to: &str,
    mut each: impl FnMut(&str, &[u8], i64, &[u8]) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut select = connection.prepare_cached(
        "SELECT cited, path, start, place, digest FROM edge WHERE cited >= ? AND cited < ?",
    )?;
    let mut rows = select.query([from, to])?;
    while let Some(row) = rows.next()? {
        let kind = rusqlite::Error::from;
        let cited = row.get_ref(0)?.as_str().map_err(kind)?;
        let (path, start) = (row.get_ref(1)?.as_blob().map_err(kind)?, row.get(2)?);
        let place = row.get_ref(3)?.as_blob().map_err(kind)?;
        if edge_digest(cited, path, start, place) != row.get::<_, i64>(4)? {
            return Err(Trouble::Damaged("an edge"));
        }
        each(cited, path, start, place)?;
    }
    Ok(())
}

/// A number as the database counts.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
