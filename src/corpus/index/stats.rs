//! What there is in an index, in numbers, and all of it in words that can be compared.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

use crate::identifier::DocumentId;

use super::files::with_end;
use super::lexicon;
use super::paths::from_bytes;
use super::rows;
use super::schema::{self, Head};
use super::shelf::{Entry, read_shelf};
use super::sync::Index;
use super::trouble::Trouble;

/// What there is in an index.
#[derive(Debug)]
pub struct Stats {
    /// Its file.
    pub file: PathBuf,
    /// The size of that, with what is not yet written into it, in bytes.
    pub bytes: u64,
    /// How many letters there are, those included that are no papers with an identifier.
    pub letters: usize,
    /// The size of their files, in bytes.
    pub text_bytes: u64,
    /// How many papers they are.
    pub papers: usize,
    /// How often they cite.
    pub citations: usize,
    /// What they cite, and how often. What has only the form of a citation is left out: where it leads nowhere it is none.
    pub cited: Vec<(DocumentId, usize)>,
    /// How long ago it was made, and last changed.
    pub age: Duration,
    /// How long ago it last changed.
    pub unchanged: Duration,
}

impl Index {
    /// What there is in the index; `None` where there is none, or it is damaged.
    #[must_use]
    pub fn stats(&self) -> Option<Stats> {
        let connection = schema::open(self.file(), false).ok()??;
        self.count(&connection).ok()
    }

    fn count(&self, connection: &Connection) -> Result<Stats, Trouble> {
        connection.execute_batch("BEGIN")?;
        let head = schema::read_head(connection)?;
        let (mut papers, mut cited) = (0, Vec::new());
        for (key, entry) in entries(connection, head)? {
            let Ok(id) = DocumentId::parse(&key) else { continue };
            papers += usize::from(!entry.letters.is_empty());
            let times = entry.cited.saturating_sub(entry.unconfirmed);
            if times > 0 {
                cited.push((id, times));
            }
        }
        let mut text_bytes = 0;
        rows::each_file(connection, |_, _, stat| {
            text_bytes += stat.size.cast_unsigned();
            Ok(())
        })?;
        let size =
            |end: &str| std::fs::metadata(with_end(self.file(), end)).map_or(0, |metadata| metadata.len());
        let since = |seconds| {
            let then = UNIX_EPOCH + Duration::from_secs(seconds);
            SystemTime::now().duration_since(then).unwrap_or_default()
        };
        Ok(Stats {
            file: self.file().to_owned(),
            bytes: size("") + size("-wal"),
            letters: head.letters,
            text_bytes,
            papers,
            citations: head.citations,
            cited,
            age: since(head.built),
            unchanged: since(head.changed),
        })
    }

    /// All that the index says, line by line, in an order of its own: two indexes that say the same give the same lines, however they came about. `None` where there is no sound index.
    #[must_use]
    pub fn dump(&self) -> Option<Vec<String>> {
        let connection = schema::open(self.file(), false).ok()??;
        self.lines(&connection).ok()
    }

    fn lines(&self, connection: &Connection) -> Result<Vec<String>, Trouble> {
        connection.execute_batch("BEGIN")?;
        let head = schema::read_head(connection)?;
        let mut lines = vec![format!("{} letters, {} citations", head.letters, head.citations)];
        let mut paths = BTreeMap::new();
        rows::each_file(connection, |bytes, number, _| {
            let path = from_bytes(bytes, self.root()).ok_or(Trouble::Damaged("a path"))?;
            let shown = crate::corpus::shown(&path, Some(self.root()));
            lines.push(rows::letter(connection, number, |_, content| {
                Some(format!("letter {shown} {:?}", super::record::read_letter(content, &path)?))
            })?);
            paths.insert(number, shown);
            Ok(())
        })?;
        // Behind every key comes this one.
        rows::each_edge(connection, "", "\u{10FFFF}", |cited, path, start, place| {
            let path = String::from_utf8_lossy(path);
            lines.push(format!("edge {cited} {path} {start} {}", place.escape_ascii()));
            Ok(())
        })?;
        for (key, entry) in entries(connection, head)? {
            let mut letters: Vec<_> = entry.letters.iter().map(|number| paths.get(number)).collect();
            letters.sort_unstable();
            let rest = Entry { letters: Vec::new(), ..entry.clone() };
            lines.push(format!("entry {key} {letters:?} {rest:?}"));
        }
        rows::each_word(connection, |word, number, column| {
            lines.push(format!("word {word} {column} {:?}", paths.get(&number)));
        })?;
        lexicon::each(connection, head.lexicon, |kind, key, count| {
            lines.push(format!("lexicon {kind} {key} {count}"));
            Ok(())
        })?;
        lines[1..].sort_unstable();
        Ok(lines)
    }
}

/// All that is known of identifiers, by identifier.
fn entries(connection: &Connection, head: Head) -> Result<BTreeMap<String, Entry>, Trouble> {
    let mut entries = BTreeMap::new();
    for number in 0..head.shelves {
        entries.extend(rows::shelf(connection, number, read_shelf)?);
    }
    Ok(entries)
}
