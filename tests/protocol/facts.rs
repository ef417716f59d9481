//! Where the facts about LSP 3.18 come from: the machine-readable specification (`metaModel.json`, Microsoft, MIT licence).
//!
//! `lsp-3.18.facts.json` holds what a checker needs of it, without prose. Where the specification lies in the folder that
//! `GRIFFIER_SHARED` names, the facts are compared with it, and `UPDATE=1 cargo test` writes them anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// A folder of the data that is not part of this package, where it is at hand.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let shared =
        std::env::var_os("GRIFFIER_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(shared).join(folder);
    folder.is_dir().then_some(folder)
}

/// The specification, where it is at hand.
fn meta_model() -> Option<Value> {
    let text = std::fs::read_to_string(shared("lsp")?.join("metaModel.json")).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

/// A type in few signs: a name as a string, everything else as an object with one key.
fn shorten(ty: &Value) -> Value {
    let all = |key: &str| -> Value { ty[key].as_array().unwrap().iter().map(shorten).collect() };
    match ty["kind"].as_str().unwrap() {
        "base" | "reference" => ty["name"].clone(),
        "array" => json!({ "array": shorten(&ty["element"]) }),
        "map" => json!({ "map": [shorten(&ty["key"]), shorten(&ty["value"])] }),
        "or" => json!({ "or": all("items") }),
        "and" => json!({ "and": all("items") }),
        "tuple" => json!({ "tuple": all("items") }),
        "stringLiteral" => json!({ "is": ty["value"] }),
        "literal" => json!({ "struct": properties(&ty["value"]) }),
        other => panic!("a kind of type that the checker does not know: {other}"),
    }
}

/// The properties of a structure; the name of one that may be absent ends in a question mark.
fn properties(of: &Value) -> Value {
    let entry = |property: &Value| {
        let name = property["name"].as_str().unwrap();
        let mark = if property["optional"] == true { "?" } else { "" };
        (format!("{name}{mark}"), shorten(&property["type"]))
    };
    Value::Object(of["properties"].as_array().unwrap().iter().map(entry).collect())
}

fn method(message: &Value) -> Value {
    let mut facts = Map::new();
    facts.insert("from".into(), message["messageDirection"].clone());
    for key in ["params", "result", "registrationOptions"] {
        if message.get(key).is_some() {
            facts.insert(key.into(), shorten(&message[key]));
        }
    }
    for key in ["clientCapability", "serverCapability", "registrationMethod"] {
        if message.get(key).is_some() {
            facts.insert(key.into(), message[key].clone());
        }
    }
    Value::Object(facts)
}

fn structure(of: &Value) -> Value {
    let bases = |key: &str| of.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let parents: Vec<Value> =
        bases("extends").into_iter().chain(bases("mixins")).map(|p| p["name"].clone()).collect();
    if parents.is_empty() {
        json!({ "struct": properties(of) })
    } else {
        json!({ "extends": parents, "struct": properties(of) })
    }
}

fn enumeration(of: &Value) -> Value {
    let values: Vec<&Value> = of["values"].as_array().unwrap().iter().map(|value| &value["value"]).collect();
    let open = of["supportsCustomValues"] == true;
    json!({ "base": of["type"]["name"], "open": open, "values": values })
}

/// One line per message, structure, enumeration and alias, so that a difference can be read.
fn facts(model: &Value) -> String {
    let mut out = format!("{{\n\"version\": {}", model["metaData"]["version"]);
    let mut section = |name: &str, list: &Value, key: &str, shape: fn(&Value) -> Value| {
        write!(out, ",\n\"{name}\": {{").unwrap();
        for (index, item) in list.as_array().unwrap().iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(out, "{comma}\n{}: {}", item[key], shape(item)).unwrap();
        }
        out.push_str("\n}");
    };
    section("requests", &model["requests"], "method", method);
    section("notifications", &model["notifications"], "method", method);
    section("structures", &model["structures"], "name", structure);
    section("enumerations", &model["enumerations"], "name", enumeration);
    section("aliases", &model["typeAliases"], "name", |alias| shorten(&alias["type"]));
    out.push_str("\n}\n");
    out
}

#[test]
fn the_facts_are_those_of_the_specification() {
    let Some(model) = meta_model() else {
        println!("skipped: no specification of LSP at hand (GRIFFIER_SHARED)");
        return;
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/protocol/lsp-3.18.facts.json");
    let facts = facts(&model);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &facts).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap() == facts, "write the facts anew by UPDATE=1 cargo test");
}
