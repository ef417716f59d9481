//! From a text to its citations: finds where one may begin and hands over to the family.

use std::sync::OnceLock;

use aho_corasick::packed;

use crate::identifier::DocumentId;
use crate::letter::Letter;

use super::grammar::Input;
use super::{Citation, kamerstuk};

/// What the letter says of itself, as far as it decides what a citation means.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// Its own identifier, which is no citation where head and feet of the paper print it.
    pub own: Option<&'a DocumentId>,
}

/// The grammar of one family of citations; each has a file of its own.
pub(super) struct Grammar {
    /// The literal texts that each citation of the family begins with one of, as few as can be.
    pub starts: &'static [&'static str],
    /// Reads one citation, or finds that none stands here.
    pub read: fn(&mut Input<'_>, &Context<'_>) -> Option<Citation>,
}

/// The families, the one that wins where two begin at the same place first.
const FAMILIES: &[Grammar] = &[kamerstuk::GRAMMAR];

/// How far a citation may reach, in bytes. It keeps the time that any text takes in proportion to its length.
const HORIZON: usize = 300;

/// All citations of `text`, in order of place, without overlap.
#[must_use]
pub fn recognise(text: &str, context: &Context<'_>) -> Vec<Citation> {
    let starts = starts();
    let mut silent = context.letter.silent.iter().peekable();
    let mut citations = Vec::new();
    let mut at = 0;
    while let Some((start, family)) = starts.next(text, at) {
        at = start + 1;
        while silent.next_if(|span| span.end <= start).is_some() {}
        if silent.peek().is_some_and(|span| span.contains(start)) {
            continue;
        }
        let mut horizon = (start + HORIZON).min(text.len());
        while !text.is_char_boundary(horizon) {
            horizon -= 1;
        }
        let mut input = Input::new(&text[..horizon]);
        winnow::stream::Stream::next_slice(&mut input, start);
        if let Some(citation) = (family.read)(&mut input, context) {
            at = citation.span.end;
            citations.push(citation);
        }
    }
    citations
}

/// Finds the places where a citation of any family may begin.
struct Starts {
    searcher: packed::Searcher,
    families: Vec<&'static Grammar>,
}

fn starts() -> &'static Starts {
    static STARTS: OnceLock<Starts> = OnceLock::new();
    STARTS.get_or_init(|| {
        let patterns =
            || FAMILIES.iter().flat_map(|family| family.starts.iter().map(move |start| (*start, family)));
        let searcher = packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostFirst)
            .builder()
            .extend(patterns().map(|(start, _)| start))
            .build()
            .expect("a few short literals, which every processor can search for");
        Starts { searcher, families: patterns().map(|(_, family)| family).collect() }
    })
}

impl Starts {
    fn next(&self, text: &str, at: usize) -> Option<(usize, &'static Grammar)> {
        let found =
            self.searcher.find_in(text.as_bytes(), aho_corasick::Span { start: at, end: text.len() })?;
        Some((found.start(), self.families[found.pattern().as_usize()]))
    }
}
