//! A letter, read by who renders Markdown, has exactly the words of the document; and by `letter`, what its head says.

use std::path::Path;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::{Block, BlockKind, Document, Head, Inline, Note, Place, Source};
use crate::citation::{Reading, Recognised, forms};
use crate::identifier::{Date, DocumentId, Dossier, Kamer, Ondernummer, SessionYear};
use crate::letter::Format;

#[path = "../../../tests/common/cases.rs"]
mod cases;

fn letter(document: &Document) -> super::Letter {
    super::letter(document, &Source::new("brief.xml", b""))
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn block(kind: BlockKind) -> Block {
    Block::new(kind, Place::Nowhere)
}

fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

/// The body of a letter, behind its front matter.
fn body(blocks: Vec<Block>, notes: Vec<Note>) -> String {
    let letter = letter(&Document { blocks, notes, ..Document::default() });
    letter.text.split_once("---\n\n").unwrap().1.to_owned()
}

/// What a renderer shows, block by block: marks of notes as `^1^`.
fn rendered(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut blocks = vec![String::new()];
    for event in Parser::new_ext(markdown, options) {
        let last = blocks.last_mut().unwrap();
        match event {
            Event::Text(words) | Event::Code(words) => last.push_str(&words),
            Event::FootnoteReference(label) => last.extend(["^", &label, "^"]),
            Event::SoftBreak | Event::HardBreak => last.push(' '),
            // A break within a cell of a table.
            Event::InlineHtml(html) => last.push_str(if &*html == "<br>" { " " } else { &html }),
            Event::Html(html) => assert!(html.starts_with("<!--") || html.trim().is_empty(), "{html}"),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::Start(_) | Event::End(_) => blocks.push(String::new()),
            other => last.extend([std::format!("{other:?}")]),
        }
    }
    tidy(&blocks)
}

fn tidy(blocks: &[String]) -> Vec<String> {
    let one_blank = |block: &String| {
        block
            .split(|sign: char| sign.is_ascii_whitespace())
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    blocks.iter().map(one_blank).filter(|block| !block.is_empty()).collect()
}

/// The words of a block as they are.
fn plain(inlines: &[Inline], out: &mut String, notes: usize) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => out.push_str(words),
            Inline::Emphasis(words) | Inline::Strong(words) => plain(words, out, notes),
            Inline::Link { text, .. } => plain(text, out, notes),
            Inline::Mark(note) if *note < notes => out.extend(["^", &(note + 1).to_string(), "^"]),
            Inline::Mark(_) => {}
            Inline::Break => out.push(' '),
        }
    }
}

/// What the document says, in the same form.
fn said(document: &Document) -> Vec<String> {
    fn blocks(from: &[Block], out: &mut Vec<String>, notes: usize) {
        for block in from {
            match &block.kind {
                BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Speaker(text) => {
                    let mut words = String::new();
                    plain(text, &mut words, notes);
                    out.push(words);
                }
                BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(item, out, notes)),
                BlockKind::Quote(inner) => blocks(inner, out, notes),
                BlockKind::Table { rows, .. } => {
                    for cell in rows.iter().flatten() {
                        let mut words = String::new();
                        plain(cell, &mut words, notes);
                        out.push(words);
                    }
                }
                BlockKind::Border(_) => {}
            }
        }
    }
    let mut out = Vec::new();
    let notes = document.notes.len();
    blocks(&document.blocks, &mut out, notes);
    document.notes.iter().for_each(|note| blocks(&note.blocks, &mut out, notes));
    tidy(&out)
}

fn words() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => "[a-c]{1,3}",
        2 => Just(" ".to_owned()),
        2 => "[*_`\\[\\]<>&#|~!()^:;.,=+\\\\\"'/-]",
        1 => prop::sample::select(vec![
            "&amp;", "&#32;", "1. ", "12) ", "- ", "> ", "# ", "---", "<br>", "[^1]", "[^1]: ", "http://a.nl/b_c", "é", "\u{A0}", "\n",
            "<!-- ", "```", "~~~", "| --- |", "\t", "29 521", "€", "…", "“", "![", "](", "=="
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(sign, 0..8).prop_map(|signs| signs.concat())
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        6 => words().prop_map(Inline::Text),
        1 => (0..3_usize).prop_map(Inline::Mark),
        1 => Just(Inline::Break),
    ];
    let inline = leaf.prop_recursive(2, 8, 3, |inner| {
        let some = prop::collection::vec(inner, 0..3);
        prop_oneof![
            some.clone().prop_map(Inline::Emphasis),
            some.clone().prop_map(Inline::Strong),
            (some, "https://[a-c()& _]{0,6}").prop_map(|(text, to)| Inline::Link { to, text }),
        ]
    });
    prop::collection::vec(inline, 0..5)
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        5 => inlines().prop_map(BlockKind::Paragraph),
        1 => inlines().prop_map(BlockKind::Speaker),
        1 => (1..7_u8, inlines()).prop_map(|(level, text)| BlockKind::Heading { level, text }),
        1 => words().prop_map(BlockKind::Border),
        1 => (any::<bool>(), prop::collection::vec(prop::collection::vec(inlines(), 0..3), 0..3))
            .prop_map(|(headed, rows)| BlockKind::Table { headed: headed && !rows.is_empty(), rows }),
    ];
    let kind = leaf.prop_recursive(3, 12, 3, |inner| {
        let some = prop::collection::vec(inner.prop_map(block), 0..3);
        prop_oneof![
            some.clone().prop_map(BlockKind::Quote),
            (prop::option::of(0..20_u64), prop::collection::vec(some, 0..3))
                .prop_map(|(first, items)| BlockKind::List { first, items }),
        ]
    });
    prop::collection::vec(kind.prop_map(block), 0..5)
}

