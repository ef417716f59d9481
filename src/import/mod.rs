//! Letters out of other formats: what a document says, as a Markdown letter with front matter.
//!
//! Layer 5. A reader of a format makes a [`Document`], and `markdown` writes it; neither knows the other.
//! Nothing here asks anybody, prints or reaches a network; files are written by the [`Shelf`] alone.
//! To add a format: its reader beside `official`, its [`Kind`] in `sniff.rs`, and a line in [`read`].

mod digest;
mod document;
mod docx;
mod markdown;
mod official;
mod shelf;
mod sniff;
mod unreadable;

pub use digest::Source;
pub use document::{Block, BlockKind, Document, Head, Inline, Note, Place, Remark};
pub use markdown::{Letter, letter};
pub use shelf::{Placed, Shelf, Unplaced, file_name};
pub use sniff::{Kind, sniff};
pub use unreadable::Unreadable;

/// Reads a document of any format that is known. `name` is what its file is called; it says which paper it is where the document does not, and nothing else.
///
/// # Errors
/// Where it is no such document, or a damaged one; with the place where that shows.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, Unreadable> {
    let kind = sniff(bytes);
    let document = match kind {
        Kind::Word => docx::read(bytes),
        Kind::OfficialXml => official::read(bytes, name),
        _ => Err(unreadable::not_imported(kind)),
    };
    document.map(|mut document: Document| {
        if let Some(remark) = sniff::misnamed(kind, name) {
            document.remarks.insert(0, remark);
        }
        document
    })
}
