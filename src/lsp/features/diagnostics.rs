//! [`textDocument/publishDiagnostics`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_publishDiagnostics) and [`textDocument/diagnostic`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#textDocument_pullDiagnostics): what is to be said of a letter.
//!
//! A client has the one or the other, never both.
//! While one is typing, a citation that ends at the cursor is called neither malformed nor unknown: [`ide::diagnostics`] leaves that out until the next change elsewhere, a save, or two seconds without a key.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use tower_lsp::gen_lsp_types::{
    self, Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticTag,
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, Location, Range,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri,
};

use crate::analysis::Finding;
use crate::ide::{self, Destination};
use crate::lsp::capabilities::PAGE_SCHEME;
use crate::lsp::convert;
use crate::lsp::snapshot::Snapshot;
use crate::text::Span;

use super::definition;

/// Who says it, in the list of problems of the editor.
pub(super) const SOURCE: &str = "griffier";

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
    let mut others = Others::default();
    findings.into_iter().map(|finding| diagnostic(finding, snapshot, &mut others)).collect()
}

/// Where the places in other letters stand that findings name; each letter is opened once.
#[derive(Default)]
pub(super) struct Others {
    opened: HashMap<(PathBuf, Span), Option<(Uri, Range)>>,
}

impl Others {
    /// More letters than this are not opened for one list of diagnostics, which must come at once.
    const MOST: usize = 50;

    fn place(&mut self, path: &Path, span: Span, snapshot: &Snapshot) -> Option<(Uri, Range)> {
        if self.opened.len() >= Self::MOST && !snapshot.open.contains_key(path) {
            return None;
        }
        let resolve = || definition::resolve(snapshot, Destination::Letter { path: path.to_owned(), span });
        self.opened.entry((path.to_owned(), span)).or_insert_with(resolve).clone()
    }
}

/// A finding as LSP has it, with what the client takes of it.
pub(super) fn diagnostic(finding: &Finding, snapshot: &Snapshot, others: &mut Others) -> Diagnostic {
    let (letter, facts, say) = (snapshot.letter(), &snapshot.facts, snapshot.say());
    let range = |span| convert::range(&letter.buffer, span, facts.encoding);
    let mut related = Vec::new();
    if facts.related_information {
        for one in &finding.related {
            let place = match &one.path {
                None => Some((letter.uri.clone(), range(one.span))),
                Some(path) => others.place(path, one.span, snapshot),
            };
            let place = place.map(|(uri, range)| Location { uri, range });
            let information =
                |location| DiagnosticRelatedInformation { location, message: say.text(&one.message) };
            related.extend(place.map(information));
        }
    }
    let obsolete = facts.obsolete_tag && ide::is_obsolete(finding);
    Diagnostic {
        range: range(finding.span),
        severity: Some(convert::severity(finding.severity)),
        code: Some(Code::String(finding.code.to_owned())),
        code_description: code_description(finding, snapshot),
        source: Some(SOURCE.to_owned()),
        message: gen_lsp_types::Message::String(say.text(&finding.message)),
        tags: obsolete.then(|| vec![DiagnosticTag::Deprecated]),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// Where the rule is explained, for a client that shows that and can go there: to a page of ours only where it can fetch one.
fn code_description(finding: &Finding, snapshot: &Snapshot) -> Option<CodeDescription> {
    let settings = &snapshot.view.ground.config.findings;
    let reachable = settings.rules_address.is_some() || snapshot.facts.pages;
    let address = ide::rule_address(finding.code, settings);
    let href = (snapshot.facts.code_descriptions && reachable).then(|| Uri::parse(&address).ok())??;
    Some(CodeDescription { href })
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

/// The answer about a document that is no letter.
pub(in crate::lsp) fn told(items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    full(None, items)
}

fn full(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
        ..RelatedFullDocumentDiagnosticReport::default()
    }
    .into()
}
