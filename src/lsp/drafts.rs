//! Notes that are being written in a document of their own, in clients that have no better way: where they are kept, and what each is for.
//!
//! A draft is a folder of the cache with the document and, beside it, what it is for, so that it outlives the server. It is taken over when it is saved (`commands::notes::draft`), and goes when it is closed and has nothing to say any more.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::Uri;

use crate::annotation::{Anchor, Distinct, TextHash};

/// What the file beside the document is called.
const PURPOSE: &str = "draft.json";
/// A draft that nobody has touched for so long is not missed.
const STALE: Duration = Duration::from_hours(90 * 24);

/// Where drafts are kept.
#[derive(Clone, Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
    turn: Arc<Mutex<()>>,
}

/// What a draft is for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Purpose {
    /// The letter.
    pub(super) uri: Uri,
    pub(super) what: What,
    /// The note that is changed or answered.
    pub(super) id: Option<String>,
    /// The passage of a new note; without one it is on the letter as a whole.
    passage: Option<Passage>,
    /// What the document said when it was made, or when it was last taken over: what is still the same needs not be kept.
    pub(super) settled: String,
}

/// What comes of a draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum What {
    /// A new note.
    Note,
    /// An answer to one.
    Reply,
    /// Other words for one.
    Edit,
}

/// An anchor, as it is kept beside a draft.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Passage {
    quote: String,
    prefix: String,
    suffix: String,
    position: Option<(usize, usize)>,
    seen_on: Option<String>,
    distinct: Option<(bool, bool, bool)>,
}

impl Purpose {
    pub(super) fn new(uri: Uri, what: What, id: Option<String>, anchor: Option<&Anchor>) -> Self {
        let passage = anchor.map(|anchor| Passage {
            quote: anchor.quote.clone(),
            prefix: anchor.prefix.clone(),
            suffix: anchor.suffix.clone(),
            position: anchor.position,
            seen_on: anchor.seen_on.map(|hash| hash.to_string()),
            distinct: anchor.distinct.map(|it| (it.quote, it.context, it.surroundings)),
        });
        Self { uri, what, id, passage, settled: String::new() }
    }

    /// The passage of a new note.
    pub(super) fn anchor(&self) -> Option<Anchor> {
        let passage = self.passage.clone()?;
        Some(Anchor {
            quote: passage.quote,
            prefix: passage.prefix,
            suffix: passage.suffix,
            position: passage.position,
            seen_on: passage.seen_on.as_deref().and_then(TextHash::parse),
            distinct: passage.distinct.map(|(quote, context, surroundings)| Distinct {
                quote,
                context,
                surroundings,
            }),
        })
    }
}

impl Drafts {
    /// Below a folder of the cache.
    pub(super) fn below(cache: &Path) -> Self {
        Self { folder: cache.join("drafts"), turn: Arc::default() }
    }

    /// The right to take drafts over, which one has at a time.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file is a draft, by where it lies.
    pub(super) fn holds(&self, path: &Path) -> bool {
        path.parent().and_then(Path::parent) == Some(&*self.folder)
    }

    /// Makes a draft, and gives its document. `name` is what its reader will see of it.
    pub(super) fn make(&self, name: &str, text: &str, mut purpose: Purpose) -> io::Result<PathBuf> {
        self.tidy();
        let folder = self.folder.join(uuid::Uuid::new_v4().simple().to_string());
        fs::create_dir_all(&folder)?;
        text.clone_into(&mut purpose.settled);
        write(&folder.join(PURPOSE), &serde_json::to_vec(&purpose)?)?;
        let path = folder.join(format!("{}.md", plain(name)));
        write(&path, text.as_bytes())?;
        Ok(path)
    }

    /// What the draft of this document is for; `None` where it is none, or is gone.
    pub(super) fn purpose(path: &Path) -> Option<Purpose> {
        let bytes = fs::read(path.with_file_name(PURPOSE)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Notes what a draft is for from now on, and that what it says now has been taken over.
    pub(super) fn settle(path: &Path, purpose: &Purpose) -> io::Result<()> {
        write(&path.with_file_name(PURPOSE), &serde_json::to_vec(purpose)?)
    }

    /// Takes a draft away that says nothing that is not kept elsewhere.
    pub(super) fn close(path: &Path) {
        let (Some(purpose), Some(folder)) = (Self::purpose(path), path.parent()) else { return };
        if fs::read_to_string(path).is_ok_and(|text| text == purpose.settled) {
            // What cannot be taken away now is taken away when it is stale.
            let _ = fs::remove_dir_all(folder);
        }
    }

    /// Takes drafts away that nobody has touched for months.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let file = entry.path().join(PURPOSE);
            let touched = fs::metadata(&file).and_then(|metadata| metadata.modified());
            let age = touched.ok().and_then(|touched| SystemTime::now().duration_since(touched).ok());
            if age.is_some_and(|age| age > STALE) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// What of a name every file system takes.
pub(super) fn plain(name: &str) -> String {
    let kept =
        |sign: char| if sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.') { sign } else { '-' };
    name.chars().map(kept).take(60).collect()
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::LetterText;
    use crate::text::Span;

    #[test]
    fn a_draft_outlives_us_and_goes_when_it_says_nothing_new() {
        let cache = tempfile::tempdir().unwrap();
        let drafts = Drafts::below(cache.path());
        let anchor = Anchor::of(&LetterText::new("Ik zeg u toe te komen."), Span::new(3, 12));
        let uri = Uri::parse("file:///brieven/a.txt").unwrap();
        let purpose = Purpose::new(uri, What::Note, None, Some(&anchor));
        let path = drafts.make("notitie a/b: brief.txt", "leeg", purpose).unwrap();
        assert_eq!(path.file_name().unwrap(), "notitie-a-b--brief.txt.md");
        assert!(drafts.holds(&path) && !drafts.holds(cache.path()));
        let purpose = Drafts::purpose(&path).unwrap();
        assert_eq!((purpose.what, purpose.anchor()), (What::Note, Some(anchor)));
        fs::write(&path, "Voor juli.").unwrap();
        Drafts::close(&path);
        assert!(path.exists(), "what nobody has taken over stays");
        Drafts::settle(&path, &Purpose { settled: "Voor juli.".to_owned(), ..purpose }).unwrap();
        Drafts::close(&path);
        assert!(!path.exists() && Drafts::purpose(&path).is_none());
    }
}
