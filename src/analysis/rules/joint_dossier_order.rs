//! `joint-dossier-order`: a joint paper is cited with the wrong dossier first.

use crate::analysis::{Certainty, Edit, Finding, Fix, Severity, Subject};
use crate::messages::Message;

use super::{Example, Needs, Rule};

pub(super) static RULE: Rule = Rule {
    code: "joint-dossier-order",
    severity: Severity::Warning,
    needs: Needs::Catalogue,
    example: Example {
        wrong: "Zie de brief over de Sahel (Kamerstukken 34 952 en 29 521, nr. 403).",
        right: "Zie de brief over de Sahel (Kamerstukken 29 521 en 34 952, nr. 403).",
    },
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let finding = |(&(at, index), &owner): (&(usize, usize), &usize)| {
        let target = &subject.reading.citations[at].targets[index];
        let (first, owner) = (target.dossiers.first()?, target.dossiers.get(owner)?);
        // The first dossier may have reached this number since the list was made.
        let certain = subject.certainty(&subject.existence[at][index]) == Certainty::Absent;
        let number = target.id.as_kamerstuk()?.number;
        Some(Finding {
            code: RULE.code,
            severity: if certain { RULE.severity } else { Severity::Hint },
            span: first.span.join(owner.span),
            message: Message::new("joint-dossier-order")
                .with("first", first.dossier.printed())
                .with("owner", owner.dossier.printed())
                .with("number", number),
            related: Vec::new(),
            fixes: vec![Fix {
                title: Message::new("fix-joint-dossier-order").with("owner", owner.dossier.printed()),
                safe: certain,
                edits: vec![
                    Edit { span: first.span, text: owner.span.of(text).to_owned() },
                    Edit { span: owner.span, text: first.span.of(text).to_owned() },
                ],
            }],
        })
    };
    subject.misordered.iter().filter_map(finding).collect()
}
