//! Letters for tests, written as one would show them to a colleague.
//!
//! ```text
//! -- brief.md                      a file; the first is the letter that the test is about
//! Zie (Kamerstuk 29 $0251, nr. 385).
//!                ^^^^^^ warning: …  what is found there; a cursor is `$0`
//! -- letters/kst-29521-385.txt     the others lie in the same corpus
//! Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE
//! -- corpus                        a list: complete for dossiers from 29000, until 15 February 2025
//! kst-29521-1..404 kst-34952-123
//! {"identifier": "kst-29521-385", "title": "…", "date": "2019-09-05"}   a line may be a record
//! ```
//! Without a `-- corpus` there is no list. Text before the first `--` is `brief.txt`.
//! Everything lies under `/werk`, which is the root.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::{Edit, Judgement, Memo, judge, settle};
use crate::citation::{Reading, Recognised};
use crate::config::{Coverage, FindingsConfig};
use crate::corpus::{Corpus, CorpusBuilder, MemoryCorpus};
use crate::identifier::DocumentId;
use crate::letter::Format;
use crate::text::Span;

/// The folder that everything lies in.
pub(crate) const ROOT: &str = "/werk";
/// The list behind a `-- corpus`.
pub(crate) const LIST: &str = "lijst.txt";

/// What a literal says.
pub(crate) struct Fixture {
    /// Its file.
    pub(crate) path: PathBuf,
    /// The letter, read.
    pub(crate) reading: Reading,
    /// The cursor.
    pub(crate) cursor: Option<usize>,
    /// The letter with its marks, as it was written.
    pub(crate) marked: String,
    /// All letters as they were written, by their paths.
    pub(crate) texts: BTreeMap<PathBuf, String>,
    /// The letter, its neighbours and the list.
    pub(crate) corpus: MemoryCorpus,
    /// What is to be said how loudly.
    pub(crate) settings: FindingsConfig,
}

impl Fixture {
    /// Reads a literal. A corpus that is still being read is one with `-- corpus` and `incomplete` behind it.
    pub(crate) fn new(literal: &str) -> Self {
        let mut sections = sections(&dedent(literal));
        let (name, marked) = sections.remove(0);
        let path = Path::new(ROOT).join(&name);
        let bare: String = marked.split_inclusive('\n').filter(|line| !is_mark(line)).collect();
        let cursor = bare.find("$0");
        let text = bare.replacen("$0", "", 1);
        let mut texts = BTreeMap::from([(path.clone(), text.clone())]);
        let mut corpus = CorpusBuilder::new().root(ROOT).letter(&path, &text);
        for (name, content) in &sections {
            let (kind, state) = name.split_once(' ').unwrap_or((name, ""));
            if kind == "corpus" {
                let coverage = Coverage::papers(29_000, jiff::civil::date(2025, 2, 15));
                corpus = corpus.list_of(LIST, [coverage], &list(content));
                corpus = if state == "incomplete" { corpus.incomplete() } else { corpus };
            } else {
                let path = Path::new(ROOT).join(name);
                corpus = corpus.letter(&path, content);
                texts.insert(path, content.clone());
            }
        }
        let corpus = corpus.build();
        let recognised = Recognised::new(Arc::from(text), Format::of_path(&path), Some(&path));
        Self {
            reading: settle(&recognised, &corpus, &Memo::default()),
            path,
            cursor,
            marked,
            texts,
            corpus,
            settings: FindingsConfig::default(),
        }
    }

    /// The text of the letter, without cursor and marks.
    pub(crate) fn text(&self) -> &str {
        &self.reading.text
    }

    /// Where the cursor stands.
    pub(crate) fn offset(&self) -> usize {
        self.cursor.expect("the letter has a `$0`")
    }

    /// What all rules say of the letter.
    pub(crate) fn judgement(&self) -> Judgement {
        judge(&self.reading, &self.corpus as &dyn Corpus, &self.settings, &Memo::default())
    }

