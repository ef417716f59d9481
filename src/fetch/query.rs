//! What is asked for, of whichever service: which family of papers, from which days, in which order.
//!
//! How a service puts it stands with the service, in `sru` and `odata`.

use std::fmt;

use crate::identifier::{Date, Dossier, Series};

/// A family of papers, as the service publishes them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    /// Parliamentary papers, with their attachments.
    Kamerstukken,
    /// The record of debates.
    Handelingen,
    /// Answers to written questions.
    Aanhangsel,
    /// Written questions that await their answer.
    Kamervragen,
    /// Documents of the Tweede Kamer by their own numbers (`2024D28457`), which the open data of the Kamer have; fetched only where they are asked for.
    Documenten,
}

impl Family {
    /// All of them, in the order in which they are fetched.
    pub const ALL: [Self; 5] =
        [Self::Kamerstukken, Self::Handelingen, Self::Aanhangsel, Self::Kamervragen, Self::Documenten];

    /// Those of the official publications, which are fetched where nothing else is said.
    pub const PUBLISHED: [Self; 4] =
        [Self::Kamerstukken, Self::Handelingen, Self::Aanhangsel, Self::Kamervragen];

    /// The series of its identifiers.
    #[must_use]
    pub const fn series(self) -> Series {
        match self {
            Self::Kamerstukken => Series::Kamerstuk,
            Self::Handelingen => Series::Handelingen,
            Self::Aanhangsel => Series::Aanhangsel,
            Self::Kamervragen => Series::Kamervragen,
            Self::Documenten => Series::TkDocument,
        }
    }

    /// The code of its identifiers: `kst`, `h`, `ah`, `kv`, `tkd`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.series().code()
    }

    /// Reads the code of its identifiers.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.code() == code)
    }
}

/// Which papers of a family are meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Window {
    /// All of them.
    All,
    /// Those that bear a date from the first day on, and before the second.
    Dated(Option<Date>, Option<Date>),
    /// Those that were published or changed from the first day on, and before the second.
    Changed(Date, Option<Date>),
    /// Those of one dossier.
    Dossier(Dossier),
}

impl fmt::Display for Window {
    /// As it stands in the journal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        match self {
            Self::All => f.write_str("all"),
            Self::Dated(from, to) => write!(f, "dated {}..{}", day(*from), day(*to)),
            Self::Changed(from, to) => write!(f, "changed {from}..{}", day(*to)),
            Self::Dossier(dossier) => write!(f, "dossier {dossier}"),
        }
    }
}

/// The order in which the papers come. It must not change while one reads, so identifiers are best.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Order {
    /// By identifier.
    #[default]
    Identifier,
    /// By date, for a service that does not sort by identifiers.
    Date,
}

/// A question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Query {
    pub(super) family: Family,
    pub(super) window: Window,
}

/// A page of an answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Page {
    /// So many records there are in all, as far as the service knows; it may be an estimate.
    pub(super) total: usize,
    /// So many of them are on the page.
    pub(super) records: usize,
    /// Those of them that have an identifier.
    pub(super) papers: Vec<Paper>,
}

/// A paper, as a service knows it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Paper {
    /// Its identifier.
    pub(super) identifier: String,
    /// Its line in a catalogue; none where the identifier is of no form that is known.
    pub(super) line: Option<String>,
    /// Its dossiers with their titles.
    pub(super) dossiers: Vec<(String, String)>,
}
