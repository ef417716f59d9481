//! Questions to a corpus, answered from memory and from the index below it.
//!
//! Memory has what goes before the index: the letters that are open in an editor, and all of them where there is no index. Of a letter that is open, what the index says is left out.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::corpus::catalogue::spellings;
use crate::corpus::index::{Filed, Snapshot, Trouble};
use crate::corpus::known::{known_as, publications};
use crate::corpus::wanted::Search;
use crate::corpus::{CitingPlace, Corpus, CorpusState, End, Existence, Hit, LetterRecord, Listing};
use crate::identifier::{DocumentId, Dossier, Kamer, PageRange, SessionYear};
use crate::messages::Message;

use super::view::View;

/// One state of memory over one state of the index.
pub(super) struct Layered<'a> {
    pub(super) view: &'a View,
    pub(super) below: Option<&'a Snapshot<'a>>,
    /// What the index has of the letters that are open, once somebody needs it.
    hidden: OnceCell<Vec<Filed>>,
}

impl<'a> Layered<'a> {
    const fn new(view: &'a View, below: Option<&'a Snapshot<'a>>) -> Self {
        Self { view, below, hidden: OnceCell::new() }
    }

    pub(super) fn is_hidden(&self, path: &Path) -> bool {
        self.view.open.contains(path)
    }

    /// What the index has of the letters that are open.
    pub(super) fn hidden(&self) -> Result<&[Filed], Trouble> {
        if let Some(hidden) = self.hidden.get() {
            return Ok(hidden);
        }
        let mut hidden = Vec::new();
        for path in &*self.view.open {
            if let Some(below) = self.below {
                hidden.extend(below.filed_at(path)?);
            }
        }
        Ok(self.hidden.get_or_init(|| hidden))
    }

    /// How many times the letters that are open would be counted by the index.
    pub(super) fn hidden_count(&self, count: impl Fn(&Filed) -> usize) -> Result<usize, Trouble> {
        Ok(self.hidden()?.iter().map(count).sum())
    }

    /// The letters with this identifier, by path; the first is the letter.
    fn letters_of(&self, id: &DocumentId) -> Result<Vec<Arc<LetterRecord>>, Trouble> {
        let mut letters = self.view.letters_of(id).to_vec();
        if let Some(below) = self.below {
            letters.extend(self.shown(below, &below.paper(id)?.letters)?);
            letters.sort_by(|a, b| a.path.cmp(&b.path));
        }
        Ok(letters)
    }

    /// Letters of the index, without those that are open.
    fn shown(&self, below: &Snapshot<'_>, letters: &[i64]) -> Result<Vec<Arc<LetterRecord>>, Trouble> {
        let mut records = below.records(letters)?;
        records.retain(|record| !self.is_hidden(&record.path));
        Ok(records)
    }

    /// The letter that is this paper, however its identifier is spelled.
    fn letter_of(&self, id: &DocumentId) -> Result<Option<Arc<LetterRecord>>, Trouble> {
        let base = id.base();
        let others = base.as_kamerstuk().map(spellings).unwrap_or_default();
        for id in std::iter::once(base).chain(others.into_iter().map(DocumentId::Kamerstuk)) {
            if let Some(letter) = self.letters_of(&id)?.into_iter().next() {
                return Ok(Some(letter));
            }
        }
        Ok(None)
    }

    fn in_dossier(&self, dossier: Dossier) -> Result<Vec<Arc<LetterRecord>>, Trouble> {
        let mut letters = self.view.letters_in(dossier).to_vec();
        if let Some(below) = self.below {
            letters.extend(self.shown(below, &below.dossier(dossier)?.letters)?);
            letters.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        }
        Ok(letters)
    }

    /// Whether there is a letter whose number counts in the dossier, or where `within`, in one of its chapters, funds and parts.
    fn has_letters(&self, dossier: Dossier, within: bool) -> Result<bool, Trouble> {
        if self.view.has_letters(dossier, within) {
            return Ok(true);
        }
        let Some(below) = self.below else { return Ok(false) };
        let entry = below.dossier(dossier)?;
        let is_one = |of: Dossier| {
            of == dossier || (within && of.number == dossier.number && dossier.toevoeging.is_none())
        };
        let count = entry.letters.len() + if within { entry.within } else { 0 };
        let of = |filed: &Filed| filed.record.as_ref()?.id.dossier();
        Ok(count > 0 && count > self.hidden_count(|filed| usize::from(of(filed).is_some_and(is_one)))?)
    }

    /// Whether a letter has this very identifier; of a dossier, whether there is any letter of it.
    fn is_letter(&self, id: &DocumentId) -> Result<bool, Trouble> {
        match id {
            DocumentId::Dossier(dossier) => self.has_letters(*dossier, true),
            _ => Ok(!self.letters_of(id)?.is_empty()),
        }
    }

