//! The thread that owns the corpus of one workspace: loads its settings, reads its folders, and follows what changes.
//!
//! What takes long is done here or, for a scan, on the pool of the scan, and never on the engine thread.
//! After each job the engine hears how the corpus is now; what changed twice in the meantime is told once.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use serde_json::Value;
use tracing::warn;

use crate::analysis::rules;
use crate::config::{self, Config, Sources};
use crate::corpus::{Cache, Catalogues, Corpus, MemoryCorpus};
use crate::messages::{Language, Message};

use super::snapshot::Version;

/// Something for the librarian to do.
pub(super) enum Task {
    /// Read all settings, of which the editor's are given, and what has changed of all that they name.
    Load { editor: Arc<Value>, lists_changed: bool },
    /// These files have changed, or have come or gone.
    Files(BTreeSet<PathBuf>),
    /// An editor shows this of a letter.
    Cover(Arc<Version>),
    /// The editor has closed it.
    Uncover(PathBuf),
}

/// What the engine hears.
pub(super) enum News {
    /// So many letters of so many have been read.
    Progress { read: usize, of: usize },
    /// The corpus, the settings and what is wrong with them, after so many tasks.
    Shelved { corpus: Arc<dyn Corpus>, config: Arc<Config>, problems: Arc<[Message]>, tasks: usize },
}

/// What a librarian has to know at its start.
pub(super) struct Assignment {
    /// The folder with the `griffier.toml`; letters that are served alone have none, and then nothing is walked.
    pub(super) root: Option<PathBuf>,
    /// The user's own settings, where they are not where the system keeps them.
    pub(super) user_config: Option<PathBuf>,
    /// What the command line asked for.
    pub(super) language: Option<Language>,
    /// Where compiled lists lie.
    pub(super) cache: Cache,
}

struct Librarian<F> {
    assignment: Assignment,
    corpus: MemoryCorpus,
    config: Arc<Config>,
    config_problems: Vec<Message>,
    list_problems: Vec<Message>,
    /// Whether the settings have been read at all.
    loaded: bool,
    tell: F,
}

/// Starts a librarian. It ends when the returned sender is dropped.
pub(super) fn start(
    assignment: Assignment,
    tell: impl Fn(News) + Send + 'static,
) -> std::io::Result<Sender<Task>> {
    let (tasks, queue) = channel();
    std::thread::Builder::new().name("librarian".to_owned()).spawn(move || {
        let corpus = MemoryCorpus::new(assignment.root.as_deref());
        let (config_problems, list_problems) = (Vec::new(), Vec::new());
        let config = Arc::default();
        let librarian =
            Librarian { assignment, corpus, config, config_problems, list_problems, loaded: false, tell };
        librarian.work(&queue);
    })?;
    Ok(tasks)
}

impl<F: Fn(News)> Librarian<F> {
    fn work(mut self, queue: &Receiver<Task>) {
        while let Ok(first) = queue.recv() {
            let mut tasks = 0;
            for task in std::iter::once(first).chain(queue.try_iter()) {
                tasks += 1;
                self.perform(task);
            }
            (self.tell)(News::Shelved {
                corpus: self.corpus.snapshot(),
                config: Arc::clone(&self.config),
                problems: [&self.config_problems[..], &self.list_problems].concat().into(),
                tasks,
            });
        }
    }

    fn perform(&mut self, task: Task) {
        match task {
            Task::Load { editor, lists_changed } => self.load(&editor, lists_changed),
            Task::Files(paths) => self.follow(paths),
            Task::Cover(version) => {
                if let Some(path) = &version.path {
                    self.corpus.overlay(path, version.reading());
                }
            }
            Task::Uncover(path) => {
                self.corpus.remove_overlay(&path);
                self.follow(BTreeSet::from([path]));
            }
        }
    }

    fn load(&mut self, editor: &Value, lists_changed: bool) {
        let codes: Vec<_> = rules::ALL.iter().map(|rule| rule.code).collect();
        let root = self.assignment.root.as_deref();
        let loaded = config::load(&Sources {
            root,
            user_file: self.assignment.user_config.as_deref(),
            editor: Some(editor).filter(|editor| !editor.is_null()),
            language: self.assignment.language,
            rules: &codes,
        });
        self.config_problems = loaded.problems.iter().map(config::Problem::sentence).collect();
        let before = std::mem::replace(&mut self.config, Arc::new(loaded.config));
        let (before, now) = (&before.corpus, &self.config.corpus);
        // A change of language or of the level of a finding needs no list and no folder to be read again.
        if lists_changed || !self.loaded || before.catalogues != now.catalogues {
            let (lists, problems) = Catalogues::open(&now.catalogues, root, &self.assignment.cache);
            self.list_problems = problems;
            self.corpus.set_lists(lists);
        }
        if !self.loaded || before.letters != now.letters {
            self.corpus.set_complete(true);
        }
        self.loaded = true;
    }

    fn follow(&mut self, _paths: BTreeSet<PathBuf>) {
        warn!("not yet");
    }
}
