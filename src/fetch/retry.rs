//! When to ask again: pauses that double, with chance in them, and what a server asks for itself.
//!
//! Chance keeps all desks of a ministry from coming back at the same moment. It comes from a seed, so that tests know it.

use std::time::Duration;

/// A server that wants to be left alone for longer than this is left alone altogether, and the user is told.
pub(super) const LONGEST_WAIT: Duration = Duration::from_mins(10);

/// How often, and after which pauses, one asks again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Patience {
    /// So many times after the first.
    pub retries: u32,
    /// The pause before the second time; each one after that is twice as long.
    pub pause: Duration,
}

impl Patience {
    /// The pause before asking again, after `failed` failures (from one): between half and all of what doubling gives.
    pub(super) fn pause(self, failed: u32, chance: &mut Chance) -> Duration {
        let doubled = self.pause.saturating_mul(1 << failed.saturating_sub(1).min(10)).min(LONGEST_WAIT);
        doubled / 2 + (doubled / 2).mul_f64(chance.part())
    }
}

/// Numbers that look random, each from the one before (`SplitMix64`).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// At least nought and less than one.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let upper = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(u32::MAX);
        f64::from(upper) / (f64::from(u32::MAX) + 1.0)
    }
}

/// What `Retry-After` asks for: a number of seconds, or the date of HTTP (`Sat, 30 Nov 2024 12:00:30 GMT`). `now` is in seconds since 1970.
pub(super) fn retry_after(header: &str, now: u64) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let at = jiff::fmt::rfc2822::parse(header).ok()?.timestamp().as_second();
    Some(Duration::from_secs(u64::try_from(at).ok()?.saturating_sub(now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_differ() {
        let patience = Patience { retries: 5, pause: Duration::from_secs(1) };
        let pauses = |seed| {
            let mut chance = Chance::seeded(seed);
            [1, 2, 3, 4, 30].map(|failed| patience.pause(failed, &mut chance).as_secs_f64())
        };
        for (pause, most) in pauses(1).into_iter().zip([1.0, 2.0, 4.0, 8.0, 600.0]) {
            assert!((most / 2.0..=most).contains(&pause), "{pause} of {most}");
        }
        assert_eq!(pauses(1).map(f64::to_bits), pauses(1).map(f64::to_bits));
        assert_ne!(pauses(1).map(f64::to_bits), pauses(2).map(f64::to_bits));
    }

    #[test]
    fn what_a_server_asks_for_is_understood() {
        let seconds = |header| retry_after(header, 1_732_968_000).map(|wait| wait.as_secs());
        assert_eq!(seconds("120"), Some(120));
        assert_eq!(seconds(" 0 "), Some(0));
        assert_eq!(seconds("Sat, 30 Nov 2024 12:00:30 GMT"), Some(30));
        assert_eq!(seconds("Fri, 29 Nov 2024 12:00:30 GMT"), Some(0));
        for odd in ["", "soon", "-3", "1.5"] {
            assert_eq!(seconds(odd), None, "{odd}");
        }
    }
}
