//! `griffier annotate list`: the notes on letters.

use std::io::Write as _;

use crate::annotation::{Listed, Memory};
use crate::export;
use crate::messages::Message;
use crate::report::{NotesReport, note_lines};

use super::super::args::{AnnotateList, NotesFormat};
use super::super::failure::{Outcome, Verdict};
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::letters;

pub(in super::super) fn run(args: &AnnotateList, workspace: &Workspace) -> Outcome {
    let filter = letters::filter(&args.filter, workspace)?;
    let (letters, complete) = letters::open(&args.paths, workspace)?;
    let memory = Memory::of_user();
    let mut notes: Vec<Listed> = letters.iter().flat_map(|letter| letter.list(&memory)).collect();
    notes.retain(|listed| filter.admits(listed));
    let shown = |path: &std::path::Path| workspace.relative(path);
    let mut out = terminal::results();
    match args.format {
        NotesFormat::Json => writeln!(out, "{}", NotesReport::new(&notes, &shown).to_json())?,
        NotesFormat::Csv => out.write_all(&export::csv(&notes, &shown, workspace.say))?,
        NotesFormat::Human => {
            for listed in &notes {
                write!(out, "{}", note_lines(listed, &paths::from_here(&listed.path), workspace.say))?;
            }
            if notes.is_empty() {
                terminal::tell(&Message::new("annotate-none"), workspace.say);
            }
        }
    }
    out.flush()?;
    Ok(if complete { Verdict::Good } else { Verdict::Incomplete })
}
