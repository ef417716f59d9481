//! Real papers as letters: no word is lost, none is added, and the damage that their collector did is repaired.
//!
//! What stands in the source is counted by cutting it up at its angle brackets, without the parser that made the letter.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use griffier::analysis::{Memo, settle};
use griffier::citation::Recognised;
use griffier::import::{BlockKind, Document, Source, letter, read};
use griffier::letter::Format;
use pulldown_cmark::{Event, Options, Parser};

use crate::findings::corpus;
use crate::shared;

fn files(shared: &Path) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(shared.join("data/handelingen")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let file =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap());
    let files: Vec<_> = paths.into_iter().map(file).collect();
    assert_eq!(files.len(), 7);
    files
}

fn imported(name: &str, bytes: &[u8]) -> (Document, String) {
    let document = read(bytes, name).unwrap();
    let text = letter(&document, &Source::new(name, bytes)).text;
    (document, text)
}

/// The text as it was before it was taken for Latin-1 and encoded once more.
fn repaired(bytes: &[u8]) -> String {
    let damaged = std::str::from_utf8(bytes).unwrap();
    let before: Vec<u8> =
        damaged.chars().map(|sign| u8::try_from(u32::from(sign)).expect("it was Latin-1")).collect();
    String::from_utf8(before).unwrap()
}

/// How often each word occurs: runs of letters and figures, raised figures as plain ones.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.replace('²', "2")).or_default() += 1;
    }
    words
}

/// The words between angle brackets, but for those of the first line.
fn words_of_source(bytes: &[u8]) -> BTreeMap<String, usize> {
    let text = repaired(bytes);
    let pieces: Vec<&str> =
        text.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    let text = pieces.join(" ").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    // The one place where what was parted by the collector was one word: m².
    words(&text.replace("70m\n        \n         2\n", "70m2\n").replace("70m\n       2", "70m2"))
}

/// The words that a renderer shows of a letter.
fn words_of_letter(text: &str) -> BTreeMap<String, usize> {
    let body = text.split_once("\n---\n").unwrap().1;
    let mut shown = String::new();
    for event in Parser::new_ext(body, Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES) {
        match event {
            Event::Text(words) | Event::Code(words) => shown.push_str(&words),
            Event::Start(_) | Event::End(_) | Event::SoftBreak | Event::HardBreak => shown.push('\n'),
            Event::Html(comment) => assert!(comment.starts_with("<!--"), "{comment}"),
            other => panic!("{other:?}"),
        }
    }
    words(&shown)
}

#[test]
fn no_word_of_a_debate_is_lost_and_none_is_added() {
    let Some(shared) = shared() else { return };
    let mut all = 0;
    for (name, bytes) in files(&shared) {
        let (_, text) = imported(&name, &bytes);
        let (source, letter) = (words_of_source(&bytes), words_of_letter(&text));
        all += source.values().sum::<usize>();
        let differ: Vec<_> = source
            .keys()
            .chain(letter.keys())
            .filter(|word| source.get(*word) != letter.get(*word))
            .map(|word| (word, source.get(word), letter.get(word)))
            .collect();
        // `70m` and `2` stand in two elements, and are one in the letter.
        let expected: &[&str] = if name == "h-tk-20172018-70-9.xml" { &["2", "70m", "70m2"] } else { &[] };
        let mut differing: Vec<&str> = differ.iter().map(|(word, ..)| word.as_str()).collect();
        differing.sort_unstable();
        differing.dedup();
        assert_eq!(differing, expected, "{name}: {differ:?}");
    }
    assert!(all > 20_000, "only {all} words");
}

#[test]
fn every_speech_and_every_item_is_there_and_the_damage_is_repaired() {
    let Some(shared) = shared() else { return };
    let mut speeches = 0;
    for (name, bytes) in files(&shared) {
        let source = repaired(&bytes);
        let (document, text) = imported(&name, &bytes);
        let id = name.trim_end_matches(".xml");
        assert_eq!(document.head.identifier.as_ref().unwrap().to_string(), id);
        let speakers =
            document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Speaker(_))).count();
        assert_eq!(speakers, source.matches("<spreker>").count(), "{name}");
        speeches += speakers;
        let number = id.rsplit('-').next().unwrap();
        let item =
            document.blocks.iter().any(|block| block.kind == BlockKind::Border(format!("item {number}")));
        assert_eq!(item, source.contains("<item-titel>"), "{name}");
        let motions = text.matches("<!-- motie M-").count();
        assert_eq!(motions, source.matches("<motie id=").count(), "{name}");
        for damage in ["Ã", "â€", "ï»¿", "\u{80}", "( ", " )", " ,", " ;"] {
            assert!(!text.contains(damage), "{name}: {damage:?}");
        }
        let codes: Vec<&str> = document.remarks.iter().map(|remark| remark.code).collect();
        assert!(codes.contains(&"import-encoded-twice"), "{name}: {codes:?}");
    }
    assert!(speeches > 190, "only {speeches} speeches");
}

#[test]
fn what_the_publisher_links_is_cited_in_the_letter() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let (mut links, mut missed) = (0, Vec::new());
    for (name, bytes) in files(&shared) {
        let (_, text) = imported(&name, &bytes);
        let recognised = Recognised::new(text.as_str().into(), Format::Markdown, Some(Path::new("a.md")));
        let reading = settle(&recognised, &*corpus, &Memo::default());
        let mut linked: Vec<String> = repaired(&bytes)
            .split("<extref doc=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .filter(|id| id.starts_with("kst-"))
            .collect();
        linked.sort_unstable();
        linked.dedup();
        links += linked.len();
        let cited: Vec<String> = reading
            .citations
            .iter()
            .flat_map(|citation| &citation.targets)
            .map(|target| target.id.to_string())
            .collect();
        missed.extend(linked.into_iter().filter(|id| !cited.contains(id)).map(|id| format!("{name}: {id}")));
    }
    assert!(links > 30, "only {links} links");
    assert_eq!(missed, [""; 0]);
}
