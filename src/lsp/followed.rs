//! The notes of open letters: looked for once, on the pool, and from then on moved with every edit, on the engine thread.
//!
//! What a query is shown hangs on the version of the letter that it asks about ([`Version::standing`]).
//! A file of notes is only written when a letter is saved, and then only where the words of a passage have changed. A letter that is closed without being saved leaves nothing behind, so that its notes are found where its file has them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use tower_lsp::gen_lsp_types::Uri;
use tracing::{debug, error};

use crate::annotation::{
    LetterText, Live, Memory, Places, Rewritten, Sidecar, SidecarError, Standing, Whereabouts,
    rewrite_passages, take_along,
};
use crate::messages::{Message, Translator};
use crate::text::{Buffer, Edit, Span};

use super::engine::{Engine, Event};
use super::notes::{Noted, places_of};
use super::snapshot::{Version, View};
use super::state::State;

/// What was found of passages: what each is known by, and where it is, if that is certain.
type Passages = [(String, Option<Span>)];

/// What is followed in one open letter.
#[derive(Default)]
pub(super) struct Followed {
    live: Live,
    /// The text that passages are followed on. It is behind that of the letter only while that is out of step.
    text: Buffer,
    /// How many searches there were, and whether the last one is under way.
    searches: u64,
    searching: bool,
    /// What was edited since it began, each time with the text that came of it.
    since: Vec<(Edit, Buffer)>,
    /// How often the notes are being written down.
    writing: usize,
    /// What is wrong with the file of notes, and has been told.
    told: Option<Message>,
}

impl Followed {
    pub(super) fn new(text: &Buffer) -> Self {
        Self { text: text.clone(), ..Self::default() }
    }

    /// Whether edits have to be told, for there are notes, or there may be.
    pub(super) fn is_needed(&self) -> bool {
        self.searching || !self.live.standing().is_empty()
    }

    /// Whether something is under way.
    pub(super) const fn is_busy(&self) -> bool {
        self.searching || self.writing > 0
    }

    /// Follows edits.
    pub(super) fn edit(&mut self, edits: Vec<(Edit, Buffer)>) {
        let Some((_, text)) = edits.last() else { return };
        self.text = text.clone();
        self.live.edit(&edits);
        if self.searching {
            self.since.extend(edits);
        }
    }

    /// The text is another one from now on, however that came.
    pub(super) fn become_text(&mut self, text: &Buffer) {
        if !self.is_needed() {
            self.text = text.clone();
            return;
        }
        let (removed, inserted) = (self.text.contents(), text.contents());
        if removed != inserted {
            let edit = Edit { span: Span::new(0, removed.len()), removed, inserted };
            self.edit(vec![(edit, text.clone())]);
        }
    }

    pub(super) fn standing(&self) -> Standing {
        self.live.standing()
    }

    fn begin(&mut self) -> u64 {
        self.searches += 1;
        self.searching = true;
        self.since.clear();
        self.searches
    }

    /// Ends a search; whether it was the last one.
    fn end(&mut self, search: u64) -> bool {
        let counts = self.searching && search == self.searches;
        self.searching &= !counts;
        counts
    }

    /// Follows the passages that were found in a text, from where edits have taken them since. What is followed already stays where it is, and what is not there any more is forgotten.
    fn take(&mut self, passages: &Passages, text: &Buffer) {
        let standing = self.live.standing();
        let there: HashSet<&str> = passages.iter().map(|(name, _)| &**name).collect();
        for (name, _) in standing.places().filter(|(name, _)| !there.contains(name)) {
            self.live.forget(name);
        }
        let known = |name: &str| standing.place_of(name).is_some();
        let new = passages.iter().filter_map(|(name, span)| Some((name, (*span)?)));
        let mut live = Live::default();
        live.follow(new.filter(|(name, _)| !known(name)), text);
        let since = std::mem::take(&mut self.since);
        live.edit(&since);
        if !live.standing().is_empty() {
            self.live.take(&live, &self.text);
        }
    }
}

