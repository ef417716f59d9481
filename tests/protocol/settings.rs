//! Settings that clients send of themselves, whether they can be asked or not.

use serde_json::{Value, json};

use crate::client::{LIMIT, TestServer};
use crate::fixtures::{LETTER, WORKSPACE};
use crate::profile::Profile;
use crate::shared::PUBLISH;

fn speak(server: &mut TestServer, settings: &Value) {
    server.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
}

/// Whether the hover on the first citation is in Dutch.
async fn speaks_dutch(server: &mut TestServer, letter: &str) -> bool {
    let (_, told) = server.hover(letter, "(Kamer|stuk \n").await.expect("a hover");
    let (dutch, english) = (told.contains("angehaald"), told.contains("ited "));
    assert!(dutch != english, "{told}");
    dutch
}

/// Asks until the answer of the client has come through.
async fn comes_to_speak(server: &mut TestServer, letter: &str, language: &str) {
    let search = async { while speaks_dutch(server, letter).await != (language == "nl") {} };
    assert!(tokio::time::timeout(LIMIT, search).await.is_ok(), "never in {language}");
}

/// Neovim sends its settings and answers with what it has by then; other clients know only the one or the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_question_behind_the_settings_is_answered_in_their_language() {
    for profile in [Profile::neovim(), Profile::push_only()] {
        let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
        // Even while the workspace is only being read.
        speak(&mut server, &json!({ "griffier": { "language": "en" } }));
        let letter = server.open("brief.txt", LETTER);
        for language in ["en", "nl", "en", "nl"] {
            speak(&mut server, &json!({ "griffier": { "language": language } }));
            assert_eq!(speaks_dutch(&mut server, &letter).await, language == "nl");
        }
        speak(&mut server, &json!({ "griffier": { "language": "en" } }));
        server.quiescent().await;
        // That the client answers null to what it is asked does not take back what it sent.
        assert!(!speaks_dutch(&mut server, &letter).await);
        server.ignore(PUBLISH);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_client_answers_goes_before_what_it_sent() {
    let asked = "workspace/configuration";
    let mut server =
        TestServer::builder().files(&WORKSPACE).settings(json!({ "language": "en" })).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.called_more(asked, 0).await;
    let before = server.calls(asked);
    speak(&mut server, &json!({ "griffier": { "language": "nl" } }));
    server.called_more(asked, before).await;
    comes_to_speak(&mut server, &letter, "en").await;
    // Who has no settings any more answers null, and sends nothing of ours.
    server.lock().settings = Value::Null;
    let before = server.calls(asked);
    speak(&mut server, &json!({}));
    server.called_more(asked, before).await;
    comes_to_speak(&mut server, &letter, "nl").await;
    server.finish().await;
}

/// The settings of a folder that nobody trusts may name files of the user, and so would what is said of these.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_in_a_folder_that_is_not_trusted_reach_nothing_outside_it() {
    for trusted in [true, false] {
        let mut builder = TestServer::builder()
            .folders(&["werk"])
            .file("werk/griffier.toml", "")
            .file("werk/brief.txt", LETTER)
            .settings(json!({}));
        let mut server = builder.connect();
        server.lock().settings = json!({ "corpus": { "letters": [server.path("elders")] } });
        std::fs::create_dir_all(server.path("elders")).unwrap();
        let paper = "elders/kst-29521-385.txt";
        std::fs::write(server.path(paper), crate::fixtures::PAPER_385).unwrap();
        let mut params = builder.initialize_params(&server);
        params["initializationOptions"] = json!({ "trusted": trusted });
        server.request("initialize", params).await;
        server.notify("initialized", json!({}));
        let letter = server.open("werk/brief.txt", LETTER);
        server.called_more("workspace/configuration", 0).await;
        if trusted {
            let paper = server.uri(paper);
            server.target_becomes(&letter, "(Kamer|stuk \n", &paper).await;
        } else {
            let told = server.expect("window/showMessage").await;
            assert!(told["params"]["message"].as_str().unwrap().contains("elders"), "{told}");
            server.quiescent().await;
            assert_eq!(server.target(&letter, "(Kamer|stuk \n").await, None);
        }
        server.ignore("window/showMessage");
        server.finish().await;
    }
}
