//! A letter read from disk and made into rows: all that can be done on many threads at once, before one writes.

use crate::corpus::contribution::Contribution;
use crate::corpus::memory::record_of;
use crate::corpus::wanted::Words;
use crate::identifier::{DocumentId, Dossier, Kamer, PageRange, SessionYear};
use crate::text::FileEncoding;

use super::bytes::{Table, Writer, digest};
use super::lexicon::{Kind, title_key};
use super::paths::Stat;
use super::record::{Filed, write_letter, write_place};
use super::shelf::Entry;
use super::trouble::Trouble;

/// A letter as rows.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) path: Box<[u8]>,
    pub(super) stat: Stat,
    pub(super) letter: Vec<u8>,
    pub(super) edges: Vec<Edge>,
    pub(super) names: Names,
    /// By which it is searched, where it is a paper with an identifier.
    pub(super) words: Option<Words>,
}

/// A row of `edge`, but for the path, which all of a letter share.
#[derive(Debug)]
pub(super) struct Edge {
    pub(super) cited: Box<str>,
    pub(super) start: i64,
    pub(super) place: Box<[u8]>,
    pub(super) digest: i64,
    pub(super) unconfirmed: bool,
}

/// Under which names a letter stands on the shelves.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Its identifier.
    own: Option<String>,
    /// The dossier that its number counts in.
    dossier: Option<String>,
    /// Where that is a chapter or the like: the whole dossier.
    whole: Option<String>,
    /// Where it is a publication of the record of debates: that of its chamber and session.
    record: Option<String>,
    /// The titles that it prints of dossiers.
    titles: Vec<(String, String)>,
    /// The words that it is found by, each once.
    words: Vec<String>,
}

/// The key of an edge: first the dossier, so that all that cites a dossier stands together, then the identifier. Pages of debates stand together by chamber and session.
pub(super) fn edge_key(id: &DocumentId) -> String {
    match (id.dossier(), PageRange::of_stand_in(id)) {
        (Some(dossier), _) => format!("{dossier} {id}"),
        (None, Some(range)) => format!("{} {id}", record_key(range.kamer, range.session)),
        (None, None) => format!(" {id}"),
    }
}

/// The identifier in the key of an edge.
pub(super) fn id_of_key(key: &str) -> Option<DocumentId> {
    DocumentId::parse(key.split_once(' ')?.1).ok()
}

/// The name of the record of debates of one chamber in one session. No identifier ends like this.
pub(super) fn record_key(kamer: Kamer, session: SessionYear) -> String {
    format!("h-{}-{}-", kamer.code(), session.code())
}

pub(super) fn edge_digest(cited: &str, path: &[u8], start: i64, place: &[u8]) -> i64 {
    digest(Table::Edge, &[cited.as_bytes(), path, &start.to_le_bytes(), place])
}

pub(super) fn file_digest(path: &[u8], letter: i64, stat: Stat) -> i64 {
    let Stat { size, modified, inode } = stat;
    let [letter, size, modified, inode] = [letter, size, modified, inode].map(i64::to_le_bytes);
    digest(Table::File, &[path, &letter, &size, &modified, &inode])
}

pub(super) fn letter_digest(number: i64, path: &[u8], content: &[u8]) -> i64 {
    digest(Table::Letter, &[&number.to_le_bytes(), path, content])
}

pub(super) fn shelf_digest(number: usize, content: &[u8]) -> i64 {
    digest(Table::Shelf, &[&(number as u64).to_le_bytes(), content])
}

impl Prepared {
    pub(super) fn new(
        path: &[u8],
        stat: Stat,
        contribution: &Contribution,
        content: u64,
        encoding: FileEncoding,
    ) -> Self {
        let letter = write_letter(contribution, content, encoding);
        let record = contribution.record.as_ref();
        let id = record.map(|record| &record.id);
        let mut out = Writer::default();
        let edges = contribution
            .cited
            .iter()
            .map(|cited| {
                out.bytes.clear();
                write_place(&mut out, id, cited);
                let key = edge_key(&cited.id).into_boxed_str();
                let at = i64::try_from(cited.span.start).unwrap_or(i64::MAX);
                let digest = edge_digest(&key, path, at, &out.bytes);
                Edge {
                    cited: key,
                    start: at,
                    place: out.bytes.as_slice().into(),
                    digest,
                    unconfirmed: cited.unconfirmed,
                }
            })
            .collect();
        let words = record.map(Words::of);
        let names = Names::new(id, words.as_ref(), &contribution.titles);
        Self { path: path.into(), stat, letter, edges, names, words }
    }
}

