//! Letters that are edited while it is known where every passage goes: the ground truth of notes.
//!
//! Each character of a text bears the place that it had; what is put in its stead inherits that, what is inserted has none.
//! So the true place of a passage is where the characters are that bear its places.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test program that takes this in uses a part of it")]

pub(crate) mod alike;
pub(crate) mod edits;
pub(crate) mod judge;
pub(crate) mod numbered;

use std::ops::Range;

/// Chance that is the same at every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap();
        high % limit.max(1)
    }

    pub(crate) fn of<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }
}

/// A character, and which place of the text as it was first it bears.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mark {
    pub(crate) c: char,
    pub(crate) place: Option<usize>,
}

/// A text that knows where its characters were.
#[derive(Clone, Debug)]
pub(crate) struct Marked(pub(crate) Vec<Mark>);

/// Where a passage truly is.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Truth {
    /// Nothing of it is left.
    Gone,
    /// There, in bytes; what share of its characters is left.
    At(Range<usize>, f64),
}

impl Marked {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.chars().enumerate().map(|(at, c)| Mark { c, place: Some(at) }).collect())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|mark| mark.c).collect()
    }

    /// Puts a new text in place of some characters. It bears the places of what it replaces; where that is nothing, none.
    pub(crate) fn replace(&mut self, range: Range<usize>, by: &str) {
        let places: Vec<_> = self.0[range.clone()].iter().map(|mark| mark.place).collect();
        let count = by.chars().count();
        let new: Vec<_> = by
            .chars()
            .enumerate()
            .map(|(index, c)| {
                let at = index * places.len() / count.max(1);
                Mark { c, place: places.get(at).copied().flatten() }
            })
            .collect();
        self.0.splice(range, new);
    }

    /// Takes a stretch out and puts it elsewhere; `to` is a place of the text without it.
    pub(crate) fn shift(&mut self, range: Range<usize>, to: usize) {
        let cut: Vec<_> = self.0.drain(range).collect();
        let to = to.min(self.0.len());
        self.0.splice(to..to, cut);
    }

    /// The paragraphs, without the blank lines between.
    pub(crate) fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let (mut start, mut blank) = (None, true);
        for (at, mark) in self.0.iter().enumerate() {
            if mark.c == '\n' {
                if blank && let Some(start) = start.take() {
                    found.push(start..at.saturating_sub(1));
                }
                blank = true;
            } else if !mark.c.is_whitespace() {
                start = start.or(Some(at));
                blank = false;
            }
        }
        found.extend(start.map(|start| start..self.len()));
        found.retain(|range| range.start < range.end);
        found
    }

    /// The words of a stretch.
    pub(crate) fn words(&self, within: &Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = None;
        for at in within.clone() {
            match (self.0[at].c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    found.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        found.extend(start.map(|start| start..within.end));
        found
    }

    /// The characters that now bear the places of a passage, from the first to the last.
    pub(crate) fn now(&self, passage: &Range<usize>) -> Option<Range<usize>> {
        let bears = |mark: &Mark| mark.place.is_some_and(|place| passage.contains(&place));
        let start = self.0.iter().position(bears)?;
        let end = self.0.iter().rposition(bears)?;
        Some(start..end + 1)
    }

    pub(crate) fn truth(&self, passage: &Range<usize>) -> Truth {
        let Some(now) = self.now(passage) else { return Truth::Gone };
        let mut left: Vec<_> = self.0[now.clone()]
            .iter()
            .filter_map(|mark| mark.place.filter(|place| passage.contains(place)))
            .collect();
        left.sort_unstable();
        left.dedup();
        let byte = |at: usize| self.0[..at].iter().map(|mark| mark.c.len_utf8()).sum::<usize>();
        let share = u32::try_from(left.len()).unwrap();
        let share = f64::from(share) / f64::from(u32::try_from(passage.len().max(1)).unwrap());
        Truth::At(byte(now.start)..byte(now.end), share)
    }
}

/// A passage that somebody might select: a word, a phrase, a sentence, a paragraph, or more, over page borders too.
pub(crate) fn passage(text: &Marked, dice: &mut Dice) -> Option<Range<usize>> {
    let words = text.words(&(0..text.len()));
    if words.len() < 40 {
        return None;
    }
    let first = dice.below(words.len() - 1);
    let count = match dice.below(10) {
        0 => 1,
        1..=3 => 2 + dice.below(6),
        4..=6 => 8 + dice.below(16),
        7 | 8 => {
            let paragraphs = text.paragraphs();
            return Some(dice.of(&paragraphs).clone()).filter(|range| range.len() > 3 && range.len() < 4_000);
        }
        _ => 24 + dice.below(120),
    };
    let last = (first + count - 1).min(words.len() - 1);
    Some(words[first].start..words[last].end)
}
