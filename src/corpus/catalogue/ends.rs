//! Where a session of debates or answers ends, as far as lists tell: its last meeting, the last item of a meeting, its last answer.
//!
//! Both are numbered without a gap and lists have nearly all of them, so that what lies beyond the last one was never printed; but only where the list goes on behind it, for else it may just be newer.

use crate::config::Coverage;
use crate::corpus::{End, Last};
use crate::identifier::{DocumentId, Kamer, Series, SessionYear, Sessional, last_meeting_by_page};

use super::Catalogue;

/// A list that has fewer of the numbers below its highest, in hundredths, is a choice of papers and tells no end.
const DENSE: usize = 90;

/// From this session on each item of a meeting is a publication; in it only those of its second half.
const BY_ITEM: u16 = 2010;

/// Where that in which a number counts ends, if the number lies beyond it.
pub(super) fn end_before(list: &Catalogue, id: &Sessional) -> Option<End> {
    let end = last_before(list, id)?;
    let claims = |coverage: &Coverage| {
        let late_enough = coverage.from_session.is_none_or(|from| from <= id.session);
        coverage.family == id.series.code() && late_enough
    };
    Some(End { last: end, claimed: list.coverage().any(claims) })
}

fn last_before(list: &Catalogue, id: &Sessional) -> Option<Last> {
    let row = |numbers: &[u32]| {
        let mut prefix = format!("{}-{}-{}-", id.series.code(), id.kamer.code(), id.session.code());
        for number in numbers {
            prefix.push_str(&number.to_string());
            prefix.push('-');
        }
        prefix
    };
    match (id.series, &id.numbers[..]) {
        (Series::Handelingen, [meeting, ..]) if is_by_item(id.kamer, id.session, *meeting) => {
            let meetings = numbers(list, &row(&[]), |meeting| is_by_item(id.kamer, id.session, meeting));
            let last_meeting = meetings.iter().copied().max()?;
            if *meeting > last_meeting {
                // Of 2010 the meetings of the first half are known by their pages.
                let from = if id.session.first() == BY_ITEM { last_meeting_by_page(id.kamer) } else { 0 };
                let ended = is_dense(&meetings, from) && goes_on(list, id);
                return ended.then_some(Last::Meeting { highest: last_meeting });
            }
            let [_, item] = id.numbers[..] else { return None };
            let items = numbers(list, &row(&[*meeting]), |_| true);
            let highest = items.iter().copied().max().filter(|highest| item > *highest)?;
            let ended = is_dense(&items, 0) && (*meeting < last_meeting || goes_on(list, id));
            ended.then_some(Last::Item { meeting: *meeting, highest })
        }
        (Series::Aanhangsel, [number]) => {
            let answers = numbers(list, &row(&[]), |_| true);
            let highest = answers.iter().copied().max().filter(|highest| number > highest)?;
            (is_dense(&answers, 0) && goes_on(list, id)).then_some(Last::Answer { highest })
        }
        _ => None,
    }
}

/// Whether a meeting is one whose items are publications.
fn is_by_item(kamer: Kamer, session: SessionYear, meeting: u32) -> bool {
    session.first() > BY_ITEM || (session.first() == BY_ITEM && meeting > last_meeting_by_page(kamer))
}

/// The numbers that stand right behind a prefix, ascending, each once.
fn numbers(list: &Catalogue, prefix: &str, counts: impl Fn(u32) -> bool) -> Vec<u32> {
    let behind = |name: &str| name[prefix.len()..].split('-').next()?.parse().ok();
    let mut numbers: Vec<u32> =
        list.compiled.names_with(prefix).filter_map(behind).filter(|it| counts(*it)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Whether hardly one is missing between `from` and the highest.
fn is_dense(numbers: &[u32], from: u32) -> bool {
    let highest = numbers.last().map_or(0, |last| last - from);
    let expected = usize::try_from(highest).unwrap_or(usize::MAX);
    expected > 0 && numbers.len().saturating_mul(100) >= expected.saturating_mul(DENSE)
}

/// Whether the list has anything of a later session of the same chamber.
fn goes_on(list: &Catalogue, id: &Sessional) -> bool {
    let prefix = format!("{}-{}-", id.series.code(), id.kamer.code());
    let later = |name: &str| match DocumentId::parse(name) {
        Ok(DocumentId::Sessional(other)) => other.session > id.session,
        _ => false,
    };
    // Names ascend, so that the next session begins where this one ends.
    let next = format!("{prefix}{}", SessionYear::starting(id.session.first() + 1).code());
    list.compiled.names_from(&next).take_while(|name| name.starts_with(&prefix)).any(later)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the list says that the number lies beyond the end.
    fn end(list: &str, id: &str) -> Option<Last> {
        let ids: Vec<DocumentId> = list.split_whitespace().map(|id| DocumentId::parse(id).unwrap()).collect();
        let list = Catalogue::from_ids("lijst.txt", &[], &ids);
        let Ok(DocumentId::Sessional(id)) = DocumentId::parse(id) else { panic!("{id}") };
        end_before(&list, &id).map(|end| end.last)
    }

    const DEBATES: &str = "h-tk-20162017-1-1 h-tk-20162017-1-2 h-tk-20162017-1-3 h-tk-20162017-2-1";
    const ANSWERS: &str = "ah-ek-20142015-1 ah-ek-20142015-2 ah-ek-20142015-3 ah-ek-20152016-1";

    #[test]
    fn what_lies_beyond_the_last_one_was_never_printed() {
        let last = Last::Item { meeting: 1, highest: 3 };
        assert_eq!(end(DEBATES, "h-tk-20162017-1-4"), Some(last));
        assert_eq!(end(DEBATES, "h-tk-20162017-1-3"), None);
        assert_eq!(end(ANSWERS, "ah-ek-20142015-12"), Some(Last::Answer { highest: 3 }));
        let next = format!("{DEBATES} h-tk-20172018-1-1");
        assert_eq!(end(&next, "h-tk-20162017-3-1"), Some(Last::Meeting { highest: 2 }));
    }

    #[test]
    fn where_the_list_ends_it_may_be_newer() {
        for id in ["h-tk-20162017-2-2", "h-tk-20162017-3-1", "h-tk-20182019-1-1", "h-ek-20162017-1-4"] {
            assert_eq!(end(DEBATES, id), None, "{id}");
        }
        assert_eq!(end(ANSWERS, "ah-ek-20152016-2"), None);
    }

    #[test]
    fn a_choice_of_papers_and_pages_tell_no_end() {
        assert_eq!(end("ah-tk-20142015-1 ah-tk-20142015-40 ah-tk-20152016-1", "ah-tk-20142015-41"), None);
        assert_eq!(end("h-tk-20072008-1-45 h-tk-20082009-1-3", "h-tk-20072008-99-120"), None);
    }
}
