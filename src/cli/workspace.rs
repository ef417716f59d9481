//! Where a command works: the root, the settings that hold there, and what exists.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::rules;
use crate::config::{self, Config, Loaded, Sources};
use crate::corpus::{
    Cache, Catalogues, Corpus, Hear, How, Index, LetterFolders, MemoryCorpus, Notice, Watch, gather,
};
use crate::messages::{Argument, Language, Message, Translator};

use super::args::Global;
use super::failure::Failure;
use super::{paths, progress, terminal};

/// Where a command works.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    /// Whether its letters are read. A file that lies in no workspace is looked at alone, whatever lies beside it.
    pub(super) has_letters: bool,
    /// The settings, where they come from, and what is wrong with them.
    pub(super) settings: Loaded,
    /// In the language that was asked for on the command line, else by the settings.
    pub(super) say: Translator,
}

impl Workspace {
    /// Finds the root, upward from `first` or from the current folder, and reads the settings.
    pub(super) fn open(global: &Global, first: Option<&Path>) -> Result<Self, Failure> {
        let (root, has_letters) = match &global.root {
            Some(root) => (named_root(root)?, true),
            None => find_root(first.unwrap_or(Path::new(".")))?,
        };
        let settings = load_settings(Some(&root), global.lang);
        let say = Translator::new(settings.config.language);
        Ok(Self { root, has_letters, settings, say })
    }

    /// The settings that hold.
    pub(super) const fn config(&self) -> &Config {
        &self.settings.config
    }

    /// Says what is wrong with the settings; the rest of them counts all the same.
    pub(super) fn tell_problems(&self) {
        for problem in &self.settings.problems {
            let place = match problem.origin.path() {
                Some(path) => Argument::from(paths::from_here(path)),
                None => Argument::message(problem.origin.name()),
            };
            let message = match problem.line {
                Some(line) => Message::new("config-problem-in-line").with("line", line),
                None => Message::new("config-problem"),
            };
            let said = Argument::message(problem.message.clone());
            terminal::warn(&message.with("place", place).with("message", said), self.say);
        }
    }

    /// Where the letters of the workspace lie.
    pub(super) fn letter_folders(&self) -> LetterFolders {
        LetterFolders::new(&self.root, &self.config().corpus)
    }

    /// The first folder of letters that the settings name; of a glob the part before its signs.
    pub(super) fn first_letter_folder(&self) -> Option<PathBuf> {
        let named = self.config().corpus.letters.first()?;
        let plain = named.split('/').take_while(|part| !part.contains(['*', '?', '[', '{']));
        let folder = self.root.join(plain.collect::<Vec<_>>().join("/"));
        (!folder.is_file()).then_some(folder)
    }

    /// The index of its letters, where it may be kept.
    pub(super) fn index(&self) -> Option<Index> {
        Index::new(&self.root, &self.config().corpus, &Cache::of_user())
    }

    /// What exists: the letters of the workspace and the lists of the settings; and what is wrong with them.
    pub(super) fn corpus(&self) -> (Arc<dyn Corpus>, Vec<Message>) {
        let mut corpus = MemoryCorpus::new(Some(&self.root));
        let lists = &self.config().corpus.catalogues;
        // The paths are whole, and the user's own or those of a workspace that the user trusts.
        let (lists, mut messages) = Catalogues::open(lists, None, &Cache::of_user());
        corpus.set_lists(lists);
        if self.has_letters {
            let bar = progress::bar("cli-reading-letters", self.say);
            let index = self.index();
            let (say, damaged) = (self.say, index.clone());
            let hear: Hear = Arc::new(move |notice| {
                if notice == Notice::Damaged {
                    terminal::warn(&Message::new("index-damaged-now"), say);
                    damaged.iter().for_each(Index::set_aside);
                }
            });
            let watch = Watch {
                progress: &|done, of| bar.at(done, of),
                cancel: &|| false,
                waits: &|| terminal::tell(&Message::new("index-waits"), self.say),
            };
            let scan = gather(&self.letter_folders(), index.as_ref(), How::Compare, &hear, &watch);
            bar.end();
            // A cache that cannot be used is the same trouble for lists and letters.
            for message in &scan.messages {
                if !messages.contains(message) {
                    messages.push(message.clone());
                }
            }
            corpus.put_scan(scan);
            messages.extend(corpus.twice_told());
        }
        corpus.set_complete(true);
        // That there are no letters, or too many to walk, is for the command to say that was asked about them.
        messages.retain(|message| !matches!(message.code(), "letters-none" | "letters-home"));
        (corpus.snapshot(), messages)
    }

    /// Says what is wrong with letters and lists.
    pub(super) fn tell(&self, messages: &[Message]) {
        for message in messages {
            terminal::warn(message, self.say);
        }
    }

    /// A path as programs read it.
    pub(super) fn relative(&self, path: &Path) -> String {
        paths::from_root(path, &self.root)
    }
}

/// Reads the settings of a workspace, or without one those of the user alone.
pub(super) fn load_settings(root: Option<&Path>, language: Option<Language>) -> Loaded {
    let rules = rules::codes();
    // Whoever types a command in a folder has chosen to work there; nothing is ever executed from it, nor sent anywhere.
    config::load(&Sources { root, language, trusts_workspace: true, rules: &rules, ..Sources::default() })
}

fn named_root(root: &Path) -> Result<PathBuf, Failure> {
    let failed = |error: &std::io::Error| Failure::reading(root, error);
    let whole = paths::absolute(root).map_err(|error| failed(&error))?;
    if !std::fs::metadata(&whole).map_err(|error| failed(&error))?.is_dir() {
        return Err(Failure::new(Message::new("cli-root-no-folder").with("path", root.display())));
    }
    Ok(whole)
}

/// The nearest workspace, else the folder itself: on the command line any folder will do. Tells too whether its letters are read.
fn find_root(from: &Path) -> Result<(PathBuf, bool), Failure> {
    let whole = paths::absolute(from).map_err(|error| Failure::reading(from, &error))?;
    let is_folder = whole.is_dir();
    let folder = if is_folder { &whole } else { whole.parent().unwrap_or(&whole) };
    Ok(match config::find_root(folder) {
        Some(root) => (root, true),
        None => (folder.to_owned(), is_folder),
    })
}
