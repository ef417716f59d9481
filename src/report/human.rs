//! The findings of a check, for people: the lines of the letter, marks below them, the reason, and what to do.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Patch, Renderer, Snippet};

use crate::analysis::{Finding, Fix, Severity};
use crate::messages::{Argument, Message, Translator};
use crate::text::Span;

use super::Checked;
use super::lines::Lines;

/// Places further apart than so many lines are shown apart.
const NEAR: usize = 12;

/// The texts of other letters, for the places in them that explain a finding: what to call the file, and what it says.
pub type OtherText<'a> = dyn Fn(&Path) -> Option<(String, Arc<str>)> + 'a;

/// All findings of one letter, in colours, each followed by an empty line. `width` is that of the terminal, in columns.
#[must_use]
pub fn human(letter: Checked<'_>, others: &OtherText<'_>, width: usize, say: Translator) -> String {
    let renderer = Renderer::styled().term_width(width);
    let lines = Lines::new(letter.text);
    let mut report = String::new();
    for finding in letter.findings {
        let groups = groups(letter, &lines, finding, others, say);
        report.push_str(&renderer.render(&groups));
        report.push_str("\n\n");
    }
    report
}

/// One finding: what is said of it, and below it how to mend it.
fn groups<'a>(
    letter: Checked<'a>,
    lines: &Lines<'a>,
    finding: &Finding,
    others: &OtherText<'_>,
    say: Translator,
) -> Vec<Group<'a>> {
    let title = level(finding.severity, say).primary_title(say.text(&finding.message)).id(finding.code);
    let mut main = title.elements(places(letter, lines, finding, say));
    for related in &finding.related {
        let Some((path, text)) = related.path.as_deref().and_then(others) else { continue };
        let other = Lines::new(&text);
        let window = other.window(related.span);
        let marks = marks(
            window.span,
            related.span,
            &text,
            AnnotationKind::Context,
            Some(say.text(&related.message)),
        );
        main = main.element(
            Snippet::source(window.span.of(&text).to_owned())
                .line_start(window.line)
                .path(path)
                .annotations(marks),
        );
    }
    let mut groups = Vec::new();
    let (certain, possible): (Vec<&Fix>, Vec<&Fix>) = finding.fixes.iter().partition(|fix| fix.safe);
    for fix in possible {
        main = main.element(help(say).message(say.text(&fix.title)));
    }
    groups.push(main);
    for fix in certain {
        groups.push(patched(lines, letter.text, fix, say));
    }
    groups
}

/// The lines of the letter that the finding is about.
fn places<'a>(
    letter: Checked<'a>,
    lines: &Lines<'a>,
    finding: &Finding,
    say: Translator,
) -> Vec<Element<'a>> {
    // Places that are near each other share a piece of the letter, the finding's own always the first.
    let own = finding.related.iter().filter(|related| related.path.is_none());
    let mut pieces: Vec<(Span, Vec<(Span, AnnotationKind, Option<String>)>)> =
        vec![(finding.span, vec![(finding.span, AnnotationKind::Primary, None)])];
    for related in own {
        let mark = (related.span, AnnotationKind::Context, Some(say.text(&related.message)));
        match pieces.iter_mut().find(|(piece, _)| lines.between(*piece, related.span) <= NEAR) {
            Some((piece, marks)) => {
                *piece = piece.join(related.span);
                marks.push(mark);
            }
            None => pieces.push((related.span, vec![mark])),
        }
    }
    let pieces = pieces.into_iter().map(|(piece, places)| {
        let window = lines.window(piece);
        let marks = places
            .into_iter()
            .flat_map(|(span, kind, label)| marks(window.span, span, letter.text, kind, label));
        let snippet = Snippet::source(window.span.of(letter.text));
        snippet.line_start(window.line).path(letter.path).annotations(marks.collect::<Vec<_>>()).into()
    });
    pieces.collect()
}

/// The lines of the letter as they would be.
fn patched<'a>(lines: &Lines<'a>, text: &'a str, fix: &Fix, say: Translator) -> Group<'a> {
    let title = help(say).secondary_title(say.text(&fix.title));
    let Some(whole) = fix.edits.iter().map(|edit| edit.span).reduce(Span::join) else {
        return Group::with_title(title);
    };
    let window = lines.window(whole);
    let patches = fix.edits.iter().map(|edit| {
        let within = edit.span.start - window.span.start..edit.span.end - window.span.start;
        Patch::new(within, edit.text.clone())
    });
    title.element(Snippet::source(window.span.of(text)).line_start(window.line).patches(patches))
}

/// The marks below some words; words over several lines are marked on each, and the label stands at the last.
fn marks<'a>(
    window: Span,
    span: Span,
    text: &str,
    kind: AnnotationKind,
    label: Option<String>,
) -> Vec<Annotation<'a>> {
    let words = span.of(text);
    let mut pieces: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in words.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = span.start + start + (line.len() - line.trim_start().len());
            pieces.push(Span::new(at, at + trimmed.len()));
        }
        start += line.len();
    }
    if pieces.is_empty() {
        pieces.push(span);
    }
    let last = pieces.len() - 1;
    let annotations = pieces.into_iter().enumerate().map(|(index, piece)| {
        let mark = kind.span(piece.start - window.start..piece.end - window.start);
        if index == last { mark.label(label.clone()) } else { mark }
    });
    annotations.collect()
}

fn level(severity: Severity, say: Translator) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::NOTE,
    };
    level.with_name(severity_name(severity, say))
}

/// The word for a severity.
#[must_use]
pub fn severity_name(severity: Severity, say: Translator) -> String {
    say.text(&match severity {
        Severity::Error => Message::new("report-error"),
        Severity::Warning => Message::new("report-warning"),
        Severity::Info => Message::new("report-info"),
        Severity::Hint => Message::new("report-hint"),
    })
}

fn help(say: Translator) -> Level<'static> {
    Level::HELP.with_name(say.text(&Message::new("report-help")))
}

/// How much was checked and found: `18 brieven nagekeken: 1 fout en 4 waarschuwingen`.
#[must_use]
pub fn summary(letters: usize, findings: &BTreeMap<Severity, usize>, say: Translator) -> String {
    let parts = findings.iter().filter(|(_, count)| **count > 0).map(|(severity, count)| {
        let code = match severity {
            Severity::Error => Message::new("report-errors"),
            Severity::Warning => Message::new("report-warnings"),
            Severity::Info => Message::new("report-infos"),
            Severity::Hint => Message::new("report-hints"),
        };
        code.with("count", Argument::number(*count))
    });
    let all = parts.reduce(|before, part| {
        Message::new("report-and")
            .with("before", Argument::message(before))
            .with("part", Argument::message(part))
    });
    let letters = Argument::number(letters);
    say.text(&match all {
        Some(all) => {
            Message::new("report-summary").with("letters", letters).with("findings", Argument::message(all))
        }
        None => Message::new("report-nothing").with("letters", letters),
    })
}
