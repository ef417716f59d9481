//! Why a command could not do its work, in words that say what to do next.

use std::io;
use std::path::Path;

use crate::messages::{Argument, Message, reason};

use super::paths;

/// What a command returns: whether it found nothing wrong, or why it could not look.
pub(super) type Outcome = Result<Verdict, Failure>;

/// What a command that did its work has to tell the shell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// Exit 0.
    Good,
    /// Exit 1: something is wrong with what was looked at.
    Bad,
    /// Exit 2: part of it could not be looked at, which has been said.
    Incomplete,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// A sentence, and one that says what to do about it.
    Said { message: Message, advice: Option<Message> },
    /// Nobody reads what is printed any more, as when `head` has seen enough.
    NobodyReads,
}

impl Failure {
    /// A failure with a sentence.
    pub(super) const fn new(message: Message) -> Self {
        Self::Said { message, advice: None }
    }

    /// The same with advice.
    pub(super) fn advise(self, advice: Message) -> Self {
        match self {
            Self::Said { message, .. } => Self::Said { message, advice: Some(advice) },
            Self::NobodyReads => Self::NobodyReads,
        }
    }

    /// A file or folder that could not be read.
    pub(super) fn reading(path: &Path, error: &io::Error) -> Self {
        let file = paths::from_here(path);
        let advice = match error.kind() {
            io::ErrorKind::NotFound => Message::new("cli-advice-not-found"),
            io::ErrorKind::IsADirectory => Message::new("cli-advice-folder").with("path", &file),
            io::ErrorKind::PermissionDenied => Message::new("cli-advice-not-readable").with("path", &file),
            _ => return Self::new(io_message("cli-cannot-read", path, error)),
        };
        Self::new(io_message("cli-cannot-read", path, error)).advise(advice)
    }

    /// A file that could not be written.
    pub(super) fn writing(path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(io_message("cli-cannot-write", path, error));
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                failure.advise(Message::new("cli-advice-disk-full"))
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                failure.advise(Message::new("cli-advice-not-writable"))
            }
            _ => failure,
        }
    }
}

impl From<io::Error> for Failure {
    /// The error of printing; what reads or writes files says which file itself.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::NobodyReads;
        }
        Self::new(Message::new("cli-cannot-print").with("reason", Argument::message(reason(&error))))
    }
}

fn io_message(code: &'static str, path: &Path, error: &io::Error) -> Message {
    Message::new(code).with("path", paths::from_here(path)).with("reason", Argument::message(reason(error)))
}
