//! Where else the paper under the cursor is cited, whatever the spelling; at the head of a letter, who cites that letter; at a footnote, its mark and what it cites.

use std::path::Path;

use crate::citation::Reading;
use crate::corpus::{CitingPlace, Corpus};
use crate::identifier::DocumentId;
use crate::letter::Footnote;
use crate::text::Span;

use super::definition::{Destination, to_papers};
use super::hover::{Thing, under_cursor};

/// All places that are about one thing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct References {
    /// Where the thing itself is: the head of a letter, the page about a paper without one, the note of a mark.
    pub declarations: Vec<Destination>,
    /// The places in the letter that was asked in, ascending.
    pub here: Vec<Span>,
    /// Those in other letters, by path and place.
    pub elsewhere: Vec<CitingPlace>,
}

/// What a cursor asks about, as far as places are concerned.
pub(super) enum Topic<'a> {
    /// Papers or dossiers.
    Papers(Vec<DocumentId>),
    /// A footnote.
    Note(&'a Footnote),
}

/// The places that are about the thing at `offset`; `None` where there is no such thing. `path` is the file of the letter.
#[must_use]
pub fn references(
    reading: &Reading,
    path: Option<&Path>,
    offset: usize,
    corpus: &dyn Corpus,
) -> Option<References> {
    match topic(reading, path, offset)? {
        Topic::Note(note) => {
            let cited = reading.citations.iter().filter(|citation| note.note.covers(citation.span));
            let cited = cited.map(|citation| citation.span);
            let mut here: Vec<Span> = note.marks.iter().copied().chain(cited).collect();
            here.sort_unstable();
            let declarations = vec![Destination::Here(note.anchor)];
            Some(References { declarations, here, elsewhere: Vec::new() })
        }
        Topic::Papers(ids) => {
            let mut elsewhere = citing(&ids, corpus);
            // Of the letter itself its text knows best: the corpus may be a moment behind.
            elsewhere.retain(|place| Some(&*place.path) != path);
            let jumps = to_papers(Span::default(), ids.iter().map(|id| (id, None)), corpus);
            let declarations = jumps.into_iter().map(|jump| jump.to).collect();
            Some(References { declarations, here: cited_here(reading, &ids), elsewhere })
        }
    }
}

/// Where letters cite any of these papers; of a dossier, where they cite it or a paper of it.
#[must_use]
pub fn citing(ids: &[DocumentId], corpus: &dyn Corpus) -> Vec<CitingPlace> {
    let papers: Vec<DocumentId> =
        ids.iter().filter(|id| !matches!(id, DocumentId::Dossier(_))).cloned().collect();
    let of_papers = if papers.is_empty() { Vec::new() } else { corpus.citing_places(&papers) };
    let mut lists: Vec<Vec<CitingPlace>> = of_papers;
    for id in ids {
        if let DocumentId::Dossier(dossier) = id {
            lists.push(corpus.citing_dossier(*dossier));
        }
    }
    if lists.len() == 1 {
        return lists.pop().unwrap_or_default();
    }
    let mut all: Vec<CitingPlace> = lists.into_iter().flatten().collect();
    all.sort_by(|a, b| (&a.path, a.cited.span).cmp(&(&b.path, b.cited.span)));
    all.dedup_by(|a, b| (&a.path, a.cited.span) == (&b.path, b.cited.span));
    all
}

/// The papers that the thing at `offset` is or cites; none where it is something else.
#[must_use]
pub fn papers_at(reading: &Reading, path: Option<&Path>, offset: usize) -> Vec<DocumentId> {
    match topic(reading, path, offset) {
        Some(Topic::Papers(ids)) => ids,
        _ => Vec::new(),
    }
}

/// What the cursor asks about. At the head of a letter that is the letter itself.
pub(super) fn topic<'a>(reading: &'a Reading, path: Option<&Path>, offset: usize) -> Option<Topic<'a>> {
    let papers = match under_cursor(reading, offset) {
        Some(Thing::Target(_, target)) => vec![target.id.base()],
        Some(Thing::Citation(citation)) => {
            let mut ids: Vec<_> = citation.targets.iter().map(|target| target.id.base()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        }
        Some(Thing::Mark(note, _) | Thing::Note(note)) => return Some(Topic::Note(note)),
        None => {
            let letter = &reading.letter;
            // Front matter lies at the head, before the text proper, and is not always part of the printed head.
            let in_front =
                letter.silent.first().is_some_and(|span| span.start == 0 && span.end <= letter.body);
            let in_head = letter.header.span.touches(offset) && !letter.header.span.is_empty()
                || in_front && letter.silent[0].contains(offset);
            let own = letter.identity(path).filter(|_| in_head)?;
            vec![own.base()]
        }
    };
    (!papers.is_empty()).then_some(Topic::Papers(papers))
}

