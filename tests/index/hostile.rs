//! Disks and folders as they are elsewhere: full, closed, endless, and with files that go while they are read.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::server::Server;
use crate::world::{Dice, World, check_answers, rounds, write};

#[cfg(target_os = "linux")]
mod linux {
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;

    /// A program may run as root, whom nothing is forbidden; then as nobody.
    fn as_nobody(world: &World, arguments: &[&str]) -> Option<std::process::Output> {
        let probe = Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", "true"])
            .status();
        if !probe.is_ok_and(|status| status.success()) {
            return None;
        }
        let program = world.folder.path().join("griffier");
        if !program.exists() {
            fs::copy(env!("CARGO_BIN_EXE_griffier"), &program).unwrap();
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program).args(arguments);
        command
            .current_dir(world.root())
            .env("GRIFFIER_CACHE_DIR", world.cache())
            .env("GRIFFIER_DATA_DIR", "/nonexistent")
            .env("HOME", "/nonexistent")
            .env("NO_COLOR", "1");
        Some(command.output().unwrap())
    }

    fn set_mode(path: &std::path::Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// A disk of so many kilobytes at a place, which goes with the value.
    struct SmallDisk(PathBuf);

    impl SmallDisk {
        fn at(path: PathBuf, kilobytes: usize) -> Option<Self> {
            fs::create_dir_all(&path).unwrap();
            let size = format!("size={kilobytes}k");
            let mounted =
                Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&path).output();
            mounted.is_ok_and(|output| output.status.success()).then_some(Self(path))
        }

        fn read_only(&self, yes: bool) {
            let how = if yes { "remount,ro" } else { "remount,rw" };
            assert!(Command::new("mount").args(["-o", how]).arg(&self.0).status().unwrap().success());
        }
    }

    impl Drop for SmallDisk {
        fn drop(&mut self) {
            let _ = Command::new("umount").args(["-l"]).arg(&self.0).output();
        }
    }

    const FULL: &str = "de schijf is vol; lijsten en brieven worden nu bij elke start opnieuw gelezen";

    #[test]
    fn a_full_disk_costs_the_index_and_no_answer() {
        let world = World::new(80);
        let Some(disk) = SmallDisk::at(world.cache(), 100) else { return };
        let output = world.run(&["index"]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            said.contains("kan de index niet bijwerken in") && said.contains("de schijf is vol"),
            "{said}"
        );
        let shown = world.run(&["show", "kst-29000-7"]);
        assert!(shown.status.success());
        assert!(String::from_utf8_lossy(&shown.stderr).contains(FULL), "{shown:?}");
        assert!(String::from_utf8_lossy(&shown.stdout).contains("29000/kst-29000-7.txt"), "{shown:?}");
        let left: Vec<_> =
            fs::read_dir(disk.0.join("index")).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert!(
            left.iter().all(|name| name.to_string_lossy().ends_with(".lock")),
            "half a file was left: {left:?}"
        );
    }

