//! [`textDocument/references`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_references): where the paper under the cursor is cited, in whatever spelling, and the notes that link to it; at the head of a letter, who cites that letter.
//!
//! Places in other letters come from the corpus with lines and columns, so that no letter is opened for them.

use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{Location, Position, Range, Uri};

use crate::annotation::Filter;
use crate::corpus::{CitingPlace, Place};
use crate::ide;
use crate::identifier::DocumentId;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;
use crate::text::PositionEncoding;

use super::definition;

/// All places, those in the letter itself first; with the declaration, where that is asked for.
pub(in crate::lsp) fn references(
    snapshot: &Snapshot,
    place: Position,
    with_declaration: bool,
    token: &CancellationToken,
) -> Option<Vec<Location>> {
    let letter = snapshot.letter();
    let (corpus, encoding) = (snapshot.corpus(), snapshot.facts.encoding);
    let offset = snapshot.offset(place)?;
    let found = ide::references(snapshot.reading(), letter.path.as_deref(), offset, corpus)?;
    let mut locations = Vec::with_capacity(found.here.len() + found.elsewhere.len() + 1);
    if with_declaration {
        let places = found.declarations.into_iter().filter_map(|to| definition::resolve(snapshot, to));
        locations.extend(places.map(|(uri, range)| Location { uri, range }));
    }
    if !convert::is_nameless(&letter.uri) {
        locations.extend(found.here.iter().map(|span| Location {
            uri: letter.uri.clone(),
            range: convert::range(&letter.buffer, *span, encoding),
        }));
    }
    // Places of one letter follow each other, so that its address is made once.
    let mut last: Option<(&CitingPlace, Uri)> = None;
    for place in &found.elsewhere {
        if token.is_cancelled() {
            return None;
        }
        let uri = match &last {
            Some((before, uri)) if before.path == place.path => uri.clone(),
            _ => {
                let opened = snapshot.open.get(&*place.path).map(|(uri, _)| uri.clone());
                let Some(uri) = opened.or_else(|| convert::uri_of(&place.path)) else { continue };
                uri
            }
        };
        locations.push(Location { uri: uri.clone(), range: range(place, encoding) });
        last = Some((place, uri));
    }
    let papers = ide::papers_at(snapshot.reading(), letter.path.as_deref(), offset);
    locations.extend(noted(snapshot, papers));
    Some(locations)
}

/// The passages of the notes that link to any of these papers; of a note on a letter as a whole, its beginning.
fn noted(snapshot: &Snapshot, papers: Vec<DocumentId>) -> Vec<Location> {
    if papers.is_empty() {
        return Vec::new();
    }
    let filter = Filter { papers, ..Filter::default() };
    let letters =
        snapshot.notebook.of_ground(&snapshot.view.ground, &snapshot.views, snapshot.facts.encoding);
    let mut locations = Vec::new();
    for (path, noted) in letters {
        let opened = snapshot.open.get(&path).map(|(uri, _)| uri.clone());
        let Some(uri) = opened.or_else(|| convert::uri_of(&path)) else { continue };
        // What a note without a certain place is about nobody can be led to.
        let notes = noted.notes.iter().filter(|note| !note.is_orphan() && filter.admits(&note.listed));
        locations
            .extend(notes.map(|note| Location { uri: uri.clone(), range: note.range.unwrap_or_default() }));
    }
    locations
}

/// The place of a citation in another letter.
pub(super) fn range(place: &CitingPlace, encoding: PositionEncoding) -> Range {
    let position = |place: Place| Position {
        line: place.line,
        character: match encoding {
            PositionEncoding::Utf8 => place.byte,
            PositionEncoding::Utf16 => place.utf16,
            PositionEncoding::Utf32 => place.code_point,
        },
    };
    Range { start: position(place.cited.start), end: position(place.cited.end) }
}
