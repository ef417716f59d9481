//! How fast the recogniser reads: letters of the usual density, letters that are one third citations, and the same letters as ripgrep reads them.
//!
//! Goals on one thread: 300 MB/s and 100 MB/s.

#![expect(clippy::print_stdout, reason = "it tells its figures")]

use std::hint::black_box;
use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use griffier::citation::{Citation, Context, recognise};
use griffier::letter::{Format, Letter};

#[path = "letters/mixed.rs"]
mod mixed;

/// One citation in so many bytes, which is what real letters have.
const USUAL: usize = 750;

/// A third of the text is citations, which have 31 bytes on average.
const DENSE: usize = 93;

fn benches(c: &mut Criterion) {
    let mut group = c.benchmark_group("recognise");
    for (name, each) in [("usual", USUAL), ("one third citations", DENSE)] {
        let (text, citations) = mixed::mixed(200_000, each);
        let letter = Letter::read(&text, Format::Plain);
        let context = Context { letter: &letter, own: None };
        let found = recognise(&text, &context);
        let cited: usize = found.iter().map(|citation| citation.span.len()).sum();
        assert_eq!(found.len(), citations);
        println!("{name}: {citations} citations, {}% of the text", cited * 100 / text.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| recognise(black_box(&text), &context)));
        group.bench_function(format!("{name}, head and notes"), |b| {
            b.iter(|| Letter::read(black_box(&text), Format::Plain));
        });
    }
    group.finish();
    against_ripgrep();
}

/// The recogniser and `rg -c Kamerstuk` on the same 100 MB of letters, in turn; the best of each counts.
fn against_ripgrep() {
    const LETTERS: usize = 500;
    let (text, _) = mixed::mixed(200_000, USUAL);
    let letter = Letter::read(&text, Format::Plain);
    let context = Context { letter: &letter, own: None };
    let mut file = tempfile::NamedTempFile::new().expect("there is room for a file");
    for _ in 0..LETTERS {
        file.write_all(text.as_bytes()).expect("there is room for 100 MB");
    }
    #[expect(clippy::cast_precision_loss, reason = "a hundred million lies far below 2^52")]
    let megabytes = (text.len() * LETTERS) as f64 / 1e6;
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        ours = ours.min(time(|| {
            for _ in 0..LETTERS {
                black_box::<Vec<Citation>>(recognise(black_box(&text), &context));
            }
        }));
        let mut ripgrep = Command::new("rg");
        ripgrep.args(["--no-config", "--threads=1", "-c", "Kamerstuk"]).arg(file.path());
        let mut found = false;
        theirs = theirs.min(time(|| found = ripgrep.output().is_ok_and(|output| output.status.success())));
        if !found {
            println!("against ripgrep: skipped, for there is no rg");
            return;
        }
    }
    let speed = |time: Duration| megabytes / time.as_secs_f64();
    println!(
        "against ripgrep, on {megabytes:.0} MB: {:.0} MB/s, rg -c Kamerstuk {:.0} MB/s, ratio 1 to {:.1}",
        speed(ours),
        speed(theirs),
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

criterion_group!(all, benches);
criterion_main!(all);
