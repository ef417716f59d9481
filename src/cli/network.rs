//! What the commands that reach the network share: the client, what is said when it fails, and what is said when the user has had enough.

use std::process;
use std::sync::Arc;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::fetch::{Client, SystemClock, Trouble};
use crate::messages::{Message, Translator};

use super::failure::Failure;
use super::terminal;
use super::workspace::Workspace;

/// What a shell knows a command by that was interrupted.
const INTERRUPTED: i32 = 130;

/// The client of the user's settings.
pub(super) fn client(workspace: &Workspace) -> Result<Client, Failure> {
    let seed =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| u64::from(since.subsec_nanos()));
    let clock = Arc::new(SystemClock::default());
    Client::new(&workspace.config().fetch, clock, seed).map_err(|trouble| failure(&trouble))
}

/// Why something could not be had, and what to do.
pub(super) fn failure(trouble: &Trouble) -> Failure {
    let failure = Failure::new(trouble.message());
    match trouble.advice() {
        Some(advice) => failure.advise(advice),
        None => failure,
    }
}

/// Says something when the user interrupts the command, and ends it. What is on disk is sound at any moment.
pub(super) fn on_interrupt(message: Message, say: Translator) {
    let work = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        // Where the system tells of no interrupts, it ends the command itself.
        if runtime.is_ok_and(|runtime| runtime.block_on(tokio::signal::ctrl_c()).is_ok()) {
            terminal::tell(&message, say);
            #[expect(
                clippy::exit,
                reason = "the work stands in the middle of a request that may take minutes"
            )]
            process::exit(INTERRUPTED);
        }
    };
    thread::spawn(work);
}
