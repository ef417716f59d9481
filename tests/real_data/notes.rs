//! The ground truth of notes on real papers.
//!
//! `GRIFFIER_TEST_NOTES` says how many notes are placed; some hundreds where nothing is said.

use std::fs;

use griffier::annotation::LetterText;

use crate::ground::edits::{Kind, edit};
use crate::ground::judge::Table;
use crate::ground::{Dice, Marked, alike, numbered, passage};
use crate::shared;

#[test]
fn notes_on_real_papers_are_never_in_the_wrong_place() {
    let Some(shared) = shared() else { return };
    let wanted =
        std::env::var("GRIFFIER_TEST_NOTES").ok().and_then(|count| count.parse().ok()).unwrap_or(600);
    let mut paths = Vec::new();
    for folder in ["data/moties", "data/kamervragen"] {
        paths.extend(fs::read_dir(shared.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    paths.sort();
    let mut dice = Dice(23);
    let mut table = Table::default();
    let (mut kinds, mut papers) = (Kind::ALL.iter().cycle(), 0);
    // Every paper gets some notes, each under another kind of edit, until there are enough.
    for round in 0..paths.len() * 40 {
        let Ok(text) = fs::read_to_string(&paths[(round * 7) % paths.len()]) else { continue };
        papers += usize::from(round < paths.len());
        let old = LetterText::new(&text);
        let start = Marked::new(old.as_str());
        for _ in 0..7 {
            let kind = *kinds.next().expect("a circle has no end");
            let Some(passage) = passage(&start, &mut dice) else { continue };
            let mut marked = start.clone();
            if edit(&mut marked, kind, &passage, &mut dice).is_some() {
                table.judge(&format!("{kind:?}"), &old, &marked, &passage);
            }
        }
        if table.notes() >= wanted {
            break;
        }
    }
    alike::run(&mut table, wanted / 8, 29);
    numbered::run(&mut table, wanted / 8, 31);
    println!("{papers} papers, {} notes\n{table}", table.notes());
    if std::env::var_os("GRIFFIER_TEST_LOST").is_some() {
        println!("{}", table.lost.iter().take(80).cloned().collect::<String>());
    }
    assert!(
        table.wrong.is_empty(),
        "{} wrong\n{}",
        table.wrong.len(),
        table.wrong[..table.wrong.len().min(16)].concat()
    );
    // Of a few notes a share says nothing.
    for kind in Kind::ALL {
        for remembered in [true, false] {
            let row = table.row(&format!("{kind:?}"), remembered);
            let low = kind.target().filter(|target| row.notes() >= 400 && row.share() < *target);
            assert!(low.is_none(), "{kind:?} {remembered}: {:.3} of {:?}", row.share(), kind.target());
        }
    }
}
