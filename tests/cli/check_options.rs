//! The options of `griffier check`: which rules, in which form, and about what it is silent.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::desk::Desk;

const LETTER: &str = "Zie (Kamerstuk 295 21, nr. 368), (Kamerstuk 29 521, nr. ) en\n(Kamerstukken II 2019/21, 29 521, nr. 404).\n";

fn desk() -> Desk {
    Desk::new().with("griffier.toml", "").with("brief.txt", LETTER)
}

/// The codes that are found, in their order.
fn codes(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let all = [&["check", "--format", "json"], arguments].concat();
    let report = desk.run(&all).json();
    let findings =
        report["files"].as_array().unwrap().iter().flat_map(|it| it["findings"].as_array().unwrap());
    findings.map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn rules_are_chosen_by_code_and_by_group() {
    let desk = desk();
    let all = ["malformed-dossier", "missing-number", "session-year"];
    assert_eq!(codes(&desk, &[]), all);
    assert_eq!(codes(&desk, &["--select", "form"]), all);
    assert_eq!(
        codes(&desk, &["--select", "session-year,missing-number"]),
        ["missing-number", "session-year"]
    );
    assert_eq!(codes(&desk, &["--select", "existence"]), [""; 0]);
    assert_eq!(codes(&desk, &["--ignore", "missing-number"]), ["malformed-dossier", "session-year"]);
    assert_eq!(codes(&desk, &["--ignore", "form", "--select", "form,session-year"]), ["session-year"]);
    let off = desk.with("griffier.toml", "[findings]\nseverity = { \"session-year\" = \"off\" }\n");
    assert_eq!(codes(&off, &["--select", "form"]), ["malformed-dossier", "missing-number"]);
    assert_eq!(codes(&off, &["--select", "session-year"]), ["session-year"]);
    insta::assert_snapshot!(off.run(&["check", "--select", "sesion-year"]).stderr.lines().take(2).collect::<Vec<_>>().join("\n"), @r"
    fout: --select <CODE> kan niet “sesion-year” zijn
    hulp: bedoelde u session-year?
    ");
}

#[test]
fn a_letter_on_the_standard_input_is_judged_as_the_file_that_it_will_be() {
    let desk = Desk::new()
        .with("griffier.toml", "[[findings.ignore]]\nrules = [\"session-year\"]\npaths = [\"concepten/*\"]\n")
        .with("concepten/x.txt", "");
    let text = format!("---\ntitle: Brief\n---\n\n`(Kamerstuk 295 21, nr. 1)` {LETTER}");
    let run = |name: &str| {
        let done = desk.pipe(text.clone(), &["check", "-", "--format", "json", "--stdin-filename", name]);
        let report = done.json();
        let file = &report["files"][0];
        let codes: Vec<_> =
            file["findings"].as_array().unwrap().iter().map(|it| it["code"].clone()).collect();
        (file["path"].clone(), codes)
    };
    assert_eq!(
        run("brief.md"),
        (json!("brief.md"), vec![json!("malformed-dossier"), json!("missing-number"), json!("session-year")])
    );
    assert_eq!(
        run("concepten/brief.md"),
        (json!("concepten/brief.md"), vec![json!("malformed-dossier"), json!("missing-number")])
    );
    assert_eq!(run("brief.txt").1.len(), 4, "code is code in Markdown alone");
    assert_eq!(desk.pipe("", &["check", "-", "brief.md"]).code, 2);
    let done = desk.pipe("Zie (Kamerstuk 29 521, nr. 385).", &["check", "-"]);
    assert_eq!(done.code, 0, "{}", done.all());
}

#[test]
fn what_was_found_before_is_let_be() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["check", "--write-baseline", "bekend.txt"]).all(), @r"
    exit 0
    --- stdout
    3 bevindingen staan nu in bekend.txt en worden niet meer gemeld.
    ");
    assert_eq!(desk.run(&["check", "--baseline", "bekend.txt"]).code, 0);
    // Edits elsewhere change nothing, and what is new is told.
    let longer = format!("Een zin ervoor,\nen nog een.\n\n{LETTER}\nNieuw is (Kamerstuk 345 67, nr. 8).\n");
    let desk = desk.with("brief.txt", longer);
    assert_eq!(codes(&desk, &["--baseline", "bekend.txt"]), ["malformed-dossier"]);
    // The same from the settings, for editors too.
    let desk = desk.with("griffier.toml", "[findings]\nbaseline = \"bekend.txt\"\n");
    assert_eq!(codes(&desk, &[]), ["malformed-dossier"]);
    desk.run(&["check", "--write-baseline", "bekend.txt"]);
    assert_eq!(codes(&desk, &[]), [""; 0]);
    fs::write(desk.at("bekend.txt"), "<<<<<<< HEAD\n").unwrap();
    assert_eq!(desk.run(&["check", "--baseline", "bekend.txt"]).code, 2);
    fs::remove_file(desk.at("bekend.txt")).unwrap();
    let done = desk.run(&["check"]);
    assert!(done.stderr.contains("griffier check --write-baseline"), "{}", done.all());
}

