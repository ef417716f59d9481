//! A file of notes: read, changed, and written at once and whole.
//!
//! What another program wrote between our reading and our writing is merged, by note. A file that cannot be read whole is never written over.
//! Writing is: take the lock, read again, merge, write beside it, have the disk take it, rename. Whoever is killed within that leaves the old file or the new one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::messages::{Argument, Message, reason};

use super::lock::Lock;
use super::merge::{Conflict, merge};
use super::page::{Oddity, Page, Unreadable};
use super::places::{Places, address};

/// The notes of one letter, as they stand in their file and as they are being changed.
#[derive(Clone, Debug)]
pub struct Sidecar {
    path: PathBuf,
    /// The letter's address relative to the file.
    source: String,
    /// The bytes as last read or written; `None` where there was no file.
    bytes: Option<Vec<u8>>,
    /// What stood in them.
    base: Page,
    odd: Vec<Oddity>,
    /// The notes, to be changed and then [saved](Sidecar::save).
    pub page: Page,
}

/// Why notes cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SidecarError {
    /// The file is there and cannot be read.
    #[error("cannot read {path}: {error}")]
    Read {
        /// The file of notes.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is there and is no page of notes; it has been left as it is.
    #[error("{path}: {error}")]
    Unreadable {
        /// The file of notes.
        path: PathBuf,
        /// What is wrong with it.
        error: Unreadable,
    },
    /// Another program holds the notes of this letter.
    #[error("{path} is kept by another program")]
    Busy {
        /// The file of notes.
        path: PathBuf,
    },
    /// Nothing may be written there.
    #[error("{folder} may not be written to")]
    ReadOnly {
        /// The folder.
        folder: PathBuf,
    },
    /// The file cannot be written; what stood in it still does.
    #[error("cannot write {path}: {error}")]
    Write {
        /// The file of notes.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What came of saving.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Saved {
    /// Whether the file was written; where it said the same already it was not.
    pub written: bool,
    /// Whether another program had changed the file since it was read.
    pub changed_by_others: bool,
    /// Notes that the other program changed too, in the same fields. Both sides are kept.
    pub conflicts: Vec<Conflict>,
}

impl SidecarError {
    /// The same as a sentence for users.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Read { path, error } => Message::new("notes-cannot-read")
                .with("path", path.display())
                .with("reason", Argument::message(reason(error))),
            Self::Unreadable { path, error } => {
                let why = match error {
                    Unreadable::NotUtf8 { at } => Message::new("notes-not-utf8").with("at", at),
                    Unreadable::NotJson { line, column } => {
                        Message::new("notes-not-json").with("line", line).with("column", column)
                    }
                    Unreadable::Twice { key } => Message::new("notes-twice").with("key", key),
                    Unreadable::NotAPage => Message::new("notes-no-page"),
                    Unreadable::NotANote { number } => Message::new("notes-no-note").with("number", number),
                    Unreadable::Unmerged => Message::new("notes-unmerged"),
                };
                Message::new("notes-unreadable")
                    .with("path", path.display())
                    .with("reason", Argument::message(why))
            }
            Self::Busy { path } => Message::new("notes-busy").with("path", path.display()),
            Self::ReadOnly { folder } => Message::new("notes-read-only").with("folder", folder.display()),
            Self::Write { path, error } => Message::new("notes-cannot-write")
                .with("path", path.display())
                .with("reason", Argument::message(reason(error))),
        }
    }
}

impl Sidecar {
    /// Reads the notes of a letter. Where there is no file there are no notes.
    pub fn open(places: &Places, letter: &Path) -> Result<Self, SidecarError> {
        let path = places.sidecar_of(letter);
        let folder = path.parent().unwrap_or(Path::new(""));
        let source = address(folder, letter);
        Self::read(path, source)
    }

    fn read(path: PathBuf, source: String) -> Result<Self, SidecarError> {
        let bytes = read_bytes(&path)?;
        let (page, odd) = parse(&path, bytes.as_deref())?;
        Ok(Self { path, source, bytes, base: page.clone(), odd, page })
    }

    /// The file, whether it exists or not.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was odd in the file when it was last read.
    #[must_use]
    pub fn oddities(&self) -> &[Oddity] {
        &self.odd
    }

