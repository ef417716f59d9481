//! A paper that is cited and not there: fetched at the user's wish, and only there where the user has said so.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::http::{Reply, Server};
use crate::profile::Profile;

const LETTER: &str = "Zie Kamerstuk 29 521, nr. 385, over de missie.\n";

/// A service that has the paper.
fn service() -> Server {
    Server::start(|request, _| {
        if request.target == "/papers/kst-29521-385.xml" {
            Reply::xml(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><officiele-publicatie><metadata><meta name=\"OVERHEIDop.externMetadataRecord\" scheme=\"\" content=\"https://zoek.officielebekendmakingen.nl/kst-29521-385/metadata.xml\"/></metadata><kamerstuk><dossier><dossiernummer><dossiernr>29521</dossiernr></dossiernummer><titel>Vredesmissies</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">385</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel><algemeen><vrije-tekst><tekst><al>De missie duurt voort.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>",
            )
        } else {
            Reply::status(404)
        }
    })
}

/// A server whose user has these settings of their own, and which serves the letter.
async fn start(service: &Server, editor: bool, trusted: bool) -> (TestServer, String) {
    let settings = format!(
        "[fetch]\npapers = \"{}\"\nrequests-per-minute = 0\nretries = 0\neditor = {editor}\n",
        service.at("/papers/")
    );
    let files = [
        (".home/config.toml", &settings[..]),
        ("griffier.toml", "[corpus]\nletters = [\"letters\"]\n"),
        ("letters/concept.md", LETTER),
    ];
    let builder = TestServer::builder().files(&files).profile(Profile::vscode()).trusted(trusted);
    let mut server = builder.start().await;
    let letter = server.open("letters/concept.md", LETTER);
    server.quiescent().await;
    (server, letter)
}

async fn offered(server: &mut TestServer, letter: &str) -> Vec<Value> {
    let at = server.at(letter, "nr. |385")["position"].clone();
    let params = json!({
        "textDocument": { "uri": letter }, "range": { "start": at, "end": at },
        "context": { "diagnostics": [], "only": ["quickfix"] },
    });
    let actions = server.request("textDocument/codeAction", params).await;
    let actions = actions.as_array().cloned().unwrap_or_default();
    actions.into_iter().filter(|action| action["command"]["command"] == "griffier.fetch").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cited_paper_is_fetched_and_then_its_definition_is_its_letter() {
    let service = service();
    let (mut server, letter) = start(&service, true, true).await;
    let actions = offered(&mut server, &letter).await;
    let [action] = &actions[..] else { panic!("{actions:#?}") };
    assert_eq!(action["title"], "29 521, nr. 385 ophalen");
    assert!(service.asked().is_empty(), "nothing is asked before the user wants it");
    let command = &action["command"];
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    assert_eq!(server.request("workspace/executeCommand", params).await, Value::Null);
    server.quiescent().await;
    let at = server.at(&letter, "nr. |385");
    let found = server.request("textDocument/definition", at).await;
    let text = found.to_string();
    assert!(text.contains("letters/kst-29521-385.md"), "{text}");
    assert_eq!(offered(&mut server, &letter).await, [Value::Null; 0]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_fetched_where_the_user_has_not_said_so() {
    let service = service();
    for (editor, trusted) in [(false, true), (true, false)] {
        let (mut server, letter) = start(&service, editor, trusted).await;
        assert_eq!(offered(&mut server, &letter).await, [Value::Null; 0]);
        let arguments = json!([{ "uri": letter, "paper": "kst-29521-385" }]);
        let params = json!({ "command": "griffier.fetch", "arguments": arguments });
        server.refused("workspace/executeCommand", params).await;
        server.finish().await;
    }
    assert!(service.asked().is_empty());
}
