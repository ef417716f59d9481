//! The threads on which queries run.
//!
//! Not the global pool of rayon: a scan of ten thousand letters keeps that busy, and a hover must not wait for it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// More than there are cores, so that a few heavy queries do not hold up a light one.
const LEAST_THREADS: usize = 4;

/// Threads for queries.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    threads: Option<Arc<rayon::ThreadPool>>,
}

impl Pool {
    pub(super) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(cores.max(LEAST_THREADS))
            .thread_name(|n| format!("query-{n}"))
            .build()
            .inspect_err(|error| tracing::error!(%error, "no threads for queries; one at a time then"));
        Self { threads: threads.ok().map(Arc::new) }
    }

    /// Runs `work`, and `panicked` where it panics.
    pub(super) fn run(&self, work: impl FnOnce() + Send + 'static, panicked: impl FnOnce() + Send + 'static) {
        let job = move || {
            // What `work` shares with others are once-cells, which stay empty where their making panics.
            if catch_unwind(AssertUnwindSafe(work)).is_err() {
                panicked();
            }
        };
        match &self.threads {
            Some(threads) => threads.spawn(job),
            None => job(),
        }
    }
}
