//! `griffier check`: what is wrong with the citations of letters, and mending it.

mod examine;
mod mend;
mod print;
mod silent;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::{Finding, Hushed, Passage, Severity, known};
use crate::config::{Baseline, FindingsConfig, replace_file};
use crate::import;
use crate::messages::{Argument, Message};
use crate::text::FileEncoding;

use self::examine::{Examiner, Unread};

use super::args::{Check, CheckFormat};
use super::failure::{Failure, Outcome, Verdict};
use super::letters::{self, Found};
use super::source::{Source, stdin_is_typed};
use super::workspace::Workspace;
use super::{paths, terminal};

/// A letter that was checked.
struct Letter {
    /// Its file, or what the standard input is called.
    path: PathBuf,
    text: Arc<str>,
    encoding: FileEncoding,
    /// What is to be said of it.
    findings: Vec<Finding>,
    /// What is not.
    hushed: Hushed,
    /// The letter that was made of the file, where it is a Word file; `text` is that of the letter.
    made: Option<import::Letter>,
}

pub(super) fn run(args: &Check, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    workspace.tell_problems();
    let stdin = args.paths.iter().any(|path| path == Path::new("-"));
    if stdin && args.paths.len() > 1 {
        return Err(Failure::new(Message::new("check-stdin-alone")));
    }
    let (found, met) = if stdin { Default::default() } else { letters::find(&args.paths, workspace)? };
    let findings = settings(args, workspace)?;
    let (corpus, mut messages) = workspace.corpus();
    // What could not be looked through may have been met when the corpus was read, too.
    for message in &met {
        if !messages.contains(message) {
            messages.push(message.clone());
        }
    }
    let examiner = Examiner::new(&*corpus, &workspace.root, findings);
    let mut bytes = Vec::new();
    let outcomes = if stdin {
        let read = read_stdin(args, workspace, &examiner);
        vec![
            read.map(|(letter, read)| {
                bytes = read;
                letter
            })
            .map_err(Unread::Named),
        ]
    } else {
        examiner.all(&found, say)
    };
    let (mut letters, mut complete) = gather(outcomes, messages, workspace);
    // Behind a folder that stays closed there may be letters as well.
    complete &= met.iter().all(|message| message.code() != "letters-unreadable");
    if letters.is_empty() && complete {
        // Whoever reads the exit code alone must not take it that all is well.
        let folder = args.paths.first().map_or(&*workspace.root, |path| path);
        return Err(Failure::new(Message::new("letters-none").with("folder", folder.display())));
    }
    if let Some(path) = &args.write_baseline {
        return write_baseline(path, &letters, complete, workspace);
    }
    if args.fix || args.diff {
        mend::refuse_word(&letters)?;
    }
    let printed = if args.diff {
        mend::show(&letters, &examiner, workspace)
    } else if args.fix && stdin {
        mend::filter(&mut letters, &bytes, &examiner)
    } else {
        if args.fix {
            complete &= mend::write(&mut letters, &examiner, workspace);
        }
        print::print(args.format, &letters, workspace)
    };
    match printed {
        // What was found does not depend on how much of it was read.
        Ok(()) | Err(Failure::NobodyReads) => {}
        Err(failure) => return Err(failure),
    }
    if args.format == CheckFormat::Human && corpus.state().lists.is_empty() && !letters.is_empty() {
        terminal::advise(&Message::new("check-no-lists"), say);
    }
    if args.paths.is_empty() && args.select.is_empty() && args.ignore.is_empty() {
        silent::tell_idle(&letters, workspace);
    }
    let bad = letters.iter().flat_map(|letter| &letter.findings).any(|it| it.severity <= Severity::Warning);
    Ok(match (complete, bad && !args.exit_zero) {
        (false, _) => Verdict::Incomplete,
        (true, true) => Verdict::Bad,
        (true, false) => Verdict::Good,
    })
}

/// The settings of findings, as the options change them.
fn settings(args: &Check, workspace: &Workspace) -> Result<FindingsConfig, Failure> {
    let mut settings = workspace.config().findings.clone();
    examine::choose(&mut settings, &args.select, &args.ignore);
    if let Some(path) = &args.baseline {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::reading(path, &error))?;
        let (baseline, wrong) = Baseline::parse(&text);
        if let Some(line) = wrong.first() {
            let message = Message::new("check-baseline-line").with("path", paths::from_here(path));
            return Err(Failure::new(message.with("line", line)));
        }
        settings.baseline = baseline;
    } else if args.write_baseline.is_some() {
        // What was let be before is to be in the new one as well.
        settings.baseline = Baseline::default();
    }
    Ok(settings)
}

/// What was read, and whether that is all; what was not is told.
fn gather(
    outcomes: Vec<Result<Letter, Unread>>,
    mut messages: Vec<Message>,
    workspace: &Workspace,
) -> (Vec<Letter>, bool) {
    let mut too_large = None;
    let mut letters = Vec::new();
    let mut complete = true;
    for outcome in outcomes {
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
    (letters, complete)
}

/// The letter on the standard input, which an editor sends before it is saved, and its bytes.
fn read_stdin(
    args: &Check,
    workspace: &Workspace,
    examiner: &Examiner<'_>,
) -> Result<(Letter, Vec<u8>), Failure> {
    if stdin_is_typed() {
        terminal::tell(&Message::new("cli-reads-stdin"), workspace.say);
    }
    let name = args.stdin_filename.as_deref();
    let path = name
        .map(paths::absolute)
        .transpose()
        .map_err(|error| Failure::reading(name.unwrap_or(Path::new("-")), &error))?;
    let (source, bytes) = Source::stdin(path.as_deref())?;
    Ok((examiner.source(path.unwrap_or_else(|| PathBuf::from("-")), source, workspace.say), bytes))
}

fn write_baseline(path: &Path, letters: &[Letter], complete: bool, workspace: &Workspace) -> Outcome {
    let mut baseline = Baseline::default();
    for letter in letters {
        let name = workspace.relative(&letter.path);
        for finding in &letter.findings {
            baseline.add(known(&name, finding, &Passage::of(&letter.text, finding.span)));
        }
    }
    let text = baseline.print(&workspace.say.text(&Message::new("baseline-head")));
    replace_file(path, text.as_bytes()).map_err(|error| Failure::writing(path, &error))?;
    let written = Message::new("baseline-written")
        .with("count", Argument::number(baseline.len()))
        .with("path", paths::from_here(path));
    let mut out = terminal::results();
    writeln!(out, "{}", workspace.say.text(&written))?;
    out.flush()?;
    Ok(if complete { Verdict::Good } else { Verdict::Incomplete })
}
