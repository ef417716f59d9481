//! By which words a letter may cite a paper, in each style that has words for it: to be copied from one citation, or to be written where there is none yet.

use std::sync::Arc;

use crate::analysis::{Memo, settle};
use crate::citation::{Citation, Reading, Recognised, in_style};
use crate::config::Style;
use crate::corpus::Corpus;
use crate::identifier::{DocumentId, Kamer};
use crate::letter::Format;
use crate::messages::{Language, Translator};

use super::describe::Known;
use super::name::name;

/// The ways to cite something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wordings {
    /// The papers that are cited.
    pub papers: Vec<DocumentId>,
    /// The words of each style that has any, in the order of [`Style::NAMES`].
    pub styles: Vec<(Style, String)>,
    /// What may be written where no style has words: the citation as it stands, or what one would call the paper.
    pub plain: String,
}

/// The ways to write the citation at `offset`, with its pages; `None` where there is none.
#[must_use]
pub fn wordings_at(reading: &Reading, offset: usize, corpus: &dyn Corpus) -> Option<Wordings> {
    let (citation, target) = reading.citation_at(offset)?;
    // What only refers (`genoemde brief`) has no words of its own; those of the paper that it means are wanted.
    match target {
        Some(target) if citation.is_inferred() => Some(wordings_of(&target.id, corpus)),
        _ => Some(Wordings {
            papers: papers(citation),
            styles: in_every_style(citation),
            plain: on_one_line(citation.span.of(&reading.text)),
        }),
    }
}

/// The ways to cite a paper of which no citation is at hand. What only some styles tell, such as the session, is taken from letters and lists.
#[must_use]
pub fn wordings_of(id: &DocumentId, corpus: &dyn Corpus) -> Wordings {
    let (id, known) = (id.base(), Known::of(id, corpus));
    // Letters are in Dutch, whatever the language of who writes them.
    let plain = name(&id, Translator::new(Language::Dutch));
    let full = || {
        let numeral = match known.kamer()? {
            Kamer::Eerste => "I",
            Kamer::Tweede => "II",
            Kamer::Verenigd => return None,
        };
        let (session, paper) = (known.session()?, id.as_kamerstuk()?);
        let (first, second) = (session.first(), session.second() % 100);
        let number = DocumentId::kamerstuk(paper.dossier, paper.number).printed();
        Some(format!("Kamerstukken {numeral} {first}/{second:02}, {number}"))
    };
    // The recogniser alone knows what a citation is: what it does not read as this paper is not offered.
    let read = |text: String| {
        let recognised = Recognised::new(Arc::from(text), Format::Plain, None);
        let reading = settle(&recognised, corpus, &Memo::default());
        let of_paper = |citation: &&Citation| papers(citation) == [id.clone()];
        reading.citations.iter().find(of_paper).map(in_every_style)
    };
    let styles = full().and_then(read).or_else(|| read(plain.clone())).unwrap_or_default();
    Wordings { papers: vec![id], styles, plain }
}

fn papers(citation: &Citation) -> Vec<DocumentId> {
    citation.targets.iter().map(|target| target.id.base()).collect()
}

fn in_every_style(citation: &Citation) -> Vec<(Style, String)> {
    let words = |(_, style): (_, Style)| Some((style, on_one_line(&in_style(citation, style)?)));
    Style::NAMES.into_iter().filter_map(words).collect()
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    fn shown(wordings: &Wordings) -> Vec<String> {
        wordings.styles.iter().map(|(style, words)| format!("{style:?}: {words}")).collect()
    }

    #[test]
    fn a_citation_keeps_its_pages_in_every_style() {
        let fixture = Fixture::new("Zie (Kamerstukken II 2019/20,\n29521, nr. $0404, p. 3).");
        let found = wordings_at(&fixture.reading, fixture.offset(), &fixture.corpus).unwrap();
        assert_eq!(found.papers, [DocumentId::parse("kst-29521-404").unwrap()]);
        assert_eq!(
            shown(&found),
            [
                "Kamer: Kamerstuk 29 521, nr. 404, p. 3",
                "Leidraad: Kamerstukken II 2019/20, 29521, nr. 404, p. 3",
                "Aanwijzingen: Kamerstukken II 2019/20, 29521, nr. 404, p. 3",
            ]
        );
        assert_eq!(found.plain, "Kamerstukken II 2019/20, 29521, nr. 404, p. 3");
        let nothing = Fixture::new("Zie $0de brief (Kamerstuk 29 521, nr. 404).");
        assert_eq!(wordings_at(&nothing.reading, nothing.offset(), &nothing.corpus), None);
    }

    #[test]
    fn the_session_of_a_paper_is_looked_up_where_a_style_wants_it() {
        let record = r#"{"identifier": "kst-29521-404", "session": "2019-2020", "chamber": "Tweede Kamer"}"#;
        let fixture =
            Fixture::new(&format!("-- brief.txt\nEen brief.\n-- corpus\n{record}\nkst-29521-385\n"));
        let of = |id| wordings_of(&DocumentId::parse(id).unwrap(), &fixture.corpus);
        assert_eq!(
            shown(&of("kst-29521-404")),
            [
                "Kamer: Kamerstuk 29 521, nr. 404",
                "Leidraad: Kamerstukken II 2019/20, 29521, nr. 404",
                "Aanwijzingen: Kamerstukken II 2019/20, 29521, nr. 404",
            ]
        );
        assert_eq!(shown(&of("kst-29521-385")), ["Kamer: Kamerstuk 29 521, nr. 385"]);
        assert_eq!(shown(&of("stb-2018-247"))[0], "Kamer: Stb. 2018, 247");
    }

    #[test]
    fn what_has_no_words_in_any_style_is_called_by_its_name() {
        let fixture = Fixture::new("Een brief.");
        let found = wordings_of(&DocumentId::parse("blg-745312").unwrap(), &fixture.corpus);
        assert_eq!((found.styles, found.plain), (Vec::new(), "Bijlage 745312".to_owned()));
    }
}
