//! What stands in front of a number: the words that a citation begins with, where the number is what the search finds.
//!
//! Words such as `besluit` or `Stb` are too many or too short to be sought; the number behind them is rare enough.

use winnow::stream::Stream;

use super::{Input, Parsed, rest};

/// Reads words that end right where `before` does; gives what they mean and how many bytes they take.
///
/// The piece is tried at each word of the last `reach` bytes that begins with one of `initials`, the nearest first; with none given, at each.
/// It may begin inside a compound by itself, since a word counts from its first letter.
pub(in crate::citation) fn lead<'a, T>(
    before: &'a str,
    reach: usize,
    initials: &str,
    mut piece: impl FnMut(&mut Input<'a>) -> Parsed<T>,
) -> Option<(T, usize)> {
    let from = before.ceil_char_boundary(before.len().saturating_sub(reach));
    before[from..].char_indices().rev().find_map(|(at, sign)| {
        if !initials.is_empty() && !initials.contains(sign) {
            return None;
        }
        let at = from + at;
        let outside = &before[..at];
        // `btw-richtlijn` is one word.
        let inside_a_word = outside.strip_suffix('-').unwrap_or(outside).ends_with(char::is_alphabetic);
        if !sign.is_alphabetic() || inside_a_word {
            return None;
        }
        let mut input = Input::new(before);
        input.next_slice(at);
        let read = piece(&mut input).ok()?;
        rest(&input).is_empty().then_some((read, before.len() - at))
    })
}

/// Whether `before` ends with these words in upper or lower case, and no letter or digit makes them the end of longer ones.
pub(in crate::citation) fn ends_with_word(before: &str, word: &str) -> bool {
    let Some(at) = before.len().checked_sub(word.len()) else { return false };
    let found = before.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    found && !before[..at].ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use winnow::Parser;

    use super::super::{sep, word};
    use super::*;

    fn found(before: &str) -> Option<&str> {
        let piece = |input: &mut Input<'_>| (word("staatsblad"), sep).void().parse_next(input);
        lead(before, 40, "sS", piece).map(|((), len)| &before[before.len() - len..])
    }

    #[test]
    fn the_words_right_in_front() {
        assert_eq!(found("in het Staatsblad "), Some("Staatsblad "));
        assert_eq!(found("in het Staats-\nblad "), Some("Staats-\nblad "));
        assert_eq!(found("in het2Staatsblad\n"), Some("Staatsblad\n"));
        assert_eq!(found("in het *Staatsblad* "), Some("Staatsblad* "));
        for none in ["", "in het Staatsblad van ", "in het Weekstaatsblad ", "Staatsblad\n\n"] {
            assert_eq!(found(none), None, "{none:?}");
        }
    }

    #[test]
    fn words_that_are_no_end_of_others() {
        assert!(ends_with_word("het stuk KST-", "kst-"));
        assert!(!ends_with_word("bekst-", "kst-"));
        assert!(!ends_with_word("é-", "kst-"));
    }
}
