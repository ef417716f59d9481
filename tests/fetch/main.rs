//! Fetching, from servers on this machine that speak as the official services do, and misbehave as any server may.
//!
//! The real command runs against them, and is killed at any moment; nothing here waits for a time to pass, and nothing reaches the network.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod client;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../cli/desk.rs"]
mod desk;
#[cfg(unix)]
mod first_day;
mod harvest;
mod kill;
mod many;
mod odata;
mod papers;
mod server;
mod sru;
#[cfg(unix)]
#[allow(dead_code, reason = "not every test writes all that can be written")]
#[path = "../word/writer.rs"]
mod writer;
