//! `griffier lsp`: serves an editor over the standard streams.

use std::process::ExitCode;

use crate::lsp::{Options, serve};
use crate::messages::Language;

use super::args::Lsp;

/// Serves until the editor says goodbye. `language` is what the command line asked for, if anything.
pub(super) fn run(_args: &Lsp, language: Option<Language>) -> ExitCode {
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread().enable_all().build() else {
        return ExitCode::FAILURE;
    };
    let options = Options { language, ..Options::default() };
    let outcome = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), options));
    // A read of the standard input cannot be called off, so it must not be waited for.
    runtime.shutdown_background();
    ExitCode::from(outcome.exit_code())
}
