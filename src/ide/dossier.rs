//! A dossier for a client that shows it in its own way, as a tree: its papers in order, who cites each how often, and what each cites.
//!
//! The page about it (`dossier_page`) says the same in words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::identifier::{Date, DocumentId, Dossier, official_url};
use crate::messages::Translator;

use super::describe::Known;
use super::name::short_name;

/// A dossier with its papers.
#[derive(Clone, PartialEq, Debug)]
pub struct DossierView {
    /// Which one.
    pub dossier: Dossier,
    /// Its title, as letters print it or a list has it.
    pub title: Option<String>,
    /// Its papers in order.
    pub papers: Vec<Paper>,
    /// What its papers cite and is not one of them, by identifier.
    pub others: Vec<Paper>,
}

/// What is known of a paper.
#[derive(Clone, PartialEq, Debug)]
pub struct Paper {
    /// Its identifier.
    pub id: DocumentId,
    /// How one writes it in a list, `29 521, nr. 385`.
    pub label: String,
    /// Its title.
    pub title: Option<String>,
    /// When it was written.
    pub date: Option<Date>,
    /// `Brief`, `Motie`, …
    pub kind: Option<String>,
    /// The file of its letter, where the corpus has one.
    pub path: Option<PathBuf>,
    /// Where its publisher has it.
    pub official: Option<String>,
    /// How often letters cite it.
    pub cited: usize,
    /// What it cites, in the order of its text; nothing where there is no letter of it.
    pub cites: Vec<DocumentId>,
}

/// The dossier of the thing at `offset`, else that of the letter itself; `path` is the file of the letter.
#[must_use]
pub fn dossier_at(
    reading: &Reading,
    path: Option<&Path>,
    offset: usize,
    corpus: &dyn Corpus,
) -> Option<Dossier> {
    let there = super::type_definition::dossiers_at(reading, path, offset);
    let own = || reading.letter.identity(path).and_then(|id| id.dossier());
    let headed = || reading.letter.header.dossiers.first().map(|line| line.dossier);
    // A citation may be mistyped; of a dossier without papers there is nothing to show.
    let has_papers = |dossier: &Dossier| {
        corpus.papers_in_dossiers(&[*dossier]).first().is_some_and(|papers| !papers.is_empty())
    };
    there.into_iter().find(has_papers).or_else(own).or_else(headed)
}

/// The dossier with its papers. `cites` tells what the letter in a file cites.
pub fn dossier_view(
    dossier: Dossier,
    corpus: &dyn Corpus,
    say: Translator,
    cites: &mut dyn FnMut(&Path) -> Vec<DocumentId>,
) -> DossierView {
    let ids = corpus.papers_in_dossiers(&[dossier]).pop().unwrap_or_default();
    let mut papers = papers(&ids, corpus, say);
    for paper in &mut papers {
        let Some(path) = &paper.path else { continue };
        let mut seen = BTreeSet::from([paper.id.clone()]);
        paper.cites = cites(path).into_iter().filter(|id| seen.insert(id.clone())).collect();
    }
    let own: BTreeSet<&DocumentId> = ids.iter().collect();
    let others: BTreeSet<DocumentId> =
        papers.iter().flat_map(|paper| &paper.cites).filter(|id| !own.contains(id)).cloned().collect();
    let others: Vec<DocumentId> = others.into_iter().collect();
    DossierView {
        dossier,
        title: corpus.dossier_titles(&[dossier]).pop().flatten(),
        others: self::papers(&others, corpus, say),
        papers,
    }
}

fn papers(ids: &[DocumentId], corpus: &dyn Corpus, say: Translator) -> Vec<Paper> {
    let known = Known::of_many(ids, corpus);
    let paper = |(id, known): (&DocumentId, Known)| Paper {
        id: id.clone(),
        label: short_name(id, say),
        title: known.own_title(),
        date: known.date(),
        kind: known.kind(),
        path: known.path().map(Path::to_owned),
        official: official_url(id),
        cited: known.cited(),
        cites: Vec::new(),
    };
    ids.iter().zip(known).map(paper).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    const LETTERS: &str = "
        -- brief.txt
        Zie Kamerstuk 29 521, nr. 4$004 en Kamerstuk 29 521, nr. 41.
        -- letters/kst-29521-404.md
        ---
        identifier: kst-29521-404
        title: Gevolgen van de coronamaatregelen
        date: 2020-03-20
        kind: Brief regering
        ---
        Zie Kamerstuk 34 952, nr. 3 en Kamerstuk 29 521, nr. 41.
        -- corpus
        kst-29521-41 kst-34952-3
        ";

    #[test]
    fn its_papers_in_order_with_what_they_cite() {
        let fixture = Fixture::new(LETTERS);
        let dossier =
            dossier_at(&fixture.reading, Some(&fixture.path), fixture.offset(), &fixture.corpus).unwrap();
        let cited = ["kst-34952-3", "kst-29521-41", "kst-34952-3", "kst-29521-404"];
        let mut read = |path: &Path| {
            assert!(path.ends_with("letters/kst-29521-404.md"), "{}", path.display());
            cited.map(|id| DocumentId::parse(id).unwrap()).to_vec()
        };
        let view = dossier_view(dossier, &fixture.corpus, Translator::default(), &mut read);
        let line = |paper: &Paper| {
            let ids: Vec<_> = paper.cites.iter().map(ToString::to_string).collect();
            format!("{} ({}x) > {}", paper.label, paper.cited, ids.join(" "))
        };
        let papers: Vec<_> = view.papers.iter().map(line).collect();
        assert_eq!(papers, ["29 521, nr. 41 (2x) > ", "29 521, nr. 404 (1x) > kst-34952-3 kst-29521-41"]);
        assert_eq!(view.others.iter().map(line).collect::<Vec<_>>(), ["34 952, nr. 3 (1x) > "]);
        assert_eq!(view.papers[1].title.as_deref(), Some("Gevolgen van de coronamaatregelen"));
        assert!(view.papers[0].official.as_ref().unwrap().ends_with("/kst-29521-41.html"));
    }

    #[test]
    fn elsewhere_in_a_letter_it_is_the_letter_s_own() {
        let at = |literal: &str| {
            let fixture = Fixture::new(literal);
            dossier_at(&fixture.reading, Some(&fixture.path), fixture.offset(), &fixture.corpus)
                .map(Dossier::printed)
        };
        let list = "\n-- corpus\nkst-34952-3\n";
        assert_eq!(at(&format!("-- kst-29521-1.txt\nEen z$0in.{list}")).as_deref(), Some("29 521"));
        assert_eq!(
            at(&format!("-- kst-29521-1.txt\nZie Kamerstuk 34 952, nr. $03.{list}")).as_deref(),
            Some("34 952")
        );
        assert_eq!(at("-- brief.txt\nEen z$0in."), None);
    }
}
