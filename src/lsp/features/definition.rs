//! [`textDocument/definition`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_definition): to the cited letter, to the page about a paper that has no letter, from a footnote mark to its note and back.

use std::path::Path;

use tower_lsp::gen_lsp_types::{
    Definition, DefinitionResponse, Location, LocationLink, Position, Range, Uri,
};

use crate::ide::{self, Destination, Jump};
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;
use crate::text::{Buffer, Span, decode};

use super::page;

/// Where the thing at a place leads; links where the client takes them, else places.
pub(in crate::lsp) fn definition(snapshot: &Snapshot, place: Position) -> Option<DefinitionResponse> {
    let jumps = ide::definition(snapshot.reading(), snapshot.offset(place)?, snapshot.corpus());
    Some(match places(snapshot, jumps, snapshot.facts.definition_links)? {
        Places::Links(links) => DefinitionResponse::DefinitionLinkList(links),
        Places::Locations(places) => Definition::LocationList(places).into(),
    })
}

/// Places to go to, in the shape that the client takes.
pub(super) enum Places {
    /// With the words that they lead away from.
    Links(Vec<LocationLink>),
    /// Without.
    Locations(Vec<Location>),
}

/// Where jumps lead; `None` where none leads anywhere.
pub(super) fn places(snapshot: &Snapshot, jumps: Vec<Jump>, as_links: bool) -> Option<Places> {
    let (buffer, encoding) = (&snapshot.letter().buffer, snapshot.facts.encoding);
    let targets = jumps.into_iter().filter_map(|jump| {
        let (target_uri, target_range) = resolve(snapshot, jump.to)?;
        Some(LocationLink {
            origin_selection_range: Some(convert::range(buffer, jump.origin, encoding)),
            target_uri,
            target_range,
            target_selection_range: target_range,
        })
    });
    let links: Vec<_> = targets.collect();
    if links.is_empty() {
        return None;
    }
    if as_links {
        return Some(Places::Links(links));
    }
    let place = |link: LocationLink| Location { uri: link.target_uri, range: link.target_range };
    Some(Places::Locations(links.into_iter().map(place).collect()))
}

/// The address and the range of a place.
pub(super) fn resolve(snapshot: &Snapshot, to: Destination) -> Option<(Uri, Range)> {
    let encoding = snapshot.facts.encoding;
    match to {
        Destination::Here(span) => {
            let letter = snapshot.letter();
            if convert::is_nameless(&letter.uri) {
                return None;
            }
            Some((letter.uri.clone(), convert::range(&letter.buffer, span, encoding)))
        }
        Destination::Letter { path, span } => {
            if let Some((uri, buffer)) = snapshot.open.get(&path) {
                return Some((uri.clone(), convert::range(buffer, span, encoding)));
            }
            Some((convert::uri_of(&path)?, range_on_disk(&path, span, snapshot)?))
        }
        Destination::Page(id) => Some((page::address(snapshot, &id)?, Range::default())),
    }
}

/// Editors count lines and columns, so the text must be read. One that is gone meanwhile leads nowhere.
fn range_on_disk(path: &Path, span: Span, snapshot: &Snapshot) -> Option<Range> {
    let text = decode(&std::fs::read(path).ok()?).ok()?.text;
    Some(convert::range(&Buffer::new(&text), span, snapshot.facts.encoding))
}
