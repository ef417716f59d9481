//! Watches the process that started us. An editor that is killed says no goodbye, and its end of our input may be held open by others.

use std::path::PathBuf;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::{debug, info};

/// Calls `stop` when the process is gone. One that cannot be seen, as from within a container, is not watched: its end of our input must do.
pub(super) fn watch(process: i32, interval: Duration, stop: CancellationToken) {
    if !is_alive(process) {
        return debug!(process, "the process of the client is not visible from here");
    }
    tokio::spawn(async move {
        while is_alive(process) {
            if stop.run_until_cancelled(tokio::time::sleep(interval)).await.is_none() {
                return;
            }
        }
        info!(process, "the client is gone");
        stop.cancel();
    });
}

/// Whether a process is running, where the system shows that as a file; elsewhere none is.
fn is_alive(process: i32) -> bool {
    let file = PathBuf::from(format!("/proc/{process}/stat"));
    // Behind the name of the program, which may hold anything, stands the state: Z has ended and waits for its parent to notice.
    let ended = |stat: String| {
        stat.rsplit_once(')')
            .is_none_or(|(_, rest)| matches!(rest.trim_start().chars().next(), Some('Z' | 'X')))
    };
    std::fs::read_to_string(file).is_ok_and(|stat| !ended(stat))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_has_ended_is_not_alive_even_before_its_parent_has_noticed() {
        assert!(is_alive(i32::try_from(std::process::id()).unwrap()));
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let id = i32::try_from(child.id()).unwrap();
        let started = std::time::Instant::now();
        while is_alive(id) && started.elapsed() < Duration::from_secs(20) {
            std::thread::yield_now();
        }
        assert!(!is_alive(id));
        child.wait().unwrap();
        assert!(!is_alive(i32::MAX));
    }
}
