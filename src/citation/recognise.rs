//! From a text to its citations: finds where one may begin and hands over to the family.

use crate::identifier::DocumentId;
use crate::letter::Letter;

use super::Citation;

/// What the letter says of itself, as far as it decides what a citation means.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// Its own identifier, which is no citation where head and feet of the paper print it.
    pub own: Option<&'a DocumentId>,
}

/// All citations of `text`, in order of place, without overlap.
#[must_use]
pub fn recognise(_text: &str, _context: &Context<'_>) -> Vec<Citation> {
    Vec::new()
}
