//! [`textDocument/publishDiagnostics`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_publishDiagnostics) and [`textDocument/diagnostic`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_pullDiagnostics): what is to be said of a letter.
//!
//! A client has the one or the other, never both.
//! While one is typing, a citation that ends at the cursor is called neither malformed nor unknown: [`ide::diagnostics`] leaves that out until the next change elsewhere, a save, or two seconds without a key.

use std::sync::atomic::Ordering;

use tower_lsp::gen_lsp_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use crate::ide;
use crate::lsp::capabilities::PAGE_SCHEME;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;

/// All that is to be said of the letter now.
pub(in crate::lsp) fn of(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let letter = snapshot.letter();
    // A page is ours; its writer cannot mend it.
    if letter.uri.scheme() == PAGE_SCHEME {
        return Vec::new();
    }
    let judgement = snapshot.view.judgement();
    let findings = ide::diagnostics(snapshot.reading(), judgement, snapshot.view.typing_at);
    snapshot.view.withheld.store(findings.len() < judgement.findings.len(), Ordering::Relaxed);
    let document = (&letter.uri, &letter.buffer);
    let convert = |finding| convert::diagnostic(finding, document, &snapshot.facts, snapshot.say());
    findings.into_iter().map(convert).collect()
}

/// The same for a client that asks, and in short where it knows them already.
pub(in crate::lsp) fn report(snapshot: &Snapshot, known: Option<&str>) -> DocumentDiagnosticReport {
    let result_id = snapshot.view.sequence.to_string();
    if known == Some(result_id.as_str()) {
        return RelatedUnchangedDocumentDiagnosticReport {
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
            ..RelatedUnchangedDocumentDiagnosticReport::default()
        }
        .into();
    }
    full(Some(result_id), of(snapshot))
}

/// The answer about a letter of which nothing is to be said, for whatever reason.
pub(in crate::lsp) fn nothing() -> DocumentDiagnosticReport {
    full(None, Vec::new())
}

fn full(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
        ..RelatedFullDocumentDiagnosticReport::default()
    }
    .into()
}
