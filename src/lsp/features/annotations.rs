//! `griffier/annotations`: notes, for clients that show them in ways of their own. Described in `schemas/protocol.md`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::gen_lsp_types::{Range, TextDocumentIdentifier, Uri};

use crate::annotation::{Filter, Motivation};
use crate::ide::papers_named;
use crate::lsp::convert;
use crate::lsp::notes::{Entry, Noted};
use crate::lsp::snapshot::{Ground, Surroundings};

/// What is asked of `griffier/annotations`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    /// Of which letter; of all letters of all workspaces where nothing is said.
    text_document: Option<TextDocumentIdentifier>,
    #[serde(default)]
    filter: Wanted,
}

/// Which notes are asked for.
#[derive(Clone, Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    tags: Vec<String>,
    state: Option<State>,
    creator: Option<String>,
    text: Option<String>,
    paper: Option<String>,
}

/// How far a note is, as it is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Open,
    Resolved,
    Orphan,
}

/// What is answered.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(in crate::lsp) struct Annotations {
    letters: Vec<Letter>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct Letter {
    uri: Uri,
    notes: Vec<Note>,
    orphans: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct Note {
    id: String,
    range: Option<Range>,
    whole: bool,
    orphan: bool,
    state: &'static str,
    motivation: &'static str,
    body: String,
    tags: Vec<String>,
    papers: Vec<String>,
    creator: Option<String>,
    created: Option<String>,
    modified: Option<String>,
    quote: Option<String>,
    candidates: Vec<Candidate>,
    replies: Vec<Reply>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct Candidate {
    range: Range,
    score: f64,
    text: String,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct Reply {
    id: String,
    body: String,
    creator: Option<String>,
    created: Option<String>,
    modified: Option<String>,
}

/// The notes that are asked for.
pub(in crate::lsp) fn annotations(
    params: &Params,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> Annotations {
    let Some(document) = &params.text_document else {
        let letters = grounds.iter().flat_map(|ground| {
            let asked = params.filter.read(ground);
            let noted = around.notebook.of_ground(ground, &around.views, around.facts.encoding).into_iter();
            noted.filter_map(move |(path, noted)| {
                let letter = letter(address(&path, around)?, &noted, asked.as_ref(), false, ground);
                (!letter.notes.is_empty() || letter.unreadable.is_some()).then_some(letter)
            })
        });
        return Annotations { letters: letters.collect() };
    };
    let one = of_one(&document.uri, grounds, around).map(|(ground, noted, is_open)| {
        letter(document.uri.clone(), &noted, params.filter.read(&ground).as_ref(), is_open, &ground)
    });
    let nothing = || Letter { uri: document.uri.clone(), notes: Vec::new(), orphans: 0, unreadable: None };
    Annotations { letters: vec![one.unwrap_or_else(nothing)] }
}

/// The notes of one letter, with what it is judged by, and whether it is open; `None` where it is served by nobody.
pub(super) fn of_one(
    uri: &Uri,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> Option<(Arc<Ground>, Arc<Noted>, bool)> {
    let encoding = around.facts.encoding;
    if let Some(view) = around.views.iter().find(|view| view.letter.uri == *uri) {
        let noted = around.notebook.of_open(&view.letter, &view.ground, encoding);
        return Some((Arc::clone(&view.ground), noted, true));
    }
    let path = convert::path_of(uri)?;
    let ground = ground_of(&path, grounds)?;
    Some((Arc::clone(ground), around.notebook.of_file(&path, ground, encoding), false))
}

/// What a letter that is not open is judged by: that of the nearest root above it.
pub(super) fn ground_of<'a>(path: &Path, grounds: &'a [Arc<Ground>]) -> Option<&'a Arc<Ground>> {
    let root =
        |ground: &Arc<Ground>| ground.corpus.root().filter(|root| path.starts_with(root)).map(PathBuf::from);
    let depth = |ground: &&Arc<Ground>| root(ground).map(|root| root.components().count());
    grounds.iter().filter(|ground| root(ground).is_some()).max_by_key(depth)
}

/// The address by which the client knows a letter.
pub(super) fn address(path: &Path, around: &Surroundings) -> Option<Uri> {
    around.open.get(path).map(|(uri, _)| uri.clone()).or_else(|| convert::uri_of(path))
}

fn letter(uri: Uri, noted: &Noted, asked: Option<&Asked>, is_open: bool, ground: &Ground) -> Letter {
    let admitted = |entry: &&Entry| asked.is_none_or(|asked| asked.admits(entry, noted));
    let shown = noted.roots().filter(admitted).map(|entry| note(entry, noted, is_open));
    Letter {
        uri,
        notes: shown.collect(),
        orphans: noted.roots().filter(|entry| entry.is_orphan()).count(),
        unreadable: noted.trouble.as_ref().map(|message| ground.say.text(message)),
    }
}

fn note(entry: &Entry, noted: &Noted, is_open: bool) -> Note {
    let note = &entry.listed.note;
    let candidates = entry.candidates.iter().filter(|_| is_open);
    let motivation = match note.motivation() {
        // What it answered is gone, or it was made by a program that has other reasons.
        Some(Motivation::Replying) | None => Motivation::Commenting,
        Some(motivation) => motivation,
    };
    Note {
        id: note.id().to_owned(),
        range: entry.range,
        whole: entry.listed.placed.is_none(),
        orphan: entry.is_orphan(),
        state: if note.is_resolved() { "resolved" } else { "open" },
        motivation: motivation.name(),
        body: note.text(),
        tags: note.tags().into_iter().map(str::to_owned).collect(),
        papers: entry.listed.links(),
        creator: note.creator().map(str::to_owned),
        created: text_of(entry, "created"),
        modified: text_of(entry, "modified"),
        quote: Some(entry.listed.quote.clone()).filter(|quote| !quote.is_empty()),
        candidates: candidates
            .map(|(range, score, text)| Candidate { range: *range, score: *score, text: text.clone() })
            .collect(),
        replies: noted.answers_to(entry).map(reply).collect(),
    }
}

fn reply(entry: &Entry) -> Reply {
    let note = &entry.listed.note;
    Reply {
        id: note.id().to_owned(),
        body: note.text(),
        creator: note.creator().map(str::to_owned),
        created: text_of(entry, "created"),
        modified: text_of(entry, "modified"),
    }
}

fn text_of(entry: &Entry, key: &str) -> Option<String> {
    entry.listed.note.json().get(key).and_then(Value::as_str).map(str::to_owned)
}

/// What is asked for, in the terms of notes.
struct Asked {
    /// All but words.
    filter: Filter,
    words: Filter,
    /// Whether a paper is asked for that nobody can read as one; nothing links to that.
    nothing: bool,
}

impl Wanted {
    /// The same in the terms of notes; `None` where all are asked for.
    fn read(&self, ground: &Ground) -> Option<Asked> {
        let Self { tags, state, creator, text, paper } = self;
        if tags.is_empty() && state.is_none() && creator.is_none() && text.is_none() && paper.is_none() {
            return None;
        }
        let orphaned = || ["ambiguous", "orphaned"].map(str::to_owned).into();
        let named = |paper: &String| papers_named(paper, &*ground.corpus).map(|(papers, _)| papers);
        let filter = Filter {
            tags: tags.clone(),
            people: creator.iter().cloned().collect(),
            states: if *state == Some(State::Orphan) { orphaned() } else { Vec::new() },
            resolved: match state {
                Some(State::Open) => Some(false),
                Some(State::Resolved) => Some(true),
                _ => None,
            },
            papers: paper.iter().filter_map(named).flatten().collect(),
            ..Filter::default()
        };
        let words = text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
        let nothing = paper.is_some() && filter.papers.is_empty();
        Some(Asked { filter, words: Filter { words, ..Filter::default() }, nothing })
    }
}

impl Asked {
    /// Whether a note is asked for. Words may stand in an answer to it as well.
    fn admits(&self, entry: &Entry, noted: &Noted) -> bool {
        let says = |entry: &Entry| self.words.admits(&entry.listed);
        !self.nothing
            && self.filter.admits(&entry.listed)
            && (says(entry) || noted.answers_to(entry).any(says))
    }
}
