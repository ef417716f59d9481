//! How fast the recogniser reads: a letter of the usual density, and one that is nothing but citations.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use griffier::citation::{Context, recognise};
use griffier::letter::{Format, Letter};

mod letters;

fn benches(c: &mut Criterion) {
    let mut group = c.benchmark_group("recognise");
    // Real letters cite a paper in every two to three thousand characters.
    for (name, bytes, citations) in [("usual", 200_000, 80), ("dense", 1_000_000, 10_000)] {
        let text = letters::letter(bytes, citations);
        let letter = Letter::read(&text, Format::Plain);
        let context = Context { letter: &letter, own: None };
        let found: usize = recognise(&text, &context).len();
        assert_eq!(found, citations);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| recognise(black_box(&text), &context)));
        group.bench_function(format!("{name}, with head and notes"), |b| {
            b.iter(|| Letter::read(black_box(&text), Format::Plain));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
