//! `quotation-mismatch`: words are quoted beside a citation that the cited letter does not have.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::analysis::wording::{Wording, count, pieces};
use crate::analysis::{Finding, Related, Severity, Subject};
use crate::citation::ends_sentence;
use crate::letter::{Format, quotations};
use crate::messages::Message;
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning, for who turns it on. It is off, since to whom words belong is read from where they stand, and a letter can be quoted by its attachment.
pub(super) static RULE: Rule = Rule {
    code: "quotation-mismatch",
    group: Group::Sense,
    severity: Severity::Warning,
    on: false,
    needs: Needs::Letters,
    examples: &[Example::new(
        "In de brief staat: “De missie in Mali wordt met drie jaar verlengd” (Kamerstuk 29 521, nr. 385).",
        "In de brief staat: “De missie (…) wordt met twee jaar verlengd” (Kamerstuk 29 521, nr. 385).",
    )
    .beside(
        "-- kst-29521-385.md\n---\nidentifier: kst-29521-385\ndate: 2019-09-05\n---\n\
         De missie in Mali wordt met twee jaar verlengd.\n",
    )],
    fixes: Fixes::None,
    check,
};

/// Shorter ones are names and turns of phrase (`de zogenaamde “brede coalitie”`).
const FEWEST_WORDS: usize = 5;

/// So far may words stand behind the citation that they are from, in bytes.
const REACH: usize = 120;

/// Words that are quoted from a paper.
struct Quoted {
    /// Where they stand, without their marks.
    span: Span,
    /// Which letter of the corpus they should be in.
    path: PathBuf,
    /// What that is called.
    paper: String,
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let quoted = quoted(subject);
    let mut paths: Vec<PathBuf> = quoted.iter().map(|one| one.path.clone()).collect();
    paths.sort_unstable();
    paths.dedup();
    let texts = subject.texts_at(&paths);
    let wordings: BTreeMap<&Path, Wording<'_>> = paths
        .iter()
        .zip(&texts)
        .filter_map(|(path, text)| Some((&**path, Wording::new(text.as_deref()?, Format::of_path(path)))))
        .collect();
    let finding = |one: &Quoted| finding(subject, one, wordings.get(&*one.path)?);
    quoted.iter().filter_map(finding).collect()
}

/// What is to be said of the first piece of a quotation that the letter does not have.
fn finding(subject: &Subject<'_>, quoted: &Quoted, wording: &Wording<'_>) -> Option<Finding> {
    let words = quoted.span.of(&subject.reading.text);
    let piece = pieces(words).into_iter().find(|piece| !wording.has(piece.of(words)))?;
    let place = |span: Span| span.shifted(quoted.span.start + piece.start);
    let Some(found) = wording.nearest(piece.of(words)) else {
        return Some(Finding {
            code: RULE.code,
            // They may be those of an attachment, of which the corpus has no text.
            severity: Severity::Info,
            span: piece.shifted(quoted.span.start),
            message: Message::new("quotation-mismatch-absent").with("paper", &quoted.paper),
            related: Vec::new(),
            fixes: Vec::new(),
        });
    };
    let related = Related {
        path: Some(quoted.path.clone()),
        span: found.passage,
        message: Message::new("related-passage").with("paper", &quoted.paper),
    };
    Some(Finding {
        code: RULE.code,
        severity: RULE.severity,
        span: place(found.said),
        message: Message::new("quotation-mismatch")
            .with("paper", &quoted.paper)
            .with("said", found.said_words)
            .with("there", found.there_words),
        related: vec![related],
        fixes: Vec::new(),
    })
}

/// The quotations of the letter of which it is clear from which letter of the corpus they are.
fn quoted(subject: &Subject<'_>) -> Vec<Quoted> {
    let text = &*subject.reading.text;
    let passages = passages(text, subject.reading.letter.body);
    let mut found = Vec::new();
    if passages.is_empty() {
        return found;
    }
    let citations = &subject.reading.citations;
    for at in 0..citations.len() {
        let Some((target, _)) = subject.single(at) else { continue };
        let Some(letter) = subject.facts_of_citation(at).and_then(|facts| facts.letter.as_ref()) else {
            continue;
        };
        let span = citations[at].span;
        let next = citations.get(at + 1).map_or(text.len(), |next| next.span.start);
        let before = at.checked_sub(1).map_or(0, |before| citations[before].span.end);
        let behind = passages.partition_point(|passage| passage.start < span.end);
        let in_front = behind.checked_sub(1).map(|it| passages[it]).filter(|passage| {
            passage.start >= before && passage.end <= span.start && leads_to(&text[passage.end..span.start])
        });
        let follows = passages
            .get(behind)
            .copied()
            .filter(|passage| passage.start < next && opens(text, before, span, *passage));
        if let Some(span) = in_front.or(follows).filter(|span| is_quotation(span.of(text))) {
            let paper = target.id.printed();
            found.push(Quoted { span, path: letter.path.clone(), paper });
        }
    }
    found
}

