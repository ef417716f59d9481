//! The notes of a letter, each with where it stands in a text of it.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::text::Span;

use super::anchor::Anchor;
use super::letter_text::LetterText;
use super::live::{Standing, Whereabouts};
use super::memory::Memory;
use super::note::Note;
use super::place::{Candidate, Placed, Placing};
use super::record::Record;
use super::rewrite::widened;
use super::skeleton::Skeleton;
use super::target::Target;

/// How many answers upon answers are followed; more make a circle.
const DEPTH: usize = 64;

/// Where each of these notes stands, in their order. `None` is a note on the letter as a whole; an answer stands where the note stands that it answers.
#[must_use]
pub fn place_notes(notes: &[Note], text: &LetterText, memory: &Memory) -> Vec<Option<Placed>> {
    let placing = Placing::new(text, memory);
    placed(notes, |_, anchor| placing.place(anchor))
}

/// As [`place_notes`], with what editors have seen of a letter: passages that are followed under their [`passage_key`](Note::passage_key) in `standing` stand where they have been followed to, and the others are looked for from where the record has them.
///
/// A passage that was followed and is gone is nowhere, unless its very words are found for certain.
pub(super) fn place_seen_notes(
    notes: &[Note],
    text: &LetterText,
    memory: &Memory,
    record: Option<&Record>,
    standing: Option<&Standing>,
) -> Vec<Option<Placed>> {
    let placing = Placing::new(text, memory);
    let then = OnceCell::new();
    // Where it stood when the letter was last saved is nearer to where it stands now than where it stood when the note was made.
    let from_record = |key: &str, anchor: &Anchor| {
        let record = record?;
        if let Some(span) = record.place_of(key, text) {
            return Some(followed(text, anchor, span));
        }
        let then = then.get_or_init(|| memory.recall(record.text)).as_ref()?;
        let placed = placing.place(&Anchor::of(then, record.place_of(key, then)?));
        Some(followed(text, anchor, placed.span()?))
    };
    placed(notes, |note, anchor| {
        let key = note.passage_key().unwrap_or_default();
        match standing.and_then(|standing| standing.place_of(&key)) {
            Some(Whereabouts::At(span)) => followed(text, anchor, span),
            Some(Whereabouts::Gone { .. }) => match placing.place(anchor) {
                Placed::Approximate(span) => Placed::Orphaned(vec![Candidate { span, score: 1.0 }]),
                other => other,
            },
            None => from_record(&key, anchor).unwrap_or_else(|| placing.place(anchor)),
        }
    })
}

/// What is to be said of a passage that was followed to `span`.
fn followed(text: &LetterText, anchor: &Anchor, span: Span) -> Placed {
    let span = widened(text, span, &anchor.quote);
    let inside = text.inward(span);
    let words = inside.of(text.as_str());
    let same = words == anchor.quote || Skeleton::new(words).bytes() == Skeleton::new(&anchor.quote).bytes();
    let stays = || anchor.position.is_some_and(|(start, _)| start == text.code_points(inside.start));
    match same {
        true if words == anchor.quote && stays() => Placed::Anchored(span),
        true => Placed::Moved(span),
        false => Placed::Approximate(span),
    }
}

fn placed(notes: &[Note], place: impl Fn(&Note, &Anchor) -> Placed) -> Vec<Option<Placed>> {
    let mut by_id = HashMap::<&str, Placement>::new();
    for note in notes {
        let placement = match note.target() {
            Target::Letter => Placement::Whole,
            Target::Passage(anchor) => Placement::At(place(note, &anchor)),
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
    use crate::annotation::{About, Draft, Live, Motivation};
    use crate::text::Buffer;

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

    #[test]
    fn what_is_followed_stands_where_it_was_followed_to() {
        let before = "Mali.\nDe Kamer is geïnformeerd.\nNiger.\nDe Kamer is geïnformeerd.\n";
        let old = LetterText::new(before);
        let second = before.rfind("De").unwrap();
        let passage = note(About::Passage(Anchor::of(&old, Span::new(second, second + 26))));
        // So much has changed around it that nobody could tell by looking which of the two it is.
        let now = "De Kamer is geïnformeerd.\nDe Kamer is nu geïnformeerd.\n";
        let (text, buffer) = (LetterText::new(now), Buffer::new(now));
        let cold = place_notes(std::slice::from_ref(&passage), &text, &Memory::none());
        assert_eq!(cold[0].as_ref().and_then(Placed::span), None);
        let mut live = Live::default();
        let place = |live: &Live| {
            let (notes, standing) = (std::slice::from_ref(&passage), live.standing());
            let placed = place_seen_notes(notes, &text, &Memory::none(), None, Some(&standing));
            placed[0].clone().unwrap()
        };
        live.follow([(passage.passage_key().unwrap(), Span::new(0, 26))], &buffer);
        assert_eq!(place(&live), Placed::Moved(Span::new(0, 26)));
        live.follow([(passage.passage_key().unwrap(), Span::new(27, 53))], &buffer);
        assert_eq!(place(&live), Placed::Approximate(Span::new(27, 53)));
    }
}
