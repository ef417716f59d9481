//! From what was read to identifiers, their places, and what is wrong with the form.

use crate::citation::{DossierMention, Problem, ProblemKind, Target};
use crate::identifier::{DocumentId, Dossier, Kamer, Kamerstuk, Ondernummer, SessionYear, Toevoeging};

use super::papers::Papers;

impl Papers {
    /// What is named, in printed order.
    pub(in crate::citation) fn targets(&self, targets: &mut Vec<Target>) {
        let dossiers: Vec<DossierMention> = self
            .dossiers
            .iter()
            .filter_map(|written| Some(DossierMention { dossier: written.dossier?, span: written.span }))
            .collect();
        if self.numbers.is_empty() {
            targets.extend(dossiers.iter().map(|mention| Target {
                span: mention.span,
                id: DocumentId::Dossier(mention.dossier),
                dossiers: vec![*mention],
                pin: self.pin.clone(),
                number_span: None,
            }));
            return;
        }
        // Where the owner of the number is unreadable, nothing can be said of the paper.
        let owner = &self.dossiers[0];
        let Some(dossier) = owner.dossier.filter(|_| !self.is_too_short()) else { return };
        let alone = self.numbers.len() == 1;
        for number in &self.numbers {
            let own = number.pin.as_ref().map_or(number.span, |pin| number.span.join(pin.span));
            let dossier = with_rijkswet(dossier, owner.rijkswet, number.value);
            targets.push(Target {
                span: if alone { self.span } else { own },
                id: paper_id(dossier, number.value, self.stated.kamer, self.stated.session),
                dossiers: dossiers.clone(),
                pin: number.pin.clone(),
                number_span: number.printed.then_some(number.span),
            });
        }
    }

    /// What is wrong with the form, in printed order.
    pub(in crate::citation) fn problems(&self, problems: &mut Vec<Problem>) {
        problems.extend(self.stated.problem.clone());
        for written in &self.dossiers {
            if !written.well_formed || (self.is_too_short() && written.digits < 5) {
                problems.push(Problem {
                    span: written.number_span,
                    kind: ProblemKind::MalformedDossier,
                    correction: written.dossier.filter(|_| written.digits == 5).map(|dossier| {
                        // Of `2150102` the part is in the digits.
                        let whole = written.span == written.number_span;
                        if whole { dossier } else { Dossier::plain(dossier.number) }.printed()
                    }),
                });
            }
            problems.extend(written.bad_toevoeging.map(|(span, meant)| Problem {
                span,
                kind: ProblemKind::MalformedToevoeging,
                correction: meant.map(|meant| meant.to_string()),
            }));
        }
        problems.extend(self.problems.iter().cloned());
    }

    /// Whether the dossier has four digits or fewer in a session in which all had five.
    fn is_too_short(&self) -> bool {
        /// Dossier 10 000 was opened in the session before.
        const FIVE_DIGITS: u16 = 1975;
        let first = &self.dossiers[0];
        let arabic = first.dossier.is_some_and(|dossier| dossier.number.value().is_some());
        let late = self.stated.session.is_some_and(|session| session.first() >= FIVE_DIGITS);
        arabic && late && first.digits < 5
    }
}

/// The six papers of which the official identifier holds the number of the bill for the Kingdom.
const WITH_RIJKSWET: [(u32, u16, u32); 6] = [
    (23908, 1519, 95),
    (23908, 1519, 103),
    (33183, 1975, 11),
    (33852, 2023, 6),
    (33968, 2033, 3),
    (34141, 2047, 4),
];

/// The dossier as the identifier of one of its papers names it.
fn with_rijkswet(dossier: Dossier, printed: Option<u16>, number: Ondernummer) -> Dossier {
    let held = WITH_RIJKSWET.iter().find(|(value, rijkswet, paper)| {
        dossier.number.value() == Some(*value)
            && number == Ondernummer::Number(*paper)
            && printed.is_none_or(|printed| printed == *rijkswet)
    });
    match held {
        Some((_, rijkswet, _)) if dossier.toevoeging.is_none() => {
            Dossier { toevoeging: Some(Toevoeging::Rijkswet(*rijkswet)), ..dossier }
        }
        _ => dossier,
    }
}

/// The identifier of a paper. Those of Eerste Kamer papers of 1994/95 to 2009/10 hold the session.
pub(in crate::citation) fn paper_id(
    dossier: Dossier,
    number: Ondernummer,
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
) -> DocumentId {
    let coded = (1994..2010).contains(&session.map_or(0, SessionYear::first))
        && kamer != Some(Kamer::Tweede)
        && (kamer == Some(Kamer::Eerste) || number.is_letter());
    DocumentId::Kamerstuk(Kamerstuk { dossier, session: session.filter(|_| coded), number, suffix: None })
}
