//! What was found before and is let be: one line a finding, so that two versions of the file merge as text does.
//!
//! Layer 1: a finding is known here by its rule and a number; who makes the number stands above.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What is let be: how many findings of each kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Baseline {
    known: BTreeMap<Known, usize>,
}

/// A finding as it is known from one check to the next.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Known {
    /// The letter, relative to the root, with `/`.
    pub letter: String,
    /// The rule.
    pub rule: String,
    /// What its words are known by.
    pub fingerprint: u64,
}

impl Baseline {
    /// Reads the lines of a file. What is no such line is counted, and the rest counts.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<usize>) {
        let mut baseline = Self::default();
        let mut wrong = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match read(line) {
                Some(known) => baseline.add(known),
                None => wrong.push(at + 1),
            }
        }
        (baseline, wrong)
    }

    /// One finding more that is let be.
    pub fn add(&mut self, known: Known) {
        *self.known.entry(known).or_default() += 1;
    }

    /// How many of this finding are let be.
    #[must_use]
    pub fn count(&self, known: &Known) -> usize {
        self.known.get(known).copied().unwrap_or(0)
    }

    /// How many findings are let be in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The lines of a file, below a line that tells what they are.
    #[must_use]
    pub fn print(&self, head: &str) -> String {
        let mut text = format!("# {head}\n");
        for (Known { letter, rule, fingerprint }, count) in &self.known {
            for _ in 0..*count {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{fingerprint:016x} {rule} {letter}");
            }
        }
        text
    }
}

fn read(line: &str) -> Option<Known> {
    let (fingerprint, rest) = line.split_once(' ')?;
    let (rule, letter) = rest.split_once(' ')?;
    let fingerprint = (fingerprint.len() == 16).then(|| u64::from_str_radix(fingerprint, 16).ok())??;
    Some(Known { letter: letter.trim().to_owned(), rule: rule.to_owned(), fingerprint })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_and_what_is_no_line_is_told() {
        let known = |letter: &str, fingerprint| Known {
            letter: letter.to_owned(),
            rule: "unknown-document".to_owned(),
            fingerprint,
        };
        let mut baseline = Baseline::default();
        for one in [known("brieven/een brief.txt", 7), known("a.txt", u64::MAX), known("a.txt", u64::MAX)] {
            baseline.add(one);
        }
        let text = baseline.print("bekend");
        assert_eq!(
            text,
            "# bekend\nffffffffffffffff unknown-document a.txt\nffffffffffffffff unknown-document a.txt\n0000000000000007 unknown-document brieven/een brief.txt\n"
        );
        assert_eq!(Baseline::parse(&text), (baseline.clone(), vec![]));
        assert_eq!((baseline.len(), baseline.count(&known("a.txt", u64::MAX))), (3, 2));
        let (read, wrong) = Baseline::parse(&format!("<<<<<<< HEAD\n{text}\nff brief a.txt\n"));
        assert_eq!((read, wrong), (baseline, vec![1, 7]));
    }
}
