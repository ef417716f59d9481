//! Compiled lists in the cache folder, shared by all workspaces and by all processes of a user.
//!
//! A file is named by the digest of the list that it was made from, so that a changed list finds no old file, and is never written again: it is written under another name and then renamed.
//! The cache is a convenience. Where it cannot be read or written, that is told and the list is used all the same.

use std::fs;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::Builder;

use crate::config::cache_folder;
use crate::messages::{Argument, Message, reason};

use super::blocks::{Sink, set_aside};
use super::compiled::{Compiled, FORMAT, Facts, NotOpened};
use super::compiler::Compiler;
use super::source::{self, Original, Unreadable};
use super::stamp;

/// The largest list that is read, in bytes, compressed or not.
const LARGEST: u64 = 512 << 20;

/// A file that nobody has opened for so long belongs to a list that has changed since.
const STALE: Duration = Duration::from_hours(90 * 24);

/// Often enough to keep a file in use from getting stale, seldom enough not to write at every start.
const TOUCH: Duration = Duration::from_hours(7 * 24);

/// Where compiled lists and indexes of letters are kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// The user's own: below [`cache_folder`].
    #[must_use]
    pub fn of_user() -> Self {
        cache_folder().map_or_else(Self::none, |folder| Self::below(&folder))
    }

    /// Below this folder, which is made when it is needed.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()) }
    }

    /// Nowhere: every list is compiled whenever it is opened, and all letters are read at every start.
    #[must_use]
    pub const fn none() -> Self {
        Self { folder: None }
    }

    /// Where the indexes of letters lie.
    pub(in crate::corpus) fn indexes(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("index"))
    }

    /// Where compiled lists lie.
    fn lists(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("catalogues"))
    }
}

/// The file of the list with this digest.
fn file_in(folder: &Path, digest: u128) -> PathBuf {
    folder.join(format!("{digest:032x}-v{FORMAT}.catalogue"))
}

/// A list that was opened, and what is to be said of it.
pub(super) struct Opened {
    pub(super) compiled: Compiled,
    pub(super) messages: Vec<Message>,
}

