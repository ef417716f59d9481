//! Killed at any moment of saving.

use std::time::{Duration, Instant};

use crate::ground::Dice;
use crate::{NOTES, add, bodies, letter};

/// How many processes are killed; `GRIFFIER_ROUNDS` kills so many times as many.
fn rounds(usual: usize) -> usize {
    let times = std::env::var("GRIFFIER_ROUNDS").ok().and_then(|times| times.parse::<usize>().ok());
    usual * times.unwrap_or(1)
}

#[test]
fn killed_at_any_moment_and_no_note_that_was_saved_is_lost() {
    let desk = letter();
    let begun = Instant::now();
    assert!(add(&desk, "eerste").status().unwrap().success());
    let mut longest = usize::try_from(begun.elapsed().as_micros()).unwrap();
    let (mut saved, mut tried) = (vec!["eerste".to_owned()], vec!["eerste".to_owned()]);
    let mut dice = Dice(31);
    let mut killed = 0;
    while killed < rounds(60) {
        let body = format!("notitie {}", tried.len());
        let mut process = add(&desk, &body).spawn().unwrap();
        // The moment is the test: nothing is waited for.
        std::thread::sleep(Duration::from_micros(u64::try_from(dice.below(longest)).unwrap()));
        process.kill().unwrap();
        tried.push(body.clone());
        // Some are to be killed while they start, some while they write, and few are to come through.
        if process.wait().unwrap().success() {
            saved.push(body);
            longest -= longest / 8;
        } else {
            killed += 1;
            longest += longest / 16;
        }
        // One that was killed after its note was written has written it.
        let found = bodies(&desk);
        assert!(saved.iter().all(|body| found.contains(body)), "{saved:?} are not all in {found:?}");
        assert!(found.iter().all(|body| tried.contains(body)), "{found:?}");
    }
    // The next one is hindered by nothing that a killed one left, and leaves nothing itself.
    assert!(add(&desk, "laatste").status().unwrap().success());
    assert!(bodies(&desk).contains(&"laatste".to_owned()));
    let left = std::fs::read_dir(desk.at("")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut left: Vec<_> = left.map(|name| name.into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["brief.md", NOTES, "griffier.toml"]);
    assert_eq!(desk.run(&["annotate", "check"]).code, 0);
}
