//! [`textDocument/codeAction`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_codeAction): what mends the findings at a place.
//!
//! Every action is an edit that the client applies by itself; none needs a command.

use tower_lsp::gen_lsp_types::{CodeAction, CodeActionContext, CodeActionKind, CodeActionResponse, Range};

use crate::ide;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// The quick fixes of all findings that touch a range.
pub(in crate::lsp) fn quick_fixes(
    snapshot: &Snapshot,
    range: Range,
    context: &CodeActionContext,
) -> Vec<CodeActionResponse> {
    let letter = snapshot.letter();
    let facts = &snapshot.facts;
    // A client that takes commands alone was offered nothing, and an edit has to say where.
    if !facts.quick_fixes || convert::is_nameless(&letter.uri) {
        return Vec::new();
    }
    // Kinds are a hierarchy: the empty one asks for everything.
    let asked = |kind: &CodeActionKind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty);
    if context.only.as_ref().is_some_and(|only| !only.iter().any(asked)) {
        return Vec::new();
    }
    let Some(span) = convert::span(&letter.buffer, range, facts.encoding) else { return Vec::new() };
    let judgement = snapshot.view.judgement();
    ide::quick_fixes(judgement, span, snapshot.say())
        .into_iter()
        .map(|fix| {
            let finding = &judgement.findings[fix.finding];
            let diagnostic =
                convert::diagnostic(finding, (&letter.uri, &letter.buffer), facts, snapshot.say());
            let edit =
                convert::workspace_edit(&fix.edits, (&letter.uri, &letter.buffer, letter.number), facts);
            CodeActionResponse::CodeAction(CodeAction {
                title: fix.title,
                kind: Some(CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostic]),
                is_preferred: (facts.preferred_fixes && fix.preferred).then_some(true),
                edit: Some(edit),
                ..CodeAction::default()
            })
        })
        .collect()
}
