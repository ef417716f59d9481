//! `griffier fetch`: gets papers themselves from the official publications, and makes letters of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::analysis::{Memo, settle};
use crate::corpus::Corpus;
use crate::fetch::{NotHad, fetch_paper, has_text};
use crate::ide::papers_named;
use crate::identifier::DocumentId;
use crate::import::{Placed, Shelf};
use crate::messages::{Argument, Message};

use super::args::Fetch;
use super::failure::{Failure, Outcome, Verdict};
use super::source::Source;
use super::workspace::Workspace;
use super::{letters, network, paths, progress, show, terminal};

/// The folder of letters where the settings name none.
const FOLDER: &str = "letters";

/// How it went.
#[derive(Clone, Copy, Default)]
struct Count {
    new: usize,
    replaced: usize,
    unchanged: usize,
    failed: usize,
}

pub(super) fn run(args: &Fetch, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    workspace.tell_problems();
    let wanted = wanted(args, workspace)?;
    let folder = folder(args.into.as_deref(), workspace)?;
    if args.dry_run {
        for id in &wanted {
            terminal::tell(&Message::new("fetch-paper-would").with("paper", id), say);
        }
        let count = Argument::number(wanted.len());
        let would = Message::new("fetch-papers-would").with("count", count);
        terminal::tell(&would.with("folder", paths::from_here(&folder)), say);
        return Ok(Verdict::Good);
    }
    let mut client = network::client(workspace)?;
    network::on_interrupt(Message::new("fetch-papers-interrupted"), say);
    let mut shelf = Shelf::new(&folder, false);
    let mut count = Count::default();
    let bar = progress::bar("fetch-papers-progress", say);
    for (done, id) in wanted.iter().enumerate() {
        bar.at(done, wanted.len());
        match fetch_paper(id, &mut client, &workspace.config().fetch, &mut shelf, args.force) {
            Ok((_, Placed::New)) => count.new += 1,
            Ok((_, Placed::Unchanged)) => count.unchanged += 1,
            Ok((_, Placed::Replaced)) => count.replaced += 1,
            Ok((_, Placed::Kept(copy))) => {
                count.replaced += 1;
                let kept = Message::new("fetch-kept-copy").with("paper", id);
                terminal::tell(&kept.with("path", paths::from_here(&copy)), say);
            }
            Err(not_had) => {
                count.failed += 1;
                let reason = Argument::message(not_had.message());
                let message = Message::new("fetch-paper-failed").with("paper", id).with("reason", reason);
                terminal::warn(&message, say);
                if !not_had.is_of_this_paper() {
                    count.failed += wanted.len() - done - 1;
                    if let NotHad::Fetch(trouble) = &not_had {
                        trouble.advice().iter().for_each(|advice| terminal::advise(advice, say));
                    }
                    break;
                }
            }
        }
    }
    bar.end();
    let number = Argument::number;
    let done = Message::new("fetch-papers-done")
        .with("new", number(count.new))
        .with("replaced", number(count.replaced))
        .with("unchanged", number(count.unchanged))
        .with("failed", number(count.failed))
        .with("folder", paths::from_here(&folder));
    terminal::tell(&done, say);
    Ok(if count.failed > 0 { Verdict::Incomplete } else { Verdict::Good })
}

/// The papers that are asked for, each once; those that the workspace has already only where they are named themselves.
fn wanted(args: &Fetch, workspace: &Workspace) -> Result<Vec<DocumentId>, Failure> {
    let (corpus, messages) = workspace.corpus();
    workspace.tell(&messages);
    let mut wanted = Vec::new();
    for asked in &args.ids {
        let (papers, problems) =
            papers_named(asked.trim(), &*corpus).ok_or_else(|| show::no_paper(asked.trim()))?;
        workspace.tell(&problems);
        for id in papers {
            match id.dossier().filter(|_| matches!(id, DocumentId::Dossier(_))) {
                Some(dossier) => {
                    wanted.extend(missing(corpus.papers_in_dossiers(&[dossier]).concat(), &*corpus));
                }
                None => wanted.push(id),
            }
        }
    }
    if let Some(dossier) = args.dossier {
        let papers = corpus.papers_in_dossiers(&[dossier]).concat();
        if papers.is_empty() {
            let unknown = Message::new("fetch-dossier-unknown").with("dossier", dossier.printed());
            return Err(Failure::new(unknown)
                .advise(Message::new("fetch-dossier-unknown-advice").with("dossier", dossier)));
        }
        wanted.extend(missing(papers, &*corpus));
    }
    if !args.cited_by.is_empty() {
        wanted.extend(missing(cited_by(&args.cited_by, workspace, &*corpus)?, &*corpus));
    }
    let mut seen = BTreeSet::new();
    wanted.retain(|id| seen.insert(id.clone()));
    Ok(wanted)
}

/// Those that have a text to be fetched, and that the workspace lacks.
fn missing(papers: Vec<DocumentId>, corpus: &dyn Corpus) -> Vec<DocumentId> {
    let letters = corpus.letters_of_many(&papers);
    let papers = papers.into_iter().zip(letters).filter(|(id, letter)| letter.is_none() && has_text(id));
    papers.map(|(id, _)| id).collect()
}

/// The papers that letters cite and that are known.
fn cited_by(
    named: &[PathBuf],
    workspace: &Workspace,
    corpus: &dyn Corpus,
) -> Result<Vec<DocumentId>, Failure> {
    let (found, messages) = letters::find(named, workspace)?;
    workspace.tell(&messages);
    let mut cited = BTreeSet::new();
    for letter in found {
        let source = if letter.named {
            Source::file(&letter.path)?
        } else {
            match Source::letter(&letter.path, &workspace.root) {
                Ok(source) => source,
                Err(message) => {
                    workspace.tell(&[message]);
                    continue;
                }
            }
        };
        let reading = settle(&source.recognised, corpus, &Memo::default());
        for citation in reading.citations.iter() {
            cited.extend(citation.targets.iter().map(|target| target.id.clone()));
        }
    }
    let cited: Vec<DocumentId> = cited.into_iter().collect();
    // Under which identifier each was published; what no list knows is tried as it is written.
    let known = corpus.known_as_many(&cited);
    Ok(cited.into_iter().zip(known).map(|(id, known)| known.unwrap_or(id)).collect())
}

/// Where the letters go: what was named, else the first folder of letters of the workspace.
fn folder(into: Option<&Path>, workspace: &Workspace) -> Result<PathBuf, Failure> {
    if let Some(folder) = into {
        return paths::absolute(folder).map_err(|error| Failure::reading(folder, &error));
    }
    Ok(workspace.first_letter_folder().unwrap_or_else(|| workspace.root.join(FOLDER)))
}
