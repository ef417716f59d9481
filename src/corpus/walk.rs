//! Where the letters of a workspace lie: the folders and globs of the settings, walked.
//!
//! Links are not followed. What they point at within the workspace is met under its own name, and what lies outside is not for a workspace to read; so no walk goes in circles either.

mod idle;

use std::collections::HashSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, Error, WalkBuilder};

use crate::config::{CorpusConfig, is_home_or_above};
use crate::messages::{Argument, Message, reason};

use super::{leads_outside, shown};

pub use idle::is_idle;

/// The ends of names that letters have.
const ENDS: [&str; 3] = ["txt", "md", "markdown"];

/// To so many files the way is looked for one by one.
const FEW: usize = 16;

/// The places where letters lie.
#[derive(Clone, Debug)]
pub struct LetterFolders {
    root: PathBuf,
    places: Vec<Place>,
    /// What is left out of them.
    excluded: Vec<Place>,
    /// Files that are no letters.
    lists: HashSet<PathBuf>,
}

/// One entry of the settings.
#[derive(Clone, Debug)]
struct Place {
    /// The folder that is walked, or the one file.
    base: PathBuf,
    /// What of it counts.
    filter: Filter,
    /// As the settings have it.
    written: String,
}

/// What counts of the letters in a folder.
#[derive(Clone, Debug)]
enum Filter {
    /// All of them.
    All,
    /// What a glob matches, or what lies in a folder that it matches. Globs are those of `.gitignore`.
    Glob(Gitignore),
    /// Nothing: the glob is none.
    Broken,
}

impl Filter {
    fn admits(&self, path: &Path) -> bool {
        match self {
            Self::All => true,
            Self::Glob(glob) => {
                path.starts_with(glob.path()) && glob.matched_path_or_any_parents(path, false).is_ignore()
            }
            Self::Broken => false,
        }
    }
}

/// Letters that were found, and what is to be said of those that were not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// Their files, ascending, each once.
    pub letters: Vec<PathBuf>,
    /// What could not be walked, and why.
    pub messages: Vec<Message>,
}

/// Whether a file is a letter by the end of its name: `.txt`, `.md` or `.markdown`.
#[must_use]
pub fn is_letter_name(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str());
    end.is_some_and(|end| ENDS.iter().any(|known| known.eq_ignore_ascii_case(end)))
}

impl LetterFolders {
    /// The places that the settings name, folders, files or globs relative to `root`; the root itself where they name none.
    /// Lists of what exists are no letters, wherever they lie.
    #[must_use]
    pub fn new(root: &Path, config: &CorpusConfig) -> Self {
        let mut places: Vec<_> = config.letters.iter().map(|written| Place::new(root, written)).collect();
        if places.is_empty() {
            places.push(Place::whole(root));
        }
        let lists = config.catalogues.iter().map(|list| root.join(&list.path)).collect();
        let excluded = config.exclude.iter().map(|written| Place::new(root, written)).collect();
        Self { root: root.to_owned(), places, excluded, lists }
    }

    /// The folder that relative paths of messages start from.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folders, and single files, that are walked, each as a whole.
    pub fn bases(&self) -> impl Iterator<Item = &Path> {
        self.places.iter().map(|place| &*place.base)
    }

    /// Walks all places. Where `cancel` says so, it ends early with what it has.
    #[must_use]
    pub fn find(&self, cancel: &dyn Fn() -> bool) -> Found {
        let mut found = Found { messages: self.broken_excludes(), ..Found::default() };
        for place in &self.places {
            self.walk(place, None, cancel, &mut found);
        }
        if found.letters.is_empty() && found.messages.is_empty() && !cancel() {
            let folder = self.root.display();
            found.messages.push(Message::new("letters-none").with("folder", folder));
        }
        found.letters.sort_unstable();
        found.letters.dedup();
        found
    }

    /// The letters at `paths` or within them, as far as a walk would meet them.
    #[must_use]
    pub fn find_at(&self, paths: &[PathBuf]) -> Found {
        let mut found = Found::default();
        for place in &self.places {
            if paths.len() <= FEW {
                for path in paths {
                    self.walk(place, Some(path), &|| false, &mut found);
                }
            } else {
                // Finding the way to each would read the same folders again and again.
                self.walk(place, None, &|| false, &mut found);
            }
        }
        if paths.len() > FEW {
            let paths: HashSet<_> = paths.iter().map(PathBuf::as_path).collect();
            found.letters.retain(|letter| letter.ancestors().any(|path| paths.contains(path)));
        }
        found.letters.sort_unstable();
        found.letters.dedup();
        found
    }

    fn walk(&self, place: &Place, only: Option<&Path>, cancel: &dyn Fn() -> bool, found: &mut Found) {
        let Place { base, filter, written } = place;
        let on_the_way = |path: &Path, only: &Path| only.starts_with(path) || path.starts_with(only);
        if only.is_some_and(|only| !on_the_way(base, only)) {
            return;
        }
        if let Some(message) = self.refusal(place) {
            found.messages.push(message);
            return;
        }
        if base.is_file() {
            if !self.is_excluded(base) {
                found.letters.push(base.clone());
            }
            return;
        }
        for entry in self.walker(base, only).build() {
            if cancel() {
                return;
            }
            match entry {
                Ok(entry) => {
                    let path = entry.path();
                    let wanted = only.is_none_or(|only| path.starts_with(only)) && filter.admits(path);
                    if wanted && is_file(&entry) && is_letter_name(path) && !self.lists.contains(path) {
                        found.letters.push(entry.into_path());
                    } else if wanted && entry.path_is_symlink() && self.is_shut_out(path) {
                        found.messages.push(self.say("letters-outside", path));
                    }
                }
                Err(error) => found.messages.extend(self.explain(&error, written)),
            }
        }
    }

