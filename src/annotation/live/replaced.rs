//! What becomes of passages in a stretch of text that is replaced by another: of one citation, of some lines that are broken anew, or of a whole letter.
//!
//! The two are compared as two versions of a letter are, with some of what stands around them.

use crate::annotation::align::Alignment;
use crate::annotation::place::{Trace, trace, whole_words};
use crate::annotation::skeleton::Skeleton;
use crate::text::{Buffer, Edit, Span};

use super::carried::Stretch;

/// So many bytes on either side are looked at too.
const AROUND: usize = 1024;

/// Words put in place of others are their new form where so much of them is left, in its order.
const LEFT: f64 = 0.8;

/// And they have become no more than so many times as long.
const LONGER: usize = 3;

/// Longer words are not compared letter by letter.
const LONGEST: usize = 2_000;

/// A stretch before and after, with what stands around it.
pub(super) struct Replaced<'e> {
    edit: &'e Edit,
    stretch: Stretch,
    /// Where both begin in the letter.
    from: usize,
    old: String,
    new: String,
    tied: Option<(Skeleton, Skeleton, Alignment)>,
}

impl<'e> Replaced<'e> {
    pub(super) fn new(edit: &'e Edit, stretch: Stretch, text: &Buffer) -> Self {
        let from = text.floor(stretch.span.start.saturating_sub(AROUND));
        let end = stretch.span.start + stretch.len;
        let (before, behind) =
            (Span::new(from, stretch.span.start), Span::new(end, text.floor(end + AROUND)));
        let removed = stretch.span.shifted_back(edit.span.start);
        let old = [&text.words(before), removed.of(&edit.removed), &text.words(behind)].concat();
        let new = text.words(Span::new(from, behind.end));
        Self { edit, stretch, from, old, new, tied: None }
    }

    /// Where a passage of the text before is now, if that is certain.
    pub(super) fn find(&mut self, passage: Span) -> Option<Span> {
        self.compared(passage).or_else(|| self.in_place(passage))
    }

    fn compared(&mut self, passage: Span) -> Option<Span> {
        let inside = self.inside(passage)?;
        let (old, new, alignment) = self.tied.get_or_insert_with(|| {
            let (old, new) = (Skeleton::new(&self.old), Skeleton::new(&self.new));
            let alignment = Alignment::new(&old, &new);
            (old, new, alignment)
        });
        let bones = old.inside(inside);
        if bones.is_empty() {
            return None;
        }
        let span = match trace(old, new, alignment, &bones) {
            Trace::Same(range) => new.outside(&range),
            Trace::Like(range) if self.stretch.span.covers(passage) => {
                whole_words(&self.new, new.outside(&range), inside.of(&self.old))
            }
            _ => return None,
        };
        Some(span.shifted(self.from)).filter(|span| self.agrees(passage, *span))
    }

    /// Whether what was found has to do with what was replaced: where the rest of the letter is, is known.
    fn agrees(&self, passage: Span, found: Span) -> bool {
        let Stretch { span: was, len } = self.stretch;
        let start =
            if passage.start < was.start { passage.start == found.start } else { was.start <= found.start };
        let end = if passage.end > was.end {
            passage.end - was.len() + len == found.end
        } else {
            found.end <= was.start + len
        };
        start && end
    }

    /// Where somebody put other words in place of those of the passage and of nothing else, and most of them are still there.
    fn in_place(&self, passage: Span) -> Option<Span> {
        let inside = self.inside(passage).filter(|_| passage.covers(self.edit.span))?;
        let is = Span::new(inside.start, inside.end - self.edit.removed.len() + self.edit.inserted.len());
        let (was, now) = (Skeleton::new(inside.of(&self.old)), Skeleton::new(is.of(&self.new)));
        let (was, now) = (was.bytes(), now.bytes());
        let short = was.len() <= LONGEST && now.len() <= was.len() * LONGER;
        (short && !was.is_empty() && in_common(was, now) >= LEFT).then(|| is.shifted(self.from))
    }

    /// The passage in the old stretch, if all of it is there.
    fn inside(&self, passage: Span) -> Option<Span> {
        let there = passage.start >= self.from && passage.end <= self.from + self.old.len();
        there.then(|| passage.shifted_back(self.from))
    }
}

/// What share of some words is left in others, in its order.
fn in_common(was: &[u8], now: &[u8]) -> f64 {
    let mut row = vec![0_u32; now.len() + 1];
    for byte in was {
        let mut diagonal = 0;
        for (index, other) in now.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if byte == other { diagonal + 1 } else { above.max(row[index]) };
            diagonal = above;
        }
    }
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    f64::from(row[now.len()]) / count(was.len())
}
