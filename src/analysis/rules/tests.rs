//! What holds for every rule.

use std::path::Path;

use super::*;
use crate::analysis::fixture::{Fixture, edited, with_marks};
use crate::analysis::{Judgement, mend};
use crate::config::{FindingsConfig, Level};
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

/// What every example has at its head unless it brings its own: a date before the end of the list.
const DATE: &str = "Den Haag, 27 november 2024\n\n";
/// What there is beside an example that says nothing of it.
const BESIDE: &str = "-- corpus\nkst-29251-1..9 kst-29521-1..492 kst-34952-1..123 kst-21501-02-2000..2900";

/// Judges an example as it would stand in a letter of 2024, by all rules that are on by default and by `rule`.
fn example(rule: &Rule, text: &str, beside: &str) -> (Fixture, Judgement) {
    let date = if text.starts_with("---\n") { "" } else { DATE };
    let beside = if beside.is_empty() { BESIDE } else { beside };
    let mut fixture = Fixture::new(&format!("-- brief.md\n{date}{text}\n{beside}"));
    fixture.settings.severity.insert(rule.code.to_owned(), level(rule.severity));
    let judgement = fixture.judgement();
    (fixture, judgement)
}

const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
        Severity::Hint => Level::Hint,
    }
}

fn examples() -> impl Iterator<Item = (&'static Rule, &'static Example)> {
    all().flat_map(|rule| rule.examples.iter().map(move |example| (rule, example)))
}

#[test]
fn every_example_shows_its_rule_and_no_other() {
    for (rule, Example { wrong, right, beside }) in examples() {
        let (_, judgement) = example(rule, wrong, beside);
        let codes: Vec<_> = judgement.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [rule.code], "{wrong}");
        assert_eq!(judgement.findings[0].severity, rule.severity, "{wrong}");

        let (_, judgement) = example(rule, right, beside);
        assert_eq!(judgement.findings, [], "{right}");
    }
    assert_eq!(all().find(|rule| rule.examples.is_empty()).map(|rule| rule.code), None);
}

#[test]
fn the_first_fix_puts_an_example_right() {
    for (rule, Example { wrong, right, beside }) in examples() {
        let (_, judgement) = example(rule, wrong, beside);
        if let Some(fix) = judgement.findings[0].fixes.first() {
            let (bare, _) = example(rule, wrong, beside);
            let (mended, _) = example(rule, right, beside);
            assert_eq!(edited(bare.text(), &fix.edits), mended.text(), "{}", rule.code);
        }
    }
}

/// With all rules turned on, so that there is as much to mend as there can be.
#[test]
fn mending_an_example_twice_is_mending_it_once() {
    let mut mended_examples = 0;
    for (_, Example { wrong, right, beside }) in examples() {
        for text in [wrong, right] {
            let beside = if beside.is_empty() { BESIDE } else { beside };
            let mut fixture = Fixture::new(&format!("-- brief.md\n{DATE}{text}\n{beside}"));
            for rule in all() {
                fixture.settings.severity.insert(rule.code.to_owned(), level(rule.severity));
            }
            let mended_of = |text: &str| {
                let findings = fixture.judgement_of(text).findings;
                mend(text, &findings, &mut |text| fixture.judgement_of(text).findings)
            };
            let Some(once) = mended_of(fixture.text()) else { continue };
            mended_examples += 1;
            assert_eq!(mended_of(&once.text), None, "{text}");
        }
    }
    assert!(mended_examples > 20, "{mended_examples}");
}

#[test]
fn a_rule_offers_what_it_says_it_offers() {
    for rule in all() {
        let fixes = rule.examples.iter().flat_map(|Example { wrong, beside, .. }| {
            example(rule, wrong, beside).1.findings.into_iter().flat_map(|finding| finding.fixes)
        });
        let best = fixes.fold(Fixes::None, |best, fix| match best {
            Fixes::Safe => best,
            _ if fix.safe => Fixes::Safe,
            _ => Fixes::Unsafe,
        });
        assert_eq!(best, rule.fixes, "{}", rule.code);
    }
}

#[test]
fn what_is_off_by_default_speaks_only_when_a_setting_says_so() {
    for (rule, Example { wrong, beside, .. }) in examples().filter(|(rule, _)| !rule.on) {
        let (mut fixture, judgement) = example(rule, wrong, beside);
        assert_eq!(judgement.findings.len(), 1, "{wrong}");
        fixture.settings = FindingsConfig::default();
        assert_eq!(fixture.judgement().findings, [], "{wrong}");
    }
}

#[test]
fn every_file_with_a_rule_is_in_the_list_of_its_group() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/analysis/rules");
    let mut files = 0;
    for group in Group::ALL {
        for entry in std::fs::read_dir(folder.join(group.name())).expect("a group has its folder") {
            let path = entry.expect("it can be read").path();
            // A rule may have a folder for its tests.
            if path.is_dir() {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("it can be read");
            let Some((_, row)) = text.split_once("static RULE: Rule") else { continue };
            let code = row.split('"').nth(1).expect("a rule has a code");
            let listed = group.rules().iter().any(|rule| rule.code == code && rule.group == group);
            assert!(listed, "{} is in no list", path.display());
            assert!(path.file_stem().is_some_and(|name| *name == *code.replace('-', "_")), "{code}");
            files += 1;
        }
    }
    assert_eq!(files, all().count());
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for language in Language::ALL {
        let say = Translator::new(language);
        for rule in all() {
            let line = say.text_of_code(&format!("rule-{}-what", rule.code)).expect(rule.code);
            let why = say.text_of_code(&format!("rule-{}-why", rule.code)).expect(rule.code);
            assert!(!line.contains('\n') && why.lines().all(|line| line.chars().count() <= 90), "{why}");
        }
    }
}

#[test]
fn every_message_of_a_finding_is_a_sentence_in_both_languages() {
    for language in Language::ALL {
        let say = Translator::new(language);
        for (rule, Example { wrong, beside, .. }) in examples() {
            for finding in example(rule, wrong, beside).1.findings {
                let related = finding.related.iter().map(|related| &related.message);
                let fixes = finding.fixes.iter().map(|fix| &fix.title);
                for message in related.chain(fixes).chain([&finding.message]) {
                    assert_ne!(say.text(message), message.code());
                }
            }
        }
    }
}

#[test]
fn codes_are_unique_words_and_find_their_rule() {
    let mut codes = codes();
    for code in &codes {
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
        assert_eq!(Rule::by_code(code).map(|rule| rule.code), Some(*code));
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all().count());
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
