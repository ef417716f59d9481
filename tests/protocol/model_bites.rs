//! The checker is worth something only if it refuses what is wrong.

use serde_json::{Value, json};

use crate::model::{Model, Side};

/// What the checker says of a call, or `fine`.
fn call(from: Side, message: &Value) -> String {
    Model::get().check_call(message, from).err().map_or("fine".to_owned(), |fault| fault.to_string())
}

/// What the checker says of the server's answer to a request, or `fine`.
fn answer(method: &str, message: &Value) -> String {
    let checked = Model::get().check_answer(message, method, Side::Server);
    checked.err().map_or("fine".to_owned(), |fault| fault.to_string())
}

fn hover(result: Value) -> String {
    answer("textDocument/hover", &json!({ "jsonrpc": "2.0", "id": 1, "result": result }))
}

fn publish(diagnostic: Value) -> String {
    let params = json!({ "uri": "file:///a.txt", "version": 3, "diagnostics": [diagnostic] });
    call(
        Side::Server,
        &json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params }),
    )
}

fn range() -> Value {
    json!({ "start": { "line": 0, "character": 3 }, "end": { "line": 0, "character": 9 } })
}

#[test]
fn sound_messages_are_let_through() {
    let position = json!({ "line": 2, "character": 0 });
    let hover_params = json!({ "textDocument": { "uri": "file:///a.txt" }, "position": position });
    let request =
        json!({ "jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": hover_params });
    assert_eq!(call(Side::Client, &request), "fine");
    assert_eq!(hover(Value::Null), "fine");
    assert_eq!(hover(json!({ "contents": { "kind": "markdown", "value": "x" }, "range": range() })), "fine");
    assert_eq!(hover(json!({ "contents": ["x", { "language": "nl", "value": "y" }] })), "fine");
    assert_eq!(
        publish(json!({ "range": range(), "severity": 2, "code": "missing-number", "message": "m" })),
        "fine"
    );
    assert_eq!(
        call(Side::Client, &json!({ "jsonrpc": "2.0", "id": 1, "method": "shutdown", "params": null })),
        "fine"
    );
    assert_eq!(
        call(Side::Client, &json!({ "jsonrpc": "2.0", "method": "griffier/unheard-of", "params": [1] })),
        "fine"
    );
    let own = json!({ "jsonrpc": "2.0", "method": "griffier/status", "params": { "quiescent": true, "health": "ok" } });
    assert_eq!(call(Side::Server, &own), "fine");
}

#[test]
fn a_missing_or_surplus_property_is_found() {
    assert_eq!(
        publish(json!({ "range": range() })),
        "textDocument/publishDiagnostics.diagnostics.0: no `message`"
    );
    assert_eq!(
        publish(json!({ "range": range(), "message": "m", "level": 2 })),
        "textDocument/publishDiagnostics.diagnostics.0: `level` is no property of it"
    );
    // The client may send what the specification does not know.
    let open = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument":
        { "uri": "file:///a", "languageId": "kamerbrief", "version": 1, "text": "", "novelty": 1 } } });
    assert_eq!(call(Side::Client, &open), "fine");
}

#[test]
fn null_is_not_the_same_as_absent() {
    assert_eq!(
        publish(json!({ "range": range(), "message": "m", "source": null })),
        "textDocument/publishDiagnostics.diagnostics.0.source: not a string: null"
    );
    assert_eq!(
        hover(json!({ "contents": "x", "range": null })),
        "answer.textDocument/hover.range: not an object: null"
    );
}

#[test]
fn wrong_types_are_found_deep_in_a_message() {
    let mut broken = range();
    broken["start"]["character"] = json!(-1);
    assert_eq!(
        publish(json!({ "range": broken, "message": "m" })),
        "textDocument/publishDiagnostics.diagnostics.0.range.start.character: not a uinteger: -1"
    );
    let mut huge = range();
    huge["end"]["line"] = json!(2_147_483_648_u32);
    assert!(publish(json!({ "range": huge, "message": "m" })).ends_with("not a uinteger: 2147483648"));
    assert!(publish(json!({ "range": range(), "message": 4 })).contains(".message: not a"));
    let report =
        json!({ "jsonrpc": "2.0", "id": 1, "result": { "kind": "full", "items": [{ "range": range() }] } });
    assert_eq!(
        answer("textDocument/diagnostic", &report),
        "answer.textDocument/diagnostic.items.0: no `message`"
    );
    let kind = json!({ "jsonrpc": "2.0", "id": 1, "result": { "kind": "whole", "items": [] } });
    assert!(answer("textDocument/diagnostic", &kind).contains("kind: not \""));
}

