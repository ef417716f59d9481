//! Pages of the record of debates (Handelingen), and the publications that hold them.
//!
//! Since January 2011 every item of a meeting is a publication with pages of its own. Before, pages ran on, and the identifiers are made of them (official identifiers of officielebekendmakingen.nl):
//!
//! | when | identifier | holds |
//! | --- | --- | --- |
//! | 1994 to 1996 | `h-tk-19951996-18-1161-1183` | meeting, first and last page |
//! | to the middle of 2009/10 | `h-tk-20072008-4866-4868` | first and last page |
//! | to the end of that session | `h-tk-20092010-25-2231` | meeting and first page |
//! | to December 2010 | `h-tk-20102011-13-7` | the same, with pages that begin anew in every meeting |
//!
//! A number behind all that (`-1`, `_2`) tells publications apart that fill the same pages.

use super::{DocumentId, Kamer, Series, SessionYear};

/// Some pages of the record of debates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageRange {
    /// Whose debates.
    pub kamer: Kamer,
    /// In which session.
    pub session: SessionYear,
    /// The meeting, where it is named.
    pub meeting: Option<u32>,
    /// The first page.
    pub first: u32,
    /// The last page; the first one where a single page is meant.
    pub last: u32,
}

/// The session in whose course identifiers lost their last page.
const WITHOUT_LAST_PAGE: u16 = 2009;
/// The session in which pages began anew in every meeting, until items got publications of their own.
const PAGES_OF_MEETINGS: u16 = 2010;
/// No publication fills so many pages; what seems to is a slip of the publisher, or begins with a meeting.
const LONGEST: u32 = 200;

/// The publications of one chamber in one session.
#[derive(Clone, Debug, Default)]
pub struct Record {
    publications: Vec<Publication>,
}

/// A publication by its pages.
#[derive(Clone, Debug)]
struct Publication {
    id: DocumentId,
    meeting: Option<u32>,
    first: u32,
    /// The last page on which it certainly stands.
    last: u32,
    /// The last page on which it may stand: the one on which the next begins.
    limit: u32,
    /// The number that tells it apart from another that fills the same pages; zero for the first.
    further: u32,
}

impl PageRange {
    /// What the identifiers of all publications begin with that may hold these pages: `h-tk-20072008-`.
    #[must_use]
    pub fn prefix(&self) -> String {
        format!("h-{}-{}-", self.kamer.code(), self.session.code())
    }

    /// What stands for these pages among identifiers, where citations are kept before it is known which publication is meant: `h-tk-20072008-70:4867-4867`, without a meeting `h-tk-20072008-:4867-4867`. No publication is called like this.
    #[must_use]
    pub fn stand_in(&self) -> DocumentId {
        let meeting = self.meeting.map_or(String::new(), |meeting| meeting.to_string());
        let (kamer, session) = (self.kamer.code(), self.session.code());
        let name = format!("{kamer}-{session}-{meeting}:{}-{}", self.first, self.last);
        DocumentId::Named(Series::Handelingen, name.into())
    }

    /// The pages that an identifier stands for; reads what [`PageRange::stand_in`] makes.
    #[must_use]
    pub fn of_stand_in(id: &DocumentId) -> Option<Self> {
        let DocumentId::Named(Series::Handelingen, name) = id else { return None };
        let (place, pages) = name.split_once(':')?;
        let (first, last) = pages.split_once('-')?;
        let mut pieces = place.splitn(3, '-');
        let kamer = Kamer::from_code(pieces.next()?)?;
        let session = SessionYear::from_code(pieces.next()?)?;
        let meeting = Some(pieces.next()?).filter(|meeting| !meeting.is_empty());
        let meeting = meeting.map(str::parse).transpose().ok()?;
        Some(Self { kamer, session, meeting, first: first.parse().ok()?, last: last.parse().ok()? })
    }
}

