//! The notes on letters as queries see them: read from their files, and placed in the texts that they are on.
//!
//! Whoever asks reads, on the pool; what was read is kept for as long as file and text stay the same, so that a cursor that wanders through a letter costs a look at the file and no more.
//! [`Notebook::of_open`] alone says where the notes of an open letter stand.
//! Nothing is changed here; that is for `commands`.

mod stamp;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tower_lsp::gen_lsp_types::{Range, Uri};

use crate::annotation::{
    Listed, Memory, Placed, Places, Sidecar, Standing, Target, is_sidecar, list_notes, list_notes_live,
    noted_letters,
};
use crate::corpus::{LetterFolders, read_text};
use crate::messages::Message;
use crate::text::{Buffer, PositionEncoding, Span};

use super::convert;
use super::engine::Event;
use super::homes::Homeland;
use super::outbox::Notice;
use super::snapshot::{Ground, Version, View};
use super::state::State;

use stamp::Stamp;

/// So many letters are worth a thread of their own.
const WORTH_A_THREAD: usize = 16;

/// The notes of all letters, as far as anybody has asked for them. Copies are of the same one.
#[derive(Clone, Debug)]
pub(super) struct Notebook {
    kept: Arc<Mutex<HashMap<PathBuf, Kept>>>,
    pub(super) memory: Memory,
}

/// The notes of one letter, and what they were made from.
#[derive(Debug)]
struct Kept {
    sidecar: Stamp,
    text: Text,
    encoding: PositionEncoding,
    noted: Arc<Noted>,
}

/// A text that notes were placed in.
#[derive(Debug)]
enum Text {
    /// A version of an open letter.
    Open(Weak<Version>),
    /// A file.
    File(Stamp),
}

/// The notes of a letter.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// In the order in which they were made, answers among them.
    pub(super) notes: Vec<Entry>,
    /// Why they cannot be read.
    pub(super) trouble: Option<Message>,
}

/// A note, and where it is as the client counts.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) listed: Listed,
    /// Where it stands; `None` for one on the letter as a whole, and one whose place is not certain.
    pub(super) range: Option<Range>,
    /// Its place in the list, and that of the note that its row of answers begins with, which may be its own.
    at: usize,
    root: usize,
    /// Where it may stand, best first, with how alike that is (0 to 1) and the words there.
    pub(super) candidates: Vec<(Range, f64, String)>,
}

impl Entry {
    /// The stretch of the text, where it stands anywhere for certain.
    pub(super) fn span(&self) -> Option<Span> {
        self.listed.placed.as_ref().and_then(Placed::span)
    }

    /// Whether its passage is not found for certain.
    pub(super) fn is_orphan(&self) -> bool {
        self.listed.placed.as_ref().is_some_and(|placed| placed.span().is_none())
    }
}

impl Noted {
    /// The notes that answer no other note of the letter.
    pub(super) fn roots(&self) -> impl Iterator<Item = &Entry> {
        self.notes.iter().filter(|entry| entry.root == entry.at)
    }

    /// The answers to a note, and to those, in the order in which they were made.
    pub(super) fn answers_to<'a>(&'a self, root: &Entry) -> impl Iterator<Item = &'a Entry> {
        let root = root.at;
        self.notes.iter().filter(move |entry| entry.root == root && entry.at != root)
    }
}

/// For each note the place of the one that its row of answers begins with; of one whose note is gone, that is itself.
fn roots_of(notes: &[Listed]) -> Vec<usize> {
    let by_id: HashMap<&str, usize> =
        notes.iter().enumerate().map(|(at, listed)| (listed.note.id(), at)).collect();
    let above = |listed: &Listed| match listed.note.target() {
        Target::Note(id) => by_id.get(&*id).copied(),
        _ => None,
    };
    let above: Vec<Option<usize>> = notes.iter().map(above).collect();
    let root = |at: usize| {
        // Two that answer each other are the work of somebody else, and must not hold us up; then the first of them is the root.
        let mut seen = vec![at];
        let mut last = at;
        while let Some(next) = above[last] {
            if seen.contains(&next) {
                return seen.into_iter().min().unwrap_or(at);
            }
            seen.push(next);
            last = next;
        }
        last
    };
    (0..notes.len()).map(root).collect()
}

impl Notebook {
    /// An empty one, beside the texts that are remembered below a folder of the cache.
    pub(super) fn new(cache: &Path) -> Self {
        Self { kept: Arc::default(), memory: Memory::below(cache) }
    }

