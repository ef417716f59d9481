//! Our own eyes on the folders of a workspace, for a client that watches no files.
//!
//! The system tells us of changes; nothing polls. It must not know what a letter says, only what its file is called.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{CreateKind, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tracing::warn;

use crate::annotation::is_sidecar;
use crate::config::{CONFIG_FILE, Config, SILENCED_FILE, is_home_or_above};
use crate::corpus::{LetterFolders, is_letter_name};
use crate::messages::{Argument, Message, reason};

/// What was seen.
pub(super) enum Seen {
    /// These files and folders have changed, or have come or gone.
    Files(Vec<PathBuf>),
    /// So much has changed that not all of it was seen.
    TooMuch,
}

/// Watches as long as it is kept.
#[derive(Debug)]
pub(super) struct Watcher {
    _watcher: RecommendedWatcher,
}

/// Watches a workspace: its root, the folders of its letters, and those of its lists and of what is let be. `see` is called from another thread.
///
/// Where not all can be watched, the message says which folder and why; the rest is watched all the same.
pub(super) fn watch(
    folders: &LetterFolders,
    config: &Config,
    see: impl Fn(Seen) + Send + 'static,
) -> (Option<Watcher>, Option<Message>) {
    let lists = config.corpus.catalogues.iter().map(|list| list.path.clone());
    let lists: BTreeSet<PathBuf> = lists
        .chain(config.findings.baseline_file.clone())
        .chain(config.annotation.tags_file.clone())
        .collect();
    let named = lists.clone();
    let heard = move |event: notify::Result<Event>| match event {
        Ok(event) if event.need_rescan() => see(Seen::TooMuch),
        Ok(event) => {
            let paths: Vec<_> =
                event.paths.into_iter().filter(|path| matters(event.kind, path, &named)).collect();
            if !paths.is_empty() {
                see(Seen::Files(paths));
            }
        }
        Err(error) => warn!(%error, "a change of files was not seen"),
    };
    let mut watcher = match notify::recommended_watcher(heard) {
        Ok(watcher) => watcher,
        Err(error) => return (None, Some(explain(folders.root(), &error))),
    };
    let mut trouble = None;
    for (path, mode) in places(folders, &lists) {
        if let Err(error) = watcher.watch(&path, mode) {
            // What the settings name and is not there is told by who walks it.
            if path.exists() {
                trouble.get_or_insert_with(|| explain(&path, &error));
            }
        }
    }
    (Some(Watcher { _watcher: watcher }), trouble)
}

/// What is watched, and whether with all that lies in it. What lies in something else that is watched is not watched twice.
fn places(folders: &LetterFolders, lists: &BTreeSet<PathBuf>) -> Vec<(PathBuf, RecursiveMode)> {
    let root = folders.root();
    let mut places = Vec::new();
    let covered = |places: &[(PathBuf, RecursiveMode)], path: &Path| {
        places.iter().any(|(place, mode)| match mode {
            RecursiveMode::Recursive => path.starts_with(place),
            RecursiveMode::NonRecursive => path == place,
        })
    };
    // As a whole neither the home folder nor the disk is watched, as they are not walked.
    let whole = |path: &Path| {
        if is_home_or_above(path) { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive }
    };
    let all = std::iter::once(root).chain(folders.bases()).map(|path| (path, whole(path)));
    let beside =
        lists.iter().filter_map(|list| list.parent()).map(|path| (path, RecursiveMode::NonRecursive));
    for (path, mode) in all.chain(beside) {
        if !covered(&places, path) {
            places.push((path.to_owned(), mode));
        }
    }
    places
}

/// Whether a change may matter to a corpus. A folder may have any name; what comes or goes with it is found by walking.
fn matters(kind: EventKind, path: &Path, lists: &BTreeSet<PathBuf>) -> bool {
    match kind {
        EventKind::Access(_) => false,
        EventKind::Create(CreateKind::Folder)
        | EventKind::Remove(_)
        | EventKind::Modify(ModifyKind::Name(_)) => true,
        _ => {
            is_letter_name(path)
                || is_sidecar(path)
                || lists.contains(path)
                || path.file_name().is_some_and(|name| name == CONFIG_FILE || name == SILENCED_FILE)
        }
    }
}

fn explain(folder: &Path, error: &notify::Error) -> Message {
    let reason = match &error.kind {
        notify::ErrorKind::Io(error) => reason(error),
        notify::ErrorKind::MaxFilesWatch => Message::new("server-watch-too-many"),
        _ => Message::new("doctor-text").with("text", error),
    };
    Message::new("server-cannot-watch")
        .with("folder", folder.display())
        .with("reason", Argument::message(reason))
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, ModifyKind, RemoveKind, RenameMode};

    use super::*;

    #[test]
    fn what_has_the_name_of_a_letter_or_may_be_a_folder_matters() {
        let lists = BTreeSet::from([PathBuf::from("/lijsten/kst.xz")]);
        let matters = |kind, path: &str| matters(kind, Path::new(path), &lists);
        let changed = EventKind::Modify(ModifyKind::Any);
        for path in ["/w/a.txt", "/w/b/c.MD", "/w/griffier.toml", "/lijsten/kst.xz"] {
            assert!(matters(changed, path), "{path}");
            assert!(!matters(EventKind::Access(AccessKind::Any), path), "{path}");
        }
        assert!(!matters(changed, "/w/foto.png"));
        assert!(!matters(EventKind::Create(CreateKind::File), "/w/foto.png"));
        assert!(matters(EventKind::Create(CreateKind::Folder), "/w/brieven"));
        assert!(matters(EventKind::Remove(RemoveKind::Any), "/w/brieven"));
        assert!(matters(EventKind::Modify(ModifyKind::Name(RenameMode::Any)), "/w/brieven"));
    }

    #[test]
    fn nothing_is_watched_twice() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        let corpus = crate::config::CorpusConfig {
            letters: vec!["brieven".to_owned(), "../elders".to_owned()],
            ..crate::config::CorpusConfig::default()
        };
        let folders = LetterFolders::new(&at("werk"), &corpus);
        let lists = BTreeSet::from([at("werk/kst.txt"), at("lijsten/kst.xz"), at("lijsten/h.xz")]);
        assert_eq!(
            places(&folders, &lists),
            [
                (at("werk"), RecursiveMode::Recursive),
                (at("elders"), RecursiveMode::Recursive),
                (at("lijsten"), RecursiveMode::NonRecursive),
            ]
        );
    }
}
