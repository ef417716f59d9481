//! From a citation to the dossiers that it names, and from the head of a letter to those that it belongs to: each a read-only page with all its papers.

use std::path::Path;

use crate::citation::Reading;
use crate::corpus::{Corpus, Existence};
use crate::identifier::{DocumentId, Dossier};
use crate::text::Span;

use super::definition::{Destination, Jump, has_letters};
use super::hover::{Thing, under_cursor};
use super::references::{Topic, topic};

/// The pages of the dossiers that the thing at `offset` belongs to, the owner of its number first; those of which nothing is known left out.
#[must_use]
pub fn type_definition(
    reading: &Reading,
    path: Option<&Path>,
    offset: usize,
    corpus: &dyn Corpus,
) -> Vec<Jump> {
    let (origin, dossiers) = named_at(reading, path, offset);
    let ids: Vec<DocumentId> = dossiers.into_iter().map(DocumentId::Dossier).collect();
    let existence = corpus.existence_of_many(&ids);
    let known = ids
        .into_iter()
        .zip(existence)
        .filter(|(id, existence)| *existence == Existence::Known || has_letters(id, corpus));
    known.map(|(id, _)| Jump { origin, to: Destination::Page(id) }).collect()
}

/// The dossiers that the thing at `offset` belongs to, each once, the owner of its number first, whether anything is known of them or not.
pub(super) fn dossiers_at(reading: &Reading, path: Option<&Path>, offset: usize) -> Vec<Dossier> {
    named_at(reading, path, offset).1
}

/// The same, with the words that name them.
fn named_at(reading: &Reading, path: Option<&Path>, offset: usize) -> (Span, Vec<Dossier>) {
    let mut dossiers: Vec<Dossier> = Vec::new();
    let origin = match under_cursor(reading, offset) {
        Some(Thing::Target(citation, target)) => {
            dossiers.extend(target.id.dossier());
            dossiers.extend(target.dossiers.iter().map(|mention| mention.dossier));
            if citation.targets.len() > 1 { target.span } else { citation.span }
        }
        Some(Thing::Citation(citation)) => {
            for target in &citation.targets {
                dossiers.extend(target.id.dossier());
                dossiers.extend(target.dossiers.iter().map(|mention| mention.dossier));
            }
            citation.span
        }
        Some(Thing::Mark(..) | Thing::Note(_)) => return (Span::default(), Vec::new()),
        None => {
            let Some(Topic::Papers(own)) = topic(reading, path, offset) else {
                return (Span::default(), Vec::new());
            };
            dossiers.extend(own.iter().filter_map(DocumentId::dossier));
            dossiers.extend(reading.letter.header.dossiers.iter().map(|line| line.dossier));
            Span::new(offset, offset)
        }
    };
    let mut seen = Vec::new();
    dossiers.retain(|dossier| {
        let new = !seen.contains(dossier);
        seen.push(*dossier);
        new
    });
    (origin, dossiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    #[track_caller]
    fn check(literal: &str, expected: &[&str]) {
        let fixture = Fixture::new(literal);
        let jumps = type_definition(&fixture.reading, Some(&fixture.path), fixture.offset(), &fixture.corpus);
        let found: Vec<String> = jumps
            .iter()
            .map(|jump| match &jump.to {
                Destination::Page(id) => format!("{} -> {id}", jump.origin.of(fixture.text())),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected);
    }

    const LIST: &str = "-- corpus\nkst-29521-1..404 kst-34952-1..123\n";

    #[test]
    fn a_joint_paper_belongs_to_all_its_dossiers() {
        check(
            &format!("Zie (Kamerstuk 29 521, nr. 3$085).\n{LIST}"),
            &["Kamerstuk 29 521, nr. 385 -> dossier/29521"],
        );
        check(
            &format!("Zie (Kamerstukken 29 521 en 34 952, nr. 4$003).\n{LIST}"),
            &[
                "Kamerstukken 29 521 en 34 952, nr. 403 -> dossier/29521",
                "Kamerstukken 29 521 en 34 952, nr. 403 -> dossier/34952",
            ],
        );
    }

    #[test]
    fn at_the_head_of_a_letter_its_own() {
        let letter = "
29 521

Nederlandse deelname aan vredesmissies

Nr. $0385

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 5 september 2019

Een brief.
";
        check(&format!("{letter}{LIST}"), &[" -> dossier/29521"]);
    }

    #[test]
    fn of_what_nobody_knows_there_is_no_page() {
        check("Zie (Kamerstuk 29 521, nr. 3$085).", &[]);
        check(&format!("Zie (Stb. 2018, 2$047).\n{LIST}"), &[]);
    }
}
