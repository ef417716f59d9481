//! The recogniser: which papers does a text cite, where, and how well is that written?
//!
//! Layer 3. No I/O and no corpus: everything here follows from the text alone.
//! One file per family of citations; parsing never fails, what is wrong with a citation hangs on it as a [`Problem`].

mod grammar;
mod kamerstuk;
mod problem;
mod reading;
mod recognise;

use crate::identifier::{DocumentId, Dossier, Kamer, SessionYear};
use crate::text::Span;

pub use problem::{Problem, ProblemKind};
pub use reading::Reading;
pub use recognise::{Context, recognise};

/// The edition of all that is read from a text, here and in [`crate::letter`]. Whoever changes what any text gives counts it up: an index of letters that another edition read is not used.
pub const EDITION: u32 = 1;

/// A place in a text that names papers.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// What was printed, from the first letter of the keyword to the last sign of number or pin.
    pub span: Span,
    /// Which form it has.
    pub family: Family,
    /// What it names, in printed order; none where the paper has no identifier or its number is missing.
    pub targets: Vec<Target>,
    /// The chamber, where it is stated.
    pub kamer: Option<Kamer>,
    /// The session year, where it is stated and is one.
    pub session: Option<SessionYear>,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
}

/// One paper that a citation names.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// The part of the citation that is about this paper alone: in a list the number with its pin, else the whole.
    pub span: Span,
    /// Which paper.
    pub id: DocumentId,
    /// All dossiers that are named with it, the owner of the number first.
    pub dossiers: Vec<DossierMention>,
    /// Which page or item.
    pub pin: Option<Pin>,
    /// The number or letter as printed, where one is; what a corrected number replaces.
    pub number_span: Option<Span>,
    /// Whether dossier or antecedent lie outside the citation's own span.
    pub inferred: bool,
}

/// A dossier where it is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DossierMention {
    /// Which.
    pub dossier: Dossier,
    /// Where, with its toevoeging.
    pub span: Span,
}

/// A page, or the like, of a paper.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Pin {
    /// In one form whatever was printed: `p. 7`, `p. 15-16`, `p. 12, 13`, `p. 4 e.v.`.
    pub text: String,
    /// The first page that it names.
    pub page: u32,
    /// Where it stands.
    pub span: Span,
}

/// The families of citations; each has a file of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Family {
    /// A paper or a dossier: `Kamerstuk 29 521, nr. 385`.
    Kamerstuk,
}

impl Family {
    /// The name in structured output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kamerstuk => "kamerstuk",
        }
    }
}
