//! Paths as the index keeps them: relative to the root where they lie in it, byte for byte.

use std::path::{Path, PathBuf};

/// The bytes of a path; `None` where the system has no bytes for it.
#[cfg_attr(unix, expect(clippy::unnecessary_wraps, reason = "other systems have paths without bytes"))]
pub(super) fn to_bytes<'a>(path: &'a Path, root: &Path) -> Option<&'a [u8]> {
    let within = path.strip_prefix(root).unwrap_or(path);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        Some(within.as_os_str().as_bytes())
    }
    #[cfg(not(unix))]
    within.to_str().map(str::as_bytes)
}

/// The path that these are the bytes of; `None` where they are those of none.
#[cfg_attr(unix, expect(clippy::unnecessary_wraps, reason = "other systems have bytes without a path"))]
pub(super) fn from_bytes(bytes: &[u8], root: &Path) -> Option<PathBuf> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        Some(root.join(std::ffi::OsStr::from_bytes(bytes)))
    }
    #[cfg(not(unix))]
    std::str::from_utf8(bytes).ok().map(|path| root.join(path))
}

/// How a file lies on disk. What has changed in a file shows here, without it being read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stat {
    pub(super) size: i64,
    /// In nanoseconds since 1970; [`Stat::UNSURE`] where a change might not show in it.
    pub(super) modified: i64,
    pub(super) inode: i64,
}

impl Stat {
    /// Never the time of a file, so that it is read again.
    pub(super) const UNSURE: i64 = i64::MIN;

    pub(super) fn of(metadata: &std::fs::Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = since.and_then(|since| i64::try_from(since.as_nanos()).ok());
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(metadata).cast_signed();
        #[cfg(not(unix))]
        let inode = 0;
        Self {
            size: i64::try_from(metadata.len()).unwrap_or(i64::MAX),
            modified: modified.unwrap_or(Self::UNSURE),
            inode,
        }
    }

    /// The same, to be kept for a file that was read now. Some disks count in steps of two seconds: of what was written only just now, the next change may bear the same time.
    pub(super) fn settled(self) -> Self {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let now = i64::try_from(now.as_nanos()).unwrap_or(i64::MAX);
        let modified =
            if self.modified > now.saturating_sub(2_000_000_000) { Self::UNSURE } else { self.modified };
        Self { modified, ..self }
    }
}
