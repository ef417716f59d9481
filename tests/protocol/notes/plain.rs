//! Notes in a client that has no code for them: by code actions, drafts, hover, highlight, references, symbols and pages.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::{rich, start};
use crate::client::TestServer;
use crate::profile::Profile;

const SHOW: &str = "window/showDocument";
const TOLD: &str = "window/showMessage";

impl TestServer {
    /// The actions of a kind at a range.
    async fn actions(&mut self, uri: &str, range: Value, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        let actions = self.request("textDocument/codeAction", params).await;
        let actions = actions.as_array().cloned().unwrap_or_default();
        actions.into_iter().filter(|action| action["kind"] == "griffier.note").collect()
    }

    /// Runs the action with these words in its title, as an editor does when it is chosen.
    async fn choose(&mut self, actions: &[Value], words: &str) -> Value {
        let chosen = actions.iter().find(|action| action["title"].as_str().unwrap().contains(words));
        let command =
            chosen.unwrap_or_else(|| panic!("no action {words:?} in {actions:#?}"))["command"].clone();
        let params = json!({ "command": command["command"], "arguments": command["arguments"] });
        self.request("workspace/executeCommand", params).await
    }

    /// Opens the document that the server wants to be shown, and gives its address.
    async fn opened(&mut self) -> String {
        let shown = self.expect(SHOW).await;
        let uri = shown["params"]["uri"].as_str().unwrap().to_owned();
        let path = url::Url::parse(&uri).unwrap().to_file_path().unwrap();
        let text = fs::read_to_string(path).unwrap();
        self.open_as(&uri, "markdown", &text);
        uri
    }

