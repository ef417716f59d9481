//! Where the passages of the notes on one letter are while it is being edited.
//!
//! Nothing is looked for here: an editor says what it replaces by what, and every passage moves along. These are the rules:
//!
//! * Text that is inserted at a border of a passage stays outside it, at both ends; text that is inserted within belongs to it. What replaces a part of a passage belongs to it too.
//! * A passage of which an edit leaves less than a third of what it was when it was last settled is gone: a note does not hang on to a rest of a word.
//! * What is replaced by other text is compared with it, by the same means as two versions of a letter; so a whole text that arrives at once is no special case. What is not found for certain is gone.
//! * A letter that says again what it said before, byte for byte, has its passages where they were then. That is what undo and redo are, however an editor tells of them.
//! * A passage that is gone comes back when its words are put in again, cut with what stood around it or alone, if they are long enough and stand once in the letter.
//!   They may also have been put in by the edit before: of who drags a paragraph downwards editors tell that he inserts first.
//!
//! A passage that is gone keeps its words, and the place where it was. Places are bytes of the text as the editor has it.
//! This module knows neither files nor what a note says.

mod carried;
mod cuts;
mod replaced;
mod seen;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::text::{Buffer, Edit, Span};

use super::skeleton::Skeleton;

use self::carried::{Stretch, carried, carried_place};
use self::cuts::{Cut, LONG};
use self::replaced::Replaced;
use self::seen::Seen;

/// How many cuts are kept in mind.
const CUTS: usize = 16;

/// Of a list of edits each is looked at for a text that was seen before, as long as that means no more bytes than this.
const LOOKED_AT: usize = 8 << 20;

/// The passages of one letter, which follow its edits.
#[derive(Clone, Debug, Default)]
pub struct Live {
    standing: Standing,
    seen: Seen,
    /// The newest last.
    cuts: VecDeque<Cut>,
    /// What the last edit inserted, where that was enough to be known again.
    fresh: Option<Span>,
}

/// Where passages are in one version of a letter. It does not change, and costs nothing to keep.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    names: Arc<BTreeMap<Arc<str>, usize>>,
    known: Arc<Vec<Known>>,
    marks: Arc<Vec<Mark>>,
}

/// What does not change while passages move.
#[derive(Clone, Debug)]
struct Known {
    /// The words of the passage when it was last settled.
    words: Arc<str>,
}

/// A passage, by the same number as its [`Known`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mark {
    /// Where it is; the place where it was, where it is gone.
    span: Span,
    gone: bool,
}

/// Where one passage is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whereabouts {
    /// There.
    At(Span),
    /// Nowhere.
    Gone {
        /// Where it was, in bytes of the text as it is now.
        at: usize,
        /// Its words, as they were when it was last settled.
        words: Arc<str>,
    },
}

impl Standing {
    /// Where the passage is that is followed under this name; `None` where none is.
    #[must_use]
    pub fn place_of(&self, name: &str) -> Option<Whereabouts> {
        let number = *self.names.get(name)?;
        let Mark { span, gone } = self.marks[number];
        let words = || Arc::clone(&self.known[number].words);
        Some(if gone { Whereabouts::Gone { at: span.start, words: words() } } else { Whereabouts::At(span) })
    }

    /// Every passage that is followed, by name.
    pub fn places(&self) -> impl Iterator<Item = (&str, Whereabouts)> {
        self.names.keys().filter_map(|name| Some((&**name, self.place_of(name)?)))
    }

