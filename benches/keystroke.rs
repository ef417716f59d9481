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
    let text = letters::letter(1_000_000, 10_000);
    // One typed sign in the middle of the letter and its removal, in turn.
    let typed = {
        let middle = text[..text.len() / 2].rfind("Zie").expect("there are many");
        format!("{}x{}", &text[..middle], &text[middle..])
    };
    let versions: [Arc<str>; 2] = [text.into(), typed.into()];
    let recognised = |at: usize| Recognised::new(Arc::clone(&versions[at % 2]), Format::Plain, None);
    let read = |at: usize| settle(&recognised(at), &corpus, &memo);
    let judgement = judge(&read(0), &corpus, &settings, &memo);
    assert_eq!(judgement.existence.len(), 10_000);
    assert_eq!(judgement.findings.len(), 100);

    let mut group = c.benchmark_group("keystroke");
    let mut at = 0;
    group.bench_function("read and judge", |b| {
        b.iter(|| {
            at += 1;
            judge(&read(at), &corpus, &settings, &memo)
        });
    });
    let reading = read(0);
    group.bench_function("judge", |b| b.iter(|| judge(&reading, &corpus, &settings, &memo)));
    group.bench_function("judge, after the corpus has changed", |b| {
        b.iter(|| judge(&reading, &corpus, &settings, &Memo::default()));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
