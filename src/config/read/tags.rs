//! The settings of notes, and the tags that they may bear.

use crate::config::Tag;
use crate::config::tags::folded;
use crate::config::tree::{Entry, Item, Value};
use crate::messages::Message;

use super::{Partial, Reader};

impl Reader<'_> {
    pub(super) fn annotation(&mut self, item: &Item, partial: &mut Partial) {
        for entry in self.table(item, "annotation") {
            let item = &entry.item;
            match entry.key.as_str() {
                "creator" => partial.creator = self.text(item, "annotation.creator"),
                "folder" => partial.notes = self.notes(item),
                "closed" => partial.closed = self.yes_or_no(item, "annotation.closed"),
                "tags-file" => {
                    partial.tags_file = self.file(item, "annotation.tags-file").map(|it| (it, item.line));
                }
                "tag" => partial.tags = self.tags(item),
                _ => {}
            }
        }
    }

    /// A file of tags, in which they stand as in a file of settings; anything else in it is told and does not count.
    pub(in crate::config) fn tags_file(&mut self, entries: &[Entry]) -> Partial {
        let mut partial = Partial::default();
        for entry in self.known(entries, "") {
            let mut other = vec![(entry.key.clone(), entry.line)];
            if let ("annotation", Value::Table(entries)) = (entry.key.as_str(), &entry.item.value) {
                let others = entries.iter().filter(|it| !matches!(it.key.as_str(), "tag" | "closed"));
                other = others.map(|it| (format!("annotation.{}", it.key), it.line)).collect();
                let kept = entries.iter().filter(|it| matches!(it.key.as_str(), "tag" | "closed"));
                let kept = Value::Table(kept.cloned().collect());
                self.annotation(&Item { line: entry.line, value: kept }, &mut partial);
            }
            for (key, line) in other {
                self.problem(line, Message::new("config-no-tags").with("key", key));
            }
        }
        partial
    }

    fn tags(&mut self, item: &Item) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        for item in self.list(item, "annotation.tag", "config-want-tables") {
            let Some(tag) = self.tag(item) else { continue };
            if tags.iter().any(|other| folded(&other.name) == folded(&tag.name)) {
                let message = Message::new("config-tag-twice").with("tag", &tag.name);
                self.problem(item.line, message);
            } else {
                tags.push(tag);
            }
        }
        tags
    }

    fn tag(&mut self, item: &Item) -> Option<Tag> {
        let table = "annotation.tag";
        let (mut name, mut tag) = (None, Tag::default());
        let problems = self.problems.len();
        for entry in self.table(item, table) {
            let (item, key) = (&entry.item, format!("{table}.{}", entry.key));
            match entry.key.as_str() {
                // Drafts have the tags of a note in a row, with commas between them.
                "name" => {
                    let sound = |text: &str| {
                        let plain = !text.is_empty() && !text.contains([',', '\n', '\r']);
                        plain.then(|| text.to_owned())
                    };
                    name = self.parsed(item, &key, "config-want-tag", sound);
                }
                "nl" => tag.nl = self.text(item, &key),
                "en" => tag.en = self.text(item, &key),
                "description" => tag.description = self.text(item, &key),
                "color" => {
                    let sound = |text: &str| is_color(text).then(|| text.to_lowercase());
                    tag.color = self.parsed(item, &key, "config-want-color", sound);
                }
                _ => {}
            }
        }
        if name.is_none() {
            self.missing(item, table, "name", problems);
        }
        Some(Tag { name: name?, ..tag })
    }

    fn yes_or_no(&mut self, item: &Item, key: &str) -> Option<bool> {
        if let Value::YesOrNo(said) = item.value {
            return Some(said);
        }
        self.wrong(item, key, Message::new("config-kind-yes-or-no"));
        None
    }
}

/// Whether a text is `#` and six hexadecimal digits.
fn is_color(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}
