//! From a text to its citations: finds where one may begin and hands over to the family.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::identifier::{DocumentId, Dossier, Kamer};
use crate::letter::Letter;

use super::first_look::Look;
use super::forms::Form;
use super::grammar::Input;
use super::starts::Starts;
use super::{Citation, Standing, infer};

/// What the letter says of itself, as far as it decides what a citation means.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// Its own identifier, which is no citation where head and feet of the paper print it.
    pub own: Option<&'a DocumentId>,
}

impl Context<'_> {
    /// The chamber that is meant where a citation names none: that of the letter, which for most is the Tweede Kamer.
    #[must_use]
    pub fn kamer(&self) -> Kamer {
        let own = self.own.and_then(DocumentId::kamer);
        self.letter.header.kamer.or(own).unwrap_or(Kamer::Tweede)
    }
}

/// The grammar of one family of citations, or of one way to write them; each has a file of its own.
pub(super) struct Grammar {
    /// The literal texts that each citation begins with one of, in the upper and lower case that occur.
    /// At least four bytes each, since the search slows down fourfold with the first shorter one.
    pub starts: &'static [&'static str],
    /// How the numbers look that one may begin at, too. Of the grammars that may, the first that reads one has it.
    pub numbers: &'static [Look],
    /// What it reads, for the documentation and the tests.
    pub forms: &'static [Form],
    /// Reads one citation, or finds that none stands here.
    pub read: fn(&mut Input<'_>, &Scene<'_>) -> Option<Citation>,
}

/// What a grammar may look at besides the text from its start on.
pub(super) struct Scene<'a> {
    /// What the letter says of itself.
    pub context: &'a Context<'a>,
    /// The text between the citation before and the start, for what may stand in front of a keyword. A citation that reaches back into it begins there.
    pub before: &'a str,
    /// The citation before, which ends where `before` begins.
    pub previous: Option<&'a Citation>,
    /// The text from its beginning to as far as this candidate may look.
    text: &'a str,
    /// Where the citation is believed to begin.
    start: usize,
    /// The first byte at which another citation may begin, where a grammar has found a stretch that holds none.
    passed: Cell<usize>,
}

impl<'a> Scene<'a> {
    /// Where the citation is believed to begin: at a keyword or a digit.
    pub(super) const fn start(&self) -> usize {
        self.start
    }

    /// The first byte that no other citation has.
    pub(super) const fn floor(&self) -> usize {
        self.start - self.before.len()
    }

    /// Says that no citation begins before `end`, whether this one is read or not.
    pub(super) fn pass_over(&self, end: usize) {
        self.passed.set(end.max(self.passed.get()));
    }

    /// What is to be read from another place on, such as one before the start.
    pub(super) fn input_at(&self, start: usize) -> Input<'a> {
        let mut input = Input::new(self.text);
        winnow::stream::Stream::next_slice(&mut input, start);
        input
    }

    /// Whether the start is the tail of a longer word: `behandelingen`. A capital behind a small letter begins a word whose blank extraction lost.
    pub(super) fn is_within_word(&self) -> bool {
        let before = self.before.chars().next_back();
        let capital = self.text[self.start..].starts_with(char::is_uppercase);
        before.is_some_and(|before| before.is_alphabetic() && !(capital && before.is_lowercase()))
    }
}

/// All grammars. Where two may begin at the same place, the one with the longer start comes first, and the other is tried where that one reads nothing.
pub(super) static GRAMMARS: &[&Grammar] = &[
    &super::kamervragen::GRAMMAR,
    &super::kamerstuk::GRAMMAR,
    &super::kamerstuk::BEFORE_NUMBER,
    &super::typed_identifier::GRAMMAR,
    &super::handelingen::GRAMMAR,
    &super::aanhangsel::GRAMMAR,
    &super::zaak::GRAMMAR,
    &super::staatsblad::GRAMMAR,
    &super::eu_act::GRAMMAR,
    &super::eu_document::GRAMMAR,
    &super::eu_journal::GRAMMAR,
    &super::ecli::GRAMMAR,
    &super::bwb::GRAMMAR,
    &super::address::GRAMMAR,
    &super::bare::GRAMMAR,
];

/// Some of the grammars, a bit for each.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct GrammarSet(u32);

