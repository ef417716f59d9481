//! Which corpus a letter belongs to: that of the folder with a `griffier.toml` above it, or none but the user's own lists.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tower_lsp::gen_lsp_types::{InitializeParams, RootPath, Uri, WorkspaceFolder, WorkspaceFolders};

use crate::config::CONFIG_FILE;

use super::capabilities::PAGE_SCHEME;
use super::convert;
use super::librarian::Task;
use super::state::State;

/// Whose corpus a letter belongs to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Homeland {
    /// The folder with this `griffier.toml`.
    Root(PathBuf),
    /// A letter on its own: no folder is walked, only the user's own lists are known.
    Alone,
}

impl Homeland {
    /// The folder, where there is one.
    pub(super) fn root(&self) -> Option<&Path> {
        match self {
            Self::Root(root) => Some(root),
            Self::Alone => None,
        }
    }
}

/// A folder that the client has open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Folder {
    pub(super) uri: Uri,
    pub(super) path: PathBuf,
}

impl State {
    #[expect(deprecated, reason = "clients that know no workspace folders still have one root")]
    pub(super) fn set_folders(&mut self, params: &InitializeParams) {
        let folders = match &params.workspace_folders_initialize_params.workspace_folders {
            Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
                folders.iter().map(|it| it.uri.clone()).collect()
            }
            // Before LSP 3.6 there was one root, and before 3.0 it was a path.
            _ => match (&params.root_uri, &params.root_path) {
                (Some(uri), _) => vec![uri.clone()],
                (None, Some(RootPath::String(path))) => {
                    convert::uri_of(Path::new(path)).into_iter().collect()
                }
                _ => Vec::new(),
            },
        };
        self.folders = folders.into_iter().filter_map(folder).collect();
    }

    pub(super) fn change_folders(&mut self, added: &[WorkspaceFolder], removed: &[WorkspaceFolder]) {
        self.folders.retain(|folder| !removed.iter().any(|gone| gone.uri == folder.uri));
        for new in added.iter().filter_map(|added| folder(added.uri.clone())) {
            if !self.folders.contains(&new) {
                self.folders.push(new);
            }
        }
        self.settle();
    }

    /// Finds every letter its home, opens the workspaces that are needed, and closes those that are not.
    pub(super) fn settle(&mut self) {
        let mut needed: Vec<_> = self
            .folders
            .iter()
            .filter_map(|folder| self.root_above(&folder.path))
            .map(Homeland::Root)
            .collect();
        let mut moved = Vec::new();
        for (uri, letter) in &self.letters {
            let home = self.home_of(uri, letter.version.path.as_deref(), &letter.language, &needed);
            needed.extend(home.clone());
            if home != letter.home {
                moved.push((uri.clone(), home));
            }
        }
        let closing: Vec<_> = self.workspaces.keys().filter(|home| !needed.contains(home)).cloned().collect();
        for home in closing {
            self.close_workspace(&home);
        }
        for home in needed {
            self.ensure_workspace(&home);
        }
        for (uri, home) in moved {
            if home.is_none() {
                self.clear_diagnostics(&uri);
                self.refresh();
            }
            let Some(letter) = self.letters.get_mut(&uri) else { continue };
            letter.covered = false;
            let before = std::mem::replace(&mut letter.home, home);
            if let (Some(before), Some(path)) = (before, letter.version.path.clone()) {
                self.assign(&before, Task::Uncover(path));
            }
            self.renew(&uri, Duration::ZERO);
        }
        self.watch();
    }

    fn home_of(
        &self,
        uri: &Uri,
        path: Option<&Path>,
        language: &str,
        roots: &[Homeland],
    ) -> Option<Homeland> {
        if uri.scheme() == PAGE_SCHEME {
            // A page belongs to no folder; its citations are read with the first corpus that there is.
            return Some(roots.first().cloned().unwrap_or(Homeland::Alone));
        }
        if path.is_some_and(|path| self.drafts.holds(path)) {
            // What is being written about a letter is none.
            return None;
        }
        let is_letter = language == "kamerbrief";
        let root = path
            .filter(|path| is_letter || is_text(language, path))
            .and_then(Path::parent)
            .and_then(|folder| self.root_above(folder));
        root.map(Homeland::Root).or_else(|| is_letter.then_some(Homeland::Alone))
    }

    /// The nearest folder with a `griffier.toml`, upward. In folders that are not trusted nothing above them is looked at.
    fn root_above(&self, start: &Path) -> Option<PathBuf> {
        let limit = (!self.trusted)
            .then(|| self.folders.iter().map(|folder| &folder.path).find(|folder| start.starts_with(folder)));
        let within = |folder: &&Path| match &limit {
            None => true,
            Some(limit) => limit.is_some_and(|limit| folder.starts_with(limit)),
        };
        start
            .ancestors()
            .take_while(within)
            .find(|folder| folder.join(CONFIG_FILE).is_file())
            .map(Path::to_owned)
    }
}

