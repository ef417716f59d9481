//! Word files as they are read: what stands in them, citations however they are cut up, and files that mean no good.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::format_push_string, reason = "texts are put together as they read")]

#[path = "../common/cases.rs"]
mod cases;
mod citations;
mod hostile;
mod reads;
mod writer;

use griffier::import::{Document, Source, letter, read};

/// The file as it is read.
fn document(word: &writer::Word) -> Document {
    read(&word.bytes(), "brief.docx").unwrap()
}

/// The body of the letter that it becomes, and before it the title and date of its head.
fn shown(word: &writer::Word) -> String {
    body(&document(word))
}

/// The body of a letter.
fn body(document: &Document) -> String {
    let text = letter(document, &Source::new("brief.docx", b"")).text;
    let (_, body) = text[4..].split_once("\n---\n").unwrap();
    body.trim().to_owned()
}
