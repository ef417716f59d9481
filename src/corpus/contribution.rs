//! What one letter adds to a corpus: itself, what it cites, and the titles of its dossiers.

use std::path::Path;

use crate::citation::Recognised;
use crate::corpus::LetterRecord;
use crate::corpus::cited::{Cited, cited};
use crate::identifier::{DocumentId, Dossier, find_date_in_words};
use crate::letter::DossierLine;
use crate::text::Span;

/// What one letter adds.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Contribution {
    /// The letter, where it is a paper with an identifier.
    pub(super) record: Option<LetterRecord>,
    /// What it cites, by paper and place; itself left out.
    pub(super) cited: Vec<Cited>,
    /// The titles that it prints of dossiers.
    pub(super) titles: Vec<(Dossier, String)>,
}

impl Contribution {
    pub(super) fn of(recognised: &Recognised, path: &Path) -> Self {
        let header = &recognised.letter.header;
        let id = recognised.letter.identity(Some(path)).map(|id| id.base());
        let cited = cited(recognised, id.as_ref());
        let titles = Self::titles_of(&header.dossiers);
        let record = id.map(|id| LetterRecord {
            path: path.to_owned(),
            title: header.title.clone(),
            dossiers: header.dossiers.clone(),
            kind: header.kind.clone(),
            kamer: header.kamer.or(id.kamer()),
            session: header.session,
            date: header.date,
            senders: header.senders.clone(),
            lead: lead(opening(&recognised.text[recognised.letter.body.min(recognised.text.len())..])),
            header: header.span,
            pages: recognised.letter.pages.clone(),
            id,
        });
        Self { record, cited, titles }
    }

    /// The titles that a letter with these dossiers at its head prints.
    pub(super) fn titles_of(dossiers: &[DossierLine]) -> Vec<(Dossier, String)> {
        dossiers.iter().filter_map(|line| Some((line.dossier, line.title.clone()?))).collect()
    }

    /// What one who asks the corpus learns of it.
    pub(super) fn gist(&self) -> Gist {
        let cited = self.cited.iter().map(|cited| (cited.id.clone(), cited.unconfirmed)).collect();
        Gist::new(self.record.as_ref(), cited, self.titles.clone())
    }
}

/// What follows from a letter for others: the places within it and its first lines move with every key, and nothing follows from them.
#[derive(PartialEq, Debug)]
pub(super) struct Gist {
    record: Option<LetterRecord>,
    cited: Vec<(DocumentId, bool)>,
    titles: Vec<(Dossier, String)>,
}

impl Gist {
    pub(super) fn new(
        record: Option<&LetterRecord>,
        cited: Vec<(DocumentId, bool)>,
        titles: Vec<(Dossier, String)>,
    ) -> Self {
        let still = |record: &LetterRecord| LetterRecord {
            lead: String::new(),
            header: Span::default(),
            pages: Vec::new(),
            ..record.clone()
        };
        Self { record: record.map(still), cited, titles }
    }
}

/// How long a lead is, in characters.
const LEAD: usize = 300;

/// The first lines in one paragraph: line breaks become spaces, words that were broken over lines are mended, and the last word stays whole.
fn lead(body: &str) -> String {
    let mut lead = String::new();
    let mut chars = body.chars().filter(|&c| c != '\u{AD}' && c != '\u{FEFF}').peekable();
    let mut length = 0;
    while let Some(c) = chars.next() {
        if c.is_whitespace() || c.is_control() {
            let mut line_end = c == '\n' || c == '\r';
            while let Some(next) = chars.next_if(|c| c.is_whitespace() || c.is_control()) {
                line_end |= next == '\n' || next == '\r';
            }
            let hyphen =
                line_end && lead.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic));
            let next: String = chars.clone().take_while(|c| c.is_alphabetic()).collect();
            if hyphen && next.starts_with(char::is_lowercase) && !is_conjunction(&next) {
                // `defensie-nota` was broken at the line's end,
                lead.pop();
                length -= 1;
            } else if !lead.is_empty()
                && chars.peek().is_some()
                && !(hyphen && next.starts_with(char::is_uppercase))
            {
                // `Oost-Europa` has its hyphen by itself, and `in- en uitvoer` has a space behind it too.
                lead.push(' ');
                length += 1;
            }
            continue;
        }
        lead.push(c);
        length += 1;
        if length > LEAD {
            let end = lead.rfind(' ').unwrap_or(lead.len());
            lead.truncate(end);
            lead.push('…');
            break;
        }
    }
    lead
}

/// The text from its first sentence on: every letter has its title, address and date above it, and they are known already.
/// A text of nothing else is left as it is.
fn opening(body: &str) -> &str {
    let mut rest = body;
    let mut in_address = false;
    while let Some(line) = rest.split_inclusive('\n').next() {
        let words = line.trim();
        in_address = !words.is_empty() && (in_address || words.starts_with("Aan de Voorzitter"));
        let is_date = find_date_in_words(words).is_some_and(|(_, date)| words.len() - date.len() <= 20);
        if !(words.is_empty() || words.starts_with('#') || in_address || is_date) {
            return rest;
        }
        rest = &rest[line.len()..];
    }
    body
}

/// `in- en uitvoer`: the hyphen stands for a part that is left out.
fn is_conjunction(word: &str) -> bool {
    matches!(word, "en" | "of" | "tot" | "dan" | "noch" | "als")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_one_paragraph_with_its_words_mended() {
        let body = "\nGeachte voorzitter,\r\n\r\nHierbij  bied ik u de defensie-\nnota aan, over in- \nen uitvoer en Oost-\nEuropa en in\u{AD}ko\u{AD}men.\u{0C}\n";
        assert_eq!(
            lead(body),
            "Geachte voorzitter, Hierbij bied ik u de defensienota aan, over in- en uitvoer en Oost-Europa en inkomen."
        );
    }

    #[test]
    fn a_lead_begins_with_the_first_sentence() {
        let body = "# Titel\n\nAan de Voorzitter van de Tweede Kamer der\nStaten-Generaal\n\nDen Haag, 20 maart 2020\n\nDe uitbraak raakt ook de missies.\n";
        assert_eq!(opening(body), "De uitbraak raakt ook de missies.\n");
        let body = "Op 5 september 2019 is uw Kamer geïnformeerd.";
        assert_eq!(opening(body), body);
        let body = "Den Haag, 20 maart 2020\n";
        assert_eq!(opening(body), body);
    }

    #[test]
    fn a_long_lead_ends_behind_a_word() {
        let lead = lead(&"vredesmissie é ".repeat(100));
        assert!(lead.chars().count() <= LEAD + 1, "{lead}");
        assert!(lead.ends_with("é…") || lead.ends_with("vredesmissie…"), "{lead}");
        assert_eq!(super::lead(""), "");
        assert_eq!(super::lead("- \n"), "-");
    }
}
