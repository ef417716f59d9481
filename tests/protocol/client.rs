//! A client that checks everything: the shape of each message, that the server uses only what was offered, that each request is
//! answered exactly once, that nothing is left unread, and that the server ends as it should.
//!
//! Start one with [`TestServer::builder`], end it with [`TestServer::finish`]. It waits for events, never for a time.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{mpsc::UnboundedSender, oneshot, watch};

use crate::letters::Held;
use crate::model::{Model, Side};
use crate::oracle::Unit;
use crate::shared::{PUBLISH, Refusal, Shared, take};
use crate::wire::{Frames, Gate, Wire, frame};

/// How long anything may take before the test gives up: far longer than it ever takes.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// How long a test may go on asking one server: whoever asks again and again for what never comes ends here.
const WHOLE: Duration = Duration::from_mins(15);

/// The server, and us as its client.
pub(crate) struct TestServer {
    pub(crate) shared: Arc<Mutex<Shared>>,
    arrived: watch::Receiver<u64>,
    send: Option<UnboundedSender<Vec<u8>>>,
    pub(crate) gate: Gate,
    ended: Option<oneshot::Receiver<i32>>,
    pub(crate) stderr: Arc<Mutex<String>>,
    next_id: i64,
    pub(crate) unit: Unit,
    pub(crate) open: BTreeMap<String, Held>,
    pub(crate) folder: TempDir,
    began: Instant,
    finished: bool,
}

impl TestServer {
    /// Puts a client on a wire. Nothing is said yet.
    pub(crate) fn on(wire: Wire, folder: TempDir) -> Self {
        let shared = Arc::new(Mutex::new(Shared::default()));
        let (tick, arrived) = watch::channel(0);
        let Wire { send, mut receive, gate, ended, stderr } = wire;
        let (state, reply) = (Arc::clone(&shared), send.downgrade());
        tokio::spawn(async move {
            let mut frames = Frames::default();
            while let Some(bytes) = receive.recv().await {
                frames.push(&bytes);
                while let Some(next) = frames.next() {
                    let mut state = state.lock().unwrap();
                    match next {
                        Ok(message) => {
                            state.note("<--", &message);
                            if let Some(answer) = take(&mut state, message)
                                && let Some(reply) = reply.upgrade()
                            {
                                state.note("-->", &answer);
                                state.watch.client_says(&answer);
                                let _ = reply.send(frame(&answer));
                            }
                        }
                        Err(fault) => state.faults.push(format!("not a frame: {fault}")),
                    }
                    tick.send_modify(|count| *count += 1);
                }
            }
            let mut state = state.lock().unwrap();
            if frames.has_rest() {
                state.faults.push("the output ended amid a frame".into());
            }
            state.closed = true;
            tick.send_modify(|count| *count += 1);
        });
        Self {
            shared,
            arrived,
            send: Some(send),
            gate,
            ended: Some(ended),
            stderr,
            next_id: 0,
            unit: Unit::Utf16,
            open: BTreeMap::new(),
            folder,
            began: Instant::now(),
            finished: false,
        }
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap()
    }

    /// Waits until `found` finds what it looks for among what has arrived.
    pub(crate) async fn wait_for<T>(&self, what: &str, mut found: impl FnMut(&mut Shared) -> Option<T>) -> T {
        assert!(self.began.elapsed() < WHOLE, "asked for ever, at last for {what}\n{}", self.transcript());
        let mut arrived = self.arrived.clone();
        let search = async {
            loop {
                arrived.borrow_and_update();
                {
                    let mut shared = self.lock();
                    if let Some(it) = found(&mut shared) {
                        return Some(it);
                    }
                    if shared.closed {
                        return None;
                    }
                }
                if arrived.changed().await.is_err() {
                    return None;
                }
            }
        };
        match tokio::time::timeout(LIMIT, search).await.ok() {
            Some(Some(it)) => it,
            Some(None) => panic!("the server ended before {what}\n{}", self.transcript()),
            None => panic!("waited in vain for {what}\n{}", self.transcript()),
        }
    }

