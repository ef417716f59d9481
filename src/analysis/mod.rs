//! Letter and corpus together: what the citations resolve to, and what is to be said of them.
//!
//! Layer 5. Findings are codes with arguments and edits in bytes; they know neither editors nor terminals.

mod facts;
mod finding;
#[cfg(test)]
pub(crate) mod fixture;
mod judge;
mod memo;
mod mend;
mod near_miss;
mod passage;
mod respell;
pub mod rules;
mod settle;
mod silence;
mod subject;
mod suggest;
mod supplement;
mod wording;

pub use facts::{Facts, Timeline};
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use judge::{Judgement, judge};
pub use memo::Memo;
pub use mend::{Mended, apply, mend, safe_edits, safe_fix};
pub use passage::Passage;
pub use settle::settle;
pub use silence::{Hushed, Silence, known};
pub use subject::{Certainty, Mention, Subject};
pub use supplement::{Supplement, SupplementKind, supplement};
