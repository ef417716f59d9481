//! The schemas stand in `schemas/` as they are printed, and what is printed conforms to them.

use std::path::Path;

use jsonschema::validator_for;
use serde_json::Value;

use crate::desk::{Desk, expect_file};

fn schema(desk: &Desk, name: &str) -> Value {
    let done = desk.run(&["schema", name]);
    expect_file(&format!("schemas/{name}.schema.json"), &done.stdout);
    let schema = done.json();
    jsonschema::meta::validate(&schema).unwrap();
    schema
}

/// What is wrong with a value, by its schema.
fn wrong(schema: &Value, value: &Value) -> Vec<String> {
    let validator = validator_for(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_are_up_to_date_and_every_one_is_named() {
    let desk = Desk::new();
    let names = desk.run(&["schema"]);
    assert_eq!(
        names.stdout,
        "annotations\ncatalogue-record\ncheck\ncite\ngriffier.toml\nimport\nindex\nnotes\nrefs\n"
    );
    for name in names.stdout.lines() {
        schema(&desk, name);
    }
    insta::assert_snapshot!(desk.run(&["schema", "letter"]).all(), @r"
    exit 2
    --- stderr
    fout: er is geen vorm letter
    hulp: kies uit annotations, catalogue-record, check, cite, griffier.toml, import, index, notes, refs
    ");
}

#[test]
fn what_is_printed_conforms() {
    let desk = Desk::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let sample = sample.to_str().unwrap();

    let check = desk.run(&["check", "--format", "json", sample]).json();
    assert!(check["files"].as_array().unwrap().len() > 3);
    assert_eq!(wrong(&schema(&desk, "check"), &check), [""; 0]);

    let draft = format!("{sample}/drafts/concept-brief-sahel.md");
    let cite = desk.run(&["cite", "--format", "json", &draft]).json();
    assert!(cite["citations"].as_array().unwrap().iter().any(|it| it["problems"][0].is_object()));
    assert_eq!(wrong(&schema(&desk, "cite"), &cite), [""; 0]);

    let index = desk.run(&["index", "--rebuild", "--stats", "--verify", "--format", "json", sample]).json();
    assert_eq!(index["stats"]["catalogues"].as_array().unwrap().len(), 1);
    assert_eq!(wrong(&schema(&desk, "index"), &index), [""; 0]);

    let letter = Desk::new().with("brief.txt", "Zie Kamerstuk 29 521, nr. 385.\n");
    assert_eq!(letter.run(&["annotate", "add", "brief.txt", "--quote", "Zie", "--tag", "vraag"]).code, 0);
    let notes = letter.run(&["annotate", "list", "--format", "json"]).json();
    assert_ne!(notes["notes"].as_array().unwrap().len(), 0);
    assert_eq!(wrong(&schema(&desk, "notes"), &notes), [""; 0]);

    let import =
        Desk::new().with("a.xml", "<kamerstuk><al>Ã©Ã©n</al></kamerstuk>").with("b.xml", "<kamerstuk>");
    let import = import.run(&["import", "a.xml", "b.xml", "--into", "brieven", "--format", "json"]).json();
    assert_eq!(import["letters"][0]["remarks"][0]["code"], "import-encoded-twice");
    assert_eq!(wrong(&schema(&desk, "import"), &import), [""; 0]);

    let refs = desk.run(&["refs", "29521", sample, "--format", "json"]).json();
    assert_ne!(refs["citations"].as_array().unwrap().len(), 0);
    assert_eq!(wrong(&schema(&desk, "refs"), &refs), [""; 0]);
}

#[test]
fn a_schema_refuses_what_is_not_of_its_form() {
    let desk = Desk::new();
    let mut cite = desk.pipe("Kamerstuk 29 521, nr. 385", &["cite", "--format", "json"]).json();
    let schema = schema(&desk, "cite");
    assert_eq!(wrong(&schema, &cite), [""; 0]);
    cite["citations"][0]["start"] = Value::from("0");
    cite["version"] = Value::from(2);
    assert_eq!(wrong(&schema, &cite).len(), 2);
}

#[test]
fn a_record_of_a_list_has_its_form() {
    let desk = Desk::new();
    let schema = schema(&desk, "catalogue-record");
    let record = serde_json::json!({
        "identifier": "kst-36410-X-1",
        "title": "Memorie van toelichting",
        "dossiers": [{ "number": "36410-X", "title": "Begroting Defensie 2024" }, { "number": "36410" }],
        "kind": "Memorie van toelichting",
        "chamber": "tk",
        "session": "2023-2024",
        "date": "2023-09-19",
        "pages": 120,
        "senders": ["De Minister van Defensie"],
        "replaced-by": ["kst-36410-X-1-h1"],
        "source": "keys of others are left alone"
    });
    assert_eq!(wrong(&schema, &record), [""; 0]);
    assert_eq!(wrong(&schema, &serde_json::json!({ "identifier": "dossier/29521", "title": null })), [""; 0]);
    for no_record in [
        serde_json::json!({ "title": "Brief" }),
        serde_json::json!({ "identifier": "kst-29521-1", "chamber": "derde" }),
        serde_json::json!({ "identifier": "kst-29521-1", "session": "2023" }),
        serde_json::json!({ "identifier": "kst-29521-1", "senders": "De Minister" }),
    ] {
        assert_eq!(wrong(&schema, &no_record).len(), 1, "{no_record}");
    }
}

#[test]
fn the_settings_of_the_sample_conform() {
    let desk = Desk::new();
    let schema = schema(&desk, "griffier.toml");
    let sample =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/griffier.toml"));
    let settings: toml::Table = sample.unwrap().parse().unwrap();
    assert_eq!(wrong(&schema, &serde_json::to_value(settings).unwrap()), [""; 0]);
    let wrong_key: toml::Table = "letters = [\"brieven\"]".parse().unwrap();
    assert_eq!(wrong(&schema, &serde_json::to_value(wrong_key).unwrap()).len(), 1);
}
