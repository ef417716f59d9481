//! Some thousands of messages at random, from a seed: nothing panics, every question is answered once, and the texts agree.

use serde_json::{Value, json};

use crate::client::TestServer;
use crate::fixtures::{LETTER, PAPER_385, WORKSPACE};
use crate::oracle::{Edit, place};
use crate::profile::{Profile, UNITS};
use crate::shared::PUBLISH;

/// Numbers that only look like chance (xorshift); the seed stands in every failure.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const LETTERS: [&str; 4] = ["brief.txt", "tweede.md", "letters/kst-29521-385.txt", "derde.txt"];

const WORDS: [&str; 16] = [
    "(Kamerstuk 29 521, nr. 385)",
    "Kamerstukken II 2019/20, 29 521, nrs. 3 en 5",
    "\n",
    "\r\n",
    "\r",
    " ",
    "😀",
    "nr.",
    "\u{0C}",
    "\u{2028}",
    "e\u{301}",
    "29 521",
    "",
    "\n\n",
    "385",
    "> ",
];

/// What is looked for, of which any beginning is typed.
const TYPED: [&str; 6] = [
    "29 521, nr. 385",
    "minusma",
    "Kamerstukken II 2019/20, 29 521, nrs. 3 en 5",
    "vredesmisies blok 2019",
    "geïntegreerde 😀 inzet",
    "kst-29521-368.html",
];

fn random_edit(server: &TestServer, uri: &str, dice: &mut Dice) -> Edit {
    let text = &server.open[uri].text;
    let lines = text.lines().len();
    let mut near = || {
        let line = dice.below(lines);
        place(line, dice.below(text.columns(line, server.unit) + 3))
    };
    let (a, b) = (near(), near());
    // Mostly small edits, or the letter would be gone soon.
    let range = if dice.below(4) == 0 { (a.min(b), a.max(b)) } else { (a, a) };
    let range = (dice.below(40) > 0).then_some(range);
    let words = dice.of(&WORDS).to_owned();
    Edit { text: if range.is_none() { format!("{LETTER}{words}") } else { words }, range }
}

fn random_question(server: &mut TestServer, uri: &str, dice: &mut Dice) -> Value {
    let (line, column) = (dice.below(20), dice.below(100));
    let document = json!({ "uri": uri });
    let position = json!({ "line": line, "character": column });
    let at = json!({ "textDocument": document, "position": position });
    let whole = json!({ "textDocument": document });
    match dice.below(15) {
        0 | 1 => server.ask("textDocument/hover", at),
        6 => {
            let mut params = at;
            params["context"] = json!({ "includeDeclaration": dice.below(2) == 0 });
            server.ask("textDocument/references", params)
        }
        7 => server.ask("textDocument/documentHighlight", at),
        8 => server.ask("textDocument/typeDefinition", at),
        9 | 10 => server.ask("textDocument/completion", at),
        11 => server.ask("textDocument/documentSymbol", whole),
        12 => {
            let mut typed = dice.of(&TYPED).to_owned();
            typed.truncate(typed.floor_char_boundary(dice.below(typed.len() + 1)));
            server.ask("workspace/symbol", json!({ "query": typed }))
        }
        13 => server.ask("griffier/annotations", whole),
        14 => {
            let range = json!({ "start": position, "end": { "line": line + dice.below(3), "character": column + dice.below(9) } });
            let argument = json!({ "uri": uri, "range": range, "tags": [dice.of(&["motie", "vraag"])] });
            let params = json!({ "command": "griffier.note.add", "arguments": [argument] });
            server.ask("workspace/executeCommand", params)
        }
        2 => server.ask("textDocument/definition", at),
        3 => server.ask("textDocument/documentLink", whole),
        4 if server.lock().watch.pulls() => server.ask("textDocument/diagnostic", whole),
        4 => server.ask("griffier/documentState", whole),
        _ => {
            let range =
                json!({ "start": position, "end": { "line": line + dice.below(5), "character": column } });
            let context = json!({ "diagnostics": [] });
            server.ask(
                "textDocument/codeAction",
                json!({ "textDocument": document, "range": range, "context": context }),
            )
        }
    }
}

async fn play(seed: u64, profile: Profile, messages: usize) {
    let mut server = TestServer::builder().files(&WORKSPACE).profile(profile).start().await;
    let mut dice = Dice(seed);
    let mut asked = Vec::new();
    for _ in 0..messages {
        let name = dice.of(&LETTERS);
        let uri = server.uri(name);
        let is_open = server.open.contains_key(&uri);
        match dice.below(100) {
            0..40 if is_open => {
                // Each is about the text that the one before left.
                let held = server.open[&uri].text.clone();
                let mut edits = Vec::new();
                for _ in 0..=dice.below(3) {
                    let edit = random_edit(&server, &uri, &mut dice);
                    let unit = server.unit;
                    server.open.get_mut(&uri).unwrap().text.apply(&edit, unit).unwrap();
                    edits.push(edit);
                }
                server.open.get_mut(&uri).unwrap().text = held;
                server.edit(&uri, &edits);
            }
            0..40 => {
                let text = if name.starts_with("letters") { PAPER_385 } else { LETTER };
                server.open(name, text);
            }
            40..75 => {
                let id = random_question(&mut server, &uri, &mut dice);
                asked.push(id);
            }
            75..82 if !asked.is_empty() => {
                let id = asked[dice.below(asked.len())].clone();
                server.notify("$/cancelRequest", json!({ "id": id }));
            }
            82..86 if is_open => server.close(&uri),
            86..90 if is_open => server.save(&uri),
            90..94 => server.file_event(name, u32::try_from(dice.below(3) + 1).unwrap()),
            94..96 => {
                let severity = json!({ "missing-number": dice.of(&["off", "info", "error"]) });
                server.lock().settings = json!({ "findings": { "severity": severity } });
                server.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
            }
            _ => server.notify("$/setTrace", json!({ "value": "off" })),
        }
        // Not everything at once: an editor is no flood.
        if asked.len() > 100 {
            settle(&mut server, &mut asked, seed).await;
        }
    }
    settle(&mut server, &mut asked, seed).await;
    let open: Vec<String> = server.open.keys().cloned().collect();
    for uri in open {
        server.same_text(&uri).await;
    }
    server.ignore(PUBLISH);
    server.ignore("window/showMessage");
    server.finish().await;
}

/// Every question has its answer; one that was overtaken or taken back, or is about the state of a letter that is not open, may be refused.
async fn settle(server: &mut TestServer, asked: &mut Vec<Value>, seed: u64) {
    for id in asked.drain(..) {
        if let Err(refusal) = server.answer(&id).await {
            assert!([-32800, -32801, -32602, -32803].contains(&refusal.code), "seed {seed}: {refusal:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_client_that_pulls() {
    for (seed, unit) in [11, 12, 13].into_iter().zip(UNITS) {
        play(seed, Profile::vscode().counting_in(unit), 1500).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_clients_that_are_sent_what_there_is() {
    play(21, Profile::push_only(), 1500).await;
    play(22, Profile::neovim(), 1500).await;
    play(23, Profile::minimal(), 1500).await;
}

/// Sessions of minutes, from a seed of one's own: `GRIFFIER_SEED=7 cargo test --test protocol at_length`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_length() {
    let Some(seed) = std::env::var("GRIFFIER_SEED").ok().and_then(|seed| seed.parse::<u64>().ok()) else {
        println!("skipped: GRIFFIER_SEED names no seed");
        return;
    };
    for round in 0..10 {
        for (_, profile) in Profile::all() {
            play(seed + 100 * round, profile, 2000).await;
        }
    }
}
