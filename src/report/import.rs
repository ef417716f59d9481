//! What `griffier import` did, for programs.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::json;

/// What became of the files that were imported, as `griffier import --format json` prints it. Paths are from the current folder where they lie below it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier import")]
#[serde(rename_all = "kebab-case")]
pub struct ImportReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// Whether it is only told what would be done (`--dry-run`).
    dry_run: bool,
    /// What became of each source, in order of path.
    letters: Vec<ImportedLetter>,
    /// How many files in the folders that were named are of another kind.
    skipped: usize,
}

/// What became of one source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Letter")]
pub struct ImportedLetter {
    /// The file that was read.
    pub source: String,
    /// The letter; `null` where it never came to one.
    pub letter: Option<String>,
    /// What became of it: `edited` is a letter that was left as its user edited it, `failed` one that could not be read or written.
    #[schemars(extend("enum" = ["new", "unchanged", "replaced", "edited", "failed"]))]
    pub outcome: &'static str,
    /// The copy that was kept of a letter that was edited.
    pub copy: Option<String>,
    /// Why there is no new letter.
    pub message: Option<String>,
    /// Where in the source that shows, in words: `line 12`, `footnote 3`.
    pub place: Option<String>,
    /// What was repaired, left out or doubtful.
    pub remarks: Vec<ImportRemark>,
}

/// Something that who reads a letter should know of its source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Remark")]
pub struct ImportRemark {
    /// What it is.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
    /// Where in the source, in words.
    pub place: Option<String>,
}

impl ImportReport {
    /// What was done.
    #[must_use]
    pub const fn new(dry_run: bool, letters: Vec<ImportedLetter>, skipped: usize) -> Self {
        Self { version: 1, dry_run, letters, skipped }
    }

    /// One line.
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
