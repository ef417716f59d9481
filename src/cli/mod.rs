//! The command line: arguments, and one file per command.
//!
//! Layer 7. Every command returns a verdict or a failure; only here they become exit codes:
//! 0 where all is well, 1 where something is wrong with what was looked at, 2 where it could not be looked at.

mod args;
mod cite;
mod completions;
mod failure;
mod help;
mod language;
mod lsp;
mod source;
mod terminal;
mod usage;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use crate::messages::Translator;

use self::args::{Args, Command};
use self::failure::{Failure, Outcome, Verdict};

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let say = Translator::new(language::before_arguments());
    let args = match help::command(say).try_get_matches().and_then(|it| Args::from_arg_matches(&it)) {
        Ok(args) => args,
        Err(error) => return usage::explain(&error, say),
    };
    args.global.color.choose();
    let say = args.global.lang.map_or(say, Translator::new);
    let asked = args.global.lang;
    if let Command::Lsp(args) = &args.command {
        return lsp::run(args, asked);
    }
    match run(&args, say) {
        Ok(Verdict::Good) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Ok(Verdict::Incomplete) => ExitCode::from(2),
        Err(failure) => {
            terminal::complain(&failure, say);
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args, say: Translator) -> Outcome {
    match &args.command {
        Command::Cite(args) => cite::run(args, say),
        Command::Completions(args) => completions::run(args, say),
        _ => Ok(Verdict::Good),
    }
}
