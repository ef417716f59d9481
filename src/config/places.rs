//! The folders and globs that a file of settings names, each with its line: for one who looks whether there is anything at them.

use super::tree::{Entry, Item, Value, read_toml};

/// What a folder or glob of the settings is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlaceKind {
    /// `corpus.letters`: where letters lie.
    Letters,
    /// `corpus.exclude`: what is left out of them.
    Exclude,
    /// `paths` of `findings.ignore`: letters of which rules say nothing. A glob without a slash counts in every folder.
    Ignore,
}

/// A folder or glob, as the settings have it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenPlace {
    /// What it is for.
    pub kind: PlaceKind,
    /// As it is written.
    pub written: String,
    /// Its line, from one.
    pub line: Option<usize>,
}

/// The folders and globs that a file of settings names, in the order of its lines, as far as it is TOML.
#[must_use]
pub fn written_places(text: &str) -> Vec<WrittenPlace> {
    let (entries, _) = read_toml(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let mut places = Vec::new();
    for entry in tables(&entries, "corpus") {
        let kind = match &*entry.key {
            "letters" => PlaceKind::Letters,
            "exclude" => PlaceKind::Exclude,
            _ => continue,
        };
        take(&entry.item, kind, &mut places);
    }
    for ignore in tables(&entries, "findings").filter(|entry| entry.key == "ignore") {
        let Value::List(items) = &ignore.item.value else { continue };
        let tables = items.iter().filter_map(|item| match &item.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        });
        for paths in tables.flatten().filter(|entry| entry.key == "paths") {
            take(&paths.item, PlaceKind::Ignore, &mut places);
        }
    }
    places
}

/// What stands in the table of this name.
fn tables<'a>(entries: &'a [Entry], name: &'static str) -> impl Iterator<Item = &'a Entry> {
    let named = entries.iter().filter(move |entry| entry.key == name);
    named.flat_map(|entry| match &entry.item.value {
        Value::Table(entries) => &entries[..],
        _ => &[],
    })
}

fn take(list: &Item, kind: PlaceKind, places: &mut Vec<WrittenPlace>) {
    let Value::List(items) = &list.value else { return };
    places.extend(items.iter().filter_map(|item| match &item.value {
        Value::Text(written) => Some(WrittenPlace { kind, written: written.clone(), line: item.line }),
        _ => None,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_with_its_line() {
        let text = "[corpus]\nletters = [\n  \"brieven\",\n  3,\n]\nexclude = [\"*/oud\"]\n\n[[findings.ignore]]\n\
                    rules = [\"self-citation\"]\npaths = [\"*.md\", \"archief/**\"]\n";
        let found: Vec<_> =
            written_places(text).into_iter().map(|it| (it.kind, it.written, it.line.unwrap())).collect();
        assert_eq!(
            found,
            [
                (PlaceKind::Letters, "brieven".to_owned(), 3),
                (PlaceKind::Exclude, "*/oud".to_owned(), 6),
                (PlaceKind::Ignore, "*.md".to_owned(), 10),
                (PlaceKind::Ignore, "archief/**".to_owned(), 10),
            ]
        );
        assert_eq!(written_places("[corpus\nletters = 3"), []);
    }
}