    /// Whether the settings leave a file or folder out.
    fn is_excluded(&self, path: &Path) -> bool {
        self.excluded.iter().any(|place| path.starts_with(&place.base) && place.filter.admits(path))
    }

    /// What is to be said of excludes that exclude nothing.
    fn broken_excludes(&self) -> Vec<Message> {
        let broken = |place: &&Place| matches!(place.filter, Filter::Broken);
        let say = |place: &Place| Message::new("letters-exclude").with("written", &place.written);
        self.excluded.iter().filter(broken).map(say).collect()
    }

    fn walker(&self, base: &Path, only: Option<&Path>) -> WalkBuilder {
        let is_root = *base == self.root;
        let mut builder = WalkBuilder::new(base);
        builder.hidden(true).follow_links(false);
        // A folder that the settings name is read whatever git thinks of it; the root as a whole is not.
        builder.parents(is_root).ignore(is_root).git_ignore(is_root).git_exclude(is_root).git_global(is_root);
        if only.is_some() || !self.excluded.is_empty() {
            let only = only.map(Path::to_owned);
            let folders = self.clone();
            builder.filter_entry(move |entry: &DirEntry| {
                let path = entry.path();
                let on_the_way = |only: &PathBuf| only.starts_with(path) || path.starts_with(only);
                only.as_ref().is_none_or(on_the_way) && !folders.is_excluded(path)
            });
        }
        builder
    }

    /// Why a place is not walked at all.
    fn refusal(&self, place: &Place) -> Option<Message> {
        let Place { base, filter, written } = place;
        if matches!(filter, Filter::Broken) {
            return Some(Message::new("letters-glob").with("written", written));
        }
        match base.symlink_metadata() {
            Err(error) if written.is_empty() => {
                return Some(
                    Message::new("letters-unreadable")
                        .with("path", base.display())
                        .with("reason", Argument::message(reason(&error))),
                );
            }
            Err(error) => {
                return Some(
                    Message::new("letters-place")
                        .with("written", written)
                        .with("reason", Argument::message(reason(&error))),
                );
            }
            Ok(_) => {}
        }
        if leads_outside(base, &self.root) {
            return Some(self.say("letters-outside", base));
        }
        is_home_or_above(base).then(|| Message::new("letters-home").with("path", base.display()))
    }

    /// Whether a link leads to letters outside the workspace, which the user will miss.
    fn is_shut_out(&self, link: &Path) -> bool {
        (link.is_dir() || link.is_file() && is_letter_name(link)) && leads_outside(link, &self.root)
    }

    fn say(&self, code: &'static str, path: &Path) -> Message {
        Message::new(code).with("path", shown(path, Some(&self.root)))
    }

    /// What is to be said of a folder that could not be walked. A file that has gone since its folder was read is no matter.
    fn explain(&self, error: &Error, written: &str) -> Option<Message> {
        let io = error.io_error()?;
        if io.kind() == io::ErrorKind::NotFound {
            return None;
        }
        let path = path_of(error).map_or_else(|| written.to_owned(), |path| shown(path, Some(&self.root)));
        let reason = Argument::message(reason(io));
        Some(Message::new("letters-unreadable").with("path", path).with("reason", reason))
    }
}

impl Place {
    /// A folder that the settings do not name.
    fn whole(folder: &Path) -> Self {
        Self { base: folder.to_owned(), filter: Filter::All, written: String::new() }
    }

    fn new(root: &Path, written: &str) -> Self {
        let special = |part: &str| part.contains(['*', '?', '[', '{']);
        let parts: Vec<_> = Path::new(written)
            .components()
            .filter(|part| !matches!(part, Component::CurDir))
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        // An entry may be a file or folder with such signs in its name.
        let first = parts.iter().position(|part| special(part)).filter(|_| !root.join(written).exists());
        let Some(first) = first else {
            return Self { base: join(root, &parts), filter: Filter::All, written: written.to_owned() };
        };
        let base = join(root, &parts[..first]);
        let mut builder = GitignoreBuilder::new(&base);
        // A slash in front ties the glob to the folder; without it `*.md` would count in every folder below.
        let glob =
            builder.add_line(None, &format!("/{}", parts[first..].join("/"))).and_then(|it| it.build());
        Self { base, filter: glob.map_or(Filter::Broken, Filter::Glob), written: written.to_owned() }
    }
}

/// The letters in a folder that a user names by hand, all of them, whatever `.gitignore` hides; `root` is what messages are relative to.
#[must_use]
pub fn letters_in(folder: &Path, root: &Path) -> Found {
    let places = vec![Place::whole(folder)];
    LetterFolders { root: root.to_owned(), places, excluded: Vec::new(), lists: HashSet::new() }
        .find(&|| false)
}

/// The path without `..`. Links to folders, which would make `..` lead elsewhere, are not followed anyway.
fn join(root: &Path, parts: &[String]) -> PathBuf {
    let mut path = root.to_owned();
    for part in parts {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

fn path_of(error: &Error) -> Option<&Path> {
    match error {
        Error::WithPath { path, .. } => Some(path),
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
