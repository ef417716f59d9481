//! The watch is worth something only if it sees what was not offered.

use serde_json::{Value, json};

use crate::honesty::Watch;
use crate::profile::Profile;

/// A watch on a session that has begun with this client and this server.
fn begun(profile: Profile, declared: Value) -> (Watch, Vec<String>) {
    let mut watch = Watch::default();
    let params = json!({ "capabilities": profile.0, "processId": null, "rootUri": null });
    watch.client_says(&json!({ "id": 0, "method": "initialize", "params": params }));
    let answer = json!({ "id": 0, "result": { "capabilities": declared } });
    let faults = watch.server_answers("initialize", &answer);
    watch.client_says(&json!({ "method": "initialized", "params": {} }));
    (watch, faults)
}

/// What is dishonest in a request of the server to a client.
fn asks(profile: Profile, method: &str, params: Value) -> Vec<String> {
    let (mut watch, _) = begun(profile, json!({}));
    watch.server_calls(&json!({ "id": 1, "method": method, "params": params }))
}

/// What is dishonest in a result for a client.
fn answers(profile: Profile, method: &str, result: Value) -> Vec<String> {
    let (mut watch, _) = begun(profile, json!({}));
    watch.server_answers(method, &json!({ "id": 1, "result": result }))
}

#[test]
fn a_request_that_the_client_does_not_take() {
    for (method, params) in [
        ("workspace/configuration", json!({ "items": [] })),
        ("workspace/workspaceFolders", Value::Null),
        ("workspace/applyEdit", json!({ "edit": { "changes": {} } })),
        ("window/showDocument", json!({ "uri": "file:///a" })),
        ("window/workDoneProgress/create", json!({ "token": 1 })),
        ("workspace/diagnostic/refresh", Value::Null),
        ("workspace/inlayHint/refresh", Value::Null),
        ("griffier/status", json!({ "quiescent": true, "health": "ok" })),
        ("telemetry/event", json!({})),
    ] {
        assert_eq!(asks(Profile::minimal(), method, params.clone()).len(), 1, "{method}");
        let allowed = asks(Profile::vscode(), method, params).is_empty();
        assert_eq!(allowed, method != "telemetry/event", "{method}");
    }
}

#[test]
fn a_message_before_its_time() {
    let mut watch = Watch::default();
    let refresh = json!({ "id": 1, "method": "window/logMessage", "params": {} });
    assert_eq!(watch.server_calls(&refresh).len(), 1, "a request before `initialized`");
    let publish = json!({ "method": "textDocument/publishDiagnostics", "params": { "diagnostics": [] } });
    assert_eq!(watch.server_calls(&publish).len(), 1, "before the answer to `initialize`");
}

#[test]
fn a_registration_that_is_not_allowed_or_said_twice() {
    let register = |method: &str, id: &str| {
        let item = json!({ "id": id, "method": method, "registerOptions": { "watchers": [] } });
        json!({ "id": 1, "method": "client/registerCapability", "params": { "registrations": [item] } })
    };
    let (mut watch, _) = begun(Profile::neovim(), json!({}));
    assert_eq!(watch.server_calls(&register("workspace/didChangeWatchedFiles", "1")).len(), 1);
    let (mut watch, _) = begun(Profile::vscode(), json!({ "hoverProvider": true }));
    assert_eq!(watch.server_calls(&register("workspace/didChangeWatchedFiles", "1")), [""; 0]);
    assert_eq!(
        watch.server_calls(&register("workspace/didChangeConfiguration", "1")).len(),
        1,
        "the id is taken"
    );
    assert_eq!(watch.server_calls(&register("textDocument/hover", "2")).len(), 1, "declared already");
    assert_eq!(watch.server_calls(&register("textDocument/didSave", "3")), [""; 0]);
    let unregister = json!({ "unregisterations": [{ "id": "9", "method": "x" }] });
    let message = json!({ "id": 1, "method": "client/unregisterCapability", "params": unregister });
    assert_eq!(watch.server_calls(&message).len(), 1, "never registered");
}

#[test]
fn a_relative_pattern_for_a_client_that_does_not_know_them() {
    let pattern = json!({ "baseUri": "file:///a", "pattern": "**/*.md" });
    let options = json!({ "watchers": [{ "globPattern": pattern }] });
    let item = json!({ "id": "1", "method": "workspace/didChangeWatchedFiles", "registerOptions": options });
    let params = json!({ "registrations": [item] });
    assert_eq!(asks(Profile::vscode(), "client/registerCapability", params.clone()), [""; 0]);
    assert_eq!(asks(Profile::push_only(), "client/registerCapability", params).len(), 1);
}

#[test]
fn progress_that_nobody_gave_or_that_runs_wild() {
    let say = |watch: &mut Watch, value: Value| {
        watch
            .server_calls(&json!({ "method": "$/progress", "params": { "token": "t", "value": value } }))
            .len()
    };
    let begin = json!({ "kind": "begin", "title": "Brieven lezen" });
    let end = json!({ "kind": "end" });
    let (mut watch, _) = begun(Profile::vscode(), json!({}));
    assert_eq!(say(&mut watch, begin.clone()), 1, "without a token");

    let (mut watch, _) = begun(Profile::vscode(), json!({}));
    watch.server_calls(
        &json!({ "id": 7, "method": "window/workDoneProgress/create", "params": { "token": "t" } }),
    );
    assert_eq!(say(&mut watch, begin.clone()), 1, "before the client has agreed");
    watch.client_says(&json!({ "id": 7, "result": null }));
    assert_eq!(say(&mut watch, end.clone()), 0);
    assert_eq!(say(&mut watch, end.clone()), 1, "an end without a beginning");
    assert_eq!(say(&mut watch, json!({ "kind": "begin" })), 1, "no title");
    assert_eq!(watch.left_over().len(), 1, "never ended");
    assert_eq!(say(&mut watch, json!({ "kind": "report", "percentage": 101 })), 1);

    let (mut watch, _) = begun(Profile::vscode(), json!({}));
    watch.server_calls(
        &json!({ "id": 7, "method": "window/workDoneProgress/create", "params": { "token": "t" } }),
    );
    watch.client_says(&json!({ "id": 7, "error": { "code": 1, "message": "nee" } }));
    assert_eq!(say(&mut watch, begin), 1, "the client has refused");
}

