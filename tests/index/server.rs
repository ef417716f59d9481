//! A server as an editor starts it, as far as these tests speak to it.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

use crate::world::World;

/// Generous: the machine may be busy with other tests.
const LIMIT: Duration = Duration::from_mins(1);

pub(crate) struct Server {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    kept: VecDeque<Value>,
    next: u64,
}

pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

impl Server {
    pub(crate) fn start(world: &World) -> Self {
        let mut command = world.command(&["lsp", "--stdio"]);
        let mut process =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (heard, messages) = channel();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        std::thread::spawn(move || {
            loop {
                let mut length = 0;
                loop {
                    let mut line = String::new();
                    if output.read_line(&mut line).unwrap_or(0) == 0 {
                        return;
                    }
                    if line.trim().is_empty() {
                        break;
                    }
                    if let Some(bytes) = line.to_lowercase().strip_prefix("content-length:") {
                        length = bytes.trim().parse().unwrap();
                    }
                }
                let mut body = vec![0; length];
                if output.read_exact(&mut body).is_err()
                    || heard.send(serde_json::from_slice(&body).unwrap()).is_err()
                {
                    return;
                }
            }
        });
        let input = process.stdin.take().unwrap();
        let mut server = Self { process, input, messages, kept: VecDeque::new(), next: 0 };
        let root = uri(&world.root());
        server.ask(
            "initialize",
            json!({
                "processId": null, "rootUri": root, "workspaceFolders": [{ "uri": root, "name": "werk" }],
                "capabilities": { "experimental": { "griffier": { "status": true } }, "workspace": { "workspaceFolders": true } }
            }),
        );
        server.tell("initialized", json!({}));
        server
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.input.flush().unwrap();
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the answer.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait(|message| message["id"] == id && message.get("method").is_none())["result"].clone()
    }

    /// Waits until the server has nothing more to do.
    pub(crate) fn quiescent(&mut self) {
        let mut last = None;
        for message in self.kept.iter().filter(|message| message["method"] == "griffier/status") {
            last = Some(message["params"]["quiescent"] == true);
        }
        if last != Some(true) {
            self.kept.retain(|message| message["method"] != "griffier/status");
            self.wait(|message| {
                message["method"] == "griffier/status" && message["params"]["quiescent"] == true
            });
        }
    }

    /// Waits until the server has noticed something by itself and has nothing more to do.
    pub(crate) fn quiescent_again(&mut self) {
        self.wait(|message| {
            message["method"] == "griffier/status" && message["params"]["quiescent"] == false
        });
        self.wait(|message| message["method"] == "griffier/status" && message["params"]["quiescent"] == true);
    }

    /// What the server has shown its user until now.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let shown = self.kept.iter().filter(|message| message["method"] == "window/showMessage");
        shown.filter_map(|message| message["params"]["message"].as_str()).collect()
    }

    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(LIMIT).expect("the server answers");
            if message.get("id").is_some() && message.get("method").is_some() {
                let answer =
                    if message["method"] == "workspace/configuration" { json!([null]) } else { Value::Null };
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": answer }));
            }
            if wanted(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// Says that these files have changed.
    pub(crate) fn changed(&mut self, paths: &[std::path::PathBuf]) {
        let kind = |path: &Path| if path.exists() { 2 } else { 3 };
        let changes: Vec<_> =
            paths.iter().map(|path| json!({ "uri": uri(path), "type": kind(path) })).collect();
        self.kept.retain(|message| message["method"] != "griffier/status");
        self.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    }

    /// What hovering over a paper says, in a letter that cites it and nothing else.
    pub(crate) fn hover(&mut self, world: &World, paper: &str) -> String {
        let letter = uri(&world.root().join("vraag.txt"));
        let text = format!("Zie Kamerstuk {paper}.\n");
        let document = json!({ "uri": letter, "languageId": "plaintext", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let position = json!({ "line": 0, "character": 8 });
        let answer = self
            .ask("textDocument/hover", json!({ "textDocument": { "uri": letter }, "position": position }));
        self.tell("textDocument/didClose", json!({ "textDocument": { "uri": letter } }));
        answer["contents"]["value"].as_str().or(answer["contents"].as_str()).unwrap_or_default().to_owned()
    }

    pub(crate) fn stop(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.process.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
