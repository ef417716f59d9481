//! [`textDocument/codeAction`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_codeAction): what mends the findings at a place, what is said no more of them, and a citation in other words.
//!
//! What changes the letter is an edit that the client applies by itself; where it asks for edits when one is chosen ([`codeAction/resolve`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#codeAction_resolve)), those that reach over the whole letter are worked out then.
//! Being silent is a command, which the server runs by itself.

use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionResponse, CodeActionTriggerKind, Command, Range,
    Uri, WorkspaceEdit,
};

use crate::analysis::{Edit, Finding, safe_fix};
use crate::config::Style;
use crate::ide::{self, Hush};
use crate::lsp::capabilities::{FIX_ALL, NOTE, REWRITE, is_kind_of};
use crate::lsp::commands::SILENCE;
use crate::lsp::commands::fetch;
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, Snapshot};
use crate::messages::{Argument, Message};
use crate::text::Span;

use super::diagnostics::{self, Others};
use super::note_action;

/// An action on the whole letter, whose edits may be worked out when it is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::lsp) enum Whole {
    /// Mend all that is certain.
    FixAll,
    /// Write all citations in a style.
    Rewrite(Style),
}

impl Whole {
    const FIX_ALL: &'static str = "fix-all";

    fn name(self) -> &'static str {
        match self {
            Self::FixAll => Self::FIX_ALL,
            Self::Rewrite(style) => style.name(),
        }
    }

    fn read(name: &str) -> Option<Self> {
        if name == Self::FIX_ALL { Some(Self::FixAll) } else { Style::from_name(name).map(Self::Rewrite) }
    }

    fn edits(self, snapshot: &Snapshot) -> Vec<Edit> {
        match self {
            Self::FixAll => snapshot.view.mended().map(|mended| mended.edits).unwrap_or_default(),
            Self::Rewrite(style) => ide::letter_in_style(snapshot.reading(), style),
        }
    }
}

/// All that can be done about a range.
pub(in crate::lsp) fn actions(
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
    let Some(span) = convert::span(&letter.buffer, range, facts.encoding) else { return Vec::new() };
    let only: Option<Vec<String>> =
        context.only.as_ref().map(|only| only.iter().map(|kind| String::from(kind.clone())).collect());
    let asks =
        |kind: &str| only.as_ref().is_none_or(|only| only.iter().any(|general| is_kind_of(kind, general)));
    let mut actions = Vec::new();
    if asks("quickfix") {
        actions.extend(quick_fixes(snapshot, span));
    }
    if facts.fix_all && asks(FIX_ALL) {
        // Unasked it is offered where one stands at one of several that would be mended.
        actions.extend(fix_all(snapshot, only.is_none().then_some(span)));
    }
    if facts.rewrites && asks(REWRITE) {
        actions.extend(rewrites(snapshot, span));
    }
    if asks("quickfix") {
        actions.extend(fetch::actions(snapshot, span));
        actions.extend(silences(snapshot, span));
    }
    // A lamp that an editor lights by itself would be lit at every word.
    if facts.note_actions && asks(NOTE) && context.trigger_kind != Some(CodeActionTriggerKind::Automatic) {
        let for_notes = |kind: &String| is_kind_of(NOTE, kind) && !kind.is_empty();
        let asked = only.as_ref().is_some_and(|only| only.iter().any(for_notes));
        actions.extend(note_action::actions(snapshot, range, span, asked));
    }
    actions.into_iter().map(CodeActionResponse::CodeAction).collect()
}

fn quick_fixes(snapshot: &Snapshot, span: Span) -> impl Iterator<Item = CodeAction> {
    let judgement = snapshot.view.judgement();
    ide::quick_fixes(judgement, span, snapshot.say()).into_iter().map(|fix| CodeAction {
        title: fix.title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![diagnostic(&judgement.findings[fix.finding], snapshot)]),
        is_preferred: (snapshot.facts.preferred_fixes && fix.preferred).then_some(true),
        edit: Some(edit(&fix.edits, snapshot)),
        ..CodeAction::default()
    })
}

fn diagnostic(finding: &Finding, snapshot: &Snapshot) -> tower_lsp::gen_lsp_types::Diagnostic {
    diagnostics::diagnostic(finding, snapshot, &mut Others::default())
}

fn edit(edits: &[Edit], snapshot: &Snapshot) -> WorkspaceEdit {
    let letter = snapshot.letter();
    convert::workspace_edit(edits, (&letter.uri, &letter.buffer, letter.number), &snapshot.facts)
}

