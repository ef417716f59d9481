//! What a citation leaves out, offered to be added: the number of the one paper that can be meant, the session year.

use crate::analysis::{Facts, Memo, SupplementKind, supplement};
use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::rewrite::{Quoted, Rewrite};

/// What can be added to the citation that `range` touches; nothing where it touches several, or what others said.
#[must_use]
pub fn supplements(
    reading: &Reading,
    range: Span,
    corpus: &dyn Corpus,
    memo: &Memo,
    say: Translator,
) -> Option<Rewrite> {
    let first = reading.citations.partition_point(|it| it.span.end < range.start);
    let touched = |at: usize| reading.citations.get(at).is_some_and(|it| it.span.start <= range.end);
    if !touched(first) || touched(first + 1) {
        return None;
    }
    let found = supplement(reading, first, corpus, memo)?;
    if Quoted::new(reading, true).touches(reading.citations[first].span) {
        return None;
    }
    let message = match found.kind {
        SupplementKind::Number => {
            let facts = memo.facts_of(corpus, &found.id);
            Message::new("supplement-number").with("paper", Facts::named(&found.id, facts.as_deref()))
        }
        SupplementKind::Session(session) => Message::new("supplement-session").with("session", session),
    };
    Some(Rewrite { title: say.text(&message), edits: vec![found.edit] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;
    use crate::messages::Language;

    #[test]
    fn it_is_offered_by_its_title() {
        let offered = |line: &str| {
            let fixture = Fixture::new(&format!(
                "-- brief.md\n{line}\n-- kst-29521-368.md\n---\nidentifier: kst-29521-368\ntitle: Inzet in de Sahel\ndate: 2018-12-14\n---\nTekst.\n"
            ));
            let cursor = Span::new(fixture.offset(), fixture.offset());
            let say = Translator::new(Language::Dutch);
            supplements(&fixture.reading, cursor, &fixture.corpus, &Memo::default(), say).map(|it| it.title)
        };
        assert_eq!(
            offered("Zie de brief van 14 december 2018 (Kamerstuk 29$0 521).").as_deref(),
            Some("Nummer toevoegen: 29 521, nr. 368 (“Inzet in de Sahel”)")
        );
        assert_eq!(
            offered("Zie (Kamerstukken II 29$0 521, nr. 368).").as_deref(),
            Some("Vergaderjaar 2018–2019 toevoegen")
        );
        assert_eq!(offered("Hij zei: „zie (Kamerstukken II 29$0 521, nr. 368)”."), None);
    }
}
