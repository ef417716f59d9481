//! Notes on letters, from outside: that they are never in the wrong place, and never lost.

#[path = "../ground/mod.rs"]
mod ground;
mod truth;