    /// What all rules say of another text in the place of the letter.
    pub(crate) fn judgement_of(&self, text: &str) -> Judgement {
        let recognised = Recognised::new(Arc::from(text), Format::of_path(&self.path), Some(&self.path));
        let reading = settle(&recognised, &self.corpus, &Memo::default());
        judge(&reading, &self.corpus as &dyn Corpus, &self.settings, &Memo::default())
    }
}

/// The text with a mark under every span, `^^^ words`; words that run over a line's end are marked on both lines.
pub(crate) fn with_marks(text: &str, marks: &[(Span, String)]) -> String {
    let mut out = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        out.push_str(line);
        for (span, words) in marks {
            let part = Span::new(span.start.max(start), span.end.min(end));
            if part.start > part.end || (part.is_empty() && !span.is_empty()) || span.start > end {
                continue;
            }
            if !out.ends_with('\n') {
                out.push('\n');
            }
            let blanks = text[start..part.start].chars().count();
            let width = part.of(text).chars().count().max(1);
            let words = if span.start >= start { format!(" {words}") } else { String::new() };
            writeln!(out, "{}{}{words}", " ".repeat(blanks), "^".repeat(width)).expect("a string takes all");
        }
        start += line.len();
    }
    out
}

/// The text after all edits.
pub(crate) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for edit in edits {
        assert!(at <= edit.span.start, "edits ascend and do not overlap: {edits:?}");
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out + &text[at..]
}

fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("-- ") {
            sections.push((name.trim().to_owned(), String::new()));
            continue;
        }
        if sections.is_empty() {
            sections.push(("brief.txt".to_owned(), String::new()));
        }
        sections.last_mut().expect("there is one").1.push_str(line);
    }
    sections
}

/// Takes away the first line break and the blanks that every line begins with.
fn dedent(literal: &str) -> String {
    let literal = literal.strip_prefix('\n').unwrap_or(literal);
    let blanks = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = literal.lines().filter(|line| !line.trim().is_empty()).map(blanks).min().unwrap_or(0);
    literal.split_inclusive('\n').map(|line| line.get(common..).unwrap_or("\n")).collect()
}

fn is_mark(line: &str) -> bool {
    let rest = line.trim_start();
    let words = rest.trim_start_matches('^');
    words.len() < rest.len() && (words.trim().is_empty() || words.starts_with(' '))
}

/// A list with a line for each identifier between blanks, of which `kst-29521-1..404` is a row, and for each record.
fn list(text: &str) -> String {
    let (records, bare): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.trim_start().starts_with('{'));
    let mut lines: Vec<String> = records.into_iter().map(str::to_owned).collect();
    lines.extend(bare.into_iter().flat_map(ids));
    lines.join("\n")
}

fn ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for word in text.split_whitespace() {
        match word.split_once("..") {
            None => {
                DocumentId::parse(word).expect("a list has identifiers");
                ids.push(word.to_owned());
            }
            Some((first, last)) => {
                let (dossier, first) = first.rsplit_once('-').expect("a row begins with an identifier");
                let (first, last): (u32, u32) = (first.parse().unwrap(), last.parse().unwrap());
                ids.extend((first..=last).map(|number| format!("{dossier}-{number}")));
            }
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_reads_back() {
        let fixture = Fixture::new(
            "
            -- brief.md
            Zie (Kamerstuk 29 $0521, nr. 385).
                           ^^^^^^ hier
            -- corpus
            kst-29521-384..386
            ",
        );
        assert_eq!(fixture.text(), "Zie (Kamerstuk 29 521, nr. 385).\n");
        assert_eq!(fixture.offset(), 18);
        assert_eq!(
            with_marks(fixture.text(), &[(Span::new(15, 21), "hier".into())]).replace("29 521,", "29 $0521,"),
            fixture.marked
        );
        assert_eq!(fixture.corpus.state().lists[0].papers, 3);
    }

    #[test]
    fn marks_run_over_lines() {
        let text = "Zie Kamerstuk \n29 521.\n";
        let marked = with_marks(text, &[(Span::new(4, 21), "daar".into())]);
        assert_eq!(marked, "Zie Kamerstuk \n    ^^^^^^^^^^ daar\n29 521.\n^^^^^^\n");
    }
}
