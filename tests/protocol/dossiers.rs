//! What a client that shows dossiers and wordings in its own way asks for.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::WORKSPACE;
use crate::profile::Profile;
use crate::shared::PUBLISH;

const CITED: &str = "Kamer|stuk \n29 521, nr. 385";

fn paper<'a>(dossier: &'a Value, id: &str) -> &'a Value {
    let papers = dossier["papers"].as_array().unwrap();
    papers.iter().find(|paper| paper["id"] == id).unwrap_or_else(|| panic!("{id}: {dossier}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dossier_is_told_by_its_name_and_by_a_place_in_a_letter() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let brief = server.open("brief.txt", crate::fixtures::LETTER);
    server.quiescent().await;

    let place = server.at(&brief, CITED);
    let by_place = server.request("griffier/dossier", place).await;
    assert_eq!(by_place["dossier"], "29521");
    assert_eq!(by_place["label"], "29 521");
    assert_eq!(by_place["title"], "Nederlandse deelname aan vredesmissies");
    let ids: Vec<_> =
        by_place["papers"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["kst-29521-368", "kst-29521-385", "kst-29521-403", "kst-29521-404", "kst-29521-492"]);
    let own = paper(&by_place, "kst-29521-385");
    assert_eq!(own["label"], "29 521, nr. 385");
    assert_eq!(own["date"], "2019-09-05");
    assert_eq!(own["uri"], server.uri("letters/kst-29521-385.txt"));
    assert_eq!(own["citedBy"], 2);
    assert_eq!(own["cites"], json!(["kst-29521-368"]));
    assert_eq!(paper(&by_place, "kst-29521-492")["uri"], Value::Null);

    for name in ["29521", "29 521", "dossier/29521", "kst-29521-403", "Kamerstuk 29 521, nr. 9999"] {
        let by_name = server.request("griffier/dossier", json!({ "dossier": name })).await;
        assert_eq!(by_name, by_place, "{name}");
    }
    assert_eq!(server.request("griffier/dossier", json!({ "dossier": "gisteren" })).await, Value::Null);
    let beside = server.at(&brief, "Den |Haag");
    assert_eq!(server.request("griffier/dossier", beside).await, Value::Null);
    assert_eq!(server.refused("griffier/dossier", json!({})).await.code, -32602);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_letter_counts_as_it_is_in_the_editor_and_pages_are_named_where_they_are_fetched() {
    for (name, profile) in Profile::all() {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let paper_368 =
            "---\nidentifier: kst-29521-368\n---\nZie Kamerstuk 34 952, nr. 1 en Kamerstuk 34 952, nr. 1.\n";
        let open = server.open("letters/kst-29521-368.md", paper_368);
        let end = tokio::time::Instant::now() + crate::client::LIMIT;
        let dossier = loop {
            let found = server.request("griffier/dossier", json!({ "dossier": "29521" })).await;
            // A client without status cannot hear when the workspace has been read, and asks again.
            if found["others"].as_array().is_some_and(|others| !others.is_empty()) {
                break found;
            }
            assert!(tokio::time::Instant::now() < end, "{name}: {found}");
        };
        let changed = paper(&dossier, "kst-29521-368");
        assert_eq!(changed["cites"], json!(["kst-34952-1"]), "{name}");
        assert_eq!(changed["uri"], open, "{name}");
        assert_eq!(dossier["others"][0]["label"], "34 952, nr. 1", "{name}");
        let page = &paper(&dossier, "kst-29521-492")["page"];
        assert!(page.is_null() || page == "griffier:///kst-29521-492.md", "{name}: {page}");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_of_a_citation_in_each_style() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let brief = server.open("brief.txt", crate::fixtures::LETTER);
    server.quiescent().await;
    let ask = |style: Option<&str>| match style {
        Some(style) => json!({ "id": "29521-385", "style": style }),
        None => json!({ "id": "29521-385" }),
    };
    let answer = server.request("griffier/cite", ask(None)).await;
    assert_eq!(answer["papers"], json!(["kst-29521-385"]));
    assert_eq!(answer["text"], "Kamerstuk 29 521, nr. 385");
    assert_eq!(answer["style"], "kamer");
    let styles: Vec<_> = answer["styles"].as_array().unwrap().iter().map(|it| it["style"].clone()).collect();
    assert_eq!(styles, ["kamer", "leidraad", "aanwijzingen"]);
    assert_eq!(answer["styles"][0]["label"], "de Kamer");
    let answer = server.request("griffier/cite", ask(Some("leidraad"))).await;
    assert_eq!(answer["text"], "Kamerstukken II 2018/19, 29521, nr. 385");

    let place = server.at(&brief, "nrs. 3|68, 385 en 403");
    let answer = server.request("griffier/cite", place).await;
    assert_eq!(answer["papers"], json!(["kst-29521-368", "kst-29521-385", "kst-29521-403"]));
    assert_eq!(answer["text"], "Kamerstukken 29 521, nrs. 368, 385 en 403");
    let beside = server.at(&brief, "Den |Haag");
    assert_eq!(server.request("griffier/cite", beside).await, Value::Null);
    assert_eq!(server.refused("griffier/cite", json!({})).await.code, -32602);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_cites_a_paper_and_what_there_is() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let brief = server.open("brief.txt", crate::fixtures::LETTER);
    server.quiescent().await;
    let places = server.request("griffier/citing", json!({ "id": "kst-29521-368" })).await;
    let paper = server.uri("letters/kst-29521-385.txt");
    let place = places.as_array().unwrap().iter().find(|it| it["uri"] == paper).unwrap();
    assert_eq!(place["letter"], "kst-29521-385");
    assert!(place["words"].as_str().unwrap().contains("Kamerstuk 29 521,"), "{place}");
    assert_eq!(server.request("griffier/citing", json!({ "id": "gisteren" })).await, json!([]));

    let corpora = server.request("griffier/corpora", json!(null)).await;
    assert_eq!(corpora[0]["letters"], 3, "two on disk and the open one");
    assert_eq!(corpora[0]["complete"], true);
    assert_eq!(corpora[0]["lists"], json!([{ "name": "lijst.txt", "until": "2025-02-15", "papers": 9 }]));
    drop(brief);
    server.finish().await;
}
