//! Frames as they should not be: each is answered or forgotten, and the server lives on.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::wire::frame;

const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;

async fn started() -> (TestServer, String) {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    (server, letter)
}

/// A head of our own before a message.
fn with_head(message: &Value, head: &str) -> Vec<u8> {
    let body = message.to_string();
    format!("{}{body}", head.replace('@', &body.len().to_string())).into_bytes()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_are_read_in_every_case_and_order() {
    let (mut server, letter) = started().await;
    for head in [
        "content-length: @\r\n\r\n",
        "CONTENT-LENGTH:@\r\n\r\n",
        "Content-Length:   @  \r\n\r\n",
        "Content-Type: application/vscode-jsonrpc\r\nContent-Length: @\r\n\r\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: @\r\n\r\n",
        "Content-Length: @\r\nContent-Type: application/json; charset=utf8\r\n\r\n",
        "Content-Length: @\r\nX-Novelty: 1\r\nContent-Type: application/vscode-jsonrpc; charset=\"utf-8\"\r\n\r\n",
        "Content-Length: @\n\n",
        "\r\nContent-Length: @\r\n\r\n",
    ] {
        let (id, message) =
            server.prepare("griffier/documentState", json!({ "textDocument": { "uri": letter } }));
        server.send_bytes(with_head(&message, head));
        let state = server.answer(&id).await.unwrap_or_else(|refusal| panic!("{head:?}: {refusal:?}"));
        assert_eq!(state["version"], 1, "{head:?}");
    }
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn frames_may_come_in_any_pieces() {
    let (mut server, letter) = started().await;
    let params = json!({ "textDocument": { "uri": letter } });
    let (first, one) = server.prepare("griffier/documentState", params.clone());
    for byte in frame(&one) {
        server.send_bytes(vec![byte]);
    }
    server.answer(&first).await.unwrap();
    let (second, two) = server.prepare("griffier/documentState", params.clone());
    let (third, three) = server.prepare("griffier/documentState", params);
    server.send_bytes([frame(&two), frame(&three)].concat());
    server.answer(&third).await.unwrap();
    server.answer(&second).await.unwrap();
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn broken_frames_are_told_and_the_next_is_read() {
    let (mut server, letter) = started().await;
    let body = |body: &[u8]| [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat();
    let cases: Vec<(&str, Vec<u8>, i64)> = vec![
        ("no JSON", body(b"{\"jsonrpc\": \"2.0\", "), PARSE_ERROR),
        ("words", body(b"hallo"), PARSE_ERROR),
        ("no UTF-8", body(b"{\"jsonrpc\": \"2.0\", \"method\": \"\xFF\"}"), PARSE_ERROR),
        ("no length", b"Content-Type: application/json\r\n\r\n".to_vec(), PARSE_ERROR),
        ("a length in words", b"Content-Length: drie\r\n\r\n{}".to_vec(), PARSE_ERROR),
        ("a length below nothing", b"Content-Length: -3\r\n\r\n{}".to_vec(), PARSE_ERROR),
        ("a length beyond all", b"Content-Length: 99999999999999999999\r\n\r\n{}".to_vec(), PARSE_ERROR),
        ("no head", b"zomaar wat tekst\r\n\r\n".to_vec(), PARSE_ERROR),
        ("nothing", body(b""), PARSE_ERROR),
        ("a batch", body(b"[]"), INVALID_REQUEST),
        ("a batch of one", body(br#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#), INVALID_REQUEST),
        ("a string", body(b"\"hallo\""), INVALID_REQUEST),
        ("an empty object", body(b"{}"), INVALID_REQUEST),
        ("an old version", body(br#"{"jsonrpc":"1.0","id":null,"method":"shutdown"}"#), INVALID_REQUEST),
    ];
    for (name, bytes, code) in cases {
        server.send_bytes(bytes);
        let error = server.orphan().await;
        assert_eq!(
            (error["id"].clone(), error["error"]["code"].as_i64()),
            (Value::Null, Some(code)),
            "{name}: {error}"
        );
        server.same_text(&letter).await;
    }
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_length_that_lies_costs_one_frame_at_most() {
    let (mut server, letter) = started().await;
    let params = json!({ "textDocument": { "uri": letter } });
    for lie in [-5, 40] {
        let (id, message) = server.prepare("griffier/documentState", params.clone());
        let body = message.to_string();
        let length = i64::try_from(body.len()).unwrap() + lie;
        server.send_bytes(format!("Content-Length: {length}\r\n\r\n{body}").into_bytes());
        let next = server.ask("griffier/documentState", params.clone());
        server.answer(&next).await.unwrap();
        let error = server.orphan().await;
        assert_eq!(error["error"]["code"], PARSE_ERROR, "{lie}");
        server.forget(&id);
    }
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_very_long_frame_is_read() {
    let (mut server, letter) = started().await;
    let long = format!("{LETTER}{}", "Hieronder volgt de bijlage. ".repeat(300_000));
    server.replace_all(&letter, &long);
    server.same_text(&letter).await;
    // It is kept in step, but larger than any letter, and that is said.
    let told = server.expect("window/showMessage").await;
    assert!(told["params"]["message"].as_str().is_some_and(|text| text.contains("5 MB")), "{told}");
    server.replace_all(&letter, LETTER);
    server.same_text(&letter).await;
    server.finish().await;
}
