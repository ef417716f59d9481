//! The round dossiers of the budgets.
//!
//! Each year's budget has a dossier of its own, and so have the Voorjaarsnota, the Najaarsnota and the Slotwet.
//! Their papers bear a chapter in Roman numerals or, for a fund, a letter, so that a letter behind such a number can be a fund, while behind any other it is a paper of the Eerste Kamer.

/// The dossiers whose papers bear chapters and funds, since 1994, ascending.
/// A dossier opened after this list was made is read as an ordinary one until it is added.
const BUDGET_DOSSIERS: [u32; 95] = [
    23900, 24400, 25000, 25600, 26200, 26800, 27400, 28000, 28600, 29200, 29800, 30100, 30105, 30300, 30391,
    30550, 30560, 30800, 30885, 31031, 31061, 31200, 31290, 31444, 31474, 31700, 31792, 31924, 31965, 32123,
    32222, 32360, 32395, 32500, 32565, 32609, 32710, 32780, 33000, 33090, 33240, 33280, 33400, 33480, 33605,
    33640, 33750, 33805, 33930, 33940, 34000, 34085, 34200, 34210, 34300, 34350, 34475, 34485, 34550, 34620,
    34725, 34730, 34775, 34845, 34950, 34960, 35000, 35095, 35200, 35210, 35300, 35350, 35450, 35470, 35570,
    35650, 35830, 35850, 35925, 35975, 36100, 36120, 36200, 36250, 36350, 36360, 36410, 36435, 36470, 36550,
    36560, 36600, 36613, 36625, 36800,
];

/// Whether papers of this dossier bear budget chapters and funds.
#[must_use]
pub fn is_budget_dossier(number: u32) -> bool {
    // Before the list begins, every budget stood under a round hundred.
    let before = (13_000..BUDGET_DOSSIERS[0]).contains(&number) && number.is_multiple_of(100);
    before || BUDGET_DOSSIERS.binary_search(&number).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_ascends() {
        assert!(BUDGET_DOSSIERS.is_sorted());
        assert!(is_budget_dossier(36410) && !is_budget_dossier(35302));
    }
}
