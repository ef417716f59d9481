//! What the client can do, read once into plain facts, and what we therefore offer to it.
//!
//! Rule: a message, a kind of answer or a field that the client did not offer is never sent. `tests/protocol` holds every message against that.

use serde_json::Value;
use tower_lsp::gen_lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CompletionOptions, DiagnosticOptions,
    DiagnosticProvider, DiagnosticTag, DiagnosticsCapabilities, DocumentLinkOptions, ExecuteCommandOptions,
    FileOperationFilter, FileOperationOptions, FileOperationPattern, FileOperationRegistrationOptions,
    InitializeParams, MarkupKind, PositionEncodingKind, Save, SaveOptions, ServerCapabilities,
    TextDocumentClientCapabilities, TextDocumentContentOptions, TextDocumentSyncKind,
    TextDocumentSyncOptions, WindowClientCapabilities, WorkspaceClientCapabilities,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use crate::ide::Markup;
use crate::text::PositionEncoding;

use super::commands;

/// The scheme of our read-only pages.
pub(super) const PAGE_SCHEME: &str = "griffier";
/// Mending all that is certain, as a kind of action.
pub(super) const FIX_ALL: &str = "source.fixAll.griffier";
/// Rewriting, as a kind of action.
pub(super) const REWRITE: &str = "refactor.rewrite";

/// Making and changing notes, as a kind of action of its own, so that it does not stand among the fixes.
pub(super) const NOTE: &str = "griffier.note";

/// What the client can do, as far as it makes a difference to us.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct ClientFacts {
    /// In which units columns are counted.
    pub(super) encoding: PositionEncoding,
    /// Whether the client named encodings, so that ours may be named in return.
    encoding_negotiated: bool,
    /// How a hover is shown.
    pub(super) hover: Markup,
    /// Definitions as links, which know the words that they lead away from.
    pub(super) definition_links: bool,
    /// Type definitions likewise.
    pub(super) type_definition_links: bool,
    /// Quick fixes as literals.
    pub(super) quick_fixes: bool,
    /// A quick fix may say that it is the one to take.
    pub(super) preferred_fixes: bool,
    /// Rewriting a citation.
    pub(super) rewrites: bool,
    /// Mending all that is certain.
    pub(super) fix_all: bool,
    /// Making and changing notes.
    pub(super) note_actions: bool,
    /// Documents can be opened for the user.
    pub(super) shows_documents: bool,
    /// The edit of an action is asked for when it is chosen.
    pub(super) resolves_edits: bool,
    /// Diagnostics lead to the page about their rule.
    pub(super) code_descriptions: bool,
    /// Diagnostics may say that what they are about is obsolete.
    pub(super) obsolete_tag: bool,
    /// Document links have a tooltip.
    pub(super) link_tooltips: bool,
    /// What is offered while one writes can have words beside its label.
    pub(super) label_details: bool,
    /// The client asks for the documentation of what is offered when it shows it.
    pub(super) resolves_documentation: bool,
    /// How that is shown.
    pub(super) completion_markup: Markup,
    /// The parts of a letter can be a tree.
    pub(super) symbol_trees: bool,
    /// Edits say for which version of a document they are meant.
    pub(super) versioned_edits: bool,
    /// The client asks for diagnostics, and does so anew when told; then they are never pushed.
    pub(super) pulls_diagnostics: bool,
    /// Diagnostics that are pushed say for which version of a document they are meant.
    pub(super) versioned_diagnostics: bool,
    /// Diagnostics name other places.
    pub(super) related_information: bool,
    /// Files can be watched.
    pub(super) watches_files: bool,
    /// What is watched can be given relative to a folder.
    pub(super) relative_patterns: bool,
    /// The client tells when files get other names.
    renames_files: bool,
    /// Settings can be asked for.
    pub(super) configuration: bool,
    /// The client can be asked to tell when settings change.
    pub(super) registers_configuration: bool,
    /// Several folders, which may come and go.
    workspace_folders: bool,
    /// Progress can be shown.
    pub(super) progress: bool,
    /// The client fetches pages with `workspace/textDocumentContent`, by the protocol or by its plugin.
    pub(super) pages: bool,
    /// It does so by the protocol.
    text_document_content: bool,
    /// The client wants to hear `griffier/annotationsChanged`.
    pub(super) annotations: bool,
    /// The client itself shows the findings that are under the pointer, beside what a hover tells.
    pub(super) shows_findings: bool,
    /// The client wants to hear `griffier/status`.
    pub(super) status: bool,
}

