//! What is wrong with a command line, in the reader's language.
//!
//! Clap finds it; its own sentences are English only, so they are said anew from what it found.

use std::io::Write as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::messages::{Message, Translator};

use super::failure::Failure;
use super::terminal;

/// Says what is wrong, or prints the help or version that was asked for.
pub(super) fn explain(error: &Error, say: Translator) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader who leaves early has seen enough.
            let _ = write!(anstream::stdout(), "{}", error.render().ansi());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(anstream::stderr(), "{}", error.render().ansi());
            ExitCode::from(2)
        }
        _ => {
            terminal::complain(&Failure::new(message(error)), say);
            for (code, name, value) in suggestions(error) {
                terminal::advise(&Message::new(code).with(name, value), say);
            }
            if error.kind() == ErrorKind::ValueValidation
                && let Some(form) = form(&text(error, ContextKind::InvalidArg).unwrap_or_default())
            {
                terminal::advise(&form, say);
            }
            if let Some(usage) = text(error, ContextKind::Usage) {
                let usage = usage.trim_start_matches("Usage:").trim().to_owned();
                let _ = writeln!(anstream::stderr());
                terminal::tell(&Message::new("usage-usage").with("usage", usage), say);
            }
            ExitCode::from(2)
        }
    }
}

fn message(error: &Error) -> Message {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::new("usage-invalid-value").with("argument", argument).with("value", value)
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            Message::new("usage-unknown-option").with("argument", argument)
        }
        ErrorKind::UnknownArgument => Message::new("usage-one-too-many").with("argument", argument),
        ErrorKind::InvalidSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            Message::new("usage-unknown-command").with("command", command)
        }
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg).unwrap_or_default();
            if other == argument {
                Message::new("usage-twice").with("argument", argument)
            } else {
                Message::new("usage-conflict").with("argument", argument).with("other", other)
            }
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing").with("argument", argument),
        ErrorKind::MissingSubcommand => Message::new("usage-missing-command"),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::TooManyValues => Message::new("usage-one-too-many")
            .with("argument", if value.is_empty() { argument } else { value }),
        ErrorKind::InvalidUtf8 => Message::new("usage-not-unicode"),
        other => Message::new("usage-other").with("error", format!("{other:?}")),
    }
}

/// What may have been meant.
fn suggestions(error: &Error) -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let found = [
        (ContextKind::SuggestedArg, "usage-meant"),
        (ContextKind::SuggestedSubcommand, "usage-meant"),
        (ContextKind::SuggestedValue, "usage-meant"),
        (ContextKind::ValidValue, "usage-possible"),
    ];
    found.into_iter().filter_map(|(kind, code)| {
        let text = text(error, kind).filter(|text| !text.is_empty())?;
        Some((code, "text", text))
    })
}

/// How the value of an argument is written.
fn form(argument: &str) -> Option<Message> {
    match argument.split(' ').next()? {
        "--until" => Some(Message::new("usage-form-day")),
        "--from-dossier" => Some(Message::new("usage-form-dossier")),
        "--from-session" => Some(Message::new("usage-form-session")),
        _ => None,
    }
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    Some(match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        // Of several that resemble what was typed, the last resembles it most.
        ContextValue::Strings(texts) if kind == ContextKind::SuggestedSubcommand => texts.last()?.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => return None,
    })
}
