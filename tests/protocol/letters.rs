//! What an editor does with letters: open, type, save, close, ask.
//!
//! Places are given in words: `"(Kamer|stuk"` is the first place in the letter where these words stand, and the bar is the cursor.

use serde_json::{Value, json};

use crate::client::{LIMIT, TestServer};
use crate::oracle::{Edit, Oracle, Place, place};
use crate::shared::Shared;
use crate::wire::frame;

/// A letter as the editor holds it.
pub(crate) struct Held {
    pub(crate) text: Oracle,
    pub(crate) version: i32,
}

/// A diagnostic in few words.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Mark {
    /// The rule.
    pub(crate) code: String,
    /// What is marked.
    pub(crate) words: String,
    /// As it came.
    pub(crate) whole: Value,
}

impl Mark {
    /// `missing-number «Kamerstuk 29 521»`
    fn short(&self) -> String {
        format!("{} «{}»", self.code, self.words)
    }
}

/// The codes and words of marks, to compare.
pub(crate) fn short(marks: &[Mark]) -> Vec<String> {
    marks.iter().map(Mark::short).collect()
}

impl TestServer {
    /// Opens a file of the test's folder with a text; the language is the one that an editor would name.
    pub(crate) fn open(&mut self, name: &str, text: &str) -> String {
        let language = if name.contains(".md") { "markdown" } else { "plaintext" };
        let uri = self.uri(name);
        self.open_as(&uri, language, text);
        uri
    }

    pub(crate) fn open_as(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.open.insert(uri.to_owned(), Held { text: Oracle::new(text), version: 1 });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub(crate) fn close(&mut self, uri: &str) {
        self.open.remove(uri);
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Saves, with the text where the server asked for it.
    pub(crate) fn save(&mut self, uri: &str) {
        let mut params = json!({ "textDocument": { "uri": uri } });
        params["text"] = json!(self.open[uri].text.text());
        self.notify("textDocument/didSave", params);
    }

    /// Makes edits, one after the other, in one message.
    pub(crate) fn edit(&mut self, uri: &str, edits: &[Edit]) {
        let unit = self.unit;
        let held = self.open.get_mut(uri).expect("the letter is open");
        for edit in edits {
            held.text.apply(edit, unit).expect("the test makes possible edits");
        }
        held.version += 1;
        let version = held.version;
        self.send_edits(uri, version, edits);
    }

    /// Makes an edit and gives its frame, which the test will send.
    pub(crate) fn prepare_edit(&mut self, uri: &str, edit: Edit) -> Vec<u8> {
        let unit = self.unit;
        let held = self.open.get_mut(uri).expect("the letter is open");
        held.text.apply(&edit, unit).expect("the test makes possible edits");
        held.version += 1;
        let document = json!({ "uri": uri, "version": held.version });
        let params = json!({ "textDocument": document, "contentChanges": [to_json(&edit)] });
        frame(&json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }))
    }

