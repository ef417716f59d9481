//! Bringing the index up to date: which files have come, changed and gone, and what they say now.
//!
//! One process at a time does this; the next finds its work done and has only to look.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use rusqlite::Connection;
use tracing::{info, warn};

use crate::config::CorpusConfig;
use crate::corpus::scan::read_letter;
use crate::corpus::{Cache, LetterFolders, condensed};
use crate::messages::Message;

use super::batch::Batch;
use super::bulk;
use super::files;
use super::lock::Lock;
use super::paths::{Stat, to_bytes};
use super::prepared::Prepared;
use super::rows;
use super::schema::{self, Head};
use super::store::{Hear, Store};
use super::trouble::{Trouble, Unusable};

/// From so many changed letters on, a new index is made where that is more than half of all.
const MANY: usize = 2_000;

/// So many letters are read and written together.
const BATCH: usize = 256;

/// So many identifiers on a shelf, on average, are too many; a larger index gets more shelves.
const CROWDED: usize = 40;

/// The index of one workspace: where it lies. It need not be there yet.
#[derive(Clone, Debug)]
pub struct Index {
    root: PathBuf,
    file: PathBuf,
}

/// Who follows the work. All may be called from any thread.
pub struct Watch<'a> {
    /// Hears how many of how many letters have been read.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Whether to end early.
    pub cancel: &'a (dyn Fn() -> bool + Sync),
    /// Hears that another process is indexing, for which this one waits.
    pub waits: &'a (dyn Fn() + Sync),
}

/// How all letters are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// Those that have changed are read.
    Compare,
    /// All are read into a new index.
    Anew,
    /// The same, where the index is still the one that was found damaged, which is put aside.
    Instead((u64, u64)),
}

/// The outcome of looking at all files.
#[derive(Debug)]
pub struct Synced {
    /// What is to be said of files and folders that could not be read, and of an index that was damaged.
    pub messages: Vec<Message>,
    /// How many letters were read.
    pub read: usize,
    /// How many letters and folders could not be read; what is no text or too large for a letter is not among them.
    pub unread: usize,
    /// Whether it was told to end before it was through.
    pub cancelled: bool,
}

/// The outcome of looking at some files.
#[derive(Debug)]
pub enum Updated {
    /// They have been looked at, and this is to be said.
    Done(Vec<Message>),
    /// Another is indexing, or there is no sound index: all files are to be looked at.
    NotNow,
}

/// A letter file as it lies on disk.
pub(super) struct OnDisk {
    pub(super) path: PathBuf,
    pub(super) bytes: Box<[u8]>,
    pub(super) stat: Stat,
}

/// A letter file as the index has it.
struct InIndex {
    bytes: Box<[u8]>,
    stat: Stat,
}

impl Index {
    /// The index of the letters that these settings name; `None` where there is no cache folder.
    #[must_use]
    pub fn new(root: &Path, config: &CorpusConfig, cache: &Cache) -> Option<Self> {
        let file = files::name(&cache.indexes()?, root, config);
        Some(Self { root: root.to_owned(), file })
    }

    /// Its file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The folder that paths are relative to.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Opens what there is of it; `None` where that is nothing, or of no use. `hear` hears when its answers change.
    #[must_use]
    pub fn open(&self, hear: Hear) -> Option<Store> {
        Store::open(&self.file, &self.root, hear).unwrap_or_else(|trouble| {
            warn!(file = ?self.file, %trouble, "the index cannot be opened");
            None
        })
    }

    /// Looks at all letters, reads those that have changed, and forgets those that have gone.
    ///
    /// # Errors
    /// Where the index cannot be written.
    pub fn sync(&self, folders: &LetterFolders, how: How, watch: &Watch<'_>) -> Result<Synced, Unusable> {
        self.try_sync(folders, how, watch).or_else(|trouble| match trouble {
            Trouble::Cancelled => Ok(Synced { messages: Vec::new(), read: 0, unread: 0, cancelled: true }),
            trouble => Err(Unusable::new(&self.file, &trouble)),
        })
    }

    /// Looks at these files and folders alone. It does not wait for others.
    ///
    /// # Errors
    /// Where the index cannot be written.
    pub fn update(&self, folders: &LetterFolders, paths: &[PathBuf]) -> Result<Updated, Unusable> {
        match self.try_update(folders, paths) {
            Ok(updated) => Ok(updated),
            Err(Trouble::Damaged(_) | Trouble::Cancelled) => Ok(Updated::NotNow),
            Err(trouble) => Err(Unusable::new(&self.file, &trouble)),
        }
    }

