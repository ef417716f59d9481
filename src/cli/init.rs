//! `griffier init`: makes a workspace of a folder.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::config::{CONFIG_FILE, create_file};
use crate::messages::{Message, Translator};

use super::failure::{Failure, Outcome, Verdict};
use super::{paths, terminal};

/// What the file holds, each with the message that explains it.
/// Everything is a comment, so that a new workspace behaves as a folder without the file.
const PARTS: [(&str, &str); 7] = [
    ("init-intro", ""),
    ("init-language", "language = \"nl\""),
    ("init-letters", "[corpus]\nletters = [\"letters\", \"archive/**/*.md\"]"),
    (
        "init-catalogue",
        "[[corpus.catalogue]]\npath = \"catalogues/kst_ids.txt.xz\"\n\
         coverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]",
    ),
    ("init-findings", "[findings]"),
    ("init-style", "style = \"kamer\""),
    ("init-severity", "severity = { \"session-year\" = \"warning\", \"unknown-document\" = \"off\" }"),
];

/// Makes a workspace of the folder that was named, else of the current one; that it lies in another is no matter.
pub(super) fn run(folder: Option<&Path>, say: Translator) -> Outcome {
    let folder = folder.unwrap_or(Path::new("."));
    let path = paths::absolute(folder).map_err(|error| Failure::reading(folder, &error))?.join(CONFIG_FILE);
    let shown = paths::from_here(&path);
    create_file(&path, &contents(say)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::new(Message::new("init-exists").with("path", &shown))
            .advise(Message::new("init-exists-advice")),
        _ => Failure::writing(Path::new(&shown), &error),
    })?;
    terminal::tell(&Message::new("init-done").with("path", &shown), say);
    Ok(Verdict::Good)
}

/// The file, with its explanation in the reader's language.
fn contents(say: Translator) -> String {
    let mut text = String::new();
    for (code, setting) in PARTS {
        if !text.is_empty() {
            text.push('\n');
        }
        // Writing to a string cannot fail.
        for line in say.text(&Message::new(code)).lines() {
            let _ = writeln!(text, "{}", format!("# {line}").trim_end());
        }
        for line in setting.lines() {
            let _ = writeln!(text, "# {line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn the_file_is_toml_with_and_without_its_marks_of_comment() {
        for language in Language::ALL {
            let text = contents(Translator::new(language));
            assert!(text.parse::<toml::Table>().unwrap().is_empty());
            assert!(!text.contains("init-"), "a sentence is missing: {text}");
            let settings: Vec<&str> = PARTS.iter().map(|(_, setting)| *setting).collect();
            let settings: toml::Table = settings.join("\n").parse().unwrap();
            assert_eq!(settings.keys().collect::<Vec<_>>(), ["corpus", "findings", "language"]);
        }
    }
}