#[test]
fn places_and_letters_are_silenced_by_files_of_the_workspace() {
    let silenced = "[[place]]\nletter = \"brief.txt\"\nrule = \"malformed-dossier\"\nwords = \"295 21\"\nbefore = \"Zie (Kamerstuk \"\nafter = \", nr. 368), (Kamerstuk 29 521, n\"\nreason = \"zo gedrukt\"\n\n[[place]]\nletter = \"weg.txt\"\nrule = \"session-year\"\nwords = \"2019/21\"\n";
    let settings = "[[findings.ignore]]\nrules = [\"session-year\"]\npaths = [\"*.txt\"]\n\n[[findings.ignore]]\nrules = [\"missing-number\"]\npaths = [\"archief/**\"]\n";
    let desk = desk().with("griffier.toml", settings).with("griffier.silenced.toml", silenced);
    insta::assert_snapshot!(desk.run(&["check"]).all(), @r"
    exit 1
    --- stdout
    fout[missing-number]: het nummer van het stuk ontbreekt
     --> brief.txt:1:53
      |
    1 | Zie (Kamerstuk 295 21, nr. 368), (Kamerstuk 29 521, nr. ) en
      |                                                     ^^^

    1 brief nagekeken: 1 fout.
    Uitleg bij een code: griffier explain missing-number
    --- stderr
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    hulp: findings.ignore laat archief/** met rust (missing-number), maar daar is niets meer over te zeggen; haal het weg
    hulp: griffier.silenced.toml, regel 9: over “2019/21” in weg.txt heeft session-year niets meer te zeggen; haal het weg
    ");
    // Who looks at a part cannot tell what the rest would say.
    assert!(!desk.run(&["check", "brief.txt"]).stderr.contains("haal het weg"));
}

#[test]
fn github_shows_them_beside_the_lines() {
    insta::assert_snapshot!(desk().run(&["check", "--format", "github"]).all(), @r"
    exit 1
    --- stdout
    ::error file=brief.txt,line=1,endLine=1,col=16,endColumn=22,title=malformed-dossier::“295 21” is geen dossiernummer
    ::error file=brief.txt,line=1,endLine=1,col=53,endColumn=56,title=missing-number::het nummer van het stuk ontbreekt
    ::error file=brief.txt,line=2,endLine=2,col=18,endColumn=25,title=session-year::“2019/21” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
    ");
}

/// The log of a check of the sample, which has findings of several kinds, with notes in other letters.
fn sarif(desk: &Desk, arguments: &[&str]) -> Value {
    desk.run(&[&["check", "--format", "sarif"], arguments].concat()).json()
}

#[test]
fn sarif_names_rules_places_and_fixes() {
    let desk = desk();
    let log = sarif(&desk, &[]);
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "malformed-dossier");
    let rule =
        &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!(rule["id"], "malformed-dossier");
    assert_eq!(rule["helpUri"], "griffier:///regel/malformed-dossier.md");
    let region = json!({"startLine": 1, "startColumn": 16, "endLine": 1, "endColumn": 22});
    assert_eq!(
        result["locations"][0]["physicalLocation"],
        json!({"artifactLocation": {"uri": "brief.txt"}, "region": region})
    );
    let replacement = json!({"deletedRegion": region, "insertedContent": {"text": "29 521"}});
    assert_eq!(result["fixes"][0]["artifactChanges"][0]["replacements"], json!([replacement]));
    assert_eq!(result["level"], "error");
}

#[test]
fn a_fingerprint_stays_when_the_letter_changes_elsewhere() {
    let prints = |desk: &Desk| -> Vec<Value> {
        let log = sarif(desk, &[]);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|it| it["partialFingerprints"]["griffier/v1"].clone()).collect()
    };
    let twice = format!("{LETTER}\n{}\n{LETTER}", "Iets anders. ".repeat(9));
    let before = prints(&desk().with("brief.txt", &twice));
    let after = prints(&desk().with("brief.txt", format!("Een zin ervoor.\n\n{twice}")));
    assert_eq!(before.len(), 6);
    // The first words of the letter have another neighbour now.
    assert_eq!(before[1..], after[1..]);
    let mut all = before.clone();
    all.sort_by_key(Value::to_string);
    all.dedup();
    assert_eq!(all.len(), 6, "no two are the same");
}

#[test]
fn sarif_is_as_the_standard_wants_it() {
    let shared =
        std::env::var_os("GRIFFIER_SHARED").map_or_else(|| Path::new("../shared").to_owned(), Into::into);
    let Ok(schema) = fs::read_to_string(shared.join("schemas/sarif-2.1.0.json")) else {
        println!("skipped: there is no schema of SARIF in {}", shared.display());
        return;
    };
    // The pattern of languages is no regular expression as it was published: it has a bracket too many.
    let published = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
    let schema = schema.replace(published, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let desk = desk().with("brieven/één brief.txt", LETTER);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    for path in [desk.at(""), sample] {
        let log = sarif(&desk, &[path.to_str().unwrap()]);
        assert!(!log["runs"][0]["results"].as_array().unwrap().is_empty());
        let wrong: Vec<_> =
            validator.iter_errors(&log).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert_eq!(wrong, [""; 0]);
        let mut broken = log.clone();
        broken["runs"][0]["results"][0]["level"] = json!("hint");
        assert!(!validator.is_valid(&broken), "the schema bites");
    }
}
