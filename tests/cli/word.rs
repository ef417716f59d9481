//! Word files on the command line: `check brief.docx` and `cite brief.docx`, and what is refused.

use std::fs;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::writer::{Word, field, paragraph, run, table, text_box, words};

const SETTINGS: &str = "[[corpus.catalogue]]\npath = \"kst.txt\"\ncoverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]\n";

/// A draft with something wrong in its text, in a note, in a table and in a box.
fn draft() -> Vec<u8> {
    let mut word = Word::new("");
    let note = word.footnote(&words("Kamerstuk 295 21, nr. 368."));
    let end = word.endnote(&words("Kamerstuk 295 21, nr. 403."));
    word.body = words("Geachte voorzitter,")
        + "<w:p/>"
        + &paragraph(
            &(run("De missie is verlengd")
                + &note
                + &run(
                    ", zoals de brief over de Nederlandse inzet aan uw Kamer uitvoerig heeft uiteengezet (Kamer",
                )
                + r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">stuk 29 </w:t></w:r>"#
                + &field("REF a", &run("251"))
                + &run(", nr. 385)")
                + &end
                + &run(".")),
        )
        + &table(&[
            &[&words("Stuk"), &words("Datum")],
            &[&words("Kamerstuk 295 21, nr. 10"), &words("2020")],
        ])
        + &paragraph(&(run("Zie het kader.") + &text_box(&words("(Kamerstuk 295 21, nr. 1)"))));
    word.bytes()
}

fn desk() -> Desk {
    Desk::new()
        .with("griffier.toml", SETTINGS)
        .with("kst.txt", "kst-29251-10\nkst-29521-368\nkst-29521-385\nkst-29521-403\nkst-36000-1\n")
        .with("brief.docx", draft())
}

/// The place and the words of each finding.
fn places(report: &Value) -> Vec<(String, String)> {
    let findings = report["files"][0]["findings"].as_array().unwrap().iter();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    findings.map(|finding| (text(finding, "code"), text(finding, "place"))).collect()
}

#[test]
fn each_finding_says_where_in_word_it_is_and_shows_the_sentence() {
    let done = desk().run(&["check", "brief.docx"]);
    assert_eq!(done.code, 1, "{}", done.all());
    let shown = done.stdout.replace("--> ", "");
    for place in [
        "brief.docx, alinea 2\n",
        "brief.docx, voetnoot 1\n",
        "brief.docx, eindnoot 1\n",
        "brief.docx, tabel 1, rij 2\n",
        "brief.docx, tekstvak 1\n",
    ] {
        assert!(shown.contains(place), "{place}{shown}");
    }
    assert!(shown.contains("heeft uiteengezet (Kamerstuk 29 251, nr. 385)"), "{shown}");
    assert!(!shown.contains("brief.docx:"), "{shown}");
    let report = desk().run(&["check", "brief.docx", "--format", "json"]).json();
    let found = places(&report);
    let at = |code: &str, place: &str| (code.to_owned(), place.to_owned());
    for expected in [
        at("unknown-document", "paragraph 2"),
        at("malformed-dossier", "table 1, row 2"),
        at("malformed-dossier", "text box 1"),
        at("malformed-dossier", "footnote 1"),
        at("malformed-dossier", "endnote 1"),
    ] {
        assert!(found.contains(&expected), "{expected:?} {found:?}");
    }
}

#[test]
fn code_hosts_are_told_the_place_in_words_and_no_line() {
    let desk = desk();
    let github = desk.run(&["check", "brief.docx", "--format", "github"]).stdout;
    assert!(github.contains("::error file=brief.docx,title=malformed-dossier::"), "{github}");
    assert!(github.contains("(voetnoot 1)") && !github.contains("line="), "{github}");
    let sarif = desk.run(&["check", "brief.docx", "--format", "sarif", "--lang", "en"]).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let note = json!([{ "name": "footnote 1" }]);
    let of_note = results.iter().find(|it| it["locations"][0]["logicalLocations"] == note).unwrap();
    assert!(of_note["message"]["text"].as_str().unwrap().ends_with("(footnote 1)"));
    assert_eq!(
        of_note["locations"][0]["physicalLocation"],
        json!({ "artifactLocation": { "uri": "brief.docx" } })
    );
    assert!(results.iter().all(|it| it.get("fixes").is_none()));
}