    /// The passages that have other words in `text` than when they were last settled, by name. Line ends, hyphenation and the form of quotation marks do not count.
    #[must_use]
    pub fn changed(&self, text: &Buffer) -> Vec<(Arc<str>, Span)> {
        let other = |span: Span, words: &str| {
            let now = text.words(span);
            now != words && Skeleton::new(&now).bytes() != Skeleton::new(words).bytes()
        };
        let numbered =
            self.names.iter().map(|(name, number)| (name, self.marks[*number], &self.known[*number]));
        let changed = numbered.filter(|(_, mark, known)| !mark.gone && other(mark.span, &known.words));
        changed.map(|(name, mark, _)| (Arc::clone(name), mark.span)).collect()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl Live {
    /// Where the passages are now.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing.clone()
    }

    /// Follows passages of the text as it is now, each under a name. One that is followed already is told to be there from now on, whatever was known of it.
    pub fn follow<N: AsRef<str>>(&mut self, passages: impl IntoIterator<Item = (N, Span)>, text: &Buffer) {
        for (name, span) in passages {
            self.add(name.as_ref(), span, text.words(span).into());
        }
        self.seen.note(text.digest(), &self.standing.marks);
    }

    /// Follows the passages of another too, which has been told of the same edits up to this text.
    pub fn take(&mut self, other: &Self, text: &Buffer) {
        let Standing { names, known, marks } = &other.standing;
        for (name, number) in names.iter().filter(|(_, number)| !marks[**number].gone) {
            self.add(name, marks[*number].span, Arc::clone(&known[*number].words));
        }
        self.seen.note(text.digest(), &self.standing.marks);
    }

    fn add(&mut self, name: &str, span: Span, words: Arc<str>) {
        let Standing { names, known, marks } = &mut self.standing;
        // A new number, since texts that were seen before know the old one elsewhere.
        Arc::make_mut(names).insert(name.into(), known.len());
        Arc::make_mut(known).push(Known { words });
        Arc::make_mut(marks).push(Mark { span, gone: false });
    }

    /// Follows a passage no longer.
    pub fn forget(&mut self, name: &str) {
        Arc::make_mut(&mut self.standing.names).remove(name);
    }

    /// A passage has been written down with these words, and is followed under another name from now on.
    pub fn written(&mut self, before: &str, after: &str, words: &str) {
        let Standing { names, known, .. } = &mut self.standing;
        let names = Arc::make_mut(names);
        if let Some(number) = names.remove(before) {
            names.insert(after.into(), number);
            Arc::make_mut(known)[number].words = words.into();
        }
    }

    /// Follows edits, each told with the text that came of it, in their order.
    pub fn edit(&mut self, edits: &[(Edit, Buffer)]) {
        if self.standing.is_empty() {
            return;
        }
        let last = edits.len().saturating_sub(1);
        let bytes: usize = edits.iter().map(|(_, text)| text.len()).sum();
        for (index, (edit, text)) in edits.iter().enumerate() {
            let digest = (index == last || bytes <= LOOKED_AT).then(|| text.digest());
            self.follow_edit(edit, text, digest);
        }
    }

    fn follow_edit(&mut self, edit: &Edit, text: &Buffer, digest: Option<u128>) {
        let stretch = Stretch::of(edit);
        let before = Arc::clone(&self.standing.marks);
        let mut marks = self.carry(&before, &stretch);
        let earlier = digest.and_then(|digest| self.seen.find(digest));
        let known = earlier.as_ref().map_or(0, |marks| marks.len());
        if let Some(earlier) = &earlier {
            marks[..known].copy_from_slice(earlier);
        }
        if stretch.replaces() {
            self.compare(&before, &mut marks, known, edit, &stretch, text);
        }
        let inserted = Span::new(stretch.span.start, stretch.span.start + stretch.len);
        let inserted = Some(inserted).filter(|span| span.len() >= LONG);
        let fresh = std::mem::replace(&mut self.fresh, inserted).and_then(|fresh| carried(fresh, &stretch));
        if earlier.is_none() {
            self.note_cuts(&before, &mut marks, edit, fresh, text);
            if let Some(inserted) = inserted {
                self.bring_back(&before, &mut marks, inserted, text);
            }
        }
        self.standing.marks = Arc::new(marks);
        if let Some(digest) = digest {
            self.seen.note(digest, &self.standing.marks);
        }
    }

    /// Moves every passage by the edit alone.
    fn carry(&self, before: &[Mark], stretch: &Stretch) -> Vec<Mark> {
        let carry = |(mark, known): (&Mark, &Known)| {
            if mark.gone {
                let at = carried_place(mark.span.start, stretch);
                return Mark { span: Span::new(at, at), gone: true };
            }
            if let Some(span) = carried(mark.span, stretch).filter(|span| enough(*span, mark.span, known)) {
                Mark { span, gone: false }
            } else {
                let at = carried_place(mark.span.start, stretch);
                Mark { span: Span::new(at, at), gone: true }
            }
        };
        before.iter().zip(self.standing.known.iter()).map(carry).collect()
    }

    /// Looks in what was put in place of something for the passages that lost words by that, but not for the first `known`, whose places are known.
    fn compare(
        &self,
        before: &[Mark],
        marks: &mut [Mark],
        known: usize,
        edit: &Edit,
        stretch: &Stretch,
        text: &Buffer,
    ) {
        let mut replaced = None;
        for (number, was) in before.iter().enumerate().skip(known).filter(|(_, mark)| !mark.gone) {
            if !stretch.span.overlaps(was.span) || (was.span.covers(stretch.span) && !marks[number].gone) {
                continue;
            }
            let replaced = replaced.get_or_insert_with(|| Replaced::new(edit, *stretch, text));
            let settled = &self.standing.known[number];
            if let Some(span) = replaced.find(was.span).filter(|span| enough(*span, was.span, settled)) {
                marks[number] = Mark { span, gone: false };
            }
        }
    }

    /// Keeps in mind what passages went with, so that they can come back with it. Those of which the words have come elsewhere just before are there from now on.
    fn note_cuts(
        &mut self,
        before: &[Mark],
        marks: &mut [Mark],
        edit: &Edit,
        fresh: Option<Span>,
        text: &Buffer,
    ) {
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        for (number, (was, is)) in before.iter().zip(&*marks).enumerate() {
            if was.gone || !is.gone {
                continue;
            }
            if edit.span.covers(was.span) {
                together.push((number, was.span.shifted_back(edit.span.start)));
            } else {
                // It went bit by bit.
                alone.push(number);
            }
        }
        let words = |number: usize| Arc::clone(&self.standing.known[number].words);
        let bit_by_bit = alone.into_iter().map(|number| {
            let words = words(number);
            Cut::new(&words, &[(number, Span::new(0, words.len()))], text)
        });
        let cut = (!together.is_empty()).then(|| Cut::new(&edit.removed, &together, text));
        for cut in bit_by_bit.chain(cut).collect::<Vec<_>>() {
            for went in &cut.passages {
                if let Some(span) = fresh.and_then(|fresh| cut.ahead(went, fresh, text)) {
                    marks[went.number] = Mark { span, gone: false };
                }
            }
            self.cuts.push_back(cut);
        }
        let surplus = self.cuts.len().saturating_sub(CUTS);
        self.cuts.drain(..surplus);
    }

    /// Has passages that were gone come back in what was inserted.
    fn bring_back(&self, before: &[Mark], marks: &mut [Mark], inserted: Span, text: &Buffer) {
        for cut in self.cuts.iter().rev() {
            for went in &cut.passages {
                if before[went.number].gone
                    && marks[went.number].gone
                    && let Some(span) = cut.back(went, inserted, text)
                {
                    marks[went.number] = Mark { span, gone: false };
                }
            }
        }
    }
}

/// Whether what an edit has left of a passage is enough to be one: a third of its words, or nothing was taken from it.
fn enough(is: Span, was: Span, known: &Known) -> bool {
    is.len() * 3 >= known.words.len() || is.len() >= was.len()
}

#[cfg(test)]
mod tests;
