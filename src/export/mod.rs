//! Letters with their notes in forms that other programs read: a page for a browser, a table for a spreadsheet, linked data.
//!
//! Layer 6. Every form is one file here and gives the bytes that are to be written; where they go is decided above.

mod blocks;
mod html;
mod jsonld;
mod marked;
mod table;

pub use html::{Export, html};
pub use jsonld::jsonld;
pub use table::csv;
