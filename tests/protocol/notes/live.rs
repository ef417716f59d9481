//! Notes while their letter is being edited: where they go, and when their file is written.

use griffier::annotation::{About, Anchor, Draft, LetterText, Motivation, Note, Places, Sidecar};
use griffier::text::Span;
use serde_json::json;

use super::rich;
use crate::client::TestServer;
use crate::fixtures::WORKSPACE;

/// A letter that promises the same twice.
const TWICE: &str = "Geachte Voorzitter,\n\nOver Mali:\nIk zeg u toe de Kamer voor de zomer te informeren.\n\nOver Niger:\nIk zeg u toe de Kamer voor de zomer te informeren.\n\nHoogachtend,\n";
const PROMISE: &str = "Ik zeg u toe de Kamer voor de zomer te informeren.";
const CHANGED: &str = "griffier/annotationsChanged";

async fn start() -> TestServer {
    let profile = rich().with("/workspace/fileOperations", json!({ "didRename": true }));
    let server =
        TestServer::builder().files(&WORKSPACE).file("brief.txt", TWICE).profile(profile).start().await;
    server.ignore(CHANGED);
    server
}

/// Has another program make a note on the stretch of the text that begins at `start`.
fn note(server: &TestServer, start: usize, words: &str, tag: &str) -> Note {
    let anchor = Anchor::of(&LetterText::new(TWICE), Span::new(start, start + words.len()));
    let mut draft = Draft::new(Motivation::Tagging, About::Passage(anchor));
    draft.tags = vec![tag.to_owned()];
    let note = Note::new(&draft, jiff::Timestamp::now());
    let mut sidecar = Sidecar::open(&Places::beside(), &server.path("brief.txt")).unwrap();
    sidecar.page.add(note.clone());
    sidecar.save().unwrap();
    sidecar.page.note(note.id()).unwrap().clone()
}

fn sidecar(server: &TestServer) -> Vec<u8> {
    std::fs::read(server.path("brief.txt.annotations.json")).unwrap()
}

impl TestServer {
    /// All that was sent has been worked at.
    async fn at_rest(&mut self, uri: &str) {
        // Whoever is answered has been overtaken by nothing that was sent before.
        self.request("griffier/documentState", json!({ "textDocument": { "uri": uri } })).await;
        self.quiescent().await;
    }

    /// Waits until the notes of a letter are these: each with its tag, and whether it is an orphan.
    async fn notes_become(&mut self, uri: &str, expected: &[(&str, bool)]) {
        loop {
            let params = json!({ "textDocument": { "uri": uri } });
            let answer = self.request("griffier/annotations", params).await;
            let notes = answer["letters"][0]["notes"].as_array().cloned().unwrap_or_default();
            let now: Vec<_> =
                notes.iter().map(|it| (it["tags"][0].as_str().unwrap(), it["orphan"] == true)).collect();
            if now == expected {
                return;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_move_with_their_words_and_their_file_is_written_only_where_these_change() {
    let mut server = start().await;
    let second = TWICE.rfind(PROMISE).unwrap();
    let other = note(&server, TWICE.find("Hoogachtend").unwrap(), "Hoogachtend", "slot");
    note(&server, second, PROMISE, "toezegging");
    let letter = server.open("brief.txt", TWICE);
    server.at_rest(&letter).await;
    let before = sidecar(&server);
    let tagged = |words: &str| Some((words.to_owned(), "**toezegging**".to_owned()));

    // Nobody could tell the two apart by now, but for having seen what happened.
    server.replace(&letter, "Over Mali:\n", "");
    server.replace(&letter, "\nOver Niger:\n", "");
    server.replace(&letter, "Geachte Voorzitter,\n\n", "");
    assert_eq!(server.text(&letter), format!("{PROMISE}\n{PROMISE}\n\nHoogachtend,\n"));
    assert_eq!(server.hover(&letter, "informeren.\nIk| zeg").await, tagged(PROMISE));
    assert_eq!(server.hover(&letter, "Ik| zeg").await, None);

    // The other goes, and then this one does and comes back.
    server.replace(&letter, &format!("{PROMISE}\n"), "");
    let gone = [("slot", false), ("toezegging", true)];
    server.replace(&letter, &format!("{PROMISE}\n\n"), "");
    server.notes_become(&letter, &gone).await;
    server.type_behind(&letter, "Hoogachtend,\n", &format!("\n{PROMISE}"));
    assert_eq!(server.hover(&letter, "Ik| zeg").await, tagged(PROMISE));
    server.save(&letter);
    server.at_rest(&letter).await;
    assert_eq!(sidecar(&server), before, "no passage has other words");

    // Other words are written down when the letter is saved, and nothing else is.
    server.replace(&letter, "de zomer", "het najaar");
    server.at_rest(&letter).await;
    assert_eq!(sidecar(&server), before, "nothing is saved yet");
    server.save(&letter);
    while sidecar(&server) == before {
        server.at_rest(&letter).await;
    }
    let page = Sidecar::open(&Places::beside(), &server.path("brief.txt")).unwrap().page;
    assert_eq!(page.note(other.id()), Some(&other));
    let quote = page.notes().iter().find(|it| it.tags() == ["toezegging"]).unwrap().anchor().unwrap().quote;
    assert_eq!(quote, PROMISE.replace("de zomer", "het najaar"));
    assert_eq!(server.hover(&letter, "Ik| zeg").await, tagged(&quote));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_closed_without_being_saved_leaves_nothing_behind() {
    let mut server = start().await;
    note(&server, TWICE.rfind(PROMISE).unwrap(), PROMISE, "toezegging");
    let before = sidecar(&server);
    let letter = server.open("brief.txt", TWICE);
    server.at_rest(&letter).await;
    server.replace(&letter, &format!("Over Niger:\n{PROMISE}"), "Niets.");
    server.notes_become(&letter, &[("toezegging", true)]).await;
    server.close(&letter);
    server.open("brief.txt", TWICE);
    server.at_rest(&letter).await;
    let shown = server.hover(&letter, "Niger:\nIk| zeg").await;
    assert_eq!(shown, Some((PROMISE.to_owned(), "**toezegging**".to_owned())));
    assert_eq!(sidecar(&server), before);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_go_along_with_a_letter_that_gets_another_name() {
    let mut server = start().await;
    note(&server, TWICE.rfind(PROMISE).unwrap(), PROMISE, "toezegging");
    let letter = server.open("brief.txt", TWICE);
    server.at_rest(&letter).await;
    server.close(&letter);
    std::fs::rename(server.path("brief.txt"), server.path("antwoord.txt")).unwrap();
    let files = json!([{ "oldUri": server.uri("brief.txt"), "newUri": server.uri("antwoord.txt") }]);
    server.notify("workspace/didRenameFiles", json!({ "files": files }));
    let letter = server.open("antwoord.txt", TWICE);
    server.notes_become(&letter, &[("toezegging", false)]).await;
    assert!(!server.path("brief.txt.annotations.json").exists());
    let page = Sidecar::open(&Places::beside(), &server.path("antwoord.txt")).unwrap().page;
    assert_eq!(page.notes()[0].source(), Some("antwoord.txt"));
    server.finish().await;
}
