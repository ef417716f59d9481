//! Who indexes: one process at a time, by a lock that the system takes back from a process that is killed.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// The right to write the index, as long as it is held.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, and waits for it where another has it, of which `waits` hears.
    pub(super) fn wait(path: &Path, waits: &dyn Fn()) -> io::Result<Self> {
        let file = open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                waits();
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        Ok(Self { _file: file })
    }

    /// Takes the lock where nobody has it.
    pub(super) fn take(path: &Path) -> io::Result<Option<Self>> {
        let file = open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    File::options().create(true).truncate(false).write(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_the_lock_and_the_next_gets_it_after_that() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("index/x.lock");
        let first = Lock::wait(&path, &|| panic!("nobody else has it")).unwrap();
        assert!(Lock::take(&path).unwrap().is_none());
        std::thread::scope(|scope| {
            let (heard, waits) = std::sync::mpsc::channel();
            let second = scope.spawn(|| Lock::wait(&path, &move || heard.send(()).unwrap()).unwrap());
            waits.recv().unwrap();
            drop(first);
            drop(second.join().unwrap());
        });
        assert!(Lock::take(&path).unwrap().is_some());
    }
}
