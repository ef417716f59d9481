//! A disk that gives back something else than was written to it.

use std::fs;

use griffier::config::Coverage;
use griffier::corpus::{Catalogue, Catalogues, Corpus, Existence, How, MemoryCorpus};
use griffier::identifier::DocumentId;

use crate::world::{Dice, World, quiet, rounds};

const LETTERS: usize = 200;

/// What there is to be asked, and the right answers.
struct Truth {
    ids: Vec<DocumentId>,
    existence: Vec<Existence>,
    corpus: MemoryCorpus,
}

/// A list that lacks every other letter, so that only the index knows of them.
fn list(world: &World) -> Catalogues {
    let ids: Vec<_> = (0..LETTERS).step_by(2).map(|letter| world.letter(letter).0).collect();
    let until = griffier::identifier::Date::constant(2030, 1, 1);
    Catalogues::new(vec![Catalogue::from_ids("kst.txt", &[Coverage::papers(29_000, until)], &ids)])
}

/// Changes the file as a bad disk might, and says how.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) -> String {
    let page = 8_192;
    let at = dice.below(bytes.len());
    match dice.below(5) {
        0 => {
            bytes[at] ^= 1 << dice.below(8);
            format!("a flipped bit at {at}")
        }
        1 => {
            bytes.truncate(at);
            format!("cut at {at}")
        }
        2 => {
            let (from, to) = (dice.below(bytes.len() / page) * page, at / page * page);
            let to = to.min(bytes.len() - page);
            bytes.copy_within(from..from + page, to);
            format!("the page at {from} over the one at {to}")
        }
        3 => {
            let end = (at + dice.below(2 * page)).min(bytes.len());
            bytes[at..end].fill(0);
            format!("nothing from {at} to {end}")
        }
        _ => {
            let end = (at + dice.below(64)).min(bytes.len());
            bytes[at..end].iter_mut().for_each(|byte| *byte = byte.wrapping_mul(31).wrapping_add(7));
            format!("nonsense from {at} to {end}")
        }
    }
}

/// Asks all, and holds the answers against the truth.
fn ask(corpus: &MemoryCorpus, truth: &Truth, how: &str) {
    let existence = corpus.existence_of_many(&truth.ids);
    for ((id, said), right) in truth.ids.iter().zip(existence).zip(&truth.existence) {
        assert!(said == *right || said == Existence::Outside, "{how}: {id} is {right:?}, not {said:?}");
    }
    for id in &truth.ids {
        let id = std::slice::from_ref(id);
        let letter = &corpus.letters_of_many(id)[0];
        assert!(letter.is_none() || *letter == truth.corpus.letters_of_many(id)[0], "{how}: {letter:?}");
        let places = &corpus.citing_places(id)[0];
        assert!(places.is_empty() || *places == truth.corpus.citing_places(id)[0], "{how}: {places:?}");
        let count = corpus.citations_of_many(id)[0];
        assert!(count == 0 || count == truth.corpus.citations_of_many(id)[0], "{how}: {count}");
    }
}

