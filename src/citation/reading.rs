//! A letter as one who knows the forms reads it: the text, what it says of itself, and what it cites.
//!
//! There are two states, and the types keep them apart.
//! [`Recognised`] is what the text alone gives, with all that it leaves open; it is made once for each version of a text.
//! [`Reading`] is what everyone else works with. It comes from [`Recognised::settle`] alone, so that nobody sees a citation about which a register has yet to speak.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::identifier::DocumentId;
use crate::letter::{Format, Letter};

use super::recognise::stated;
use super::settle::{Nothing, is_open, settle};
use super::{Citation, Context, Register, Target, infer};

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
    /// The folder that it lies in, where it has a file.
    folder: Option<Arc<Path>>,
    /// Where something is open: what it cites, without what only refers to that.
    open: Vec<Citation>,
    /// What it cites, with what refers to it; where something is open, once somebody needs it, since references are then looked for among what is settled.
    unsettled: OnceLock<Arc<[Citation]>>,
}

impl Recognised {
    /// Reads a text. `path` names it, where it has a name: a letter without a number is known by that of its file.
    #[must_use]
    pub fn new(text: Arc<str>, format: Format, path: Option<&Path>) -> Self {
        let letter = Letter::read(&text, format);
        let own = letter.identity(path);
        let citations = stated(&text, &Context { letter: &letter, own: own.as_ref() });
        let mut recognised = Self {
            text,
            format,
            letter: Arc::new(letter),
            own,
            folder: path.and_then(Path::parent).map(Arc::from),
            open: Vec::new(),
            unsettled: OnceLock::new(),
        };
        if citations.iter().any(is_open) {
            recognised.open = citations;
        } else {
            recognised.unsettled = OnceLock::from(recognised.with_references(citations));
        }
        recognised
    }

    /// The letter with everything settled that the register can settle: what it confirms stays, and what has only the form of a citation and is not confirmed goes.
    ///
    /// The register is asked two questions at most.
    #[must_use]
    pub fn settle(&self, register: &dyn Register) -> Reading {
        let settled = settle(&self.open, register).map(|citations| self.with_references(citations));
        Reading {
            text: Arc::clone(&self.text),
            format: self.format,
            letter: Arc::clone(&self.letter),
            folder: self.folder.clone(),
            citations: settled.unwrap_or_else(|| Arc::clone(self.all_unsettled())),
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
        self.all_unsettled()
    }

    fn all_unsettled(&self) -> &Arc<[Citation]> {
        self.unsettled.get_or_init(|| self.with_references(self.open.clone()))
    }

    /// Puts among citations what refers to them.
    fn with_references(&self, mut citations: Vec<Citation>) -> Arc<[Citation]> {
        let context = Context { letter: &self.letter, own: self.own.as_ref() };
        infer(&self.text, &context, &mut citations);
        citations.into()
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
    /// The folder that it lies in, where it has a file.
    pub folder: Option<Arc<Path>>,
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
