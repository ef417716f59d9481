//! The page of notes on one letter: reading it from bytes and writing it down.
//!
//! A page that cannot be read whole is an error with its place, never half a page: whoever writes half a page loses the other half.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Map, Value};

use crate::messages::Message;

use super::context::completed;
use super::form::{PageForm, PageType};
use super::letter_text::TextHash;
use super::markers;
use super::merge::{Conflict, merge};
use super::note::Note;
use super::strict;

/// The notes on one letter, in the order in which they were made.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Page {
    /// All fields of the page but its notes.
    rest: Map<String, Value>,
    notes: Vec<Note>,
}

/// Something odd in a page that was read whole all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Oddity {
    /// Git left both sides of a merge in the file. The notes of both are there, and the next change writes them down as one page.
    MergeMarkers,
    /// A note was changed by two sides at once; both are kept.
    Conflict(Conflict),
    /// Two notes have the same identifier and differ; both are kept, the second under another identifier.
    DuplicateId(String),
    /// A note has no identifier, and got one.
    NoId,
}

impl Oddity {
    /// The same as a sentence for users, of the notes in the file at `path`.
    #[must_use]
    pub fn message(&self, path: &Path) -> Message {
        let message = match self {
            Self::MergeMarkers => Message::new("notes-merge-markers"),
            Self::Conflict(_) => Message::new("notes-conflict"),
            Self::DuplicateId(_) => Message::new("notes-duplicate-id"),
            Self::NoId => Message::new("notes-no-id"),
        };
        message.with("path", path.display())
    }
}

/// Why a page cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unreadable {
    /// The bytes are no UTF-8.
    #[error("no UTF-8 from byte {at} on")]
    NotUtf8 {
        /// The first byte that is wrong.
        at: usize,
    },
    /// It is no JSON.
    #[error("no JSON at line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// An object in it has one field twice, as where two notes were run into each other; read as JSON commonly is, one of the two would be lost.
    #[error("the field {key} twice in one object")]
    Twice {
        /// The field.
        key: String,
    },
    /// It is JSON, but no page of notes.
    #[error("no AnnotationPage")]
    NotAPage,
    /// One of its items is no note.
    #[error("item {number} is no Annotation")]
    NotANote {
        /// From 1.
        number: usize,
    },
    /// Git left both sides of a merge in it, and one of these cannot be read.
    #[error("the marks of a merge, and a side that cannot be read")]
    Unmerged,
}

