//! The thread that owns the corpus of one workspace: loads its settings, has its folders read, and follows what changes.
//!
//! What takes long is done here or, for a scan, on a thread of its own with the pool that rayon has for all; never on the engine thread.
//! After each job the engine hears how the corpus is now; what changed twice in the meantime is told once.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use serde_json::Value;
use tracing::{debug, error, info};

use crate::analysis::rules;
use crate::config::{self, Config, Sources};
use crate::corpus::{
    Cache, Catalogues, Corpus, Hear, How, Index, LetterFolders, MemoryCorpus, Notice, Scan, Updated, Watch,
    gather,
};
use crate::messages::{Language, Message};

use super::snapshot::Version;
use super::watcher::{self, Seen, Watcher};

/// Something for the librarian to do.
pub(super) enum Task {
    /// Read all settings, of which the editor's are given, and what has changed of all that they name. A scan that this takes comes back by `back`.
    Load { editor: Arc<Value>, lists_changed: bool, back: Sender<Task> },
    /// Look at all files again. The outcome comes back by `back`.
    Look { back: Sender<Task> },
    /// The index has changed under the corpus.
    Renew,
    /// These files have changed, or have come or gone.
    Files(BTreeSet<PathBuf>),
    /// An editor shows this of a letter.
    Cover(Arc<Version>),
    /// The editor has closed it.
    Uncover(PathBuf),
    /// The scan with this number is done.
    Scanned(usize, Scan),
}

/// What the engine hears.
pub(super) enum News {
    /// So many letters of so many have been read.
    Progress { read: usize, of: usize },
    /// These files have changed, or have come or gone.
    Files(Vec<PathBuf>),
    /// Another process has changed the index.
    Renew,
    /// All files are to be looked at again.
    Look,
    /// How things are after some tasks.
    Shelved(Shelved),
}

/// How things are.
pub(super) struct Shelved {
    pub(super) corpus: Arc<dyn Corpus>,
    pub(super) config: Arc<Config>,
    /// What is wrong with settings and lists.
    pub(super) problems: Vec<Message>,
    /// What is to be said of letters that could not be read, or are there twice.
    pub(super) remarks: Vec<Message>,
    /// Of how many tasks this is the outcome.
    pub(super) tasks: usize,
    /// Whether folders are being read.
    pub(super) scanning: bool,
}

/// What a librarian has to know at its start.
pub(super) struct Assignment {
    /// The folder with the `griffier.toml`; letters that are served alone have none, and then nothing is walked.
    pub(super) root: Option<PathBuf>,
    /// The user's own settings, where they are not where the system keeps them.
    pub(super) user_config: Option<PathBuf>,
    /// Whether its settings may name lists and folders outside it, as they may on the command line.
    pub(super) trusted: bool,
    /// Whether we watch its files ourselves, since the client does not.
    pub(super) watches: bool,
    /// What the command line asked for.
    pub(super) language: Option<Language>,
    /// Where compiled lists lie.
    pub(super) cache: Cache,
    /// Set when the workspace is closed, so that nobody goes on reading for it.
    pub(super) closed: Arc<AtomicBool>,
}

/// Who hears the news.
type Tell = Arc<dyn Fn(News) + Send + Sync>;

struct Librarian {
    assignment: Assignment,
    tell: Tell,
    corpus: MemoryCorpus,
    config: Arc<Config>,
    folders: Option<LetterFolders>,
    /// Where the letters are kept from one start to the next.
    index: Option<Index>,
    /// Our own eyes, and what they cannot see.
    watcher: (Option<Watcher>, Option<Message>),
    /// Files that have changed while all were being looked at.
    postponed: BTreeSet<PathBuf>,
    config_problems: Vec<Message>,
    list_problems: Vec<Message>,
    letter_remarks: Vec<Message>,
    twice: Vec<Message>,
    /// Whether the settings have been read at all.
    loaded: bool,
    scans: usize,
    /// The scan under way, and how it is called off.
    scanning: Option<(usize, Arc<AtomicBool>)>,
}

