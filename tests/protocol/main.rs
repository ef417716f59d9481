//! The server as an editor meets it: the real one, spoken to in frames, every message checked against LSP 3.18.
//!
//! The helpers come first, then what is tested. Nothing here waits for a time; it waits for an event, with a generous limit.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::format_push_string, reason = "texts are put together as they read")]
#![expect(clippy::needless_pass_by_value, reason = "a message is made where it is handed over")]

mod client;
mod facts;
mod fixtures;
mod honesty;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../fetch/server.rs"]
mod http;
mod letters;
mod model;
mod oracle;
mod profile;
mod shared;
mod start;
mod wire;

mod abuse;
mod actions;
mod corpus_features;
mod diagnostics;
mod dossiers;
mod fetching;
mod honesty_bites;
mod journey;
mod lifecycle;
mod liveness;
mod model_bites;
mod notes;
mod order;
mod panics;
mod process;
mod real_texts;
mod session;
mod settings;
mod settled;
mod step;
mod workspace;
