//! `griffier check`: what is wrong with the citations of letters.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::ProgressBar;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::{Finding, Memo, Severity, judge};
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

pub(super) fn run(args: &Check, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    workspace.tell_problems();
    let found = letters::find(&args.paths, workspace)?;
    let corpus = workspace.corpus()?;
    let (letters, complete) = check(&found, &*corpus, workspace);
    match args.format {
        CheckFormat::Human => print_human(&letters, workspace)?,
        CheckFormat::Json => print_json(&letters, workspace)?,
    }
    let bad = letters.iter().flat_map(|letter| &letter.findings).any(|it| it.severity <= Severity::Warning);
    if args.format == CheckFormat::Human && corpus.state().lists.is_empty() && !letters.is_empty() {
        terminal::advise(&Message::new("check-no-lists"), say);
    }
    Ok(match (complete, bad && !args.exit_zero) {
        (false, _) => Verdict::Incomplete,
        (true, true) => Verdict::Bad,
        (true, false) => Verdict::Good,
    })
}

/// Reads and judges all letters, in their order. Says which could not be read, and whether it could all that matter.
fn check(found: &[Found], corpus: &dyn Corpus, workspace: &Workspace) -> (Vec<Letter>, bool) {
    let bar = progress::bar(found.len(), "check-progress", workspace.say);
    let memo = Memo::default();
    let read: Vec<Result<Letter, Failure>> =
        found.par_iter().map(|file| letter(&file.path, corpus, &memo, workspace, &bar)).collect();
    bar.finish_and_clear();
    let mut complete = true;
    let mut letters = Vec::new();
    for (letter, file) in read.into_iter().zip(found) {
        match letter {
            Ok(letter) => letters.push(letter),
            // A picture that is called .txt is no letter, and lies in many an archive; nobody asked for it by name.
            Err(failure) if !file.named && failure.is_about_contents() => {
                terminal::skip(&failure, workspace.say);
            }
            Err(failure) => {
                terminal::complain(&failure, workspace.say);
                complete = false;
            }
        }
    }
    (letters, complete)
}

fn letter(
    path: &Path,
    corpus: &dyn Corpus,
    memo: &Memo,
    workspace: &Workspace,
    bar: &ProgressBar,
) -> Result<Letter, Failure> {
    let source = Source::file(path)?;
    let findings = judge(&source.reading, corpus, &workspace.config().findings, memo).findings;
    bar.inc(1);
    Ok(Letter { path: path.to_owned(), text: source.reading.text, encoding: source.encoding, findings })
}

fn print_human(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let say = workspace.say;
    let width = terminal::width();
    let other = |path: &Path| {
        let source = Source::file(path).ok()?;
        Some((paths::from_here(path), source.reading.text))
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
    writeln!(out, "{}", report::summary(letters.len(), &counts, say))?;
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
