//! Whether a file is still the one that was read: by its size, its times and its identity, without reading it.
//!
//! Clocks of file systems tick slowly, so that a file that was written just before it was read may be written again unseen; such a stamp is believed no more than once.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Clocks of file systems may tick as seldom as every two seconds.
const TICK: Duration = Duration::from_secs(3);

/// What is known of a file without reading it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Stamp {
    facts: Option<Facts>,
    /// Whether it had been left alone for long enough when it was looked at.
    settled: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Facts {
    len: u64,
    written: SystemTime,
    /// Who writes whole puts another file in its place.
    inode: u64,
}

impl Stamp {
    /// Looks at a file, before it is read.
    pub(super) fn of(path: &Path) -> Self {
        let facts = fs::metadata(path).ok().and_then(|metadata| {
            let written = metadata.modified().ok()?;
            Some(Facts { len: metadata.len(), written, inode: inode(&metadata) })
        });
        let age = |facts: Facts| SystemTime::now().duration_since(facts.written).ok();
        let settled = facts.is_none_or(|facts| age(facts).is_some_and(|age| age > TICK));
        Self { facts, settled }
    }

    /// Whether there is no file.
    pub(super) const fn is_absent(&self) -> bool {
        self.facts.is_none()
    }

    /// Whether what was read under this stamp still stands in the file, of which `now` is the stamp.
    pub(super) fn is_still(&self, now: &Self) -> bool {
        self.settled && self.facts == now.facts
    }
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    metadata.ino()
}

#[cfg(not(unix))]
fn inode(metadata: &fs::Metadata) -> u64 {
    let made = metadata.created().ok().and_then(|made| made.duration_since(SystemTime::UNIX_EPOCH).ok());
    made.map_or(0, |made| made.as_secs() << 30 | u64::from(made.subsec_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_just_written_is_not_believed_and_one_that_rests_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brief.txt");
        let absent = Stamp::of(&path);
        assert!(absent.is_absent() && absent.is_still(&Stamp::of(&path)));
        fs::write(&path, "een").unwrap();
        assert!(!absent.is_still(&Stamp::of(&path)));
        let fresh = Stamp::of(&path);
        assert!(!fresh.is_still(&Stamp::of(&path)), "it may be written again within the tick");
        let file = fs::File::options().append(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_mins(1)).unwrap();
        let rested = Stamp::of(&path);
        assert!(rested.is_still(&Stamp::of(&path)));
        fs::write(&path, "twee").unwrap();
        assert!(!rested.is_still(&Stamp::of(&path)));
    }
}
