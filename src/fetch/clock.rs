//! The time, and waiting for it to pass.
//!
//! It stands between us and the system so that tests wait for nothing, and so that whoever waits can be told to stop.

use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::identifier::Date;

/// What tells the time and lets it pass.
pub trait Clock: Send + Sync {
    /// A moment that only grows, since some moment.
    fn now(&self) -> Duration;
    /// Seconds since the beginning of 1970, by which `Retry-After` counts where it names a date.
    fn seconds(&self) -> u64;
    /// The day, where the user is.
    fn today(&self) -> Date;
    /// Waits; `false` where it was told to stop before the end.
    fn wait(&self, how_long: Duration) -> bool;
    /// Whether the user wants no more.
    fn is_stopped(&self) -> bool;
}

/// The clock of the system.
pub struct SystemClock {
    started: Instant,
    stopped: Box<dyn Fn() -> bool + Send + Sync>,
}

/// One who waits looks so often whether it is to stop.
const LOOK: Duration = Duration::from_millis(50);

impl SystemClock {
    /// A clock that stops waiting once `stopped` says so.
    #[must_use]
    pub fn new(stopped: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { started: Instant::now(), stopped: Box::new(stopped) }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new(|| false)
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.started.elapsed()
    }

    fn seconds(&self) -> u64 {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    fn today(&self) -> Date {
        jiff::ZonedDateTime::now().date()
    }

    fn wait(&self, how_long: Duration) -> bool {
        let until = Instant::now() + how_long;
        while let Some(left) = until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
            if self.is_stopped() {
                return false;
            }
            thread::sleep(left.min(LOOK));
        }
        !self.is_stopped()
    }

    fn is_stopped(&self) -> bool {
        (self.stopped)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_waits_can_be_told_to_stop() {
        assert!(SystemClock::default().wait(Duration::from_millis(1)));
        assert!(!SystemClock::new(|| true).wait(Duration::from_hours(1)));
    }
}
