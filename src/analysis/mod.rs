//! Letter and corpus together: what the citations resolve to, and what is to be said of them.
//!
//! Layer 5. Findings are codes with arguments and edits in bytes; they know neither editors nor terminals.

mod finding;
mod judge;
pub mod rules;

pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use judge::{Judgement, Memo, judge};
