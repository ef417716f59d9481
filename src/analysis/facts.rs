//! What is known of papers beyond that they exist: when they were written and what they are.
//!
//! The letter itself wins from a list. Everything here comes from the corpus and is remembered by the [`Memo`](super::Memo).

use std::sync::Arc;

use crate::corpus::{Corpus, LetterRecord, Listing};
use crate::identifier::{Date, DocumentId, Dossier, Kamerstuk, Ondernummer, SessionYear};
use crate::letter::PaperKind;
use crate::messages::{Argument, Message};

use super::Related;

/// What is known of a paper.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    /// When it was written.
    pub date: Option<Date>,
    /// In which session it was printed.
    pub session: Option<SessionYear>,
    /// What it is, where that can be told.
    pub kind: Option<PaperKind>,
    /// The beginning of its title.
    pub title: Option<Box<str>>,
    /// How many pages it has, where the letter shows them or a list tells.
    pub pages: Option<u32>,
    /// What has taken its place, where a list tells.
    pub replaced_by: Vec<DocumentId>,
    /// The letter that says so; none where a list does.
    pub letter: Option<Arc<LetterRecord>>,
}

impl Facts {
    /// What the corpus says of each paper, in the order of `ids`; none where it says nothing of it.
    pub(super) fn of_many(corpus: &dyn Corpus, ids: &[DocumentId]) -> Vec<Option<Arc<Self>>> {
        let letters = corpus.letters_of_many(ids);
        let listings = corpus.listings_of_many(ids);
        let facts = |(letter, listing): (Option<Arc<LetterRecord>>, Option<Listing>)| {
            let kind = match &letter {
                Some(letter) => kind_of_letter(letter),
                None => listing.as_ref()?.kind.as_deref().and_then(PaperKind::of_name),
            };
            let date = match &letter {
                Some(letter) => letter.date,
                None => listing.as_ref()?.date,
            };
            let session = match &letter {
                Some(letter) => letter.session,
                None => listing.as_ref()?.session,
            };
            let title = match &letter {
                Some(letter) => letter.title.as_deref(),
                None => listing.as_ref()?.title.as_deref(),
            };
            // `Brief van de Minister` says no more than the kind does.
            let title = title.filter(|title| PaperKind::of_name(title).is_none()).map(beginning);
            let listed_pages = listing.as_ref().and_then(|listing| listing.pages);
            let pages = listed_pages.max(letter.as_ref().and_then(|letter| pages_of(letter)));
            let replaced_by = listing.map(|listing| listing.replaced_by).unwrap_or_default();
            let facts = Self { date, session, kind, title, pages, replaced_by, letter };
            let known = facts != Self::default();
            known.then(|| Arc::new(facts))
        };
        letters.into_iter().zip(listings).map(facts).collect()
    }

    /// Whether the paper itself says so. A list may have the day on which it was published.
    #[must_use]
    pub const fn is_of_letter(&self) -> bool {
        self.letter.is_some()
    }

    /// A paper as a message names it: with its title, where one is known.
    #[must_use]
    pub fn named(id: &DocumentId, facts: Option<&Self>) -> Argument {
        match facts.and_then(|facts| facts.title.as_deref()) {
            Some(title) => Argument::message(
                Message::new("paper-with-title").with("paper", id.printed()).with("title", title),
            ),
            None => Argument::from(id.printed()),
        }
    }

    /// The head of the letter that says so, to stand beside a finding.
    #[must_use]
    pub fn related(&self) -> Option<Related> {
        let letter = self.letter.as_ref()?;
        let message = Message::new("related-head").with("paper", letter.id.printed());
        Some(Related { path: Some(letter.path.clone()), span: letter.header, message })
    }
}

/// As much of a title as a message has room for, up to the end of a word.
fn beginning(title: &str) -> Box<str> {
    const MOST: usize = 70;
    let Some((end, _)) = title.char_indices().nth(MOST) else { return title.into() };
    let end = title[..end].rfind(' ').unwrap_or(end);
    format!("{} …", title[..end].trim_end_matches([',', ';', ':', ' '])).into()
}

/// How many pages a letter shows. One that shows a single page, or none, has no marks of pages.
fn pages_of(letter: &LetterRecord) -> Option<u32> {
    letter.pages.iter().map(|page| page.number).max().filter(|pages| *pages > 1)
}

/// So many days a list may date a paper too late: some have the day of publication, which in a recess is weeks behind.
pub(super) const PUBLISHED_WITHIN: i32 = 45;

/// What a letter is, by its front matter or by the title that the official print gives it (`Motie van het lid …`). A heading that only begins with such a word may be about one: `Motie Van Dijk over de brug`.
fn kind_of_letter(letter: &LetterRecord) -> Option<PaperKind> {
    let kind = letter.kind.as_deref()?;
    let by_title = letter.title.as_deref().map(str::to_lowercase).and_then(|title| {
        let rest = title.strip_prefix(kind)?;
        Some(["van de", "van het", "van een"].iter().any(|of| rest.trim_start().starts_with(of)))
    });
    if by_title == Some(false) {
        return None;
    }
    PaperKind::of_name(kind)
}

