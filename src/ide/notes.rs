//! The notes on a passage of a letter, as they are shown over it.
//!
//! Where they stand is told by [`crate::annotation`]; here is only how they read.

use crate::annotation::{Listed, Placed};
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::Markup;
use super::hover::Hover;
use super::prose::{Piece, Prose};

/// The notes whose passage a cursor at `offset` (a byte of the text) touches, in the order in which they were made; `None` where there is none.
///
/// A note whose place is not certain is shown nowhere, since it may be about other words. The span is that of the smallest passage.
#[must_use]
pub fn notes_at<'n>(
    notes: impl IntoIterator<Item = &'n Listed>,
    offset: usize,
    say: Translator,
    markup: Markup,
) -> Option<Hover> {
    let mut prose = Prose::new(markup);
    let mut smallest: Option<Span> = None;
    for listed in notes {
        let span = listed.placed.as_ref().and_then(Placed::span).filter(|span| span.touches(offset));
        let Some(span) = span else { continue };
        if smallest.is_none_or(|other| span.len() < other.len()) {
            smallest = Some(span);
        }
        let note = &listed.note;
        let resolved = note.is_resolved().then(|| say.text(&Message::new("note-resolved")));
        let name = note.creator().map(str::to_owned);
        let mut head: Vec<Piece> = Vec::new();
        let tags = note.tags().into_iter().map(|tag| Piece::Strong(tag.to_owned()));
        for piece in tags.chain(name.into_iter().chain(resolved).map(Piece::Text)) {
            if !head.is_empty() {
                head.push(Piece::Text(" · ".to_owned()));
            }
            head.push(piece);
        }
        prose.lines(&[head]);
        let text = note.text();
        match markup {
            _ if text.trim().is_empty() => {}
            Markup::Markdown => prose.markdown(&text),
            Markup::Plain => prose.line(text.trim()),
        }
    }
    let contents = prose.finish();
    Some(Hover { span: smallest?, contents }).filter(|hover| !hover.contents.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, LetterText, Memory, Motivation, Note, list_notes};

    #[test]
    fn a_note_is_shown_over_its_passage_also_where_that_has_moved() {
        let before = LetterText::new("Ik zeg u toe de Kamer voor de zomer te informeren.");
        let mut draft =
            Draft::new(Motivation::Tagging, About::Passage(Anchor::of(&before, Span::new(3, 12))));
        draft.tags = vec!["toezegging".to_owned()];
        draft.text = "Voor *juli*.".to_owned();
        draft.creator = Some("A. de Vries".to_owned());
        let mut note = Note::new(&draft, Timestamp::UNIX_EPOCH);
        note.set_resolved(true, Timestamp::UNIX_EPOCH);
        let now = "Geachte Voorzitter,\nIk zeg u toe de Kamer voor de zomer te informeren.";
        let listed = list_notes(Path::new("brief.txt"), &[note], Some(now), &Memory::none());
        let hover = notes_at(&listed, 25, Translator::default(), Markup::Markdown).unwrap();
        assert_eq!(hover.span.of(now), "zeg u toe");
        assert_eq!(hover.contents, "**toezegging** · A. de Vries · afgehandeld\n\nVoor *juli*.");
        assert_eq!(notes_at(&listed, 5, Translator::default(), Markup::Plain), None);
    }
}