    /// Writes into an open document and saves it; gives what the user is told.
    async fn write(&mut self, uri: &str, text: &str) -> String {
        self.replace_all(uri, text);
        let path = url::Url::parse(uri).unwrap().to_file_path().unwrap();
        fs::write(path, text).unwrap();
        self.save(uri);
        let told = self.expect(TOLD).await;
        told["params"]["message"].as_str().unwrap().to_owned()
    }
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

fn invoked() -> Value {
    json!({ "diagnostics": [] })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_life_of_a_note_needs_no_code_of_the_client() {
    let (mut server, letter) = start(Profile::vscode()).await;
    let range = server.stretch(&letter, "zeg u toe de Kamer voor de zomer");
    let offered = server.actions(&letter, range.clone(), invoked()).await;
    assert_eq!(titles(&offered)[..2], ["Notitie maken…", "Annoteer als toezegging"]);
    assert_eq!(titles(&offered).last().unwrap(), &"Koppel aan Kamerstuk 29 521, nr. 385");

    // Written in a document that the server opens, and taken over on its save.
    server.choose(&offered, "Notitie maken…").await;
    let draft = server.opened().await;
    let text = server.text(&draft);
    assert!(text.contains("Notitie bij “zeg u toe de Kamer voor de zomer” in brief.txt."), "{text}");
    let written = format!(
        "{}Voor *1 juli*.\n",
        text.replace("tags:", "tags: Toezegging").replace("papers:", "papers: 29 521, nr. 385")
    );
    assert_eq!(server.write(&draft, &written).await, "De notitie staat bij brief.txt.");
    let note = server.notes(&letter).await.remove(0);
    assert_eq!((&note["range"], &note["body"]), (&range, &json!("Voor *1 juli*.")));
    assert_eq!((&note["tags"], &note["papers"]), (&json!(["toezegging"]), &json!(["kst-29521-385"])));
    // Saved again, it changes the note and makes no other.
    server.write(&draft, &written.replace("1 juli", "1 augustus")).await;
    let notes = server.notes(&letter).await;
    assert_eq!((notes.len(), &notes[0]["body"]), (1, &json!("Voor *1 augustus*.")));
    server.close(&draft);

    // Found: over its passage, lit up, among the references of the paper, and by tag and words.
    let (words, contents) = server.hover(&letter, "zeg| u toe").await.unwrap();
    assert_eq!(words, "zeg u toe de Kamer voor de zomer");
    assert!(contents.contains("**toezegging**") && contents.contains("1 augustus"), "{contents}");
    let at = server.at(&letter, "zeg| u toe");
    let lit = server.request("textDocument/documentHighlight", at).await;
    assert_eq!(lit, json!([{ "range": range }]));
    let mut at = server.at(&letter, "29| 521");
    at["context"] = json!({ "includeDeclaration": false });
    let references = server.request("textDocument/references", at).await;
    let places: Vec<&Value> = references.as_array().unwrap().iter().map(|place| &place["range"]).collect();
    assert!(places.contains(&&range), "{references:#}");
    for (query, found) in [("@toezegging zomer", 1), ("@augustus vries", 1), ("@motie", 0), ("toezegging", 0)]
    {
        let symbols = server.request("workspace/symbol", json!({ "query": query })).await;
        let symbols = symbols.as_array().unwrap();
        assert_eq!(symbols.len(), found, "{query}: {symbols:#?}");
        if let Some(symbol) = symbols.first() {
            assert_eq!(
                (&symbol["location"]["range"], &symbol["containerName"]),
                (&range, &json!("brief.txt"))
            );
        }
    }

    // Answered, changed and settled from the passage.
    let here = server.at(&letter, "zeg| u toe")["position"].clone();
    let here = json!({ "start": here, "end": here });
    let offered = server.actions(&letter, here.clone(), invoked()).await;
    assert_eq!(
        titles(&offered),
        [
            "“Voor *1 augustus*.” bewerken…",
            "“Voor *1 augustus*.” beantwoorden…",
            "“Voor *1 augustus*.” is afgehandeld",
            "“Voor *1 augustus*.” verwijderen",
            "Notitie bij deze zin maken…",
        ]
    );
    server.choose(&offered, "beantwoorden").await;
    let answer = server.opened().await;
    let text = server.text(&answer);
    server.write(&answer, &format!("{text}Dat is laat.\n")).await;
    server.close(&answer);
    server.choose(&offered, "bewerken").await;
    let edit = server.opened().await;
    let text = server.text(&edit);
    assert!(text.starts_with("---\ntags: toezegging\npapers: kst-29521-385\n---\n"), "{text}");
    server.write(&edit, &text.replace("1 augustus", "1 september")).await;
    server.close(&edit);
    server.choose(&offered, "is afgehandeld").await;
    let note = server.notes(&letter).await.remove(0);
    assert_eq!((&note["state"], &note["body"]), (&json!("resolved"), &json!("Voor *1 september*.")));
    assert_eq!(note["replies"][0]["body"], "Dat is laat.");
    let only = json!({ "diagnostics": [], "only": ["griffier.note"] });
    let offered = server.actions(&letter, here.clone(), only).await;
    server.choose(&offered, "label motie erbij").await;
    assert_eq!(server.notes(&letter).await[0]["tags"], json!(["toezegging", "motie"]));

    // Lost, and attached to what is selected.
    server.replace_all(&letter, "Geachte Voorzitter,\nOver vissen valt niets te melden.\n");
    assert_eq!(server.notes(&letter).await[0]["orphan"], true);
    let range = server.stretch(&letter, "vissen valt niets");
    let offered = server.actions(&letter, range.clone(), invoked()).await;
    server.choose(&offered, "hier vastmaken").await;
    assert_eq!(server.notes(&letter).await[0]["range"], range);

    // Exported, by the command line from what the server wrote.
    fs::write(server.path("brief.txt"), server.text(&letter)).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_griffier"))
        .args(["annotate", "export", "brief.txt", "--format", "csv"])
        .current_dir(server.folder.path())
        .env("GRIFFIER_CACHE_DIR", server.path("cache"))
        .output()
        .unwrap();
    let table = String::from_utf8(done.stdout).unwrap();
    assert!(table.contains("vissen valt niets") && table.contains("Dat is laat."), "{table}");

    let offered = server.actions(&letter, here, invoked()).await;
    server.choose(&offered, "verwijderen").await;
    assert_eq!(server.notes(&letter).await, [Value::Null; 0]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn actions_on_notes_do_not_stand_in_the_way() {
    let (mut server, letter) = start(Profile::vscode()).await;
    let range = server.stretch(&letter, "zeg u toe");
    let automatic = json!({ "diagnostics": [], "triggerKind": 2 });
    assert_eq!(server.actions(&letter, range.clone(), automatic).await, [Value::Null; 0]);
    let fixes = json!({ "diagnostics": [], "only": ["quickfix"] });
    assert_eq!(server.actions(&letter, range.clone(), fixes).await, [Value::Null; 0]);
    let offered = server.actions(&letter, range, invoked()).await;
    server.choose(&offered, "Annoteer als motie").await;
    assert_eq!(server.notes(&letter).await[0]["motivation"], "tagging");
    server.finish().await;
    // To a client that takes fixes alone they are no fixes.
    let (mut server, letter) = start(Profile::push_only()).await;
    let range = server.stretch(&letter, "zeg u toe");
    assert_eq!(server.actions(&letter, range, invoked()).await, [Value::Null; 0]);
    server.ignore(crate::shared::PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_that_says_nothing_makes_nothing_and_a_wrong_one_can_be_mended() {
    let (mut server, letter) = start(rich()).await;
    server.run("griffier.note.draft", json!({ "uri": letter, "what": "note" })).await;
    let draft = server.opened().await;
    let text = server.text(&draft);
    assert!(text.contains("bij de hele brief brief.txt"), "{text}");
    assert!(server.write(&draft, &format!("{text}\n")).await.contains("geen notitie gemaakt"));
    assert_eq!(server.notes(&letter).await, [Value::Null; 0]);
    let wrong = text.replace("papers:", "papers: de brief");
    assert!(server.write(&draft, &wrong).await.contains("“de brief” is geen stuk"));
    server.write(&draft, &wrong.replace("de brief", "29 521, nr. 3")).await;
    assert_eq!(server.notes(&letter).await[0]["papers"], json!(["kst-29521-3"]));
    let path = url::Url::parse(&draft).unwrap().to_file_path().unwrap();
    server.close(&draft);
    // Whatever is asked next is answered behind the closing; the file goes on a thread of its own.
    while path.exists() {
        server.notes(&letter).await;
    }
    for wrong in
        [json!({ "uri": letter, "what": "reply" }), json!({ "uri": letter, "what": "note", "id": "x" })]
    {
        assert_eq!(server.run_in_vain("griffier.note.draft", wrong).await.0, -32602);
    }
    server.ignore("griffier/annotationsChanged");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_offered_while_a_draft_is_written() {
    let (mut server, letter) = start(Profile::neovim()).await;
    let range = server.stretch(&letter, "zeg u toe");
    server.run("griffier.note.draft", json!({ "uri": letter, "what": "note", "range": range })).await;
    let draft = server.opened().await;
    server.replace(&draft, "tags:", "tags: toez");
    let at = server.at(&draft, "toez|");
    let offered = server.request("textDocument/completion", at).await;
    let item = &offered["items"][0];
    assert_eq!((&item["label"], offered["items"].as_array().unwrap().len()), (&json!("toezegging"), 10));
    assert_eq!(item["textEdit"]["range"], server.stretch(&draft, "toez"));
    let at = server.at(&draft, "papers:|");
    assert_eq!(server.request("textDocument/completion", at).await, Value::Null);
    // A draft is no letter, wherever the cache lies.
    assert_eq!(server.hover(&draft, "tags|").await, None);
    server.ignore(crate::shared::PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_overview_is_a_page_or_a_file() {
    for (profile, is_page) in [
        (Profile::vscode(), true),
        (Profile::neovim().with("/experimental/griffier/pages", json!(false)), false),
    ] {
        let (mut server, letter) = start(profile).await;
        let range = server.stretch(&letter, "zeg u toe");
        server
            .run("griffier.note.add", json!({ "uri": letter, "range": range, "tags": ["toezegging"] }))
            .await;
        for (argument, title) in [
            (json!({}), "# Alle notities"),
            (json!({ "uri": letter, "by": "state" }), "# Notities bij brief.txt"),
        ] {
            server.run("griffier.notes.overview", argument).await;
            let shown = server.expect(SHOW).await;
            let uri = shown["params"]["uri"].clone();
            let text = if is_page {
                let page = server.request("workspace/textDocumentContent", json!({ "uri": uri })).await;
                page["text"].as_str().unwrap().to_owned()
            } else {
                fs::read_to_string(url::Url::parse(uri.as_str().unwrap()).unwrap().to_file_path().unwrap())
                    .unwrap()
            };
            assert!(text.starts_with(title) && text.contains("“zeg u toe”"), "{text}");
            assert!(text.contains(&format!("{letter}#L2")), "{text}");
        }
        assert_eq!(server.run_in_vain("griffier.notes.overview", json!({ "by": "colour" })).await.0, -32602);
        server.ignore(crate::shared::PUBLISH);
        server.finish().await;
    }
    // A client that opens no documents is told where the file lies.
    let (mut server, _) = start(Profile::push_only()).await;
    server.run("griffier.notes.overview", json!({})).await;
    let told = server.expect(TOLD).await;
    assert!(told["params"]["message"].as_str().unwrap().starts_with("Open dit bestand: "), "{told}");
    server.ignore(crate::shared::PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_set_admits_no_other_tags() {
    let (mut server, letter) = start(Profile::vscode()).await;
    let toml = fs::read_to_string(server.path("griffier.toml")).unwrap();
    let toml = format!("{toml}closed = true\n[[annotation.tag]]\nname = \"toez\"\nnl = \"Toezegging\"\n");
    fs::write(server.path("griffier.toml"), toml).unwrap();
    server.file_event("griffier.toml", 2);
    // The settings are read in the background.
    while server.request("griffier/tags", json!({})).await["closed"] == false {}
    let argument = |tag: &str| json!({ "uri": letter, "range": null, "tags": [tag] });
    let (code, sentence) = server.run_in_vain("griffier.note.add", argument("motie")).await;
    assert_eq!((code, &*sentence), (-32803, "“motie” is geen label van deze werkmap; kies uit: toez"));
    server.run("griffier.note.add", argument("toezegging")).await;
    assert_eq!(server.notes(&letter).await[0]["tags"], json!(["toez"]));
    server.ignore(TOLD);
    server.finish().await;
}
