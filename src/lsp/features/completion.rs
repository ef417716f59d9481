//! [`textDocument/completion`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_completion): dossiers, papers and sessions while a citation is being written.
//!
//! A blank asks for them, and is answered with nothing unless it stands within a citation; the look at the text before it costs next to nothing.
//! What is known of a paper is fetched by [`completionItem/resolve`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#completionItem_resolve) when the client shows it, where it can.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use tower_lsp::gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionItemTextEdit, CompletionList,
    Documentation, MarkupContent, MarkupKind, Position, TextEdit, Uri,
};

use crate::ide::{self, Completion, CompletionKind, Markup};
use crate::identifier::{Date, DocumentId};
use crate::lsp::capabilities::ClientFacts;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// What may be written at a place.
pub(in crate::lsp) fn completion(snapshot: &Snapshot, place: Position) -> Option<CompletionList> {
    let (letter, facts) = (snapshot.letter(), &snapshot.facts);
    let offset = snapshot.offset(place)?;
    let today = today();
    let (corpus, say) = (snapshot.corpus(), snapshot.say());
    let found = ide::completions(snapshot.reading(), letter.path.as_deref(), offset, corpus, today, say)?;
    let range = convert::range(&letter.buffer, found.span, facts.encoding);
    let item = |(at, item): (usize, Completion)| CompletionItem {
        label: item.text.clone(),
        label_details: facts.label_details.then(|| CompletionItemLabelDetails {
            detail: None,
            description: item.description.clone().or_else(|| item.detail.clone()),
        }),
        kind: Some(match item.kind {
            CompletionKind::Dossier => CompletionItemKind::Folder,
            CompletionKind::Paper => CompletionItemKind::File,
            CompletionKind::Session => CompletionItemKind::Value,
        }),
        detail: detail(&item),
        // Clients sort by the alphabet unless they are told otherwise.
        sort_text: Some(format!("{at:04}")),
        filter_text: Some(item.filter.clone()),
        text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text: item.text.clone() })),
        data: item
            .id
            .filter(|_| facts.resolves_documentation)
            .map(|id| json!({ "uri": letter.uri.as_str(), "id": id.to_string() })),
        ..CompletionItem::default()
    };
    Some(CompletionList {
        is_incomplete: found.incomplete,
        items: found.items.into_iter().enumerate().map(item).collect(),
        ..CompletionList::default()
    })
}

/// The day by the clock of the machine; which part of the world it stands in makes no difference to a session.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(0);
    let epoch = Date::constant(1970, 1, 1);
    jiff::Span::new().try_days(days).and_then(|days| epoch.checked_add(days)).unwrap_or(epoch)
}

fn detail(item: &Completion) -> Option<String> {
    let parts: Vec<&str> =
        [&item.detail, &item.description].into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The letter that an item was offered in, and the paper that it names.
pub(in crate::lsp) fn subject(item: &CompletionItem) -> Option<(Uri, DocumentId)> {
    let data = item.data.as_ref()?;
    let uri = Uri::parse(data.get("uri")?.as_str()?).ok()?;
    Some((uri, DocumentId::parse(data.get("id")?.as_str()?).ok()?))
}

/// What is known of a paper that was offered.
pub(in crate::lsp) fn documentation(snapshot: &Snapshot, id: &DocumentId) -> Documentation {
    let ClientFacts { completion_markup: markup, .. } = *snapshot.facts;
    let value = ide::describe(id, snapshot.corpus(), snapshot.say(), markup);
    let kind = match markup {
        Markup::Plain => MarkupKind::PlainText,
        Markup::Markdown => MarkupKind::Markdown,
    };
    Documentation::MarkupContent(MarkupContent { kind, value })
}
