//! The two streams that a command writes to: results to one, everything about the work to the other.

use std::io::{self, BufWriter, IsTerminal as _, Write};

use clap::builder::styling::{AnsiColor, Style};

use crate::messages::{Message, Translator};

use super::failure::Failure;

/// Looks of the words in front of a remark.
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();

/// Where results go. Colours are left out where the reader is no terminal, unless they were asked for.
pub(super) fn results() -> BufWriter<anstream::Stdout> {
    BufWriter::new(anstream::stdout())
}

/// Says why a command could not do its work.
pub(super) fn complain(failure: &Failure, say: Translator) {
    if let Failure::Said { message, advice, .. } = failure {
        remark(ERROR, "cli-error", message, say);
        if let Some(advice) = advice {
            remark(HELP, "cli-help", advice, say);
        }
    }
}

/// Says that something is amiss that does not stop the work.
pub(super) fn warn(message: &Message, say: Translator) {
    remark(WARNING, "cli-warning", message, say);
}

/// Says what a reader may do next.
pub(super) fn advise(message: &Message, say: Translator) {
    remark(HELP, "cli-help", message, say);
}

/// Says how the work went.
pub(super) fn tell(message: &Message, say: Translator) {
    // Whoever closed this stream does not want to hear of it.
    let _ = writeln!(anstream::stderr(), "{}", say.text(message));
}

fn remark(style: Style, word: &'static str, message: &Message, say: Translator) {
    let word = say.text(&Message::new(word));
    let _ = writeln!(anstream::stderr(), "{style}{word}:{style:#} {}", say.text(message));
}

/// The width of the terminal that results go to, in columns; in a pipe always the same.
pub(super) fn width() -> usize {
    let width = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    width.map_or(100, |width| width.max(40))
}

/// Whether someone watches the work.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}
