//! What becomes of a passage when the words around it, or in it, have changed in one place and only a little.
//!
//! Two stretches that begin and end the same differ in one place between. Where that place lies tells where a passage went, however many others have the same words:
//! it is not looked for, it is counted off from the end that stayed. Everything here is in bytes of skeletons, and knows no text but the two stretches.

use std::ops::Range;

use super::anchor::occurrences;
use super::fit::{common_end, common_start};

/// Who changes a word or two adds or takes away no more than so many bytes.
pub(super) const LIGHT: usize = 32;

/// So many bytes tell what they belong to.
const TELLS: usize = 16;

/// Fewer than so many stand elsewhere by chance, whatever they are.
const FEWEST: usize = 4;

/// Where a passage went, and the change beside it or in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Carried {
    pub(super) place: Range<usize>,
    /// Whether the change is in the passage.
    pub(super) touched: bool,
    /// What went, in the old stretch.
    pub(super) went: Range<usize>,
    /// What came, in the new one.
    pub(super) came: Range<usize>,
}

/// Where a passage of `old` is in `new`, if the two differ in one place, by a few words, and nothing else can have happened.
pub(super) fn carried(old: &[u8], passage: &Range<usize>, new: &[u8]) -> Option<Carried> {
    let shorter = old.len().min(new.len());
    let (start, end) = (common_start(old, new), common_end(old, new));
    // Where what went or came is like what stands beside it, the change may have been a little further left or right.
    let (first, last) = (start.min(shorter - end), end.min(shorter - start));
    let went = start..old.len() - last;
    let came = start..new.len() - last;
    if went.len().max(came.len()) > LIGHT {
        return None;
    }
    let carried = |place, touched| Some(Carried { place, touched, went: went.clone(), came: came.clone() });
    // Only places behind the change are asked for that are known to lie there; what went may be longer than all before it.
    let shifted = |at: usize| (at + new.len()).saturating_sub(old.len());
    let stays = passage.end <= start;
    let moves = old.len() - passage.start <= end;
    let words = &old[passage.clone()];
    match (stays, moves) {
        (true, true) if old.len() != new.len() => None,
        (true, _) | (_, true) => {
            let place = if stays { passage.clone() } else { shifted(passage.start)..shifted(passage.end) };
            // What went may as well have gone a little further left or right: where that takes the whole passage, either of two that are the same can be the one that is left.
            let from = passage.end.saturating_sub(went.len()).max(first);
            let taken = !went.is_empty() && from <= passage.start.min(start);
            // And of two that stood side by side, of which one was written anew.
            let twice = |stretch: &[u8], own: &Range<usize>, change: &Range<usize>| {
                let more = words.len().saturating_sub(1);
                let from = own.start.min(change.start.saturating_sub(more));
                let to = own.end.max((change.end + more).min(stretch.len()));
                occurrences(&stretch[from..to], words, 2) > 1
            };
            let rewritten = !went.is_empty() && !came.is_empty();
            let again = rewritten && (twice(old, passage, &went) || twice(new, &place, &came));
            if taken || again { None } else { carried(place, false) }
        }
        (false, false) => {
            let inside = passage.start < first && old.len() - passage.end < last;
            // What is written in the stead of its first or last words is of the passage; what is put beside them is not.
            let rewritten = !went.is_empty() && !came.is_empty() && (start, end) == (first, last);
            let edge = (went.end == passage.end && passage.start < first)
                || (went.start == passage.start && old.len() - passage.end < last);
            let light = went.len() * 2 <= passage.len() && came.len() * 2 <= passage.len().max(2 * TELLS);
            let place = if went.start == passage.start {
                came.start..shifted(passage.end).max(came.start)
            } else {
                passage.start..shifted(passage.end).max(passage.start)
            };
            if light && (inside || (rewritten && edge)) { carried(place, true) } else { None }
        }
    }
}

/// Whether what went from a text stands elsewhere in what became of it: then it was moved there, and what stands in its stead is something else.
pub(super) fn stands_elsewhere(text: &[u8], gone: &Range<usize>, in_what: &[u8]) -> bool {
    if gone.is_empty() {
        return false;
    }
    // Words stand in many places; a number, or words with those beside them, say what they belong to.
    let word = &text[gone.clone()];
    let telling = word.len() >= TELLS || (word.len() >= FEWEST && word.iter().any(u8::is_ascii_digit));
    if telling {
        return occurrences(in_what, word, 1) > 0;
    }
    let more = TELLS - word.len();
    let left = gone.start.saturating_sub(more)..gone.end;
    let right = gone.start..(gone.end + more).min(text.len());
    [left, right].into_iter().any(|wider| wider.len() >= FEWEST && occurrences(in_what, &text[wider], 1) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(old: &str, passage: &str, new: &str) -> Option<(String, bool)> {
        let at = old.find(passage).unwrap();
        let found = carried(old.as_bytes(), &(at..at + passage.len()), new.as_bytes())?;
        Some((new[found.place].to_owned(), found.touched))
    }

    #[test]
    fn a_word_beside_or_within_takes_nothing_along() {
        let old = "de minister zegt de Kamer toe te berichten";
        let kept = |words: &str| Some((words.to_owned(), false));
        assert_eq!(
            place(old, "de Kamer", "de minister zegt de Kamer spoedig toe te berichten"),
            kept("de Kamer")
        );
        assert_eq!(place(old, "de Kamer", "de minister belooft de Kamer toe te berichten"), kept("de Kamer"));
        let changed = place(old, "zegt de Kamer toe", "de minister zegt de hele Kamer toe te berichten");
        assert_eq!(changed, Some(("zegt de hele Kamer toe".to_owned(), true)));
    }

    #[test]
    fn of_two_that_are_the_same_either_may_be_left() {
        assert_eq!(place("eerst Ja. Ja. Nee. laatst", "Ja.", "eerst Ja. Nee. laatst"), None);
        assert_eq!(place("op de dag de nacht in", "de", "op de nacht in"), None);
        assert_eq!(place("op de dag de nacht in", "de", "op de week in"), None);
        assert_eq!(place("op de dag in", "de", "op de dag de nacht in"), Some(("de".to_owned(), false)));
        assert_eq!(place("op dag een weg", "op dag een weg", "op"), None);
    }

    #[test]
    fn what_was_moved_is_known_by_its_number_or_its_neighbours() {
        let (old, new) = (b"post 1234 voor de weg, post 5678 voor het spoor", b"post 5678 voor het spoor");
        assert!(!stands_elsewhere(old, &(5..9), new));
        assert!(stands_elsewhere(old, &(28..32), new));
        assert!(stands_elsewhere(old, &(42..47), new));
        assert!(!stands_elsewhere(old, &(10..14), new));
    }
}
