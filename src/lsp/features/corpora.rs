//! `griffier/corpora`: what each workspace holds and until when its lists know, for a client that shows it. Described in `schemas/protocol.md`.

use std::sync::Arc;

use serde::Serialize;
use tower_lsp::gen_lsp_types::Uri;

use crate::lsp::convert;
use crate::lsp::snapshot::Ground;

/// A corpus.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(in crate::lsp) struct Answer {
    /// The folder of the workspace; letters on their own have none.
    root: Option<Uri>,
    /// How many letters have been read.
    letters: usize,
    /// Whether that is all of them.
    complete: bool,
    lists: Vec<List>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct List {
    name: String,
    /// The last day of which it is complete in anything.
    until: Option<String>,
    papers: usize,
}

/// The corpora of all workspaces.
pub(in crate::lsp) fn corpora(grounds: &[Arc<Ground>]) -> Vec<Answer> {
    let answer = |ground: &Arc<Ground>| {
        let state = ground.corpus.state();
        let lists = state.lists.into_iter().map(|list| List {
            name: list.name,
            until: list.until.map(|until| until.to_string()),
            papers: list.papers,
        });
        Answer {
            root: ground.corpus.root().and_then(convert::uri_of),
            letters: state.letters,
            complete: state.complete,
            lists: lists.collect(),
        }
    };
    grounds.iter().map(answer).collect()
}
