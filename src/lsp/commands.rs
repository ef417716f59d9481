//! [`workspace/executeCommand`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_executeCommand): what the server does by itself when an action is chosen, so that it works in every client.
//!
//! The files are the user's: they are changed on a thread of the pool, whole or not at all, and then read as if somebody else had changed them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tokio::sync::oneshot;
use tower_lsp::gen_lsp_types::{MessageType, Uri};
use tower_lsp::jsonrpc::{Error, Result};
use tracing::error;

use crate::config::{CONFIG_FILE, SILENCED_FILE, ignore_rule, replace_file, silence_place, turn_off};
use crate::ide::{self, Hush};
use crate::messages::{Argument, Message, Translator, reason};

use super::capabilities::SILENCE;
use super::engine::Event;
use super::outbox::Notice;
use super::state::State;

impl State {
    /// Runs a command and answers when it is done. What goes wrong with a file is told to the user, whose matter it is.
    pub(super) fn execute(&self, command: &str, arguments: &[Value], reply: oneshot::Sender<Result<()>>) {
        let wanted = (command == SILENCE).then(|| self.silence(arguments)).flatten();
        let Some((file, hush)) = wanted else {
            // For programs, not for people; the sentence is never shown.
            return drop(
                reply.send(Err(Error::invalid_params("no such command, or not with these arguments"))),
            );
        };
        let (say, outbox, engine) = (self.say(), self.outbox.clone(), self.engine.clone());
        // An editor would write what it shows over what we add.
        let shown = self.letters.values().find(|it| it.version.path.as_deref() == Some(&*file));
        let shown = shown.map(|it| it.version.buffer.contents());
        let work = move || {
            match write(&file, shown.as_deref(), &hush, say) {
                Ok(()) => engine.post(Event::FilesChanged(vec![file])),
                Err(message) => outbox.put(Notice::Show(MessageType::Warning, say.text(&message))),
            }
            let _ = reply.send(Ok(()));
        };
        self.pool().run(work, || error!("a command panicked"));
    }

    /// What is to be silenced, and the file that says so.
    fn silence(&self, arguments: &[Value]) -> Option<(PathBuf, Hush)> {
        let told = arguments.first()?;
        let text = |key: &str| told.get(key).and_then(Value::as_str).map(str::to_owned);
        let letter = self.letters.get(&Uri::parse(&text("uri")?).ok()?)?;
        let root = letter.home.as_ref()?.root()?;
        let name = ide::name_in(letter.version.path.as_deref()?, root)?;
        let hush = Hush::read(&text("what")?, name, text)?;
        let file = if matches!(hush, Hush::Place(_)) { SILENCED_FILE } else { CONFIG_FILE };
        Some((root.join(file), hush))
    }
}

fn write(file: &Path, shown: Option<&str>, hush: &Hush, say: Translator) -> std::result::Result<(), Message> {
    let named = |code| Message::new(code).with("path", file.display());
    let failed =
        |error: &io::Error| named("silence-unwritten").with("reason", Argument::message(reason(error)));
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(&error)),
    };
    if shown.is_some_and(|shown| shown != text) {
        return Err(named("silence-unsaved"));
    }
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let changed = match hush {
        Hush::Place(place) => silence_place(bare, place, &say.text(&Message::new("silenced-head"))),
        Hush::Letter { rule, letter } => ignore_rule(bare, rule, letter),
        Hush::Rule(rule) => turn_off(bare, rule),
    };
    let changed = changed.map_err(|_| named("silence-not-toml"))?;
    let mark = if bare.len() < text.len() { "\u{FEFF}" } else { "" };
    replace_file(file, format!("{mark}{changed}").as_bytes()).map_err(|error| failed(&error))
}
