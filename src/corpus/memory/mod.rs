//! A corpus that lies in memory: filled from folders at start, kept fresh file by file.
//!
//! One thread owns a [`MemoryCorpus`] and changes it; queries get snapshots, which cost next to nothing and stay as they are.
//! Open letters lie over their files: what the editor shows is what counts.

mod answers;
mod builder;
mod citing;
mod search;
mod sharded;
mod view;

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::citation::Recognised;
use crate::identifier::{DocumentId, Dossier, PageRange};
use crate::messages::Message;

use super::contribution::Contribution;
use super::index::Store;
use super::{Catalogues, CitingPlace, Corpus, CorpusState, End, Existence, Hit, LetterRecord, Listing};

pub use builder::CorpusBuilder;
use view::View;
pub(super) use view::record_of;

/// A corpus in memory.
#[derive(Debug, Default)]
pub struct MemoryCorpus {
    files: BTreeMap<Arc<Path>, Layers>,
    view: View,
}

/// What a file adds: as it lies on disk, and as an editor has it.
#[derive(Debug, Default)]
struct Layers {
    disk: Option<Arc<Contribution>>,
    open: Option<Arc<Contribution>>,
    /// When the disk was last looked at.
    looked: Moment,
}

impl Layers {
    /// What counts.
    fn top(&self) -> Option<&Arc<Contribution>> {
        self.open.as_ref().or(self.disk.as_ref())
    }
}

/// A letter that was read from disk, ready to be put into a corpus. Reading is the costly part and can be done anywhere.
#[derive(Debug)]
pub struct ReadLetter {
    path: PathBuf,
    looked: Moment,
    contribution: Option<Arc<Contribution>>,
}

impl ReadLetter {
    /// The letter at `path` as it is now; `recognised` is `None` where there is no such letter any more.
    /// `looked` is the moment before the file was read.
    #[must_use]
    pub fn new(path: &Path, looked: Moment, recognised: Option<&Recognised>) -> Self {
        let contribution = recognised.map(|recognised| Arc::new(Contribution::of(recognised, path)));
        Self { path: path.to_owned(), looked, contribution }
    }

    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A point in the order of events of this process, so that what was read earlier never overwrites what was read later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Moment(u64);

impl Moment {
    /// Now: later than all before.
    #[must_use]
    pub fn now() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

impl MemoryCorpus {
    /// An empty corpus, not yet complete. `root` is the folder that a reader sees paths relative to.
    #[must_use]
    pub fn new(root: Option<&Path>) -> Self {
        let mut corpus = Self::default();
        corpus.view.root = root.map(Arc::from);
        corpus.changed();
        corpus
    }

    /// Puts these lists in place of those that were.
    pub fn set_lists(&mut self, lists: Catalogues) {
        self.view.lists = Arc::new(lists);
        self.changed();
    }

    /// Puts the corpus on an index, which from now on says what the letters on disk are; `None` takes it away.
    pub fn set_store(&mut self, store: Option<Arc<Store>>) {
        if store.is_some() {
            let on_disk: Vec<_> =
                self.files.keys().map(|path| ReadLetter::new(path, Moment::now(), None)).collect();
            self.put(on_disk);
        }
        self.view.store = store;
        self.changed();
    }

    /// The index below, where there is one.
    #[must_use]
    pub const fn store(&self) -> Option<&Arc<Store>> {
        self.view.store.as_ref()
    }

    /// What the index below says has changed.
    pub fn renew(&mut self) {
        self.changed();
    }

    /// Says whether all folders have been read.
    pub fn set_complete(&mut self, complete: bool) {
        if self.view.complete != complete {
            self.view.complete = complete;
            self.changed();
        }
    }

    /// Puts letters as they were read from disk in place of those that were, unless the corpus has looked at a file since.
    pub fn put(&mut self, letters: impl IntoIterator<Item = ReadLetter>) {
        for letter in letters {
            self.layer(&letter.path, |layers| {
                if layers.looked <= letter.looked {
                    layers.disk = letter.contribution;
                    layers.looked = letter.looked;
                }
            });
        }
    }

    /// Puts in the outcome of a scan: letters that it found, and away with those that it did not find. The corpus is complete then, unless the scan was cancelled.
    pub fn put_scan(&mut self, scan: super::Scan) {
        if !scan.cancelled && scan.store.is_none() {
            let found =
                |path: &Path| scan.letters.binary_search_by(|letter| letter.path.as_path().cmp(path)).is_ok();
            let gone: Vec<_> = self
                .files
                .keys()
                .filter(|path| !found(path))
                .map(|path| ReadLetter::new(path, scan.started, None))
                .collect();
            self.put(gone);
        }
        if scan.store.is_some() {
            self.set_store(scan.store);
        } else if !scan.cancelled {
            self.set_store(None);
        }
        self.put(scan.letters);
        if !scan.cancelled {
            self.set_complete(true);
        }
    }

    /// Takes away the letter at `path`, or all that lie in it where it was a folder. An open letter stays while it is open.
    pub fn remove_file(&mut self, path: &Path) {
        let gone = self.absent(path, Moment::now(), &|_| false);
        self.put(gone);
    }

    /// What takes away the letters at `path` or in it that are not `found`.
    pub(super) fn absent(
        &self,
        path: &Path,
        looked: Moment,
        found: &dyn Fn(&Path) -> bool,
    ) -> Vec<ReadLetter> {
        // Paths order by their parts, so all that lie in a folder come right behind it.
        self.files
            .range::<Path, _>((Bound::Included(path), Bound::Unbounded))
            .map(|(other, _)| &**other)
            .take_while(|other| other.starts_with(path))
            .filter(|other| !found(other))
            .map(|other| ReadLetter::new(other, looked, None))
            .collect()
    }

