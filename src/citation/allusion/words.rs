//! Reading backwards: what stands in front of a place. The pieces of the grammar read forwards only.

use crate::citation::grammar::{Input, is_word_sign, rest, word};
use crate::text::Span;

/// No word and no separator is longer, so that a look back costs little whatever the text is.
const FARTHEST: usize = 80;

/// Where what stands before `at` ends, without blanks, one line's end and emphasis. A blank line is not passed.
pub(super) fn trimmed(text: &str, at: usize) -> usize {
    let floor = text.ceil_char_boundary(at.saturating_sub(FARTHEST));
    let before = &text[floor..at];
    let mut end = before.len();
    let mut line_end = None;
    for (start, sign) in before.char_indices().rev() {
        match sign {
            '\n' if line_end.is_some() => return floor + line_end.unwrap_or(end),
            '\n' => line_end = Some(start + 1),
            '>' if before[..start].trim_end_matches([' ', '>']).ends_with('\n') => {}
            '*' | '_' | '[' | '\u{AD}' => {}
            _ if sign.is_whitespace() => {}
            _ => break,
        }
        end = start;
    }
    floor + end
}

/// The word before `at`, where only a separator lies between.
pub(super) fn word_before(text: &str, at: usize) -> Option<Span> {
    let end = trimmed(text, at);
    let start = word_start(text, end);
    (start < end).then_some(Span::new(start, end))
}

/// Where the word begins that ends at `end`; hyphens within it and those that a line's end left are part of it.
pub(super) fn word_start(text: &str, end: usize) -> usize {
    let floor = text.ceil_char_boundary(end.saturating_sub(FARTHEST));
    let before = &text[floor..end];
    let mut start = end - floor;
    if !before.ends_with(is_word_sign) {
        return end;
    }
    loop {
        start = before[..start].trim_end_matches(is_word_sign).len();
        let joined = before[..start].trim_end_matches([' ', '\t', '>']);
        let joined = match joined.strip_suffix('\n') {
            Some(line) => line.strip_suffix('\r').unwrap_or(line).trim_end_matches([' ', '\t']),
            None => &before[..start],
        };
        let hyphen = joined.strip_suffix(['-', '\u{2010}', '\u{2011}', '\u{AD}']);
        match hyphen.filter(|word| word.ends_with(is_word_sign)) {
            Some(word) => start = word.len(),
            None => return floor + start,
        }
    }
}

/// Whether a word is one of `expected`, in upper or lower case and broken or not.
pub(super) fn is_one_of(written: &str, expected: &[&'static str]) -> bool {
    expected.iter().any(|expected| {
        let mut input = Input::new(written);
        word(expected)(&mut input).is_ok() && rest(&input).is_empty()
    })
}

/// The word in one form, however it was broken: small letters and digits alone.
pub(super) fn folded(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for sign in written.chars().filter(|sign| is_word_sign(*sign)) {
        if sign.is_ascii() {
            folded.push(sign.to_ascii_lowercase());
        } else {
            folded.extend(sign.to_lowercase());
        }
    }
    folded
}

/// Whether a paragraph ends within these words: at a blank line.
pub(super) fn ends_paragraph(words: &str) -> bool {
    // What stands before the first line's end and behind the last are not whole lines.
    let mut lines = words.split('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() && line.trim_matches([' ', '\t', '\r', '>']).is_empty() {
            return true;
        }
    }
    false
}

/// Whether a sentence or a paragraph ends within these words.
pub(crate) fn ends_sentence(words: &str) -> bool {
    ends_paragraph(words)
        || words.match_indices(['.', '?', '!']).any(|(at, sign)| {
            let after = words[at + sign.len()..].trim_start_matches(['”', '’', '»', '"', ')']);
            let next = after.trim_start();
            next.len() < after.len()
                && next.starts_with(|sign: char| !sign.is_lowercase() && !sign.is_numeric() && sign != '(')
                && !is_abbreviated(&words[..at])
        })
}

/// Whether a full stop behind these words is that of an abbreviation or an initial.
fn is_abbreviated(words: &str) -> bool {
    let start = words
        .rfind(|sign: char| !sign.is_alphabetic())
        .map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    let last = &words[start..];
    last.chars().count() == 1
        || ["nr", "nrs", "jl", "blz", "pag", "mr", "dr", "drs", "ir", "prof", "vgl", "art", "resp", "dd"]
            .contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str) -> Option<&str> {
        word_before(text, text.len()).map(|span| span.of(text))
    }

    #[test]
    fn the_word_in_front() {
        assert_eq!(before("In de genoemde "), Some("genoemde"));
        assert_eq!(before("In de ge-\r\n  noemde \n"), Some("ge-\r\n  noemde"));
        assert_eq!(before("> In de **genoemde**\n> "), Some("genoemde"));
        assert_eq!(before("Artikel 100-"), None);
        assert_eq!(before("de brief. "), None);
        assert_eq!(before("de brief\n\n"), None);
        assert!(is_one_of("Ge-\nnoemde", &["genoemde"]) && !is_one_of("genoemden", &["genoemde"]));
        assert_eq!(folded("Kennisge-\nvingsbrief"), "kennisgevingsbrief");
    }

    #[test]
    fn long_runs_are_cut_off() {
        let run = "x".repeat(1000);
        assert_eq!(word_start(&run, 1000), 1000 - FARTHEST);
        let blanks = " ".repeat(1000);
        assert_eq!(trimmed(&blanks, 1000), 1000 - FARTHEST);
    }

    #[test]
    fn sentences_end_at_a_stop_and_not_at_an_abbreviation() {
        for ends in ["geïnformeerd. De", "zo? Ja", "de brief\n\nvan", "(zie daar.) De", "klaar. "] {
            assert!(ends_sentence(ends) == (ends != "klaar. "), "{ends:?}");
        }
        for goes_on in
            ["A. de Vries c.s. (Kamerstuk", "nr. A", "de heer G. Bakker", "1.5 miljoen", "de\nbrief"]
        {
            assert!(!ends_sentence(goes_on), "{goes_on:?}");
        }
    }
}