/// A list that is to be read, where it is a file of some size.
pub(super) fn original(path: &Path) -> Result<Original, Message> {
    let metadata = fs::metadata(path).map_err(|error| failed(path, &error))?;
    if metadata.is_dir() {
        return Err(failed(path, &io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > LARGEST || !metadata.is_file() {
        return Err(unreadable(path, Message::new("catalogue-too-large").with("limit", LARGEST >> 20)));
    }
    Original::open(path).map_err(|error| failed(path, &error))
}

/// The digest of a list as it lies on disk.
pub(super) fn digest_of(path: &Path) -> Result<u128, Message> {
    original(path)?.digest().map_err(|error| failed(path, &error))
}

/// Opens the list at `path`: its compiled file where there is a sound one, else the list itself.
pub(super) fn open(path: &Path, cache: &Cache) -> Result<Opened, Message> {
    let mut messages = Vec::new();
    if let Some(folder) = cache.lists() {
        let digest = if let Some(digest) = stamp::read(&folder, path) {
            digest
        } else {
            let digest = digest_of(path)?;
            stamp::write(&folder, path, digest);
            digest
        };
        let file = file_in(&folder, digest);
        match open_file(&file, digest) {
            Ok(compiled) => {
                touch(&file);
                return Ok(Opened { compiled, messages });
            }
            Err(NotOpened::Damaged) => {
                set_aside(&file);
                messages.push(Message::new("catalogue-cache-damaged").with("list", name_of(path)));
            }
            Err(NotOpened::Failed(error)) if error.kind() == io::ErrorKind::NotFound => {}
            Err(NotOpened::Failed(error)) => messages.push(cache_failed(&file, &error)),
        }
        if may_write(&messages) {
            match store(&folder, path)? {
                Ok(compiled) => return Ok(Opened { compiled, messages }),
                Err(error) => messages.push(cache_failed(&file, &error)),
            }
        }
    }
    let mut compiler = Compiler::default();
    let mut original = original(path)?;
    source::read(&mut original, |number, line| compiler.take(number, &line))
        .map_err(|error| explain(path, &error, original.failure()))?;
    Ok(Opened { compiled: compiler.open(0), messages })
}

fn open_file(file: &Path, digest: u128) -> Result<Compiled, NotOpened> {
    Compiled::open_file(fs::File::open(file).map_err(NotOpened::Failed)?, file, digest)
}

/// A folder that cannot be read need not be tried for writing.
fn may_write(messages: &[Message]) -> bool {
    messages.iter().all(|message| message.code() != CACHE_UNUSABLE)
}

/// Why a list is of no use; `failure` is what the disk said.
pub(super) fn explain(path: &Path, error: &Unreadable, failure: Option<io::Error>) -> Message {
    if let Some(failure) = failure {
        return failed(path, &failure);
    }
    let reason = match error {
        Unreadable::Damaged => Message::new("catalogue-damaged"),
        Unreadable::TooLarge => Message::new("catalogue-too-large").with("limit", LARGEST >> 20),
        Unreadable::NoList => Message::new("catalogue-no-list"),
    };
    unreadable(path, reason)
}

/// What is to be said of lines with something wrong.
pub(super) fn explain_lines(path: &Path, facts: Facts) -> impl Iterator<Item = Message> {
    let say = |code, count, first: usize| {
        let message = Message::new(code).with("list", name_of(path));
        (count > 0).then(|| message.with("count", Argument::number(count)).with("first", first))
    };
    let lines = say("catalogue-lines", facts.not_understood, facts.first_not_understood);
    lines.into_iter().chain(say("catalogue-flaws", facts.flawed, facts.first_flawed))
}

/// How the compiled file of the list with this digest is, without making it.
pub(super) fn inspect(digest: u128, cache: &Cache) -> CompiledFile {
    let Some(file) = cache.lists().map(|folder| file_in(&folder, digest)) else {
        return CompiledFile::NoFolder;
    };
    match open_file(&file, digest) {
        Ok(compiled) if compiled.is_sound() => CompiledFile::Sound(file),
        Ok(_) | Err(NotOpened::Damaged) => CompiledFile::Damaged(file),
        Err(NotOpened::Failed(error)) if error.kind() == io::ErrorKind::NotFound => {
            CompiledFile::Missing(file)
        }
        Err(NotOpened::Failed(error)) => CompiledFile::Unreadable(file, reason(&error)),
    }
}

/// The compiled file of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CompiledFile {
    /// It is there, and whole.
    Sound(PathBuf),
    /// It is not there; it will be made when the list is next used.
    Missing(PathBuf),
    /// It is not what was written; it will be made anew when the list is next used.
    Damaged(PathBuf),
    /// It cannot be read, and why.
    Unreadable(PathBuf, Message),
    /// There is no cache folder.
    NoFolder,
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Says that the disk does not give a list.
pub(super) fn failed(path: &Path, error: &io::Error) -> Message {
    unreadable(path, reason(error))
}

fn unreadable(path: &Path, reason: Message) -> Message {
    Message::new("catalogue-unreadable")
        .with("path", path.display())
        .with("reason", Argument::message(reason))
}

fn cache_failed(file: &Path, error: &io::Error) -> Message {
    let folder = file.parent().and_then(Path::parent).unwrap_or(file);
    cache_unusable(folder, reason(error))
}

/// What is said where nothing can be kept, once for lists and letters together.
const CACHE_UNUSABLE: &str = "cache-unusable";

/// Says that the cache cannot be used.
pub(in crate::corpus) fn cache_unusable(folder: &Path, reason: Message) -> Message {
    Message::new("cache-unusable").with("folder", folder.display()).with("reason", Argument::message(reason))
}

/// Compiles a list into a file, which is written whole or not at all, and opens it.
///
/// # Errors
/// The outer one where the list cannot be read, the inner one where the file cannot be written.
fn store(folder: &Path, path: &Path) -> Result<io::Result<Compiled>, Message> {
    let start = || {
        fs::create_dir_all(folder)?;
        let new = Builder::new().prefix(".griffier-").tempfile_in(folder)?;
        let sink = Sink::File(BufWriter::with_capacity(1 << 16, new.reopen()?));
        Ok((new, Compiler::new(sink)))
    };
    let (new, mut compiler) = match start() {
        Ok(started) => started,
        Err(error) => return Ok(Err(error)),
    };
    let mut original = original(path)?;
    source::read(&mut original, |number, line| compiler.take(number, &line))
        .map_err(|error| explain(path, &error, original.failure()))?;
    let digest = original.digest().map_err(|error| failed(path, &error))?;
    let end = || {
        compiler.finish(digest)?.flush()?;
        // Another process may have put the same file there by now; either is as good.
        let file = file_in(folder, digest);
        let written = new.persist(&file).map_err(|error| error.error)?;
        stamp::write(folder, path, digest);
        tidy(&file);
        Compiled::open_file(written, &file, digest).map_err(|error| match error {
            NotOpened::Failed(error) => error,
            // A disk that gives back something else than it was given is of no use.
            NotOpened::Damaged => io::ErrorKind::InvalidData.into(),
        })
    };
    Ok(end())
}

/// Marks a file as used. It is no matter where that fails.
fn touch(file: &Path) {
    if age(file).is_some_and(|age| age > TOUCH) {
        let _ =
            fs::File::options().append(true).open(file).and_then(|file| file.set_modified(SystemTime::now()));
    }
}

/// Takes away the files of lists that have changed long ago.
fn tidy(beside: &Path) {
    let entries = beside.parent().and_then(|folder| fs::read_dir(folder).ok());
    for entry in entries.into_iter().flatten().flatten() {
        let path = entry.path();
        let ours = path
            .extension()
            .is_some_and(|end| end == "catalogue" || end == "damaged" || end == stamp::EXTENSION)
            || entry.file_name().to_string_lossy().starts_with(".griffier-");
        if ours && path != beside && age(&path).is_some_and(|age| age > STALE) {
            let _ = fs::remove_file(path);
        }
    }
}

fn age(path: &Path) -> Option<Duration> {
    SystemTime::now().duration_since(fs::metadata(path).ok()?.modified().ok()?).ok()
}

#[cfg(test)]
mod tests;
