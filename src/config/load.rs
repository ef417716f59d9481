//! From all origins together to one set of settings.
//!
//! The command line goes before the editor, the editor before the workspace, the workspace before the user's own file, and that before the defaults. A key replaces, catalogues add up.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value as Json;

use crate::messages::{Argument, Language, Message, reason};

use super::read::{Partial, Reader};
use super::tree::{self, Entry, Value};
use super::{
    Baseline, CONFIG_FILE, CatalogueConfig, Config, Origin, Problem, SILENCED_FILE, fetched_file, silenced,
    user_file,
};

/// Where settings are to be looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources<'a> {
    /// The root of the workspace, absolute; its `griffier.toml` is read where there is one.
    pub root: Option<&'a Path>,
    /// The user's own file; `None` is where the system keeps it.
    pub user_file: Option<&'a Path>,
    /// The file beside the list that was fetched; `None` is where the system keeps it, and none at all where the user's own file is named.
    pub fetched_file: Option<&'a Path>,
    /// What the editor sends, in the shape of `griffier.toml`.
    pub editor: Option<&'a Json>,
    /// The language that the command line asks for.
    pub language: Option<Language>,
    /// Whether the user has chosen to work in this workspace and trusts what its file says, as one does who types a command in it.
    /// From any other, which may have come from anybody, nothing outside it is read.
    pub trusts_workspace: bool,
    /// The codes of all rules, so that a setting for a rule that is none is told; empty where they are not to be looked at.
    pub rules: &'a [&'a str],
}

/// The settings, and what is to be said of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Loaded {
    /// The settings that count.
    pub config: Config,
    /// What is wrong, in the order of origins and lines.
    pub problems: Vec<Problem>,
    /// Where each setting that is not the default comes from, by its key; `corpus.catalogue` has one for each list, in their order.
    pub origins: BTreeMap<String, Vec<Origin>>,
}

/// Reads and merges the settings. It never fails: what cannot be read is told, and the rest counts.
#[must_use]
pub fn load(sources: &Sources<'_>) -> Loaded {
    let mut loaded = Loaded::default();
    let system_fetched = if sources.user_file.is_none() { fetched_file() } else { None };
    if let Some(path) = sources.fetched_file.or(system_fetched.as_deref()) {
        loaded.add_file(path, &Origin::User(path.to_owned()), path.parent(), sources);
    }
    let system_file = user_file();
    if let Some(path) = sources.user_file.or(system_file.as_deref()) {
        let origin = Origin::User(path.to_owned());
        loaded.add_file(path, &origin, path.parent(), sources);
    }
    if let Some(root) = sources.root {
        let path = root.join(CONFIG_FILE);
        // A workspace in the folder of the user's own file is read once.
        if Some(path.as_path()) != sources.user_file.or(system_file.as_deref()) {
            loaded.add_file(&path, &Origin::Workspace(path.clone()), Some(root), sources);
        }
    }
    if let Some(root) = sources.root {
        loaded.add_silenced(&root.join(SILENCED_FILE), sources);
    }
    if let Some(tree) = sources.editor.and_then(tree::read_json) {
        match tree.value {
            Value::Table(entries) => loaded.add(&entries, &Origin::Editor, sources.root, sources),
            other => {
                let message =
                    Message::new("config-editor-no-table").with("kind", Argument::message(other.kind()));
                loaded.problems.push(Problem { origin: Origin::Editor, line: None, message });
            }
        }
    }
    if let Some(language) = sources.language {
        let flags = Partial { language: Some(language), ..Partial::default() };
        loaded.merge(flags, &Origin::CommandLine, sources);
    }
    loaded
}

/// What is wrong with the text of a file of settings while it is being edited; `None` where its name is that of no such file.
#[must_use]
pub fn problems_in(path: &Path, text: &str, sources: &Sources<'_>) -> Option<Vec<Problem>> {
    let name = path.file_name()?.to_str()?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if name == SILENCED_FILE {
        return Some(silenced::read(text, path, sources.rules).1);
    }
    if name != CONFIG_FILE {
        return None;
    }
    let mut loaded = Loaded::default();
    let is_own = user_file().is_some_and(|own| own == path);
    let origin = if is_own { Origin::User(path.to_owned()) } else { Origin::Workspace(path.to_owned()) };
    loaded.add_text(text, &origin, path.parent(), sources);
    // What is wrong with a file that it names is told of that file.
    loaded.problems.retain(|problem| problem.origin == origin);
    Some(loaded.problems)
}

