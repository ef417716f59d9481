//! What can be done about a finding: mend it, mend all, be silent about it, write it in other words; and that the server says what the command line says.

use std::fs;
use std::path::Path;
use std::process::Command;

use griffier::analysis::rules::all;
use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::WORKSPACE;
use crate::letters::short;
use crate::profile::Profile;
use crate::shared::PUBLISH;

const LETTER: &str = "Aan de Voorzitter 😀 (Kamerstuk 295 21, nr. 368) en (Kamerstuk 295 21, nr. 385),\nook (Kamerstukken II 2019/21, 29521, nr. 404).\n";

async fn start(profile: Profile) -> (TestServer, String) {
    let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
    let letter = server.open("letters/concept.txt", LETTER);
    server.quiescent().await;
    (server, letter)
}

/// The actions at a place, by title; `only` is null where all are asked for.
async fn actions(server: &mut TestServer, uri: &str, words: &str, only: Value) -> Vec<Value> {
    let at = server.at(uri, words)["position"].clone();
    let mut context = json!({ "diagnostics": [] });
    if !only.is_null() {
        context["only"] = only;
    }
    let range = json!({ "start": at, "end": at });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    let actions = server.request("textDocument/codeAction", params).await;
    actions.as_array().cloned().unwrap_or_default()
}

fn titled<'a>(actions: &'a [Value], words: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().contains(words));
    found.unwrap_or_else(|| panic!("no action {words:?} in {actions:#?}"))
}

/// Asks for findings, once for everything that the server has done in between, until they are as wanted.
async fn found_becomes(server: &mut TestServer, uri: &str, wanted: &[&str]) {
    loop {
        let told = server.calls("workspace/diagnostic/refresh");
        if short(&server.diagnostics(uri).await) == wanted {
            return;
        }
        server.called_more("workspace/diagnostic/refresh", told).await;
    }
}