#[test]
fn a_word_file_is_never_written() {
    let desk = desk().with("brief.txt", "Zie Kamerstuk 295 21, nr. 368.\n");
    let before = fs::read(desk.at("brief.docx")).unwrap();
    insta::assert_snapshot!(desk.run(&["check", "--fix", "brief.txt", "brief.docx"]).all(), @r"
    exit 2
    --- stderr
    fout: Griffier verandert geen Word-bestanden, ook brief.docx niet; er is niets hersteld
    hulp: laat --fix of --diff weg, en verbeter het in Word: griffier check brief.docx
    ");
    assert_eq!(desk.run(&["check", "--diff", "brief.docx"]).code, 2);
    assert_eq!(fs::read(desk.at("brief.docx")).unwrap(), before);
    assert_eq!(fs::read_to_string(desk.at("brief.txt")).unwrap(), "Zie Kamerstuk 295 21, nr. 368.\n");
}

#[test]
fn it_is_read_by_what_it_is_and_only_where_it_is_named() {
    let desk = desk().with("concept.txt", draft()).with("goed.txt", "Zie Kamerstuk 29 521, nr. 385.\n");
    // By its content, whatever it is called.
    let report = desk.run(&["check", "concept.txt", "--format", "json"]).json();
    assert!(places(&report).iter().any(|(_, place)| place == "footnote 1"));
    let report =
        desk.pipe(draft(), &["check", "-", "--stdin-filename", "brief.docx", "--format", "json"]).json();
    assert_eq!(report["files"][0]["path"], "brief.docx");
    assert!(places(&report).iter().any(|(_, place)| place == "footnote 1"));
    // A folder is looked through for letters as text.
    let desk = Desk::new().with("griffier.toml", "").with("brief.docx", draft()).with("goed.txt", "Ja.\n");
    let report = desk.run(&["check", ".", "--format", "json"]).json();
    assert_eq!(report["files"].as_array().unwrap().len(), 1);
}

#[test]
fn its_citations_stand_at_their_places() {
    let desk = desk();
    let table = desk.run(&["cite", "brief.docx"]).stdout;
    assert!(table.contains("alinea 2  kst-29251-385"), "{table}");
    let report = desk.run(&["cite", "brief.docx", "--format", "json"]).json();
    let citation = &report["citations"][0];
    assert_eq!(
        (&citation["place"], &citation["targets"][0]["id"]),
        (&json!("paragraph 2"), &json!("kst-29251-385"))
    );
}

#[test]
fn what_its_reader_should_know_is_told() {
    let body = r#"<w:p><w:ins w:id="1"><w:r><w:t>Ja.</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>"#;
    let desk = Desk::new().with("brief.docx", Word::new(body).bytes());
    let done = desk.run(&["check", "brief.docx"]);
    let told: Vec<&str> = done.stderr.lines().collect();
    assert!(told.iter().any(|line| line.contains("brief.docx: bijgehouden wijzigingen")), "{}", done.all());
    assert!(told.iter().any(|line| line.contains("brief.docx: opmerkingen in de marge")), "{}", done.all());
    assert_eq!(done.code, 0);
}

#[test]
fn what_cannot_be_read_or_be_worked_on_is_told() {
    let mut ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    ole.resize(1024, 0);
    let desk = Desk::new()
        .with("kapot.docx", &draft()[..900])
        .with("oud.doc", &ole[..])
        .with("brief.docx", draft())
        .with("goed.txt", "Ja.\n");
    insta::assert_snapshot!(desk.run(&["cite", "oud.doc"]).all(), @r"
    exit 2
    --- stderr
    fout: kan oud.doc niet lezen: dit is een oud bestand van Office (.doc): sla het in Word op als .docx
    ");
    let done = desk.run(&["check", "kapot.docx", "goed.txt"]);
    assert_eq!(done.code, 2, "{}", done.all());
    assert!(
        done.stderr.contains("kapot.docx") && done.stdout.contains("1 brief nagekeken"),
        "{}",
        done.all()
    );
    insta::assert_snapshot!(desk.run(&["annotate", "add", "brief.docx", "--quote", "De missie"]).all(), @r"
    exit 2
    --- stderr
    fout: brief.docx is een Word-bestand, en deze opdracht leest alleen brieven als tekst
    hulp: maak er eerst een brief van: griffier import brief.docx --into brieven
    ");
}

/// Two hundred megabytes that no letter needs, and a letter that unpacks to more than the memory that there is.
#[cfg(unix)]
#[test]
fn the_memory_is_bounded() {
    let mut large = Word::new(&words("Zie Kamerstuk 29 521, nr. 385."));
    large.stored.push(("word/media/image1.bin".to_owned(), b"beeld".repeat(40 << 20)));
    let mut bomb = Word::new("");
    bomb.parts.push(("word/document.xml".to_owned(), vec![b' '; 256 << 20]));
    let desk = Desk::new().with("groot.docx", large.bytes()).with("bom.docx", bomb.bytes());
    let within = |kilobytes: u32, file: &str| {
        let script = format!("ulimit -v {kilobytes} && exec \"$0\" cite {file}");
        let mut shell = assert_cmd::Command::new("sh");
        shell.current_dir(desk.at("")).args(["-c", &script, env!("CARGO_BIN_EXE_griffier")]);
        desk.environment(|name, value| {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        });
        shell.output().unwrap()
    };
    let read = within(800_000, "groot.docx");
    assert!(String::from_utf8_lossy(&read.stdout).contains("kst-29521-385"), "{read:?}");
    let refused = within(400_000, "bom.docx");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("64 MB"), "{refused:?}");
}
