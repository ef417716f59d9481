//! `griffier annotate export`: letters with their notes as a page, a table, or linked data.

use std::io::Write as _;

use crate::analysis::{Memo, settle};
use crate::annotation::{Listed, Memory};
use crate::citation::Reading;
use crate::config::replace_file;
use crate::export::{self, Export};
use crate::letter::Format;
use crate::messages::Message;

use super::super::args::{AnnotateExport, ExportFormat};
use super::super::failure::{Failure, Outcome, Verdict};
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::letters::{self, Noted};

pub(in super::super) fn run(args: &AnnotateExport, workspace: &Workspace) -> Outcome {
    let filter = letters::filter(&args.filter, workspace)?;
    let (letters, complete) = letters::open(&args.paths, workspace)?;
    let memory = Memory::of_user();
    let notes: Vec<Vec<Listed>> = letters
        .iter()
        .map(|letter| letter.list(&memory).into_iter().filter(|listed| filter.admits(listed)).collect())
        .collect();
    let shown = |path: &std::path::Path| workspace.relative(path);
    let bytes = match args.format {
        ExportFormat::Html => page(&letters, &notes, workspace).into_bytes(),
        ExportFormat::Csv => export::csv(&notes.concat(), &shown, workspace.say),
        ExportFormat::Jsonld => export::jsonld(&notes.concat(), &shown).into_bytes(),
    };
    if notes.iter().all(Vec::is_empty) {
        terminal::tell(&Message::new("annotate-none"), workspace.say);
    }
    if let Some(path) = &args.output {
        replace_file(path, &bytes).map_err(|error| Failure::writing(path, &error))?;
        let message = Message::new("annotate-exported").with("path", paths::from_here(path));
        terminal::tell(&message, workspace.say);
    } else {
        let mut out = terminal::results();
        out.write_all(&bytes)?;
        out.flush()?;
    }
    Ok(if complete { Verdict::Good } else { Verdict::Incomplete })
}

fn page(letters: &[Noted], notes: &[Vec<Listed>], workspace: &Workspace) -> String {
    let (corpus, messages) = workspace.corpus();
    workspace.tell(&messages);
    let memo = Memo::default();
    let settled = |letter: &Noted| letter.letter.as_ref().map(|letter| settle(letter, &*corpus, &memo));
    let readings: Vec<Option<Reading>> = letters.iter().map(settled).collect();
    let names: Vec<String> = letters.iter().map(|letter| workspace.relative(&letter.path)).collect();
    let parts = letters.iter().zip(&names).zip(&readings).zip(notes);
    let parts: Vec<Export<'_>> = parts
        // Who names one letter wants to see that, whatever stands beside it.
        .filter(|(_, notes)| !notes.is_empty() || letters.len() == 1)
        .map(|(((letter, name), reading), notes)| Export {
            name,
            reading: reading.as_ref(),
            format: Format::of_path(&letter.path),
            notes,
        })
        .collect();
    export::html(&parts, workspace.say)
}
