//! Everything that is said of real texts, each with the verdict of one who has read the place; and mending them twice is mending them once.
//!
//! The texts are all motions, questions and answers, the letter on Takuba and a day of debates, and each row of citations whose meaning is known, as a letter of its own.
//! A new finding fails here until somebody has looked at it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use griffier::analysis::{Finding, Memo, Severity, judge, mend, settle};
use griffier::citation::Recognised;
use griffier::config::{CatalogueConfig, Coverage, FindingsConfig, Level, Style};
use griffier::corpus::{Cache, Catalogue, Catalogues, Corpus, CorpusBuilder};
use griffier::letter::Format;

use crate::handelingen::records;
use crate::shared;

/// What is said of files of debates, in which the publisher encoded some signs twice.
const ENCODED: &str = "right: the file itself has these signs";

/// What is said of the texts: where, by which rule, how loudly, of which words, and whether that is so.
const TEXTS: [(&str, &str, Severity, &str, &str); 9] = [
    (
        "ah-tk-20242025-562.txt",
        "unknown-document",
        Severity::Hint,
        "25 242",
        "right: a letter on mental health, of which 25 424 is the dossier; a hint, since the list claims nothing below 29 000",
    ),
    (
        "ah-tk-20242025-564.txt",
        "wrong-kind",
        Severity::Hint,
        "Kamerstuk",
        "right: 2024D28457 is the number of a document of the Tweede Kamer",
    ),
    ("h-tk-20172018-70-1.xml", "encoded-twice", Severity::Warning, "â\u{80}\u{8a}", ENCODED),
    ("h-tk-20172018-70-11.xml", "encoded-twice", Severity::Warning, "â\u{80}\u{94}", ENCODED),
    ("h-tk-20172018-70-14.xml", "encoded-twice", Severity::Warning, "Ã«", ENCODED),
    ("h-tk-20172018-70-3.xml", "encoded-twice", Severity::Warning, "Ã«", ENCODED),
    ("h-tk-20172018-70-4.xml", "encoded-twice", Severity::Warning, "Ã©Ã©", ENCODED),
    ("h-tk-20172018-70-6.xml", "encoded-twice", Severity::Warning, "Ã§", ENCODED),
    ("h-tk-20172018-70-9.xml", "encoded-twice", Severity::Warning, "Ã¶", ENCODED),
];

/// What is said loudly of single citations.
const ROWS: [(&str, &str, Severity, &str, &str); 4] = [
    ("Kamerstukken II, 1985/- 86", "session-year", Severity::Error, "1985/- 86", "right: one sign too many"),
    (
        "Kamerstukken I, 1969-1970, 9595,9596, blz 1092",
        "missing-number",
        Severity::Error,
        "blz 1092",
        "right: a page, and no paper that it is of",
    ),
    (
        "Kamerstukken II, 2013-2014, 33.950, pag. 2 en 6",
        "missing-number",
        Severity::Error,
        "pag. 2 en 6",
        "right: two pages, and no paper that they are of",
    ),
    (
        "Handelingen II, 1995-1996, 24 692, nr. 3, p. 14",
        "wrong-kind",
        Severity::Warning,
        "Handelingen",
        "right: 24 692, nr. 3 is a paper",
    ),
];

/// A text and what it is called.
struct Text {
    name: String,
    text: String,
}

fn texts(shared: &Path) -> Vec<Text> {
    let mut texts = Vec::new();
    for folder in ["data/moties", "data/kamervragen", "data"] {
        for entry in fs::read_dir(shared.join(folder)).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            let is_text = path.extension().is_some_and(|extension| extension == "txt");
            if is_text {
                let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
                texts.push(Text { name, text: fs::read_to_string(&path).expect("it is UTF-8") });
            }
        }
    }
    texts.sort_by(|one, other| one.name.cmp(&other.name));
    texts
}