impl ClientFacts {
    /// Reads what the client says of itself.
    pub(super) fn read(params: &InitializeParams) -> Self {
        let ClientCapabilities { workspace, text_document, window, general, experimental, .. } =
            params.capabilities.clone();
        let encodings = general.and_then(|general| general.position_encodings);
        let mut facts = Self {
            encoding: choose_encoding(encodings.as_deref().unwrap_or_default()),
            encoding_negotiated: encodings.is_some_and(|encodings| !encodings.is_empty()),
            ..Self::default()
        };
        if let Some(WindowClientCapabilities { work_done_progress, show_document, .. }) = window {
            facts.progress = work_done_progress == Some(true);
            facts.shows_documents = show_document.is_some_and(|show| show.support);
        }
        let refreshes = facts.read_workspace(workspace.unwrap_or_default());
        facts.read_text_document(text_document.unwrap_or_default(), refreshes);
        let ours = experimental.as_ref().and_then(|experimental| experimental.get("griffier"));
        let offered =
            |name: &str| ours.and_then(|ours| ours.get(name)).and_then(Value::as_bool) == Some(true);
        facts.status = offered("status");
        facts.annotations = offered("annotations");
        facts.shows_findings = offered("showsFindings");
        facts.pages = facts.text_document_content || offered("pages");
        facts
    }

    /// Whether diagnostics can be refreshed is the answer, for it only counts together with pulling.
    fn read_workspace(&mut self, workspace: WorkspaceClientCapabilities) -> bool {
        let yes = |offered: Option<bool>| offered == Some(true);
        self.configuration = yes(workspace.configuration);
        self.renames_files = workspace.file_operations.is_some_and(|operations| yes(operations.did_rename));
        self.workspace_folders = yes(workspace.workspace_folders);
        self.text_document_content = workspace.text_document_content.is_some();
        self.versioned_edits = workspace.workspace_edit.is_some_and(|edit| yes(edit.document_changes));
        self.registers_configuration =
            workspace.did_change_configuration.is_some_and(|change| yes(change.dynamic_registration));
        if let Some(files) = workspace.did_change_watched_files {
            self.watches_files = yes(files.dynamic_registration);
            self.relative_patterns = yes(files.relative_pattern_support);
        }
        workspace.diagnostics.is_some_and(|diagnostics| yes(diagnostics.refresh_support))
    }

    fn read_text_document(&mut self, document: TextDocumentClientCapabilities, refreshes: bool) {
        let yes = |offered: Option<bool>| offered == Some(true);
        let markups = document.hover.and_then(|hover| hover.content_format).unwrap_or_default();
        // The formats stand in the client's order of preference.
        self.hover = markups.iter().find_map(read_markup).unwrap_or_default();
        self.definition_links = document.definition.is_some_and(|definition| yes(definition.link_support));
        self.type_definition_links =
            document.type_definition.is_some_and(|definition| yes(definition.link_support));
        if let Some(action) = document.code_action {
            let kinds = action.code_action_literal_support.map(|literal| literal.code_action_kind.value_set);
            let kinds: Vec<String> = kinds.into_iter().flatten().map(String::from).collect();
            let takes = |kind: &str| kinds.iter().any(|taken| is_kind_of(kind, taken));
            self.quick_fixes = takes("quickfix");
            self.rewrites = takes(REWRITE);
            self.fix_all = takes(FIX_ALL);
            self.note_actions = takes(NOTE);
            self.preferred_fixes = yes(action.is_preferred_support);
            self.resolves_edits = yes(action.data_support)
                && action
                    .resolve_support
                    .is_some_and(|resolve| resolve.properties.iter().any(|it| it == "edit"));
        }
        let item = document.completion.and_then(|completion| completion.completion_item).unwrap_or_default();
        self.label_details = yes(item.label_details_support);
        self.resolves_documentation = item
            .resolve_support
            .is_some_and(|resolve| resolve.properties.iter().any(|name| name == "documentation"));
        let markups = item.documentation_format.unwrap_or_default();
        self.completion_markup = markups.iter().find_map(read_markup).unwrap_or_default();
        self.symbol_trees =
            document.document_symbol.is_some_and(|symbol| yes(symbol.hierarchical_document_symbol_support));
        self.link_tooltips = document.document_link.is_some_and(|link| yes(link.tooltip_support));
        let publish = document.publish_diagnostics;
        self.versioned_diagnostics = publish.as_ref().is_some_and(|publish| yes(publish.version_support));
        let pushed = publish.map(|publish| publish.diagnostics_capabilities);
        let pulled = document.diagnostic.map(|diagnostic| diagnostic.diagnostics_capabilities);
        self.pulls_diagnostics = pulled.is_some() && refreshes;
        // Before LSP 3.18 a client said for both ways at once what its diagnostics hold.
        let ways = if self.pulls_diagnostics { [pulled, pushed] } else { [pushed, None] };
        let ways: Vec<_> = ways.into_iter().flatten().collect();
        self.related_information = ways.iter().any(|way| yes(way.related_information));
        self.code_descriptions = ways.iter().any(|way| yes(way.code_description_support));
        let tags =
            |way: &DiagnosticsCapabilities| way.tag_support.as_ref().map(|tags| tags.value_set.clone());
        self.obsolete_tag =
            ways.iter().filter_map(tags).any(|tags| tags.contains(&DiagnosticTag::Deprecated));
    }

