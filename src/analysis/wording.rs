//! Whether a letter says what is quoted from it, and what it says instead.
//!
//! Print, extraction and quoting dress the same words in other blanks, hyphens, quotation marks and capitals, so only letters and digits are compared.
//! Marks of footnotes that were glued to a word are no part of it.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::letter::{Format, Letter};
use crate::text::Span;

/// Words that surround a difference, so that the reader knows the place.
const AROUND: usize = 3;

/// A passage is like a quotation where this share of its words, in hundredths, stands in it in the same order.
const ALIKE: usize = 60;

/// A letter by its letters and digits alone.
pub(super) struct Wording<'a> {
    text: &'a str,
    /// Without notes and feet of pages, which part sentences in print, and then with them.
    folded: [String; 2],
    /// What is left out of the first.
    left_out: Vec<Span>,
}

/// Where a letter differs from what is quoted of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Difference {
    /// The words of the quotation, in bytes of it.
    pub(super) said: Span,
    /// The same with some words around them, on one line.
    pub(super) said_words: String,
    /// What the letter has in their place.
    pub(super) there_words: String,
    /// The passage of the letter, in bytes of its text.
    pub(super) passage: Span,
}

impl<'a> Wording<'a> {
    /// Of a letter of the corpus.
    pub(super) fn new(text: &'a str, format: Format) -> Self {
        let letter = Letter::read(text, format);
        let notes = letter.footnotes.iter().flat_map(|footnote| [footnote.anchor, footnote.note]);
        let mut left_out: Vec<Span> = letter.silent.iter().copied().chain(notes).collect();
        left_out.sort_unstable();
        Self { text, folded: [fold(text, &left_out), fold(text, &[])], left_out }
    }

    /// Whether it has these words in a row.
    pub(super) fn has(&self, words: &str) -> bool {
        let wanted = fold(words, &[]);
        self.folded.iter().any(|folded| folded.contains(&wanted))
    }

    /// Where it has nearly these words, and what differs; `None` where no passage is like them.
    pub(super) fn nearest(&self, quoted: &str) -> Option<Difference> {
        let quoted_words = words(quoted, &[]);
        let own = words(self.text, &self.left_out);
        let window = window(&quoted_words, &own)?;
        let there = &own[window];
        let keys = |words: &[Word]| words.iter().map(|word| word.folded.clone()).collect::<Vec<_>>();
        let mut ops = capture_diff_slices(Algorithm::Myers, &keys(&quoted_words), &keys(there));
        // What stands before and behind the passage is no part of it.
        let is_beyond = |op: &DiffOp| matches!(op, DiffOp::Insert { .. });
        while ops.first().is_some_and(is_beyond) {
            ops.remove(0);
        }
        while ops.last().is_some_and(is_beyond) {
            ops.pop();
        }
        let same: usize = ops.iter().map(|op| if is_equal(op) { op.old_range().len() } else { 0 }).sum();
        let mut changed = ops.iter().filter(|op| !is_equal(op));
        let first = changed.next()?;
        let last = changed.next_back().unwrap_or(first);
        if same * 100 < quoted_words.len() * ALIKE {
            return None;
        }
        let (old, new) =
            (first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end);
        let whole = ops.first()?.new_range().start..ops.last()?.new_range().end;
        // Where words are missing from the quotation, those on either side are marked.
        let marked = if old.is_empty() {
            old.start.saturating_sub(1)..(old.end + 1).min(quoted_words.len())
        } else {
            old.clone()
        };
        Some(Difference {
            said: span_of(&quoted_words[marked]),
            said_words: shown(quoted, &quoted_words, &old),
            there_words: shown(
                self.text,
                &there[whole.clone()],
                &(new.start - whole.start..new.end - whole.start),
            ),
            passage: span_of(&there[whole]),
        })
    }
}

fn is_equal(op: &DiffOp) -> bool {
    matches!(op, DiffOp::Equal { .. })
}

