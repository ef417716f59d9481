//! `griffier.note.…`: notes are made, answered, changed and taken away. Described in `schemas/protocol.md`.
//!
//! A command has one argument, an object with the address of the letter. It writes the file of notes at once, and merges with what others wrote meanwhile.

mod desk;
mod draft;
mod overview;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::gen_lsp_types::{Range, Uri};

use crate::annotation::{About, Draft, Motivation, Note, Page, Target};
use crate::lsp::state::State;
use crate::messages::Message;

use super::{Answer, Command};

pub(in crate::lsp) use desk::Desk;

pub(in crate::lsp) const ADD: &str = "griffier.note.add";
pub(in crate::lsp) const RESOLVE: &str = "griffier.note.resolve";
pub(in crate::lsp) const REOPEN: &str = "griffier.note.reopen";
pub(in crate::lsp) const DELETE: &str = "griffier.note.delete";
pub(in crate::lsp) const REATTACH: &str = "griffier.note.reattach";
pub(in crate::lsp) const EDIT: &str = "griffier.note.edit";
pub(in crate::lsp) const DRAFT: &str = "griffier.note.draft";
const OVERVIEW: &str = "griffier.notes.overview";
const REPLY: &str = "griffier.note.reply";

pub(super) const COMMANDS: &[Command] = &[
    Command { name: ADD, run: add },
    Command { name: REPLY, run: reply },
    Command { name: EDIT, run: edit },
    Command { name: RESOLVE, run: resolve },
    Command { name: REOPEN, run: reopen },
    Command { name: DELETE, run: delete },
    Command { name: REATTACH, run: reattach },
    Command { name: DRAFT, run: draft::run },
    Command { name: OVERVIEW, run: overview::run },
];

/// The one argument of a command, where it is as it should be.
pub(super) fn told<T: DeserializeOwned>(arguments: &[Value]) -> Option<T> {
    match arguments {
        [told] => serde_json::from_value(told.clone()).ok(),
        _ => None,
    }
}

