//! A fault of ours on one letter costs that letter one answer, never the server.

use serde_json::json;

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::letters::short;
use crate::profile::Profile;

/// A letter on which every question fails by a panic.
fn cursed() -> String {
    format!("{LETTER}\nHier rust een vloek op.\n")
}

/// Each question that an editor asks, and that it is answered with nothing.
async fn ask_everything(server: &mut TestServer, letter: &str) {
    assert_eq!(server.hover(letter, "(Kamer|stuk \n").await, None);
    assert_eq!(server.definition(letter, "(Kamer|stuk \n").await, []);
    let document = json!({ "uri": letter });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let links = server.request("textDocument/documentLink", json!({ "textDocument": document })).await;
    assert!(links.is_null() || links == json!([]), "{links}");
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    let actions = server.request("textDocument/codeAction", params).await;
    assert!(actions.is_null() || actions == json!([]), "{actions}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_is_told_once_for_a_version_and_the_next_is_tried() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("vloek", "").start().await;
    let well = server.open("wel.txt", LETTER);
    let ill = server.open("brief.txt", &cursed());
    ask_everything(&mut server, &ill).await;
    assert_eq!(short(&server.diagnostics(&ill).await), [""; 0]);
    ask_everything(&mut server, &ill).await;
    server.expect("window/showMessage").await;
    // Other letters are served as ever.
    assert!(server.hover(&well, "(Kamer|stuk \n").await.is_some());
    assert_eq!(server.unread("window/showMessage"), 0, "one message for one version");

    server.replace(&ill, "vloek", "zegen");
    assert!(server.hover(&ill, "(Kamer|stuk \n").await.is_some());
    server.same_text(&ill).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_in_a_job_of_our_own_leaves_the_server_alive() {
    let mut server = TestServer::builder()
        .files(&WORKSPACE)
        .profile(Profile::push_only())
        .trouble("vloek", "")
        .start()
        .await;
    let ill = server.open("brief.txt", &cursed());
    server.expect("window/showMessage").await;
    server.replace(&ill, "vloek", "zegen");
    assert_eq!(server.pushed(&ill, Some(2)).await, json!([]));
    assert!(server.hover(&ill, "(Kamer|stuk \n").await.is_some());
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_letter_opened_again_does_not_take_the_server_down() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("vloek", "").start().await;
    for _ in 0..5 {
        let ill = server.open("brief.txt", &cursed());
        ask_everything(&mut server, &ill).await;
        server.close(&ill);
    }
    server.expect("window/showMessage").await;
    server.ignore("window/showMessage");
    server.finish().await;
}
