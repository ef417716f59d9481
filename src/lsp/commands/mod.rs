//! [`workspace/executeCommand`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_executeCommand): what the server does by itself when an action is chosen, so that it works in every client.
//!
//! A group of commands is a file here with a table of rows; the table below names the groups, and is all that capabilities and the engine know of them.
//! A command takes what it needs of the state, on the engine thread, and does the rest elsewhere: on the pool ([`State::work`]), or on a thread of its own where it takes long.

pub(super) mod fetch;
pub(super) mod notes;
mod silence;

use serde_json::Value;
use tokio::sync::oneshot;
use tower_lsp::gen_lsp_types::MessageType;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tracing::error;

use crate::messages::{Message, Translator};

use super::outbox::{Notice, Outbox};
use super::state::State;

pub(super) use silence::SILENCE;

/// The groups of commands.
const GROUPS: &[&[Command]] = &[fetch::COMMANDS, notes::COMMANDS, silence::COMMANDS];

/// A request failed though it was well made (`RequestFailed` of LSP).
const REQUEST_FAILED: i64 = -32803;

/// A command: its name, and what begins to run it. The function gets the arguments as the client sent them, and must give the answer to somebody.
pub(super) struct Command {
    pub(super) name: &'static str,
    pub(super) run: fn(&mut State, &[Value], Answer),
}

/// The names of all commands, for the client.
pub(super) fn names() -> Vec<String> {
    GROUPS.iter().copied().flatten().map(|command| command.name.to_owned()).collect()
}

/// Where the answer to a command goes. One that is dropped is answered as a bug.
pub(super) struct Answer(oneshot::Sender<Result<Value>>);

impl Answer {
    pub(super) const fn new(reply: oneshot::Sender<Result<Value>>) -> Self {
        Self(reply)
    }

    /// It is done; null where there is nothing to be said.
    pub(super) fn give(self, result: Value) {
        // An asker that is gone is a request that was cancelled.
        let _ = self.0.send(Ok(result));
    }

    /// No such command, or not with these arguments. For programs, not for people; the sentence is never shown.
    pub(super) fn refuse(self) {
        let _ = self.0.send(Err(Error::invalid_params("no such command, or not with these arguments")));
    }

    /// It could not be done: the user is told why, and so is the program that asked.
    pub(super) fn fail(self, message: &Message, say: Translator, outbox: &Outbox) {
        let words = say.text(message);
        outbox.put(Notice::Show(MessageType::Warning, words.clone()));
        let code = ErrorCode::from(REQUEST_FAILED);
        let _ = self.0.send(Err(Error { code, message: words.into(), data: None }));
    }
}

impl State {
    /// Runs a command. Its answer comes when it is done.
    pub(super) fn execute(&mut self, name: &str, arguments: &[Value], answer: Answer) {
        match GROUPS.iter().copied().flatten().find(|command| command.name == name) {
            Some(command) => (command.run)(self, arguments, answer),
            None => answer.refuse(),
        }
    }

    /// Does work that takes a moment on a thread of the pool.
    pub(super) fn work(&self, work: impl FnOnce() + Send + 'static) {
        self.pool().run(work, || error!("a command panicked"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own() {
        let mut names = names();
        assert!(names.iter().all(|name| name.starts_with("griffier.")), "{names:?}");
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
