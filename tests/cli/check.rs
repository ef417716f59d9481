//! `griffier check`: which letters, which exit code, which form.

use serde_json::json;

use crate::desk::Desk;

const CLEAN: &str = "Den Haag, 27 maart 2020\n\nZie de brief (Kamerstuk 29 521, nr. 385).\n";
const SWAPPED: &str = "Den Haag, 27 maart 2020\n\nEerder is gemeld (Kamerstuk 29 521, nr. 368) dat\nde kennisgeving (Kamerstuk\n29 251, nr. 385) volgt.\n";
const LIST: &str = "kst-29251-10\nkst-29521-368\nkst-29521-385\nkst-29521-403\nkst-36000-1\n";
const SETTINGS: &str = "[corpus]\nletters = [\"brieven\"]\n[[corpus.catalogue]]\npath = \"kst.txt\"\ncoverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]\n";

/// A workspace with a list, a clean letter, and outside its letters one that is not.
fn desk() -> Desk {
    Desk::new()
        .with("griffier.toml", SETTINGS)
        .with("kst.txt", LIST)
        .with("brieven/goed.txt", CLEAN)
        .with("concept/fout.md", SWAPPED)
}

#[test]
fn without_paths_the_letters_of_the_workspace_are_checked() {
    insta::assert_snapshot!(desk().run(&["check"]).all(), @r"
    exit 0
    --- stdout
    1 brief nagekeken: niets op aan te merken.
    ");
}

#[test]
fn a_letter_that_is_named_is_checked_wherever_it_lies() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["check", "concept/fout.md"]).all(), @r"
    exit 1
    --- stdout
    waarschuwing[unknown-document]: 29 251, nr. 385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 10; bedoeld is misschien 29 521, nr. 385?
     --> concept/fout.md:5:1
      |
    3 | Eerder is gemeld (Kamerstuk 29 521, nr. 368) dat
      |                             ------ hier haalt de brief dossier 29 521 aan
    4 | de kennisgeving (Kamerstuk
    5 | 29 251, nr. 385) volgt.
      | ^^^^^^
      |
    hulp: vervangen door 29 521, nr. 385
      |
    5 - 29 251, nr. 385) volgt.
    5 + 29 521, nr. 385) volgt.
      |

    1 brief nagekeken: 1 waarschuwing.
    Uitleg bij een code: griffier explain unknown-document
    ");
    assert_eq!(desk.run(&["check", "concept"]).code, 1);
    assert_eq!(desk.run(&["check", "concept", "--exit-zero"]).code, 0);
    assert_eq!(desk.run(&["check", "brieven"]).code, 0);
    // From another folder the workspace is found by the path.
    let mut command = desk.command(&["check", "fout.md"]);
    let done = desk.done(command.current_dir(desk.at("concept")));
    assert_eq!(done.code, 1);
    assert!(done.stdout.contains("--> fout.md:5:1"), "{}", done.all());
}

#[test]
fn each_letter_is_checked_once_and_in_the_order_of_the_paths() {
    let desk = desk();
    for paths in [["concept/fout.md", ".", "brieven"], ["brieven", "concept", "concept/fout.md"]] {
        let mut arguments = vec!["check", "--format", "json", "--root", "."];
        arguments.extend(paths);
        let report = desk.run(&arguments).json();
        let files = report["files"].as_array().unwrap();
        assert_eq!(
            files.iter().map(|file| file["path"].as_str().unwrap()).collect::<Vec<_>>(),
            ["brieven/goed.txt", "concept/fout.md"]
        );
    }
}

#[test]
fn the_form_that_programs_read() {
    let desk = desk();
    let done = desk.run(&["check", "concept", "--format", "json"]);
    assert_eq!((done.code, done.stderr.as_str()), (1, ""));
    let (start, cited) = (SWAPPED.find("29 251").unwrap(), SWAPPED.find("Kamerstuk").unwrap());
    let mut report = done.json();
    // What the sentences say is tested where they are made.
    let finding = &mut report["files"][0]["findings"][0];
    let message = finding["message"].take();
    assert!(message.as_str().unwrap().contains("29 521, nr. 385"), "{message}");
    let related = finding["related"][0]["message"].take();
    assert!(related.as_str().unwrap().contains("29 521"), "{related}");
    let title = finding["fixes"][0]["title"].take();
    assert!(title.as_str().unwrap().contains("29 521"), "{title}");
    assert_eq!(
        report,
        json!({
            "version": 1,
            "files": [{
                "path": "concept/fout.md",
                "encoding": "utf-8",
                "findings": [{
                    "code": "unknown-document",
                    "severity": "warning",
                    "message": null,
                    "start": start,
                    "end": start + 6,
                    "line": 5,
                    "column": 1,
                    "related": [{ "path": "concept/fout.md", "start": cited + 10, "end": cited + 16, "message": null }],
                    "fixes": [{ "title": null, "safe": true, "edits": [{ "start": start, "end": start + 6, "text": "29 521" }] }],
                }],
            }],
        })
    );
}

