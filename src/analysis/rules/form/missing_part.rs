//! `missing-part`: a paper of dossier 21 501 without the part that its number counts in.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Target};
use crate::corpus::Existence;
use crate::identifier::{DocumentId, Dossier, DossierNumber, Kamerstuk, Ondernummer};
use crate::messages::Message;

/// The one dossier of which every paper counts in a part: one a formation of the Council.
const COUNCILS: u32 = 21_501;

/// More parts than these say nothing of which one is meant.
const OFFERED: usize = 3;

/// A warning, since the number alone leads to another paper in each part.
pub(super) static RULE: Rule = Rule {
    code: "missing-part",
    group: Group::Form,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De agenda van de Raad is aan uw Kamer gezonden (Kamerstuk 21 501, nr. 2870).",
        "De agenda van de Raad is aan uw Kamer gezonden (Kamerstuk 21 501-02, nr. 2870).",
    )],
    fixes: Fixes::Safe,
    check,
};

/// Whether a target is a paper of dossier 21 501 as a whole, which has none of its own but a first.
pub(in crate::analysis::rules) fn lacks_part(
    citation: &Citation,
    target: &Target,
    existence: &Existence,
) -> bool {
    let paper = target.id.as_kamerstuk().filter(|paper| paper.session.is_none());
    paper.is_some_and(|paper| {
        paper.dossier == councils()
            && matches!(paper.number, Ondernummer::Number(_))
            && *existence != Existence::Known
            && !citation.is_inferred()
    })
}

const fn councils() -> Dossier {
    Dossier::plain(DossierNumber::Arabic { value: COUNCILS, digits: 5 })
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let lacking = subject
        .targets()
        .filter(|(_, _, citation, target, existence)| lacks_part(citation, target, existence));
    let lacking: Vec<&Target> = lacking.map(|(_, _, _, target, _)| target).collect();
    if lacking.is_empty() {
        return Vec::new();
    }
    let parts = subject.known_parts(councils().number);
    lacking
        .into_iter()
        .filter_map(|target| {
            let paper = target.id.as_kamerstuk()?;
            let mention = target.dossiers.first()?;
            let meant = owners(subject, &parts, paper);
            let only = meant.len() == 1;
            let fix = |dossier: &Dossier| {
                let id = DocumentId::Kamerstuk(Kamerstuk { dossier: *dossier, ..*paper });
                let part = dossier.toevoeging.map(|part| format!("-{part}")).unwrap_or_default();
                let text = format!("{}{part}", mention.span.of(&subject.reading.text));
                let title = Message::new("fix-suggestion").with("paper", id.printed());
                Fix { title, safe: only, edits: vec![Edit { span: mention.span, text }] }
            };
            Some(Finding {
                code: RULE.code,
                severity: RULE.severity,
                span: mention.span,
                message: Message::new("missing-part").with("number", paper.number),
                related: Vec::new(),
                fixes: meant.iter().map(fix).collect(),
            })
        })
        .collect()
}

/// The parts that have a paper of this number, where they are few; those that the letter cites elsewhere first.
fn owners(subject: &Subject<'_>, parts: &[Dossier], paper: &Kamerstuk) -> Vec<Dossier> {
    let ids: Vec<DocumentId> =
        parts.iter().map(|part| DocumentId::Kamerstuk(Kamerstuk { dossier: *part, ..*paper })).collect();
    let existence = subject.existence_of(&ids);
    let known = parts.iter().zip(existence).filter(|(_, existence)| *existence == Existence::Known);
    let mut known: Vec<Dossier> = known.map(|(part, _)| *part).collect();
    known.sort_by_key(|part| !subject.dossiers.contains_key(part));
    if known.len() > OFFERED { Vec::new() } else { known }
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn the_number_counts_in_a_part() {
        let letter = "
            Zie de agenda (Kamerstuk 21 501, nr. 171) en het dossier van alle Raden (Kamerstuk 21 501).
                                     ^^^^^^ warning: nr. 171 telt in een onderdeel van 21 501, zoals 21 501-02: noem welk
            -- corpus
            kst-21501-02-1..180 kst-21501-07-1..175 kst-21501-1
            ";
        check(letter);
        check_fixes(
            letter,
            &[
                (
                    "Vervangen door 21 501-02, nr. 171",
                    "Zie de agenda (Kamerstuk 21 501-02, nr. 171) en het dossier van alle Raden (Kamerstuk 21 501).",
                ),
                (
                    "Vervangen door 21 501-07, nr. 171",
                    "Zie de agenda (Kamerstuk 21 501-07, nr. 171) en het dossier van alle Raden (Kamerstuk 21 501).",
                ),
            ],
        );
    }

    #[test]
    fn the_one_part_with_such_a_number_is_certain() {
        check_fixes(
            "
            Zie de agenda (Kamerstuk 21501, nr. 179).
            -- corpus
            kst-21501-02-1..180 kst-21501-07-1..175
            ",
            &[("!Vervangen door 21 501-02, nr. 179", "Zie de agenda (Kamerstuk 21501-02, nr. 179).")],
        );
    }

    #[test]
    fn without_a_list_it_is_said_all_the_same() {
        check(
            "
            Zie de agenda (Kamerstuk 21 501, nr. 2870).
                                     ^^^^^^ warning: nr. 2870 telt in een onderdeel van 21 501, zoals 21 501-02: noem welk
            ",
        );
    }
}
