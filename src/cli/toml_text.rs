//! Settings as they stand in `griffier.toml`, as far as only commands write them.

use crate::config::quoted;

/// A list of texts.
pub(super) fn list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}
