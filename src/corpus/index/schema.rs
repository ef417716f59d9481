//! The tables of the index, and how its file is opened.
//!
//! Every row has a digest over all of it, since the database has none over its pages: what a damaged disk gives back is noticed before it is believed.
//! What a row means is the matter of `record` and `shelf`.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::bytes::{Reader, Table, Writer, digest};
use super::trouble::Trouble;

/// The version of what stands here and of the bytes of the rows. Whoever changes either counts it up, so that no version of Griffier reads what another wrote.
pub(super) const SCHEMA: u32 = 3;

/// Marks a file as a finished index: `Grif`.
const FINISHED: i32 = 0x4772_6966;

/// How long to wait for another process that is writing, which never takes long.
const PATIENCE: Duration = Duration::from_secs(10);

/// `head` is one row; `file` tells what has changed on disk; `letter` is what hover shows; `edge` is a place that cites, in the order in which references are asked for; `shelf` is what is known of identifiers; `words` finds letters by the words of number and title (`name`) and of what stands beside them (`rest`), which `word` goes through; `lexicon` counts what is searched as a whole.
const TABLES: &str = "
CREATE TABLE head (only INTEGER PRIMARY KEY, content BLOB NOT NULL, digest INTEGER NOT NULL);
CREATE TABLE file (
    path BLOB PRIMARY KEY, letter INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    inode INTEGER NOT NULL, digest INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE letter (number INTEGER PRIMARY KEY, path BLOB NOT NULL, content BLOB NOT NULL, digest INTEGER NOT NULL);
CREATE TABLE edge (
    cited TEXT NOT NULL, path BLOB NOT NULL, start INTEGER NOT NULL, place BLOB NOT NULL, digest INTEGER NOT NULL,
    PRIMARY KEY (cited, path, start)
) WITHOUT ROWID;
CREATE TABLE shelf (number INTEGER PRIMARY KEY, content BLOB NOT NULL, digest INTEGER NOT NULL);
CREATE TABLE twice (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE lexicon (
    kind INTEGER NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (name, rest, content='', contentless_delete=1, detail=column, tokenize=ascii);
CREATE VIRTUAL TABLE word USING fts5vocab (words, instance);
";

/// What is known of the index as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Head {
    /// Another one after every change, and never one that was there before, also where the index is made anew.
    pub(super) generation: u64,
    /// How many shelves there are.
    pub(super) shelves: usize,
    /// How many letters there are, those included that are no papers with an identifier.
    pub(super) letters: usize,
    /// How often they cite.
    pub(super) citations: usize,
    /// How many rows the lexicon has.
    pub(super) lexicon: usize,
    /// The number of the next letter.
    pub(super) next: i64,
    /// When all letters were last read, and when the index was last changed, in seconds since 1970.
    pub(super) built: u64,
    pub(super) changed: u64,
}

/// Makes the tables in an empty file.
pub(super) fn create(connection: &Connection) -> Result<(), Trouble> {
    connection.execute_batch(TABLES)?;
    Ok(())
}

/// Says that the index is whole.
pub(super) fn finish(connection: &Connection) -> Result<(), Trouble> {
    connection.pragma_update(None, "application_id", FINISHED)?;
    connection.pragma_update(None, "user_version", SCHEMA)?;
    Ok(())
}

/// Opens an index, for reading only or to change it; `None` where there is no finished one.
pub(super) fn open(file: &Path, writes: bool) -> Result<Option<Connection>, Trouble> {
    if !file.is_file() {
        return Ok(None);
    }
    // A reader too takes part in the log of those who write, for which the file must be writable.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(32);
    // A mapped file that is cut short kills the process.
    connection.execute_batch(
        "PRAGMA mmap_size = 0; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL;",
    )?;
    let mark: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if mark != FINISHED {
        return Err(Trouble::Damaged("the mark"));
    }
    if !writes {
        connection.execute_batch("PRAGMA query_only = ON;")?;
    }
    Ok(Some(connection))
}

pub(super) fn read_head(connection: &Connection) -> Result<Head, Trouble> {
    let mut select = connection.prepare_cached("SELECT content, digest FROM head WHERE only = 1")?;
    let row = select.query_row([], |row| {
        let content = row.get_ref(0)?.as_blob()?;
        Ok((digest(Table::Head, &[content]) == row.get::<_, i64>(1)?).then(|| decode(content)).flatten())
    });
    row.optional()?.flatten().ok_or(Trouble::Damaged("the head"))
}

pub(super) fn write_head(connection: &Connection, head: &Head) -> Result<(), Trouble> {
    let mut out = Writer::default();
    out.wide(head.generation);
    for count in [head.shelves, head.letters, head.citations, head.lexicon] {
        out.number(count);
    }
    for number in [head.next.cast_unsigned(), head.built, head.changed] {
        out.wide(number);
    }
    let digest = digest(Table::Head, &[&out.bytes]);
    let mut replace = connection.prepare_cached("REPLACE INTO head VALUES (1, ?, ?)")?;
    replace.execute((&out.bytes, digest))?;
    Ok(())
}

fn decode(content: &[u8]) -> Option<Head> {
    let mut row = Reader::new(content);
    let head = Head {
        generation: row.wide()?,
        shelves: row.number()?,
        letters: row.number()?,
        citations: row.number()?,
        lexicon: row.number()?,
        next: row.wide()?.cast_signed(),
        built: row.wide()?,
        changed: row.wide()?,
    };
    row.is_at_end().then_some(head)
}