    fn transcript(&self) -> String {
        let shared = self.lock();
        let lines: Vec<&str> = shared.transcript.iter().map(String::as_str).collect();
        format!("faults: {:?}\n{}\nstderr: {}", shared.faults, lines.join("\n"), self.stderr.lock().unwrap())
    }

    /// Sends bytes as they are.
    pub(crate) fn send_bytes(&self, bytes: Vec<u8>) {
        let _ = self.send.as_ref().expect("the input is open").send(bytes);
    }

    /// Sends a message after checking it.
    pub(crate) fn send(&mut self, message: &Value) {
        {
            let mut shared = self.lock();
            shared.note("-->", message);
            shared.watch.client_says(message);
            if let Some(method) = message["method"].as_str() {
                if let Err(fault) = Model::get().check_call(message, Side::Client) {
                    shared.faults.push(format!("the test itself sent a broken message: {fault}"));
                }
                if let Some(id) = message.get("id") {
                    shared.pending.insert(id.to_string(), method.to_owned());
                }
            }
        }
        self.send_bytes(frame(message));
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        let mut message = json!({ "jsonrpc": "2.0", "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
    }

    /// Sends a request and gives its id.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next_id += 1;
        // Both kinds of ids occur among editors.
        let id = if self.next_id % 7 == 3 {
            json!(format!("vraag-{}", self.next_id))
        } else {
            json!(self.next_id)
        };
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
        id
    }

    /// A request that the test itself will send, with its id.
    pub(crate) fn prepare(&mut self, method: &str, params: Value) -> (Value, Value) {
        self.next_id += 1;
        let id = json!(self.next_id);
        self.lock().pending.insert(id.to_string(), method.to_owned());
        (id.clone(), json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))
    }

    /// Takes back a request that cannot have been understood.
    pub(crate) fn forget(&self, id: &Value) {
        self.lock().pending.remove(&id.to_string());
    }

    /// Sends a message that is wrong on purpose.
    pub(crate) fn send_unchecked(&self, message: &Value) {
        self.lock().note("-->", message);
        self.send_bytes(frame(message));
    }

    /// The refusal of a request that is wrong on purpose.
    pub(crate) async fn refused(&mut self, method: &str, params: Value) -> Refusal {
        let (id, message) = self.prepare(method, params);
        self.send_unchecked(&message);
        self.answer(&id).await.expect_err("a refusal")
    }

    /// The next answer to no request of ours, as one to a broken frame is.
    pub(crate) async fn orphan(&self) -> Value {
        self.wait_for("an answer to what was broken", |shared| shared.orphans.pop()).await
    }

    /// Waits until the server has called a method more often than `before`.
    pub(crate) async fn called_more(&self, method: &str, before: usize) {
        let more =
            |shared: &mut Shared| (shared.calls.get(method).copied().unwrap_or(0) > before).then_some(());
        self.wait_for(method, more).await;
    }

    /// The answer to a request, when it comes.
    pub(crate) async fn answer(&self, id: &Value) -> Result<Value, Refusal> {
        let id = id.to_string();
        self.wait_for(&format!("the answer to {id}"), |shared| shared.answers.remove(&id)).await
    }

    /// Whether the answer to a request is there already; it is not taken.
    pub(crate) fn is_answered(&self, id: &Value) -> bool {
        self.lock().answers.contains_key(&id.to_string())
    }

    pub(crate) async fn try_request(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        let id = self.ask(method, params);
        self.answer(&id).await
    }

    /// The result of a request, which must not fail.
    pub(crate) async fn request(&mut self, method: &str, params: Value) -> Value {
        match self.try_request(method, params).await {
            Ok(result) => result,
            Err(refusal) => panic!("{method}: {refusal:?}\n{}", self.transcript()),
        }
    }

