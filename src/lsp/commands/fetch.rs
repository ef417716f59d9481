//! `griffier.fetch`: a paper that a letter cites, fetched because the user asks for it; and the action at a citation that does so.
//!
//! Only where the user's own file of settings switches it on (`fetch.editor`), never in a workspace that is not trusted (the librarian sees to that), and never of itself.
//! The work goes on a thread of its own, since a service may take minutes; when it is done, the file is read as if somebody else had put it there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionKind, Command as LspCommand, Uri, WorkDoneProgressBegin, WorkDoneProgressEnd,
};
use tracing::error;

use crate::config::{Config, FetchConfig};
use crate::fetch::{Client, NotHad, SystemClock, fetch_paper, has_text};
use crate::identifier::DocumentId;
use crate::import::Shelf;
use crate::lsp::clock::Shown;
use crate::lsp::outbox::{Notice, Progress};
use crate::lsp::snapshot::Snapshot;
use crate::lsp::state::State;
use crate::messages::{Argument, Message, Translator};
use crate::text::Span;

use super::{Answer, Command};

/// Fetching a paper that a letter cites.
const FETCH: &str = "griffier.fetch";

pub(super) const COMMANDS: &[Command] = &[Command { name: FETCH, run }];

/// The folder of letters where the settings name none.
const FOLDER: &str = "letters";

/// A paper that is being fetched.
pub(in crate::lsp) struct Fetching {
    title: String,
    shown: Shown,
}

/// The papers that are cited at a place, whose letters the corpus lacks, and that could be fetched: one action each.
pub(in crate::lsp) fn actions(snapshot: &Snapshot, span: Span) -> Vec<CodeAction> {
    let (letter, say) = (snapshot.letter(), snapshot.say());
    if !snapshot.view.ground.config.fetch.editor || snapshot.corpus().root().is_none() {
        return Vec::new();
    }
    let Some((citation, target)) = snapshot.reading().citation_at(span.start) else { return Vec::new() };
    let mut papers: Vec<DocumentId> = match target {
        Some(target) => vec![target.id.clone()],
        None => citation.targets.iter().map(|target| target.id.clone()).collect(),
    };
    papers.dedup();
    let known = snapshot.corpus().known_as_many(&papers);
    let papers: Vec<DocumentId> =
        papers.into_iter().zip(known).map(|(paper, known)| known.unwrap_or(paper)).collect();
    let letters = snapshot.corpus().letters_of_many(&papers);
    let missing = papers.into_iter().zip(letters).filter(|(id, letter)| letter.is_none() && has_text(id));
    missing.map(|(id, _)| action(&id, &letter.uri, say)).collect()
}

fn action(id: &DocumentId, uri: &Uri, say: Translator) -> CodeAction {
    let title = say.text(&Message::new("fetch-action").with("paper", id.printed()));
    CodeAction {
        title: title.clone(),
        kind: Some(CodeActionKind::QuickFix),
        command: Some(LspCommand {
            title,
            command: FETCH.to_owned(),
            arguments: Some(vec![json!({ "uri": uri.as_str(), "paper": id.to_string() })]),
            ..LspCommand::default()
        }),
        ..CodeAction::default()
    }
}

/// Fetches a paper into the workspace of the letter that cites it, and answers when it is there.
fn run(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some((id, folder, config)) = wanted(state, arguments) else { return answer.refuse() };
    state.job += 1;
    let job = state.job;
    let title = state.say().text(&Message::new("fetch-action-progress").with("paper", id.printed()));
    let mut shown = Shown::Nothing;
    if state.facts.progress && state.ready {
        shown = Shown::Asked(job);
        state.outbox.put(Notice::CreateProgress(job));
    }
    state.fetching.insert(job, Fetching { title, shown });
    let engine = state.engine.clone();
    let work = move || {
        let outcome = get(&id, &folder, &config.fetch);
        engine.question(move |state| state.fetched(job, &id, outcome, answer));
    };
    if let Err(error) = thread::Builder::new().name("fetch".to_owned()).spawn(work) {
        error!(%error, "no thread for fetching");
        state.fetching.remove(&job);
    }
}

/// What is to be fetched, and where it goes; nothing where the user has not switched it on.
fn wanted(state: &State, arguments: &[Value]) -> Option<(DocumentId, PathBuf, Arc<Config>)> {
    let told = arguments.first()?;
    let text = |key: &str| told.get(key).and_then(Value::as_str);
    let letter = state.letters.get(&Uri::parse(text("uri")?).ok()?)?;
    let home = letter.home.as_ref()?;
    let id = DocumentId::parse(text("paper")?).ok().filter(has_text)?;
    let config = Arc::clone(&state.workspaces.get(home)?.ground.config);
    let named = config.corpus.letters.first().map_or(FOLDER, String::as_str);
    let plain: Vec<&str> = named.split('/').take_while(|part| !part.contains(['*', '?', '[', '{'])).collect();
    let folder = home.root()?.join(plain.join("/"));
    config.fetch.editor.then_some((id, folder, config))
}

fn get(id: &DocumentId, folder: &Path, settings: &FetchConfig) -> Result<PathBuf, NotHad> {
    let seed =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| u64::from(since.subsec_nanos()));
    let mut client = Client::new(settings, Arc::new(SystemClock::default()), seed).map_err(NotHad::Fetch)?;
    let mut shelf = Shelf::new(folder, false);
    fetch_paper(id, &mut client, settings, &mut shelf, false).map(|(path, _)| path)
}

impl State {
    /// The client has made room to show how far a paper is, or has not. Tells whether it was about one.
    pub(in crate::lsp) fn fetch_shown(&mut self, job: i32, created: bool) -> bool {
        let Some(fetching) = self.fetching.get_mut(&job) else { return false };
        fetching.shown = if created { Shown::Begun(job) } else { Shown::Refused };
        if created {
            let begin = WorkDoneProgressBegin {
                title: fetching.title.clone(),
                cancellable: Some(false),
                message: None,
                percentage: None,
            };
            self.outbox.put(Notice::Progress(job, Progress::Begin(begin)));
        }
        true
    }

    /// A paper has come, or has not.
    fn fetched(&mut self, job: i32, id: &DocumentId, outcome: Result<PathBuf, NotHad>, answer: Answer) {
        if let Some(Fetching { shown: Shown::Begun(job), .. }) = self.fetching.remove(&job) {
            self.outbox.put(Notice::Progress(job, Progress::End(WorkDoneProgressEnd::default())));
        }
        match outcome {
            Ok(path) => {
                self.note_files(vec![path]);
                answer.give(Value::Null);
            }
            Err(not_had) => {
                let message = Message::new("fetch-paper-failed")
                    .with("paper", id.printed())
                    .with("reason", Argument::message(not_had.message()));
                answer.fail(&message, self.say(), &self.outbox);
            }
        }
    }
}
