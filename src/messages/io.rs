//! What the system says of files, in the reader's language where it is a usual thing.

use std::io;

use super::Message;

/// Why a file or folder could not be read or written, to be put behind what could not be done.
#[must_use]
pub fn reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => Message::new("reason-not-found"),
        io::ErrorKind::PermissionDenied => Message::new("reason-permission"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("reason-disk-full"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("reason-read-only"),
        io::ErrorKind::IsADirectory => Message::new("reason-folder"),
        io::ErrorKind::NotADirectory => Message::new("reason-not-a-folder"),
        io::ErrorKind::AlreadyExists => Message::new("reason-exists"),
        _ => Message::new("reason-other").with("error", error),
    }
}