impl Page {
    /// Reads a page, with what is odd in it. A file without a byte has no notes.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<Oddity>), Unreadable> {
        let text =
            std::str::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 { at: error.valid_up_to() })?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if text.is_empty() {
            return Ok((Self::default(), Vec::new()));
        }
        let Some(sides) = markers::split(text) else { return Self::parse(text) };
        let (ours, mut odd) = Self::parse(&sides.ours).map_err(|_| Unreadable::Unmerged)?;
        let (theirs, more) = Self::parse(&sides.theirs).map_err(|_| Unreadable::Unmerged)?;
        odd.extend(more);
        // Without the text that both come from, nothing counts as deleted.
        let base = sides.base.and_then(|base| Self::parse(&base).ok()).map(|(base, _)| base);
        let (page, conflicts) = merge(base.as_ref(), &ours, &theirs);
        odd.insert(0, Oddity::MergeMarkers);
        odd.extend(conflicts.into_iter().map(Oddity::Conflict));
        Ok((page, odd))
    }

    fn parse(text: &str) -> Result<(Self, Vec<Oddity>), Unreadable> {
        let value = strict::read(text)?;
        let Value::Object(mut rest) = value else { return Err(Unreadable::NotAPage) };
        let is_page = super::note::each(rest.get("type")).any(|it| it == "AnnotationPage");
        let Some(Value::Array(items)) = rest.get_mut("items").filter(|_| is_page) else {
            return Err(Unreadable::NotAPage);
        };
        let items = std::mem::take(items);
        let (mut notes, mut odd) = (Vec::<Note>::new(), Vec::new());
        let mut by_id = HashMap::<String, usize>::new();
        for (index, item) in items.into_iter().enumerate() {
            let Value::Object(raw) = item else { return Err(Unreadable::NotANote { number: index + 1 }) };
            if !raw.get("id").is_some_and(Value::is_string) {
                odd.push(Oddity::NoId);
            }
            let mut note = Note::read(raw);
            if let Some(&before) = by_id.get(note.id()) {
                // The same thing twice is one thing.
                if notes[before] == note {
                    continue;
                }
                odd.push(Oddity::DuplicateId(note.id().to_owned()));
                note = note.as_other_side();
                if by_id.contains_key(note.id()) {
                    continue;
                }
            }
            by_id.insert(note.id().to_owned(), notes.len());
            notes.push(note);
        }
        Ok((Self { rest, notes }, odd))
    }

    /// The notes, in the order in which they were made.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// One of them.
    #[must_use]
    pub fn note(&self, id: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.id() == id)
    }

    /// The text that a passage was selected in last of all; `None` where no note tells.
    #[must_use]
    pub fn last_seen_on(&self) -> Option<TextHash> {
        let newest = |note: &&Note| (note.modified().max(note.created()), note.id().to_owned());
        let telling = self.notes.iter().filter(|note| note.anchor().is_some_and(|it| it.seen_on.is_some()));
        telling.max_by_key(newest)?.anchor()?.seen_on
    }

    /// One of them, to change it.
    pub fn note_mut(&mut self, id: &str) -> Option<&mut Note> {
        self.notes.iter_mut().find(|note| note.id() == id)
    }

    /// Puts a note in its place among the others.
    pub fn add(&mut self, note: Note) {
        self.notes.push(note);
        self.sort();
    }

    /// Takes a note away, because a person wants it; `None` where there is none of this identifier.
    pub fn remove(&mut self, id: &str) -> Option<Note> {
        let at = self.notes.iter().position(|note| note.id() == id)?;
        Some(self.notes.remove(at))
    }

    pub(super) const fn rest(&self) -> &Map<String, Value> {
        &self.rest
    }

    pub(super) fn of(rest: Map<String, Value>, notes: Vec<Note>) -> Self {
        let mut page = Self { rest, notes };
        page.sort();
        page
    }

    /// Whether there is nothing in it that anybody would miss.
    pub(super) fn is_empty(&self) -> bool {
        let plain = ["@context", "id", "type", "items"];
        self.notes.is_empty() && self.rest.keys().all(|key| plain.contains(&key.as_str()))
    }

    /// Has the page and its notes be about a letter, whose address relative to the page is `source`; `own` is the page's own.
    pub(super) fn set_addresses(&mut self, own: &str, source: &str) {
        self.rest.insert("id".to_owned(), own.into());
        for note in &mut self.notes {
            note.set_source(source);
        }
    }

    /// Fills in the letter's address where a note that is new lacks it.
    pub(super) fn complete(&mut self, source: &str) {
        for note in self.notes.iter_mut().filter(|note| note.source() == Some("")) {
            note.set_source(source);
        }
    }

    /// The page as it is written down: indented by two, LF line ends, the notes sorted by creation, so that it reads well in a diff.
    /// `own` is the page's name.
    pub(super) fn write(&self, own: &str) -> Vec<u8> {
        let context = completed(self.rest.get("@context"));
        let id = self.rest.get("id").and_then(Value::as_str).unwrap_or(own).to_owned();
        let form = PageForm { context, id, r#type: PageType::AnnotationPage, items: Vec::new() };
        let Ok(Value::Object(mut page)) = serde_json::to_value(&form) else {
            unreachable!("a form with fields is an object")
        };
        for (key, value) in &self.rest {
            if !matches!(key.as_str(), "@context" | "items") {
                page.insert(key.clone(), value.clone());
            }
        }
        let items = self.notes.iter().map(|note| Value::Object(note.json().clone()));
        page.insert("items".to_owned(), items.collect());
        let mut bytes = serde_json::to_vec_pretty(&page).expect("JSON that was read can be written");
        bytes.push(b'\n');
        bytes
    }

    /// Stable, so that notes of one moment, and those of which no moment is known, stay as they are.
    fn sort(&mut self) {
        self.notes.sort_by_cached_key(|note| (note.created(), note.id().to_owned()));
    }
}
