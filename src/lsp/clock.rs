//! What the engine does in its own time: diagnostics when the typing pauses, files when they have settled, and what the client is told of all that.
//!
//! Everything here is due at some moment or not at all; while nothing is, the engine sleeps.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{
    Diagnostic, Uri, WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use crate::messages::{Argument, Message};

use super::capabilities::PAGE_SCHEME;
use super::convert;
use super::engine::Event;
use super::features::{diagnostics, settings_file};
use super::homes::Homeland;
use super::letters::OpenLetter;
use super::librarian::Task;
use super::outbox::{Health, Notice, Progress, Status};
use super::state::State;
use super::workspace::Workspace;

/// So long after the last file changed all of them are looked at: a checkout changes thousands.
const FILES_SETTLE: Duration = Duration::from_millis(100);
/// But no later than this after the first, for some programs write without end.
const FILES_PATIENCE: Duration = Duration::from_secs(2);
/// The client is not asked more often to ask anew for all diagnostics.
const REFRESH_PAUSE: Duration = Duration::from_secs(1);

/// What the client shows of the reading of a workspace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Shown {
    #[default]
    Nothing,
    /// It was asked for room.
    Asked(i32),
    /// It has room.
    Begun(i32),
    /// It has none to spare, until the next time.
    Refused,
}

impl State {
    /// When something is to be done next.
    pub(super) fn next_deadline(&self) -> Option<Instant> {
        let letters = self.letters.values().flat_map(|letter| [letter.due, letter.calm_at]);
        letters.chain([self.files_due, self.refresh_due]).flatten().min()
    }

    /// Does what is due, and tells the client how things are.
    pub(super) fn keep_time(&mut self, now: Instant) {
        let is_due = |due: Option<Instant>| due.is_some_and(|due| due <= now);
        if is_due(self.files_due) {
            self.files_due = None;
            self.look_at_files();
        }
        let of_letters = |state: &Self, due: fn(&OpenLetter) -> Option<Instant>| -> Vec<Uri> {
            state
                .letters
                .iter()
                .filter(|(_, letter)| is_due(due(letter)))
                .map(|(uri, _)| uri.clone())
                .collect()
        };
        for uri in of_letters(self, |letter| letter.calm_at) {
            self.calm_down(&uri);
        }
        for uri in of_letters(self, |letter| letter.due) {
            self.diagnose(&uri);
        }
        if is_due(self.refresh_due) {
            self.refresh_due = None;
            self.refreshed = Some(now);
            self.outbox.put(Notice::RefreshDiagnostics);
        }
        self.report_status();
    }

