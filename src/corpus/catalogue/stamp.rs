//! The digest of a large list, remembered for as long as its file is left alone.
//!
//! A compiled list is found by the digest of the list that it was made from. Of a list of a hundred megabytes taking that takes longer than everything else at a start; so it is kept beside the compiled file, with the size and the times of the file that it is of.
//! A file that was written a moment ago may be written again within the same tick of the clock, so its digest is not kept.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// The end of the name of a file with a stamp.
pub(super) const EXTENSION: &str = "stamp";

/// Smaller lists are read anew every time, which takes a few milliseconds.
const LARGE: u64 = 4 << 20;

/// Clocks of file systems may tick as seldom as every two seconds.
const TICK: Duration = Duration::from_secs(3);

/// The digest of the list at `path`, where it is known.
pub(super) fn read(folder: &Path, path: &Path) -> Option<u128> {
    let metadata = large(path)?;
    let stamp = fs::read_to_string(file(folder, path)).ok()?;
    let (said, digest) = stamp.trim_end().rsplit_once(' ')?;
    (said == described(path, &metadata)?).then(|| u128::from_str_radix(digest, 16).ok())?
}

/// Remembers the digest of the list at `path`. It is no matter where that fails.
pub(super) fn write(folder: &Path, path: &Path, digest: u128) {
    let Some(metadata) = large(path) else { return };
    let is_settled = metadata
        .modified()
        .is_ok_and(|written| SystemTime::now().duration_since(written).is_ok_and(|age| age > TICK));
    let Some(described) = described(path, &metadata).filter(|_| is_settled) else { return };
    let _ = fs::create_dir_all(folder);
    if let Ok(mut new) = tempfile::Builder::new().prefix(".griffier-").tempfile_in(folder) {
        let written = std::io::Write::write_all(&mut new, format!("{described} {digest:032x}\n").as_bytes());
        if written.is_ok() {
            let _ = new.persist(file(folder, path));
        }
    }
}

fn large(path: &Path) -> Option<Metadata> {
    fs::metadata(path).ok().filter(|metadata| metadata.is_file() && metadata.len() > LARGE)
}

fn file(folder: &Path, path: &Path) -> PathBuf {
    folder.join(format!("{:016x}.{EXTENSION}", xxh3_64(path.as_os_str().as_encoded_bytes())))
}

/// All that changes when a file is written or replaced, with the path, since two paths may share the name of a stamp.
fn described(path: &Path, metadata: &Metadata) -> Option<String> {
    let written = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let path = xxh3_128(path.as_os_str().as_encoded_bytes());
    Some(format!("{path:032x} {} {written} {}", metadata.len(), inode(metadata)))
}

/// What nobody can set back: the inode and the time of its last change.
#[cfg(unix)]
fn inode(metadata: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!("{} {} {}.{}", metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> String {
    String::from("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_known_until_the_file_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (path, cache) = (folder.path().join("groot.txt"), folder.path().join("cache"));
        let write_list = |bytes: Vec<u8>, age: Duration| {
            fs::write(&path, bytes).unwrap();
            let file = fs::File::options().append(true).open(&path).unwrap();
            file.set_modified(SystemTime::now() - age).unwrap();
        };
        let size = usize::try_from(LARGE).unwrap() + 1;
        write_list(vec![b'a'; size], Duration::ZERO);
        write(&cache, &path, 7);
        assert_eq!(read(&cache, &path), None, "it may be written again within the same tick");
        write_list(vec![b'a'; size], 2 * TICK);
        write(&cache, &path, 7);
        assert_eq!(read(&cache, &path), Some(7));
        write_list(vec![b'b'; size], 2 * TICK);
        assert_eq!(read(&cache, &path), None);
        write(&cache, &path, 8);
        assert_eq!(read(&cache, &path), Some(8));
        fs::write(file(&cache, &path), "vernield").unwrap();
        assert_eq!(read(&cache, &path), None);
        write_list(vec![b'a'; 10], 2 * TICK);
        write(&cache, &path, 9);
        assert_eq!(read(&cache, &path), None, "a small list is read anew every time");
    }
}
