//! Every question is answered about the text as it was when it was asked.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::oracle::Edit;
use crate::wire::frame;

/// Changes the number of the broken citation to `to` and gives the message.
fn renumber(server: &mut TestServer, letter: &str, from: u32, to: u32) -> Edit {
    Edit { range: Some(server.range_of(letter, &from.to_string())), text: to.to_string() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_edits_and_hovers_and_none_is_stale() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", &LETTER.replace("385)", "1000)"));
    server.quiescent().await;
    let mut asked = Vec::new();
    for number in 1001..=2000 {
        let edit = renumber(&mut server, &letter, number - 1, number);
        server.edit(&letter, &[edit]);
        let hover = server.at(&letter, "(Kamer|stuk \n");
        asked.push((number, server.ask("textDocument/hover", hover)));
    }
    let mut stale = Vec::new();
    for (number, id) in asked {
        let hover = server.answer(&id).await.unwrap();
        let contents = hover["contents"]["value"].as_str().unwrap_or_default();
        if !contents.contains(&number.to_string()) {
            stale.push((number, contents.to_owned()));
        }
    }
    assert!(
        stale.is_empty(),
        "{} of 1000 hovers saw another text, the first {:?}",
        stale.len(),
        stale.first()
    );
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hover_glued_behind_a_burst_sees_its_end() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", &LETTER.replace("385)", "1000)"));
    let mut burst = Vec::new();
    for number in 1001..=1300 {
        let edit = renumber(&mut server, &letter, number - 1, number);
        burst.extend(server.prepare_edit(&letter, edit));
    }
    let (id, hover) = {
        let params = server.at(&letter, "(Kamer|stuk \n");
        server.prepare("textDocument/hover", params)
    };
    burst.extend(frame(&hover));
    server.send_bytes(burst);
    let hover = server.answer(&id).await.unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("1300"), "{hover}");
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn opening_and_closing_keep_their_place_among_questions() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let uri = server.uri("brief.txt");
    let mut asked: Vec<(bool, Value)> = Vec::new();
    for _ in 0..300 {
        server.open_as(&uri, "plaintext", LETTER);
        let params = json!({ "textDocument": { "uri": uri } });
        asked.push((true, server.ask("griffier/documentState", params.clone())));
        server.close(&uri);
        asked.push((false, server.ask("griffier/documentState", params)));
    }
    for (is_open, id) in asked {
        assert_eq!(server.answer(&id).await.is_ok(), is_open);
    }
    server.finish().await;
}
