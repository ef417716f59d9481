//! The letters that have notes, each with its notes and its text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::annotation::{
    Filter, Listed, Memory, Places, Sidecar, SidecarError, is_sidecar, list_notes, sidecars_in,
};
use crate::citation::Recognised;
use crate::ide::papers_named;

use super::super::args::AnnotateFilter;
use super::super::failure::Failure;
use super::super::letters;
use super::super::source::Source;
use super::super::workspace::Workspace;
use super::super::{paths, show, terminal};

/// A letter that has notes.
pub(super) struct Noted {
    pub(super) path: PathBuf,
    /// What it says; `None` where it is gone, or cannot be read.
    pub(super) letter: Option<Recognised>,
    pub(super) sidecar: Sidecar,
}

impl Noted {
    /// Its notes with where they stand.
    pub(super) fn list(&self, memory: &Memory) -> Vec<Listed> {
        let text = self.letter.as_ref().map(|letter| &*letter.text);
        list_notes(&self.path, self.sidecar.page.notes(), text, memory)
    }
}

/// The letters with notes that `named` stands for, by path; and whether all of them could be read. What could not is said here.
///
/// A letter may be named by the file of its notes. In folders, files of notes count whose letter is gone.
pub(super) fn open(named: &[PathBuf], workspace: &Workspace) -> Result<(Vec<Noted>, bool), Failure> {
    let places = Places::of(&workspace.root, &workspace.config().annotation);
    let mut gone = BTreeSet::new();
    let mut wanted = Vec::new();
    for path in named {
        let letter = Some(path).filter(|path| is_sidecar(path)).and_then(|path| {
            let whole = paths::absolute(path).ok()?;
            places.letter_of(&whole)
        });
        match letter {
            Some(letter) if !letter.exists() => drop(gone.insert(letter)),
            Some(letter) => wanted.push(letter),
            None => wanted.push(path.clone()),
        }
    }
    let mut found = Vec::new();
    if !wanted.is_empty() || named.is_empty() {
        let (letters, messages) = letters::find(&wanted, workspace)?;
        workspace.tell(&messages);
        found = letters;
    }
    let known: BTreeSet<&Path> = found.iter().map(|found| &*found.path).collect();
    let folders: BTreeSet<PathBuf> = found
        .iter()
        .filter(|found| !found.named)
        .filter_map(|found| Some(places.sidecar_of(&found.path).parent()?.to_owned()))
        .collect();
    for sidecar in sidecars_in(folders.iter().map(PathBuf::as_path)) {
        gone.extend(
            places.letter_of(&sidecar).filter(|letter| !known.contains(&**letter) && !letter.exists()),
        );
    }
    let read = |(path, named): (PathBuf, Option<bool>)| {
        let sidecar = match Sidecar::open(&places, &path) {
            Ok(sidecar) if sidecar.page.notes().is_empty() && named != Some(true) => return None,
            Ok(sidecar) => sidecar,
            Err(error) => return Some(Err(Trouble::Notes(error))),
        };
        let source = match named {
            Some(true) => Source::file(&path).map(Some),
            Some(false) => Source::letter(&path, &workspace.root).map(Some).map_err(Failure::new),
            None => Ok(None),
        };
        Some(match source {
            Ok(source) => Ok(Noted { path, letter: source.map(|source| source.recognised), sidecar }),
            Err(failure) => Err(Trouble::Letter(failure)),
        })
    };
    let mut all: Vec<(PathBuf, Option<bool>)> =
        found.iter().map(|found| (found.path.clone(), Some(found.named))).collect();
    all.extend(gone.into_iter().map(|path| (path, None)));
    all.sort_unstable();
    let (mut letters, mut complete) = (Vec::new(), true);
    for outcome in all.into_par_iter().filter_map(read).collect::<Vec<_>>() {
        match outcome {
            Ok(noted) => letters.push(noted),
            Err(trouble) => {
                let failure = match trouble {
                    Trouble::Notes(error) => Failure::new(error.message()),
                    Trouble::Letter(failure) => failure,
                };
                terminal::complain(&failure, workspace.say);
                complete = false;
            }
        }
    }
    for noted in &letters {
        let odd = noted.sidecar.oddities().iter();
        workspace.tell(&odd.map(|odd| odd.message(noted.sidecar.path())).collect::<Vec<_>>());
    }
    Ok((letters, complete))
}

/// Why the notes of a letter cannot be looked at.
enum Trouble {
    Notes(SidecarError),
    Letter(Failure),
}

/// What was asked for on the command line.
pub(super) fn filter(args: &AnnotateFilter, workspace: &Workspace) -> Result<Filter, Failure> {
    let mut papers = Vec::new();
    if !args.paper.is_empty() {
        let (corpus, _) = workspace.corpus();
        for asked in &args.paper {
            papers.extend(papers_named(asked, &*corpus).ok_or_else(|| show::no_paper(asked))?.0);
        }
    }
    Ok(Filter {
        tags: args.tag.clone(),
        people: args.person.clone(),
        states: args.state.clone(),
        resolved: args.resolved.then_some(true).or_else(|| args.open.then_some(false)),
        since: args.since,
        until: args.until,
        papers,
        words: args.words.clone(),
    })
}