#[test]
fn columns_are_code_points_and_offsets_are_bytes_without_the_mark() {
    let text = "\u{FEFF}€ 😀 (Kamerstuk 295 21, nr. 3)";
    let desk = Desk::new().with("brief.txt", text);
    let finding = &desk.run(&["check", "brief.txt", "--format", "json"]).json()["files"][0]["findings"][0];
    assert_eq!((&finding["line"], &finding["column"]), (&json!(1), &json!(16)));
    assert_eq!(finding["start"], text.find("295").unwrap() - '\u{FEFF}'.len_utf8());
}

#[test]
fn letters_in_older_encodings_are_checked_like_others() {
    let text = "Coördinatie: zie (Kamerstuk 295 21, nr. 3).\r\n";
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let desk = Desk::new().with("windows.txt", windows).with("utf16.txt", utf_16);
    let report = desk.run(&["check", "--format", "json"]).json();
    for (file, encoding) in report["files"].as_array().unwrap().iter().zip(["utf-16le", "windows-1252"]) {
        assert_eq!(file["encoding"], encoding);
        assert_eq!(file["findings"][0]["code"], "malformed-dossier");
        assert_eq!(file["findings"][0]["column"], 29);
    }
    insta::assert_snapshot!(desk.run(&["check", "windows.txt"]).stdout, @r"
    fout[malformed-dossier]: “295 21” is geen dossiernummer
     --> windows.txt:1:29
      |
    1 | Coördinatie: zie (Kamerstuk 295 21, nr. 3).
      |                             ^^^^^^
      |
    hulp: “295 21” vervangen door “29 521”
      |
    1 - Coördinatie: zie (Kamerstuk 295 21, nr. 3).
    1 + Coördinatie: zie (Kamerstuk 29 521, nr. 3).
      |

    1 brief nagekeken: 1 fout.
    Uitleg bij een code: griffier explain malformed-dossier
    ");
}

#[test]
fn without_a_list_nothing_is_said_of_existence() {
    let desk = Desk::new().with("brief.txt", SWAPPED);
    insta::assert_snapshot!(desk.run(&["check"]).all(), @r"
    exit 0
    --- stdout
    1 brief nagekeken: niets op aan te merken.
    --- stderr
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    ");
}

#[test]
fn a_list_can_lie_outside_the_workspace() {
    let outside = Desk::new().with("kst.txt", LIST);
    let path = outside.at("kst.txt").display().to_string().replace('\\', "/");
    let desk = Desk::new()
        .with("griffier.toml", SETTINGS.replace("kst.txt", &path))
        .with("brieven/fout.txt", SWAPPED);
    let done = desk.run(&["check"]);
    assert_eq!((done.code, done.stderr.as_str()), (1, ""));
    assert!(done.stdout.contains("[unknown-document]"), "{}", done.all());
}

#[test]
fn a_hint_or_remark_is_no_failure_and_a_setting_can_make_it_one() {
    let newer = "Den Haag, 27 maart 2026\n\nZie (Kamerstuk 29 521, nr. 999).\n";
    let desk = desk().with("brieven/nieuw.txt", newer);
    let done = desk.run(&["check"]);
    assert_eq!(done.code, 0);
    assert!(done.stdout.contains("hint[unknown-document]"), "{}", done.all());
    assert!(
        done.stdout.ends_with(
            "2 brieven nagekeken: 1 hint.\nUitleg bij een code: griffier explain unknown-document\n"
        )
    );
    let desk = desk.with(
        "griffier.toml",
        format!("{SETTINGS}[findings]\nseverity = {{ \"unknown-document\" = \"off\" }}\n"),
    );
    insta::assert_snapshot!(desk.run(&["check"]).all(), @r"
    exit 0
    --- stdout
    2 brieven nagekeken: niets op aan te merken.
    ");
}

#[test]
fn colours_come_when_they_are_asked_for_and_not_in_a_pipe() {
    let desk = desk();
    let mut plain = desk.command(&["check", "concept"]);
    assert!(!desk.done(&mut plain).stdout.contains('\u{1B}'));
    let mut coloured = desk.command(&["check", "concept", "--color", "always"]);
    assert!(desk.done(&mut coloured).stdout.contains("\u{1B}["));
    let mut forced = desk.command(&["check", "concept", "--color", "never"]);
    assert!(!desk.done(forced.env("CLICOLOR_FORCE", "1")).stdout.contains('\u{1B}'));
}
