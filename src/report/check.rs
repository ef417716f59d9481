//! The findings of a check, for programs.

use std::path::Path;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analysis::{Finding, Fix, Related};
use crate::import::Letter;
use crate::messages::Translator;
use crate::text::{Buffer, FileEncoding, PositionEncoding};

use super::json;
use super::place::place as place_of;

/// A letter that was checked, and what is to be said of it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// Its file, as the reader is to see it.
    pub path: &'a str,
    /// How the file writes its characters.
    pub encoding: FileEncoding,
    /// Its text, without byte order mark.
    pub text: &'a str,
    /// What is to be said of it, in order of place.
    pub findings: &'a [Finding],
    /// The letter that was made of the file, where it is a Word file; `text` is that of the letter.
    pub made: Option<&'a Letter>,
}

/// The findings of a check, as `griffier check --format json` prints them.
///
/// All offsets are UTF-8 bytes of the decoded text without byte order mark.
/// Paths are relative to the root of the workspace, with `/`; a file outside it has its whole path.
/// Of a Word file, offsets, lines and columns are those of the letter that `griffier import` makes of it, and `place` says where in the file it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier check")]
pub struct CheckReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// Every letter that was checked, in order of path.
    files: Vec<CheckFile>,
}

/// A letter that was checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "File")]
pub struct CheckFile {
    /// The letter.
    path: String,
    /// How the file writes its characters.
    encoding: &'static str,
    /// What is to be said of it, in order of place.
    findings: Vec<CheckFinding>,
}

/// Something to be said of a place in a letter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct CheckFinding {
    /// The rule that says it, such as `unknown-document`.
    code: &'static str,
    /// How grave it is.
    #[schemars(extend("enum" = ["error", "warning", "info", "hint"]))]
    severity: &'static str,
    /// What it says, in the language that was asked for.
    message: String,
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// The line of the first byte, from 1.
    #[schemars(range(min = 1))]
    line: u32,
    /// The column of the first byte, in code points from 1.
    #[schemars(range(min = 1))]
    column: u32,
    /// Where in its file, such as `paragraph 12`, `footnote 3`, `endnote 1`, `table 2, row 4`, `text box 1`; only where lines mean nothing, as in a Word file. Paragraphs are those with words outside tables and boxes, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// Other places that explain it.
    related: Vec<CheckRelated>,
    /// What would mend it, the best first.
    fixes: Vec<CheckFix>,
}

/// A place that explains a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Related")]
struct CheckRelated {
    /// The file, which may be the letter itself.
    path: String,
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// What it has to do with the finding.
    message: String,
}

/// A way to mend a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
struct CheckFix {
    /// What it does.
    title: String,
    /// Whether it certainly restores what was meant, so that it may be applied unseen.
    safe: bool,
    /// Ascending, without overlap.
    edits: Vec<CheckEdit>,
}

/// Words to stand in place of others.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Edit")]
struct CheckEdit {
    /// The first byte that is replaced.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// By what.
    text: String,
}

impl CheckReport {
    /// Puts the files of a check together.
    #[must_use]
    pub fn new(files: Vec<CheckFile>) -> Self {
        Self { version: 1, files }
    }

    /// The report as JSON, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_json(self)
    }

    /// The schema of the report.
    #[must_use]
    pub fn schema() -> Schema {
        json::schema::<Self>()
    }
}

impl CheckFile {
    /// Reports on one letter. `shown` makes of another file's path what the reader is to see.
    #[must_use]
    pub fn new(letter: Checked<'_>, shown: &dyn Fn(&Path) -> String, say: Translator) -> Self {
        let buffer = Buffer::new(letter.text);
        let findings = letter.findings.iter().map(|finding| {
            let place = buffer.position(finding.span.start, PositionEncoding::Utf32);
            CheckFinding {
                code: finding.code,
                severity: finding.severity.name(),
                message: say.text(&finding.message),
                start: finding.span.start,
                end: finding.span.end,
                line: place.line + 1,
                column: place.column + 1,
                place: place_of(letter.made, finding.span.start).map(ToString::to_string),
                related: finding.related.iter().map(|it| related(it, letter.path, shown, say)).collect(),
                fixes: finding.fixes.iter().map(|it| fix(it, say)).collect(),
            }
        });
        Self { path: letter.path.to_owned(), encoding: letter.encoding.name(), findings: findings.collect() }
    }
}

fn related(related: &Related, own: &str, shown: &dyn Fn(&Path) -> String, say: Translator) -> CheckRelated {
    CheckRelated {
        path: related.path.as_deref().map_or_else(|| own.to_owned(), shown),
        start: related.span.start,
        end: related.span.end,
        message: say.text(&related.message),
    }
}

fn fix(fix: &Fix, say: Translator) -> CheckFix {
    let edits = fix.edits.iter().map(|edit| CheckEdit {
        start: edit.span.start,
        end: edit.span.end,
        text: edit.text.clone(),
    });
    CheckFix { title: say.text(&fix.title), safe: fix.safe, edits: edits.collect() }
}
