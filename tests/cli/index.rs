//! `griffier index`: what a user sees of the index of letters.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::desk::Desk;

/// A workspace of two letters that were written yesterday.
fn desk() -> Desk {
    let desk = Desk::new()
        .with(
            "griffier.toml",
            "[corpus]\nletters = [\"brieven\"]\n[[corpus.catalogue]]\npath = \"kst.txt\"\ncoverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]\n",
        )
        .with("kst.txt", "kst-29521-385\nkst-29521-403\n")
        .with("brieven/kst-29521-385.txt", "Zie Kamerstuk 29 521, nr. 403 en Kamerstuk 29 521, nr. 400.\n")
        .with("brieven/notitie.md", "Zie Kamerstuk 29 521, nr. 385 en Kamerstuk 21 501-02, nr. 7.\n");
    for path in ["brieven/kst-29521-385.txt", "brieven/notitie.md"] {
        let file = fs::File::options().append(true).open(desk.at(path)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(24)).unwrap();
    }
    desk
}

#[test]
fn what_changed_is_read_and_what_there_is_is_told() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["index"]).all(), @r"
    exit 0
    --- stdout
    2 brieven in de index, met 4 verwijzingen; 2 brieven zijn gelezen
    ");
    insta::assert_snapshot!(desk.run(&["index", "--lang", "en"]).all(), @r"
    exit 0
    --- stdout
    2 letters in the index, with 4 citations; nothing had changed
    ");
    insta::assert_snapshot!(desk.run(&["index", "--rebuild", "brieven"]).all(), @r"
    exit 0
    --- stdout
    2 brieven in de index, met 4 verwijzingen; 2 brieven zijn gelezen
    ");
    let stats = desk.run(&["index", "--stats"]);
    let size = stats.stdout.lines().find(|line| line.starts_with("grootte")).unwrap();
    assert!(size.ends_with(" kB"), "{size}");
    let rest = stats.stdout.lines().filter(|line| !line.starts_with("grootte") && !line.starts_with("index"));
    insta::assert_snapshot!(rest.collect::<Vec<_>>().join("\n"), @r"
    brieven        2, waarvan 1 met een kenmerk; samen 1 kB
    verwijzingen   4, naar 4 stukken
    niet gevonden  een verwijzing; van nog 1 kan niets gezegd worden, omdat geen lijst zo ver reikt
    leeftijd       gemaakt zojuist, voor het laatst veranderd zojuist
    lijst          kst.txt: 2 stukken; volledig: kst vanaf dossier 29000, t/m 15-2-2025
    ");
    insta::assert_snapshot!(desk.run(&["index", "--verify"]).all(), @r"
    exit 0
    --- stdout
    2 brieven en 4 verwijzingen vergeleken: de index klopt
    ");
}

#[test]
fn an_index_that_is_behind_is_updated_and_one_that_is_wrong_is_made_anew() {
    let desk = desk();
    desk.run(&["index"]);
    fs::write(desk.at("brieven/notitie.md"), "Anders.\n").unwrap();
    let desk = desk.with("brieven/nieuw.txt", "Nieuw.\n");
    insta::assert_snapshot!(desk.run(&["index", "--verify"]).all(), @r"
    exit 1
    --- stdout
    brieven/nieuw.txt: de brief staat nog niet in de index
    brieven/notitie.md: de brief is veranderd nadat hij gelezen is
    2 brieven en 4 verwijzingen vergeleken: de index loopt achter
    --- stderr
    hulp: werk de index bij met: griffier index
    ");
    let report = desk.run(&["index", "--verify", "--format", "json"]).json();
    assert_eq!(report["flaws"][0], serde_json::json!({ "path": "brieven/nieuw.txt", "kind": "new" }));
    assert_eq!(report["read"], serde_json::Value::Null);
    // Where the disk gives back something else than was written.
    let index = fs::read_dir(desk.at("../cache/index")).unwrap().flatten().map(|entry| entry.path());
    let index = index.into_iter().find(|path| path.extension().is_some_and(|end| end == "sqlite")).unwrap();
    let mut bytes = fs::read(&index).unwrap();
    let words = b"Zie Kamerstuk 29 521, nr. 403 en";
    let at = (0..bytes.len()).find(|&at| bytes[at..].starts_with(words)).unwrap();
    bytes[at] = b'z';
    fs::write(&index, &bytes).unwrap();
    insta::assert_snapshot!(desk.run(&["index", "--verify"]).all(), @r"
    exit 1
    --- stdout
    een deel van de index is beschadigd
    brieven/kst-29521-385.txt: wat hiervan in de index staat is beschadigd
    brieven/nieuw.txt: de brief staat nog niet in de index
    brieven/notitie.md: de brief is veranderd nadat hij gelezen is
    2 brieven en 2 verwijzingen vergeleken: de index klopt niet
    --- stderr
    hulp: maak de index opnieuw met: griffier index --rebuild
    ");
    assert_eq!(desk.run(&["index", "--rebuild", "--verify"]).code, 0);
}

#[test]
fn what_is_left_out_is_no_letter() {
    let desk = desk().with("brieven/oud/kst-29521-9.txt", "Oud.\n").with("brieven/concept.md", "Concept.\n");
    desk.run(&["index"]);
    let desk = desk.with(
        "griffier.toml",
        "[corpus]\nletters = [\"brieven\"]\nexclude = [\"brieven/oud\", \"**/concept*.md\", \"a{b\"]\n",
    );
    insta::assert_snapshot!(desk.run(&["index"]).all(), @r"
    exit 0
    --- stdout
    2 brieven in de index, met 4 verwijzingen; 2 brieven zijn gelezen
    --- stderr
    waarschuwing: `a{b` uit `corpus.exclude` is geen geldig patroon; `*` staat voor een deel van een naam en `**` voor mappen
    ");
    assert!(
        desk.run(&["config"]).stdout.contains("exclude = [\"brieven/oud\", \"**/concept*.md\", \"a{b\"]")
    );
}

#[test]
fn a_letter_that_has_another_name_is_gone_and_new() {
    let desk = desk();
    desk.run(&["index"]);
    fs::rename(desk.at("brieven/notitie.md"), desk.at("brieven/oud.md")).unwrap();
    insta::assert_snapshot!(desk.run(&["index", "--verify", "--lang", "en"]).all(), @r"
    exit 1
    --- stdout
    brieven/notitie.md: the letter has gone
    brieven/oud.md: the letter is not in the index yet
    compared 2 letters and 4 citations: the index is behind
    --- stderr
    help: update the index with: griffier index
    ");
    let desk = desk.with("brieven/plaatje.txt", "\u{89}PNG\0\0\0");
    desk.run(&["index"]);
    let verified = desk.run(&["index", "--verify"]);
    assert_eq!(verified.code, 0, "what is no letter is not missing: {}", verified.all());
}

#[test]
fn sizes_are_written_as_the_language_does() {
    let desk = desk().with("brieven/lang.txt", "Een zin.\n".repeat(140_000));
    desk.run(&["index"]);
    let stats = |language: &str| desk.run(&["index", "--stats", "--lang", language]).stdout;
    assert!(stats("nl").contains("samen 1,2 MB"), "{}", stats("nl"));
    assert!(stats("en").contains("1.2 MB together"), "{}", stats("en"));
}

#[test]
fn without_a_cache_folder_an_index_is_refused_in_its_own_words() {
    let desk = desk();
    fs::write(desk.at("../cache"), "een bestand, geen map").unwrap();
    let output = desk.run(&["index"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("kan de index niet bijwerken in"), "{}", output.all());
    assert!(!output.stderr.contains("gelezen"), "{}", output.all());
}
