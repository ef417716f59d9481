//! Notes in their files: what is kept, what is merged, and what is refused.

use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::*;
use crate::identifier::DocumentId;
use crate::text::Span;

const BRIEF: &str = "Geachte voorzitter,\n\nIk zeg u toe de Kamer voor de zomer te informeren over Mali.\n";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn letter(&self) -> PathBuf {
        self.folder.path().join("brief.txt")
    }

    fn open(&self) -> Sidecar {
        Sidecar::open(&Places::beside(), &self.letter()).unwrap()
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("brief.txt.annotations.json")
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&fs::read(self.file()).unwrap()).unwrap()
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn note(second: i64, text: &str) -> Note {
    let anchor = Anchor::of(&LetterText::new(BRIEF), Span::new(21, 33));
    let mut draft = Draft::new(Motivation::Commenting, About::Passage(anchor));
    draft.text = text.to_owned();
    draft.creator = Some("A. de Vries".to_owned());
    Note::new(&draft, at(second))
}

fn texts(page: &Page) -> Vec<String> {
    page.notes().iter().map(Note::text).collect()
}

#[test]
fn a_note_is_written_as_the_w3c_wants_it() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let anchor = Anchor::of(&LetterText::new(BRIEF), Span::new(21, 33));
    let mut draft = Draft::new(Motivation::Tagging, About::Passage(anchor));
    draft.text = "Wanneer *precies*?".to_owned();
    draft.tags = vec!["toezegging".to_owned()];
    draft.links = vec![DocumentId::parse("kst-29521-385").unwrap()];
    draft.creator = Some("A. de Vries".to_owned());
    let note = Note::new(&draft, at(0));
    let id = note.id().to_owned();
    sidecar.page.add(note);
    assert!(sidecar.save().unwrap().written);
    let mut json = desk.json();
    assert_eq!(json["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    json.as_object_mut().unwrap().remove("@context");
    assert_eq!(
        json,
        json!({
            "id": "brief.txt.annotations.json",
            "type": "AnnotationPage",
            "items": [{
                "id": id,
                "type": "Annotation",
                "motivation": "tagging",
                "creator": { "type": "Person", "name": "A. de Vries" },
                "created": "2023-11-14T22:13:20.000Z",
                "body": [
                    { "type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": "Wanneer *precies*?" },
                    { "type": "TextualBody", "purpose": "tagging", "value": "toezegging" },
                    {
                        "type": "SpecificResource",
                        "purpose": "linking",
                        "source": "https://zoek.officielebekendmakingen.nl/kst-29521-385.html",
                        "identifier": "kst-29521-385"
                    },
                ],
                "target": {
                    "type": "SpecificResource",
                    "source": "brief.txt",
                    "selector": [
                        {
                            "type": "TextQuoteSelector",
                            "exact": "Ik zeg u toe",
                            "prefix": "Geachte voorzitter,\n\n",
                            "suffix": " de Kamer voor de zomer te informeren over Mali.\n"
                        },
                        { "type": "TextPositionSelector", "start": 21, "end": 33 },
                    ],
                    "seenOn": LetterText::new(BRIEF).hash().to_string(),
                    "distinctBy": ["quote", "context", "surroundings"],
                },
            }],
        })
    );
    let read = desk.open();
    let note = read.page.note(&id).unwrap();
    assert_eq!(
        (note.text().as_str(), note.tags(), note.creator()),
        ("Wanneer *precies*?", vec!["toezegging"], Some("A. de Vries"))
    );
    assert_eq!(note.links()[0].id, DocumentId::parse("kst-29521-385").ok());
    assert_eq!((note.motivation(), note.created()), (Some(Motivation::Tagging), Some(at(0))));
    assert_eq!(note.anchor().unwrap().position, Some((21, 33)));
}

#[test]
fn a_note_on_the_letter_and_an_answer() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    let whole = Note::new(&Draft::new(Motivation::Questioning, About::Letter), at(0));
    let answer = Note::new(&Draft::new(Motivation::Replying, About::Note(whole.id().to_owned())), at(1));
    let id = whole.id().to_owned();
    sidecar.page.add(answer);
    sidecar.page.add(whole);
    sidecar.save().unwrap();
    let read = desk.open();
    let targets: Vec<_> = read.page.notes().iter().map(Note::target).collect();
    assert_eq!(targets, [Target::Letter, Target::Note(id.clone())]);
    assert_eq!(desk.json()["items"][0]["target"], "brief.txt");
    // A letter that is renamed takes both along, and the answer still answers.
    let to = desk.folder.path().join("brief 2.txt");
    assert!(Sidecar::rename(&Places::beside(), &desk.letter(), &to).unwrap());
    assert!(!desk.file().exists());
    let moved = Sidecar::open(&Places::beside(), &to).unwrap();
    let sources: Vec<_> = moved.page.notes().iter().map(|note| note.source().unwrap().to_owned()).collect();
    assert_eq!(sources, ["brief%202.txt".to_owned(), id]);
}

