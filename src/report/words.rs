//! Small things about the words of a letter when they are shown outside it.

/// The words on one line, without the marks of emphasis and without what tells a printer where a word may be broken.
pub(super) fn in_one_line(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(['*', '\u{AD}'], ""));
    words.collect::<Vec<_>>().join(" ")
}
