//! Papers and dossiers by what somebody remembers of them: the number in any spelling or the beginning of it, words of the title or parts of them, who sent it and when.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::corpus::{Corpus, Existence, Hit};
use crate::identifier::{DocumentId, Dossier};
use crate::messages::Translator;

use super::asked::papers_named;
use super::describe::{Known, in_words};
use super::name::short_name;

/// So many are given at once.
const GIVEN: usize = 100;

/// A paper or a dossier that may be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// What it is.
    pub id: DocumentId,
    /// All that it may have been found by but for the title of its dossier, in a row: editors show it, and most look for the typed words in it once more.
    pub name: String,
    /// The title of its dossier; a dossier has none.
    pub container: Option<String>,
    /// The file of its letter; of what has none there is a page.
    pub path: Option<PathBuf>,
}

/// What may be meant by `typed`, the best first. Where nothing is typed yet, the dossiers that are cited most.
#[must_use]
pub fn workspace_symbols(typed: &str, corpus: &dyn Corpus, say: Translator) -> Vec<Place> {
    let mut found = Vec::new();
    let by_number = papers_by_number(typed, corpus);
    let digits = if typed.trim().is_empty() { Some(String::new()) } else { digits_of_dossier(typed) };
    let mut seen = BTreeSet::new();
    let mut add = |ids: Vec<DocumentId>, found: &mut Vec<Place>| {
        let mut new: Vec<DocumentId> = ids.into_iter().filter(|id| seen.insert(id.clone())).collect();
        new.truncate(GIVEN.saturating_sub(found.len()));
        found.extend(places(&new, corpus, say));
    };
    add(by_number, &mut found);
    if let Some(digits) = &digits {
        let dossiers = corpus.dossiers_beginning(digits).into_iter();
        add(dossiers.map(|(dossier, _)| DocumentId::Dossier(dossier)).take(GIVEN).collect(), &mut found);
    }
    if found.len() < GIVEN {
        let typed = digits.as_deref().unwrap_or(typed);
        let mut hits = corpus.search(typed, GIVEN);
        hits.retain(|hit| seen.insert(hit.id.clone()));
        found.extend(hits_as_shown(hits, corpus, say));
        found.truncate(GIVEN);
    }
    found
}

/// The papers that a number names, and behind a dossier those whose number begins as has been typed.
fn papers_by_number(typed: &str, corpus: &dyn Corpus) -> Vec<DocumentId> {
    let mut ids: Vec<DocumentId> = Vec::new();
    if let Some((named, _)) = papers_named(typed.trim(), corpus) {
        let existence = corpus.existence_of_many(&named);
        let cited = corpus.citations_of_many(&named);
        let counts = existence.iter().zip(cited).map(|(it, cited)| *it == Existence::Known || cited > 0);
        ids.extend(named.into_iter().zip(counts).filter(|(_, counts)| *counts).map(|(id, _)| id.base()));
    }
    if let Some((dossier, number)) = dossier_and_number(typed) {
        let mut papers = corpus.papers_in_dossiers(&[dossier]).pop().unwrap_or_default();
        papers.retain(|id| {
            id.as_kamerstuk().is_some_and(|paper| {
                let printed = paper.number.to_string();
                printed.get(..number.len()).is_some_and(|start| start.eq_ignore_ascii_case(&number))
            })
        });
        // Papers are numbered as they appear.
        papers.sort_by_key(|id| std::cmp::Reverse(id.as_kamerstuk().map(|paper| paper.number.number())));
        ids.extend(papers.into_iter().take(GIVEN));
    }
    ids
}

/// The words of a number: digits and capitals that belong together, without what people write before and between them.
fn pieces(typed: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in typed.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        if matches!(&*lower, "kamerstuk" | "kamerstukken" | "dossier" | "kst" | "nr" | "nrs") {
            continue;
        }
        let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        match pieces.as_mut_slice() {
            // `29 5` is on its way to `29 521`.
            [only] if only.len() == 2 && is_digits(only) && is_digits(word) && word.len() <= 3 => {
                only.push_str(word);
            }
            _ => pieces.push(lower),
        }
    }
    pieces
}

