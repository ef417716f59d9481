//! What an editor asks of the corpus: who cites a paper, where else in the letter, its dossier, and what to write next.

use serde_json::{Value, json};

use crate::client::{LIMIT, TestServer};
use crate::fixtures::{LETTER, WORKSPACE};
use crate::profile::Profile;
use crate::shared::PUBLISH;

const CITED: &str = "Kamer|stuk 29 521, nr. 385";

fn letter() -> String {
    format!("{LETTER}\nVoor de volledigheid: zie ook 😀 Kamerstuk 29 521, nr. 385.\n")
}

async fn references(server: &mut TestServer, letter: &str, words: &str, declaration: bool) -> Vec<Value> {
    let mut params = server.at(letter, words);
    params["context"] = json!({ "includeDeclaration": declaration });
    let found = server.request("textDocument/references", params).await;
    found.as_array().cloned().unwrap_or_default()
}

/// The places that cite the paper, once a letter of the corpus is among them.
async fn references_with(server: &mut TestServer, letter: &str, file: &str) -> Vec<Value> {
    let end = tokio::time::Instant::now() + LIMIT;
    loop {
        let found = references(server, letter, CITED, true).await;
        if found.iter().any(|it| it["uri"] == server.uri(file)) {
            return found;
        }
        assert!(tokio::time::Instant::now() < end, "{found:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_is_found_wherever_it_is_cited() {
    for (name, profile) in Profile::all() {
        let mut server = TestServer::builder()
            .files(&WORKSPACE)
            .file("letters/notitie.md", "# Notitie\n\nEén zin. Zie *Kamerstuk* 29 521, nr. 385, p. 2.\n")
            .profile(profile)
            .start()
            .await;
        let brief = server.open("brief.txt", &letter());
        let found = references_with(&mut server, &brief, "letters/notitie.md").await;
        let at = |file: &str| found.iter().filter(|it| it["uri"] == server.uri(file)).count();
        assert_eq!(at("letters/kst-29521-385.txt"), 1, "{name}: {found:?}");
        assert_eq!(at("letters/notitie.md"), 1, "{name}: {found:?}");
        let here: Vec<_> = found.iter().filter(|it| it["uri"] == *brief).collect();
        for place in &here {
            assert!(server.words(&brief, &place["range"]).contains("385"), "{name}: {place}");
        }
        let without = references(&mut server, &brief, CITED, false).await;
        assert_eq!(without.len(), found.len() - 1, "{name}");

        let params = server.at(&brief, CITED);
        let lit = server.request("textDocument/documentHighlight", params.clone()).await;
        assert_eq!(lit.as_array().unwrap().len(), here.len(), "{name}: {lit}");
        let dossier = server.request("textDocument/typeDefinition", params).await;
        assert!(dossier.to_string().contains("29521.md"), "{name}: {dossier}");
        assert_eq!(references(&mut server, &brief, "Voor de |volledigheid", true).await, [Value::Null; 0]);
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_places_come_in_pieces_to_who_asks_for_them() {
    let many = "Zie Kamerstuk 29 521, nr. 385.\n".repeat(2_500);
    let mut server =
        TestServer::builder().files(&WORKSPACE).file("letters/register.txt", &many).start().await;
    let brief = server.open("brief.txt", &letter());
    server.quiescent().await;
    let whole = references(&mut server, &brief, CITED, false).await;
    assert!(whole.len() > 2_500, "{}", whole.len());

    let mut params = server.at(&brief, CITED);
    params["context"] = json!({ "includeDeclaration": false });
    params["partialResultToken"] = json!("stukken");
    let rest = server.request("textDocument/references", params).await;
    assert_eq!(rest, json!([]));
    let mut pieces = Vec::new();
    // All pieces have come before the answer.
    while server.unread("$/progress") > 0 {
        let piece = server.expect("$/progress").await;
        if piece["params"]["token"] == "stukken" {
            let items = piece["params"]["value"].as_array().unwrap().clone();
            assert!(items.len() <= 1_000);
            pieces.extend(items);
        }
    }
    assert_eq!(pieces, whole);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_offered_replaces_what_is_being_written() {
    for (name, profile) in Profile::all() {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let brief = server.open("concept.txt", "Een zin 😀 (Kamerstuk 29 521, nr. 3) en meer.\n");
        let params = server.at(&brief, "nr. 3|)");
        let end = tokio::time::Instant::now() + LIMIT;
        // A client without status cannot hear when the workspace has been read, and asks again.
        let items = loop {
            let list = server.request("textDocument/completion", params.clone()).await;
            let items = list["items"].as_array().cloned().unwrap_or_default();
            if items.len() > 1 {
                break items;
            }
            assert!(tokio::time::Instant::now() < end, "{name}: {list}");
        };
        let labels: Vec<_> = items.iter().map(|item| item["label"].as_str().unwrap()).collect();
        assert_eq!(labels, ["385", "368"], "{name}");
        let edit = &items[0]["textEdit"];
        assert_eq!(server.words(&brief, &edit["range"]), "3", "{name}");
        assert_eq!(edit["newText"], "385");
        if items[0]["data"].is_object() {
            let resolved = server.request("completionItem/resolve", items[0].clone()).await;
            assert!(resolved["documentation"].to_string().contains("29 521, nr. 385"), "{name}: {resolved}");
        }
        let params = server.at(&brief, "Een |zin");
        assert_eq!(server.request("textDocument/completion", params).await, Value::Null, "{name}");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_parts_of_a_letter_lie_within_each_other() {
    for (name, profile) in Profile::all() {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let brief = server.open("brief.txt", LETTER);
        let params = json!({ "textDocument": { "uri": brief } });
        let parts = server.request("textDocument/documentSymbol", params).await;
        let names: Vec<_> =
            parts.as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
        assert_eq!(names[0], "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "{name}");
        assert!(names.contains(&"Kamerstuk 29 521, nr. 385"), "{name}: {names:?}");
        for part in parts.as_array().unwrap() {
            // A place that the letter does not have fails within.
            let range = part.get("range").unwrap_or(&part["location"]["range"]);
            assert_ne!(server.words(&brief, range), "", "{name}: {part}");
        }
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn papers_and_dossiers_are_found_by_what_one_remembers() {
    for (name, profile) in Profile::all() {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let end = tokio::time::Instant::now() + LIMIT;
        for (typed, file, title) in [
            ("29 521, nr. 385", "letters/kst-29521-385.txt", "29 521, nr. 385 · BRIEF VAN DE MINISTERS"),
            ("minusma bijdrage", "letters/kst-29521-368.md", "29 521, nr. 368 · Nederlandse bijdrage"),
            ("brief bijdarge 2018", "letters/kst-29521-368.md", "29 521, nr. 368 · Nederlandse bijdrage"),
            ("vredesmis", "29521.md", "Dossier 29 521 · Nederlandse deelname aan vredesmissies"),
            ("29521 49", "29521-492.md", "29 521, nr. 492"),
        ] {
            let first = loop {
                let found = server.request("workspace/symbol", json!({ "query": typed })).await;
                // A client without status cannot hear when the workspace has been read, and asks again.
                let first = found.as_array().unwrap().first().cloned();
                if let Some(first) = first.filter(|first| first["name"].as_str().unwrap().starts_with(title))
                {
                    break first;
                }
                assert!(tokio::time::Instant::now() < end, "{name} {typed}: {found}");
            };
            assert!(first["location"]["uri"].as_str().unwrap().ends_with(file), "{name} {typed}: {first}");
        }
        let nothing = server.request("workspace/symbol", json!({ "query": "landbouwschap" })).await;
        assert_eq!(nothing, json!([]), "{name}");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}
