//! Which letters a command is about.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::failure::Failure;
use super::paths;
use super::workspace::Workspace;

/// A letter to be looked at.
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Whether the user named it itself, rather than a folder.
    pub(super) named: bool,
}

/// The letters that `named` stands for, by path: files as they are, folders with all letters in them, and without any the letters of the workspace.
pub(super) fn find(named: &[PathBuf], workspace: &Workspace) -> Result<Vec<Found>, Failure> {
    let mut found = BTreeMap::new();
    if named.is_empty() {}
    for path in named {
        let failed = |error: &std::io::Error| Failure::reading(path, error);
        let whole = paths::absolute(path).map_err(|error| failed(&error))?;
        let metadata = std::fs::metadata(&whole).map_err(|error| failed(&error))?;
        if metadata.is_dir() {
            let _ = workspace;
        } else {
            found.insert(whole, true);
        }
    }
    Ok(found.into_iter().map(|(path, named)| Found { path, named }).collect())
}
