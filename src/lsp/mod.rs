//! The language server: the only module that names `tower_lsp`.
//!
//! Layer 7. How a message travels: `transport` reads it (by `framing`), `backend` posts it to the one `engine` thread that owns all state, `features` answer on a pool from a snapshot, and the `outbox` alone speaks to the client of its own accord.
//! Nothing here knows what a citation is; that is for `ide` and below.

mod backend;
mod capabilities;
mod clock;
mod commands;
mod convert;
mod drafts;
mod engine;
mod features;
mod followed;
mod framing;
mod homes;
mod letters;
mod librarian;
mod message;
mod notes;
mod outbox;
mod parent;
mod partial;
mod pool;
mod settings;
mod snapshot;
mod state;
mod transport;
mod waiting;
mod watcher;
mod watching;
mod workspace;

use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::sync::CancellationToken;
use tracing::error;

use crate::messages::Language;

use self::engine::{Engine, Event};
use self::outbox::Outbox;

/// What a server is started with, besides what the client tells it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The cache folder, for compiled catalogues and pages; `None` is the user's own.
    pub cache: Option<PathBuf>,
    /// The user's configuration file; `None` is where the system keeps it.
    pub user_config: Option<PathBuf>,
    /// The language that the command line asked for; it goes before every setting.
    pub language: Option<Language>,
    /// How often it is looked whether the process that started us is still there.
    pub parent_interval: Duration,
    /// How the tests make a query misbehave.
    pub hooks: Hooks,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            cache: None,
            user_config: None,
            language: None,
            parent_interval: Duration::from_secs(5),
            hooks: Hooks::default(),
        }
    }
}

/// How the tests make a query misbehave; empty in every real server.
#[derive(Clone, Debug, Default)]
pub struct Hooks {
    /// A query about a letter that holds this text panics.
    pub panic_on: Option<String>,
    /// A query about a letter that holds this text runs until it is cancelled.
    pub stall_on: Option<String>,
}

/// How a server ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The client asked for it, by `shutdown`.
    Orderly,
    /// The client went away, or said `exit` without `shutdown`.
    Abrupt,
}

impl Outcome {
    /// The exit code that LSP prescribes.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Orderly => 0,
            Self::Abrupt => 1,
        }
    }
}

/// Serves one client until it says `exit`, its end of `input` is closed, or its process is gone.
///
/// Must run on a tokio runtime with more than one thread.
pub async fn serve<I, O>(input: I, output: O, options: Options) -> Outcome
where
    I: AsyncRead + Unpin + Send + 'static,
    O: AsyncWrite + Unpin + Send + 'static,
{
    let (outbox, stop, interval) = (Outbox::default(), CancellationToken::new(), options.parent_interval);
    let engine = match Engine::start(options, outbox.clone()) {
        Ok(engine) => engine,
        Err(error) => {
            error!(%error, "no thread for the engine");
            return Outcome::Abrupt;
        }
    };
    let mut delivery = None;
    let service = backend::service(engine.clone(), stop.clone(), interval, |client| {
        let answers = engine.clone();
        let deliver = outbox.deliver(client, move |reply| answers.post(Event::Reply(reply)));
        delivery = Some(tokio::spawn(deliver));
    });
    let shut_down = transport::run(input, output, service, stop.clone()).await;
    stop.cancel();
    engine.post(Event::Stop);
    if let Some(delivery) = delivery {
        delivery.abort();
    }
    if shut_down { Outcome::Orderly } else { Outcome::Abrupt }
}
