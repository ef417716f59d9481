//! Which questions are to be put, so that every paper is asked for and an interrupted run goes on where it was.
//!
//! A family that is not there yet is asked for by the dates of its papers, a quarter of a year at a time: such a piece is small enough to be done again, and stays what it is while one reads.
//! One that is there is asked only for what was published or changed since.

use jiff::ToSpan as _;
use jiff::civil::date;

use crate::identifier::{Date, Dossier};

use super::super::query::{Family, Query, Window};
use super::journal::Journal;

/// What was published before this day is one piece; there is little of it.
const BEGIN: Date = date(1995, 1, 1);

/// A service may take some days to show what it has; so many are asked for again.
const OVERLAP: i64 = 3;

/// What the user asks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// The families; of a dossier, papers alone.
    pub families: Vec<Family>,
    /// What of them.
    pub scope: Scope,
    /// Whether to begin anew, as if nothing were there.
    pub anew: bool,
}

/// How much is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// What bears a date from this day on.
    Since(Date),
    /// The papers of one dossier.
    Dossier(Dossier),
}

/// What is to be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What it is called in the journal.
    pub(super) key: String,
    /// The day on which it was begun, which may be before today.
    pub(super) started: Date,
    pub(super) asked: Asked,
    /// What each family is asked in all, which tells how much there is.
    pub(super) wholes: Vec<Query>,
    /// The same in pieces.
    pub(super) pieces: Vec<Query>,
}

impl Plan {
    /// The families that are asked for, in the order of the counts.
    pub fn families(&self) -> impl Iterator<Item = Family> {
        self.wholes.iter().map(|whole| whole.family)
    }
}

impl Asked {
    fn key(&self) -> String {
        let families = self.families.iter().map(|family| family.code()).collect::<Vec<_>>().join(",");
        let scope = match self.scope {
            Scope::All => String::new(),
            Scope::Since(day) => format!(" since {day}"),
            Scope::Dossier(dossier) => format!(" dossier {dossier}"),
        };
        format!("{families}{scope}{}", if self.anew { " anew" } else { "" })
    }
}

/// Makes the plan.
pub(super) fn plan(asked: &Asked, journal: &Journal, today: Date) -> Plan {
    let key = asked.key();
    let started = journal.run(&key).map_or(today, super::journal::Run::started);
    let (mut wholes, mut pieces) = (Vec::new(), Vec::new());
    let families = match asked.scope {
        Scope::Dossier(_) => &[Family::Kamerstukken][..],
        Scope::All | Scope::Since(_) => &asked.families,
    };
    for family in families.iter().copied() {
        let windows = match asked.scope {
            Scope::Dossier(dossier) => vec![Window::Dossier(dossier)],
            Scope::All => of_family(family, None, asked.anew, journal, started),
            Scope::Since(day) => of_family(family, Some(day), asked.anew, journal, started),
        };
        let (first, last) = (windows.first().copied(), windows.last().copied());
        let whole = match (first, last) {
            (Some(Window::Dated(None, _)), Some(Window::Dated(_, None))) => Window::All,
            (Some(Window::Dated(from, _)), Some(Window::Dated(_, to))) => Window::Dated(from, to),
            (Some(Window::Changed(from, _)), Some(Window::Changed(_, to))) => Window::Changed(from, to),
            (Some(window), _) => window,
            (None, _) => continue,
        };
        wholes.push(Query { family, window: whole });
        pieces.extend(windows.into_iter().map(|window| Query { family, window }));
    }
    Plan { key, started, asked: asked.clone(), wholes, pieces }
}

fn of_family(
    family: Family,
    since: Option<Date>,
    anew: bool,
    journal: &Journal,
    started: Date,
) -> Vec<Window> {
    match journal.held(family).filter(|held| !anew && held.reaches(since)) {
        Some(held) => {
            let from = held.fetched().saturating_sub(OVERLAP.days());
            steps(from, started, 1, Window::Changed)
        }
        None => {
            if let Some(day) = since {
                steps(day, started, 3, |from, to| Window::Dated(Some(from), to))
            } else {
                let later = steps(BEGIN, started, 3, |from, to| Window::Dated(Some(from), to));
                [Window::Dated(None, Some(BEGIN))].into_iter().chain(later).collect()
            }
        }
    }
}

/// From a day on in steps of so many months, each of which begins with the first of a month; the last has no end.
fn steps(from: Date, today: Date, months: i8, window: impl Fn(Date, Option<Date>) -> Window) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut from = from;
    loop {
        let first = date(from.year(), (from.month() - 1) / months * months + 1, 1);
        let to = first.saturating_add(i64::from(months).months());
        if to > today {
            windows.push(window(from, None));
            return windows;
        }
        windows.push(window(from, Some(to)));
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use super::super::journal::Held;
    use super::*;

    fn pieces(asked: &Asked, journal: &Journal) -> Vec<String> {
        let plan = plan(asked, journal, date(2024, 11, 30));
        plan.pieces.iter().map(|query| format!("{} {}", query.family.code(), query.window)).collect()
    }

    #[test]
    fn at_first_everything_is_asked_for_a_quarter_at_a_time() {
        let asked = Asked { families: vec![Family::Kamerstukken], ..Asked::default() };
        let pieces = pieces(&asked, &Journal::default());
        assert_eq!(pieces.len(), 1 + 30 * 4);
        assert_eq!(pieces[0], "kst dated ..1995-01-01");
        assert_eq!(pieces[1], "kst dated 1995-01-01..1995-04-01");
        assert_eq!(pieces[120], "kst dated 2024-10-01..");
        let whole = plan(&asked, &Journal::default(), date(2024, 11, 30)).wholes;
        assert_eq!(whole, [Query { family: Family::Kamerstukken, window: Window::All }]);
    }

    #[test]
    fn later_only_what_has_changed_since() {
        let mut journal = Journal::default();
        journal.hold(Family::Kamerstukken, Held::new(None, date(2024, 10, 20), true));
        let asked = Asked { families: vec![Family::Kamerstukken, Family::Handelingen], ..Asked::default() };
        let pieces = pieces(&asked, &journal);
        assert_eq!(
            pieces[..3],
            ["kst changed 2024-10-17..2024-11-01", "kst changed 2024-11-01..", "h dated ..1995-01-01"]
        );
        let anew = Asked { anew: true, ..asked };
        assert_eq!(super::plan(&anew, &journal, date(2024, 11, 30)).pieces.len(), 2 * 121);
    }

    #[test]
    fn a_part_is_asked_for_where_more_is_not_there() {
        let mut journal = Journal::default();
        let since =
            |day| Asked { families: vec![Family::Aanhangsel], scope: Scope::Since(day), ..Asked::default() };
        let early = since(date(2024, 8, 15));
        assert_eq!(pieces(&early, &journal), ["ah dated 2024-08-15..2024-10-01", "ah dated 2024-10-01.."]);
        journal.hold(Family::Aanhangsel, Held::new(Some(date(2024, 9, 1)), date(2024, 11, 30), true));
        assert_eq!(pieces(&early, &journal).len(), 2);
        assert_eq!(pieces(&since(date(2024, 9, 1)), &journal), ["ah changed 2024-11-27.."]);
        let dossier = Scope::Dossier(Dossier::parse("36410-XVI").unwrap());
        let asked = Asked { families: vec![Family::Aanhangsel], scope: dossier, anew: false };
        assert_eq!(pieces(&asked, &journal), ["kst dossier 36410-XVI"]);
    }
}
