//! `griffier/dossier`: a dossier with its papers, for a client that shows it as a tree. Described in `schemas/protocol.md`.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{Position, TextDocumentIdentifier, Uri};

use crate::analysis::settle;
use crate::citation::Recognised;
use crate::corpus::{Existence, read_text};
use crate::ide;
use crate::identifier::{DocumentId, Dossier};
use crate::letter::Format;
use crate::lsp::capabilities::ClientFacts;
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, OpenTexts, Snapshot, Surroundings};

use super::page;

/// What is asked: a dossier, in any spelling and by any of its papers, or the one of a place in a letter.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    pub(in crate::lsp) dossier: Option<String>,
    pub(in crate::lsp) text_document: Option<TextDocumentIdentifier>,
    pub(in crate::lsp) position: Option<Position>,
}

/// What is answered.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Answer {
    dossier: String,
    label: String,
    title: Option<String>,
    uri: Option<Uri>,
    papers: Vec<Paper>,
    others: Vec<Paper>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Paper {
    id: String,
    label: String,
    title: Option<String>,
    date: Option<String>,
    kind: Option<String>,
    uri: Option<Uri>,
    page: Option<Uri>,
    official: Option<String>,
    cited_by: usize,
    cites: Vec<String>,
}

/// The dossier of a place in a letter; `None` where there is none.
pub(in crate::lsp) fn at(snapshot: &Snapshot, place: Position, token: &CancellationToken) -> Option<Answer> {
    let path = snapshot.letter().path.as_deref();
    let offset = snapshot.offset(place)?;
    let dossier = ide::dossier_at(snapshot.reading(), path, offset, snapshot.corpus())?;
    Some(answer(dossier, &snapshot.view.ground, (&snapshot.open, &snapshot.facts), token))
}

/// The dossier that a text names, from the first corpus that knows it; `None` where it names none.
pub(in crate::lsp) fn named(
    text: &str,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
    token: &CancellationToken,
) -> Option<Answer> {
    let (ground, id) = ground_of(text, grounds, |id| id.dossier().map(DocumentId::Dossier))?;
    Some(answer(id.dossier()?, ground, (&around.open, &around.facts), token))
}

/// What a text names, and the first corpus that knows it, else the first that there is. `wanted` makes of a paper that is named what is looked for.
pub(super) fn ground_of<'a>(
    text: &str,
    grounds: &'a [Arc<Ground>],
    wanted: impl Fn(&DocumentId) -> Option<DocumentId>,
) -> Option<(&'a Ground, DocumentId)> {
    let mut first = None;
    for ground in grounds {
        let corpus = &*ground.corpus;
        let Some((papers, _)) = ide::papers_named(text.trim(), corpus) else { continue };
        let Some(id) = papers.iter().find_map(&wanted) else { continue };
        let known = corpus.existence_of_many(std::slice::from_ref(&id)).first() == Some(&Existence::Known);
        if known {
            return Some((&**ground, id));
        }
        first = first.or(Some((&**ground, id)));
    }
    first
}

fn answer(
    dossier: Dossier,
    ground: &Ground,
    (open, facts): (&OpenTexts, &ClientFacts),
    token: &CancellationToken,
) -> Answer {
    // Nobody waits any more for what was cancelled, so that nothing needs to be read for it.
    let mut cites =
        |path: &Path| if token.is_cancelled() { Vec::new() } else { cited_in(path, ground, open) };
    let view = ide::dossier_view(dossier, &*ground.corpus, ground.say, &mut cites);
    let papers = |papers: Vec<ide::Paper>| papers.into_iter().map(|it| paper(it, (open, facts))).collect();
    Answer {
        dossier: dossier.to_string(),
        label: dossier.printed(),
        title: view.title,
        uri: page_of(&DocumentId::Dossier(dossier), facts),
        papers: papers(view.papers),
        others: papers(view.others),
    }
}

fn paper(paper: ide::Paper, (open, facts): (&OpenTexts, &ClientFacts)) -> Paper {
    let of_file = |path: &Path| open.get(path).map(|(uri, _)| uri.clone()).or_else(|| convert::uri_of(path));
    Paper {
        uri: paper.path.as_deref().and_then(of_file),
        page: page_of(&paper.id, facts),
        id: paper.id.to_string(),
        label: paper.label,
        title: paper.title,
        date: paper.date.map(|date| date.to_string()),
        kind: paper.kind,
        official: paper.official,
        cited_by: paper.cited,
        cites: paper.cites.iter().map(ToString::to_string).collect(),
    }
}

/// Only where the client fetches pages: a dossier of a thousand papers is not written out for one that does not.
fn page_of(id: &DocumentId, facts: &ClientFacts) -> Option<Uri> {
    facts.pages.then(|| page::address_to_fetch(id)).flatten()
}

/// What a letter cites, as an editor has it, else as it is on disk; one that cannot be read cites nothing.
fn cited_in(path: &Path, ground: &Ground, open: &OpenTexts) -> Vec<DocumentId> {
    let text = match open.get(path) {
        Some((_, buffer)) => buffer.contents(),
        None => match read_text(path, None) {
            Ok(decoded) => decoded.text,
            Err(_) => return Vec::new(),
        },
    };
    let recognised = Recognised::new(Arc::from(text), Format::of_path(path), Some(path));
    let reading = settle(&recognised, &*ground.corpus, &ground.memo);
    reading.citations.iter().flat_map(|citation| &citation.targets).map(|target| target.id.base()).collect()
}
