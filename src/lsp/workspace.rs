//! A workspace: its corpus as the engine knows it, its librarian, its settings, and what has been told of them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use tracing::{error, info};

use crate::config::{CONFIG_FILE, Config, SILENCED_FILE};
use crate::corpus::{Cache, Corpus, MemoryCorpus};
use crate::messages::{Argument, Message, Translator};

use super::clock::Shown;
use super::engine::Event;
use super::homes::Homeland;
use super::letters::OpenLetter;
use super::librarian::{self, Assignment, News, Shelved, Task};
use super::snapshot::Ground;
use super::state::State;

/// A corpus and those who work at it.
pub(super) struct Workspace {
    tasks: Sender<Task>,
    /// How many tasks are under way.
    pending: usize,
    /// Whether folders are being read.
    scanning: bool,
    closed: Arc<AtomicBool>,
    /// Whether its settings have been read.
    pub(super) loaded: bool,
    /// The newest corpus.
    pub(super) corpus: Arc<dyn Corpus>,
    /// What letters are judged by: the corpus as it was when what it says of papers last changed.
    pub(super) ground: Arc<Ground>,
    /// What is wrong with settings and lists, and has been told.
    problems: Vec<Message>,
    /// What is to be said of single letters, and has been told.
    remarks: Vec<Message>,
    pub(super) progress: Shown,
}

impl Workspace {
    /// Whether its corpus is being worked at.
    pub(super) const fn is_busy(&self) -> bool {
        self.pending > 0 || self.scanning
    }

    /// What needs attention most.
    pub(super) fn worst(&self) -> Option<String> {
        self.problems.first().or(self.remarks.first()).map(|problem| self.ground.say.text(problem))
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::Relaxed);
    }
}

impl State {
    pub(super) fn ensure_workspace(&mut self, home: &Homeland) {
        if self.workspaces.contains_key(home) {
            return;
        }
        let root = home.root().map(Path::to_owned);
        info!(?root, "a workspace opens");
        let closed = Arc::new(AtomicBool::new(false));
        let assignment = Assignment {
            root: root.clone(),
            trusted: self.trusted,
            watches: !self.facts.watches_files,
            user_config: self.options.user_config.clone(),
            language: self.options.language,
            closed: Arc::clone(&closed),
            cache: self.options.cache.as_deref().map_or_else(Cache::of_user, Cache::below),
        };
        let (engine, address) = (self.engine.clone(), home.clone());
        let tasks =
            match librarian::start(assignment, move |news| engine.post(Event::News(address.clone(), news))) {
                Ok(tasks) => tasks,
                Err(error) => return error!(%error, "no thread for a workspace"),
            };
        let corpus = MemoryCorpus::new(root.as_deref()).snapshot();
        let language = self.asked_language().unwrap_or_default();
        let config = Arc::new(Config { language, ..Config::default() });
        let ground = Ground::new(Arc::clone(&corpus), config, root.as_deref(), Arc::default());
        let ground = Arc::new(ground);
        let workspace = Workspace {
            tasks,
            pending: 0,
            scanning: false,
            closed,
            loaded: false,
            corpus,
            ground,
            problems: Vec::new(),
            remarks: Vec::new(),
            progress: Shown::default(),
        };
        self.workspaces.insert(home.clone(), workspace);
        self.load(home, false);
    }

    /// Lets a workspace go that no letter and no folder needs any more.
    pub(super) fn close_workspace(&mut self, home: &Homeland) {
        if let Some(workspace) = self.workspaces.remove(home) {
            self.end_shown(workspace.progress);
        }
    }

    /// Has a workspace read its settings.
    pub(super) fn load(&mut self, home: &Homeland, lists_changed: bool) {
        let editor = Arc::clone(&self.settings);
        let Some(workspace) = self.workspaces.get(home) else { return };
        let back = workspace.tasks.clone();
        self.assign(home, Task::Load { editor, lists_changed, back });
    }

    /// Has a workspace look at all its files.
    fn look_again(&mut self, home: &Homeland) {
        let Some(workspace) = self.workspaces.get(home) else { return };
        let back = workspace.tasks.clone();
        self.assign(home, Task::Look { back });
    }

    /// Gives the librarian of a workspace something to do.
    pub(super) fn assign(&mut self, home: &Homeland, task: Task) {
        if let Some(workspace) = self.workspaces.get_mut(home)
            && workspace.tasks.send(task).is_ok()
        {
            workspace.pending += 1;
        }
    }

