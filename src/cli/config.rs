//! `griffier config`: the settings that hold, and where each comes from.

use std::fmt::Write as _;
use std::io::Write as _;

use crate::config::{FetchConfig, Loaded, Origin, Tag, catalogue_table, quoted};
use crate::messages::{Argument, Message, Translator};

use super::args::{ConfigAction, ConfigArgs};
use super::failure::{Outcome, Verdict};
use super::toml_text::list;
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
    let annotation = &config.annotation;
    let notes = [
        ("creator", annotation.creator.as_deref().map(quoted)),
        ("folder", annotation.folder.as_deref().map(quoted)),
        ("closed", annotation.tags.closed.then(|| "true".to_owned())),
        ("tags-file", annotation.tags_file.as_deref().map(|file| quoted(&paths::from_here(file)))),
    ];
    let said = notes.into_iter().filter_map(|(key, value)| Some((key, value?)));
    for (index, (key, value)) in said.enumerate() {
        let table = if index == 0 { "\n[annotation]\n" } else { "" };
        line(&format!("{table}{key}"), &value, from(&format!("annotation.{key}")));
    }
    for tag in &annotation.tags.own {
        let (others, last) = tag_fields(tag);
        line(&format!("\n[[annotation.tag]]\n{others}{}", last.0), &last.1, from("annotation.tag"));
    }
    for (index, (key, value)) in fetching(&config.fetch).into_iter().enumerate() {
        let table = if index == 0 { "\n[fetch]\n" } else { "" };
        line(&format!("{table}{key}"), &value, from(&format!("fetch.{key}")));
    }
    for (index, one) in config.corpus.catalogues.iter().enumerate() {
        let from = origin(&workspace.settings, "corpus.catalogue", index, say);
        let from = if with_origin { format!("# {from}\n") } else { String::new() };
        let _ = write!(text, "\n{from}{}", catalogue_table(one));
    }
    text
}

/// How things are fetched, as far as it is not the default.
fn fetching(config: &FetchConfig) -> Vec<(&'static str, String)> {
    let usual = FetchConfig::default();
    let file = config.certificates.as_deref().map(paths::from_here);
    let text = |text: &String| quoted(text);
    let values = [
        ("sru", (config.sru != usual.sru).then(|| text(&config.sru))),
        ("odata", (config.odata != usual.odata).then(|| text(&config.odata))),
        ("papers", (config.papers != usual.papers).then(|| text(&config.papers))),
        ("requests-per-minute", differs(&config.requests_per_minute, &usual.requests_per_minute)),
        ("retries", differs(&config.retries, &usual.retries)),
        ("retry-pause", differs(&config.retry_pause.as_secs(), &usual.retry_pause.as_secs())),
        ("timeout", differs(&config.timeout.as_secs(), &usual.timeout.as_secs())),
        ("contact", config.contact.as_ref().map(text)),
        ("proxy", config.proxy.as_ref().map(text)),
        ("certificates", file.as_ref().map(text)),
        ("editor", differs(&config.editor, &usual.editor)),
    ];
    values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

fn differs<T: PartialEq + ToString>(value: &T, usual: &T) -> Option<String> {
    (value != usual).then(|| value.to_string())
}

/// The lines of a tag: all but the last as they are, and the last as key and value.
fn tag_fields(tag: &Tag) -> (String, (&'static str, String)) {
    let fields = [("nl", &tag.nl), ("en", &tag.en), ("color", &tag.color), ("description", &tag.description)];
    let mut others = String::new();
    let mut last = ("name", quoted(&tag.name));
    for (key, value) in fields {
        let Some(value) = value else { continue };
        // Writing to a string cannot fail.
        let _ = writeln!(others, "{} = {}", last.0, last.1);
        last = (key, quoted(value));
    }
    (others, last)
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
