//! `griffier annotate check`: what is wrong with notes and the files that they stand in.

use std::io::Write as _;

use crate::annotation::{Listed, Memory, Placed};
use crate::messages::{Argument, Message};

use super::super::args::AnnotateCheck;
use super::super::failure::{Failure, Outcome, Verdict};
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::{letters, reanchor::reanchor};

pub(in super::super) fn run(args: &AnnotateCheck, workspace: &Workspace) -> Outcome {
    let (letters, complete) = letters::open(&args.paths, workspace)?;
    let memory = Memory::of_user();
    let mut out = terminal::results();
    let (mut count, mut wrong) = (0, 0);
    for mut noted in letters {
        let mut listed = noted.list(&memory);
        let odd = !noted.sidecar.oddities().is_empty();
        if args.fix {
            let mended = reanchor(&mut noted, &listed, &memory, true)?;
            if odd && mended == 0 {
                noted.sidecar.save().map_err(|error| Failure::new(error.message()))?;
            }
            listed = noted.list(&memory);
        } else {
            wrong += noted.sidecar.oddities().len();
        }
        count += listed.len();
        for listed in &listed {
            let Some(message) = amiss(listed) else { continue };
            wrong += 1;
            let path = paths::from_here(&listed.path);
            let place =
                listed.position.map_or(path.clone(), |(line, column)| format!("{path}:{line}:{column}"));
            writeln!(out, "{place}: {}", workspace.say.text(&message))?;
        }
    }
    out.flush()?;
    let message = Message::new("annotate-checked").with("count", Argument::number(count));
    terminal::tell(&message.with("wrong", Argument::number(wrong)), workspace.say);
    Ok(match (complete, wrong) {
        (false, _) => Verdict::Incomplete,
        (true, 0) => Verdict::Good,
        (true, _) => Verdict::Bad,
    })
}

/// What is wrong with a note, if anything.
fn amiss(listed: &Listed) -> Option<Message> {
    let anchor = listed.note.anchor();
    let quote = |message: Message| {
        let quote = anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default();
        message.with("quote", quote.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    if anchor.as_ref().is_some_and(|anchor| anchor.quote.is_empty()) {
        return Some(Message::new("annotate-check-empty"));
    }
    Some(match listed.placed.as_ref()? {
        Placed::Anchored(_) => return None,
        Placed::Moved(_) => quote(Message::new("annotate-check-moved")),
        Placed::Approximate(_) => quote(Message::new("annotate-check-approximate")),
        Placed::Ambiguous(_) => quote(Message::new("annotate-check-ambiguous")),
        Placed::Orphaned(_) => quote(Message::new("annotate-check-orphaned")),
    })
}
