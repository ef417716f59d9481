//! Notes whose passages have other words since somebody edited them, written down anew.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::text::Span;

use super::anchor::Anchor;
use super::letter_text::LetterText;
use super::page::Page;
use super::place::whole_words;

/// A note that holds on to its passage as that reads now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rewritten {
    /// What its passage was known by ([`passage_key`](super::Note::passage_key)).
    pub before: Arc<str>,
    /// What it is known by now.
    pub after: String,
}

/// Has notes hold on to the words that their passages have in `text`; `passages` are stretches of the text as it came, each with what it is known by.
///
/// Notes that are not told of stay as they are, byte for byte.
pub fn rewrite_passages(
    page: &mut Page,
    text: &LetterText,
    passages: &[(Arc<str>, Span)],
    now: Timestamp,
) -> Vec<Rewritten> {
    let passages: HashMap<&str, &(Arc<str>, Span)> = passages.iter().map(|it| (&*it.0, it)).collect();
    let ids: Vec<String> = page.notes().iter().map(|note| note.id().to_owned()).collect();
    let mut rewritten = Vec::new();
    for id in ids {
        let Some(note) = page.note_mut(&id) else { continue };
        let told = note.passage_key().and_then(|key| passages.get(&*key).copied());
        let Some((anchor, (before, span))) = note.anchor().zip(told) else { continue };
        let span = widened(text, *span, &anchor.quote);
        note.set_anchor(&Anchor::of(text, span), now);
        rewritten.extend(note.passage_key().map(|after| Rewritten { before: Arc::clone(before), after }));
    }
    rewritten
}

/// The stretch with the rest of the words that it begins and ends in, where the quote began and ended with whole ones: somebody typed at its border.
pub(super) fn widened(text: &LetterText, span: Span, quote: &str) -> Span {
    let inside = text.inward(span);
    if inside.of(text.as_str()) == quote {
        return span;
    }
    text.outward(whole_words(text.as_str(), inside, quote))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{About, Draft, Motivation, Note};

    #[test]
    fn only_what_is_told_of_is_rewritten_and_words_stay_whole() {
        let before = LetterText::new("In 2024 is dat beloofd. Ik zeg het toe.");
        let mut page = Page::default();
        for span in [Span::new(0, 7), Span::new(24, 38)] {
            let draft = Draft::new(Motivation::Commenting, About::Passage(Anchor::of(&before, span)));
            page.add(Note::new(&draft, Timestamp::UNIX_EPOCH));
        }
        let at = |page: &Page, quote: &str| {
            page.notes().iter().find(|note| note.anchor().unwrap().quote == quote).cloned()
        };
        let (first, second) = (at(&page, "In 2024").unwrap(), at(&page, "Ik zeg het toe").unwrap());
        // Somebody took away the 4 and typed a 5 in its stead.
        let now = LetterText::new("In 2025 is dat beloofd. Ik zeg het toe.");
        let told = [(Arc::from(first.passage_key().unwrap()), Span::new(0, 6))];
        let rewritten = rewrite_passages(&mut page, &now, &told, Timestamp::UNIX_EPOCH);
        let first = at(&page, "In 2025").unwrap();
        assert_eq!(
            rewritten,
            [Rewritten { before: Arc::clone(&told[0].0), after: first.passage_key().unwrap() }]
        );
        assert_eq!(page.note(second.id()), Some(&second));
    }
}
