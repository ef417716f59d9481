//! How many cases are drawn of each property, and from which seed.
//!
//! The seed is fixed, so that what passed once passes again until the code changes. `GRIFFIER_CASES` draws so many times as many, and `GRIFFIER_SEED` draws others: a number, or `random` to look for what nobody has seen yet.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// `cases` from the fixed seed, unless the environment says otherwise. A failure prints its case whole, so that no file of them is kept.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let asked = |name| std::env::var(name).ok();
    ProptestConfig {
        cases: cases
            * asked("GRIFFIER_CASES").map_or(1, |times| times.parse().expect("GRIFFIER_CASES is a number")),
        rng_seed: match asked("GRIFFIER_SEED").as_deref() {
            Some("random") => RngSeed::Random,
            seed => RngSeed::Fixed(
                seed.map_or(1815, |seed| seed.parse().expect("GRIFFIER_SEED is a number or random")),
            ),
        },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
