//! The places of letters that nothing is to be said of: a file of its own beside `griffier.toml`, since letters are never marked up.
//!
//! A place is known by its letter, the rule, the words, and those around them; lines and bytes would shift with every edit.

use std::path::Path;

use crate::messages::Message;

use super::tree::{Entry, Value, read_toml};
use super::{Origin, Problem};

/// The name of the file, in the root of a workspace.
pub const SILENCED_FILE: &str = "griffier.silenced.toml";

/// A place of a letter that a rule is to be silent about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SilencedPlace {
    /// The letter, relative to the root, with `/`.
    pub letter: String,
    /// The rule.
    pub rule: String,
    /// The words, on one line.
    pub words: String,
    /// What stands before them.
    pub before: String,
    /// What stands behind them.
    pub after: String,
    /// The line of its entry in the file, from one; nought for one that is not in a file yet.
    pub line: usize,
}

/// Reads the text of such a file. What is wrong is told, and the rest counts.
pub(super) fn read(text: &str, path: &Path, rules: &[&str]) -> (Vec<SilencedPlace>, Vec<Problem>) {
    let origin = Origin::Workspace(path.to_owned());
    let problem = |line, message| Problem { origin: origin.clone(), line, message };
    let (entries, broken) = read_toml(text);
    let mut problems: Vec<_> =
        broken.into_iter().map(|broken| problem(Some(broken.line), broken.message)).collect();
    let mut places = Vec::new();
    for entry in &entries {
        let Value::List(items) = &entry.item.value else {
            problems.push(problem(entry.line, Message::new("config-unknown-key").with("key", &entry.key)));
            continue;
        };
        if entry.key != "place" {
            problems.push(problem(entry.line, Message::new("config-unknown-key").with("key", &entry.key)));
            continue;
        }
        for item in items {
            let Value::Table(fields) = &item.value else {
                problems.push(problem(item.line, Message::new("silenced-no-place")));
                continue;
            };
            match place(fields) {
                Ok(place) if !rules.is_empty() && !rules.contains(&place.rule.as_str()) => {
                    problems.push(problem(
                        item.line,
                        Message::new("config-unknown-rule").with("key", "rule").with("rule", place.rule),
                    ));
                }
                Ok(place) => places.push(SilencedPlace { line: item.line.unwrap_or(0), ..place }),
                Err((line, message)) => problems.push(problem(line.or(item.line), message)),
            }
        }
    }
    (places, problems)
}

fn place(fields: &[Entry]) -> Result<SilencedPlace, (Option<usize>, Message)> {
    let mut place = SilencedPlace::default();
    for field in fields {
        let Value::Text(text) = &field.item.value else {
            return Err((field.line, Message::new("silenced-no-text").with("key", &field.key)));
        };
        let into = match field.key.as_str() {
            "letter" => &mut place.letter,
            "rule" => &mut place.rule,
            "words" => &mut place.words,
            "before" => &mut place.before,
            "after" => &mut place.after,
            // Why a place is silenced is for people.
            "reason" => continue,
            _ => return Err((field.line, Message::new("config-unknown-key").with("key", &field.key))),
        };
        into.clone_from(text);
    }
    if place.letter.is_empty() || place.rule.is_empty() {
        return Err((None, Message::new("silenced-no-place")));
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_and_what_is_wrong_is_told_with_its_line() {
        let text = "# Plaatsen.\n[[place]]\nletter = \"a.txt\"\nrule = \"session-year\"\nwords = \"2019/21\"\nbefore = \"Zie \"\nreason = \"zo gedrukt\"\n\n[[place]]\nletter = \"a.txt\"\n\n[[place]]\nletter = \"a.txt\"\nrule = \"sesion-year\"\n\n[[place]]\nletter = 3\n\n[plaats]\n";
        let (places, problems) = read(text, Path::new("griffier.silenced.toml"), &["session-year"]);
        let place = SilencedPlace {
            letter: "a.txt".into(),
            rule: "session-year".into(),
            words: "2019/21".into(),
            before: "Zie ".into(),
            after: String::new(),
            line: 2,
        };
        assert_eq!(places, [place]);
        let told: Vec<_> = problems.iter().map(|it| (it.line.unwrap(), it.message.code())).collect();
        assert_eq!(
            told,
            [
                (9, "silenced-no-place"),
                (12, "config-unknown-rule"),
                (17, "silenced-no-text"),
                (19, "config-unknown-key")
            ]
        );
    }
}
