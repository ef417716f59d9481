//! What is known of a dossier: its papers in order, each with its date, kind and sender, how often it is cited, and where its letter lies if the corpus has it.

use crate::corpus::{Corpus, shown};
use crate::identifier::DocumentId;
use crate::messages::{Argument, Message, Translator};

use super::Markup;
use super::describe::Known;
use super::page::head;
use super::prose::{Piece, Prose};

/// A dossier with all its papers; the page of an editor and what `griffier show` prints.
#[must_use]
pub fn dossier_page(id: &DocumentId, corpus: &dyn Corpus, say: Translator, markup: Markup) -> String {
    let known = Known::of(id, corpus);
    let mut prose = Prose::new(markup);
    head(&known, &mut prose, id, say);
    let dossiers = id.dossier().into_iter().collect::<Vec<_>>();
    let papers = corpus.papers_in_dossiers(&dossiers).pop().unwrap_or_default();
    if !papers.is_empty() {
        let all = Known::of_many(&papers, corpus);
        let letters = all.iter().filter(|paper| paper.path().is_some()).count();
        let heading = Message::new("page-papers")
            .with("count", Argument::number(papers.len()))
            .with("letters", Argument::number(letters));
        prose.heading(2, &say.text(&heading));
        let items: Vec<Vec<Piece>> =
            papers.iter().zip(&all).map(|(id, paper)| item(id, paper, corpus, say)).collect();
        prose.items(&items);
    }
    known.foot(&mut prose, corpus, say);
    prose.finish()
}

/// A paper in a line.
fn item(id: &DocumentId, paper: &Known, corpus: &dyn Corpus, say: Translator) -> Vec<Piece> {
    let mut words = paper.own_title().map(|title| format!(": {title}")).unwrap_or_default();
    let cited = (paper.cited() > 0)
        .then(|| say.text(&Message::new("page-cited").with("count", Argument::number(paper.cited()))));
    let path = paper.path().map(|path| shown(path, corpus.root()));
    for part in [paper.date_and_kind(say), paper.sender_line(), cited, path].into_iter().flatten() {
        words.push_str(" · ");
        words.push_str(&part);
    }
    vec![Piece::Strong(id.printed()), Piece::Text(words)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    const LETTERS: &str = "
        -- brief.txt
        Zie Kamerstuk 29 521, en Kamerstuk 29 521, nrs. 41 en 403.
        -- letters/kst-29521-404.md
        ---
        identifier: kst-29521-404
        title: Gevolgen van de *coronamaatregelen*
        date: 2020-03-20
        kind: Brief regering
        ---
        Een brief.
        -- letters/kst-29521-41.txt
        Tweede Kamer der Staten-Generaal

        Vergaderjaar 2007–2008

        29 521

        Nederlandse deelname aan vredesmissies

        Nr. 41
        -- corpus
        kst-29521-403
        ";

    #[test]
    fn its_papers_in_order() {
        let fixture = Fixture::new(LETTERS);
        let expected = "\
# Nederlandse deelname aan vredesmissies

Dossier 29 521

## 3 stukken, waarvan 2 in dit corpus

- **29 521, nr. 41** · 1 keer aangehaald · letters/kst-29521-41.txt
- **29 521, nr. 403** · 1 keer aangehaald
- **29 521, nr. 404**: Gevolgen van de \\*coronamaatregelen\\* · 20 maart 2020 · Brief regering · letters/kst-29521-404.md

Bekend uit de lijst lijst.txt (t/m 15-2-2025) en 2 brieven in dit corpus
In dit corpus één keer aangehaald
[dossier/29521](https://zoek.officielebekendmakingen.nl/dossier/29521)";
        let id = DocumentId::parse("dossier/29521").unwrap();
        let page = dossier_page(&id, &fixture.corpus, Translator::default(), Markup::Markdown);
        assert_eq!(page.replace("  \n", "\n"), expected);
        let plain = dossier_page(&id, &fixture.corpus, Translator::default(), Markup::Plain);
        assert!(plain.contains("\n- 29 521, nr. 403 · 1 keer aangehaald\n"), "{plain}");
    }
}
