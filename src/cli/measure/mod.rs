//! `griffier measure`: how well the recogniser reads a table of citations whose meaning is known.
//!
//! For who works on the recogniser, and for who wants to repeat what is said of it; therefore it does not stand in the help.
//! Each row is read alone and within sentences, where it counts as the worst of them.

mod gold;
mod score;
mod surroundings;

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Arc;

use crate::analysis::{Memo, settle};
use crate::citation::Recognised;
use crate::corpus::Corpus;
use crate::letter::Format;
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::args::{CiteFormat, Measure};
use super::failure::{Failure, Outcome, Verdict};
use super::source::Source;
use super::terminal;
use super::workspace::Workspace;

use self::gold::Row;
use self::score::{Figures, Judgement, Lapse, Score, Tally};
use self::surroundings::Surroundings;

pub(super) fn run(args: &Measure, workspace: &Workspace) -> Outcome {
    let table = Source::file(&args.file)?.recognised.text;
    let rows = gold::rows(&table).map_err(Failure::new)?;
    let corpus = args.resolve.then(|| {
        workspace.tell_problems();
        let (corpus, messages) = workspace.corpus();
        workspace.tell(&messages);
        corpus
    });
    let mut score = Score::new();
    for row in &rows {
        measure(row, corpus.as_ref(), &mut score);
    }
    if !args.rows {
        score.lapses.clear();
    }
    let mut out = terminal::results();
    match args.format {
        CiteFormat::Json => {
            let json = serde_json::to_string(&score).expect("a score has only text and numbers");
            writeln!(out, "{json}")?;
        }
        CiteFormat::Text => write!(out, "{}", text(&score, workspace.say))?,
    }
    out.flush()?;
    Ok(Verdict::Good)
}

/// Reads a row in all its places.
fn measure(row: &Row, corpus: Option<&Arc<dyn Corpus>>, score: &mut Score) {
    let mut seen = Vec::new();
    let mut judge = |place: &Surroundings| {
        let text = format!("{}{}{}", place.before, row.raw, place.after);
        let span = Span::new(place.before.len(), place.before.len() + row.raw.len());
        let found = found(&text, place, span, corpus);
        let expected = if row.is_own_number() { &[] } else { &row.expected[..] };
        let judgement = Judgement::of(expected, &found);
        // A row that is read alike in several places is listed once.
        if !judgement.complete && !seen.contains(&found) {
            let said = |papers: &[(String, String)]| {
                papers.iter().map(|(id, pin)| format!("{id} {pin}").trim_end().to_owned()).collect()
            };
            score.lapses.push(Lapse {
                line: row.line,
                kind: row.kind.clone(),
                text,
                start: span.start,
                end: span.end,
                expected: said(expected),
                found: said(&found),
            });
            seen.push(found);
        }
        judgement
    };
    let alone = judge(&Surroundings::alone(row));
    let sentences = Surroundings::sentences(row);
    let sentence = sentences.iter().map(&mut judge).fold(Judgement::GOOD, Judgement::and);
    score.count(row, alone, sentence);
}

/// The papers that a text cites, each with its pin; of a letter those that the words in `span` cite.
fn found(
    text: &str,
    place: &Surroundings,
    span: Span,
    corpus: Option<&Arc<dyn Corpus>>,
) -> Vec<(String, String)> {
    let recognised = Recognised::new(text.into(), Format::Plain, place.path.as_deref());
    let reading = match corpus {
        Some(corpus) => settle(&recognised, &**corpus, &Memo::default()),
        None => recognised.alone(),
    };
    let counts = |it: Span| !place.is_letter || (it.start < span.end && span.start < it.end);
    reading
        .citations
        .iter()
        .filter(|citation| counts(citation.span))
        .flat_map(|citation| &citation.targets)
        .map(|target| {
            let pin = target.pin.as_ref().map(|pin| pin.text.clone());
            (target.id.to_string(), pin.unwrap_or_default())
        })
        .collect()
}

/// The figures as a table, and below it the rows that were not complete.
fn text(score: &Score, say: Translator) -> String {
    let word = |code: &'static str| say.text(&Message::new(code));
    let heads = ["measure-rows", "measure-complete", "measure-extra", "measure-missed"].map(word);
    let [rows, complete, extra, missed] = &heads;
    let width = score.kinds.keys().map(String::len).max().unwrap_or(0).max(word("measure-all").len());
    let tally = |it: Tally| format!("{:>9} {:>7} {:>7}", it.complete, it.extra, it.missed);
    let mut table = String::new();
    let mut line = |kind: &str, rows: &str, alone: &str, sentence: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{kind:width$} {rows:>5}  {alone:25}  {sentence}");
    };
    line("", "", &format!("  {}", word("measure-alone")), &format!("  {}", word("measure-sentence")));
    let head = format!("{complete:>9} {extra:>7} {missed:>7}");
    line("", rows, &head, &head);
    let all = word("measure-all");
    for (kind, Figures { rows, alone, sentence }) in score.kinds.iter().chain([(&all, &score.all)]) {
        line(kind, &rows.to_string(), &tally(*alone), &tally(*sentence));
    }
    for lapse in &score.lapses {
        let Lapse { line, kind, text, expected, found, .. } = lapse;
        let _ = writeln!(table, "\n{line} ({kind}) {text:?}");
        for (code, papers) in [("measure-expected", expected), ("measure-found", found)] {
            let papers = if papers.is_empty() { "-".to_owned() } else { papers.join("; ") };
            let _ = writeln!(table, "  {}: {papers}", word(code));
        }
    }
    table
}
