//! What of a text is where in a later one.
//!
//! Grams that stand once in either text tie the two together; a stretch that is the same in both and has such a gram at either end is *sure*.
//! Between two sure stretches that follow each other in both texts, something is looked for that is like the passage, and is only taken where nothing else could be meant.
//! So a passage among others that are nearly the same is found by what surrounds it, or not at all.

use std::cmp::Ordering;
use std::ops::Range;

use super::change::{Carried, LIGHT, carried};
use super::fit::{Fit, common_end, common_start, fit_long};
use super::skeleton::{GRAM, Skeleton};

/// A stretch that is the same in both texts, with a gram at either end that stands once in each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Tie {
    old: usize,
    new: usize,
    len: usize,
    /// What of it is sure, in the old text.
    sure: (usize, usize),
    /// Whether it stands in the same order in both texts as most do. The others were moved, or something like them was written elsewhere.
    main: bool,
}

/// Two texts, tied together.
#[derive(Debug)]
pub(super) struct Alignment {
    /// In the order of the old text.
    ties: Vec<Tie>,
}

/// Where a passage has gone.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Found {
    /// There, in the same words; and how far on either side all is the same.
    Same(Range<usize>, usize),
    /// The same words stand where it should be; others may have them too.
    ///
    /// Between the sure places around it something stood, and stands, that is told too: what changed there, without what is the same at either end.
    Again(Range<usize>, Range<usize>, Range<usize>),
    /// There, since nothing but a few words beside it or in it have changed between the sure places around it. Ranges are those of the texts.
    Carried(Carried),
    /// There, in words that have changed a little; and whether nothing came or went beside it but a few words.
    Like(Fit, bool),
    /// In one of several places, or nowhere.
    Unsure,
    /// What stood around it stands together: it was deleted.
    Gone,
}

/// A passage is looked for in no longer stretch than this, beyond its own length.
const REACH: usize = 600;

/// What was moved must be this long, in bytes, to be taken for the same.
const MOVED: usize = 64;

/// Words are taken for changed ones from this likeness on.
const LIKE: f64 = 0.6;

/// What else is as alike but for this is too alike.
const MARGIN: f64 = 0.15;

impl Alignment {
    pub(super) fn new(old: &Skeleton, new: &Skeleton) -> Self {
        let (a, b) = (old.bytes(), new.bytes());
        let tie = |old, new, len| Tie { old, new, len, sure: (0, 0), main: false };
        let mut ties: Vec<Tie> = Vec::new();
        let mut pairs = unique_in_both(old, new);
        pairs.sort_unstable();
        for (from, to) in pairs {
            // A gram that goes on where another ended ties the same stretch, if all between is the same too.
            if let Some(tie) = ties.last_mut()
                && tie.old + to == tie.new + from
                && (from <= tie.old + tie.len || a[tie.old + tie.len..from] == b[tie.new + tie.len..to])
            {
                tie.len = from + GRAM - tie.old;
            } else {
                ties.push(tie(from, to, GRAM));
            }
        }
        // The beginnings of both texts belong together, and their ends.
        let start = ties.first().copied().filter(|tie| tie.old == tie.new && a[..tie.old] == b[..tie.new]);
        match start {
            Some(first) => ties[0] = tie(0, 0, first.old + first.len),
            None => ties.insert(0, tie(0, 0, 0)),
        }
        let last = ties.len() - 1;
        let (end, other) = (ties[last].old + ties[last].len, ties[last].new + ties[last].len);
        if a[end..] == b[other..] {
            ties[last].len += a.len() - end;
        } else {
            ties.push(tie(a.len(), b.len(), 0));
        }
        for tie in &mut ties {
            // What is only tied by a gram that reaches beyond it may be the start of something that was put there:
            // of two copies of a paragraph either can be the one behind the words before it.
            let (end, other) = (tie.old + tie.len, tie.new + tie.len);
            let from = if (tie.old, tie.new) == (0, 0) || tie.len == 0 { tie.old } else { tie.old + GRAM };
            let to = if (end, other) == (a.len(), b.len()) { end } else { end.saturating_sub(GRAM) };
            tie.sure = (from, to);
        }
        mark_main(&mut ties);
        Self { ties }
    }