    /// Lays what an editor shows over the file at `path`.
    pub fn overlay(&mut self, path: &Path, recognised: &Recognised) {
        let contribution = Arc::new(Contribution::of(recognised, path));
        self.layer(path, |layers| layers.open = Some(contribution));
        self.keep_text(path, Arc::clone(&recognised.text));
    }

    /// The editor has closed the letter: what lies on disk counts again.
    pub fn remove_overlay(&mut self, path: &Path) {
        self.layer(path, |layers| layers.open = None);
        Arc::make_mut(&mut self.view.texts).remove(path);
    }

    /// Keeps the text of a letter that an editor shows, or that lies in no file.
    fn keep_text(&mut self, path: &Path, text: Arc<str>) {
        Arc::make_mut(&mut self.view.texts).insert(Arc::from(path), text);
    }

    /// The corpus as it is now. It costs next to nothing and never changes.
    #[must_use]
    pub fn snapshot(&self) -> Arc<dyn Corpus> {
        Arc::new(self.view.clone())
    }

    /// The paths of all letters in memory, ascending, those included that are no papers with an identifier.
    #[cfg(test)]
    pub(super) fn letter_paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter(|(_, layers)| layers.top().is_some()).map(|(path, _)| &**path)
    }

    /// What is to be said where two letters claim to be the same paper: the first by path is taken for it.
    #[must_use]
    pub fn twice_told(&self) -> Vec<Message> {
        let ids: Vec<_> = self
            .files
            .values()
            .filter_map(|layers| Some(layers.top()?.record.as_ref()?.id.clone()))
            .collect();
        super::condensed(self.view.twice_told(&ids, |path| super::shown(path, self.view.root.as_deref())))
    }

    /// Changes the layers of a file, and with them what the corpus says.
    fn layer(&mut self, path: &Path, change: impl FnOnce(&mut Layers)) {
        let path =
            self.files.get_key_value(path).map_or_else(|| Arc::from(path), |(path, _)| Arc::clone(path));
        let layers = self.files.entry(Arc::clone(&path)).or_default();
        let old = layers.top().cloned();
        change(layers);
        let new = layers.top();
        // Where memory has nothing of a letter, the index counts.
        let gist = |top: Option<&Arc<Contribution>>| {
            let below =
                || self.view.store.as_ref()?.read(|index| index.filed_at(&path))?.map(|filed| filed.gist());
            top.map(|top| top.gist()).or_else(below)
        };
        let same = gist(old.as_ref()) == gist(new);
        let open = layers.open.is_some();
        if open != self.view.open.contains(&path) {
            let all = Arc::make_mut(&mut self.view.open);
            if open {
                all.insert(Arc::clone(&path));
            } else {
                all.remove(&path);
            }
        }
        self.view.replace(&path, old.as_ref(), new);
        match (old.is_some(), new.is_some()) {
            (false, true) => self.view.files += 1,
            (true, false) => self.view.files -= 1,
            _ => {}
        }
        if !same {
            self.changed();
        }
    }

    fn changed(&mut self) {
        // One row of numbers for all corpora, so that one that is made anew does not repeat the numbers of the old.
        self.view.generation = Moment::now().0;
    }
}

impl Corpus for MemoryCorpus {
    fn existence_of_many(&self, ids: &[DocumentId]) -> Vec<Existence> {
        self.view.existence_of_many(ids)
    }

    fn known_as_many(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        self.view.known_as_many(ids)
    }

    fn publications_of_many(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        self.view.publications_of_many(ranges)
    }

    fn letters_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Arc<LetterRecord>>> {
        self.view.letters_of_many(ids)
    }

    fn listings_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Listing>> {
        self.view.listings_of_many(ids)
    }

    fn ends_before_many(&self, ids: &[DocumentId]) -> Vec<Option<End>> {
        self.view.ends_before_many(ids)
    }

    fn letters_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<Arc<LetterRecord>>> {
        self.view.letters_in_dossiers(dossiers)
    }

    fn papers_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<DocumentId>> {
        self.view.papers_in_dossiers(dossiers)
    }

    fn citations_of_many(&self, ids: &[DocumentId]) -> Vec<usize> {
        self.view.citations_of_many(ids)
    }

    fn citing_places(&self, ids: &[DocumentId]) -> Vec<Vec<CitingPlace>> {
        self.view.citing_places(ids)
    }

    fn citing_dossier(&self, dossier: Dossier) -> Vec<CitingPlace> {
        self.view.citing_dossier(dossier)
    }

    fn search(&self, typed: &str, limit: usize) -> Vec<Hit> {
        self.view.search(typed, limit)
    }

    fn dossiers_beginning(&self, digits: &str) -> Vec<(Dossier, usize)> {
        self.view.dossiers_beginning(digits)
    }

    fn dossiers_beside(&self, path: &Path) -> Vec<Dossier> {
        self.view.dossiers_beside(path)
    }

    fn dossier_titles(&self, dossiers: &[Dossier]) -> Vec<Option<String>> {
        self.view.dossier_titles(dossiers)
    }

    fn files_at(&self, paths: &[PathBuf]) -> Vec<Option<bool>> {
        self.view.files_at(paths)
    }

    fn texts_at(&self, paths: &[PathBuf]) -> Vec<Option<Arc<str>>> {
        self.view.texts_at(paths)
    }

    fn root(&self) -> Option<&Path> {
        self.view.root()
    }

    fn state(&self) -> CorpusState {
        self.view.state()
    }
}

#[cfg(test)]
mod tests;
