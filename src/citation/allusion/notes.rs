//! The footnotes of a letter, as sources that `idem` and `zie noot 3` refer to.

use std::collections::HashMap;

use crate::citation::{Citation, Standing};
use crate::letter::{Footnote, Letter};
use crate::text::Span;

use super::ground::Antecedent;

/// The footnotes with what each of them cites.
pub(super) struct Notes<'a> {
    list: &'a [Footnote],
    /// For each note the one paper that is its source.
    sources: Vec<Option<Antecedent<'a>>>,
    /// The notes by where their words stand.
    by_place: Vec<usize>,
    by_label: HashMap<&'a str, usize>,
    /// The marks by where they stand, each with its note.
    pub(super) marks: Vec<(Span, usize)>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(text: &str, letter: &'a Letter, citations: &'a [Citation]) -> Self {
        let list = &letter.footnotes[..];
        let sources = list.iter().map(|note| source(text, note.note, citations)).collect();
        let mut by_place: Vec<usize> = (0..list.len()).collect();
        by_place.sort_by_key(|&at| list[at].note);
        let by_label = list.iter().enumerate().map(|(at, note)| (note.label.as_str(), at)).collect();
        let of_note = |(at, note): (usize, &'a Footnote)| note.marks.iter().map(move |mark| (*mark, at));
        let mut marks: Vec<(Span, usize)> = list.iter().enumerate().flat_map(of_note).collect();
        marks.sort_unstable();
        Self { list, sources, by_place, by_label, marks }
    }

    /// The note that a place lies in.
    pub(super) fn at(&self, place: usize) -> Option<usize> {
        let next = self.by_place.partition_point(|&at| self.list[at].note.start <= place);
        let at = *self.by_place.get(next.checked_sub(1)?)?;
        self.list[at].note.contains(place).then_some(at)
    }

    /// Whether a mark stands within some words.
    pub(super) fn has_mark_within(&self, words: Span) -> bool {
        let next = self.marks.partition_point(|(mark, _)| mark.start < words.start);
        self.marks.get(next).is_some_and(|(mark, _)| mark.start < words.end)
    }

    /// The words of a note.
    pub(super) fn words(&self, note: usize) -> Span {
        self.list[note].note
    }

    /// The note with a label.
    pub(super) fn labelled(&self, label: &str) -> Option<usize> {
        self.by_label.get(label).copied()
    }

    /// The one paper that is the source of a note.
    pub(super) fn source(&self, note: usize) -> Option<Antecedent<'a>> {
        self.sources.get(note).copied().flatten()
    }

    /// A note that says `idem` has the source of the one before.
    pub(super) fn set_source(&mut self, note: usize, source: Antecedent<'a>) {
        self.sources[note] = Some(source);
    }
}

/// The one paper that some words name as their source: all citations in them agree, and no other source is named behind the last one.
pub(super) fn source<'a>(text: &str, words: Span, citations: &'a [Citation]) -> Option<Antecedent<'a>> {
    let first = citations.partition_point(|citation| citation.span.start < words.start);
    let within = &citations[first..];
    let within = &within[..within.partition_point(|citation| citation.span.end <= words.end)];
    let (first, others) = within.split_first()?;
    let first = Antecedent::only(first)?;
    let last = others.iter().try_fold(first, |before, citation| {
        Antecedent::only(citation).filter(|next| next.id() == before.id())
    })?;
    debug_assert!(last.citation.standing == Standing::Stated);
    let before = Span::new(words.start, first.citation.span.start).of(text);
    let behind = Span::new(last.citation.span.end, words.end).of(text);
    let other_source = |words: &str| words.contains([';', '«']) || words.contains("http");
    (!other_source(before) && !other_source(behind) && !super::words::ends_sentence(behind)).then_some(last)
}
