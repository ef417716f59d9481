//! `griffier.silence`: being silent about something from now on.
//!
//! The files are the user's: they are changed on a thread of the pool, whole or not at all, and then read as if somebody else had changed them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tower_lsp::gen_lsp_types::{MessageType, Uri};

use crate::config::{CONFIG_FILE, SILENCED_FILE, ignore_rule, replace_file, silence_place, turn_off};
use crate::ide::{self, Hush};
use crate::lsp::engine::Event;
use crate::lsp::outbox::Notice;
use crate::lsp::state::State;
use crate::messages::{Argument, Message, Translator, reason};

use super::{Answer, Command};

/// Being silent about something from now on.
pub(in crate::lsp) const SILENCE: &str = "griffier.silence";

pub(super) const COMMANDS: &[Command] = &[Command { name: SILENCE, run }];

/// Answers when it is done. What goes wrong with a file is told to the user, whose matter it is.
fn run(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some((file, hush)) = wanted(state, arguments) else { return answer.refuse() };
    let (say, outbox, engine) = (state.say(), state.outbox.clone(), state.engine.clone());
    // An editor would write what it shows over what we add.
    let shown = state.letters.values().find(|it| it.version.path.as_deref() == Some(&*file));
    let shown = shown.map(|it| it.version.buffer.contents());
    state.work(move || {
        match write(&file, shown.as_deref(), &hush, say) {
            Ok(()) => engine.post(Event::FilesChanged(vec![file])),
            Err(message) => outbox.put(Notice::Show(MessageType::Warning, say.text(&message))),
        }
        answer.give(Value::Null);
    });
}

/// What is to be silenced, and the file that says so.
fn wanted(state: &State, arguments: &[Value]) -> Option<(PathBuf, Hush)> {
    let told = arguments.first()?;
    let text = |key: &str| told.get(key).and_then(Value::as_str).map(str::to_owned);
    let letter = state.letters.get(&Uri::parse(&text("uri")?).ok()?)?;
    let root = letter.home.as_ref()?.root()?;
    let name = ide::name_in(letter.version.path.as_deref()?, root)?;
    let hush = Hush::read(&text("what")?, name, text)?;
    let file = if matches!(hush, Hush::Place(_)) { SILENCED_FILE } else { CONFIG_FILE };
    Some((root.join(file), hush))
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
