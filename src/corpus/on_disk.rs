//! What answers look up on disk: whether there is a file that a letter links to, and the text of a letter that is quoted.
//!
//! Both are asked with every keystroke, so both are remembered, for as long as the folder or the file stays what it was when it was looked at.
//! A folder changes its time whenever a file in it comes or goes, so that one look at the folder stands for a look at each of its files.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use super::read_text;

/// What has changed less long ago may change again without a later time: clocks of file systems are as coarse as two seconds.
const SETTLED: Duration = Duration::from_secs(3);

/// So many texts are remembered, and so many folders; beyond that all are forgotten rather than that they grow.
const MOST: usize = 64;

/// What was seen on disk, shared by all states of a corpus.
#[derive(Debug, Default)]
pub(super) struct OnDisk {
    folders: Mutex<HashMap<PathBuf, Folder>>,
    texts: Mutex<HashMap<PathBuf, Text>>,
}

#[derive(Debug)]
struct Folder {
    changed: SystemTime,
    /// Whether there is a file of this name; none where nobody could tell.
    files: HashMap<OsString, Option<bool>>,
}

#[derive(Debug)]
struct Text {
    changed: SystemTime,
    bytes: u64,
    words: Arc<str>,
}

/// What a folder is to one who may look at nothing outside the root.
#[derive(Clone, Copy)]
enum Look {
    /// It is there, and changed last at this time.
    There(Option<SystemTime>),
    /// It is not there, and neither is anything in it.
    Missing,
    /// It lies outside by way of a link, or cannot be looked at.
    Shut,
}

impl OnDisk {
    /// Whether there is a file or folder at each of these places within `root`; `None` where that is not to be looked at.
    pub(super) fn files_at(&self, root: &Path, paths: &[PathBuf]) -> Vec<Option<bool>> {
        let mut looks: HashMap<&Path, Look> = HashMap::new();
        // A lock is poisoned by a panic between two whole states, so what it holds is sound.
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answers = Vec::with_capacity(paths.len());
        for path in paths {
            let place = path.parent().zip(path.file_name()).filter(|(folder, _)| folder.starts_with(root));
            answers.push(match place {
                _ if path == root => Some(true),
                None => None,
                Some((folder, name)) => match *looks.entry(folder).or_insert_with(|| look(root, folder)) {
                    Look::Missing => Some(false),
                    Look::Shut => None,
                    Look::There(changed) => remembered(&mut known, folder, changed, name),
                },
            });
        }
        answers
    }

    /// The text of a letter; `None` where it cannot be read.
    pub(super) fn text_at(&self, path: &Path) -> Option<Arc<str>> {
        let metadata = fs::metadata(path).ok()?;
        let (changed, bytes) = (metadata.modified().ok(), metadata.len());
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |it: &&Text| Some(it.changed) == changed && it.bytes == bytes;
        if let Some(known) = texts.get(path).filter(same) {
            return Some(Arc::clone(&known.words));
        }
        let text: Arc<str> = read_text(path, None).ok()?.text.into();
        if let Some(changed) = changed.filter(|it| is_settled(*it)) {
            if texts.len() >= MOST {
                texts.clear();
            }
            texts.insert(path.to_owned(), Text { changed, bytes, words: Arc::clone(&text) });
        }
        Some(text)
    }
}

/// Whether a folder has a file of this name, by what is remembered of it, else by a look.
fn remembered(
    known: &mut HashMap<PathBuf, Folder>,
    folder: &Path,
    changed: Option<SystemTime>,
    name: &OsStr,
) -> Option<bool> {
    let is_there = || match fs::symlink_metadata(folder.join(name)) {
        Ok(_) => Some(true),
        Err(error) => (error.kind() == ErrorKind::NotFound).then_some(false),
    };
    let Some(changed) = changed.filter(|it| is_settled(*it)) else { return is_there() };
    if known.get(folder).is_none_or(|it| it.changed != changed) {
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(folder.to_owned(), Folder { changed, files: HashMap::new() });
    }
    let files = known.get_mut(folder).map(|it| &mut it.files)?;
    if let Some(answer) = files.get(name) {
        return *answer;
    }
    let answer = is_there();
    files.insert(name.to_owned(), answer);
    answer
}

fn is_settled(changed: SystemTime) -> bool {
    changed.elapsed().is_ok_and(|since| since > SETTLED)
}

/// What a folder that lies in the root by its letters is in truth.
fn look(root: &Path, folder: &Path) -> Look {
    let real_root = match root.canonicalize() {
        Ok(root) => root,
        Err(error) if error.kind() == ErrorKind::NotFound => return Look::Missing,
        Err(_) => return Look::Shut,
    };
    match folder.canonicalize() {
        Ok(real) if real.starts_with(&real_root) => {
            Look::There(fs::metadata(&real).and_then(|it| it.modified()).ok())
        }
        // A link that leads nowhere may lead nowhere outside.
        Err(error) if error.kind() == ErrorKind::NotFound && !passes_link(root, folder) => Look::Missing,
        _ => Look::Shut,
    }
}

/// Whether the way from the root to a folder goes by a link.
fn passes_link(root: &Path, folder: &Path) -> bool {
    folder.ancestors().take_while(|step| *step != root).any(Path::is_symlink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_comes_or_goes_is_noticed() {
        let root = tempfile::tempdir().unwrap();
        let seen = OnDisk::default();
        let long_ago = SystemTime::now() - Duration::from_mins(10);
        let set = |path: &Path, time| fs::File::open(path).unwrap().set_modified(time).unwrap();
        let at = |name: &str| root.path().join(name);
        set(root.path(), long_ago);
        let ask = || seen.files_at(root.path(), &[at("nota.pdf"), at("bijlagen/nota.pdf"), at("")]);
        assert_eq!(ask(), [Some(false), Some(false), Some(true)]);
        // Remembered now, and asked anew once the folder has changed.
        assert_eq!(ask(), [Some(false), Some(false), Some(true)]);
        fs::write(at("nota.pdf"), "").unwrap();
        fs::create_dir(at("bijlagen")).unwrap();
        assert_eq!(ask(), [Some(true), Some(false), Some(true)]);
        fs::remove_file(at("nota.pdf")).unwrap();
        assert_eq!(ask(), [Some(false), Some(false), Some(true)]);
    }

    #[test]
    fn a_text_is_read_again_when_it_has_changed() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("brief.txt");
        let seen = OnDisk::default();
        assert_eq!(seen.text_at(&path), None);
        let write = |text: &str, ago| {
            fs::write(&path, text).unwrap();
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(ago)).unwrap();
        };
        write("De missie wordt verlengd.", 600);
        let text = seen.text_at(&path).unwrap();
        assert_eq!(&*text, "De missie wordt verlengd.");
        assert!(Arc::ptr_eq(&text, &seen.text_at(&path).unwrap()));
        write("De missie wordt beeindigd.", 500);
        assert_eq!(seen.text_at(&path).as_deref(), Some("De missie wordt beeindigd."));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_is_a_link_to_elsewhere_is_not_looked_at() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("nota.pdf"), "").unwrap();
        std::os::unix::fs::symlink(outside.path(), root.path().join("bijlagen")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("weg"), root.path().join("nergens")).unwrap();
        let seen = OnDisk::default();
        let paths = ["bijlagen/nota.pdf", "bijlagen/er-niet.pdf", "nergens/nota.pdf", "er-niet/nota.pdf"];
        let paths = paths.map(|path| root.path().join(path));
        assert_eq!(seen.files_at(root.path(), &paths), [None, None, None, Some(false)]);
    }
}
