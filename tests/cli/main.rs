//! The command line as users and other programs meet it: the real binary, its output word for word.
//!
//! Files that are generated are compared here, and rewritten by `UPDATE=1 cargo test`.

mod bad_input;
mod catalogue;
mod cite;
mod desk;
mod help;
mod schemas;
mod small_commands;
