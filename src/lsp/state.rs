//! All state of the server, and what becomes of each event.
//!
//! Only the engine thread has it, so there is no lock. What belongs together stands in a file of its own: `letters` (texts), `homes` and `workspace` (corpora), `clock` (what is to be done when).

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{InitializeParams, LogTraceParams, MessageType, TraceValue, Uri};
use tracing::{debug, error, warn};

use crate::messages::{Language, Message, Translator};

use super::capabilities::ClientFacts;
use super::commands::fetch::Fetching;
use super::drafts::Drafts;
use super::engine::{Engine, Event};
use super::homes::{Folder, Homeland};
use super::letters::OpenLetter;
use super::notes::Notebook;
use super::outbox::{Notice, Outbox, Reply, Status};
use super::pool::Pool;
use super::snapshot::{Ground, OpenTexts, Snapshot, Surroundings, View};
use super::waiting::Waiting;
use super::workspace::Workspace;
use super::{Hooks, Options};

/// All state of the server.
pub(super) struct State {
    pub(super) options: Options,
    pub(super) outbox: Outbox,
    pub(super) engine: Engine,
    pub(super) pool: Pool,
    pub(super) notebook: Notebook,
    pub(super) drafts: Drafts,
    /// Where the notes of letters without a file are kept.
    pub(super) waiting: Waiting,
    pub(super) facts: Arc<ClientFacts>,
    pub(super) trace: TraceValue,
    /// Whether the user trusts the folders that are open.
    pub(super) trusted: bool,
    /// Whether the client has said that it is ready to hear from us.
    pub(super) ready: bool,
    pub(super) letters: BTreeMap<Uri, OpenLetter>,
    /// The texts of the letters above that are in step, by the file that they are or count as.
    pub(super) open: Arc<OpenTexts>,
    pub(super) folders: Vec<Folder>,
    pub(super) workspaces: BTreeMap<Homeland, Workspace>,
    /// What the editor says under `griffier`.
    pub(super) settings: Arc<Value>,
    /// What it last sent of that unasked.
    pub(super) sent_settings: Value,
    /// The number of the last view, and of the last job that shows progress.
    pub(super) sequence: u64,
    pub(super) job: i32,
    /// Files that have changed, and when they will be looked at.
    pub(super) changed_files: BTreeSet<PathBuf>,
    pub(super) files_due: Option<Instant>,
    /// When the first of them changed.
    pub(super) files_since: Instant,
    pub(super) refresh_due: Option<Instant>,
    pub(super) refreshed: Option<Instant>,
    /// What the client watches for us, and under which number that was asked for.
    pub(super) watched: (u64, Vec<Value>),
    pub(super) last_status: Option<Status>,
    /// Papers that are being fetched, by the number of the job.
    pub(super) fetching: BTreeMap<i32, Fetching>,
}

impl State {
    pub(super) fn new(options: Options, outbox: Outbox, engine: Engine) -> Self {
        let cache = cache_of(&options);
        let (notebook, drafts, waiting) =
            (Notebook::new(&cache), Drafts::below(&cache), Waiting::below(&cache));
        Self {
            options,
            outbox,
            engine,
            pool: Pool::new(),
            notebook,
            drafts,
            waiting,
            facts: Arc::default(),
            trace: TraceValue::Off,
            trusted: true,
            ready: false,
            letters: BTreeMap::new(),
            open: Arc::default(),
            folders: Vec::new(),
            workspaces: BTreeMap::new(),
            settings: Arc::new(Value::Null),
            sent_settings: Value::Null,
            sequence: 0,
            job: 0,
            changed_files: BTreeSet::new(),
            files_due: None,
            files_since: Instant::now(),
            refresh_due: None,
            refreshed: None,
            watched: (0, Vec::new()),
            last_status: None,
            fetching: BTreeMap::new(),
        }
    }

    pub(super) fn handle(&mut self, event: Event) {
        match event {
            Event::Stop => {}
            Event::Initialize(params) => self.initialize(&params),
            Event::Initialized => self.begin(),
            Event::SetTrace(value) => self.trace = value,
            Event::Opened { uri, language, version, text } => self.open(&uri, language, version, &text),
            Event::Changed { uri, version, changes } => self.change(&uri, version, changes),
            Event::Saved { uri, text } => self.save(&uri, text),
            Event::Closed(uri) => self.close(&uri),
            Event::FoldersChanged { added, removed } => self.change_folders(&added, &removed),
            Event::FilesChanged(paths) => self.note_files(paths),
            Event::SettingsChanged(settings) => self.settings_changed(settings),
            Event::Question(question) => question(self),
            Event::Diagnosed { uri, sequence, diagnostics } => self.publish(&uri, sequence, diagnostics),
            Event::Panicked { uri, method } => self.panicked(&uri, method),
            Event::NotesChanged(letters) => self.notes_changed(&letters),
            Event::News(home, news) => self.hear(&home, news),
            Event::Reply(Reply::Configuration(settings)) => self.configured(settings),
            Event::Reply(Reply::ProgressCreated(job, created)) => self.progress_created(job, created),
        }
    }

    fn initialize(&mut self, params: &InitializeParams) {
        self.facts = Arc::new(ClientFacts::read(params));
        self.trace = params.trace.clone().unwrap_or(TraceValue::Off);
        let trusted = params.initialization_options.as_ref().and_then(|options| options.get("trusted"));
        self.trusted = trusted != Some(&Value::Bool(false));
        self.set_folders(params);
    }

    /// The client has heard our answer, so that we may speak.
    fn begin(&mut self) {
        self.ready = true;
        self.register();
        self.ask_settings();
        self.settle();
    }

