//! What a writer does all day, from the first hover to the last quick fix, in every client and every encoding.

use serde_json::json;

use crate::client::TestServer;
use crate::facts::shared;
use crate::fixtures::{LETTER, PAPER_385, TOML, WORKSPACE};
use crate::letters::{Mark, short};
use crate::oracle::Unit;
use crate::profile::{Profile, UNITS};
use crate::shared::PUBLISH;
use crate::start::Builder;

fn workspace() -> Builder {
    TestServer::builder().files(&WORKSPACE)
}

/// The whole journey; the same in one process and over stdio.
async fn travel(mut server: TestServer) {
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    hover_from_both_lines(&mut server, &letter).await;
    each_target_of_a_list(&mut server, &letter).await;
    jump_to_the_paper(&mut server, &letter).await;
    type_and_mend(&mut server, &letter).await;
    server.same_text(&letter).await;
    server.finish().await;
}

async fn hover_from_both_lines(server: &mut TestServer, letter: &str) {
    let (words, first) = server.hover(letter, "(Kamer|stuk \n").await.expect("a hover on the first line");
    assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
    assert!(first.contains("29 521") && first.contains("385"), "{first}");
    assert!(first.contains("Nederlandse deelname aan vredesmissies"), "the dossier's title is told: {first}");
    let (words, second) = server.hover(letter, "nr. 38|5) 🇪🇺").await.expect("a hover on the second line");
    assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
    assert_eq!(first, second);
    assert_eq!(server.hover(letter, "taak|groep").await, None);
}

async fn each_target_of_a_list(server: &mut TestServer, letter: &str) {
    for number in ["368", "385", "403"] {
        let text = server.text(letter);
        let list = text.find("nrs.").unwrap();
        let at = list + text[list..].find(number).unwrap();
        let words = format!("{}|{}", &text[list..=at], &text[at + 1..at + 3]);
        let (_, contents) = server.hover(letter, &words).await.expect("a hover on each number");
        assert!(contents.contains(number), "{number}: {contents}");
    }
}

async fn jump_to_the_paper(server: &mut TestServer, letter: &str) {
    let paper = server.uri("letters/kst-29521-385.txt");
    for cursor in ["(Kamer|stuk \n", "nr. 38|5) 🇪🇺"] {
        let targets = server.definition(letter, cursor).await;
        assert_eq!(targets.len(), 1, "{cursor}: {targets:?}");
        assert_eq!(targets[0].0, paper);
        let line = targets[0].1["start"]["line"].as_u64().unwrap();
        assert!(line <= 10, "to the head of the paper, not to line {line}");
    }
}

