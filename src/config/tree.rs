//! Settings before anybody knows what they mean: one tree for TOML and for the JSON that editors send, with the lines where it has them.

use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::identifier::Date;
use crate::messages::Message;

/// A value and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Item {
    /// From one.
    pub(super) line: Option<usize>,
    pub(super) value: Value,
}

/// A value.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Value {
    Text(String),
    Whole(i64),
    Day(Date),
    List(Vec<Item>),
    Table(Vec<Entry>),
    YesOrNo(bool),
    /// A fraction, a time, a number that is too large: nothing that any setting holds.
    Other,
}

/// A key with its value.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    /// The line of the key, from one.
    pub(super) line: Option<usize>,
    pub(super) item: Item,
}

impl Value {
    /// What it is, in words: `a number`.
    pub(super) const fn kind(&self) -> Message {
        match self {
            Self::Text(_) => Message::new("config-kind-text"),
            Self::Whole(_) | Self::Other => Message::new("config-kind-number"),
            Self::Day(_) => Message::new("config-kind-day"),
            Self::List(_) => Message::new("config-kind-list"),
            Self::Table(_) => Message::new("config-kind-table"),
            Self::YesOrNo(_) => Message::new("config-kind-yes-or-no"),
        }
    }
}

/// A line that is no TOML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Broken {
    /// From one.
    pub(super) line: usize,
    pub(super) message: Message,
}

/// Reads TOML, as far as it is TOML.
pub(super) fn read_toml(text: &str) -> (Vec<Entry>, Vec<Broken>) {
    let (table, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let lines = Lines(text);
    let mut broken: Vec<Broken> = Vec::new();
    // The last line of a run of lines of which only the first is the user's mistake: a bracket that does not close costs the parser those below it too.
    let mut run = 0;
    for error in errors {
        let line = lines.at(error.span().map_or(0, |span| span.start));
        let is_twice = error.message().contains("duplicate key");
        if !is_twice && run > 0 && line <= run + 1 {
            run = line;
            continue;
        }
        let quoted = text.lines().nth(line - 1).unwrap_or_default().trim();
        let message = match quoted {
            _ if is_twice => Message::new("config-twice"),
            "" => Message::new("config-not-toml-at-end"),
            _ => Message::new("config-not-toml"),
        };
        if !is_twice {
            run = line;
        }
        broken.push(Broken { line, message: message.with("text", quoted) });
    }
    (entries(table.into_inner(), lines), broken)
}

/// Reads what an editor sends. `null` is what a setting is that nobody has set.
pub(super) fn read_json(json: &Json) -> Option<Item> {
    let value = match json {
        Json::Null => return None,
        Json::Bool(said) => Value::YesOrNo(*said),
        Json::Number(number) => number.as_i64().map_or(Value::Other, Value::Whole),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(items.iter().filter_map(read_json).collect()),
        Json::Object(entries) => Value::Table(
            entries
                .iter()
                .filter_map(|(key, value)| {
                    Some(Entry { key: key.clone(), line: None, item: read_json(value)? })
                })
                .collect(),
        ),
    };
    Some(Item { line: None, value })
}

fn entries(table: DeTable<'_>, lines: Lines<'_>) -> Vec<Entry> {
    let mut pairs: Vec<_> = table.into_iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let entry = |(key, value): (Spanned<DeString<'_>>, _)| {
        let line = Some(lines.at(key.span().start));
        Entry { key: key.into_inner().into_owned(), line, item: item(value, lines) }
    };
    pairs.into_iter().map(entry).collect()
}

fn item(value: Spanned<DeValue<'_>>, lines: Lines<'_>) -> Item {
    let line = Some(lines.at(value.span().start));
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix()).map_or(Value::Other, Value::Whole)
        }
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => day(date).map_or(Value::Other, Value::Day),
            _ => Value::Other,
        },
        DeValue::Boolean(said) => Value::YesOrNo(said),
        DeValue::Float(_) => Value::Other,
        DeValue::Array(items) => Value::List(items.into_iter().map(|one| item(one, lines)).collect()),
        DeValue::Table(table) => Value::Table(entries(table, lines)),
    };
    Item { line, value }
}

fn day(date: toml::value::Date) -> Option<Date> {
    let (year, month, day) = (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day));
    Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
}

/// The lines of a text.
#[derive(Clone, Copy)]
struct Lines<'a>(&'a str);

impl Lines<'_> {
    /// The line, from one, of a byte.
    fn at(self, byte: usize) -> usize {
        let before = &self.0.as_bytes()[..byte.min(self.0.len())];
        memchr::memchr_iter(b'\n', before).count() + 1
    }
}
