//! What speaks against a place that the comparison of two texts found for a passage.
//!
//! The comparison tells what stands where; here it is asked whether something else may have come to stand there: another with the same words, or one that was exchanged for it. Everything is in bytes of skeletons.

use std::ops::Range;

use super::anchor::occurrences;
use super::change::{Carried, stands_elsewhere};
use super::fit::likeness;
use super::search::rival;
use super::skeleton::Skeleton;

/// So many bytes on either side tell apart what has the same words; where all of these are the same, nobody can.
pub(super) const AROUND: usize = 128;

/// Fewer bytes stand elsewhere by chance.
const TELLS: usize = 4;

/// What stands beside a passage must be more alike than what stands beside others by this, of 2.
const CLEARLY: f64 = 0.5;

/// Of others with the same words so many are compared.
const MOST_OTHERS: usize = 24;

/// Whether a passage beside which or in which a few words have changed is where the change leaves it, and nothing has taken its place.
pub(super) fn believed(old: &Skeleton, new: &Skeleton, passage: &Range<usize>, found: &Carried) -> bool {
    let words = &old.bytes()[passage.clone()];
    if found.touched {
        let is = &new.bytes()[found.place.clone()];
        let alike = likeness(words, is);
        return !rival(new, words, &found.place, alike) && !rival(old, is, passage, alike);
    }
    let alone = occurrences(old.bytes(), words, 2) < 2 && occurrences(new.bytes(), words, 2) < 2;
    let went = stands_elsewhere(old.bytes(), &found.went, new.bytes());
    let came = stands_elsewhere(new.bytes(), &found.came, old.bytes());
    // The words of a heading stand once, and are given to another when two are exchanged.
    let exchanged = exchanged(old, new, &found.went, &found.came) == (true, true);
    if alone { !exchanged } else { !went && !came && stands_alone(old, new, passage, &found.place) }
}

/// Whether what went from around a passage stands elsewhere now, and whether what came stood elsewhere before: then another passage has come in its stead.
pub(super) fn exchanged(
    old: &Skeleton,
    new: &Skeleton,
    was: &Range<usize>,
    is: &Range<usize>,
) -> (bool, bool) {
    let stands =
        |words: &[u8], text: &Skeleton| words.len() >= TELLS && occurrences(text.bytes(), words, 1) > 0;
    (stands(&old.bytes()[was.clone()], new), stands(&new.bytes()[is.clone()], old))
}

/// Whether what stands around some words that others have too is not found around others now, nor was before.
pub(super) fn stands_alone(
    old: &Skeleton,
    new: &Skeleton,
    passage: &Range<usize>,
    found: &Range<usize>,
) -> bool {
    let words = &old.bytes()[passage.clone()];
    if occurrences(old.bytes(), words, 2) < 2 && occurrences(new.bytes(), words, 2) < 2 {
        return true;
    }
    let alike = |(a, b): Sides<'_>, (c, d): Sides<'_>| likeness(a, c) + likeness(b, d);
    let (was, is) = (beside(old, passage), beside(new, found));
    let enough = alike(was, is) - CLEARLY;
    // Others in the new text may stand where the passage stood, or others in the old one where it seems to stand now.
    let others = |text: &Skeleton, own: &Range<usize>, wanted: Sides<'_>| {
        memchr::memmem::find_iter(text.bytes(), words)
            .filter(|at| *at != own.start)
            .take(MOST_OTHERS)
            .any(|at| alike(beside(text, &(at..at + words.len())), wanted) >= enough)
    };
    !others(new, found, was) && !others(old, passage, is)
}

/// What stands right before a passage and right behind it.
type Sides<'t> = (&'t [u8], &'t [u8]);

fn beside<'t>(text: &'t Skeleton, range: &Range<usize>) -> Sides<'t> {
    let bytes = text.bytes();
    let before = &bytes[range.start.saturating_sub(AROUND)..range.start];
    (before, &bytes[range.end..(range.end + AROUND).min(bytes.len())])
}
