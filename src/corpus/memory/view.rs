//! What memory has of a corpus: one state of it, whole and unchanging.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::corpus::cited::{Cited, CitingPlace};
use crate::corpus::contribution::Contribution;
use crate::corpus::index::Store;
use crate::corpus::on_disk::OnDisk;
use crate::corpus::{Catalogues, LetterRecord};
use crate::identifier::{DocumentId, Dossier, Kamer, PageRange, Series, SessionYear};

use super::sharded::Sharded;

/// One state of a corpus in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    pub(super) root: Option<Arc<Path>>,
    /// The index below, where there is one.
    pub(super) store: Option<Arc<Store>>,
    /// The letters that an editor has open; what the index says of them does not count.
    pub(super) open: Arc<BTreeSet<Arc<Path>>>,
    /// The texts of those, and of letters that lie in no file.
    pub(super) texts: Arc<BTreeMap<Arc<Path>, Arc<str>>>,
    /// What was looked up on disk.
    pub(super) on_disk: Arc<OnDisk>,
    pub(super) lists: Arc<Catalogues>,
    pub(super) generation: u64,
    pub(super) complete: bool,
    pub(super) files: usize,
    /// The letters of each identifier, by path; the first is the letter.
    letters: Sharded<DocumentId, Vec<Arc<LetterRecord>>>,
    /// What each letter adds.
    contributions: Sharded<Arc<Path>, Option<Arc<Contribution>>>,
    /// Who cites each identifier.
    citing: Sharded<DocumentId, Citing>,
    dossiers: Sharded<Dossier, DossierEntry>,
    /// The letters that cite pages of the record of debates, once for every time.
    paged: Sharded<(Kamer, SessionYear), Vec<Arc<Path>>>,
    /// The letters that are publications of the record of debates, once for every letter.
    records: Sharded<(Kamer, SessionYear), Vec<DocumentId>>,
}

/// Who cites a paper.
#[derive(Clone, Debug, Default)]
struct Citing {
    /// The letters, once for every time, in the order of arrival.
    paths: Vec<Arc<Path>>,
    /// How many of these times are unconfirmed.
    unconfirmed: usize,
}

#[derive(Clone, Debug, Default)]
struct DossierEntry {
    /// The letters whose number counts in it, by identifier and path.
    letters: Vec<Arc<LetterRecord>>,
    /// How many letters there are in its chapters, funds and parts.
    within: usize,
    /// The letters that cite it or one of its papers, once for every time, in the order of arrival.
    citing: Vec<Arc<Path>>,
    /// The titles that letters print of it, by path.
    titles: Vec<(Arc<Path>, String)>,
}

impl DossierEntry {
    fn is_vacant(&self) -> bool {
        self.letters.is_empty() && self.within == 0 && self.citing.is_empty() && self.titles.is_empty()
    }
}

impl View {
    /// Replaces what the letter at `path` adds.
    pub(super) fn replace(
        &mut self,
        path: &Arc<Path>,
        old: Option<&Arc<Contribution>>,
        new: Option<&Arc<Contribution>>,
    ) {
        self.contributions.change(path, |one| *one = new.cloned(), Option::is_none);
        let nothing = Contribution::default();
        let (old, new) = (old.map_or(&nothing, |old| old), new.map_or(&nothing, |new| new));
        if old.record != new.record {
            old.record.iter().for_each(|record| self.remove_letter(record));
            new.record.iter().for_each(|record| self.add_letter(record));
        }
        let (gone, come) = differences(&old.cited, &new.cited);
        for cited in gone {
            self.remove_citing(path, cited);
        }
        for cited in come {
            self.add_citing(path, cited);
        }
        if old.titles != new.titles {
            for (dossier, _) in &old.titles {
                let remove = |entry: &mut DossierEntry| entry.titles.retain(|(other, _)| other != path);
                self.dossiers.change(dossier, remove, DossierEntry::is_vacant);
            }
            for (dossier, title) in &new.titles {
                let add = |entry: &mut DossierEntry| {
                    let at = entry.titles.partition_point(|(other, _)| other <= path);
                    entry.titles.insert(at, (Arc::clone(path), title.clone()));
                };
                self.dossiers.change(dossier, add, DossierEntry::is_vacant);
            }
        }
    }

    fn add_citing(&mut self, path: &Arc<Path>, cited: &Cited) {
        let add = |citing: &mut Citing| {
            citing.paths.push(Arc::clone(path));
            citing.unconfirmed += usize::from(cited.unconfirmed);
        };
        self.citing.change(&cited.id, add, |citing| citing.paths.is_empty());
        if let Some(dossier) = cited.id.dossier() {
            let add = |entry: &mut DossierEntry| entry.citing.push(Arc::clone(path));
            self.dossiers.change(&dossier, add, DossierEntry::is_vacant);
        }
        if let Some(range) = PageRange::of_stand_in(&cited.id) {
            let key = (range.kamer, range.session);
            self.paged.change(&key, |paths| paths.push(Arc::clone(path)), Vec::is_empty);
        }
    }

