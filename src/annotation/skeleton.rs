//! A text without what print, extraction and typing habits change: blanks, line ends, hyphenation, the form of quotation marks.

/// The characters that stay, each with its place.
#[derive(Debug, Default)]
pub(super) struct Skeleton {}

impl Skeleton {
    pub(super) fn new(_text: &str) -> Self {
        Self::default()
    }
}