    pub(super) fn existence(&self, id: &DocumentId) -> Result<Existence, Trouble> {
        if let Some(range) = PageRange::of_stand_in(id) {
            // Pages exist where a publication is known that holds them.
            let held = self.publications(&[range])?;
            let known = held.iter().any(|held| !held.is_empty());
            return Ok(if known { Existence::Known } else { Existence::Outside });
        }
        if self.is_letter(id)? || self.letter_of(id)?.is_some() {
            return Ok(Existence::Known);
        }
        let met = Met::default();
        let existence =
            self.view.lists.existence(id, |dossier| met.or_none(self.has_letters(dossier, false)));
        met.unless(existence)
    }

    pub(super) fn known_as(&self, id: &DocumentId) -> Result<Option<DocumentId>, Trouble> {
        let met = Met::default();
        let known = known_as(id, &self.view.lists, |id| met.or_none(self.is_letter(id)));
        met.unless(known)
    }

    /// The publications of the record of debates of one chamber in one session, by their identifiers.
    fn records_of(&self, kamer: Kamer, session: SessionYear) -> Result<Vec<String>, Trouble> {
        let mut ids: Vec<_> = self.view.records_of(kamer, session).iter().map(ToString::to_string).collect();
        if let Some(below) = self.below {
            let letters = below.records_of(kamer, session)?;
            ids.extend(self.shown(below, &letters)?.iter().map(|record| record.id.to_string()));
        }
        Ok(ids)
    }

    /// Which publications hold these pages.
    pub(super) fn publications(&self, ranges: &[PageRange]) -> Result<Vec<Vec<DocumentId>>, Trouble> {
        let met = Met::default();
        let letters = |kamer, session| met.or_none(self.records_of(kamer, session));
        let found = publications(ranges, &self.view.lists, letters);
        met.unless(found)
    }

    /// The title of a dossier that most letters print, of equals the first by the alphabet; else that of a list.
    fn title(&self, dossier: Dossier) -> Result<Option<String>, Trouble> {
        let mut counts: BTreeMap<String, usize> = self.view.titles_of(dossier);
        if let Some(below) = self.below {
            for (title, count) in below.dossier(dossier)?.titles {
                *counts.entry(title).or_default() += count;
            }
            if !counts.is_empty() {
                for (of, title) in self.hidden()?.iter().flat_map(|filed| &filed.titles) {
                    if let Some(count) = counts.get_mut(title).filter(|_| *of == dossier) {
                        *count = count.saturating_sub(1);
                    }
                }
            }
        }
        let most = counts.values().copied().max().filter(|most| *most > 0);
        let printed = counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(title, _)| title);
        Ok(printed.or_else(|| self.view.lists.dossier_title(dossier)))
    }
}

/// The first trouble that is met by a question that cannot tell of it.
#[derive(Default)]
struct Met(RefCell<Option<Trouble>>);

impl Met {
    /// The answer; nothing where there was trouble.
    fn or_none<T: Default>(&self, answer: Result<T, Trouble>) -> T {
        answer.unwrap_or_else(|trouble| {
            self.0.borrow_mut().get_or_insert(trouble);
            T::default()
        })
    }

    /// The outcome, unless there was trouble on the way.
    fn unless<T>(self, outcome: T) -> Result<T, Trouble> {
        self.0.into_inner().map_or(Ok(outcome), Err)
    }
}

