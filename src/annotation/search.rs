//! Finding a passage by its own words and those around it, when the text that it was selected in is gone.
//!
//! What is believed depends on what told the passage apart then ([`Distinct`]). Everything here is in bytes of skeletons.

use std::collections::BTreeMap;
use std::ops::Range;

use super::anchor::{Anchor, Distinct, occurrences};
use super::fit::{common_end, common_start, fit_long, likeness};
use super::skeleton::{GRAM, Skeleton, digests};

/// So much of the words right before and behind a passage tells it apart.
const NEAR: usize = 32;

/// A passage of fewer bytes says too little by itself.
const TELLING: usize = 24;

/// So many bytes, of the passage and of what stands around it, make it the same wherever it is.
const ENOUGH: usize = 56;

/// And so many where it is known not to be where it was.
const ENOUGH_MOVED: usize = 72;

/// Somebody who changed words right beside a passage added or took away no more than so many bytes.
const BESIDE: usize = 40;

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
    }
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
        let at = memchr::memmem::find(text.bytes(), window)?;
        Some(at + self.quote.start..at + self.quote.end)
    }

    /// What the words around a place have in common with those around the passage: how many bytes on the left, and on the right.
    fn context(&self, bytes: &[u8], place: &Range<usize>) -> (usize, usize) {
        (common_end(&bytes[..place.start], self.prefix()), common_start(&bytes[place.end..], self.suffix()))
    }

    /// Whether the words right before a place are those right before the passage, and behind it too.
    fn between_the_same(&self, bytes: &[u8], place: &Range<usize>) -> bool {
        let (left, right) = self.context(bytes, place);
        // Where less is known, the text began or ended there, and must still do so.
        let begins = left >= NEAR || (left == self.prefix().len() && left == place.start);
        let ends = right >= NEAR || (right == self.suffix().len() && right == bytes.len() - place.end);
        begins && ends
    }

    /// Whether the words on one side of a place are those beside the passage, and on the other side, where something was changed, they go on as they did.
    fn beside_the_same(&self, bytes: &[u8], place: &Range<usize>) -> bool {
        // Of two that stood side by side either can be the one that is left.
        if occurrences(self.window.bytes(), self.words(), 2) != 1 {
            return false;
        }
        let (left, right) = self.context(bytes, place);
        let (prefix, suffix) = (self.prefix(), self.suffix());
        let goes_on = |far: &[u8], region: &[u8]| far.len() >= GRAM && occurrences(region, far, 2) == 1;
        if left >= NEAR {
            let far = &suffix[suffix.len().saturating_sub(TELLING)..];
            let to = place.end + suffix.len() + BESIDE;
            let region = &bytes[place.end..to.min(bytes.len())];
            let near = (place.end + (suffix.len() - far.len()).saturating_sub(BESIDE)).min(bytes.len());
            return goes_on(far, region) && goes_on(far, &bytes[near..to.min(bytes.len())]);
        }
        if right >= NEAR {
            let far = &prefix[..prefix.len().min(TELLING)];
            let from = place.start.saturating_sub(prefix.len() + BESIDE);
            let near = place.start.saturating_sub((prefix.len() - far.len()).saturating_sub(BESIDE));
            return goes_on(far, &bytes[from..place.start]) && goes_on(far, &bytes[from..near]);
        }
        false
    }

    /// Decides, without the text that the passage was selected in. `gone` is whether it is known not to be where it was, so that only the same words will do.
    pub(super) fn decide(&self, text: &Skeleton, gone: bool) -> Verdict {
        let (bytes, words) = (text.bytes(), self.words());
        if words.is_empty() {
            return Verdict::Unsure;
        }
        let same: Vec<_> = memchr::memmem::find_iter(bytes, words)
            .map(|at| at..at + words.len())
            .take(MOST_PLACES)
            .collect();
        if let [place] = &same[..] {
            let (left, right) = self.context(bytes, place);
            let enough = if gone { ENOUGH_MOVED } else { ENOUGH };
            let alone = left + words.len() + right >= enough;
            if (self.distinct.quote && alone) || (self.foreign && words.len() >= TELLING) {
                return Verdict::Same(place.clone());
            }
        }
        // The words on either side stood nowhere else; where they do now, the passage was copied, and either may be it.
        let half = |place: &&Range<usize>| {
            let (left, right) = self.context(bytes, place);
            left.max(right) >= NEAR
        };
        let copied = same.iter().filter(half).count() > 1;
        if self.distinct.context && !gone && !copied {
            for stands in [Self::between_the_same, Self::beside_the_same] {
                let mut there = same.iter().filter(|place| stands(self, bytes, place));
                if let (Some(place), None) = (there.next(), there.next()) {
                    return Verdict::Same(place.clone());
                }
            }
            if let Some(place) = self.hole(text) {
                return Verdict::Like(place);
            }
        }
        if self.distinct.quote && !gone && same.is_empty() && words.len() >= TELLING {
            return self.nearly(text);
        }
        Verdict::Unsure
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

/// Where `quote` of a window may begin in a text, by the grams that both have; the likeliest first.
fn places(text: &Skeleton, window: &[u8], quote: &Range<usize>) -> Vec<usize> {
    const BUCKET: usize = 32;
    /// A gram that stands in more places than so many tells nothing.
    const COMMON: usize = 64;
    let mut votes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (index, gram) in digests(window).enumerate() {
        let found = text.places(gram);
        if found.len() > COMMON {
            continue;
        }
        for (_, place) in found {
            let Some(at) = (*place as usize + quote.start).checked_sub(index) else { continue };
            let (count, _) = votes.entry(at / BUCKET).or_insert((0, at));
            *count += 1;
        }
    }
    let mut ranked: Vec<_> = votes.into_values().collect();
    ranked.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
    ranked.truncate(MOST_PLACES);
    ranked.into_iter().map(|(_, at)| at).collect()
}
