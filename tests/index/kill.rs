//! Killed at any moment of indexing, while others read.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use griffier::corpus::{Index, Notice};

use crate::world::{Dice, World, check_answers, rounds};

const LETTERS: usize = 240;

/// Reads as long as the index is being killed, and gives how often.
fn read_until(world: &World, index: &Index, over: &AtomicBool, reads: &AtomicUsize) {
    let mut dice = Dice(3);
    while !over.load(Ordering::Relaxed) {
        if let Some(corpus) = world.corpus(index) {
            for _ in 0..20 {
                check_answers(world, &corpus, LETTERS, &mut dice, "while it is killed");
                reads.fetch_add(1, Ordering::Relaxed);
            }
            assert!(!corpus.store().unwrap().is_damaged(), "a process that is killed damages nothing");
        }
        std::thread::yield_now();
    }
}

#[test]
fn killed_at_any_moment_and_nothing_is_lost_or_wrong() {
    let world = World::new(LETTERS);
    let index = world.index();
    let begun = Instant::now();
    world.text(&["index"]);
    let mut longest = usize::try_from(begun.elapsed().as_micros()).unwrap();
    let (over, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    let mut killed = 0;
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_until(&world, &index, &over, &reads));
        let mut dice = Dice(11);
        while killed < rounds(20) {
            for _ in 0..dice.below(30) {
                world.change(dice.below(LETTERS), u32::try_from(dice.below(1_000)).unwrap() + 1);
            }
            let arguments: &[&str] = if dice.below(3) > 0 { &["index", "--rebuild"] } else { &["index"] };
            let mut process = world.command(arguments).stdout(std::process::Stdio::null()).spawn().unwrap();
            // The moment is the test: nothing is waited for.
            std::thread::sleep(Duration::from_micros(u64::try_from(dice.below(longest)).unwrap()));
            process.kill().unwrap();
            // Some are to be killed while they start, some while they look, read and write, and few are to come through.
            if process.wait().unwrap().code().is_none() {
                killed += 1;
                longest += longest / 16;
            } else {
                longest -= longest / 8;
            }
            assert!(!reader.is_finished(), "the reader stumbled after {killed} were killed");
        }
        over.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
    assert!(reads.load(Ordering::Relaxed) > 0, "nobody read");
    // The next start repairs by itself.
    world.text(&["index"]);
    assert_eq!(index.dump().unwrap(), world.made_anew());
    world.text(&["index", "--verify"]);
    let left = std::fs::read_dir(world.cache().join("index")).unwrap().flatten();
    let left: Vec<_> = left.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| !name.contains("damaged")), "{left:?}");
}

#[test]
fn one_that_waits_takes_over_from_one_that_is_killed() {
    let world = World::new(LETTERS);
    let mut first = world.command(&["index", "--rebuild"]).spawn().unwrap();
    let second = world.command(&["index"]).spawn().unwrap();
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(second.wait_with_output().unwrap().status.success());
    assert_eq!(world.index().dump().unwrap(), world.made_anew());
}

#[test]
fn whoever_asks_hears_of_the_work_of_others_once() {
    let world = World::new(40);
    world.text(&["index"]);
    let index = world.index();
    let (heard, hear) = std::sync::mpsc::channel();
    let store = index.open(std::sync::Arc::new(move |notice| heard.send(notice).unwrap())).unwrap();
    let mut corpus = griffier::corpus::MemoryCorpus::new(Some(&world.root()));
    corpus.set_store(Some(std::sync::Arc::new(store)));
    for round in 1..4 {
        world.change(1, round);
        world.text(&["index"]);
        check_answers(&world, &corpus, 40, &mut Dice(5), "after a change");
        check_answers(&world, &corpus, 40, &mut Dice(5), "and again");
        assert_eq!(hear.try_iter().collect::<Vec<_>>(), [Notice::Changed]);
    }
}
