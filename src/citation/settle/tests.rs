//! Citations of every standing, before a register that knows some papers.

use super::*;
use crate::citation::{Family, Pin, RecordPages};
use crate::identifier::{Kamer, SessionYear};
use crate::text::Span;

/// A register that knows these papers, and counts what it is asked.
#[derive(Default)]
struct Shelf {
    papers: Vec<DocumentId>,
    asked: std::cell::Cell<usize>,
}

impl Register for Shelf {
    fn known_as(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        self.asked.set(self.asked.get() + 1);
        ids.iter().map(|id| self.papers.contains(id).then(|| id.clone())).collect()
    }

    fn publications(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        self.asked.set(self.asked.get() + 1);
        let all: Vec<String> = self.papers.iter().map(ToString::to_string).collect();
        let held = |range: &PageRange| {
            let ids = all.iter().map(String::as_str);
            crate::identifier::Record::new(range.kamer, range.session, ids).holding(range)
        };
        ranges.iter().map(held).collect()
    }
}

fn citation(ids: &[&str], standing: Standing) -> Citation {
    let targets = ids.iter().map(|id| Target {
        span: Span::default(),
        id: id.parse().unwrap(),
        dossiers: Vec::new(),
        pin: None,
        number_span: None,
    });
    Citation {
        span: Span::default(),
        family: Family::Kamerstuk,
        targets: targets.collect(),
        kamer: None,
        session: None,
        standing,
        pages: Vec::new(),
        problems: Vec::new(),
    }
}

fn page(number: u32) -> RecordPages {
    let (kamer, session) = (Kamer::Tweede, SessionYear::starting(2007));
    let range = PageRange { kamer, session, meeting: None, first: number, last: number };
    RecordPages { range, pin: Pin { text: format!("p. {number}"), page: number, span: Span::default() } }
}

/// What of some citations remains where these papers are known, each by its targets.
#[track_caller]
fn check(citations: &[Citation], papers: &[&str], expected: &[&str]) {
    let register =
        Shelf { papers: papers.iter().map(|id| id.parse().unwrap()).collect(), ..Shelf::default() };
    let settled = settle(citations, &register).unwrap_or_else(|| citations.to_vec());
    let printed: Vec<String> = settled
        .iter()
        .map(|citation| {
            assert!(is_certain(citation));
            let targets = citation.targets.iter().map(|target| {
                let pin = target.pin.as_ref().map_or(String::new(), |pin| format!(" {}", pin.text));
                format!("{}{pin}", target.id)
            });
            targets.collect::<Vec<_>>().join("; ")
        })
        .collect();
    assert_eq!(printed, expected);
    assert!(register.asked.get() <= 2, "{} questions", register.asked.get());
}

#[test]
fn a_form_without_keyword_counts_where_all_its_papers_are_known() {
    let bare = |ids: &[&str]| citation(ids, Standing::Unconfirmed);
    check(&[bare(&["kst-35570-XIV-46"])], &["kst-35570-XIV-46"], &["kst-35570-XIV-46"]);
    check(&[bare(&["kst-35570-XIV-46"])], &[], &[]);
    let two = ["kst-35570-XIV-46", "kst-35570-XIV-47"];
    check(&[bare(&two)], &two, &["kst-35570-XIV-46; kst-35570-XIV-47"]);
    check(&[bare(&two)], &two[..1], &[]);
    check(&[bare(&[])], &two, &[]);
}

#[test]
fn what_is_stated_stays_whether_it_is_known_or_not() {
    let stated = citation(&["kst-29521-385", "kst-36410-C"], Standing::Stated);
    let among = [citation(&["dossier/35124"], Standing::Unconfirmed), stated];
    check(&among, &[], &["kst-29521-385; kst-36410-C"]);
    check(&among, &["dossier/35124"], &["dossier/35124", "kst-29521-385; kst-36410-C"]);
}

#[test]
fn pages_become_the_publications_that_hold_them() {
    let mut record = citation(&[], Standing::Stated);
    record.pages = vec![page(4867), page(4868)];
    let listed = ["h-tk-20072008-4866-4868", "h-tk-20072008-4868-4901"];
    // The debate that holds both pages is one paper.
    check(
        std::slice::from_ref(&record),
        &listed,
        &["h-tk-20072008-4866-4868 p. 4867; h-tk-20072008-4868-4901 p. 4868"],
    );
    check(&[record], &[], &[""]);
}

#[test]
fn a_text_that_leaves_nothing_open_asks_nothing() {
    let register = Shelf::default();
    let citations = [citation(&["kst-29521-385"], Standing::Stated)];
    assert!(settle(&citations, &register).is_none());
    assert_eq!(register.asked.get(), 0);
}