#[test]
fn closed_enumerations_are_closed() {
    assert!(
        publish(json!({ "range": range(), "message": "m", "severity": 5 }))
            .ends_with("DiagnosticSeverity: 5")
    );
    assert!(
        hover(json!({ "contents": { "kind": "html", "value": "" } })).ends_with("not a MarkupKind: \"html\"")
    );
    let action = |kind: &str| {
        let action = json!([{ "title": "t", "kind": kind }]);
        answer("textDocument/codeAction", &json!({ "jsonrpc": "2.0", "id": 1, "result": action }))
    };
    assert_eq!(action("quickfix.griffier"), "fine", "kinds of actions are open");
}

#[test]
fn a_range_runs_forward() {
    let backward = json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 0, "character": 9 } });
    assert!(hover(json!({ "contents": "x", "range": backward })).ends_with("ends before it starts"));
}

#[test]
fn addresses_are_addresses() {
    let location = json!([{ "uri": "letters/a.txt", "range": range() }]);
    let message = json!({ "jsonrpc": "2.0", "id": 1, "result": location });
    assert!(answer("textDocument/definition", &message).contains("uri: not a DocumentUri"));
}

#[test]
fn methods_run_in_their_direction() {
    let message = json!({ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {} });
    assert_eq!(call(Side::Server, &message), ": textDocument/hover from the Server");
    let message = json!({ "jsonrpc": "2.0", "id": 1, "method": "workspace/applyEdit", "params": {} });
    assert_eq!(call(Side::Client, &message), ": workspace/applyEdit from the Client");
    // A notification that is sent as a request is no method at all.
    let message = json!({ "jsonrpc": "2.0", "id": 1, "method": "window/logMessage", "params": {} });
    assert_eq!(call(Side::Server, &message), ": no such method: window/logMessage");
}

#[test]
fn the_envelope_is_checked() {
    assert_eq!(call(Side::Server, &json!({ "method": "griffier/status" })), ": not JSON-RPC 2.0");
    let message = json!({ "jsonrpc": "2.0", "method": "griffier/status" });
    assert_eq!(call(Side::Server, &message), "griffier/status: no params");
    assert_eq!(
        answer("shutdown", &json!({ "jsonrpc": "2.0", "id": 1 })),
        ": neither or both of result and error"
    );
    let both = json!({ "jsonrpc": "2.0", "id": 1, "result": null, "error": { "code": 1, "message": "" } });
    assert_eq!(answer("shutdown", &both), ": neither or both of result and error");
    let half = json!({ "jsonrpc": "2.0", "id": 1, "error": { "code": -32603 } });
    assert_eq!(answer("shutdown", &half), "error: no `message`");
    assert!(
        answer("shutdown", &json!({ "jsonrpc": "2.0", "id": 1, "result": {} })).ends_with("not a null: {}")
    );
}

#[test]
fn options_of_a_registration_are_those_of_its_method() {
    let register = |method: &str, options: Value| {
        let registration = json!({ "id": "1", "method": method, "registerOptions": options });
        let params = json!({ "registrations": [registration] });
        call(
            Side::Server,
            &json!({ "jsonrpc": "2.0", "id": 1, "method": "client/registerCapability", "params": params }),
        )
    };
    let watchers = json!({ "watchers": [{ "globPattern": "**/*.md", "kind": 7 }] });
    assert_eq!(register("workspace/didChangeWatchedFiles", watchers), "fine");
    assert!(register("workspace/didChangeWatchedFiles", json!({})).ends_with("no `watchers`"));
    assert!(register("textDocument/semanticTokens", json!({})).contains("no `"));
    assert!(register("textDocument/nothing", json!({})).ends_with("cannot be registered"));
}
