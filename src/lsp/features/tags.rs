//! `griffier/tags`: the tags that notes may bear, for clients that offer them in ways of their own. Described in `schemas/protocol.md`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::TextDocumentIdentifier;

use crate::config::TagSet;
use crate::ide::{ShownTag, shown_tags};
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, Surroundings};

use super::annotations::ground_of;

/// What is asked of `griffier/tags`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    /// For notes on which letter; on those of the first workspace where nothing is said.
    text_document: Option<TextDocumentIdentifier>,
}

/// The tags that notes may bear.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Default)]
pub(in crate::lsp) struct Tags {
    closed: bool,
    tags: Vec<Tag>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct Tag {
    name: String,
    label: String,
    description: Option<String>,
    color: Option<String>,
}

/// The tags of the workspace of a letter.
pub(in crate::lsp) fn tags(params: &Params, grounds: &[Arc<Ground>], around: &Surroundings) -> Tags {
    let of_letter = params.text_document.as_ref().and_then(|document| {
        let view = around.views.iter().find(|view| view.letter.uri == document.uri);
        let of_file = || ground_of(&convert::path_of(&document.uri)?, grounds);
        view.map(|view| &view.ground).or_else(of_file)
    });
    let usual = TagSet::default();
    let (set, say) = match of_letter.or(grounds.first()) {
        Some(ground) => (&ground.config.annotation.tags, ground.say),
        None => (&usual, around.say),
    };
    let tag = |tag: ShownTag| Tag {
        name: tag.name,
        label: tag.label,
        description: tag.description,
        color: tag.color,
    };
    Tags { closed: set.closed, tags: shown_tags(set, say).into_iter().map(tag).collect() }
}
