//! Finding a passage by its own words and those around it, when the text that it was selected in is gone.
//!
//! What is believed depends on what told the passage apart then ([`Distinct`]). Everything here is in bytes of skeletons.

use std::collections::BTreeMap;
use std::ops::Range;

use super::anchor::{Anchor, Distinct, occurrences};
use super::change::{Carried, LIGHT, carried, stands_elsewhere};
use super::fit::{common_end, common_start, fit, fit_long, likeness};
use super::skeleton::{GRAM, Skeleton, digests};

/// So much of the words right before and behind a passage tells it apart.
const NEAR: usize = 32;

/// A passage of fewer bytes says too little by itself.
const TELLING: usize = 24;

/// A passage of so many bytes says by itself what it is.
pub(super) const SAYS: usize = 40;

/// So many bytes, of the passage and of what stands around it, make it the same wherever it is.
const ENOUGH: usize = 56;

/// And so many where it is known not to be where it was.
const ENOUGH_MOVED: usize = 72;

/// From this likeness on another passage resembles one.
const RESEMBLES: f64 = 0.55;

/// Words are taken for changed ones from this likeness on, where nothing resembled them.
const LIKE: f64 = 0.75;

/// The best must be better than the next by this.
const MARGIN: f64 = 0.15;

/// No more places than so many are looked at closely.
const MOST_PLACES: usize = 12;

/// A passage and what stood around it, as skeletons.
#[derive(Debug)]
pub(super) struct Wanted {
    window: Skeleton,
    quote: Range<usize>,
    distinct: Distinct,
    /// Whether the note says nothing of the text that it was made on, as those of other programs.
    foreign: bool,
}

/// Whether something else in a text is as like some words as what stands at `own`.
pub(super) fn rival(text: &Skeleton, words: &[u8], own: &Range<usize>, likeness: f64) -> bool {
    let bytes = text.bytes();
    let other = |range: &Range<usize>| range.end <= own.start || own.end <= range.start;
    if memchr::memmem::find_iter(bytes, words).any(|at| other(&(at..at + words.len()))) {
        return true;
    }
    // A few words have no stretch that all that is like them must have; they are looked for everywhere.
    if words.len() < TELLING {
        let mut elsewhere =
            [&bytes[..own.start], &bytes[own.end..]].into_iter().filter(|text| !text.is_empty());
        return elsewhere.any(|text| fit(words, text).is_none_or(|fit| fit.likeness >= likeness));
    }
    places(text, words, &(0..words.len())).into_iter().any(|at| {
        let region = around(bytes, at, words.len());
        // What stands at `own` is in nobody's way.
        let region = if region.start < own.start {
            region.start..region.end.min(own.start)
        } else {
            region.start.max(own.end)..region.end.max(own.end)
        };
        fit_long(words, &bytes[region]).is_some_and(|fit| fit.likeness >= likeness)
    })
}

/// What was found.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Verdict {
    /// The same words.
    Same(Range<usize>),
    /// Words that have changed a little.
    Like(Range<usize>),
    /// Nothing that is certain.
    Unsure,
}

/// A place that may be it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Hit {
    pub(super) range: Range<usize>,
    /// Of the words themselves.
    pub(super) likeness: f64,
    /// Of the words and what stands around them.
    pub(super) score: f64,
}

/// What tells a passage apart in its own text.
pub(super) fn distinct(text: &Skeleton, passage: &Range<usize>) -> Distinct {
    let bytes = text.bytes();
    let words = &bytes[passage.clone()];
    let (before, behind) = near(bytes, passage);
    let once = |words: &[u8]| words.len() < NEAR || occurrences(bytes, words, 2) < 2;
    let unlike = || {
        let places = places(text, words, &(0..words.len()));
        places.iter().filter(|at| at.abs_diff(passage.start) > words.len() / 2).all(|&at| {
            let region = around(bytes, at, words.len());
            fit_long(words, &bytes[region]).is_some_and(|fit| fit.likeness < RESEMBLES)
        })
    };
    Distinct {
        quote: occurrences(bytes, words, 2) == 1 && unlike(),
        context: !words.is_empty() && once(before) && once(behind),
        surroundings: false,
    }
}

