//! [`textDocument/hover`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_hover): what a cited paper is and which notes stand on the passage, in the markup that the client prefers.

use tower_lsp::gen_lsp_types::{Hover, MarkupContent, MarkupKind, Position};

use crate::annotation::{Listed, Memory, Places, Sidecar, list_notes};
use crate::ide::{self, Markup};
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// What is known of the thing at a place.
pub(in crate::lsp) fn hover(snapshot: &Snapshot, place: Position) -> Option<Hover> {
    let offset = snapshot.offset(place)?;
    let (reading, judgement) = (snapshot.reading(), snapshot.view.judgement());
    let markup = snapshot.facts.hover;
    let paper = ide::hover(reading, judgement, offset, snapshot.corpus(), snapshot.say(), markup);
    let noted = ide::notes_at(&notes(snapshot), offset, snapshot.say(), markup);
    let hover = match (paper, noted) {
        (Some(mut paper), Some(noted)) => {
            paper.contents.push_str("\n\n");
            paper.contents.push_str(&noted.contents);
            paper
        }
        (paper, noted) => paper.or(noted)?,
    };
    let kind = match markup {
        Markup::Plain => MarkupKind::PlainText,
        Markup::Markdown => MarkupKind::Markdown,
    };
    Some(Hover {
        contents: MarkupContent { kind, value: hover.contents }.into(),
        range: Some(convert::range(&snapshot.letter().buffer, hover.span, snapshot.facts.encoding)),
    })
}

/// The notes of the letter, as they stand on disk at this moment and where they are in its text of this version.
///
/// What cannot be read has no notes here; `griffier annotate check` tells what is wrong with it.
fn notes(snapshot: &Snapshot) -> Vec<Listed> {
    let Some(path) = snapshot.letter().path.as_deref() else { return Vec::new() };
    let config = &snapshot.view.ground.config.annotation;
    let places = snapshot.corpus().root().map_or_else(Places::beside, |root| Places::of(root, config));
    let Ok(sidecar) = Sidecar::open(&places, path) else { return Vec::new() };
    if sidecar.page.notes().is_empty() {
        return Vec::new();
    }
    let memory = snapshot.pages.parent().map_or_else(Memory::none, Memory::below);
    list_notes(path, sidecar.page.notes(), Some(&snapshot.reading().text), &memory)
}
