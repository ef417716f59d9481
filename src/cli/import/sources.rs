//! Which files are imported: those that were named, and in folders those that are of a kind that becomes a letter.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::import::{Kind, sniff};
use crate::messages::{Argument, Message, reason};

/// No source is larger; what is, was named by mistake.
const LARGEST: u64 = 256 << 20;

/// So much of a file says what it is.
const START: u64 = 4096;

/// A file that may become a letter.
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Its size in bytes.
    pub(super) len: u64,
    /// Whether it was named itself, rather than a folder.
    pub(super) named: bool,
}

/// What there is.
#[derive(Default)]
pub(super) struct Sources {
    /// By path, each once.
    pub(super) files: Vec<Found>,
    /// What was named or met and cannot be looked at, and why.
    pub(super) failed: Vec<(PathBuf, Message)>,
    /// How many files in folders are something else.
    pub(super) skipped: usize,
}

/// Looks up what was named; one bad name does not stop the others.
pub(super) fn find(named: &[PathBuf]) -> Sources {
    let mut sources = Sources::default();
    let mut files = BTreeMap::new();
    let mut others = Vec::new();
    for path in named {
        match fs::metadata(path) {
            Err(error) => sources.failed.push((path.clone(), reason(&error))),
            Ok(metadata) if metadata.is_dir() => walk(path, &mut files, &mut others, &mut sources.failed),
            Ok(metadata) => {
                files.insert(path.clone(), (metadata.len(), true));
            }
        }
    }
    // One that was named as well is not passed over.
    sources.skipped = others.iter().filter(|path| !files.contains_key(*path)).count();
    sources.files = files.into_iter().map(|(path, (len, named))| Found { path, len, named }).collect();
    sources
}

/// Looks through a folder, but for what is hidden and what links lead to.
fn walk(
    folder: &Path,
    files: &mut BTreeMap<PathBuf, (u64, bool)>,
    others: &mut Vec<PathBuf>,
    failed: &mut Vec<(PathBuf, Message)>,
) {
    // A folder of sources is no workspace: what is kept out of a repository is imported all the same.
    let walk = WalkBuilder::new(folder).standard_filters(false).hidden(true).follow_links(false).build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let reason = error
                    .io_error()
                    .map_or_else(|| Message::new("reason-other").with("error", &error), reason);
                failed.push((folder.to_owned(), reason));
                continue;
            }
        };
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.into_path();
        let len = fs::metadata(&path).map_or(0, |metadata| metadata.len());
        if may_be_imported(&path) {
            files.entry(path).or_insert((len, false));
        } else {
            others.push(path);
        }
    }
}

/// By its name, else by how it begins; of an archive the beginning only says that it may be a Word file.
fn may_be_imported(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    if matches!(end.as_str(), "xml" | "docx" | "docm" | "dotx") {
        return true;
    }
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(START).read_to_end(&mut start));
    read.is_ok() && sniff(&start).is_imported()
}

/// The bytes of a file; `None` for one in a folder that turns out to be something else.
pub(super) fn bytes(file: &Found) -> Result<Option<Vec<u8>>, Message> {
    let failed = |error: io::Error| reason(&error);
    let mut bytes = Vec::new();
    let mut open = File::open(&file.path).map_err(failed)?;
    if file.len > LARGEST {
        // Only its beginning is read, to say what it is.
        open.take(START).read_to_end(&mut bytes).map_err(failed)?;
        let kind = sniff(&bytes);
        if !file.named && !kind.is_imported() && kind != Kind::Archive {
            return Ok(None);
        }
        return Err(Message::new("import-larger").with("limit", Argument::Number(LARGEST >> 20)));
    }
    open.by_ref().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Some(bytes).filter(|bytes| file.named || sniff(bytes).is_imported()))
}
