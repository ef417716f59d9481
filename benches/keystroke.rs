//! From a keystroke to findings in a letter of one megabyte with ten thousand citations. The goal is 25 ms.

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use griffier::analysis::{Memo, judge, settle};
use griffier::citation::Recognised;
use griffier::config::{Coverage, FindingsConfig};
use griffier::corpus::CorpusBuilder;
use griffier::letter::Format;

mod letters;

fn benches(c: &mut Criterion) {
    let identifiers = letters::identifiers();
    let corpus = CorpusBuilder::new()
        .list(
            "lijst.txt",
            [Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
            identifiers.iter().map(String::as_str),
        )
        .build();
    let settings = FindingsConfig::default();
    let memo = Memo::default();
    // One typed sign in the middle of the letter and its removal, in turn.
    let versions = |text: String| -> [Arc<str>; 2] {
        let middle = text[..text.len() / 2].rfind("Zie").expect("there are many");
        let typed = format!("{}x{}", &text[..middle], &text[middle..]);
        [text.into(), typed.into()]
    };
    let stated = versions(letters::letter(1_000_000, 10_000));
    let open = versions(letters::open_letter(1_000_000, 10_000));
    let recognised = |text: &Arc<str>| Recognised::new(Arc::clone(text), Format::Plain, None);
    let read = |text: &Arc<str>| settle(&recognised(text), &corpus, &memo);
    let judgement = judge(&read(&stated[0]), &corpus, &settings, &memo);
    assert_eq!(judgement.existence.len(), 10_000);
    assert_eq!(judgement.findings.len(), 100);
    let known = |text: &Arc<str>| read(text).citations.iter().filter(|it| !it.targets.is_empty()).count();
    // What no list knows is no citation.
    assert_eq!(known(&open[0]), 10_000 - 10_000 / 12);

    let mut group = c.benchmark_group("keystroke");
    let mut at = 0;
    group.bench_function("read and judge", |b| {
        b.iter(|| {
            at += 1;
            judge(&read(&stated[at % 2]), &corpus, &settings, &memo)
        });
    });
    group.bench_function("read, settle and judge where a third is open", |b| {
        b.iter(|| {
            at += 1;
            judge(&read(&open[at % 2]), &corpus, &settings, &memo)
        });
    });
    let left_open = recognised(&open[0]);
    group.bench_function("settle where a third is open", |b| b.iter(|| settle(&left_open, &corpus, &memo)));
    group.bench_function("settle where a third is open, after the corpus has changed", |b| {
        b.iter(|| settle(&left_open, &corpus, &Memo::default()));
    });
    let reading = read(&stated[0]);
    group.bench_function("judge", |b| b.iter(|| judge(&reading, &corpus, &settings, &memo)));
    let dated = CorpusBuilder::new()
        .list_of(
            "lijst.jsonl",
            [Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
            &letters::records(),
        )
        .build();
    let called = versions(letters::dated_letter(1_000_000, 10_000));
    let dated_memo = Memo::default();
    let read_dated = |text: &Arc<str>| settle(&recognised(text), &dated, &dated_memo);
    let judgement = judge(&read_dated(&called[0]), &dated, &settings, &dated_memo);
    // Every fourth paper is called a motion, and is a letter.
    assert_eq!(judgement.findings.len(), 2_500, "{:?}", judgement.findings.first());
    group.bench_function("read and judge, of dated papers", |b| {
        b.iter(|| {
            at += 1;
            judge(&read_dated(&called[at % 2]), &dated, &settings, &dated_memo)
        });
    });
    let reading_dated = read_dated(&called[0]);
    group.bench_function("judge, of dated papers", |b| {
        b.iter(|| judge(&reading_dated, &dated, &settings, &dated_memo));
    });
    group.bench_function("judge, after the corpus has changed", |b| {
        b.iter(|| judge(&reading, &corpus, &settings, &Memo::default()));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
