//! A small HTTP server on this machine, whose answers and misdeeds a test decides.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What was asked.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// The path with what is behind the question mark.
    pub(crate) target: String,
    /// The headers, their names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
}

impl Request {
    /// A part of what is behind the question mark.
    pub(crate) fn parameter(&self, name: &str) -> String {
        let url = url::Url::parse(&format!("http://x{}", self.target)).unwrap();
        url.query_pairs()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }
}

/// What is answered.
pub(crate) enum Reply {
    /// A whole answer.
    Whole { status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8> },
    /// The head of an answer of `length` bytes, and then only these.
    Cut { length: usize, body: Vec<u8> },
    /// Nothing, until the client goes.
    Silence,
}

impl Reply {
    pub(crate) fn xml(body: impl Into<Vec<u8>>) -> Self {
        Self::of_type("application/xml;charset=utf-8", body)
    }

    pub(crate) fn of_type(kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::Whole { status: 200, headers: vec![("Content-Type", kind.to_owned())], body: body.into() }
    }

    pub(crate) fn status(status: u16) -> Self {
        Self::Whole { status, headers: Vec::new(), body: b"<fout/>".to_vec() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Whole { headers, .. } = &mut self {
            headers.push((name, value.into()));
        }
        self
    }
}

/// The server; it ends with the test.
pub(crate) struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<Request>>>,
    ended: Arc<AtomicBool>,
}

impl Server {
    /// Starts a server that answers with what `answer` gives for a request and its number, from nought.
    pub(crate) fn start(answer: impl Fn(&Request, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let ended = Arc::new(AtomicBool::new(false));
        let (log, over, answer) = (Arc::clone(&asked), Arc::clone(&ended), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                thread::spawn(move || drop(serve(&stream.unwrap(), &log, &*answer)));
            }
        });
        Self { address, asked, ended }
    }

    /// An address on it.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked so far.
    pub(crate) fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap().clone()
    }

    /// What was asked since the last time.
    pub(crate) fn asked_since(&self) -> Vec<Request> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // One more visitor, so that it looks up.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(
    stream: &TcpStream,
    log: &Mutex<Vec<Request>>,
    answer: &dyn Fn(&Request, usize) -> Reply,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let Some((method, request)) = read(&mut reader)? else { return Ok(()) };
        if method == "CONNECT" {
            // As a proxy it leads to itself, wherever one wants to go.
            let mut out = stream;
            out.write_all(b"HTTP/1.1 200 x\r\n\r\n")?;
            continue;
        }
        let number = {
            let mut log = log.lock().unwrap();
            log.push(request.clone());
            log.len() - 1
        };
        let mut out = stream;
        match answer(&request, number) {
            Reply::Whole { status, headers, body } => {
                let mut head = format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\n", body.len());
                for (name, value) in headers {
                    head.extend([name, ": ", &value, "\r\n"]);
                }
                out.write_all(format!("{head}\r\n").as_bytes())?;
                // A reader that was not told that nothing has changed is given nothing.
                if status != 304 {
                    out.write_all(&body)?;
                }
            }
            Reply::Cut { length, body } => {
                let head = format!(
                    "HTTP/1.1 200 x\r\nContent-Type: application/xml\r\nContent-Length: {length}\r\n\r\n"
                );
                out.write_all(head.as_bytes())?;
                out.write_all(&body)?;
                return stream.shutdown(std::net::Shutdown::Both);
            }
            Reply::Silence => {
                // Until the client goes, or sends what nobody awaits.
                let mut rest = String::new();
                let _ = reader.read_line(&mut rest);
                return Ok(());
            }
        }
    }
}

fn read(reader: &mut impl std::io::BufRead) -> std::io::Result<Option<(String, Request)>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split(' ').map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end();
        if line.is_empty() {
            return Ok(Some((method, Request { target, headers })));
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
    }
}
