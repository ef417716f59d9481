//! Catalogues: lists of what exists.
//!
//! A list is compiled once per user into an immutable file in the cache folder; the list itself is the truth, and the cache may be deleted at any time.

mod blocks;
mod cache;
mod compiled;
mod compiler;
mod ends;
mod existence;
mod key;
mod record;
mod row;
mod source;
mod stamp;
mod titles;
mod verify;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::config::{CatalogueConfig, Coverage};
use crate::corpus::wanted::Search;
use crate::corpus::{End, Existence, ListInfo, ListState, Listing, leads_outside};
use crate::identifier::{DocumentId, Dossier, Kamerstuk, Series};
use crate::messages::Message;

use compiled::Compiled;
use compiler::Compiler;
use record::Record;

pub(super) use cache::cache_unusable;
pub use cache::{Cache, CompiledFile};
pub(crate) use existence::{cited_as, spellings};
pub use record::{CatalogueRecord, RecordDossier};
pub use verify::{BadLine, Fault, ListReport, inspect, verify};

/// An opened list with what it claims to be complete in.
#[derive(Clone, Debug)]
pub struct Catalogue {
    compiled: Arc<Compiled>,
    coverage: Vec<(Coverage, Arc<ListInfo>)>,
    state: Arc<ListState>,
}

impl Catalogue {
    /// A list that lies in no file, for tests and tools.
    #[must_use]
    pub fn from_ids<'a>(
        name: &str,
        coverage: &[Coverage],
        ids: impl IntoIterator<Item = &'a DocumentId>,
    ) -> Self {
        let mut compiler = Compiler::default();
        ids.into_iter().for_each(|id| compiler.add(id));
        Self::new(name, coverage, compiler.open(0))
    }

    /// A list that lies in no file, by its text: an identifier or a record a line. Lines that are neither are skipped.
    #[must_use]
    pub fn from_text(name: &str, coverage: &[Coverage], text: &str) -> Self {
        let mut compiler = Compiler::default();
        // A list without any paper is one all the same.
        let _ = source::read(text.as_bytes(), |number, line| compiler.take(number, &line));
        Self::new(name, coverage, compiler.open(0))
    }

    /// Opens a list by its compiled file, which is made where it is missing.
    ///
    /// # Errors
    /// Where there is no such list, or it cannot be read; the message tells which and why.
    pub fn open(
        config: &CatalogueConfig,
        root: Option<&Path>,
        cache: &Cache,
    ) -> Result<(Self, Vec<Message>), Message> {
        let path = path_of(config, root)?;
        let cache::Opened { compiled, mut messages } = cache::open(&path, cache)?;
        let facts = compiled.facts();
        messages.extend(cache::explain_lines(&path, facts));
        Ok((Self::new(&cache::name_of(&path), &config.coverage, compiled), messages))
    }

    fn new(name: &str, coverage: &[Coverage], compiled: Compiled) -> Self {
        let info = |coverage: &Coverage| ListInfo { name: name.to_owned(), until: coverage.until };
        let state = ListState {
            name: name.to_owned(),
            until: coverage.iter().map(|coverage| coverage.until).max(),
            papers: compiled.len(),
        };
        Self {
            compiled: Arc::new(compiled),
            coverage: coverage.iter().map(|one| (one.clone(), Arc::new(info(one)))).collect(),
            state: Arc::new(state),
        }
    }

    /// Its name, its size and until when it is complete.
    #[must_use]
    pub fn state(&self) -> &ListState {
        &self.state
    }

    /// What it claims to be complete in.
    pub fn coverage(&self) -> impl Iterator<Item = &Coverage> {
        self.coverage.iter().map(|(coverage, _)| coverage)
    }

    /// How many papers of each series it holds, reprints and attachments not counted apart.
    #[must_use]
    pub fn per_series(&self) -> BTreeMap<Series, usize> {
        self.compiled.per_series()
    }

    /// Of how many papers, dossiers and others it records more than that they exist.
    #[must_use]
    pub fn records(&self) -> usize {
        self.compiled.facts().records
    }

    /// The highest dossier with an Arabic number, evident slips of the publisher left out.
    #[must_use]
    pub fn highest_dossier(&self) -> Option<u32> {
        existence::highest_dossier(&self.compiled)
    }

    /// What it alone says of a paper.
    #[must_use]
    pub fn existence(&self, id: &DocumentId) -> Existence {
        existence::existence(&self.compiled, &self.coverage, &id.base())
    }
}