    /// The next unread request or notification of a method.
    pub(crate) async fn expect(&self, method: &str) -> Value {
        let unread = |shared: &mut Shared| {
            let at = shared.inbox.iter().position(|message| message["method"] == method)?;
            shared.inbox.remove(at)
        };
        self.wait_for(method, unread).await
    }

    /// Waits until the server says that nothing is under way.
    pub(crate) async fn quiescent(&self) {
        self.wait_for("quiescence", |shared| shared.quiescent.then_some(())).await;
    }

    /// Messages of a method need not be read, neither those that have come nor those that will: the test is not about them.
    pub(crate) fn ignore(&self, method: &str) {
        self.lock().ignored.insert(method.to_owned());
    }

    /// How many messages of a method lie unread.
    pub(crate) fn unread(&self, method: &str) -> usize {
        self.lock().inbox.iter().filter(|message| message["method"] == method).count()
    }

    /// How often the server has called a method.
    pub(crate) fn calls(&self, method: &str) -> usize {
        self.lock().calls.get(method).copied().unwrap_or(0)
    }

    /// A path in the folder of the test.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The address of a file in the folder of the test.
    pub(crate) fn uri(&self, name: &str) -> String {
        url::Url::from_file_path(self.path(name)).unwrap().to_string()
    }

    /// Closes the input of the server, as an editor does that has crashed.
    pub(crate) fn hang_up(&mut self) {
        self.send = None;
    }

    /// The exit code, when the server ends.
    pub(crate) async fn exit_code(&mut self) -> i32 {
        let ended = self.ended.take().expect("asked once");
        match tokio::time::timeout(LIMIT, ended).await.ok() {
            Some(code) => code.expect("the server did not end by a panic"),
            None => panic!("the server does not end\n{}", self.transcript()),
        }
    }

    /// Shuts down in order and fails the test if anything was amiss.
    pub(crate) async fn finish(mut self) {
        assert_eq!(self.request("shutdown", Value::Null).await, Value::Null);
        self.notify("exit", Value::Null);
        assert_eq!(self.exit_code().await, 0, "after `shutdown` the exit code is 0\n{}", self.transcript());
        self.settle().await;
    }

    /// The same for a client that answered nothing: what the server began while it waited for us may be unfinished.
    pub(crate) async fn finish_silent(self) {
        self.lock().watch.forgive_progress();
        self.finish().await;
    }

    /// After the end, however it came: fails the test if anything was amiss.
    pub(crate) async fn settle(mut self) {
        self.finished = true;
        self.gate.open();
        let mut arrived = self.arrived.clone();
        let closed = async { while !self.lock().closed && arrived.changed().await.is_ok() {} };
        assert!(tokio::time::timeout(LIMIT, closed).await.is_ok(), "the output stays open");
        let faults = {
            let shared = self.lock();
            let mut faults = shared.faults.clone();
            // Who shuts a server down at work cannot ask it to finish; one that says it has finished must have.
            if shared.quiescent {
                faults.extend(shared.watch.left_over());
            }
            let counts = |method: &str| !shared.ignored.contains(method);
            let unread = shared.inbox.iter().filter(|message| message["method"].as_str().is_some_and(counts));
            let published = shared.published.iter().filter(|_| counts(PUBLISH));
            faults.extend(unread.chain(published).map(|unread| format!("unread: {unread}")));
            faults.extend(
                shared.pending.iter().map(|(id, method)| format!("{method} ({id}) was never answered")),
            );
            faults.extend(shared.answers.keys().map(|id| format!("the answer to {id} was never read")));
            faults.extend(shared.orphans.iter().map(|orphan| format!("an answer to nothing: {orphan}")));
            faults
        };
        assert!(faults.is_empty(), "\n  {}\n{}", faults.join("\n  "), self.transcript());
        assert!(!self.stderr.lock().unwrap().contains("panicked"), "{}", self.transcript());
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.gate.open();
        assert!(self.finished || std::thread::panicking(), "the test did not finish its server");
    }
}
