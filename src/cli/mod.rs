//! The command line: arguments, and one file per command.
//!
//! Layer 7. Every command returns a verdict or a failure; only here they become exit codes:
//! 0 where all is well, 1 where something is wrong with what was looked at, 2 where it could not be looked at.

mod annotate;
mod args;
mod catalogue;
mod check;
mod cite;
mod completions;
mod config;
mod doctor;
mod explain;
mod failure;
mod fetch;
mod generate;
mod help;
mod import;
mod index;
mod init;
mod language;
mod letters;
mod lsp;
mod measure;
mod network;
mod paths;
mod progress;
mod refs;
mod schema;
mod show;
mod source;
mod terminal;
mod toml_text;
mod usage;
mod workspace;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use crate::messages::Translator;

use self::args::{Args, Command, Global};
use self::failure::{Failure, Outcome, Verdict};
use self::workspace::Workspace;

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let say = Translator::new(language::before_arguments());
    let args = match help::command(say).try_get_matches().and_then(|it| Args::from_arg_matches(&it)) {
        Ok(args) => args,
        Err(error) => return usage::explain(&error, say),
    };
    args.global.color.choose();
    let asked = args.global.lang;
    if let Command::Lsp(args) = &args.command {
        return lsp::run(args, asked);
    }
    let (outcome, say) = match Workspace::open(&args.global, args.command.first_path()) {
        Ok(workspace) => (run(&args.command, &args.global, &workspace), workspace.say),
        Err(failure) => (Err(failure), asked.map_or(say, Translator::new)),
    };
    match outcome {
        Ok(Verdict::Good) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Ok(Verdict::Incomplete) => ExitCode::from(2),
        Err(failure) => {
            terminal::complain(&failure, say);
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, global: &Global, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    match command {
        Command::Check(args) => check::run(args, workspace),
        Command::Cite(args) => cite::run(args, workspace),
        Command::Completions(args) => completions::run(args, say),
        Command::Explain(args) => explain::run(args, say),
        Command::GenerateCorpus(args) => generate::run(args),
        Command::Measure(args) => measure::run(args, workspace),
        Command::Annotate(args) => annotate::run(args, workspace),
        Command::Refs(args) => refs::run(args, workspace),
        Command::Show(args) => show::run(args, workspace),
        Command::Index(args) => index::run(args, workspace),
        Command::Import(args) => import::run(args, workspace),
        Command::Init => init::run(global.root.as_deref(), say),
        Command::Schema(args) => schema::run(args),
        Command::Config(args) => config::run(args, workspace),
        Command::Catalogue(args) => catalogue::run(args, workspace),
        Command::Fetch(args) => fetch::run(args, workspace),
        Command::Doctor => doctor::run(workspace),
        // Serving does not come here: it has no terminal to report to.
        Command::Lsp(_) => Ok(Verdict::Good),
    }
}
