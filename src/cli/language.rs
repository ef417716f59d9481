//! In which language to speak before the arguments have been understood: their help and their errors need one.

use std::env;

use crate::messages::Language;

use super::workspace::load_settings;

/// The language that the command line asks for, else the environment, else the user's own settings, else the default.
/// A code that is none is reported later, with the other arguments.
pub(super) fn before_arguments() -> Language {
    let mut arguments = env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            asked = arguments.next();
        } else if let Some(code) = argument.strip_prefix("--lang=") {
            asked = Some(code.to_owned());
        }
    }
    let environment = || env::var("GRIFFIER_LANG").ok();
    let asked = asked.or_else(environment).and_then(|code| Language::from_code(&code));
    asked.unwrap_or_else(|| load_settings(None, None).config.language)
}
