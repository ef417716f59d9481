//! What holds for every rule.

use std::sync::Arc;

use super::*;
use crate::analysis::fixture::{Fixture, edited, with_marks};
use crate::analysis::{Judgement, Memo, judge, settle};
use crate::citation::{Reading, Recognised};
use crate::config::{FindingsConfig, Level};
use crate::letter::Format;
use crate::messages::{Language, Translator};

/// Says of the letter what its marks say, and nothing else.
#[track_caller]
pub(super) fn check(literal: &str) {
    let fixture = Fixture::new(literal);
    let marks: Vec<_> = fixture
        .judgement()
        .findings
        .iter()
        .map(|finding| {
            let message = Translator::new(Language::Dutch).text(&finding.message);
            (finding.span, format!("{}: {message}", finding.severity.name()))
        })
        .collect();
    let found = with_marks(fixture.text(), &marks);
    assert!(found == fixture.marked, "expected\n{}\nfound\n{found}", fixture.marked);
}

/// The fixes of all findings, each with its title and the line that it leaves; `!` stands before one that is safe.
#[track_caller]
pub(super) fn check_fixes(literal: &str, expected: &[(&str, &str)]) {
    let fixture = Fixture::new(literal);
    let say = Translator::new(Language::Dutch);
    let found: Vec<(String, String)> = fixture
        .judgement()
        .findings
        .iter()
        .flat_map(|finding| &finding.fixes)
        .map(|fix| {
            let title = format!("{}{}", if fix.safe { "!" } else { "" }, say.text(&fix.title));
            let place = fix.edits[0].span.start;
            let mended = edited(fixture.text(), &fix.edits);
            let line = mended[..place].matches('\n').count();
            (title, mended.lines().nth(line).unwrap_or_default().trim().to_owned())
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(title, line)| (&**title, &**line)).collect();
    assert_eq!(found, expected);
}

const DATE: &str = "Den Haag, 27 november 2024\n\n";

/// A line as it would stand in a letter of 2024, which is before the end of the list.
fn example(text: &str) -> (Reading, Judgement) {
    let text = format!("{DATE}{text}");
    let list =
        "-- brief.txt\n-- corpus\nkst-29251-1..9 kst-29521-1..492 kst-34952-1..123 kst-21501-02-2000..2900";
    let corpus = Fixture::new(list).corpus;
    let recognised = Recognised::new(Arc::from(text), Format::Plain, None);
    let reading = settle(&recognised, &corpus, &Memo::default());
    let judgement = judge(&reading, &corpus, &FindingsConfig::default(), &Memo::default());
    (reading, judgement)
}

#[test]
fn every_example_shows_its_rule_and_no_other() {
    for rule in ALL {
        let (reading, judgement) = example(rule.example.wrong);
        let codes: Vec<_> = judgement.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [rule.code], "{}", reading.text);
        assert_eq!(judgement.findings[0].severity, rule.severity, "{}", rule.code);

        let (_, right) = example(rule.example.right);
        assert_eq!(right.findings, [], "{}", rule.code);
    }
}

#[test]
fn the_first_fix_puts_an_example_right() {
    for rule in ALL {
        let (reading, judgement) = example(rule.example.wrong);
        if let Some(fix) = judgement.findings[0].fixes.first() {
            assert_eq!(
                edited(&reading.text, &fix.edits),
                format!("{DATE}{}", rule.example.right),
                "{}",
                rule.code
            );
        }
    }
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for language in Language::ALL {
        let say = Translator::new(language);
        for rule in ALL {
            let line = say.text_of_code(&format!("rule-{}", rule.code)).expect(rule.code);
            let why = say.text_of_code(&format!("rule-{}-why", rule.code)).expect(rule.code);
            assert!(!line.contains('\n') && why.lines().all(|line| line.chars().count() <= 90), "{why}");
        }
    }
}

#[test]
fn every_message_of_a_finding_is_a_sentence_in_both_languages() {
    for language in Language::ALL {
        let say = Translator::new(language);
        for rule in ALL {
            let (_, judgement) = example(rule.example.wrong);
            for finding in &judgement.findings {
                assert_ne!(say.text(&finding.message), finding.message.code());
            }
        }
    }
}

#[test]
fn codes_are_unique_words_and_find_their_rule() {
    let mut codes: Vec<_> = ALL.iter().map(|rule| rule.code).collect();
    for code in &codes {
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
        assert_eq!(Rule::by_code(code).map(|rule| rule.code), Some(*code));
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), ALL.len());
    assert!(Rule::by_code("brief").is_none());
}

#[test]
fn settings_silence_a_rule_or_change_its_level() {
    let mut fixture = Fixture::new("Zie (Kamerstuk 295 21, nr. 368).");
    let levels = |fixture: &Fixture| -> Vec<Severity> {
        fixture.judgement().findings.iter().map(|finding| finding.severity).collect()
    };
    assert_eq!(levels(&fixture), [Severity::Error]);
    fixture.settings.severity.insert("malformed-dossier".into(), Level::Info);
    assert_eq!(levels(&fixture), [Severity::Info]);
    fixture.settings.severity.insert("malformed-dossier".into(), Level::Off);
    assert_eq!(levels(&fixture), []);
}

#[test]
fn a_setting_does_not_make_a_hint_certain() {
    let mut fixture = Fixture::new(
        "
        Zie (Kamerstuk 29 521, nr. 600).
        -- corpus
        kst-29521-1..492
        ",
    );
    fixture.settings.severity.insert("unknown-document".into(), Level::Error);
    assert_eq!(fixture.judgement().findings[0].severity, Severity::Hint);
}