impl Record {
    /// Puts together the publications of one chamber in one session, by their identifiers. Others, and those that are not made of pages, are left out.
    #[must_use]
    pub fn new<'a>(kamer: Kamer, session: SessionYear, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let prefix = PageRange { kamer, session, meeting: None, first: 0, last: 0 }.prefix();
        let read = |id: &'a str| Publication::read(id, id.strip_prefix(&prefix)?, kamer, session);
        let mut publications: Vec<Publication> = ids.into_iter().filter_map(read).collect();
        publications.sort_by_key(|it| (it.first, it.last, it.further, it.meeting));
        // A few are listed twice, with their meeting and without; the plain identifier comes first.
        publications.dedup_by(|next, it| {
            let same = (next.first, next.last, next.further) == (it.first, it.last, it.further);
            next.id == it.id || (same && it.meeting.is_none())
        });
        if session.first() >= WITHOUT_LAST_PAGE {
            let starts: Vec<(Option<u32>, u32)> =
                publications.iter().map(|it| (it.meeting, it.first)).collect();
            for it in publications.iter_mut().filter(|it| it.limit == u32::MAX) {
                let same = |meeting| session.first() < PAGES_OF_MEETINGS || meeting == it.meeting;
                let next = starts.iter().find(|(meeting, first)| same(*meeting) && *first > it.first);
                // Where the last one ends nobody knows.
                it.limit = next.map_or(it.first, |(_, first)| *first);
                it.last = it.first.max(it.limit.saturating_sub(1));
            }
        }
        Self { publications }
    }

    /// The publications that hold these pages.
    ///
    /// A range that is exactly the pages of one is that one; one that lies within some gives these, and one that reaches over several those that lie in it as a whole.
    /// A single page gives every publication that stands on it.
    #[must_use]
    pub fn holding(&self, range: &PageRange) -> Vec<DocumentId> {
        let PageRange { session, meeting, first, last, .. } = *range;
        let per_meeting = session.first() >= PAGES_OF_MEETINGS;
        let fits = |it: &&Publication| match (meeting, it.meeting) {
            (Some(meeting), Some(of)) => meeting == of,
            // Without a meeting, a page that every meeting has says nothing.
            (None, Some(_)) => !per_meeting,
            (_, None) => true,
        };
        let ids = |wanted: &dyn Fn(&Publication) -> bool| -> Vec<DocumentId> {
            let found = self.publications.iter().filter(fits).filter(|it| wanted(it));
            found.map(|it| it.id.clone()).collect()
        };
        if first == last {
            return ids(&|it| it.first <= first && first <= it.last);
        }
        let is_exact = |it: &Publication| it.first == first && (it.last == last || it.limit == last);
        let exact = ids(&|it| is_exact(it) && it.further == 0);
        if !exact.is_empty() {
            return exact;
        }
        let around = ids(&|it| it.first <= first && last <= it.limit);
        if !around.is_empty() {
            return around;
        }
        ids(&|it| first <= it.first && it.last <= last)
    }
}

impl Publication {
    /// Reads an identifier, of which `pages` is what follows the session.
    fn read(id: &str, pages: &str, kamer: Kamer, session: SessionYear) -> Option<Self> {
        let (pages, behind) = match pages.split_once('_') {
            Some((pages, behind)) => (pages, behind.parse().ok()?),
            None => (pages, 0),
        };
        let numbers: Vec<u32> = pages.split('-').map(|it| it.parse().ok()).collect::<Option<_>>()?;
        let is_range = |first: u32, last: u32| first <= last && last - first < LONGEST;
        let year = session.first();
        let (meeting, first, last, further) = match numbers[..] {
            [meeting, first] if year == PAGES_OF_MEETINGS && meeting <= last_meeting_by_page(kamer) => {
                (Some(meeting), first, None, behind)
            }
            // From January 2011 on the second number is an item.
            _ if year >= PAGES_OF_MEETINGS => return None,
            [first, last] if is_range(first, last) => (None, first, Some(last), behind),
            [meeting, first] if year == WITHOUT_LAST_PAGE => (Some(meeting), first, None, behind),
            // `1-1-1` is the further one on page 1.
            [meeting, first, last] if is_range(first, last) && meeting != last => {
                (Some(meeting), first, Some(last), behind)
            }
            [first, last, further] if is_range(first, last) => (None, first, Some(last), further),
            [meeting, first, last, further] if is_range(first, last) => {
                (Some(meeting), first, Some(last), further)
            }
            _ => return None,
        };
        let (end, limit) = (last.unwrap_or(first), last.unwrap_or(u32::MAX));
        Some(Self { id: DocumentId::parse(id).ok()?, meeting, first, last: end, limit, further })
    }
}

