//! Who writes a sidecar: one process at a time, by a lock that the system takes back from one that is killed.
//!
//! The sidecar itself cannot be locked, since whoever writes it puts another file in its place.
//! So a file beside it is, which goes when the work is done; one that a killed process left is of no consequence.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use same_file::Handle;

/// Writing takes milliseconds; who holds the lock for longer hangs.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(2);

/// The right to write a sidecar, as long as it is held.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Let go by closing it, after the file is gone.
    _file: File,
}

impl Lock {
    /// Takes the lock at `path`, and waits a while for it. [`io::ErrorKind::WouldBlock`] where another keeps it.
    pub(super) fn take(path: &Path) -> io::Result<Self> {
        let begun = Instant::now();
        loop {
            match Self::try_take(path) {
                Ok(Some(lock)) => return Ok(lock),
                // On Windows a file that is being deleted cannot be opened for a moment.
                Err(error) if !cfg!(windows) || error.kind() != io::ErrorKind::PermissionDenied => {
                    return Err(error);
                }
                Err(error) if begun.elapsed() > PATIENCE => return Err(error),
                Ok(None) if begun.elapsed() > PATIENCE => return Err(io::ErrorKind::WouldBlock.into()),
                _ => std::thread::sleep(PAUSE),
            }
        }
    }

    fn try_take(path: &Path) -> io::Result<Option<Self>> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Who had it before may have deleted it after we opened it; then it guards nothing.
        let same =
            Handle::from_path(path).and_then(|there| Ok(there == Handle::from_file(file.try_clone()?)?));
        Ok(same.unwrap_or(false).then(|| Self { path: path.to_owned(), _file: file }))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Deleted while it is held, so that nobody deletes the lock of another.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_has_it_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".x.lock");
        let count = std::sync::Mutex::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _lock = Lock::take(&path).unwrap();
                        let mut inside = count.try_lock().expect("nobody else is inside");
                        *inside += 1;
                    }
                });
            }
        });
        assert_eq!(*count.lock().unwrap(), 200);
        assert!(!path.exists());
    }
}
