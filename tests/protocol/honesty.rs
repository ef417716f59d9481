//! Does the server use only what the client offered?
//!
//! The watch sees every message in both directions and keeps what was offered, registered and begun. What it finds are sentences
//! for whoever reads a failed test. It knows LSP, and of Griffier only the names of its own notifications.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use crate::model::{Model, Side};

/// What has been agreed so far.
#[derive(Default)]
pub(crate) struct Watch {
    /// What the client can do.
    offered: Value,
    /// What the server said that it can do.
    declared: Value,
    answered_initialize: bool,
    initialized: bool,
    trace: bool,
    /// Registrations that stand, by their id.
    registered: HashMap<String, String>,
    /// Tokens of the client's own requests.
    given: HashSet<String>,
    /// Tokens that the server asked for, with the id of the request until it is answered.
    asked: HashMap<String, String>,
    created: HashSet<String>,
    /// Progress that has begun and not ended.
    running: HashSet<String>,
}

impl Watch {
    /// Takes note of what the client sends.
    pub(crate) fn client_says(&mut self, message: &Value) {
        let params = &message["params"];
        match message["method"].as_str() {
            Some("initialize") => {
                self.offered = params["capabilities"].clone();
                self.trace = !matches!(params["trace"].as_str(), None | Some("off"));
            }
            Some("initialized") => self.initialized = true,
            Some("$/setTrace") => self.trace = params["value"] != "off",
            Some(_) => {}
            None => {
                if let Some(token) = self.asked.remove(&message["id"].to_string())
                    && message.get("result").is_some()
                {
                    self.created.insert(token);
                }
            }
        }
        for key in ["workDoneToken", "partialResultToken"] {
            if let Some(token) = params.get(key) {
                self.given.insert(token.to_string());
            }
        }
    }

    /// What is dishonest in a request or notification of the server.
    pub(crate) fn server_calls(&mut self, message: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        let params = &message["params"];
        let method = message["method"].as_str().unwrap_or_default();
        let early = [
            "window/showMessage",
            "window/logMessage",
            "telemetry/event",
            "window/showMessageRequest",
            "$/progress",
        ];
        if !self.answered_initialize && !early.contains(&method) {
            faults.push(format!("{method} before the answer to initialize"));
        }
        if !self.initialized && message.get("id").is_some() && method != "window/showMessageRequest" {
            faults.push(format!("{method} before `initialized`"));
        }
        let mut need = |path: &str| {
            if !is_on(self.offer(path)) {
                faults.push(format!("{method} to a client without {path}"));
            }
        };
        match method {
            "workspace/configuration" => need("workspace.configuration"),
            "workspace/workspaceFolders" => need("workspace.workspaceFolders"),
            "workspace/applyEdit" => {
                need("workspace.applyEdit");
                self.edit(&params["edit"], &mut faults);
                if params.get("metadata").is_some()
                    && !is_on(self.offer("workspace.workspaceEdit.metadataSupport"))
                {
                    faults.push("an edit with metadata".into());
                }
            }
            "window/showDocument" => need("window.showDocument.support"),
            "window/workDoneProgress/create" => {
                need("window.workDoneProgress");
                self.asked.insert(message["id"].to_string(), params["token"].to_string());
            }
            "workspace/textDocumentContent/refresh" => need("workspace.textDocumentContent"),
            "griffier/status" => need("experimental.griffier.status"),
            "griffier/annotationsChanged" => need("experimental.griffier.annotations"),
            "$/logTrace" if !self.trace => faults.push("$/logTrace although trace is off".into()),
            "telemetry/event" => faults.push("telemetry".into()),
            "$/progress" => self.progress(params, &mut faults),
            "client/registerCapability" => self.register(params, &mut faults),
            "client/unregisterCapability" => {
                for item in params["unregisterations"].as_array().into_iter().flatten() {
                    if self.registered.remove(item["id"].as_str().unwrap_or_default()).is_none() {
                        faults.push(format!("unregisters {item}, which it never registered"));
                    }
                }
            }
            "textDocument/publishDiagnostics" => {
                if params.get("version").is_some() {
                    need("textDocument.publishDiagnostics.versionSupport");
                }
                if self.pulls() {
                    faults.push("pushes diagnostics to a client that it lets pull".into());
                }
                self.diagnostics(&params["diagnostics"], &mut faults);
            }
            _ if method.ends_with("/refresh") => {
                let area = method.trim_start_matches("workspace/").trim_end_matches("/refresh");
                let area = if area == "diagnostic" { "diagnostics" } else { area };
                need(&format!("workspace.{area}.refreshSupport"));
            }
            _ => {}
        }
        faults
    }