    fn remove_citing(&mut self, path: &Arc<Path>, cited: &Cited) {
        let take = |paths: &mut Vec<Arc<Path>>| {
            if let Some(at) = paths.iter().rposition(|other| other == path) {
                paths.remove(at);
            }
        };
        let remove = |citing: &mut Citing| {
            take(&mut citing.paths);
            citing.unconfirmed -= usize::from(cited.unconfirmed);
        };
        self.citing.change(&cited.id, remove, |citing| citing.paths.is_empty());
        if let Some(dossier) = cited.id.dossier() {
            let remove = |entry: &mut DossierEntry| take(&mut entry.citing);
            self.dossiers.change(&dossier, remove, DossierEntry::is_vacant);
        }
        if let Some(range) = PageRange::of_stand_in(&cited.id) {
            self.paged.change(&(range.kamer, range.session), take, Vec::is_empty);
        }
    }

    fn add_letter(&mut self, record: &LetterRecord) {
        let record = &Arc::new(record.clone());
        let add = |letters: &mut Vec<Arc<LetterRecord>>| {
            let place = |other: &Arc<LetterRecord>| (&other.id, &other.path) < (&record.id, &record.path);
            letters.insert(letters.partition_point(place), Arc::clone(record));
        };
        self.letters.change(&record.id, add, Vec::is_empty);
        if let Some(dossier) = record.id.dossier() {
            self.dossiers.change(&dossier, |entry| add(&mut entry.letters), DossierEntry::is_vacant);
            self.count_within(dossier, |within| within + 1);
        }
        if let Some(key) = record_of(&record.id) {
            self.records.change(&key, |ids| ids.push(record.id.clone()), Vec::is_empty);
        }
    }

    fn remove_letter(&mut self, record: &LetterRecord) {
        let remove = |letters: &mut Vec<Arc<LetterRecord>>| {
            letters.retain(|other| (&other.id, &other.path) != (&record.id, &record.path));
        };
        self.letters.change(&record.id, remove, Vec::is_empty);
        if let Some(dossier) = record.id.dossier() {
            self.dossiers.change(&dossier, |entry| remove(&mut entry.letters), DossierEntry::is_vacant);
            self.count_within(dossier, |within| within.saturating_sub(1));
        }
        if let Some(key) = record_of(&record.id) {
            let remove = |ids: &mut Vec<DocumentId>| {
                if let Some(at) = ids.iter().position(|id| *id == record.id) {
                    ids.swap_remove(at);
                }
            };
            self.records.change(&key, remove, Vec::is_empty);
        }
    }

    /// A paper of a chapter belongs to the whole dossier too.
    fn count_within(&mut self, dossier: Dossier, change: impl Fn(usize) -> usize) {
        if dossier.toevoeging.is_some() {
            let whole = Dossier::plain(dossier.number);
            self.dossiers.change(
                &whole,
                |entry| entry.within = change(entry.within),
                DossierEntry::is_vacant,
            );
        }
    }

    /// The letters with this identifier, by path.
    pub(super) fn letters_of(&self, id: &DocumentId) -> &[Arc<LetterRecord>] {
        self.letters.get(id).map_or(&[], Vec::as_slice)
    }

    /// The letters whose number counts in a dossier, by identifier and path.
    pub(super) fn letters_in(&self, dossier: Dossier) -> &[Arc<LetterRecord>] {
        self.dossiers.get(&dossier).map_or(&[], |entry| &entry.letters)
    }

    /// Whether there is a letter of the dossier, or where `within`, of one of its chapters, funds and parts.
    pub(super) fn has_letters(&self, dossier: Dossier, within: bool) -> bool {
        let has = |entry: &DossierEntry| !entry.letters.is_empty() || within && entry.within > 0;
        self.dossiers.get(&dossier).is_some_and(has)
    }

    /// The publications of the record of debates of one chamber in one session.
    pub(super) fn records_of(&self, kamer: Kamer, session: SessionYear) -> &[DocumentId] {
        self.records.get(&(kamer, session)).map_or(&[], Vec::as_slice)
    }

    /// How often a paper is cited, and how many of these times are unconfirmed.
    pub(super) fn citations_of(&self, id: &DocumentId) -> (usize, usize) {
        self.citing.get(id).map_or((0, 0), |citing| (citing.paths.len(), citing.unconfirmed))
    }

