//! Notes on letters, over the plain protocol: what every client can do without code of its own, and what is told to those that have some.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::WORKSPACE;
use crate::profile::Profile;

mod commands;
mod hover;
mod live;
mod plain;
mod waiting;

/// A letter with a promise in it.
const LETTER: &str =
    "Geachte Voorzitter,\nIk zeg u toe de Kamer voor de zomer te informeren (Kamerstuk 29 521, nr. 385).\n";

/// A workspace with that letter, open in a client that shows notes in its own way.
async fn start(profile: Profile) -> (TestServer, String) {
    let toml = format!("{}\n[annotation]\ncreator = \"A. de Vries\"\n", WORKSPACE[0].1);
    let mut server = TestServer::builder()
        .files(&WORKSPACE)
        .file("griffier.toml", &toml)
        .file("brief.txt", LETTER)
        .profile(profile)
        .start()
        .await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    (server, letter)
}

/// VS Code with our own package.
fn rich() -> Profile {
    let griffier = json!({ "status": true, "annotations": true });
    Profile::vscode().with("/experimental/griffier", griffier)
}

impl TestServer {
    /// Runs a command with its one argument.
    pub(crate) async fn run(&mut self, command: &str, argument: Value) -> Value {
        let params = json!({ "command": command, "arguments": [argument] });
        self.request("workspace/executeCommand", params).await
    }

    /// The refusal of a command that is to fail.
    async fn run_in_vain(&mut self, command: &str, argument: Value) -> (i64, String) {
        let params = json!({ "command": command, "arguments": [argument] });
        let refusal = self.try_request("workspace/executeCommand", params).await.unwrap_err();
        (refusal.code, refusal.message)
    }

    /// The range of words in an open letter.
    fn stretch(&self, uri: &str, words: &str) -> Value {
        let start = self.at(uri, &format!("|{words}"))["position"].clone();
        let end = self.at(uri, &format!("{words}|"))["position"].clone();
        json!({ "start": start, "end": end })
    }

    /// The notes of a letter, as `griffier/annotations` tells them.
    async fn notes(&mut self, uri: &str) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri } });
        let answer = self.request("griffier/annotations", params).await;
        answer["letters"][0]["notes"].as_array().unwrap().clone()
    }
}
