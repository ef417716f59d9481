//! Which dossiers and letters may be meant by one who has typed part of a number or of a title; from memory, from the index below it, and from the lists.

use std::collections::BTreeMap;
use std::path::Path;

use crate::corpus::index::{Filed, Trouble};
use crate::identifier::Dossier;

use super::answers::Layered;

/// So many letters of a folder are looked at.
const BESIDE: usize = 300;

impl Layered<'_> {
    pub(super) fn dossiers_beginning(&self, digits: &str) -> Result<Vec<(Dossier, usize)>, Trouble> {
        let begins = |dossier: Dossier| dossier.to_string().starts_with(digits);
        let mut counts: BTreeMap<Dossier, usize> = self.view.dossiers(begins).into_iter().collect();
        if let Some(below) = self.below {
            for (dossier, count) in below.dossiers_beginning(digits)? {
                *counts.entry(dossier).or_default() += count;
            }
            for cite in self.hidden()?.iter().flat_map(|filed: &Filed| &filed.cites) {
                if let Some(count) = cite.id.dossier().and_then(|dossier| counts.get_mut(&dossier)) {
                    *count = count.saturating_sub(1);
                }
            }
        }
        if digits.len() >= 3 {
            for dossier in self.view.lists.dossiers_beginning(digits) {
                counts.entry(dossier).or_default();
            }
        }
        let mut dossiers: Vec<_> = counts.into_iter().collect();
        // The sort keeps the order of numbers among those that are cited equally often.
        dossiers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Ok(dossiers)
    }

    pub(super) fn dossiers_beside(&self, path: &Path) -> Result<Vec<Dossier>, Trouble> {
        let Some(folder) = path.parent() else { return Ok(Vec::new()) };
        let mut letters = self.view.records(|letter| letter.path.parent() == Some(folder));
        if let Some(below) = self.below {
            letters
                .extend(below.records_in(folder, BESIDE)?.into_iter().filter(|it| !self.is_hidden(&it.path)));
        }
        let mut counts: BTreeMap<Dossier, usize> = BTreeMap::new();
        for dossier in letters.iter().filter_map(|letter| letter.id.dossier()) {
            *counts.entry(dossier).or_default() += 1;
        }
        let mut dossiers: Vec<_> = counts.into_iter().collect();
        dossiers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Ok(dossiers.into_iter().map(|(dossier, _)| dossier).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::corpus::{Corpus, CorpusBuilder};
    use crate::identifier::Dossier;

    fn corpus() -> Arc<dyn Corpus> {
        let list: Vec<String> =
            (1..=404).map(|number| format!("kst-29521-{number}")).chain(["kst-29530-2".to_owned()]).collect();
        CorpusBuilder::new()
            .root("/werk")
            .letter(
                "/werk/brief.txt",
                "Zie Kamerstuk 29 521, nr. 385, Kamerstuk 29 521, nr. 404, en Kamerstuk 29 251, nr. 2.",
            )
            .letter("/werk/letters/kst-34952-3.txt", "Zie Kamerstuk 36 410 X, nr. 4.")
            .letter("/werk/letters/kst-29521-385.txt", "Een brief.")
            .letter("/werk/letters/kst-29521-404.txt", "Een brief.")
            .list("lijst.txt", [], list.iter().map(String::as_str))
            .build()
            .snapshot()
    }

    #[test]
    fn dossiers_by_the_digits_that_they_begin_with_most_used_first() {
        let corpus = corpus();
        let found = |digits: &str| {
            let dossiers = corpus.dossiers_beginning(digits).into_iter();
            dossiers.map(|(dossier, count)| format!("{dossier} {count}")).collect::<Vec<_>>()
        };
        assert_eq!(found("29"), ["29521 2", "29251 1"]);
        assert_eq!(found("295"), ["29521 2", "29530 0"]);
        assert_eq!(found("3"), ["36410-X 1", "34952 0"]);
        assert_eq!(found("99"), [""; 0]);
    }

    #[test]
    fn dossiers_of_the_folder() {
        let corpus = corpus();
        let beside = |path: &str| -> Vec<String> {
            corpus.dossiers_beside(path.as_ref()).iter().map(Dossier::to_string).collect()
        };
        assert_eq!(beside("/werk/letters/concept.md"), ["29521", "34952"]);
        assert_eq!(beside("/werk/concept.md"), [""; 0]);
    }
}
