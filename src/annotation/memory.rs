//! Texts that notes were last seen on, kept in the cache folder.
//!
//! With the text that a passage was selected in, a changed letter can be compared as a whole, which tells far more than the words around a passage.
//! This is a convenience: where it cannot be read or written, notes are placed by what stands in their sidecar, more of them not at all.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use tempfile::Builder;

use crate::config::cache_folder;

use super::letter_text::{LetterText, TextHash};

/// How many bytes are kept, compressed: some ten thousand letters.
const ROOM: u64 = 256 << 20;

/// No letter is as large as this, in bytes.
const LARGEST: u64 = 64 << 20;

/// Where texts are remembered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Memory {
    folder: Option<PathBuf>,
}

impl Memory {
    /// The user's own: below [`cache_folder`].
    #[must_use]
    pub fn of_user() -> Self {
        Self { folder: cache_folder().map(|folder| folder.join("texts")) }
    }

    /// Below a folder of the cache, which is made when it is needed.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { folder: Some(folder.join("texts")) }
    }

    /// Nowhere.
    #[must_use]
    pub const fn none() -> Self {
        Self { folder: None }
    }

    /// The text with this digest; `None` where it is not kept, or was damaged.
    #[must_use]
    pub fn recall(&self, hash: TextHash) -> Option<LetterText> {
        let bytes = fs::read(self.file(hash)?).ok()?;
        let mut text = String::new();
        DeflateDecoder::new(&bytes[..]).take(LARGEST).read_to_string(&mut text).ok()?;
        Some(LetterText::new(&text)).filter(|text| text.hash() == hash)
    }

    /// Keeps a text on which a note was selected or changed. The least recently kept ones go when there is no more room.
    ///
    /// # Errors
    /// What the system says. Nothing depends on it but how well notes are found when the letter changes while nobody looks.
    pub fn remember(&self, text: &LetterText) -> io::Result<()> {
        let Some(file) = self.file(text.hash()) else { return Ok(()) };
        if let Ok(known) = fs::File::options().append(true).open(&file) {
            return known.set_modified(SystemTime::now());
        }
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_str().as_bytes())?;
        let mut new = Builder::new().prefix(".griffier-").tempfile_in(folder)?;
        new.write_all(&encoder.finish()?)?;
        new.persist(&file).map_err(|error| error.error)?;
        tidy(folder, ROOM);
        Ok(())
    }

    /// Where texts are kept, if they are.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn file(&self, hash: TextHash) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(hash.hex()))
    }
}

/// Takes away what was kept longest ago, until the rest fits.
fn tidy(folder: &Path, room: u64) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            Some((metadata.modified().ok()?, metadata.len(), entry.path()))
        })
        .collect();
    let mut size: u64 = files.iter().map(|(_, len, _)| len).sum();
    files.sort_unstable();
    for (_, len, path) in files {
        if size <= room {
            break;
        }
        let _ = fs::remove_file(path);
        size -= len;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_recalled_by_its_digest_and_a_damaged_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::below(folder.path());
        let text = LetterText::new("Geachte voorzitter,\r\n\r\nHierbij zend ik u de brief.\r\n");
        assert!(memory.recall(text.hash()).is_none());
        memory.remember(&text).unwrap();
        memory.remember(&text).unwrap();
        assert_eq!(memory.recall(text.hash()).unwrap().as_str(), text.as_str());
        let other = LetterText::new("Geachte voorzitter,");
        fs::copy(memory.file(text.hash()).unwrap(), memory.file(other.hash()).unwrap()).unwrap();
        assert!(memory.recall(other.hash()).is_none());
        assert!(Memory::none().remember(&text).is_ok());
    }

    #[test]
    fn what_was_kept_longest_ago_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::below(folder.path());
        let texts: Vec<_> = (0..5).map(|number| LetterText::new(&format!("brief {number}"))).collect();
        for (age, text) in texts.iter().enumerate() {
            memory.remember(text).unwrap();
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(u64::try_from(age).unwrap());
            let file = fs::File::options().append(true).open(memory.file(text.hash()).unwrap()).unwrap();
            file.set_modified(time).unwrap();
        }
        let one = fs::metadata(memory.file(texts[0].hash()).unwrap()).unwrap().len();
        tidy(&folder.path().join("texts"), 2 * one + 1);
        let kept: Vec<_> = texts.iter().map(|text| memory.recall(text.hash()).is_some()).collect();
        assert_eq!(kept, [false, false, false, true, true]);
    }
}
