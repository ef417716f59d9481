//! The record of a day of debates: the papers that its text names are those that its markup links.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::fs;
use std::ops::Range;
use std::path::Path;

use griffier::analysis::{Memo, settle};
use griffier::citation::{Citation, Reading, Recognised};
use griffier::corpus::{Corpus, Existence};
use griffier::identifier::DocumentId;
use griffier::letter::Format;

use crate::findings::corpus;
use crate::shared;

/// A record without its markup.
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Which words the markup links to which paper.
    links: Vec<(Range<usize>, String)>,
}

impl Record {
    /// Leaves the words of each paragraph in one line, and remembers the links.
    fn of(name: &str, xml: &str) -> Self {
        let mut record = Self { name: name.to_owned(), text: String::new(), links: Vec::new() };
        let mut open: Option<(usize, String)> = None;
        let body = xml.split_once("<handelingen>").map_or(xml, |(_, body)| body);
        for piece in body.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
            match tag.trim_start_matches('/').split(' ').next() {
                Some("extref") if tag.starts_with('/') => {
                    let (start, paper) = open.take().expect("a link ends that began");
                    record.links.push((start..record.text.len(), paper));
                }
                Some("extref") => {
                    let paper = tag.split('"').nth(1).expect("a link names a paper");
                    // The blank that parts the link from the words before it belongs to neither.
                    record.blank();
                    open = Some((record.text.len(), paper.to_owned()));
                }
                Some("nadruk" | "sup") => {}
                _ => record.end_paragraph(),
            }
            if words.starts_with(char::is_whitespace) {
                record.blank();
            }
            record.text.push_str(&words.split_whitespace().collect::<Vec<_>>().join(" "));
            if words.ends_with(char::is_whitespace) {
                record.blank();
            }
        }
        record
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    fn end_paragraph(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }
}

/// All records, each with how it is read where the publisher's list is known.
pub(crate) fn records(shared: &Path, corpus: &dyn Corpus) -> Vec<(Record, Reading)> {
    let memo = Memo::default();
    let files = fs::read_dir(shared.join("data/handelingen")).unwrap();
    let record = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let record = Record::of(&name, &fs::read_to_string(&path).unwrap());
        let recognised = Recognised::new(record.text.as_str().into(), Format::Plain, Some(&path));
        let reading = settle(&recognised, corpus, &memo);
        (record, reading)
    };
    files.map(record).collect()
}

fn names(citation: &Citation, paper: &str) -> bool {
    citation.targets.iter().any(|target| target.id.to_string() == paper)
}

#[test]
fn each_mention_of_a_motion_is_the_paper_that_the_markup_links() {
    let Some(shared) = shared() else { return };
    let (mut links, mut missed) = (0, Vec::new());
    for (record, reading) in records(&shared, &*corpus(&shared)) {
        for (words, paper) in &record.links {
            links += 1;
            let holds = |citation: &&Citation| {
                citation.span.start <= words.start && words.end <= citation.span.end + 1
            };
            if !reading.citations.iter().filter(holds).any(|citation| names(citation, paper)) {
                missed.push(format!("{}: {paper} at «{}»", record.name, &record.text[words.clone()]));
            }
        }
    }
    assert!(links > 70, "only {links} links");
    assert_eq!(missed, [""; 0]);
}

/// `GenX concentraties Zeeland - 28089-75`: so the list of papers that came in ends each of its lines.
#[test]
fn each_paper_that_came_in_is_recognised() {
    let Some(shared) = shared() else { return };
    let (mut papers, mut missed) = (0, Vec::new());
    for (record, reading) in records(&shared, &*corpus(&shared)) {
        for line in record.text.lines() {
            let Some((_, number)) = line.rsplit_once(" - ") else { continue };
            let series = if number.get(4..5) == Some("Z") { "tkz:" } else { "kst-" };
            let Ok(id) = DocumentId::parse(&format!("{series}{number}")) else { continue };
            papers += 1;
            if !reading.citations.iter().any(|citation| names(citation, &id.to_string())) {
                missed.push(line.to_owned());
            }
        }
    }
    assert!(papers > 50, "only {papers} papers");
    assert_eq!(missed, [""; 0]);
}

#[test]
fn no_paper_is_named_that_does_not_exist() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let mut unknown = Vec::new();
    for (record, reading) in records(&shared, &*corpus) {
        let papers = reading.citations.iter().flat_map(|citation| &citation.targets);
        // The list is one of Kamerstukken; case numbers stand in none.
        let papers: Vec<DocumentId> =
            papers.map(|target| target.id.clone()).filter(|id| id.dossier().is_some()).collect();
        let answers = corpus.existence_of_many(&papers);
        let absent = papers.iter().zip(answers).filter(|(_, answer)| *answer != Existence::Known);
        unknown.extend(absent.map(|(id, _)| format!("{}: {id}", record.name)));
    }
    assert_eq!(unknown, [""; 0]);
}