    /// What is dishonest in the answer to a request of the client.
    pub(crate) fn server_answers(&mut self, method: &str, message: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        let result = &message["result"];
        match method {
            "initialize" => {
                self.answered_initialize = true;
                self.declared = result["capabilities"].clone();
                self.declarations(&mut faults);
            }
            "textDocument/hover" => {
                let kinds = self.offer("textDocument.hover.contentFormat");
                match result["contents"]["kind"].as_str() {
                    Some(kind) if kind == "plaintext" || has(kinds, kind) => {}
                    _ if result.is_null() => {}
                    kind => faults.push(format!("a hover in {kind:?} to a client that shows {kinds}")),
                }
            }
            "textDocument/definition"
            | "textDocument/declaration"
            | "textDocument/typeDefinition"
            | "textDocument/implementation" => {
                let feature = method.trim_start_matches("textDocument/");
                let links = items(result).iter().any(|item| item.get("targetUri").is_some());
                if links && !is_on(self.offer(&format!("textDocument.{feature}.linkSupport"))) {
                    faults.push(format!("{method}: a link to a client that takes locations"));
                }
            }
            "textDocument/codeAction" => {
                for action in items(result) {
                    self.action(action, &mut faults);
                }
            }
            "codeAction/resolve" => self.action(result, &mut faults),
            "textDocument/documentLink" => {
                for link in items(result) {
                    if link.get("tooltip").is_some()
                        && !is_on(self.offer("textDocument.documentLink.tooltipSupport"))
                    {
                        faults.push("a link with a tooltip".into());
                    }
                    if link.get("target").is_none()
                        && !is_on(&self.declared["documentLinkProvider"]["resolveProvider"])
                    {
                        faults.push("a link without a target, although links are not resolved".into());
                    }
                }
            }
            "textDocument/diagnostic" => {
                self.diagnostics(&result["items"], &mut faults);
                let related = is_on(self.offer("textDocument.diagnostic.relatedDocumentSupport"));
                if result.get("relatedDocuments").is_some() && !related {
                    faults.push("diagnostics of other documents".into());
                }
            }
            _ => {}
        }
        faults
    }

    /// Whether something is left that should have been ended.
    pub(crate) fn left_over(&self) -> Vec<String> {
        self.running.iter().map(|token| format!("progress {token} never ended")).collect()
    }

    /// A client that answered nothing cannot complain of progress without an end.
    pub(crate) fn forgive_progress(&mut self) {
        self.running.clear();
    }

    /// The value at a path such as `textDocument.hover.contentFormat`; null where it leads nowhere.
    fn offer(&self, path: &str) -> &Value {
        path.split('.').fold(&self.offered, |value, name| &value[name])
    }

    /// What the server declared at a pointer such as `/hoverProvider`; null where it did not.
    pub(crate) fn declared(&self, pointer: &str) -> Value {
        self.declared.pointer(pointer).cloned().unwrap_or_default()
    }

    fn declares(&self, path: &str) -> bool {
        is_on(path.split('.').fold(&self.declared, |value, name| &value[name]))
    }

    /// Whether this client gets its diagnostics by asking.
    pub(crate) fn pulls(&self) -> bool {
        self.declares("diagnosticProvider")
            || self.registered.values().any(|method| method == "textDocument/diagnostic")
    }

    fn declarations(&self, faults: &mut Vec<String>) {
        let encodings = self.offer("general.positionEncodings");
        let chosen = self.declared.get("positionEncoding").and_then(Value::as_str);
        if let Some(chosen) = chosen
            && !(has(encodings, chosen) || encodings.is_null() && chosen == "utf-16")
        {
            faults.push(format!("counts in {chosen}, and the client in {encodings}"));
        }
        if chosen.is_none() && !encodings.is_null() && !has(encodings, "utf-16") {
            faults.push(format!("counts in utf-16, and the client in {encodings}"));
        }
        for (declared, offered) in [
            ("diagnosticProvider", "textDocument.diagnostic"),
            ("workspace.workspaceFolders", "workspace.workspaceFolders"),
            ("workspace.textDocumentContent", "workspace.textDocumentContent"),
            ("workspace.fileOperations", "workspace.fileOperations"),
            ("notebookDocumentSync", "notebookDocument"),
            ("renameProvider.prepareProvider", "textDocument.rename.prepareSupport"),
        ] {
            if self.declares(declared) && !is_on(self.offer(offered)) {
                faults.push(format!("declares {declared} to a client without {offered}"));
            }
        }
        let literals = self.offer("textDocument.codeAction.codeActionLiteralSupport");
        if self.declared["codeActionProvider"].is_object() && literals.is_null() {
            faults.push("declares kinds of code actions to a client that takes commands alone".into());
        }
    }

    fn register(&mut self, params: &Value, faults: &mut Vec<String>) {
        for item in params["registrations"].as_array().into_iter().flatten() {
            let method = item["method"].as_str().unwrap_or_default();
            let Some(facts) = Model::get().registrable(method) else {
                faults.push(format!("registers {method}"));
                continue;
            };
            let allowed = if method == "workspace/didChangeWorkspaceFolders" {
                is_on(self.offer("workspace.workspaceFolders"))
            } else {
                // `textDocument.synchronization.didSave` is registered by leave of `textDocument.synchronization`.
                let feature = facts["clientCapability"].as_str().unwrap_or_default();
                let feature: Vec<&str> = feature.split('.').take(2).collect();
                is_on(self.offer(&format!("{}.dynamicRegistration", feature.join("."))))
            };
            if !allowed {
                faults.push(format!("registers {method}, which the client does not let it"));
            }
            if facts["serverCapability"].as_str().is_some_and(|path| self.declares(path)) {
                faults.push(format!("registers {method}, which it declared already"));
            }
            let relative = item["registerOptions"]["watchers"].as_array();
            let relative = relative.is_some_and(|all| all.iter().any(|w| w["globPattern"].is_object()));
            if relative && !is_on(self.offer("workspace.didChangeWatchedFiles.relativePatternSupport")) {
                faults.push("watches by a relative pattern".into());
            }
            let id = item["id"].as_str().unwrap_or_default();
            if self.registered.insert(id.to_owned(), method.to_owned()).is_some() {
                faults.push(format!("uses the registration id {id} twice"));
            }
        }
    }