impl View {
    /// Asks memory and index together; memory alone where the index cannot answer. Tells too whether it could.
    fn ask<T>(&self, ask: impl Fn(&Layered<'_>) -> Result<T, Trouble>) -> (T, bool) {
        if let Some(store) = &self.store
            && let Some(answer) = store.read(|snapshot| ask(&Layered::new(self, Some(snapshot))))
        {
            return (answer, true);
        }
        let answer = ask(&Layered::new(self, None))
            .unwrap_or_else(|trouble| panic!("memory alone has no trouble: {trouble}"));
        (answer, self.store.is_none())
    }

    fn each<I, T>(&self, of: &[I], ask: impl Fn(&Layered<'_>, &I) -> Result<T, Trouble>) -> Vec<T> {
        self.ask(|layered| of.iter().map(|one| ask(layered, one)).collect()).0
    }

    /// What is to be said of letters that claim to be the same paper: of these the first by path is taken for it.
    pub(super) fn twice_told(&self, ids: &[DocumentId], shown: impl Fn(&Path) -> String) -> Vec<Message> {
        let (mut told, _) = self.ask(|layered| {
            let mut ids = ids.to_vec();
            if let Some(below) = layered.below {
                ids.extend(below.twice()?);
            }
            ids.sort_unstable();
            ids.dedup();
            let mut told = Vec::new();
            for id in ids {
                let letters = layered.letters_of(&id)?;
                let others = letters.iter().skip(1).map(|second| (second.clone(), letters[0].clone()));
                told.extend(others);
            }
            Ok(told)
        });
        told.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let say = |(second, first): (Arc<LetterRecord>, Arc<LetterRecord>)| {
            Message::new("letter-twice")
                .with("path", shown(&second.path))
                .with("first", shown(&first.path))
                .with("id", &second.id)
        };
        told.into_iter().map(say).collect()
    }
}

impl Corpus for View {
    fn existence_of_many(&self, ids: &[DocumentId]) -> Vec<Existence> {
        let (mut existence, whole) =
            self.ask(|layered| ids.iter().map(|id| layered.existence(id)).collect::<Result<Vec<_>, _>>());
        if !whole {
            // What the lists lack may be a letter that the index could not tell of.
            for unsure in existence.iter_mut().filter(|existence| **existence != Existence::Known) {
                *unsure = Existence::Outside;
            }
        }
        existence
    }

    fn known_as_many(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        let ask = |layered: &Layered<'_>| ids.iter().map(|id| layered.known_as(id)).collect();
        self.ask(ask).0
    }

    fn publications_of_many(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        self.ask(|layered| layered.publications(ranges)).0
    }

    fn letters_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Arc<LetterRecord>>> {
        let ask = |layered: &Layered<'_>| ids.iter().map(|id| layered.letter_of(id)).collect();
        self.ask(ask).0
    }

    fn listings_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Listing>> {
        ids.iter().map(|id| self.lists.listing(id)).collect()
    }

    fn ends_before_many(&self, ids: &[DocumentId]) -> Vec<Option<End>> {
        ids.iter().map(|id| self.lists.end_before(id)).collect()
    }

    fn letters_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<Arc<LetterRecord>>> {
        self.each(dossiers, |layered, dossier| layered.in_dossier(*dossier))
    }

    fn papers_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<DocumentId>> {
        self.each(dossiers, |layered, dossier| {
            let letters = layered.in_dossier(*dossier)?;
            let mut papers: Vec<DocumentId> = letters.iter().map(|letter| letter.id.base()).collect();
            papers.extend(self.lists.papers_in(*dossier).map(DocumentId::Kamerstuk));
            papers.sort_unstable();
            papers.dedup();
            Ok(papers)
        })
    }

    fn citations_of_many(&self, ids: &[DocumentId]) -> Vec<usize> {
        self.ask(|layered| ids.iter().map(|id| layered.citations(id)).collect()).0
    }

    fn citing_places(&self, ids: &[DocumentId]) -> Vec<Vec<CitingPlace>> {
        self.ask(|layered| ids.iter().map(|id| layered.citing(id)).collect()).0
    }

    fn citing_dossier(&self, dossier: Dossier) -> Vec<CitingPlace> {
        self.ask(|layered| layered.citing_dossier(dossier)).0
    }

    fn search(&self, typed: &str, limit: usize) -> Vec<Hit> {
        Search::new(typed)
            .map(|search| self.ask(|layered| layered.search(&search, limit)).0)
            .unwrap_or_default()
    }

    fn dossiers_beginning(&self, digits: &str) -> Vec<(Dossier, usize)> {
        self.ask(|layered| layered.dossiers_beginning(digits)).0
    }

    fn dossiers_beside(&self, path: &Path) -> Vec<Dossier> {
        self.ask(|layered| layered.dossiers_beside(path)).0
    }

    fn dossier_titles(&self, dossiers: &[Dossier]) -> Vec<Option<String>> {
        self.each(dossiers, |layered, dossier| layered.title(*dossier))
    }

    fn files_at(&self, paths: &[PathBuf]) -> Vec<Option<bool>> {
        match self.root.as_deref() {
            Some(root) => self.on_disk.files_at(root, paths),
            None => vec![None; paths.len()],
        }
    }

    fn texts_at(&self, paths: &[PathBuf]) -> Vec<Option<Arc<str>>> {
        let text = |path: &PathBuf| self.texts.get(&**path).cloned().or_else(|| self.on_disk.text_at(path));
        paths.iter().map(text).collect()
    }

    fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    fn state(&self) -> CorpusState {
        let (letters, whole) = self.ask(|layered| {
            let below = layered.below.map_or(0, Snapshot::letters);
            Ok((below + self.files).saturating_sub(layered.hidden()?.len()))
        });
        CorpusState {
            generation: self.generation,
            complete: self.complete && whole,
            letters,
            lists: self.lists.lists().iter().map(|list| list.state().clone()).collect(),
        }
    }
}
