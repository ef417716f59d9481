//! Notes on letters: the W3C Web Annotation model, the files they stand in, and how they keep their passages.
//!
//! Layer 3. Notes stand beside the letter, never in it (design, section 7). What is in force here:
//!
//! * A note is the JSON that it was read from ([`Note`]); what Griffier does not understand survives.
//! * A page of notes is read whole or not at all ([`Page`]), and written whole or not at all ([`Sidecar`]).
//! * A passage is found with certainty or not at all ([`place()`]).
//! * While a letter is open in an editor its passages move with every edit ([`Live`]).
//!
//! ```
//! use griffier::annotation::{About, Anchor, Draft, LetterText, Motivation, Note, Placed, Places, Sidecar, place};
//! use griffier::text::Span;
//!
//! let folder = tempfile::tempdir()?;
//! let letter = folder.path().join("brief.txt");
//! let text = LetterText::new("Ik zeg u toe de Kamer voor de zomer te informeren.");
//! let anchor = Anchor::of(&text, Span::new(3, 12));
//! let mut draft = Draft::new(Motivation::Tagging, About::Passage(anchor));
//! draft.tags.push("toezegging".to_owned());
//! let mut sidecar = Sidecar::open(&Places::beside(), &letter)?;
//! sidecar.page.add(Note::new(&draft, jiff::Timestamp::now()));
//! assert!(sidecar.save()?.written);
//!
//! let changed = LetterText::new("Ook dit jaar.\nIk zeg u toe de Kamer voor de zomer te informeren.");
//! let note = &Sidecar::open(&Places::beside(), &letter)?.page.notes()[0].clone();
//! let placed = place(&changed, &note.anchor().unwrap(), Some(&text));
//! assert_eq!(placed, Placed::Moved(Span::new(17, 26)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This module knows no corpus, no editor and no sentence for users but by its code.

mod align;
mod along;
mod anchor;
mod change;
mod collection;
mod context;
mod doubt;
mod draft;
mod fit;
mod form;
mod letter_text;
mod listed;
mod live;
mod lock;
mod markers;
mod memory;
mod merge;
mod note;
mod page;
mod place;
mod places;
mod placing;
mod quoted;
mod record;
mod rewrite;
mod search;
mod sidecar;
mod skeleton;
mod strict;
mod target;
#[cfg(test)]
mod tests;

pub use along::take_along;
pub use anchor::{Anchor, Distinct};
pub use collection::collection;
pub use draft::{About, Draft};
pub use form::schema;
pub use letter_text::{LetterText, TextHash};
pub use listed::{Filter, Listed, list_notes, list_notes_live};
pub use live::{Live, Standing, Whereabouts};
pub use memory::Memory;
pub use merge::Conflict;
pub use note::{Link, Motivation, Note};
pub use page::{Oddity, Page, Unreadable};
pub use place::{Candidate, Placed, Placing, place};
pub use places::{Places, is_sidecar, noted_letters, sidecars_in};
pub use placing::place_notes;
pub use quoted::quoted;
pub use rewrite::{Rewritten, rewrite_passages};
pub use sidecar::{Saved, Sidecar, SidecarError};
pub use target::Target;
