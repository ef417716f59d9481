//! Reading one text that a user named, with a clear word where it is none.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;
use std::sync::Arc;

use crate::citation::Recognised;
use crate::corpus::read_text;
use crate::import::{self, Kind, Remark, sniff};
use crate::letter::Format;
use crate::messages::{Argument, Message, Translator, reason};
use crate::text::{FileEncoding, decode};

use super::failure::Failure;
use super::{paths, terminal};

/// Nobody wants to have more read than this; what is larger was named by mistake.
const LARGEST: u64 = 256 << 20;

/// A text that was named, as far as it can be read by itself.
pub(super) struct Source {
    pub(super) recognised: Recognised,
    pub(super) encoding: FileEncoding,
    /// The letter that was made of it, where it is a Word file.
    pub(super) made: Option<import::Letter>,
    /// What is to be known of that.
    pub(super) remarks: Vec<Remark>,
}

/// What a command can do something with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// Letters that lie there as text, since it says where in them something is, or writes it.
    Text,
    /// Word files as well.
    Word,
}

impl Source {
    /// Reads a letter that was met on a walk, in the way and within the limits of the corpus.
    pub(super) fn letter(path: &Path, root: &Path) -> Result<Self, Message> {
        let decoded = read_text(path, Some(root))?;
        let recognised = Recognised::new(Arc::from(decoded.text), Format::of_path(path), Some(path));
        Ok(Self::of_text(recognised, decoded.encoding))
    }

    /// Reads a text that was named.
    pub(super) fn file(path: &Path) -> Result<Self, Failure> {
        Self::open(path, Takes::Text)
    }

    /// Reads a text or a Word file that was named.
    pub(super) fn file_or_word(path: &Path) -> Result<Self, Failure> {
        Self::open(path, Takes::Word)
    }

    fn open(path: &Path, takes: Takes) -> Result<Self, Failure> {
        let failed = |error: &io::Error| Failure::reading(path, error);
        let file = File::open(path).map_err(|error| failed(&error))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(failed(&io::ErrorKind::IsADirectory.into()));
        }
        let bytes = read(file).map_err(|error| failed(&error))?;
        Self::new(&bytes, &paths::from_here(path).into(), Some(path), takes)
    }

    /// Reads the standard input, be it a Word file, and gives its bytes as well. `path` is the file that they are of, where that is known.
    pub(super) fn stdin(path: Option<&Path>) -> Result<(Self, Vec<u8>), Failure> {
        let stdin = io::stdin().lock();
        let bytes = read(stdin).map_err(|error| {
            Failure::new(
                Message::new("cli-cannot-read-stdin").with("reason", Argument::message(reason(&error))),
            )
        })?;
        let source = Self::new(&bytes, &Argument::message(Message::new("cli-stdin")), path, Takes::Word)?;
        Ok((source, bytes))
    }

    fn of_text(recognised: Recognised, encoding: FileEncoding) -> Self {
        Self { recognised, encoding, made: None, remarks: Vec::new() }
    }

    fn new(bytes: &[u8], name: &Argument, path: Option<&Path>, takes: Takes) -> Result<Self, Failure> {
        if u64::try_from(bytes.len()).is_ok_and(|len| len > LARGEST) {
            let message =
                Message::new("cli-too-large").with("path", name.clone()).with("limit", LARGEST >> 20);
            return Err(Failure::new(message));
        }
        if matches!(sniff(bytes), Kind::Word | Kind::OldWord | Kind::Locked) {
            return Self::word(bytes, name, path, takes);
        }
        let decoded = decode(bytes).map_err(|error| {
            Failure::new(Message::new("cli-not-text").with("path", name.clone()).with("at", error.at))
                .advise(Message::new("cli-advice-not-text"))
        })?;
        let format = path.map_or(Format::Plain, Format::of_path);
        let recognised = Recognised::new(Arc::from(decoded.text), format, path);
        Ok(Self::of_text(recognised, decoded.encoding))
    }

    /// Reads a Word file, as the letter that `import` would make of it.
    fn word(bytes: &[u8], name: &Argument, path: Option<&Path>, takes: Takes) -> Result<Self, Failure> {
        if takes == Takes::Text {
            let advice = Message::new("cli-advice-word").with("path", name.clone());
            return Err(Failure::new(Message::new("cli-word").with("path", name.clone())).advise(advice));
        }
        let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy()).unwrap_or_default();
        let document = import::read(bytes, &file).map_err(|unreadable| {
            let reason = Argument::message(unreadable.message);
            Failure::new(Message::new("cli-cannot-read").with("path", name.clone()).with("reason", reason))
        })?;
        let made = import::letter(&document, &import::Source::new(&file, bytes));
        let recognised = Recognised::new(Arc::from(made.text.as_str()), Format::Markdown, path);
        Ok(Self { recognised, encoding: FileEncoding::Utf8, made: Some(made), remarks: document.remarks })
    }

    /// What its reader should know of a Word file before the findings on it are believed.
    pub(super) fn tell(&self, name: &Argument, say: Translator) {
        for remark in &self.remarks {
            let remark = Argument::message(remark.message());
            terminal::warn(&Message::new("cli-of-file").with("path", name.clone()).with("said", remark), say);
        }
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