async fn run(server: &mut TestServer, action: &Value) {
    let command = &action["command"];
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    assert_eq!(server.request("workspace/executeCommand", params).await, Value::Null);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_is_certain_is_mended_at_once() {
    for kind in ["source.fixAll", "source.fixAll.griffier", "source"] {
        let (mut server, letter) = start(Profile::vscode()).await;
        let offered = actions(&mut server, &letter, "Aan| de", json!([kind])).await;
        let [action] = &offered[..] else { panic!("{offered:#?}") };
        assert_eq!(action["kind"], "source.fixAll.griffier");
        assert!(action.get("edit").is_none(), "it is worked out when it is chosen");
        let action = server.request("codeAction/resolve", action.clone()).await;
        server.apply(&action["edit"]);
        assert_eq!(server.text(&letter), LETTER.replace("295 21", "29 521"));
        assert_eq!(short(&server.diagnostics(&letter).await), ["session-year «2019/21»"]);
        assert_eq!(actions(&mut server, &letter, "Aan| de", json!([kind])).await, [Value::Null; 0]);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_place_a_letter_and_a_rule_are_silenced_by_the_server() {
    let (mut server, letter) = start(Profile::vscode()).await;
    let all = ["malformed-dossier «295 21»", "malformed-dossier «295 21»", "session-year «2019/21»"];
    assert_eq!(short(&server.diagnostics(&letter).await), all);

    let offered = actions(&mut server, &letter, "|295 21, nr. 385", json!(["quickfix"])).await;
    run(&mut server, titled(&offered, "op deze plaats")).await;
    found_becomes(&mut server, &letter, &all[1..]).await;
    let silenced = fs::read_to_string(server.path("griffier.silenced.toml")).unwrap();
    assert!(
        silenced
            .contains("letter = \"letters/concept.txt\"\nrule = \"malformed-dossier\"\nwords = \"295 21\""),
        "{silenced}"
    );

    let offered = actions(&mut server, &letter, "|2019/21", json!(["quickfix"])).await;
    run(&mut server, titled(&offered, "in deze brief")).await;
    found_becomes(&mut server, &letter, &all[..1]).await;

    let offered = actions(&mut server, &letter, "|295 21, nr. 368", json!(["quickfix"])).await;
    run(&mut server, titled(&offered, "in deze werkmap")).await;
    found_becomes(&mut server, &letter, &[]).await;
    let settings = fs::read_to_string(server.path("griffier.toml")).unwrap();
    assert!(settings.starts_with(WORKSPACE[0].1), "what the user wrote stays: {settings}");
    assert_eq!(server.text(&letter), LETTER, "letters are never marked up");

    // What is taken back is told again.
    fs::write(server.path("griffier.toml"), WORKSPACE[0].1).unwrap();
    let changed = json!({ "changes": [{ "uri": server.uri("griffier.toml"), "type": 2 }] });
    server.notify("workspace/didChangeWatchedFiles", changed);
    found_becomes(&mut server, &letter, &all[1..]).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_that_is_none_is_refused_and_a_letter_on_its_own_has_none() {
    let (mut server, letter) = start(Profile::vscode()).await;
    for params in [
        json!({ "command": "griffier.zwijg" }),
        json!({ "command": "griffier.silence" }),
        json!({ "command": "griffier.silence", "arguments": [{ "uri": letter, "what": "rule", "rule": "../x" }] }),
        json!({ "command": "griffier.silence", "arguments": [{ "uri": "file:///elders.txt", "what": "rule", "rule": "session-year" }] }),
    ] {
        assert!(server.try_request("workspace/executeCommand", params).await.is_err());
    }
    server.open_as("untitled:a", "kamerbrief", LETTER);
    server.quiescent().await;
    let offered = actions(&mut server, "untitled:a", "|295 21, nr. 385", Value::Null).await;
    // Notes it can have, but nothing can be silenced in it.
    let mut others = offered.iter().filter(|action| action["kind"] != "griffier.note");
    assert!(others.all(|action| action["command"].is_null()), "{offered:#?}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citation_is_written_in_other_words() {
    for profile in [Profile::vscode(), Profile::neovim()] {
        let (mut server, letter) = start(profile).await;
        let clean = "Zie (Kamerstukken II 2019/20, 29521, nr. 404) en (Kamerstuk 29521, nr. 385).\n";
        server.replace_all(&letter, clean);
        let offered = actions(&mut server, &letter, "29|521, nr. 404", json!(["refactor"])).await;
        server.apply(&titled(&offered, "Kamerstuk 29 521, nr. 404")["edit"]);
        assert!(
            server.text(&letter).starts_with("Zie (Kamerstuk 29 521, nr. 404) en"),
            "{}",
            server.text(&letter)
        );
        server.replace_all(&letter, clean);
        let offered = actions(&mut server, &letter, "29|521, nr. 404", json!(["refactor.rewrite"])).await;
        let mut whole = titled(&offered, "Alle verwijzingen").clone();
        if whole.get("edit").is_none() {
            whole = server.request("codeAction/resolve", whole).await;
        }
        server.apply(&whole["edit"]);
        assert_eq!(server.text(&letter), "Zie (Kamerstuk 29 521, nr. 404) en (Kamerstuk 29 521, nr. 385).\n");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_finding_leads_to_the_page_about_its_rule() {
    let (mut server, letter) = start(Profile::vscode()).await;
    let marks = server.diagnostics(&letter).await;
    let address = marks[0].whole["codeDescription"]["href"].clone();
    assert_eq!(address, "griffier:///regel/malformed-dossier.md");
    let page = server.request("workspace/textDocumentContent", json!({ "uri": address })).await;
    assert!(page["text"].as_str().unwrap().starts_with("# malformed-dossier\n"), "{page}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_finds_what_the_command_line_finds() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut names = Vec::new();
    let mut folders = vec![sample.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { names.push(path) }
        }
    }
    names.sort();
    let files: Vec<(String, String)> = names
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&sample).unwrap().to_str().unwrap().replace('\\', "/");
            (name, String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned())
        })
        .chain([("drafts/concept.txt".to_owned(), LETTER.to_owned())])
        .collect();
    assert!(compared(&files, &["letters", "drafts"]).await > 5);
}

/// Every example of every rule, in a workspace of its own with what lies beside it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_finds_in_every_example_what_the_command_line_finds() {
    let examples: Vec<_> = all().flat_map(|rule| rule.examples.iter().map(|it| (rule.code, it))).collect();
    let mut plain = vec![settings(), list("kst-29251-1..9 kst-29521-1..492 kst-34952-1..123")];
    let mut found = 0;
    for (at, (code, example)) in examples.iter().enumerate() {
        let dated = |text: &str| {
            if text.starts_with("---") {
                text.to_owned()
            } else {
                format!("Den Haag, 27 november 2024\n\n{text}")
            }
        };
        let letters = [
            (format!("drafts/{code}-{at}-wrong.md"), dated(example.wrong)),
            (format!("drafts/{code}-{at}-right.md"), dated(example.right)),
        ];
        if example.beside.is_empty() {
            plain.extend(letters);
            continue;
        }
        let mut files: Vec<(String, String)> = letters.into_iter().chain([settings()]).collect();
        for section in example.beside.split("-- ").filter(|it| !it.is_empty()) {
            let (name, text) = section.split_once('\n').unwrap();
            let is_list = name.starts_with("corpus");
            files.push(if is_list { list(text) } else { (format!("letters/{name}"), text.to_owned()) });
        }
        if files.iter().all(|(name, _)| name != "lijst.txt") {
            files.push(list("kst-36800-1"));
        }
        found += compared(&files, &["drafts"]).await;
    }
    found += compared(&plain, &["drafts"]).await;
    assert!(found >= examples.len() / 2, "{found} findings in {} examples", examples.len());
}

/// A list by its identifiers, of which `kst-29521-1..404` is a row, and its records.
fn list(text: &str) -> (String, String) {
    let mut lines = String::new();
    for line in text.lines() {
        if line.starts_with('{') {
            lines += &format!("{line}\n");
            continue;
        }
        for id in line.split_whitespace() {
            match id.split_once("..") {
                None => lines += &format!("{id}\n"),
                Some((first, last)) => {
                    let (row, first) = first.rsplit_once('-').unwrap();
                    for number in first.parse::<u32>().unwrap()..=last.parse().unwrap() {
                        lines += &format!("{row}-{number}\n");
                    }
                }
            }
        }
    }
    ("lijst.txt".to_owned(), lines)
}

fn settings() -> (String, String) {
    let off: String = all()
        .filter(|rule| !rule.on)
        .fold(String::new(), |all, rule| all + &format!("{} = \"info\"\n", rule.code));
    let text = format!(
        "[[corpus.catalogue]]\npath = \"lijst.txt\"\ncoverage = [{{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }}]\n\n[findings.severity]\n{off}"
    );
    ("griffier.toml".to_owned(), text)
}

/// How many findings server and command line have alike in the letters of these folders.
async fn compared(files: &[(String, String)], folders: &[&str]) -> usize {
    let pairs: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let mut server = TestServer::builder().files(&pairs).profile(Profile::vscode()).start().await;
    // The letter that is right and the one that is not may say that they are the same paper.
    server.ignore("window/showMessage");
    let root = server.path("");
    let outside = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_griffier"))
        .args(["check", "--format", "json", "--root"])
        .arg(&root)
        .args(folders.iter().map(|folder| root.join(folder)))
        .env("GRIFFIER_CACHE_DIR", outside.path().join("cache"))
        .env("GRIFFIER_DATA_DIR", outside.path().join("data"))
        .env("XDG_CONFIG_HOME", outside.path())
        .env("HOME", outside.path())
        .env_remove("GRIFFIER_LANG")
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut compared = 0;
    for file in report["files"].as_array().unwrap() {
        let (name, text) = files.iter().find(|(name, _)| file["path"] == *name.as_str()).unwrap();
        let letter = server.open(name, text);
        server.quiescent().await;
        let marks = server.diagnostics(&letter).await;
        let told: Vec<_> = marks
            .iter()
            .map(|mark| {
                (
                    mark.code.clone(),
                    mark.words.clone(),
                    mark.whole["message"].clone(),
                    mark.whole["severity"].clone(),
                )
            })
            .collect();
        let levels = ["", "error", "warning", "info", "hint"];
        let findings = file["findings"].as_array().unwrap();
        let printed: Vec<_> = findings
            .iter()
            .map(|it| {
                let at = |key: &str| usize::try_from(it[key].as_u64().unwrap()).unwrap();
                let level = levels.iter().position(|level| it["severity"] == *level).unwrap();
                let words = text[at("start")..at("end")].to_owned();
                (it["code"].as_str().unwrap().to_owned(), words, it["message"].clone(), json!(level))
            })
            .collect();
        assert_eq!(told, printed, "{name}");
        compared += printed.len();
        server.close(&letter);
    }
    server.finish().await;
    compared
}

const BROKEN: &str = "language = \"nl\"\n\n[findings]\nseverity = { \"sesion-year\" = \"off\" }\nstijl = \"kamer\"\n\n[corpus]\nletters = 3\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_settings_is_told_while_they_are_edited() {
    let (mut server, _) = start(Profile::vscode()).await;
    let settings = server.uri("griffier.toml");
    server.open_as(&settings, "toml", BROKEN);
    let report =
        server.request("textDocument/diagnostic", json!({ "textDocument": { "uri": settings } })).await;
    let told: Vec<_> = report["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["range"]["start"]["line"].as_u64().unwrap(), item["message"].as_str().unwrap()))
        .collect();
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4, 7], "{told:?}");
    assert!(told[0].1.contains("session-year"), "{told:?}");
    server.replace(&settings, "sesion-year", "session-year");
    server.replace(&settings, "stijl", "style");
    server.replace(&settings, "3", "[]");
    let report =
        server.request("textDocument/diagnostic", json!({ "textDocument": { "uri": settings } })).await;
    assert_eq!(report["items"], json!([]));
    server.replace(&settings, "[]", "[\"brieven/**/*.rtf\"]");
    let report =
        server.request("textDocument/diagnostic", json!({ "textDocument": { "uri": settings } })).await;
    assert_eq!(report["items"][0]["range"]["start"]["line"], 7, "{report}");
    assert!(report["items"][0]["message"].as_str().unwrap().contains("brieven/**/*.rtf"), "{report}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_sent_diagnostics_is_sent_those_of_settings() {
    let (mut server, _) = start(Profile::push_only()).await;
    let settings = server.uri("griffier.toml");
    server.open_as(&settings, "toml", BROKEN);
    let list = server.pushed_when(&settings, |list| !list.is_empty()).await;
    assert_eq!(list.len(), 3, "{list:?}");
    server.close(&settings);
    server.pushed_when(&settings, <[Value]>::is_empty).await;
    server.ignore(PUBLISH);
    server.finish().await;
}