fn documents() -> impl Strategy<Value = Document> {
    let notes = prop::collection::vec(blocks().prop_map(|blocks| Note { label: None, blocks }), 0..3);
    (blocks(), notes).prop_map(|(blocks, notes)| Document { blocks, notes, ..Document::default() })
}

proptest! {
    #![proptest_config(cases::cases(1500))]

    #[test]
    fn a_letter_has_the_words_of_its_document(document in documents()) {
        let body = body(document.blocks.clone(), document.notes.clone());
        prop_assert_eq!(rendered(&body), said(&document), "\n{}", body);
    }
}

#[test]
fn a_letter_as_people_see_it() {
    let document = Document {
        head: Head {
            identifier: DocumentId::parse("kst-29521-403").ok(),
            dossiers: ["29521", "34952"].iter().filter_map(|dossier| Dossier::parse(dossier)).collect(),
            number: Ondernummer::parse("403"),
            title: Some("Brief van de \"Minister\"".to_owned()),
            kind: Some("brief".to_owned()),
            kamer: Some(Kamer::Tweede),
            session: SessionYear::parse("2019-2020"),
            date: Some(Date::constant(2020, 3, 27)),
            senders: vec!["De Minister van Defensie, A. de Vries".to_owned()],
        },
        blocks: vec![
            block(BlockKind::Heading { level: 1, text: text("Brief #1") }),
            paragraph("Zie Kamerstuk 29\u{A0}521, nr. 385 [concept] en a_b."),
            block(BlockKind::Paragraph(vec![
                Inline::Text("De missie".to_owned()),
                Inline::Mark(0),
                Inline::Text(" is ".to_owned()),
                Inline::Strong(text("verlengd")),
                Inline::Text(".".to_owned()),
                Inline::Break,
                Inline::Text("1. Slot".to_owned()),
            ])),
            block(BlockKind::List {
                first: Some(9),
                items: vec![
                    vec![
                        paragraph("Negen"),
                        block(BlockKind::List { first: None, items: vec![vec![paragraph("punt")]] }),
                    ],
                    vec![paragraph("Tien")],
                ],
            }),
            block(BlockKind::Table {
                headed: true,
                rows: vec![
                    vec![text("Jaar"), text("Bedrag")],
                    vec![
                        text("2019"),
                        vec![Inline::Text("a|b".into()), Inline::Break, Inline::Text("c".into())],
                    ],
                ],
            }),
            block(BlockKind::Border("p. 2".to_owned())),
            block(BlockKind::Speaker(text("De voorzitter:"))),
            block(BlockKind::Quote(vec![paragraph("Een."), paragraph("Twee.")])),
        ],
        notes: vec![Note {
            label: Some("1".to_owned()),
            blocks: vec![paragraph("Zie daar."), paragraph("En hier.")],
        }],
        ..Document::default()
    };
    insta::assert_snapshot!(letter(&document).text.replace('\u{A0}', "~"), @r#"
    ---
    identifier: "kst-29521-403"
    dossiers: ["29521", "34952"]
    number: "403"
    title: "Brief van de \"Minister\""
    kind: "brief"
    chamber: "Tweede Kamer"
    session: "2019-2020"
    date: 2020-03-27
    senders: ["De Minister van Defensie, A. de Vries"]
    source: "brief.xml"
    source-digest: "xxh3:99aa06d3014798d86001c324468d497f"
    letter-digest: "xxh3:76057613d13cdf1e8ffa6d3aa43abfaf"
    ---

    # Brief \#1

    Zie Kamerstuk 29~521, nr. 385 \[concept\] en a_b.

    De missie[^1] is **verlengd**.  
    1\. Slot

    9. Negen
       - punt
    10. Tien

    | Jaar | Bedrag |
    | --- | --- |
    | 2019 | a\|b<br>c |

    <!-- p. 2 -->

    **De voorzitter:**

    > Een.
    >
    > Twee.

    [^1]: Zie daar.

        En hier.
    "#);
    let recognised = Recognised::new(letter(&document).text.into(), Format::Markdown, None::<&Path>).alone();
    let header = &recognised.letter.header;
    let head = &document.head;
    assert_eq!(header.id, head.identifier);
    assert_eq!(header.dossiers.iter().map(|line| line.dossier).collect::<Vec<_>>(), head.dossiers);
    assert_eq!((&header.title, &header.kind), (&head.title, &head.kind));
    assert_eq!((header.kamer, header.session, header.date), (head.kamer, head.session, head.date));
    assert_eq!(header.senders, head.senders);
    assert_eq!(recognised.letter.footnotes.len(), 1);
    let cited: Vec<String> = recognised.citations.iter().map(|it| it.targets[0].id.to_string()).collect();
    assert_eq!(cited, ["kst-29521-385"]);
}

#[test]
fn what_a_document_cites_its_letter_cites() {
    let cited = |text: &str, format| -> Vec<String> {
        let reading = Reading::alone(text.into(), format, None::<&Path>);
        reading.citations.iter().flat_map(|it| &it.targets).map(|target| target.id.to_string()).collect()
    };
    for example in forms().flat_map(|form| form.examples) {
        let sentence = format!("Dat staat in de stukken ({}), zie aldaar.", example.printed);
        let expected = cited(&sentence, Format::Plain);
        let words = || text(&sentence);
        let kinds = [
            BlockKind::Paragraph(words()),
            BlockKind::Heading { level: 2, text: words() },
            BlockKind::List { first: Some(3), items: vec![vec![block(BlockKind::Paragraph(words()))]] },
            BlockKind::Table { headed: false, rows: vec![vec![text("a"), words()]] },
            BlockKind::Paragraph(vec![Inline::Strong(words())]),
        ];
        for kind in kinds {
            let letter = letter(&Document { blocks: vec![block(kind)], ..Document::default() }).text;
            assert_eq!(cited(&letter, Format::Markdown), expected, "{letter}");
        }
        let notes = vec![Note { label: None, blocks: vec![paragraph(&sentence)] }];
        let marked = BlockKind::Paragraph(vec![Inline::Text("Zie".to_owned()), Inline::Mark(0)]);
        let letter = letter(&Document { blocks: vec![block(marked)], notes, ..Document::default() }).text;
        assert_eq!(cited(&letter, Format::Markdown), expected, "{letter}");
    }
}

#[test]
fn a_citation_may_be_broken_and_emphasised() {
    let line = vec![
        Inline::Text("(".to_owned()),
        Inline::Emphasis(text("Kamerstukken II")),
        Inline::Text(" 2019/20,".to_owned()),
        Inline::Break,
        Inline::Text("29 521".to_owned()),
        Inline::Mark(0),
        Inline::Text(", nr. 385)".to_owned()),
    ];
    let notes = vec![Note { label: None, blocks: vec![paragraph("Noot.")] }];
    let blocks = vec![block(BlockKind::Paragraph(line))];
    let text = letter(&Document { blocks, notes, ..Document::default() }).text;
    let reading = Reading::alone(text.as_str().into(), Format::Markdown, None::<&Path>);
    let cited: Vec<String> = reading.citations.iter().map(|it| it.targets[0].id.to_string()).collect();
    assert_eq!(cited, ["kst-29521-385"], "{text}");
}

#[test]
fn a_title_may_hold_anything() {
    for title in ["a: b # c", "\u{85}\u{2028}\u{1}\\", "- \"x\"", "{a: [b]}", "é €"] {
        let head = Head { title: Some(title.to_owned()), ..Head::default() };
        let text = letter(&Document { head, ..Document::default() }).text;
        assert_eq!(
            crate::letter::Letter::read(&text, Format::Markdown).header.title.as_deref(),
            Some(title.trim())
        );
    }
}

#[test]
fn each_stretch_knows_its_place() {
    let at = |words: &str, line| Block::new(BlockKind::Paragraph(text(words)), Place::Line(line));
    let list = BlockKind::List { first: None, items: vec![vec![at("een", 3)], vec![at("twee", 4)]] };
    let blocks = vec![at("begin", 1), Block::new(list, Place::Line(2)), at("", 9), at("slot", 5)];
    let notes = vec![Note { label: None, blocks: vec![at("noot", 6)] }];
    let letter = letter(&Document { blocks, notes, ..Document::default() });
    // The mark of an item belongs to its first paragraph.
    assert_eq!(*letter.place(letter.text.find("- twee").unwrap()), Place::Line(4));
    for (words, line) in [("begin", 1), ("een", 3), ("twee", 4), ("slot", 5), ("noot", 6)] {
        let start = letter.text.find(words).unwrap();
        assert_eq!(*letter.place(start), Place::Line(line), "{words}");
    }
    assert_eq!(*letter.place(0), Place::Nowhere);
    assert!(letter.places.is_sorted_by_key(|(range, _)| range.start));
}
