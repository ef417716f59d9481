//! Two branches that both made notes, and the git that merges them.
//!
//! Notes at the end of a file meet in a conflict, whatever the file looks like. So what git leaves is read: the notes of both sides, and none is lost.

#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::process::Command;

use crate::desk::Desk;
use crate::{NOTES, add, bodies, letter};

/// Runs git on the desk, and gives whether it was content. Nothing of this machine's settings counts.
fn git(desk: &Desk, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    desk.environment(|name, value| {
        if let Some(value) = value {
            command.env(name, value);
        }
    });
    let who =
        ["-c", "user.name=A. de Vries", "-c", "user.email=griffie@example.org", "-c", "core.autocrlf=false"];
    let output = command
        .current_dir(desk.at(""))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", desk.at("geen"))
        .args(who)
        .args(arguments)
        .output();
    output.is_ok_and(|output| output.status.success())
}

/// A desk under git with two branches, `links` and `rechts`, each of which made notes after a first one. `None` where there is no git, which is said.
fn two_branches() -> Option<Desk> {
    let desk = letter();
    if !git(&desk, &["init", "-q", "-b", "links"]) {
        println!("skipped: there is no git here");
        return None;
    }
    let made = |body: &str| assert!(add(&desk, body).status().unwrap().success(), "{body}");
    let keep = || assert!(git(&desk, &["add", "-A"]) && git(&desk, &["commit", "-q", "-m", "notities"]));
    made("eerste");
    keep();
    assert!(git(&desk, &["checkout", "-q", "-b", "rechts"]));
    made("rechts een");
    made("rechts twee");
    keep();
    assert!(git(&desk, &["checkout", "-q", "links"]));
    made("links een");
    keep();
    Some(desk)
}

const ALL: [&str; 4] = ["eerste", "links een", "rechts een", "rechts twee"];

fn listed(desk: &Desk) -> Vec<String> {
    let done = desk.run(&["annotate", "list", "--format", "json"]);
    assert_eq!(done.code, 0, "{}", done.all());
    let notes = done.json()["notes"].as_array().unwrap().clone();
    let mut words: Vec<_> = notes.iter().map(|note| note["body"].as_str().unwrap().to_owned()).collect();
    words.sort();
    words
}

#[test]
fn of_two_branches_that_both_made_notes_none_is_lost_in_any_style_of_conflict() {
    for style in ["merge", "diff3", "zdiff3"] {
        let Some(desk) = two_branches() else { return };
        let clean = git(&desk, &["-c", &format!("merge.conflictStyle={style}"), "merge", "-q", "rechts"]);
        assert!(!clean, "both added at the end, which git cannot merge by itself");
        assert_eq!(listed(&desk), ALL, "{style}");
        let check = desk.run(&["annotate", "check"]);
        assert_eq!(check.code, 1, "{}", check.all());
        assert!(check.stderr.contains("samenvoegconflict"), "{}", check.all());
        let mended = desk.run(&["annotate", "check", "--fix"]);
        assert_eq!(mended.code, 0, "{}", mended.all());
        let mut written = bodies(&desk);
        written.sort();
        assert_eq!(written, ALL, "{style}");
        assert_eq!(desk.run(&["annotate", "check"]).code, 0);
    }
}

#[test]
fn a_new_note_on_a_letter_in_conflict_mends_it_along() {
    let Some(desk) = two_branches() else { return };
    assert!(!git(&desk, &["merge", "-q", "rechts"]));
    assert!(add(&desk, "daarna").status().unwrap().success());
    let mut written = bodies(&desk);
    written.sort();
    assert_eq!(written, ["daarna", "eerste", "links een", "rechts een", "rechts twee"]);
}

#[test]
fn what_git_runs_into_each_other_is_refused_and_left_as_it_is() {
    let Some(desk) = two_branches() else { return };
    let desk = desk.with(".git/info/attributes", "*.annotations.json merge=union\n");
    git(&desk, &["merge", "-q", "rechts"]);
    let text = std::fs::read_to_string(desk.at(NOTES)).unwrap();
    for body in ALL {
        assert!(text.contains(body), "git itself lost {body}");
    }
    // Either all of it is read, or nothing is, and it is not written over.
    let done = desk.run(&["annotate", "list", "--format", "json"]);
    if done.code == 0 {
        assert_eq!(listed(&desk), ALL);
    } else {
        assert!(done.stderr.contains("zijn niet te lezen"), "{}", done.all());
        assert!(!add(&desk, "daarna").status().unwrap().success());
        assert_eq!(desk.run(&["annotate", "check", "--fix"]).code, 2);
        assert_eq!(std::fs::read_to_string(desk.at(NOTES)).unwrap(), text);
    }
}
