//! What the text of a letter leaves open is settled by the lists, and settled anew when these change.

use crate::client::TestServer;
use crate::fixtures::{LIST, WORKSPACE};

const REFRESH: &str = "workspace/diagnostic/refresh";

/// Motions as tables of votes name them, and a debate by its page.
const LETTER: &str = "\
Den Haag, 11 december 2024

Ter stemming ligt (35570-XIV-46; 29521-385). Het debat staat in
Handelingen II 2007/08, nr. 70, p. 4867.
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_keyword_is_a_citation_from_when_a_list_knows_it() {
    let mut server = TestServer::builder().files(&WORKSPACE).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    let motion = "(35570-|XIV-46";
    // What the corpus knows by a letter of its own is one at once.
    let paper = server.uri("letters/kst-29521-385.txt");
    assert_eq!(server.target(&letter, "; 29521-|385").await, Some(paper));
    assert_eq!(server.hover(&letter, motion).await, None);
    assert_eq!(server.definition(&letter, motion).await, []);
    assert_eq!(server.diagnostics(&letter).await.len(), 0, "what is unconfirmed is not spoken of");

    let settled = |mut server: TestServer, list: String| async move {
        let refreshed = server.calls(REFRESH);
        std::fs::write(server.path("lijst.txt"), list).unwrap();
        server.file_event("lijst.txt", 2);
        server.called_more(REFRESH, refreshed).await;
        server
    };
    let mut server = settled(server, format!("{LIST}kst-35570-XIV-46\nh-tk-20072008-4866-4868\n")).await;
    let (words, told) = server.hover(&letter, motion).await.expect("a list knows it now");
    assert_eq!(words, "35570-XIV-46");
    assert!(told.contains("35 570 XIV, nr. 46"), "{told}");
    let page = server.target(&letter, motion).await.expect("a page about the paper");
    assert!(page.contains("kst-35570-XIV-46"), "{page}");
    let page = server.target(&letter, "p. 48|67").await.expect("a page about the debate");
    assert!(page.contains("h-tk-20072008-4866-4868"), "{page}");
    assert_eq!(server.diagnostics(&letter).await.len(), 0);

    let mut server = settled(server, LIST.to_owned()).await;
    assert_eq!(server.hover(&letter, motion).await, None);
    assert_eq!(server.definition(&letter, "p. 48|67").await, []);
    server.finish().await;
}