async fn type_and_mend(server: &mut TestServer, letter: &str) {
    assert_eq!(short(&server.diagnostics(letter).await), [""; 0]);
    server.replace(
        letter,
        "in algemene zin (Kamerstuk 29 521, nr. 368)",
        "in algemene zin (Kamerstuk 295 21, nr. 368)",
    );
    // The edit ends amid the citation, so the cursor has to leave it before it is judged.
    server.replace(letter, "De Minister", "\nDe Minister");
    let marks = server.diagnostics(letter).await;
    assert_eq!(marks.len(), 1, "{:?}", short(&marks));
    assert_eq!(marks[0].code, "malformed-dossier");
    assert!(marks[0].words.contains("295 21"), "{:?}", short(&marks));
    let fixes = server.fixes(letter, &marks[0]).await;
    assert!(!fixes.is_empty(), "a fix is offered");
    server.take_fix(&fixes[0]).await;
    assert!(server.text(letter).contains("(Kamerstuk 29 521, nr. 368)"), "{}", server.text(letter));
    assert_eq!(short(&server.diagnostics(letter).await), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_vs_code() {
    travel(workspace().profile(Profile::vscode()).start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_every_encoding() {
    for (name, unit) in UNITS.into_iter().zip([Unit::Utf8, Unit::Utf16, Unit::Utf32]) {
        let server = workspace().profile(Profile::vscode().counting_in(name)).start().await;
        assert_eq!(server.unit, unit);
        travel(server).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_real_program_over_stdio_in_every_encoding() {
    for name in UNITS {
        travel(workspace().profile(Profile::vscode().counting_in(name)).over_stdio().start().await).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_neovim_that_is_sent_its_diagnostics_with_versions() {
    let versions = "/textDocument/publishDiagnostics/versionSupport";
    let profile = Profile::neovim().with(versions, json!(true));
    let server = workspace().profile(profile).start().await;
    assert!(!server.lock().watch.pulls(), "Neovim does not take a refresh, so it is sent its diagnostics");
    travel(server).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_client_that_takes_plain_text_and_locations() {
    travel(workspace().profile(Profile::push_only()).start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_client_that_offers_nothing_but_hears_the_status() {
    let status = json!({ "griffier": { "status": true } });
    let versions = "/textDocument/publishDiagnostics/versionSupport";
    let profile = Profile::minimal().with("/experimental", status).with(versions, json!(true));
    let mut server = workspace().profile(profile).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    hover_from_both_lines(&mut server, &letter).await;
    jump_to_the_paper(&mut server, &letter).await;
    let empty = server.pushed(&letter, Some(1)).await;
    assert_eq!(empty, json!([]));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hover_is_in_the_markup_that_the_client_shows() {
    for (profile, markdown) in [(Profile::vscode(), true), (Profile::push_only(), false)] {
        let mut server = workspace().profile(profile).start().await;
        let letter = server.open("brief.txt", LETTER);
        server.quiescent().await;
        let params = server.at(&letter, "(Kamer|stuk \n");
        let hover = server.request("textDocument/hover", params).await;
        let contents = hover["contents"]["value"].as_str().unwrap();
        assert_eq!(hover["contents"]["kind"], if markdown { "markdown" } else { "plaintext" });
        assert_eq!(contents.contains("**") || contents.contains("]("), markdown, "{contents}");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_citation_is_a_link_to_its_official_address() {
    let mut server = workspace().start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    let params = json!({ "textDocument": { "uri": letter } });
    let links = server.request("textDocument/documentLink", params).await;
    let links = links.as_array().unwrap();
    let first = &links[0];
    assert_eq!(server.words(&letter, &first["range"]), "Kamerstuk \n29 521, nr. 385");
    assert_eq!(first["target"], "https://zoek.officielebekendmakingen.nl/kst-29521-385.html");
    assert_eq!(links.len(), 5, "{links:?}");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citation_that_is_being_typed_is_not_malformed_yet() {
    let mut server = workspace().start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    let mut typed = String::from("van Defensie");
    for part in [" (Kamerstuk", " 29", " 521", ", nr", "."] {
        server.type_behind(&letter, &typed, part);
        typed.push_str(part);
        assert_eq!(short(&server.diagnostics(&letter).await), [""; 0], "after {typed:?}");
    }
    server.replace(&letter, "Aan de", "\nAan de");
    let marks = server.diagnostics(&letter).await;
    let codes: Vec<_> = marks.iter().map(|mark| mark.code.as_str()).collect();
    assert_eq!(codes, ["unbalanced-parenthesis", "missing-number"]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_client_gets_an_answer_to_every_question() {
    for (name, profile) in Profile::all() {
        let mut server = workspace().profile(profile).start().await;
        let letter = server.open("brief.txt", &LETTER.replacen("29 521, nr. 385", "29 251, nr. 385", 1));
        let document = json!({ "uri": letter });
        assert!(server.hover(&letter, "(Kamer|stuk \n").await.is_some(), "{name}");
        server.definition(&letter, "nr. 36|8)").await;
        server.request("textDocument/documentLink", json!({ "textDocument": document })).await;
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
        let context = json!({ "diagnostics": [] });
        let params = json!({ "textDocument": document, "range": range, "context": context });
        // Whether it offers fixes at all depends on the client; whatever it says, the watch looks at it.
        if server.lock().watch.declared("/codeActionProvider").is_null() {
            server.try_request("textDocument/codeAction", params).await.ok();
        } else {
            server.request("textDocument/codeAction", params).await;
        }
        server.same_text(&letter).await;
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

/// The letter of 27 March 2020 on taskforce Takuba, as it was sent, against the list of all papers.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_real_letter_and_the_real_list() {
    let Some(data) = shared("data") else {
        println!("skipped: no real letter at hand (GRIFFIER_SHARED)");
        return;
    };
    let text = std::fs::read_to_string(data.join("takuba-2020-03-27.txt")).unwrap();
    let toml = TOML.replace("lijst.txt", "lijst.txt.xz");
    let on_disk = [("griffier.toml", &*toml), ("letters/kst-29521-385.txt", PAPER_385)];
    let mut builder = TestServer::builder().files(&on_disk);
    let mut server = builder.connect();
    // A workspace names no lists outside of it.
    std::fs::copy(data.join("kst_ids.txt.xz"), server.path("lijst.txt.xz")).unwrap();
    builder.begin(&mut server).await;
    let letter = server.open("takuba.txt", &text);
    server.quiescent().await;
    let broken = server.hover(&letter, "29 521,| nr. 385").await.expect("a hover");
    assert!(broken.0.contains('\n') && broken.0.starts_with("Kamerstuk"), "{broken:?}");
    let grave = |marks: Vec<Mark>| -> Vec<Mark> {
        marks.into_iter().filter(|mark| mark.whole["severity"].as_u64() <= Some(2)).collect()
    };
    assert_eq!(short(&grave(server.diagnostics(&letter).await)), [""; 0]);
    server.replace(&letter, "29 521, nr. 385", "29 251, nr. 385");
    let marks = grave(server.diagnostics(&letter).await);
    assert_eq!(marks.iter().map(|mark| mark.code.as_str()).collect::<Vec<_>>(), ["unknown-document"]);
    let fixes = server.fixes(&letter, &marks[0]).await;
    let fix = fixes
        .iter()
        .find(|fix| fix["title"].as_str().unwrap().contains("29 521"))
        .expect("29 521 is suggested");
    server.take_fix(fix).await;
    assert_eq!(server.text(&letter), text);
    server.finish().await;
}
