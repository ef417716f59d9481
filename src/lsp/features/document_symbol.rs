//! [`textDocument/documentSymbol`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_documentSymbol): the parts of a letter, as a tree where the client takes one, else in a row.

use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::BaseSymbolInformation;
use tower_lsp::gen_lsp_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind,
};

use crate::ide::{self, Symbol};
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// The parts of a letter.
pub(in crate::lsp) fn symbols(
    snapshot: &Snapshot,
    token: &CancellationToken,
) -> Option<DocumentSymbolResponse> {
    let symbols = ide::symbols(snapshot.reading(), snapshot.say());
    if token.is_cancelled() {
        return None;
    }
    if snapshot.facts.symbol_trees {
        let trees = symbols.into_iter().map(|symbol| tree(symbol, snapshot)).collect();
        return Some(DocumentSymbolResponse::DocumentSymbolList(trees));
    }
    if convert::is_nameless(&snapshot.letter().uri) {
        return None;
    }
    let mut row = Vec::new();
    flatten(symbols, None, snapshot, &mut row);
    Some(DocumentSymbolResponse::SymbolInformationList(row))
}

#[expect(deprecated, reason = "the library has the field, and a list of all fields has to name it")]
fn tree(symbol: Symbol, snapshot: &Snapshot) -> DocumentSymbol {
    let (buffer, encoding) = (&snapshot.letter().buffer, snapshot.facts.encoding);
    let children: Vec<_> = symbol.children.into_iter().map(|child| tree(child, snapshot)).collect();
    DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: convert::range(buffer, symbol.span, encoding),
        selection_range: convert::range(buffer, symbol.title, encoding),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(deprecated, reason = "the library has the field, and a list of all fields has to name it")]
fn flatten(
    symbols: Vec<Symbol>,
    container: Option<&str>,
    snapshot: &Snapshot,
    row: &mut Vec<SymbolInformation>,
) {
    let letter = snapshot.letter();
    for symbol in symbols {
        let range = convert::range(&letter.buffer, symbol.span, snapshot.facts.encoding);
        row.push(SymbolInformation {
            deprecated: None,
            location: Location { uri: letter.uri.clone(), range },
            base_symbol_information: BaseSymbolInformation {
                name: symbol.name.clone(),
                kind: kind(symbol.kind),
                tags: None,
                container_name: container.map(str::to_owned),
            },
        });
        flatten(symbol.children, Some(&symbol.name), snapshot, row);
    }
}

/// The kinds of LSP are those of programs; these have the pictures that come nearest. All of them were there from its beginning, so that every client knows them.
const fn kind(kind: ide::SymbolKind) -> SymbolKind {
    match kind {
        ide::SymbolKind::Header => SymbolKind::File,
        ide::SymbolKind::Addressee | ide::SymbolKind::Signature => SymbolKind::Interface,
        ide::SymbolKind::Section => SymbolKind::Module,
        ide::SymbolKind::Table => SymbolKind::Array,
        ide::SymbolKind::Footnote => SymbolKind::Number,
        ide::SymbolKind::Citation => SymbolKind::Constant,
    }
}
