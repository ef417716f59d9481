//! `style-profile`: a citation is not written in the style that the workspace has chosen.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Family, in_style};
use crate::config::Style;
use crate::messages::{Argument, Message};

/// Off by default: each of the three styles is right where it belongs.
pub(super) static RULE: Rule = Rule {
    code: "style-profile",
    group: Group::Form,
    severity: Severity::Info,
    on: false,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie is verlengd (Kamerstukken II 2019/20, 29521, nr. 385, p. 3).",
        "De missie is verlengd (Kamerstuk 29 521, nr. 385, p. 3).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let style = subject.settings.style;
    let citations = subject.reading.citations.iter().filter(|citation| is_styled(citation, text));
    citations
        .filter_map(|citation| {
            let printed = plain(citation.span.of(text));
            let wanted = in_style(citation, style);
            if wanted.as_deref().map(plain).as_deref() == Some(&printed) {
                return None;
            }
            let name = Argument::message(Message::new(name(style)));
            let message = match &wanted {
                Some(wanted) => Message::new("style-profile").with("wanted", wanted),
                // What a style demands and nobody knows is for the writer to look up.
                None if lacks_session(citation) && style != Style::Kamer => {
                    Message::new("style-profile-session")
                }
                None => return None,
            };
            // A rewrite keeps papers and pages, and no other word that stands between them.
            let safe = wanted.as_deref().is_some_and(|_| has_no_other_words(&printed));
            Some(Finding {
                code: RULE.code,
                severity: RULE.severity,
                span: citation.span,
                message: message.with("style", name),
                related: Vec::new(),
                fixes: wanted
                    .map(|wanted| Fix::replace(text, citation.span, wanted, safe))
                    .into_iter()
                    .collect(),
            })
        })
        .collect()
}

/// Whether it is one that styles have words for, and begins with such a word; an address, an identifier and a number alone have no style.
pub(super) fn is_styled(citation: &Citation, text: &str) -> bool {
    const BEGINNINGS: [&str; 8] =
        ["kamerstuk", "handelingen", "hand.", "aanhangsel", "tk", "ek", "tweede", "eerste"];
    let words = citation.span.of(text).to_lowercase();
    matches!(citation.family, Family::Kamerstuk | Family::Handelingen | Family::Aanhangsel)
        && citation.problems.is_empty()
        && !citation.is_inferred()
        && BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
}

fn lacks_session(citation: &Citation) -> bool {
    citation.session.is_none() && citation.targets.iter().any(|target| target.id.as_kamerstuk().is_some())
}

/// What is printed, without what no style prescribes: emphasis, which blank it is, and which dash.
pub(super) fn plain(printed: &str) -> String {
    let words: Vec<&str> = printed.split_whitespace().collect();
    words.join(" ").replace(['*', '_', '\\'], "").replace(['–', '\u{2011}'], "-")
}

/// The message that names a style.
pub(super) const fn name(style: Style) -> &'static str {
    match style {
        Style::Kamer => "style-kamer",
        Style::Leidraad => "style-leidraad",
        Style::Aanwijzingen => "style-aanwijzingen",
    }
}

/// Whether all words of what was printed are those of a citation, so that another style of it loses none.
#[must_use]
pub fn is_plain_citation(printed: &str) -> bool {
    has_no_other_words(&plain(printed))
}

/// Whether all words are those of a citation.
fn has_no_other_words(printed: &str) -> bool {
    const WORDS: [&str; 36] = [
        "kamerstuk",
        "kamerstukken",
        "handelingen",
        "hand",
        "aanhangsel",
        "van",
        "de",
        "der",
        "het",
        "tweede",
        "eerste",
        "kamer",
        "staten",
        "generaal",
        "vergaderjaar",
        "zitting",
        "nr",
        "nrs",
        "nummer",
        "nummers",
        "no",
        "item",
        "items",
        "p",
        "pag",
        "pagina",
        "blz",
        "bladzijde",
        "en",
        "t",
        "m",
        "tk",
        "ek",
        "dossier",
        "e",
        "v",
    ];
    printed.to_lowercase().split(|sign: char| !sign.is_alphabetic()).all(|word| {
        word.is_empty() || WORDS.contains(&word) || word.len() <= 5 && word.chars().all(is_numeral)
    })
}

/// Chambers, chapters and the letters of papers.
const fn is_numeral(sign: char) -> bool {
    sign.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::analysis::fixture::{Fixture, edited};
    use crate::config::{Level, Style};

    fn found(letter: &str, style: Style) -> Vec<String> {
        let mut fixture = Fixture::new(letter);
        fixture.settings.style = style;
        fixture.settings.severity.insert("style-profile".to_owned(), Level::Info);
        let findings =
            fixture.judgement().findings.into_iter().filter(|finding| finding.code == "style-profile");
        findings
            .map(|finding| match finding.fixes.first() {
                Some(fix) => {
                    format!("{}{}", if fix.safe { "!" } else { "" }, edited(fixture.text(), &fix.edits))
                }
                None => finding.message.code().to_owned(),
            })
            .collect()
    }

    #[test]
    fn each_style_wants_its_own() {
        let letter = "Zie Kamerstukken II 2019/20, 29521, nr. 385, p. 3.";
        assert_eq!(found(letter, Style::Leidraad), [""; 0]);
        assert_eq!(found(letter, Style::Kamer), ["!Zie Kamerstuk 29 521, nr. 385, p. 3."]);
        assert_eq!(
            found("Zie *Kamerstukken II*, vergaderjaar 2019-2020, 29521, nr. 385.", Style::Leidraad),
            ["!Zie *Kamerstukken II 2019/20, 29521, nr. 385."]
        );
    }

    #[test]
    fn what_the_style_demands_and_the_letter_does_not_say() {
        assert_eq!(found("Zie Kamerstuk 29 521, nr. 385.", Style::Leidraad), ["style-profile-session"]);
    }

    #[test]
    fn what_no_style_prescribes_is_left_alone() {
        let letter = "Zie Kamerstuk 29\u{a0}521, nr. 385, kst-29521-385, https://zoek.officielebekendmakingen.nl/kst-29521-385.html, 2024D28457 en Stb. 2018, 247.";
        assert_eq!(found(letter, Style::Kamer), [""; 0]);
    }
}
