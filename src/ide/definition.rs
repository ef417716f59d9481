//! From a citation to the cited letter, from a footnote mark to its note and back.

use std::path::PathBuf;

use crate::citation::{Citation, Reading, Target};
use crate::corpus::{Corpus, Existence, LetterRecord};
use crate::identifier::DocumentId;
use crate::text::Span;

use super::hover::{Thing, under_cursor};

/// A way from some words to another place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jump {
    /// The words that it leads away from.
    pub origin: Span,
    /// Where it leads.
    pub to: Destination,
}

/// Where a jump leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Destination {
    /// A place in the same text.
    Here(Span),
    /// A place in another letter, in bytes of its text.
    Letter {
        /// Its file.
        path: PathBuf,
        /// The head of the letter, or the start of the page that was cited.
        span: Span,
    },
    /// A read-only page about a paper that is known from a list alone.
    Page(DocumentId),
}

/// Where the thing at `offset` leads. Words that several papers share lead to each of them.
#[must_use]
pub fn definition(reading: &Reading, offset: usize, corpus: &dyn Corpus) -> Vec<Jump> {
    match under_cursor(reading, offset) {
        None => Vec::new(),
        Some(Thing::Target(citation, target)) => {
            let origin = if citation.targets.len() > 1 { target.span } else { citation.span };
            to_papers(origin, [with_page(target)], corpus)
        }
        Some(Thing::Citation(citation @ Citation { targets, .. })) => {
            to_papers(citation.span, targets.iter().map(with_page), corpus)
        }
        Some(Thing::Mark(note, mark)) => vec![Jump { origin: mark, to: Destination::Here(note.anchor) }],
        Some(Thing::Note(note)) => {
            note.marks.iter().map(|mark| Jump { origin: note.anchor, to: Destination::Here(*mark) }).collect()
        }
    }
}

/// A cited paper and the page that is cited of it.
fn with_page(target: &Target) -> (&DocumentId, Option<u32>) {
    (&target.id, target.pin.as_ref().map(|pin| pin.page))
}

/// The ways to papers, each with the page of it that is meant: to their letters, else to the pages about them. What nobody knows has none.
pub(super) fn to_papers<'a>(
    origin: Span,
    papers: impl IntoIterator<Item = (&'a DocumentId, Option<u32>)>,
    corpus: &dyn Corpus,
) -> Vec<Jump> {
    let (ids, pages): (Vec<DocumentId>, Vec<Option<u32>>) =
        papers.into_iter().map(|(id, page)| (id.clone(), page)).unzip();
    let letters = corpus.letters_of_many(&ids);
    let existence = corpus.existence_of_many(&ids);
    let known = letters.into_iter().zip(existence);
    ids.into_iter()
        .zip(pages)
        .zip(known)
        .filter_map(|((id, page), (letter, existence))| {
            let to = match letter {
                Some(letter) => {
                    Destination::Letter { path: letter.path.clone(), span: landing(&letter, page) }
                }
                None if existence == Existence::Known || has_letters(&id, corpus) => Destination::Page(id),
                None => return None,
            };
            Some(Jump { origin, to })
        })
        .collect()
}

/// The page that was cited where the text of the letter shows it, else its head.
fn landing(letter: &LetterRecord, cited: Option<u32>) -> Span {
    let page = cited.and_then(|number| letter.pages.iter().find(|page| page.number == number));
    page.map_or(letter.header, |page| Span::new(page.start, page.start))
}

