//! What cannot be read or written is told in words that say what to do next, with exit code 2.

use std::fs;
use std::process::Stdio;

use crate::desk::Desk;

#[test]
fn a_path_that_is_not_there() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["cite", "nergens.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: kan nergens.txt niet lezen: het bestaat niet
    hulp: kijk of de naam klopt; paden gelden vanaf de map waarin u nu bent
    ");
    insta::assert_snapshot!(desk.run(&["check", "nergens.txt", "--lang", "en"]).all(), @r"
    exit 2
    --- stderr
    error: cannot read nergens.txt: it does not exist
    help: see whether the name is right; paths count from the folder that you are in
    ");
    insta::assert_snapshot!(desk.run(&["check", "--root", "nergens"]).all(), @r"
    exit 2
    --- stderr
    fout: kan nergens niet lezen: het bestaat niet
    hulp: kijk of de naam klopt; paden gelden vanaf de map waarin u nu bent
    ");
    let desk = desk.with("brief.txt", "");
    insta::assert_snapshot!(desk.run(&["check", "--root", "brief.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: brief.txt is geen map, en de werkmap moet er een zijn
    ");
    insta::assert_snapshot!(desk.run(&["cite", "."]).all(), @r"
    exit 2
    --- stderr
    fout: kan . niet lezen: het is een map
    hulp: een map controleert u met: griffier check .
    ");
}

#[test]
fn what_is_no_text() {
    let desk = Desk::new().with("foto.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR").with("leeg.txt", "");
    insta::assert_snapshot!(desk.run(&["cite", "foto.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: foto.txt is geen tekst: byte 8 komt in geen tekst voor
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext, of bewaar het in Word als tekst zonder opmaak
    ");
    insta::assert_snapshot!(desk.run(&["check", "foto.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: foto.txt is geen tekst: byte 8 komt in geen tekst voor
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext, of bewaar het in Word als tekst zonder opmaak
    ");
    insta::assert_snapshot!(desk.pipe(b"%PDF-1.7\n\x01\x02".to_vec(), &["cite"]).all(), @r"
    exit 2
    --- stderr
    fout: de standaardinvoer is geen tekst: byte 9 komt in geen tekst voor
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext, of bewaar het in Word als tekst zonder opmaak
    ");
    insta::assert_snapshot!(desk.run(&["cite", "leeg.txt"]).all(), @r"
    exit 0
    --- stderr
    geen verwijzingen gevonden
    ");
}

#[test]
fn a_letter_of_fifty_megabytes_is_read_like_any_other() {
    let line = "De Kamer is hierover eerder bericht, en de stand van zaken is ongewijzigd.\n";
    let mut text = line.repeat(50 * 1024 * 1024 / line.len());
    text.push_str("Zie Kamerstuk 29 521, nr. 385.\n");
    let desk = Desk::new().with("groot.txt", &text);
    let report = desk.run(&["cite", "groot.txt", "--format", "json"]).json();
    assert_eq!(report["citations"].as_array().unwrap().len(), 1);
    assert_eq!(report["citations"][0]["start"], text.len() - "Kamerstuk 29 521, nr. 385.\n".len());
}

/// Runs a command that prints far more than a pipe holds, and goes away while it is still writing; what it complained of and its exit code.
fn leave_early(desk: &Desk, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_griffier"));
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    let command = command.current_dir(desk.at("")).args(arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.code())
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let desk = Desk::new().with("brief.txt", "Zie Kamerstuk 29 521, nr. 385.\n".repeat(20_000));
    assert_eq!(leave_early(&desk, &["cite", "brief.txt"]), (String::new(), Some(0)));
}

#[test]
fn what_was_found_is_told_by_the_exit_code_to_a_reader_who_leaves_early() {
    let desk = Desk::new().with("brief.txt", "Zie Kamerstuk 295 21, nr. 385.\n".repeat(1_000));
    for format in ["human", "json"] {
        let (_, code) = leave_early(&desk, &["check", "--format", format, "brief.txt"]);
        assert_eq!(code, Some(1), "{format}");
        let (_, code) = leave_early(&desk, &["check", "--exit-zero", "--format", format, "brief.txt"]);
        assert_eq!(code, Some(0), "{format}");
    }
}

#[test]
fn settings_that_are_broken_are_told_and_the_rest_counts() {
    let desk = Desk::new()
        .with("griffier.toml", "language = \"en\"\n[corpus\nletters = [\"x\"]\n")
        .with("brief.txt", "Zie (Kamerstuk 295 21, nr. 3).");
    insta::assert_snapshot!(desk.run(&["check", "brief.txt"]).all(), @r"
    exit 1
    --- stdout
    error[malformed-dossier]: “295 21” is not a dossier number
     --> brief.txt:1:16
      |
    1 | Zie (Kamerstuk 295 21, nr. 3).
      |                ^^^^^^
      |
    help: replace “295 21” with “29 521”
      |
    1 - Zie (Kamerstuk 295 21, nr. 3).
    1 + Zie (Kamerstuk 29 521, nr. 3).
      |

    1 letter checked: 1 error.
    To explain a code: griffier explain malformed-dossier
    --- stderr
    warning: griffier.toml, line 2: not valid TOML: `[corpus`; check that quotes and brackets are closed
    help: without a list it was not checked whether the papers exist; fetch one with griffier catalogue fetch
    ");
    fs::write(
        desk.at("griffier.toml"),
        "[findings]\nseverity = { \"malformed-dosier\" = \"off\", \"malformed-dossier\" = \"info\" }\n",
    )
    .unwrap();
    insta::assert_snapshot!(desk.run(&["check", "brief.txt"]).all(), @r"
    exit 0
    --- stdout
    opmerking[malformed-dossier]: “295 21” is geen dossiernummer
     --> brief.txt:1:16
      |
    1 | Zie (Kamerstuk 295 21, nr. 3).
      |                ^^^^^^
      |
    hulp: “295 21” vervangen door “29 521”
      |
    1 - Zie (Kamerstuk 295 21, nr. 3).
    1 + Zie (Kamerstuk 29 521, nr. 3).
      |

    1 brief nagekeken: 1 opmerking.
    Uitleg bij een code: griffier explain malformed-dossier
    --- stderr
    waarschuwing: griffier.toml, regel 2: in `findings.severity` staat `malformed-dosier`, en zo heet geen regel; bedoelt u `malformed-dossier`?
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    ");
}

#[test]
fn a_folder_without_letters() {
    let desk = Desk::new()
        .with("werk/plaatje.png", b"\x89PNG")
        .with("leeg/griffier.toml", "[corpus]\nletters = [\"brieven\"]\n");
    insta::assert_snapshot!(desk.run(&["check"]).all(), @r"
    exit 2
    --- stderr
    fout: in <desk>/werk staan geen brieven (bestanden op .txt, .md of .markdown); zet ze daar, of noem bij `corpus.letters` waar ze staan
    ");
    insta::assert_snapshot!(desk.run(&["check", "werk", "--lang", "en"]).all(), @r"
    exit 2
    --- stderr
    error: there are no letters in <desk>/werk/werk (files ending in .txt, .md or .markdown); put them there, or name under `corpus.letters` where they are
    ");
    insta::assert_snapshot!(desk.run(&["check", "--root", "leeg"]).all(), @r"
    exit 2
    --- stderr
    fout: `brieven` uit `corpus.letters` kan niet gelezen worden: het bestaat niet
    ");
}

#[test]
fn the_home_folder_is_not_walked_as_a_whole() {
    let desk = Desk::new().with("../home/brief.txt", "Zie Kamerstuk 29 521, nr. 385.");
    let mut command = desk.command(&["check"]);
    insta::assert_snapshot!(desk.done(command.current_dir(desk.at("../home"))).all(), @r"
    exit 2
    --- stderr
    fout: <desk>/home wordt niet in zijn geheel doorzocht; noem bij `corpus.letters` de mappen waarin brieven staan
    ");
    // A letter in it can be checked.
    let mut command = desk.command(&["check", "brief.txt"]);
    assert_eq!(desk.done(command.current_dir(desk.at("../home"))).code, 0);
}

#[test]
fn what_is_called_a_letter_and_is_none_is_passed_over_on_a_walk() {
    let desk = Desk::new()
        .with("brieven/foto.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR")
        .with("brieven/goed.txt", "Zie Kamerstuk 29 521, nr. 385.")
        .with("brieven/groot.txt", "regel\n".repeat(1024 * 1024));
    insta::assert_snapshot!(desk.run(&["check", "brieven"]).all(), @r"
    exit 0
    --- stdout
    1 brief nagekeken: niets op aan te merken.
    --- stderr
    waarschuwing: foto.txt is geen tekst en wordt niet als brief gelezen
    waarschuwing: groot.txt is groter dan 5 MB en wordt niet als brief gelezen
    hulp: noem zo’n bestand zelf om het toch te controleren: griffier check brieven/groot.txt
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    ");
}

#[test]
fn where_nothing_is_left_to_check_all_is_not_well() {
    let desk = Desk::new().with("brieven/foto.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    insta::assert_snapshot!(desk.run(&["check", "brieven"]).all(), @r"
    exit 2
    --- stderr
    waarschuwing: foto.txt is geen tekst en wordt niet als brief gelezen
    fout: in brieven staan geen brieven (bestanden op .txt, .md of .markdown); zet ze daar, of noem bij `corpus.letters` waar ze staan
    ");
}

#[test]
fn a_list_that_is_broken_is_told_and_the_check_goes_on() {
    let desk = Desk::new()
        .with(
            "griffier.toml",
            "[[corpus.catalogue]]\npath = \"kapot.txt.gz\"\n[[corpus.catalogue]]\npath = \"weg.txt\"\n",
        )
        .with("kapot.txt.gz", b"\x1F\x8B\x08\0\0\0\0\0en verder niets")
        .with("brief.txt", "Zie (Kamerstuk 295 21, nr. 3).");
    let done = desk.run(&["check", "brief.txt"]);
    assert_eq!(done.code, 1);
    assert!(done.stdout.contains("fout[malformed-dossier]"));
    insta::assert_snapshot!(done.stderr, @r"
    waarschuwing: kan <desk>/werk/kapot.txt.gz niet als lijst gebruiken: het gecomprimeerde bestand is afgebroken of beschadigd
    waarschuwing: kan <desk>/werk/weg.txt niet als lijst gebruiken: het bestaat niet
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    ");
}

#[test]
fn a_cache_that_cannot_be_used_is_told_and_the_check_goes_on() {
    let desk = Desk::new()
        .with("griffier.toml", "[[corpus.catalogue]]\npath = \"kst.txt\"\n")
        .with("kst.txt", "kst-29521-385\n")
        .with("brief.txt", "Zie Kamerstuk 29 521, nr. 385.")
        .with("../cache", "een bestand, geen map");
    insta::assert_snapshot!(desk.run(&["check", "brief.txt"]).all(), @r"
    exit 0
    --- stdout
    1 brief nagekeken: niets op aan te merken.
    --- stderr
    waarschuwing: kan de cachemap <desk>/cache niet gebruiken: het is geen map; lijsten en brieven worden nu bij elke start opnieuw gelezen
    ");
    assert_eq!(desk.run(&["doctor"]).code, 1);
}

/// What needs a system with users and mounts.
#[cfg(target_os = "linux")]
mod linux {
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;
    use std::process::Command;

    use super::*;
    use crate::desk::Done;

    /// Runs a command as a user who owns nothing, since root may read everything; `None`, which is said, where we may not become another.
    #[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
    fn as_nobody(desk: &Desk, arguments: &[&str]) -> Option<Done> {
        let is_root =
            fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
        if !is_root {
            return Some(desk.run(arguments));
        }
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        if !Command::new("setpriv").args(nobody).arg("true").status().is_ok_and(|status| status.success()) {
            println!("skipped: setpriv cannot make us another user");
            return None;
        }
        // The binary may lie where only we may go.
        let binary = desk.at("../griffier");
        fs::copy(env!("CARGO_BIN_EXE_griffier"), &binary).unwrap();
        for folder in [desk.at(".."), desk.at("../werk")] {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let mut command = assert_cmd::Command::new("setpriv");
        command.args(nobody).arg(binary.canonicalize().unwrap()).args(arguments);
        desk.environment(|name, value| {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        });
        Some(desk.done(command.current_dir(desk.at(""))))
    }

    fn forbid(path: &Path) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    }

    #[test]
    fn a_letter_that_we_may_not_read() {
        let desk = Desk::new()
            .with("brieven/geheim.txt", "Zie Kamerstuk 29 521, nr. 385.")
            .with("brieven/goed.txt", "Zie Kamerstuk 29 521, nr. 385.");
        forbid(&desk.at("brieven/geheim.txt"));
        let Some(done) = as_nobody(&desk, &["cite", "brieven/geheim.txt"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        fout: kan brieven/geheim.txt niet lezen: u hebt er de rechten niet voor
        hulp: vraag de eigenaar om leesrechten, of kijk ernaar met: ls -l brieven/geheim.txt
        ");
        let Some(done) = as_nobody(&desk, &["check", "brieven/geheim.txt", "--lang", "en"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        error: cannot read brieven/geheim.txt: you have no permission
        help: ask the owner for permission to read, or look at it with: ls -l brieven/geheim.txt
        ");
        // On a walk the others are checked, and the exit code tells that it was not all.
        let Some(done) = as_nobody(&desk, &["check"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stdout
        1 brief nagekeken: niets op aan te merken.
        --- stderr
        waarschuwing: kan de cachemap <desk>/cache niet gebruiken: u hebt er de rechten niet voor; lijsten en brieven worden nu bij elke start opnieuw gelezen
        waarschuwing: kan brieven/geheim.txt niet lezen: u hebt er de rechten niet voor
        hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
        ");
    }

    #[test]
    fn a_folder_that_we_may_not_read_or_write() {
        let desk = Desk::new()
            .with("geheim/brief.txt", "Zie Kamerstuk 29 521, nr. 385.")
            .with("kst.txt", "kst-29521-385\n");
        let Some(done) = as_nobody(&desk, &["init"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        fout: kan griffier.toml niet schrijven: u hebt er de rechten niet voor
        hulp: kies een map waarin u wel mag schrijven
        ");
        let Some(done) = as_nobody(&desk, &["catalogue", "add", "kst.txt"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        fout: kan <desk>/home/.config/griffier/griffier.toml niet schrijven: u hebt er de rechten niet voor
        hulp: kies een map waarin u wel mag schrijven
        ");
        let desk = desk.with("brieven/brief.txt", "").with("brieven/geheim/brief.txt", "");
        forbid(&desk.at("brieven/geheim"));
        let Some(done) = as_nobody(&desk, &["check", "--root", "brieven"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stdout
        1 brief nagekeken: niets op aan te merken.
        --- stderr
        waarschuwing: kan de cachemap <desk>/cache niet gebruiken: u hebt er de rechten niet voor; lijsten en brieven worden nu bij elke start opnieuw gelezen
        waarschuwing: kan geheim niet doorzoeken: u hebt er de rechten niet voor
        hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
        ");
        forbid(&desk.at("geheim"));
        let Some(done) = as_nobody(&desk, &["check", "geheim"]) else { return };
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        waarschuwing: geheim/griffier.toml: kan niet gelezen worden: u hebt er de rechten niet voor
        fout: kan <desk>/werk/geheim niet doorzoeken: u hebt er de rechten niet voor
        ");
    }

    /// A disk that is full, as long as the test runs.
    struct FullDisk<'a>(&'a Path);

    impl<'a> FullDisk<'a> {
        #[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
        fn at(path: &'a Path) -> Option<Self> {
            fs::create_dir_all(path).unwrap();
            let mount = ["-t", "tmpfs", "-o", "size=64k,mode=777", "griffier"];
            let mounted = Command::new("mount").args(mount).arg(path).output();
            if !mounted.is_ok_and(|output| output.status.success()) {
                println!("skipped: we may not mount a disk");
                return None;
            }
            let disk = Self(path);
            // The last bytes are left to no one.
            let mut file = fs::File::create(path.join("vol")).unwrap();
            while file.write_all(&[0; 4096]).is_ok() {}
            Some(disk)
        }
    }

    impl Drop for FullDisk<'_> {
        fn drop(&mut self) {
            let unmounted = Command::new("umount").arg("-l").arg(self.0).status();
            assert!(unmounted.is_ok_and(|status| status.success()), "the disk stays mounted");
        }
    }

    #[test]
    fn a_disk_that_is_full() {
        let desk = Desk::new().with("kst.txt", "kst-29521-385\n");
        let place = desk.at("vol");
        let Some(full_disk) = FullDisk::at(&place) else { return };
        insta::assert_snapshot!(desk.run(&["init", "--root", "vol"]).all(), @r"
        exit 2
        --- stderr
        fout: kan vol/griffier.toml niet schrijven: de schijf is vol
        hulp: maak ruimte en probeer het opnieuw; er is niets half geschreven
        ");
        assert_eq!(fs::read_dir(full_disk.0).unwrap().count(), 1, "something half was left behind");
        let mut command = desk.command(&["catalogue", "add", "kst.txt"]);
        let done = desk.done(command.env("XDG_CONFIG_HOME", desk.at("vol")));
        insta::assert_snapshot!(done.all(), @r"
        exit 2
        --- stderr
        fout: kan vol/griffier/griffier.toml niet schrijven: de schijf is vol
        hulp: maak ruimte en probeer het opnieuw; er is niets half geschreven
        ");
        // What is printed can meet a full disk too.
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_griffier"));
        let output = command.args(["schema", "check", "--lang", "nl"]).stdout(full).output().unwrap();
        insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"fout: kan de uitkomst niet schrijven: de schijf is vol");
        assert_eq!(output.status.code(), Some(2));
    }
}
