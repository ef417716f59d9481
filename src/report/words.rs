//! Small things about the words of a letter when they are shown outside it.

/// The words on one line, as they were before the printer broke and hyphenated them.
pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