#[test]
fn what_others_put_into_a_note_survives_a_change() {
    let desk = Desk::new();
    let foreign = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/page",
        "type": ["AnnotationPage", "ex:Page"],
        "label": "Leesgroep",
        "items": [{
            "type": "Annotation",
            "id": "http://example.org/1",
            "stars": 5,
            "creator": "http://example.org/anna",
            "body": [
                "http://example.org/video",
                { "type": "TextualBody", "value": "zie ook", "language": "nl", "purpose": "describing" },
                { "type": "TextualBody", "value": "besluit", "purpose": ["tagging", "classifying"] },
            ],
            "target": {
                "source": "http://example.org/brief",
                "scope": "http://example.org/x",
                "selector": { "type": "TextQuoteSelector", "exact": "Ik zeg\r\nu toe", "ex:certainty": 0.5 }
            }
        }]
    });
    fs::write(desk.file(), serde_json::to_vec(&foreign).unwrap()).unwrap();
    let mut sidecar = desk.open();
    assert!(!sidecar.save().unwrap().written, "nothing was changed");
    let note = sidecar.page.note_mut("http://example.org/1").unwrap();
    assert_eq!((note.text().as_str(), note.tags()), ("zie ook", vec!["besluit"]));
    assert_eq!(note.anchor().unwrap().quote, "Ik zeg\nu toe");
    note.set_tags(&["motie"], at(9));
    note.set_resolved(true, at(9));
    sidecar.save().unwrap();
    let mut json = desk.json();
    let keys: Vec<_> = json["items"][0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["type", "id", "stars", "creator", "modified", "resolved", "body", "target"]);
    assert_eq!(json["items"][0]["body"][0], "http://example.org/video");
    assert_eq!(json["items"][0]["body"][1], foreign["items"][0]["body"][1]);
    assert_eq!(json["items"][0]["body"][2]["value"], "motie");
    assert_eq!(json["items"][0]["target"], foreign["items"][0]["target"]);
    assert_eq!(
        (&json["label"], &json["id"], &json["type"]),
        (&foreign["label"], &foreign["id"], &foreign["type"])
    );
    assert_eq!(json["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert!(json["@context"][1]["resolved"].is_object());
    // Opened again, everything goes back but the moment.
    let mut sidecar = desk.open();
    sidecar.page.note_mut("http://example.org/1").unwrap().set_resolved(false, at(10));
    sidecar.save().unwrap();
    json = desk.json();
    assert!(json["items"][0].get("resolved").is_none());
}

#[test]
fn a_change_by_another_program_is_merged() {
    let desk = Desk::new();
    let mut first = desk.open();
    first.page.add(note(0, "een"));
    first.page.add(note(1, "twee"));
    first.save().unwrap();
    let ids: Vec<_> = first.page.notes().iter().map(|note| note.id().to_owned()).collect();

    let mut second = desk.open();
    second.page.note_mut(&ids[0]).unwrap().set_text("een, anders", at(5));
    second.page.add(note(3, "drie"));
    second.save().unwrap();

    // The first knows nothing of that, and changes another field of the same note, and the other note.
    first.page.note_mut(&ids[0]).unwrap().set_resolved(true, at(6));
    first.page.remove(&ids[1]);
    first.page.add(note(2, "tussendoor"));
    let saved = first.save().unwrap();
    assert_eq!((saved.written, saved.changed_by_others, saved.conflicts.len()), (true, true, 0));
    assert_eq!(texts(&first.page), ["een, anders", "tussendoor", "drie"]);
    assert!(first.page.note(&ids[0]).unwrap().is_resolved());
    assert_eq!(first.page.note(&ids[0]).unwrap().modified(), Some(at(6)));
    assert_eq!(desk.open().page, first.page);
}

#[test]
fn a_true_conflict_keeps_both_and_says_so() {
    let desk = Desk::new();
    let mut first = desk.open();
    first.page.add(note(0, "een"));
    first.save().unwrap();
    let id = first.page.notes()[0].id().to_owned();
    let mut second = desk.open();
    second.page.note_mut(&id).unwrap().set_text("links", at(5));
    second.save().unwrap();
    first.page.note_mut(&id).unwrap().set_text("rechts", at(6));
    let saved = first.save().unwrap();
    assert_eq!(saved.conflicts.len(), 1);
    assert_eq!(saved.conflicts[0].id, id);
    let mut kept = texts(&desk.open().page);
    kept.sort();
    assert_eq!(kept, ["links", "rechts"]);
    let other = first.page.note(&saved.conflicts[0].other).unwrap();
    assert_eq!((other.conflict_of(), other.text().as_str()), (Some(&*id), "links"));
    // A note that one deletes and the other changes stays.
    let mut third = desk.open();
    third.page.remove(&id);
    first.page.note_mut(&id).unwrap().set_text("rechtser", at(7));
    first.save().unwrap();
    third.save().unwrap();
    assert_eq!(desk.open().page.note(&id).unwrap().text(), "rechtser");
}

#[test]
fn a_file_that_cannot_be_read_whole_is_never_written_over() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    sidecar.page.add(note(0, "een"));
    let broken: [(&[u8], &str); 6] = [
        (b"{\"type\": \"AnnotationPage\", \"items\": [", "notes-not-json"),
        (b"\xFF\xFE{", "notes-not-utf8"),
        (b"[]", "notes-no-page"),
        (b"{\"type\": \"AnnotationPage\"}", "notes-no-page"),
        (b"{\"type\": \"AnnotationPage\", \"items\": [{}, 3]}", "notes-no-note"),
        (b"<<<<<<< HEAD\n{\n=======\n}\n>>>>>>> tak\n", "notes-unmerged"),
    ];
    for (bytes, code) in broken {
        fs::write(desk.file(), bytes).unwrap();
        for error in
            [Sidecar::open(&Places::beside(), &desk.letter()).unwrap_err(), sidecar.save().unwrap_err()]
        {
            assert!(format!("{:?}", error.message()).contains(code), "{error}");
        }
        assert_eq!(fs::read(desk.file()).unwrap(), bytes);
    }
    // Once it is mended, what was to be saved still is.
    fs::remove_file(desk.file()).unwrap();
    assert!(sidecar.save().unwrap().written);
    assert_eq!(texts(&desk.open().page), ["een"]);
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn two_notes_of_one_identifier_are_both_kept() {
    let page = |items: Value| json!({ "type": "AnnotationPage", "items": items }).to_string();
    let one = json!({ "id": "urn:uuid:1", "bodyValue": "een" });
    let two = json!({ "id": "urn:uuid:1", "bodyValue": "twee" });
    let text = page(json!([one, two, one, two, { "bodyValue": "drie" }]));
    let (read, odd) = Page::read(text.as_bytes()).unwrap();
    assert_eq!(texts(&read).len(), 3);
    assert!(odd.contains(&Oddity::DuplicateId("urn:uuid:1".to_owned())) && odd.contains(&Oddity::NoId));
    // The identifiers that were given are the same at the next reading.
    assert_eq!(Page::read(text.as_bytes()).unwrap().0, read);
}

#[test]
fn the_last_note_that_goes_takes_the_file_along() {
    let desk = Desk::new();
    let mut sidecar = desk.open();
    sidecar.page.add(note(0, "een"));
    sidecar.save().unwrap();
    let id = sidecar.page.notes()[0].id().to_owned();
    sidecar.page.remove(&id);
    assert!(sidecar.save().unwrap().written);
    assert!(!desk.file().exists());
    assert!(!sidecar.save().unwrap().written);
}