impl Loaded {
    /// The text of a file of settings; what is wrong with it is told, unless it is not there.
    fn read(&mut self, path: &Path, origin: &Origin) -> Option<String> {
        let problem = |line, message| Problem { origin: origin.clone(), line, message };
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => {
                let message =
                    Message::new("config-unreadable").with("reason", Argument::message(reason(&error)));
                self.problems.push(problem(None, message));
                return None;
            }
        };
        // TOML is UTF-8 by its own rules; editors on Windows put a mark in front.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(error) => {
                let line = memchr::memchr_iter(b'\n', &bytes[..error.valid_up_to()]).count() + 1;
                self.problems.push(problem(Some(line), Message::new("config-not-utf8")));
                None
            }
        }
    }

    fn add_silenced(&mut self, path: &Path, sources: &Sources<'_>) {
        let told = self.problems.len();
        let Some(text) = self.read(path, &Origin::Workspace(path.to_owned())) else {
            // A folder that stays closed is told once, for the settings in it.
            if self.problems[..told].iter().any(|it| it.message.code() == "config-unreadable") {
                self.problems.truncate(told);
            }
            return;
        };
        let (places, problems) = silenced::read(&text, path, sources.rules);
        self.config.findings.silenced = places;
        self.problems.extend(problems);
    }

    /// What was found before and is let be. A file that a setting names should be there.
    fn add_baseline(&mut self, path: &Path, line: Option<usize>, origin: &Origin) {
        let told = self.problems.len();
        let Some(text) = self.read(path, &Origin::Workspace(path.to_owned())) else {
            if self.problems.len() == told {
                let message = Message::new("baseline-missing").with("path", path.display());
                self.problems.push(Problem { origin: origin.clone(), line, message });
            }
            return;
        };
        let (baseline, wrong) = Baseline::parse(&text);
        self.config.findings.baseline = baseline;
        if let Some(line) = wrong.first() {
            let origin = Origin::Workspace(path.to_owned());
            let message = Message::new("baseline-line");
            self.problems.push(Problem { origin, line: Some(*line), message });
        }
    }

    fn add_file(&mut self, path: &Path, origin: &Origin, folder: Option<&Path>, sources: &Sources<'_>) {
        let Some(text) = self.read(path, origin) else { return };
        self.add_text(&text, origin, folder, sources);
    }

    fn add_text(&mut self, text: &str, origin: &Origin, folder: Option<&Path>, sources: &Sources<'_>) {
        let problem = |line, message| Problem { origin: origin.clone(), line, message };
        let (entries, broken) = tree::read_toml(text);
        let told = self.problems.len();
        self.add(&entries, origin, folder, sources);
        // Behind a line that is no TOML the parser may take a key for one of another table, which is not the user's mistake too.
        let sound = broken.iter().map(|broken| broken.line).min().unwrap_or(usize::MAX);
        let mut problems: Vec<_> =
            self.problems.drain(told..).filter(|problem| problem.line < Some(sound)).collect();
        problems.extend(broken.iter().map(|broken| problem(Some(broken.line), broken.message.clone())));
        problems.sort_by_key(|problem| problem.line);
        self.problems.extend(problems);
    }

    fn add(&mut self, entries: &[Entry], origin: &Origin, folder: Option<&Path>, sources: &Sources<'_>) {
        let trusted = origin.is_trusted() || sources.trusts_workspace;
        let mut reader = Reader { origin, trusted, folder, rules: sources.rules, problems: Vec::new() };
        let partial = reader.read(entries);
        self.problems.extend(reader.problems);
        self.merge(partial, origin, sources);
    }

    /// The tags in a file of their own. A file that a setting names should be there.
    fn add_tags_file(&mut self, path: &Path, line: Option<usize>, origin: &Origin, sources: &Sources<'_>) {
        let own = Origin::Workspace(path.to_owned());
        let told = self.problems.len();
        let Some(text) = self.read(path, &own) else {
            if self.problems.len() == told {
                let message = Message::new("config-tags-missing").with("path", path.display());
                self.problems.push(Problem { origin: origin.clone(), line, message });
            }
            return;
        };
        let (entries, broken) = tree::read_toml(&text);
        let (rules, folder) = (sources.rules, path.parent());
        let mut reader = Reader { origin: &own, trusted: false, folder, rules, problems: Vec::new() };
        let partial = reader.tags_file(&entries);
        self.problems.extend(reader.problems);
        self.problems.extend(broken.into_iter().map(|broken| Problem {
            origin: own.clone(),
            line: Some(broken.line),
            message: broken.message,
        }));
        if let Some(closed) = partial.closed {
            self.origins.insert("annotation.closed".to_owned(), vec![own.clone()]);
            self.config.annotation.tags.closed = closed;
        }
        partial.tags.into_iter().for_each(|tag| self.config.annotation.tags.put(tag));
    }

    fn merge(&mut self, partial: Partial, origin: &Origin, sources: &Sources<'_>) {
        let config = &mut self.config;
        let origins = &mut self.origins;
        let mut from = |key: &str| origins.insert(key.to_owned(), vec![origin.clone()]);
        if let Some(language) = partial.language {
            config.language = language;
            from("language");
        }
        if let Some(letters) = partial.letters {
            config.corpus.letters = letters;
            from("corpus.letters");
        }
        if let Some(exclude) = partial.exclude {
            config.corpus.exclude = exclude;
            from("corpus.exclude");
        }
        if let Some(style) = partial.style {
            config.findings.style = style;
            from("findings.style");
        }
        if let Some(address) = partial.rules_address {
            config.findings.rules_address = Some(address);
            from("findings.rules-address");
        }
        // Entries add up, as lists do.
        let ignored = partial.ignore.len();
        config.findings.ignore.extend(partial.ignore);
        for (code, level) in partial.severity {
            from(&format!("findings.severity.{code}"));
            config.findings.severity.insert(code, level);
        }
        if let Some(creator) = partial.creator {
            config.annotation.creator = Some(creator);
            from("annotation.creator");
        }
        if let Some(folder) = partial.notes {
            config.annotation.folder = Some(folder);
            from("annotation.folder");
        }
        let says_tags = partial.tags_file.is_some() || !partial.tags.is_empty();
        if says_tags {
            // A set that several people share is not mixed with the user's own.
            config.annotation.tags.own.clear();
            config.annotation.tags_file = partial.tags_file.as_ref().map(|(path, _)| path.clone());
            from("annotation.tag");
        }
        for key in partial.fetch.keys() {
            origins.insert(format!("fetch.{key}"), vec![origin.clone()]);
        }
        partial.fetch.apply(&mut config.fetch);
        if ignored > 0 {
            let entries = self.origins.entry("findings.ignore".to_owned()).or_default();
            entries.extend(std::iter::repeat_n(origin.clone(), ignored));
        }
        if let Some((path, line)) = partial.tags_file {
            self.origins.insert("annotation.tags-file".to_owned(), vec![origin.clone()]);
            self.add_tags_file(&path, line, origin, sources);
        }
        partial.tags.into_iter().for_each(|tag| self.config.annotation.tags.put(tag));
        if let Some(closed) = partial.closed {
            self.origins.insert("annotation.closed".to_owned(), vec![origin.clone()]);
            self.config.annotation.tags.closed = closed;
        }
        if let Some((path, line)) = partial.baseline {
            self.origins.insert("findings.baseline".to_owned(), vec![origin.clone()]);
            self.config.findings.baseline_file = Some(path.clone());
            self.add_baseline(&path, line, origin);
        }
        let config = &mut self.config;
        for catalogue in partial.catalogues {
            let lists = self.origins.entry("corpus.catalogue".to_owned()).or_default();
            add_catalogue(&mut config.corpus.catalogues, catalogue, || lists.push(origin.clone()));
        }
    }
}

/// A list that is named twice is one list, complete in all that either says.
fn add_catalogue(lists: &mut Vec<CatalogueConfig>, new: CatalogueConfig, added: impl FnOnce()) {
    if let Some(list) = lists.iter_mut().find(|list| list.path == new.path) {
        list.coverage.extend(new.coverage);
        list.coverage.dedup();
    } else {
        lists.push(new);
        added();
    }
}

#[cfg(test)]
mod tests;
