//! What may be said no more: at this place, in this letter, or nowhere in the workspace.

use std::path::Path;

use crate::analysis::rules::Rule;
use crate::analysis::{Finding, Passage};
use crate::config::SilencedPlace;
use crate::messages::{Message, Translator};
use crate::text::Span;

/// Something to be silent about from now on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hush {
    /// A rule at one place.
    Place(SilencedPlace),
    /// A rule in one letter, by its name from the root.
    Letter {
        /// The rule.
        rule: &'static str,
        /// The letter.
        letter: String,
    },
    /// A rule everywhere.
    Rule(&'static str),
}

impl Hush {
    /// Reads what a command was told of: `place`, `letter` or `rule`. `text` gives what else it was told, by its name.
    #[must_use]
    pub fn read(what: &str, letter: String, text: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let rule = Rule::by_code(&text("rule")?)?.code;
        Some(match what {
            "place" => Self::Place(SilencedPlace {
                letter,
                rule: rule.to_owned(),
                words: text("words")?,
                before: text("before")?,
                after: text("after")?,
                line: 0,
            }),
            "letter" => Self::Letter { rule, letter },
            "rule" => Self::Rule(rule),
            _ => return None,
        })
    }
}

/// What may be silenced of the findings that `range` touches: what is said of it, which finding, and what is to be written down.
/// `letter` is the name of the letter from the root.
#[must_use]
pub fn hushes(
    findings: &[Finding],
    text: &str,
    letter: &str,
    range: Span,
    say: Translator,
) -> Vec<(String, usize, Hush)> {
    let mut hushes: Vec<(String, usize, Hush)> = Vec::new();
    let touched = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.span.start <= range.end && range.start <= finding.span.end);
    for (at, finding) in touched {
        let rule = finding.code;
        let Passage { words, before, after } = Passage::of(text, finding.span);
        let (letter, rule_name) = (letter.to_owned(), rule.to_owned());
        let place = SilencedPlace { letter: letter.clone(), rule: rule_name, words, before, after, line: 0 };
        for (code, hush) in [
            ("silence-place", Hush::Place(place)),
            ("silence-letter", Hush::Letter { rule, letter }),
            ("silence-rule", Hush::Rule(rule)),
        ] {
            if !hushes.iter().any(|(_, _, other)| *other == hush) {
                hushes.push((say.text(&Message::new(code).with("rule", rule)), at, hush));
            }
        }
    }
    hushes
}

/// The name of a letter from the root, with `/`; `None` where it lies outside.
#[must_use]
pub fn name_in(path: &Path, root: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.iter();
    Some(parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Silence;
    use crate::analysis::fixture::{Fixture, ROOT};
    use crate::config::FindingsConfig;
    use crate::messages::Language;

    #[test]
    fn what_is_offered_silences_what_it_was_offered_for() {
        let fixture = Fixture::new("Zie (Kamerstuk 295$0 21, nr. 368) en (Kamerstuk 295 21, nr. 2).");
        let findings = fixture.judgement().findings;
        let cursor = Span::new(fixture.offset(), fixture.offset());
        let letter = name_in(&fixture.path, Path::new(ROOT)).unwrap();
        let say = Translator::new(Language::Dutch);
        let hushes = hushes(&findings, fixture.text(), &letter, cursor, say);
        let titles: Vec<_> = hushes.iter().map(|(title, ..)| &**title).collect();
        assert_eq!(
            titles,
            [
                "Zwijg hierover op deze plaats",
                "Zwijg hierover in deze brief (malformed-dossier)",
                "Zet deze regel uit in deze werkmap (malformed-dossier)"
            ]
        );
        let Hush::Place(place) = &hushes[0].2 else { panic!() };
        let settings = FindingsConfig { silenced: vec![place.clone()], ..FindingsConfig::default() };
        let silence = Silence::new(Some(Path::new(ROOT)), &settings);
        let (left, _) = silence.sift(Some(&fixture.path), fixture.text(), findings);
        assert_eq!(left.len(), 1, "the other one is still told");
    }
}
