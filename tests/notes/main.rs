//! Notes on letters, from outside: that they are never in the wrong place, and never lost.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/cases.rs"]
mod cases;
#[path = "../cli/desk.rs"]
#[allow(dead_code, reason = "a part of the desk serves here")]
mod desk;
mod git;
#[path = "../ground/mod.rs"]
mod ground;
mod hostile;
mod kill;
mod live;
mod together;
mod truth;

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desk::Desk;

/// The letter that the notes of these tests are on.
const LETTER: &str = "# Brief over Mali\n\nIk zeg u toe de Kamer voor de zomer\nte informeren (Kamerstuk 29 521, nr. 385).\n\nDe motie is daarmee uitgevoerd.\n";

/// The file of its notes.
const NOTES: &str = "brief.md.annotations.json";

fn letter() -> Desk {
    Desk::new().with("griffier.toml", "[annotation]\ncreator = \"A. de Vries\"\n").with("brief.md", LETTER)
}

/// The command that makes a note with these words, ready to be started as a process of its own.
fn add(desk: &Desk, body: &str) -> Command {
    griffier(desk, &["annotate", "add", "brief.md", "--quote", "voor de zomer", "--body", body])
}

/// A command of the program, ready to be started as a process of its own, of which nothing is heard.
fn griffier(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_griffier"));
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    command.current_dir(desk.at("")).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The words of all notes in the file, which must be whole; none where there is no file.
fn bodies(desk: &Desk) -> Vec<String> {
    let Ok(bytes) = std::fs::read(desk.at(NOTES)) else { return Vec::new() };
    let page: Value = serde_json::from_slice(&bytes).expect("the file of notes is whole");
    let words = |note: &Value| note["body"][0]["value"].as_str().expect("every note has words").to_owned();
    page["items"].as_array().expect("a page has items").iter().map(words).collect()
}
