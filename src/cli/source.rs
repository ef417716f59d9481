//! Reading one text that a user named, with a clear word where it is none.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;
use std::sync::Arc;

use crate::citation::Recognised;
use crate::corpus::read_text;
use crate::letter::Format;
use crate::messages::{Argument, Message, reason};
use crate::text::{FileEncoding, decode};

use super::failure::Failure;
use super::paths;

/// Nobody wants to have more read than this; what is larger was named by mistake.
const LARGEST: u64 = 256 << 20;

/// A text that was named, as far as it can be read by itself.
pub(super) struct Source {
    pub(super) recognised: Recognised,
    pub(super) encoding: FileEncoding,
}

impl Source {
    /// Reads a letter that was met on a walk, in the way and within the limits of the corpus.
    pub(super) fn letter(path: &Path, root: &Path) -> Result<Self, Message> {
        let decoded = read_text(path, Some(root))?;
        let recognised = Recognised::new(Arc::from(decoded.text), Format::of_path(path), Some(path));
        Ok(Self { recognised, encoding: decoded.encoding })
    }

    /// Reads a file that was named.
    pub(super) fn file(path: &Path) -> Result<Self, Failure> {
        let failed = |error: &io::Error| Failure::reading(path, error);
        let file = File::open(path).map_err(|error| failed(&error))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(failed(&io::ErrorKind::IsADirectory.into()));
        }
        let bytes = read(file).map_err(|error| failed(&error))?;
        Self::new(&bytes, &paths::from_here(path).into(), Some(path))
    }

    /// Reads the standard input, and gives its bytes as well. `path` is the file that they are of, where that is known.
    pub(super) fn stdin(path: Option<&Path>) -> Result<(Self, Vec<u8>), Failure> {
        let stdin = io::stdin().lock();
        let bytes = read(stdin).map_err(|error| {
            Failure::new(
                Message::new("cli-cannot-read-stdin").with("reason", Argument::message(reason(&error))),
            )
        })?;
        let source = Self::new(&bytes, &Argument::message(Message::new("cli-stdin")), path)?;
        Ok((source, bytes))
    }

    fn new(bytes: &[u8], name: &Argument, path: Option<&Path>) -> Result<Self, Failure> {
        if u64::try_from(bytes.len()).is_ok_and(|len| len > LARGEST) {
            let message =
                Message::new("cli-too-large").with("path", name.clone()).with("limit", LARGEST >> 20);
            return Err(Failure::new(message));
        }
        let decoded = decode(bytes).map_err(|error| {
            Failure::new(Message::new("cli-not-text").with("path", name.clone()).with("at", error.at))
                .advise(Message::new("cli-advice-not-text"))
        })?;
        let format = path.map_or(Format::Plain, Format::of_path);
        let recognised = Recognised::new(Arc::from(decoded.text), format, path);
        Ok(Self { recognised, encoding: decoded.encoding })
    }
}

/// Whether the standard input is a person at a keyboard.
pub(super) fn stdin_is_typed() -> bool {
    io::stdin().is_terminal()
}

fn read(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
