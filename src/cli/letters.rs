//! Which letters a command is about.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::corpus::{Found as Walked, letters_in};
use crate::messages::Message;

use super::failure::Failure;
use super::paths;
use super::workspace::Workspace;

/// A letter to be looked at.
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Whether the user named it itself, rather than a folder.
    pub(super) named: bool,
}

/// The letters that `named` stands for, by path: files as they are, folders with all letters in them, and without any the letters of the workspace. With them what could not be looked through.
///
/// A folder without letters is a failure: whoever named it expects that something is looked at.
pub(super) fn find(named: &[PathBuf], workspace: &Workspace) -> Result<(Vec<Found>, Vec<Message>), Failure> {
    let mut found = BTreeMap::new();
    let mut messages = Vec::new();
    if named.is_empty() {
        add(workspace.letter_folders().find(&|| false), &mut found, &mut messages)?;
    }
    for path in named {
        let failed = |error: &std::io::Error| Failure::reading(path, error);
        let whole = paths::absolute(path).map_err(|error| failed(&error))?;
        let metadata = std::fs::metadata(&whole).map_err(|error| failed(&error))?;
        if !metadata.is_dir() {
            found.insert(whole, true);
        } else if whole == workspace.root {
            add(workspace.letter_folders().find(&|| false), &mut found, &mut messages)?;
        } else {
            add(letters_in(&whole, &workspace.root), &mut found, &mut messages)?;
        }
    }
    Ok((found.into_iter().map(|(path, named)| Found { path, named }).collect(), messages))
}

/// Adds what was found in a folder, and what could not be looked through.
fn add(
    walked: Walked,
    found: &mut BTreeMap<PathBuf, bool>,
    messages: &mut Vec<Message>,
) -> Result<(), Failure> {
    if walked.letters.is_empty() {
        // Why nothing was found is the first thing that is said of it.
        return walked.messages.into_iter().next().map_or(Ok(()), |message| Err(Failure::new(message)));
    }
    messages.extend(walked.messages);
    for letter in walked.letters {
        found.entry(letter).or_insert(false);
    }
    Ok(())
}
