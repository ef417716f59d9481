//! The command line as users and other programs meet it: the real binary, its output word for word.
//!
//! Files that are generated are compared here, and rewritten by `UPDATE=1 cargo test`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod annotate;
mod bad_input;
mod catalogue;
mod check;
mod check_options;
mod cite;
mod desk;
mod forms;
mod help;
mod import;
mod index;
mod journey;
mod measure;
mod mend;
mod refs;
mod rules;
mod schemas;
mod small_commands;
mod word;
#[allow(dead_code, reason = "not every test writes all that can be written")]
#[path = "../word/writer.rs"]
mod writer;
