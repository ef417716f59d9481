//! The methods that we answer, and nothing of the answers: each is posted to the engine before its first await.
//!
//! Only methods that exist here are registered, so that any other is answered with "method not found".

use serde::Deserialize;
use serde_json::Value;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CompletionItem, CompletionList, CompletionParams,
    DefinitionParams, DefinitionResponse, DidChangeConfigurationParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentHighlight,
    DocumentHighlightParams, DocumentLink, DocumentLinkParams, DocumentSymbolParams, DocumentSymbolResponse,
    ExecuteCommandParams, Hover, HoverParams, InitializeParams, InitializeResult, InitializedParams,
    Location, Range, ReferenceParams, RenameFilesParams, ServerInfo, SetTraceParams, SymbolInformation,
    TextDocumentContentParams, TextDocumentContentResult, TypeDefinitionParams, TypeDefinitionResponse, Uri,
    VersionedTextDocumentIdentifier, WorkspaceSymbolParams,
};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, ClientSocket, LanguageServer, LspService};

use crate::text;

use super::capabilities::ClientFacts;
use super::commands::Answer;
use super::convert;
use super::engine::{Engine, Event};
use super::features::annotations::{self, Annotations};
use super::features::document_state::{self, DocumentState};
use super::features::{
    cite, citing, code_action, completion, corpora, definition, diagnostics, document_highlight,
    document_link, document_symbol, dossier, hover, page, references, tags, type_definition,
    workspace_symbol,
};
use super::parent;
use super::snapshot::Surroundings;

/// The methods.
#[derive(Debug)]
pub(super) struct Backend {
    engine: Engine,
    stop: CancellationToken,
    parent_interval: std::time::Duration,
}

