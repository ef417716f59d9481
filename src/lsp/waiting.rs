//! The notes of letters that have no file yet: they wait in a folder of the cache until the letter is saved as one.
//!
//! While such a letter is open, its notes lie under its address; when it is closed, under its text. A letter that is opened with that text, under whatever name, has them from then on.
//! So it does not matter in which order an editor closes the one and opens the other, nor that the next new letter has the address of the last. Nothing is deleted here.

use std::fs;
use std::path::{Path, PathBuf};

use tower_lsp::gen_lsp_types::Uri;
use tracing::debug;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::annotation::{Places, sidecars_in, take_along};

use super::drafts::plain;
use super::followed::tell_moved;
use super::notes::places_of;
use super::snapshot::Version;
use super::state::State;

/// What addresses of letters without a file begin with.
const UNTITLED: &str = "untitled:";

/// Where they wait.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    folder: PathBuf,
}

impl Waiting {
    /// Below a folder of the cache.
    pub(super) fn below(cache: &Path) -> Self {
        Self { folder: cache.join("untitled") }
    }

    /// As which file a letter counts, for its notes; `None` where its address is not one of a letter without a file.
    ///
    /// Two editors may each have an `Untitled-1`, so the folders `beside` which it is written count too.
    pub(super) fn letter<'a>(
        &self,
        uri: &'a Uri,
        beside: impl IntoIterator<Item = &'a Uri>,
    ) -> Option<PathBuf> {
        let name = uri.as_str().strip_prefix(UNTITLED)?;
        let mut key = Xxh3::new();
        for uri in [uri].into_iter().chain(beside) {
            key.update(uri.as_str().as_bytes());
            key.update(b"\n");
        }
        let last = name.rsplit('/').next().filter(|last| !last.is_empty()).unwrap_or("brief");
        Some(self.folder.join(format!("{:032x}", key.digest128())).join(plain(last)))
    }

    /// Whether a path is that of such a letter, which no client knows.
    pub(super) fn holds(&self, letter: &Path) -> bool {
        letter.starts_with(&self.folder)
    }

    /// The letters whose notes wait for this text.
    fn waiting_for(&self, text: &str) -> Vec<PathBuf> {
        if !self.folder.is_dir() {
            return Vec::new();
        }
        let sidecars = sidecars_in([&*self.of_text(text)]);
        sidecars.iter().filter_map(|sidecar| Places::beside().letter_of(sidecar)).collect()
    }

    /// Has notes wait for a text, after the letter with it was closed. A text that says nothing is waited for by nobody, and its notes are put aside.
    fn put_by(&self, letter: &Path, text: &str) {
        let Some(from) = letter.parent().filter(|folder| folder.is_dir()) else { return };
        let to = if text.trim().is_empty() {
            self.folder.join(uuid::Uuid::new_v4().simple().to_string())
        } else {
            self.of_text(text)
        };
        // Where the same text was closed before, the notes of both wait for it.
        if fs::rename(from, &to).is_err() {
            let name = letter.file_name().unwrap_or_default();
            let (_, failed) = take_along(&Places::beside(), letter, &to.join(name));
            for error in failed {
                debug!(?error, "notes stay under the address of a letter that was closed");
            }
        }
    }

    fn of_text(&self, text: &str) -> PathBuf {
        self.folder.join(format!("text-{:032x}", xxh3_128(text.as_bytes())))
    }
}

impl State {
    /// A letter was opened: it gets the notes that wait for its text.
    pub(super) fn take_waiting(&self, opened: &Version) {
        let text = opened.buffer.contents();
        let Some(to) = opened.noted_as() else { return };
        if opened.path.is_none() && text.trim().is_empty() {
            // It is a new letter, and what lies under its address was made on another.
            return self.waiting.put_by(to, "");
        }
        let from = self.waiting.waiting_for(&text);
        let Some(view) = self.letters.get(&opened.uri).and_then(|letter| letter.view.clone()) else { return };
        let (places, engine, say) = (places_of(&view.ground), self.engine.clone(), self.say());
        let to = to.to_owned();
        if !from.is_empty() {
            self.work(move || {
                let moves = from.into_iter().map(|from| (places.clone(), from, to.clone()));
                tell_moved(&engine, say, moves);
            });
        }
    }

    /// A letter was closed: its notes wait for its text, which may be that of an open letter that it was saved as.
    pub(super) fn let_wait(&self, closed: &Version) {
        let Some(letter) = &closed.waiting else { return };
        self.waiting.put_by(letter, &closed.buffer.contents());
        let mut files = self.letters.values().map(|letter| &letter.version).filter(|it| it.path.is_some());
        if let Some(saved) = files.find(|file| file.buffer.digest() == closed.buffer.digest()) {
            self.take_waiting(saved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_letter_without_a_file_waits_and_each_under_its_own_name() {
        let waiting = Waiting::below(Path::new("/cache"));
        let uri = |text: &str| Uri::parse(text).unwrap();
        let folder = uri("file:///werk");
        assert_eq!(waiting.letter(&uri("file:///werk/brief.md"), [&folder]), None);
        assert_eq!(waiting.letter(&uri("git:/werk/brief.md"), [&folder]), None);
        let one = waiting.letter(&uri("untitled:Untitled-1"), [&folder]).unwrap();
        assert!(one.starts_with("/cache/untitled") && one.ends_with("Untitled-1"), "{}", one.display());
        assert_ne!(waiting.letter(&uri("untitled:Untitled-2"), [&folder]).unwrap(), one);
        assert_ne!(waiting.letter(&uri("untitled:Untitled-1"), []).unwrap(), one);
        // An editor may say where it is going to be saved.
        let far = waiting.letter(&uri("untitled:/werk/../../brief%2F.md"), []).unwrap();
        assert_eq!(far.parent().unwrap().parent().unwrap(), Path::new("/cache/untitled"));
    }

    #[test]
    fn notes_wait_for_the_text_and_a_text_without_words_gets_none() {
        let cache = tempfile::tempdir().unwrap();
        let waiting = Waiting::below(cache.path());
        let letter = waiting.letter(&Uri::parse("untitled:Untitled-1").unwrap(), []).unwrap();
        assert_eq!(waiting.waiting_for("Geachte Voorzitter,"), [""; 0].map(PathBuf::from));
        let make = || {
            let sidecar = Places::beside().sidecar_of(&letter);
            fs::create_dir_all(letter.parent().unwrap()).unwrap();
            fs::write(sidecar, "{}").unwrap();
        };
        make();
        waiting.put_by(&letter, "Geachte Voorzitter,");
        assert!(!letter.parent().unwrap().exists());
        assert_eq!(waiting.waiting_for("Geachte Voorzitter,").len(), 1);
        assert_eq!(waiting.waiting_for("Geachte leden,").len(), 0);
        make();
        waiting.put_by(&letter, " \n");
        assert_eq!(waiting.waiting_for(" \n").len(), 0);
        assert_eq!(fs::read_dir(cache.path().join("untitled")).unwrap().count(), 2);
    }
}
