//! What the client is asked to tell us of: files that come, go and change, and settings.
//!
//! Nothing here polls. Where a client watches no files, we do so ourselves (`watcher`).

use std::path::Path;

use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{Registration, Unregistration};

use crate::config::{CONFIG_FILE, SILENCED_FILE};

use super::convert;
use super::homes::Homeland;
use super::outbox::Notice;
use super::state::State;
use super::workspace::Workspace;

const WATCH_FILES: &str = "workspace/didChangeWatchedFiles";
const WATCH_SETTINGS: &str = "workspace/didChangeConfiguration";
/// The files that may be letters.
const LETTERS: &str = "**/*.{txt,md,markdown}";
/// The files of notes.
const NOTES: &str = "**/*.annotations.json";

impl State {
    /// Asks to hear of changed settings, once.
    pub(super) fn register(&mut self) {
        if self.facts.registers_configuration {
            self.outbox.put(Notice::Register(vec![Registration {
                id: "griffier/settings".to_owned(),
                method: WATCH_SETTINGS.to_owned(),
                register_options: Some(json!({"section": "griffier"})),
            }]));
        }
    }

    /// Asks to hear of changes of the files that matter, and no longer of others.
    pub(super) fn watch(&mut self) {
        // Which lists to watch is known when all settings have been read. What changes before is read by the scan that follows.
        let unknown = self.workspaces.values().any(|workspace| !workspace.loaded);
        if !self.facts.watches_files || !self.ready || unknown {
            return;
        }
        let watchers =
            if self.facts.relative_patterns { self.relative_watchers() } else { self.plain_watchers() };
        let (number, before) = &mut self.watched;
        if *before == watchers {
            return;
        }
        let id = |number: u64| format!("griffier/files/{number}");
        let gone = (!before.is_empty()).then(|| id(*number));
        before.clone_from(&watchers);
        *number += 1;
        if !watchers.is_empty() {
            self.outbox.put(Notice::Register(vec![Registration {
                id: id(*number),
                method: WATCH_FILES.to_owned(),
                register_options: Some(json!({"watchers": watchers})),
            }]));
        }
        if let Some(id) = gone {
            let method = WATCH_FILES.to_owned();
            self.outbox.put(Notice::Unregister(vec![Unregistration { id, method }]));
        }
    }

    /// For a client that watches what lies in its folders, wherever.
    fn plain_watchers(&self) -> Vec<Value> {
        let mut globs: Vec<_> = self
            .workspaces
            .values()
            .flat_map(named_files)
            .filter_map(|file| Some(format!("**/{}", file.file_name()?.to_str()?)))
            .chain([
                LETTERS.to_owned(),
                NOTES.to_owned(),
                format!("**/{CONFIG_FILE}"),
                format!("**/{SILENCED_FILE}"),
            ])
            .collect();
        globs.sort();
        globs.dedup();
        globs.into_iter().map(|glob| json!({"globPattern": glob})).collect()
    }

    /// For a client that watches any folder: settings wherever they may appear, letters where there are settings, and lists where they lie.
    fn relative_watchers(&self) -> Vec<Value> {
        let watcher = |folder: &std::path::Path, pattern: &str| {
            Some(json!({"globPattern": {"baseUri": convert::uri_of(folder)?, "pattern": pattern}}))
        };
        let mut watchers = Vec::new();
        for folder in &self.folders {
            watchers.extend(watcher(&folder.path, &format!("**/{CONFIG_FILE}")));
        }
        for (home, workspace) in &self.workspaces {
            if let Homeland::Root(root) = home {
                watchers.extend(watcher(root, LETTERS));
                watchers.extend(watcher(root, NOTES));
                watchers.extend(watcher(root, SILENCED_FILE));
                if !self.folders.iter().any(|folder| root.starts_with(&folder.path)) {
                    watchers.extend(watcher(root, CONFIG_FILE));
                }
            }
            for file in named_files(workspace) {
                let name = file.file_name().and_then(|name| name.to_str());
                watchers.extend(file.parent().zip(name).and_then(|(folder, name)| watcher(folder, name)));
            }
        }
        watchers.sort_by_key(Value::to_string);
        watchers.dedup();
        watchers
    }
}

/// The files that the settings of a workspace name.
fn named_files(workspace: &Workspace) -> impl Iterator<Item = &Path> {
    let config = &workspace.ground.config;
    let lists = config.corpus.catalogues.iter().map(|list| &*list.path);
    lists.chain(config.findings.baseline_file.as_deref()).chain(config.annotation.tags_file.as_deref())
}
