//! The index of letters on disk: what the letters in the folders of a workspace are and what they cite, kept from one start to the next and shared by all processes.
//!
//! It is a cache: letters are the truth, and it may be deleted at any time. It lies in the cache folder, one file for each root (`files`), and only here SQL is known.
//! `sync` brings it up to date, one process at a time (`lock`): it looks at all files and reads what has changed, into a file that is there (`batch`) or into a new one (`bulk`).
//! `store` answers, from one state at a time (`snapshot`); what is looked for in words, by way of the `lexicon` (`seek`). Every row has a digest (`schema`), and shelves make absence as sure as presence (`shelf`).

mod all_shelves;
mod batch;
mod bulk;
mod bytes;
mod files;
mod lexicon;
mod lock;
mod paths;
mod prepared;
mod record;
mod rows;
mod runs;
mod schema;
mod seek;
mod shelf;
mod snapshot;
mod stats;
mod store;
mod sync;
mod trouble;
mod verify;

pub(in crate::corpus) use record::Filed;
pub(in crate::corpus) use snapshot::Snapshot;
pub use stats::Stats;
pub use store::{Hear, Notice, Store};
pub use sync::{How, Index, Synced, Updated, Watch};
pub(in crate::corpus) use trouble::Trouble;
pub use trouble::Unusable;
pub use verify::{Flaw, Verified};

#[cfg(test)]
mod tests;
