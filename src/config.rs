//! The settings, as plain data with their defaults.
//!
//! Layer 1. Where settings come from (flags, editor, workspace file, user file) is decided by those who load them.

use std::collections::BTreeMap;

use crate::identifier::{Date, SessionYear};
use crate::messages::Language;

/// All settings.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Config {
    /// The language of messages.
    pub language: Language,
    /// Where letters and lists lie.
    pub corpus: CorpusConfig,
    /// What is said of citations, and how loudly.
    pub findings: FindingsConfig,
    /// Who makes notes.
    pub annotation: AnnotationConfig,
}

/// Where letters and lists lie.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CorpusConfig {
    /// Folders or globs, relative to the root; empty is the root itself.
    pub letters: Vec<String>,
    /// Lists of what exists, of the user and of the workspace together.
    pub catalogues: Vec<CatalogueConfig>,
}

/// A list of what exists.
#[derive(Clone, PartialEq, Debug)]
pub struct CatalogueConfig {
    /// Its file, absolute or relative to the root.
    pub path: std::path::PathBuf,
    /// What absence from it means.
    pub coverage: Vec<Coverage>,
}

/// What a list claims to be complete in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Coverage {
    /// The series, by the code of its identifiers: `kst`.
    pub family: String,
    /// Complete from this dossier on.
    pub from_dossier: Option<u32>,
    /// Complete from this session on.
    pub from_session: Option<SessionYear>,
    /// Complete until this day.
    pub until: Date,
}

impl Coverage {
    /// Complete in Kamerstukken from a dossier on, until a day.
    #[must_use]
    pub fn papers(from_dossier: u32, until: Date) -> Self {
        Self { family: "kst".to_owned(), from_dossier: Some(from_dossier), from_session: None, until }
    }
}

/// What is said of citations, and how loudly.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FindingsConfig {
    /// In whose style letters are written.
    pub style: Style,
    /// The level of single rules, by their code.
    pub severity: BTreeMap<String, Level>,
}

/// A style of citation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Style {
    /// The house style of printed letters: `Kamerstuk 29 521, nr. 385`.
    #[default]
    Kamer,
    /// The Leidraad voor juridische auteurs.
    Leidraad,
    /// The Aanwijzingen voor de regelgeving.
    Aanwijzingen,
}

/// A level that a setting gives a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Not said at all.
    Off,
    /// As a hint.
    Hint,
    /// As a remark.
    Info,
    /// As a warning.
    Warning,
    /// As an error.
    Error,
}

/// Who makes notes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AnnotationConfig {
    /// The name that notes bear.
    pub creator: Option<String>,
}
