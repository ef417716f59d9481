//! Reading letters from disk: one, some, or all of a workspace on all cores.
//!
//! What cannot be read is told and left out; no file stops the others.

use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::citation::Recognised;
use crate::config::CorpusConfig;
use crate::letter::Format;
use crate::messages::{Argument, Message, reason};
use crate::text::{Decoded, FileEncoding, decode};

use super::contribution::Contribution;
use super::index::{Hear, How, Index, Store, Synced, Watch};
use super::{Cache, Catalogues, Found, LetterFolders, MemoryCorpus, Moment, ReadLetter, condensed, shown};

/// No letter is larger, in bytes; the largest papers that were ever printed have a quarter of it.
pub const LARGEST_LETTER: u64 = 5 << 20;

/// The outcome of a scan.
#[derive(Debug)]
pub struct Scan {
    /// When it began.
    pub(super) started: Moment,
    /// What it found, by path; nothing where that lies in the index.
    pub(super) letters: Vec<ReadLetter>,
    /// The index that has been brought up to date.
    pub(super) store: Option<Arc<Store>>,
    /// What is to be said of files and folders that could not be read.
    pub messages: Vec<Message>,
    /// Whether it was told to end before it was through.
    pub cancelled: bool,
}

/// Reads the letters in all places, on the threads of the rayon pool that it is called on.
///
/// `progress` hears how many of how many have been read, from any thread and for every letter.
#[must_use]
pub fn scan(
    folders: &LetterFolders,
    progress: &(dyn Fn(usize, usize) + Sync),
    cancel: &(dyn Fn() -> bool + Sync),
) -> Scan {
    let started = Moment::now();
    let found = folders.find(&|| cancel());
    let total = found.letters.len();
    let done = AtomicUsize::new(0);
    let read = |path: &PathBuf| {
        if cancel() {
            return None;
        }
        let read = read(path, started, folders.root());
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Some(read)
    };
    let outcomes: Vec<_> = found.letters.par_iter().map(read).collect();
    let cancelled = cancel() || outcomes.iter().any(Option::is_none);
    let mut scan = Scan { started, letters: Vec::new(), store: None, messages: found.messages, cancelled };
    for outcome in outcomes.into_iter().flatten() {
        match outcome {
            Ok(letter) => scan.letters.push(letter),
            Err(message) => scan.messages.push(message),
        }
    }
    scan.messages = condensed(scan.messages);
    scan
}

/// Brings what is known of all letters up to date: in the index where there is one, else, or where it cannot be written, by reading them all into memory.
///
/// `hear` hears of later changes of the index.
#[must_use]
pub fn gather(
    folders: &LetterFolders,
    index: Option<&Index>,
    how: How,
    hear: &Hear,
    watch: &Watch<'_>,
) -> Scan {
    let started = Moment::now();
    let unusable = match index.map(|index| (index, index.sync(folders, how, watch))) {
        None => None,
        Some((index, Ok(Synced { messages, cancelled, .. }))) => {
            let store = index.open(Arc::clone(hear)).map(Arc::new);
            if cancelled || store.is_some() {
                return Scan { started, letters: Vec::new(), store, messages, cancelled };
            }
            None
        }
        Some((_, Err(unusable))) => Some(unusable.sentence()),
    };
    let mut scan = scan(folders, watch.progress, watch.cancel);
    scan.messages.splice(0..0, unusable);
    scan
}

/// The bytes of a letter, decoded.
///
/// # Errors
/// Where the file cannot be read, is too large, or is no text; the message tells which. Paths in it are relative to `root`.
pub fn read_text(path: &Path, root: Option<&Path>) -> Result<Decoded, Message> {
    let (bytes, _) = read_bytes(path).map_err(|unread| unread.message(path, root))?;
    decoded(&bytes, path, root)
}

