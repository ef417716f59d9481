//! Notes are made, answered, changed, found and taken away by commands and requests.

use std::fs;

use serde_json::{Value, json};

use super::{LETTER, rich, start};
use crate::client::TestServer;
use crate::fixtures::WORKSPACE;
use crate::profile::Profile;
use crate::shared::PUBLISH;

const CHANGED: &str = "griffier/annotationsChanged";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_lives_from_its_making_to_its_end() {
    let (mut server, letter) = start(rich()).await;
    assert_eq!(server.notes(&letter).await, [Value::Null; 0]);
    let range = server.stretch(&letter, "zeg u toe");
    let added = json!({ "uri": letter, "range": range, "body": "Voor *juli*.", "tags": ["Toezegging"], "papers": ["29 521, nr. 385"] });
    let id = server.run("griffier.note.add", added).await;
    let changed = server.expect(CHANGED).await;
    assert_eq!(changed["params"]["uris"], json!([letter]));

    let answer =
        server.run("griffier.note.reply", json!({ "uri": letter, "id": id, "body": "Welk jaar?" })).await;
    let notes = server.notes(&letter).await;
    let [note] = &notes[..] else { panic!("{notes:#?}") };
    assert_eq!((&note["id"], &note["range"], &note["quote"]), (&id, &range, &json!("zeg u toe")));
    assert_eq!((&note["tags"], &note["papers"]), (&json!(["toezegging"]), &json!(["kst-29521-385"])));
    assert_eq!((&note["creator"], &note["motivation"]), (&json!("A. de Vries"), &json!("commenting")));
    assert_eq!(
        (&note["state"], &note["whole"], &note["orphan"]),
        (&json!("open"), &json!(false), &json!(false))
    );
    assert_eq!((&note["replies"][0]["id"], &note["replies"][0]["body"]), (&answer, &json!("Welk jaar?")));

    server
        .run(
            "griffier.note.edit",
            json!({ "uri": letter, "id": id, "body": "Voor augustus.", "tags": ["termijn"] }),
        )
        .await;
    server.run("griffier.note.edit", json!({ "uri": letter, "id": answer, "body": "2026" })).await;
    server.run("griffier.note.resolve", json!({ "uri": letter, "id": id })).await;
    let note = server.notes(&letter).await.remove(0);
    assert_eq!(
        (&note["body"], &note["tags"], &note["papers"]),
        (&json!("Voor augustus."), &json!(["termijn"]), &json!(["kst-29521-385"]))
    );
    assert_eq!((&note["state"], &note["replies"][0]["body"]), (&json!("resolved"), &json!("2026")));
    server.run("griffier.note.reopen", json!({ "uri": letter, "id": id })).await;
    assert_eq!(server.notes(&letter).await[0]["state"], "open");

    // The letter itself was never touched, and an edit above the passage takes the note along.
    assert_eq!(fs::read_to_string(server.path("brief.txt")).unwrap(), LETTER);
    server.type_behind(&letter, "Voorzitter,", "\n\nDank voor uw brief.");
    let moved = server.stretch(&letter, "zeg u toe");
    assert_eq!(server.notes(&letter).await[0]["range"], moved);

    server.run("griffier.note.delete", json!({ "uri": letter, "id": id })).await;
    assert_eq!(server.notes(&letter).await, [Value::Null; 0]);
    assert!(!server.path("brief.txt.annotations.json").exists(), "nothing is left, not even the answer");
    server.ignore(CHANGED);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_orphan_is_attached_to_a_place_that_somebody_chose() {
    let (mut server, letter) = start(rich()).await;
    let range = server.stretch(&letter, "zeg u toe de Kamer");
    let id = server
        .run("griffier.note.add", json!({ "uri": letter, "range": range, "tags": ["toezegging"] }))
        .await;
    server.replace_all(&letter, "Geachte Voorzitter,\nOver vissen in de Noordzee valt niets te melden.\n");
    let orphan = server.notes(&letter).await.remove(0);
    assert_eq!((&orphan["orphan"], &orphan["range"]), (&json!(true), &Value::Null), "{orphan:#}");
    assert_eq!(orphan["quote"], "zeg u toe de Kamer");
    for candidate in orphan["candidates"].as_array().unwrap() {
        assert!((0.0..=1.0).contains(&candidate["score"].as_f64().unwrap()), "{candidate}");
    }
    let filter = json!({ "filter": { "state": "orphan" } });
    let all = server.request("griffier/annotations", filter).await;
    assert_eq!((&all["letters"][0]["orphans"], &all["letters"][0]["notes"][0]["id"]), (&json!(1), &id));

    let range = server.stretch(&letter, "vissen in de Noordzee");
    server.run("griffier.note.reattach", json!({ "uri": letter, "id": id, "range": range })).await;
    let note = server.notes(&letter).await.remove(0);
    assert_eq!(
        (&note["range"], &note["quote"], &note["orphan"]),
        (&range, &json!("vissen in de Noordzee"), &json!(false))
    );
    server.ignore(CHANGED);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_of_all_letters_are_found_by_what_is_asked_for() {
    let (mut server, letter) = start(Profile::neovim()).await;
    let range = server.stretch(&letter, "de Kamer voor de zomer");
    server
        .run(
            "griffier.note.add",
            json!({ "uri": letter, "range": range, "body": "Wanneer precies?", "motivation": "questioning" }),
        )
        .await;
    // A letter that is not open, as a whole.
    let paper = server.uri("letters/kst-29521-385.txt");
    server
        .run(
            "griffier.note.add",
            json!({ "uri": paper, "range": null, "tags": ["motie"], "papers": ["kst-29521-3"] }),
        )
        .await;
    for (filter, expected) in [
        (json!({}), vec!["questioning", "tagging"]),
        (json!({ "tags": ["motie", "besluit"] }), vec!["tagging"]),
        (json!({ "text": "precies zomer" }), vec!["questioning"]),
        (json!({ "creator": "vries" }), vec!["questioning", "tagging"]),
        (json!({ "creator": "jansen" }), vec![]),
        (json!({ "paper": "Kamerstuk 29 521, nr. 3" }), vec!["tagging"]),
        (json!({ "paper": "niets" }), vec![]),
        (json!({ "state": "open" }), vec!["questioning", "tagging"]),
        (json!({ "state": "resolved" }), vec![]),
    ] {
        let found = server.request("griffier/annotations", json!({ "filter": filter })).await;
        let letters = found["letters"].as_array().unwrap();
        let notes = letters.iter().flat_map(|letter| letter["notes"].as_array().unwrap());
        let kinds: Vec<&str> = notes.map(|note| note["motivation"].as_str().unwrap()).collect();
        assert_eq!(kinds, expected, "{filter}");
    }
    let note = server.notes(&paper).await.remove(0);
    assert_eq!((&note["whole"], &note["range"], &note["quote"]), (&json!(true), &Value::Null, &Value::Null));
    server.ignore(PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_done_is_said_in_words() {
    let (mut server, letter) = start(rich()).await;
    let whole = |words: Value| {
        let mut argument = json!({ "uri": letter, "range": null });
        argument.as_object_mut().unwrap().extend(words.as_object().unwrap().clone());
        argument
    };
    for (command, argument, says) in [
        ("griffier.note.add", whole(json!({})), "zegt niets"),
        ("griffier.note.add", whole(json!({ "papers": ["de brief"] })), "“de brief” is geen stuk"),
        ("griffier.note.resolve", json!({ "uri": letter, "id": "urn:uuid:weg" }), "er niet meer"),
        (
            "griffier.note.add",
            json!({ "uri": "file:///elders/x.txt", "range": null, "body": "a" }),
            "griffier.toml",
        ),
    ] {
        let (code, sentence) = server.run_in_vain(command, argument).await;
        assert_eq!(code, -32803, "{sentence}");
        assert!(sentence.contains(says), "{sentence}");
        let shown = server.expect("window/showMessage").await;
        assert_eq!(shown["params"]["message"], sentence);
    }
    for argument in [json!({ "uri": letter }), json!({}), json!({ "uri": letter, "id": 3 })] {
        let (code, _) = server.run_in_vain("griffier.note.resolve", argument).await;
        assert_eq!(code, -32602);
    }
    let wrong = whole(json!({ "body": "a", "motivation": "replying" }));
    assert_eq!(server.run_in_vain("griffier.note.add", wrong).await.0, -32602);

    // A file of notes that is none is left alone, and told of.
    let sidecar = server.path("brief.txt.annotations.json");
    fs::write(&sidecar, "{ kapot").unwrap();
    let (_, sentence) = server.run_in_vain("griffier.note.add", whole(json!({ "body": "a" }))).await;
    assert!(sentence.contains("niet te lezen"), "{sentence}");
    let told = server.request("griffier/annotations", json!({ "textDocument": { "uri": letter } })).await;
    assert!(told["letters"][0]["unreadable"].as_str().unwrap().contains("niet te lezen"));
    assert_eq!(fs::read_to_string(&sidecar).unwrap(), "{ kapot");
    server.ignore("window/showMessage");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_program_writes_is_told_and_seen() {
    let (mut server, letter) = start(rich()).await;
    server.run("griffier.note.add", json!({ "uri": letter, "range": null, "body": "eerst" })).await;
    server.expect(CHANGED).await;
    let sidecar = server.path("brief.txt.annotations.json");
    let text = fs::read_to_string(&sidecar).unwrap();
    fs::write(&sidecar, text.replace("\"eerst\"", "\"later\"")).unwrap();
    server.file_event("brief.txt.annotations.json", 2);
    let changed = server.expect(CHANGED).await;
    assert_eq!(changed["params"]["uris"], json!([letter]));
    assert_eq!(server.notes(&letter).await[0]["body"], "later");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_told_in_the_language_of_the_server() {
    for (language, label) in [("nl", "feit te controleren"), ("en", "fact to check")] {
        let settings = json!({ "language": language });
        let mut server = TestServer::builder().files(&WORKSPACE).settings(settings).start().await;
        server.quiescent().await;
        let told = server.request("griffier/tags", json!({})).await;
        assert_eq!((told["closed"].clone(), told["tags"].as_array().unwrap().len()), (json!(false), 10));
        assert_eq!(
            (&told["tags"][6]["name"], &told["tags"][6]["label"]),
            (&json!("feit te controleren"), &json!(label))
        );
        assert_eq!(told["tags"][6]["color"], "#b2182b");
        server.finish().await;
    }
}
