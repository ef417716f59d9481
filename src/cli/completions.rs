//! `griffier completions`: what a shell completes.

use std::io::Write as _;

use crate::messages::Translator;

use super::args::Completions;
use super::failure::{Outcome, Verdict};
use super::{help, terminal};

pub(super) fn run(args: &Completions, say: Translator) -> Outcome {
    // The generator panics where it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(say), "griffier", &mut script);
    let mut out = terminal::results();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Verdict::Good)
}