/// The pieces of a quotation that must stand in the letter, in bytes of it: what the writer left out, or put between brackets, parts them.
pub(super) fn pieces(quoted: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = quoted[at..].find(['[', '(', '…', '.']) {
        let sign = at + found;
        let rest = &quoted[sign..];
        let len = match rest.as_bytes()[0] {
            b'[' => rest.find(']').map(|end| end + 1),
            b'(' => ["(…)", "(...)", "(..)", "(sic)", "(sic!)"]
                .iter()
                .find(|it| rest.starts_with(**it))
                .map(|it| it.len()),
            b'.' => Some(rest.len() - rest.trim_start_matches('.').len()).filter(|len| *len > 1),
            _ => Some('…'.len_utf8()),
        };
        match len {
            Some(len) => {
                pieces.push(Span::new(start, sign));
                start = sign + len;
                at = start;
            }
            None => at = sign + 1,
        }
    }
    pieces.push(Span::new(start, quoted.len()));
    pieces.retain(|piece| piece.of(quoted).contains(char::is_alphanumeric));
    pieces
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    words(text, &[]).len()
}

/// Letters and digits in small letters, without the spans in `left_out`, which ascend.
fn fold(text: &str, left_out: &[Span]) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in words(text, left_out) {
        folded.push_str(&word.folded);
    }
    folded
}

/// A word as it is compared, and where it stands.
struct Word {
    folded: String,
    span: Span,
}

/// The words of a text; one that a line's end breaks is one word.
fn words(text: &str, left_out: &[Span]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut left_out = left_out.iter().peekable();
    let mut at = 0;
    while let Some(found) = text[at..].find(char::is_alphanumeric) {
        let start = at + found;
        while left_out.next_if(|span| span.end <= start).is_some() {}
        if let Some(span) = left_out.peek().filter(|span| span.start <= start) {
            at = span.end;
            continue;
        }
        let len = text[start..].find(|sign: char| !sign.is_alphanumeric() && sign != '\u{AD}');
        let end = len.map_or(text.len(), |len| start + len);
        at = end;
        if is_mark(text, start, end) {
            continue;
        }
        let word = without_mark(&text[start..end]);
        let folded: String =
            word.chars().filter(|sign| *sign != '\u{AD}').flat_map(char::to_lowercase).collect();
        let span = Span::new(start, start + word.len());
        match words.last_mut().filter(|last| is_broken(&text[last.span.end..start])) {
            Some(last) => {
                last.folded.push_str(&folded);
                last.span = last.span.join(span);
            }
            None => words.push(Word { folded, span }),
        }
    }
    words
}

/// Whether a line's end broke a word here.
fn is_broken(between: &str) -> bool {
    between.strip_prefix(HYPHENS).is_some_and(|rest| {
        rest.contains('\n') && rest.chars().all(|sign| sign.is_whitespace() || sign == '>')
    })
}

/// Whether these digits are the mark of a note: behind the stop of a sentence without a blank, or `[^3]`.
fn is_mark(text: &str, start: usize, end: usize) -> bool {
    let digits = text[start..end].bytes().all(|sign| sign.is_ascii_digit());
    let before = &text[..start];
    let stop = before.strip_suffix(['.', ',', ';', ':', ')', '”', '’', '"']);
    // Behind a year a mark is followed by a new sentence: `2021.1 Het`; `1.5 miljoen` is an amount.
    let mut behind = text[end..].chars();
    let begins =
        behind.next().is_some_and(char::is_whitespace) && behind.next().is_some_and(char::is_uppercase);
    let glued = stop.is_some_and(|words| {
        words.ends_with(char::is_alphabetic)
            || (begins && words.ends_with(|sign: char| sign.is_ascii_digit()))
    });
    let noted = before.ends_with("[^") && text[end..].starts_with(']');
    noted || (digits && end - start <= 2 && glued)
}

/// A word without the mark of a note that was glued to it: `geïnformeerd3`.
fn without_mark(word: &str) -> &str {
    let bare = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let is_word = bare.chars().count() > 3 && bare.chars().all(char::is_alphabetic);
    if is_word && word.len() - bare.len() <= 2 { bare } else { word }
}

/// Where in a letter the words of a quotation most nearly stand: pairs of words that both have vote for a place.
fn window(quoted: &[Word], own: &[Word]) -> Option<Range<usize>> {
    /// So many words may have been put in or left out before a pair.
    const DRIFT: usize = 4;
    let mut pairs: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, pair) in quoted.windows(2).enumerate() {
        pairs.entry((&pair[0].folded, &pair[1].folded)).or_default().push(at);
    }
    // One place more for every word of the quotation, so that none is below nought.
    let mut votes = vec![0_u32; own.len() + quoted.len()];
    for (at, pair) in own.windows(2).enumerate() {
        for place in pairs.get(&(&*pair[0].folded, &*pair[1].folded)).into_iter().flatten() {
            votes[at + quoted.len() - place] += 1;
        }
    }
    let (best, most) = votes
        .windows(DRIFT.min(votes.len().max(1)))
        .map(|near| near.iter().sum::<u32>())
        .enumerate()
        .max_by_key(|(at, sum)| (*sum, std::cmp::Reverse(*at)))?;
    (most > 0).then(|| {
        let start = best.saturating_sub(quoted.len());
        start.saturating_sub(DRIFT)..(start + quoted.len() + 2 * DRIFT).min(own.len())
    })
}