/// Whether what stands in a window before a passage and not right before it stands nowhere else, and the same behind it.
/// Where the text begins or ends there, little will do.
pub(super) fn belongs(text: &Skeleton, passage: &Range<usize>, window: &Range<usize>) -> (bool, bool) {
    let bytes = text.bytes();
    let head = &bytes[window.start..passage.start.saturating_sub(LIGHT).max(window.start)];
    let tail = &bytes[(passage.end + LIGHT).min(window.end)..window.end];
    let once = |words: &[u8]| words.len() >= TELLING && occurrences(bytes, words, 2) == 1;
    let begins = window.start == 0 && head.len() < TELLING;
    let ends = window.end == bytes.len() && tail.len() < TELLING;
    (begins || once(head), ends || once(tail))
}

impl Wanted {
    pub(super) fn new(anchor: &Anchor) -> Self {
        let window = Skeleton::new(&format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix));
        let start = anchor.prefix.len();
        let quote = window.inside(crate::text::Span::new(start, start + anchor.quote.len()));
        let distinct = anchor.distinct.unwrap_or_default();
        Self { window, quote, distinct, foreign: anchor.seen_on.is_none() }
    }

    pub(super) fn words(&self) -> &[u8] {
        &self.window.bytes()[self.quote.clone()]
    }

    fn prefix(&self) -> &[u8] {
        &self.window.bytes()[..self.quote.start]
    }

    fn suffix(&self) -> &[u8] {
        &self.window.bytes()[self.quote.end..]
    }

    /// The passage with all that is known of its surroundings, where that stands in one place only.
    pub(super) fn whole(&self, text: &Skeleton) -> Option<Range<usize>> {
        let window = self.window.bytes();
        // Too little to go by: another place may have come to read like this.
        let telling = window.len() >= TELLING || window.len() == text.bytes().len();
        if window.is_empty() || !telling || occurrences(text.bytes(), window, 2) != 1 {
            return None;
        }
        // Where the text began or ended beside it, a copy may have come to stand there.
        let open = self.prefix().len().min(self.suffix().len()) < NEAR;
        if open && occurrences(text.bytes(), self.words(), 2) > 1 && window.len() < text.bytes().len() {
            return None;
        }
        // What stood on one side of it stood nowhere else: where it does now, of the copy and the first either may be meant.
        if self.distinct.context && self.copied(text.bytes(), &self.same(text.bytes())) {
            return None;
        }
        let at = memchr::memmem::find(text.bytes(), window)?;
        Some(at + self.quote.start..at + self.quote.end)
    }

    /// What the words around a place have in common with those around the passage: how many bytes on the left, and on the right.
    fn context(&self, bytes: &[u8], place: &Range<usize>) -> (usize, usize) {
        (common_end(&bytes[..place.start], self.prefix()), common_start(&bytes[place.end..], self.suffix()))
    }

    /// Where the words of the passage stand.
    fn same(&self, bytes: &[u8]) -> Vec<Range<usize>> {
        let words = self.words();
        let places = memchr::memmem::find_iter(bytes, words).map(|at| at..at + words.len());
        places.filter(|place| !place.is_empty()).take(MOST_PLACES).collect()
    }

    /// Whether more than one of some places has beside it what stands beside the passage: then it was copied, and either may be it.
    fn copied(&self, bytes: &[u8], same: &[Range<usize>]) -> bool {
        let half = |place: &&Range<usize>| {
            let (left, right) = self.context(bytes, place);
            left.max(right) >= NEAR
        };
        same.iter().filter(half).count() > 1
    }

    /// Whether the words right before a place are those right before the passage, and behind it too.
    fn between_the_same(&self, bytes: &[u8], place: &Range<usize>) -> bool {
        let (left, right) = self.context(bytes, place);
        // Where less is known, the text began or ended there, and must still do so.
        let begins = left >= NEAR || (left == self.prefix().len() && left == place.start);
        let ends = right >= NEAR || (right == self.suffix().len() && right == bytes.len() - place.end);
        begins && ends
    }

    /// Decides, without the text that the passage was selected in. `gone` is whether it is known not to be where it was, so that only the same words will do.
    pub(super) fn decide(&self, text: &Skeleton, gone: bool) -> Verdict {
        let (bytes, words) = (text.bytes(), self.words());
        if words.is_empty() {
            return Verdict::Unsure;
        }
        let same = self.same(bytes);
        if let [place] = &same[..] {
            let (left, right) = self.context(bytes, place);
            let enough = if gone { ENOUGH_MOVED } else { ENOUGH };
            // A heading that is numbered anew says what another said, and stands behind the same words; only on one side does it show.
            let between = words.len() >= SAYS || left.min(right) >= GRAM;
            let alone = left + words.len() + right >= enough && between;
            if (self.distinct.quote && alone) || (self.foreign && words.len() >= TELLING) {
                return Verdict::Same(place.clone());
            }
        }
        let copied = self.copied(bytes, &same);
        if self.distinct.context && self.distinct.quote && !gone && !copied {
            let mut there = same.iter().filter(|place| self.between_the_same(bytes, place));
            if let (Some(place), None) = (there.next(), there.next()) {
                return Verdict::Same(place.clone());
            }
        }
        if !gone && !copied {
            if let Some(verdict) = self.counted_off(text, same.len()) {
                return verdict;
            }
            if let Some(place) = self.hole(text).filter(|_| self.distinct.context) {
                return Verdict::Like(place);
            }
        }
        if self.distinct.quote && !gone && same.is_empty() && words.len() >= TELLING {
            return self.nearly(text);
        }
        Verdict::Unsure
    }

    /// Where the passage is if all that is known of its surroundings stands in one place, but for a few words.
    fn counted_off(&self, text: &Skeleton, same: usize) -> Option<Verdict> {
        let (bytes, window) = (text.bytes(), self.window.bytes());
        if !self.distinct.surroundings {
            return None;
        }
        let head = &window[..self.quote.start.saturating_sub(LIGHT)];
        let tail = &window[(self.quote.end + LIGHT).min(window.len())..];
        let only = |words: &[u8]| {
            (occurrences(bytes, words, 2) == 1).then(|| memchr::memmem::find(bytes, words)).flatten()
        };
        // What is told of a side is as short as this only where the text began or ended there.
        let start = if head.len() < TELLING { 0 } else { only(head)? };
        let stop = if tail.len() < TELLING { bytes.len() } else { only(tail)? + tail.len() };
        if stop < start {
            return None;
        }
        let Carried { place, touched, went, .. } = carried(window, &self.quote, &bytes[start..stop])?;
        let place = place.start + start..place.end + start;
        if touched {
            let alike = likeness(self.words(), &bytes[place.clone()]);
            return (!rival(text, self.words(), &place, alike)).then_some(Verdict::Like(place));
        }
        let alone = same == 1;
        let moved = stands_elsewhere(window, &went, bytes);
        (!moved && (alone || self.distinct.context)).then_some(Verdict::Same(place))
    }

    /// What stands now between the words that stood around the passage, if it is like the passage.
    fn hole(&self, text: &Skeleton) -> Option<Range<usize>> {
        let bytes = text.bytes();
        let tail = &self.prefix()[self.prefix().len().saturating_sub(NEAR)..];
        let head = &self.suffix()[..self.suffix().len().min(NEAR)];
        if tail.len() < NEAR
            || head.len() < NEAR
            || occurrences(bytes, tail, 2) != 1
            || occurrences(bytes, head, 2) != 1
        {
            return None;
        }
        let start = memchr::memmem::find(bytes, tail)? + tail.len();
        let end = memchr::memmem::find(bytes, head)?;
        let longest = self.words().len() * 2 + NEAR;
        let place = start..end;
        let fits = start < end && place.len() <= longest;
        let alike = likeness(self.words(), bytes.get(place.clone()).unwrap_or_default());
        (fits && alike >= RESEMBLES && !rival(text, self.words(), &place, alike)).then_some(place)
    }

    /// The one place that is nearly the passage, where nothing else comes close.
    fn nearly(&self, text: &Skeleton) -> Verdict {
        let hits = self.hits(text);
        let Some(best) = hits.first() else { return Verdict::Unsure };
        let next = hits[1..].iter().map(|hit| hit.likeness).fold(0.0, f64::max);
        let (left, right) = self.context(text.bytes(), &best.range);
        let placed = left.max(right) >= NEAR || left.min(right) >= GRAM;
        if best.likeness >= LIKE && best.likeness - next >= MARGIN && placed {
            Verdict::Like(best.range.clone())
        } else {
            Verdict::Unsure
        }
    }

    /// Places that may be it, best first.
    pub(super) fn hits(&self, text: &Skeleton) -> Vec<Hit> {
        let (bytes, words) = (text.bytes(), self.words());
        let mut hits: Vec<Hit> = Vec::new();
        let exact = memchr::memmem::find_iter(bytes, words).take(MOST_PLACES).filter(|_| !words.is_empty());
        for at in places(text, self.window.bytes(), &self.quote).into_iter().chain(exact) {
            let region = around(bytes, at, words.len());
            let Some(fit) = fit_long(words, &bytes[region.clone()]) else { continue };
            let range = fit.range.start + region.start..fit.range.end + region.start;
            if range.is_empty()
                || hits.iter().any(|hit| hit.range.start < range.end && range.start < hit.range.end)
            {
                continue;
            }
            let (prefix, suffix) = (self.prefix(), self.suffix());
            let (before, behind) = near(bytes, &range);
            let left = likeness(&prefix[prefix.len().saturating_sub(NEAR)..], before);
            let right = likeness(&suffix[..suffix.len().min(NEAR)], behind);
            let score = 0.7 * fit.likeness + 0.15 * (left + right);
            hits.push(Hit { range, likeness: fit.likeness, score });
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits
    }
}

