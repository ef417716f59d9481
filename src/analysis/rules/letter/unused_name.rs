//! `unused-name`: a short name that the letter gives and never uses.

use crate::analysis::{Finding, Severity, Subject};
use crate::citation::defined_names;
use crate::messages::Message;
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};
use super::names::{is_proper, uses};

/// Off by default: a matter of tidiness.
pub(super) static RULE: Rule = Rule {
    code: "unused-name",
    group: Group::Letter,
    severity: Severity::Info,
    on: false,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Het Staatstoezicht op de mijnen (hierna: SodM) meldt dat.",
        "Het Staatstoezicht op de mijnen (hierna: SodM) meldt dat. Het SodM ziet toe.",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let names = defined_names(text, &subject.reading.letter);
    let unused = names.iter().filter(|defined| {
        // A name in small letters is declined and compounded, so that its uses cannot be counted.
        let behind = Span::new(defined.span.end, text.len());
        is_proper(text, defined)
            && uses(subject, defined, behind).next().is_none()
            && !behind.of(text).contains(&format!("{}-", defined.name.of(text)))
    });
    unused
        .map(|defined| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: defined.span,
            message: Message::new("unused-name").with("name", defined.name.of(text)),
            related: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}