/// The papers of a dossier of which the date is known, in the order of their numbers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    papers: Vec<Dated>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Dated {
    number: u32,
    date: Date,
}

/// So long before it is printed a paper may have been written, and so long after its own day a list may date it.
const LEEWAY: i32 = 60;

impl Timeline {
    /// What the corpus says of each dossier.
    pub(super) fn of_many(corpus: &dyn Corpus, dossiers: &[Dossier]) -> Vec<Arc<Self>> {
        let of_one = |papers: Vec<DocumentId>| {
            let numbered = |id: &DocumentId| id.as_kamerstuk().and_then(|paper| paper.number.number());
            let papers: Vec<DocumentId> = papers.into_iter().filter(|id| numbered(id).is_some()).collect();
            let facts = Facts::of_many(corpus, &papers);
            let dated = |(id, facts): (&DocumentId, Option<Arc<Facts>>)| {
                Some(Dated { number: numbered(id)?, date: facts?.date? })
            };
            let mut papers: Vec<Dated> = papers.iter().zip(facts).filter_map(dated).collect();
            papers.sort_by_key(|paper| paper.number);
            Arc::new(Self { papers })
        };
        corpus.papers_in_dossiers(dossiers).into_iter().map(of_one).collect()
    }

    /// The numbers of the papers of this day.
    pub fn of_day(&self, date: Date) -> impl Iterator<Item = u32> + '_ {
        self.papers.iter().filter(move |paper| paper.date == date).map(|paper| paper.number)
    }

    /// A paper whose date shows that `number` cannot have appeared in `session`: a lower one that is later, or a higher one that is earlier.
    ///
    /// Papers are numbered as they are printed, but some are printed long after they were written. So one witness counts only where it is off by more than a year; else there must be two.
    #[must_use]
    pub fn against(&self, number: u32, session: SessionYear) -> Option<(u32, Date)> {
        let at = self.papers.partition_point(|paper| paper.number < number);
        let (lower, higher) = self.papers.split_at(at);
        let too_late = |paper: &&Dated| earliest_session(paper.date).is_some_and(|first| first > session);
        let too_early = |paper: &&Dated| latest_session(paper.date).is_some_and(|last| last < session);
        let far = |paper: &Dated| {
            let year = i32::from(session.first());
            let off = |of: Option<SessionYear>| of.map_or(0, |of| (i32::from(of.first()) - year).abs());
            off(earliest_session(paper.date)).min(off(latest_session(paper.date))) > 1
        };
        let witness = |mut witnesses: Box<dyn Iterator<Item = &Dated> + '_>| {
            let first = *witnesses.next()?;
            let second = witnesses.next();
            (far(&first) || second.is_some()).then_some((first.number, first.date))
        };
        // The nearest comes first, since it tells the reader most.
        witness(Box::new(lower.iter().rev().filter(too_late))).or_else(|| {
            witness(Box::new(higher.iter().filter(|paper| paper.number > number).filter(too_early)))
        })
    }
}

/// The first session that a paper of this day can have been printed in: a list may date it when it was published.
#[must_use]
pub(super) fn earliest_session(date: Date) -> Option<SessionYear> {
    SessionYear::of_day(moved(date, -LEEWAY)?)
}

/// The last one: what was written in summer may be printed after the session has opened.
#[must_use]
pub(super) fn latest_session(date: Date) -> Option<SessionYear> {
    SessionYear::of_day(moved(date, LEEWAY)?)
}

/// So many days later.
fn moved(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The paper with another number of the same dossier.
#[must_use]
pub(super) fn sibling(paper: Kamerstuk, number: u32) -> DocumentId {
    DocumentId::Kamerstuk(Kamerstuk { number: Ondernummer::Number(number), suffix: None, ..paper })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn timeline(papers: &[(u32, Date)]) -> Timeline {
        Timeline { papers: papers.iter().map(|&(number, date)| Dated { number, date }).collect() }
    }

    #[test]
    fn a_number_lies_between_its_neighbours() {
        let papers = timeline(&[
            (310, date(2015, 3, 2)),
            (320, date(2015, 12, 1)),
            (494, date(2019, 3, 5)),
            (495, date(2019, 3, 8)),
        ]);
        let against =
            |number, year| papers.against(number, SessionYear::starting(year)).map(|(number, _)| number);
        // One witness that is off by years, or two.
        assert_eq!(against(339, 2021), Some(494));
        assert_eq!(against(339, 2019), Some(494));
        assert_eq!(against(339, 2018), None);
        assert_eq!(against(339, 2016), None);
        assert_eq!(against(339, 2013), Some(320));
        // Only one is off, and by one year.
        assert_eq!(against(339, 2014), None);
    }

    #[test]
    fn what_was_written_in_summer_is_printed_in_autumn() {
        let papers = timeline(&[(403, date(2019, 8, 20)), (404, date(2019, 9, 2))]);
        let against =
            |number, year| papers.against(number, SessionYear::starting(year)).map(|(number, _)| number);
        assert_eq!(against(402, 2019), None);
        assert_eq!(against(402, 2020), Some(403));
    }
}
