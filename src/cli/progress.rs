//! How far long work has come, for one who watches a terminal; in a pipe nothing is said.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::messages::{Message, Translator};

use super::terminal;

/// A bar for `steps` steps that says what is being done. It shows nothing where the work takes no time.
pub(super) fn bar(steps: usize, code: &'static str, say: Translator) -> ProgressBar {
    if !terminal::is_watched() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar:.cyan/dim} {pos}/{len}")
        .expect("the template names fields that exist")
        .progress_chars("━╸─");
    let steps = u64::try_from(steps).unwrap_or(u64::MAX);
    // The bar comes with its first tick, so short work does not flash.
    let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr_with_hz(8));
    bar.set_style(style);
    bar.set_message(say.text(&Message::new(code)));
    bar.enable_steady_tick(Duration::from_millis(125));
    bar
}
