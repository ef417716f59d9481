//! The bytes between client and server: in one process through pipes in memory, or to the real program over stdio.
//!
//! Reading is done by a thread that can be told to stop, as a client does that is busy with itself.
//! Nothing here knows what the messages mean.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use griffier::lsp::{Options, serve};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

/// One end of a line to a server.
pub(crate) struct Wire {
    /// Bytes to the server, in order; dropping it closes the server's input.
    pub(crate) send: UnboundedSender<Vec<u8>>,
    /// Bytes from the server as they come; it ends when the server closes its output.
    pub(crate) receive: UnboundedReceiver<Vec<u8>>,
    /// Whether we read.
    pub(crate) gate: Gate,
    /// The exit code, when the server has ended.
    pub(crate) ended: oneshot::Receiver<i32>,
    /// What the process wrote to its standard error.
    pub(crate) stderr: Arc<Mutex<String>>,
}

impl Wire {
    /// A server in this process, behind pipes that hold `capacity` bytes.
    pub(crate) fn in_process(options: Options, capacity: usize) -> Self {
        let (mut to_server, input) = tokio::io::duplex(capacity);
        let (output, mut from_server) = tokio::io::duplex(capacity);
        let (send, mut outgoing) = unbounded_channel::<Vec<u8>>();
        tokio::spawn(async move {
            while let Some(bytes) = outgoing.recv().await {
                // A server that has ended reads no more; whoever waits for its answer will notice.
                if to_server.write_all(&bytes).await.is_err() {
                    break;
                }
            }
        });
        let runtime = tokio::runtime::Handle::current();
        let read = move |buffer: &mut [u8]| runtime.block_on(from_server.read(buffer));
        let (receive, gate) = read_on_a_thread(read);
        let (tell, ended) = oneshot::channel();
        tokio::spawn(async move {
            let outcome = serve(input, output, options).await;
            let _ = tell.send(i32::from(outcome.exit_code()));
        });
        Self { send, receive, gate, ended, stderr: Arc::default() }
    }

    /// The program itself, with `home` in the place of the user's own folders.
    pub(crate) fn to_process(home: &Path, arguments: &[&str]) -> Self {
        let mut child = program(home).args(arguments).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let (send, mut outgoing) = unbounded_channel::<Vec<u8>>();
        thread::spawn(move || {
            while let Some(bytes) = outgoing.blocking_recv() {
                if stdin.write_all(&bytes).and_then(|()| stdin.flush()).is_err() {
                    break;
                }
            }
        });
        let (receive, gate) = read_on_a_thread(move |buffer| stdout.read(buffer));
        let stderr = listen(child.stderr.take().unwrap());
        let (tell, ended) = oneshot::channel();
        thread::spawn(move || {
            let _ = tell.send(wait(&mut child));
        });
        Self { send, receive, gate, ended, stderr }
    }
}

/// The program, its three streams in our hands and nothing of the user's own configuration in its reach.
pub(crate) fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_griffier"));
    command
        .env("HOME", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_STATE_HOME", home.join("state"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The exit code; that of one who was killed is -1.
fn wait(child: &mut Child) -> i32 {
    child.wait().ok().and_then(|status| status.code()).unwrap_or(-1)
}

fn listen(mut stderr: ChildStderr) -> Arc<Mutex<String>> {
    let heard = Arc::new(Mutex::new(String::new()));
    let shared = Arc::clone(&heard);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = stderr.read(&mut buffer) {
            shared.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
    });
    heard
}

/// A gate before the reading: closed, nothing is read until it is opened.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub(crate) fn close(&self) {
        *self.0.0.lock().unwrap() = true;
    }

    pub(crate) fn open(&self) {
        *self.0.0.lock().unwrap() = false;
        self.0.1.notify_all();
    }

    fn pass(&self) {
        let closed = self.0.0.lock().unwrap();
        drop(self.0.1.wait_while(closed, |closed| *closed).unwrap());
    }
}

fn read_on_a_thread(
    mut read: impl FnMut(&mut [u8]) -> io::Result<usize> + Send + 'static,
) -> (UnboundedReceiver<Vec<u8>>, Gate) {
    let (send, receive) = unbounded_channel();
    let gate = Gate::default();
    let before = gate.clone();
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        loop {
            before.pass();
            match read(&mut buffer) {
                Ok(count @ 1..) if send.send(buffer[..count].to_vec()).is_ok() => {}
                _ => break,
            }
        }
    });
    (receive, gate)
}

/// A message with its head.
pub(crate) fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Takes bytes and gives messages. Strict: what is not a frame to the letter is an error, since stdout belongs to the protocol.
#[derive(Default)]
pub(crate) struct Frames {
    bytes: Vec<u8>,
}

impl Frames {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Whether a frame has begun and not ended.
    pub(crate) fn has_rest(&self) -> bool {
        !self.bytes.is_empty()
    }

    pub(crate) fn next(&mut self) -> Option<Result<Value, String>> {
        let end = self.bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let head = String::from_utf8_lossy(&self.bytes[..end.unwrap_or(self.bytes.len())]).into_owned();
        // What does not begin as a head does is no head, however long we wait.
        let begin = "Content-Length: ";
        if !begin.starts_with(&head[..head.len().min(begin.len())]) && !head.starts_with(begin) {
            return Some(Err(format!("not a frame: {head:?}")));
        }
        let body = end? + 4;
        let Some(length) = head.strip_prefix(begin).and_then(|length| length.parse::<usize>().ok()) else {
            return Some(Err(format!("not a head: {head:?}")));
        };
        if self.bytes.len() < body + length {
            return None;
        }
        let message = serde_json::from_slice(&self.bytes[body..body + length]);
        self.bytes.drain(..body + length);
        Some(message.map_err(|error| error.to_string()))
    }
}

#[test]
fn frames_come_out_as_they_went_in_however_they_are_cut() {
    let (a, b) = (serde_json::json!({ "a": "é😀" }), serde_json::json!([1]));
    let bytes = [frame(&a), frame(&b)].concat();
    for cut in 0..bytes.len() {
        let mut frames = Frames::default();
        let mut found = Vec::new();
        for part in [&bytes[..cut], &bytes[cut..]] {
            frames.push(part);
            found.extend(std::iter::from_fn(|| frames.next()));
        }
        assert_eq!(found, [Ok(a.clone()), Ok(b.clone())]);
        assert!(!frames.has_rest());
    }
}

#[test]
fn what_is_not_a_frame_is_told() {
    for noise in [
        "hallo\n",
        "content-length: 2\r\n\r\n{}",
        "Content-Length: x\r\n\r\n{}",
        "\nContent-Length: 2\r\n\r\n{}",
    ] {
        let mut frames = Frames::default();
        frames.push(noise.as_bytes());
        assert!(matches!(frames.next(), Some(Err(_))), "{noise:?}");
    }
}