fn span_of(words: &[Word]) -> Span {
    words.first().map_or(Span::default(), |first| first.span.join(words[words.len() - 1].span))
}

/// Some words of a passage with those around them, on one line and unbroken.
fn shown(text: &str, words: &[Word], range: &Range<usize>) -> String {
    let start = range.start.saturating_sub(AROUND);
    let end = (range.end + AROUND).min(words.len());
    let mut shown = if start > 0 { "… ".to_owned() } else { String::new() };
    let mut at = words.get(start).map_or(0, |word| word.span.start);
    for word in &words[start..end] {
        let between = text[at..word.span.start].split(|sign: char| sign.is_whitespace() || sign == '>');
        shown.push_str(&between.filter(|part| !part.is_empty()).fold(String::new(), |all, part| all + part));
        if text[at..word.span.start].contains(char::is_whitespace) {
            shown.push(' ');
        }
        // What a line's end parted stands together again.
        let parts = word.span.of(text).split(|sign: char| sign.is_whitespace() || sign == '>');
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let (last, broken) = parts.split_last().unwrap_or((&"", &[]));
        for part in broken {
            shown.push_str(part.trim_end_matches(HYPHENS));
        }
        shown.push_str(last);
        at = word.span.end;
    }
    if end < words.len() {
        shown.push_str(" …");
    }
    shown
}

/// What stands at a line's end where it breaks a word.
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{AD}'];

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Den Haag, 5 september 2019\n\nDe missie in Mali wordt met twee jaar ver-\nlengd, tot 31 december 2021.1 Het ka-\nbinet stelt daarvoor 12 miljoen euro beschikbaar, zoals eerder is gemeld2 aan uw Kamer.\n";

    #[test]
    fn dress_makes_no_difference() {
        let wording = Wording::new(LETTER, Format::Plain);
        for said in [
            "de missie in Mali wordt met twee jaar verlengd, tot 31 december 2021. Het kabinet stelt",
            "De missie in\nMali wordt met twee  jaar ver\u{AD}lengd",
            "zoals eerder is gemeld aan uw Kamer",
            "> stelt daarvoor *12 miljoen* euro\n> beschikbaar",
        ] {
            assert!(wording.has(said), "{said}");
        }
        assert!(!wording.has("stelt daarvoor 15 miljoen euro beschikbaar"));
    }

    #[test]
    fn what_differs_is_told_with_the_words_around_it() {
        let wording = Wording::new(LETTER, Format::Plain);
        let said = "Het kabinet stelt hiervoor 15 miljoen euro beschikbaar, zoals eerder is gemeld";
        let found = wording.nearest(said).unwrap();
        assert_eq!(found.said.of(said), "hiervoor 15");
        assert_eq!(found.said_words, "Het kabinet stelt hiervoor 15 miljoen euro beschikbaar …");
        assert_eq!(found.there_words, "Het kabinet stelt daarvoor 12 miljoen euro beschikbaar …");
        assert!(found.passage.of(LETTER).starts_with("Het ka-\nbinet"), "{}", found.passage.of(LETTER));
        assert_eq!(wording.nearest("Over de windmolens op zee is niets afgesproken met de provincie"), None);
        let left_out = wording.nearest("De missie wordt met twee jaar verlengd").unwrap();
        assert_eq!(left_out.said_words, "De missie wordt met twee …");
        assert_eq!(left_out.there_words, "De missie in Mali wordt met twee …");
    }

    #[test]
    fn what_is_left_out_parts_a_quotation() {
        let pieces =
            |said: &'static str| pieces(said).iter().map(|it| it.of(said).trim()).collect::<Vec<_>>();
        assert_eq!(
            pieces("De missie (…) tot 31 december [van dat jaar] en ... verder."),
            ["De missie", "tot 31 december", "en", "verder."]
        );
        assert_eq!(
            pieces("Het kost 1.5 miljoen (sic) euro (circa)."),
            ["Het kost 1.5 miljoen", "euro (circa)."]
        );
    }
}
