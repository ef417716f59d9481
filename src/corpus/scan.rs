//! Reading all letters of a workspace, on all cores.

use super::{Moment, ReadLetter};

/// The outcome of a scan.
#[derive(Debug)]
pub struct Scan {
    /// When it began.
    pub(super) started: Moment,
    /// What it found, by path.
    pub(super) letters: Vec<ReadLetter>,
}