/// The publisher's list of everything, with the texts themselves as letters.
fn corpus_of(shared: &Path, texts: &[Text]) -> Arc<dyn Corpus> {
    let config = CatalogueConfig {
        path: shared.join("data/parl_ids.txt.xz"),
        coverage: vec![Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
    };
    let folder = tempfile::tempdir().expect("there is room");
    let (list, _) = Catalogue::open(&config, None, &Cache::below(folder.path())).expect("the list opens");
    let letters = texts.iter();
    let builder = letters.fold(CorpusBuilder::new(), |corpus, text| {
        corpus.letter(Path::new("/letters").join(&text.name), &text.text)
    });
    let mut corpus = builder.build();
    corpus.set_lists(Catalogues::new(vec![list]));
    corpus.set_complete(true);
    corpus.snapshot()
}

fn findings(text: &Text, corpus: &dyn Corpus, settings: &FindingsConfig, memo: &Memo) -> Vec<Finding> {
    let path = Path::new("/letters").join(&text.name);
    let recognised = Recognised::new(text.text.as_str().into(), Format::of_path(&path), Some(&path));
    judge(&settle(&recognised, corpus, memo), corpus, settings, memo).findings
}

type Said = (String, &'static str, Severity, String);

fn said(text: &Text, finding: &Finding) -> Said {
    let words = finding.span.of(&text.text).to_owned();
    (text.name.clone(), finding.code, finding.severity, words)
}

fn expected(list: &[(&str, &'static str, Severity, &str, &str)]) -> Vec<Said> {
    list.iter()
        .map(|(name, code, severity, words, verdict)| {
            assert!(verdict.starts_with("right: "), "{name}: {code} is wrong");
            ((*name).to_owned(), *code, *severity, (*words).to_owned())
        })
        .collect()
}

#[test]
fn all_that_is_said_of_real_texts_is_right() {
    let Some(shared) = shared() else { return };
    let mut texts = texts(&shared);
    let corpus = corpus_of(&shared, &texts);
    let records = records(&shared, &*corpus);
    texts.extend(records.into_iter().map(|(record, _)| Text { name: record.name, text: record.text }));
    assert!(texts.len() > 260, "only {} texts", texts.len());
    texts.sort_by(|one, other| one.name.cmp(&other.name));
    let (memo, settings) = (Memo::default(), FindingsConfig::default());
    let said: Vec<Said> = texts
        .iter()
        .flat_map(|text| {
            findings(text, &*corpus, &settings, &memo).into_iter().map(move |finding| said(text, &finding))
        })
        .collect();
    assert_eq!(said, expected(&TEXTS));
}

/// Every row is a letter by itself, without a date, so that nothing in it explains another.
fn rows(shared: &Path) -> Vec<Text> {
    let rows = fs::read_to_string(shared.join("gold/citations.dev.tsv")).expect("the rows are there");
    let printed = rows.lines().skip(1).filter_map(|row| row.split('\t').next());
    printed
        .map(|printed| {
            let text = printed.replace("\\n", "\n").replace("\\u00a0", "\u{a0}");
            Text { name: "brief.txt".to_owned(), text }
        })
        .collect()
}

#[test]
fn all_that_is_said_loudly_of_single_citations_is_right() {
    let Some(shared) = shared() else { return };
    let corpus = corpus_of(&shared, &[]);
    let (memo, settings) = (Memo::default(), FindingsConfig::default());
    let rows = rows(&shared);
    assert!(rows.len() > 190, "only {} rows", rows.len());
    let mut said: Vec<Said> = Vec::new();
    for row in &rows {
        let loud = findings(row, &*corpus, &settings, &memo)
            .into_iter()
            .filter(|it| it.severity <= Severity::Warning);
        said.extend(loud.map(|finding| {
            let start = ROWS.iter().map(|known| known.0).find(|start| row.text.contains(start));
            let words = finding.span.of(&row.text).to_owned();
            (start.unwrap_or(&row.text).to_owned(), finding.code, finding.severity, words)
        }));
    }
    assert_eq!(said, expected(&ROWS));
}

/// The papers that a text cites, in order.
fn cited(text: &Text, corpus: &dyn Corpus, memo: &Memo) -> Vec<String> {
    let path = Path::new("/letters").join(&text.name);
    let recognised = Recognised::new(text.text.as_str().into(), Format::of_path(&path), Some(&path));
    let reading = settle(&recognised, corpus, memo);
    let stated = reading.citations.iter().filter(|citation| !citation.is_inferred());
    stated.flat_map(|citation| &citation.targets).map(|target| target.id.to_string()).collect()
}

/// With the house styles turned on, so that there is something to mend in nearly every text.
#[test]
fn mending_what_is_mended_changes_nothing() {
    let Some(shared) = shared() else { return };
    let mut texts = texts(&shared);
    let corpus = corpus_of(&shared, &texts);
    texts.extend(rows(&shared));
    let memo = Memo::default();
    let mut mended_texts = 0;
    for (_, style) in Style::NAMES {
        let mut settings = FindingsConfig { style, ..FindingsConfig::default() };
        for code in ["keyword-number", "style-profile"] {
            settings.severity.insert(code.to_owned(), Level::Info);
        }
        let mend = |text: &Text| {
            let found = findings(text, &*corpus, &settings, &memo);
            let again = &mut |mended: &str| {
                let mended = Text { name: text.name.clone(), text: mended.to_owned() };
                findings(&mended, &*corpus, &settings, &memo)
            };
            mend(&text.text, &found, again).map(|mended| Text { name: text.name.clone(), text: mended.text })
        };
        for text in &texts {
            let Some(once) = mend(text) else { continue };
            mended_texts += 1;
            assert_ne!(once.text, text.text, "{}", text.name);
            assert_eq!(mend(&once).map(|twice| twice.text), None, "{}", text.name);
            // Nothing that was legible before means another paper now.
            let (before, after) = (cited(text, &*corpus, &memo), cited(&once, &*corpus, &memo));
            assert_eq!(before, after, "{}\n{}", text.text, once.text);
        }
    }
    assert!(mended_texts > 50, "only {mended_texts} texts");
}