    /// Sends edits as they are, possible or not.
    pub(crate) fn send_edits(&mut self, uri: &str, version: i32, edits: &[Edit]) {
        let changes: Vec<Value> = edits.iter().map(to_json).collect();
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Replaces the first place where `old` stands.
    pub(crate) fn replace(&mut self, uri: &str, old: &str, new: &str) {
        let range = self.range_of(uri, old);
        self.edit(uri, &[Edit { range: Some(range), text: new.to_owned() }]);
    }

    /// Types `typed` right behind `words`.
    pub(crate) fn type_behind(&mut self, uri: &str, words: &str, typed: &str) {
        let (_, end) = self.range_of(uri, words);
        self.edit(uri, &[Edit { range: Some((end, end)), text: typed.to_owned() }]);
    }

    /// Replaces the whole text.
    pub(crate) fn replace_all(&mut self, uri: &str, text: &str) {
        self.edit(uri, &[Edit { range: None, text: text.to_owned() }]);
    }

    pub(crate) fn text(&self, uri: &str) -> String {
        self.open[uri].text.text()
    }

    /// The place of the bar in `"(Kamer|stuk"`.
    pub(crate) fn cursor(&self, uri: &str, words: &str) -> Place {
        let (before, after) = words.split_once('|').expect("a bar where the cursor is");
        let text = self.text(uri);
        let start =
            text.find(&format!("{before}{after}")).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
        self.place_of(uri, start + before.len())
    }

    /// From where to where `words` stand.
    pub(crate) fn range_of(&self, uri: &str, words: &str) -> (Place, Place) {
        let text = self.text(uri);
        let start = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
        (self.place_of(uri, start), self.place_of(uri, start + words.len()))
    }

    fn place_of(&self, uri: &str, byte: usize) -> Place {
        let places = self.open[uri].text.places(self.unit);
        places.iter().rev().find(|(_, at)| *at <= byte).expect("every text has a first place").0
    }

    /// The words of an open letter at a range that the server names. A place that does not exist fails the test.
    pub(crate) fn words(&self, uri: &str, range: &Value) -> String {
        let oracle = &self.open[uri].text;
        let places = oracle.places(self.unit);
        let byte = |position: &Value| {
            let at = from_json(position);
            let found = places.iter().find(|(place, _)| *place == at);
            found.unwrap_or_else(|| panic!("the server names {position}, and the letter has no such place")).1
        };
        oracle.text()[byte(&range["start"])..byte(&range["end"])].to_owned()
    }

    /// What a cursor asks with.
    pub(crate) fn at(&self, uri: &str, words: &str) -> Value {
        let position = position(self.cursor(uri, words));
        json!({ "textDocument": { "uri": uri }, "position": position })
    }

    /// Words and text of a hover; nothing where there is none.
    pub(crate) async fn hover(&mut self, uri: &str, words: &str) -> Option<(String, String)> {
        let params = self.at(uri, words);
        let hover = self.request("textDocument/hover", params).await;
        let contents = hover["contents"]["value"].as_str()?.to_owned();
        Some((self.words(uri, &hover["range"]), contents))
    }

    /// Where a cursor leads: address and place of each target. The words that it leads away from must be around the cursor.
    pub(crate) async fn definition(&mut self, uri: &str, words: &str) -> Vec<(String, Value)> {
        let params = self.at(uri, words);
        let result = self.request("textDocument/definition", params).await;
        let list = match result {
            Value::Array(list) => list,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        let cursor = self.cursor(uri, words);
        let target = |item: Value| match item["targetUri"].as_str() {
            Some(target) => {
                let origin = &item["originSelectionRange"];
                let (from, to) = (from_json(&origin["start"]), from_json(&origin["end"]));
                assert!((from..=to).contains(&cursor), "{words}: {origin}");
                (target.to_owned(), item["targetSelectionRange"].clone())
            }
            None => (item["uri"].as_str().unwrap().to_owned(), item["range"].clone()),
        };
        list.into_iter().map(target).collect()
    }

    /// The one place that a cursor leads to.
    pub(crate) async fn target(&mut self, uri: &str, words: &str) -> Option<String> {
        let targets = self.definition(uri, words).await;
        assert!(targets.len() < 2, "{targets:?}");
        targets.into_iter().next().map(|(target, _)| target)
    }

    /// Asks until a cursor leads to `wanted`, once for everything that the server has done in between.
    pub(crate) async fn target_becomes(&mut self, uri: &str, words: &str, wanted: &str) {
        self.ask_until(uri, words, |target| target == Some(wanted)).await;
    }

    /// Asks until a cursor leads to `unwanted` no more.
    pub(crate) async fn target_leaves(&mut self, uri: &str, words: &str, unwanted: &str) {
        self.ask_until(uri, words, |target| target != Some(unwanted)).await;
    }

    async fn ask_until(&mut self, uri: &str, words: &str, wanted: impl Fn(Option<&str>) -> bool) {
        let end = tokio::time::Instant::now() + LIMIT;
        loop {
            let target = self.target(uri, words).await;
            if wanted(target.as_deref()) {
                return;
            }
            assert!(tokio::time::Instant::now() < end, "{words} still leads to {target:?}");
        }
    }

    /// Tells of a file that came (1), changed (2) or went (3) outside.
    pub(crate) fn file_event(&mut self, name: &str, kind: u32) {
        let change = json!({ "uri": self.uri(name), "type": kind });
        self.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    }

    /// Whether the server has asked to be told of files that change.
    pub(crate) fn watches_files(&self) -> bool {
        self.lock().registrations.iter().any(|item| item["method"] == "workspace/didChangeWatchedFiles")
    }

    /// The diagnostics of the letter as it is now, asked for or pushed as client and server have agreed.
    pub(crate) async fn diagnostics(&mut self, uri: &str) -> Vec<Mark> {
        let list = if self.lock().watch.pulls() {
            let params = json!({ "textDocument": { "uri": uri } });
            let report = self.request("textDocument/diagnostic", params).await;
            assert_eq!(report["kind"], "full");
            report["items"].clone()
        } else {
            let version = self.open.get(uri).map(|held| held.version);
            self.pushed(uri, version).await
        };
        self.marks(uri, &list)
    }

    /// The diagnostics that are pushed for a version (for none: of a letter that is not open). Older ones are read by the way.
    pub(crate) async fn pushed(&mut self, uri: &str, version: Option<i32>) -> Value {
        let what = format!("diagnostics of version {version:?} of {uri}");
        let found = |shared: &mut Shared| loop {
            let at = shared.published.iter().position(|params| params["uri"] == uri)?;
            let params = shared.published.remove(at)?;
            if params["version"].as_i64() == version.map(i64::from) {
                return Some(params["diagnostics"].clone());
            }
        };
        self.wait_for(&what, found).await
    }

    /// Diagnostics in few words, in their order.
    pub(crate) fn marks(&self, uri: &str, list: &Value) -> Vec<Mark> {
        let mark = |item: &Value| Mark {
            code: item["code"].as_str().unwrap_or_default().to_owned(),
            words: self.words(uri, &item["range"]),
            whole: item.clone(),
        };
        list.as_array().expect("a list of diagnostics").iter().map(mark).collect()
    }

    /// The quick fixes that are offered for a mark.
    pub(crate) async fn fixes(&mut self, uri: &str, mark: &Mark) -> Vec<Value> {
        let context = json!({ "diagnostics": [mark.whole], "only": ["quickfix"], "triggerKind": 1 });
        let range = mark.whole["range"].clone();
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        let mut actions = match self.request("textDocument/codeAction", params).await {
            Value::Array(actions) => actions,
            _ => Vec::new(),
        };
        for action in &mut actions {
            if action.get("edit").is_none() && action["command"].is_null() {
                *action = self.request("codeAction/resolve", action.clone()).await;
            }
        }
        actions
    }

    /// Applies an edit of the workspace to the letters that are open, as an editor would.
    pub(crate) fn apply(&mut self, edit: &Value) {
        let mut per_letter: Vec<(String, Vec<Value>)> = Vec::new();
        for (uri, edits) in edit["changes"].as_object().into_iter().flatten() {
            per_letter.push((uri.clone(), edits.as_array().unwrap().clone()));
        }
        for change in edit["documentChanges"].as_array().into_iter().flatten() {
            let document = &change["textDocument"];
            let uri = document["uri"].as_str().expect("edits of text alone").to_owned();
            if let Some(version) = document["version"].as_i64() {
                assert_eq!(version, i64::from(self.open[&uri].version), "an edit of another version");
            }
            per_letter.push((uri, change["edits"].as_array().unwrap().clone()));
        }
        assert!(!per_letter.is_empty(), "an edit that does nothing: {edit}");
        for (uri, edits) in per_letter {
            let mut edits: Vec<Edit> = edits
                .iter()
                .map(|edit| {
                    let range = (from_json(&edit["range"]["start"]), from_json(&edit["range"]["end"]));
                    Edit { range: Some(range), text: edit["newText"].as_str().unwrap().to_owned() }
                })
                .collect();
            // All of them are about the text as it was, so the last goes first.
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.range));
            self.edit(&uri, &edits);
        }
    }