    /// Where a paper is cited.
    pub(super) fn citing(&self, id: &DocumentId) -> Vec<CitingPlace> {
        let citing = self.citing.get(id).map(|citing| &*citing.paths);
        self.places(citing.unwrap_or_default(), |cited| cited == id)
    }

    /// Where a dossier or one of its papers is cited.
    pub(super) fn citing_in(&self, dossier: Dossier) -> Vec<CitingPlace> {
        let citing = self.dossiers.get(&dossier).map(|entry| &*entry.citing);
        self.places(citing.unwrap_or_default(), |cited| cited.dossier() == Some(dossier))
    }

    /// Where pages of the record of debates of one chamber in one session are cited.
    pub(super) fn citing_pages(&self, kamer: Kamer, session: SessionYear) -> Vec<CitingPlace> {
        let paths = self.paged.get(&(kamer, session)).map(Vec::as_slice);
        let is_wanted = |range: PageRange| (range.kamer, range.session) == (kamer, session);
        let wanted = |cited: &DocumentId| PageRange::of_stand_in(cited).is_some_and(is_wanted);
        self.places(paths.unwrap_or_default(), wanted)
    }

    /// The dossiers for which `wanted` holds and that letters cite or belong to, and how often they do.
    pub(super) fn dossiers(&self, wanted: impl Fn(Dossier) -> bool) -> Vec<(Dossier, usize)> {
        let all = self.dossiers.iter().filter(|(dossier, _)| wanted(**dossier));
        let used = all.map(|(dossier, entry)| (*dossier, entry.citing.len() + entry.letters.len()));
        used.filter(|(_, times)| *times > 0).collect()
    }

    /// The letters for which `wanted` holds, by path.
    pub(super) fn records(&self, wanted: impl Fn(&LetterRecord) -> bool) -> Vec<Arc<LetterRecord>> {
        let all = self.letters.iter().flat_map(|(_, letters)| letters).filter(|letter| wanted(letter));
        let mut found: Vec<_> = all.cloned().collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    }

    /// The titles that letters print of a dossier, and how many do.
    pub(super) fn titles_of(&self, dossier: Dossier) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for (_, title) in self.dossiers.get(&dossier).map(|entry| &*entry.titles).unwrap_or_default() {
            *counts.entry(title.clone()).or_default() += 1;
        }
        counts
    }

    /// Every title that a letter prints of a dossier, once for each letter.
    pub(super) fn titles<'a>(&'a self) -> impl Iterator<Item = (Dossier, &'a str)> {
        let titles_of = |(dossier, entry): (&Dossier, &'a DossierEntry)| {
            let dossier = *dossier;
            entry.titles.iter().map(move |(_, title)| (dossier, &**title))
        };
        self.dossiers.iter().flat_map(titles_of)
    }

    /// The places in these letters that cite what is `wanted`.
    fn places(&self, paths: &[Arc<Path>], wanted: impl Fn(&DocumentId) -> bool) -> Vec<CitingPlace> {
        let mut paths = paths.to_vec();
        paths.sort_unstable();
        paths.dedup();
        let mut places = Vec::new();
        for path in paths {
            let Some(Some(contribution)) = self.contributions.get(&path) else { continue };
            let letter = contribution.record.as_ref().map(|record| &record.id);
            let cited = contribution.cited.iter().filter(|cited| wanted(&cited.id));
            let place = |cited: &Cited| CitingPlace {
                path: Arc::clone(&path),
                letter: letter.cloned(),
                cited: cited.clone(),
            };
            places.extend(cited.map(place));
        }
        places
    }
}

/// The chamber and session of a publication of the record of debates.
pub(in crate::corpus) fn record_of(id: &DocumentId) -> Option<(Kamer, SessionYear)> {
    match id {
        DocumentId::Sessional(it) if it.series == Series::Handelingen => Some((it.kamer, it.session)),
        // `h-ek-20092010-211-211_2` follows no rule, and is one all the same.
        DocumentId::Named(Series::Handelingen, name) if !name.contains(':') => {
            let mut pieces = name.splitn(3, '-');
            Some((Kamer::from_code(pieces.next()?)?, SessionYear::from_code(pieces.next()?)?))
        }
        _ => None,
    }
}

/// What of two rows, ascending by paper, is only in the first, and what only in the second; where in the letter is no matter.
fn differences<'a>(old: &'a [Cited], new: &'a [Cited]) -> (Vec<&'a Cited>, Vec<&'a Cited>) {
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return (gone, come),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => (&a.id, a.unconfirmed).cmp(&(&b.id, b.unconfirmed)),
        };
        match order {
            std::cmp::Ordering::Less => gone.extend(old.next()),
            std::cmp::Ordering::Greater => come.extend(new.next()),
            std::cmp::Ordering::Equal => {
                old.next();
                new.next();
            }
        }
    }
}
