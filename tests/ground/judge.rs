//! Notes are placed in texts that were edited, and what comes of it is held against the truth.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;

use griffier::annotation::{Anchor, LetterText, Placed, place};
use griffier::text::Span;

use super::{Marked, Truth};

/// So many characters on either side of a passage make up what it reads like.
const SURROUNDINGS: usize = 64;

/// What came of the notes under one kind of edit.
#[derive(Clone, Default, Debug)]
pub(crate) struct Count {
    pub(crate) kept: usize,
    /// Of these, with the very ends that they should have.
    pub(crate) exact: usize,
    /// Orphaned or ambiguous though the passage is still there.
    pub(crate) lost: usize,
    /// Orphaned or ambiguous, and rightly so.
    pub(crate) gone: usize,
    pub(crate) wrong: usize,
}

impl Count {
    pub(crate) fn notes(&self) -> usize {
        self.kept + self.lost + self.gone + self.wrong
    }

    /// Of the notes whose passage is still there, the share that has kept it.
    pub(crate) fn share(&self) -> f64 {
        let there = u32::try_from(self.kept + self.lost + self.wrong).unwrap();
        f64::from(u32::try_from(self.kept).unwrap()) / f64::from(there.max(1))
    }
}

/// By kind of edit, with and without the text that the note was made on.
#[derive(Default)]
pub(crate) struct Table {
    rows: BTreeMap<(String, bool), Count>,
    /// The first wrong ones, in words.
    pub(crate) wrong: Vec<String>,
    /// Some of those that were lost, in words.
    pub(crate) lost: Vec<String>,
}

impl Table {
    /// Places a note on `passage` of `old` in `new`, twice, and counts.
    pub(crate) fn judge(&mut self, kind: &str, old: &LetterText, new: &Marked, passage: &Range<usize>) {
        let byte = |at: usize| old.as_str().char_indices().nth(at).map_or(old.as_str().len(), |(at, _)| at);
        let anchor = Anchor::of(old, Span::new(byte(passage.start), byte(passage.end)));
        let text = LetterText::new(&new.text());
        let truth = new.truth(passage);
        for remembered in [true, false] {
            let placed = place(&text, &anchor, remembered.then_some(old));
            let count = self.rows.entry((kind.to_owned(), remembered)).or_default();
            match (placed.span(), &truth) {
                (None, Truth::Gone) => count.gone += 1,
                // Of what little is left either may be said.
                (None, Truth::At(_, share)) if *share < 0.5 => count.gone += 1,
                (None, Truth::At(..)) => {
                    count.lost += 1;
                    if self.lost.len() < 2_000 {
                        self.lost.push(describe(kind, remembered, &anchor, &placed, &text, &truth));
                    }
                }
                (Some(span), truth) => match truth {
                    Truth::At(range, _) if alike(span, range) => {
                        count.kept += 1;
                        count.exact += usize::from(Range::from(span) == *range);
                    }
                    // Where passage and surroundings read as they did, nobody can tell this text from one in which it is the same.
                    _ if reads_the_same(
                        old.as_str(),
                        &(byte(passage.start)..byte(passage.end)),
                        text.as_str(),
                        &span.into(),
                    ) =>
                    {
                        count.kept += 1;
                    }
                    _ => {
                        count.wrong += 1;
                        let mut said = describe(kind, remembered, &anchor, &placed, &text, truth);
                        if std::env::var_os("GRIFFIER_TEST_LOST").is_some() {
                            let _ =
                                writeln!(said, "--- before\n{}\n--- after\n{}", old.as_str(), text.as_str());
                        }
                        self.wrong.push(said);
                    }
                },
            }
        }
    }

    pub(crate) fn row(&self, kind: &str, remembered: bool) -> Count {
        self.rows.get(&(kind.to_owned(), remembered)).cloned().unwrap_or_default()
    }

    pub(crate) fn notes(&self) -> usize {
        self.rows.values().map(Count::notes).sum::<usize>() / 2
    }
}

/// Whether a place is the true one: what both share is more than half of what either has.
fn alike(span: Span, truth: &Range<usize>) -> bool {
    let shared = span.end.min(truth.end).saturating_sub(span.start.max(truth.start));
    let both = span.end.max(truth.end) - span.start.min(truth.start);
    shared * 2 > both || Range::from(span) == *truth
}

/// Whether two passages are the same words between the same words, a line or so on either side.
fn reads_the_same(old: &str, passage: &Range<usize>, new: &str, found: &Range<usize>) -> bool {
    let before = |text: &str, at: usize| text[..at].chars().rev().take(SURROUNDINGS).collect::<String>();
    let behind = |text: &str, at: usize| text[at..].chars().take(SURROUNDINGS).collect::<String>();
    old[passage.clone()] == new[found.clone()]
        && before(old, passage.start) == before(new, found.start)
        && behind(old, passage.end) == behind(new, found.end)
}

fn describe(
    kind: &str,
    remembered: bool,
    anchor: &Anchor,
    placed: &Placed,
    text: &LetterText,
    truth: &Truth,
) -> String {
    let mut said = format!("{kind} (remembered: {remembered}) {} {:?}\n", placed.state(), anchor.distinct);
    let _ = writeln!(said, "  note  {:?}", anchor.quote);
    if let Some(span) = placed.span() {
        let _ = writeln!(said, "  found {:?}", text.words(span));
    }
    if let Truth::At(range, share) = truth {
        let _ = writeln!(said, "  truth {:?} ({share:.2})", &text.as_str()[range.clone()]);
    }
    said
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<28} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>8}",
            "edit", "text", "notes", "kept", "exact", "lost", "gone", "wrong"
        )?;
        for ((kind, remembered), count) in &self.rows {
            let text = if *remembered { "with" } else { "without" };
            writeln!(
                f,
                "{kind:<28} {text:>7} {:>7} {:>6.1}% {:>7} {:>7} {:>7} {:>8}",
                count.notes(),
                100.0 * count.share(),
                count.exact,
                count.lost,
                count.gone,
                count.wrong
            )?;
        }
        Ok(())
    }
}
