//! The server as an editor meets it: the real one, spoken to in frames, every message checked against LSP 3.18.
//!
//! The helpers come first, then what is tested. Nothing here waits for a time; it waits for an event, with a generous limit.

mod facts;
mod model;
mod model_bites;
