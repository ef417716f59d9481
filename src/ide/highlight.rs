//! All places of a letter that cite the paper under the cursor, in whatever spelling; of a footnote, its marks and its number.

use std::path::Path;

use crate::citation::Reading;
use crate::text::Span;

use super::references::{Topic, cited_here, topic};

/// The places to light up, ascending; none where the cursor stands on nothing that is cited.
#[must_use]
pub fn highlights(reading: &Reading, path: Option<&Path>, offset: usize) -> Vec<Span> {
    match topic(reading, path, offset) {
        None => Vec::new(),
        Some(Topic::Papers(ids)) => cited_here(reading, &ids),
        Some(Topic::Note(note)) => {
            let mut spans = note.marks.clone();
            spans.push(note.anchor);
            spans.sort_unstable();
            spans
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, with_marks};

    /// The letter with `^^^` under everything that lights up.
    #[track_caller]
    fn check(literal: &str) {
        let fixture = Fixture::new(literal);
        let spans = highlights(&fixture.reading, Some(&fixture.path), fixture.offset());
        let marks: Vec<_> = spans.into_iter().map(|span| (span, String::new())).collect();
        let marked = with_marks(fixture.text(), &marks).replace("^ \n", "^\n");
        assert_eq!(marked.trim_end(), fixture.marked.replacen("$0", "", 1).trim_end());
    }

    #[test]
    fn every_spelling_of_one_paper() {
        check(
            "
            De brief (Kamerstuk 29 521, nr. 38$05) en het verslag (Kamerstuk 29 521, nr. 404).
                      ^^^^^^^^^^^^^^^^^^^^^^^^^
            Zie *Kamerstukken II* 2018/19, 29 521, nrs. 368 en 385, p. 2; kst-29521-385.
                                                               ^^^^^^^^^
                                                                          ^^^^^^^^^^^^^
            ",
        );
    }

    #[test]
    fn what_refers_to_it_too() {
        check(
            "
            De brief (Kamerstuk 29 521, nr. 38$05) is van mei. In genoemde brief staat meer.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                ^^^^^^^^^^^^^^
            ",
        );
    }

    #[test]
    fn a_mark_and_its_note() {
        check(
            "
            De missie is verlengd.1$0 Daarna niet meer.
                                  ^

            1 Artikel 100-brief van 14 september 2018.
            ^
            ",
        );
    }

    #[test]
    fn plain_words_light_nothing_up() {
        check("De kennis$0geving (Kamerstuk 29 521, nr. 385).\n");
    }
}