    /// The notes of a letter that is open, where they stand in this version of it.
    pub(super) fn of_open(
        &self,
        letter: &Arc<Version>,
        ground: &Ground,
        encoding: PositionEncoding,
    ) -> Arc<Noted> {
        let Some(path) = letter.noted_as() else { return Arc::default() };
        let places = places_of(ground);
        let stamp = Stamp::of(&places.sidecar_of(path));
        let same = |text: &Text| matches!(text, Text::Open(known) if std::ptr::eq(known.as_ptr(), &raw const **letter));
        self.known(path, &stamp, encoding, same).unwrap_or_else(|| {
            let standing = letter.standing();
            let noted =
                self.read(&places, path, || Some(letter.buffer.contents()), Some(&standing), encoding);
            self.keep(path, stamp, Text::Open(Arc::downgrade(letter)), encoding, noted)
        })
    }

    /// The notes of a letter as its file has it; one that is gone may have notes.
    pub(super) fn of_file(&self, path: &Path, ground: &Ground, encoding: PositionEncoding) -> Arc<Noted> {
        let places = places_of(ground);
        let (stamp, text) = (Stamp::of(&places.sidecar_of(path)), Stamp::of(path));
        if stamp.is_absent() {
            return Arc::default();
        }
        let same = |known: &Text| matches!(known, Text::File(known) if known.is_still(&text));
        self.known(path, &stamp, encoding, same).unwrap_or_else(|| {
            let read = || read_text(path, ground.corpus.root()).ok().map(|decoded| decoded.text);
            let noted = self.read(&places, path, read, None, encoding);
            self.keep(path, stamp, Text::File(text), encoding, noted)
        })
    }

    /// The notes of all letters of a workspace that have any or whose notes cannot be read, by path. Of letters on their own, those that are open.
    pub(super) fn of_ground(
        &self,
        ground: &Ground,
        views: &[Arc<View>],
        encoding: PositionEncoding,
    ) -> Vec<(PathBuf, Arc<Noted>)> {
        let here: HashMap<&Path, &Arc<Version>> = views
            .iter()
            .filter(|view| view.ground.corpus.root() == ground.corpus.root())
            .filter_map(|view| Some((view.letter.noted_as()?, &view.letter)))
            .collect();
        let mut letters: Vec<PathBuf> = match ground.corpus.root() {
            Some(root) => {
                let found = LetterFolders::new(root, &ground.config.corpus).find(&|| false);
                noted_letters(&places_of(ground), &found.letters)
            }
            None => Vec::new(),
        };
        letters.extend(here.keys().map(|path| (*path).to_owned()));
        letters.sort_unstable();
        letters.dedup();
        let look = |path: &PathBuf| {
            let noted = match here.get(path.as_path()) {
                Some(version) => self.of_open(version, ground, encoding),
                None => self.of_file(path, ground, encoding),
            };
            let says = !noted.notes.is_empty() || noted.trouble.is_some();
            says.then(|| (path.clone(), noted))
        };
        in_parallel(&letters, &look)
    }

    fn known(
        &self,
        path: &Path,
        stamp: &Stamp,
        encoding: PositionEncoding,
        same: impl Fn(&Text) -> bool,
    ) -> Option<Arc<Noted>> {
        let kept = self.kept();
        let known = kept.get(path)?;
        let is_same = known.sidecar.is_still(stamp) && known.encoding == encoding && same(&known.text);
        is_same.then(|| Arc::clone(&known.noted))
    }

    fn keep(
        &self,
        path: &Path,
        sidecar: Stamp,
        text: Text,
        encoding: PositionEncoding,
        noted: Noted,
    ) -> Arc<Noted> {
        let noted = Arc::new(noted);
        let kept = Kept { sidecar, text, encoding, noted: Arc::clone(&noted) };
        self.kept().insert(path.to_owned(), kept);
        noted
    }

