//! What is wrong with a file of settings while it is edited: a wrong key, a value of the wrong kind, a rule that is none, a glob that matches nothing.
//!
//! These are documents of the client as letters are, and belong to no corpus.

use std::path::Path;

use tower_lsp::gen_lsp_types::{self, Diagnostic, DiagnosticSeverity};

use crate::analysis::rules;
use crate::config::{self, Origin, PlaceKind, Problem, Sources, WrittenPlace};
use crate::corpus;
use crate::lsp::convert;
use crate::messages::{Message, Translator};
use crate::text::{Buffer, PositionEncoding, Span};

use super::diagnostics::SOURCE;

/// What is wrong, each at its line; `None` where the file is none of settings.
pub(in crate::lsp) fn diagnostics(
    path: &Path,
    buffer: &Buffer,
    trusted: bool,
    encoding: PositionEncoding,
    say: Translator,
) -> Option<Vec<Diagnostic>> {
    let codes = rules::codes();
    let sources = Sources { rules: &codes, trusts_workspace: trusted, ..Sources::default() };
    let text = buffer.contents();
    let mut problems = config::problems_in(path, &text, &sources)?;
    problems.extend(idle_places(path, &text));
    // Those without a line are about the file as a whole and come first.
    problems.sort_by_key(|problem| problem.line);
    Some(problems.iter().map(|problem| diagnostic(problem, buffer, encoding, say)).collect())
}

/// The folders and globs at which there is nothing.
fn idle_places(path: &Path, text: &str) -> Vec<Problem> {
    let is_settings = path.file_name().is_some_and(|name| name == config::CONFIG_FILE);
    let Some(root) = path.parent().filter(|_| is_settings) else { return Vec::new() };
    let places = config::written_places(text).into_iter();
    let idle = places.filter(|place| corpus::is_idle(root, place.kind, &place.written));
    let problem = |place: WrittenPlace| {
        let code = match place.kind {
            PlaceKind::Letters => "config-idle-letters",
            PlaceKind::Exclude => "config-idle-exclude",
            PlaceKind::Ignore => "config-idle-ignore",
        };
        let message = Message::new(code).with("written", place.written);
        Problem { origin: Origin::Workspace(path.to_owned()), line: place.line, message }
    };
    idle.map(problem).collect()
}

fn diagnostic(problem: &Problem, buffer: &Buffer, encoding: PositionEncoding, say: Translator) -> Diagnostic {
    // Lines are counted from one; what has none is about the file as a whole.
    let line = problem.line.unwrap_or(1).saturating_sub(1);
    let whole = buffer.line(line).unwrap_or(Span::new(0, 0));
    let text = buffer.contents();
    let words = whole.of(&text);
    let start = whole.start + words.len() - words.trim_start().len();
    let span = Span::new(start, start + words.trim().len());
    Diagnostic {
        range: convert::range(buffer, span, encoding),
        severity: Some(DiagnosticSeverity::Warning),
        source: Some(SOURCE.to_owned()),
        message: gen_lsp_types::Message::String(say.text(&problem.message)),
        ..Diagnostic::default()
    }
}