impl GrammarSet {
    /// The one that stands at this place of [`GRAMMARS`].
    pub(super) const fn of(at: usize) -> Self {
        Self(1 << at)
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// In the order of [`GRAMMARS`].
#[expect(clippy::copy_iterator, reason = "a set of bits is copied where it is walked more than once")]
impl Iterator for GrammarSet {
    type Item = &'static Grammar;

    fn next(&mut self) -> Option<Self::Item> {
        let first = GRAMMARS.get(self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(first)
    }
}

/// How far a citation may reach, in bytes. It keeps the time that any text takes in proportion to its length.
const HORIZON: usize = 300;

/// All citations of `text`, in order of place, without overlap.
///
/// Those that are [`Standing::Unconfirmed`] are for a catalogue to confirm; without one they mean nothing.
#[must_use]
pub fn recognise(text: &str, context: &Context<'_>) -> Vec<Citation> {
    let mut citations = stated(text, context);
    infer(text, context, &mut citations);
    citations
}

/// What the text cites in so many words, or in a form that a catalogue may confirm; what refers to these is left out.
pub(super) fn stated(text: &str, context: &Context<'_>) -> Vec<Citation> {
    let mut citations = printed(text, context);
    confirm_by_keywords(&mut citations);
    citations
}

/// What says by itself what it cites.
fn printed(text: &str, context: &Context<'_>) -> Vec<Citation> {
    let mut silent = context.letter.silent.iter().peekable();
    let mut citations: Vec<Citation> = Vec::new();
    let mut starts = Starts::new(text);
    while let Some((start, mut grammars)) = starts.next() {
        while silent.next_if(|span| span.end <= start).is_some() {}
        if silent.peek().is_some_and(|span| span.contains(start)) {
            continue;
        }
        let floor = citations.last().map_or(0, |citation| citation.span.end);
        let horizon = text.floor_char_boundary(start + HORIZON);
        let previous = citations.last();
        let (before, passed) = (&text[floor..start], Cell::new(start));
        let scene = Scene { context, before, previous, text: &text[..horizon], start, passed };
        let read = grammars.find_map(|grammar| (grammar.read)(&mut scene.input_at(start), &scene));
        starts.skip_to(scene.passed.get());
        if let Some(citation) = read {
            debug_assert!(citation.span.start >= floor, "a citation reaches into the one before");
            starts.skip_to(citation.span.end);
            citations.push(citation);
        }
    }
    citations
}

/// What has the form of a citation is one where the letter cites the same dossier with a keyword.
fn confirm_by_keywords(citations: &mut [Citation]) {
    let dossiers = |citation: &Citation| -> Vec<Dossier> {
        citation.targets.iter().filter_map(|target| target.id.dossier()).collect()
    };
    if citations.iter().all(|citation| citation.standing == Standing::Stated) {
        return;
    }
    let stated: BTreeSet<Dossier> = citations
        .iter()
        .filter(|citation| citation.standing == Standing::Stated)
        .flat_map(dossiers)
        .collect();
    for citation in citations.iter_mut().filter(|citation| citation.standing == Standing::Unconfirmed) {
        let own = dossiers(citation);
        if !own.is_empty() && own.iter().all(|dossier| stated.contains(dossier)) {
            citation.standing = Standing::Stated;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::first_look::Looks;
    use super::super::forms::forms;
    use super::*;

    /// What print, extraction and markup leave where a blank stands.
    const BLANKS: [&str; 15] = [
        " ", "  ", "", "\u{A0}", "\u{202F}", "\n", " \n", "\r\n", "\n> ", "&nbsp;", "-\n", "\u{AD}\n", "* ",
        " **", "² ",
    ];

    /// Whoever reads a citation from a number has said that it is worth reading, there or at one before it that the citation holds.
    #[test]
    fn a_first_look_admits_whatever_can_be_read() {
        let context = Context { letter: &Letter::default(), own: None };
        let at_numbers = || GRAMMARS.iter().copied().filter(|grammar| !grammar.numbers.is_empty());
        let mut count = 0;
        for example in forms().flat_map(|form| form.examples) {
            for blank in BLANKS {
                let text = format!("Zie ook ({}), en verder.", example.printed.replace(' ', blank));
                let is_digit = |sign: char| sign.is_ascii_digit();
                let digits = text.match_indices(is_digit).map(|(start, _)| start);
                let numbers: Vec<usize> =
                    digits.filter(|start| !text[..*start].ends_with(is_digit)).collect();
                for (&start, grammar) in
                    numbers.iter().flat_map(|start| at_numbers().map(move |it| (start, it)))
                {
                    let (before, passed) = (&text[..start], Cell::new(start));
                    let scene =
                        Scene { context: &context, before, previous: None, text: &text, start, passed };
                    let Some(read) = (grammar.read)(&mut scene.input_at(start), &scene) else { continue };
                    let admits = |number: usize| {
                        Looks::get().admitted(&text, number).any(|other| std::ptr::eq(other, grammar))
                    };
                    let mut held =
                        numbers.iter().filter(|number| (read.span.start..=start).contains(*number));
                    assert!(held.any(|number| admits(*number)), "{text}: {start}");
                    count += 1;
                }
            }
        }
        assert!(count > 500, "only {count} are read at all");
    }
}
