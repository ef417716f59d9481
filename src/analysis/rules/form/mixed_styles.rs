//! `mixed-styles`: a letter writes its citations in several styles.

use std::collections::BTreeMap;

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Related, Severity, Subject};
use crate::citation::{Citation, in_style};
use crate::config::Style;
use crate::messages::{Argument, Message};

use super::style_profile::{is_styled, name, plain};

/// Off by default: a reader finds the papers whatever the style.
pub(super) static RULE: Rule = Rule {
    code: "mixed-styles",
    group: Group::Form,
    severity: Severity::Info,
    on: false,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstukken II 2019/20, 29521, nr. 385).",
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 521, nr. 385).",
    )],
    fixes: Fixes::Unsafe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let styled: Vec<(&Citation, Vec<Style>)> = subject
        .reading
        .citations
        .iter()
        .filter(|citation| is_styled(citation, text))
        .map(|citation| (citation, styles_of(citation, text)))
        .filter(|(_, styles)| !styles.is_empty())
        .collect();
    let Some(main) = main_style(&styled) else { return Vec::new() };
    let Some((first, _)) = styled.iter().find(|(_, styles)| styles.contains(&main)) else {
        return Vec::new();
    };
    styled
        .iter()
        .filter(|(_, styles)| !styles.contains(&main))
        .map(|(citation, styles)| {
            let own = Argument::message(Message::new(name(styles[0])));
            let others = Argument::message(Message::new(name(main)));
            let fix = in_style(citation, main).map(|words| Fix::replace(text, citation.span, words, false));
            Finding {
                code: RULE.code,
                severity: RULE.severity,
                span: citation.span,
                message: Message::new("mixed-styles").with("own", own).with("others", others.clone()),
                related: vec![Related {
                    path: None,
                    span: first.span,
                    message: Message::new("related-style").with("style", others),
                }],
                fixes: fix.into_iter().collect(),
            }
        })
        .collect()
}

/// The styles that write it as it is written; what no style writes so tells nothing.
fn styles_of(citation: &Citation, text: &str) -> Vec<Style> {
    let printed = plain(citation.span.of(text));
    let is_so = |style: &Style| in_style(citation, *style).is_some_and(|words| plain(&words) == printed);
    Style::NAMES.into_iter().map(|(_, style)| style).filter(is_so).collect()
}

/// The style of most citations; where two have as many, that of the first.
fn main_style(styled: &[(&Citation, Vec<Style>)]) -> Option<Style> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let order: Vec<Style> = styled.iter().flat_map(|(_, styles)| styles.iter().copied()).collect();
    for style in &order {
        let first = order.iter().position(|other| other == style)?;
        *counts.entry(first).or_default() += 1;
    }
    let (first, _) = counts.into_iter().max_by_key(|(first, count)| (*count, std::cmp::Reverse(*first)))?;
    order.get(first).copied()
}

#[cfg(test)]
mod tests {
    use crate::analysis::fixture::Fixture;
    use crate::config::Level;

    fn marked(letter: &str) -> Vec<String> {
        let mut fixture = Fixture::new(letter);
        fixture.settings.severity.insert("mixed-styles".to_owned(), Level::Info);
        let findings = fixture.judgement().findings;
        findings.iter().map(|finding| finding.span.of(fixture.text()).to_owned()).collect()
    }

    #[test]
    fn the_fewest_are_marked() {
        assert_eq!(
            marked(
                "Kamerstukken II 2019/20, 29521, nr. 404, Kamerstuk 29 521, nr. 385, Kamerstukken II 2015/16, 34442, nr. 3."
            ),
            ["Kamerstuk 29 521, nr. 385"]
        );
    }

    #[test]
    fn one_style_throughout_and_what_has_none() {
        assert_eq!(
            marked(
                "Kamerstuk 29 521, nr. 385, Kamerstukken 29 521, nrs. 368 en 385, Stb. 2018, 247, Kamerstuk 29521 nr 403."
            ),
            [""; 0]
        );
    }
}
