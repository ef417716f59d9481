//! A letter as one who knows the forms reads it: the text, what it says of itself, and what it cites.

use std::path::Path;
use std::sync::Arc;

use crate::letter::{Format, Letter};

use super::{Citation, Context, Target, recognise};

/// One version of a letter, read. Everything in it follows from the text, so it is made once and shared.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text, without byte order mark.
    pub text: Arc<str>,
    /// How it is marked up.
    pub format: Format,
    /// What it says of itself.
    pub letter: Letter,
    /// What it cites, in order of place.
    pub citations: Vec<Citation>,
}

impl Reading {
    /// Reads a text. `path` names it, where it has a name: a letter without a number is known by that of its file.
    #[must_use]
    pub fn new(text: Arc<str>, format: Format, path: Option<&Path>) -> Self {
        let letter = Letter::read(&text, format);
        let own = letter.identity(path);
        let citations = recognise(&text, &Context { letter: &letter, own: own.as_ref() });
        Self { text, format, letter, citations }
    }

    /// The citation under a cursor, and in a list the paper of it that the cursor is on.
    #[must_use]
    pub fn citation_at(&self, offset: usize) -> Option<(&Citation, Option<&Target>)> {
        let first = self.citations.partition_point(|citation| citation.span.end < offset);
        let citation = self.citations[first..].iter().find(|citation| citation.span.touches(offset))?;
        let target =
            citation.targets.iter().find(|target| target.span.touches(offset)).or(citation.targets.first());
        Some((citation, target))
    }
}
