//! [`textDocument/hover`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_hover): what a cited paper is, in the markup that the client prefers.

use tower_lsp::gen_lsp_types::{Hover, MarkupContent, MarkupKind, Position};

use crate::ide::{self, Markup};
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// What is known of the thing at a place.
pub(in crate::lsp) fn hover(snapshot: &Snapshot, place: Position) -> Option<Hover> {
    let offset = snapshot.offset(place)?;
    let (reading, judgement) = (snapshot.reading(), snapshot.view.judgement());
    let markup = snapshot.facts.hover;
    let hover = ide::hover(reading, judgement, offset, snapshot.corpus(), snapshot.say(), markup)?;
    let kind = match markup {
        Markup::Plain => MarkupKind::PlainText,
        Markup::Markdown => MarkupKind::Markdown,
    };
    Some(Hover {
        contents: MarkupContent { kind, value: hover.contents }.into(),
        range: Some(convert::range(&snapshot.letter().buffer, hover.span, snapshot.facts.encoding)),
    })
}
