//! What refers to a paper without saying it all: `de motie op stuk nr. 469`, `idem`, `genoemde brief`.
//!
//! The rest stands elsewhere in the letter. One file per way of referring; [`infer`] is the way in, and it comes last, since it rests on what the letter says in so many words.
//! Where more than one paper may be meant, nothing is said: a wrong paper is worse than none.

mod aforementioned;
mod beside;
mod dated;
mod defined;
mod definition;
mod forms;
mod ground;
mod ibidem;
mod mover;
mod notes;
mod noun;
mod number;
mod sweep;
#[cfg(test)]
mod tests;
mod things;
mod triggers;
mod words;

use super::{Citation, Context, Standing};
use sweep::Sweep;

pub use beside::{Beside, DateBeside, KindBeside, beside};
pub use defined::{DefinedName, defined_names};
pub(super) use forms::FORMS;
pub(crate) use words::ends_sentence;

/// Finds what refers to the papers that the letter cites, and puts it among the citations in order of place.
///
/// Those that an earlier call inferred are dropped first, so that it may be called again when more is known. Takes time in proportion to the length of the text.
pub fn infer(text: &str, context: &Context<'_>, citations: &mut Vec<Citation>) {
    citations.retain(|citation| !citation.is_inferred());
    let stated = citations.iter().any(|citation| citation.standing == Standing::Stated);
    if !stated && context.letter.header.dossiers.is_empty() && context.own.is_none() {
        return;
    }
    let found = Sweep::new(text, context, citations).walk();
    if !found.is_empty() {
        citations.extend(found);
        citations.sort_by_key(|citation| citation.span.start);
    }
}
