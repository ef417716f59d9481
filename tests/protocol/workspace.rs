//! Folders, settings, files that change outside, and pages that are no files.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, LIST, PAPER_385, TOML, WORKSPACE};
use crate::letters::short;
use crate::profile::Profile;
use crate::shared::PUBLISH;

const REFRESH: &str = "workspace/diagnostic/refresh";

/// A letter that says `nr.` without a number, which is an error or a warning by the settings.
const NUMBERLESS: &str = "Den Haag, 27 maart 2020\n\nZie de brief (Kamerstuk 29 521, nr. ).\n\nHoogachtend\n";

async fn severity(server: &mut TestServer, letter: &str) -> Vec<Value> {
    let marks = server.diagnostics(letter).await;
    marks
        .into_iter()
        .filter(|mark| mark.code == "missing-number")
        .map(|mark| mark.whole["severity"].clone())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_are_asked_for_and_asked_again_when_they_change() {
    let mut server = TestServer::builder()
        .files(&WORKSPACE)
        .settings(json!({ "findings": { "severity": { "missing-number": "info" } } }))
        .start()
        .await;
    let letter = server.open("brief.txt", NUMBERLESS);
    server.quiescent().await;
    assert_eq!(severity(&mut server, &letter).await, [json!(3)]);

    let refreshed = server.calls(REFRESH);
    server.lock().settings = json!({ "findings": { "severity": { "missing-number": "off" } } });
    server.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    server.called_more(REFRESH, refreshed).await;
    assert_eq!(severity(&mut server, &letter).await, Vec::<Value>::new());
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_that_are_sent_along_are_taken() {
    let mut server = TestServer::builder().files(&WORKSPACE).profile(Profile::push_only()).start().await;
    let letter = server.open("brief.txt", NUMBERLESS);
    let first = server.pushed_when(&letter, |list| !list.is_empty()).await;
    assert_eq!(first[0]["code"], "missing-number");
    let settings = json!({ "griffier": { "findings": { "severity": { "missing-number": "off" } } } });
    server.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    server.pushed_when(&letter, <[Value]>::is_empty).await;
    server.finish().await;
}

/// A client that shows what is wrong under the pointer by itself is not told so a second time; of the rest of the citation it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hover_does_not_repeat_what_the_client_shows_there() {
    let broken = "Den Haag, 27 maart 2020\n\nZie de brief (Kamerstuk \n29 521, nr. 9385).\n";
    for shows in [true, false] {
        let profile = Profile::vscode().with("/experimental/griffier/showsFindings", json!(shows));
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let letter = server.open("brief.txt", broken);
        server.quiescent().await;
        let (_, beside) = server.hover(&letter, "(Kamer|stuk \n").await.expect("a hover");
        assert!(beside.contains("staat niet in de lijst"), "{beside}");
        let (_, on) = server.hover(&letter, "nr. 93|85").await.expect("a hover on the number");
        assert_eq!(on.contains("staat niet in de lijst"), !shows, "{on}");
        server.finish().await;
    }
}

/// A list outside the workspace is read, unless the client says that its user does not trust the folder.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_outside_the_workspace_is_a_matter_of_trust() {
    let broken = "Den Haag, 27 maart 2020\n\nZie de brief (Kamerstuk 29 521, nr. 9385).\n";
    for trusted in [true, false] {
        let mut server = TestServer::builder()
            .file("lijst.txt", LIST)
            .file("kamer/griffier.toml", &TOML.replace("lijst.txt", "../lijst.txt"))
            .file("kamer/letters/kst-29521-385.txt", PAPER_385)
            .folders(&["kamer"])
            .trusted(trusted)
            .start()
            .await;
        let letter = server.open("kamer/brief.txt", broken);
        server.quiescent().await;
        let found = server.diagnostics(&letter).await.len();
        assert_eq!(found, usize::from(trusted));
        if !trusted {
            let told = server.expect("window/showMessage").await;
            assert!(told.to_string().contains("lijst.txt"), "{told}");
        }
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_of_messages_can_be_set() {
    let mut said = Vec::new();
    for language in ["nl", "en"] {
        let settings = json!({ "language": language });
        let mut server = TestServer::builder().files(&WORKSPACE).settings(settings).start().await;
        let letter = server.open("brief.txt", NUMBERLESS);
        server.quiescent().await;
        let marks = server.diagnostics(&letter).await;
        said.push(marks[0].whole["message"].as_str().unwrap().to_owned());
        server.finish().await;
    }
    assert_ne!(said[0], said[1]);
    assert!(said[0].contains("nummer") && said[1].contains("number"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_in_the_settings_is_told_once_and_the_rest_counts() {
    let severity_of_all = json!({ "missing-number": "info", "no-such-rule": "loud" });
    let settings = json!({ "findings": { "severity": severity_of_all, "style": 7 }, "novelty": true });
    let mut server = TestServer::builder().files(&WORKSPACE).settings(settings).start().await;
    let letter = server.open("brief.txt", NUMBERLESS);
    server.quiescent().await;
    server.expect("window/showMessage").await;
    assert_eq!(severity(&mut server, &letter).await, [json!(3)]);
    server.ignore("window/showMessage");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_appears_and_goes_outside_is_noticed() {
    for profile in [Profile::vscode(), Profile::push_only()] {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let letter = server.open("brief.txt", &LETTER.replace("nr. 385)", "nr. 404)"));
        server.quiescent().await;
        assert!(server.watches_files(), "files are watched by the client, since we poll nothing");
        let paper = "letters/kst-29521-404.txt";
        let cursor = "nr. 40|4)";
        assert_ne!(server.target(&letter, cursor).await, Some(server.uri(paper)));

        std::fs::write(server.path(paper), PAPER_385.replace("Nr. 385", "Nr. 404")).unwrap();
        server.file_event(paper, 1);
        server.target_becomes(&letter, cursor, &server.uri(paper)).await;

        std::fs::write(server.path(paper), PAPER_385.replace("Nr. 385", "Nr. 405")).unwrap();
        server.file_event(paper, 2);
        server.target_leaves(&letter, cursor, &server.uri(paper)).await;

        std::fs::write(server.path(paper), PAPER_385.replace("Nr. 385", "Nr. 404")).unwrap();
        server.file_event(paper, 2);
        server.target_becomes(&letter, cursor, &server.uri(paper)).await;

        std::fs::remove_file(server.path(paper)).unwrap();
        server.file_event(paper, 3);
        server.target_leaves(&letter, cursor, &server.uri(paper)).await;
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_griffier_toml_counts_at_once() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", NUMBERLESS);
    server.quiescent().await;
    assert_eq!(severity(&mut server, &letter).await.len(), 1);
    let refreshed = server.calls(REFRESH);
    let toml = format!("{TOML}\n[findings.severity]\nmissing-number = \"off\"\n");
    std::fs::write(server.path("griffier.toml"), toml).unwrap();
    server.file_event("griffier.toml", 2);
    server.called_more(REFRESH, refreshed).await;
    assert_eq!(severity(&mut server, &letter).await.len(), 0);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_griffier_toml_is_told_and_the_server_serves() {
    let mut server =
        TestServer::builder().files(&WORKSPACE).file("griffier.toml", "[corpus\nletters = 3").start().await;
    let letter = server.open("brief.txt", NUMBERLESS);
    server.quiescent().await;
    let told = server.expect("window/showMessage").await;
    assert!(told["params"]["message"].as_str().unwrap().contains("griffier.toml"), "{told}");
    assert_eq!(severity(&mut server, &letter).await.len(), 1);
    server.ignore("window/showMessage");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_folder_a_letter_is_served_by_itself() {
    for (name, profile) in [("VS Code", Profile::vscode()), ("push only", Profile::push_only())] {
        let mut server = TestServer::builder().folders(&[]).profile(profile).start().await;
        let letter = server.uri("brief.txt");
        server.open_as(&letter, "kamerbrief", LETTER);
        let (words, _) = server.hover(&letter, "(Kamer|stuk \n").await.expect(name);
        assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_was_never_saved_is_served() {
    let mut server = TestServer::builder().folders(&[]).start().await;
    server.open_as("untitled:Untitled-1", "kamerbrief", LETTER);
    let (words, _) = server.hover("untitled:Untitled-1", "(Kamer|stuk \n").await.expect("a hover");
    assert_eq!(words, "Kamerstuk \n29 521, nr. 385");
    server.finish().await;
}

/// Neovim calls every buffer without a name `file://`, and takes what is said of that for a buffer of the name `/`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_letter_without_a_name_only_what_is_asked_is_told() {
    let mut server = TestServer::builder().folders(&[]).profile(Profile::neovim()).start().await;
    // Elsewhere there is a fix for this dossier.
    server.open_as("file://", "kamerbrief", "Zie de brief (Kamerstuk 295 21, nr. 385).\n");
    let (words, _) = server.hover("file://", "(Kamer|stuk 295 21").await.expect("a hover");
    assert_eq!(words, "Kamerstuk 295 21, nr. 385");
    let everything = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 5, "character": 0 } });
    let context = json!({ "diagnostics": [] });
    let document = json!({ "uri": "file://" });
    let params = json!({ "textDocument": document, "range": everything, "context": context });
    assert_eq!(server.request("textDocument/codeAction", params).await, json!([]));
    server.quiescent().await;
    // Diagnostics that were sent would lie unread and fail the test.
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_without_a_griffier_toml_are_left_alone() {
    let mut server = TestServer::builder().file("leesmij.txt", LETTER).start().await;
    let letter = server.open("leesmij.txt", NUMBERLESS);
    server.quiescent().await;
    assert_eq!(short(&server.diagnostics(&letter).await), [""; 0]);
    assert_eq!(server.hover(&letter, "(Kamer|stuk 29 521").await, None);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_folder_is_a_corpus_of_its_own() {
    let mut server = TestServer::builder()
        .folders(&["defensie", "zaken"])
        .files(&[
            ("defensie/griffier.toml", TOML),
            ("defensie/lijst.txt", LIST),
            ("defensie/letters/kst-29521-385.txt", PAPER_385),
            ("zaken/griffier.toml", "[corpus]\nletters = [\"letters\"]\n"),
            ("zaken/letters/nota.txt", "Den Haag, 1 mei 2020\n"),
        ])
        .start()
        .await;
    let paper = server.uri("defensie/letters/kst-29521-385.txt");
    let there = server.open("defensie/brief.txt", LETTER);
    let elsewhere = server.open("zaken/brief.txt", LETTER);
    server.quiescent().await;
    assert_eq!(server.target(&there, "(Kamer|stuk \n").await, Some(paper.clone()));
    assert_ne!(server.target(&elsewhere, "(Kamer|stuk \n").await, Some(paper.clone()));

    // The folder goes, and its letters with it.
    let gone = json!({ "uri": server.uri("zaken"), "name": "zaken" });
    server.lock().folders.pop();
    let event = json!({ "added": [], "removed": [gone] });
    server.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    assert_eq!(server.target(&there, "(Kamer|stuk \n").await, Some(paper));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_that_is_added_is_read() {
    let mut server = TestServer::builder()
        .folders(&["leeg"])
        .files(&[
            ("defensie/griffier.toml", TOML),
            ("defensie/lijst.txt", LIST),
            ("defensie/letters/kst-29521-385.txt", PAPER_385),
        ])
        .start()
        .await;
    server.quiescent().await;
    let added = json!({ "uri": server.uri("defensie"), "name": "defensie" });
    server.lock().folders.push(added.clone());
    let event = json!({ "added": [added], "removed": [] });
    server.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    let letter = server.open("defensie/brief.txt", LETTER);
    let paper = server.uri("defensie/letters/kst-29521-385.txt");
    server.target_becomes(&letter, "(Kamer|stuk \n", &paper).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paper_known_from_a_list_alone_is_a_page_that_can_be_read() {
    for (name, profile) in [("VS Code", Profile::vscode()), ("Neovim", Profile::neovim())] {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        let letter = server.open("brief.txt", LETTER);
        server.quiescent().await;
        let page = server.target(&letter, "385 en 40|3)").await.expect(name);
        assert!(page.starts_with("griffier:"), "{name}: {page}");
        let content = server.request("workspace/textDocumentContent", json!({ "uri": page })).await;
        let text = content["text"].as_str().unwrap();
        assert!(text.contains("29 521") && text.contains("403"), "{text}");
        for nonsense in ["griffier:///x.md", "griffier:///", "griffier:x", "file:///kst-29521-403.md"] {
            let answer =
                server.try_request("workspace/textDocumentContent", json!({ "uri": nonsense })).await;
            assert_eq!(answer.expect_err(nonsense).code, -32602);
        }
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_page_can_be_shown_it_is_a_file() {
    let mut server = TestServer::builder().files(&WORKSPACE).profile(Profile::push_only()).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    let page = server.target(&letter, "385 en 40|3)").await.expect("a target");
    let path = url::Url::parse(&page).unwrap().to_file_path().expect("a file");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("29 521") && text.contains("403"), "{text}");
    server.ignore(PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn opening_a_page_says_nothing_of_it() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    let page = server.target(&letter, "385 en 40|3)").await.unwrap();
    let content = server.request("workspace/textDocumentContent", json!({ "uri": page })).await;
    server.open_as(&page, "markdown", content["text"].as_str().unwrap());
    let marks = server.diagnostics(&page).await;
    assert_eq!(short(&marks), [""; 0]);
    server.close(&page);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_letter_goes_before_its_file() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    let paper = server.open("letters/kst-29521-385.txt", PAPER_385);
    server.quiescent().await;
    let told = |hover: Option<(String, String)>| hover.expect("a hover").1;
    let before = told(server.hover(&letter, "(Kamer|stuk \n").await);
    assert!(before.contains("Nederlandse deelname aan vredesmissies"), "{before}");
    server.replace(&paper, "Nr. 385", "Nr. 386");
    // What is not saved yet counts: the paper has another number now.
    server.target_leaves(&letter, "(Kamer|stuk \n", &paper).await;
    server.close(&paper);
    server.target_becomes(&letter, "(Kamer|stuk \n", &paper).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_is_open_twice_stays_open_when_one_of_them_closes() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", &LETTER.replace("385)", "386)"));
    // Two spellings of one address, as of `c%3A` and `C:`.
    let first = server.uri("letters/kst-29521-385.txt");
    let second = first.replace("/kst-", "/%6Bst-");
    for uri in [&first, &second] {
        server.open_as(uri, "plaintext", &PAPER_385.replace("Nr. 385", "Nr. 386"));
    }
    server.target_leaves(&letter, "(Kamer|stuk \n", "griffier:///kst-29521-386.md").await;
    server.quiescent().await;
    let told = server.calls("griffier/status");
    server.close(&first);
    server.called_more("griffier/status", told).await;
    server.quiescent().await;
    // Its file has another number.
    assert_eq!(server.target(&letter, "(Kamer|stuk \n").await, Some(second));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn letters_on_their_own_follow_the_lists_of_the_user() {
    let mut builder = TestServer::builder().folders(&[]);
    let mut server = builder.connect();
    let coverage = "coverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]";
    let config = format!("[[corpus.catalogue]]\npath = \"lijst.txt\"\n{coverage}\n");
    std::fs::write(server.path(".home/config.toml"), config).unwrap();
    std::fs::write(server.path(".home/lijst.txt"), LIST.replace("kst-29521-385\n", "")).unwrap();
    builder.begin(&mut server).await;
    let letter = server.uri("brief.txt");
    server.open_as(&letter, "kamerbrief", LETTER);
    // Until a letter is open there is no list to be read.
    server.called_more(REFRESH, 0).await;
    server.quiescent().await;
    assert_eq!(short(&server.diagnostics(&letter).await).len(), 2, "385 is cited twice and not in the list");
    let refreshed = server.calls(REFRESH);
    std::fs::write(server.path(".home/lijst.txt"), LIST).unwrap();
    server.file_event(".home/lijst.txt", 2);
    server.called_more(REFRESH, refreshed).await;
    assert_eq!(short(&server.diagnostics(&letter).await), [""; 0]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn papers_in_old_character_sets_are_jumped_into() {
    let paper = PAPER_385.replace("BRIEF VAN", "BRIEF OVER COÖRDINATIE VAN");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&paper);
    let utf16: Vec<u8> = paper.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xFF, 0xFE][..], &utf16].concat();
    for bytes in [windows.into_owned(), utf16] {
        let mut builder = TestServer::builder().files(&WORKSPACE);
        let mut server = builder.connect();
        std::fs::write(server.path("letters/kst-29521-385.txt"), bytes).unwrap();
        builder.begin(&mut server).await;
        let letter = server.open("brief.txt", LETTER);
        server.quiescent().await;
        let targets = server.definition(&letter, "(Kamer|stuk \n").await;
        let (uri, range) = &targets[0];
        assert_eq!(*uri, server.uri("letters/kst-29521-385.txt"));
        assert!(range["start"]["line"].as_u64().unwrap() <= 10, "{range}");
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_griffier_toml_that_goes_takes_its_corpus_along() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    assert!(server.target(&letter, "(Kamer|stuk \n").await.is_some());
    std::fs::remove_file(server.path("griffier.toml")).unwrap();
    server.file_event("griffier.toml", 3);
    let paper = server.uri("letters/kst-29521-385.txt");
    server.target_leaves(&letter, "(Kamer|stuk \n", &paper).await;
    server.same_text(&letter).await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_footnote_mark_shows_its_note_and_leads_there_and_back() {
    let text = "\
Den Haag, 27 maart 2020

De inzet is eerder toegelicht.[^1] Daarop is gewezen.

[^1]: Zie de brief van 5 september 2019 (Kamerstuk 29 521, nr. 385).
";
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("noot.md", text);
    server.quiescent().await;
    let (_, note) = server.hover(&letter, "toegelicht.[^|1]").await.expect("a hover on the mark");
    assert!(note.contains("5 september 2019"), "{note}");
    let there = server.definition(&letter, "toegelicht.[^|1]").await;
    assert_eq!((there[0].0.as_str(), &there[0].1["start"]["line"]), (letter.as_str(), &json!(4)));
    let back = server.definition(&letter, "[^|1]: Zie").await;
    assert_eq!((back[0].0.as_str(), &back[0].1["start"]["line"]), (letter.as_str(), &json!(2)));
    server.finish().await;
}
