//! `griffier lsp`: serves an editor over the standard streams, and keeps a log.
//!
//! The standard output belongs to the protocol. The log goes to a file a day in the cache folder, and what went wrong to the standard error too, which some editors show as errors whatever it says.
//! It holds no text of letters: panics are logged by their place alone, since their message may quote one.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, fmt};

use crate::config::cache_folder;
use crate::lsp::{Options, serve};
use crate::messages::Language;

use super::args::Lsp;

/// What is logged, here and there, in the terms of `tracing_subscriber::EnvFilter`; `debug` tells of every answer.
const FILTER: &str = "GRIFFIER_LOG";
/// Of the library, only what goes wrong; at its chattiest level it logs what letters say.
const USUAL_FILTER: &str = "info,tower_lsp_server=warn";
/// So many days of logs are kept.
const DAYS: usize = 7;

/// Serves until the editor says goodbye. `language` is what the command line asked for, if anything.
pub(super) fn run(_args: &Lsp, language: Option<Language>) -> ExitCode {
    let _flushed_at_the_end = start_log(cache_folder().as_deref());
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a bug");
    }));
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "no threads to serve with");
            return ExitCode::FAILURE;
        }
    };
    tracing::info!(version = env!("CARGO_PKG_VERSION"), process = std::process::id(), "serving");
    let options = Options { language, ..Options::default() };
    let outcome = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), options));
    tracing::info!(?outcome, "done");
    // A read of the standard input cannot be called off, so it must not be waited for.
    runtime.shutdown_background();
    ExitCode::from(outcome.exit_code())
}

/// Logs to the standard error and, where that can be, to a file. What is returned writes the last lines when it is dropped.
fn start_log(cache: Option<&Path>) -> Option<WorkerGuard> {
    let filter = |usual| EnvFilter::try_from_env(FILTER).unwrap_or_else(|_| EnvFilter::new(usual));
    let appender = cache.map(|cache| cache.join("logs")).and_then(|folder| {
        std::fs::create_dir_all(&folder).ok()?;
        RollingFileAppender::builder()
            .rotation(Rotation::DAILY)
            .filename_prefix("griffier")
            .filename_suffix("log")
            .max_log_files(DAYS)
            .build(folder)
            .ok()
    });
    let (to_file, guard) = appender
        .map(|appender| NonBlockingBuilder::default().thread_name("log").finish(appender))
        .map_or((None, None), |(file, guard)| (Some(file), Some(guard)));
    let to_file =
        to_file.map(|file| fmt::layer().with_ansi(false).with_writer(file).with_filter(filter(USUAL_FILTER)));
    let to_stderr =
        fmt::layer().with_ansi(false).with_target(false).with_writer(io::stderr).with_filter(filter("warn"));
    // Another logger can only be that of a test.
    let _ = tracing_subscriber::registry().with(to_file).with(to_stderr).try_init();
    guard
}