    /// Whether anything has been changed and not saved yet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.page != self.base
    }

    /// Takes in what other programs wrote meanwhile, without writing. Our own changes that are not saved yet stay.
    pub fn refresh(&mut self) -> Result<Saved, SidecarError> {
        let now = read_bytes(&self.path)?;
        let changed_by_others = now != self.bytes;
        if !changed_by_others {
            return Ok(Saved::default());
        }
        let (theirs, odd) = parse(&self.path, now.as_deref())?;
        let (page, conflicts) = merge(Some(&self.base), &self.page, &theirs);
        (self.page, self.base, self.bytes, self.odd) = (page, theirs, now, odd);
        Ok(Saved { written: false, changed_by_others, conflicts })
    }

    /// Writes the notes down, at once and whole.
    ///
    /// Nothing is written where the file says the same already. After an error the changes are still there, and so is what stands in the file.
    pub fn save(&mut self) -> Result<Saved, SidecarError> {
        self.put(self.odd.contains(&Oddity::MergeMarkers))
    }

    /// Writes the notes down also where nothing was changed but something was odd in the file, so that it is odd no more.
    ///
    /// # Errors
    /// As [`Sidecar::save`].
    pub fn mend(&mut self) -> Result<Saved, SidecarError> {
        self.put(!self.odd.is_empty())
    }

    fn put(&mut self, even_unchanged: bool) -> Result<Saved, SidecarError> {
        self.page.complete(&self.source);
        if !self.is_changed() && !even_unchanged {
            return Ok(Saved::default());
        }
        // A file that is a link stays one.
        let path = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let failed = |error| failed_write(&path, folder, error);
        fs::create_dir_all(folder).map_err(failed)?;
        let lock = Lock::take(&folder.join(beside(&path, ".lock")));
        let _lock = lock.map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => SidecarError::Busy { path: path.clone() },
            _ => failed(error),
        })?;
        let mut saved = self.refresh()?;
        let own = address(folder, &path);
        if self.page.is_empty() {
            if self.bytes.is_some() {
                fs::remove_file(&path).map_err(failed)?;
                saved.written = true;
            }
            self.bytes = None;
        } else {
            let bytes = self.page.write(&own);
            if self.bytes.as_deref() != Some(&bytes[..]) {
                write_whole(&path, folder, &bytes).map_err(failed)?;
                saved.written = true;
            }
            self.bytes = Some(bytes);
        }
        self.odd.clear();
        self.base = self.page.clone();
        Ok(saved)
    }

    /// Takes the notes along to the new name of their letter, and joins them with those that are there already. Gives whether there were any.
    ///
    /// The old file goes once the new one is written, so that nothing is lost between.
    pub fn rename(places: &Places, from: &Path, to: &Path) -> Result<bool, SidecarError> {
        let old = Self::open(places, from)?;
        if old.bytes.is_none() || old.path == places.sidecar_of(to) {
            return Ok(false);
        }
        let mut new = Self::open(places, to)?;
        let folder = new.path.parent().unwrap_or(Path::new(""));
        let (mut page, _) = merge(None, &new.page, &old.page);
        page.set_addresses(&address(folder, &new.path), &new.source);
        new.page = page;
        new.save()?;
        // Somebody may have written to the old file at that very moment; then it stays, and with it what was written.
        if read_bytes(&old.path)? == old.bytes {
            let folder = old.path.parent().unwrap_or(Path::new(".")).to_owned();
            fs::remove_file(&old.path).map_err(|error| failed_write(&old.path, &folder, error))?;
        }
        Ok(true)
    }
}

fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, SidecarError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SidecarError::Read { path: path.to_owned(), error }),
    }
}

fn parse(path: &Path, bytes: Option<&[u8]>) -> Result<(Page, Vec<Oddity>), SidecarError> {
    Page::read(bytes.unwrap_or_default())
        .map_err(|error| SidecarError::Unreadable { path: path.to_owned(), error })
}

fn failed_write(path: &Path, folder: &Path, error: io::Error) -> SidecarError {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            SidecarError::ReadOnly { folder: folder.to_owned() }
        }
        _ => SidecarError::Write { path: path.to_owned(), error },
    }
}

/// The name of a file that stands beside a sidecar while it is being written. It begins with a dot, so that nobody takes it for notes.
fn beside(path: &Path, ending: &str) -> OsString {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(ending);
    name
}

/// Puts a file in the place of another, whole or not at all. Only one process at a time is here, so that the name may be fixed, and what one that was killed left is written over.
fn write_whole(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = folder.join(beside(path, ".new"));
    let written = (|| {
        match fs::remove_file(&new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = File::options().write(true).create_new(true).open(&new)?;
        file.write_all(bytes)?;
        if let Ok(metadata) = fs::metadata(path) {
            // Whoever may read the notes still may. Where that cannot be had it is no reason not to write them.
            let _ = file.set_permissions(metadata.permissions());
        }
        file.sync_all()?;
        fs::rename(&new, path)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written?;
    // The new name is to survive a loss of power too; not every system has folders that can be asked for that.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}
