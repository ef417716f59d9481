//! What may be said when, and what becomes of what may not.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::start::Builder;

const NOT_INITIALIZED: i64 = -32002;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;

/// A server that has been told nothing.
fn fresh() -> (Builder, TestServer) {
    let mut builder = TestServer::builder().files(&WORKSPACE);
    let server = builder.connect();
    (builder, server)
}

fn hover_params(server: &TestServer) -> Value {
    let position = json!({ "line": 0, "character": 0 });
    json!({ "textDocument": { "uri": server.uri("brief.txt") }, "position": position })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_initialize_nothing_is_answered() {
    let (builder, mut server) = fresh();
    let hover = hover_params(&server);
    for (method, params) in [
        ("textDocument/hover", hover),
        ("shutdown", Value::Null),
        ("griffier/documentState", json!({ "textDocument": { "uri": "file:///a" } })),
        ("textDocument/documentLink", json!({ "textDocument": { "uri": "file:///a" } })),
    ] {
        let refusal = server.try_request(method, params).await.unwrap_err();
        assert_eq!(refusal.code, NOT_INITIALIZED, "{method}");
    }
    // Notifications are dropped without a word.
    server.open("brief.txt", LETTER);
    let params = builder.initialize_params(&server);
    server.request("initialize", params).await;
    server.notify("initialized", json!({}));
    let letter = crate::letters::whole(&server.uri("brief.txt"));
    let refusal = server.try_request("griffier/documentState", letter).await.unwrap_err();
    assert_eq!(refusal.code, INVALID_PARAMS, "it was not opened before `initialize`");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn initialize_comes_once() {
    let (builder, mut server) = fresh();
    let params = builder.initialize_params(&server);
    server.request("initialize", params.clone()).await;
    server.notify("initialized", json!({}));
    let refusal = server.try_request("initialize", params).await.unwrap_err();
    assert_eq!(refusal.code, INVALID_REQUEST);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_shutdown_nothing_is_done() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    server.request("shutdown", Value::Null).await;
    let hover = server.at(&letter, "(Kamer|stuk \n");
    assert_eq!(server.try_request("textDocument/hover", hover).await.unwrap_err().code, INVALID_REQUEST);
    assert_eq!(server.try_request("shutdown", Value::Null).await.unwrap_err().code, INVALID_REQUEST);
    server.notify("exit", Value::Null);
    assert_eq!(server.exit_code().await, 0);
    server.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_exit_code_tells_whether_it_was_asked_for() {
    // Before anything else.
    let (_, mut server) = fresh();
    server.notify("exit", Value::Null);
    assert_eq!(server.exit_code().await, 1);
    server.settle().await;
    // Without `shutdown`.
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    server.notify("exit", Value::Null);
    assert_eq!(server.exit_code().await, 1);
    server.settle().await;
    // The input ends without a word; that of a client that crashed.
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    server.hang_up();
    assert_eq!(server.exit_code().await, 1);
    server.settle().await;
    // The input ends after `shutdown`, without `exit`: some clients do that, and nothing was lost.
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    server.request("shutdown", Value::Null).await;
    server.hang_up();
    assert_eq!(server.exit_code().await, 0);
    server.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unknown_methods_are_refused_and_unknown_notifications_ignored() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    for method in ["griffier/no-such-thing", "textDocument/unheardOf", "$/unheardOf"] {
        let refusal = server.try_request(method, json!({})).await.unwrap_err();
        assert_eq!(refusal.code, METHOD_NOT_FOUND, "{method}");
        server.notify(method, json!({}));
    }
    server.notify("$/cancelRequest", json!({ "id": 987 }));
    server.notify("$/progress", json!({ "token": "x", "value": 1 }));
    server.notify("$/setTrace", json!({ "value": "verbose" }));
    server.notify("$/setTrace", json!({ "value": "off" }));
    server.notify("window/workDoneProgress/cancel", json!({ "token": "x" }));
    // Answers to nothing are nothing.
    server.send(&json!({ "jsonrpc": "2.0", "id": 4711, "result": null }));
    server.send(&json!({ "jsonrpc": "2.0", "id": "x", "error": { "code": 1, "message": "nee" } }));
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_id_that_is_in_use_is_refused_and_the_first_is_answered() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("", "Voorzitter").start().await;
    let letter = server.open("brief.txt", LETTER);
    let params = server.at(&letter, "(Kamer|stuk \n");
    let (id, message) = server.prepare("textDocument/hover", params);
    server.send_unchecked(&message);
    server.send_unchecked(&message);
    assert_eq!(server.answer(&id).await.unwrap_err().code, INVALID_REQUEST);
    server.notify("$/cancelRequest", json!({ "id": id }));
    let answer = server.orphan().await;
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&id, &json!(-32800)), "{answer}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn our_work_is_traced_while_the_client_wants_to_hear_of_it() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.notify("$/setTrace", json!({ "value": "verbose" }));
    server.hover(&letter, "(Kamer|stuk \n").await;
    server.called_more("$/logTrace", 0).await;
    server.notify("$/setTrace", json!({ "value": "off" }));
    // From here on the watch fails the test at any trace; the state shows that the setting has arrived.
    server.same_text(&letter).await;
    server.hover(&letter, "(Kamer|stuk \n").await;
    for line in &server.lock().log {
        assert!(!line.to_string().contains("taakgroep"), "no text of a letter: {line}");
    }
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_parameters_are_refused_and_do_no_harm() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    let broken = [
        json!({}),
        json!([]),
        json!({ "textDocument": { "uri": letter } }),
        json!({ "textDocument": { "uri": 3 }, "position": { "line": 0, "character": 0 } }),
        json!({ "textDocument": { "uri": letter }, "position": { "line": -1, "character": 0 } }),
        json!({ "textDocument": { "uri": letter }, "position": { "line": "0", "character": 0 } }),
    ];
    for params in broken {
        let refusal = server.refused("textDocument/hover", params.clone()).await;
        assert_eq!(refusal.code, INVALID_PARAMS, "{params}");
        // The same as a notification that changes the text: there is nobody to tell.
        server.send_unchecked(
            &json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }),
        );
    }
    server.send_unchecked(&json!({ "jsonrpc": "2.0", "method": "textDocument/didChange" }));
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_of_every_kind_are_taken() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    for uri in [
        "file:///c%3A/Users/griffier/brief%20met%20spatie.txt",
        "file:///tmp/geïnformeerd.txt",
        "untitled:Untitled-1",
        "vscode-remote://ssh-remote%2Bhost/home/a.txt",
        "git:/a.txt?%7B%22ref%22%3A%22HEAD%22%7D",
    ] {
        server.open_as(uri, "kamerbrief", LETTER);
        server.same_text(uri).await;
        server.hover(uri, "(Kamer|stuk \n").await.expect(uri);
        server.close(uri);
    }
    server.finish().await;
}