/// The digits that a dossier begins with, where nothing else has been typed.
fn digits_of_dossier(typed: &str) -> Option<String> {
    let mut pieces = pieces(typed);
    let first = pieces.pop().filter(|_| pieces.is_empty())?;
    first.bytes().all(|byte| byte.is_ascii_digit()).then_some(first)
}

/// A dossier and the beginning of the number of a paper in it.
fn dossier_and_number(typed: &str) -> Option<(Dossier, String)> {
    let mut pieces = pieces(typed);
    let number = if pieces.len() > 1 { pieces.pop()? } else { String::new() };
    let dossier = Dossier::parse(&pieces.join("-").to_uppercase())?;
    let is_whole = dossier.number.value().is_some_and(|value| value >= 10_000);
    (is_whole && number.len() <= 5).then_some((dossier, number))
}

/// Papers and dossiers as they are shown.
fn places(ids: &[DocumentId], corpus: &dyn Corpus, say: Translator) -> Vec<Place> {
    // All letters of a dossier would be read for nothing.
    let (dossiers, papers): (Vec<DocumentId>, Vec<DocumentId>) =
        ids.iter().cloned().partition(|id| matches!(id, DocumentId::Dossier(_)));
    let plain: Vec<Dossier> = dossiers.iter().filter_map(DocumentId::dossier).collect();
    let titles = corpus.dossier_titles(&plain);
    let dossier = |(id, title)| Place {
        name: row([Some(short_name(&id, say)), title, None, None]),
        container: None,
        path: None,
        id,
    };
    let paper = |(id, known): (DocumentId, Known)| {
        let date = known.date().map(|date| in_words(date, say));
        Place {
            name: row([Some(short_name(&id, say)), known.own_title(), known.sender_line(), date]),
            container: known.dossier_title(),
            path: known.path().map(Path::to_owned),
            id,
        }
    };
    let known = Known::of_many(&papers, corpus);
    let papers = papers.into_iter().zip(known).map(paper);
    let places = dossiers.into_iter().zip(titles).map(dossier).chain(papers);
    let mut places: Vec<Place> = places.collect();
    places.sort_by_key(|place| ids.iter().position(|id| *id == place.id));
    places
}

/// What was found by words, as it is shown.
fn hits_as_shown(hits: Vec<Hit>, corpus: &dyn Corpus, say: Translator) -> Vec<Place> {
    let own = |hit: &Hit| hit.letter.as_ref().and_then(|letter| letter.dossiers.first()?.title.clone());
    let lacking = |hit: &Hit| hit.id.dossier().filter(|_| hit.letter.is_some() && own(hit).is_none());
    let mut dossiers: Vec<Dossier> = hits.iter().filter_map(lacking).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let titles = corpus.dossier_titles(&dossiers);
    let shown = |hit: Hit| {
        let others = || titles.get(dossiers.binary_search(&hit.id.dossier()?).ok()?)?.clone();
        let container = own(&hit).or_else(|| others().filter(|_| hit.letter.is_some()));
        let Hit { id, letter, title } = hit;
        let senders = letter.as_ref().map(|it| it.senders.join("; ")).filter(|senders| !senders.is_empty());
        let date = letter.as_ref().and_then(|letter| letter.date).map(|date| in_words(date, say));
        Place {
            name: row([Some(short_name(&id, say)), title, senders, date]),
            container,
            path: letter.map(|letter| letter.path.clone()),
            id,
        }
    };
    hits.into_iter().map(shown).collect()
}

