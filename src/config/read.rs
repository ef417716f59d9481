//! From a tree of keys and values to settings. Every key that is wrong or unknown is told once, and the rest counts.

mod tags;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::identifier::{Date, Series, SessionYear};
use crate::messages::{Argument, Language, Message};

use super::fetch::PartialFetch;
use super::tree::{Entry, Item, Value};
use super::{CatalogueConfig, Coverage, Ignore, Level, Origin, Problem, Style, Tag};

/// The tables and their keys. Below `findings.severity` any code of a rule is a key.
pub(super) const TABLES: [(&str, &[&str]); 9] = [
    ("", &["language", "corpus", "findings", "annotation", "fetch"]),
    ("corpus", &["letters", "exclude", "catalogue"]),
    ("corpus.catalogue", &["path", "coverage"]),
    ("corpus.catalogue.coverage", &["family", "from-dossier", "from-session", "until"]),
    ("findings", &["style", "severity", "ignore", "baseline", "rules-address"]),
    ("findings.ignore", &["rules", "paths"]),
    ("annotation", &["creator", "folder", "closed", "tags-file", "tag"]),
    ("annotation.tag", &["name", "nl", "en", "color", "description"]),
    (
        "fetch",
        &[
            "sru",
            "odata",
            "papers",
            "requests-per-minute",
            "retries",
            "retry-pause",
            "timeout",
            "contact",
            "proxy",
            "certificates",
            "editor",
        ],
    ),
];

/// Settings that an editor has under the same name and that are no business of ours.
const OF_EDITORS: [&str; 2] = ["server", "trace"];

/// The settings of one origin, each as far as it is said.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Partial {
    pub(super) language: Option<Language>,
    pub(super) letters: Option<Vec<String>>,
    pub(super) exclude: Option<Vec<String>>,
    pub(super) catalogues: Vec<CatalogueConfig>,
    pub(super) style: Option<Style>,
    pub(super) severity: BTreeMap<String, Level>,
    pub(super) ignore: Vec<Ignore>,
    /// The file of what is let be, and where it is named.
    pub(super) baseline: Option<(PathBuf, Option<usize>)>,
    pub(super) rules_address: Option<String>,
    pub(super) creator: Option<String>,
    pub(super) notes: Option<String>,
    pub(super) closed: Option<bool>,
    /// The file of tags, and where it is named.
    pub(super) tags_file: Option<(PathBuf, Option<usize>)>,
    pub(super) tags: Vec<Tag>,
    pub(super) fetch: PartialFetch,
}

/// Reads the settings of one origin.
pub(super) struct Reader<'a> {
    pub(super) origin: &'a Origin,
    /// Whether it may name what lies outside its folder.
    pub(super) trusted: bool,
    /// What relative paths of catalogues are relative to.
    pub(super) folder: Option<&'a Path>,
    /// The codes of all rules.
    pub(super) rules: &'a [&'a str],
    pub(super) problems: Vec<Problem>,
}