    pub(super) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// The language for what concerns no workspace in particular.
    pub(super) fn say(&self) -> Translator {
        let of_workspace = || self.workspaces.values().next().map(|workspace| workspace.ground.say);
        let asked = self.asked_language().map(Translator::new);
        asked.or_else(of_workspace).unwrap_or_else(|| Translator::new(Language::default()))
    }

    /// Every state of a corpus that there is, those of workspaces first.
    pub(super) fn grounds(&self) -> Vec<Arc<Ground>> {
        self.workspaces.values().map(|workspace| Arc::clone(&workspace.ground)).collect()
    }

    /// What a query that concerns no letter in particular looks at beside them.
    pub(super) fn surroundings(&self) -> Surroundings {
        let (facts, open) = (Arc::clone(&self.facts), Arc::clone(&self.open));
        let views = self.views();
        let notebook = self.notebook.clone();
        Surroundings { facts, open, views, notebook, pages: self.cache().join("pages"), say: self.say() }
    }

    /// Shows the user a warning, and logs it.
    pub(super) fn warn(&self, message: &Message, say: Translator) {
        self.log(message, say);
        self.outbox.put(Notice::Show(MessageType::Warning, say.text(message)));
    }

    /// Writes a warning into the log of the client.
    pub(super) fn log(&self, message: &Message, say: Translator) {
        self.outbox.put(Notice::Log(MessageType::Warning, say.text(message)));
    }

    /// Gives a query what it asks about, on a thread of the pool. A query that finds nothing is dropped, which its asker hears.
    pub(super) fn query(
        &mut self,
        uri: &Uri,
        method: &'static str,
        token: CancellationToken,
        answer: impl FnOnce(&Snapshot, &CancellationToken) + Send + 'static,
    ) {
        let Some(snapshot) = self.snapshot(uri) else { return };
        let version = Arc::clone(&snapshot.view.letter);
        let panicked = self.on_panic(&snapshot, method);
        let hooks = self.options.hooks.clone();
        let trace = (self.trace != TraceValue::Off).then(|| (self.outbox.clone(), self.trace.clone()));
        let work = move || {
            if token.is_cancelled() || version.is_broken() {
                return;
            }
            hooks.stall(&snapshot, &token);
            hooks.panic(&snapshot);
            let started = Instant::now();
            answer(&snapshot, &token);
            let took = started.elapsed();
            debug!(method, version = version.number, ?took, "answered");
            if let Some((outbox, value)) = trace {
                outbox.put(Notice::Trace(trace_line(method, &version.uri, version.number, took, &value)));
            }
        };
        self.pool.run(work, panicked);
    }

    pub(super) fn snapshot(&self, uri: &Uri) -> Option<Snapshot> {
        let letter = self.letters.get(uri)?;
        let view = Arc::clone(letter.view.as_ref()?);
        let corpus = Arc::clone(&self.workspaces.get(letter.home.as_ref()?)?.corpus);
        let (facts, open) = (Arc::clone(&self.facts), Arc::clone(&self.open));
        let (views, notebook) = (self.views(), self.notebook.clone());
        Some(Snapshot { view, corpus, facts, open, views, notebook, pages: self.cache().join("pages") })
    }

    /// Every letter that is open and in step.
    fn views(&self) -> Vec<Arc<View>> {
        self.letters.values().filter_map(|letter| letter.view.clone()).collect()
    }

    pub(super) fn cache(&self) -> PathBuf {
        cache_of(&self.options)
    }

    /// What is to be done when a query about this letter panics: its version is given up, and told of once.
    pub(super) fn on_panic(&self, snapshot: &Snapshot, method: &'static str) -> impl FnOnce() + Send + use<> {
        let (engine, version) = (self.engine.clone(), Arc::clone(&snapshot.view.letter));
        move || {
            error!(
                method,
                version = version.number,
                "a query panicked; this version of the letter is given up"
            );
            if version.give_up() {
                engine.post(Event::Panicked { uri: version.uri.clone(), method });
            }
        }
    }

    fn panicked(&self, uri: &Uri, method: &'static str) {
        let say = self.say();
        let Some(letter) = self.letters.get(uri) else { return };
        let message =
            Message::new("server-query-panicked").with("letter", letter.name()).with("what", method);
        self.warn(&message, say);
    }
}

fn cache_of(options: &Options) -> PathBuf {
    let folder = options.cache.clone().or_else(crate::config::cache_folder);
    folder.unwrap_or_else(|| std::env::temp_dir().join("griffier"))
}

fn trace_line(
    method: &'static str,
    uri: &Uri,
    version: i32,
    took: Duration,
    value: &TraceValue,
) -> LogTraceParams {
    let message = format!("{method}: {} ms", took.as_secs_f64() * 1000.0);
    let verbose = (*value == TraceValue::Verbose).then(|| format!("{uri}, version {version}"));
    LogTraceParams { message, verbose }
}

impl Hooks {
    fn stall(&self, snapshot: &Snapshot, token: &CancellationToken) {
        if self.stall_on.as_ref().is_some_and(|text| snapshot.reading().text.contains(text)) {
            while !token.is_cancelled() {
                std::thread::park_timeout(Duration::from_millis(1));
            }
        }
    }

    pub(super) fn panic(&self, snapshot: &Snapshot) {
        if self.panic_on.as_ref().is_some_and(|text| snapshot.reading().text.contains(text)) {
            warn!("panicking as the test demands");
            panic!("a letter that makes queries panic");
        }
    }
}