    /// Puts a damaged index aside, so that the next who needs it makes it anew. Where another process is at it already, nothing happens.
    pub fn set_aside(&self) {
        if let Ok(Some(_lock)) = Lock::take(&self.lock_file())
            && let Err(error) = files::set_aside(&self.file)
        {
            warn!(file = ?self.file, %error, "the damaged index stays where it is");
        }
    }

    fn lock_file(&self) -> PathBuf {
        files::with_end(&self.file, ".lock")
    }

    fn try_sync(&self, folders: &LetterFolders, how: How, watch: &Watch<'_>) -> Result<Synced, Trouble> {
        let _lock = Lock::wait(&self.lock_file(), watch.waits)?;
        let found = folders.find(&|| (watch.cancel)());
        let on_disk = self.look(found.letters);
        if (watch.cancel)() {
            return Err(Trouble::Cancelled);
        }
        let mut messages = Vec::new();
        let outcome = match how {
            How::Anew => Ok(None),
            // Another process may have put a sound one there since.
            How::Instead(damaged) if files::identity(&self.file) == Some(damaged) => {
                Err(Trouble::Damaged("as was noticed"))
            }
            How::Instead(_) | How::Compare => self.compare_and_write(&on_disk, watch),
        };
        let (said, mut read) = match outcome {
            Ok(Some(done)) => done,
            Ok(None) => self.make(&on_disk, watch)?,
            Err(Trouble::Damaged(place)) => {
                warn!(file = ?self.file, place, "the index is damaged and made anew");
                files::set_aside(&self.file)?;
                messages.push(Message::new("index-damaged").with("folder", self.root.display()));
                self.make(&on_disk, watch)?
            }
            Err(trouble) => return Err(trouble),
        };
        messages.splice(0..0, found.messages);
        // What was looked at and not read is told of, each with a message.
        read -= said.len().min(read);
        messages.extend(said);
        let unread = messages.iter().filter(|message| is_unread(message)).count();
        Ok(Synced { messages: condensed(messages), read, unread, cancelled: false })
    }

    /// Brings an index up to date; `None` where it is better made anew.
    fn compare_and_write(
        &self,
        on_disk: &[OnDisk],
        watch: &Watch<'_>,
    ) -> Result<Option<(Vec<Message>, usize)>, Trouble> {
        let Some(connection) = schema::open(&self.file, true)? else { return Ok(None) };
        let head = schema::read_head(&connection)?;
        let mut known = Vec::new();
        rows::each_file(&connection, |bytes, _, stat| {
            known.push(InIndex { bytes: bytes.into(), stat });
            Ok(())
        })?;
        if known.len() != head.letters {
            return Err(Trouble::Damaged("files"));
        }
        let stat_of = |file: &OnDisk| {
            let at = known.binary_search_by(|known| known.bytes.cmp(&file.bytes)).ok()?;
            Some(known[at].stat)
        };
        let changed: Vec<_> = on_disk.iter().filter(|file| stat_of(file) != Some(file.stat)).collect();
        let is_there =
            |known: &InIndex| on_disk.binary_search_by(|file| file.bytes.cmp(&known.bytes)).is_ok();
        let gone: Vec<_> = known.iter().filter(|known| !is_there(known)).map(|known| &*known.bytes).collect();
        if changed.len() > MANY.max(known.len() / 2) || head.shelves * CROWDED < head.letters {
            return Ok(None);
        }
        info!(changed = changed.len(), gone = gone.len(), "the index is compared with the files");
        self.write(&connection, &changed, &gone, watch).map(Some)
    }

    fn try_update(&self, folders: &LetterFolders, paths: &[PathBuf]) -> Result<Updated, Trouble> {
        let Some(_lock) = Lock::take(&self.lock_file())? else { return Ok(Updated::NotNow) };
        let Some(connection) = schema::open(&self.file, true)? else { return Ok(Updated::NotNow) };
        let found = folders.find_at(paths);
        let on_disk = self.look(found.letters);
        let mut gone = Vec::new();
        for path in paths.iter().filter_map(|path| to_bytes(path, &self.root)) {
            rows::each_path_at(&connection, path, |bytes| {
                if on_disk.binary_search_by(|file| (*file.bytes).cmp(bytes)).is_err() {
                    gone.push(Box::<[u8]>::from(bytes));
                }
            })?;
        }
        // Whoever says that a file has changed knows more than its time does.
        let changed: Vec<_> = on_disk.iter().collect();
        let gone: Vec<_> = gone.iter().map(|bytes| &**bytes).collect();
        let watch = Watch { progress: &|_, _| {}, cancel: &|| false, waits: &|| {} };
        let (said, _) = self.write(&connection, &changed, &gone, &watch)?;
        Ok(Updated::Done(condensed([found.messages, said].concat())))
    }

