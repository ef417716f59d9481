//! Feeds any bytes to the recogniser: `cargo fuzz run --fuzz-dir tests/fuzz recognise`.

#![no_main]

#[path = "../check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check(bytes));
