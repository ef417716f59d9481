//! In which session a dossier was opened, by its number.
//!
//! Dossiers are numbered on, and the budget that opens a session takes a round number; so the number of a dossier tells the session in which it was opened at the earliest.

use super::{DossierNumber, SessionYear};

/// The dossier of the budget with which each session opened, by the year of its September.
/// Of some ten thousand papers of the Eerste Kamer that bear their session in their identifiers none contradicts these but one that is mistyped.
const BUDGETS: [(u32, u16); 32] = [
    (23_900, 1994),
    (24_400, 1995),
    (25_000, 1996),
    (25_600, 1997),
    (26_200, 1998),
    (26_800, 1999),
    (27_400, 2000),
    (28_000, 2001),
    (28_600, 2002),
    (29_200, 2003),
    (29_800, 2004),
    (30_300, 2005),
    (30_800, 2006),
    (31_200, 2007),
    (31_700, 2008),
    (32_123, 2009),
    (32_500, 2010),
    (33_000, 2011),
    (33_400, 2012),
    (33_750, 2013),
    (34_000, 2014),
    (34_300, 2015),
    (34_550, 2016),
    (34_775, 2017),
    (35_000, 2018),
    (35_300, 2019),
    (35_570, 2020),
    (35_925, 2021),
    (36_200, 2022),
    (36_410, 2023),
    (36_600, 2024),
    (36_800, 2025),
];

/// The number of a budget is set aside before the session opens, and a few dossiers with higher numbers may be opened until it does.
const SET_ASIDE: u32 = 100;

/// The first session in which a dossier can have had papers; none where its number does not tell.
#[must_use]
pub fn first_session_of(dossier: DossierNumber) -> Option<SessionYear> {
    let number = dossier.value()?;
    let at = BUDGETS.partition_point(|(first, _)| *first <= number);
    let (budget, year) = BUDGETS[at.checked_sub(1)?];
    let perhaps_earlier = number > budget && number < budget + SET_ASIDE;
    Some(SessionYear::starting(if perhaps_earlier { year - 1 } else { year }))
}

/// A number from which on all dossiers were opened in this session or later; none where that is not known.
#[must_use]
pub fn first_dossier_opened_in(session: SessionYear) -> Option<u32> {
    let (budget, _) = BUDGETS.into_iter().find(|(_, year)| *year >= session.first())?;
    // Some with higher numbers were opened while the one of the budget was set aside.
    Some(budget + SET_ASIDE)
}

#[cfg(test)]
mod tests {
    use super::super::Dossier;
    use super::*;

    #[test]
    fn by_the_budget_below_it() {
        let first = |dossier: &str| {
            first_session_of(Dossier::parse_printed(dossier).unwrap().number).map(SessionYear::first)
        };
        assert_eq!(first("36 410 X"), Some(2023));
        assert_eq!(first("36 441"), Some(2022));
        assert_eq!(first("36 550"), Some(2023));
        assert_eq!(first("29 521"), Some(2003));
        assert_eq!(first("21 501-02"), None);
        assert_eq!(first("39 000"), Some(2025));
    }
}
