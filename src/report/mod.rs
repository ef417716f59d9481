//! Findings and citations for people and for programs: strings to be printed, by whom and where is decided above.
//!
//! Layer 6. The structured forms are a contract (design, section 6): they have a version, and their schemas stand in `schemas/`.
//! Nothing here reads a file or knows of a terminal; colours are always written, and taken out by who prints to a place without.

mod check;
mod cite;
mod diff;
mod forms;
mod github;
mod human;
mod import;
mod index;
mod json;
mod lines;
mod notes;
mod place;
mod refs;
mod sarif;
mod words;

pub use check::{CheckFile, CheckReport, Checked};
pub use cite::{CiteReport, cite_text};
pub use diff::diff;
pub use forms::{forms_page, forms_text};
pub use github::github;
pub use human::{OtherText, human, severity_name, summary};
pub use import::{ImportRemark, ImportReport, ImportedLetter};
pub use index::{IndexCatalogue, IndexCoverage, IndexFlaw, IndexReport, IndexStats};
pub use notes::{NotesReport, candidate_lines, note_lines};
pub use refs::{RefsReport, refs_file, refs_line};
pub use sarif::{RuleAddress, Sarif};
