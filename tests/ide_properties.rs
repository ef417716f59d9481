//! What holds for the findings and the editor features of every letter, however odd: letters are put together from pieces of citations at random.

use std::sync::{Arc, LazyLock};

use griffier::analysis::{Edit, Fix, Judgement, Memo, judge, settle};
use griffier::citation::{Reading, Recognised};
use griffier::config::{Coverage, FindingsConfig};
use griffier::corpus::{Corpus, CorpusBuilder, MemoryCorpus};
use griffier::ide::{
    Destination, Jump, Markup, Symbol, completions, definition, diagnostics, dossier_page, highlights, hover,
    links, quick_fixes, references, symbols, type_definition, workspace_symbols,
};
use griffier::identifier::DocumentId;
use griffier::letter::Format;
use griffier::messages::Translator;
use griffier::text::Span;
use proptest::prelude::*;

#[path = "common/cases.rs"]
mod cases;
use cases::cases;

const PIECES: [&str; 48] = [
    "Kamerstuk ",
    "Kamerstuk\n",
    "Kamerstukken ",
    "*Kamerstukken II* ",
    "(Kamerstuk ",
    "Kamerstukken I ",
    "2019/20, ",
    "2019/21, ",
    "2022/-23, ",
    "vergaderjaar 2019–2020, ",
    "29 521",
    "29\u{a0}521",
    "29521",
    "29 251",
    "295 21",
    "29 52",
    "34 952",
    "36 410 X",
    "36 410 K",
    "21 501-02",
    "34 632 (R2080)",
    "5380",
    ", nr. ",
    ", nrs. ",
    " nr.",
    ", ",
    " en ",
    "; ",
    "1",
    "3",
    "12",
    "385",
    "403",
    "9385",
    "C",
    "B",
    "–",
    "-",
    ", p. 3",
    ").",
    " ",
    "\n",
    "\n\n",
    "😀é",
    "[^1]",
    "\n[^1]: ",
    "](https://voorbeeld.nl)",
    "Den Haag, 27 november 2024\n\n",
];

static CORPUS: LazyLock<MemoryCorpus> = LazyLock::new(|| {
    let ids: Vec<String> =
        [("29521", 404), ("34952", 123), ("29251", 12), ("36410-X", 99), ("21501-02", 400)]
            .iter()
            .flat_map(|(dossier, highest)| {
                (1..=*highest).map(move |number| format!("kst-{dossier}-{number}"))
            })
            .collect();
    CorpusBuilder::new()
        .letter(
            "kst-29521-385.txt",
            "Tweede Kamer der Staten-Generaal\n\n29 521\n\nNr. 385\n\nBRIEF\n\nEen brief.\n",
        )
        .list(
            "lijst.txt",
            [Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
            ids.iter().map(String::as_str),
        )
        .build()
});

fn judged(text: &str, format: Format, corpus: &MemoryCorpus) -> (Reading, Judgement) {
    let memo = Memo::default();
    let reading = settle(&Recognised::new(Arc::from(text), format, None), corpus, &memo);
    let judgement = judge(&reading, corpus, &FindingsConfig::default(), &memo);
    (reading, judgement)
}

fn fits(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = text.to_owned();
    for edit in edits.iter().rev() {
        out.replace_range(std::ops::Range::from(edit.span), &edit.text);
    }
    out
}

/// Where a span stands after the edits, which lie before it, in it or behind it.
fn moved(span: Span, edits: &[Edit]) -> Span {
    let shift = |offset: usize| {
        let before = edits.iter().filter(|edit| edit.span.end <= offset);
        before.fold(offset, |offset, edit| offset + edit.text.len() - edit.span.len())
    };
    Span::new(shift(span.start), shift(span.end))
}

fn check_findings(reading: &Reading, judgement: &Judgement, format: Format, corpus: &MemoryCorpus) {
    let text = &*reading.text;
    for finding in &judgement.findings {
        assert!(fits(finding.span, text), "{finding:?}");
        assert!(finding.related.iter().all(|related| fits(related.span, text)), "{finding:?}");
        for Fix { safe, edits, .. } in &finding.fixes {
            assert!(edits.iter().all(|edit| fits(edit.span, text)), "{finding:?}");
            assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{finding:?}");
            if *safe {
                let mended = edited(text, edits);
                let (_, after) = judged(&mended, format, corpus);
                // Elsewhere a mended dossier can make another citation readable, which then has its own findings.
                let place = moved(finding.span, edits);
                // A neighbour on the other side of the same sign (`nr.1Den`) was there before, and stays.
                let others =
                    judgement.findings.iter().filter(|one| *one != finding && one.code == finding.code);
                let stay: Vec<Span> = others.map(|one| moved(one.span, edits)).collect();
                assert!(
                    after.findings.iter().all(|one| one.code != finding.code
                        || one.span.end <= place.start
                        || place.end <= one.span.start
                        || stay.iter().any(|it| it.start <= one.span.start && one.span.end <= it.end)),
                    "{finding:?}\n{text:?}\n{mended:?}"
                );
            }
        }
    }
    assert!(judgement.findings.is_sorted_by_key(|finding| finding.span));
    let shown = diagnostics(reading, judgement, None);
    assert_eq!(shown.len(), judgement.findings.len());
}

fn check_features(reading: &Reading, judgement: &Judgement, corpus: &MemoryCorpus) {
    let text = &*reading.text;
    let say = Translator::default();
    let mut end = 0;
    for link in links(reading) {
        assert!(fits(link.span, text) && end <= link.span.start, "{link:?}");
        end = link.span.end;
    }
    for offset in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
        for markup in [Markup::Markdown, Markup::Plain] {
            if let Some(hover) = hover(reading, judgement, offset, corpus, say, markup) {
                assert!(fits(hover.span, text) && hover.span.touches(offset), "{hover:?} at {offset}");
                assert!(!hover.contents.trim().is_empty());
            }
        }
        for jump in definition(reading, offset, corpus) {
            assert!(fits(jump.origin, text) && jump.origin.touches(offset), "{jump:?} at {offset}");
        }
        let _ = diagnostics(reading, judgement, Some(offset));
        let _ = quick_fixes(judgement, Span::new(offset, offset), say);
        check_places(reading, offset, corpus);
    }
    check_symbols(&symbols(reading, say), Span::new(0, text.len()), text);
    check_search(text, corpus);
}

