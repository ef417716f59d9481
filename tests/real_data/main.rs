//! Griffier on real papers and real lists, which are no part of the project.
//!
//! They lie in the folder that `GRIFFIER_SHARED` names, else in `../shared`.
//! Where they are missing, each test says so and passes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../ground/mod.rs"]
mod ground;

mod catalogue;
mod citations;
mod command_line;
mod findings;
mod gold;
mod handelingen;
mod import;
mod linked;
mod mend;
mod notes;
mod papers;
mod record;
mod references;
mod verdicts;
mod word;

use std::path::PathBuf;

/// The folder of real material, or nothing, which is said.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn shared() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder =
        std::env::var_os("GRIFFIER_SHARED").map_or_else(|| root.join("../shared"), |name| root.join(name));
    let found = folder.join("data").is_dir();
    if !found {
        println!("skipped: there is no real data in {}", folder.display());
    }
    found.then_some(folder)
}