    /// Where a passage of the old text is in the new one.
    pub(super) fn find(&self, old: &[u8], new: &[u8], passage: &Range<usize>) -> Found {
        if let Some((place, depth)) = self.sure(passage) {
            return Found::Same(place, depth);
        }
        let Some((before, behind)) = self.around(passage) else { return Found::Unsure };
        if behind.1 < before.1 {
            return Found::Unsure;
        }
        let (room, window) = (before.0..behind.0, before.1..behind.1);
        let most = passage.len() + REACH;
        if room.len() > most || window.len() > most + passage.len() {
            return Found::Unsure;
        }
        let by = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        let inner = passage.start - room.start..passage.end - room.start;
        if let Some(Carried { place, touched, went, came }) =
            carried(&old[room.clone()], &inner, &new[window.clone()])
        {
            return Found::Carried(Carried {
                place: by(place, window.start),
                touched,
                went: by(went, room.start),
                came: by(came, window.start),
            });
        }
        if window.is_empty() { Found::Gone } else { within(old, new, passage, &room, &window) }
    }

    /// The place of a passage that lies in a sure stretch, and how deep within.
    fn sure(&self, passage: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let overlaps =
            |start: usize, len: usize, other: &Range<usize>| start < other.end && other.start < start + len;
        let mut holding = self.ties.iter().filter(|tie| overlaps(tie.old, tie.len, passage));
        let tie = holding.next()?;
        let within = tie.sure.0 <= passage.start && passage.end <= tie.sure.1;
        if holding.next().is_some() || !within || !(tie.main || tie.len >= MOVED) {
            return None;
        }
        let place = passage.start - tie.old + tie.new..passage.end - tie.old + tie.new;
        // Another stretch may claim the same place.
        let claims = self.ties.iter().filter(|tie| overlaps(tie.new, tie.len, &place)).count();
        let depth = (passage.start - tie.old).min(tie.old + tie.len - passage.end);
        (claims == 1).then_some((place, depth))
    }

    /// The nearest sure places before and behind a passage, each in the old and the new text.
    fn around(&self, passage: &Range<usize>) -> Option<((usize, usize), (usize, usize))> {
        let sure = self.ties.iter().filter(|tie| tie.main && tie.sure.0 <= tie.sure.1);
        let (mut before, mut behind) = (None, None);
        for tie in sure {
            let moved = |at: usize| (at, at - tie.old + tie.new);
            if tie.sure.0 <= passage.start {
                before = Some(moved(passage.start.min(tie.sure.1)));
            }
            if behind.is_none() && tie.sure.1 >= passage.end && (tie.len > 0 || tie.old > 0) {
                behind = Some(moved(passage.end.max(tie.sure.0)));
            }
        }
        before.zip(behind)
    }
}

/// Marks the ties that are in the same order in both texts, so many that they hold the most bytes.
fn mark_main(ties: &mut [Tie]) {
    // The best row of ties that ends at each place of the new text, in a tree of prefix maxima.
    let mut ends: Vec<usize> = ties.iter().map(|tie| tie.new + tie.len).collect();
    ends.sort_unstable();
    let mut tree: Vec<(usize, Option<usize>)> = vec![(0, None); ends.len() + 1];
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(ties.len());
    for (index, tie) in ties.iter().enumerate() {
        // Neighbours may share a few bytes, since both reach as far as the texts are the same.
        let mut at = ends.partition_point(|&end| end <= tie.new + GRAM);
        let mut best = (0, None);
        while at > 0 {
            best = best.max(tree[at]);
            at &= at - 1;
        }
        let whole = (best.0 + tie.len + 1, Some(index));
        rows.push((whole.0, best.1));
        let mut at = ends.partition_point(|&end| end < tie.new + tie.len) + 1;
        while at < tree.len() {
            tree[at] = tree[at].max(whole);
            at += at & at.wrapping_neg();
        }
    }
    let mut next = (0..rows.len()).max_by_key(|&index| rows[index].0);
    while let Some(index) = next {
        ties[index].main = true;
        next = rows[index].1;
    }
}