/// The file of a list, which for a list within the root must not lie outside by way of a link.
fn path_of(config: &CatalogueConfig, root: Option<&Path>) -> Result<std::path::PathBuf, Message> {
    let path = root.map_or_else(|| config.path.clone(), |root| root.join(&config.path));
    if root.is_some_and(|root| leads_outside(&path, root)) {
        return Err(Message::new("catalogue-outside").with("path", path.display()));
    }
    Ok(path)
}

/// All lists behind a corpus.
#[derive(Clone, Debug, Default)]
pub struct Catalogues {
    lists: Vec<Catalogue>,
    titles: Arc<titles::Titles>,
}

impl Catalogues {
    /// These lists together.
    #[must_use]
    pub fn new(lists: Vec<Catalogue>) -> Self {
        Self { lists, titles: Arc::default() }
    }

    /// Opens all lists of the settings. Where one cannot be opened, that is told and the others count.
    #[must_use]
    pub fn open(configs: &[CatalogueConfig], root: Option<&Path>, cache: &Cache) -> (Self, Vec<Message>) {
        let (mut lists, mut messages) = (Vec::new(), Vec::new());
        for config in configs {
            match Catalogue::open(config, root, cache) {
                Ok((list, said)) => {
                    lists.push(list);
                    messages.extend(said);
                }
                Err(message) => messages.push(message),
            }
        }
        // A cache folder that cannot be written is the same trouble for every list.
        let mut told = Vec::new();
        messages.retain(|message| {
            let new = !told.contains(message);
            told.push(message.clone());
            new
        });
        (Self::new(lists), messages)
    }

    /// The lists.
    #[must_use]
    pub fn lists(&self) -> &[Catalogue] {
        &self.lists
    }

    /// What the lists say together: known where any has it, else the strongest that any which covers it can say.
    ///
    /// `has_letters` tells whether the corpus has a letter of the dossier: then it exists, whatever the lists lack.
    #[must_use]
    pub fn existence(&self, id: &DocumentId, has_letters: impl Fn(Dossier) -> bool) -> Existence {
        let mut best = Existence::Outside;
        let mut of_number = None;
        for list in &self.lists {
            let verdict = list.existence(id);
            if let Existence::AboveHighestNumber { .. } = verdict {
                of_number = Some(verdict.clone());
            }
            if rank(&verdict) > rank(&best) {
                best = verdict;
            }
        }
        let exists = |dossier| {
            has_letters(dossier)
                || self.lists.iter().any(|list| {
                    existence::has_papers(&list.compiled, dossier)
                        || existence::names_dossier(&list.compiled, dossier)
                })
        };
        match (best, id.dossier()) {
            // One list lacks the dossier, but another or a letter proves it.
            (Existence::NoSuchDossier { list }, Some(dossier)) if exists(dossier) => {
                of_number.unwrap_or(Existence::AboveHighestNumber { list, highest: None })
            }
            (best, _) => best,
        }
    }

    /// Whether any list has this very identifier; of a dossier, any of its papers.
    pub(super) fn has(&self, id: &DocumentId) -> bool {
        self.lists.iter().any(|list| existence::has_exactly(&list.compiled, id))
    }

    /// The papers that are listed with a Kingdom number behind this paper's dossier, `kst-34141-R2047-4`.
    pub(super) fn with_kingdom_number(&self, paper: &Kamerstuk) -> impl Iterator<Item = Kamerstuk> {
        let mut papers: Vec<Kamerstuk> =
            self.lists.iter().flat_map(|list| existence::kingdom_papers(&list.compiled, paper)).collect();
        papers.sort_unstable();
        papers.dedup();
        papers.into_iter()
    }

    /// The listed papers of a dossier; one that several lists have comes several times.
    pub(super) fn papers_in(&self, dossier: Dossier) -> impl Iterator<Item = Kamerstuk> {
        self.lists.iter().flat_map(move |list| existence::papers(&list.compiled, dossier))
    }

