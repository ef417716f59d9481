//! The files of an index: which is whose, how a new one takes the place of the old, and what becomes of a damaged one.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::civil::{Date, date};
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_128;

use crate::citation::EDITION;
use crate::config::CorpusConfig;

use super::schema::{self, SCHEMA};
use super::trouble::Trouble;

/// The index of a workspace that nobody has opened for so long is not missed.
const STALE: Duration = Duration::from_hours(90 * 24);

/// The file of the index of these letters. Another root, other settings of where letters lie, another version of the tables or of the recogniser: another file, so that none reads or undoes what another wrote.
pub(super) fn name(folder: &Path, root: &Path, config: &CorpusConfig) -> PathBuf {
    let whole = format!("{}\n{:?}\n{:?}", root.display(), config.letters, config.exclude);
    let key = xxh3_128(whole.as_bytes());
    folder.join(format!("{key:032x}-v{SCHEMA}.{EDITION}.sqlite"))
}

/// The name with another end.
pub(super) fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// What sets one file apart from another that has since taken its name.
pub(super) fn identity(file: &Path) -> Option<(u64, u64)> {
    let metadata = fs::metadata(file).ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        Some((metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let made = metadata.created().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some((made.as_secs(), made.subsec_nanos().into()))
    }
}

/// An empty file, in which a new index is made. One who was killed over such work has left such a file.
pub(super) fn beside(file: &Path) -> io::Result<NamedTempFile> {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let prefix = format!(".{}-", name.display());
    for entry in fs::read_dir(folder)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            let _ = fs::remove_file(entry.path());
        }
    }
    tempfile::Builder::new().prefix(&prefix).tempfile_in(folder)
}

/// Puts a new index in the place of the old.
pub(super) fn replace(file: &Path, new: NamedTempFile) -> Result<(), Trouble> {
    if file.exists() {
        // All that the old one has must be in its file before its log goes; else one who opens it between the two would find half of it.
        let emptied = schema::open(file, true).and_then(|old| match old {
            Some(old) => {
                Ok(old.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))?)
            }
            None => Ok(0),
        });
        if !matches!(emptied, Ok(0)) {
            fs::remove_file(file)?;
        }
    }
    remove_log(file)?;
    new.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// Puts a damaged index aside, for whoever wants to know what became of it.
pub(super) fn set_aside(file: &Path) -> io::Result<()> {
    let aside = with_end(file, &format!(".damaged-{}", today()));
    match fs::rename(file, &aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    remove_log(file)
}

/// The date, by the clock of the world.
fn today() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    date(1970, 1, 1).checked_add(since).unwrap_or_default()
}

fn remove_log(file: &Path) -> io::Result<()> {
    for end in ["-wal", "-shm"] {
        match fs::remove_file(with_end(file, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Takes away the indexes that nobody has used for long.
pub(super) fn tidy(file: &Path) {
    let age = |path: &Path| SystemTime::now().duration_since(fs::metadata(path).ok()?.modified().ok()?).ok();
    let entries = file.parent().and_then(|folder| fs::read_dir(folder).ok());
    let own = file.file_name().unwrap_or_default().to_string_lossy();
    for entry in entries.into_iter().flatten().flatten() {
        let path = entry.path();
        let is_ours = entry.file_name().to_string_lossy().contains(".sqlite");
        if is_ours
            && !entry.file_name().to_string_lossy().contains(&*own)
            && age(&path).is_some_and(|age| age > STALE)
        {
            let _ = fs::remove_file(path);
        }
    }
}
