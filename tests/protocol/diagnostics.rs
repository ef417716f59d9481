//! Findings reach the client in one way, in time, and go when their letter goes.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, WORKSPACE};
use crate::letters::short;
use crate::profile::Profile;
use crate::shared::PUBLISH;
use crate::start::Builder;

/// A letter with a dossier that two swapped figures have made into another.
fn swapped() -> String {
    LETTER.replacen("29 521, nr. 385", "29 251, nr. 385", 1)
}

fn workspace(profile: Profile) -> Builder {
    TestServer::builder().files(&WORKSPACE).profile(profile)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_can_ask_and_be_told_to_ask_again_is_never_sent_anything() {
    let mut server = workspace(Profile::vscode()).start().await;
    let letter = server.open("brief.txt", &swapped());
    server.quiescent().await;
    let marks = server.diagnostics(&letter).await;
    assert_eq!(marks.iter().map(|mark| mark.code.as_str()).collect::<Vec<_>>(), ["unknown-document"]);
    server.replace(&letter, "De Minister", "De Minister-President");
    server.save(&letter);
    server.quiescent().await;
    server.close(&letter);
    // The watch fails the test at any diagnostics that are pushed; an answer shows that all that was sent has been handled.
    assert_eq!(server.calls("textDocument/publishDiagnostics"), 0);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_cannot_is_sent_them_with_the_version_and_none_when_the_letter_goes() {
    let mut server = workspace(Profile::push_only()).start().await;
    let letter = server.open("brief.txt", &swapped());
    let list = server.pushed_when(&letter, |list| !list.is_empty()).await;
    assert_eq!(list[0]["code"], "unknown-document");
    server.replace(&letter, "29 251", "29 521");
    assert_eq!(server.pushed(&letter, Some(2)).await, json!([]));
    server.replace(&letter, "29 521", "29 251");
    assert_eq!(server.pushed(&letter, Some(3)).await.as_array().unwrap().len(), 1);
    server.close(&letter);
    assert_eq!(server.pushed(&letter, None).await, json!([]), "the marks go with the letter");
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_burst_of_typing_is_judged_once_at_its_end() {
    let mut server = workspace(Profile::push_only()).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.pushed(&letter, Some(1)).await;
    server.quiescent().await;
    server.drop_published();
    let before = server.calls("textDocument/publishDiagnostics");
    for count in 0..200 {
        server.replace(
            &letter,
            &format!("De Minister{}", "!".repeat(count)),
            &format!("De Minister{}", "!".repeat(count + 1)),
        );
    }
    server.pushed(&letter, Some(201)).await;
    let pushed = server.calls("textDocument/publishDiagnostics") - before;
    assert!(pushed <= 20, "{pushed} times for one burst");
    server.ignore(PUBLISH);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unchanged_letter_need_not_be_sent_again() {
    let mut server = workspace(Profile::vscode()).start().await;
    let letter = server.open("brief.txt", &swapped());
    server.quiescent().await;
    let ask = |previous: Value| {
        let mut params = json!({ "textDocument": { "uri": letter } });
        if !previous.is_null() {
            params["previousResultId"] = previous;
        }
        params
    };
    let first = server.request("textDocument/diagnostic", ask(Value::Null)).await;
    assert!(first["resultId"].is_string(), "{first}");
    let second = server.request("textDocument/diagnostic", ask(first["resultId"].clone())).await;
    assert_eq!(second["kind"], "unchanged");
    server.replace(&letter, "29 251", "29 521");
    let third = server.request("textDocument/diagnostic", ask(first["resultId"].clone())).await;
    assert_eq!((third["kind"].as_str(), &third["items"]), (Some("full"), &json!([])));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_near_miss_is_offered_and_cures() {
    let mut server = workspace(Profile::vscode()).start().await;
    let letter = server.open("brief.txt", &swapped());
    server.quiescent().await;
    let marks = server.diagnostics(&letter).await;
    let fixes = server.fixes(&letter, &marks[0]).await;
    let fix = fixes
        .iter()
        .find(|fix| fix["title"].as_str().unwrap().contains("29 521"))
        .expect("29 521 is suggested");
    server.take_fix(fix).await;
    assert!(server.text(&letter).contains("(Kamerstuk \n29 521, nr. 385)"), "{}", server.text(&letter));
    assert_eq!(short(&server.diagnostics(&letter).await), [""; 0]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_left_unsaid_while_typing_is_said_when_one_stops() {
    for profile in [Profile::push_only(), Profile::vscode()] {
        let mut server = workspace(profile).start().await;
        let letter = server.open("brief.txt", LETTER);
        server.quiescent().await;
        server.drop_published();
        server.type_behind(&letter, "van Defensie", " (Kamerstuk 29 521, nr.");
        let refreshed = server.calls("workspace/diagnostic/refresh");
        assert_eq!(short(&server.diagnostics(&letter).await), [""; 0]);
        let list = if server.lock().watch.pulls() {
            // It is told to ask anew for other reasons too.
            let mut told = refreshed;
            loop {
                server.called_more("workspace/diagnostic/refresh", told).await;
                told = server.calls("workspace/diagnostic/refresh");
                let marks = server.diagnostics(&letter).await;
                if !marks.is_empty() {
                    break short(&marks);
                }
            }
        } else {
            let list = server.pushed_when(&letter, |list| !list.is_empty()).await;
            short(&server.marks(&letter, &Value::Array(list)))
        };
        assert_eq!(list, ["unbalanced-parenthesis «(»", "missing-number «nr.»"]);
        server.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_save_ends_the_typing_for_clients_that_ask_too() {
    let mut server = workspace(Profile::vscode()).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    server.type_behind(&letter, "van Defensie", " (Kamerstuk 29 521, nr.");
    assert_eq!(short(&server.diagnostics(&letter).await), [""; 0]);
    server.quiescent().await;
    let refreshed = server.calls("workspace/diagnostic/refresh");
    server.save(&letter);
    // The client asked behind the change, and does not ask again unless it is told to.
    server.called_more("workspace/diagnostic/refresh", refreshed).await;
    let marks = server.diagnostics(&letter).await;
    assert_eq!(short(&marks), ["unbalanced-parenthesis «(»", "missing-number «nr.»"]);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn related_places_are_told_where_they_are_shown() {
    let mut server = workspace(Profile::vscode()).start().await;
    let letter = server.open("brief.txt", &swapped());
    server.quiescent().await;
    let marks = server.diagnostics(&letter).await;
    for related in marks[0].whole["relatedInformation"].as_array().into_iter().flatten() {
        if related["location"]["uri"] == letter {
            assert!(!server.words(&letter, &related["location"]["range"]).is_empty());
        }
    }
    server.finish().await;
}
