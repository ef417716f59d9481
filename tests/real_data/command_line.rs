//! The command line on the real letter of 27 March 2020, with the publisher's list of all papers.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::shared;

/// A workspace with the letter, as it is or with a slip, and a user whose own settings may name the list.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(letter: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("werk")).unwrap();
        fs::write(folder.path().join("werk/brief.txt"), letter).unwrap();
        Self { folder }
    }

    /// Runs a command, and returns its exit code with what it printed.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_griffier"));
        command.env("HOME", self.folder.path()).env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        command.env("APPDATA", self.folder.path().join("config")).env_remove("GRIFFIER_LANG");
        command.env("GRIFFIER_CACHE_DIR", self.folder.path().join("cache"));
        command.env("GRIFFIER_DATA_DIR", self.folder.path().join("data"));
        let output = command.current_dir(self.folder.path().join("werk")).args(arguments).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr).matches("fout").count(), 0);
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    }

    fn add_list(&self, shared: &Path) {
        let list = shared.join("data/kst_ids.txt.xz");
        let list = list.to_str().unwrap();
        let add = ["catalogue", "add", list, "--from-dossier", "29000", "--until", "2025-02-15"];
        assert_eq!(self.run(&add).0, 0);
    }

    fn findings(&self) -> (i32, Vec<Value>) {
        let (code, report) = self.run(&["check", "brief.txt", "--format", "json"]);
        let report: Value = serde_json::from_str(&report).unwrap();
        (code, report["files"][0]["findings"].as_array().unwrap().clone())
    }
}

#[test]
fn the_letter_cites_three_papers() {
    let Some(shared) = shared() else { return };
    let letter = shared.join("data/takuba-2020-03-27.txt");
    let text = fs::read_to_string(&letter).unwrap();
    let (code, report) = Desk::new("").run(&["cite", "--format", "json", letter.to_str().unwrap()]);
    assert_eq!(code, 0);
    let report: Value = serde_json::from_str(&report).unwrap();
    let citations = report["citations"].as_array().unwrap();
    let targets: Vec<&Value> = citations.iter().flat_map(|it| it["targets"].as_array().unwrap()).collect();
    let stated: Vec<_> = targets
        .iter()
        .filter(|target| target["inferred"] == json!(false))
        .map(|target| (target["id"].as_str().unwrap(), &target["dossiers"]))
        .collect();
    assert_eq!(
        stated,
        [
            ("kst-29521-385", &json!(["29521"])),
            ("kst-29521-368", &json!(["29521"])),
            ("kst-29521-403", &json!(["29521", "34952"])),
        ]
    );
    // The first runs over the line break.
    let at = |name: &str| usize::try_from(citations[0][name].as_u64().unwrap()).unwrap();
    assert_eq!(&text[at("start")..at("end")], "Kamerstuk \n29 521, nr. 385");
}

#[test]
fn with_the_list_the_letter_is_in_order_and_its_slips_are_warned_of() {
    let Some(shared) = shared() else { return };
    let letter = fs::read_to_string(shared.join("data/takuba-2020-03-27.txt")).unwrap();
    let desk = Desk::new(&letter);
    desk.add_list(&shared);
    let (code, findings) = desk.findings();
    assert_eq!(code, 0);
    assert!(findings.iter().all(|it| it["severity"] == "hint" || it["severity"] == "info"), "{findings:?}");

    for (right, wrong) in [("29 521, nr. 385", "29 521, nr. 9385"), ("29 521, nr. 385", "29 251, nr. 385")] {
        assert!(letter.contains(right));
        fs::write(desk.folder.path().join("werk/brief.txt"), letter.replace(right, wrong)).unwrap();
        let (code, findings) = desk.findings();
        assert_eq!(code, 1, "{wrong}");
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(
            (&findings[0]["code"], &findings[0]["severity"]),
            (&json!("unknown-document"), &json!("warning"))
        );
        assert!(findings[0]["message"].as_str().unwrap().contains("29 521, nr. 385"), "{findings:?}");
    }
}

#[test]
fn without_a_list_nothing_is_warned_of() {
    let Some(shared) = shared() else { return };
    let letter = fs::read_to_string(shared.join("data/takuba-2020-03-27.txt")).unwrap();
    let desk = Desk::new(&letter.replace("nr. 385", "nr. 9385"));
    assert_eq!(desk.findings(), (0, Vec::new()));
}