fn folder(uri: Uri) -> Option<Folder> {
    let path = convert::path_of(&uri)?;
    Some(Folder { uri, path })
}

/// Whether a file below a `griffier.toml` may be a letter. An editor that does not know TOML calls the settings plain text; they are none.
fn is_text(language: &str, path: &Path) -> bool {
    let known = matches!(language, "plaintext" | "text" | "txt" | "markdown");
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let settings = extension.eq_ignore_ascii_case("toml");
    (known && !settings)
        || ["txt", "md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use tower_lsp::gen_lsp_types::WorkDoneProgressEnd;

    use super::*;
    use crate::lsp::Options;
    use crate::lsp::clock::Shown;
    use crate::lsp::engine::Engine;
    use crate::lsp::outbox::{Notice, Outbox, Progress};

    /// A folder `archief` with settings, in it a folder `brieven`, and beside it a folder `elders`.
    fn tree() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["archief/brieven", "elders"] {
            std::fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        std::fs::write(folder.path().join("archief/griffier.toml"), "").unwrap();
        folder
    }

    /// Where a document is at home, for a client that has one folder open.
    fn home(tree: &Path, open: &str, trusted: bool, document: &str, language: &str) -> Option<Homeland> {
        let (engine, _queue) = Engine::detached();
        let mut state = State::new(Options::default(), Outbox::default(), engine);
        state.trusted = trusted;
        let folder = convert::uri_of(&tree.join(open)).unwrap();
        let params = json!({"processId": null, "rootUri": folder, "capabilities": {}});
        state.set_folders(&serde_json::from_value(params).unwrap());
        let uri = Uri::parse(document).unwrap_or_else(|_| convert::uri_of(&tree.join(document)).unwrap());
        state.home_of(&uri, convert::path_of(&uri).as_deref(), language, &[])
    }

    #[test]
    fn a_text_below_settings_is_a_letter_and_others_are_not() {
        let tree = tree();
        let archive = Some(Homeland::Root(tree.path().join("archief")));
        let home = |document, language| home(tree.path(), "archief", true, document, language);
        assert_eq!(home("archief/brieven/a.txt", "plaintext"), archive);
        assert_eq!(home("archief/a.md", "markdown"), archive);
        assert_eq!(home("archief/brief", "kamerbrief"), archive);
        assert_eq!(home("archief/a.rs", "rust"), None);
        assert_eq!(home("elders/a.txt", "plaintext"), None);
        assert_eq!(home("archief/griffier.toml", "plaintext"), None, "the settings are no letter");
        assert_eq!(home("untitled:Untitled-1", "plaintext"), None);
    }

    #[test]
    fn a_letter_without_settings_is_alone() {
        let tree = tree();
        let home = |document, language| home(tree.path(), "archief", true, document, language);
        assert_eq!(home("elders/a.txt", "kamerbrief"), Some(Homeland::Alone));
        assert_eq!(home("untitled:Untitled-1", "kamerbrief"), Some(Homeland::Alone));
        assert_eq!(home("griffier:///kst-29521-385.md", "markdown"), Some(Homeland::Alone));
    }

    #[test]
    fn above_a_folder_that_is_not_trusted_nothing_is_looked_for() {
        let tree = tree();
        let home = |trusted, document| home(tree.path(), "archief/brieven", trusted, document, "plaintext");
        let archive = Some(Homeland::Root(tree.path().join("archief")));
        assert_eq!(home(true, "archief/brieven/a.txt"), archive);
        assert_eq!(home(false, "archief/brieven/a.txt"), None);
        assert_eq!(home(false, "archief/a.txt"), None);
    }

    #[test]
    fn what_was_begun_of_a_workspace_ends_when_it_closes() {
        let tree = tree();
        let (engine, _queue) = Engine::detached();
        let nowhere = Some(tree.path().join("nowhere.toml"));
        let options = Options { user_config: nowhere, ..Options::default() };
        let mut state = State::new(options, Outbox::default(), engine);
        let folder = WorkspaceFolder {
            uri: convert::uri_of(&tree.path().join("archief")).unwrap(),
            name: "archief".to_owned(),
        };
        state.change_folders(std::slice::from_ref(&folder), &[]);
        state.workspaces.values_mut().next().unwrap().progress = Shown::Begun(3);
        state.outbox.empty();
        state.change_folders(&[], &[folder]);
        assert_eq!(
            state.outbox.empty(),
            [Notice::Progress(3, Progress::End(WorkDoneProgressEnd::default()))]
        );
    }
}
