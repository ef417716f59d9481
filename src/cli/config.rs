//! `griffier config`: the settings that hold, and where each comes from.

use std::fmt::Write as _;
use std::io::Write as _;

use crate::config::{Loaded, Origin};
use crate::messages::{Argument, Message, Translator};

use super::args::{ConfigAction, ConfigArgs};
use super::failure::{Outcome, Verdict};
use super::toml_text::{catalogue, list, quoted};
use super::workspace::Workspace;
use super::{paths, terminal};

pub(super) fn run(args: &ConfigArgs, workspace: &Workspace) -> Outcome {
    // Who asks for no form in particular wants to know all.
    let with_origin = args.action.as_ref().is_none_or(|ConfigAction::Print(print)| print.origin);
    workspace.tell_problems();
    let mut out = terminal::results();
    write!(out, "{}", text(workspace, with_origin))?;
    out.flush()?;
    Ok(Verdict::Good)
}

/// The settings as a file, with the origin of each behind it where that is asked for.
fn text(workspace: &Workspace, with_origin: bool) -> String {
    let say = workspace.say;
    let config = workspace.config();
    let from = |key: &str| origin(&workspace.settings, key, 0, say);
    let root = Message::new("config-head").with("root", workspace.root.display());
    let mut text = format!("# {}\n", say.text(&root));
    // Writing to a string cannot fail.
    let mut line = |key: &str, value: &str, from: String| {
        let from = if with_origin { format!("  # {from}") } else { String::new() };
        let _ = writeln!(text, "{key} = {value}{from}");
    };
    line("language", &quoted(config.language.code()), from("language"));
    let root = [".".to_owned()];
    let letters = list(if config.corpus.letters.is_empty() { &root[..] } else { &config.corpus.letters });
    line("\n[corpus]\nletters", &letters, from("corpus.letters"));
    if !config.corpus.exclude.is_empty() {
        line("exclude", &list(&config.corpus.exclude), from("corpus.exclude"));
    }
    line("\n[findings]\nstyle", &quoted(config.findings.style.name()), from("findings.style"));
    if let Some(file) = &config.findings.baseline_file {
        line("baseline", &quoted(&paths::from_here(file)), from("findings.baseline"));
    }
    if let Some(address) = &config.findings.rules_address {
        line("rules-address", &quoted(address), from("findings.rules-address"));
    }
    for (index, (code, level)) in config.findings.severity.iter().enumerate() {
        let table = if index == 0 { "\n[findings.severity]\n" } else { "" };
        let from = from(&format!("findings.severity.{code}"));
        line(&format!("{table}{}", quoted(code)), &quoted(level.name()), from);
    }
    for (index, ignore) in config.findings.ignore.iter().enumerate() {
        let from = origin(&workspace.settings, "findings.ignore", index, say);
        let rules = if ignore.rules.is_empty() {
            String::new()
        } else {
            format!("rules = {}\n", list(&ignore.rules))
        };
        line(&format!("\n[[findings.ignore]]\n{rules}paths"), &list(&ignore.paths), from);
    }
    let notes = [("creator", &config.annotation.creator), ("folder", &config.annotation.folder)];
    let said = notes.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    for (index, (key, value)) in said.enumerate() {
        let table = if index == 0 { "\n[annotation]\n" } else { "" };
        line(&format!("{table}{key}"), &quoted(value), from(&format!("annotation.{key}")));
    }
    for (index, one) in config.corpus.catalogues.iter().enumerate() {
        let from = origin(&workspace.settings, "corpus.catalogue", index, say);
        let from = if with_origin { format!("# {from}\n") } else { String::new() };
        let _ = write!(text, "\n{from}{}", catalogue(one));
    }
    text
}

/// Where a setting comes from; `index` is its place where there are several of the same key.
fn origin(settings: &Loaded, key: &str, index: usize, say: Translator) -> String {
    say.text(&match settings.origins.get(key).and_then(|origins| origins.get(index)) {
        Some(Origin::Workspace(path) | Origin::User(path)) => {
            Message::new("config-from").with("origin", paths::from_here(path))
        }
        Some(origin) => Message::new("config-from").with("origin", Argument::message(origin.name())),
        None => Message::new("config-default"),
    })
}
