//! The texts that the client has open, kept the same as its own.
//!
//! Where ours and the client's can no longer be the same, a letter is out of step: it says so once, says nothing more of a text that may not be there, and is healed by the next text that arrives whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{Diagnostic, Uri};
use tower_lsp::jsonrpc::{Error, Result};
use tracing::{debug, error, warn};

use crate::config::{CONFIG_FILE, SILENCED_FILE};
use crate::corpus::LARGEST_LETTER;
use crate::letter::Format;
use crate::messages::{Argument, Message};
use crate::text::{Buffer, Change, PositionEncoding};

use super::convert;
use super::features::document_state::DocumentState;
use super::followed::Followed;
use super::homes::Homeland;
use super::librarian::Task;
use super::notes::places_of;
use super::snapshot::{Version, View};
use super::state::State;

/// So long after the last key diagnostics are worked out.
pub(super) const DEBOUNCE: Duration = Duration::from_millis(150);
/// So long after the last key a citation counts as finished, wherever the cursor stands.
const CALM: Duration = Duration::from_secs(2);
/// What is longer, or runs over lines, was not typed.
const LONGEST_TYPED: usize = 64;

/// A text that the client has open, whether it is a letter or not.
pub(super) struct OpenLetter {
    /// What the client calls its language.
    pub(super) language: String,
    pub(super) version: Arc<Version>,
    pub(super) in_step: bool,
    /// Whether it is larger than any letter; then nothing is said of it, and that was told.
    pub(super) too_large: bool,
    /// Whose corpus it belongs to; `None` is a text that is not served.
    pub(super) home: Option<Homeland>,
    /// What queries see; `None` while it is not served or out of step.
    pub(super) view: Option<Arc<View>>,
    /// The byte behind the last key, for as long as one is typing.
    pub(super) typing_at: Option<usize>,
    /// When one has stopped.
    pub(super) calm_at: Option<Instant>,
    /// When its diagnostics are to be worked out.
    pub(super) due: Option<Instant>,
    /// The view that they are being worked out for.
    pub(super) diagnosing: Option<(u64, CancellationToken)>,
    /// What the client shows.
    pub(super) published: Option<(i32, Vec<Diagnostic>)>,
    /// Whether the corpus knows this version.
    pub(super) covered: bool,
    /// Its notes.
    pub(super) followed: Followed,
}

