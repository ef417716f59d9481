//! Under which identifier a paper is known, and which publications hold a page of the record of debates: what every corpus answers alike from its lists and its letters.

use std::collections::BTreeMap;

use crate::identifier::{DocumentId, Kamer, Kamerstuk, PageRange, Record, SessionYear};

use super::Catalogues;
use super::catalogue::spellings;

/// Under which identifier a paper is known. `has` tells whether there is a letter with this very identifier; of a dossier, whether there is any letter of it.
pub(super) fn known_as(
    id: &DocumentId,
    lists: &Catalogues,
    has: impl Fn(&DocumentId) -> bool,
) -> Option<DocumentId> {
    let base = id.base();
    // Lists lie in memory, letters perhaps on disk.
    let exists = |id: &DocumentId| lists.has(id) || has(id);
    if exists(&base) {
        return Some(id.clone());
    }
    let paper = base.as_kamerstuk()?;
    let spelled = spellings(paper).into_iter().map(DocumentId::Kamerstuk).filter(exists);
    let mut others = spelled.chain(lists.with_kingdom_number(paper).map(DocumentId::Kamerstuk));
    let first = others.next()?;
    if others.next().is_some() {
        // Papers of several sessions bear the number, and nothing tells which of them is meant.
        return Some(id.clone());
    }
    let suffix = id.as_kamerstuk().and_then(|asked| asked.suffix);
    first.as_kamerstuk().map(|paper| DocumentId::Kamerstuk(Kamerstuk { suffix, ..*paper }))
}

/// Which publications hold these pages, in the order of `ranges`. `letters` gives the letters of one chamber and session that are publications of the record.
pub(super) fn publications(
    ranges: &[PageRange],
    lists: &Catalogues,
    letters: impl Fn(Kamer, SessionYear) -> Vec<String>,
) -> Vec<Vec<DocumentId>> {
    // The publications of a session are gone through once, for all pages of it together.
    let mut records: BTreeMap<(Kamer, SessionYear), Record> = BTreeMap::new();
    ranges
        .iter()
        .map(|range| {
            let record = records.entry((range.kamer, range.session)).or_insert_with(|| {
                let letters = letters(range.kamer, range.session);
                let prefix = range.prefix();
                let listed = lists.names_with(&prefix);
                Record::new(range.kamer, range.session, listed.chain(letters.iter().map(String::as_str)))
            });
            record.holding(range)
        })
        .collect()
}
