//! `griffier cite`: the citations of one text.

use std::io::Write as _;
use std::path::Path;

use crate::analysis::{Memo, settle};
use crate::messages::Message;
use crate::report;

use super::args::{Cite, CiteFormat};
use super::failure::{Outcome, Verdict};
use super::source::{Source, stdin_is_typed};
use super::workspace::Workspace;
use super::{paths, terminal};

pub(super) fn run(args: &Cite, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    let source = if args.path == Path::new("-") {
        if stdin_is_typed() {
            terminal::tell(&Message::new("cli-reads-stdin"), say);
        }
        Source::stdin(None)?.0
    } else {
        Source::file_or_word(&args.path)?
    };
    source.tell(&paths::from_here(&args.path).into(), say);
    let Source { recognised, encoding, made, .. } = source;
    let reading = if args.resolve {
        workspace.tell_problems();
        let (corpus, messages) = workspace.corpus();
        workspace.tell(&messages);
        settle(&recognised, &*corpus, &Memo::default())
    } else {
        recognised.alone()
    };
    let mut out = terminal::results();
    match args.format {
        CiteFormat::Json => {
            let report = report::CiteReport::new(&reading, encoding, made.as_ref(), args.style, say);
            writeln!(out, "{}", report.to_json())?;
        }
        CiteFormat::Text => {
            write!(out, "{}", report::cite_text(&reading, made.as_ref(), args.style, say))?;
            if reading.citations.is_empty() {
                terminal::tell(&Message::new("cli-no-citations"), say);
            }
        }
    }
    out.flush()?;
    Ok(Verdict::Good)
}
