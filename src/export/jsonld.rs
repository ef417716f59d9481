//! Notes as linked data: one W3C `AnnotationCollection`.

use std::path::Path;

use crate::annotation::{Listed, collection};

/// The notes of letters as JSON-LD, indented, with a line end. `shown` gives the address of a letter, relative to where the file is going to stand.
#[must_use]
pub fn jsonld(notes: &[Listed], shown: &dyn Fn(&Path) -> String) -> String {
    let letters = notes.chunk_by(|a, b| a.path == b.path).map(|group| {
        let notes = group.iter().map(|listed| listed.note.clone()).collect::<Vec<_>>();
        (shown(&group[0].path), notes)
    });
    let letters: Vec<_> = letters.collect();
    let whole = collection(letters.iter().map(|(address, notes)| (address.clone(), &notes[..])));
    format!("{whole:#}\n")
}
