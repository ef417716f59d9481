//! Why bytes are no Word file that can be read.

use crate::import::Unreadable;
use crate::messages::Message;

/// Why a Word file was not read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum WordTrouble {
    /// It is locked with a password.
    #[error("protected with a password")]
    Protected,
    /// It is a zip file without a letter of Word in it.
    #[error("no letter of Word")]
    NoLetter,
    /// It is cut off, or a part of it is not as it should be.
    #[error("{0} is damaged")]
    Damaged(String),
    /// A part, unpacked, is larger than any letter.
    #[error("{part} is larger than {limit} MB")]
    TooLarge {
        /// The name of the part within the file.
        part: String,
        /// The limit, in megabytes.
        limit: u64,
    },
    /// It is built as no program builds letters: too deep, too many parts.
    #[error("{0} is built as that of no letter")]
    Odd(String),
}

impl From<WordTrouble> for Unreadable {
    fn from(trouble: WordTrouble) -> Self {
        Self::new(match trouble {
            WordTrouble::Protected => Message::new("import-word-protected"),
            WordTrouble::NoLetter => Message::new("import-word-no-letter"),
            WordTrouble::Damaged(part) => Message::new("import-word-damaged").with("part", part),
            WordTrouble::TooLarge { part, limit } => {
                Message::new("import-word-too-large").with("part", part).with("limit", limit)
            }
            WordTrouble::Odd(part) => Message::new("import-word-odd").with("part", part),
        })
    }
}
