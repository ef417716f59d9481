//! What a note is about, as it stands in JSON: the letter, a passage by its selectors, or another note.

use serde_json::{Map, Value};

use super::anchor::{Anchor, Distinct};
use super::context::{DISTINCT_BY, SEEN_ON};
use super::draft::passage_json;
use super::letter_text::{TextHash, with_lf};
use super::note::each;

/// What a note is about.
#[derive(Clone, PartialEq, Debug)]
pub enum Target {
    /// The letter as a whole.
    Letter,
    /// A passage of it.
    Passage(Anchor),
    /// Another note, by its identifier.
    Note(String),
    /// Something in the letter that is told in a way that Griffier does not read, such as by an `XPath`. It can be attached anew.
    Unread,
}

/// What stands in a note's `target`. Of several targets the first counts.
pub(super) fn read(target: Option<&Value>) -> Target {
    let Some(target) = each(target).next() else { return Target::Letter };
    if let Some(address) = address(target).filter(|address| address.starts_with("urn:uuid:")) {
        return Target::Note(address.to_owned());
    }
    let Some(object) = target.as_object().filter(|object| object.contains_key("selector")) else {
        return Target::Letter;
    };
    read_anchor(object).map_or(Target::Unread, Target::Passage)
}

/// The letter's address in a `target`, as it stands there.
pub(super) fn source(target: Option<&Value>) -> Option<&str> {
    each(target).next().and_then(address)
}

fn address(target: &Value) -> Option<&str> {
    [target, &target["source"], &target["source"]["id"], &target["id"]].into_iter().find_map(Value::as_str)
}

/// Gives the letter another address in a `target` that is one, and leaves a note alone that answers another.
pub(super) fn set_source(target: Option<&mut Value>, source: &str) {
    let Some(target) = target else { return };
    let first = match target {
        Value::Array(targets) => targets.first_mut(),
        one => Some(one),
    };
    let Some(first) = first else { return };
    if address(first).is_some_and(|address| address.starts_with("urn:uuid:")) {
        return;
    }
    let place = match first {
        Value::Object(object) => {
            let key = if object.contains_key("source") { "source" } else { "id" };
            let nested = matches!(object.get(key), Some(Value::Object(_)));
            let Some(place) = object.get_mut(key) else { return };
            if nested { &mut place["id"] } else { place }
        }
        one => one,
    };
    *place = source.into();
}

/// A target that holds on to another passage of the same letter; what others put beside the selectors stays.
pub(super) fn rewritten(before: Option<Value>, source: &str, anchor: &Anchor) -> Value {
    let fresh = passage_json(source, anchor);
    let (first, rest) = match before {
        Some(Value::Array(mut targets)) if !targets.is_empty() => (Some(targets.remove(0)), targets),
        one => (one, Vec::new()),
    };
    let first = match (first, fresh) {
        (Some(Value::Object(mut old)), Value::Object(fresh)) => {
            for key in [SEEN_ON, DISTINCT_BY] {
                if !fresh.contains_key(key) {
                    old.shift_remove(key);
                }
            }
            for (key, value) in fresh {
                // How the letter is named is a matter of whoever named it.
                if key != "source" || !(old.contains_key("source") || old.contains_key("id")) {
                    old.insert(key, value);
                }
            }
            Value::Object(old)
        }
        (_, fresh) => fresh,
    };
    if rest.is_empty() { first } else { Value::Array(std::iter::once(first).chain(rest).collect()) }
}

fn read_anchor(target: &Map<String, Value>) -> Option<Anchor> {
    let selectors: Vec<&Value> = each(target.get("selector")).collect();
    let of_type = |name: &str| selectors.iter().find(|it| each(it.get("type")).any(|it| it == name));
    let quote = of_type("TextQuoteSelector");
    let text = |key: &str| with_lf(quote.and_then(|it| it[key].as_str()).unwrap_or_default()).0;
    let position = of_type("TextPositionSelector").and_then(|it| {
        let place = |key: &str| it[key].as_u64().and_then(|at| usize::try_from(at).ok());
        Some((place("start")?, place("end")?)).filter(|(start, end)| start <= end)
    });
    if quote.is_none_or(|it| !it["exact"].is_string()) && position.is_none() {
        return None;
    }
    Some(Anchor {
        quote: text("exact"),
        prefix: text("prefix"),
        suffix: text("suffix"),
        position,
        seen_on: target.get(SEEN_ON).and_then(Value::as_str).and_then(TextHash::parse),
        distinct: target.contains_key(SEEN_ON).then(|| {
            let by = |name: &str| each(target.get(DISTINCT_BY)).any(|it| it == name);
            Distinct { quote: by("quote"), context: by("context"), surroundings: by("surroundings") }
        }),
    })
}