#[test]
fn damage_is_found_and_never_believed() {
    let world = World::new(LETTERS);
    world.text(&["index"]);
    let index = world.index();
    let pristine = fs::read(index.file()).unwrap();
    let dump = index.dump().unwrap();
    let mut dice = Dice(23);
    let mut corpus = world.corpus(&index).unwrap();
    corpus.set_lists(list(&world));
    let ids: Vec<_> = (0..LETTERS + 40).step_by(3).map(|letter| world.letter(letter).0).collect();
    let truth = Truth { existence: corpus.existence_of_many(&ids), ids, corpus };
    assert!(truth.existence.iter().any(|existence| matches!(
        existence,
        Existence::AboveHighestNumber { .. } | Existence::AboveHighestDossier { .. }
    )));

    let (mut found, mut unopened) = (0, 0);
    for round in 0..rounds(60) {
        let mut bytes = pristine.clone();
        let how = format!("round {round}, {}", damage(&mut bytes, &mut dice));
        // A new file each time, for the pages of the old one may be remembered.
        fs::remove_file(index.file()).unwrap();
        fs::write(index.file(), &bytes).unwrap();
        if let Some(mut corpus) = world.corpus(&index) {
            corpus.set_lists(list(&world));
            ask(&corpus, &truth, &how);
            if corpus.store().unwrap().is_damaged() {
                found += 1;
                assert!(!corpus.state().complete, "{how}");
                if round % 6 == 0 {
                    let damaged = How::Instead(corpus.store().unwrap().identity().unwrap());
                    let synced = index.sync(&world.folders(), damaged, &quiet()).unwrap();
                    assert!(synced.messages.iter().any(|message| message.code() == "index-damaged"), "{how}");
                    assert_eq!(index.dump().unwrap(), dump, "{how}");
                }
            }
        } else {
            unopened += 1;
            if round % 6 == 0 {
                index.sync(&world.folders(), How::Compare, &quiet()).unwrap();
                assert_eq!(index.dump().unwrap(), dump, "{how}");
            }
        }
        let _ = fs::remove_file(index.file().with_extension("sqlite-wal"));
        let _ = fs::remove_file(index.file().with_extension("sqlite-shm"));
        if !index.file().exists() {
            fs::write(index.file(), &pristine).unwrap();
        }
    }
    assert!(found > rounds(60) / 4 && unopened > 0, "{found} found, {unopened} not opened");
}

#[test]
fn a_damaged_index_is_put_aside_and_told_of() {
    let world = World::new(40);
    world.text(&["index"]);
    let index = world.index();
    let mut bytes = fs::read(index.file()).unwrap();
    bytes.truncate(20_000);
    fs::write(index.file(), &bytes).unwrap();
    let output = world.run(&["index", "--stats"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("was beschadigd en is opnieuw gemaakt"), "{said}");
    assert_eq!(index.dump().unwrap(), world.made_anew());
    let names = fs::read_dir(world.cache().join("index")).unwrap().flatten();
    assert_eq!(names.filter(|entry| entry.file_name().to_string_lossy().contains(".damaged-")).count(), 1);
    // Where only a part is damaged that a command happens to need, that command tells of it, and it or the next one makes it anew.
    let mut bytes = fs::read(index.file()).unwrap();
    let needle = b"kst-29000-7";
    // Not in the paths, which are all looked at in any case.
    let is_name = |at: usize| !bytes[at..].starts_with(b".txt") && !bytes[at].is_ascii_digit();
    let places =
        (0..bytes.len() - 20).filter(|&at| bytes[at..].starts_with(needle) && is_name(at + needle.len()));
    let places: Vec<_> = places.collect();
    for at in places {
        bytes[at] ^= 0x20;
    }
    fs::write(index.file(), &bytes).unwrap();
    let said = |arguments: &[&str]| String::from_utf8_lossy(&world.run(arguments).stderr).into_owned();
    assert!(said(&["show", "kst-29000-7"]).contains("beschadigd"));
    assert_eq!(said(&["show", "kst-29000-7"]), "");
    assert_eq!(index.dump().unwrap(), world.made_anew());
}

/// The corpus must not hold on to what it once read: an index that is deleted while it is open is made anew.
#[test]
fn the_cache_may_be_deleted_at_any_time() {
    let world = World::new(40);
    world.text(&["index"]);
    let index = world.index();
    let corpus = world.corpus(&index).unwrap();
    let (id, path) = world.letter(7);
    let found = |corpus: &MemoryCorpus| {
        corpus.letters_of_many(std::slice::from_ref(&id))[0].as_ref().map(|record| record.path.clone())
    };
    assert_eq!(found(&corpus), Some(path.clone()));
    fs::remove_dir_all(world.cache()).unwrap();
    assert_eq!(found(&corpus), Some(path.clone()), "what was open is answered from");
    world.text(&["index"]);
    assert_eq!(found(&corpus), Some(path), "and then from the new one");
}