    /// What we offer.
    pub(super) fn server_capabilities(&self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: self.encoding_negotiated.then_some(match self.encoding {
                PositionEncoding::Utf8 => PositionEncodingKind::UTF8,
                PositionEncoding::Utf16 => PositionEncodingKind::UTF16,
                PositionEncoding::Utf32 => PositionEncodingKind::UTF32,
            }),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::Incremental),
                    // A saved text heals a letter that is out of step.
                    save: Some(Save::SaveOptions(SaveOptions { include_text: Some(true) })),
                    ..TextDocumentSyncOptions::default()
                }
                .into(),
            ),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            type_definition_provider: Some(true.into()),
            references_provider: Some(true.into()),
            completion_provider: Some(CompletionOptions {
                // The blank behind a keyword or `nr.`; at any other it costs nothing and brings nothing.
                trigger_characters: Some(vec![" ".to_owned()]),
                resolve_provider: Some(self.resolves_documentation),
                ..CompletionOptions::default()
            }),
            document_symbol_provider: Some(true.into()),
            workspace_symbol_provider: Some(true.into()),
            document_highlight_provider: Some(true.into()),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                ..DocumentLinkOptions::default()
            }),
            code_action_provider: self.quick_fixes.then(|| {
                let kinds = [
                    (true, CodeActionKind::QuickFix),
                    (self.rewrites, CodeActionKind::RefactorRewrite),
                    (self.fix_all, CodeActionKind::Custom(FIX_ALL.into())),
                    (self.note_actions, CodeActionKind::Custom(NOTE.into())),
                ];
                let kinds = kinds.into_iter().filter_map(|(taken, kind)| taken.then_some(kind));
                CodeActionOptions {
                    code_action_kinds: Some(kinds.collect()),
                    resolve_provider: self.resolves_edits.then_some(true),
                    ..CodeActionOptions::default()
                }
                .into()
            }),
            // Also for a client that takes no actions: its own keys may run them.
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: commands::names(),
                ..ExecuteCommandOptions::default()
            }),
            diagnostic_provider: self.pulls_diagnostics.then(|| {
                DiagnosticProvider::DiagnosticOptions(DiagnosticOptions {
                    identifier: Some(PAGE_SCHEME.to_owned()),
                    // One letter can change what is said of another, but rarely does; then we ask for a refresh.
                    // Saying so here would have every open letter asked for at every key.
                    inter_file_dependencies: false,
                    workspace_diagnostics: false,
                    ..DiagnosticOptions::default()
                })
            }),
            workspace: self.workspace_options(),
            ..ServerCapabilities::default()
        }
    }

    fn workspace_options(&self) -> Option<WorkspaceOptions> {
        let options = WorkspaceOptions {
            workspace_folders: self.workspace_folders.then(|| WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            // Files and folders: letters are in both.
            file_operations: self.renames_files.then(|| {
                let pattern =
                    FileOperationPattern { glob: "**/*".to_owned(), ..FileOperationPattern::default() };
                let filters = vec![FileOperationFilter { scheme: Some("file".to_owned()), pattern }];
                let renames = Some(FileOperationRegistrationOptions { filters });
                FileOperationOptions { did_rename: renames, ..FileOperationOptions::default() }
            }),
            text_document_content: self
                .text_document_content
                .then(|| TextDocumentContentOptions { schemes: vec![PAGE_SCHEME.to_owned()] }.into()),
        };
        (options != WorkspaceOptions::default()).then_some(options)
    }
}

