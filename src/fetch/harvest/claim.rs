//! What the list is complete in, by what was really fetched, and the file of settings that says so.
//!
//! It claims less rather than more: what is claimed makes warnings.

use std::path::Path;

use jiff::ToSpan as _;

use crate::config::{CatalogueConfig, Coverage, FETCHED_FILE, catalogue_table, replace_file};
use crate::identifier::{Date, SessionYear, first_dossier_opened_in};

use super::super::Trouble;
use super::super::query::Family;
use super::LIST_FILE;
use super::journal::Journal;

/// A paper appears some days after the date that it bears, in days; within them its absence means nothing.
const DELAY: i64 = 14;

/// In dossiers from here on the publisher has (next to) all papers; of older ones many were never published this way.
const COMPLETE_FROM: u32 = 29_000;

/// The first session of which the publisher has everything else.
const FIRST_SESSION: u16 = 1995;

/// What the list is complete in.
pub(super) fn coverage(journal: &Journal) -> Vec<Coverage> {
    let of = |family: Family| {
        let held = journal.held(family).filter(|held| held.is_whole)?;
        let until = held.fetched().saturating_sub(DELAY.days());
        let session = first_whole_session(held.since());
        let coverage =
            Coverage { family: family.code().to_owned(), from_dossier: None, from_session: None, until };
        Some(match family {
            Family::Kamerstukken => {
                let opened = match held.since() {
                    None => 0,
                    Some(_) => first_dossier_opened_in(session)?,
                };
                Coverage { from_dossier: Some(opened.max(COMPLETE_FROM)), ..coverage }
            }
            _ => Coverage { from_session: Some(session), ..coverage },
        })
    };
    Family::PUBLISHED.into_iter().filter_map(of).collect()
}

/// The first session that began on this day or after it.
fn first_whole_session(since: Option<Date>) -> SessionYear {
    let first = SessionYear::starting(FIRST_SESSION);
    let Some(since) = since else { return first };
    let begins = |day: Date| {
        u16::try_from(day.year()).map(|year| SessionYear::starting(year + u16::from(day.month() >= 9)))
    };
    begins(since).map_or(first, |session| session.max(first))
}

/// Writes the file of settings that names the list, which all workspaces read.
pub(super) fn write(folder: &Path, journal: &Journal) -> Result<Vec<Coverage>, Trouble> {
    let path = folder.join(FETCHED_FILE);
    let coverage = coverage(journal);
    let list = CatalogueConfig { path: LIST_FILE.into(), coverage: coverage.clone() };
    let text = format!(
        "# Written by griffier catalogue fetch, which writes it anew whenever it runs.\n{}",
        catalogue_table(&list)
    );
    replace_file(&path, text.as_bytes()).map_err(|error| Trouble::disk(&path, &error))?;
    Ok(coverage)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::journal::Held;
    use super::*;

    #[test]
    fn what_was_fetched_is_claimed_and_no_more() {
        let mut journal = Journal::default();
        assert_eq!(coverage(&journal), []);
        journal.hold(Family::Kamerstukken, Held::new(None, date(2024, 11, 30), true));
        journal.hold(Family::Aanhangsel, Held::new(Some(date(2020, 5, 1)), date(2024, 11, 30), true));
        // Of these fewer came than there are.
        journal.hold(Family::Handelingen, Held::new(None, date(2024, 11, 30), false));
        let until = date(2024, 11, 16);
        let aanhangsel = Coverage {
            family: "ah".to_owned(),
            from_dossier: None,
            from_session: Some(SessionYear::starting(2020)),
            until,
        };
        assert_eq!(coverage(&journal), [Coverage::papers(29_000, until), aanhangsel]);
        // Dossiers that were opened before may have papers that were not asked for.
        journal.hold(Family::Kamerstukken, Held::new(Some(date(2020, 10, 1)), date(2024, 11, 30), true));
        assert_eq!(coverage(&journal)[0].from_dossier, Some(36_025));
    }
}
