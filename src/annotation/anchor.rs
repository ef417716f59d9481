//! How a note holds on to its passage: its words, the words around it, and its place.
//!
//! What is kept here is all that there is when the text that the note was made on is gone; [`mod@super::place`] finds the passage by it.

use crate::text::Span;

use super::letter_text::{LetterText, TextHash};
use super::search;

/// A passage as it is kept in a sidecar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// Its words, with LF line ends.
    pub quote: String,
    /// The words before it.
    pub prefix: String,
    /// The words behind it.
    pub suffix: String,
    /// Its first and last place, in code points of the text with LF line ends and without byte order mark. A hint: it is verified by the quote.
    pub position: Option<(usize, usize)>,
    /// The text in which it was last selected.
    pub seen_on: Option<TextHash>,
    /// What told it apart in that text.
    pub distinct: Option<Distinct>,
}

/// What told a passage apart from all others in the text in which it was selected.
///
/// It decides how much is believed when that text is gone: where nothing was like the passage, words that are nearly its own will do;
/// where others were like it, a passage that is nearly the same may be another, and only what stood around it can tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Distinct {
    /// Nothing else in the text resembled it.
    pub quote: bool,
    /// The words right before it stood nowhere else in the text, nor did those right behind it.
    pub context: bool,
    /// What is kept of the words before it stood nowhere else, also without those right before it, and so it is behind:
    /// where a word or two beside the passage change, enough is left that belongs to it alone.
    pub surroundings: bool,
}

/// At least so many code points are kept before and behind a passage.
const LEAST_CONTEXT: usize = 80;

/// No more than so many are, however alike the passages of a text are.
const MOST_CONTEXT: usize = 1024;

impl Anchor {
    /// The anchor of a stretch of a text, in bytes of the text as it came.
    ///
    /// Prefix and suffix grow until no other place of the text has the same words between the same words, and each tells where it belongs by itself.
    /// An empty stretch has an empty quote, and is found again by its context.
    #[must_use]
    pub fn of(text: &LetterText, span: Span) -> Self {
        let span = text.inward(span);
        let (whole, skeleton) = (text.as_str(), text.skeleton());
        let passage = skeleton.inside(span);
        let mut context = (LEAST_CONTEXT, LEAST_CONTEXT);
        let (around, surroundings) = loop {
            let around = widened(whole, span, context);
            let window = skeleton.inside(around);
            let unique = occurrences(skeleton.bytes(), &skeleton.bytes()[window.clone()], 2) < 2;
            let (before, behind) = search::belongs(skeleton, &passage, &window);
            let more = |told: bool, by: usize| if unique && told { by } else { (by * 2).min(MOST_CONTEXT) };
            let wider = (more(before, context.0), more(behind, context.1));
            if wider == context {
                break (around, before && behind);
            }
            context = wider;
        };
        Self {
            quote: span.of(whole).to_owned(),
            prefix: whole[around.start..span.start].to_owned(),
            suffix: whole[span.end..around.end].to_owned(),
            position: Some((text.code_points(span.start), text.code_points(span.end))),
            seen_on: Some(text.hash()),
            distinct: Some(Distinct { surroundings, ..search::distinct(skeleton, &passage) }),
        }
    }
}

/// The stretch with so many code points more before and behind it.
fn widened(text: &str, span: Span, by: (usize, usize)) -> Span {
    let start = text[..span.start].char_indices().rev().take(by.0).last().map_or(span.start, |(at, _)| at);
    let end = text[span.end..].char_indices().nth(by.1).map_or(text.len(), |(at, _)| span.end + at);
    Span::new(start, end)
}

/// In how many places some words stand, overlapping ones too, counted up to `most`. No words stand nowhere.
pub(super) fn occurrences(text: &[u8], words: &[u8], most: usize) -> usize {
    let finder = memchr::memmem::Finder::new(words);
    let (mut from, mut count) = (0, 0);
    while count < most && !words.is_empty() {
        let Some(at) = text.get(from..).and_then(|rest| finder.find(rest)) else { break };
        from += at + 1;
        count += 1;
    }
    count
}

/// Every place where some words stand, overlapping ones too. No words stand nowhere.
pub(super) fn find_all<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let finder = memchr::memmem::Finder::new(words);
    let mut from = 0;
    std::iter::from_fn(move || {
        if words.is_empty() {
            return None;
        }
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_grows_until_nothing_else_is_like_it() {
        let row = "De Kamer is hierover geïnformeerd in de brief van maart.\n";
        let came = format!("Mali\n{}Niger\n{}", row.repeat(8), row.repeat(8));
        let text = LetterText::new(&came);
        let fifth = Span::new(5 + 4 * row.len(), 5 + 5 * row.len() - 1);
        let anchor = Anchor::of(&text, fifth);
        assert_eq!(anchor.quote, row.trim_end());
        let window = format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix);
        assert_eq!(occurrences(text.as_str().as_bytes(), window.as_bytes(), 9), 1);
        assert!(anchor.prefix.chars().count() <= 512);
    }

    #[test]
    fn a_position_counts_code_points_and_line_ends_as_one() {
        let text = LetterText::new("één\r\nbrief");
        let anchor = Anchor::of(&text, Span::new(7, 12));
        assert_eq!(anchor.quote, "brief");
        assert_eq!((anchor.prefix.as_str(), anchor.suffix.as_str()), ("één\n", ""));
        assert_eq!(anchor.position, Some((4, 9)));
    }
}
