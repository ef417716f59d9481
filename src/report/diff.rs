//! What fixes would change, as a patch: the unified form that `patch` and `git apply` take.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

const REMOVED: Style = AnsiColor::BrightRed.on_default();
const ADDED: Style = AnsiColor::BrightGreen.on_default();
const HEAD: Style = Style::new().bold();

/// The lines that differ, in colours, with three lines around them. `path` is what the file is called, from the root.
#[must_use]
pub fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut shown = format!("{HEAD}--- a/{path}{HEAD:#}\n{HEAD}+++ b/{path}{HEAD:#}\n");
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        // Writing to a string cannot fail.
        let _ = writeln!(shown, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', REMOVED),
                ChangeTag::Insert => ('+', ADDED),
                ChangeTag::Equal => (' ', Style::new()),
            };
            // A line keeps its own end, also one of Windows.
            let line = change.value();
            let words = line.trim_end_matches('\n');
            let _ = writeln!(shown, "{style}{sign}{words}{style:#}");
            if change.missing_newline() {
                shown.push_str("\\ No newline at end of file\n");
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(old: &str, new: &str) -> String {
        anstream::adapter::strip_str(&diff("brieven/a.txt", old, new)).to_string()
    }

    #[test]
    fn only_what_differs_is_shown_with_the_lines_around_it() {
        let lines: Vec<String> = (1..=12).map(|n| format!("regel {n}\n")).collect();
        let old = lines.concat();
        insta::assert_snapshot!(plain(&old, &old.replace("regel 6\n", "regel zes\n")), @r"
        --- a/brieven/a.txt
        +++ b/brieven/a.txt
        @@ -3,7 +3,7 @@
         regel 3
         regel 4
         regel 5
        -regel 6
        +regel zes
         regel 7
         regel 8
         regel 9
        ");
    }

    #[test]
    fn line_ends_of_windows_and_a_last_line_without_one() {
        let shown = plain("een\r\ntwee", "een\r\n2");
        assert!(
            shown
                .ends_with(" een\r\n-twee\n\\ No newline at end of file\n+2\n\\ No newline at end of file\n"),
            "{shown:?}"
        );
    }
}