/// Whether an action of this kind is one of those that a kind stands for: kinds are a hierarchy, and the empty one stands for all.
pub(super) fn is_kind_of(kind: &str, general: &str) -> bool {
    general.is_empty()
        || kind.strip_prefix(general).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The client names encodings in its order of preference; all are the same to us, so the first that we know is taken.
/// One that names none means UTF-16.
fn choose_encoding(offered: &[PositionEncodingKind]) -> PositionEncoding {
    let known = |kind: &PositionEncodingKind| match kind {
        PositionEncodingKind::UTF8 => Some(PositionEncoding::Utf8),
        PositionEncodingKind::UTF16 => Some(PositionEncoding::Utf16),
        PositionEncodingKind::UTF32 => Some(PositionEncoding::Utf32),
        PositionEncodingKind::Custom(_) => None,
    };
    offered.iter().find_map(known).unwrap_or_default()
}

fn read_markup(kind: &MarkupKind) -> Option<Markup> {
    match kind {
        MarkupKind::PlainText => Some(Markup::Plain),
        MarkupKind::Markdown => Some(Markup::Markdown),
        MarkupKind::Custom(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn facts(capabilities: &Value) -> ClientFacts {
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities});
        ClientFacts::read(&serde_json::from_value(params).unwrap())
    }

    fn offer(capabilities: &Value) -> Value {
        serde_json::to_value(facts(capabilities).server_capabilities()).unwrap()
    }

    #[test]
    fn a_client_that_says_nothing_gets_the_least() {
        assert_eq!(facts(&json!({})), ClientFacts::default());
        assert_eq!(
            offer(&json!({})),
            json!({
                "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": true}},
                "hoverProvider": true,
                "definitionProvider": true,
                "typeDefinitionProvider": true,
                "referencesProvider": true,
                "documentHighlightProvider": true,
                "documentSymbolProvider": true,
                "workspaceSymbolProvider": true,
                "completionProvider": {"triggerCharacters": [" "], "resolveProvider": false},
                "documentLinkProvider": {"resolveProvider": false},
                "executeCommandProvider": {"commands": commands::names()},
            })
        );
    }

    #[test]
    fn the_first_encoding_that_both_know() {
        let of = |encodings: &Value| facts(&json!({"general": {"positionEncodings": encodings}})).encoding;
        assert_eq!(of(&json!(["utf-8", "utf-16"])), PositionEncoding::Utf8);
        assert_eq!(of(&json!(["utf-16", "utf-8"])), PositionEncoding::Utf16);
        assert_eq!(of(&json!(["utf-7", "utf-32", "utf-16"])), PositionEncoding::Utf32);
        assert_eq!(of(&json!([])), PositionEncoding::Utf16);
        assert_eq!(
            offer(&json!({"general": {"positionEncodings": ["utf-32"]}}))["positionEncoding"],
            "utf-32"
        );
    }

    #[test]
    fn diagnostics_are_pulled_only_where_they_can_be_refreshed() {
        let pull = json!({"textDocument": {"diagnostic": {}}});
        assert!(!facts(&pull).pulls_diagnostics);
        assert_eq!(offer(&pull)["diagnosticProvider"], Value::Null);
        let both = json!({
            "textDocument": {"diagnostic": {}, "publishDiagnostics": {"relatedInformation": true}},
            "workspace": {"diagnostics": {"refreshSupport": true}},
        });
        assert!(facts(&both).pulls_diagnostics);
        assert!(facts(&both).related_information);
        assert_eq!(offer(&both)["diagnosticProvider"]["identifier"], "griffier");
    }

    #[test]
    fn pages_by_the_protocol_or_by_a_plugin() {
        let plugin = json!({"experimental": {"griffier": {"pages": true}}});
        assert!(facts(&plugin).pages);
        assert_eq!(offer(&plugin)["workspace"], Value::Null);
        let protocol = json!({"workspace": {"textDocumentContent": {}}});
        assert!(facts(&protocol).pages);
        assert_eq!(offer(&protocol)["workspace"]["textDocumentContent"], json!({"schemes": ["griffier"]}));
        assert!(facts(&json!({"experimental": {"griffier": {"status": true}}})).status);
        assert!(facts(&json!({"experimental": {"griffier": {"showsFindings": true}}})).shows_findings);
        assert!(!facts(&json!({"experimental": {"griffier": "yes"}})).status);
    }

    #[test]
    fn a_hover_is_in_the_markup_that_the_client_prefers() {
        let of =
            |formats: &Value| facts(&json!({"textDocument": {"hover": {"contentFormat": formats}}})).hover;
        assert_eq!(of(&json!(["markdown", "plaintext"])), Markup::Markdown);
        assert_eq!(of(&json!(["plaintext", "markdown"])), Markup::Plain);
        assert_eq!(of(&json!(["asciidoc"])), Markup::Plain);
    }
}
