//! Where a command works: the root, the settings that hold there, and what exists.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::corpus::{Corpus, MemoryCorpus};
use crate::messages::{Language, Message, Translator};

use super::args::Global;
use super::failure::Failure;
use super::paths;

/// The file that marks a workspace.
pub(super) const FILE: &str = "griffier.toml";

/// Where a command works.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    pub(super) config: Config,
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
        let config = Config::default();
        let say = Translator::new(global.lang.unwrap_or(config.language));
        Ok(Self { root, config, say })
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

fn named_root(root: &Path) -> Result<PathBuf, Failure> {
    let failed = |error: &std::io::Error| Failure::reading(root, error);
    let whole = paths::absolute(root).map_err(|error| failed(&error))?;
    if !std::fs::metadata(&whole).map_err(|error| failed(&error))?.is_dir() {
        return Err(Failure::new(Message::new("cli-root-no-folder").with("path", root.display())));
    }
    Ok(whole)
}

/// The nearest folder with a `griffier.toml`, else the nearest with a `.git`, else the folder itself.
fn find_root(from: &Path) -> Result<PathBuf, Failure> {
    let whole = paths::absolute(from).map_err(|error| Failure::reading(from, &error))?;
    let folder = if whole.is_dir() { &whole } else { whole.parent().unwrap_or(&whole) };
    let nearest = |mark: &str| folder.ancestors().find(|folder| folder.join(mark).exists());
    Ok(nearest(FILE).or_else(|| nearest(".git")).unwrap_or(folder).to_owned())
}