pub(super) fn has_letters(id: &DocumentId, corpus: &dyn Corpus) -> bool {
    match id {
        DocumentId::Dossier(dossier) => {
            corpus.letters_in_dossiers(&[*dossier]).first().is_some_and(|letters| !letters.is_empty())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::analysis::fixture::{Fixture, ROOT};

    /// Where the cursor leads: `origin -> destination`, the place in another letter by the words that stand there.
    #[track_caller]
    fn check(literal: &str, expected: &[&str]) {
        let fixture = Fixture::new(literal);
        let jumps = definition(&fixture.reading, fixture.offset(), &fixture.corpus);
        let found: Vec<String> = jumps
            .iter()
            .map(|jump| format!("{} -> {}", jump.origin.of(fixture.text()), shown(&fixture, &jump.to)))
            .collect();
        assert_eq!(found, expected);
    }

    fn shown(fixture: &Fixture, to: &Destination) -> String {
        match to {
            Destination::Here(span) => {
                let line = fixture.text()[..span.start].matches('\n').count() + 1;
                format!("line {line}: {}", span.of(fixture.text()))
            }
            Destination::Letter { path, span } => {
                let text = &fixture.texts[path];
                let words: Vec<&str> = text[span.start..].lines().take(1).collect();
                let path = path.strip_prefix(Path::new(ROOT)).unwrap();
                format!("{}: {}", path.display(), words.join(" "))
            }
            Destination::Page(id) => format!("page {id}"),
        }
    }

    const LETTER: &str = "
-- letters/kst-29521-385.txt
29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 5 september 2019

De eerste bladzijde.

Tweede Kamer, vergaderjaar 2018–2019, 29 521, nr. 385 1
\u{c}De tweede bladzijde.

Tweede Kamer, vergaderjaar 2018–2019, 29 521, nr. 385 2
-- corpus
kst-29521-1..404
";

    #[test]
    fn to_the_head_of_a_letter_from_both_lines() {
        for broken in ["Kamer$0stuk \n29 521, nr. 385", "Kamerstuk \n29 521, nr. 38$05"] {
            check(
                &format!("De kennisgeving ({broken}).\n{LETTER}"),
                &["Kamerstuk \n29 521, nr. 385 -> letters/kst-29521-385.txt: 29 521"],
            );
        }
    }

    #[test]
    fn to_the_page_that_a_pin_names() {
        check(
            &format!("De kennisgeving (Kamerstuk 29 521, nr. 385, p. $02).\n{LETTER}"),
            &["Kamerstuk 29 521, nr. 385, p. 2 -> letters/kst-29521-385.txt: \u{c}De tweede bladzijde."],
        );
        check(
            &format!("De kennisgeving (Kamerstuk 29 521, nr. 385, p. $09).\n{LETTER}"),
            &["Kamerstuk 29 521, nr. 385, p. 9 -> letters/kst-29521-385.txt: 29 521"],
        );
    }

    #[test]
    fn to_a_page_about_a_paper_that_a_list_knows() {
        check(
            &format!("Zie (Kamerstuk 29 521, nr. $0368).\n{LETTER}"),
            &["Kamerstuk 29 521, nr. 368 -> page kst-29521-368"],
        );
        check(&format!("Zie (Kamerstuk 29 $0521).\n{LETTER}"), &["Kamerstuk 29 521 -> page dossier/29521"]);
    }

    #[test]
    fn from_one_paper_of_a_row_and_from_the_words_that_they_share() {
        check(
            &format!("Zie Kamerstukken 29 521, nrs. 368 en 38$05.\n{LETTER}"),
            &["385 -> letters/kst-29521-385.txt: 29 521"],
        );
        check(
            &format!("Zie Kamers$0tukken 29 521, nrs. 368 en 385.\n{LETTER}"),
            &[
                "Kamerstukken 29 521, nrs. 368 en 385 -> page kst-29521-368",
                "Kamerstukken 29 521, nrs. 368 en 385 -> letters/kst-29521-385.txt: 29 521",
            ],
        );
    }

    #[test]
    fn a_page_of_the_record_leads_to_every_debate_on_it() {
        let list = "-- corpus\nh-ek-20012002-506-525 h-ek-20012002-525-526\n";
        let words = "Handelingen I 2001/02, nr. 10, blz. 525";
        check(
            &format!("Zie Handel$0ingen I 2001/02, nr. 10, blz. 525.\n{list}"),
            &[
                &format!("{words} -> page h-ek-20012002-506-525"),
                &format!("{words} -> page h-ek-20012002-525-526"),
            ],
        );
        check(
            "Zie Handel$0ingen I 2001/02, nr. 10, blz. 507.\n-- corpus\nh-ek-20012002-506-525\n",
            &["Handelingen I 2001/02, nr. 10, blz. 507 -> page h-ek-20012002-506-525"],
        );
    }

    #[test]
    fn from_words_that_only_refer() {
        check(
            &format!(
                "De brief (Kamerstuk 29 521, nr. 385) is van mei. In genoemde br$0ief, p. 2, staat meer.\n{LETTER}"
            ),
            &["genoemde brief, p. 2 -> letters/kst-29521-385.txt: \u{c}De tweede bladzijde."],
        );
    }

    #[test]
    fn what_is_unknown_leads_nowhere() {
        check(&format!("Zie (Kamerstuk 29 521, nr. $09385).\n{LETTER}"), &[]);
        check("Zie (Kamerstuk 29 $0521).", &[]);
        check(&format!("De kennis$0geving (Kamerstuk 29 521, nr. 385).\n{LETTER}"), &[]);
    }

    #[test]
    fn what_the_corpus_cannot_hold_leads_nowhere_and_what_a_list_knows_to_its_page() {
        for printed in
            ["Verordening (EU) 2016/6$079", "ECLI:NL:RVS:2021:1$0507", "BWBR0$0005252", "PbEU L 2$066"]
        {
            check(&format!("Zie ({printed}).\n{LETTER}"), &[]);
        }
        check("Zie (Stb. 2018, $0247).\n-- corpus\nstb-2018-247\n", &["Stb. 2018, 247 -> page stb-2018-247"]);
        check(
            &format!("Zie https://zoek.officielebekendmakingen.nl/kst-2$09521-385.html.\n{LETTER}"),
            &[
                "https://zoek.officielebekendmakingen.nl/kst-29521-385.html -> letters/kst-29521-385.txt: 29 521",
            ],
        );
    }

    #[test]
    fn from_a_mark_to_its_note_and_back() {
        let letter =
            "De missie is verlengd.1 Daarna niet meer.\n\n1 Artikel 100-brief van 14 september 2018.\n";
        check(&letter.replace("verlengd.1", "verlengd.$01"), &["1 -> line 3: 1"]);
        check(&letter.replace("\n1 Art", "\n1$0 Art"), &["1 -> line 1: 1"]);
    }
}