/// The service with all its methods. `client` receives what speaks to the client.
pub(super) fn service(
    engine: Engine,
    stop: CancellationToken,
    parent_interval: std::time::Duration,
    client: impl FnOnce(Client),
) -> (LspService<Backend>, ClientSocket) {
    let backend = |for_outbox: Client| {
        client(for_outbox);
        Backend { engine, stop, parent_interval }
    };
    LspService::build_with_lifecycle_methods(backend)
        .custom_method("$/setTrace", Backend::set_trace)
        .custom_method("textDocument/didOpen", Backend::did_open)
        .custom_method("textDocument/didChange", Backend::did_change)
        .custom_method("textDocument/didSave", Backend::did_save)
        .custom_method("textDocument/didClose", Backend::did_close)
        .custom_method("textDocument/hover", Backend::hover)
        .custom_method("textDocument/definition", Backend::definition)
        .custom_method("textDocument/typeDefinition", Backend::type_definition)
        .custom_method("textDocument/references", Backend::references)
        .custom_method("textDocument/documentHighlight", Backend::document_highlight)
        .custom_method("textDocument/completion", Backend::completion)
        .custom_method("completionItem/resolve", Backend::completion_resolve)
        .custom_method("textDocument/documentSymbol", Backend::document_symbol)
        .custom_method("textDocument/documentLink", Backend::document_link)
        .custom_method("textDocument/codeAction", Backend::code_action)
        .custom_method("codeAction/resolve", Backend::code_action_resolve)
        .custom_method("workspace/executeCommand", Backend::execute_command)
        .custom_method("textDocument/diagnostic", Backend::diagnostic)
        .custom_method("workspace/symbol", Backend::workspace_symbol)
        .custom_method("workspace/didChangeConfiguration", Backend::did_change_configuration)
        .custom_method("workspace/didChangeWatchedFiles", Backend::did_change_watched_files)
        .custom_method("workspace/didChangeWorkspaceFolders", Backend::did_change_workspace_folders)
        .custom_method("workspace/didRenameFiles", Backend::did_rename_files)
        .custom_method("workspace/textDocumentContent", Backend::text_document_content)
        .custom_method("griffier/documentState", Backend::document_state)
        .custom_method("griffier/dossier", Backend::dossier)
        .custom_method("griffier/cite", Backend::cite)
        .custom_method("griffier/citing", Backend::citing)
        .custom_method("griffier/corpora", Backend::corpora)
        .custom_method("griffier/annotations", Backend::annotations)
        .custom_method("griffier/tags", Backend::tags)
        .finish()
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let facts = ClientFacts::read(&params);
        if let Some(process) = params.process_id {
            parent::watch(process, self.parent_interval, self.stop.clone());
        }
        self.engine.post(Event::Initialize(Box::new(params)));
        Ok(InitializeResult {
            capabilities: facts.server_capabilities(),
            server_info: Some(ServerInfo {
                name: "griffier".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.engine.post(Event::Initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }
}

/// A change as it comes. The type of the library would take one with an impossible range for a whole text.
#[derive(Debug, Deserialize)]
struct ContentChange {
    range: Option<Range>,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct DidChangeParams {
    text_document: VersionedTextDocumentIdentifier,
    content_changes: Vec<Value>,
}

#[expect(clippy::unused_async, reason = "the library takes asynchronous handlers only")]
impl Backend {
    async fn set_trace(&self, params: SetTraceParams) {
        self.engine.post(Event::SetTrace(params.value));
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        self.engine.post(Event::Opened {
            uri: document.uri,
            language: document.language_id.into(),
            version: document.version,
            text: document.text,
        });
    }

    async fn did_change(&self, params: DidChangeParams) {
        let read = |change: Value| {
            let change: ContentChange = serde_json::from_value(change).ok()?;
            let range = change.range.map(|range| {
                text::Range::new(convert::read_position(range.start), convert::read_position(range.end))
            });
            Some(text::Change { range, text: change.text })
        };
        let changes = params.content_changes.into_iter().map(read).collect();
        let VersionedTextDocumentIdentifier { version, text_document_identifier } = params.text_document;
        self.engine.post(Event::Changed { uri: text_document_identifier.uri, version, changes });
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.engine.post(Event::Saved { uri: params.text_document.uri, text: params.text });
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.engine.post(Event::Closed(params.text_document.uri));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.engine.post(Event::SettingsChanged(params.settings));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| convert::path_of(&change.uri));
        self.engine.post(Event::FilesChanged(paths.collect()));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let (added, removed) = (params.event.added, params.event.removed);
        self.engine.post(Event::FoldersChanged { added, removed });
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        let path = |address: &Uri| convert::path_of(address);
        let renamed =
            params.files.iter().filter_map(|file| Some((path(&file.old_uri)?, path(&file.new_uri)?)));
        let renamed: Vec<_> = renamed.collect();
        self.engine.question(move |state| state.renamed(renamed));
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        let answer = move |snapshot: &_, _: &_| hover::hover(snapshot, at.position);
        Ok(self.engine.ask(at.text_document.uri, "textDocument/hover", answer).await?.flatten())
    }

    async fn definition(&self, params: DefinitionParams) -> Result<Option<DefinitionResponse>> {
        let at = params.text_document_position_params;
        let answer = move |snapshot: &_, _: &_| definition::definition(snapshot, at.position);
        Ok(self.engine.ask(at.text_document.uri, "textDocument/definition", answer).await?.flatten())
    }

    async fn type_definition(&self, params: TypeDefinitionParams) -> Result<Option<TypeDefinitionResponse>> {
        let at = params.text_document_position_params;
        let answer = move |snapshot: &_, _: &_| type_definition::type_definition(snapshot, at.position);
        Ok(self.engine.ask(at.text_document.uri, "textDocument/typeDefinition", answer).await?.flatten())
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let at = params.text_document_position_params;
        let declaration = params.context.include_declaration;
        let answer =
            move |snapshot: &_, token: &_| references::references(snapshot, at.position, declaration, token);
        Ok(self.engine.ask(at.text_document.uri, "textDocument/references", answer).await?.flatten())
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let answer = move |snapshot: &_, _: &_| document_highlight::highlights(snapshot, at.position);
        Ok(self.engine.ask(at.text_document.uri, "textDocument/documentHighlight", answer).await?.flatten())
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionList>> {
        let at = params.text_document_position_params;
        let (reply, of_draft) = oneshot::channel();
        let uri = at.text_document.uri.clone();
        self.engine.question(move |state| drop(reply.send(state.draft_completion(&uri, at.position))));
        let answer = move |snapshot: &_, _: &_| completion::completion(snapshot, at.position);
        Ok(self
            .engine
            .ask(at.text_document.uri, "textDocument/completion", answer)
            .await?
            .flatten()
            .or(of_draft.await.ok().flatten()))
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some((uri, id)) = completion::subject(&item) else { return Ok(item) };
        let answer = move |snapshot: &_, _: &_| completion::documentation(snapshot, &id);
        item.documentation = self.engine.ask(uri, "completionItem/resolve", answer).await?;
        Ok(item)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri;
        Ok(self.engine.ask(uri, "textDocument/documentSymbol", document_symbol::symbols).await?.flatten())
    }

    async fn workspace_symbol(&self, params: WorkspaceSymbolParams) -> Result<Vec<SymbolInformation>> {
        let answer =
            move |grounds: &[_], around: &_| workspace_symbol::symbols(&params.query, grounds, around);
        self.engine.ask_grounds(answer).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.engine.ask(params.text_document.uri, "textDocument/documentLink", document_link::links).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>> {
        let CodeActionParams { text_document, range, context, .. } = params;
        let answer = move |snapshot: &_, _: &_| code_action::actions(snapshot, range, &context);
        self.engine.ask(text_document.uri, "textDocument/codeAction", answer).await
    }

    async fn code_action_resolve(&self, mut action: CodeAction) -> Result<CodeAction> {
        let Some((uri, whole)) = code_action::subject(&action) else { return Ok(action) };
        let answer = move |snapshot: &_, _: &_| code_action::resolved(snapshot, whole);
        action.edit = self.engine.ask(uri, "codeAction/resolve", answer).await?;
        Ok(action)
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Value> {
        let (reply, answered) = oneshot::channel();
        let ExecuteCommandParams { command, arguments, .. } = params;
        let arguments = arguments.unwrap_or_default();
        self.engine.question(move |state| state.execute(&command, &arguments, Answer::new(reply)));
        answered.await.map_err(|_| Error::internal_error())?
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReport> {
        let (reply, of_settings) = oneshot::channel();
        let uri = params.text_document.uri.clone();
        self.engine.question(move |state| drop(reply.send(state.settings_diagnostics(&uri))));
        let known = params.previous_result_id;
        let answer = move |snapshot: &_, _: &_| diagnostics::report(snapshot, known.as_deref());
        let report = self.engine.ask(params.text_document.uri, "textDocument/diagnostic", answer).await?;
        if let Ok(Some(items)) = of_settings.await {
            return Ok(diagnostics::told(items));
        }
        Ok(report.unwrap_or_else(diagnostics::nothing))
    }

    async fn text_document_content(
        &self,
        params: TextDocumentContentParams,
    ) -> Result<TextDocumentContentResult> {
        let answer = move |grounds: &[_], around: &Surroundings| page::text(&params.uri, grounds, around);
        let text = self.engine.ask_grounds(answer).await?.map_err(Error::invalid_params)?;
        Ok(TextDocumentContentResult { text })
    }

    async fn annotations(&self, params: annotations::Params) -> Result<Annotations> {
        let answer =
            move |grounds: &[_], around: &Surroundings| annotations::annotations(&params, grounds, around);
        self.engine.ask_grounds(answer).await
    }

    async fn tags(&self, params: tags::Params) -> Result<tags::Tags> {
        let answer = move |grounds: &[_], around: &Surroundings| tags::tags(&params, grounds, around);
        self.engine.ask_grounds(answer).await
    }

    async fn document_state(&self, params: document_state::Params) -> Result<Option<DocumentState>> {
        let (reply, answered) = oneshot::channel();
        self.engine.question(move |state| state.document_state(&params.text_document.uri, reply));
        answered.await.map_err(|_| Error::internal_error())?
    }

    async fn dossier(&self, params: dossier::Params) -> Result<Option<dossier::Answer>> {
        let dossier::Params { dossier: named, text_document, position } = params;
        match (named, text_document, position) {
            (Some(named), ..) => {
                let token = CancellationToken::new();
                let guard = token.clone().drop_guard();
                let answer = move |grounds: &[_], around: &_| dossier::named(&named, grounds, around, &token);
                let answer = self.engine.ask_grounds(answer).await;
                drop(guard);
                answer
            }
            (None, Some(document), Some(place)) => {
                let answer = move |snapshot: &_, token: &_| dossier::at(snapshot, place, token);
                Ok(self.engine.ask(document.uri, "griffier/dossier", answer).await?.flatten())
            }
            _ => Err(Error::invalid_params("a dossier, or textDocument and position")),
        }
    }

    async fn cite(&self, params: cite::Params) -> Result<Option<cite::Answer>> {
        let cite::Params { id, style, text_document, position } = params;
        match (id, text_document, position) {
            (Some(id), ..) => {
                let answer = move |grounds: &[_], _: &_| cite::named(&id, style.as_deref(), grounds);
                self.engine.ask_grounds(answer).await
            }
            (None, Some(document), Some(place)) => {
                let answer = move |snapshot: &_, _: &_| cite::at(snapshot, place, style.as_deref());
                Ok(self.engine.ask(document.uri, "griffier/cite", answer).await?.flatten())
            }
            _ => Err(Error::invalid_params("an id, or textDocument and position")),
        }
    }

    async fn citing(&self, params: citing::Params) -> Result<Vec<citing::Answer>> {
        let answer = move |grounds: &[_], around: &_| citing::places(&params.id, grounds, around);
        self.engine.ask_grounds(answer).await
    }

    async fn corpora(&self) -> Result<Vec<corpora::Answer>> {
        self.engine.ask_grounds(|grounds, _| corpora::corpora(grounds)).await
    }
}