/// The quoted passages of a letter; the lines of a block quotation are one.
fn passages(text: &str, from: usize) -> Vec<Span> {
    let mut passages: Vec<Span> = Vec::new();
    for span in quotations(text, from) {
        let goes_on = |last: &&mut Span| {
            last.of(text).starts_with('>')
                && text
                    .get(last.end..span.start)
                    .is_some_and(|it| it.trim() == "" && it.matches('\n').count() < 2)
        };
        match passages.last_mut().filter(goes_on) {
            Some(last) => *last = last.join(span),
            None => passages.push(span),
        }
    }
    passages
}

/// Whether a passage is long enough to be somebody's very words, and is not a link.
fn is_quotation(words: &str) -> bool {
    count(words) >= FEWEST_WORDS && !words.contains("](") && !words.contains("://")
}

/// Whether nothing stands between a quotation and the citation behind it but what says that it is the source: `” (zie `.
fn leads_to(between: &str) -> bool {
    let mut words = between.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let source =
        |word: &str| ["zie", "aldus", "bron", "citaat", "uit", "in"].contains(&&*word.to_lowercase());
    let parted = between.contains("\n\n") || between.contains("\r\n\r\n");
    // A sentence that begins with `Zie` may lead to something else.
    let silent = !between.contains(char::is_alphanumeric);
    !parted && between.len() <= REACH && (silent || (!ends_sentence(between) && words.all(source)))
}

/// Whether a sentence says that what follows stands in the paper that it cites: `In Kamerstuk 29 521, nr. 385 staat: “`.
fn opens(text: &str, before: usize, citation: Span, passage: Span) -> bool {
    let between = &text[citation.end..passage.start];
    let block = passage.of(text).starts_with('>');
    let said = between.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !":,".contains(sign));
    if between.len() > REACH || ends_sentence(said) || (block && !said.ends_with(':')) {
        return false;
    }
    let lowered = said.to_lowercase();
    let mut words = lowered.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    if words.clone().any(|word| ["niet", "geen", "over"].contains(&word)) {
        return false;
    }
    let says = |word: &str| {
        [
            "staat", "stond", "luidt", "luidde", "lezen", "valt", "stelt", "stelde", "schrijft", "schreef",
            "meldt", "meldde", "vermeldt", "verzoekt", "vraagt",
        ]
        .contains(&word)
    };
    let bare = said.ends_with(':') && words.clone().next().is_none();
    // `Naar aanleiding van de brief (Kamerstuk …) schrijft de gemeente: “…”` quotes the municipality.
    bare || (words.any(says) && is_said_in(text, before, citation.start))
}

/// Whether the sentence that leads to a place begins with `In`, or is so short that the paper is its subject.
fn is_said_in(text: &str, before: usize, place: usize) -> bool {
    /// No beginning of a sentence is looked for farther back.
    const FAR: usize = 200;
    let floor = text.ceil_char_boundary(before.max(place.saturating_sub(FAR)));
    let words = &text[floor..place];
    // The stop with a few signs on either side tells whether a sentence ends there.
    let ends = |at: &usize| {
        let (from, to) = (at.saturating_sub(12), (at + 4).min(words.len()));
        ends_sentence(&words[words.floor_char_boundary(from)..words.ceil_char_boundary(to)])
    };
    let stop = words.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).rfind(ends);
    let paragraph = words.rfind("\n\n").or_else(|| words.rfind("\r\n\r\n"));
    let sentence = words[stop.max(paragraph).unwrap_or(0)..].to_lowercase();
    let mut words = sentence.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        None | Some("in" | "uit" | "volgens") => true,
        Some("de" | "het" | "deze" | "die") => words.count() <= 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
