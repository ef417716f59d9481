//! Where the passage of a note is in a text that may have changed since.
//!
//! A note on the wrong sentence is worse than one that is lost, so whatever is not certain is not done: the note is an orphan then, with what may be its passage.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::text::Span;

use super::align::{Alignment, Found};
use super::anchor::Anchor;
use super::doubt::{AROUND, believed, exchanged, stands_alone};
use super::letter_text::{LetterText, TextHash};
use super::memory::Memory;
use super::search::{SAYS, Verdict, Wanted, rival};
use super::skeleton::Skeleton;

/// Where more than one place is as alike as this, the passage may be any of them.
const CLOSE: f64 = 0.8;

/// What is less like changed words than what was found, and only by this, may be what they have become.
const NEARLY: f64 = 0.1;

/// What is less alike is not worth showing as a candidate.
const WORTH_SHOWING: f64 = 0.4;

/// A person chooses from a handful.
const MOST_CANDIDATES: usize = 5;

/// Where a passage is. Stretches are in bytes of the text as it came.
#[derive(Clone, PartialEq, Debug)]
pub enum Placed {
    /// Where it was, in the very same words.
    Anchored(Span),
    /// Elsewhere, in the same words; line ends, hyphenation and the form of quotation marks may differ.
    Moved(Span),
    /// Its words have changed a little.
    Approximate(Span),
    /// More than one place may be meant.
    Ambiguous(Vec<Candidate>),
    /// Nowhere for certain. The candidates, best first, are what a person may choose from; there may be none.
    Orphaned(Vec<Candidate>),
}

/// A place that may be the passage.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// Where.
    pub span: Span,
    /// How alike it is, words and surroundings together, from 0 to 1.
    pub score: f64,
}

impl Placed {
    /// The stretch, where it is certain.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Anchored(span) | Self::Moved(span) | Self::Approximate(span) => Some(*span),
            Self::Ambiguous(_) | Self::Orphaned(_) => None,
        }
    }

    /// What a person may choose from where it is not certain.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Ambiguous(candidates) | Self::Orphaned(candidates) => candidates,
            _ => &[],
        }
    }

    /// The name that programs know the verdict by: `anchored`, `moved`, `approximate`, `ambiguous`, `orphaned`.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Anchored(_) => "anchored",
            Self::Moved(_) => "moved",
            Self::Approximate(_) => "approximate",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphaned(_) => "orphaned",
        }
    }
}

/// Finds the passages of the notes on one text. What is worked out for one note serves the next.
#[derive(Debug)]
pub struct Placing<'t> {
    text: &'t LetterText,
    memory: Memory,
    recalled: RefCell<HashMap<TextHash, Option<Rc<Recalled>>>>,
}

/// A text that notes were last seen on, tied to the one that they are looked for in.
#[derive(Debug)]
struct Recalled {
    text: LetterText,
    alignment: Alignment,
}

impl<'t> Placing<'t> {
    /// `memory` is asked for the texts that notes were last seen on.
    #[must_use]
    pub fn new(text: &'t LetterText, memory: &Memory) -> Self {
        Self { text, memory: memory.clone(), recalled: RefCell::default() }
    }

    /// Finds the passage of an anchor.
    #[must_use]
    pub fn place(&self, anchor: &Anchor) -> Placed {
        if let Some(span) = certain(self.text, anchor) {
            return Placed::Anchored(self.text.outward(span));
        }
        let recalled = anchor.seen_on.and_then(|hash| {
            let mut known = self.recalled.borrow_mut();
            let recall = || {
                let text = self.memory.recall(hash)?;
                let alignment = Alignment::new(text.skeleton(), self.text.skeleton());
                Some(Rc::new(Recalled { text, alignment }))
            };
            known.entry(hash).or_insert_with(recall).clone()
        });
        look(self.text, anchor, recalled.as_deref().map(|recalled| (&recalled.text, &recalled.alignment)))
    }
}

/// Finds the passage of an anchor. `remembered` is the text that it was last seen on, where there still is one; another text is not looked at.
///
/// For many notes on one text take a [`Placing`].
#[must_use]
pub fn place(text: &LetterText, anchor: &Anchor, remembered: Option<&LetterText>) -> Placed {
    if let Some(span) = certain(text, anchor) {
        return Placed::Anchored(text.outward(span));
    }
    let remembered = remembered.filter(|remembered| Some(remembered.hash()) == anchor.seen_on);
    let alignment = remembered.map(|old| Alignment::new(old.skeleton(), text.skeleton()));
    look(text, anchor, remembered.zip(alignment.as_ref()))
}

/// The stretch that the position of an anchor names, if the quote stands there.
fn hinted(text: &LetterText, anchor: &Anchor) -> Option<Span> {
    let (start, end) = anchor.position?;
    let span = Span::new(text.byte_of(start)?, text.byte_of(end).filter(|_| start <= end)?);
    (text.as_str().get(span.start..span.end) == Some(anchor.quote.as_str())).then_some(span)
}

/// The text is the one that the anchor was made on, so nothing need be looked for.
fn certain(text: &LetterText, anchor: &Anchor) -> Option<Span> {
    let hint = hinted(text, anchor)?;
    let between = text.as_str()[..hint.start].ends_with(&anchor.prefix)
        && text.as_str()[hint.end..].starts_with(&anchor.suffix);
    // A note of another program does not say which text it was made on. Its words at its place between its context will do.
    (anchor.seen_on == Some(text.hash()) || (anchor.seen_on.is_none() && between)).then_some(hint)
}