/// Starts a librarian. It ends when the returned sender and its copies are dropped.
pub(super) fn start(
    assignment: Assignment,
    tell: impl Fn(News) + Send + Sync + 'static,
) -> std::io::Result<Sender<Task>> {
    let (tasks, queue) = channel();
    let tell = Arc::new(tell);
    std::thread::Builder::new().name("librarian".to_owned()).spawn(move || {
        let librarian = Librarian {
            corpus: MemoryCorpus::new(assignment.root.as_deref()),
            assignment,
            tell,
            config: Arc::default(),
            folders: None,
            index: None,
            watcher: (None, None),
            postponed: BTreeSet::new(),
            config_problems: Vec::new(),
            list_problems: Vec::new(),
            letter_remarks: Vec::new(),
            twice: Vec::new(),
            loaded: false,
            scans: 0,
            scanning: None,
        };
        librarian.work(&queue);
    })?;
    Ok(tasks)
}

impl Librarian {
    fn work(mut self, queue: &Receiver<Task>) {
        while let Ok(first) = queue.recv() {
            let mut tasks = 0;
            for task in std::iter::once(first).chain(queue.try_iter()) {
                tasks += usize::from(!matches!(task, Task::Scanned(..)));
                // A letter that makes us stumble must not take the corpus of all others with it.
                if catch_unwind(AssertUnwindSafe(|| self.perform(task))).is_err() {
                    error!("a task of the corpus panicked and is left undone");
                }
            }
            (self.tell)(News::Shelved(Shelved {
                corpus: self.corpus.snapshot(),
                config: Arc::clone(&self.config),
                problems: [&self.config_problems[..], &self.list_problems].concat(),
                remarks: self.remarks(),
                tasks,
                scanning: self.scanning.is_some(),
            }));
        }
    }

    /// What is to be said of letters. A cache that cannot be used is the same trouble for them as for lists.
    fn remarks(&self) -> Vec<Message> {
        let new = |remark: &&Message| !self.list_problems.contains(remark);
        self.letter_remarks.iter().chain(&self.watcher.1).chain(&self.twice).filter(new).cloned().collect()
    }

    fn perform(&mut self, task: Task) {
        match task {
            Task::Load { editor, lists_changed, back } => self.load(&editor, lists_changed, back),
            Task::Look { back } => self.scan(back),
            Task::Renew => {
                self.corpus.renew();
                self.twice = self.corpus.twice_told();
            }
            Task::Files(paths) => self.follow(paths),
            Task::Cover(version) => {
                // A text that makes the recogniser stumble is given up by the queries about it, and here too.
                if let Some(path) = version.path.as_ref().filter(|_| !version.is_broken()) {
                    self.corpus.overlay(path, version.recognised());
                }
            }
            Task::Uncover(path) => {
                self.corpus.remove_overlay(&path);
                self.follow(BTreeSet::from([path]));
            }
            Task::Scanned(number, scan) => self.shelve(number, scan),
        }
    }

    fn load(&mut self, editor: &Value, lists_changed: bool, back: Sender<Task>) {
        let codes = rules::codes();
        let root = self.assignment.root.as_deref();
        let loaded = config::load(&Sources {
            root,
            user_file: self.assignment.user_config.as_deref(),
            fetched_file: None,
            editor: Some(editor).filter(|editor| !editor.is_null()),
            language: self.assignment.language,
            trusts_workspace: self.assignment.trusted,
            rules: &codes,
        });
        self.config_problems = loaded.problems.iter().map(config::Problem::sentence).collect();
        let mut config = loaded.config;
        // From a folder that is not trusted nothing is asked of anybody.
        config.fetch.editor &= self.assignment.trusted;
        let before = std::mem::replace(&mut self.config, Arc::new(config));
        let other_baseline = before.findings.baseline_file != self.config.findings.baseline_file;
        let (before, now) = (&before.corpus, &self.config.corpus);
        // A change of language or of the level of a finding needs no list and no folder to be read again.
        let other_lists = !self.loaded || before.catalogues != now.catalogues;
        let other_folders = other_lists || before.letters != now.letters || before.exclude != now.exclude;
        self.loaded = true;
        if other_lists || lists_changed {
            let within = root.filter(|_| !self.assignment.trusted);
            let (lists, problems) = Catalogues::open(&now.catalogues, within, &self.assignment.cache);
            self.list_problems = problems;
            self.corpus.set_lists(lists);
        }
        if other_folders {
            self.folders = root.map(|root| LetterFolders::new(root, now));
            self.watcher = self.watch();
            self.index = root.and_then(|root| Index::new(root, now, &self.assignment.cache));
            // What was known at the end of last time counts at once; then it is looked at what has changed since.
            let hear = self.hear();
            let store = self.index.as_ref().and_then(|index| index.open(hear)).map(Arc::new);
            self.corpus.set_store(store);
            self.scan(back);
        } else if other_baseline {
            self.watcher = self.watch();
        }
    }

