//! `griffier catalogue list`: which lists there are, and until when they are complete.

use std::io::Write as _;

use crate::cli::failure::{Outcome, Verdict};
use crate::cli::terminal;
use crate::cli::workspace::Workspace;
use crate::corpus::{Cache, Catalogue};
use crate::messages::Message;

pub(super) fn run(workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    if super::lists(workspace).next().is_none() {
        terminal::tell(&Message::new("catalogue-none"), say);
        terminal::advise(&Message::new("catalogue-none-advice"), say);
        return Ok(Verdict::Good);
    }
    let mut out = terminal::results();
    let cache = Cache::of_user();
    for (list, origin) in super::lists(workspace) {
        writeln!(out, "{}", super::heading(list, origin, say))?;
        match Catalogue::open(list, None, &cache) {
            Ok((opened, messages)) => {
                writeln!(out, "  {}", say.text(&super::papers(opened.state().papers)))?;
                if let Some(records) = super::records(opened.records()) {
                    writeln!(out, "  {}", say.text(&records))?;
                }
                for message in messages {
                    terminal::warn(&message, say);
                }
            }
            Err(message) => terminal::warn(&message, say),
        }
        for claim in super::claims(&list.coverage) {
            writeln!(out, "  {}", say.text(&claim))?;
        }
    }
    writeln!(out, "{}", say.text(&Message::new("catalogue-refresh")))?;
    out.flush()?;
    Ok(Verdict::Good)
}
