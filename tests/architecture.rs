//! The layers of the house, read off its sources.
//!
//! Compilers do not mind a module that reaches upward; readers and maintainers do. Each check gives the offending lines,
//! and each is shown to bite by a small made-up source. This file knows the sources as text only, so that it needs no parser.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::Path;

/// Module and layer, in reading order: a module uses lower layers and itself.
const LAYERS: &[(&str, u8)] = &[
    ("config", 1),
    ("identifier", 1),
    ("messages", 1),
    ("text", 1),
    ("letter", 2),
    ("citation", 3),
    ("annotation", 3),
    ("corpus", 4),
    ("analysis", 5),
    ("import", 5),
    ("ide", 6),
    ("report", 6),
    ("export", 6),
    ("fetch", 6),
    ("lsp", 7),
    ("cli", 7),
];

/// Arrows within a layer, by the start of a path, each with its reason.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("src/identifier/", "text"),     // A date in words stands somewhere in a text.
    ("src/config", "identifier"),    // Settings are made of sessions and dates,
    ("src/config", "messages"),      // and of a language.
    ("src/messages/", "identifier"), // A day is said in words.
    ("src/cli/lsp.rs", "lsp"),       // The command that serves.
];

/// Where types may be written out as they are, because the bytes are the product.
const PRODUCTS: &[&str] =
    &["src/annotation/", "src/report", "src/export", "src/corpus/catalogue", "src/fetch/harvest/"];

/// A source file: its path from the root of the package, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The first part of the path below `src`: `lsp` for `src/lsp/engine.rs`, `config` for `src/config.rs`.
    fn module(&self) -> &str {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs")
    }

    /// Module names from the root of the crate to the file.
    fn depth(&self) -> usize {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let parts = inner.split('/').count();
        if inner.ends_with("mod.rs") || inner == "lib.rs" { parts - 1 } else { parts }
    }

    fn line(&self, at: usize) -> String {
        let number = self.text[..at].matches('\n').count() + 1;
        let line = self.text.lines().nth(number - 1).unwrap_or_default().trim();
        format!("{}:{number}: {line}", self.path)
    }
}

/// The source twice, byte for byte in place: code without comments and literals, and string literals without code.
fn code_and_strings(text: &str) -> (String, String) {
    let blank = |byte: u8| if byte == b'\n' { b'\n' } else { b' ' };
    let bytes = text.as_bytes();
    let (mut code, mut strings) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let previous = text[..at].chars().next_back();
        let in_word = previous.is_some_and(|c| c.is_alphanumeric() || c == '_');
        // Length of what begins here, and whether it is a string.
        let (len, is_string) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), false)
        } else if let Some(len) = raw_string(rest).filter(|_| !in_word) {
            (len, true)
        } else if rest.starts_with('"') {
            (escaped(rest, '"'), true)
        } else if rest.starts_with('\'') {
            (character(rest), false)
        } else {
            (0, false)
        };
        let end = at + len.max(rest.chars().next().map_or(1, char::len_utf8));
        for byte in &bytes[at..end] {
            code.push(if len == 0 { *byte } else { blank(*byte) });
            strings.push(if is_string { *byte } else { blank(*byte) });
        }
        at = end;
    }
    (String::from_utf8_lossy(&code).into_owned(), String::from_utf8_lossy(&strings).into_owned())
}

/// The length of `r"…"` or `r#"…"#`.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&close).unwrap_or(body.len());
    Some((1 + hashes + 1 + end + close.len()).min(rest.len()))
}