fn look(text: &LetterText, anchor: &Anchor, old: Option<(&LetterText, &Alignment)>) -> Placed {
    let skeleton = text.skeleton();
    let wanted = Wanted::new(anchor);
    let same = |range: &Range<usize>| {
        let span = with_blanks(text, skeleton.outside(range), &anchor.quote);
        let stays = hinted(text, anchor) == Some(span);
        let span = text.outward(span);
        if stays { Placed::Anchored(span) } else { Placed::Moved(span) }
    };
    let like = |range: &Range<usize>| {
        let span = whole_words(text.as_str(), skeleton.outside(range), &anchor.quote);
        Placed::Approximate(text.outward(span))
    };
    if let Some(range) = wanted.whole(skeleton) {
        return same(&range);
    }
    let mut gone = false;
    let selected = old.and_then(|(old, alignment)| Some((old, alignment, hinted(old, anchor)?)));
    if let Some((old, alignment, span)) = selected {
        match trace(old.skeleton(), skeleton, alignment, &old.skeleton().inside(span)) {
            Trace::Same(range) => return same(&range),
            Trace::Like(range) => return like(&range),
            Trace::Gone => gone = true,
            Trace::Unsure => {}
        }
    }
    match wanted.decide(skeleton, gone) {
        Verdict::Same(range) => same(&range),
        Verdict::Like(range) => like(&range),
        Verdict::Unsure => {
            let hits = wanted.hits(skeleton);
            let close = hits.iter().filter(|hit| hit.likeness >= CLOSE).count();
            let candidates: Vec<_> = hits
                .into_iter()
                .filter(|hit| hit.likeness >= WORTH_SHOWING)
                .take(MOST_CANDIDATES)
                .map(|hit| Candidate { span: text.outward(skeleton.outside(&hit.range)), score: hit.score })
                .collect();
            if close > 1 { Placed::Ambiguous(candidates) } else { Placed::Orphaned(candidates) }
        }
    }
}

/// What became of a passage, by the comparison of two whole texts.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Trace {
    /// The same words stand there.
    Same(Range<usize>),
    /// Words that have changed a little stand there.
    Like(Range<usize>),
    /// It is not where it was.
    Gone,
    /// Nothing can be said.
    Unsure,
}

/// Follows a passage of the old text into the new one. Places are bytes of the skeletons.
pub(super) fn trace(old: &Skeleton, new: &Skeleton, alignment: &Alignment, passage: &Range<usize>) -> Trace {
    match alignment.find(old.bytes(), new.bytes(), passage) {
        Found::Same(range, depth) if depth >= AROUND || stands_alone(old, new, passage, &range) => {
            Trace::Same(range)
        }
        Found::Again(range, was, is)
            // Beside much that is new, a few words may have come to say what others said: a heading that is numbered anew.
            if passage.len() >= SAYS
                && stands_alone(old, new, passage, &range)
                && exchanged(old, new, &was, &is) == (false, false) =>
        {
            Trace::Same(range)
        }
        Found::Carried(found) if believed(old, new, passage, &found) => {
            if found.touched { Trace::Like(found.place) } else { Trace::Same(found.place) }
        }
        Found::Like(fit, tight) if passage.len() >= SAYS || tight => {
            let (words, found) = (&old.bytes()[passage.clone()], &new.bytes()[fit.range.clone()]);
            // Neither may stand elsewhere what the passage was, nor may what was found come from elsewhere.
            let nearly = fit.likeness - NEARLY;
            let stays = rival(new, words, &fit.range, nearly);
            let came = rival(old, found, passage, nearly);
            if stays || came { Trace::Gone } else { Trace::Like(fit.range) }
        }
        Found::Same(..) | Found::Again(..) | Found::Carried(_) | Found::Like(..) | Found::Gone => Trace::Gone,
        Found::Unsure => Trace::Unsure,
    }
}

/// The stretch with what the quote has at its ends and skeletons do not: blanks, line ends, hyphens.
fn with_blanks(text: &LetterText, span: Span, quote: &str) -> Span {
    let text = text.as_str();
    let bones = Skeleton::new(quote);
    let inner = bones.outside(&(0..bones.bytes().len()));
    let before = &quote[..inner.start];
    let behind = &quote[inner.end.max(inner.start)..];
    let start = if text[..span.start].ends_with(before) { span.start - before.len() } else { span.start };
    let end = if text[span.end..].starts_with(behind) { span.end + behind.len() } else { span.end };
    Span::new(start, end)
}

/// The stretch with the rest of a word that it begins or ends in, where the quote did neither: its first or last word has changed.
pub(super) fn whole_words(text: &str, span: Span, quote: &str) -> Span {
    let word = |c: char| c.is_alphanumeric();
    let mut span = span;
    if quote.starts_with(word) && text[span.start..].starts_with(word) {
        span.start = text[..span.start].trim_end_matches(word).len();
    }
    if quote.ends_with(word) && text[..span.end].ends_with(word) {
        span.end = text.len() - text[span.end..].trim_start_matches(word).len();
    }
    span
}
