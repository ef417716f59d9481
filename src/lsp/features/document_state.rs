//! `griffier/documentState`: the version and a hash of the text as the server has it, so that tests, and clients in doubt, can hold it against their own. Described in `schemas/protocol.md`.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::TextDocumentIdentifier;
use xxhash_rust::xxh3::xxh3_64;

use crate::text::Buffer;

/// What is asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    /// Of which document.
    pub(in crate::lsp) text_document: TextDocumentIdentifier,
}

/// What is answered; null for a letter that is out of step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(in crate::lsp) struct DocumentState {
    /// The version that the client gave the text.
    version: i32,
    /// XXH3-64 of the text in UTF-8, as 16 hexadecimal digits in lower case.
    hash: String,
}

impl DocumentState {
    /// The state of a text.
    pub(in crate::lsp) fn of(version: i32, buffer: &Buffer) -> Self {
        Self { version, hash: format!("{:016x}", xxh3_64(buffer.contents().as_bytes())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        // The hash is what the reference implementation, `xxhsum -H3`, says of these bytes.
        let state = DocumentState::of(3, &Buffer::new("Kamerstuk 29 521, nr. 385"));
        let json = serde_json::to_string(&state).unwrap();
        assert_eq!(json, r#"{"version":3,"hash":"c0294423000d226c"}"#);
    }
}
