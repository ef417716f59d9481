//! Notes over the passage that the pointer is on.

use griffier::annotation::{About, Anchor, Draft, LetterText, Motivation, Note, Places, Sidecar};
use griffier::text::Span;

use super::LETTER;
use crate::client::TestServer;
use crate::fixtures::WORKSPACE;
use crate::profile::Profile;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hover_shows_the_notes_on_a_passage_wherever_it_is_now() {
    let mut server = TestServer::builder()
        .files(&WORKSPACE)
        .file("brief.txt", LETTER)
        .profile(Profile::vscode())
        .start()
        .await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    assert_eq!(server.hover(&letter, "zeg| u toe").await, None);

    // Another program makes a note while the letter is open.
    let start = LETTER.find("zeg").unwrap();
    let end = LETTER.find(").").unwrap();
    let anchor = Anchor::of(&LetterText::new(LETTER), Span::new(start, end));
    let mut draft = Draft::new(Motivation::Tagging, About::Passage(anchor));
    draft.tags = vec!["toezegging".to_owned()];
    let mut sidecar = Sidecar::open(&Places::beside(), &server.path("brief.txt")).unwrap();
    sidecar.page.add(Note::new(&draft, jiff::Timestamp::now()));
    sidecar.save().unwrap();

    let words = &LETTER[start..end];
    let shown = Some((words.to_owned(), "**toezegging**".to_owned()));
    assert_eq!(server.hover(&letter, "zeg| u toe").await, shown);
    let (_, both) = server.hover(&letter, "nr. 38|5").await.unwrap();
    assert!(both.contains("vredesmissies") && both.ends_with("\n\n**toezegging**"), "{both}");

    // The text above it changes; the file of notes does not.
    let before = std::fs::read(sidecar.path()).unwrap();
    server.type_behind(&letter, "Voorzitter,", "\n\nDank voor uw brief.");
    assert_eq!(server.hover(&letter, "zeg| u toe").await, shown);
    assert_eq!(std::fs::read(sidecar.path()).unwrap(), before);
    server.finish().await;
}
