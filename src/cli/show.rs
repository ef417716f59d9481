//! `griffier show`: what is known of a paper, in whatever spelling it is asked for; of a dossier, its papers too.

use std::io::Write as _;

use crate::ide::{Markup, describe, dossier_page, papers_named};
use crate::identifier::DocumentId;
use crate::messages::Message;

use super::args::Show;
use super::failure::{Failure, Outcome, Verdict};
use super::terminal;
use super::workspace::Workspace;

pub(super) fn run(args: &Show, workspace: &Workspace) -> Outcome {
    let asked = args.id.join(" ");
    let (corpus, messages) = workspace.corpus();
    let (papers, problems) = papers_named(asked.trim(), &*corpus).ok_or_else(|| no_paper(asked.trim()))?;
    workspace.tell(&problems);
    workspace.tell(&messages);
    let mut out = terminal::results();
    for (index, id) in papers.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let text = match id {
            DocumentId::Dossier(_) => dossier_page(id, &*corpus, workspace.say, Markup::Plain),
            _ => describe(id, &*corpus, workspace.say, Markup::Plain),
        };
        writeln!(out, "{}", text.trim_end())?;
    }
    out.flush()?;
    Ok(Verdict::Good)
}

/// What was asked for is no paper.
pub(super) fn no_paper(asked: &str) -> Failure {
    Failure::new(Message::new("show-no-paper").with("text", asked))
        .advise(Message::new("show-no-paper-advice"))
}
