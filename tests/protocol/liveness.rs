//! The server goes on whatever the client does or leaves undone.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, PAPER_385, WORKSPACE};
use crate::profile::Profile;
use crate::shared::PUBLISH;

const CANCELLED: i64 = -32800;

/// A letter about which every question runs until it is cancelled.
const HEAVY: &str = "Dit is een loodzware brief (Kamerstuk 29 521, nr. 385).\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_answers_nothing_is_served_all_the_same() {
    let mut server = TestServer::builder().files(&WORKSPACE).silent().start().await;
    let letter = server.open("brief.txt", LETTER);
    for count in 0..1000 {
        match count % 5 {
            0 => server.notify("workspace/didChangeConfiguration", json!({ "settings": null })),
            1 => server.file_event("letters/kst-29521-385.txt", 2),
            2 => {
                let hello = LETTER.replace("Den Haag", &format!("Den Haag {count}"));
                server.replace_all(&letter, &hello);
            }
            3 => server.save(&letter),
            _ => server.replace(&letter, "Voorzitter", "Voorzitter "),
        }
    }
    server.same_text(&letter).await;
    let (words, _) = server.hover(&letter, "(Kamer|stuk \n").await.expect("a hover");
    assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
    server.diagnostics(&letter).await;
    // Of what was not answered nothing is asked a thousand times.
    for method in
        ["workspace/configuration", "workspace/diagnostic/refresh", "window/workDoneProgress/create"]
    {
        assert!(server.calls(method) <= 400, "{method}: {}", server.calls(method));
    }
    server.ignore("window/showMessage");
    server.finish_silent().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_left_unanswered_holds_up_nothing_that_is_sent() {
    // It is asked for its settings and for room to show progress, and hears of findings behind that.
    let mut server =
        TestServer::builder().files(&WORKSPACE).profile(Profile::neovim()).silent().start().await;
    let start = Instant::now();
    for number in [1, 2, 3] {
        let letter = server.open(&format!("brief-{number}.txt"), "Zie Kamerstuk 295 21, nr. 385.\n");
        server.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
        server.pushed_when(&letter, |list| !list.is_empty()).await;
    }
    // Less than we wait for a single answer.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    server.ignore(PUBLISH);
    server.finish_silent().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancel_is_answered_within_a_hundred_milliseconds() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("", "loodzware").start().await;
    let letter = server.open("zwaar.txt", HEAVY);
    // On a machine that does other things a single measurement says little; the best of some says what the server can do.
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let hover = server.at(&letter, "(Kamer|stuk");
        let heavy = server.ask("textDocument/hover", hover);
        // An answer shows that the request before it has been taken up.
        server.same_text(&letter).await;
        assert!(!server.is_answered(&heavy));
        let start = Instant::now();
        server.notify("$/cancelRequest", json!({ "id": heavy }));
        assert_eq!(server.answer(&heavy).await.unwrap_err().code, CANCELLED);
        best = best.min(start.elapsed());
    }
    assert!(best < Duration::from_millis(100), "{best:?}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_light_request_does_not_wait_for_a_heavy_one() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("", "loodzware").start().await;
    let heavy = server.open("zwaar.txt", HEAVY);
    let light = server.open("brief.txt", LETTER);
    server.hover(&light, "(Kamer|stuk \n").await;
    let hover = server.at(&heavy, "(Kamer|stuk");
    let stalled = server.ask("textDocument/hover", hover);
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        server.hover(&light, "(Kamer|stuk \n").await.expect("a hover");
        best = best.min(start.elapsed());
    }
    assert!(best < Duration::from_millis(100), "{best:?}");
    assert!(!server.is_answered(&stalled));
    server.notify("$/cancelRequest", json!({ "id": stalled }));
    assert_eq!(server.answer(&stalled).await.unwrap_err().code, CANCELLED);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancel_works_behind_two_hundred_heavy_requests() {
    let mut server = TestServer::builder().files(&WORKSPACE).trouble("", "loodzware").start().await;
    let letter = server.open("zwaar.txt", HEAVY);
    let hover = server.at(&letter, "(Kamer|stuk");
    let heavy: Vec<Value> = (0..200).map(|_| server.ask("textDocument/hover", hover.clone())).collect();
    server.replace(&letter, "Dit is", "Dit was");
    let start = Instant::now();
    server.notify("$/cancelRequest", json!({ "id": heavy[199] }));
    assert_eq!(server.answer(&heavy[199]).await.unwrap_err().code, CANCELLED);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    for id in &heavy[..199] {
        server.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in &heavy[..199] {
        assert_eq!(server.answer(id).await.unwrap_err().code, CANCELLED);
    }
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_requests_about_a_long_letter_are_all_answered() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let long = LETTER.repeat(150);
    let letter = server.open("lang.txt", &long);
    let mut asked = Vec::new();
    for count in 0..200 {
        let document = json!({ "uri": letter });
        asked.push(match count % 4 {
            0 => server.ask("textDocument/diagnostic", json!({ "textDocument": document })),
            1 => server.ask("textDocument/documentLink", json!({ "textDocument": document })),
            2 => {
                let params = server.at(&letter, "(Kamer|stuk \n");
                server.ask("textDocument/hover", params)
            }
            _ => {
                let everything = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 1300, "character": 0 } });
                let context = json!({ "diagnostics": [] });
                let params = json!({ "textDocument": document, "range": everything, "context": context });
                server.ask("textDocument/codeAction", params)
            }
        });
        if count == 100 {
            server.replace(&letter, "Den Haag", "'s-Gravenhage");
        }
    }
    for id in asked {
        // One that the edit overtook may be given back to be asked anew.
        if let Err(refusal) = server.answer(&id).await {
            assert_eq!(refusal.code, -32801, "{refusal:?}");
        }
    }
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_stops_reading_catches_up() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    server.gate.close();
    let mut asked = Vec::new();
    // Five seconds of typing, as fast as nobody types.
    let mut pace = tokio::time::interval(Duration::from_millis(10));
    for count in 0..500 {
        pace.tick().await;
        let hello = format!("Den Haag{}", "!".repeat(count % 50 + 1));
        server.replace_all(&letter, &LETTER.replace("Den Haag", &hello));
        let hover = server.at(&letter, "(Kamer|stuk \n");
        asked.push(server.ask("textDocument/hover", hover.clone()));
        let params = json!({ "textDocument": { "uri": letter } });
        asked.push(server.ask("textDocument/diagnostic", params));
    }
    assert!(!server.is_answered(&asked[999]));
    server.gate.open();
    for id in asked {
        if let Err(refusal) = server.answer(&id).await {
            assert_eq!(refusal.code, -32801, "{refusal:?}");
        }
    }
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reading_a_corpus_shows_its_progress_and_ends_it() {
    let mut builder = TestServer::builder().files(&WORKSPACE);
    for number in 0..300 {
        let name = format!("letters/kst-29521-{}.txt", 1000 + number);
        builder = builder.file(&name, &PAPER_385.replace("Nr. 385", &format!("Nr. {}", 1000 + number)));
    }
    let mut server = builder.start().await;
    let letter = server.open("brief.txt", &LETTER.replace("385)", "1299)"));
    // Answers come also while the corpus is being read.
    assert!(server.hover(&letter, "(Kamer|stuk \n").await.is_some());
    server.quiescent().await;
    assert_eq!(
        server.target(&letter, "(Kamer|stuk \n").await,
        Some(server.uri("letters/kst-29521-1299.txt"))
    );
    server.finish().await;
}
