//! Every request on random places of real papers, in each unit that columns are counted in: each is answered, and names no place that a letter does not have.
//!
//! The papers are no part of the project: they lie in the folder that `GRIFFIER_SHARED` names, else in `../shared`. Where they are missing, the test says so and passes.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::oracle::place;
use crate::profile::{Profile, UNITS};
use crate::shared::PUBLISH;

/// So many places of each paper are asked about.
const PLACES: usize = 12;

/// So many papers, taken evenly from all of them.
const PAPERS: usize = 40;

const TOML: &str = "[corpus]\nletters = [\"letters\"]\n";

#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn papers() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let shared =
        std::env::var_os("GRIFFIER_SHARED").map_or_else(|| root.join("../shared"), |name| root.join(name));
    let mut paths = Vec::new();
    for folder in ["moties", "kamervragen", "handelingen"] {
        let entries = fs::read_dir(shared.join("data").join(folder)).into_iter().flatten().flatten();
        paths.extend(
            entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == "txt")),
        );
    }
    if paths.is_empty() {
        println!("skipped: there is no real data in {}", shared.display());
    }
    paths.sort();
    let every = paths.len().div_ceil(PAPERS).max(1);
    let read =
        |path: &PathBuf| Some((path.file_name()?.to_str()?.to_owned(), fs::read_to_string(path).ok()?));
    paths.iter().step_by(every).filter_map(read).collect()
}

/// Every range in an answer, with the address that it is about where one stands beside it.
fn ranges<'a>(answer: &'a Value, address: Option<&'a str>, found: &mut Vec<(Option<&'a str>, &'a Value)>) {
    match answer {
        Value::Array(items) => items.iter().for_each(|item| ranges(item, address, found)),
        Value::Object(fields) => {
            let of = |name: &str| fields.get(name).and_then(Value::as_str);
            let here = of("targetUri").or_else(|| of("uri"));
            for (name, value) in fields {
                match &**name {
                    // Where one comes from lies in the letter that was asked about.
                    "originSelectionRange" => found.push((address, value)),
                    _ if name.to_lowercase().ends_with("range") => found.push((here.or(address), value)),
                    _ => ranges(value, here.or(address), found),
                }
            }
        }
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_place_of_a_real_paper_is_answered_and_none_is_named_that_is_not_there() {
    let papers = papers();
    for unit in UNITS {
        if papers.is_empty() {
            return;
        }
        let mut builder =
            TestServer::builder().file("griffier.toml", TOML).profile(Profile::vscode().counting_in(unit));
        for (name, text) in &papers {
            builder = builder.file(&format!("letters/{name}"), text);
        }
        let mut server = builder.start().await;
        let mut chance = 7_u64;
        let mut below = |limit: usize| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(chance >> 33).unwrap() % limit.max(1)
        };
        server.open("letters/eerste.txt", "Een brief.\n");
        server.quiescent().await;
        for (name, text) in &papers {
            // With something that counts differently in every unit, at the beginning of every tenth line.
            let lines = text
                .lines()
                .enumerate()
                .map(|(at, line)| if at % 10 == 3 { format!("😀é {line}\n") } else { format!("{line}\n") });
            let uri = server.open(&format!("letters/{name}"), &lines.collect::<String>());
            let oracle = server.open[&uri].text.clone();
            let whole = json!({ "textDocument": { "uri": uri } });
            let mut asked = Vec::new();
            for _ in 0..PLACES {
                let line = below(oracle.lines().len());
                let (line, column) = place(line, below(oracle.columns(line, server.unit) + 2));
                let mut at = whole.clone();
                at["position"] = json!({ "line": line, "character": column });
                for method in ["hover", "definition", "typeDefinition", "documentHighlight", "completion"] {
                    asked.push(server.ask(&format!("textDocument/{method}"), at.clone()));
                }
                at["context"] = json!({ "includeDeclaration": true });
                asked.push(server.ask("textDocument/references", at));
            }
            asked.push(server.ask("textDocument/documentSymbol", whole.clone()));
            asked.push(server.ask("textDocument/documentLink", whole));
            let start = text.char_indices().nth(below(text.chars().count())).map_or(0, |(at, _)| at);
            let typed: String = text[start..].chars().take(1 + below(20)).collect();
            asked.push(server.ask("workspace/symbol", json!({ "query": typed })));
            for id in asked {
                let answer = server.answer(&id).await.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
                let mut found = Vec::new();
                ranges(&answer, Some(&uri), &mut found);
                for (address, range) in found {
                    // A place that the letter does not have fails within.
                    if address == Some(&*uri) {
                        server.words(&uri, range);
                    }
                }
            }
            server.close(&uri);
        }
        server.ignore(PUBLISH);
        server.finish().await;
    }
}
