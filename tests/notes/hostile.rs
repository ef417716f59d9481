//! Disks and folders as they are elsewhere: full, limited, and closed.
//!
//! Where the machine does not allow a test to mount a small disk or to act as another user, the test says so and passes.

#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::Desk;
use crate::{LETTER, NOTES, add, bodies, letter};

/// A disk of 64 kB, which goes with the value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn at(path: PathBuf) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&path).output();
        let mounted = mounted.is_ok_and(|output| output.status.success());
        if !mounted {
            println!("skipped: this machine does not let a test mount a small disk to fill");
        }
        mounted.then_some(Self(path))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_full_disk_keeps_every_note_that_was_there() {
    let desk = Desk::new();
    let Some(small) = SmallDisk::at(desk.at("schijf")) else { return };
    fs::write(small.0.join("brief.md"), LETTER).unwrap();
    let make = |body: &str| {
        desk.run(&["annotate", "add", "schijf/brief.md", "--quote", "voor de zomer", "--body", body])
    };
    let sidecar = small.0.join(NOTES);
    assert_eq!(make("eerste").code, 0);
    let before = fs::read(&sidecar).unwrap();
    // A file takes what is left, so that not even the lock finds room for more than its name.
    let _ = fs::write(small.0.join("vol"), vec![0_u8; 1 << 20]);
    for _ in 0..2 {
        let done = make("tweede");
        assert_eq!(done.code, 2, "{}", done.all());
        assert!(done.stderr.contains("de schijf is vol; wat er stond, staat er nog"), "{}", done.all());
        assert_eq!(fs::read(&sidecar).unwrap(), before);
        assert_eq!(names(&small.0), ["brief.md", NOTES, "vol"]);
    }
    fs::remove_file(small.0.join("vol")).unwrap();
    assert_eq!(make("tweede").code, 0);
    let text = fs::read_to_string(&sidecar).unwrap();
    assert!(text.contains("eerste") && text.contains("tweede"));
}

#[test]
fn who_may_write_no_larger_file_loses_none_of_the_smaller_one() {
    let desk = letter();
    let mut made = Vec::new();
    for number in 0..40 {
        let body = format!("notitie {number}");
        let before = fs::read(desk.at(NOTES)).unwrap_or_default();
        // The system ends a process that writes more than it may, in the midst of writing.
        let mut command = Command::new("sh");
        let script = r#"ulimit -f 16 && exec "$@""#;
        command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_griffier"), "annotate", "add", "brief.md"]);
        desk.environment(|name, value| {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        });
        let status =
            command.current_dir(desk.at("")).args(["--quote", "voor de zomer", "--body", &body]).output();
        if status.unwrap().status.success() {
            made.push(body);
        } else {
            assert_eq!(fs::read(desk.at(NOTES)).unwrap_or_default(), before);
        }
        assert_eq!(bodies(&desk), made);
    }
    assert!(!made.is_empty() && made.len() < 40, "{} of 40 came through", made.len());
    assert!(add(&desk, "ruimte").status().unwrap().success());
    assert_eq!(bodies(&desk).len(), made.len() + 1);
}

#[test]
fn a_folder_that_may_not_be_written_to_is_said_to_be_one() {
    let desk = letter();
    assert!(add(&desk, "eerste").status().unwrap().success());
    let before = fs::read(desk.at(NOTES)).unwrap();
    // Nothing is forbidden to root, so that another user tries, who can get at nothing but this.
    let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let program = desk.at("").join("programma");
    fs::copy(env!("CARGO_BIN_EXE_griffier"), &program).unwrap();
    open(&program, 0o755);
    open(desk.at("").parent().unwrap(), 0o755);
    open(&desk.at(""), 0o555);
    let ids = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let mut command = Command::new("setpriv");
    command.args(ids).arg(&program).args(["annotate", "add", "brief.md", "--quote", "voor de zomer"]);
    let output = command
        .args(["--body", "tweede", "--lang", "nl"])
        .current_dir(desk.at(""))
        .env("HOME", "/nonexistent")
        .env("GRIFFIER_CACHE_DIR", "/nonexistent")
        .output();
    open(&desk.at(""), 0o755);
    let stderr =
        output.as_ref().map(|it| String::from_utf8_lossy(&it.stderr).into_owned()).unwrap_or_default();
    if output.is_err() || stderr.starts_with("setpriv:") {
        println!("skipped: this machine does not let a test run as another user");
        return;
    }
    assert_eq!(output.unwrap().status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("mag niet geschreven worden"), "{stderr}");
    assert_eq!(fs::read(desk.at(NOTES)).unwrap(), before);
    assert_eq!(names(&desk.at("")), ["brief.md", NOTES, "griffier.toml", "programma"]);
}
