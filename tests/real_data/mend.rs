//! Mending real texts: it comes to an end, changes nothing that is quoted, and mending what is mended changes nothing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use griffier::analysis::rules::{self, Rule};
use griffier::analysis::{Finding, Memo, Severity, apply, judge, mend, settle};
use griffier::citation::Recognised;
use griffier::config::{FindingsConfig, Level};
use griffier::letter::{Format, quotations};
use griffier::text::Span;

use crate::findings::corpus;
use crate::shared;

fn texts(shared: &Path) -> Vec<PathBuf> {
    let mut texts = vec![shared.join("data/takuba-2020-03-27.txt")];
    for folder in ["data/moties", "data/kamervragen", "data/handelingen"] {
        let files = fs::read_dir(shared.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        texts.extend(files.filter(|path| path.extension().is_some_and(|end| end == "txt")));
    }
    texts.sort();
    texts
}

/// Every rule that is off by default, turned on.
fn all_rules() -> FindingsConfig {
    let mut settings = FindingsConfig::default();
    let level = |rule: &Rule| match rule.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
        Severity::Hint => Level::Hint,
    };
    for rule in rules::all().filter(|rule| !rule.on) {
        settings.severity.insert(rule.code.to_owned(), level(rule));
    }
    settings
}

#[test]
fn mending_what_is_mended_changes_nothing() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let texts = texts(&shared);
    assert!(texts.len() > 250, "{}", texts.len());
    for (name, settings) in [("as it is", FindingsConfig::default()), ("all rules", all_rules())] {
        let (mut mended_texts, mut edits) = (0, 0);
        for path in &texts {
            let text = griffier::corpus::read_text(path, None).unwrap().text;
            let memo = Memo::default();
            let findings = |text: &str| -> Vec<Finding> {
                let recognised = Recognised::new(text.into(), Format::Plain, Some(path));
                judge(&settle(&recognised, &*corpus, &memo), &*corpus, &settings, &memo).findings
            };
            let Some(mended) = mend(&text, &findings(&text), &mut |text| findings(text)) else { continue };
            assert_eq!(apply(&text, &mended.edits), mended.text, "{}", path.display());
            let quoted = quotations(&text, 0);
            let touched = |span: Span| quoted.iter().any(|quotation| quotation.overlaps(span));
            assert!(!mended.edits.iter().any(|edit| touched(edit.span)), "{}", path.display());
            let again = mend(&mended.text, &findings(&mended.text), &mut |text| findings(text));
            assert_eq!(again, None, "{}", path.display());
            mended_texts += 1;
            edits += mended.edits.len();
        }
        println!("{name}: {mended_texts} of {} texts mended by {edits} edits", texts.len());
    }
}