    fn progress(&mut self, params: &Value, faults: &mut Vec<String>) {
        let token = params["token"].to_string();
        if !self.given.contains(&token) && !self.created.contains(&token) {
            faults.push(format!("progress on {token}, which nobody gave it"));
        }
        let value = &params["value"];
        let (shape, in_order) = match value["kind"].as_str() {
            Some("begin") => ("WorkDoneProgressBegin", self.running.insert(token.clone())),
            Some("report") => ("WorkDoneProgressReport", self.running.contains(&token)),
            Some("end") => ("WorkDoneProgressEnd", self.running.remove(&token)),
            // A partial result; its shape is that of the request.
            _ => return,
        };
        if !in_order {
            faults.push(format!("progress on {token} out of order: {value}"));
        }
        if let Err(fault) = Model::get().check(&json!(shape), value, Side::Server) {
            faults.push(format!("progress: {fault}"));
        }
        if value["percentage"].as_u64().is_some_and(|percentage| percentage > 100) {
            faults.push(format!("progress of {value}"));
        }
    }

    fn diagnostics(&self, list: &Value, faults: &mut Vec<String>) {
        // Until 3.17 a client that pulls told of this under `publishDiagnostics` alone.
        let offers = |name: &str| {
            ["publishDiagnostics", "diagnostic"]
                .iter()
                .any(|at| is_on(self.offer(&format!("textDocument.{at}.{name}"))))
        };
        for item in items(list) {
            for (field, support) in [
                ("relatedInformation", "relatedInformation"),
                ("codeDescription", "codeDescriptionSupport"),
                ("data", "dataSupport"),
                ("tags", "tagSupport"),
            ] {
                if item.get(field).is_some() && !offers(support) {
                    faults.push(format!("a diagnostic with {field}"));
                }
            }
            if item["message"].is_object() && !offers("markupMessageSupport") {
                faults.push("a diagnostic in markup".into());
            }
        }
    }

    fn action(&self, action: &Value, faults: &mut Vec<String>) {
        let command = if action["command"].is_string() { action } else { &action["command"] };
        if let Some(name) = command["command"].as_str()
            && !has(&self.declared["executeCommandProvider"]["commands"], name)
        {
            faults.push(format!("the command {name}, which it did not declare"));
        }
        if action["command"].is_string() || action.is_null() {
            return;
        }
        if self.offer("textDocument.codeAction.codeActionLiteralSupport").is_null() {
            faults.push("a code action to a client that takes commands alone".into());
        }
        for (field, support) in [
            ("isPreferred", "isPreferredSupport"),
            ("disabled", "disabledSupport"),
            ("data", "dataSupport"),
            ("tags", "tagSupport"),
        ] {
            if action.get(field).is_some()
                && !is_on(self.offer(&format!("textDocument.codeAction.{support}")))
            {
                faults.push(format!("a code action with {field}"));
            }
        }
        self.edit(&action["edit"], faults);
        self.diagnostics(&action["diagnostics"], faults);
    }

    fn edit(&self, edit: &Value, faults: &mut Vec<String>) {
        let offer = |name: &str| self.offer(&format!("workspace.workspaceEdit.{name}"));
        let changes = items(&edit["documentChanges"]);
        if !changes.is_empty() && !is_on(offer("documentChanges")) {
            faults.push("documentChanges".into());
        }
        if !changes.is_empty() && edit.get("changes").is_some() {
            faults.push("changes and documentChanges in one edit".into());
        }
        for change in changes {
            if let Some(kind) = change["kind"].as_str()
                && !has(offer("resourceOperations"), kind)
            {
                faults.push(format!("an edit that will {kind} files"));
            }
            if items(&change["edits"]).iter().any(|edit| edit.get("snippet").is_some())
                && !is_on(offer("snippetEditSupport"))
            {
                faults.push("a snippet in an edit".into());
            }
        }
        let annotated =
            edit.get("changeAnnotations").is_some() || edit.to_string().contains("\"annotationId\"");
        if annotated && !is_on(offer("changeAnnotationSupport")) {
            faults.push("an annotated edit".into());
        }
    }
}

/// Whether a capability is there: everything but absence and `false`.
fn is_on(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false))
}

fn has(list: &Value, item: &str) -> bool {
    items(list).iter().any(|other| other == item)
}

/// The items of a list; none where it is no list.
fn items(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}
