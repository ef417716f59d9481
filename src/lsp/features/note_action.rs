//! Notes among the [code actions](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_codeAction): made on a selection, and changed where they stand.
//!
//! Each is a command with the argument that `schemas/protocol.md` describes, so that a client has only to send it back.

use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{CodeAction, CodeActionKind, Command, Range};

use crate::ide::{self, Deed, NoteAction};
use crate::lsp::capabilities::NOTE;
use crate::lsp::commands::notes::{ADD, DELETE, DRAFT, EDIT, REATTACH, REOPEN, RESOLVE};
use crate::lsp::snapshot::Snapshot;
use crate::text::Span;

/// What can be done about notes at a range. All of it is offered to one who asks for notes alone.
pub(super) fn actions(snapshot: &Snapshot, range: Range, span: Span, asked: bool) -> Vec<CodeAction> {
    let letter = snapshot.letter();
    if letter.noted_as().is_none() {
        return Vec::new();
    }
    let (set, say) = (&snapshot.view.ground.config.annotation.tags, snapshot.say());
    let noted = snapshot.notes();
    let roots = noted.roots().map(|entry| &entry.listed);
    let mut actions = ide::note_actions(roots, span, asked, set, say);
    let new = ide::new_note_actions(snapshot.reading(), span, set, say);
    // Who has selected something wants to make a note of it; who has not, to change what is there.
    let at = if span.is_empty() { actions.len() } else { 0 };
    actions.splice(at..at, new);
    actions.into_iter().map(|action| code_action(action, letter.uri.as_str(), range)).collect()
}

fn code_action(action: NoteAction, uri: &str, range: Range) -> CodeAction {
    let (command, argument) = command(action.deed, uri, range);
    CodeAction {
        title: action.title.clone(),
        kind: Some(CodeActionKind::Custom(NOTE.into())),
        command: Some(Command {
            title: action.title,
            command: command.to_owned(),
            arguments: Some(vec![argument]),
            ..Command::default()
        }),
        ..CodeAction::default()
    }
}

fn command(deed: Deed, uri: &str, range: Range) -> (&'static str, Value) {
    match deed {
        Deed::Write => (DRAFT, json!({ "uri": uri, "range": range, "what": "note" })),
        Deed::Tag(tag) => (ADD, json!({ "uri": uri, "range": range, "tags": [tag] })),
        Deed::Link(id) => (ADD, json!({ "uri": uri, "range": range, "papers": [id.to_string()] })),
        Deed::Edit(id) => (DRAFT, json!({ "uri": uri, "id": id, "what": "edit" })),
        Deed::Reply(id) => (DRAFT, json!({ "uri": uri, "id": id, "what": "reply" })),
        Deed::Resolve(id) => (RESOLVE, json!({ "uri": uri, "id": id })),
        Deed::Reopen(id) => (REOPEN, json!({ "uri": uri, "id": id })),
        Deed::Retag(id, tags) => (EDIT, json!({ "uri": uri, "id": id, "tags": tags })),
        Deed::Delete(id) => (DELETE, json!({ "uri": uri, "id": id })),
        Deed::Reattach(id) => (REATTACH, json!({ "uri": uri, "id": id, "range": range })),
    }
}
