//! What must hold of any bytes that are read as a letter. The fuzzer and the test that replays its finds share it.

use griffier::citation::{Citation, Recognised, Register, Standing, in_style};
use griffier::config::Style;
use griffier::identifier::{DocumentId, PageRange};
use griffier::letter::Format;

/// A register that knows all papers, and a debate on every page.
pub(crate) struct Everything;

impl Register for Everything {
    fn known_as(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>> {
        ids.iter().cloned().map(Some).collect()
    }

    fn publications(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>> {
        let debate = |range: &PageRange| {
            let PageRange { kamer, session, first, last, .. } = range;
            let id = format!("h-{}-{}-{first}-{last}", kamer.code(), session.code());
            DocumentId::parse(&id).into_iter().collect()
        };
        ranges.iter().map(debate).collect()
    }
}

/// Reads the bytes as a letter in each format, with and without a register; panics where something is wrong.
pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for format in [Format::Plain, Format::Markdown] {
        let recognised = Recognised::new(text.as_ref().into(), format, None);
        spans(&text, &recognised.alone().citations);
        spans(&text, &recognised.settle(&Everything).citations);
    }
}

/// Citations lie in order and apart, and their parts lie within them and on whole signs.
fn spans(text: &str, citations: &[Citation]) {
    let mut end = 0;
    for citation in citations {
        assert!(citation.span.start >= end && citation.span.end > citation.span.start, "{citation:?}");
        end = citation.span.end;
        assert!(text.get(citation.span.start..end).is_some(), "{citation:?}");
        for target in &citation.targets {
            assert!(citation.span.covers(target.span), "{citation:?}");
            assert!(text.get(target.span.start..target.span.end).is_some(), "{citation:?}");
        }
        for problem in &citation.problems {
            assert!(citation.span.covers(problem.span), "{citation:?}");
            let _ = problem.message(text);
        }
        if let Standing::Inferred(basis) = citation.standing {
            // What it rests on mostly stands before it, and where the letter speaks of one dossier only also behind.
            let apart = basis.span.end <= citation.span.start || basis.span.start >= end;
            assert!(apart && text.get(basis.span.start..basis.span.end).is_some(), "{citation:?}");
        }
        for (_, style) in Style::NAMES {
            let _ = in_style(citation, style);
        }
    }
}
