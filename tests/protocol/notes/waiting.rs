//! The notes of a letter that has no file yet.

use std::fs;

use serde_json::{Value, json};

use super::{LETTER, rich, start};
use crate::client::TestServer;

const NEW: &str = "untitled:Untitled-1";
const CHANGED: &str = "griffier/annotationsChanged";

impl TestServer {
    /// Opens a new letter with a text, and makes a note on it.
    async fn noted(&mut self, text: &str, body: &str) {
        self.open_as(NEW, "kamerbrief", text);
        let range = self.stretch(NEW, "voor de zomer");
        self.run("griffier.note.add", json!({ "uri": NEW, "range": range, "body": body })).await;
        while self.expect(CHANGED).await["params"]["uris"] != json!([NEW]) {}
    }

    /// Waits until a letter has these notes.
    async fn has_notes(&mut self, uri: &str, bodies: &[&str]) -> Vec<Value> {
        loop {
            let notes = self.notes(uri).await;
            if notes.iter().map(|note| &note["body"]).eq(bodies) {
                return notes;
            }
        }
    }

    /// Saves the new letter as a file, as an editor does that closes it before or after it opens the file.
    fn save_as(&mut self, name: &str, closes_first: bool) -> String {
        let text = self.text(NEW);
        fs::write(self.path(name), &text).unwrap();
        if closes_first {
            self.close(NEW);
        }
        let uri = self.open(name, &text);
        if !closes_first {
            self.close(NEW);
        }
        uri
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_notes_of_a_new_letter_go_along_when_it_is_saved() {
    let (mut server, _) = start(rich()).await;
    for (closes_first, name) in [(true, "nieuw.txt"), (false, "ander.txt")] {
        let body = format!("Voor {name}.");
        server.noted(&LETTER.replace("Voorzitter", name), &body).await;
        let (words, told) = server.hover(NEW, "voor de| zomer").await.unwrap();
        assert!(words == "voor de zomer" && told.contains(&body), "{told}");
        // It goes along with an edit too.
        server.replace(NEW, "Geachte", "Zeer geachte");
        let letter = server.save_as(name, closes_first);
        let notes = server.has_notes(&letter, &[&body]).await;
        assert_eq!(notes[0]["range"], server.stretch(&letter, "voor de zomer"));
        assert!(server.path(&format!("{name}.annotations.json")).is_file());
        // The next new letter has the same address, and no notes.
        server.open_as(NEW, "kamerbrief", "");
        assert_eq!(server.notes(NEW).await, [Value::Null; 0]);
        server.close(NEW);
    }
    server.ignore(CHANGED);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_notes_of_a_new_letter_wait_until_its_text_comes_back() {
    let (mut server, _) = start(rich()).await;
    // No other letter that is open says the same, or the notes would go to that one.
    let text = LETTER.replace("Voorzitter", "griffier");
    server.noted(&text, "Nagaan.").await;
    server.close(NEW);
    // Another letter under the same address has none of them, whatever it says.
    server.open_as(NEW, "kamerbrief", "Geachte leden,\n");
    assert_eq!(server.notes(NEW).await, [Value::Null; 0]);
    server.close(NEW);
    let other = "untitled:Untitled-7";
    server.open_as(other, "kamerbrief", &text);
    server.has_notes(other, &["Nagaan."]).await;
    server.ignore(CHANGED);
    server.finish().await;
}
