//! The first day, as the README tells it: every command of it, by the shell, against servers on this machine.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::harvest::desk;
use crate::papers::xml;
use crate::server::{Reply, Server};
use crate::sru::{self, Paper};
use crate::writer::{Word, words};

const DRAFT: &str = "Zie Kamerstuk 29 521, nr. 385, en Kamerstuk 29 521, nr. 386.";

/// The commands of the README, without their remarks.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, day) =
        readme.split_once("## The first day\n\n```sh\n").expect("the README tells of the first day");
    let (block, _) = day.split_once("```").unwrap();
    let bare = |line: &str| line.split(" # ").next().unwrap().trim().to_owned();
    block.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

#[test]
fn every_command_of_the_first_day_does_what_it_should() {
    let papers = [
        Paper::new("kst-29521-385", "2019-09-05"),
        Paper::new("kst-29521-386", "2019-09-12"),
        Paper::new("kst-29521-400", "2019-12-12"),
    ];
    let server = Server::start(move |request, _| {
        if request.target.starts_with("/sru") {
            return sru::reply(&papers, request);
        }
        match request.target.strip_prefix("/papers/kst-29521-").and_then(|it| it.strip_suffix(".xml")) {
            Some(number) => Reply::xml(xml("29521", number, "De missie duurt voort.")),
            None => Reply::status(404),
        }
    });
    let desk = desk(&server);
    fs::write(desk.at("brief.docx"), Word::new(&words(DRAFT)).bytes()).unwrap();
    let commands = commands();
    assert!(commands[0].starts_with("cargo install"), "{commands:?}");
    // What it installs is there already; and each command says how it ended.
    let said_so = |line: &String| format!("{line} || echo \"failed: {}\"", line.replace('"', ""));
    let script = commands[1..].iter().map(said_so).collect::<Vec<_>>().join("\n");
    let program = Path::new(env!("CARGO_BIN_EXE_griffier")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    command.env("PATH", path).current_dir(desk.at("")).args(["-c", &script]).stdin(Stdio::null());
    let output = command.output().unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !said.contains("failed:"), "{said}");
    let letters = desk.at("brieven");
    assert!(letters.join("griffier.toml").is_file(), "{said}");
    assert!(fs::read_to_string(letters.join("brief.md")).unwrap().contains(DRAFT), "{said}");
    let fetched = fs::read_to_string(letters.join("letters/kst-29521-385.md")).unwrap();
    assert!(fetched.contains("De missie duurt voort."), "{fetched}");
}
