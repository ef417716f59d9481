//! Several processes on one corpus, with letters changing underneath.

use std::fs;

use crate::server::Server;
use crate::world::{Dice, World, rounds};

const LETTERS: usize = 240;

#[test]
fn two_servers_and_an_index_at_once_end_with_what_is_there() {
    let world = World::new(LETTERS);
    let mut servers = [Server::start(&world), Server::start(&world)];
    let mut dice = Dice(31);
    let mut commands = Vec::new();
    for round in 0..rounds(6) {
        let mut changed = Vec::new();
        for _ in 0..20 {
            let letter = dice.below(LETTERS);
            let (_, path) = world.letter(letter);
            match dice.below(4) {
                0 => drop(fs::remove_file(&path)),
                _ => world.change(letter, u32::try_from(round * 100 + letter).unwrap()),
            }
            changed.push(path);
        }
        if round % 2 == 0 {
            commands.push(world.command(&["index"]).stdout(std::process::Stdio::null()).spawn().unwrap());
        }
        let teller = dice.below(2);
        // One of them hears it first, and both hear it: each editor watches for itself.
        servers[teller].changed(&changed);
        servers[1 - teller].changed(&changed);
    }
    for command in commands {
        assert!(command.wait_with_output().unwrap().status.success());
    }
    for server in &mut servers {
        server.quiescent();
    }
    assert_eq!(world.index().dump().unwrap(), world.made_anew());
    // What the one has brought into the index, the other answers.
    for (server, letter) in servers.iter_mut().zip([3, 4]) {
        world.change(letter, 999);
        let (_, path) = world.letter(letter);
        server.changed(&[path]);
        server.quiescent();
    }
    for server in &mut servers {
        server.hover(&world, "36 001, nr. 999");
        server.quiescent();
        let hover = server.hover(&world, "36 001, nr. 999");
        // By both letters, and perhaps by the one that asks.
        let counted = hover.contains("2 keer aangehaald") || hover.contains("3 keer aangehaald");
        assert!(counted, "{hover}");
    }
    assert_eq!(world.index().dump().unwrap(), world.made_anew());
    for server in servers {
        server.stop();
    }
}

#[test]
fn a_second_start_reads_nothing_and_knows_all() {
    let world = World::new(80);
    let mut server = Server::start(&world);
    server.quiescent();
    server.stop();
    let dump = world.index().dump().unwrap();
    // The letters go while nobody looks; what was known is answered at once, before they are missed.
    let mut server = Server::start(&world);
    assert!(!server.hover(&world, "29 000, nr. 7").is_empty());
    server.quiescent();
    server.stop();
    assert_eq!(world.index().dump().unwrap(), dump);
    fs::remove_dir_all(world.root().join("letters/29001")).unwrap();
    let mut server = Server::start(&world);
    server.quiescent();
    server.stop();
    assert_eq!(world.index().dump().unwrap(), world.made_anew());
}

#[test]
fn what_changes_is_seen_where_the_client_watches_nothing() {
    let world = World::new(40);
    let mut server = Server::start(&world);
    server.quiescent();
    let hovers = |server: &mut Server, paper: &str| {
        let hover = server.hover(&world, paper);
        server.quiescent();
        hover
    };
    assert!(hovers(&mut server, "29 000, nr. 7").contains("29000-7"));
    world.change(6, 123);
    server.quiescent_again();
    let cited = hovers(&mut server, "36 001, nr. 123");
    assert!(cited.contains("één keer aangehaald") || cited.contains("2 keer aangehaald"), "{cited}");
    // A folder that is renamed takes its letters along, and one that goes takes them away.
    let mut settled = |what: &str| {
        let scratch = world.made_anew();
        // The system tells of many changes as it likes, in one go or in several.
        while world.index().dump().unwrap() != scratch {
            server.quiescent_again();
        }
        assert!(server.shown().is_empty(), "{what}: {:?}", server.shown());
    };
    fs::rename(world.root().join("letters/29000"), world.root().join("letters/oud")).unwrap();
    settled("a folder is renamed");
    fs::remove_dir_all(world.root().join("letters/oud")).unwrap();
    settled("a folder goes");
    server.stop();
}

#[test]
fn a_server_on_a_damaged_index_makes_it_anew_and_says_so() {
    let world = World::new(80);
    world.text(&["index"]);
    let index = world.index();
    let scratch = world.made_anew();
    let mut server = Server::start(&world);
    server.quiescent();
    // Half of the pages, in a new file, as a disk would give it back at the next start.
    let mut bytes = fs::read(index.file()).unwrap();
    for page in bytes.chunks_mut(8_192).skip(3).step_by(2) {
        page[100..200].fill(0xA5);
    }
    fs::remove_file(index.file()).unwrap();
    fs::write(index.file(), &bytes).unwrap();
    for number in 1..40 {
        server.hover(&world, &format!("29 000, nr. {number}"));
    }
    server.quiescent();
    server.hover(&world, "29 001, nr. 1");
    server.quiescent();
    assert!(
        server.shown().iter().any(|text| text.contains("was beschadigd en is opnieuw gemaakt")),
        "{:?}",
        server.shown()
    );
    assert_eq!(index.dump().unwrap(), scratch);
    let hover = server.hover(&world, "29 000, nr. 7");
    assert!(hover.contains("29000-7"), "{hover}");
    server.stop();
}
