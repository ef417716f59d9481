//! [`textDocument/hover`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_hover): what a cited paper is and which notes stand on the passage, in the markup that the client prefers.

use tower_lsp::gen_lsp_types::{Hover, MarkupContent, MarkupKind, Position};

use crate::analysis::Judgement;
use crate::ide::{self, Markup};
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// What is known of the thing at a place.
pub(in crate::lsp) fn hover(snapshot: &Snapshot, place: Position) -> Option<Hover> {
    let offset = snapshot.offset(place)?;
    let (reading, judgement) = (snapshot.reading(), snapshot.view.judgement());
    let markup = snapshot.facts.hover;
    let judgement =
        if snapshot.facts.shows_findings { &without_findings_at(judgement, offset) } else { judgement };
    let paper = ide::hover(reading, judgement, offset, snapshot.corpus(), snapshot.say(), markup);
    let all = snapshot.notes();
    let noted = ide::notes_at(all.notes.iter().map(|entry| &entry.listed), offset, snapshot.say(), markup);
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

/// A judgement without what the client itself shows where the pointer is; nobody wants to read a sentence twice.
/// What is wrong elsewhere in the citation is not shown there, and stays.
fn without_findings_at(judgement: &Judgement, offset: usize) -> Judgement {
    let mut rest = judgement.clone();
    rest.findings.retain(|finding| !finding.span.touches(offset));
    rest
}
