//! What the test and the reader of messages share, and what becomes of each message of the server as it arrives.
//!
//! Requests that every client answers by itself are answered here at once; everything else waits to be read by the test.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use serde_json::{Value, json};

use crate::honesty::Watch;
use crate::model::{Model, Side};

/// The method of diagnostics that are pushed.
pub(crate) const PUBLISH: &str = "textDocument/publishDiagnostics";

/// An error as the server answers it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Refusal {
    pub(crate) code: i64,
    pub(crate) message: String,
}

/// What the test and the reader of messages share.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) watch: Watch,
    /// The method of each request that waits for its answer, by its id.
    pub(crate) pending: HashMap<String, String>,
    pub(crate) answers: HashMap<String, Result<Value, Refusal>>,
    /// Requests and notifications that the test has to read.
    pub(crate) inbox: VecDeque<Value>,
    pub(crate) published: VecDeque<Value>,
    /// Methods that the test is not about, from some moment on.
    pub(crate) ignored: HashSet<String>,
    /// What needs no reading: the log.
    pub(crate) log: Vec<Value>,
    /// How often each method was called by the server.
    pub(crate) calls: BTreeMap<String, usize>,
    pub(crate) registrations: Vec<Value>,
    pub(crate) quiescent: bool,
    pub(crate) settings: Value,
    pub(crate) folders: Vec<Value>,
    /// Whether requests of the server are left without an answer.
    pub(crate) silent: bool,
    /// Answers to no request of ours, as those to a broken frame are; a second answer to one lands here too.
    pub(crate) orphans: Vec<Value>,
    pub(crate) faults: Vec<String>,
    pub(crate) transcript: VecDeque<String>,
    pub(crate) closed: bool,
}

impl Shared {
    pub(crate) fn note(&mut self, arrow: &str, message: &Value) {
        let line: String = message.to_string().chars().take(600).collect();
        self.transcript.push_back(format!("{arrow} {line}"));
        if self.transcript.len() > 60 {
            self.transcript.pop_front();
        }
    }
}

/// Takes a message of the server in, and gives the answer where it is a request that is to be answered at once.
pub(crate) fn take(shared: &mut Shared, message: Value) -> Option<Value> {
    let Some(method) = message["method"].as_str().map(str::to_owned) else {
        take_answer(shared, &message);
        return None;
    };
    if let Err(fault) = Model::get().check_call(&message, Side::Server) {
        shared.faults.push(fault.to_string());
    }
    let dishonest = shared.watch.server_calls(&message);
    shared.faults.extend(dishonest);
    *shared.calls.entry(method.clone()).or_default() += 1;
    let params = &message["params"];
    let result = match method.as_str() {
        "workspace/configuration" => {
            let items = params["items"].as_array().cloned().unwrap_or_default();
            let setting = |item: &Value| {
                if item["section"] == "griffier" { shared.settings.clone() } else { Value::Null }
            };
            Value::Array(items.iter().map(setting).collect())
        }
        "workspace/workspaceFolders" => json!(shared.folders),
        "client/registerCapability" => {
            shared.registrations.extend(params["registrations"].as_array().cloned().unwrap_or_default());
            Value::Null
        }
        "workspace/applyEdit" => {
            shared.inbox.push_back(message.clone());
            json!({ "applied": true })
        }
        "window/showDocument" => {
            shared.inbox.push_back(message.clone());
            json!({ "success": true })
        }
        "window/logMessage" | "$/logTrace" => {
            shared.log.push(params.clone());
            Value::Null
        }
        PUBLISH => {
            shared.published.push_back(params.clone());
            Value::Null
        }
        "griffier/status" => {
            shared.quiescent = params["quiescent"] == true;
            Value::Null
        }
        // Part of an answer, which its asker wants to read.
        "$/progress" if params["value"].is_array() => {
            shared.inbox.push_back(message.clone());
            Value::Null
        }
        "$/progress" | "window/workDoneProgress/create" | "client/unregisterCapability" => Value::Null,
        _ if method.ends_with("/refresh") => Value::Null,
        _ => {
            shared.inbox.push_back(message.clone());
            Value::Null
        }
    };
    let id = message.get("id").filter(|_| !shared.silent)?;
    let answer = json!({ "jsonrpc": "2.0", "id": id, "result": result });
    if let Err(fault) = Model::get().check_answer(&answer, &method, Side::Client) {
        shared.faults.push(format!("the test itself sent a broken answer: {fault}"));
    }
    Some(answer)
}

fn take_answer(shared: &mut Shared, message: &Value) {
    let id = message["id"].to_string();
    let Some(method) = shared.pending.remove(&id) else {
        shared.orphans.push(message.clone());
        return;
    };
    if let Err(fault) = Model::get().check_answer(message, &method, Side::Server) {
        shared.faults.push(fault.to_string());
    }
    let dishonest = shared.watch.server_answers(&method, message);
    shared.faults.extend(dishonest);
    let answer = match message.get("error") {
        Some(error) => Err(Refusal {
            code: error["code"].as_i64().unwrap_or_default(),
            message: error["message"].as_str().unwrap_or_default().to_owned(),
        }),
        None => Ok(message["result"].clone()),
    };
    shared.answers.insert(id, answer);
}
