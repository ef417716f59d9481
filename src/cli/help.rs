//! The help of every command in the reader's language.
//!
//! Clap knows the arguments, and nothing of languages; here each command and argument is given the words that the messages hold for it.
//! The codes follow from the names: `help-check`, `help-check-examples`, `help-check-exit-zero`.

use std::fmt::Write as _;

use clap::builder::StyledStr;
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::messages::{Message, Translator};

use super::args::Args;

/// The looks of help.
const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Cyan.on_default().bold())
    .usage(AnsiColor::Cyan.on_default().bold())
    .literal(AnsiColor::Green.on_default())
    .placeholder(AnsiColor::Yellow.on_default());

/// The command line with its help in one language.
pub(super) fn command(say: Translator) -> Command {
    let command = Args::command()
        .styles(STYLES)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").global(true).action(ArgAction::Help))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    let command = translate(command, "help", say);
    // Clap writes the usage itself, in English, once it knows the names of the commands above.
    let mut built = command.clone();
    built.build();
    with_usage(command, &mut built, say)
}

/// Gives a command, its arguments and the commands below it their words. `code` is the one of the command.
fn translate(command: Command, code: &str, say: Translator) -> Command {
    let words = |code: &str| say.text_of_code(code).unwrap_or_default();
    let command = command
        .about(words(code))
        .help_template(template(say))
        .subcommand_help_heading(say.text(&Message::new("help-heading-commands")))
        .subcommand_value_name(words("value-command"))
        .mut_args(|arg| {
            let code = format!("{code}-{}", arg.get_id().as_str().replace('_', "-"));
            // Arguments of all commands have one text, wherever they are shown.
            let (code, heading) =
                match (arg.is_global_set() || arg.get_id() == "version", arg.is_positional()) {
                    (true, _) => (format!("help-{}", arg.get_id()), "help-heading-global"),
                    (_, true) => (code, "help-heading-arguments"),
                    (_, false) => (code, "help-heading-options"),
                };
            let names = arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(name, say));
            let names: Vec<String> = names.collect();
            let arg = arg.help(words(&code)).help_heading(words(heading));
            if !arg.get_action().takes_values() {
                return arg;
            }
            // What clap would add of itself is in English; the help text says it.
            arg.value_names(names).hide_possible_values(true).hide_default_value(true).hide_env(true)
        })
        .mut_subcommands(|subcommand| {
            let code = format!("{code}-{}", subcommand.get_name());
            translate(subcommand, &code, say)
        });
    match say.text_of_code(&format!("{code}-examples")) {
        Some(examples) => command.after_help(after_help(&examples, say)),
        None => command,
    }
}

/// The name of a value; those in capitals are words, the others are what is to be typed.
fn value_name(name: &str, say: Translator) -> String {
    let words = name.split('|').map(|word| {
        if word.bytes().all(|b| b.is_ascii_uppercase()) {
            say.text_of_code(&format!("value-{}", word.to_ascii_lowercase())).unwrap_or_default()
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join("|")
}

fn heading(text: &str) -> String {
    let style = STYLES.get_header();
    format!("{style}{text}:{style:#}")
}

fn template(say: Translator) -> StyledStr {
    let usage = heading(&say.text(&Message::new("help-heading-usage")));
    StyledStr::from(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n"))
}

/// Examples stand below the options: what to type, and indented below it what it does.
fn after_help(examples: &str, say: Translator) -> StyledStr {
    let mut text = heading(&say.text(&Message::new("help-heading-examples")));
    for line in examples.lines() {
        let style = STYLES.get_literal();
        // Writing to a string cannot fail.
        let _ = match line.strip_prefix(' ') {
            Some(words) => write!(text, "\n      {}", words.trim_start()),
            None if line.is_empty() => writeln!(text),
            None => write!(text, "\n  {style}{line}{style:#}"),
        };
    }
    StyledStr::from(text)
}

/// Replaces what clap writes about use by the same in the reader's language.
fn with_usage(command: Command, built: &mut Command, say: Translator) -> Command {
    let usage = built.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let options = format!("[{}]", say.text(&Message::new("value-options")));
    let usage = usage.replace("[OPTIONS]", &options);
    let command = command.override_usage(usage);
    command.mut_subcommands(|subcommand| {
        let built = built
            .find_subcommand_mut(subcommand.get_name())
            .expect("the built command has the commands of the one that it was made from");
        with_usage(subcommand, built, say)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    fn visit(command: &Command, f: &mut dyn FnMut(&Command)) {
        f(command);
        for subcommand in command.get_subcommands() {
            visit(subcommand, f);
        }
    }

    #[test]
    fn clap_agrees_with_the_arguments() {
        Args::command().debug_assert();
        command(Translator::default()).debug_assert();
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for language in Language::ALL {
            visit(&command(Translator::new(language)), &mut |command| {
                let name = command.get_name();
                assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{name}");
                let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
                assert!(examples.contains("griffier"), "{name} has no examples");
                for arg in command.get_arguments() {
                    let id = arg.get_id();
                    assert!(arg.get_help().is_some_and(|help| !help.to_string().is_empty()), "{name} {id}");
                    assert!(arg.get_help_heading().is_some_and(|heading| !heading.is_empty()), "{name} {id}");
                    for value in arg.get_value_names().unwrap_or_default() {
                        assert!(!value.is_empty() && !value.contains("||"), "{name} {id}");
                    }
                }
            });
        }
    }
}
