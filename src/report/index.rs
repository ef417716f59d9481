//! What `griffier index` did and found, for programs.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::config::Coverage;
use crate::corpus::Flaw;

use super::json;

/// What was done to the index of letters and what there is in it, as `griffier index --format json` prints it.
///
/// Paths are relative to the root of the workspace, with `/`, but for that of the index itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier index")]
pub struct IndexReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// How many letters were read; `null` where the index was only looked at.
    read: Option<usize>,
    /// How many letters and folders could not be read; `null` where the index was only looked at. Files that are no text or too large for a letter are not among them.
    unread: Option<usize>,
    /// What there is, where `--stats` asked for it.
    stats: Option<IndexStats>,
    /// What is amiss, in order of path, where `--verify` asked for it.
    flaws: Option<Vec<IndexFlaw>>,
}

/// What there is in the index.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Stats")]
pub struct IndexStats {
    /// The file of the index.
    pub file: String,
    /// Its size, in bytes.
    pub bytes: u64,
    /// How many letters there are.
    pub letters: usize,
    /// The size of their files, in bytes.
    pub letter_bytes: u64,
    /// How many of them are papers with an identifier.
    pub papers: usize,
    /// How often the letters cite a paper.
    pub citations: usize,
    /// How many papers they cite.
    pub cited_papers: usize,
    /// The citations of papers that a list should have and has not, and that are no letters either.
    pub unresolved: usize,
    /// The citations of papers that no list covers, so that nothing can be said of them.
    pub unverifiable: usize,
    /// How long ago the index was made, in seconds.
    pub age: u64,
    /// How long ago it last changed, in seconds.
    pub unchanged: u64,
    /// The lists of what exists.
    pub catalogues: Vec<IndexCatalogue>,
}

/// A list of what exists.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Catalogue")]
pub struct IndexCatalogue {
    /// Its file name.
    pub name: String,
    /// How many papers it holds, reprints and attachments not counted apart.
    pub papers: usize,
    /// What it is complete in.
    pub coverage: Vec<IndexCoverage>,
}

/// What a list is complete in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Coverage")]
#[serde(rename_all = "kebab-case")]
pub struct IndexCoverage {
    /// The series, by the start of its identifiers.
    family: String,
    /// Complete from this dossier on.
    from_dossier: Option<u32>,
    /// Complete from this session on.
    from_session: Option<String>,
    /// The last day of which it is complete.
    until: String,
}

impl IndexCoverage {
    /// In plain words.
    #[must_use]
    pub fn new(coverage: &Coverage) -> Self {
        Self {
            family: coverage.family.clone(),
            from_dossier: coverage.from_dossier,
            from_session: coverage.from_session.map(|session| session.to_string()),
            until: coverage.until.to_string(),
        }
    }
}

/// Something that is amiss with the index.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Flaw")]
pub struct IndexFlaw {
    /// The letter; `null` where it is the index as a whole.
    path: Option<String>,
    /// What is amiss. Where the index is damaged or differs from a letter that has not changed, it is at fault; else it is only behind.
    #[schemars(extend("enum" = ["damaged", "differs", "changed", "gone", "unreadable", "new"]))]
    kind: &'static str,
}

impl IndexFlaw {
    /// What is amiss with a letter, or with the index as a whole.
    #[must_use]
    pub const fn new(path: Option<String>, flaw: Flaw) -> Self {
        let kind = match flaw {
            Flaw::Damaged => "damaged",
            Flaw::Differs => "differs",
            Flaw::Changed => "changed",
            Flaw::Gone => "gone",
            Flaw::Unreadable => "unreadable",
            Flaw::New => "new",
        };
        Self { path, kind }
    }
}

impl IndexReport {
    /// What was done and found.
    #[must_use]
    pub const fn new(
        read: Option<usize>,
        unread: Option<usize>,
        stats: Option<IndexStats>,
        flaws: Option<Vec<IndexFlaw>>,
    ) -> Self {
        Self { version: 1, read, unread, stats, flaws }
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
