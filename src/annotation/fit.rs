//! How alike two stretches are, and where in a stretch something is that is most like another.

use std::ops::Range;

/// Where a pattern fits best.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Fit {
    pub(super) range: Range<usize>,
    /// From 0 to 1: the share of the pattern that need not be changed.
    pub(super) likeness: f64,
}

/// The largest table that is filled for one fit.
const MOST_CELLS: usize = 6_000_000;

/// The place in `text` where the pattern needs the fewest changes; `None` where it is empty, or both are too long to compare.
///
/// The beginnings and ends of the text cost nothing. Of several places that are as good the first is given.
pub(super) fn fit(pattern: &[u8], text: &[u8]) -> Option<Fit> {
    if pattern.is_empty() || pattern.len().checked_mul(text.len() + 1)? > MOST_CELLS {
        return None;
    }
    // One row for each byte of the text: the cost so far, and where the fit began.
    let mut row: Vec<(u32, u32)> = (0..=pattern.len()).map(|at| (small(at), 0)).collect();
    let mut best = (row[pattern.len()].0, 0, 0);
    for (at, byte) in text.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (0, small(at + 1));
        for (index, wanted) in pattern.iter().enumerate() {
            let above = row[index + 1];
            let left = row[index];
            let changed = (diagonal.0 + u32::from(wanted != byte), diagonal.1);
            let inserted = (above.0 + 1, above.1);
            let left_out = (left.0 + 1, left.1);
            // Where costs are equal a change in place is likelier than one that shifts.
            let mut cell = changed;
            for other in [inserted, left_out] {
                if other.0 < cell.0 {
                    cell = other;
                }
            }
            diagonal = above;
            row[index + 1] = cell;
        }
        let (cost, start) = row[pattern.len()];
        if cost < best.0 {
            best = (cost, start as usize, at + 1);
        }
    }
    Some(Fit { range: best.1..best.2, likeness: 1.0 - f64::from(best.0) / f64::from(small(pattern.len())) })
}

/// Longer patterns are fitted by their two ends.
const LONG: usize = 600;

/// As [`fit()`], and of a long pattern its two ends, in their order and at about their distance.
pub(super) fn fit_long(pattern: &[u8], text: &[u8]) -> Option<Fit> {
    if pattern.len() <= LONG {
        return fit(pattern, text);
    }
    let (head, tail) = (&pattern[..LONG / 2], &pattern[pattern.len() - LONG / 2..]);
    let (start, end) = (fit(head, text)?, fit(tail, text)?);
    let range = start.range.start..end.range.end.max(start.range.start);
    let whole = range.len() * 2 > pattern.len() && range.len() < pattern.len() * 2;
    let likeness = if whole { start.likeness.min(end.likeness) } else { 0.0 };
    Some(Fit { range, likeness })
}

/// How alike two stretches are as a whole, from 0 to 1.
pub(super) fn likeness(a: &[u8], b: &[u8]) -> f64 {
    let longest = a.len().max(b.len());
    if longest == 0 || a == b {
        return 1.0;
    }
    let mut row: Vec<u32> = (0..=small(b.len())).collect();
    for (at, byte) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = small(at + 1);
        for (index, other) in b.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = (diagonal + u32::from(byte != other)).min(above + 1).min(row[index] + 1);
            diagonal = above;
        }
    }
    1.0 - f64::from(row[b.len()]) / f64::from(small(longest))
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// How many bytes two stretches have in common at their start.
pub(super) fn common_start(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes two stretches have in common at their end.
pub(super) fn common_end(a: &[u8], b: &[u8]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_place_is_found() {
        let found = fit(b"minister", b"deminlsterzegt").unwrap();
        assert_eq!((found.range, found.likeness), (2..10, 0.875));
        assert_eq!(fit(b"abc", b"xxabcxxabc").unwrap().range, 2..5);
        assert_eq!(fit(b"", b"abc"), None);
        assert!(fit(b"abc", b"").unwrap().likeness < 1e-9);
    }

    #[test]
    fn likeness_is_that_of_levenshtein() {
        assert!((likeness(b"2019", b"2020") - 0.5).abs() < 1e-9);
        assert!((likeness(b"", b"") - 1.0).abs() < 1e-9);
        assert!(likeness(b"", b"abc").abs() < 1e-9);
    }
}
