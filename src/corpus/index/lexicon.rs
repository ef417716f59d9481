//! The lexicon: what is searched as a whole and not row by row. Which words letters are found by, which titles they print of dossiers, and which dossiers they cite and belong to, each with how often.
//!
//! It is small whatever the number of letters is, so it is read once for every state of the index and kept in memory: the words that one may have meant who typed part of one, or mistyped one, are found by going through all words.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memmem;
use rusqlite::{Connection, OptionalExtension as _};

use crate::corpus::wanted::{Closeness, Wanted, letters, words};
use crate::identifier::Dossier;

use super::bytes::{Table, digest};
use super::rows::count;
use super::trouble::Trouble;

/// No more words are tried for one that is looked for: of those that it fits equally well, those that most letters have.
const TRIED: usize = 64;

/// What a row counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Kind {
    /// The letters that are found by a word.
    Word,
    /// The letters that print a title of a dossier.
    Title,
    /// How often a dossier or one of its papers is cited, and the letters that belong to it.
    Dossier,
}

/// Rows by what they count, in the order of the table.
pub(super) type Counts = BTreeMap<(Kind, String), usize>;

/// The key of the title of a dossier: the dossier, the words that it is found by, and the title itself.
pub(super) fn title_key(dossier: &str, title: &str) -> String {
    format!("{dossier}\t{}\t{title}", words(title).join(" "))
}

fn row_digest(kind: i64, key: &str, count: i64) -> i64 {
    digest(Table::Lexicon, &[&kind.to_le_bytes(), key.as_bytes(), &count.to_le_bytes()])
}

/// Puts a row in the place of the one that was; nought takes it away. Gives what was counted before.
pub(super) fn put(connection: &Connection, kind: Kind, key: &str, times: usize) -> Result<(), Trouble> {
    let (kind, times) = (kind as i64, count(times));
    if times == 0 {
        connection.prepare_cached("DELETE FROM lexicon WHERE kind = ? AND key = ?")?.execute((kind, key))?;
        return Ok(());
    }
    let mut put = connection.prepare_cached("REPLACE INTO lexicon VALUES (?, ?, ?, ?)")?;
    put.execute((kind, key, times, row_digest(kind, key, times)))?;
    Ok(())
}

/// What a row counts now.
pub(super) fn get(connection: &Connection, kind: Kind, key: &str) -> Result<usize, Trouble> {
    let mut select =
        connection.prepare_cached("SELECT count, digest FROM lexicon WHERE kind = ? AND key = ?")?;
    let found = select.query_row((kind as i64, key), |row| {
        let times: i64 = row.get(0)?;
        Ok((row_digest(kind as i64, key, times) == row.get::<_, i64>(1)?).then_some(times))
    });
    match found.optional()? {
        None => Ok(0),
        Some(times) => times.and_then(|times| usize::try_from(times).ok()).ok_or(Trouble::Damaged("a word")),
    }
}

/// Hands over every row, in the order of the table; there must be so many.
pub(super) fn each(
    connection: &Connection,
    expected: usize,
    mut each: impl FnMut(i64, &str, usize) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut select =
        connection.prepare_cached("SELECT kind, key, count, digest FROM lexicon ORDER BY kind, key")?;
    let mut rows = select.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        let (kind, times) = (row.get(0)?, row.get(2)?);
        let key = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        if row_digest(kind, key, times) != row.get::<_, i64>(3)? {
            return Err(Trouble::Damaged("a word"));
        }
        found += 1;
        each(kind, key, usize::try_from(times).unwrap_or(0))?;
    }
    if found == expected { Ok(()) } else { Err(Trouble::Damaged("words")) }
}

/// Keys one behind the other.
#[derive(Debug, Default)]
struct Lines {
    text: String,
    starts: Vec<usize>,
    counts: Vec<usize>,
}

impl Lines {
    fn push(&mut self, line: &str, count: usize) {
        self.starts.push(self.text.len());
        self.counts.push(count);
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn len(&self) -> usize {
        self.starts.len()
    }

    fn line(&self, at: usize) -> &str {
        let end = self.starts.get(at + 1).copied().unwrap_or(self.text.len());
        &self.text[self.starts[at]..end - 1]
    }

    /// The lines in which `part` stands, ascending.
    fn with(&self, part: &str) -> Vec<usize> {
        let hits = memmem::find_iter(self.text.as_bytes(), part);
        let mut lines: Vec<usize> =
            hits.map(|hit| self.starts.partition_point(|start| *start <= hit) - 1).collect();
        lines.dedup();
        lines
    }

    /// The lines that begin with `part`, where they are sorted.
    fn beginning(&self, part: &str) -> Range<usize> {
        let search = |goes_on: &dyn Fn(&str) -> bool| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = low.midpoint(high);
                if goes_on(self.line(middle)) { low = middle + 1 } else { high = middle }
            }
            low
        };
        search(&|line| line < part)..search(&|line| line < part || line.starts_with(part))
    }
}

