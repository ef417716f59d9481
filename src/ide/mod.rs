//! Editor features in editor terms: byte spans, labels, Markdown. One file each; nothing here knows LSP.
//!
//! Layer 6. Every feature is a plain function of a reading, a corpus and a place.

mod definition;
mod diagnostics;
mod hover;
mod links;
mod page;
mod quick_fix;

pub use definition::{Destination, Jump, definition};
pub use diagnostics::diagnostics;
pub use hover::{Hover, Markup, describe, hover};
pub use links::{Link, links};
pub use page::{page, page_address, read_page_address};
pub use quick_fix::{QuickFix, quick_fixes};
