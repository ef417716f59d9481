//! `griffier/citing`: where letters cite a paper that the cursor is not on, each place with the words around it. Described in `schemas/protocol.md`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::{Range, Uri};

use crate::corpus::CitingPlace;
use crate::ide;
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, Surroundings};

use super::dossier::ground_of;
use super::references;

/// What is asked: a paper or a dossier, in any spelling.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    pub(in crate::lsp) id: String,
}

/// A place that cites it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(in crate::lsp) struct Answer {
    uri: Uri,
    range: Range,
    /// Which paper the citing letter is, where it is one.
    letter: Option<String>,
    /// The line around the citation.
    words: String,
}

/// The places, of each corpus in turn, by letter and place.
pub(in crate::lsp) fn places(text: &str, grounds: &[Arc<Ground>], around: &Surroundings) -> Vec<Answer> {
    let Some((_, id)) = ground_of(text, grounds, |id| Some(id.base())) else { return Vec::new() };
    let found = grounds.iter().flat_map(|ground| ide::citing(std::slice::from_ref(&id), &*ground.corpus));
    found.filter_map(|place| answer(place, around)).collect()
}

fn answer(place: CitingPlace, around: &Surroundings) -> Option<Answer> {
    let uri = around.open.get(&*place.path).map(|(uri, _)| uri.clone());
    Some(Answer {
        uri: uri.or_else(|| convert::uri_of(&place.path))?,
        range: references::range(&place, around.facts.encoding),
        letter: place.letter.as_ref().map(ToString::to_string),
        words: place.cited.words.into(),
    })
}
