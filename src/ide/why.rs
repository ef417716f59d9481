//! Why a citation means the paper that it means, where a reader could wonder.

use crate::citation::{Basis, Citation, Family, Reference, Standing, Target};
use crate::identifier::{DocumentId, Kamer, Kamerstuk, Ondernummer, Series, Toevoeging};
use crate::messages::Message;

/// The reasons, for a reader who knows papers but not the rules of their numbers; none for `29 521, nr. 385`.
pub(super) fn why(text: &str, citation: &Citation, target: &Target) -> Vec<Message> {
    let mut reasons = Vec::new();
    if let Standing::Inferred(basis) = citation.standing {
        reasons.push(why_inferred(text, basis));
    }
    if let [owner, others @ ..] = &target.dossiers[..] {
        if let Some((first, rest)) = others.split_first() {
            let names = rest.iter().fold(first.dossier.printed(), |names, mention| {
                format!("{names}, {}", mention.dossier.printed())
            });
            reasons
                .push(Message::new("why-joint").with("owner", owner.dossier.printed()).with("others", names));
        }
        // The sign stands behind the dossier, before the number.
        let words = owner.span.join(target.number_span.unwrap_or(owner.span));
        if words.of(text).contains("(R") && !has_kingdom_number(&target.id) {
            reasons.push(Message::new("why-kingdom-number"));
        }
    }
    if let DocumentId::Kamerstuk(paper) = target.id {
        let fund = matches!(paper.dossier.toevoeging, Some(Toevoeging::Fund(_)));
        match paper.number {
            _ if paper.session.is_some() => reasons.push(Message::new("why-session-coded")),
            Ondernummer::Letters(_) if paper.dossier.is_budget() => {
                reasons.push(Message::new("why-letter-not-fund").with("letter", paper.number));
            }
            Ondernummer::Letters(_) | Ondernummer::Lettered(..) => {
                if !may_be_advice(citation, &paper) {
                    reasons.push(Message::new("why-letter"));
                }
            }
            Ondernummer::Number(_) if fund => reasons.push(Message::new("why-fund")),
            Ondernummer::Number(_) => {}
        }
        let year_is_wrong = citation.problems.iter().any(|problem| problem.kind.code() == "session-year");
        if year_is_wrong && paper.session.is_none() {
            reasons.push(Message::new("why-no-session"));
        }
    }
    if !citation.pages.is_empty() && target.id.series() == Series::Handelingen {
        reasons.push(Message::new("why-record-pages"));
    }
    let by_session = matches!(target.id, DocumentId::Sessional(_));
    if by_session && citation.kamer.is_none() {
        reasons.push(Message::new("why-chamber-of-letter"));
    }
    let answer = target.id.series() == Series::Aanhangsel;
    let printed = target.number_span.is_some() || !(answer || target.id.as_kamerstuk().is_some());
    if !printed && !citation.is_inferred() {
        reasons.push(Message::new("why-range"));
    }
    reasons
}

/// Why a citation means no paper at all, where its form is in order.
pub(super) fn why_none(citation: &Citation) -> Option<Message> {
    /// The first session whose record has identifiers (official identifiers of officielebekendmakingen.nl).
    const FIRST: u16 = 1994;
    if citation.family != Family::Handelingen || !citation.problems.is_empty() {
        return None;
    }
    let held = citation.pages.iter().any(|pages| pages.range.session.first() >= FIRST);
    Some(Message::new(if held { "why-pages-unlisted" } else { "why-record-unpublished" }))
}

/// Which other place of the letter says what this one leaves out.
fn why_inferred(text: &str, basis: Basis) -> Message {
    let message = Message::new(match basis.reference {
        Reference::Number => "why-inferred-number",
        Reference::OwnDossier => return Message::new("why-inferred-own-dossier"),
        Reference::Ibidem => "why-inferred-ibidem",
        Reference::Note => "why-inferred-note",
        Reference::Aforementioned => "why-inferred-aforementioned",
        Reference::DefinedName => "why-inferred-defined-name",
        Reference::Mover => "why-inferred-mover",
        Reference::Date => "why-inferred-date",
    });
    let words: Vec<&str> = basis.span.of(text).split_whitespace().collect();
    message.with("words", words.join(" "))
}

/// Until about 2003 the advice of the Raad van State was printed as letter A or B of a dossier of the Tweede Kamer.
fn may_be_advice(citation: &Citation, paper: &Kamerstuk) -> bool {
    let early = paper.dossier.number.value().is_some_and(|number| number < 28600);
    let letter = [Ondernummer::parse("A"), Ondernummer::parse("B")].contains(&Some(paper.number));
    early && letter && citation.kamer != Some(Kamer::Eerste)
}

fn has_kingdom_number(id: &DocumentId) -> bool {
    matches!(id.dossier().and_then(|dossier| dossier.toevoeging), Some(Toevoeging::Rijkswet(_)))
}
