//! [`textDocument/documentHighlight`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_documentHighlight): everything in the letter that cites the paper under the cursor; where none is cited, the passages of the notes there.

use tower_lsp::gen_lsp_types::{DocumentHighlight, Position};

use crate::ide;
use crate::lsp::convert;
use crate::lsp::notes::Entry;
use crate::lsp::snapshot::Snapshot;

/// The places to light up.
pub(in crate::lsp) fn highlights(snapshot: &Snapshot, place: Position) -> Option<Vec<DocumentHighlight>> {
    let letter = snapshot.letter();
    let offset = snapshot.offset(place)?;
    let mut spans = ide::highlights(snapshot.reading(), letter.path.as_deref(), offset);
    if spans.is_empty() {
        let noted = snapshot.notes();
        spans.extend(noted.roots().filter_map(Entry::span).filter(|span| span.touches(offset)));
        spans.sort_unstable();
        spans.dedup();
    }
    let highlight = |span| DocumentHighlight {
        range: convert::range(&letter.buffer, span, snapshot.facts.encoding),
        kind: None,
    };
    (!spans.is_empty()).then(|| spans.into_iter().map(highlight).collect())
}
