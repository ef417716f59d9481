//! The settings: plain data with their defaults, and the files that they are read from.
//!
//! Layer 1. Nothing here knows what a setting does; the names of rules, which some settings bear, are handed in by those who load them.

mod baseline;
mod creator;
mod edit;
mod fetch;
mod file;
mod folders;
mod load;
mod origin;
mod places;
mod read;
mod silenced;
mod tags;
mod toml_text;
mod tree;
mod write;

use std::collections::BTreeMap;

use crate::identifier::{Date, SessionYear};
use crate::messages::Language;

pub use baseline::{Baseline, Known};
pub use creator::git_user_name;
pub use edit::{NotToml, ignore_rule, silence_place, turn_off};
pub use fetch::FetchConfig;
pub use file::schema;
pub(crate) use file::without_null;
pub use folders::{
    CONFIG_FILE, FETCHED_FILE, cache_folder, data_folder, fetched_file, find_root, is_home_or_above,
    user_file,
};
pub use load::{Loaded, Sources, load, problems_in};
pub use origin::{Origin, Problem};
pub use places::{PlaceKind, WrittenPlace, written_places};
pub use read::families;
pub use silenced::{SILENCED_FILE, SilencedPlace};
pub use tags::{Tag, TagSet};
pub use toml_text::{catalogue_table, quoted};
pub use write::{create_file, replace_file};

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
    /// How things are fetched from the official services.
    pub fetch: FetchConfig,
}

/// Where letters and lists lie.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CorpusConfig {
    /// Folders or globs, relative to the root; empty is the root itself.
    pub letters: Vec<String>,
    /// What of these is left out: folders, files or globs, relative to the root.
    pub exclude: Vec<String>,
    /// Lists of what exists, of the user and of the workspace together.
    pub catalogues: Vec<CatalogueConfig>,
}

/// A list of what exists.
#[derive(Clone, PartialEq, Debug)]
pub struct CatalogueConfig {
    /// Its file, absolute or relative to the root. From a file of settings it comes absolute.
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
    /// Rules that are left out of some letters.
    pub ignore: Vec<Ignore>,
    /// Places of letters that nothing is to be said of.
    pub silenced: Vec<SilencedPlace>,
    /// What was found before and is let be.
    pub baseline: Baseline,
    /// The file that tells this, where a setting names one.
    pub baseline_file: Option<std::path::PathBuf>,
    /// Where the page of the rules is to be read; without one it is a page of ours.
    pub rules_address: Option<String>,
}

/// Rules that are left out of some letters.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ignore {
    /// Their codes; all rules where there is none.
    pub rules: Vec<String>,
    /// Folders, files or globs, relative to the root.
    pub paths: Vec<String>,
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

impl Style {
    /// Every style with the name that settings have for it.
    pub const NAMES: [(&'static str, Self); 3] =
        [("kamer", Self::Kamer), ("leidraad", Self::Leidraad), ("aanwijzingen", Self::Aanwijzingen)];

    /// Reads the name that settings have for it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(other, _)| *other == name).map(|(_, style)| *style)
    }

    /// The name that settings have for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(&Self::NAMES, self)
    }
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

impl Level {
    /// Every level with the name that settings have for it.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("off", Self::Off),
        ("hint", Self::Hint),
        ("info", Self::Info),
        ("warning", Self::Warning),
        ("error", Self::Error),
    ];

    /// The name that settings have for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(&Self::NAMES, self)
    }
}

fn name_of<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, other)| *other == value).map_or("", |(name, _)| name)
}

/// Who makes notes, where they stand, and what tags they may bear.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AnnotationConfig {
    /// The name that notes bear.
    pub creator: Option<String>,
    /// The folder that notes stand in, absolute or relative to the root; beside the letters where nothing is said.
    pub folder: Option<String>,
    /// The tags that they may bear.
    pub tags: TagSet,
    /// The file that these stand in, where a setting names one.
    pub tags_file: Option<std::path::PathBuf>,
}
