//! JSON in which no object has a field twice.
//!
//! Readers of JSON commonly take the last of two and say nothing. In a page that some tool put together line by line (git with `merge=union` does), the first is half of a note that nobody would miss until it was too late.

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::page::Unreadable;

/// Reads a text as JSON, whole.
pub(super) fn read(text: &str) -> Result<Value, Unreadable> {
    let twice = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read =
        Strict { twice: &twice }.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| match twice.into_inner() {
        Some(key) => Unreadable::Twice { key },
        None => Unreadable::NotJson { line: error.line(), column: error.column() },
    })
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    /// The first field that stands twice.
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element_seed(self)? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            if object.contains_key(&key) {
                self.twice.borrow_mut().get_or_insert(key);
                return Err(de::Error::custom("a field stands twice"));
            }
            let value = fields.next_value_seed(self)?;
            object.insert(key, value);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_json_is_read_as_it_is() {
        let text = r#"{"b": [1, -2, 2.5, "\u00e9", null, true, {}], "a": 18446744073709551615}"#;
        assert_eq!(read(text).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(read("{\n  \"a\": }"), Err(Unreadable::NotJson { line: 2, column: 8 }));
        assert!(matches!(read("{} {}"), Err(Unreadable::NotJson { .. })));
    }

    #[test]
    fn a_field_that_stands_twice_is_told() {
        let text = r#"{"items": [{"id": "urn:uuid:1", "id": "urn:uuid:2"}]}"#;
        assert_eq!(read(text), Err(Unreadable::Twice { key: "id".to_owned() }));
    }
}
