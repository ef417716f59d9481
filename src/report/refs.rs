//! Where papers are cited, for people as a search prints it, and for programs.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::corpus::{CitingPlace, Place};
use crate::identifier::DocumentId;

use super::json;

const PATH: Style = AnsiColor::Magenta.on_default();
const NUMBER: Style = AnsiColor::Green.on_default();
const MATCH: Style = AnsiColor::BrightRed.on_default().bold();

/// The citations of papers, as `griffier refs --format json` prints them.
///
/// Lines and columns count from 1, columns in code points; paths are relative to the root, with `/`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier refs")]
pub struct RefsReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// What was asked for: papers and dossiers (`dossier/29521`) by their official identifiers.
    papers: Vec<String>,
    /// In order of path and place.
    citations: Vec<RefsCitation>,
}

/// A place that cites one of the papers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Citation")]
struct RefsCitation {
    /// The file of the letter.
    path: String,
    /// Which paper the letter is, where it is one.
    letter: Option<String>,
    /// What it cites here.
    id: String,
    /// The first byte, in UTF-8 bytes of the decoded text without byte order mark.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// The line on which it begins.
    line: u32,
    /// The column on which it begins.
    column: u32,
    /// The line on which it ends.
    end_line: u32,
    /// The column behind its last character.
    end_column: u32,
    /// The line without white space around it; of a long line the part around the citation.
    text: String,
    /// Where in `text` the citation stands, as far as it stands on this line.
    r#match: RefsMatch,
    /// Whether part of what it means stands elsewhere in the letter.
    inferred: bool,
}

/// A part of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Match")]
struct RefsMatch {
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
}

impl RefsReport {
    /// These places. `shown` makes paths relative.
    #[must_use]
    pub fn new(
        papers: &[DocumentId],
        places: &[CitingPlace],
        shown: &dyn Fn(&std::path::Path) -> String,
    ) -> Self {
        let citation = |place: &CitingPlace| {
            let cited = &place.cited;
            let ((line, column), (end_line, end_column)) = (from_one(cited.start), from_one(cited.end));
            RefsCitation {
                path: shown(&place.path),
                letter: place.letter.as_ref().map(ToString::to_string),
                id: cited.id.to_string(),
                start: cited.span.start,
                end: cited.span.end,
                line,
                column,
                end_line,
                end_column,
                text: cited.words.to_string(),
                r#match: RefsMatch { start: cited.at.start, end: cited.at.end },
                inferred: cited.inferred,
            }
        };
        Self {
            version: 1,
            papers: papers.iter().map(ToString::to_string).collect(),
            citations: places.iter().map(citation).collect(),
        }
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

/// A place in a line, as a search prints it: `path:line:column: words`.
#[must_use]
pub fn refs_line(path: &str, place: &CitingPlace) -> String {
    let (line, column) = from_one(place.cited.start);
    let (words, at) = (&*place.cited.words, place.cited.at);
    let (before, cited, after) = (&words[..at.start], &words[at.start..at.end], &words[at.end..]);
    format!(
        "{PATH}{path}{PATH:#}:{NUMBER}{line}{NUMBER:#}:{NUMBER}{column}{NUMBER:#}: {before}{MATCH}{cited}{MATCH:#}{after}"
    )
}

/// A file, with how often it cites where that is asked for.
#[must_use]
pub fn refs_file(path: &str, count: Option<usize>) -> String {
    let mut line = format!("{PATH}{path}{PATH:#}");
    if let Some(count) = count {
        // Writing to a string cannot fail.
        let _ = write!(line, ":{NUMBER}{count}{NUMBER:#}");
    }
    line
}

const fn from_one(place: Place) -> (u32, u32) {
    (place.line.saturating_add(1), place.code_point.saturating_add(1))
}