    /// Does what the writer chooses: applies the edit of an action, or has its command run and applies what the server asks for.
    pub(crate) async fn take_fix(&mut self, fix: &Value) {
        if let Some(edit) = fix.get("edit") {
            self.apply(edit);
            return;
        }
        let command = if fix["command"].is_string() { fix } else { &fix["command"] };
        let params = json!({ "command": command["command"], "arguments": command["arguments"] });
        self.request("workspace/executeCommand", params).await;
        let asked = self.expect("workspace/applyEdit").await;
        self.apply(&asked["params"]["edit"]);
    }

    /// Waits for diagnostics of a letter that look as wanted; others are read by the way.
    pub(crate) async fn pushed_when(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let found = |shared: &mut Shared| loop {
            let at = shared.published.iter().position(|params| params["uri"] == uri)?;
            let params = shared.published.remove(at)?;
            let list = params["diagnostics"].as_array().cloned().unwrap_or_default();
            if wanted(&list) {
                return Some(list);
            }
        };
        self.wait_for("diagnostics as wanted", found).await
    }

    /// Reads all diagnostics that have been pushed so far.
    pub(crate) fn drop_published(&self) {
        self.lock().published.clear();
    }

    /// Whether the server asked to be sent the text at each save.
    pub(crate) fn saves_with_text(&self) -> bool {
        let shared = self.lock();
        let by_registration = shared.registrations.iter().any(|item| {
            item["method"] == "textDocument/didSave" && item["registerOptions"]["includeText"] == true
        });
        by_registration || shared.watch.declared("/textDocumentSync/save/includeText") == true
    }

    /// Fails unless client and server hold the same text in the same version.
    pub(crate) async fn same_text(&mut self, uri: &str) {
        let held = &self.open[uri];
        let (version, text) = (held.version, held.text.text());
        assert_eq!(self.state(uri).await, Some((version, hash(&text))), "{uri}");
    }

    /// Version and hash of a text as the server has it; nothing while it is out of step.
    pub(crate) async fn state(&mut self, uri: &str) -> Option<(i32, String)> {
        let state = self.request("griffier/documentState", whole(uri)).await;
        let version = i32::try_from(state["version"].as_i64()?).unwrap();
        Some((version, state["hash"].as_str()?.to_owned()))
    }
}

/// The parameters of a question about a letter as a whole.
pub(crate) fn whole(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

/// The hash of a text as `schemas/protocol.md` describes it.
pub(crate) fn hash(text: &str) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()))
}

pub(crate) fn position((line, column): Place) -> Value {
    json!({ "line": line, "character": column })
}

pub(crate) fn range((start, end): (Place, Place)) -> Value {
    json!({ "start": position(start), "end": position(end) })
}

fn from_json(position: &Value) -> Place {
    let number = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
    place(number("line"), number("character"))
}

fn to_json(edit: &Edit) -> Value {
    match edit.range {
        Some(places) => json!({ "range": range(places), "text": edit.text }),
        None => json!({ "text": edit.text }),
    }
}
