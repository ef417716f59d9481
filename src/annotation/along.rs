//! Notes that go along when letters, or folders of letters, get another name.

use std::fs;
use std::path::{Path, PathBuf};

use super::places::{Places, is_sidecar};
use super::sidecar::{Sidecar, SidecarError};

/// Takes notes along with what was called `from` and is called `to` now, a letter or a folder. Gives the letters, by their new names, whose notes were moved; those that could not be are told of.
///
/// Notes that lie beside the letters of a folder have gone along already; those in a folder of notes have not.
pub fn take_along(places: &Places, from: &Path, to: &Path) -> (Vec<PathBuf>, Vec<SidecarError>) {
    let (mut moved, mut failed) = (Vec::new(), Vec::new());
    let mut rename = |from: &Path, to: PathBuf| match Sidecar::rename(places, from, &to) {
        Ok(true) => moved.push(to),
        Ok(false) => {}
        Err(error) => failed.push(error),
    };
    if !to.is_dir() {
        rename(from, to.to_owned());
    } else if places.folder().is_some() {
        // The notes of the folder's own letters lie where those of any letter in it would.
        let notes = places.sidecar_of(&from.join("x"));
        for sidecar in notes.parent().map(within).unwrap_or_default() {
            let letter = places.letter_of(&sidecar);
            let inner = letter.as_deref().and_then(|letter| letter.strip_prefix(from).ok());
            if let Some((letter, inner)) = letter.as_deref().zip(inner) {
                rename(letter, to.join(inner));
            }
        }
    }
    (moved, failed)
}

/// The files of notes in a folder and in those below it.
fn within(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(_) if is_sidecar(&entry.path()) => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Draft, Motivation, Note};

    #[test]
    fn notes_in_a_folder_of_their_own_go_along_with_a_folder() {
        let desk = tempfile::tempdir().unwrap();
        let places = Places::in_folder(desk.path(), Path::new("notities"));
        let (from, to) = (desk.path().join("2024"), desk.path().join("archief/2024"));
        for name in ["brief.txt", "kort/brief.txt"] {
            let mut sidecar = Sidecar::open(&places, &from.join(name)).unwrap();
            let draft = Draft::new(Motivation::Commenting, About::Letter);
            sidecar.page.add(Note::new(&draft, Timestamp::UNIX_EPOCH));
            sidecar.save().unwrap();
        }
        fs::create_dir_all(&to).unwrap();
        let (moved, failed) = take_along(&places, &from, &to);
        assert_eq!((moved.len(), failed.len()), (2, 0));
        for name in ["brief.txt", "kort/brief.txt"] {
            assert_eq!(Sidecar::open(&places, &to.join(name)).unwrap().page.notes().len(), 1);
            assert!(!places.sidecar_of(&from.join(name)).exists());
        }
        assert_eq!(take_along(&places, &from, &to).0.len(), 0);
    }
}