#[test]
fn diagnostics_beyond_what_is_shown() {
    let publish = |profile: Profile, declared: Value, field: &str, value: Value| {
        let (mut watch, _) = begun(profile, declared);
        let params = match field {
            "version" => json!({ "diagnostics": [], "version": value }),
            field => json!({ "diagnostics": [{ field: value }] }),
        };
        watch.server_calls(&json!({ "method": "textDocument/publishDiagnostics", "params": params })).len()
    };
    for field in ["relatedInformation", "codeDescription", "data", "tags", "version"] {
        assert_eq!(publish(Profile::minimal(), json!({}), field, json!([])), 1, "{field}");
        assert_eq!(publish(Profile::vscode(), json!({}), field, json!([])), 0, "{field}");
    }
    assert_eq!(publish(Profile::vscode(), json!({}), "message", json!({ "kind": "markdown" })), 1);
    let pulls =
        json!({ "diagnosticProvider": { "interFileDependencies": true, "workspaceDiagnostics": false } });
    assert_eq!(publish(Profile::vscode(), pulls, "message", json!("x")), 1, "both pushed and pulled");
}

#[test]
fn declarations_that_the_client_cannot_use() {
    let declares = |profile: Profile, declared: Value| begun(profile, declared).1.len();
    for declared in [
        json!({ "positionEncoding": "utf-8" }),
        json!({ "diagnosticProvider": {} }),
        json!({ "workspace": { "workspaceFolders": { "supported": true } } }),
        json!({ "workspace": { "textDocumentContent": { "schemes": ["griffier"] } } }),
        json!({ "codeActionProvider": { "codeActionKinds": ["quickfix"] } }),
    ] {
        assert_eq!(declares(Profile::minimal(), declared.clone()), 1, "{declared}");
    }
    assert_eq!(
        declares(Profile::minimal(), json!({ "positionEncoding": "utf-16", "codeActionProvider": true })),
        0
    );
    assert_eq!(declares(Profile::vscode().counting_in("utf-8"), json!({ "positionEncoding": "utf-16" })), 1);
    assert_eq!(declares(Profile::vscode().counting_in("utf-8"), json!({})), 1, "silence is utf-16");
}

#[test]
fn answers_in_forms_that_the_client_does_not_know() {
    let markdown = json!({ "contents": { "kind": "markdown", "value": "" } });
    assert_eq!(answers(Profile::push_only(), "textDocument/hover", markdown.clone()).len(), 1);
    assert_eq!(answers(Profile::vscode(), "textDocument/hover", markdown).len(), 0);
    assert_eq!(
        answers(Profile::vscode(), "textDocument/hover", json!({ "contents": "x" })).len(),
        1,
        "deprecated"
    );
    assert_eq!(answers(Profile::minimal(), "textDocument/hover", Value::Null).len(), 0);

    let link = json!([{ "targetUri": "file:///a" }]);
    assert_eq!(answers(Profile::push_only(), "textDocument/definition", link.clone()).len(), 1);
    assert_eq!(answers(Profile::vscode(), "textDocument/definition", link).len(), 0);

    let tooltip = json!([{ "target": "https://a", "tooltip": "t" }]);
    assert_eq!(answers(Profile::neovim(), "textDocument/documentLink", tooltip).len(), 1);
    assert_eq!(
        answers(Profile::vscode(), "textDocument/documentLink", json!([{}])).len(),
        1,
        "links are not resolved"
    );
}

#[test]
fn code_actions_beyond_what_is_taken() {
    let offers =
        |profile: Profile, action: Value| answers(profile, "textDocument/codeAction", json!([action])).len();
    assert_eq!(offers(Profile::minimal(), json!({ "title": "t" })), 1, "a literal");
    assert_eq!(offers(Profile::push_only(), json!({ "title": "t", "isPreferred": true })), 1);
    assert_eq!(offers(Profile::push_only(), json!({ "title": "t", "data": 1 })), 1);
    assert_eq!(
        offers(Profile::vscode(), json!({ "title": "t", "command": "griffier.x" })),
        1,
        "never declared"
    );
    let versioned = json!({ "documentChanges": [{ "textDocument": {}, "edits": [] }] });
    assert_eq!(offers(Profile::neovim(), json!({ "title": "t", "edit": versioned })), 1);
    assert_eq!(offers(Profile::vscode(), json!({ "title": "t", "edit": versioned })), 0);
    let created = json!({ "documentChanges": [{ "kind": "create" }] });
    assert_eq!(offers(Profile::push_only(), json!({ "title": "t", "edit": created })), 2);
    let annotated = json!({ "changes": {}, "changeAnnotations": {} });
    assert_eq!(offers(Profile::neovim(), json!({ "title": "t", "edit": annotated })), 1);
}
