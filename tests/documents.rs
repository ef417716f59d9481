//! The documents for people say what is so: what `ARCHITECTURE.md` names exists, and links lead somewhere.

use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENTS: [&str; 7] = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "editors/README.md",
    "editors/nvim/README.md",
    "editors/vscode/README.md",
    "schemas/protocol.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between backticks in a line.
fn named(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// What a name points to, if it is one of a file or folder: from the root or, as the code map does, from `src`.
fn file(name: &str) -> Option<Vec<PathBuf>> {
    let is_path =
        name.contains('/') && name.chars().all(|sign| sign.is_alphanumeric() || "/._-".contains(sign));
    is_path.then(|| vec![root().join(name), root().join("src").join(name)])
}

fn is_test(name: &str) -> bool {
    name.matches('_').count() > 1
        && name.chars().all(|sign| sign.is_ascii_lowercase() || "_0123456789".contains(sign))
}

/// The names of a document that name nothing, each with the number of its line.
///
/// A test belongs to the next file that is named behind it in the same line.
fn missing(text: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let mut tests = Vec::new();
        for name in named(line) {
            if is_test(name) {
                tests.push(name);
            } else if let Some(places) = file(name) {
                let Some(place) = places.iter().find(|place| place.exists()) else {
                    missing.push(format!("{}: {name}", at + 1));
                    continue;
                };
                for test in tests.drain(..) {
                    if !place.is_file() || !read(place).contains(&format!("fn {test}(")) {
                        missing.push(format!("{}: {test} in {name}", at + 1));
                    }
                }
            }
        }
        missing.extend(tests.iter().map(|test| format!("{}: {test}, without a file", at + 1)));
    }
    missing
}

#[test]
fn what_the_architecture_names_exists() {
    assert_eq!(missing(&read(&root().join("ARCHITECTURE.md"))), [""; 0]);
}

#[test]
fn what_does_not_exist_is_found() {
    let page = "\
`src/lib.rs` and `text/buffer.rs` and `src/nowhere.rs`
| lines | `only_lf_cr_and_crlf_end_a_line` in `src/text/buffer.rs` |
| lines | `only_lf_cr_and_crlf_end_a_line` in `src/lib.rs`; `a_test_of_no_file` |";
    assert_eq!(
        missing(page),
        [
            "1: src/nowhere.rs",
            "3: only_lf_cr_and_crlf_end_a_line in src/lib.rs",
            "3: a_test_of_no_file, without a file",
        ],
    );
}

#[test]
fn links_lead_somewhere() {
    for document in DOCUMENTS {
        let path = root().join(document);
        let folder = path.parent().expect("a file lies in a folder");
        let text = read(&path);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_here = !link.contains("://") && !link.starts_with('#');
            assert!(!is_here || folder.join(link).exists(), "{document} links to {link}");
        }
    }
}
