//! [`workspace/symbol`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_symbol): papers and dossiers of all workspaces, by number, words, sender and date; behind an `@`, notes by tag and words.
//!
//! A paper leads to its letter; what has none leads to the page about it.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::{BaseSymbolInformation, Location, Range, SymbolInformation, SymbolKind, Uri};

use crate::ide::{self, Place};
use crate::identifier::DocumentId;
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, Surroundings};

use super::{annotations, page};

/// So many are given at once.
const GIVEN: usize = 100;

/// For a client that cannot fetch pages no more than so many are written for one answer.
const WRITTEN: usize = 10;

/// What may be meant by `typed`, the best of each workspace first.
pub(in crate::lsp) fn symbols(
    typed: &str,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> Vec<SymbolInformation> {
    if let Some(words) = ide::note_search(typed) {
        return notes(&words, grounds, around);
    }
    let mut found: Vec<(usize, &Ground, Place)> = Vec::new();
    for ground in grounds {
        let places = ide::workspace_symbols(typed, &*ground.corpus, ground.say);
        found.extend(places.into_iter().enumerate().map(|(rank, place)| (rank, &**ground, place)));
    }
    found.sort_by_key(|(rank, ..)| *rank);
    let mut written = 0;
    let symbols = found.into_iter().filter_map(|(_, ground, place)| {
        let uri = match &place.path {
            Some(path) => around.open.get(path).map(|(uri, _)| uri.clone()).or_else(|| convert::uri_of(path)),
            None if around.facts.pages => page::address_to_fetch(&place.id),
            None if written < WRITTEN => {
                written += 1;
                page::written(&place.id, &*ground.corpus, ground.say, &around.pages)
            }
            None => None,
        };
        Some(symbol(place, uri?))
    });
    symbols.take(GIVEN).collect()
}

/// The notes with all of these words, the newest first.
fn notes(words: &[String], grounds: &[Arc<Ground>], around: &Surroundings) -> Vec<SymbolInformation> {
    let mut found = Vec::new();
    for ground in grounds {
        let set = &ground.config.annotation.tags;
        for (path, noted) in around.notebook.of_ground(ground, &around.views, around.facts.encoding) {
            let Some(uri) = annotations::address(&path, around) else { continue };
            for note in noted.roots() {
                let Some(name) = ide::note_symbol(&note.listed, words, set, ground.say) else { continue };
                let location = Location { uri: uri.clone(), range: note.range.unwrap_or_default() };
                let letter = path.file_name().map(|name| name.to_string_lossy().into_owned());
                found.push((note.listed.note.created(), named(name, SymbolKind::String, letter, location)));
            }
        }
    }
    found.sort_by_key(|(created, _)| std::cmp::Reverse(*created));
    found.into_iter().map(|(_, symbol)| symbol).take(GIVEN).collect()
}

/// Every letter begins with what it is, so its head is at its beginning.
fn symbol(place: Place, uri: Uri) -> SymbolInformation {
    let kind = match place.id {
        DocumentId::Dossier(_) => SymbolKind::Package,
        _ => SymbolKind::File,
    };
    named(place.name, kind, place.container, Location { uri, range: Range::default() })
}

#[expect(deprecated, reason = "the library has the field, and a list of all fields has to name it")]
fn named(
    name: String,
    kind: SymbolKind,
    container_name: Option<String>,
    location: Location,
) -> SymbolInformation {
    SymbolInformation {
        deprecated: None,
        location,
        base_symbol_information: BaseSymbolInformation { name, kind, tags: None, container_name },
    }
}
