//! What clients offer: the client capabilities of the editors that people use, as far as a server of texts can tell them apart.

use serde_json::{Value, json};

/// The capabilities of a client, as its `initialize` tells them.
#[derive(Clone)]
pub(crate) struct Profile(pub(crate) Value);

/// The units that a client counts columns in.
pub(crate) const UNITS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

impl Profile {
    /// A client that offers nothing beyond what every client must do.
    pub(crate) fn minimal() -> Self {
        Self(json!({}))
    }

    /// VS Code with vscode-languageclient 10.
    pub(crate) fn vscode() -> Self {
        let quick_fixes = json!(["", "quickfix", "refactor", "source", "source.fixAll"]);
        Self(json!({
            "general": {
                "positionEncodings": ["utf-16"],
                "staleRequestSupport": { "cancel": true, "retryOnContentModified": [] },
                "markdown": { "parser": "marked", "version": "1.1.0" }
            },
            "window": {
                "workDoneProgress": true,
                "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } },
                "showDocument": { "support": true }
            },
            "workspace": {
                "applyEdit": true,
                "workspaceEdit": {
                    "documentChanges": true,
                    "resourceOperations": ["create", "rename", "delete"],
                    "failureHandling": "textOnlyTransactional",
                    "changeAnnotationSupport": { "groupsOnLabel": true },
                    "snippetEditSupport": true,
                    "metadataSupport": true
                },
                "configuration": true,
                "didChangeConfiguration": { "dynamicRegistration": true },
                "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
                "workspaceFolders": true,
                "symbol": { "dynamicRegistration": true, "resolveSupport": { "properties": ["location.range"] } },
                "executeCommand": { "dynamicRegistration": true },
                "diagnostics": { "refreshSupport": true },
                "inlayHint": { "refreshSupport": true },
                "codeLens": { "refreshSupport": true },
                "semanticTokens": { "refreshSupport": true },
                "textDocumentContent": { "dynamicRegistration": true }
            },
            "textDocument": {
                "synchronization": { "dynamicRegistration": true, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
                "publishDiagnostics": {
                    "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                    "dataSupport": true, "tagSupport": { "valueSet": [1, 2] }
                },
                "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": true },
                "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
                "definition": { "dynamicRegistration": true, "linkSupport": true },
                "typeDefinition": { "dynamicRegistration": true, "linkSupport": true },
                "references": { "dynamicRegistration": true },
                "documentHighlight": { "dynamicRegistration": true },
                "documentSymbol": { "dynamicRegistration": true, "hierarchicalDocumentSymbolSupport": true },
                "completion": {
                    "dynamicRegistration": true, "contextSupport": true, "insertTextMode": 2,
                    "completionItem": {
                        "snippetSupport": true, "commitCharactersSupport": true,
                        "documentationFormat": ["markdown", "plaintext"], "deprecatedSupport": true,
                        "preselectSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true,
                        "resolveSupport": { "properties": ["documentation", "detail", "additionalTextEdits"] },
                        "insertTextModeSupport": { "valueSet": [1, 2] }
                    },
                    "completionList": { "itemDefaults": ["commitCharacters", "editRange", "insertTextFormat", "insertTextMode"] }
                },
                "documentLink": { "dynamicRegistration": true, "tooltipSupport": true },
                "codeAction": {
                    "dynamicRegistration": true, "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true,
                    "resolveSupport": { "properties": ["edit", "command"] },
                    "codeActionLiteralSupport": { "codeActionKind": { "valueSet": quick_fixes } },
                    "honorsChangeAnnotations": true
                }
            },
            "experimental": { "griffier": { "status": true } }
        }))
    }

    /// Neovim 0.11, without what it has since learnt.
    pub(crate) fn neovim() -> Self {
        let kinds = json!(["", "quickfix", "refactor", "source"]);
        Self(json!({
            "general": { "positionEncodings": ["utf-8", "utf-16", "utf-32"] },
            "window": {
                "workDoneProgress": true,
                "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } },
                "showDocument": { "support": true }
            },
            "workspace": {
                "applyEdit": true,
                "workspaceEdit": { "resourceOperations": ["rename", "create", "delete"] },
                "configuration": true,
                "didChangeConfiguration": { "dynamicRegistration": false },
                "didChangeWatchedFiles": { "dynamicRegistration": false, "relativePatternSupport": true },
                "workspaceFolders": true,
                "inlayHint": { "refreshSupport": true },
                "semanticTokens": { "refreshSupport": true }
            },
            "textDocument": {
                "synchronization": { "dynamicRegistration": false, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
                "publishDiagnostics": { "relatedInformation": true, "tagSupport": { "valueSet": [1, 2] }, "dataSupport": true },
                "diagnostic": { "dynamicRegistration": false, "tagSupport": { "valueSet": [1, 2] } },
                "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
                "definition": { "dynamicRegistration": true, "linkSupport": true },
                "typeDefinition": { "linkSupport": true },
                "references": { "dynamicRegistration": false },
                "documentHighlight": { "dynamicRegistration": false },
                "documentSymbol": { "dynamicRegistration": false, "hierarchicalDocumentSymbolSupport": true },
                "completion": {
                    "dynamicRegistration": false, "contextSupport": true,
                    "completionItem": {
                        "snippetSupport": true, "documentationFormat": ["markdown", "plaintext"],
                        "resolveSupport": { "properties": ["additionalTextEdits"] }
                    }
                },
                "codeAction": {
                    "dynamicRegistration": true, "isPreferredSupport": true, "dataSupport": true,
                    "resolveSupport": { "properties": ["edit", "command"] },
                    "codeActionLiteralSupport": { "codeActionKind": { "valueSet": kinds } }
                }
            },
            "experimental": { "griffier": { "status": true, "pages": true } }
        }))
    }

    /// A client that takes what it is sent: no pulling, no configuration, plain text.
    pub(crate) fn push_only() -> Self {
        Self(json!({
            "workspace": { "applyEdit": true, "didChangeWatchedFiles": { "dynamicRegistration": true } },
            "textDocument": {
                "synchronization": { "didSave": true },
                "publishDiagnostics": { "versionSupport": true },
                "hover": { "contentFormat": ["plaintext"] },
                "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } }
            },
            "experimental": { "griffier": { "status": true } }
        }))
    }

    /// The same client, counting columns in `unit` alone.
    pub(crate) fn counting_in(mut self, unit: &str) -> Self {
        self.0["general"]["positionEncodings"] = json!([unit]);
        self
    }

    /// The same client, with one capability (`/textDocument/hover`) put in the place of what it had.
    pub(crate) fn with(mut self, pointer: &str, value: Value) -> Self {
        let mut at = &mut self.0;
        for name in pointer.split('/').skip(1) {
            at = &mut at[name];
        }
        *at = value;
        self
    }

    /// Every client, by a name for failed tests.
    pub(crate) fn all() -> [(&'static str, Self); 4] {
        [
            ("minimal", Self::minimal()),
            ("VS Code", Self::vscode()),
            ("Neovim", Self::neovim()),
            ("push only", Self::push_only()),
        ]
    }
}
