//! Where in its file a finding stands, for files whose lines nobody sees.
//!
//! A Word file becomes a letter before it is read, and whoever has it open in Word looks for a paragraph or a note and not for a line.

use crate::import::{Letter, Place};
use crate::messages::{Argument, Message, Translator};

/// Where a byte of a letter stands in the file that it was made of; nothing where the letter is its file, or where the file has nothing to be found by.
pub(super) fn place(made: Option<&Letter>, at: usize) -> Option<&Place> {
    made.map(|letter| letter.place(at)).filter(|place| **place != Place::Nowhere)
}

/// The place in the reader's language: `voetnoot 3`.
pub(super) fn in_words(place: &Place, say: Translator) -> String {
    place.message().map_or_else(String::new, |message| say.text(&message))
}

/// A sentence, and behind it where it is about.
pub(super) fn with_place(sentence: &Message, place: Option<&Place>, say: Translator) -> String {
    match place.and_then(Place::message) {
        Some(place) => say.text(
            &Message::new("report-at-place")
                .with("sentence", Argument::message(sentence.clone()))
                .with("place", Argument::message(place)),
        ),
        None => say.text(sentence),
    }
}
