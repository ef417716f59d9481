//! `griffier check`: what is wrong with the citations of letters.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::{Finding, Memo, Severity, judge, settle};
use crate::corpus::Corpus;
use crate::messages::Message;
use crate::report::{self, CheckFile, CheckReport, Checked};
use crate::text::FileEncoding;

use super::args::{Check, CheckFormat};
use super::failure::{Failure, Outcome, Verdict};
use super::letters::{self, Found};
use super::source::Source;
use super::workspace::Workspace;
use super::{paths, progress, terminal};

/// A letter that was checked.
struct Letter {
    path: PathBuf,
    text: Arc<str>,
    encoding: FileEncoding,
    findings: Vec<Finding>,
}

/// Why a letter was not checked.
enum Unread {
    /// It was named.
    Named(Failure),
    /// It was met on a walk.
    Met(PathBuf, Message),
}

pub(super) fn run(args: &Check, workspace: &Workspace) -> Outcome {
    workspace.tell_problems();
    let (found, met) = letters::find(&args.paths, workspace)?;
    let (corpus, mut messages) = workspace.corpus();
    // What could not be looked through may have been met when the corpus was read, too.
    for message in &met {
        if !messages.contains(message) {
            messages.push(message.clone());
        }
    }
    let mut too_large = None;
    let mut letters = Vec::new();
    // Behind a folder that stays closed there may be letters as well.
    let mut complete = met.iter().all(|message| message.code() != "letters-unreadable");
    for outcome in check(&found, &*corpus, workspace) {
        match outcome {
            Ok(letter) => letters.push(letter),
            Err(Unread::Named(failure)) => {
                terminal::complain(&failure, workspace.say);
                complete = false;
            }
            Err(Unread::Met(path, message)) => {
                // A picture that is called .txt is no letter, and lies in many an archive; nobody asked for it by name.
                complete &= message.code() != "letter-unreadable";
                if message.code() == "letter-too-large" {
                    too_large = Some(path);
                }
                // It may have been met when the corpus was read, too.
                if !messages.contains(&message) {
                    messages.push(message);
                }
            }
        }
    }
    workspace.tell(&messages);
    if let Some(path) = too_large {
        let path = paths::from_here(&path);
        terminal::advise(&Message::new("cli-advice-too-large").with("path", path), workspace.say);
    }
    if letters.is_empty() && complete {
        // Whoever reads the exit code alone must not take it that all is well.
        let folder = args.paths.first().map_or(&*workspace.root, |path| path);
        return Err(Failure::new(Message::new("letters-none").with("folder", folder.display())));
    }
    let printed = match args.format {
        CheckFormat::Human => print_human(&letters, workspace),
        CheckFormat::Json => print_json(&letters, workspace),
    };
    match printed {
        // What was found does not depend on how much of it was read.
        Ok(()) | Err(Failure::NobodyReads) => {}
        Err(failure) => return Err(failure),
    }
    if args.format == CheckFormat::Human && corpus.state().lists.is_empty() && !letters.is_empty() {
        terminal::advise(&Message::new("check-no-lists"), workspace.say);
    }
    let bad = letters.iter().flat_map(|letter| &letter.findings).any(|it| it.severity <= Severity::Warning);
    Ok(match (complete, bad && !args.exit_zero) {
        (false, _) => Verdict::Incomplete,
        (true, true) => Verdict::Bad,
        (true, false) => Verdict::Good,
    })
}

/// Reads and judges all letters on all cores, in their order.
fn check(found: &[Found], corpus: &dyn Corpus, workspace: &Workspace) -> Vec<Result<Letter, Unread>> {
    let bar = progress::bar("check-progress", workspace.say);
    let done = AtomicUsize::new(0);
    let memo = Memo::default();
    let check = |file: &Found| {
        let source = if file.named {
            Source::file(&file.path).map_err(Unread::Named)
        } else {
            Source::letter(&file.path, &workspace.root)
                .map_err(|message| Unread::Met(file.path.clone(), message))
        };
        let letter = source.map(|Source { recognised, encoding }| {
            let reading = settle(&recognised, corpus, &memo);
            let findings = judge(&reading, corpus, &workspace.config().findings, &memo).findings;
            Letter { path: file.path.clone(), text: reading.text, encoding, findings }
        });
        bar.at(done.fetch_add(1, Ordering::Relaxed) + 1, found.len());
        letter
    };
    let letters = found.par_iter().map(check).collect();
    bar.end();
    letters
}

fn print_human(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let say = workspace.say;
    let width = terminal::width();
    let other = |path: &Path| {
        let source = Source::file(path).ok()?;
        Some((paths::from_here(path), source.recognised.text))
    };
    let mut out = terminal::results();
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    for letter in letters {
        let path = paths::from_here(&letter.path);
        let checked = Checked {
            path: &path,
            encoding: letter.encoding,
            text: &letter.text,
            findings: &letter.findings,
        };
        write!(out, "{}", report::human(checked, &other, width, say))?;
        for finding in &letter.findings {
            *counts.entry(finding.severity).or_default() += 1;
        }
    }
    if !letters.is_empty() {
        writeln!(out, "{}", report::summary(letters.len(), &counts, say))?;
    }
    if let Some(code) = letters.iter().flat_map(|letter| &letter.findings).map(|it| it.code).next() {
        writeln!(out, "{}", say.text(&Message::new("check-explain").with("code", code)))?;
    }
    out.flush()?;
    Ok(())
}

fn print_json(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let shown = |path: &Path| workspace.relative(path);
    let files = letters.iter().map(|letter| {
        let path = shown(&letter.path);
        let checked = Checked {
            path: &path,
            encoding: letter.encoding,
            text: &letter.text,
            findings: &letter.findings,
        };
        CheckFile::new(checked, &shown, workspace.say)
    });
    let report = CheckReport::new(files.collect());
    let mut out = terminal::results();
    writeln!(out, "{}", report.to_json())?;
    out.flush()?;
    Ok(())
}
