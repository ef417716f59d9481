//! `encoded-twice`: UTF-8 that a program took for something else and encoded once more.

use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::messages::{Argument, Message};
use crate::text::encoded_twice;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: what stands there is not what anybody wrote, and citations with such signs in them are not read.
pub(super) static RULE: Rule = Rule {
    code: "encoded-twice",
    group: Group::Letter,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De Kamer is geÃ¯nformeerd over de coÃ¶peratie.",
        "De Kamer is geïnformeerd over de coöperatie.",
    )],
    fixes: Fixes::Safe,
    check,
};

/// One finding for all of the letter, at the first place: where one sign is damaged so are all.
fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let places = encoded_twice(text);
    let Some((first, meant)) = places.first().cloned() else { return Vec::new() };
    let count = Argument::number(places.len());
    let message = Message::new("encoded-twice")
        .with("printed", first.of(text))
        .with("meant", meant)
        .with("count", count.clone());
    let edits = places.into_iter().map(|(span, text)| Edit { span, text }).collect();
    let fix = Fix { title: Message::new("fix-encoded-twice").with("count", count), safe: true, edits };
    vec![Finding {
        code: RULE.code,
        severity: RULE.severity,
        span: first,
        message,
        related: Vec::new(),
        fixes: vec![fix],
    }]
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn what_was_encoded_twice_is_told_once() {
        check(
            "
            -- brief.md
            Zie het verslag over cliÃ«nten van 2019â€“2020.
                                    ^^ warning: “Ã«” staat hier voor “ë”: 2 tekens in deze brief zijn dubbel gecodeerd
            ",
        );
    }

    #[test]
    fn what_is_meant_as_it_stands_is_left_alone() {
        check("-- brief.md\nDer Buchstabe „Ä“, de cliënten van Özdil, à la carte, 20 °C en CAFÉ’s.\n");
    }
}
