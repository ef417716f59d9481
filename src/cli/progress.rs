//! How far long work has come, for one who watches a terminal; in a pipe nothing is said.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::messages::{Message, Translator};

use super::terminal;

/// Work that takes its time.
pub(super) struct Bar(ProgressBar);

/// A bar that says what is being done.
pub(super) fn bar(code: &'static str, say: Translator) -> Bar {
    if !terminal::is_watched() {
        return Bar(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar:.cyan/dim} {pos}/{len}")
        .expect("the template names fields that exist")
        .progress_chars("━╸─");
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(8));
    bar.set_style(style);
    bar.set_message(say.text(&Message::new(code)));
    Bar(bar)
}

impl Bar {
    /// So much of all has been done. Can be told from any thread.
    pub(super) fn at(&self, done: usize, of: usize) {
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        self.0.set_length(count(of));
        self.0.set_position(count(done));
    }

    /// The work is done, and the bar goes.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
