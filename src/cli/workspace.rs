//! Where a command works: the root, the settings that hold there, and what exists.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::rules;
use crate::config::{self, Config, Loaded, Sources};
use crate::corpus::{Corpus, MemoryCorpus};
use crate::messages::{Language, Message, Translator};

use super::args::Global;
use super::failure::Failure;
use super::{paths, terminal};

/// Where a command works.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    /// The settings, where they come from, and what is wrong with them.
    pub(super) settings: Loaded,
    /// In the language that was asked for on the command line, else by the settings.
    pub(super) say: Translator,
}

impl Workspace {
    /// Finds the root, upward from `first` or from the current folder, and reads the settings.
    pub(super) fn open(global: &Global, first: Option<&Path>) -> Result<Self, Failure> {
        let root = match &global.root {
            Some(root) => named_root(root)?,
            None => find_root(first.unwrap_or(Path::new(".")))?,
        };
        let settings = load_settings(Some(&root), global.lang);
        let say = Translator::new(settings.config.language);
        Ok(Self { root, settings, say })
    }

    /// The settings that hold.
    pub(super) const fn config(&self) -> &Config {
        &self.settings.config
    }

    /// Says what is wrong with the settings; the rest of them counts all the same.
    pub(super) fn tell_problems(&self) {
        for problem in &self.settings.problems {
            terminal::warn(&problem.sentence(), self.say);
        }
    }

    /// What exists: the letters of the workspace and the lists of the settings.
    pub(super) fn corpus(&self) -> Result<Arc<dyn Corpus>, Failure> {
        Ok(MemoryCorpus::new(Some(&self.root)).snapshot())
    }

    /// A path as programs read it.
    pub(super) fn relative(&self, path: &Path) -> String {
        paths::from_root(path, &self.root)
    }
}

/// Reads the settings of a workspace, or without one those of the user alone.
pub(super) fn load_settings(root: Option<&Path>, language: Option<Language>) -> Loaded {
    let rules: Vec<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
    config::load(&Sources { root, language, rules: &rules, ..Sources::default() })
}

fn named_root(root: &Path) -> Result<PathBuf, Failure> {
    let failed = |error: &std::io::Error| Failure::reading(root, error);
    let whole = paths::absolute(root).map_err(|error| failed(&error))?;
    if !std::fs::metadata(&whole).map_err(|error| failed(&error))?.is_dir() {
        return Err(Failure::new(Message::new("cli-root-no-folder").with("path", root.display())));
    }
    Ok(whole)
}

/// The nearest workspace, else the folder itself: on the command line any folder will do.
fn find_root(from: &Path) -> Result<PathBuf, Failure> {
    let whole = paths::absolute(from).map_err(|error| Failure::reading(from, &error))?;
    let folder = if whole.is_dir() { &whole } else { whole.parent().unwrap_or(&whole) };
    Ok(config::find_root(folder).unwrap_or_else(|| folder.to_owned()))
}
