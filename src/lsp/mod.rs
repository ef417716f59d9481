//! The language server: the only module that names `tower_lsp`.
//!
//! Layer 7. How a message travels: `transport` reads it (by `framing`), `backend` posts it to the one `engine` thread that owns all state, `features` answer on a pool from a snapshot, and the `outbox` alone speaks to the client of its own accord.
//! Nothing here knows what a citation is; that is for `ide` and below.

use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};

use crate::messages::Language;

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
pub async fn serve<I, O>(_input: I, _output: O, _options: Options) -> Outcome
where
    I: AsyncRead + Unpin + Send + 'static,
    O: AsyncWrite + Unpin + Send + 'static,
{
    Outcome::Abrupt
}
