//! `griffier annotate reanchor`: has notes hold on to where their passages stand now, where that is certain.

use std::io::Write as _;

use jiff::Timestamp;

use crate::annotation::{Anchor, LetterText, Listed, Memory, Placed};
use crate::messages::{Argument, Message};
use crate::report::{candidate_lines, note_lines};

use super::super::args::AnnotateReanchor;
use super::super::failure::{Failure, Outcome, Verdict};
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::letters::{self, Noted};

pub(in super::super) fn run(args: &AnnotateReanchor, workspace: &Workspace) -> Outcome {
    let (letters, complete) = letters::open(&args.paths, workspace)?;
    let memory = Memory::of_user();
    let mut out = terminal::results();
    let (mut moved, mut lost) = (0, 0);
    for mut noted in letters {
        let listed = noted.list(&memory);
        for listed in listed.iter().filter(|listed| listed.state() != "anchored") {
            write!(out, "{}: ", listed.state())?;
            let path = paths::from_here(&listed.path);
            write!(out, "{}", note_lines(listed, &path, workspace.say))?;
            let text = noted.letter.as_ref().map(|letter| &*letter.text);
            write!(out, "{}", candidate_lines(listed, &path, text.unwrap_or_default(), workspace.say))?;
        }
        lost += listed.iter().filter(|it| matches!(it.state(), "ambiguous" | "orphaned")).count();
        moved += reanchor(&mut noted, &listed, &memory, !args.dry_run)?;
    }
    out.flush()?;
    let code = if args.dry_run { "annotate-would-reanchor" } else { "annotate-reanchored" };
    let message = Message::new(code).with("moved", Argument::number(moved));
    terminal::tell(&message.with("lost", Argument::number(lost)), workspace.say);
    Ok(if complete { Verdict::Good } else { Verdict::Incomplete })
}

/// Has the notes of a letter that stand elsewhere for certain hold on to that place; gives how many. Written only where `write` says so.
pub(super) fn reanchor(
    noted: &mut Noted,
    listed: &[Listed],
    memory: &Memory,
    write: bool,
) -> Result<usize, Failure> {
    let Some(letter) = &noted.letter else { return Ok(0) };
    let text = LetterText::new(&letter.text);
    let now = Timestamp::now();
    let mut moved = 0;
    for listed in listed {
        let (Some(Placed::Moved(span) | Placed::Approximate(span)), Some(_)) =
            (&listed.placed, listed.note.anchor())
        else {
            continue;
        };
        moved += 1;
        if let Some(note) = noted.sidecar.page.note_mut(listed.note.id()) {
            note.set_anchor(&Anchor::of(&text, *span), now);
        }
    }
    if write && moved > 0 {
        noted.sidecar.save().map_err(|error| Failure::new(error.message()))?;
        // Without the text the notes are found by their words and those around them.
        let _ = memory.remember(&text);
    }
    Ok(moved)
}
