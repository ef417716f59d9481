//! Which file holds the notes of which letter.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

/// What a letter's name ends in to make that of its notes.
pub(super) const ENDING: &str = ".annotations.json";

/// Where notes lie: beside their letters, or in a folder of their own, so that they stay behind when letters are sent on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    /// The root of the workspace, and the folder of notes in it.
    folder: Option<(PathBuf, PathBuf)>,
}

impl Places {
    /// Beside the letters.
    #[must_use]
    pub const fn beside() -> Self {
        Self { folder: None }
    }

    /// In a folder, relative to `root` or absolute, in which the folders of the letters are told again. Notes of letters outside the root lie beside them.
    #[must_use]
    pub fn in_folder(root: &Path, folder: &Path) -> Self {
        Self { folder: Some((root.to_owned(), root.join(folder))) }
    }

    /// By the settings of a workspace.
    #[must_use]
    pub fn of(root: &Path, config: &crate::config::AnnotationConfig) -> Self {
        config.folder.as_ref().map_or_else(Self::beside, |folder| Self::in_folder(root, Path::new(folder)))
    }

    /// The folder of notes, where there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(|(_, folder)| folder.as_path())
    }

    /// The file of notes of a letter.
    #[must_use]
    pub fn sidecar_of(&self, letter: &Path) -> PathBuf {
        let mut name = letter.file_name().map(OsString::from).unwrap_or_default();
        name.push(ENDING);
        let within = self
            .folder
            .as_ref()
            .and_then(|(root, folder)| Some(folder.join(letter.parent()?.strip_prefix(root).ok()?)));
        within.map_or_else(|| letter.with_file_name(&name), |parent| parent.join(&name))
    }

    /// The letter of a file of notes, whether it exists or not; `None` where it is none by its name.
    #[must_use]
    pub fn letter_of(&self, sidecar: &Path) -> Option<PathBuf> {
        let name = sidecar.file_name()?.to_str()?.strip_suffix(ENDING).filter(|name| !name.is_empty())?;
        let parent = sidecar.parent()?;
        let outward = self
            .folder
            .as_ref()
            .and_then(|(root, folder)| Some(root.join(parent.strip_prefix(folder).ok()?).join(name)));
        outward.or_else(|| Some(sidecar.with_file_name(name)))
    }
}

/// The files of notes in these folders, ascending. A folder that cannot be read has none that anybody could read.
#[must_use]
pub fn sidecars_in<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Vec<PathBuf> {
    let entries = folders.into_iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut sidecars: Vec<PathBuf> = files.filter(|file| is_sidecar(file)).collect();
    sidecars.sort_unstable();
    sidecars.dedup();
    sidecars
}

/// Of these letters, those that have a file of notes; and letters that are gone from their folders and have left one. Ascending.
///
/// Folders are listed, and letters are not looked at one by one.
#[must_use]
pub fn noted_letters(places: &Places, letters: &[PathBuf]) -> Vec<PathBuf> {
    let known: HashSet<&Path> = letters.iter().map(PathBuf::as_path).collect();
    let folders: BTreeSet<PathBuf> =
        letters.iter().filter_map(|letter| Some(places.sidecar_of(letter).parent()?.to_owned())).collect();
    let mut noted: Vec<PathBuf> = sidecars_in(folders.iter().map(PathBuf::as_path))
        .iter()
        .filter_map(|sidecar| places.letter_of(sidecar))
        .filter(|letter| known.contains(&**letter) || !letter.exists())
        .collect();
    noted.sort_unstable();
    noted
}

/// Whether a file is one of notes, by its name.
#[must_use]
pub fn is_sidecar(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.len() > ENDING.len() && name.ends_with(ENDING))
}

/// The address of a file as a file in `folder` names it: relative, and escaped as addresses are.
pub(super) fn address(folder: &Path, file: &Path) -> String {
    let from: Vec<_> = folder.components().collect();
    let to: Vec<_> = file.components().collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut steps = vec!["..".to_owned(); from.len() - common];
    // Where nothing is shared (another drive), the name alone must do.
    let ours = if common == 0 && folder.is_absolute() { &to[to.len() - 1..] } else { &to[common..] };
    if common == 0 && folder.is_absolute() {
        steps.clear();
    }
    steps.extend(ours.iter().filter_map(|part| match part {
        Component::Normal(name) => Some(escaped(&name.to_string_lossy())),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    }));
    steps.join("/")
}

fn escaped(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes everything");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_lie_beside_the_letter_or_in_a_folder() {
        let letter = Path::new("/werk/brieven/2020/brief.txt");
        let beside = Places::beside();
        let sidecar = beside.sidecar_of(letter);
        assert_eq!(sidecar, Path::new("/werk/brieven/2020/brief.txt.annotations.json"));
        assert_eq!(beside.letter_of(&sidecar).as_deref(), Some(letter));
        assert_eq!(address(sidecar.parent().unwrap(), letter), "brief.txt");

        let folder = Places::in_folder(Path::new("/werk"), Path::new("notities"));
        let sidecar = folder.sidecar_of(letter);
        assert_eq!(sidecar, Path::new("/werk/notities/brieven/2020/brief.txt.annotations.json"));
        assert_eq!(folder.letter_of(&sidecar).as_deref(), Some(letter));
        assert_eq!(address(sidecar.parent().unwrap(), letter), "../../../brieven/2020/brief.txt");
        let outside = Path::new("/elders/brief.txt");
        assert_eq!(folder.sidecar_of(outside), Path::new("/elders/brief.txt.annotations.json"));
        assert!(is_sidecar(&sidecar) && !is_sidecar(letter) && !is_sidecar(Path::new(ENDING)));
    }

    #[test]
    fn an_address_is_escaped() {
        let folder = Path::new("/werk");
        assert_eq!(
            address(folder, Path::new("/werk/brief één: 50%.txt")),
            "brief%20%C3%A9%C3%A9n%3A%2050%25.txt"
        );
    }
}