/// What a note is to say.
#[derive(Debug, Default, Deserialize)]
pub(in crate::lsp) struct Words {
    pub(in crate::lsp) body: Option<String>,
    pub(in crate::lsp) tags: Option<Vec<String>>,
    pub(in crate::lsp) papers: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Add {
    uri: Uri,
    range: Option<Range>,
    #[serde(flatten)]
    words: Words,
    motivation: Option<String>,
}

fn add(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(Add { uri, range, words, motivation }) = told(arguments) else { return answer.refuse() };
    let asked = motivation.as_deref().map(Motivation::from_name);
    // An answer is made by another command, and says to what.
    if matches!(asked, Some(None | Some(Motivation::Replying))) {
        return answer.refuse();
    }
    state.change_notes(&uri, answer, move |desk| {
        let about = match range {
            Some(range) => About::Passage(desk.anchor(range)?),
            None => About::Letter,
        };
        desk.make(about, &words, asked.flatten()).map(Value::String)
    });
}

#[derive(Deserialize)]
struct Reply {
    uri: Uri,
    id: String,
    body: String,
}

fn reply(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(Reply { uri, id, body }) = told(arguments) else { return answer.refuse() };
    state.change_notes(&uri, answer, move |desk| {
        desk.make(About::Note(id), &Words { body: Some(body), ..Words::default() }, None).map(Value::String)
    });
}

#[derive(Deserialize)]
struct Edit {
    uri: Uri,
    id: String,
    #[serde(flatten)]
    words: Words,
}

fn edit(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(Edit { uri, id, words }) = told(arguments) else { return answer.refuse() };
    state.change_notes(&uri, answer, move |desk| {
        desk.rewrite(&id, &words)?;
        Ok(Value::Null)
    });
}

#[derive(Deserialize)]
struct One {
    uri: Uri,
    id: String,
}

fn resolve(state: &mut State, arguments: &[Value], answer: Answer) {
    set_resolved(state, arguments, answer, true);
}

fn reopen(state: &mut State, arguments: &[Value], answer: Answer) {
    set_resolved(state, arguments, answer, false);
}

fn set_resolved(state: &State, arguments: &[Value], answer: Answer, resolved: bool) {
    let Some(One { uri, id }) = told(arguments) else { return answer.refuse() };
    state.change_notes(&uri, answer, move |desk| {
        desk.change(&id, |note| note.set_resolved(resolved, Timestamp::now()))?;
        Ok(Value::Null)
    });
}

/// With a note go the answers to it, which nobody could read any more.
fn delete(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(One { uri, id }) = told(arguments) else { return answer.refuse() };
    state.change_notes(&uri, answer, move |desk| {
        let mut sidecar = desk.notes()?;
        sidecar.page.remove(&id).ok_or_else(gone)?;
        let mut removed = vec![id];
        while let Some(id) = removed.pop() {
            for answer in answers_to(&sidecar.page, &id) {
                sidecar.page.remove(&answer);
                removed.push(answer);
            }
        }
        desk.save(&mut sidecar)?;
        Ok(Value::Null)
    });
}

fn answers_to(page: &Page, id: &str) -> Vec<String> {
    let answers = |note: &&Note| matches!(note.target(), Target::Note(other) if other == id);
    page.notes().iter().filter(answers).map(|note| note.id().to_owned()).collect()
}

#[derive(Deserialize)]
struct Reattach {
    uri: Uri,
    id: String,
    range: Range,
}

fn reattach(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(Reattach { uri, id, range }) = told(arguments) else { return answer.refuse() };
    state.change_notes(&uri, answer, move |desk| {
        let anchor = desk.anchor(range)?;
        desk.change(&id, |note| note.set_anchor(&anchor, Timestamp::now()))?;
        Ok(Value::Null)
    });
}

impl Desk {
    /// Makes a note, and gives what it is known by.
    pub(in crate::lsp) fn make(
        &self,
        about: About,
        words: &Words,
        motivation: Option<Motivation>,
    ) -> Result<String, Message> {
        let body = words.body.clone().unwrap_or_default();
        let tags = self.tags(words.tags.as_deref().unwrap_or_default())?;
        let links = self.papers(words.papers.as_deref().unwrap_or_default())?;
        if body.trim().is_empty() && tags.is_empty() && links.is_empty() {
            return Err(Message::new("note-says-nothing"));
        }
        let mut sidecar = self.notes()?;
        if let About::Note(id) = &about
            && sidecar.page.note(id).is_none()
        {
            return Err(gone());
        }
        let usual = match about {
            About::Note(_) => Motivation::Replying,
            _ if !body.trim().is_empty() => Motivation::Commenting,
            _ if tags.is_empty() => Motivation::Linking,
            _ => Motivation::Tagging,
        };
        let mut draft = Draft::new(motivation.unwrap_or(usual), about);
        draft.text = body;
        draft.tags = tags;
        draft.links = links;
        draft.creator = self.creator();
        let note = Note::new(&draft, Timestamp::now());
        let id = note.id().to_owned();
        sidecar.page.add(note);
        self.save(&mut sidecar)?;
        Ok(id)
    }

    /// Gives a note other words; what is not said stays. A note that would say nothing any more is left as it was.
    pub(in crate::lsp) fn rewrite(&self, id: &str, words: &Words) -> Result<(), Message> {
        let tags = words.tags.as_deref().map(|tags| self.tags(tags)).transpose()?;
        let papers = words.papers.as_deref().map(|papers| self.papers(papers)).transpose()?;
        let now = Timestamp::now();
        let mut sidecar = self.notes()?;
        let note = sidecar.page.note_mut(id).ok_or_else(gone)?;
        if let Some(body) = words.body.as_deref().filter(|body| **body != note.text()) {
            note.set_text(body, now);
        }
        if let Some(tags) = &tags {
            note.set_tags(tags, now);
        }
        if let Some(papers) = &papers {
            note.set_links(papers, now);
        }
        if note.text().trim().is_empty() && note.tags().is_empty() && note.links().is_empty() {
            return Err(Message::new("note-says-nothing"));
        }
        self.save(&mut sidecar)
    }

    /// Changes one note.
    fn change(&self, id: &str, change: impl FnOnce(&mut Note)) -> Result<(), Message> {
        let mut sidecar = self.notes()?;
        change(sidecar.page.note_mut(id).ok_or_else(gone)?);
        self.save(&mut sidecar)
    }
}

/// The note is not there any more.
fn gone() -> Message {
    Message::new("note-gone")
}
