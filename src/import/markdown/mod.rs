//! From a document to a Markdown letter with front matter.
//!
//! What is read from the letter, by whoever renders Markdown, are the words of the document and no others; where looks and words cannot both be kept, the looks go.
//! It knows no format that documents are read from.

mod blocks;
mod escape;
mod front;
mod inline;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::digest;
use super::{Document, Place, Source};

/// A letter that was made from a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// Its text, front matter and body.
    pub text: String,
    /// Which stretches of the text, in bytes, stand where in the source: ascending by their start, an outer one before those within it.
    pub places: Vec<(Range<usize>, Place)>,
}

impl Letter {
    /// Where in the source the byte `at` of the text stands; [`Place::Nowhere`] in front matter.
    #[must_use]
    pub fn place(&self, at: usize) -> &Place {
        let until = self.places.partition_point(|(range, _)| range.start <= at);
        // The innermost is the last that begins before and does not end before.
        let found = self.places[..until].iter().rev().find(|(range, _)| at < range.end);
        found.map_or(&Place::Nowhere, |(_, place)| place)
    }
}

/// Writes a letter. The same document gives the same bytes.
#[must_use]
pub fn letter(document: &Document, source: &Source) -> Letter {
    let (body, mut places) = blocks::write(document);
    let mut text = front::matter(&document.head, source);
    let fence = text.len();
    text.push_str("---\n\n");
    text.push_str(&body);
    let line = format!("{}: \"{}\"\n", digest::LETTER_DIGEST, digest::of_letter(&text));
    text.insert_str(fence, &line);
    let shift = text.len() - body.len();
    for (range, _) in &mut places {
        *range = range.start + shift..range.end + shift;
    }
    Letter { text, places }
}
