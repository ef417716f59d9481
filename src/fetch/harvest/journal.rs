//! What has been fetched, and how far a run has come: a small file that is replaced whole after every piece.
//!
//! It names the pieces that are done, each with its digest, so that a run that is killed at any moment goes on behind the last one that was written whole.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::config::replace_file;
use crate::identifier::Date;

use super::super::query::Family;
use super::super::{Trouble, Validators};
use super::segment::Segment;

/// The file.
const FILE: &str = "journal.json";

/// Counted up where what stands in it means something else.
const VERSION: u32 = 1;

/// What was begun longer ago than this, in days, is begun anew.
const FORGOTTEN: i32 = 60;

/// The journal.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Journal {
    version: u32,
    /// What the list holds, by the code of the family.
    families: BTreeMap<String, Held>,
    /// What the service said of pages that are in the list, by their address.
    pub(super) pages: BTreeMap<String, Known>,
    /// Runs that are not at their end.
    runs: BTreeMap<String, Run>,
}

/// What the list holds of a family.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Held {
    since: Option<Day>,
    fetched: Day,
    /// Whether as many came as the service has.
    pub(super) is_whole: bool,
}

/// A page that is in the list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Known {
    tag: Option<String>,
    modified: Option<String>,
    pub(super) total: usize,
    pub(super) records: usize,
}

/// How far a run has come.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Run {
    started: Day,
    pub(super) done: BTreeMap<String, Segment>,
}

/// A day as text; one that is none is the first of all.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct Day(String);

impl Day {
    fn date(&self) -> Date {
        self.0.parse().unwrap_or(Date::ZERO)
    }
}

impl Held {
    /// What bears a date from `since` on (everything where there is none) was all there on the day `fetched`.
    pub(super) fn new(since: Option<Date>, fetched: Date, is_whole: bool) -> Self {
        Self { since: since.map(|day| Day(day.to_string())), fetched: Day(fetched.to_string()), is_whole }
    }

    pub(super) fn since(&self) -> Option<Date> {
        self.since.as_ref().map(Day::date)
    }

    pub(super) fn fetched(&self) -> Date {
        self.fetched.date()
    }

    /// Whether it holds what bears a date from this day on.
    pub(super) fn reaches(&self, since: Option<Date>) -> bool {
        self.since().is_none_or(|held| since.is_some_and(|since| held <= since))
    }
}

impl Known {
    pub(super) fn new(validators: Validators, total: usize, records: usize) -> Option<Self> {
        let Validators { tag, modified } = validators;
        (tag.is_some() || modified.is_some()).then_some(Self { tag, modified, total, records })
    }

    pub(super) fn validators(&self) -> Validators {
        Validators { tag: self.tag.clone(), modified: self.modified.clone() }
    }
}

impl Run {
    pub(super) fn started(&self) -> Date {
        self.started.date()
    }
}

impl Journal {
    /// Reads it. One that is not there, of another version, or damaged is an empty one: then everything is asked for again.
    pub(super) fn read(folder: &Path, today: Date) -> Result<Self, Trouble> {
        let path = folder.join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => {
                String::new()
            }
            Err(error) => return Err(Trouble::disk(&path, &error)),
        };
        let mut journal = serde_json::from_str::<Self>(&text).unwrap_or_default();
        if journal.version != VERSION {
            journal = Self { version: VERSION, ..Self::default() };
        }
        journal.runs.retain(|_, run| {
            today.since(run.started()).is_ok_and(|age| (0..=FORGOTTEN).contains(&age.get_days()))
        });
        Ok(journal)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Trouble> {
        let path = folder.join(FILE);
        let text = serde_json::to_string_pretty(self).expect("texts and numbers can be written as JSON");
        replace_file(&path, text.as_bytes()).map_err(|error| Trouble::disk(&path, &error))
    }

    pub(super) fn held(&self, family: Family) -> Option<&Held> {
        self.families.get(family.code())
    }

    pub(super) fn hold(&mut self, family: Family, held: Held) {
        self.families.insert(family.code().to_owned(), held);
    }

    /// Forgets what the list holds, which begins anew.
    pub(super) fn forget(&mut self) {
        self.families.clear();
        self.pages.clear();
    }

    pub(super) fn run(&self, key: &str) -> Option<&Run> {
        self.runs.get(key)
    }

    pub(super) fn begin(&mut self, key: &str, started: Date) -> &mut Run {
        let run = || Run { started: Day(started.to_string()), ..Run::default() };
        self.runs.entry(key.to_owned()).or_insert_with(run)
    }

    pub(super) fn end(&mut self, key: &str) {
        self.runs.remove(key);
    }

    /// The files of all pieces that are done, of whatever run.
    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.runs.values().flat_map(|run| run.done.values())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_damaged_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let today = date(2024, 11, 30);
        let read = || Journal::read(folder.path(), today).unwrap();
        let mut journal = read();
        journal.hold(Family::Kamerstukken, Held::new(Some(date(2020, 1, 1)), today, true));
        journal.begin("kst", today);
        journal.begin("long ago", date(2024, 1, 1));
        journal.write(folder.path()).unwrap();
        let again = read();
        assert_eq!(again.held(Family::Kamerstukken), journal.held(Family::Kamerstukken));
        assert!(again.run("kst").is_some() && again.run("long ago").is_none());
        fs::write(folder.path().join(FILE), "{\"version\": 1, \"fam").unwrap();
        assert_eq!(read(), Journal { version: VERSION, ..Journal::default() });
        fs::write(folder.path().join(FILE), "{\"version\": 7}").unwrap();
        assert_eq!(read(), Journal { version: VERSION, ..Journal::default() });
    }
}
