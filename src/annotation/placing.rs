//! The notes of a letter, each with where it stands in a text of it.

use std::collections::HashMap;

use super::letter_text::LetterText;
use super::memory::Memory;
use super::note::Note;
use super::place::{Placed, Placing};
use super::target::Target;

/// How many answers upon answers are followed; more make a circle.
const DEPTH: usize = 64;

/// Where each of these notes stands, in their order. `None` is a note on the letter as a whole; an answer stands where the note stands that it answers.
#[must_use]
pub fn place_notes(notes: &[Note], text: &LetterText, memory: &Memory) -> Vec<Option<Placed>> {
    let placing = Placing::new(text, memory);
    let mut by_id = HashMap::<&str, Placement>::new();
    for note in notes {
        let placement = match note.target() {
            Target::Letter => Placement::Whole,
            Target::Passage(anchor) => Placement::At(placing.place(&anchor)),
            Target::Note(id) => Placement::Answers(id),
            Target::Unread => Placement::At(Placed::Orphaned(Vec::new())),
        };
        by_id.insert(note.id(), placement);
    }
    let find = |note: &Note| {
        let mut placement = by_id.get(note.id());
        for _ in 0..DEPTH {
            match placement {
                Some(Placement::Answers(id)) => placement = by_id.get(id.as_str()),
                Some(Placement::Whole) => return None,
                Some(Placement::At(placed)) => return Some(placed.clone()),
                None => break,
            }
        }
        // What it answers is gone.
        Some(Placed::Orphaned(Vec::new()))
    };
    notes.iter().map(find).collect()
}

/// What one note says of its place.
enum Placement {
    Whole,
    At(Placed),
    /// Where the note of this identifier stands.
    Answers(String),
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, Motivation};
    use crate::text::Span;

    fn note(about: About) -> Note {
        Note::new(&Draft::new(Motivation::Commenting, about), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn an_answer_stands_where_its_note_stands() {
        let text = LetterText::new("Ik zeg u toe de Kamer te informeren.");
        let passage = note(About::Passage(Anchor::of(&text, Span::new(3, 12))));
        let answer = note(About::Note(passage.id().to_owned()));
        let further = note(About::Note(answer.id().to_owned()));
        let whole = note(About::Letter);
        let lost = note(About::Note("urn:uuid:weg".to_owned()));
        let notes = [further, answer, passage, whole, lost];
        let placed = place_notes(&notes, &text, &Memory::none());
        let at = Some(Placed::Anchored(Span::new(3, 12)));
        assert_eq!(placed, [at.clone(), at.clone(), at, None, Some(Placed::Orphaned(Vec::new()))]);
    }
}
