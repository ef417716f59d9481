//! The pages about rules, to which findings lead: one page with a chapter for each, and each chapter by itself.

use std::fmt::Write as _;

use crate::analysis::Severity;
use crate::analysis::rules::{self, Fixes, Needs, Rule};
use crate::config::FindingsConfig;
use crate::messages::{Message, Translator};

/// What the address of a page about a rule begins with.
const START: &str = "griffier:///regel/";

/// Where a rule is explained: on the page that the settings name, else on one of ours.
#[must_use]
pub fn rule_address(code: &str, settings: &FindingsConfig) -> String {
    match &settings.rules_address {
        Some(address) => format!("{address}#{code}"),
        None => format!("{START}{code}.md"),
    }
}

/// The rule that an address of ours leads to.
#[must_use]
pub fn read_rule_address(address: &str) -> Option<&'static Rule> {
    // Editors write the address of a document in their own ways.
    let path = address.strip_prefix("griffier:")?.trim_start_matches('/');
    Rule::by_code(path.strip_prefix("regel/")?.strip_suffix(".md")?)
}

/// The page about one rule, in Markdown.
#[must_use]
pub fn rule_page(rule: &Rule, say: Translator) -> String {
    chapter(rule, "#", say)
}

/// The page about all rules, in Markdown: a chapter for each, with its code as heading and anchor.
#[must_use]
pub fn rules_page(say: Translator) -> String {
    let word = |code| say.text(&Message::new(code));
    let mut page = format!("# {}\n\n{}\n", word("rules-title"), word("rules-intro"));
    for group in rules::Group::ALL {
        let title = say.text_of_code(&format!("rules-group-{}", group.name())).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {title}\n");
        for rule in group.rules() {
            let _ = write!(page, "\n{}", chapter(rule, "###", say));
        }
    }
    page
}

fn chapter(rule: &Rule, hashes: &str, say: Translator) -> String {
    let word = |code| say.text(&Message::new(code));
    let part = |part: &str| say.text_of_code(&format!("rule-{}-{part}", rule.code)).unwrap_or_default();
    let mut facts = vec![level(rule, say)];
    facts.extend(match rule.needs {
        Needs::Nothing => None,
        Needs::Catalogue => Some(word("rules-needs-catalogue")),
        Needs::Letters => Some(word("rules-needs-letters")),
    });
    facts.extend(match rule.fixes {
        Fixes::None => None,
        Fixes::Unsafe => Some(word("rules-fixes-unsafe")),
        Fixes::Safe => Some(word("rules-fixes-safe")),
    });
    let mut text =
        format!("{hashes} {}\n\n{}\n\n*{}*\n\n{}\n", rule.code, part("what"), facts.join(" · "), part("why"));
    for example in rule.examples {
        for (head, lines) in [("explain-wrong", example.wrong), ("explain-right", example.right)] {
            let _ = write!(text, "\n{}\n\n```text\n{}\n```\n", word(head), lines.trim_end());
        }
    }
    text
}

fn level(rule: &Rule, say: Translator) -> String {
    if !rule.on {
        return say.text(&Message::new("explain-off"));
    }
    say.text(&match rule.severity {
        Severity::Error => Message::new("report-error"),
        Severity::Warning => Message::new("report-warning"),
        Severity::Info => Message::new("report-info"),
        Severity::Hint => Message::new("report-hint"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn every_rule_has_an_address_that_leads_back_and_a_chapter() {
        let settings = FindingsConfig::default();
        for language in Language::ALL {
            let page = rules_page(Translator::new(language));
            for rule in rules::all() {
                let address = rule_address(rule.code, &settings);
                assert_eq!(read_rule_address(&address).map(|rule| rule.code), Some(rule.code));
                assert!(page.contains(&format!("\n### {}\n", rule.code)), "{}", rule.code);
            }
            assert!(!page.contains("\n\n\n"));
        }
        assert!(read_rule_address("griffier:///regel/brief.md").is_none());
        assert!(read_rule_address("file:///regel/session-year.md").is_none());
    }

    #[test]
    fn a_page_of_the_users_own_is_linked_by_anchor() {
        let address = Some("https://voorbeeld.nl/regels".to_owned());
        let settings = FindingsConfig { rules_address: address, ..FindingsConfig::default() };
        assert_eq!(rule_address("session-year", &settings), "https://voorbeeld.nl/regels#session-year");
    }
}
