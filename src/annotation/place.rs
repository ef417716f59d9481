//! Where the passage of a note is in a text that may have changed since.
//!
//! A note on the wrong sentence is worse than one that is lost, so whatever is not certain is not done: the note is an orphan then, with what may be its passage.

use crate::text::Span;

use super::anchor::{Anchor, find_all};
use super::letter_text::LetterText;

/// Where a passage is. Stretches are in bytes of the text as it came.
#[derive(Clone, PartialEq, Debug)]
pub enum Placed {
    /// Where it was, in the very same words.
    Anchored(Span),
    /// Elsewhere, in the same words; line ends, hyphenation and the form of quotation marks may differ.
    Moved(Span),
    /// Its words have changed a little.
    Approximate(Span),
    /// More than one place may be meant.
    Ambiguous(Vec<Candidate>),
    /// Nowhere for certain. The candidates, best first, are what a person may choose from; there may be none.
    Orphaned(Vec<Candidate>),
}

/// A place that may be the passage.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// Where.
    pub span: Span,
    /// How alike it is, words and surroundings together, from 0 to 1.
    pub score: f64,
}

impl Placed {
    /// The stretch, where it is certain.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Anchored(span) | Self::Moved(span) | Self::Approximate(span) => Some(*span),
            Self::Ambiguous(_) | Self::Orphaned(_) => None,
        }
    }

    /// What a person may choose from where it is not certain.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Ambiguous(candidates) | Self::Orphaned(candidates) => candidates,
            _ => &[],
        }
    }

    /// The name that programs know the verdict by: `anchored`, `moved`, `approximate`, `ambiguous`, `orphaned`.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Anchored(_) => "anchored",
            Self::Moved(_) => "moved",
            Self::Approximate(_) => "approximate",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphaned(_) => "orphaned",
        }
    }
}

/// Finds the passage of an anchor. `remembered` is the text that it was last seen on, where there still is one ([`super::Memory::recall`]).
#[must_use]
pub fn place(text: &LetterText, anchor: &Anchor, remembered: Option<&LetterText>) -> Placed {
    let _ = remembered;
    let hint = anchor.position.and_then(|(start, end)| {
        Some(Span::new(text.byte_of(start)?, text.byte_of(end).filter(|_| start <= end)?))
    });
    let quoted = |span: Span| text.as_str().get(span.start..span.end) == Some(anchor.quote.as_str());
    let hint = hint.filter(|span| quoted(*span));
    if let Some(span) = hint.filter(|_| anchor.seen_on == Some(text.hash())) {
        return Placed::Anchored(text.outward(span));
    }
    let window = format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix);
    let found: Vec<_> = find_all(text.as_str(), &window).take(2).collect();
    let span_at = |at: usize| {
        let start = at + anchor.prefix.len();
        Span::new(start, start + anchor.quote.len())
    };
    match found[..] {
        [at] if hint == Some(span_at(at)) => Placed::Anchored(text.outward(span_at(at))),
        [at] => Placed::Moved(text.outward(span_at(at))),
        [] => Placed::Orphaned(Vec::new()),
        _ => Placed::Ambiguous(Vec::new()),
    }
}
