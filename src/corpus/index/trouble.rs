//! Why the index cannot answer or be written.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Error, ErrorCode};
use tracing::warn;

use crate::corpus::catalogue::cache_unusable;
use crate::messages::{Message, reason};

/// Why the index cannot answer or be written.
#[derive(Debug, thiserror::Error)]
pub(in crate::corpus) enum Trouble {
    /// What lies there is not what was written; the word says where that showed.
    #[error("the index is damaged: {0}")]
    Damaged(&'static str),
    /// The disk is full, the folder cannot be written to, or the like.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// Somebody told it to end.
    #[error("cancelled")]
    Cancelled,
}

/// An index that cannot be written or read.
#[derive(Debug)]
pub struct Unusable {
    /// Where it lies, or would.
    pub folder: PathBuf,
    /// Why, as a part of a sentence.
    pub reason: Message,
}

impl Unusable {
    pub(super) fn new(file: &Path, trouble: &Trouble) -> Self {
        warn!(?file, %trouble, "the index is of no use");
        let folder = file.parent().and_then(Path::parent).unwrap_or(file).to_owned();
        Self { folder, reason: trouble.reason() }
    }

    /// What is said where letters and lists are read all the same.
    #[must_use]
    pub fn sentence(&self) -> Message {
        cache_unusable(&self.folder, self.reason.clone())
    }
}

impl Trouble {
    /// What a reader is told, as a part of a sentence.
    pub(super) fn reason(&self) -> Message {
        match self {
            Self::Damaged(_) | Self::Cancelled => Message::new("index-reason-damaged"),
            Self::Disk(error) => reason(error),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        let Error::SqliteFailure(failure, _) = &error else {
            // A missing row or table, or a value of another kind: the index has all of them, each of its kind.
            return Self::Damaged("a row");
        };
        let kind = match failure.code {
            ErrorCode::DiskFull => io::ErrorKind::StorageFull,
            ErrorCode::ReadOnly => io::ErrorKind::ReadOnlyFilesystem,
            ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied => {
                io::ErrorKind::PermissionDenied
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => io::ErrorKind::ResourceBusy,
            ErrorCode::CannotOpen => io::ErrorKind::NotFound,
            ErrorCode::SystemIoFailure if failure.extended_code != rusqlite::ffi::SQLITE_IOERR_SHORT_READ => {
                io::ErrorKind::Other
            }
            ErrorCode::OutOfMemory => io::ErrorKind::OutOfMemory,
            ErrorCode::OperationInterrupted => return Self::Cancelled,
            _ => return Self::Damaged("a page"),
        };
        Self::Disk(io::Error::new(kind, error))
    }
}
