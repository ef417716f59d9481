//! Notes on letters: for people, for programs, and for a spreadsheet.

use std::fmt::Write as _;
use std::path::Path;

use clap::builder::styling::{AnsiColor, Style};
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::annotation::{Listed, Placed, Target};
use crate::messages::{Message, Translator};
use crate::text::{Buffer, PositionEncoding};

use super::json;
use super::words::in_one_line;

const PATH: Style = AnsiColor::Magenta.on_default();
const NUMBER: Style = AnsiColor::Green.on_default();
const TAG: Style = AnsiColor::Cyan.on_default();
const LOST: Style = AnsiColor::Yellow.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// No more of a passage is shown on a line, in code points.
const SHOWN: usize = 72;

/// The notes on letters, as `griffier annotate list --format json` prints them.
///
/// Offsets are UTF-8 bytes of the decoded text without byte order mark; paths are relative to the root, with `/`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier annotate list")]
pub struct NotesReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// In order of path, and within a letter in the order in which they were made.
    notes: Vec<NoteEntry>,
}

/// A note.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Note")]
struct NoteEntry {
    /// What it is known by, for as long as it exists.
    id: String,
    /// The file of the letter.
    path: String,
    /// Whether its passage is where it was (`anchored`), elsewhere in the same words (`moved`), or in other words (`approximate`); whether several places may be meant (`ambiguous`) or none is certain (`orphaned`).
    state: &'static str,
    /// The first byte of its passage; `null` where it stands nowhere for certain, and for a note on the letter as a whole.
    start: Option<usize>,
    /// The byte after the last.
    end: Option<usize>,
    /// The line on which it begins, from 1.
    line: Option<u32>,
    /// The column on which it begins, in code points, from 1.
    column: Option<u32>,
    /// The words of its passage, with LF line ends; empty for a note on the letter as a whole.
    quote: String,
    /// Its tags.
    tags: Vec<String>,
    /// Its words, in Markdown.
    body: String,
    /// The papers that it links to, by their official identifiers, and other addresses.
    links: Vec<String>,
    /// Why it was made, by the name that the W3C has for it.
    motivation: Option<&'static str>,
    /// Who made it.
    creator: Option<String>,
    /// When, in UTC.
    created: Option<String>,
    /// When it last changed.
    modified: Option<String>,
    /// Whether what it is about has been dealt with.
    resolved: bool,
    /// The note that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<String>,
    /// Where its passage may be, best first, where that is not certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<NoteCandidate>,
}

/// A place that may be the passage of a note.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidate")]
struct NoteCandidate {
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// How alike it is, in hundredths.
    score: u32,
}

impl NotesReport {
    /// These notes. `shown` makes paths relative.
    #[must_use]
    pub fn new(notes: &[Listed], shown: &dyn Fn(&Path) -> String) -> Self {
        Self { version: 1, notes: notes.iter().map(|note| NoteEntry::new(note, shown)).collect() }
    }

    /// The report on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_json(self)
    }

    /// The schema of the form.
    #[must_use]
    pub fn schema() -> Schema {
        json::schema::<Self>()
    }
}

impl NoteEntry {
    fn new(listed: &Listed, shown: &dyn Fn(&Path) -> String) -> Self {
        let note = &listed.note;
        let span = listed.placed.as_ref().and_then(Placed::span);
        let candidates = listed.placed.as_ref().map(Placed::candidates).unwrap_or_default();
        Self {
            id: note.id().to_owned(),
            path: shown(&listed.path),
            state: listed.state(),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            line: listed.position.map(|(line, _)| line),
            column: listed.position.map(|(_, column)| column),
            quote: listed.quote.clone(),
            tags: note.tags().into_iter().map(str::to_owned).collect(),
            body: note.text(),
            links: listed.links(),
            motivation: note.motivation().map(crate::annotation::Motivation::name),
            creator: note.creator().map(str::to_owned),
            created: note.created().map(|moment| moment.to_string()),
            modified: note.modified().map(|moment| moment.to_string()),
            resolved: note.is_resolved(),
            reply_to: match note.target() {
                Target::Note(id) => Some(id),
                _ => None,
            },
            candidates: candidates
                .iter()
                .map(|it| NoteCandidate {
                    start: it.span.start,
                    end: it.span.end,
                    score: hundredths(it.score),
                })
                .collect(),
        }
    }
}

/// A score between 0 and 1 in hundredths.
fn hundredths(score: f64) -> u32 {
    (0..=100).rev().find(|hundredth| f64::from(*hundredth) <= score * 100.0).unwrap_or(0)
}

/// A note for people: where it is, what it is about, and below it what it says.
#[must_use]
pub fn note_lines(listed: &Listed, path: &str, say: Translator) -> String {
    let note = &listed.note;
    let mut out = format!("{PATH}{path}{PATH:#}");
    // Writing to a string cannot fail.
    if let Some((line, column)) = listed.position {
        let _ = write!(out, ":{NUMBER}{line}{NUMBER:#}:{NUMBER}{column}{NUMBER:#}");
    }
    out.push(':');
    if !matches!(listed.state(), "anchored" | "moved") {
        let code = match listed.state() {
            "approximate" => "note-approximate",
            "ambiguous" => "note-ambiguous",
            _ => "note-orphaned",
        };
        let _ = write!(out, " {LOST}{}{LOST:#}", say.text(&Message::new(code)));
    }
    for tag in note.tags() {
        let _ = write!(out, " {TAG}{tag}{TAG:#}");
    }
    if note.is_resolved() {
        let _ = write!(out, " {FAINT}({}){FAINT:#}", say.text(&Message::new("note-resolved")));
    }
    let quote = shortened(&in_one_line(&listed.quote));
    match note.target() {
        Target::Note(_) => {
            let _ = write!(out, " {}", say.text(&Message::new("note-answers")));
        }
        _ if quote.is_empty() => {
            let _ = write!(out, " {}", say.text(&Message::new("note-on-letter")));
        }
        _ => {}
    }
    if !quote.is_empty() {
        let _ = write!(out, " “{quote}”");
    }
    if let Some(signature) = listed.signature() {
        let _ = write!(out, " {FAINT}{}{FAINT:#}", say.text(&signature));
    }
    out.push('\n');
    for line in note.text().lines() {
        let _ = writeln!(out, "    {line}");
    }
    for link in listed.links() {
        let _ = writeln!(out, "    → {link}");
    }
    out
}

/// Where the passage of a note that stands nowhere for certain may be in the text of its letter: a line each, the likeliest first.
#[must_use]
pub fn candidate_lines(listed: &Listed, path: &str, text: &str, say: Translator) -> String {
    let mut out = String::new();
    let buffer = Buffer::new(text);
    for candidate in listed.placed.as_ref().map(Placed::candidates).unwrap_or_default() {
        let start = buffer.position(candidate.span.start, PositionEncoding::Utf32);
        let message = Message::new("note-candidate")
            .with("place", format!("{path}:{}:{}", start.line + 1, start.column + 1))
            .with("words", shortened(&in_one_line(candidate.span.of(text))))
            .with("score", hundredths(candidate.score));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "    {}", say.text(&message));
    }
    out
}

/// Words that are too long for a line, without those in their midst.
fn shortened(words: &str) -> String {
    let len = words.chars().count();
    if len <= SHOWN {
        return words.to_owned();
    }
    let half = SHOWN / 2;
    let start: String = words.chars().take(half).collect();
    let end: String = words.chars().skip(len - half).collect();
    format!("{} … {}", start.trim_end(), end.trim_start())
}
