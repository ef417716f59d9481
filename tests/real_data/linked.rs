//! Notes as linked data, by the W3C's own context.
//!
//! That a processor of JSON-LD expands them is looked at in `.ci/run`; here, that no field is written that would mean nothing to it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use griffier::annotation::{About, Anchor, Draft, LetterText, Memory, Motivation, Note, list_notes};
use griffier::export;
use griffier::identifier::DocumentId;
use griffier::text::Span;
use jiff::Timestamp;
use serde_json::Value;

use crate::shared;

/// The names of all fields, but those of contexts.
fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| fields(value, found)),
        Value::Object(object) => {
            for (key, value) in object.iter().filter(|(key, _)| *key != "@context") {
                found.insert(key.clone());
                fields(value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_of_a_note_has_a_meaning_in_its_context() {
    let Some(shared) = shared() else { return };
    let w3c: Value = serde_json::from_slice(&fs::read(shared.join("schemas/anno.jsonld")).unwrap()).unwrap();
    let text = "Ik zeg u toe de Kamer voor de zomer te informeren.";
    let anchor = Anchor::of(&LetterText::new(text), Span::new(3, 12));
    let mut draft = Draft::new(Motivation::Questioning, About::Passage(anchor));
    draft.text = "Wanneer?".to_owned();
    draft.tags.push("toezegging".to_owned());
    draft.links.push(DocumentId::parse("kst-29521-385").unwrap());
    draft.creator = Some("A. de Vries".to_owned());
    let mut note = Note::new(&draft, Timestamp::UNIX_EPOCH);
    note.set_resolved(true, Timestamp::UNIX_EPOCH);
    let answer = Draft::new(Motivation::Replying, About::Note(note.id().to_owned()));
    let notes = [note, Note::new(&answer, Timestamp::UNIX_EPOCH)];
    let listed = list_notes(Path::new("brief.txt"), &notes, Some(text), &Memory::none());
    let written = export::jsonld(&listed, &|path| path.display().to_string());
    let written: Value = serde_json::from_str(&written).unwrap();
    let contexts = written["@context"].as_array().unwrap();
    assert_eq!(contexts[0], "http://www.w3.org/ns/anno.jsonld");
    let mut found = BTreeSet::new();
    fields(&written, &mut found);
    assert!(found.contains("seenOn") && found.contains("resolved") && found.contains("selector"));
    for field in found {
        let known = w3c["@context"].get(&field).is_some() || contexts[1].get(&field).is_some();
        assert!(known, "{field} means nothing to others");
    }
}
