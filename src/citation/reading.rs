//! A letter as one who knows the forms reads it: the text, what it says of itself, and what it cites.
//!
//! There are two states, and the types keep them apart.
//! [`Recognised`] is what the text alone gives, with all that it leaves open; it is made once for each version of a text.
//! [`Reading`] is what everyone else works with. It comes from [`Recognised::settle`] alone, so that nobody sees a citation about which a register has yet to speak.

use std::path::Path;
use std::sync::Arc;

use crate::identifier::DocumentId;
use crate::letter::{Format, Letter};

use super::settle::{Nothing, settle};
use super::{Citation, Context, Register, Target, recognise};

/// One version of a letter, as far as its text goes. Everything in it follows from the text, so it is made once and shared.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// The text, without byte order mark.
    pub text: Arc<str>,
    /// How it is marked up.
    pub format: Format,
    /// What it says of itself.
    pub letter: Arc<Letter>,
    /// Its own identifier, by its head or by the name of its file.
    own: Option<DocumentId>,
    citations: Arc<[Citation]>,
}

impl Recognised {
    /// Reads a text. `path` names it, where it has a name: a letter without a number is known by that of its file.
    #[must_use]
    pub fn new(text: Arc<str>, format: Format, path: Option<&Path>) -> Self {
        let letter = Letter::read(&text, format);
        let own = letter.identity(path);
        let citations = recognise(&text, &Context { letter: &letter, own: own.as_ref() });
        Self { text, format, letter: Arc::new(letter), own, citations: citations.into() }
    }

    /// The letter with everything settled that the register can settle: what it confirms stays, and what has only the form of a citation and is not confirmed goes.
    ///
    /// The register is asked two questions at most.
    #[must_use]
    pub fn settle(&self, register: &dyn Register) -> Reading {
        let context = Context { letter: &self.letter, own: self.own.as_ref() };
        let settled = settle(&self.text, &context, &self.citations, register);
        Reading {
            text: Arc::clone(&self.text),
            format: self.format,
            letter: Arc::clone(&self.letter),
            citations: settled.map_or_else(|| Arc::clone(&self.citations), Arc::from),
            _settled: (),
        }
    }

    /// The reading of one who has the text and nothing else: what only has the form of a citation is none, and what only a list can tell stays open.
    #[must_use]
    pub fn alone(&self) -> Reading {
        self.settle(&Nothing)
    }

    /// What the text alone cites, in order of place, with what has only the form of a citation.
    /// For the corpus, which keeps it for as long as the letter is the same, whatever becomes known of other papers; and for the page that shows which forms are recognised.
    pub(crate) fn unsettled(&self) -> &[Citation] {
        &self.citations
    }
}

/// One version of a letter, read and settled.
#[derive(Clone, Debug)]
#[expect(clippy::manual_non_exhaustive, reason = "nobody within the crate makes one either")]
pub struct Reading {
    /// The text, without byte order mark.
    pub text: Arc<str>,
    /// How it is marked up.
    pub format: Format,
    /// What it says of itself.
    pub letter: Arc<Letter>,
    /// What it cites, in order of place.
    pub citations: Arc<[Citation]>,
    /// Nobody makes a reading but [`Recognised::settle`].
    _settled: (),
}

impl Reading {
    /// The reading of a text by one who has nothing else; see [`Recognised::alone`].
    #[must_use]
    pub fn alone(text: Arc<str>, format: Format, path: Option<&Path>) -> Self {
        Recognised::new(text, format, path).alone()
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
