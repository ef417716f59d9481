//! Passages that went, with the text that went with them, and whether they have come back.

use crate::text::{Buffer, Span};

/// What is shorter, in bytes, stands elsewhere by chance.
pub(super) const LONG: usize = 24;

/// A text that went, and the passages in it.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    text: String,
    /// The text without the blanks around it: paragraphs go with the line end behind them, or before, and come back with another.
    all: Part,
    pub(super) passages: Vec<Went>,
}

/// A passage that went.
#[derive(Clone, Copy, Debug)]
pub(super) struct Went {
    /// Its number.
    pub(super) number: usize,
    part: Part,
}

/// A part of a text that went.
#[derive(Clone, Copy, Debug)]
struct Part {
    span: Span,
    /// Whether nothing in the letter was the same when it had gone. Who puts in again what others are like may have copied one of those.
    alone: bool,
}

impl Cut {
    /// `passages` are numbers, and where they stand in the text that went. `letter` is what was left.
    pub(super) fn new(text: &str, passages: &[(usize, Span)], letter: &Buffer) -> Self {
        let letter = letter.contents();
        let part = |span: Span| {
            let words = span.of(text);
            let alone =
                words.len() >= LONG && memchr::memmem::find(letter.as_bytes(), words.as_bytes()).is_none();
            Part { span, alone }
        };
        let start = text.len() - text.trim_start().len();
        let all = part(Span::new(start, start + text.trim().len()));
        let passages = passages.iter().map(|&(number, own)| Went { number, part: part(own) }).collect();
        Self { text: text.to_owned(), all, passages }
    }

    /// Where a passage stands in something that was inserted after it had gone.
    pub(super) fn back(&self, went: &Went, inserted: Span, letter: &Buffer) -> Option<Span> {
        self.land(went, inserted, letter, |part| part.alone)
    }

    /// Where a passage stands in something that was inserted before it went.
    pub(super) fn ahead(&self, went: &Went, inserted: Span, letter: &Buffer) -> Option<Span> {
        self.land(went, inserted, letter, |_| true)
    }

    /// Where all that went with it stands, else where its own words stand: in the stretch, and nowhere else in the letter.
    fn land(&self, went: &Went, inserted: Span, letter: &Buffer, counts: fn(&Part) -> bool) -> Option<Span> {
        let own = went.part.span;
        let came = letter.words(inserted);
        let lands = |part: &Part| {
            let text = part.span.of(&self.text);
            let long = text.len() >= LONG && counts(part) && part.span.covers(own);
            let at = once(&came, Some(text).filter(|_| long)?)?;
            once(&letter.contents(), text)?;
            let start = inserted.start + at + (own.start - part.span.start);
            Some(Span::new(start, start + own.len()))
        };
        lands(&self.all).or_else(|| lands(&went.part))
    }
}

/// Where `words` stand, if they do so once; overlapping ones count.
fn once(text: &str, words: &str) -> Option<usize> {
    let finder = memchr::memmem::Finder::new(words);
    let at = finder.find(text.as_bytes())?;
    finder.find(&text.as_bytes()[at + 1..]).is_none().then_some(at)
}
