//! What is wrong with a file of settings while it is edited: a wrong key, a value of the wrong kind, a rule that is none.
//!
//! These are documents of the client as letters are, and belong to no corpus.

use std::path::Path;

use tower_lsp::gen_lsp_types::{self, Diagnostic, DiagnosticSeverity};

use crate::analysis::rules;
use crate::config::{self, Problem, Sources};
use crate::lsp::convert;
use crate::messages::Translator;
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
    let problems = config::problems_in(path, &buffer.contents(), &sources)?;
    Some(problems.iter().map(|problem| diagnostic(problem, buffer, encoding, say)).collect())
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
