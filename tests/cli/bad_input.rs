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
    fout: foto.txt is geen tekst: byte 8 is er een die in geen tekst staat
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext of door haar als .txt te bewaren
    ");
    insta::assert_snapshot!(desk.run(&["check", "foto.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: foto.txt is geen tekst: byte 8 is er een die in geen tekst staat
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext of door haar als .txt te bewaren
    ");
    insta::assert_snapshot!(desk.pipe(b"%PDF-1.7\n\x01\x02".to_vec(), &["cite"]).all(), @r"
    exit 2
    --- stderr
    fout: de standaardinvoer is geen tekst: byte 9 is er een die in geen tekst staat
    hulp: maak er eerst tekst van, bijvoorbeeld met pdftotext of door haar als .txt te bewaren
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

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let text = "Zie Kamerstuk 29 521, nr. 385.\n".repeat(20_000);
    let desk = Desk::new().with("brief.txt", text);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_griffier"));
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    let command = command.current_dir(desk.at("")).args(["cite", "brief.txt"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Far more is printed than a pipe holds, so the command is still writing when its reader goes.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
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
    help: Replace “295 21” by “29 521”
      |
    1 - Zie (Kamerstuk 295 21, nr. 3).
    1 + Zie (Kamerstuk 29 521, nr. 3).
      |

    1 letter checked: 1 error.
    To explain a code: griffier explain malformed-dossier
    --- stderr
    warning: griffier.toml, line 2: not valid TOML: `[corpus`; see whether quotes and brackets are closed
    help: without a list it was not checked whether the papers exist; see griffier catalogue --help
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
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; zie griffier catalogue --help
    ");
}