impl Reader<'_> {
    pub(super) fn read(&mut self, entries: &[Entry]) -> Partial {
        let mut partial = Partial::default();
        for entry in self.known(entries, "") {
            let item = &entry.item;
            match entry.key.as_str() {
                "language" => {
                    let names = Language::ALL.map(|language| (language.code(), language));
                    partial.language = self.choice(item, "language", &names);
                }
                "corpus" => self.corpus(item, &mut partial),
                "findings" => self.findings(item, &mut partial),
                "fetch" => self.fetch(item, &mut partial.fetch),
                "annotation" => self.annotation(item, &mut partial),
                _ => {}
            }
        }
        partial
    }

    fn corpus(&mut self, item: &Item, partial: &mut Partial) {
        for entry in self.table(item, "corpus") {
            let item = &entry.item;
            match entry.key.as_str() {
                "letters" => {
                    partial.letters = self.places(item, "corpus.letters");
                }
                "exclude" => {
                    partial.exclude = self.places(item, "corpus.exclude");
                }
                "catalogue" => {
                    for item in self.list(item, "corpus.catalogue", "config-want-tables") {
                        partial.catalogues.extend(self.catalogue(item));
                    }
                }
                _ => {}
            }
        }
    }

    /// Folders, files and globs.
    fn places(&mut self, item: &Item, key: &str) -> Option<Vec<String>> {
        let Value::List(items) = &item.value else {
            self.wrong(item, key, Message::new("config-want-texts"));
            return None;
        };
        let mut places = Vec::new();
        for item in items {
            if let Some(path) = self.text(item, key) {
                let path = self.expand_home(&path);
                if self.may_reach(item, key, &path) {
                    places.push(path);
                }
            }
        }
        Some(places)
    }

    /// The folder of notes.
    fn notes(&mut self, item: &Item) -> Option<String> {
        let key = "annotation.folder";
        let path = self.text(item, key)?;
        let path = self.expand_home(&path);
        self.may_reach(item, key, &path).then_some(path)
    }

    fn catalogue(&mut self, item: &Item) -> Option<CatalogueConfig> {
        let table = "corpus.catalogue";
        let (mut path, mut coverage) = (None, Vec::new());
        let problems = self.problems.len();
        for entry in self.table(item, table) {
            let item = &entry.item;
            match entry.key.as_str() {
                "path" => path = self.text(item, "corpus.catalogue.path").map(|path| (item, path)),
                "coverage" => {
                    let key = "corpus.catalogue.coverage";
                    for item in self.list(item, key, "config-want-tables") {
                        coverage.extend(self.coverage(item));
                    }
                }
                _ => {}
            }
        }
        let Some((item, path)) = path else {
            self.missing(item, table, "path", problems);
            return None;
        };
        let path = self.expand_home(&path);
        self.may_reach(item, "corpus.catalogue.path", &path).then(|| CatalogueConfig {
            path: self.folder.map_or_else(|| PathBuf::from(&path), |folder| folder.join(&path)),
            coverage,
        })
    }

    fn coverage(&mut self, item: &Item) -> Option<Coverage> {
        let table = "corpus.catalogue.coverage";
        let (mut family, mut from_dossier, mut from_session, mut until) = (None, None, None, None);
        let problems = self.problems.len();
        for entry in self.table(item, table) {
            let (item, key) = (&entry.item, format!("{table}.{}", entry.key));
            match entry.key.as_str() {
                "family" => family = self.choice(item, &key, &families()),
                "from-dossier" => {
                    from_dossier = match item.value {
                        Value::Whole(number) => {
                            u32::try_from(number).ok().filter(|n| (1..1_000_000).contains(n))
                        }
                        _ => None,
                    };
                    if from_dossier.is_none() {
                        self.wrong(item, &key, Message::new("config-want-dossier"));
                    }
                }
                "from-session" => {
                    from_session = self.parsed(item, &key, "config-want-session", SessionYear::parse);
                }
                "until" => {
                    until = match item.value {
                        Value::Day(day) => Some(day),
                        _ => self.parsed(item, &key, "config-want-day", |text| text.parse::<Date>().ok()),
                    };
                }
                _ => {}
            }
        }
        match (family, until) {
            (Some(family), Some(until)) => {
                // A limit that could not be read must not become no limit: the list would claim too much.
                let sound = self.problems.len() == problems;
                sound.then(|| Coverage {
                    family: family.code().to_owned(),
                    from_dossier,
                    from_session,
                    until,
                })
            }
            (None, _) => {
                self.missing(item, table, "family", problems);
                None
            }
            (_, None) => {
                self.missing(item, table, "until", problems);
                None
            }
        }
    }

    fn findings(&mut self, item: &Item, partial: &mut Partial) {
        for entry in self.table(item, "findings") {
            let item = &entry.item;
            match entry.key.as_str() {
                "style" => partial.style = self.choice(item, "findings.style", &Style::NAMES),
                "severity" => self.severity(item, partial),
                "ignore" => {
                    for item in self.list(item, "findings.ignore", "config-want-tables") {
                        partial.ignore.extend(self.ignore(item));
                    }
                }
                "baseline" => {
                    partial.baseline = self.file(item, "findings.baseline").map(|it| (it, item.line));
                }
                "rules-address" => partial.rules_address = self.text(item, "findings.rules-address"),
                _ => {}
            }
        }
    }

    fn severity(&mut self, item: &Item, partial: &mut Partial) {
        let Value::Table(entries) = &item.value else {
            return self.wrong(item, "findings.severity", Message::new("config-want-table"));
        };
        for entry in entries {
            let key = format!("findings.severity.{}", entry.key);
            if !self.is_rule(&entry.key) {
                self.unknown_rule("findings.severity", &entry.key, entry.line);
            } else if let Some(level) = self.choice(&entry.item, &key, &Level::NAMES) {
                partial.severity.insert(entry.key.clone(), level);
            }
        }
    }

    /// An entry that names no rule means all of them, and one that names no letters would silence everything, so that it is told and does not count.
    fn ignore(&mut self, item: &Item) -> Option<Ignore> {
        let table = "findings.ignore";
        let (mut rules, mut paths) = (None, None);
        let problems = self.problems.len();
        for entry in self.table(item, table) {
            let item = &entry.item;
            match entry.key.as_str() {
                "rules" => {
                    let key = "findings.ignore.rules";
                    let mut known = Vec::new();
                    for item in self.list(item, key, "config-want-texts") {
                        match self.text(item, key) {
                            Some(rule) if self.is_rule(&rule) => known.push(rule),
                            Some(rule) => self.unknown_rule(key, &rule, item.line),
                            None => {}
                        }
                    }
                    rules = Some(known);
                }
                "paths" => paths = self.places(item, "findings.ignore.paths"),
                _ => {}
            }
        }
        let Some(paths) = paths.filter(|paths| !paths.is_empty()) else {
            self.missing(item, table, "paths", problems);
            return None;
        };
        match rules {
            // Of the rules that were meant none is known; that must not become all of them.
            Some(rules) if rules.is_empty() => None,
            rules => Some(Ignore { rules: rules.unwrap_or_default(), paths }),
        }
    }

    /// A file, relative to the folder of these settings.
    pub(super) fn file(&mut self, item: &Item, key: &str) -> Option<PathBuf> {
        let path = self.text(item, key)?;
        let path = self.expand_home(&path);
        let whole = || self.folder.map_or_else(|| PathBuf::from(&path), |folder| folder.join(&path));
        let whole = whole();
        self.may_reach(item, key, &path).then_some(whole)
    }

    fn is_rule(&self, code: &str) -> bool {
        self.rules.is_empty() || self.rules.contains(&code)
    }

    /// The entries of a table whose keys are known; what is wrong with the others is told.
    pub(super) fn table<'i>(&mut self, item: &'i Item, table: &str) -> Vec<&'i Entry> {
        if let Value::Table(entries) = &item.value {
            return self.known(entries, table);
        }
        self.wrong(item, table, Message::new("config-want-table"));
        Vec::new()
    }

    fn known<'i>(&mut self, entries: &'i [Entry], table: &str) -> Vec<&'i Entry> {
        let keys = TABLES.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, keys)| keys);
        let of_editor =
            |key: &str| table.is_empty() && *self.origin == Origin::Editor && OF_EDITORS.contains(&key);
        let entries: Vec<_> = entries.iter().filter(|entry| !of_editor(&entry.key)).collect();
        let (known, unknown): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| keys.contains(&entry.key.as_str()));
        for entry in unknown {
            let name = dotted(table, &entry.key);
            let near = nearest(&entry.key, keys.iter().copied()).map(|key| dotted(table, key));
            let near = near.or_else(|| elsewhere(&entry.key));
            let message = match near {
                Some(near) => Message::new("config-unknown-key-near").with("near", near),
                None => Message::new("config-unknown-key"),
            };
            self.problem(entry.line, message.with("key", name));
        }
        known
    }

    fn unknown_rule(&mut self, key: &str, code: &str, line: Option<usize>) {
        let message = match nearest(code, self.rules.iter().copied()) {
            Some(near) => Message::new("config-unknown-rule-near").with("near", near),
            None => Message::new("config-unknown-rule"),
        };
        self.problem(line, message.with("key", key).with("rule", code));
    }

    fn list<'i>(&mut self, item: &'i Item, key: &str, want: &'static str) -> &'i [Item] {
        if let Value::List(items) = &item.value {
            return items;
        }
        self.wrong(item, key, Message::new(want));
        &[]
    }

    pub(super) fn text(&mut self, item: &Item, key: &str) -> Option<String> {
        match &item.value {
            Value::Text(text) if !text.trim().is_empty() => return Some(text.clone()),
            Value::Text(_) => self.problem(item.line, Message::new("config-empty").with("key", key)),
            _ => self.wrong(item, key, Message::new("config-want-text")),
        }
        None
    }

    /// One of some names.
    fn choice<T: Copy>(&mut self, item: &Item, key: &str, names: &[(&str, T)]) -> Option<T> {
        let possible = names.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let Value::Text(text) = &item.value else {
            self.wrong(item, key, Message::new("config-want-one-of").with("possible", possible));
            return None;
        };
        if let Some((_, value)) = names.iter().find(|(name, _)| name == text) {
            return Some(*value);
        }
        let message = match nearest(text, names.iter().map(|(name, _)| *name)) {
            Some(near) => Message::new("config-unknown-value-near").with("near", near),
            None => Message::new("config-unknown-value"),
        };
        self.problem(item.line, message.with("key", key).with("value", text).with("possible", possible));
        None
    }

    fn parsed<T>(
        &mut self,
        item: &Item,
        key: &str,
        want: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let parsed = match &item.value {
            Value::Text(text) => parse(text.trim()),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(item, key, Message::new(want));
        }
        parsed
    }

    /// `~/lijsten` in what the user wrote is a folder at home.
    fn expand_home(&self, path: &str) -> String {
        let rest = path.strip_prefix("~/").filter(|_| self.trusted);
        match (rest, etcetera::home_dir()) {
            (Some(rest), Ok(home)) => home.join(rest).display().to_string(),
            _ => path.to_owned(),
        }
    }

    /// Whether this origin may name this path. A file of settings that came with a folder reaches nothing outside that folder.
    fn may_reach(&mut self, item: &Item, key: &str, path: &str) -> bool {
        let inside = match (self.trusted, self.folder) {
            (true, _) => true,
            (false, Some(folder)) => lies_in(&folder.join(path), folder),
            // Whoever has no folder has nothing inside it either.
            (false, None) => false,
        };
        if !inside {
            self.problem(item.line, Message::new("config-outside").with("key", key).with("path", path));
        }
        inside
    }

    fn missing(&mut self, item: &Item, table: &str, key: &str, problems: usize) {
        // Where the key is there but wrong, that has been told.
        let named =
            matches!(&item.value, Value::Table(entries) if entries.iter().any(|entry| entry.key == key));
        let is_table = matches!(item.value, Value::Table(_));
        if is_table && !(named && self.problems.len() > problems) {
            let message = Message::new("config-missing-key").with("table", table).with("key", key);
            self.problem(item.line, message);
        }
    }

    pub(super) fn wrong(&mut self, item: &Item, key: &str, want: Message) {
        let message = match item.value {
            // Of a value of the right kind its kind says nothing.
            Value::Text(ref text) => Message::new("config-wrong-value").with("value", text),
            Value::Whole(number) => Message::new("config-wrong-value").with("value", number),
            ref other => Message::new("config-wrong-kind").with("kind", Argument::message(other.kind())),
        };
        self.problem(item.line, message.with("key", key).with("want", Argument::message(want)));
    }

    pub(super) fn problem(&mut self, line: Option<usize>, message: Message) {
        self.problems.push(Problem { origin: self.origin.clone(), line, message });
    }
}

