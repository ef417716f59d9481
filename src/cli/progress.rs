//! How far long work has come, for one who watches a terminal; in a pipe nothing is said.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::messages::{Message, Translator};

use super::terminal;

/// Work that takes no longer than this goes without a bar, which would only flash.
const SHORT: Duration = Duration::from_millis(400);

/// Work that may take its time.
pub(super) struct Bar {
    line: ProgressBar,
    began: Instant,
    shown: Once,
}

/// A bar that says what is being done, once that takes long.
pub(super) fn bar(code: &'static str, say: Translator) -> Bar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template("{msg} {wide_bar:.cyan/dim} {pos}/{len} {eta}")
        .expect("the template names fields that exist")
        .progress_chars("━╸─");
    bar.set_style(style);
    bar.set_message(say.text(&Message::new(code)));
    Bar { line: bar, began: Instant::now(), shown: Once::new() }
}

impl Bar {
    /// So much of all has been done. Can be told from any thread.
    pub(super) fn at(&self, done: usize, of: usize) {
        if self.began.elapsed() < SHORT || !terminal::is_watched() {
            return;
        }
        self.shown.call_once(|| self.line.set_draw_target(ProgressDrawTarget::stderr_with_hz(8)));
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        self.line.set_length(count(of));
        self.line.set_position(count(done));
    }

    /// The work is done, and the bar goes.
    pub(super) fn end(&self) {
        self.line.finish_and_clear();
    }
}
