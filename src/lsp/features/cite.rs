//! `griffier/cite`: the words by which a letter may cite a paper, in each style. Described in `schemas/protocol.md`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::{Position, TextDocumentIdentifier};

use crate::config::Style;
use crate::ide::{self, Wordings};
use crate::lsp::snapshot::{Ground, Snapshot};

use super::dossier::ground_of;

/// What is asked: a paper, in any spelling, or the citation at a place in a letter.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    pub(in crate::lsp) id: Option<String>,
    /// The name of a style; without it that of the settings is meant.
    pub(in crate::lsp) style: Option<String>,
    pub(in crate::lsp) text_document: Option<TextDocumentIdentifier>,
    pub(in crate::lsp) position: Option<Position>,
}

/// What is answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(in crate::lsp) struct Answer {
    /// The papers that are cited.
    papers: Vec<String>,
    /// The words: in the style that was asked for, else in one that has words, else what one would call the paper.
    text: String,
    /// The name of the style that the words are in.
    style: Option<&'static str>,
    /// All styles that have words for it.
    styles: Vec<InStyle>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct InStyle {
    style: &'static str,
    /// What the style is called, in the language of the server.
    label: String,
    text: String,
}

/// The citation at a place; `None` where there is none.
pub(in crate::lsp) fn at(snapshot: &Snapshot, place: Position, style: Option<&str>) -> Option<Answer> {
    let offset = snapshot.offset(place)?;
    let wordings = ide::wordings_at(snapshot.reading(), offset, snapshot.corpus())?;
    Some(answer(wordings, style, &snapshot.view.ground))
}

/// A paper by its name; `None` where the text names none.
pub(in crate::lsp) fn named(text: &str, style: Option<&str>, grounds: &[Arc<Ground>]) -> Option<Answer> {
    let (ground, id) = ground_of(text, grounds, |id| Some(id.base()))?;
    Some(answer(ide::wordings_of(&id, &*ground.corpus), style, ground))
}

fn answer(wordings: Wordings, style: Option<&str>, ground: &Ground) -> Answer {
    let name_of = |wanted: Style| {
        let named = Style::NAMES.into_iter().find(|(_, style)| *style == wanted);
        named.map_or("", |(name, _)| name)
    };
    let styles: Vec<InStyle> = wordings
        .styles
        .into_iter()
        .map(|(style, text)| {
            let style = name_of(style);
            let label = ground.say.text_of_code(&format!("style-{style}")).unwrap_or_default();
            InStyle { style, label, text }
        })
        .collect();
    let own = name_of(ground.config.findings.style);
    let wanted = style.unwrap_or(own);
    let chosen = styles.iter().find(|it| it.style == wanted).or(styles.first());
    Answer {
        papers: wordings.papers.iter().map(ToString::to_string).collect(),
        text: chosen.map_or(wordings.plain, |it| it.text.clone()),
        style: chosen.map(|it| it.style),
        styles,
    }
}