/// The series that a list can be complete in, by the start of their identifiers.
#[must_use]
pub fn families() -> Vec<(&'static str, Series)> {
    use Series::{
        Aanhangsel, Agenda, Bijlage, Handelingen, Kamerstuk, Kamervragen, NietDossierstuk, Staatsblad,
        Staatscourant, Tractatenblad,
    };
    [
        Kamerstuk,
        Handelingen,
        Aanhangsel,
        Kamervragen,
        Bijlage,
        Agenda,
        NietDossierstuk,
        Staatsblad,
        Staatscourant,
        Tractatenblad,
    ]
    .map(|series| (series.code(), series))
    .into()
}

/// Whether a path lies in a folder, by its letters alone; links are looked at when it is read.
pub(super) fn lies_in(path: &Path, folder: &Path) -> bool {
    let resolve = |path: &Path| {
        let mut whole = PathBuf::new();
        for part in path.components() {
            match part {
                Component::ParentDir => {
                    whole.pop();
                }
                Component::CurDir => {}
                other => whole.push(other),
            }
        }
        whole
    };
    resolve(path).starts_with(resolve(folder))
}

fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}

/// The name that was probably meant.
fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let folded = written.to_lowercase().replace('_', "-");
    names
        .map(|name| (strsim::damerau_levenshtein(&folded, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name)
}

/// A key of this name in another table, where it is the only one.
fn elsewhere(written: &str) -> Option<String> {
    let mut found = TABLES
        .iter()
        .flat_map(|(table, keys)| keys.iter().filter(|key| **key == written).map(|key| dotted(table, key)));
    found.next().filter(|_| found.next().is_none())
}
