//! `griffier refs`: who cites a paper, a dossier, or what a citation means, in whatever spelling, as a search prints it.
//!
//! Letters of the workspace are answered for by its corpus, and so by the index where there is one; other letters that were named are read, on all cores.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::corpus::{Cache, Catalogues, CitingPlace, MemoryCorpus, Moment, ReadLetter};
use crate::ide::{citing, papers_named};
use crate::identifier::DocumentId;
use crate::messages::Message;
use crate::report::{self, RefsReport};

use super::args::{CiteFormat, Refs};
use super::failure::{Failure, Outcome, Verdict};
use super::letters::{self, Found};
use super::source::Source;
use super::workspace::Workspace;
use super::{paths, show, terminal};

pub(super) fn run(args: &Refs, workspace: &Workspace) -> Outcome {
    workspace.tell_problems();
    let (corpus, mut messages) = workspace.corpus();
    let asked = args.paper.trim();
    let (papers, problems) = papers_named(asked, &*corpus).ok_or_else(|| show::no_paper(asked))?;
    workspace.tell(&problems);
    let mut complete = true;
    let mut places = citing(&papers, &*corpus);
    if !args.paths.is_empty() {
        let (found, met) = letters::find(&args.paths, workspace)?;
        messages.extend(met);
        let own = if workspace.has_letters {
            workspace.letter_folders().find(&|| false).letters
        } else {
            Vec::new()
        };
        let wanted: BTreeSet<&Path> = found.iter().map(|found| &*found.path).collect();
        places.retain(|place| wanted.contains(&*place.path));
        let others: Vec<&Found> =
            found.iter().filter(|found| own.binary_search(&found.path).is_err()).collect();
        let (read, all) = read(&others, &papers, workspace, &mut messages);
        complete = all;
        places.extend(read);
        places.sort_by(|a, b| (&a.path, a.cited.span).cmp(&(&b.path, b.cited.span)));
    }
    messages.dedup();
    workspace.tell(&messages);
    print(args, &papers, &places, workspace)?;
    Ok(match (complete, places.is_empty()) {
        (false, _) => Verdict::Incomplete,
        (true, true) => Verdict::Bad,
        (true, false) => Verdict::Good,
    })
}

/// Where letters that are none of the workspace cite these papers; and whether all of them that were named could be read.
fn read(
    letters: &[&Found],
    papers: &[DocumentId],
    workspace: &Workspace,
    messages: &mut Vec<Message>,
) -> (Vec<CitingPlace>, bool) {
    if letters.is_empty() {
        return (Vec::new(), true);
    }
    let started = Moment::now();
    let read = |letter: &&Found| {
        let source = if letter.named {
            Source::file(&letter.path)
        } else {
            Source::letter(&letter.path, &workspace.root).map_err(Failure::new)
        };
        source.map(|source| ReadLetter::new(&letter.path, started, Some(&source.recognised)))
    };
    let outcomes: Vec<_> = letters.into_par_iter().map(read).collect();
    let mut complete = true;
    let mut corpus = MemoryCorpus::new(Some(&workspace.root));
    let (lists, _) = Catalogues::open(&workspace.config().corpus.catalogues, None, &Cache::of_user());
    corpus.set_lists(lists);
    for (letter, outcome) in letters.iter().zip(outcomes) {
        match outcome {
            Ok(read) => corpus.put([read]),
            Err(failure) if letter.named => {
                terminal::complain(&failure, workspace.say);
                complete = false;
            }
            Err(Failure::Said { message, .. }) => messages.push(message),
            Err(Failure::NobodyReads) => {}
        }
    }
    (citing(papers, &corpus), complete)
}

fn print(
    args: &Refs,
    papers: &[DocumentId],
    places: &[CitingPlace],
    workspace: &Workspace,
) -> Result<(), Failure> {
    let mut out = terminal::results();
    if args.format == CiteFormat::Json {
        let shown = |path: &Path| workspace.relative(path);
        writeln!(out, "{}", RefsReport::new(papers, places, &shown).to_json())?;
    } else if args.count || args.files {
        for group in places.chunk_by(|a, b| Arc::ptr_eq(&a.path, &b.path) || a.path == b.path) {
            let path = paths::from_here(&group[0].path);
            writeln!(out, "{}", report::refs_file(&path, args.count.then_some(group.len())))?;
        }
    } else {
        for place in places {
            writeln!(out, "{}", report::refs_line(&paths::from_here(&place.path), place))?;
        }
    }
    out.flush()?;
    Ok(())
}