/// Why a letter was not read.
enum Unread {
    Failed(io::Error),
    TooLarge,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl Unread {
    fn message(&self, path: &Path, root: Option<&Path>) -> Message {
        match self {
            Self::Failed(error) => Message::new("letter-unreadable")
                .with("path", shown(path, root))
                .with("reason", Argument::message(reason(error))),
            Self::TooLarge => Message::new("letter-too-large")
                .with("path", shown(path, root))
                .with("limit", LARGEST_LETTER >> 20),
        }
    }
}

/// The bytes of a letter, and how its file lay on disk before they were read.
fn read_bytes(path: &Path) -> Result<(Vec<u8>, Metadata), Unread> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(Unread::Failed(io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > LARGEST_LETTER {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(LARGEST_LETTER)).unwrap_or(0));
    // A file can grow while it is read, and what is no plain file has no length.
    file.take(LARGEST_LETTER + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_LETTER {
        return Err(Unread::TooLarge);
    }
    Ok((bytes, metadata))
}

fn decoded(bytes: &[u8], path: &Path, root: Option<&Path>) -> Result<Decoded, Message> {
    decode(bytes).map_err(|_| Message::new("letter-not-text").with("path", shown(path, root)))
}

/// A letter that was read for the index.
pub(super) struct LetterFile {
    /// How its file lay on disk before it was read.
    pub(super) metadata: Metadata,
    /// The digest of its bytes.
    pub(super) digest: u64,
    pub(super) encoding: FileEncoding,
    pub(super) contribution: Contribution,
}

/// Reads the letter at `path` for the index; `None` where it has gone.
pub(super) fn read_letter(path: &Path, root: &Path) -> Result<Option<LetterFile>, Message> {
    let (bytes, metadata) = match read_bytes(path) {
        Ok(read) => read,
        Err(Unread::Failed(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(unread) => return Err(unread.message(path, Some(root))),
    };
    let Decoded { text, encoding, .. } = decoded(&bytes, path, Some(root))?;
    let contribution = unstumbled(path, root, || {
        let recognised = Recognised::new(Arc::from(text), Format::of_path(path), Some(path));
        Contribution::of(&recognised, path)
    })?;
    Ok(Some(LetterFile { metadata, digest: xxh3_64(&bytes), encoding, contribution }))
}

/// A letter on which the recogniser stumbles must not take the others along.
fn unstumbled<T>(path: &Path, root: &Path, read: impl FnOnce() -> T) -> Result<T, Message> {
    catch_unwind(AssertUnwindSafe(read))
        .map_err(|_| Message::new("letter-stumbled").with("path", shown(path, Some(root))))
}

fn read(path: &Path, moment: Moment, root: &Path) -> Result<ReadLetter, Message> {
    let text = read_text(path, Some(root))?.text;
    unstumbled(path, root, || {
        let recognised = Recognised::new(Arc::from(text), Format::of_path(path), Some(path));
        ReadLetter::new(path, moment, Some(&recognised))
    })
}

impl MemoryCorpus {
    /// A corpus with all lists and letters of the settings, read at once, and what is to be said of it.
    #[must_use]
    pub fn load(
        root: &Path,
        config: &CorpusConfig,
        cache: &Cache,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> (Self, Vec<Message>) {
        let mut corpus = Self::new(Some(root));
        let (lists, mut messages) = Catalogues::open(&config.catalogues, Some(root), cache);
        corpus.set_lists(lists);
        let scan = scan(&LetterFolders::new(root, config), progress, &|| false);
        messages.extend(scan.messages.iter().cloned());
        corpus.put_scan(scan);
        messages.extend(corpus.twice_told());
        (corpus, messages)
    }

    /// Looks at these files and folders anew: letters that have changed or come are read, those that have gone are taken out. What lies in no place of letters is no matter.
    pub fn update(&mut self, folders: &LetterFolders, paths: &[PathBuf]) -> Vec<Message> {
        let started = Moment::now();
        let Found { letters, mut messages } = folders.find_at(paths);
        let outcomes: Vec<_> = letters.par_iter().map(|path| read(path, started, folders.root())).collect();
        let mut letters = Vec::new();
        for outcome in outcomes {
            match outcome {
                Ok(letter) => letters.push(letter),
                Err(message) => messages.push(message),
            }
        }
        // What is there but cannot be read is no letter any more either.
        let found = |path: &Path| letters.binary_search_by(|letter| letter.path().cmp(path)).is_ok();
        let gone: Vec<_> = paths.iter().flat_map(|path| self.absent(path, started, &found)).collect();
        self.put(gone);
        self.put(letters);
        condensed(messages)
    }
}

#[cfg(test)]
mod tests;
