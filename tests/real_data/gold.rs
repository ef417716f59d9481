//! Every real citation whose meaning is known is read as what it means, alone and within sentences, with the publisher's list and without.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::shared;

/// What `griffier measure` says of the table, in a workspace whose lists are those of the publisher.
fn measured(shared: &Path, arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let list = toml::Value::from(shared.join("data/parl_ids.txt.xz").to_str().unwrap());
    let settings = format!("[[corpus.catalogue]]\npath = {list}\n");
    fs::write(folder.path().join("griffier.toml"), settings).unwrap();
    let table = shared.join("gold/citations.dev.tsv");
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_griffier"));
    command.env("HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path().join("config"));
    command.env("APPDATA", folder.path().join("config")).env_remove("GRIFFIER_LANG");
    command.env("GRIFFIER_CACHE_DIR", folder.path().join("cache"));
    command.env("GRIFFIER_DATA_DIR", folder.path().join("data"));
    command.args(["measure", "--format", "json", "--rows", "--root"]).arg(folder.path());
    let output = command.arg(table).args(arguments).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lapses(report: &Value) -> String {
    let lapses = report["lapses"].as_array().into_iter().flatten();
    let lines = lapses.map(|it| format!("{}: {}, not {}", it["text"], it["found"], it["expected"]));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn real_citations_mean_what_they_should() {
    let Some(shared) = shared() else { return };
    let report = measured(&shared, &["--resolve"]);
    let rows = report["all"]["rows"].as_u64().unwrap();
    assert!(rows > 200, "{rows}");
    let complete = json!({ "complete": rows, "extra": 0, "missed": 0 });
    for place in ["alone", "sentence"] {
        assert_eq!(report["all"][place], complete, "{place}:\n{}", lapses(&report));
    }
}

/// What the text alone cannot settle is left out, and nothing is guessed in its place.
#[test]
fn without_a_list_nothing_is_guessed() {
    let Some(shared) = shared() else { return };
    let report = measured(&shared, &[]);
    let all = report["lapses"].as_array().unwrap();
    let guessed: BTreeSet<&str> = all
        .iter()
        .flat_map(|lapse| {
            let expected = lapse["expected"].as_array().unwrap();
            let found = lapse["found"].as_array().unwrap();
            found.iter().filter(|id| !expected.contains(id)).map(|id| id.as_str().unwrap())
        })
        .collect();
    // Some papers of the Eerste Kamer have no session in their number, against the rule for their years.
    assert_eq!(guessed, BTreeSet::from(["kst-20002001-26855-250", "kst-20092010-32217-A"]));
}
