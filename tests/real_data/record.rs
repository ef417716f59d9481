//! The publications of the record of debates in the publisher's list, by their pages.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::collections::BTreeMap;
use std::fs;

use griffier::identifier::{Kamer, PageRange, Record, SessionYear};

use crate::shared;

/// The publications of each chamber and session, unpacked by other means than those of the catalogue.
fn publications(shared: &std::path::Path) -> BTreeMap<(Kamer, SessionYear), Vec<String>> {
    let packed = fs::File::open(shared.join("data/parl_ids.txt.xz")).unwrap();
    let text = std::io::read_to_string(lzma_rust2::XzReader::new(packed, true)).unwrap();
    let mut publications: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for id in text.lines() {
        let mut pieces = id.split('-');
        let (Some("h"), Some(kamer), Some(session)) = (pieces.next(), pieces.next(), pieces.next()) else {
            continue;
        };
        let key = Kamer::from_code(kamer).zip(SessionYear::from_code(session));
        publications.entry(key.expect("the list is in order")).or_default().push(id.to_owned());
    }
    publications
}

#[test]
fn every_publication_is_found_by_its_own_pages() {
    let Some(shared) = shared() else { return };
    let (mut asked, mut shared_pages) = (0, 0);
    for ((kamer, session), ids) in publications(&shared) {
        let record = Record::new(kamer, session, ids.iter().map(String::as_str));
        for id in &ids {
            // A joint meeting that a chamber published among its own has pages of its own.
            if id.contains("VV") {
                continue;
            }
            let numbers: Vec<u32> = id.split('-').skip(3).filter_map(|it| it.parse().ok()).collect();
            let (meeting, first, last) = match numbers[..] {
                [first, last] if session.first() < 2009 => (None, first, last),
                [meeting, first, last] if session.first() < 1996 && first <= last => {
                    (Some(meeting), first, last)
                }
                [meeting, first] if session.first() == 2009 && meeting < first => {
                    (Some(meeting), first, first)
                }
                [meeting, first] if session.first() == 2010 => (Some(meeting), first, first),
                _ => continue,
            };
            let range = PageRange { kamer, session, meeting, first, last };
            let found: Vec<String> = record.holding(&range).iter().map(ToString::to_string).collect();
            if first < last && first + 200 > last {
                assert_eq!(found, [id.as_str()], "{range:?}");
                asked += 1;
            } else if found.contains(id) {
                shared_pages += 1;
            } else {
                // What is no range of pages has the form of one by a slip, or is an item.
                assert!(session.first() >= 2009 || first > last || last - first > 1000, "{id}: {found:?}");
            }
        }
    }
    println!("{asked} ranges, {shared_pages} single pages");
    assert!(asked > 10_000 && shared_pages > 5_000, "{asked}, {shared_pages}");
}
