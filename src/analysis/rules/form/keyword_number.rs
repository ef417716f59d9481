//! `keyword-number`: `Kamerstuk` before several papers, or `Kamerstukken` before one.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Family};
use crate::config::Style;
use crate::messages::Message;
use crate::text::Span;

/// Off by default: the number of the word is a matter of house style.
pub(super) static RULE: Rule = Rule {
    code: "keyword-number",
    group: Group::Form,
    severity: Severity::Info,
    on: false,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "Zie de brieven over de missie (Kamerstuk 29 521, nrs. 368 en 385).",
            "Zie de brieven over de missie (Kamerstukken 29 521, nrs. 368 en 385).",
        ),
        Example::new(
            "Zie de brief over de missie (Kamerstukken 29 521, nr. 385).",
            "Zie de brief over de missie (Kamerstuk 29 521, nr. 385).",
        ),
    ],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let style = subject.settings.style;
    let citations =
        subject.reading.citations.iter().filter(|it| it.family == Family::Kamerstuk && !it.is_inferred());
    citations
        .filter_map(|citation| {
            let (span, plural) = keyword(text, citation)?;
            // Lawyers and legislation always write the plural, and name the session with it.
            let theirs =
                style != Style::Kamer || (plural && (citation.session.is_some() || citation.kamer.is_some()));
            let wanted = theirs || names_several(citation);
            if plural == wanted || citation.targets.is_empty() {
                return None;
            }
            let singular = span.of(text).trim_end_matches("ken");
            let meant = if wanted { format!("{singular}ken") } else { singular.to_owned() };
            Some(Finding {
                code: RULE.code,
                severity: RULE.severity,
                span,
                message: Message::new(if wanted { "keyword-plural" } else { "keyword-singular" })
                    .with("meant", &meant),
                related: Vec::new(),
                fixes: vec![Fix::replace(text, span, meant, true)],
            })
        })
        .collect()
}

/// The keyword where it is written out, and whether it is the plural.
fn keyword(text: &str, citation: &Citation) -> Option<(Span, bool)> {
    let words = citation.span.of(text);
    let len = words.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(words.len());
    let span = Span::new(citation.span.start, citation.span.start + len);
    match span.of(text) {
        "Kamerstuk" | "kamerstuk" => Some((span, false)),
        "Kamerstukken" | "kamerstukken" => Some((span, true)),
        _ => None,
    }
}

/// Whether there are several papers, or several dossiers of one.
fn names_several(citation: &Citation) -> bool {
    citation.targets.len() > 1 || citation.targets.iter().any(|target| target.dossiers.len() > 1)
}

#[cfg(test)]
mod tests {
    use crate::analysis::fixture::Fixture;
    use crate::config::{Level, Style};

    fn marked(letter: &str, style: Style) -> Vec<String> {
        let mut fixture = Fixture::new(letter);
        fixture.settings.style = style;
        fixture.settings.severity.insert("keyword-number".to_owned(), Level::Info);
        let findings = fixture.judgement().findings;
        findings.iter().map(|finding| finding.span.of(fixture.text()).to_owned()).collect()
    }

    #[test]
    fn one_and_several() {
        let letter = "Kamerstuk 29 521, nr. 385, Kamerstukken 29 521, nrs. 368 en 385, Kamerstukken 29 521 en 34 952, nr. 403.";
        assert_eq!(marked(letter, Style::Kamer), [""; 0]);
        assert_eq!(marked(letter, Style::Leidraad), ["Kamerstuk"]);
        let wrong = "Kamerstukken 29 521, nr. 385, Kamerstuk 29 521, nrs. 368 en 385, kamerstuk 29 521 en 34 952, nr. 403.";
        assert_eq!(marked(wrong, Style::Kamer), ["Kamerstukken", "Kamerstuk", "kamerstuk"]);
    }
}
