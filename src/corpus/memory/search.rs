//! Which dossiers and letters may be meant by one who has typed part of a number or of a title; from memory, from the index below it, and from the lists.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::corpus::index::{Filed, Trouble};
use crate::corpus::wanted::{Search, Words, best};
use crate::corpus::{Hit, LetterRecord};
use crate::identifier::{DocumentId, Dossier};

use super::answers::Layered;

/// So many times as many letters as are wanted are looked at more closely.
const CANDIDATES: usize = 3;

/// So many letters of a folder are looked at.
const BESIDE: usize = 300;

impl Layered<'_> {
    pub(super) fn dossiers_beginning(&self, digits: &str) -> Result<Vec<(Dossier, usize)>, Trouble> {
        let begins = |dossier: Dossier| dossier.to_string().starts_with(digits);
        let mut counts: BTreeMap<Dossier, usize> = self.view.dossiers(begins).into_iter().collect();
        if let Some(below) = self.below {
            for (dossier, count) in below.lexicon()?.dossiers_beginning(digits) {
                *counts.entry(dossier).or_default() += count;
            }
            let uses = |filed: &Filed| {
                let own = filed.record.as_ref().and_then(|record| record.id.dossier());
                let cited = filed.cites.iter().filter_map(|cite| cite.id.dossier());
                cited.chain(own).collect::<Vec<_>>()
            };
            for dossier in self.hidden()?.iter().flat_map(uses) {
                if let Some(count) = counts.get_mut(&dossier) {
                    *count = count.saturating_sub(1);
                }
            }
            counts.retain(|_, count| *count > 0);
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

    pub(super) fn search(&self, search: &Search, limit: usize) -> Result<Vec<Hit>, Trouble> {
        let mut letters = self.view.records(|_| true);
        let mut titles: BTreeMap<(Dossier, String), usize> = BTreeMap::new();
        for (dossier, title) in self.view.titles() {
            *titles.entry((dossier, title.to_owned())).or_default() += 1;
        }
        if let Some(below) = self.below {
            let sought = below.seek(search, CANDIDATES * limit)?;
            letters.extend(sought.letters.into_iter().filter(|letter| !self.is_hidden(&letter.path)));
            for (dossier, title, count) in sought.titles {
                *titles.entry((dossier, title)).or_default() += count;
            }
            for (dossier, title) in self.hidden()?.iter().flat_map(|filed| &filed.titles) {
                if let Some(count) = titles.get_mut(&(*dossier, title.clone())) {
                    *count = count.saturating_sub(1);
                }
            }
        }
        for (dossier, title) in self.view.lists.titles_that_may_fit(search) {
            *titles.entry((dossier, title.to_owned())).or_default() += 1;
        }
        let letter = |letter: Arc<LetterRecord>| {
            let fit = search.fit_of(&Words::of(&letter))?;
            Some((fit, Hit { id: letter.id.clone(), title: letter.title.clone(), letter: Some(letter) }))
        };
        let dossier = |((dossier, title), count): ((Dossier, String), usize)| {
            let fit = search.fit_of_title(dossier, &title).filter(|_| count > 0)?;
            Some((fit, Hit { id: DocumentId::Dossier(dossier), title: Some(title), letter: None }))
        };
        let dossiers = titles.into_iter().filter_map(dossier);
        Ok(best(dossiers.chain(letters.into_iter().filter_map(letter)).collect(), limit))
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

    use crate::corpus::{Catalogue, Catalogues, Corpus, CorpusBuilder};
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
        assert_eq!(found("29"), ["29521 4", "29251 1"]);
        assert_eq!(found("295"), ["29521 4", "29530 0"]);
        assert_eq!(found("3"), ["34952 1", "36410-X 1"]);
        assert_eq!(found("99"), [""; 0]);
    }

    #[test]
    fn a_dossier_by_the_title_that_a_list_has() {
        let records = "{\"identifier\": \"dossier/36410-X\", \"title\": \"Vaststelling van de begrotingsstaten van het Ministerie van Defensie\"}\n{\"identifier\": \"dossier/29521\", \"title\": \"Nederlandse deelname aan vredesmissies\"}\n";
        let mut corpus = CorpusBuilder::new().letter("brief.txt", "Een brief.").build();
        corpus.set_lists(Catalogues::new(vec![Catalogue::from_text("dossiers.jsonl", &[], records)]));
        let found = |typed: &str| -> Vec<String> {
            corpus.search(typed, 10).iter().map(|hit| hit.id.to_string()).collect()
        };
        assert_eq!(found("vredesmissies"), ["dossier/29521"]);
        assert_eq!(found("missies nederlandse"), ["dossier/29521"]);
        assert_eq!(found("begrotingsstaat defenise"), ["dossier/36410-X"]);
        assert_eq!(found("36410"), ["dossier/36410-X"]);
        assert_eq!(found("landbouw"), [""; 0]);
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