    #[test]
    fn a_disk_that_fills_up_leaves_a_sound_index() {
        let world = World::new(80);
        let Some(disk) = SmallDisk::at(world.cache(), 1_000) else { return };
        world.text(&["index"]);
        let before = world.index().dump().unwrap();
        // What is left is taken.
        let _ = fs::write(disk.0.join("vol"), vec![1; 1 << 20]);
        for letter in 0..60 {
            world.change(letter, 5);
        }
        let output = world.run(&["index"]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        fs::remove_file(disk.0.join("vol")).unwrap();
        assert_eq!(world.index().dump().unwrap(), before, "all or nothing");
        world.text(&["index"]);
        assert_eq!(world.index().dump().unwrap(), world.made_anew());
    }

    #[test]
    fn a_disk_that_fills_up_under_a_server_is_told_once_and_every_answer_is_given() {
        let world = World::new(80);
        let Some(disk) = SmallDisk::at(world.cache(), 1_000) else { return };
        let mut server = Server::start(&world);
        server.quiescent();
        let _ = fs::write(disk.0.join("vol"), vec![1; 1 << 20]);
        let changed: Vec<PathBuf> = (0..60).map(|letter| world.letter(letter).1).collect();
        for letter in 0..60 {
            world.change(letter, 5);
        }
        server.changed(&changed);
        server.quiescent();
        server.hover(&world, "36 001, nr. 5");
        let hover = server.hover(&world, "36 001, nr. 5");
        // By all of them, and perhaps by the one that asks.
        assert!(hover.contains("60 keer aangehaald") || hover.contains("61 keer aangehaald"), "{hover}");
        let told = server.shown().iter().filter(|shown| shown.contains(FULL)).count();
        assert_eq!(told, 1, "{:?}", server.shown());
        server.stop();
        drop(disk);
    }

    #[test]
    fn a_disk_that_is_read_only_is_told_and_the_letters_are_read() {
        let world = World::new(40);
        let Some(disk) = SmallDisk::at(world.cache(), 4_000) else { return };
        world.text(&["index"]);
        world.change(7, 5);
        disk.read_only(true);
        let shown = world.run(&["show", "kst-36001-5"]);
        let (out, said) = (String::from_utf8_lossy(&shown.stdout), String::from_utf8_lossy(&shown.stderr));
        assert!(said.contains("kan de cachemap"), "{said}");
        assert_eq!(said.lines().count(), 1, "one message: {said}");
        assert!(out.contains('1'), "the change is seen: {out}");
        disk.read_only(false);
        world.text(&["index"]);
        assert_eq!(world.index().dump().unwrap(), world.made_anew());
    }

    #[test]
    fn somebody_else_may_neither_write_the_cache_nor_read_all_letters() {
        let world = World::new(40);
        world.text(&["index"]);
        set_mode(world.folder.path(), 0o755);
        set_mode(&world.root().join("letters/29000/kst-29000-7.txt"), 0o000);
        let Some(shown) = as_nobody(&world, &["show", "kst-29000-8"]) else { return };
        assert!(shown.status.success(), "{shown:?}");
        let said = String::from_utf8_lossy(&shown.stderr).into_owned();
        assert!(said.contains("u hebt er de rechten niet voor; lijsten en brieven"), "{said}");
        assert!(said.contains("kan letters/29000/kst-29000-7.txt niet lezen"), "{said}");
        // A cache of their own, and a folder that they may not enter.
        set_mode(&world.root().join("letters/29000/kst-29000-7.txt"), 0o644);
        world.run(&["index"]);
        fs::remove_dir_all(world.cache()).unwrap();
        fs::create_dir(world.cache()).unwrap();
        set_mode(&world.cache(), 0o777);
        write(&world.root().join("letters/dicht/kst-29000-90.txt"), "dicht\n");
        let index = as_nobody(&world, &["index"]).unwrap();
        assert!(index.status.success() && index.stderr.is_empty(), "{index:?}");
        // A letter that was read and no longer can be is not gone.
        let seventh = world.root().join("letters/29000/kst-29000-7.txt");
        set_mode(&seventh, 0o000);
        let verified = as_nobody(&world, &["index", "--verify"]).unwrap();
        let found = String::from_utf8_lossy(&verified.stdout).into_owned();
        assert_eq!(verified.status.code(), Some(1), "{found}");
        assert!(found.contains("kst-29000-7.txt: de brief is niet meer te lezen"), "{found}");
        let index = as_nobody(&world, &["index", "--rebuild"]).unwrap();
        assert_eq!(index.status.code(), Some(2), "{index:?}");
        let found = String::from_utf8_lossy(&index.stdout).into_owned();
        assert!(found.starts_with("40 brieven") && found.contains("40 brieven zijn gelezen"), "{found}");
        set_mode(&seventh, 0o644);
        set_mode(&world.root().join("letters/dicht"), 0o000);
        let index = as_nobody(&world, &["index"]).unwrap();
        assert!(
            String::from_utf8_lossy(&index.stderr).contains("kan letters/dicht niet doorzoeken"),
            "{index:?}"
        );
        assert!(String::from_utf8_lossy(&index.stdout).starts_with("40 brieven"), "{index:?}");
        set_mode(&world.root().join("letters/dicht"), 0o755);
    }

    #[test]
    fn links_lead_nowhere_new() {
        let world = World::new(40);
        let letters = world.root().join("letters");
        std::os::unix::fs::symlink(&letters, letters.join("29000/lus")).unwrap();
        std::os::unix::fs::symlink(letters.join("29000/zelf"), letters.join("29000/zelf")).unwrap();
        std::os::unix::fs::symlink(letters.join("29000/kst-29000-7.txt"), letters.join("kst-29000-77.txt"))
            .unwrap();
        assert!(world.text(&["index"]).starts_with("40 brieven"));
        assert!(world.text(&["index", "--verify"]).contains("de index klopt"));
    }
}

#[test]
fn without_a_cache_folder_the_letters_are_read() {
    let world = World::new(40);
    fs::write(world.cache(), "een bestand, geen map").unwrap();
    let output = world.run(&["index"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let shown = world.run(&["show", "kst-29000-7"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("29000/kst-29000-7.txt"), "{shown:?}");
}

#[test]
fn a_server_without_a_cache_folder_says_so_once_and_answers() {
    let world = World::new(40);
    fs::write(world.cache(), "een bestand, geen map").unwrap();
    let mut server = Server::start(&world);
    server.quiescent();
    let hover = server.hover(&world, "29 000, nr. 7");
    assert!(hover.contains("MINISTER VAN"), "{hover}");
    let found = server.ask("workspace/symbol", serde_json::json!({ "query": "29 000, nr. 7" }));
    let found = found[0]["location"]["uri"].as_str().unwrap();
    assert!(found.ends_with("29000/kst-29000-7.txt"), "{found}");
    let told = server.shown().iter().filter(|shown| shown.contains("kan de cachemap")).count();
    assert_eq!(told, 1, "{:?}", server.shown());
    server.stop();
}

#[test]
fn what_a_server_cannot_read_is_told_and_the_rest_counts() {
    let world = World::new(40);
    write(&world.root().join("letters/groot.txt"), vec![b'a'; 50 << 20]);
    let mut server = Server::start(&world);
    server.quiescent();
    assert!(server.hover(&world, "29 000, nr. 7").contains("MINISTER VAN"));
    let told = server.shown().iter().filter(|shown| shown.contains("groot.txt is groter dan 5 MB")).count();
    assert_eq!(told, 1, "{:?}", server.shown());
    server.stop();
}

#[test]
fn files_that_vanish_while_they_are_read_leave_no_ghosts() {
    let world = World::new(200);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let changer = scope.spawn(|| {
            let mut dice = Dice(41);
            while !over.load(Ordering::Relaxed) {
                let (_, path) = world.letter(dice.below(200));
                if dice.below(2) == 0 {
                    let _ = fs::remove_file(&path);
                } else {
                    fs::write(&path, "Zie Kamerstuk 36 001, nr. 7.\n").unwrap();
                }
            }
        });
        for _ in 0..rounds(4) {
            let output = world.run(&["index"]);
            assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
            check_answers(
                &world,
                &world.corpus(&world.index()).unwrap(),
                200,
                &mut Dice(9),
                "while files vanish",
            );
        }
        over.store(true, Ordering::Relaxed);
        changer.join().unwrap();
    });
    world.text(&["index"]);
    assert_eq!(world.index().dump().unwrap(), world.made_anew());
}

#[test]
fn what_is_large_or_no_text_is_told_and_the_rest_counts() {
    let world = World::new(40);
    write(&world.root().join("letters/groot.txt"), vec![b'a'; 50 << 20]);
    write(&world.root().join("letters/plaatje.md"), [0x89, b'P', b'N', b'G', 0, 0, 1, 2, 0]);
    for _ in 0..2 {
        let output = world.run(&["index"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("letters/groot.txt is groter dan 5 MB"), "{said}");
        assert!(said.contains("letters/plaatje.md is geen tekst"), "{said}");
        assert!(String::from_utf8_lossy(&output.stdout).starts_with("40 brieven"), "{output:?}");
    }
}

/// A hundred thousand with `GRIFFIER_ROUNDS=50`.
#[test]
fn very_many_files_in_one_folder() {
    let world = World::new(1);
    let count = rounds(2_000);
    for number in 0..count {
        write(
            &world.root().join(format!("letters/een/{number}.txt")),
            format!("Zie Kamerstuk 36 001, nr. {}.\n", number % 50 + 1),
        );
    }
    assert!(world.text(&["index"]).starts_with(&format!("{} brieven", count + 1)));
    let corpus = world.corpus(&world.index()).unwrap();
    let id = ["kst-36001-7".parse().unwrap()];
    assert_eq!(griffier::corpus::Corpus::citations_of_many(&corpus, &id), [count / 50]);
    assert_eq!(griffier::corpus::Corpus::citing_places(&corpus, &id)[0].len(), count / 50);
}
