//! Griffier: a language server and command line for Dutch parliamentary documents.
//!
//! The modules stand here in reading order.
//! **Layer rule**: a module uses only modules of a lower layer and its own; `lsp` and `cli` do not use each other, but for the command that serves.
//! `tests/architecture.rs` reads the sources and fails on an arrow that runs upward.

// Layer 1: plain things that know (next to) nothing of each other.
pub mod config;
pub mod identifier;
pub mod messages;
pub mod text;

// Layer 2: what a text says of itself.
pub mod letter;

// Layer 3: what a text says of others, and what is noted on it.
pub mod annotation;
pub mod citation;

// Layer 4: what exists.
pub mod corpus;

// Layer 5: letter and corpus together, and letters out of other formats.
pub mod analysis;
pub mod import;

// Layer 6: the same, in the terms of an editor or of a report.
pub mod export;
pub mod fetch;
pub mod ide;
pub mod report;

// Layer 7: the two faces.
pub mod cli;
pub mod lsp;
