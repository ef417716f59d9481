//! `griffier catalogue verify`: reads every list anew.

use std::io::Write as _;

use crate::cli::failure::{Outcome, Verdict};
use crate::cli::workspace::Workspace;
use crate::cli::{paths, terminal};
use crate::corpus::{Cache, CompiledFile, Fault, ListReport, verify};
use crate::messages::{Argument, Message, Translator};

pub(super) fn run(workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    if super::lists(workspace).next().is_none() {
        terminal::tell(&Message::new("catalogue-none"), say);
        return Ok(Verdict::Good);
    }
    let mut out = terminal::results();
    let cache = Cache::of_user();
    let mut verdict = Verdict::Good;
    for (list, origin) in super::lists(workspace) {
        writeln!(out, "{}", super::heading(list, origin, say))?;
        match verify(list, None, &cache) {
            Ok(report) => {
                for line in facts(&report, say) {
                    writeln!(out, "  {line}")?;
                }
                // What is said on the other stream belongs below what was printed.
                out.flush()?;
                for trouble in troubles(&report) {
                    terminal::warn(&trouble, say);
                    verdict = Verdict::Bad;
                }
            }
            Err(message) => {
                out.flush()?;
                terminal::warn(&message, say);
                verdict = Verdict::Bad;
            }
        }
    }
    out.flush()?;
    Ok(verdict)
}

/// What a list holds.
fn facts(report: &ListReport, say: Translator) -> Vec<String> {
    let series = report.per_series.iter().map(|(series, count)| format!("{} {count}", series.code()));
    let series = series.collect::<Vec<_>>().join(", ");
    let mut lines = vec![format!("{} ({series})", say.text(&super::papers(report.papers)))];
    lines.extend(super::records(report.records).map(|records| say.text(&records)));
    if report.repeated > 0 {
        let repeated = Message::new("catalogue-repeated").with("count", Argument::number(report.repeated));
        lines.push(say.text(&repeated));
    }
    if let Some(highest) = report.highest_dossier {
        lines.push(say.text(&Message::new("catalogue-highest").with("dossier", highest)));
    }
    lines.extend(super::claims(&report.coverage).iter().map(|claim| say.text(claim)));
    lines.push(say.text(&match &report.compiled {
        CompiledFile::Sound(_) => Message::new("catalogue-compiled"),
        _ => Message::new("catalogue-not-compiled"),
    }));
    lines
}

/// What is wrong with a list.
fn troubles(report: &ListReport) -> Vec<Message> {
    let mut troubles: Vec<Message> = report
        .bad_lines
        .iter()
        .map(|bad| match &bad.fault {
            Fault::NoIdentifier(text) => {
                Message::new("catalogue-bad-line").with("line", bad.line).with("text", text)
            }
            Fault::NoRecord(text) => {
                Message::new("catalogue-bad-record").with("line", bad.line).with("text", text)
            }
            Fault::Value(key) => Message::new("catalogue-bad-value").with("line", bad.line).with("key", key),
        })
        .collect();
    let more = (report.not_understood + report.flawed).saturating_sub(troubles.len());
    if more > 0 {
        troubles.push(Message::new("catalogue-bad-lines").with("count", Argument::number(more)));
    }
    match &report.compiled {
        CompiledFile::Damaged(path) => {
            troubles.push(Message::new("catalogue-compiled-damaged").with("path", paths::from_here(path)));
        }
        CompiledFile::Unreadable(path, reason) => troubles.push(
            Message::new("catalogue-compiled-unreadable")
                .with("path", paths::from_here(path))
                .with("reason", Argument::message(reason.clone())),
        ),
        CompiledFile::Sound(_) | CompiledFile::Missing(_) | CompiledFile::NoFolder => {}
    }
    troubles
}
