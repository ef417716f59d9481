//! What a cited paper is, under the cursor; or the note behind a footnote mark, or the words that a note belongs to.

use crate::analysis::{Finding, Judgement, Severity};
use crate::citation::{Citation, Reading, Target};
use crate::corpus::Corpus;
use crate::letter::{Footnote, Format};
use crate::messages::{Argument, Message, Translator};
use crate::text::Span;

use super::Markup;
use super::describe::Known;
use super::name::name;
use super::prose::{Piece, Prose};
use super::why::{why, why_none};

/// What is shown, and of which words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The words that it is about.
    pub span: Span,
    /// The text, in the markup that was asked for.
    pub contents: String,
}

/// What is known of the thing at `offset`: a cited paper, or the note behind a footnote mark.
/// `judgement` is that of the same reading.
#[must_use]
pub fn hover(
    reading: &Reading,
    judgement: &Judgement,
    offset: usize,
    corpus: &dyn Corpus,
    say: Translator,
    markup: Markup,
) -> Option<Hover> {
    let mut prose = Prose::new(markup);
    let span = match under_cursor(reading, offset)? {
        Thing::Target(citation, target) => {
            one_paper(&mut prose, reading, judgement, (citation, target), corpus, say);
            if citation.targets.len() > 1 { target.span } else { citation.span }
        }
        Thing::Citation(citation) => {
            whole_citation(&mut prose, judgement, citation, corpus, say);
            citation.span
        }
        Thing::Mark(note, mark) => {
            note_text(&mut prose, reading, note);
            mark
        }
        Thing::Note(note) => {
            for mark in &note.marks {
                prose.quote(&line_around(&reading.text, *mark));
            }
            note.anchor
        }
    };
    let contents = prose.finish();
    (!contents.is_empty()).then_some(Hover { span, contents })
}

/// What a cursor can stand on.
pub(super) enum Thing<'a> {
    /// One paper of a citation.
    Target(&'a Citation, &'a Target),
    /// The part of a citation that is about all its papers, or about none.
    Citation(&'a Citation),
    /// A mark in the text, and its note.
    Mark(&'a Footnote, Span),
    /// The number or label of a note.
    Note(&'a Footnote),
}

/// What the cursor stands on. A mark that is glued to the end of a citation is taken for itself.
pub(super) fn under_cursor(reading: &Reading, offset: usize) -> Option<Thing<'_>> {
    let notes = &reading.letter.footnotes;
    let note_at = |touches: fn(Span, usize) -> bool| {
        notes.iter().find_map(|note| {
            let mark = note.marks.iter().find(|mark| touches(**mark, offset));
            mark.map(|mark| Thing::Mark(note, *mark))
                .or_else(|| touches(note.anchor, offset).then_some(Thing::Note(note)))
        })
    };
    let citation = reading.citation_at(offset).map(|(citation, _)| citation);
    match citation.filter(|citation| citation.span.contains(offset)) {
        Some(citation) => Some(in_citation(citation, offset)),
        None => note_at(Span::contains)
            .or_else(|| citation.map(|citation| in_citation(citation, offset)))
            .or_else(|| note_at(Span::touches)),
    }
}

fn in_citation(citation: &Citation, offset: usize) -> Thing<'_> {
    if let [only] = &citation.targets[..] {
        return Thing::Target(citation, only);
    }
    let narrowest = |at_cursor: fn(Span, usize) -> bool| {
        let targets = citation.targets.iter().filter(|target| at_cursor(target.span, offset));
        targets.min_by_key(|target| target.span.len())
    };
    let Some(target) = narrowest(Span::contains).or_else(|| narrowest(Span::touches)) else {
        return Thing::Citation(citation);
    };
    // Several papers may share their words: the inside of a range, two debates on one page.
    let sharing = citation.targets.iter().filter(|other| other.span == target.span).count();
    if sharing > 1 { Thing::Citation(citation) } else { Thing::Target(citation, target) }
}

fn one_paper(
    prose: &mut Prose,
    reading: &Reading,
    judgement: &Judgement,
    (citation, target): (&Citation, &Target),
    corpus: &dyn Corpus,
    say: Translator,
) {
    let known = Known::of(&target.id, corpus);
    known.head(prose, say);
    // What is wrong with one paper of a list is of no interest at another.
    let of_others = |finding: &Finding| {
        let others = citation.targets.iter().filter(|other| other.span != target.span);
        let mut spans = others.map(|other| other.span);
        citation.targets.len() > 1
            && !target.span.overlaps(finding.span)
            && spans.any(|span| span.overlaps(finding.span))
    };
    complaints(prose, judgement, citation, say, |finding| !of_others(finding));
    known.lead(prose);
    let reasons: Vec<Vec<Piece>> = why(&reading.text, citation, target)
        .iter()
        .map(|message| vec![Piece::Text(say.text(message))])
        .collect();
    prose.lines(&reasons);
    known.foot(prose, corpus, say);
}

/// A line for each paper, where the cursor is on words that they share; else what is wrong.
fn whole_citation(
    prose: &mut Prose,
    judgement: &Judgement,
    citation: &Citation,
    corpus: &dyn Corpus,
    say: Translator,
) {
    let ids: Vec<_> = citation.targets.iter().map(|target| target.id.clone()).collect();
    let items: Vec<Vec<Piece>> = ids
        .iter()
        .zip(Known::of_many(&ids, corpus))
        .map(|(id, known)| {
            let (name, title) = (name(id, say), known.title(say));
            let mut item = vec![Piece::Strong(name.clone())];
            if title != name {
                item.push(Piece::Text(format!(": {title}")));
            }
            item
        })
        .collect();
    prose.items(&items);
    if let Some(reason) = why_none(citation).filter(|_| ids.is_empty()) {
        prose.line(say.text(&reason));
    }
    complaints(prose, judgement, citation, say, |_| true);
}

fn complaints(
    prose: &mut Prose,
    judgement: &Judgement,
    citation: &Citation,
    say: Translator,
    wanted: impl Fn(&Finding) -> bool,
) {
    let lines: Vec<Vec<Piece>> = judgement
        .findings
        .iter()
        .filter(|finding| citation.span.covers(finding.span) && wanted(finding))
        .map(|finding| {
            let code = match finding.severity {
                Severity::Error => "complaint-error",
                Severity::Warning => "complaint-warning",
                Severity::Info => "complaint-info",
                Severity::Hint => "complaint-hint",
            };
            let message = Message::new(code).with("finding", Argument::message(finding.message.clone()));
            vec![Piece::Text(say.text(&message))]
        })
        .collect();
    prose.lines(&lines);
}

fn note_text(prose: &mut Prose, reading: &Reading, note: &Footnote) {
    let text = note.note.of(&reading.text);
    match reading.format {
        Format::Markdown => prose.markdown(text),
        Format::Plain => prose.line(one_line(text)),
    }
}

/// The line of the text that a mark stands on.
fn line_around(text: &str, mark: Span) -> String {
    let start = text[..mark.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let end = text[mark.end..].find(['\n', '\r']).map_or(text.len(), |at| mark.end + at);
    one_line(&text[start..end])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
