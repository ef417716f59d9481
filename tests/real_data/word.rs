//! Four real answers to questions of members, as their ministry made them in Word: nothing of them is lost.
//!
//! What they say is counted here by another way: the XML is cut up at its signs, without a parser and without knowing what an element means.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};

use griffier::citation::Recognised;
use griffier::import::{Block, BlockKind, Document, Inline, read};
use griffier::letter::Format;

use crate::shared;

/// Words that stand in the XML and are not printed: what a field of Word is computed from, `{ IF { DOCPROPERTY _pagina } … }`.
const COMPUTED: [&str; 3] = ["Pagina", "van", "1"];

/// The text of a part of a Word file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of the paragraphs of a part. Of what is written twice for older programs the second is left out.
fn words_of_xml(xml: &str) -> String {
    let mut text = String::new();
    let mut rest = xml;
    let mut fallback = false;
    while let Some(open) = rest.find('<') {
        let close = open + rest[open..].find('>').unwrap();
        let tag = &rest[open + 1..close];
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
        match name {
            "mc:Fallback" => fallback = !tag.starts_with('/'),
            "w:p" | "w:tab" | "w:br" | "w:cr" => text.push('\n'),
            "w:t" if !tag.starts_with('/') && !tag.ends_with('/') && !fallback => {
                let words = &rest[close + 1..];
                text.push_str(&words[..words.find('<').unwrap()]);
            }
            _ => {}
        }
        rest = &rest[close + 1..];
    }
    text.replace('\u{2011}', "-")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// How often each word occurs.
fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

fn inline(text: &[Inline], out: &mut String) {
    for piece in text {
        match piece {
            Inline::Text(words) => out.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                inline(inner, out);
            }
            Inline::Break => out.push('\n'),
            Inline::Mark(_) => {}
        }
    }
}

fn blocks(all: &[Block], out: &mut String) {
    for block in all {
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Speaker(text) => {
                inline(text, out);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(item, out)),
            BlockKind::Table { rows, .. } => {
                for cell in rows.iter().flatten() {
                    inline(cell, out);
                    out.push('\n');
                }
            }
            BlockKind::Quote(inner) => blocks(inner, out),
            BlockKind::Border(_) => {}
        }
        out.push('\n');
    }
}

fn marks(all: &[Block]) -> usize {
    let mut count = 0;
    for block in all {
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Speaker(text) => {
                count += text.iter().filter(|piece| matches!(piece, Inline::Mark(_))).count();
            }
            BlockKind::List { items, .. } => count += items.iter().map(|item| marks(item)).sum::<usize>(),
            BlockKind::Table { rows, .. } => {
                let cells = rows.iter().flatten().flatten();
                count += cells.filter(|piece| matches!(piece, Inline::Mark(_))).count();
            }
            BlockKind::Quote(inner) => count += marks(inner),
            BlockKind::Border(_) => {}
        }
    }
    count
}

/// The four files: their bytes and what is read from them.
fn files() -> Option<Vec<(String, Vec<u8>, Document)>> {
    let folder = shared()?.join("data/docx");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files =
        paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == "docx")).map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(&path).unwrap();
            let document = read(&bytes, &name).unwrap();
            (name, bytes, document)
        });
    let files: Vec<_> = files.collect();
    assert_eq!(files.len(), 4);
    Some(files)
}

#[test]
fn no_word_of_them_is_lost_and_none_is_added() {
    let Some(files) = files() else { return };
    for (name, bytes, document) in files {
        let mut said = String::new();
        // What stands at the head of the first page is no part of the letter's own text.
        let body: Vec<Block> = document
            .blocks
            .iter()
            .filter(|it| it.place != griffier::import::Place::Header)
            .cloned()
            .collect();
        blocks(&body, &mut said);
        let mut wanted = words_of_xml(&part(&bytes, "word/document.xml"));
        for note in &document.notes {
            blocks(&note.blocks, &mut said);
        }
        wanted.push_str(&words_of_xml(&part(&bytes, "word/footnotes.xml")));
        let (wanted, said) = (counted(&wanted), counted(&said));
        for (word, count) in &wanted {
            let found = said.get(word).copied().unwrap_or(0);
            assert!(
                found == *count || (found < *count && COMPUTED.contains(&word.as_str())),
                "{name}: {word} {found} of {count}"
            );
        }
        let added: Vec<&String> = said.keys().filter(|word| !wanted.contains_key(*word)).collect();
        // Numbers of lists are computed by Word and stand nowhere in the file.
        assert!(added.iter().all(|word| word.ends_with('.')), "{name}: {added:?}");
    }
}

#[test]
fn every_footnote_stands_at_its_mark() {
    let Some(files) = files() else { return };
    let mut all = 0;
    for (name, bytes, document) in files {
        let wanted = part(&bytes, "word/document.xml").matches("<w:footnoteReference ").count();
        assert_eq!(document.notes.len(), wanted, "{name}");
        assert_eq!(marks(&document.blocks), wanted, "{name}");
        assert!(document.notes.iter().all(|note| !note.blocks.is_empty()), "{name}");
        all += wanted;
    }
    assert!(all >= 3, "{all}");
}

#[test]
fn their_citations_are_those_that_another_count_finds() {
    let Some(files) = files() else { return };
    let mut all = 0;
    for (name, bytes, document) in files {
        let ids = |text: &str, format| {
            let recognised = Recognised::new(text.into(), format, None::<&std::path::Path>);
            let mut ids: Vec<String> = Vec::new();
            for citation in recognised.alone().citations.iter() {
                ids.extend(citation.targets.iter().map(|target| target.id.to_string()));
            }
            ids.sort();
            ids
        };
        let letter = griffier::import::letter(&document, &griffier::import::Source::new(&name, &bytes));
        let plain = words_of_xml(&part(&bytes, "word/document.xml"))
            + "\n\n"
            + &words_of_xml(&part(&bytes, "word/footnotes.xml"));
        let (found, wanted) = (ids(&letter.text, Format::Markdown), ids(&plain, Format::Plain));
        assert_eq!(found, wanted, "{name}");
        all += found.len();
    }
    assert!(all >= 5, "{all}");
}

#[test]
fn their_heads_are_read() {
    let Some(files) = files() else { return };
    let days: Vec<Option<String>> =
        files.iter().map(|(.., document)| document.head.date.map(|date| date.to_string())).collect();
    let expected = ["2024-07-25", "2024-01-11", "2024-08-26", "2023-11-07"].map(|day| Some(day.to_owned()));
    assert_eq!(days, expected);
    for (name, _, document) in &files {
        let title = document.head.title.as_deref().unwrap_or_default();
        assert!(title.contains("Kamervragen"), "{name}: {title}");
    }
}