    fn read(
        &self,
        places: &Places,
        path: &Path,
        text: impl FnOnce() -> Option<String>,
        standing: Option<&Standing>,
        encoding: PositionEncoding,
    ) -> Noted {
        let sidecar = match Sidecar::open(places, path) {
            Ok(sidecar) => sidecar,
            Err(error) => return Noted { notes: Vec::new(), trouble: Some(error.message()) },
        };
        if sidecar.page.notes().is_empty() {
            return Noted::default();
        }
        let text = text();
        let buffer = text.as_deref().map(Buffer::new);
        let notes = sidecar.page.notes();
        let listed = match (text.as_deref(), standing) {
            (Some(text), Some(standing)) => list_notes_live(path, notes, text, &self.memory, standing),
            (text, _) => list_notes(path, notes, text, &self.memory),
        };
        let range = |span: Span| Some(convert::range(buffer.as_ref()?, span, encoding));
        let roots = roots_of(&listed);
        let entry = |(at, listed): (usize, Listed)| {
            let verdict = listed.placed.as_ref();
            let span = verdict.and_then(Placed::span);
            let candidates = verdict.map(Placed::candidates).unwrap_or_default();
            let candidates = candidates.iter().filter_map(|it| {
                let words = it.span.of(text.as_deref()?).to_owned();
                Some((range(it.span)?, it.score, words))
            });
            Entry {
                range: span.and_then(range),
                at,
                root: roots[at],
                candidates: candidates.collect(),
                listed,
            }
        };
        Noted { notes: listed.into_iter().enumerate().map(entry).collect(), trouble: None }
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<PathBuf, Kept>> {
        // Nobody panics while holding it; what is kept is read anew when it is doubted.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where the notes of a workspace lie.
pub(super) fn places_of(ground: &Ground) -> Places {
    let root = ground.corpus.root();
    root.map_or_else(Places::beside, |root| Places::of(root, &ground.config.annotation))
}

/// Looks at many things at once. Not on the pool of queries: a thread that waits there may be given another query to do.
fn in_parallel<T: Sync, R: Send>(things: &[T], look: &(impl Fn(&T) -> Option<R> + Sync)) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.min(things.len() / WORTH_A_THREAD).max(1);
    if threads == 1 {
        return things.iter().filter_map(look).collect();
    }
    let share = things.len().div_ceil(threads);
    std::thread::scope(|scope| {
        let running: Vec<_> = things
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().filter_map(look).collect::<Vec<R>>()))
            .collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

impl State {
    /// The notes of these letters have changed, or may have.
    pub(super) fn notes_changed(&mut self, letters: &[PathBuf]) {
        self.seek_notes_of(letters);
        if !self.facts.annotations || letters.is_empty() {
            return;
        }
        let address = |path: &PathBuf| match self.open.get(path) {
            Some((uri, _)) => Some(uri.clone()),
            None if self.waiting.holds(path) => None,
            None => convert::uri_of(path),
        };
        let uris: Vec<Uri> = letters.iter().filter_map(address).collect();
        self.outbox.put(Notice::AnnotationsChanged(uris));
    }

    /// Looks for the notes of open letters anew whose files have changed, and tells of all notes that may be others, or in other places, now. Nobody waits for that.
    pub(super) fn look_at_notes(&self, files: &BTreeSet<PathBuf>) {
        let mut looked_at: Vec<(PathBuf, PathBuf)> = Vec::new();
        let mut letters = Vec::new();
        for (home, workspace) in &self.workspaces {
            let Homeland::Root(root) = home else { continue };
            let places = places_of(&workspace.ground);
            for file in files.iter().filter(|file| file.starts_with(root)) {
                let tells = |letter: &PathBuf| self.facts.annotations || self.open.contains_key(letter);
                if is_sidecar(file) {
                    letters.extend(places.letter_of(file).filter(tells));
                } else if self.facts.annotations && !self.open.contains_key(file) {
                    looked_at.push((file.clone(), places.sidecar_of(file)));
                }
            }
        }
        if letters.is_empty() && looked_at.is_empty() {
            return;
        }
        let engine = self.engine.clone();
        self.work(move || {
            let noted = looked_at.into_iter().filter(|(_, sidecar)| sidecar.is_file());
            letters.extend(noted.map(|(letter, _)| letter));
            letters.sort_unstable();
            letters.dedup();
            engine.post(Event::NotesChanged(letters));
        });
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Draft, Motivation, Note};

    fn note(about: About) -> Note {
        Note::new(&Draft::new(Motivation::Commenting, about), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_row_of_answers_begins_with_a_note_even_where_some_answer_each_other() {
        let first = note(About::Letter);
        let answer = note(About::Note(first.id().to_owned()));
        let further = note(About::Note(answer.id().to_owned()));
        let lost = note(About::Note("urn:uuid:weg".to_owned()));
        let mut circle = note(About::Letter);
        let other = note(About::Note(circle.id().to_owned()));
        let mut raw = circle.json().clone();
        raw.insert("target".to_owned(), other.id().into());
        let page = serde_json::json!({ "type": "AnnotationPage", "items": [raw] });
        circle = crate::annotation::Page::read(page.to_string().as_bytes()).unwrap().0.notes()[0].clone();
        let notes = [first, answer, further, lost, circle, other];
        let listed = list_notes(Path::new("brief.txt"), &notes, Some("tekst"), &Memory::none());
        assert_eq!(roots_of(&listed), [0, 0, 0, 3, 4, 4]);
    }
}
