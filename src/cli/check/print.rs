//! The findings of a check, in the form that was asked for.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use crate::analysis::Severity;
use crate::ide;
use crate::messages::Message;
use crate::report::{self, CheckFile, CheckReport, Checked, Sarif};

use super::super::args::CheckFormat;
use super::super::failure::Failure;
use super::super::source::Source;
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::Letter;

impl Letter {
    fn checked<'a>(&'a self, path: &'a str) -> Checked<'a> {
        Checked {
            path,
            encoding: self.encoding,
            text: &self.text,
            findings: &self.findings,
            made: self.made.as_ref(),
        }
    }
}

pub(super) fn print(format: CheckFormat, letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    match format {
        CheckFormat::Human => human(letters, workspace),
        CheckFormat::Json => json(letters, workspace),
        CheckFormat::Sarif => sarif(letters, workspace),
        CheckFormat::Github => github(letters, workspace),
    }
}

fn human(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
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
        write!(out, "{}", report::human(letter.checked(&path), &other, width, say))?;
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

fn json(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let shown = |path: &Path| workspace.relative(path);
    let files = letters.iter().map(|letter| {
        let path = shown(&letter.path);
        CheckFile::new(letter.checked(&path), &shown, workspace.say)
    });
    let report = CheckReport::new(files.collect());
    let mut out = terminal::results();
    writeln!(out, "{}", report.to_json())?;
    out.flush()?;
    Ok(())
}

fn sarif(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let shown = |path: &Path| workspace.relative(path);
    let address = |code: &str| ide::rule_address(code, &workspace.config().findings);
    let mut log = Sarif::new(&address, workspace.say);
    for letter in letters {
        log.add(letter.checked(&shown(&letter.path)), &shown, workspace.say);
    }
    let mut out = terminal::results();
    writeln!(out, "{}", log.to_json())?;
    out.flush()?;
    Ok(())
}

fn github(letters: &[Letter], workspace: &Workspace) -> Result<(), Failure> {
    let mut out = terminal::results();
    for letter in letters {
        let path = workspace.relative(&letter.path);
        write!(out, "{}", report::github(letter.checked(&path), workspace.say))?;
    }
    out.flush()?;
    Ok(())
}