    /// The listed dossiers whose number begins with these digits, ascending.
    pub(super) fn dossiers_beginning(&self, digits: &str) -> Vec<Dossier> {
        let found = self.lists.iter().flat_map(|list| existence::dossiers_beginning(&list.compiled, digits));
        let mut dossiers: Vec<Dossier> = found.collect();
        dossiers.sort_unstable();
        dossiers.dedup();
        dossiers
    }

    /// The listed identifiers that begin with `prefix`, papers with a number within a dossier left out; one that several lists have comes several times.
    pub(super) fn names_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.lists.iter().flat_map(move |list| list.compiled.names_with(prefix))
    }

    /// Where that in which a number of a debate or an answer counts ends, by the list that claims most, if it lies beyond that end.
    #[must_use]
    pub fn end_before(&self, id: &DocumentId) -> Option<End> {
        let DocumentId::Sessional(id) = id else { return None };
        let ends = self.lists.iter().filter_map(|list| ends::end_before(list, id));
        ends.max_by_key(|end| end.claimed)
    }

    /// What the lists record of a paper; `None` where none has it.
    #[must_use]
    pub fn listing(&self, id: &DocumentId) -> Option<Listing> {
        let id = id.base();
        let mut listing: Option<Listing> = None;
        for list in &self.lists {
            if let Some(record) = existence::record(&list.compiled, &id) {
                match &mut listing {
                    Some(listing) if listing.is_recorded() => listing.complete(record),
                    _ => listing = Some(Listing::new(&list.state, record)),
                }
            } else if listing.is_none() && existence::is_listed(&list.compiled, &id) {
                listing = Some(Listing::new(&list.state, Record::default()));
            }
        }
        listing
    }

    /// The titles of dossiers that may fit what somebody looks for, by all lists.
    pub(super) fn titles_that_may_fit<'a>(
        &'a self,
        search: &'a Search,
    ) -> impl Iterator<Item = (Dossier, &'a str)> {
        self.titles.that_may_fit(&self.lists, search)
    }

    /// The title of a dossier by the first list that has one.
    #[must_use]
    pub fn dossier_title(&self, dossier: Dossier) -> Option<String> {
        self.lists.iter().find_map(|list| list.compiled.title_of(dossier))
    }
}

impl Listing {
    fn new(list: &Arc<ListState>, record: Record) -> Self {
        let Record { title, dossiers, kind, kamer, session, date, pages, senders, replaced_by } = record;
        let list = Arc::clone(list);
        Self { list, title, kind, date, senders, dossiers, kamer, session, pages, replaced_by }
    }

    /// Whether the list says anything of the paper beside that it exists.
    fn is_recorded(&self) -> bool {
        *self != Self { list: Arc::clone(&self.list), ..Self::default() }
    }

    /// Takes from the record of another list what this one does not say.
    fn complete(&mut self, other: Record) {
        fn fill<T>(mine: &mut Vec<T>, other: Vec<T>) {
            if mine.is_empty() {
                *mine = other;
            }
        }
        self.title = self.title.take().or(other.title);
        self.kind = self.kind.take().or(other.kind);
        self.date = self.date.or(other.date);
        self.kamer = self.kamer.or(other.kamer);
        self.session = self.session.or(other.session);
        self.pages = self.pages.or(other.pages);
        fill(&mut self.senders, other.senders);
        fill(&mut self.dossiers, other.dossiers);
        fill(&mut self.replaced_by, other.replaced_by);
    }
}

/// How strong a verdict is, and of equal ones how new.
fn rank(verdict: &Existence) -> (u8, Option<crate::identifier::Date>) {
    match verdict {
        Existence::Outside => (0, None),
        Existence::AboveHighestDossier { list, .. } => (1, Some(list.until)),
        Existence::AboveHighestNumber { list, .. } => (2, Some(list.until)),
        Existence::NoSuchDossier { list } => (3, Some(list.until)),
        Existence::Gap { list, .. } => (4, Some(list.until)),
        Existence::Known => (5, None),
    }
}

#[cfg(test)]
mod tests;
