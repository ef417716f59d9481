//! `griffier doctor`: why does something not work?

use std::io::{self, Write as _};
use std::path::Path;
use std::{env, fs};

use crate::config::{CONFIG_FILE, cache_folder, is_home_or_above, user_file};
use crate::messages::{Argument, Message, reason};

use super::failure::{Outcome, Verdict};
use super::paths::from_here;
use super::terminal;
use super::workspace::Workspace;

/// A line of the diagnosis: what it is about, and what there is to say of it.
type Line = (&'static str, Message);

pub(super) fn run(workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    let mut troubles = Vec::new();
    let mut lines = vec![("doctor-version", Message::new("doctor-text").with("text", version()))];
    lines.extend(settings(workspace));
    lines.extend(corpus(workspace, &mut troubles));
    lines.extend(cache(&mut troubles));
    lines.push(("doctor-editors", Message::new("doctor-editors-hint")));

    let name = |code| say.text(&Message::new(code));
    let width = lines.iter().map(|(code, _)| name(code).chars().count()).max().unwrap_or(0);
    let mut out = terminal::results();
    for (code, message) in &lines {
        let text = say.text(message);
        let mut text = text.lines();
        writeln!(out, "{:width$}  {}", name(code), text.next().unwrap_or_default())?;
        for line in text {
            writeln!(out, "{:width$}  {line}", "")?;
        }
    }
    // What is said on the other stream belongs below what was printed.
    out.flush()?;
    workspace.tell_problems();
    workspace.tell(&troubles);
    let well = troubles.is_empty() && workspace.settings.problems.is_empty();
    terminal::tell(&Message::new(if well { "doctor-well" } else { "doctor-unwell" }), say);
    Ok(if well { Verdict::Good } else { Verdict::Bad })
}

fn version() -> String {
    format!("griffier {} ({} {})", env!("CARGO_PKG_VERSION"), env::consts::OS, env::consts::ARCH)
}

/// The root, and which files of settings there are.
fn settings(workspace: &Workspace) -> Vec<Line> {
    let file = |path: &Path| {
        let code = if path.is_file() { "doctor-file" } else { "doctor-no-file" };
        Message::new(code).with("path", from_here(path))
    };
    let mut lines = vec![
        ("doctor-root", Message::new("doctor-text").with("text", workspace.root.display())),
        ("doctor-settings", file(&workspace.root.join(CONFIG_FILE))),
    ];
    lines.extend(user_file().map(|path| ("doctor-own-settings", file(&path))));
    lines
        .push(("doctor-language", Message::new("doctor-text").with("text", workspace.say.language().code())));
    lines
}

/// Letters and lists.
fn corpus(workspace: &Workspace, troubles: &mut Vec<Message>) -> Vec<Line> {
    if workspace.config().corpus.letters.is_empty() && is_home_or_above(&workspace.root) {
        let trouble = Message::new("letters-home").with("path", workspace.root.display());
        troubles.push(trouble);
        return Vec::new();
    }
    let (corpus, messages) = workspace.corpus();
    troubles.extend(messages);
    let state = corpus.state();
    let count = Argument::number(state.letters);
    let mut lines = vec![("doctor-letters", Message::new("doctor-letters-count").with("count", count))];
    if state.lists.is_empty() {
        lines.push(("doctor-lists", Message::new("doctor-no-lists")));
    }
    for list in state.lists {
        let code = if list.until.is_some() { "doctor-list" } else { "doctor-list-incomplete" };
        let papers = Argument::message(super::catalogue::papers(list.papers));
        let mut message = Message::new(code).with("name", list.name).with("papers", papers);
        if let Some(until) = list.until {
            message = message.with("until", Argument::day(until));
        }
        lines.push(("doctor-lists", message));
    }
    if !workspace.config().corpus.catalogues.is_empty() {
        lines.push(("doctor-lists", Message::new("doctor-lists-refresh")));
    }
    lines
}

/// Whether what can be made anew has a place to be kept.
fn cache(troubles: &mut Vec<Message>) -> Option<Line> {
    let Some(folder) = cache_folder() else {
        troubles.push(Message::new("doctor-cache-none"));
        return None;
    };
    let line = Message::new("doctor-text").with("text", from_here(&folder));
    if let Err(error) = try_to_write(&folder) {
        let reason = Argument::message(reason(&error));
        let path = from_here(&folder);
        troubles.push(Message::new("doctor-cache-unwritable").with("path", path).with("reason", reason));
    }
    Some(("doctor-cache", line))
}

fn try_to_write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    tempfile::tempfile_in(folder)?.write_all(b"griffier")
}
