//! Letters that have got another name while nobody looked, told by what they say: their notes stayed behind under the old one.

use std::path::PathBuf;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::annotation::{LetterText, Places};
use crate::corpus::read_text;

use super::super::failure::Failure;
use super::super::letters;
use super::super::workspace::Workspace;
use super::letters::Noted;

/// For notes whose letter is gone, the one letter of the workspace that says the very same and has no notes: the old name and the new.
///
/// Where two say the same nobody knows which it is.
pub(super) fn find(noted: &[Noted], workspace: &Workspace) -> Result<Vec<(PathBuf, PathBuf)>, Failure> {
    let gone: Vec<_> = noted
        .iter()
        .filter(|it| it.letter.is_none() && !it.path.exists())
        .filter_map(|it| Some((&it.path, it.sidecar.page.last_seen_on()?)))
        .collect();
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let places = Places::of(&workspace.root, &workspace.config().annotation);
    let (letters, _) = letters::find(&[], workspace)?;
    let said = |path: PathBuf| {
        let free = !places.sidecar_of(&path).exists();
        let decoded = free.then(|| read_text(&path, Some(&workspace.root)).ok())??;
        Some((LetterText::new(&decoded.text).hash(), path))
    };
    let paths: Vec<PathBuf> = letters.into_iter().map(|found| found.path).collect();
    let said: Vec<_> = paths.into_par_iter().filter_map(said).collect();
    let renamed = gone.iter().filter_map(|(from, hash)| {
        let mut same = said.iter().filter(|(other, _)| other == hash);
        let (_, to) = same.next()?;
        // Nor may the notes of another letter belong there.
        let claims = gone.iter().filter(|(_, other)| other == hash).count();
        (same.next().is_none() && claims == 1).then(|| ((*from).clone(), to.clone()))
    });
    Ok(renamed.collect())
}