    /// One has stopped typing, so the citation at the cursor is finished after all.
    fn calm_down(&mut self, uri: &Uri) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        letter.calm_at = None;
        letter.typing_at = None;
        if letter.view.as_ref().is_some_and(|view| view.withheld.load(Ordering::Relaxed)) {
            self.renew(uri, Duration::ZERO);
            self.refresh();
        }
    }

    /// Lets the corpus know what the letter says now, and works out what is to be said of it.
    fn diagnose(&mut self, uri: &Uri) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        letter.due = None;
        let version = Arc::clone(&letter.version);
        if !letter.covered && version.path.is_some() {
            letter.covered = true;
            if let Some(home) = letter.home.clone() {
                self.assign(&home, Task::Cover(version));
            }
        }
        // A page is ours, so there is nothing to be said of it; and a text without a name cannot be found.
        let is_ours = uri.scheme() == PAGE_SCHEME;
        if self.facts.pulls_diagnostics || is_ours || convert::is_nameless(uri) {
            return;
        }
        if let Some(diagnostics) = self.settings_diagnostics(uri) {
            let sequence = self.sequence;
            if let Some(letter) = self.letters.get_mut(uri) {
                letter.diagnosing = Some((sequence, CancellationToken::new()));
            }
            return self.publish(uri, sequence, diagnostics);
        }
        let Some(snapshot) = self.snapshot(uri) else { return };
        let token = CancellationToken::new();
        let (sequence, own) = (snapshot.view.sequence, token.clone());
        let (engine, hooks, uri) = (self.engine.clone(), self.options.hooks.clone(), uri.clone());
        let give_up = self.on_panic(&snapshot, "textDocument/publishDiagnostics");
        let (address, deaf) = (uri.clone(), engine.clone());
        let panicked = move || {
            give_up();
            deaf.post(Event::Diagnosed { uri: address, sequence, diagnostics: Vec::new() });
        };
        if let Some(letter) = self.letters.get_mut(&uri) {
            letter.diagnosing = Some((sequence, token));
        }
        let work = move || {
            if own.is_cancelled() {
                return;
            }
            // Of a version that is given up nothing is said.
            let diagnostics = if snapshot.letter().is_broken() {
                Vec::new()
            } else {
                hooks.panic(&snapshot);
                diagnostics::of(&snapshot)
            };
            engine.post(Event::Diagnosed { uri, sequence, diagnostics });
        };
        self.pool.run(work, panicked);
    }

    /// Sends diagnostics, unless the letter has moved on: then others are on their way.
    pub(super) fn publish(&mut self, uri: &Uri, sequence: u64, diagnostics: Vec<Diagnostic>) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        if letter.diagnosing.as_ref().is_none_or(|(current, _)| *current != sequence) {
            return;
        }
        letter.diagnosing = None;
        let shown = Some((letter.version.number, diagnostics));
        if letter.published != shown {
            letter.published.clone_from(&shown);
            let Some((version, diagnostics)) = shown else { return };
            let version = self.facts.versioned_diagnostics.then_some(version);
            self.outbox.put(Notice::Publish { uri: uri.clone(), version, diagnostics });
        }
    }

    /// What is wrong with a file of settings; `None` where the document is another one.
    pub(super) fn settings_diagnostics(&self, uri: &Uri) -> Option<Vec<Diagnostic>> {
        let letter = self.letters.get(uri).filter(|letter| letter.in_step && letter.is_settings_file())?;
        let (path, buffer) = (letter.version.path.as_deref()?, &letter.version.buffer);
        settings_file::diagnostics(path, buffer, self.trusted, self.facts.encoding, self.say())
    }

    /// Takes away what was published of a letter. One that stays open wants a [refresh](Self::refresh) too, for clients that ask.
    pub(super) fn clear_diagnostics(&mut self, uri: &Uri) {
        let Some(letter) = self.letters.get_mut(uri) else { return };
        if letter.published.take().is_some() {
            self.outbox.put(Notice::Publish { uri: uri.clone(), version: None, diagnostics: Vec::new() });
        }
    }

    /// Has a client that asks for diagnostics ask anew, soon.
    pub(super) fn refresh(&mut self) {
        if self.facts.pulls_diagnostics && self.ready {
            let now = Instant::now();
            let earliest = self.refreshed.map_or(now, |last| (last + REFRESH_PAUSE).max(now));
            self.refresh_due.get_or_insert(earliest);
        }
    }

    pub(super) fn note_files(&mut self, paths: Vec<PathBuf>) {
        let now = Instant::now();
        if self.changed_files.is_empty() {
            self.files_since = now;
        }
        self.changed_files.extend(paths);
        // They come in bursts, but where they never end they are looked at all the same.
        self.files_due = Some((now + FILES_SETTLE).min(self.files_since + FILES_PATIENCE));
    }

    pub(super) fn report_progress(&mut self, home: &Homeland, read: usize, of: usize) {
        let Some(workspace) = self.workspaces.get_mut(home) else { return };
        let say = workspace.ground.say;
        match workspace.progress {
            Shown::Nothing if self.facts.progress && self.ready => {
                self.job += 1;
                workspace.progress = Shown::Asked(self.job);
                self.outbox.put(Notice::CreateProgress(self.job));
            }
            Shown::Begun(job) if of > 0 => {
                let message = Message::new("server-letters-read")
                    .with("read", Argument::number(read))
                    .with("of", Argument::number(of));
                let report = WorkDoneProgressReport {
                    message: Some(say.text(&message)),
                    percentage: u32::try_from(read * 100 / of).ok(),
                    ..WorkDoneProgressReport::default()
                };
                self.outbox.put(Notice::Progress(job, Progress::Report(report)));
            }
            _ => {}
        }
    }

    /// The client has made room, or has not; by then the work may be done already.
    pub(super) fn progress_created(&mut self, job: i32, created: bool) {
        if self.fetch_shown(job, created) {
            return;
        }
        let asked = |workspace: &&mut Workspace| workspace.progress == Shown::Asked(job);
        let Some(workspace) = self.workspaces.values_mut().find(asked) else { return };
        workspace.progress = Shown::Refused;
        if created {
            workspace.progress = Shown::Begun(job);
            let begin = WorkDoneProgressBegin {
                title: workspace.ground.say.text(&Message::new("server-reading-letters")),
                cancellable: Some(false),
                message: None,
                percentage: Some(0),
            };
            self.outbox.put(Notice::Progress(job, Progress::Begin(begin)));
        }
    }

    pub(super) fn end_progress(&mut self, home: &Homeland) {
        let Some(workspace) = self.workspaces.get_mut(home).filter(|workspace| !workspace.is_busy()) else {
            return;
        };
        let progress = std::mem::take(&mut workspace.progress);
        self.end_shown(progress);
    }

    /// What was begun is ended, also where the work is called off.
    pub(super) fn end_shown(&self, progress: Shown) {
        if let Shown::Begun(job) = progress {
            self.outbox.put(Notice::Progress(job, Progress::End(WorkDoneProgressEnd::default())));
        }
    }

    /// What needs attention most: our own failure, a letter that we lost, then what is wrong on disk.
    fn health(&self) -> (Health, Option<String>) {
        let served = || self.letters.values().filter(|letter| letter.home.is_some());
        let of_letter = |code, letter: &OpenLetter| {
            Some(self.say().text(&Message::new(code).with("letter", letter.name())))
        };
        if let Some(letter) = served().find(|letter| letter.version.is_broken()) {
            return (Health::Error, of_letter("server-given-up", letter));
        }
        if let Some(letter) = served().find(|letter| !letter.in_step) {
            return (Health::Warning, of_letter("server-out-of-step", letter));
        }
        match self.workspaces.values().find_map(Workspace::worst) {
            Some(problem) => (Health::Warning, Some(problem)),
            None => (Health::Ok, None),
        }
    }

    /// Tells what the server is doing, where that has changed and the client wants to hear it.
    fn report_status(&mut self) {
        if !self.facts.status || !self.ready {
            return;
        }
        let reading = self.workspaces.values().any(Workspace::is_busy);
        let saying = self.letters.values().any(|letter| letter.due.is_some() || letter.diagnosing.is_some());
        let following = self.letters.values().any(|letter| letter.followed.is_busy());
        let waiting = self.files_due.is_some() || self.refresh_due.is_some() || !self.fetching.is_empty();
        let (health, message) = self.health();
        let status = Status { quiescent: !(reading || saying || following || waiting), health, message };
        if self.last_status.as_ref() != Some(&status) {
            self.last_status = Some(status.clone());
            self.outbox.put(Notice::Status(status));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lsp::Options;
    use crate::lsp::engine::Engine;
    use crate::lsp::letters::DEBOUNCE;
    use crate::lsp::outbox::Outbox;
    use crate::text::Change;

    /// A state with one letter that is served alone, and its address.
    fn state() -> (State, Uri) {
        let (engine, _queue) = Engine::detached();
        let nowhere = Some(PathBuf::from("nowhere/griffier.toml"));
        let options = Options { user_config: nowhere, ..Options::default() };
        let mut state = State::new(options, Outbox::default(), engine);
        let uri = Uri::parse("untitled:brief").unwrap();
        state.open(&uri, "kamerbrief".to_owned(), 1, "Zie Kamerstuk 29 521, nr. .");
        (state, uri)
    }

    fn rewrite(state: &mut State, uri: &Uri, version: i32) {
        let text = format!("Zie Kamerstuk 29 521, nr. . {version}");
        state.change(uri, version, Some(vec![Change { range: None, text }]));
    }

    #[test]
    fn diagnostics_wait_for_a_pause_in_the_typing() {
        let (mut state, uri) = state();
        state.keep_time(Instant::now());
        assert!(state.letters[&uri].diagnosing.is_some(), "at once after opening");
        let before = Instant::now();
        for version in 2..5 {
            rewrite(&mut state, &uri, version);
            state.keep_time(Instant::now());
            assert!(state.letters[&uri].diagnosing.is_none(), "version {version}");
        }
        let due = state.next_deadline().unwrap();
        assert!(due >= before + DEBOUNCE && due <= Instant::now() + DEBOUNCE);
        state.keep_time(due);
        assert!(state.letters[&uri].diagnosing.is_some());
    }

    #[test]
    fn what_was_worked_out_for_an_older_text_is_not_sent() {
        let (mut state, uri) = state();
        state.keep_time(Instant::now());
        let (old, _) = state.letters[&uri].diagnosing.clone().unwrap();
        rewrite(&mut state, &uri, 2);
        state.publish(&uri, old, vec![Diagnostic::default()]);
        state.keep_time(Instant::now() + DEBOUNCE);
        state.publish(&uri, old, vec![Diagnostic::default()]);
        assert_eq!(state.outbox.empty(), []);
        let (new, _) = state.letters[&uri].diagnosing.clone().unwrap();
        state.publish(&uri, new, Vec::new());
        assert_eq!(state.outbox.empty(), [Notice::Publish { uri, version: None, diagnostics: Vec::new() }]);
    }
}