impl State {
    /// Looks for the notes of an open letter, which may be others than before.
    pub(super) fn seek_notes(&mut self, uri: &Uri) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        let Some(view) = letter.view.clone().filter(|view| view.letter.noted_as().is_some()) else { return };
        let search = letter.followed.begin();
        let (notebook, encoding) = (self.notebook.clone(), self.facts.encoding);
        let (engine, deaf, address, lost) =
            (self.engine.clone(), self.engine.clone(), uri.clone(), uri.clone());
        let work = move || {
            let noted = notebook.of_open(&view.letter, &view.ground, encoding);
            let keyed = noted.notes.iter().filter_map(|it| Some((it.listed.note.passage_key()?, it.span())));
            let passages: Vec<_> = keyed.collect();
            engine.question(move |state| {
                state.notes_found(&address, search, &view, Some((&*noted, &*passages)));
            });
        };
        let panicked = move || {
            error!("looking for notes panicked");
            deaf.question(move |state| {
                if let Some(letter) = state.letters.get_mut(&lost) {
                    letter.followed.end(search);
                }
            });
        };
        self.pool().run(work, panicked);
    }

    /// The same of all letters that are open under these names.
    pub(super) fn seek_notes_of(&mut self, letters: &[PathBuf]) {
        let open = self
            .letters
            .iter()
            .filter(|(_, it)| it.version.noted_as().is_some_and(|path| letters.iter().any(|it| it == path)));
        let uris: Vec<_> = open.map(|(uri, _)| uri.clone()).collect();
        for uri in uris {
            self.seek_notes(&uri);
        }
    }

    fn notes_found(&mut self, uri: &Uri, search: u64, view: &View, found: Option<(&Noted, &Passages)>) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        let Some((noted, passages)) = found.filter(|_| letter.followed.end(search)) else { return };
        let before = std::mem::replace(&mut letter.followed.told, noted.trouble.clone());
        if let Some(trouble) = &noted.trouble {
            // What was known of the notes before still counts, and nothing is written over.
            if before.as_ref() != Some(trouble) {
                self.warn(trouble, view.ground.say);
            }
            return;
        }
        letter.followed.take(passages, &view.letter.buffer);
        if letter.in_step {
            letter.version.stand(letter.followed.standing());
        }
    }

    /// A letter was saved: notes whose passages have other words now are written down with these. All others stay as they are, and a file in which nothing changes is not touched. Where they all are is kept in the cache.
    pub(super) fn write_notes_down(&mut self, uri: &Uri) {
        let Some(letter) = self.letters.get_mut(uri).filter(|letter| letter.in_step) else { return };
        let path = letter.version.noted_as().map(Path::to_owned);
        let Some((view, path)) = letter.view.clone().zip(path) else { return };
        let (buffer, standing) = (letter.version.buffer.clone(), letter.followed.standing());
        if standing.is_empty() {
            return;
        }
        letter.followed.writing += 1;
        let (engine, deaf, address, lost) =
            (self.engine.clone(), self.engine.clone(), uri.clone(), uri.clone());
        let memory = self.notebook.memory.clone();
        let work = move || {
            let places = places_of(&view.ground);
            let written = write(&places, &path, &buffer, &memory, &standing);
            engine.question(move |state| state.notes_written(&address, &view.letter, &written));
        };
        let panicked = move || {
            error!("writing notes down panicked");
            deaf.question(move |state| {
                if let Some(letter) = state.letters.get_mut(&lost) {
                    letter.followed.writing -= 1;
                }
            });
        };
        self.pool().run(work, panicked);
    }

    fn notes_written(&mut self, uri: &Uri, version: &Version, written: &Result<Written, SidecarError>) {
        if let Some(letter) = self.letters.get_mut(uri) {
            letter.followed.writing = letter.followed.writing.saturating_sub(1);
            for (Rewritten { before, after }, words) in written.as_deref().unwrap_or_default() {
                letter.followed.live.written(before, after, words);
            }
            if letter.in_step {
                letter.version.stand(letter.followed.standing());
            }
        }
        match written {
            Ok(written) if written.is_empty() => {}
            Ok(_) => {
                let path: Vec<_> = version.noted_as().map(Path::to_owned).into_iter().collect();
                self.engine.post(Event::NotesChanged(path));
            }
            Err(error) => {
                let letter = self.letters.get_mut(uri);
                let before = letter.and_then(|letter| letter.followed.told.replace(error.message()));
                if before.as_ref() != Some(&error.message()) {
                    self.warn(&error.message(), self.say());
                }
            }
        }
    }

    /// Files and folders have got other names, by an editor: notes go along.
    pub(super) fn renamed(&self, files: Vec<(PathBuf, PathBuf)>) {
        let placed = files.into_iter().filter_map(|(from, to)| {
            let ground = self.ground_above(&to)?;
            Some((places_of(&ground), from, to))
        });
        let placed: Vec<_> = placed.collect();
        if placed.is_empty() {
            return;
        }
        let (engine, say) = (self.engine.clone(), self.say());
        self.work(move || tell_moved(&engine, say, placed));
    }
}

