//! `footnote-repeated`: two notes have one number or name.

use crate::analysis::{Finding, Related, Severity, Subject};
use crate::messages::Message;

use super::super::{Example, Fixes, Group, Needs, Rule};
use super::labels::labels;

/// A warning, since Markdown shows only the first of the two.
pub(super) static RULE: Rule = Rule {
    code: "footnote-repeated",
    group: Group::Letter,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie[^1] is verlengd.[^2]\n\n[^1]: Zie de brief over de Sahel.\n[^2]: Tot eind 2025.\n[^2]: Tot 2026.",
        "De missie[^1] is verlengd.[^2]\n\n[^1]: Zie de brief over de Sahel.\n[^2]: Tot eind 2025.",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let written = subject.notes();
    let first = labels(text, &written.notes);
    let again = written.notes.iter().filter_map(|note| {
        let label = note.label.of(text);
        let first = first[&label.to_lowercase()];
        (first.span != note.span).then(|| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: note.span,
            message: Message::new("footnote-repeated").with("label", label),
            related: vec![Related {
                path: None,
                span: first.span,
                message: Message::new("related-first-note").with("label", label),
            }],
            fixes: Vec::new(),
        })
    });
    again.collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn one_number_twice() {
        check(
            "
            -- brief.md
            De missie[^1] is verlengd.

            [^1]: Zie de brief.
            [^1]: Zie daar.
            ^^^^ warning: er zijn twee noten “1”, en alleen de eerste is te zien: geef deze een eigen nummer
            ",
        );
    }

    #[test]
    fn a_mark_may_stand_twice() {
        check("-- brief.md\nA.[^1] B.[^1]\n\n[^1]: Zie de brief.\n");
    }
}