/// The last meeting of 2010 of a chamber, after which items became publications.
#[must_use]
pub const fn last_meeting_by_page(kamer: Kamer) -> u32 {
    match kamer {
        Kamer::Tweede => 36,
        Kamer::Eerste => 13,
        Kamer::Verenigd => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_pages_reads_back_and_is_no_publication() {
        for meeting in [None, Some(70)] {
            let (kamer, session) = (Kamer::Tweede, SessionYear::starting(2007));
            let range = PageRange { kamer, session, meeting, first: 4866, last: 4868 };
            let id = range.stand_in();
            assert_eq!(DocumentId::parse(&id.to_string()), Ok(id.clone()));
            assert_eq!(PageRange::of_stand_in(&id), Some(range));
            let record = Record::new(kamer, session, [id.to_string().as_str()]);
            assert_eq!(record.holding(&range), []);
        }
        let publication = DocumentId::parse("h-tk-20072008-4866-4868").unwrap();
        assert_eq!(PageRange::of_stand_in(&publication), None);
    }

    /// The publications that hold pages, by what follows the session in their identifiers.
    #[track_caller]
    fn check(year: u16, ids: &str, meeting: Option<u32>, (first, last): (u32, u32), expected: &str) {
        let (kamer, session) = (Kamer::Tweede, SessionYear::starting(year));
        let range = PageRange { kamer, session, meeting, first, last };
        let ids: Vec<String> = ids.split(' ').map(|id| range.prefix() + id).collect();
        let record = Record::new(kamer, session, ids.iter().map(String::as_str));
        let found: Vec<String> = record
            .holding(&range)
            .iter()
            .map(|id| id.to_string().strip_prefix(&range.prefix()).unwrap().to_owned())
            .collect();
        assert_eq!(found.join(" "), expected, "{range:?}");
    }

    #[test]
    fn a_page_may_lie_in_several_publications() {
        let ids = "4860-4866 4866-4868 4868-4868 4868-4868-1 4868-4901";
        check(2007, ids, Some(70), (4867, 4867), "4866-4868");
        check(2007, ids, None, (4866, 4866), "4860-4866 4866-4868");
        check(2007, ids, None, (4868, 4868), "4866-4868 4868-4868 4868-4868-1 4868-4901");
        check(2007, ids, None, (4902, 4902), "");
    }

    #[test]
    fn a_range_is_one_publication_or_lies_in_it_or_around_it() {
        let ids = "4860-4866 4866-4868 4866-4868-1 4868-4868 4868-4901";
        check(2007, ids, None, (4866, 4868), "4866-4868");
        check(2007, ids, None, (4870, 4872), "4868-4901");
        check(2007, ids, None, (4860, 4868), "4860-4866 4866-4868 4866-4868-1 4868-4868");
        check(2007, ids, None, (4900, 4910), "");
    }

    #[test]
    fn identifiers_of_the_first_sessions_have_the_meeting_in_front() {
        let ids = "18-1161-1183 18-1183-1184 18-1183-1183-1 19-1190-1195 1200-1212 1212-1212-2";
        check(1995, ids, Some(18), (1161, 1183), "18-1161-1183");
        check(1995, ids, None, (1183, 1183), "18-1161-1183 18-1183-1183-1 18-1183-1184");
        check(1995, ids, Some(19), (1170, 1170), "");
        check(1995, ids, Some(19), (1212, 1212), "1200-1212 1212-1212-2");
        check(1997, "1-1-1 1-7-8", Some(1), (1, 1), "1-1-1");
        check(1997, "1-1-1 1-7-8", Some(1), (7, 8), "1-7-8");
    }

    #[test]
    fn identifiers_without_a_last_page_end_where_the_next_begins() {
        let ids = "960-1003 19-1499 19-1499_2 19-1501 19-1504 20-1579";
        check(2009, ids, None, (970, 980), "960-1003");
        check(2009, ids, Some(19), (1500, 1500), "19-1499 19-1499_2");
        check(2009, ids, Some(19), (1501, 1501), "19-1501");
        check(2009, ids, Some(19), (1501, 1504), "19-1501");
        check(2009, ids, None, (1502, 1503), "19-1501");
        check(2009, ids, None, (1550, 1550), "19-1504");
        check(2009, ids, Some(20), (1579, 1579), "20-1579");
        check(2009, ids, Some(20), (1580, 1580), "");
    }

    #[test]
    fn pages_of_the_autumn_of_2010_belong_to_a_meeting_and_those_of_2011_to_an_item() {
        let ids = "13-1 13-3 13-7 13-79 14-1 14-2 14-96 37-1 37-2";
        check(2010, ids, Some(13), (45, 45), "13-7");
        check(2010, ids, Some(14), (45, 60), "14-2");
        check(2010, ids, None, (45, 45), "");
        check(2010, ids, Some(37), (1, 1), "");
        check(2011, "13-1 13-7", Some(13), (1, 1), "");
    }
}
