//! Where in a letter some words stand that a person wrote down, in one line perhaps where the letter has two.

use crate::text::Span;

/// Every place of `text` with the words of `quote` between those of `prefix` and `suffix`. Blanks and line ends are all alike, and none count at the ends.
#[must_use]
pub fn quoted(text: &str, quote: &str, prefix: &str, suffix: &str) -> Vec<Span> {
    let (folded, offsets) = fold(text);
    let needle = fold(quote.trim()).0;
    let (prefix, suffix) = (fold(prefix.trim()).0, fold(suffix.trim()).0);
    super::anchor::find_all(&folded, &needle)
        .map(|at| (at, at + needle.len()))
        .filter(|(start, end)| {
            folded[..*start].trim_end().ends_with(&prefix) && folded[*end..].trim_start().starts_with(&suffix)
        })
        .map(|(start, end)| Span::new(offsets[start], offsets[end]))
        .collect()
}

/// A text with one space for every run of blanks, and for every byte of it, and for its end, the byte of the text as it was.
fn fold(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut offsets) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    let mut in_blank = false;
    for (at, c) in text.char_indices() {
        let blank = c.is_whitespace();
        if !(blank && in_blank) {
            let sign = if blank { ' ' } else { c };
            offsets.extend((0..sign.len_utf8()).map(|byte| at + byte));
            folded.push(sign);
        }
        in_blank = blank;
    }
    offsets.push(text.len());
    (folded, offsets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_all_alike() {
        let text = "Ik zeg u toe\r\nde Kamer te informeren. Ik zeg\u{a0}u toe het te laten.";
        let found = |quote, prefix, suffix| {
            let places = quoted(text, quote, prefix, suffix);
            places.into_iter().map(|span| span.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(found("toe de  Kamer", "", ""), ["toe\r\nde Kamer"]);
        assert_eq!(found("Ik zeg u toe", "", ""), ["Ik zeg u toe", "Ik zeg\u{a0}u toe"]);
        assert_eq!(found("Ik zeg u toe", "informeren.", ""), ["Ik zeg\u{a0}u toe"]);
        assert_eq!(found("Ik zeg u toe", "", "de Kamer"), ["Ik zeg u toe"]);
        assert_eq!(found("Ik beloof u", "", ""), [""; 0]);
        assert_eq!(found(" ", "", ""), [""; 0]);
    }
}
