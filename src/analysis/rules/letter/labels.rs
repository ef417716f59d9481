//! What the rules about footnotes share.

use std::collections::HashMap;

use crate::letter::WrittenNote;

/// The first of each label, in small letters, which is how Markdown compares them.
pub(super) fn labels<'a>(text: &str, signs: &'a [WrittenNote]) -> HashMap<String, &'a WrittenNote> {
    let mut first = HashMap::new();
    for sign in signs {
        first.entry(sign.label.of(text).to_lowercase()).or_insert(sign);
    }
    first
}
