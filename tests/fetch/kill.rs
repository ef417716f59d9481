//! A run that is killed at any moment: nothing half is ever seen, and the next run goes on where it was.

use std::fs;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use crate::desk::Desk;
use crate::harvest::{Papers, assert_complete, desk, papers, service_that, some};
use crate::server::{Reply, Server};
use crate::sru::Paper;

const FETCH: [&str; 6] = ["catalogue", "fetch", "--families", "kst,ah", "--since", "2018-01-01"];

/// A service that falls silent at a request, which is told, until it is asked again by another process.
fn silent_at(papers: &Papers, moment: usize) -> (Server, Receiver<()>, Arc<AtomicUsize>) {
    let (tell, told) = channel();
    let tell = Mutex::new(tell);
    let silent_at = Arc::new(AtomicUsize::new(moment));
    let moment = Arc::clone(&silent_at);
    let asked = AtomicUsize::new(0);
    let server = service_that(papers, move |_, _| {
        (asked.fetch_add(1, Ordering::Relaxed) == moment.load(Ordering::Relaxed)).then(|| {
            tell.lock().unwrap().send(()).unwrap();
            Reply::Silence
        })
    });
    (server, told, silent_at)
}

/// Starts the command, and does not wait for it.
fn begin(desk: &Desk, stderr: Stdio) -> Child {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_griffier"));
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    command.current_dir(desk.at("")).args(FETCH).stdout(Stdio::null()).stderr(stderr);
    command.spawn().unwrap()
}

/// Starts the command and kills it once the server has fallen silent.
fn run_and_kill(desk: &Desk, told: &Receiver<()>) {
    let mut child = begin(desk, Stdio::null());
    told.recv().unwrap();
    // On Unix that is SIGKILL, against which nothing can be done.
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn killed_at_any_moment_nothing_half_is_seen_and_nothing_is_asked_twice() {
    for moment in [0, 1, 2, 20, 37, 60] {
        let papers = papers(some());
        let (server, told, _) = silent_at(&papers, moment);
        let desk = desk(&server);
        run_and_kill(&desk, &told);
        let folder = desk.data().join("catalogue");
        assert!(!folder.join("official.jsonl.gz").exists() && !folder.join("catalogue.toml").exists());
        let before = server.asked_since().len();
        let done = desk.run(&FETCH);
        assert_eq!(done.code, 0, "{}", done.all());
        papers
            .lock()
            .unwrap()
            .retain(|it| it.identifier.starts_with("kst-") || it.identifier.starts_with("ah-"));
        assert_complete(&desk, &papers);
        // The two counts, and the piece at which it was killed.
        let after = server.asked().len();
        let pieces = 2 * pieces();
        assert!(before + after <= 2 + pieces + 2 + 1, "{before} and {after} of {pieces}");
        // What is needed no more is gone.
        assert_eq!(fs::read_dir(folder.join("pieces")).unwrap().count(), 0);
    }
}

/// So many pieces a family has: the quarters since 2018.
fn pieces() -> usize {
    let today = jiff::ZonedDateTime::now().date();
    let years = usize::try_from(today.year() - 2018).unwrap();
    years * 4 + usize::try_from((today.month() - 1) / 3 + 1).unwrap()
}

#[test]
fn a_refresh_that_is_killed_leaves_the_list_as_it_was() {
    let papers = papers(some());
    let (server, told, silent_at) = silent_at(&papers, usize::MAX);
    let desk = desk(&server);
    assert_eq!(desk.run(&FETCH).code, 0);
    let list = desk.data().join("catalogue/official.jsonl.gz");
    let before = fs::read(&list).unwrap();
    let asked = server.asked().len();
    let today = jiff::ZonedDateTime::now().date().to_string();
    papers.lock().unwrap().push(Paper::new("kst-36900-1", &today));
    // Two counts, then the papers, then the answers.
    silent_at.store(asked + 3, Ordering::Relaxed);
    run_and_kill(&desk, &told);
    assert_eq!(fs::read(&list).unwrap(), before);
    // Who looks meanwhile sees the list as it was.
    assert_eq!(desk.run(&["show", "kst-35100-3"]).code, 0);
    let done = desk.run(&FETCH);
    assert!(done.stderr.contains("2 nieuwe, geen gewijzigde"), "{}", done.all());
}

#[cfg(unix)]
#[test]
fn an_interrupt_says_that_nothing_is_lost() {
    let papers = papers(some());
    let (server, told, _) = silent_at(&papers, 9);
    let desk = desk(&server);
    let child = begin(&desk, Stdio::piped());
    told.recv().unwrap();
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "gestopt; wat er al is, blijft bewaard, en dezelfde opdracht gaat daar verder\n");
    let done = desk.run(&FETCH);
    assert!(done.stderr.starts_with("gaat verder waar het ophield: 7 van de "), "{}", done.all());
}

#[test]
fn two_at_once_do_not_disturb_each_other() {
    let papers = papers(some());
    let (server, told, _) = silent_at(&papers, 5);
    let desk = desk(&server);
    let mut first = begin(&desk, Stdio::null());
    told.recv().unwrap();
    insta::assert_snapshot!(desk.run(&FETCH).all(), @r"
    exit 2
    --- stderr
    fout: een andere griffier is al aan het ophalen
    hulp: wacht tot die klaar is, en geef de opdracht dan opnieuw
    ");
    first.kill().unwrap();
    first.wait().unwrap();
}