    /// The corpus of a workspace has changed, or is being worked at.
    pub(super) fn hear(&mut self, home: &Homeland, news: News) {
        let shelved = match news {
            News::Progress { read, of } => return self.report_progress(home, read, of),
            News::Files(paths) => return self.note_files(paths),
            News::Renew => return self.assign(home, Task::Renew),
            News::Look => return self.look_again(home),
            News::Shelved(shelved) => shelved,
        };
        let Shelved { corpus, mut config, problems, remarks, tasks, scanning } = shelved;
        // Settings that were read before the editor spoke of the language do not take that back.
        if let Some(language) = self.asked_language().filter(|language| *language != config.language) {
            Arc::make_mut(&mut config).language = language;
        }
        let Some(workspace) = self.workspaces.get_mut(home) else { return };
        workspace.pending = workspace.pending.saturating_sub(tasks);
        workspace.scanning = scanning;
        workspace.loaded = true;
        workspace.corpus = Arc::clone(&corpus);
        let before = &workspace.ground;
        let same = before.corpus.state().generation == corpus.state().generation && before.config == config;
        if !same {
            let memo = Arc::clone(&before.memo);
            workspace.ground = Arc::new(Ground::new(corpus, config, home.root(), memo));
        }
        let say = workspace.ground.say;
        let new_problems = exchange(&mut workspace.problems, problems);
        let new_remarks = exchange(&mut workspace.remarks, remarks);
        self.tell(&new_problems, &new_remarks, say);
        if !same {
            self.renew_all(home);
        }
        self.watch();
        self.end_progress(home);
    }

    /// The ground of a workspace has changed, so all of its letters are judged anew.
    pub(super) fn renew_all(&mut self, home: &Homeland) {
        let at_home = |letter: &OpenLetter| letter.home.as_ref() == Some(home);
        let letters = self.letters.iter().filter(|(_, letter)| at_home(letter));
        let letters: Vec<_> = letters.map(|(uri, _)| uri.clone()).collect();
        for uri in letters {
            self.renew(&uri, Duration::ZERO);
        }
        self.refresh();
    }

    /// Tells what is wrong with settings and lists one by one; of letters there may be thousands, so those go to the log, and one message tells of it.
    fn tell(&self, problems: &[Message], remarks: &[Message], say: Translator) {
        for problem in problems {
            self.warn(problem, say);
        }
        match remarks {
            [] => {}
            [remark] => self.warn(remark, say),
            _ => {
                for remark in remarks {
                    self.log(remark, say);
                }
                self.warn(
                    &Message::new("server-remarks").with("count", Argument::number(remarks.len())),
                    say,
                );
            }
        }
    }

    /// Hands changed files to the workspaces that they lie in, and reads settings anew where those have changed.
    pub(super) fn look_at_files(&mut self) {
        let files = std::mem::take(&mut self.changed_files);
        self.look_at_notes(&files);
        let is_config = |path: &Path| path.file_name().is_some_and(|name| name == CONFIG_FILE);
        if files.iter().any(|path| is_config(path)) {
            // A workspace may have come or gone.
            self.settle();
        }
        let mut reload = Vec::new();
        let mut tasks = Vec::new();
        for (home, workspace) in &self.workspaces {
            let lists = &workspace.ground.config.corpus.catalogues;
            let lists_changed = lists.iter().any(|list| files.contains(&list.path));
            let Homeland::Root(root) = home else {
                // Letters on their own have the user's lists, which may be replaced by newer ones too.
                if lists_changed {
                    reload.push((home.clone(), true));
                }
                continue;
            };
            let named = [root.join(CONFIG_FILE), root.join(SILENCED_FILE)];
            let baseline = &workspace.ground.config.findings.baseline_file;
            let tags = &workspace.ground.config.annotation.tags_file;
            if lists_changed || named.iter().chain(baseline).chain(tags).any(|file| files.contains(file)) {
                reload.push((home.clone(), lists_changed));
            }
            let here: BTreeSet<_> = files.iter().filter(|path| path.starts_with(root)).cloned().collect();
            if !here.is_empty() {
                tasks.push((home.clone(), Task::Files(here)));
            }
        }
        for (home, lists_changed) in reload {
            self.load(&home, lists_changed);
        }
        for (home, task) in tasks {
            self.assign(&home, task);
        }
    }
}

/// Puts the new messages in place of the old, and says which were not there before.
fn exchange(told: &mut Vec<Message>, now: Vec<Message>) -> Vec<Message> {
    let new = now.iter().filter(|message| !told.contains(message)).cloned().collect();
    *told = now;
    new
}
