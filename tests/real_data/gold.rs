//! Every real citation whose meaning is known is read as what it means, alone and within sentences, with the publisher's list and without.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::shared;

/// So many rows may not be read completely yet, alone or within a sentence; the number only goes down.
const LAPSES: u64 = 115;

/// So many may have an identifier too many.
const EXTRAS: u64 = 4;

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
    for place in ["alone", "sentence"] {
        let tally = &report["all"][place];
        let incomplete = rows - tally["complete"].as_u64().unwrap();
        assert!(incomplete <= LAPSES, "{incomplete} rows {place}:\n{}", lapses(&report));
        assert!(tally["extra"].as_u64().unwrap() <= EXTRAS, "{place}:\n{}", lapses(&report));
    }
}

#[test]
fn without_a_list_nothing_is_guessed() {
    let Some(shared) = shared() else { return };
    let report = measured(&shared, &[]);
    for place in ["alone", "sentence"] {
        assert!(report["all"][place]["extra"].as_u64().unwrap() <= EXTRAS, "{place}:\n{}", lapses(&report));
    }
}
