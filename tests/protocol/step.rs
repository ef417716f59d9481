//! A client whose edits cannot be meant for our text: nothing is guessed, it is said once, and a whole text heals.

use serde_json::json;

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::letters::{hash, short};
use crate::oracle::{Edit, Place};
use crate::profile::Profile;

async fn opened() -> (TestServer, String) {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    (server, letter)
}

fn insert(at: Place, text: &str) -> Edit {
    Edit { range: Some((at, at)), text: text.to_owned() }
}

/// Sends something impossible and sees that it is told once, and that nothing is said of the letter any more.
async fn lose(server: &mut TestServer, letter: &str, version: i32, edit: Edit) {
    server.send_edits(letter, version, &[edit]);
    server.expect("window/showMessage").await;
    assert_eq!(server.state(letter).await, None, "no text is claimed");
    // What is said of a text that the client does not have would be said of the wrong words.
    assert_eq!(server.hover(letter, "(Kamer|stuk \n").await, None);
    assert_eq!(short(&server.diagnostics(letter).await), [""; 0]);
    // More of the same is not told again: an unread message would fail the test at its end.
    for later in 1..4 {
        server.send_edits(letter, version + later, &[insert((0, 0), "x")]);
    }
    assert_eq!(server.state(letter).await, None);
}

/// The letter is whole again, and the server speaks of it.
async fn healed(server: &mut TestServer, letter: &str) {
    server.same_text(letter).await;
    let (words, _) = server.hover(letter, "(Kamer|stuk \n").await.expect("the hover is back");
    assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn impossible_edits_are_healed_by_a_whole_text() {
    let backward = Edit { range: Some(((3, 0), (2, 0))), text: String::new() };
    for edit in [insert((400, 0), "x"), insert((u32::MAX >> 1, 7), "x"), backward] {
        let (mut server, letter) = opened().await;
        lose(&mut server, &letter, 2, edit).await;
        server.open.get_mut(&letter).unwrap().version = 9;
        server.replace_all(&letter, LETTER);
        healed(&mut server, &letter).await;
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_does_not_grow_is_out_of_step() {
    for version in [1, 0, -4] {
        let (mut server, letter) = opened().await;
        lose(&mut server, &letter, version, insert((0, 0), "x")).await;
        server.open.get_mut(&letter).unwrap().version = 9;
        server.replace_all(&letter, LETTER);
        healed(&mut server, &letter).await;
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_may_skip_some() {
    let (mut server, letter) = opened().await;
    server.open.get_mut(&letter).unwrap().version = 41;
    server.replace(&letter, "Den Haag", "'s-Gravenhage");
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn opening_anew_heals_with_or_without_closing() {
    for close in [true, false] {
        let (mut server, letter) = opened().await;
        lose(&mut server, &letter, 2, insert((400, 0), "x")).await;
        if close {
            server.close(&letter);
        }
        server.open_as(&letter, "plaintext", LETTER);
        healed(&mut server, &letter).await;
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn saving_heals_since_the_text_comes_along() {
    let (mut server, letter) = opened().await;
    lose(&mut server, &letter, 2, insert((400, 0), "x")).await;
    assert!(server.saves_with_text(), "the text of a save was asked for");
    let held = server.open.get_mut(&letter).unwrap();
    held.version = 5;
    server.save(&letter);
    let (_, found) = server.state(&letter).await.expect("the letter is back");
    assert_eq!(found, hash(LETTER));
    server.open.get_mut(&letter).unwrap().version = 7;
    server.replace(&letter, "Den Haag", "'s-Gravenhage");
    healed(&mut server, &letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_text_amid_impossible_edits_is_what_counts() {
    let (mut server, letter) = opened().await;
    let edits =
        [insert((400, 0), "x"), Edit { range: None, text: LETTER.to_owned() }, insert((0, 0), "Concept. ")];
    server.send_edits(&letter, 2, &edits);
    assert_eq!(server.state(&letter).await, Some((2, hash(&format!("Concept. {LETTER}")))));
    server.ignore("window/showMessage");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_of_letters_that_are_not_open_do_no_harm() {
    let (mut server, letter) = opened().await;
    let other = server.uri("onbekend.txt");
    server.send_edits(&other, 3, &[insert((0, 0), "x")]);
    server.notify("textDocument/didClose", json!({ "textDocument": { "uri": other } }));
    server.notify("textDocument/didSave", json!({ "textDocument": { "uri": other } }));
    let params = json!({ "textDocument": { "uri": other }, "position": { "line": 0, "character": 0 } });
    assert!(server.request("textDocument/hover", params).await.is_null());
    healed(&mut server, &letter).await;
    server.ignore("window/showMessage");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_past_the_line_are_its_end_and_no_mistake() {
    for unit in crate::profile::UNITS {
        let profile = Profile::vscode().counting_in(unit);
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let letter = server.open("brief.txt", LETTER);
        server.edit(&letter, &[insert((2, 4000), "."), insert((0, u32::MAX >> 1), "!")]);
        server.same_text(&letter).await;
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn positions_that_do_not_exist_are_answered_with_nothing() {
    let (mut server, letter) = opened().await;
    for (line, character) in [(4000, 0), (0, 4000), (i32::MAX, i32::MAX)] {
        let at = json!({ "line": line, "character": character });
        let document = json!({ "uri": letter });
        for method in ["textDocument/hover", "textDocument/definition"] {
            server.request(method, json!({ "textDocument": document, "position": at })).await;
        }
        let range = json!({ "start": at, "end": at });
        let context = json!({ "diagnostics": [] });
        let params = json!({ "textDocument": document, "range": range, "context": context });
        server.request("textDocument/codeAction", params).await;
    }
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_length_that_lies_beside_its_range_is_of_no_account() {
    let (mut server, letter) = opened().await;
    let range = crate::letters::range(server.range_of(&letter, "Den Haag"));
    let change = json!({ "range": range, "rangeLength": 4000, "text": "'s-Gravenhage" });
    let document = json!({ "uri": letter, "version": 2 });
    server.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    let text = LETTER.replace("Den Haag", "'s-Gravenhage");
    assert_eq!(server.state(&letter).await, Some((2, hash(&text))));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_holds_no_change_is_a_new_version() {
    let (mut server, letter) = opened().await;
    server.edit(&letter, &[]);
    server.same_text(&letter).await;
    server.finish().await;
}
