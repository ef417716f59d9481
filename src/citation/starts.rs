//! Where in a text a citation may begin: at a keyword of one of the grammars, or at a number that looks like one.
//!
//! Nearly all of a text is none of these, so that its length hardly counts. Keywords are sought by one packed search for all grammars, digits by looking at many bytes at once.

use std::sync::OnceLock;

use aho_corasick::packed;

use super::first_look::Looks;
use super::recognise::{GRAMMARS, Grammar, GrammarSet};

/// The places where a citation may begin, ascending.
pub(super) struct Starts<'a> {
    text: &'a str,
    /// Nothing before here is of interest any more.
    at: usize,
    /// The next keyword, and whose it is.
    keyword: Option<(usize, GrammarSet)>,
    /// The next number that looks like one, and whose it may be.
    number: Option<(usize, GrammarSet)>,
}

impl<'a> Starts<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, keyword: keywords().next(text, 0), number: next_number(text, 0) }
    }

    /// The next place, and the grammars that may stand there.
    pub(super) fn next(&mut self) -> Option<(usize, GrammarSet)> {
        if self.keyword.is_some_and(|(start, _)| start < self.at) {
            self.keyword = keywords().next(self.text, self.at);
        }
        if self.number.is_some_and(|(start, _)| start < self.at) {
            self.number = next_number(self.text, self.at);
        }
        let (start, grammars) = match (self.keyword, self.number) {
            (Some(keyword), number) if number.is_none_or(|number| keyword.0 < number.0) => keyword,
            (_, number) => number?,
        };
        self.at = start + 1;
        Some((start, grammars))
    }

    /// Goes on behind what was read.
    pub(super) fn skip_to(&mut self, end: usize) {
        self.at = self.at.max(end);
    }
}

/// What all grammars begin with.
struct Keywords {
    searcher: packed::Searcher,
    /// For each literal text, the grammars that it is a start of: `Kamervr` is one of the written questions and, by `Kamer`, of the Kamerstukken.
    grammars: Vec<GrammarSet>,
}

fn keywords() -> &'static Keywords {
    static KEYWORDS: OnceLock<Keywords> = OnceLock::new();
    KEYWORDS.get_or_init(|| {
        let starts = || GRAMMARS.iter().flat_map(|grammar| grammar.starts.iter().copied());
        let owners = |found: &str| {
            let begins = |grammar: &Grammar| grammar.starts.iter().any(|start| found.starts_with(start));
            let all = GRAMMARS.iter().enumerate().filter(|(_, grammar)| begins(grammar));
            all.fold(GrammarSet::default(), |set, (at, _)| set.with(GrammarSet::of(at)))
        };
        let searcher = packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostFirst)
            .builder()
            .extend(starts())
            .build()
            .expect("a few short literals, which every processor can search for");
        Keywords { searcher, grammars: starts().map(owners).collect() }
    })
}

impl Keywords {
    fn next(&self, text: &str, at: usize) -> Option<(usize, GrammarSet)> {
        let within = aho_corasick::Span { start: at, end: text.len() };
        let found = self.searcher.find_in(text.as_bytes(), within)?;
        Some((found.start(), self.grammars[found.pattern().as_usize()]))
    }
}

/// The next number at which a grammar may begin, and which.
fn next_number(text: &str, at: usize) -> Option<(usize, GrammarSet)> {
    let looks = Looks::get();
    let mut from = at;
    loop {
        let start = next_digits(text, from)?;
        let grammars = looks.admitted(text, start);
        if !grammars.is_empty() {
            return Some((start, grammars));
        }
        from = start + 1;
    }
}

/// Where the next number begins: at a digit without one before it.
fn next_digits(text: &str, at: usize) -> Option<usize> {
    /// So many bytes the compiler looks at with one instruction or two.
    const WIDTH: usize = 32;
    let bytes = text.as_bytes();
    let mut from = at;
    loop {
        let rest = bytes.get(from..)?;
        // Most stretches of prose have no digit, which one look at all of their bytes tells.
        let skipped = rest
            .chunks_exact(WIDTH)
            .take_while(|chunk| !chunk.iter().fold(false, |any, byte| any | byte.is_ascii_digit()))
            .count();
        let start = from + skipped * WIDTH;
        let found = start + bytes[start..].iter().position(u8::is_ascii_digit)?;
        if found == 0 || !bytes[found - 1].is_ascii_digit() {
            return Some(found);
        }
        from = found + bytes[found..].iter().position(|byte| !byte.is_ascii_digit())?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_and_numbers_in_order_of_place() {
        let text = "Op 27 maart 2020 (Kamerstuk 29 521, nr. 385) kreeg uw Kamer 1 brief.";
        let mut starts = Starts::new(text);
        let mut found = Vec::new();
        while let Some((start, _)) = starts.next() {
            found.push(&text[start..(start + 4).min(text.len())]);
        }
        assert_eq!(found, ["Kame", "29 5", "385)", "Kame", "1 br"]);
    }

    #[test]
    fn what_was_read_is_passed_over() {
        let text = "Kamerstuk 29 521, nr. 385; Kamerstuk";
        let mut starts = Starts::new(text);
        assert_eq!(starts.next().map(|(start, _)| start), Some(0));
        starts.skip_to(25);
        assert_eq!(starts.next().map(|(start, _)| start), Some(27));
        assert!(starts.next().is_none());
    }

    #[test]
    fn a_number_is_met_once_wherever_it_stands() {
        let text = format!("{}12345{} 6", "x".repeat(30), "y".repeat(70));
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(number) = next_digits(&text, at) {
            found.push(number);
            at = number + 1;
        }
        assert_eq!(found, [30, 106]);
    }

    #[test]
    fn the_starts_are_long_and_few_enough_for_a_fast_search() {
        let starts: Vec<&str> = GRAMMARS.iter().flat_map(|grammar| grammar.starts).copied().collect();
        assert!(
            starts.len() <= 64,
            "the packed search takes no more than 64, and these are {}",
            starts.len()
        );
        assert_eq!(
            starts.iter().filter(|start| start.len() < 4).collect::<Vec<_>>(),
            [""; 0].iter().collect::<Vec<_>>()
        );
    }
}