impl Names {
    fn new(id: Option<&DocumentId>, words: Option<&Words>, titles: &[(Dossier, String)]) -> Self {
        let mut all: Vec<String> =
            words.map(|words| [&*words.name, &words.rest].concat()).unwrap_or_default();
        all.sort_unstable();
        all.dedup();
        let dossier = id.and_then(DocumentId::dossier);
        let whole = dossier.filter(|dossier| dossier.toevoeging.is_some());
        Self {
            own: id.map(ToString::to_string),
            dossier: dossier.as_ref().map(ToString::to_string),
            whole: whole.map(|dossier| Dossier::plain(dossier.number).to_string()),
            record: id.and_then(record_of).map(|(kamer, session)| record_key(kamer, session)),
            titles: titles.iter().map(|(dossier, title)| (dossier.to_string(), title.clone())).collect(),
            words: all,
        }
    }

    pub(super) fn of(filed: &Filed) -> Self {
        let record = filed.record.as_ref();
        Self::new(record.map(|record| &record.id), record.map(Words::of).as_ref(), &filed.titles)
    }
}

/// Where what is known of identifiers is kept while it is changed.
pub(super) trait Shelves {
    /// Changes what is known of an identifier, or of a dossier by its bare number.
    fn change(&mut self, key: &str, change: impl FnOnce(&mut Entry)) -> Result<(), Trouble>;

    /// One more or less of what the lexicon counts.
    fn count(&mut self, kind: Kind, key: &str, way: Move) -> Result<(), Trouble>;

    /// So many letters are now this paper.
    fn told(&mut self, id: &str, letters: usize) -> Result<(), Trouble>;
}

/// Whether a letter comes or goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Move {
    Comes,
    Goes,
}

impl Move {
    pub(super) fn count(self, number: &mut usize) {
        *number = match self {
            Self::Comes => *number + 1,
            Self::Goes => number.saturating_sub(1),
        };
    }

    fn list(self, letters: &mut Vec<i64>, letter: i64) {
        match (self, letters.binary_search(&letter)) {
            (Self::Comes, Err(at)) => letters.insert(at, letter),
            (Self::Goes, Ok(at)) => drop(letters.remove(at)),
            _ => {}
        }
    }
}

/// Puts on the shelves what a letter adds, or takes it away.
pub(super) fn shelve<'a>(
    shelves: &mut impl Shelves,
    way: Move,
    letter: i64,
    names: &Names,
    cites: impl Iterator<Item = (&'a str, bool)>,
) -> Result<(), Trouble> {
    if let Some(own) = &names.own {
        let mut letters = 0;
        shelves.change(own, |entry| {
            way.list(&mut entry.letters, letter);
            letters = entry.letters.len();
        })?;
        shelves.told(own, letters)?;
    }
    for key in [&names.dossier, &names.record].into_iter().flatten() {
        shelves.change(key, |entry| way.list(&mut entry.letters, letter))?;
    }
    if let Some(dossier) = &names.dossier {
        shelves.count(Kind::Dossier, dossier, way)?;
    }
    if let Some(whole) = &names.whole {
        shelves.change(whole, |entry| way.count(&mut entry.within))?;
    }
    for (dossier, title) in &names.titles {
        shelves.change(dossier, |entry| match way {
            Move::Comes => *entry.titles.entry(title.clone()).or_default() += 1,
            Move::Goes => {
                if let Some(count) = entry.titles.get_mut(title) {
                    way.count(count);
                }
                entry.titles.retain(|_, count| *count > 0);
            }
        })?;
        shelves.count(Kind::Title, &title_key(dossier, title), way)?;
    }
    for (cited, unconfirmed) in cites {
        let (dossier, id) = cited.split_once(' ').unwrap_or(("", cited));
        shelves.change(id, |entry| {
            way.count(&mut entry.cited);
            if unconfirmed {
                way.count(&mut entry.unconfirmed);
            }
        })?;
        if !dossier.is_empty() {
            shelves.change(dossier, |entry| way.count(&mut entry.in_dossier))?;
            if Dossier::parse(dossier).is_some() {
                shelves.count(Kind::Dossier, dossier, way)?;
            }
        }
    }
    for word in &names.words {
        shelves.count(Kind::Word, word, way)?;
    }
    Ok(())
}
