//! [`textDocument/typeDefinition`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_typeDefinition): from a citation to the page of its dossier.

use tower_lsp::gen_lsp_types::{Definition, Position, TypeDefinitionResponse};

use crate::ide;
use crate::lsp::snapshot::Snapshot;

use super::definition::{self, Places};

/// The dossiers of the thing at a place; links where the client takes them, else places.
pub(in crate::lsp) fn type_definition(
    snapshot: &Snapshot,
    place: Position,
) -> Option<TypeDefinitionResponse> {
    let path = snapshot.letter().path.as_deref();
    let offset = snapshot.offset(place)?;
    let jumps = ide::type_definition(snapshot.reading(), path, offset, snapshot.corpus());
    let links = snapshot.facts.type_definition_links;
    Some(match definition::places(snapshot, jumps, links)? {
        Places::Links(links) => TypeDefinitionResponse::DefinitionLinkList(links),
        Places::Locations(places) => TypeDefinitionResponse::Definition(Definition::LocationList(places)),
    })
}