impl OpenLetter {
    /// What its reader calls it.
    pub(super) fn name(&self) -> String {
        let file = self.version.path.as_ref().and_then(|path| path.file_name());
        file.map_or_else(|| self.version.uri.to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// Whether it is a file of settings, of which is told what is wrong with it.
    pub(super) fn is_settings_file(&self) -> bool {
        let name = self.version.path.as_ref().and_then(|path| path.file_name());
        name.is_some_and(|name| name == CONFIG_FILE || name == SILENCED_FILE)
    }

    fn rewrite(&mut self, number: i32, buffer: Buffer) {
        self.version = Arc::new(self.version.rewritten(number, buffer));
        self.version.stand(self.followed.standing());
        self.covered = false;
    }
}

impl State {
    pub(super) fn open(&mut self, uri: &Uri, language: String, number: i32, text: &str) {
        let path = convert::path_of(uri);
        let format = format_of(&language, path.as_ref());
        let waiting = self.waiting.letter(uri, self.folders.iter().map(|folder| &folder.uri));
        let version = Arc::new(Version::new(uri.clone(), path, waiting, format, number, Buffer::new(text)));
        // A client that opens twice has lost count; what arrives whole is right whatever was before.
        // Its home and its diagnostics are kept in mind, so that they are taken back where it is a letter no more.
        let before = self.letters.remove(uri);
        let (home, published) = before.map(|before| (before.home, before.published)).unwrap_or_default();
        let followed = Followed::new(&version.buffer);
        let letter = OpenLetter {
            language,
            version,
            in_step: true,
            too_large: false,
            home,
            view: None,
            typing_at: None,
            calm_at: None,
            due: None,
            diagnosing: None,
            published,
            covered: false,
            followed,
        };
        self.letters.insert(uri.clone(), letter);
        self.settle();
        self.renew(uri, Duration::ZERO);
        if let Some(letter) = self.letters.get(uri) {
            self.take_waiting(&letter.version);
        }
    }

    pub(super) fn change(&mut self, uri: &Uri, number: i32, changes: Option<Vec<Change>>) {
        let encoding = self.facts.encoding;
        let Some(letter) = self.letters.get_mut(uri) else {
            return warn!("a change of a document that is not open");
        };
        let Some(changes) = changes else {
            return self.out_of_step(uri, number, "a change that cannot be read");
        };
        // What stands before a whole text makes no difference.
        let whole = changes.iter().rposition(|change| change.range.is_none());
        if whole.is_none() && (!letter.in_step || number <= letter.version.number) {
            let reason = if letter.in_step { "a version that does not grow" } else { "it is already" };
            return self.out_of_step(uri, number, reason);
        }
        let changes = &changes[whole.unwrap_or(0)..];
        let mut buffer = letter.version.buffer.clone();
        let mut edits = Vec::new();
        for change in changes {
            match buffer.edit(change, encoding) {
                Ok(edit) => edits.push((edit, buffer.clone())),
                Err(reason) => return self.out_of_step(uri, number, &reason.to_string()),
            }
        }
        if letter.in_step {
            letter.followed.edit(edits);
        } else {
            letter.followed.become_text(&buffer);
        }
        letter.typing_at = typing_at(changes, &buffer, encoding);
        letter.calm_at = letter.typing_at.map(|_| Instant::now() + CALM);
        letter.in_step = true;
        letter.rewrite(number, buffer);
        self.renew(uri, DEBOUNCE);
    }

    pub(super) fn save(&mut self, uri: &Uri, text: Option<String>) {
        if let Some(draft) = convert::path_of(uri).filter(|path| self.drafts.holds(path)) {
            let shown = self.letters.get(uri).filter(|draft| draft.in_step);
            let shown = shown.map(|draft| draft.version.buffer.contents());
            self.take_over(&draft, text.clone().or(shown));
        }
        let Some(letter) = self.letters.get_mut(uri) else { return };
        // What was left unsaid while one typed is said now, and a text that was mended speaks again.
        let mut says_more = letter.typing_at.take().is_some();
        letter.calm_at = None;
        if let Some(text) = text {
            let known = letter.in_step && letter.version.buffer.contents() == text;
            if letter.in_step && !known {
                warn!("the text that was saved is not the one that was edited; it is taken instead");
            }
            if !known {
                let buffer = Buffer::new(&text);
                letter.followed.become_text(&buffer);
                letter.rewrite(letter.version.number, buffer);
                letter.in_step = true;
                says_more = true;
            }
        }
        if letter.in_step {
            self.renew(uri, Duration::ZERO);
        }
        self.write_notes_down(uri);
        // Clients that ask do so after a change, and need not after a save.
        if says_more {
            self.refresh();
        }
    }

    pub(super) fn close(&mut self, uri: &Uri) {
        if let Some(draft) = convert::path_of(uri).filter(|path| self.drafts.holds(path)) {
            self.close_draft(&draft);
        }
        self.clear_diagnostics(uri);
        let Some(letter) = self.letters.remove(uri) else { return };
        if let Some((_, token)) = letter.diagnosing {
            token.cancel();
        }
        self.let_wait(&letter.version);
        if let Some(path) = letter.version.noted_as() {
            Arc::make_mut(&mut self.open).remove(path);
        }
        if let Some(path) = letter.version.path.clone() {
            if let Some(home) = &letter.home {
                self.assign(home, Task::Uncover(path.clone()));
            }
            self.turn_to_other(&path);
        }
        self.settle();
    }

    /// The same file may still be open under another spelling of its address (`c%3A` and `C:`); then that text counts from now on.
    fn turn_to_other(&mut self, path: &Path) {
        let same = |letter: &&mut OpenLetter| letter.version.path.as_deref() == Some(path);
        let Some(letter) = self.letters.values_mut().find(same) else { return };
        letter.covered = false;
        let uri = letter.version.uri.clone();
        self.renew(&uri, Duration::ZERO);
    }

    /// A letter has another text, another home or another ground: queries see that from now on, and its diagnostics are due.
    pub(super) fn renew(&mut self, uri: &Uri, delay: Duration) {
        self.sequence += 1;
        let Some(letter) = self.letters.get_mut(uri) else { return };
        if let Some((_, token)) = letter.diagnosing.take() {
            token.cancel();
        }
        let size = u64::try_from(letter.version.buffer.len()).unwrap_or(u64::MAX);
        let told = std::mem::replace(&mut letter.too_large, size > LARGEST_LETTER);
        let workspace = letter.home.as_ref().and_then(|home| self.workspaces.get(home));
        let Some(workspace) = workspace.filter(|_| letter.in_step && !letter.too_large) else {
            letter.view = None;
            letter.due = None;
            if letter.in_step && letter.home.is_none() && letter.is_settings_file() {
                letter.due = Some(Instant::now() + delay);
            }
            // What is not kept up to date must not be looked into by others.
            if let Some(path) = letter.version.noted_as().filter(|path| self.open.contains_key(*path)) {
                Arc::make_mut(&mut self.open).remove(path);
            }
            if letter.too_large && !told && letter.home.is_some() {
                let message = Message::new("letter-too-large")
                    .with("path", letter.name())
                    .with("limit", Argument::Number(LARGEST_LETTER >> 20));
                self.clear_diagnostics(uri);
                self.refresh();
                self.warn(&message, self.say());
            }
            return;
        };
        let (version, ground) = (Arc::clone(&letter.version), Arc::clone(&workspace.ground));
        if let Some(path) = version.noted_as() {
            Arc::make_mut(&mut self.open).insert(path.to_owned(), (uri.clone(), version.buffer.clone()));
        }
        let view = Arc::new(View::new(version, ground, self.sequence, letter.typing_at));
        let before = letter.view.replace(Arc::clone(&view));
        letter.due = Some(Instant::now() + delay);
        // Where its notes lie is known, or is another place, from now on.
        if before.is_none_or(|before| places_of(&before.ground) != places_of(&view.ground)) {
            self.seek_notes(uri);
        }
    }

    /// Answers with the state of a document; its hash is worked out elsewhere.
    pub(super) fn document_state(&self, uri: &Uri, reply: oneshot::Sender<Result<Option<DocumentState>>>) {
        let Some(letter) = self.letters.get(uri) else {
            // For programs, not for people; the sentence is never shown.
            let error = Error::invalid_params("no such document is open");
            return drop(reply.send(Err(error)));
        };
        if !letter.in_step {
            return drop(reply.send(Ok(None)));
        }
        let version = Arc::clone(&letter.version);
        let work = move || drop(reply.send(Ok(Some(DocumentState::of(version.number, &version.buffer)))));
        self.pool.run(work, || error!("a hash could not be worked out"));
    }

    fn out_of_step(&mut self, uri: &Uri, number: i32, reason: &str) {
        let say = self.say();
        let Some(letter) = self.letters.get_mut(uri) else { return };
        // The number counts on while the text is unknown, so that a saved text gets the right one.
        let number = number.max(letter.version.number);
        let before = std::mem::replace(&mut letter.in_step, false);
        letter.rewrite(number, Buffer::default());
        if !before {
            return debug!("a change of a letter that is out of step");
        }
        warn!(reason, "a letter is out of step");
        letter.typing_at = None;
        letter.calm_at = None;
        let message =
            letter.home.is_some().then(|| Message::new("server-out-of-step").with("letter", letter.name()));
        let (home, path) = (letter.home.clone(), letter.version.path.clone());
        self.renew(uri, Duration::ZERO);
        self.clear_diagnostics(uri);
        self.refresh();
        if let Some((home, path)) = home.zip(path) {
            self.assign(&home, Task::Uncover(path));
        }
        if let Some(message) = message {
            self.warn(&message, say);
        }
    }
}

/// The byte behind the last key, if these changes look like typing.
fn typing_at(changes: &[Change], buffer: &Buffer, encoding: PositionEncoding) -> Option<usize> {
    let last = changes.last()?;
    let range = last.range?;
    // Words in place of others are a fix, a paste or a command, and finished by that.
    let replaced = range.start != range.end && !last.text.is_empty();
    let typed = !replaced && last.text.len() <= LONGEST_TYPED && !last.text.contains(['\n', '\r']);
    // The text before a change stays as it is, so its start can be looked for in what came of it.
    let start = buffer.offset(Some(range.start).filter(|_| typed)?, encoding).ok()?;
    Some(start + last.text.len())
}

fn format_of(language: &str, path: Option<&PathBuf>) -> Format {
    if language.eq_ignore_ascii_case("markdown") {
        return Format::Markdown;
    }
    path.map_or(Format::Plain, |path| Format::of_path(path))
}

#[cfg(test)]
mod tests {
    use crate::text::{Position, Range};

    use super::*;
    use crate::lsp::Options;
    use crate::lsp::engine::Engine;
    use crate::lsp::outbox::{Notice, Outbox};

    const LETTER: &str = "Zie Kamerstuk 29 521, nr. 385.";

    /// A state with one letter that is served alone.
    fn state(uri: &Uri, text: &str) -> State {
        let (engine, _queue) = Engine::detached();
        let nowhere = Some(PathBuf::from("nowhere/griffier.toml"));
        let options = Options { user_config: nowhere, ..Options::default() };
        let mut state = State::new(options, Outbox::default(), engine);
        state.open(uri, "kamerbrief".to_owned(), 1, text);
        state
    }

    fn address() -> Uri {
        Uri::parse("untitled:brief").unwrap()
    }

    fn insertion(line: u32, column: u32, text: &str) -> Vec<Change> {
        let place = Position::new(line, column);
        vec![Change { range: Some(Range::new(place, place)), text: text.to_owned() }]
    }

    fn text(state: &State) -> Option<String> {
        let letter = &state.letters[&address()];
        letter.view.as_ref().map(|view| view.letter.buffer.contents())
    }

    #[test]
    fn a_letter_out_of_step_says_so_once_and_is_healed_by_a_whole_text() {
        let uri = address();
        for lost in [(5, Some(insertion(7, 0, "x"))), (1, Some(insertion(0, 0, "x"))), (2, None)] {
            let mut state = state(&uri, LETTER);
            state.change(&uri, lost.0, lost.1);
            state.change(&uri, 6, Some(insertion(0, 0, "y")));
            assert_eq!(text(&state), None);
            let shown = |notice: &Notice| matches!(notice, Notice::Show(..));
            assert_eq!(state.outbox.empty().into_iter().filter(shown).count(), 1);

            state.save(&uri, Some("Bewaard.".to_owned()));
            assert_eq!(text(&state).as_deref(), Some("Bewaard."));
            assert_eq!(state.letters[&uri].version.number, 6, "the number counted on");
            state.change(&uri, 7, Some(insertion(0, 0, "y")));
            assert_eq!(text(&state).as_deref(), Some("yBewaard."));
        }
    }

    #[test]
    fn a_client_that_asks_is_told_to_where_a_save_says_more() {
        let uri = address();
        // Typed just now; out of step; and nothing that the client has not asked about.
        let typed = (2, insertion(0, 3, "x"));
        let pasted = (2, insertion(0, 3, &"x".repeat(LONGEST_TYPED + 1)));
        for (change, saved, told) in
            [(typed, None, true), ((1, insertion(0, 0, "x")), Some("Bewaard."), true), (pasted, None, false)]
        {
            let mut state = state(&uri, LETTER);
            let mut facts = (*state.facts).clone();
            facts.pulls_diagnostics = true;
            (state.facts, state.ready) = (Arc::new(facts), true);
            state.change(&uri, change.0, Some(change.1));
            // What the change itself led to has been sent.
            state.refresh_due = None;
            state.save(&uri, saved.map(str::to_owned));
            assert_eq!(state.refresh_due.is_some(), told, "{saved:?}");
        }
    }

    #[test]
    fn a_whole_text_is_taken_whatever_stands_before_it() {
        let uri = address();
        let mut state = state(&uri, LETTER);
        let mut changes = insertion(99, 0, "x");
        changes.push(Change { range: None, text: "Nieuw".to_owned() });
        changes.extend(insertion(0, 5, "."));
        state.change(&uri, 1, Some(changes));
        assert_eq!(text(&state).as_deref(), Some("Nieuw."));
        assert_eq!(state.outbox.empty(), []);
    }

    #[test]
    fn what_is_larger_than_any_letter_is_told_once_and_left_alone() {
        let uri = address();
        let mut state = state(&uri, &"a".repeat(usize::try_from(LARGEST_LETTER).unwrap() + 1));
        state.change(&uri, 2, Some(insertion(0, 0, "b")));
        assert_eq!(text(&state), None);
        let shown = |notice: &Notice| matches!(notice, Notice::Show(..));
        assert_eq!(state.outbox.empty().into_iter().filter(shown).count(), 1);
        state.change(&uri, 3, Some(vec![Change { range: None, text: LETTER.to_owned() }]));
        assert_eq!(text(&state).as_deref(), Some(LETTER));
    }

    #[test]
    fn a_text_that_is_opened_anew_and_is_no_letter_loses_its_marks() {
        let uri = address();
        let mut state = state(&uri, LETTER);
        state.letters.get_mut(&uri).unwrap().published = Some((1, vec![Diagnostic::default()]));
        state.open(&uri, "python".to_owned(), 1, LETTER);
        let cleared = Notice::Publish { uri, version: None, diagnostics: Vec::new() };
        assert_eq!(state.outbox.empty(), [cleared]);
        assert_eq!(text(&state), None);
    }

    fn typing(text: &str, place: (u32, u32), inserted: &str) -> Option<usize> {
        let encoding = PositionEncoding::Utf16;
        let place = Position::new(place.0, place.1);
        let change = Change { range: Some(Range::new(place, place)), text: inserted.to_owned() };
        let mut buffer = Buffer::new(text);
        buffer.apply(std::slice::from_ref(&change), encoding).unwrap();
        typing_at(&[change], &buffer, encoding)
    }

    #[test]
    fn a_key_is_typing_and_a_paragraph_is_not() {
        assert_eq!(typing("één\nKamerstuk 29 52", (1, 15), "1"), Some(22));
        assert_eq!(typing("één\n", (1, 0), "Kamerstuk 29 521, nr. 385\n"), None);
        let range = Some(Range::new(Position::new(0, 0), Position::new(0, 3)));
        let replaced = Change { range, text: "9385".to_owned() };
        assert_eq!(typing_at(&[replaced], &Buffer::new("9385"), PositionEncoding::Utf8), None);
        let whole = Change { range: None, text: "Kamerstuk".to_owned() };
        assert_eq!(typing_at(&[whole], &Buffer::new("Kamerstuk"), PositionEncoding::Utf8), None);
    }

    #[test]
    fn a_letter_is_markdown_by_its_language_or_its_name() {
        let name = PathBuf::from("brief.md");
        assert_eq!(format_of("kamerbrief", Some(&name)), Format::Markdown);
        assert_eq!(format_of("markdown", None), Format::Markdown);
        assert_eq!(format_of("kamerbrief", None), Format::Plain);
    }
}
