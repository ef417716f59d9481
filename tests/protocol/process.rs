//! The real program: how it ends, and that nothing but the protocol comes out of it.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{LIMIT, TestServer};
use crate::fixtures::{LETTER, WORKSPACE};
use crate::start::Builder;
use crate::wire::{frame, program};

fn program_with_letters() -> Builder {
    TestServer::builder().files(&WORKSPACE).over_stdio()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_exits_with_nought_after_shutdown_and_with_one_otherwise() {
    let server = program_with_letters().start().await;
    server.finish().await;

    let mut server = program_with_letters().start().await;
    server.notify("exit", Value::Null);
    assert_eq!(server.exit_code().await, 1);
    server.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ends_when_its_input_does() {
    let mut server = program_with_letters().start().await;
    let letter = server.open("brief.txt", LETTER);
    server.same_text(&letter).await;
    server.quiescent().await;
    let start = Instant::now();
    server.hang_up();
    assert_eq!(server.exit_code().await, 1);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    server.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ends_with_the_process_that_started_it() {
    // One that does nothing, and that we can end.
    let mut parent = Command::new(env!("CARGO_BIN_EXE_griffier"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut server = program_with_letters().parent(parent.id()).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.same_text(&letter).await;
    server.quiescent().await;
    parent.kill().unwrap();
    parent.wait().unwrap();
    assert_eq!(server.exit_code().await, 1);
    server.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_lives_on_where_the_parent_cannot_be_seen() {
    // A number that no process has: that of an editor in another container.
    let mut server = program_with_letters().parent(0x3FFF_FFFF).start().await;
    let letter = server.open("brief.txt", LETTER);
    server.same_text(&letter).await;
    server.quiescent().await;
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_survives_a_client_that_reads_nothing_while_much_is_said() {
    let mut server = program_with_letters().start().await;
    let letter = server.open("brief.txt", LETTER);
    server.quiescent().await;
    server.gate.close();
    let mut asked = Vec::new();
    for count in 0..2000 {
        let hello = format!("Den Haag{}", "!".repeat(count % 50 + 1));
        server.replace_all(&letter, &LETTER.replace("Den Haag", &hello));
        let hover = server.at(&letter, "(Kamer|stuk \n");
        asked.push(server.ask("textDocument/hover", hover));
    }
    server.gate.open();
    for id in asked {
        server.answer(&id).await.unwrap();
    }
    server.same_text(&letter).await;
    server.finish().await;
}

/// Runs the program with `input` until it ends; what it wrote and its exit code.
fn run(arguments: &[&str], input: &[u8]) -> (String, i32) {
    let home = tempfile::tempdir().unwrap();
    let mut child = program(home.path()).args(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input).unwrap();
    drop(stdin);
    let mut output = String::new();
    child.stdout.take().unwrap().read_to_string(&mut output).unwrap();
    (output, ended(&mut child))
}

fn ended(child: &mut Child) -> i32 {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code().unwrap_or(-1);
        }
        assert!(start.elapsed() < LIMIT, "the program does not end");
        std::thread::yield_now();
    }
}

#[test]
fn it_can_be_started_with_and_without_stdio() {
    let initialize = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": { "processId": null, "rootUri": null, "capabilities": {} } });
    let shutdown = json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" });
    let exit = json!({ "jsonrpc": "2.0", "method": "exit" });
    let input = [frame(&initialize), frame(&shutdown), frame(&exit)].concat();
    for arguments in [&["lsp"][..], &["lsp", "--stdio"]] {
        let (output, code) = run(arguments, &input);
        assert_eq!(code, 0, "{output}");
        assert!(output.starts_with("Content-Length: ") && output.contains("\"id\":2"), "{output}");
    }
}

#[test]
fn an_empty_input_is_the_end() {
    assert_eq!(run(&["lsp"], b""), (String::new(), 1));
}