    /// How files lie on disk, by the bytes of their paths. What has gone since it was found is left out.
    pub(super) fn look(&self, letters: Vec<PathBuf>) -> Vec<OnDisk> {
        let look = |path: PathBuf| {
            let stat = Stat::of(&fs::metadata(&path).ok()?);
            let bytes = to_bytes(&path, &self.root)?.into();
            Some(OnDisk { path, bytes, stat })
        };
        let mut on_disk: Vec<_> = letters.into_par_iter().filter_map(look).collect();
        on_disk.par_sort_unstable_by(|a, b| a.bytes.cmp(&b.bytes));
        on_disk
    }

    /// Reads what has changed, and puts it in the place of what was there.
    fn write(
        &self,
        connection: &Connection,
        changed: &[&OnDisk],
        gone: &[&[u8]],
        watch: &Watch<'_>,
    ) -> Result<(Vec<Message>, usize), Trouble> {
        let (mut messages, mut read) = (Vec::new(), 0);
        for gone in gone.chunks(BATCH) {
            let mut batch = Batch::begin(connection)?;
            for path in gone {
                batch.remove(path)?;
            }
            batch.commit(generation(), now())?;
        }
        for chunk in changed.chunks(BATCH) {
            if (watch.cancel)() {
                return Err(Trouble::Cancelled);
            }
            let prepared: Vec<_> = chunk.par_iter().map(|file| (file, self.prepare(file))).collect();
            let mut batch = Batch::begin(connection)?;
            for (file, outcome) in prepared {
                match outcome {
                    Ok(Some(letter)) => batch.put(&letter)?,
                    // What cannot be read is no letter any more either.
                    Ok(None) => batch.remove(&file.bytes)?,
                    Err(message) => {
                        messages.push(message);
                        batch.remove(&file.bytes)?;
                    }
                }
            }
            batch.commit(generation(), now())?;
            read += chunk.len();
            (watch.progress)(read, changed.len());
        }
        Ok((messages, read))
    }

    /// Reads all letters into a new index.
    fn make<'a>(&self, on_disk: &'a [OnDisk], watch: &Watch<'_>) -> Result<(Vec<Message>, usize), Trouble> {
        let total = on_disk.len();
        let done = AtomicUsize::new(0);
        let messages = Mutex::new(Vec::new());
        let head = Head { generation: generation(), built: now(), changed: now(), ..Head::default() };
        let (send, receive) = sync_channel(8);
        let built = std::thread::scope(|scope| {
            let builder = scope.spawn(move || bulk::build(&self.file, receive, head, watch.cancel));
            let read = |chunk: &'a [OnDisk]| -> Option<()> {
                let mut letters = Vec::with_capacity(chunk.len());
                for file in chunk {
                    if (watch.cancel)() {
                        return None;
                    }
                    match self.prepare(file) {
                        Ok(letter) => letters.extend(letter),
                        Err(message) => {
                            let mut messages = messages.lock().unwrap_or_else(PoisonError::into_inner);
                            messages.push((&file.bytes, message));
                        }
                    }
                    (watch.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
                }
                // Nobody listens any more where the disk is full.
                send.send(letters).ok()
            };
            // In this order, so that neighbours in a folder are read together; the first that fails ends it.
            let _ = on_disk.par_chunks(64).try_for_each(read);
            drop(send);
            builder.join().unwrap_or(Err(Trouble::Damaged("a letter")))
        });
        let head = built?;
        info!(letters = head.letters, citations = head.citations, "the index is made");
        files::tidy(&self.file);
        let mut messages = messages.into_inner().unwrap_or_else(PoisonError::into_inner);
        messages.sort_unstable_by_key(|(path, _)| *path);
        Ok((messages.into_iter().map(|(_, message)| message).collect(), total))
    }

    /// Reads a letter and makes it into rows; `None` where it has gone.
    pub(super) fn prepare(&self, file: &OnDisk) -> Result<Option<Prepared>, Message> {
        let Some(read) = read_letter(&file.path, &self.root)? else { return Ok(None) };
        let stat = Stat::of(&read.metadata).settled();
        Ok(Some(Prepared::new(&file.bytes, stat, &read.contribution, read.digest, read.encoding)))
    }
}

/// Whether a message tells of a letter or a folder that somebody should be able to read.
fn is_unread(message: &Message) -> bool {
    matches!(message.code(), "letter-unreadable" | "letter-stumbled" | "letters-unreadable")
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A number that no index bore before.
fn generation() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}
