//! Paths as users type and see them.

use std::path::{Component, Path, PathBuf};
use std::{env, io};

/// The whole path of what a user named from where they are.
pub(super) fn absolute(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    if whole.components().any(|part| part == Component::ParentDir) {
        // A step up from a link leads elsewhere than the text of the path says; only the disk knows.
        return whole.canonicalize();
    }
    Ok(whole)
}

/// A path as it is shown on a terminal: from the current folder where it lies below it, so that it can be clicked and typed.
pub(super) fn from_here(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    match path.strip_prefix(&here) {
        Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
        Ok(below) => below.display().to_string(),
        Err(_) => path.display().to_string(),
    }
}

/// A path as programs read it: from the root where it lies below it, with `/`.
pub(super) fn from_root(path: &Path, root: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let path = path.display().to_string();
    if cfg!(windows) { path.replace('\\', "/") } else { path }
}
