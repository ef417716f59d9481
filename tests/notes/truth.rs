//! The ground truth on letters of our own. `tests/real_data` does the same on real ones, and many more of them.
//!
//! `GRIFFIER_TEST_NOTES` says how many notes are placed; a few thousand where nothing is said.

use griffier::annotation::LetterText;

use crate::ground::edits::{Kind, edit};
use crate::ground::judge::Table;
use crate::ground::{Dice, Marked, alike, numbered, passage};

fn notes(default: usize) -> usize {
    std::env::var("GRIFFIER_TEST_NOTES").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}

/// The letters of the sample.
fn letters() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            let letter = path.extension().is_some_and(|end| end == "txt" || end == "md");
            if path.is_dir() {
                folders.push(path);
            } else if letter && !path.ends_with("voorbeeld.txt") {
                found.extend(std::fs::read_to_string(path));
            }
        }
    }
    found
}

/// Prints the table, and some of those that were lost where `GRIFFIER_TEST_LOST` is set; and none may be wrong.
#[expect(clippy::print_stdout, reason = "the table is what one looks at")]
fn none_is_wrong(table: &Table) {
    println!("{table}");
    if std::env::var_os("GRIFFIER_TEST_LOST").is_some() {
        let each = table.lost.len() / 60 + 1;
        println!("{}", table.lost.iter().step_by(each).cloned().collect::<String>());
    }
    let some = table.wrong[..table.wrong.len().min(12)].concat();
    assert!(table.wrong.is_empty(), "{} wrong\n{some}", table.wrong.len());
}

#[test]
fn passages_that_are_alike_are_never_confused() {
    let mut table = Table::default();
    alike::run(&mut table, notes(1_000), 5);
    none_is_wrong(&table);
}

#[test]
fn a_heading_that_is_numbered_anew_takes_no_note_along_that_belongs_to_another() {
    let mut table = Table::default();
    numbered::run(&mut table, notes(1_500), 11);
    none_is_wrong(&table);
}

#[test]
fn notes_stay_where_they_belong_whatever_happens_to_the_letter() {
    let mut table = Table::default();
    let mut dice = Dice(7);
    let letters = letters();
    assert!(letters.len() > 5);
    let wanted = notes(1_000);
    for round in 0.. {
        let text = &letters[round % letters.len()];
        let old = LetterText::new(text);
        let start = Marked::new(old.as_str());
        for kind in Kind::ALL {
            let Some(passage) = passage(&start, &mut dice) else { continue };
            let mut marked = start.clone();
            if edit(&mut marked, kind, &passage, &mut dice).is_some() {
                table.judge(&format!("{kind:?}"), &old, &marked, &passage);
            }
        }
        if table.notes() >= wanted || round > 10 * wanted {
            break;
        }
    }
    none_is_wrong(&table);
}
