//! Two pages of notes that come from one: what either side did is done, and where both did something else to one note both are kept.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::note::Note;
use super::page::Page;

/// A note that two sides changed at once, in the same field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The note, which has our side.
    pub id: String,
    /// The note that has the other side.
    pub other: String,
}

/// Merges `ours` and `theirs` by the identifiers of their notes. `base` is the page that both come from; without it nothing counts as deleted.
pub(super) fn merge(base: Option<&Page>, ours: &Page, theirs: &Page) -> (Page, Vec<Conflict>) {
    let nothing = Page::default();
    let before = by_id(base.unwrap_or(&nothing));
    let (mine, other) = (by_id(ours), by_id(theirs));
    let (mut notes, mut conflicts) = (Vec::<Note>::new(), Vec::new());
    for note in ours.notes() {
        match (before.get(note.id()), other.get(note.id())) {
            (_, Some(theirs)) if *theirs == note => notes.push(note.clone()),
            (base, Some(theirs)) => {
                let base = base.map(|base| base.json());
                if let Some(raw) = merge_fields(base, note.json(), theirs.json()) {
                    notes.push(Note::read(raw));
                } else {
                    let aside = theirs.as_other_side();
                    conflicts.push(Conflict { id: note.id().to_owned(), other: aside.id().to_owned() });
                    notes.extend([note.clone(), aside]);
                }
            }
            // They deleted what we did not touch.
            (Some(base), None) if *base == note => {}
            (_, None) => notes.push(note.clone()),
        }
    }
    for note in theirs.notes() {
        let deleted_by_us = before.get(note.id()).is_some_and(|base| *base == note);
        if !mine.contains_key(note.id()) && !deleted_by_us {
            notes.push(note.clone());
        }
    }
    // Whoever merges the same sides twice has the other side already.
    let mut seen = HashSet::new();
    notes.retain(|note| seen.insert(note.id().to_owned()));
    let rest = merge_fields(base.map(Page::rest), ours.rest(), theirs.rest());
    (Page::of(rest.unwrap_or_else(|| ours.rest().clone()), notes), conflicts)
}

fn by_id(page: &Page) -> HashMap<&str, &Note> {
    page.notes().iter().map(|note| (note.id(), note)).collect()
}

/// Merges two objects field by field; `None` where both changed a field, each in its own way.
fn merge_fields(
    base: Option<&Map<String, Value>>,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
) -> Option<Map<String, Value>> {
    let mut merged = Map::new();
    let only_theirs = theirs.keys().filter(|key| !ours.contains_key(*key));
    for key in ours.keys().chain(only_theirs) {
        let before = base.and_then(|base| base.get(key));
        let value =
            match (ours.get(key), theirs.get(key)) {
                (mine, other) if mine == other => mine,
                // Who is asked without a common past can only add.
                (None, other) if base.is_none() => other,
                (mine, None) if base.is_none() => mine,
                (mine, other) if base.is_some() && mine == before => other,
                (mine, other) if base.is_some() && other == before => mine,
                // When it last changed is a matter of who was last.
                (Some(Value::String(mine)), Some(Value::String(other))) if key == "modified" => {
                    if mine >= other { ours.get(key) } else { theirs.get(key) }
                }
                _ => return None,
            };
        if let Some(value) = value {
            merged.insert(key.clone(), value.clone());
        }
    }
    Some(merged)
}