/// The words right before and right behind a passage.
fn near<'t>(bytes: &'t [u8], passage: &Range<usize>) -> (&'t [u8], &'t [u8]) {
    let before = &bytes[passage.start.saturating_sub(NEAR)..passage.start];
    (before, &bytes[passage.end..(passage.end + NEAR).min(bytes.len())])
}

/// Where a passage may be that should begin about there.
fn around(bytes: &[u8], at: usize, len: usize) -> Range<usize> {
    let slack = NEAR + len / 4;
    let end = (at + len + slack).min(bytes.len());
    at.saturating_sub(slack).min(end)..end
}

/// Where `quote` of a window may begin in a text, by the grams that both have; the likeliest first. Of a short one, by smaller pieces too.
fn places(text: &Skeleton, window: &[u8], quote: &Range<usize>) -> Vec<usize> {
    const BUCKET: usize = 32;
    /// What stands in more places than so many tells nothing.
    const COMMON: usize = 64;
    /// A short passage may have changed in every gram.
    const SHORT: usize = 4 * GRAM;
    let mut votes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut vote = |place: usize, index: usize| {
        let Some(at) = (place + quote.start).checked_sub(index) else { return };
        let (count, _) = votes.entry(at / BUCKET).or_insert((0, at));
        *count += 1;
    };
    for (index, gram) in digests(window).enumerate() {
        let found = text.places(gram);
        if found.len() <= COMMON {
            for (_, place) in found {
                vote(*place as usize, index);
            }
        }
    }
    if quote.len() < SHORT {
        for (index, piece) in window[quote.clone()].windows(GRAM / 2).enumerate() {
            let found: Vec<_> = memchr::memmem::find_iter(text.bytes(), piece).take(COMMON + 1).collect();
            if found.len() <= COMMON {
                for place in found {
                    vote(place, quote.start + index);
                }
            }
        }
    }
    let mut ranked: Vec<_> = votes.into_values().collect();
    ranked.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
    ranked.truncate(MOST_PLACES);
    ranked.into_iter().map(|(_, at)| at).collect()
}
