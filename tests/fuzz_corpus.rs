//! What the fuzzer found worth keeping is read again: no bytes bring the recogniser down.
//!
//! The fuzzer itself stands in `tests/fuzz/` and needs a compiler that instruments; this needs none.

use std::fs;
use std::path::Path;

#[path = "fuzz/check.rs"]
mod check;

#[test]
fn every_kept_input_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/recognise");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs = 0;
    for entry in entries {
        let path = entry.expect("the folder is listed").path();
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        check::check(&bytes);
        inputs += 1;
    }
    assert!(inputs > 20, "{inputs}");
}
