//! Why a document could not be read.

use crate::messages::{Argument, Message};

use super::{Kind, Place};

/// Why a document could not be read, and where that shows.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{}", message.code())]
pub struct Unreadable {
    /// The reason, to be put behind the name of the file.
    pub message: Message,
    /// Where it shows.
    pub place: Place,
}

impl Unreadable {
    /// A reason that concerns all of the document.
    #[must_use]
    pub const fn new(message: Message) -> Self {
        Self { message, place: Place::Nowhere }
    }

    /// A reason that shows in a line of the source, from 1.
    #[must_use]
    pub const fn in_line(message: Message, line: u32) -> Self {
        Self { message, place: Place::Line(line) }
    }
}

/// The reason why a kind of file is not imported: what it is, and what can be.
pub(super) fn not_imported(kind: Kind) -> Unreadable {
    let advice = match kind {
        Kind::OldWord => return Unreadable::new(Message::new("import-old-word")),
        Kind::Locked => return Unreadable::new(Message::new("import-word-protected")),
        Kind::Metadata => return Unreadable::new(Message::new("import-metadata")),
        Kind::Text => return Unreadable::new(Message::new("import-text")),
        Kind::Nothing => return Unreadable::new(Message::new("import-empty")),
        _ => Message::new("import-not-imported"),
    };
    Unreadable::new(advice.with("what", Argument::message(kind.name())))
}