/// Mending all that is certain; `near` is where one stands who did not ask for it.
fn fix_all(snapshot: &Snapshot, near: Option<Span>) -> Option<CodeAction> {
    let findings = &snapshot.view.judgement().findings;
    let certain: Vec<_> = findings.iter().filter(|finding| safe_fix(finding).is_some()).collect();
    let here = |span: Span| {
        let touched = |finding: &&Finding| finding.span.touches(span.start) || finding.span.touches(span.end);
        certain.len() > 1 && certain.iter().copied().any(|finding| touched(&finding))
    };
    if certain.is_empty() || !near.is_none_or(here) {
        return None;
    }
    let title = Message::new("fix-all").with("count", Argument::number(certain.len()));
    let kind = CodeActionKind::Custom(FIX_ALL.into());
    Some(whole(Whole::FixAll, snapshot.say().text(&title), kind, snapshot))
}

fn whole(action: Whole, title: String, kind: CodeActionKind, snapshot: &Snapshot) -> CodeAction {
    let later = snapshot.facts.resolves_edits;
    CodeAction {
        title,
        kind: Some(kind),
        edit: (!later).then(|| edit(&action.edits(snapshot), snapshot)),
        data: later.then(|| json!({ "uri": snapshot.letter().uri.as_str(), "action": action.name() })),
        ..CodeAction::default()
    }
}

fn rewrites(snapshot: &Snapshot, span: Span) -> Vec<CodeAction> {
    let (reading, say) = (snapshot.reading(), snapshot.say());
    let Ground { corpus, memo, .. } = &*snapshot.view.ground;
    let mut actions: Vec<CodeAction> = ide::supplements(reading, span, &**corpus, memo, say)
        .into_iter()
        .chain(ide::rewrites(reading, span, say))
        .map(|rewrite| CodeAction {
            title: rewrite.title,
            kind: Some(CodeActionKind::RefactorRewrite),
            edit: Some(edit(&rewrite.edits, snapshot)),
            ..CodeAction::default()
        })
        .collect();
    // The whole letter is offered at a citation, in the style of the workspace alone.
    let style = snapshot.view.ground.config.findings.style;
    if reading.citation_at(span.start).is_some() {
        let count = ide::letter_in_style(reading, style).len();
        if count > 1 {
            let name = say.text_of_code(&format!("style-{}", style.name())).unwrap_or_default();
            let title =
                Message::new("rewrite-letter").with("style", name).with("count", Argument::number(count));
            let kind = CodeActionKind::RefactorRewrite;
            actions.push(whole(Whole::Rewrite(style), say.text(&title), kind, snapshot));
        }
    }
    actions
}

/// What can be said no more of the findings at a place.
fn silences(snapshot: &Snapshot, span: Span) -> Vec<CodeAction> {
    let (letter, say) = (snapshot.letter(), snapshot.say());
    // What is silenced is written down in the workspace; a letter on its own has none.
    let root = snapshot.corpus().root();
    let Some(name) = letter.path.as_deref().zip(root).and_then(|(path, root)| ide::name_in(path, root))
    else {
        return Vec::new();
    };
    let findings = &snapshot.view.judgement().findings;
    ide::hushes(findings, &snapshot.reading().text, &name, span, say)
        .into_iter()
        .map(|(title, finding, hush)| CodeAction {
            title: title.clone(),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![diagnostic(&findings[finding], snapshot)]),
            command: Some(Command {
                title,
                command: SILENCE.to_owned(),
                arguments: Some(vec![arguments(&letter.uri, &hush)]),
                ..Command::default()
            }),
            ..CodeAction::default()
        })
        .collect()
}

/// What the command is told.
fn arguments(uri: &Uri, hush: &Hush) -> Value {
    let uri = uri.as_str();
    match hush {
        Hush::Place(place) => json!({
            "uri": uri, "what": "place", "rule": place.rule,
            "words": place.words, "before": place.before, "after": place.after,
        }),
        Hush::Letter { rule, .. } => json!({ "uri": uri, "what": "letter", "rule": rule }),
        Hush::Rule(rule) => json!({ "uri": uri, "what": "rule", "rule": rule }),
    }
}

/// The letter of an action whose edits are to be worked out, and which it is.
pub(in crate::lsp) fn subject(action: &CodeAction) -> Option<(Uri, Whole)> {
    let data = action.data.as_ref()?;
    Some((Uri::parse(data.get("uri")?.as_str()?).ok()?, Whole::read(data.get("action")?.as_str()?)?))
}

/// The edits of an action that was chosen.
pub(in crate::lsp) fn resolved(snapshot: &Snapshot, action: Whole) -> WorkspaceEdit {
    edit(&action.edits(snapshot), snapshot)
}