/// Looks for a passage of `room` of the old text in `window` of the new one.
fn within(
    old: &[u8],
    new: &[u8],
    passage: &Range<usize>,
    room: &Range<usize>,
    window: &Range<usize>,
) -> Found {
    let words = &old[passage.clone()];
    let stretch = &new[window.clone()];
    let shifted = |range: Range<usize>| range.start + window.start..range.end + window.start;
    let mut exact = memchr::memmem::find_iter(stretch, words);
    if let Some(at) = exact.next() {
        // The same words more than once: which were they?
        let again = memchr::memmem::find(&stretch[at + 1..], words).is_some();
        let before = memchr::memmem::find_iter(&old[room.clone()], words).count() > 1;
        return if again || before {
            Found::Unsure
        } else {
            again_at(old, new, room, window, shifted(at..at + words.len()))
        };
    }
    let Some(best) = fit_long(words, stretch) else { return Found::Unsure };
    // Where it is cut short, what has come in the stead of the rest is not known.
    if best.likeness < LIKE || best.range.len() * 4 < words.len() * 3 {
        return Found::Gone;
    }
    let enough = best.likeness - MARGIN;
    let alike =
        |pattern: &[u8], text: &[u8]| fit_long(pattern, text).is_none_or(|fit| fit.likeness >= enough);
    // Nothing else that came may be as like it,
    let elsewhere = [&stretch[..best.range.start], &stretch[best.range.end..]];
    if elsewhere.iter().any(|text| !text.is_empty() && alike(words, text)) {
        return Found::Unsure;
    }
    // and nothing else that went may be as like what was found.
    let found = &stretch[best.range.clone()];
    let others = [&old[room.start..passage.start], &old[passage.end..room.end]];
    if others.iter().any(|text| !text.is_empty() && alike(found, text)) {
        return Found::Unsure;
    }
    let tight = room.len().abs_diff(window.len()) <= LIGHT;
    Found::Like(Fit { range: shifted(best.range.clone()), ..best }, tight)
}

/// The place, with what differs between the two stretches that it was looked for in.
fn again_at(
    old: &[u8],
    new: &[u8],
    room: &Range<usize>,
    window: &Range<usize>,
    found: Range<usize>,
) -> Found {
    let (was, is) = (&old[room.clone()], &new[window.clone()]);
    let start = common_start(was, is);
    let end = common_end(&was[start..], &is[start..]);
    Found::Again(found, room.start + start..room.end - end, window.start + start..window.end - end)
}

/// Where grams stand that occur once in either text.
fn unique_in_both(old: &Skeleton, new: &Skeleton) -> Vec<(usize, usize)> {
    let (a, b) = (old.grams(), new.grams());
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let (gram, other) = (a[i].0, b[j].0);
        let until = |grams: &[(u64, u32)], from: usize, gram: u64| {
            from + grams[from..].iter().take_while(|(digest, _)| *digest == gram).count()
        };
        match gram.cmp(&other) {
            Ordering::Less => i = until(a, i, gram),
            Ordering::Greater => j = until(b, j, other),
            Ordering::Equal => {
                let (next_i, next_j) = (until(a, i, gram), until(b, j, gram));
                let (from, to) = (a[i].1 as usize, b[j].1 as usize);
                let same = || old.bytes()[from..from + GRAM] == new.bytes()[to..to + GRAM];
                if next_i == i + 1 && next_j == j + 1 && same() {
                    pairs.push((from, to));
                }
                (i, j) = (next_i, next_j);
            }
        }
    }
    pairs
}
