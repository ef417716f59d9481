//! [`textDocument/documentLink`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_documentLink): every cited paper leads to its official address.

use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{DocumentLink, Uri};

use crate::ide;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// The links of a letter.
pub(in crate::lsp) fn links(snapshot: &Snapshot, token: &CancellationToken) -> Vec<DocumentLink> {
    let (buffer, facts) = (&snapshot.letter().buffer, &snapshot.facts);
    ide::links(snapshot.reading())
        .into_iter()
        .take_while(|_| !token.is_cancelled())
        .filter_map(|link| {
            Some(DocumentLink {
                range: convert::range(buffer, link.span, facts.encoding),
                target: Some(Uri::parse(&link.url).ok()?),
                tooltip: facts.link_tooltips.then(|| link.id.to_string()),
                data: None,
            })
        })
        .collect()
}