    /// Watches what is walked, from before it is walked.
    fn watch(&self) -> (Option<Watcher>, Option<Message>) {
        let Some(folders) = self.folders.as_ref().filter(|_| self.assignment.watches) else {
            return (None, None);
        };
        let tell = Arc::clone(&self.tell);
        watcher::watch(folders, &self.config, move |seen| {
            tell(match seen {
                Seen::Files(paths) => News::Files(paths),
                Seen::TooMuch => News::Look,
            });
        })
    }

    /// What the index tells those who ask it goes by way of the engine, since it may come from any thread.
    fn hear(&self) -> Hear {
        let tell = Arc::clone(&self.tell);
        Arc::new(move |notice| {
            tell(match notice {
                Notice::Changed => News::Renew,
                Notice::Damaged => News::Look,
            });
        })
    }

    /// Has all folders read; a scan that is under way reads what is no longer asked for.
    fn scan(&mut self, back: Sender<Task>) {
        if let Some((_, cancelled)) = self.scanning.take() {
            cancelled.store(true, Ordering::Relaxed);
        }
        let Some(folders) = self.folders.clone() else { return self.corpus.set_complete(true) };
        self.corpus.set_complete(false);
        self.scans += 1;
        let (number, cancelled) = (self.scans, Arc::new(AtomicBool::new(false)));
        self.scanning = Some((number, Arc::clone(&cancelled)));
        let (closed, tell) = (Arc::clone(&self.assignment.closed), Arc::clone(&self.tell));
        let (index, hear) = (self.index.clone(), self.hear());
        let damaged =
            self.corpus.store().filter(|store| store.is_damaged()).and_then(|store| store.identity());
        let how = damaged.map_or(How::Compare, How::Instead);
        let read = move || {
            let last = AtomicUsize::new(usize::MAX);
            let progress = |read: usize, of: usize| {
                // The user sees percents; more would only be overtaken.
                let percent = read * 100 / of.max(1);
                if last.swap(percent, Ordering::Relaxed) != percent {
                    tell(News::Progress { read, of });
                }
            };
            let enough = || cancelled.load(Ordering::Relaxed) || closed.load(Ordering::Relaxed);
            let waits = || info!("another process is indexing");
            let watch = Watch { progress: &progress, cancel: &enough, waits: &waits };
            let scan = gather(&folders, index.as_ref(), how, &hear, &watch);
            // An error is a workspace that is closed.
            let _ = back.send(Task::Scanned(number, scan));
        };
        if let Err(error) = std::thread::Builder::new().name("scan".to_owned()).spawn(read) {
            error!(%error, "no thread for a scan");
            self.scanning = None;
        }
    }

    fn shelve(&mut self, number: usize, scan: Scan) {
        if self.scanning.as_ref().is_none_or(|(current, _)| *current != number) {
            return debug!("a scan comes too late");
        }
        self.scanning = None;
        self.letter_remarks.clone_from(&scan.messages);
        self.corpus.put_scan(scan);
        self.twice = self.corpus.twice_told();
        if self.corpus.store().is_none() {
            // Where the index cannot be written, it is not tried again with every file.
            self.index = None;
        }
        let postponed = std::mem::take(&mut self.postponed);
        if !postponed.is_empty() {
            self.follow(postponed);
        }
        info!(root = ?self.assignment.root, letters = self.corpus.state().letters, "the letters are read");
    }

    fn follow(&mut self, paths: BTreeSet<PathBuf>) {
        let Some(folders) = &self.folders else { return };
        if self.index.is_some() && self.scanning.is_some() {
            return self.postponed.extend(paths);
        }
        let paths: Vec<_> = paths.into_iter().collect();
        let remarks = match &self.index {
            None => self.corpus.update(folders, &paths),
            Some(index) => match index.update(folders, &paths) {
                Ok(Updated::Done(remarks)) => {
                    if self.corpus.store().is_some_and(|store| store.has_changed()) {
                        self.corpus.renew();
                    }
                    remarks
                }
                Ok(Updated::NotNow) => return (self.tell)(News::Look),
                Err(unusable) => {
                    self.index = None;
                    self.letter_remarks.push(unusable.sentence());
                    return (self.tell)(News::Look);
                }
            },
        };
        for remark in remarks {
            if !self.letter_remarks.contains(&remark) {
                self.letter_remarks.push(remark);
            }
        }
        self.twice = self.corpus.twice_told();
    }
}
