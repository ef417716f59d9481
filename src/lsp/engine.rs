//! The one thread that owns all state, and how the others speak to it.
//!
//! Events arrive in the order in which handlers put them down, which is that of the wire (see `transport`).
//! The thread itself does nothing that takes long: it keeps texts, hands out snapshots and keeps the time.
//! It never waits for the client, nor for a query.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tower_lsp::gen_lsp_types::{Diagnostic, InitializeParams, TraceValue, Uri, WorkspaceFolder};
use tower_lsp::jsonrpc::{Error, Result};
use tracing::error;

use crate::text::Change;

use super::Options;
use super::homes::Homeland;
use super::librarian::News;
use super::outbox::{Outbox, Reply};
use super::snapshot::{Ground, Snapshot, Surroundings};
use super::state::State;

/// Something that the engine is to know.
pub(super) enum Event {
    /// The server ends.
    Stop,
    Initialize(Box<InitializeParams>),
    Initialized,
    SetTrace(TraceValue),
    Opened {
        uri: Uri,
        language: String,
        version: i32,
        text: String,
    },
    /// `None` is a change that cannot be read.
    Changed {
        uri: Uri,
        version: i32,
        changes: Option<Vec<Change>>,
    },
    Saved {
        uri: Uri,
        text: Option<String>,
    },
    Closed(Uri),
    FoldersChanged {
        added: Vec<WorkspaceFolder>,
        removed: Vec<WorkspaceFolder>,
    },
    FilesChanged(Vec<PathBuf>),
    /// The settings, from a client that sends them along.
    SettingsChanged(Value),
    /// A question of a handler, which takes what it needs of the state and goes elsewhere with it.
    Question(Box<dyn FnOnce(&mut State) + Send>),
    /// What is to be said of a letter, as it was at this sequence number.
    Diagnosed {
        uri: Uri,
        sequence: u64,
        diagnostics: Vec<Diagnostic>,
    },
    /// A query panicked on a letter.
    Panicked {
        uri: Uri,
        method: &'static str,
    },
    /// The corpus of some letters has changed, or is being worked at.
    News(Homeland, News),
    /// The notes of these letters have been changed.
    NotesChanged(Vec<PathBuf>),
    /// The client has answered.
    Reply(Reply),
}

/// Where events are put down. Putting one down never waits.
#[derive(Clone, Debug)]
pub(super) struct Engine {
    events: Sender<Event>,
}

impl Engine {
    /// Starts the thread. It ends at [`Event::Stop`].
    pub(super) fn start(options: Options, outbox: Outbox) -> std::io::Result<Self> {
        let (events, queue) = channel();
        let engine = Self { events };
        let own = engine.clone();
        std::thread::Builder::new().name("engine".to_owned()).spawn(move || {
            let state = State::new(options, outbox, own);
            run(state, &queue);
        })?;
        Ok(engine)
    }

    /// One without a thread; its events are read by nobody or by the test.
    #[cfg(test)]
    pub(super) fn detached() -> (Self, Receiver<Event>) {
        let (events, queue) = channel();
        (Self { events }, queue)
    }

    pub(super) fn post(&self, event: Event) {
        // The thread is only gone when the server is.
        let _ = self.events.send(event);
    }

    /// Asks about a letter. `None` where there is nothing to be said: no such letter is open, or it is not served, or out of step, or it made a query panic.
    ///
    /// Posts before it first waits. When the returned future is dropped, by which `tower_lsp` cancels a request, the token tells `answer` to stop.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        uri: Uri,
        method: &'static str,
        answer: impl FnOnce(&Snapshot, &CancellationToken) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let (reply, answered) = oneshot::channel();
        let token = CancellationToken::new();
        let guard = token.clone().drop_guard();
        self.question(move |state| {
            state.query(&uri, method, token, move |snapshot, token| {
                // An error is a request that was cancelled.
                let _ = reply.send(answer(snapshot, token));
            });
        });
        let answer = answered.await.ok();
        guard.disarm();
        Ok(answer)
    }

    /// Asks something that concerns no letter in particular, of all grounds in turn.
    pub(super) async fn ask_grounds<T: Send + 'static>(
        &self,
        answer: impl FnOnce(&[Arc<Ground>], &Surroundings) -> T + Send + 'static,
    ) -> Result<T> {
        let (reply, answered) = oneshot::channel();
        self.question(move |state| {
            let (grounds, around) = (state.grounds(), state.surroundings());
            let work = move || drop(reply.send(answer(&grounds, &around)));
            state.pool().run(work, || error!("a query about no letter panicked"));
        });
        answered.await.map_err(|_| Error::internal_error())
    }

    /// Lets the engine thread answer; for what takes no time.
    pub(super) fn question(&self, question: impl FnOnce(&mut State) + Send + 'static) {
        self.post(Event::Question(Box::new(question)));
    }
}

fn run(mut state: State, queue: &Receiver<Event>) {
    loop {
        let event = match state.next_deadline() {
            // Nothing polls while the editor is idle.
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => {
                let patience = deadline.saturating_duration_since(Instant::now());
                queue.recv_timeout(patience.max(Duration::from_millis(1)))
            }
        };
        // A bug in here must not silence the server; what the event should have changed is lost.
        let step = catch_unwind(AssertUnwindSafe(|| {
            match event {
                Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
                Ok(event) => state.handle(event),
                Err(RecvTimeoutError::Timeout) => {}
            }
            state.keep_time(Instant::now());
            true
        }));
        match step {
            Ok(true) => {}
            Ok(false) => return,
            Err(_) => error!("the engine stumbled over an event and goes on"),
        }
    }
}