/// What is asked of the corpus at a place of the letter.
fn check_places(reading: &Reading, offset: usize, corpus: &MemoryCorpus) {
    let (text, say) = (&*reading.text, Translator::default());
    let lit = highlights(reading, None, offset);
    assert!(lit.is_sorted() && lit.iter().all(|span| fits(*span, text) && !span.is_empty()), "{lit:?}");
    let found = references(reading, None, offset, corpus);
    assert!(found.is_some() || lit.is_empty(), "what is lit is referred to: {lit:?}");
    if let Some(found) = found {
        assert!(found.here.is_sorted() && found.here.iter().all(|span| fits(*span, text)), "{found:?}");
        // A note also refers to what it cites; a paper to the places that light up, and to no other here.
        let declared = |span: &Span| found.declarations.contains(&Destination::Here(*span));
        assert!(lit.iter().all(|span| found.here.contains(span) || declared(span)), "{found:?} {lit:?}");
        for place in &found.elsewhere {
            let shown = &place.cited.words;
            assert!(shown.get(std::ops::Range::from(place.cited.at)).is_some(), "{place:?}");
        }
        let there = |to: &Destination| !matches!(to, Destination::Here(span) if !fits(*span, text));
        assert!(found.declarations.iter().all(there), "{found:?}");
    }
    for Jump { origin, to } in type_definition(reading, None, offset, corpus) {
        assert!(fits(origin, text) && origin.touches(offset));
        assert!(matches!(to, Destination::Page(DocumentId::Dossier(_))), "{to:?}");
    }
    if let Some(found) = completions(reading, None, offset, corpus, TODAY, say) {
        assert!(fits(found.span, text) && found.span.end == offset, "{found:?} at {offset}");
        let mut offered: Vec<&str> = found.items.iter().map(|item| &*item.text).collect();
        assert!(offered.len() <= 120 && offered.iter().all(|words| !words.is_empty()));
        let count = offered.len();
        offered.sort_unstable();
        offered.dedup();
        assert_eq!(offered.len(), count, "nothing is offered twice: {found:?}");
    }
}

/// Parts lie within the part that they belong to, beside each other and in their order.
fn check_symbols(parts: &[Symbol], within: Span, text: &str) {
    let mut end = within.start;
    for part in parts {
        assert!(fits(part.span, text) && end <= part.span.start && part.span.end <= within.end, "{part:?}");
        assert!(part.span.start <= part.title.start && part.title.end <= part.span.end, "{part:?}");
        assert!(!part.name.trim().is_empty() && !part.name.contains(['\n', '\r']), "{part:?}");
        end = part.span.end;
        check_symbols(&part.children, part.span, text);
    }
}

/// Whatever is looked for, what is found is there, and no more than is shown.
fn check_search(typed: &str, corpus: &MemoryCorpus) {
    let say = Translator::default();
    let found = workspace_symbols(typed, corpus, say);
    assert!(found.len() <= 100, "{typed:?}");
    for place in &found {
        assert!(!place.name.trim().is_empty(), "{place:?}");
        if let Some(path) = &place.path {
            let letter = corpus.letters_of_many(std::slice::from_ref(&place.id)).pop().flatten();
            assert_eq!(letter.as_ref().map(|letter| &letter.path), Some(path));
        } else if matches!(place.id, DocumentId::Dossier(_)) {
            assert!(!dossier_page(&place.id, corpus, say, Markup::Markdown).is_empty());
        }
    }
}

/// For letters without a date.
const TODAY: griffier::identifier::Date = jiff::civil::date(2025, 3, 1);

/// Pieces in any order, and now and then in the order of a citation.
fn text() -> impl Strategy<Value = String> {
    let piece = |range: std::ops::Range<usize>| prop::sample::select(&PIECES[range]);
    let joint = prop::sample::select(&["", "", " en 29 521", " en 34 952"][..]);
    let citation =
        (piece(0..6), piece(6..10), piece(10..22), joint, piece(22..28), piece(28..36), piece(35..48));
    let any = prop_oneof![
        piece(0..48).prop_map(str::to_owned),
        citation.prop_map(|(keyword, session, dossier, joint, sign, number, end)| {
            let session = if number.len() == 1 { session } else { "" };
            [keyword, session, dossier, joint, sign, number, end].concat()
        }),
    ];
    proptest::collection::vec(any, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_letter_is_judged_and_shown(text in text()) {
        for format in [Format::Plain, Format::Markdown] {
            let (reading, judgement) = judged(&text, format, &CORPUS);
            check_findings(&reading, &judgement, format, &CORPUS);
            check_features(&reading, &judgement, &CORPUS);
        }
    }

    #[test]
    fn whatever_is_looked_for_is_answered(
        typed in prop::collection::vec(prop::sample::select(&["29 521", "29521", "295", " ", "-", "nr. ", "385", "3", "C", "brief", "brieven", "bireven", "een", "kst-", "dossier/", "é", "😀", "\"", "*", "AND", ":", "36410-X", ".html"][..]), 0..6)
    ) {
        check_search(&typed.concat(), &CORPUS);
    }
}