/// All of it, of one state of the index.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Lexicon {
    words: Lines,
    /// Which letters each word has.
    letters: Vec<u32>,
    titles: Lines,
    dossiers: Vec<(Box<str>, Dossier, usize)>,
}

impl Lexicon {
    pub(super) fn read(connection: &Connection, expected: usize) -> Result<Self, Trouble> {
        let mut lexicon = Self::default();
        each(connection, expected, |kind, key, times| {
            match kind {
                0 => {
                    lexicon.letters.push(letters(key));
                    lexicon.words.push(key, times);
                }
                1 => lexicon.titles.push(key, times),
                _ => {
                    let dossier = Dossier::parse(key).ok_or(Trouble::Damaged("a dossier"))?;
                    lexicon.dossiers.push((key.into(), dossier, times));
                }
            }
            Ok(())
        })?;
        Ok(lexicon)
    }

    /// The dossiers whose number begins with `digits` and that letters cite or belong to, with how often they do.
    pub(in crate::corpus) fn dossiers_beginning(&self, digits: &str) -> Vec<(Dossier, usize)> {
        let from = self.dossiers.partition_point(|(name, ..)| &**name < digits);
        let found = self.dossiers[from..].iter().take_while(|(name, ..)| name.starts_with(digits));
        found.map(|(_, dossier, times)| (*dossier, *times)).collect()
    }

    /// The words of letters that one may have meant who looks for a word, as far as they fit just so.
    pub(super) fn meant(&self, wanted: &Wanted, closeness: Closeness) -> Vec<&str> {
        let candidates: Vec<usize> = match closeness {
            Closeness::Same | Closeness::Beginning => self.words.beginning(&wanted.word).collect(),
            Closeness::Part => self.words.with(&wanted.word),
            Closeness::Slip if wanted.slips() == 0 => Vec::new(),
            Closeness::Slip => {
                (0..self.words.len()).filter(|at| wanted.may_be_slip_of(self.letters[*at])).collect()
            }
        };
        let mut fitting: Vec<(usize, &str)> = candidates
            .into_iter()
            .map(|at| (self.words.counts[at], self.words.line(at)))
            .filter(|(_, word)| wanted.closeness(word) == Some(closeness))
            .collect();
        fitting.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        fitting.truncate(TRIED);
        fitting.into_iter().map(|(_, word)| word).collect()
    }

    /// The titles of dossiers in which one of these words stands, however long the word there is; with how many letters print them.
    pub(super) fn titles_with(&self, words: &[&str]) -> Vec<(Dossier, &str, usize)> {
        let mut lines: Vec<usize> = words.iter().flat_map(|word| self.titles.with(word)).collect();
        lines.sort_unstable();
        lines.dedup();
        let title = |at: usize| {
            let (dossier, rest) = self.titles.line(at).split_once('\t')?;
            let (_, title) = rest.split_once('\t')?;
            Some((Dossier::parse(dossier)?, title, self.titles.counts[at]))
        };
        lines.into_iter().filter_map(title).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::wanted::Search;

    #[test]
    fn words_that_may_be_meant_the_most_used_first() {
        let mut lexicon = Lexicon::default();
        for (word, times) in
            [("defensie", 9), ("defensief", 1), ("defensienota", 3), ("kustwacht", 2), ("vredesmissies", 4)]
        {
            lexicon.letters.push(letters(word));
            lexicon.words.push(word, times);
        }
        let meant = |typed: &str, closeness| {
            lexicon.meant(&Search::new(typed).unwrap().wanted[0], closeness).join(" ")
        };
        assert_eq!(meant("defensie", Closeness::Same), "defensie");
        assert_eq!(meant("defensie", Closeness::Beginning), "defensienota defensief");
        assert_eq!(meant("missie", Closeness::Part), "vredesmissies");
        assert_eq!(meant("kustwahct", Closeness::Slip), "kustwacht");
        assert_eq!(meant("dfensie", Closeness::Slip), "defensie defensienota defensief");
        assert_eq!(meant("zzz", Closeness::Part), "");
    }

    #[test]
    fn titles_by_any_of_their_words() {
        let mut lexicon = Lexicon::default();
        lexicon.titles.push(&title_key("29521", "Nederlandse deelname\n\taan vredesmissies"), 3);
        lexicon.titles.push(&title_key("34952", "Geïntegreerde inzet"), 1);
        let found = |words: &[&str]| lexicon.titles_with(words);
        let missions = Dossier::parse("29521").unwrap();
        assert_eq!(found(&["missie"]), [(missions, "Nederlandse deelname\n\taan vredesmissies", 3)]);
        assert_eq!(found(&["geintegreerde", "deelname"]).len(), 2);
        assert_eq!(found(&[]), []);
    }
}