/// The places in a letter that cite any of these papers, ascending.
pub(super) fn cited_here(reading: &Reading, ids: &[DocumentId]) -> Vec<Span> {
    let targets = reading.citations.iter().flat_map(|citation| &citation.targets);
    let mut spans: Vec<Span> =
        targets.filter(|target| is_any(&target.id, ids)).map(|target| target.span).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Whether a paper is one of these, or one of a dossier that is among them.
fn is_any(id: &DocumentId, ids: &[DocumentId]) -> bool {
    ids.iter().any(|asked| match asked {
        DocumentId::Dossier(dossier) => id.dossier() == Some(*dossier),
        paper => id.base() == *paper,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, ROOT};

    /// What is found: `line: words` in the letter itself, and `path:line: words` in the others.
    #[track_caller]
    fn check(literal: &str, expected: &[&str]) {
        let fixture = Fixture::new(literal);
        let path = fixture.path.clone();
        let found = references(&fixture.reading, Some(&path), fixture.offset(), &fixture.corpus);
        let found = found.unwrap_or_default();
        let line = |text: &str, at: usize| text[..at].matches('\n').count() + 1;
        let mut lines: Vec<String> = found
            .declarations
            .iter()
            .map(|declaration| match declaration {
                Destination::Here(span) => format!("note: {}", span.of(fixture.text())),
                Destination::Letter { path, .. } => {
                    format!("letter: {}", path.strip_prefix(ROOT).unwrap().display())
                }
                Destination::Page(id) => format!("page: {id}"),
            })
            .collect();
        lines.extend(
            found
                .here
                .iter()
                .map(|span| format!("{}: {}", line(fixture.text(), span.start), span.of(fixture.text()))),
        );
        lines.extend(found.elsewhere.iter().map(|place| {
            let text = &fixture.texts[&*place.path];
            let path = place.path.strip_prefix(ROOT).unwrap().display();
            assert_eq!(place.cited.start.line as usize + 1, line(text, place.cited.span.start));
            format!("{path}:{}: {}", place.cited.start.line + 1, place.cited.span.of(text))
        }));
        assert_eq!(lines, expected);
    }

    const OTHERS: &str = "
-- archief/kst-29521-403.txt
29 521

Nederlandse deelname aan vredesmissies

Nr. 403

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 14 februari 2020

Over de missie schreef ik eerder
(Kamerstukken II 2018/19, 29 521, nrs. 368
en 385). Zie ook kst-29521-385.
-- letters/kst-29521-385.txt
29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 5 september 2019

Zie de brief van mei (Kamerstuk 29 521, nr. 368).
-- corpus
kst-29521-1..404
";

    #[test]
    fn in_whatever_spelling() {
        check(
            &format!(
                "De kennisgeving (Kamerstuk 29 521, nr. 38$05) is besproken.\nZie 29 521, nr. 385 en Kamerstuk 29 521, nr. 403.\n{OTHERS}"
            ),
            &[
                "letter: letters/kst-29521-385.txt",
                "1: Kamerstuk 29 521, nr. 385",
                "2: 29 521, nr. 385",
                "archief/kst-29521-403.txt:13: 385",
                "archief/kst-29521-403.txt:13: kst-29521-385",
            ],
        );
    }

    #[test]
    fn words_that_papers_share_are_about_all_of_them() {
        check(
            &format!("Zie Kamers$0tukken 29 521, nrs. 385 en 404.\n{OTHERS}"),
            &[
                "letter: letters/kst-29521-385.txt",
                "page: kst-29521-404",
                "1: 385",
                "1: 404",
                "archief/kst-29521-403.txt:13: 385",
                "archief/kst-29521-403.txt:13: kst-29521-385",
            ],
        );
    }

    #[test]
    fn a_dossier_is_cited_by_all_that_cite_a_paper_of_it() {
        check(
            &format!("Zie het dossier (Kamerstuk 29 $0521).\n{OTHERS}"),
            &[
                "page: dossier/29521",
                "1: Kamerstuk 29 521",
                "archief/kst-29521-403.txt:12: 368",
                "archief/kst-29521-403.txt:13: 385",
                "archief/kst-29521-403.txt:13: kst-29521-385",
                "letters/kst-29521-385.txt:11: Kamerstuk 29 521, nr. 368",
            ],
        );
    }

    #[test]
    fn at_the_head_of_a_letter_who_cites_it() {
        let letter = "
-- brieven/kst-29521-368.md
---
identifier: kst-29521-368
title: Bijdrage$0 aan de missie
---
Een brief van mei.
";
        check(
            &format!("{letter}{OTHERS}"),
            &[
                "letter: brieven/kst-29521-368.md",
                "archief/kst-29521-403.txt:12: 368",
                "letters/kst-29521-385.txt:11: Kamerstuk 29 521, nr. 368",
            ],
        );
        check(
            &format!(
                "{}{OTHERS}",
                "
-- brieven/kst-29521-368.txt
29 521

Nederlandse deelname aan vredesmissies

Nr. $0368

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 14 mei 2018

Een brief van mei.
"
            ),
            &[
                "letter: brieven/kst-29521-368.txt",
                "archief/kst-29521-403.txt:12: 368",
                "letters/kst-29521-385.txt:11: Kamerstuk 29 521, nr. 368",
            ],
        );
    }

    #[test]
    fn a_footnote_its_mark_and_what_it_cites() {
        let letter =
            "De missie is verlengd.1 Daarna niet meer.\n\n1 Kamerstuk 29 521, nr. 385, en Stb. 2018, 247.\n";
        for cursor in [letter.replace("verlengd.1", "verlengd.$01"), letter.replace("\n1 Kam", "\n1$0 Kam")] {
            check(&cursor, &["note: 1", "1: 1", "3: Kamerstuk 29 521, nr. 385", "3: Stb. 2018, 247"]);
        }
    }

    #[test]
    fn plain_words_are_about_nothing() {
        check(&format!("De kennis$0geving (Kamerstuk 29 521, nr. 385).\n{OTHERS}"), &[]);
    }
}
