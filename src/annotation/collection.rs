//! The notes on several letters as one W3C `AnnotationCollection`, for other programs.

use serde_json::{Map, Value, json};

use super::context::completed;
use super::note::Note;

/// The notes of several letters. Each letter comes with its address and its notes, which then say that they are about it; a whole page of one letter is what its sidecar is.
#[must_use]
pub fn collection<'a>(letters: impl IntoIterator<Item = (String, &'a [Note])>) -> Value {
    let mut items = Vec::new();
    for (address, notes) in letters {
        for note in notes {
            let mut note = note.clone();
            note.set_source(&address);
            items.push(Value::Object(note.json().clone()));
        }
    }
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), completed(None));
    whole.insert("type".to_owned(), json!("AnnotationCollection"));
    whole.insert("total".to_owned(), json!(items.len()));
    whole.insert("first".to_owned(), json!({ "type": "AnnotationPage", "startIndex": 0, "items": items }));
    Value::Object(whole)
}
