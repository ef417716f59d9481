//! Errors planted in generated letters: all are found, none is invented, and the safe fixes give the letter back as it was.
//!
//! A thousand letters with two errors each, of every kind that can be planted, the same ones each time.
//! `GRIFFIER_CASES` makes so many times as many, `GRIFFIER_SEED` makes others.

mod kinds;
mod known;
mod letter;
mod random;

use std::collections::BTreeMap;
use std::sync::Arc;

use griffier::analysis::{Finding, Memo, judge, mend, settle};
use griffier::citation::Recognised;
use griffier::config::{FindingsConfig, Level};
use griffier::corpus::{Corpus, MemoryCorpus};
use griffier::letter::Format;

use kinds::KINDS;
use letter::{Letter, corpus};
use random::Random;

const LETTERS: usize = 1_000;
const ERRORS: usize = 2;

/// How often letters are made, and from which seed.
fn times() -> (usize, u64) {
    let asked = |name: &str| std::env::var(name).ok();
    let times = asked("GRIFFIER_CASES").map_or(1, |times| times.parse().expect("a number"));
    let seed = match asked("GRIFFIER_SEED").as_deref() {
        None => 1815,
        Some("random") => u64::from(std::process::id()),
        Some(seed) => seed.parse().expect("a number"),
    };
    (times, seed)
}

struct Desk {
    corpus: MemoryCorpus,
    memo: Memo,
    settings: FindingsConfig,
}

impl Desk {
    fn new() -> Self {
        let mut settings = FindingsConfig::default();
        // What is off by default is planted too.
        for code in ["keyword-number", "quotation-mismatch", "unused-name", "wrong-weekday"] {
            settings.severity.insert(code.to_owned(), Level::Info);
        }
        Self { corpus: corpus(), memo: Memo::default(), settings }
    }

    fn findings(&self, text: &str) -> Vec<Finding> {
        let corpus: &dyn Corpus = &self.corpus;
        let recognised = Recognised::new(Arc::from(text), Format::Markdown, None);
        let reading = settle(&recognised, corpus, &self.memo);
        judge(&reading, corpus, &self.settings, &self.memo).findings
    }

    fn mended(&self, text: &str) -> String {
        let findings = self.findings(text);
        let mended = mend(text, &findings, &mut |text| self.findings(text));
        mended.map_or_else(|| text.to_owned(), |mended| mended.text)
    }
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn all_are_found_none_is_invented_and_safe_fixes_restore_the_letter() {
    let desk = Desk::new();
    let (times, seed) = times();
    let mut planted: BTreeMap<&str, usize> = BTreeMap::new();
    for number in 0..LETTERS * times {
        let mut random = Random::new(seed, number);
        // Every kind has its turn, beside one that chance chooses.
        let turn = &KINDS[number % KINDS.len()];
        let mut other = random.one_of(KINDS);
        // A letter has one row of notes, and defines a name once.
        while (turn.is_note && other.is_note) || turn.name == other.name {
            other = random.one_of(KINDS);
        }
        let letter = Letter::new(&mut random, &[turn, other]);

        let right = letter.right();
        assert_eq!(codes(&desk.findings(&right)), [""; 0], "invented in letter {number}:\n{right}");

        let wrong = letter.wrong();
        let found = desk.findings(&wrong);
        let expected: Vec<&str> = letter.plants().map(|plant| plant.code).collect();
        assert_eq!(codes(&found), expected, "letter {number}:\n{wrong}\n{found:#?}");
        for (finding, place) in found.iter().zip(letter.places()) {
            let within = place.start <= finding.span.start && finding.span.end <= place.end;
            assert!(within, "{} in letter {number}:\n{wrong}", finding.code);
        }

        assert_eq!(desk.mended(&wrong), letter.mended(), "letter {number}:\n{wrong}");
        for plant in letter.plants() {
            *planted.entry(plant.kind).or_default() += 1;
        }
    }
    assert_eq!(planted.values().sum::<usize>(), LETTERS * ERRORS * times);
    let fewest = LETTERS * times / KINDS.len();
    assert!(planted.len() == KINDS.len() && planted.values().all(|count| *count >= fewest), "{planted:#?}");
}
