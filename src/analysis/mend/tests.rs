//! What holds for mending, by letters and by edits of every kind.

use proptest::prelude::*;

use super::*;
use crate::analysis::Severity;
use crate::analysis::fixture::{Fixture, edited};
use crate::messages::Message;
use crate::text::Span;

/// Mends the letter of a literal by all rules; `None` where nothing is to be mended.
fn mended(literal: &str) -> Option<Mended> {
    let fixture = Fixture::new(literal);
    let findings = fixture.judgement().findings;
    let mended = mend(fixture.text(), &findings, &mut |text| fixture.judgement_of(text).findings)?;
    assert_eq!(edited(fixture.text(), &mended.edits), mended.text, "the edits say the same");
    let again = fixture.judgement_of(&mended.text).findings;
    assert_eq!(mend(&mended.text, &again, &mut |text| fixture.judgement_of(text).findings), None);
    Some(mended)
}

#[track_caller]
fn check(literal: &str, expected: &str, findings: usize) {
    let mended = mended(literal).expect("something to mend");
    assert_eq!((mended.text.trim(), mended.findings), (expected.trim(), findings));
}

#[test]
fn what_is_certain_is_mended_and_nothing_else() {
    check(
        "Zie (Kamerstuk 295 21, nr. 368) en (Kamerstukken II 2019/21, 29 521, nr. 404).",
        "Zie (Kamerstuk 29 521, nr. 368) en (Kamerstukken II 2019/21, 29 521, nr. 404).",
        1,
    );
    assert_eq!(mended("Zie (Kamerstukken II 2019/21, 29 521, nr. 404)."), None);
    assert_eq!(mended("Zie (Kamerstuk 29 521, nr. 404)."), None);
}

#[test]
fn a_dossier_that_is_wrong_for_a_whole_list_is_mended_once() {
    check(
        "
        Den Haag, 27 november 2024

        Zie Kamerstukken 29 251, nrs. 368 en 385, en Kamerstuk 29 521, nr. 403.
        -- corpus
        kst-29521-1..404 kst-29251-1..12
        ",
        "Den Haag, 27 november 2024\n\nZie Kamerstukken 29 521, nrs. 368 en 385, en Kamerstuk 29 521, nr. 403.",
        2,
    );
}

#[test]
fn what_others_said_stays_as_they_said_it() {
    check(
        "De motie zegt „zie Kamerstuk 295 21, nr. 368”; zie Kamerstuk 295 21, nr. 369.",
        "De motie zegt „zie Kamerstuk 295 21, nr. 368”; zie Kamerstuk 29 521, nr. 369.",
        1,
    );
    assert_eq!(mended("De motie luidt:\n\n> zie Kamerstuk 295 21, nr. 368\n"), None);
}

#[test]
fn line_ends_and_odd_blanks_stay() {
    check(
        "Zie\r\n(Kamerstuk\u{A0}295 21, nr.\u{A0}368).\r\n\r\nSlot.\r\n",
        "Zie\r\n(Kamerstuk\u{A0}29 521, nr.\u{A0}368).\r\n\r\nSlot.\r\n",
        1,
    );
}

/// A finding whose safe fix makes these edits.
fn finding(edits: &[(usize, usize, &str)]) -> Finding {
    let edits: Vec<_> = edits
        .iter()
        .map(|(start, end, text)| Edit { span: Span::new(*start, *end), text: (*text).to_owned() })
        .collect();
    Finding {
        code: "missing-number",
        severity: Severity::Warning,
        span: edits[0].span,
        message: Message::new("problem-missing-number"),
        related: Vec::new(),
        fixes: vec![Fix { title: Message::new("fix-replace"), safe: true, edits }],
    }
}

fn chosen(findings: &[Finding]) -> (String, usize) {
    let (edits, count) = safe_edits(findings);
    (edited("0123456789", &edits), count)
}

#[test]
fn of_fixes_that_overlap_the_first_has_its_way() {
    assert_eq!(chosen(&[finding(&[(2, 5, "a")]), finding(&[(4, 7, "b")])]), ("01a56789".into(), 1));
    assert_eq!(chosen(&[finding(&[(2, 5, "a")]), finding(&[(2, 5, "b")])]), ("01a56789".into(), 1));
    assert_eq!(chosen(&[finding(&[(2, 5, "a")]), finding(&[(2, 5, "a")])]), ("01a56789".into(), 2));
    assert_eq!(chosen(&[finding(&[(2, 5, "a")]), finding(&[(5, 7, "b")])]), ("01ab789".into(), 2));
    assert_eq!(chosen(&[finding(&[(2, 8, "a")]), finding(&[(4, 4, "b")])]), ("01a89".into(), 1));
    assert_eq!(chosen(&[finding(&[(4, 4, "a")]), finding(&[(4, 4, "b")])]), ("0123a456789".into(), 1));
}

#[test]
fn a_fix_is_applied_whole_or_not_at_all() {
    let both = finding(&[(0, 1, "x"), (4, 6, "y")]);
    assert_eq!(chosen(&[finding(&[(5, 7, "a")]), both.clone()]), ("01234a789".into(), 1));
    assert_eq!(chosen(&[both, finding(&[(8, 9, "a")])]), ("x123y67a9".into(), 2));
}

#[test]
fn rules_that_undo_each_other_come_to_an_end() {
    let flip = |text: &str| vec![finding(&[(0, 1, if text.starts_with('a') { "b" } else { "a" })])];
    let mended = mend("a1", &flip("a1"), &mut |text| flip(text)).unwrap();
    assert_eq!(mended.text.len(), 2);
    assert!(edited("a1", &mended.edits) == mended.text);
}

/// Edits of a text of so many bytes: ascending, without overlap.
fn edits(len: usize) -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0..=len, 0..=len, "[a-z]{0,3}"), 0..6).prop_map(move |mut raw| {
        raw.sort();
        let mut at = 0;
        let mut edits = Vec::new();
        for (start, width, text) in raw {
            let span = Span::new(start, (start + width % 4).min(len));
            if span.start >= at && (!span.is_empty() || !text.is_empty()) {
                at = span.end + usize::from(span.is_empty());
                edits.push(Edit { span, text });
            }
        }
        edits
    })
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(6), failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn two_rounds_of_edits_are_one(first in edits(12), raw in edits(24)) {
        let text = "ABCDEFGHIJKL";
        let middle = apply(text, &first);
        let second: Vec<Edit> = raw.into_iter().filter(|edit| edit.span.end <= middle.len()).collect();
        let both = compose(&first, &middle, &second);
        for pair in both.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        prop_assert_eq!(apply(text, &both), apply(&middle, &second));
    }
}