/// The length of a literal up to its closing `quote`, escapes heeded.
fn escaped(rest: &str, quote: char) -> usize {
    let mut chars = rest.char_indices().skip(1);
    while let Some((index, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal; a lifetime is none.
fn character(rest: &str) -> usize {
    let mut chars = rest[1..].chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => escaped(rest, '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 0,
    }
}

/// Every place where `word` stands as a whole word.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |&at| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The modules at the root of the crate that code names, with the place of each name.
fn used_modules(source: &Source, code: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for at in words(code, "crate") {
        heads(code, at + "crate".len(), &mut used);
    }
    for at in words(code, "super") {
        // Of a chain only the last `super` says where it leads.
        let mut steps = 1;
        let mut before = code[..at].trim_end();
        while let Some(head) = before.strip_suffix("::").map(str::trim_end) {
            let Some(head) = head.strip_suffix("super") else { break };
            before = head.trim_end();
            steps += 1;
        }
        if steps == source.depth() + inner_modules(&code[..at]) {
            heads(code, at + "super".len(), &mut used);
        }
    }
    used
}

/// The first names of the paths after `::` at `at`, one or a group in braces.
fn heads(code: &str, at: usize, used: &mut Vec<(usize, String)>) {
    let Some(rest) = code[at..].trim_start().strip_prefix("::") else { return };
    let rest = rest.trim_start();
    let start = code.len() - rest.len();
    let name = |from: usize| -> String {
        code[from..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = rest.strip_prefix('{') else {
        used.push((start, name(start)));
        return;
    };
    let group_start = code.len() - group.len();
    let (mut depth, mut expected) = (0, true);
    for (index, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => expected = true,
            c if expected && !c.is_whitespace() => {
                used.push((group_start + index, name(group_start + index)));
                expected = false;
            }
            _ => {}
        }
    }
}

/// How many modules in braces are open at the end of `code`.
fn inner_modules(code: &str) -> usize {
    let opened = words(code, "mod").filter(|at| {
        let rest = &code[*at..];
        rest.find('{').is_some_and(|brace| {
            let body = &rest[brace + 1..];
            !rest[..brace].contains(';') && body.matches('{').count() + 1 > body.matches('}').count()
        })
    });
    opened.count()
}

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

fn arrows(source: &Source) -> Vec<String> {
    let module = source.module();
    if matches!(module, "lib" | "main") {
        return Vec::new();
    }
    let Some(own) = layer(module) else {
        return vec![format!("{}:1: the module `{module}` has no layer", source.path)];
    };
    let (code, _) = code_and_strings(&source.text);
    let upward = |(at, used): (usize, String)| {
        let allowed = used == module
            || layer(&used).is_none_or(|layer| layer < own)
            || NEIGHBOURS.iter().any(|(from, to)| source.path.starts_with(from) && used == *to);
        (!allowed).then(|| format!("{} (`{module}` may not use `{used}`)", source.line(at)))
    };
    used_modules(source, &code).into_iter().filter_map(upward).collect()
}

/// A word that may stand under some paths only.
fn confined(source: &Source, words_of: &[&str], homes: &[&str]) -> Vec<String> {
    if homes.iter().any(|home| source.path.starts_with(home)) {
        return Vec::new();
    }
    let (code, _) = code_and_strings(&source.text);
    words_of
        .iter()
        .flat_map(|word| words(&code, word).collect::<Vec<_>>())
        .map(|at| source.line(at))
        .collect()
}

fn tower_lsp(source: &Source) -> Vec<String> {
    confined(source, &["tower_lsp", "gen_lsp_types"], &["src/lsp/"])
}

fn ropey(source: &Source) -> Vec<String> {
    confined(source, &["ropey", "Rope", "RopeSlice"], &["src/text/"])
}

fn network(source: &Source) -> Vec<String> {
    let clients = ["ureq", "reqwest", "hyper", "isahc", "curl", "TcpStream", "TcpListener", "UdpSocket"];
    confined(source, &clients, &["src/fetch/"])
}

fn printing(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/cli/") {
        return Vec::new();
    }
    let (code, _) = code_and_strings(&source.text);
    let macros = ["print", "println", "eprint", "eprintln", "dbg"];
    let mut places: Vec<usize> =
        macros.iter().flat_map(|name| words(&code, name).collect::<Vec<_>>()).collect();
    places.retain(|at| code[*at..].trim_start_matches(char::is_alphanumeric).starts_with('!'));
    places.sort_unstable();
    places.into_iter().map(|at| source.line(at)).collect()
}

fn sql(source: &Source) -> Vec<String> {
    let mut found = confined(source, &["rusqlite"], &["src/corpus/"]);
    if !source.path.starts_with("src/corpus/") {
        let (_, strings) = code_and_strings(&source.text);
        let statements =
            ["SELECT ", "INSERT INTO", "INSERT OR", "CREATE TABLE", "DELETE FROM", "PRAGMA ", "DROP TABLE"];
        for statement in statements {
            found.extend(strings.match_indices(statement).map(|(at, _)| source.line(at)));
        }
    }
    found
}

fn serialising(source: &Source) -> Vec<String> {
    if source.module() == "main" || layer(source.module()) == Some(7) {
        return Vec::new();
    }
    confined(source, &["Serialize"], PRODUCTS)
}

/// Sentences are asked for by those who face a reader, and by tests, which are to read like one.
fn translating(source: &Source) -> Vec<String> {
    if source.path.ends_with("/tests.rs") {
        return Vec::new();
    }
    confined(
        source,
        &["Translator"],
        &["src/messages/", "src/ide/", "src/report", "src/export", "src/lsp/", "src/cli/"],
    )
}

fn opening(source: &Source) -> Vec<String> {
    let first = source.text.lines().next().unwrap_or_default();
    let opens = first.strip_prefix("//! ").is_some_and(|says| says.len() > 10);
    if opens {
        Vec::new()
    } else {
        vec![format!("{}:1: {first} (no `//!` that says what this is)", source.path)]
    }
}

fn length(source: &Source) -> Vec<String> {
    let most = if source.path == "src/main.rs" { 30 } else { 600 };
    let lines = source.text.lines().count();
    if lines <= most { Vec::new() } else { vec![format!("{}:{lines}: more than {most} lines", source.path)] }
}

/// All Rust files below `folder`, in the order of their paths.
fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn none_in(sources: &[Source], check: fn(&Source) -> Vec<String>) {
    assert!(!sources.is_empty());
    let mut found = String::new();
    for line in sources.iter().flat_map(check) {
        writeln!(found, "  {line}").unwrap();
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn no_arrow_runs_upward() {
    none_in(&sources("src"), arrows);
}

#[test]
fn only_the_server_names_tower_lsp() {
    none_in(&sources("src"), tower_lsp);
}

#[test]
fn only_the_text_names_ropey() {
    none_in(&sources("src"), ropey);
}

#[test]
fn only_the_corpus_knows_sql() {
    none_in(&sources("src"), sql);
}

#[test]
fn only_fetch_reaches_the_network() {
    none_in(&sources("src"), network);
}

#[test]
fn only_the_command_line_prints() {
    none_in(&sources("src"), printing);
}

#[test]
fn types_below_the_faces_are_not_written_out() {
    none_in(&sources("src"), serialising);
}

#[test]
fn sentences_are_made_where_they_are_read() {
    none_in(&sources("src"), translating);
}

#[test]
fn every_file_says_what_it_is_and_stays_readable() {
    for folder in ["src", "tests"] {
        none_in(&sources(folder), opening);
        none_in(&sources(folder), length);
    }
}

#[test]
fn every_module_of_the_crate_has_a_layer() {
    let root = sources("src").into_iter().find(|source| source.path == "src/lib.rs").unwrap();
    let (code, _) = code_and_strings(&root.text);
    for at in words(&code, "mod") {
        let name = code[at + 3..].split(';').next().unwrap().trim();
        assert!(layer(name).is_some(), "{}", root.line(at));
    }
}

/// The lines that a check finds in a made-up source.
fn found(check: fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<usize> {
    let source = Source { path: path.to_owned(), text: text.to_owned() };
    let number = |line: String| line.split(':').nth(1).unwrap().parse().unwrap();
    check(&source).into_iter().map(number).collect()
}

#[test]
fn an_upward_arrow_is_found_however_it_is_written() {
    let found = |path, text| found(arrows, path, text);
    assert_eq!(found("src/letter/header.rs", "use crate::text::Span;\nuse crate::citation::Family;"), [2]);
    assert_eq!(
        found("src/letter/mod.rs", "use crate::{\n    text::{Span, corpus},\n    corpus::Corpus,\n};"),
        [3]
    );
    assert_eq!(found("src/letter/mod.rs", "fn f() -> crate::corpus::Existence {}"), [1]);
    assert_eq!(found("src/letter/mod.rs", "use super::corpus::Corpus;"), [1]);
    assert_eq!(found("src/letter/header.rs", "use super::Header;\nuse super::super::ide::hover;"), [2]);
    assert_eq!(
        found(
            "src/letter/header.rs",
            "mod tests {\n use super::super::Letter;\n use super::super::super::ide::x;\n}"
        ),
        [3]
    );
    assert_eq!(found("src/lsp/mod.rs", "use crate::cli::main;"), [1]);
    assert_eq!(found("src/cli/check.rs", "use crate::lsp::serve;"), [1]);
    assert_eq!(found("src/ide/hover.rs", "use crate::report::human;"), [1]);
    assert_eq!(found("src/novelty.rs", ""), [1]);
}

#[test]
fn an_arrow_that_runs_downward_is_not() {
    let found = |path, text| found(arrows, path, text);
    assert_eq!(found("src/cli/lsp.rs", "use crate::lsp::serve;\nuse crate::{ide, corpus::Corpus};"), [0; 0]);
    assert_eq!(found("src/letter/header.rs", "use crate::letter::Letter; use super::ide;"), [0; 0]);
    assert_eq!(
        found(
            "src/text/mod.rs",
            "// use crate::cli;\nlet a = \"crate::cli::b\";\nlet c = '\"'; /* crate::ide */"
        ),
        [0; 0]
    );
    assert_eq!(found("src/main.rs", "griffier::cli::main()"), [0; 0]);
}

#[test]
fn words_out_of_their_house_are_found() {
    assert_eq!(found(tower_lsp, "src/ide/hover.rs", "//! No tower_lsp here.\nuse tower_lsp::Client;"), [2]);
    assert_eq!(found(tower_lsp, "src/lsp/backend.rs", "use tower_lsp::Client;"), [0; 0]);
    assert_eq!(found(ropey, "src/letter/mod.rs", "let European = 1;\nfn f(r: &ropey::Rope) {}"), [2, 2]);
    assert_eq!(found(ropey, "src/text/buffer.rs", "use ropey::Rope;"), [0; 0]);
    assert_eq!(found(network, "src/corpus/mod.rs", "\nuse std::net::TcpStream;"), [2]);
    assert_eq!(found(network, "src/fetch/mod.rs", "ureq::get(url)"), [0; 0]);
    assert_eq!(found(translating, "src/analysis/judge.rs", "fn f(say: Translator) {}"), [1]);
    assert_eq!(found(translating, "src/ide/hover.rs", "fn f(say: Translator) {}"), [0; 0]);
    assert_eq!(found(translating, "src/analysis/tests.rs", "fn f(say: Translator) {}"), [0; 0]);
}

#[test]
fn printing_out_of_the_command_line_is_found() {
    assert_eq!(
        found(printing, "src/lsp/mod.rs", "fn f() {\n    println!(\"hallo\");\n    eprint!(\"\");\n}"),
        [2, 3]
    );
    assert_eq!(found(printing, "src/lsp/mod.rs", "// println!\nlet print = 1; fn println() {}"), [0; 0]);
    assert_eq!(found(printing, "src/cli/check.rs", "println!();"), [0; 0]);
}

#[test]
fn sql_out_of_the_corpus_is_found() {
    assert_eq!(found(sql, "src/ide/hover.rs", "f(\n  \"SELECT id FROM letter\")"), [2]);
    assert_eq!(found(sql, "src/ide/hover.rs", "f(r#\"\nINSERT INTO letter\"#)"), [2]);
    assert_eq!(found(sql, "src/lsp/mod.rs", "use rusqlite::Connection;"), [1]);
    assert_eq!(found(sql, "src/lsp/mod.rs", "// SELECT what you want\nlet select = \"selecteer\";"), [0; 0]);
    assert_eq!(found(sql, "src/corpus/index.rs", "rusqlite::x(\"SELECT 1\")"), [0; 0]);
}

#[test]
fn a_type_that_is_written_out_is_found() {
    assert_eq!(found(serialising, "src/citation/mod.rs", "#[derive(Clone, Serialize)]\nstruct A;"), [1]);
    assert_eq!(found(serialising, "src/config.rs", "#[derive(Deserialize)]\nstruct A;"), [0; 0]);
    assert_eq!(found(serialising, "src/report/json.rs", "#[derive(Serialize)]\nstruct A;"), [0; 0]);
    assert_eq!(found(serialising, "src/cli/cite.rs", "#[derive(Serialize)]\nstruct A;"), [0; 0]);
}

#[test]
fn a_long_or_nameless_file_is_found() {
    let lines =
        |count: usize| format!("//! What this is and why it stands here.\n{}", "\n".repeat(count - 1));
    assert_eq!(found(length, "src/main.rs", &lines(31)), [31]);
    assert_eq!(found(length, "src/main.rs", &lines(30)), [0; 0]);
    assert_eq!(found(length, "src/lsp/engine.rs", &lines(601)), [601]);
    assert_eq!(found(length, "src/lsp/engine.rs", &lines(600)), [0; 0]);
    assert_eq!(found(opening, "src/lsp/engine.rs", "use std::io;\n"), [1]);
    assert_eq!(found(opening, "src/lsp/engine.rs", ""), [1]);
    assert_eq!(found(opening, "src/lsp/engine.rs", &lines(2)), [0; 0]);
}