fn row<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, ROOT};

    /// What is found, `name | container | path`.
    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let fixture = Fixture::new(LETTERS);
        let found = workspace_symbols(typed, &fixture.corpus, Translator::default());
        let line = |place: &Place| {
            let path = place.path.as_ref().map(|path| path.strip_prefix(ROOT).unwrap().display().to_string());
            let parts = [Some(place.name.clone()), place.container.clone(), path];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), expected, "{typed}");
    }

    const LETTERS: &str = "
-- concept.txt
Zie Kamerstuk 29 521, nr. 403, Kamerstuk 29 521, nr. 41 en Kamerstuk 34 952, nr. 3.
-- kst-29521-404.md
---
identifier: kst-29521-404
title: Gevolgen van corona voor de geïntegreerde inzet
dossiers: [29521]
senders: [A.Th.B. Bijleveld-Schouten]
date: 2020-03-20
kind: Brief regering
---
Een brief.
-- kst-29521-385.txt
Tweede Kamer der Staten-Generaal

Vergaderjaar 2018–2019

29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 5 september 2019

Een brief.
-- kst-34952-3.md
---
identifier: kst-34952-3
title: Memorie van toelichting
date: 2018-05-14
---
Een memorie.
-- corpus
kst-29521-38..41 kst-29521-403 kst-34952-1..3
";
    const CORONA: &str = "29 521, nr. 404 · Gevolgen van corona voor de geïntegreerde inzet · A.Th.B. Bijleveld-Schouten · 20 maart 2020 | Nederlandse deelname aan vredesmissies | kst-29521-404.md";
    const MISSION: &str = "29 521, nr. 385 · BRIEF VAN DE MINISTER VAN DEFENSIE · 5 september 2019 | Nederlandse deelname aan vredesmissies | kst-29521-385.txt";
    const MEMORY: &str = "34 952, nr. 3 · Memorie van toelichting · 14 mei 2018 | kst-34952-3.md";
    const DOSSIER: &str = "Dossier 29 521 · Nederlandse deelname aan vredesmissies";
    const LISTED: &str = "29 521, nr. 40 | Nederlandse deelname aan vredesmissies";
    const CITED: &str = "29 521, nr. 403 | Nederlandse deelname aan vredesmissies";

    #[test]
    fn by_a_number_in_any_spelling() {
        for typed in
            ["kst-29521-385", "29521-385", "29 521, nr. 385", "(Kamerstuk 29 521, nr. 385)", "29521 385"]
        {
            check(typed, &[MISSION]);
        }
        check("Kamerstuk 34 952, nr. 3", &[MEMORY]);
    }

    #[test]
    fn by_the_beginning_of_a_number() {
        check("29 5", &[DOSSIER, CORONA, MISSION]);
        check("295", &[DOSSIER, CORONA, MISSION]);
        check("29521 40", &[LISTED, CORONA, CITED]);
        check("34952", &["Dossier 34 952", MEMORY, "34 952, nr. 2", "34 952, nr. 1"]);
    }

    #[test]
    fn by_words_of_the_title_whole_or_in_part_and_of_the_dossier() {
        check("memorie van toelichting", &[MEMORY]);
        check("toelicht", &[MEMORY]);
        check("geintegreerde corona", &[CORONA]);
        check("missies", &[DOSSIER, MISSION]);
        check("vredesmissies 29 521", &[DOSSIER, MISSION]);
    }

    #[test]
    fn by_sender_and_date() {
        check("bijleveld 2020", &[CORONA]);
        check("brief september 2019", &[MISSION]);
        check("2018-05-14", &[MEMORY]);
    }

    #[test]
    fn with_slips_of_the_keyboard_and_only_then() {
        check("vredesmisies", &[DOSSIER, MISSION]);
        check("defenise minister", &[MISSION]);
        check("bijlevled", &[CORONA]);
        check("toelichtingen", &[MEMORY]);
        check("landbouw", &[]);
    }

    #[test]
    fn of_nothing_the_dossiers_that_are_cited_most() {
        check("", &[DOSSIER, "Dossier 34 952"]);
        check("de", &[]);
    }
}