/// Takes notes along with letters and folders that have got other names, and tells who wants to know.
pub(super) fn tell_moved(
    engine: &Engine,
    say: Translator,
    renamed: impl IntoIterator<Item = (Places, PathBuf, PathBuf)>,
) {
    let mut changed = Vec::new();
    for (places, from, to) in renamed {
        let (moved, failed) = take_along(&places, &from, &to);
        changed.extend(moved);
        // One reason will do; the next rename is another chance.
        if let Some(error) = failed.into_iter().next() {
            engine.question(move |state| state.warn(&error.message(), say));
        }
        changed.extend([from, to]);
    }
    changed.sort_unstable();
    changed.dedup();
    engine.post(Event::NotesChanged(changed));
}

/// What was written down: each passage with the words that it was followed with.
type Written = Vec<(Rewritten, String)>;

fn write(
    places: &Places,
    letter: &Path,
    buffer: &Buffer,
    memory: &Memory,
    standing: &Standing,
) -> Result<Written, SidecarError> {
    let text = LetterText::new(&buffer.contents());
    let changed = standing.changed(buffer);
    let mut rewritten = Vec::new();
    let mut written = Ok(Vec::new());
    if !changed.is_empty() {
        let mut sidecar = Sidecar::open(places, letter)?;
        rewritten = rewrite_passages(&mut sidecar.page, &text, &changed, Timestamp::now());
        // Somebody may have deleted the notes by now.
        if !rewritten.is_empty() {
            written = sidecar
                .save()
                .map(|_| rewritten.iter().map(|it| (it.clone(), words(it, &changed, buffer))).collect());
        }
    }
    let now = |name: &str| rewritten.iter().find(|it| &*it.before == name).map(|it| Arc::from(&*it.after));
    let passages: Vec<(Arc<str>, Span)> = standing
        .places()
        .filter_map(|(name, place)| match place {
            Whereabouts::At(span) => Some((now(name).unwrap_or_else(|| Arc::from(name)), span)),
            Whereabouts::Gone { .. } => None,
        })
        .collect();
    // Without it notes are found less well another time; that is no reason to trouble anybody.
    if let Err(error) = memory.record(letter, &text, &passages) {
        debug!(%error, "where notes are could not be kept");
    }
    written
}

/// The words that a passage has in the text that was saved.
fn words(rewritten: &Rewritten, changed: &[(Arc<str>, Span)], buffer: &Buffer) -> String {
    let span = changed.iter().find(|(name, _)| *name == rewritten.before).map(|(_, span)| *span);
    buffer.words(span.unwrap_or_default())
}
