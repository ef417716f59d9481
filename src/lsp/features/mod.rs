//! The features, one small file each: from LSP, to what `ide` says, to LSP.
//!
//! Each gets a snapshot and knows nothing of engine, threads or client.

pub(super) mod annotations;
pub(super) mod cite;
pub(super) mod citing;
pub(super) mod code_action;
pub(super) mod completion;
pub(super) mod corpora;
pub(super) mod definition;
pub(super) mod diagnostics;
pub(super) mod document_highlight;
pub(super) mod document_link;
pub(super) mod document_state;
pub(super) mod document_symbol;
pub(super) mod dossier;
pub(super) mod hover;
mod note_action;
pub(super) mod notes_page;
pub(super) mod page;
pub(super) mod references;
pub(super) mod settings_file;
pub(super) mod tags;
pub(super) mod type_definition;
pub(super) mod workspace_symbol;
