//! `wrong-kamer`: the chamber that is named is not the one whose papers bear such a number.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Family};
use crate::corpus::Existence;
use crate::identifier::{DocumentId, Kamer};
use crate::messages::Message;
use crate::text::Span;

/// A hint, since the paper is found by its number whatever the chamber.
pub(super) static RULE: Rule = Rule {
    code: "wrong-kamer",
    group: Group::Form,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie de brief over de missie (Kamerstukken I 2019/20, 29 521, nr. 404).",
        "Zie de brief over de missie (Kamerstukken II 2019/20, 29 521, nr. 404).",
    )],
    fixes: Fixes::Safe,
    check,
};

/// Since these years every paper of the Eerste Kamer has a letter and every paper of the Tweede Kamer a number; before, either had both.
const SINCE_SESSION: u16 = 2010;
/// No dossier from here on was opened before.
const SINCE_DOSSIER: u32 = 32_600;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let citations = subject.reading.citations.iter().zip(&subject.existence);
    citations
        .filter_map(|(citation, existence)| {
            let stated = citation.kamer?;
            let meant = kamer_of(citation).filter(|meant| *meant != stated && is_late(citation))?;
            let span = numeral_span(text, citation, stated)?;
            let numeral = numeral(meant)?;
            let known = existence.iter().all(|existence| *existence == Existence::Known);
            Some(Finding {
                code: RULE.code,
                severity: RULE.severity,
                span,
                message: Message::new(match meant {
                    Kamer::Eerste => "wrong-kamer-eerste",
                    _ => "wrong-kamer-tweede",
                })
                .with("printed", crate::analysis::finding::one_line(span.of(text))),
                related: Vec::new(),
                fixes: vec![Fix::replace(text, span, numeral, known)],
            })
        })
        .collect()
}

/// The numeral of the chamber whose paper it is, by the numbers that it names; none where they do not agree.
pub(super) fn numeral_of(citation: &Citation) -> Option<&'static str> {
    numeral(kamer_of(citation)?)
}

fn kamer_of(citation: &Citation) -> Option<Kamer> {
    if citation.family != Family::Kamerstuk || citation.is_inferred() {
        return None;
    }
    let mut kamers = citation.targets.iter().map(|target| {
        let paper = target.id.as_kamerstuk().filter(|paper| paper.session.is_none())?;
        DocumentId::Kamerstuk(*paper).kamer()
    });
    let first = kamers.next()??;
    kamers.all(|kamer| kamer == Some(first)).then_some(first)
}

const fn numeral(kamer: Kamer) -> Option<&'static str> {
    match kamer {
        Kamer::Eerste => Some("I"),
        Kamer::Tweede => Some("II"),
        Kamer::Verenigd => None,
    }
}

/// Whether it cites papers of the years in which a number tells the chamber.
fn is_late(citation: &Citation) -> bool {
    let by_session = citation.session.is_some_and(|session| session.first() >= SINCE_SESSION);
    let mut dossiers = citation.targets.iter().filter_map(|target| target.id.dossier()?.number.value());
    by_session || dossiers.all(|dossier| dossier >= SINCE_DOSSIER)
}

/// Where the numeral of the chamber stands, in front of the dossier.
fn numeral_span(text: &str, citation: &Citation, stated: Kamer) -> Option<Span> {
    let end = citation.targets.first()?.dossiers.first()?.span.start;
    let start = citation.span.start;
    let wanted = numeral(stated)?;
    let before = text.get(start..end)?;
    let is_part = |sign: char| sign.is_alphanumeric();
    let mut places = before.match_indices(wanted).filter(|(at, _)| {
        !before[..*at].ends_with(is_part) && !before[at + wanted.len()..].starts_with(is_part)
    });
    let (at, _) = places.next()?;
    // Where there are two of them one is something else.
    places.next().is_none().then(|| Span::new(start + at, start + at + wanted.len()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn numbers_are_of_the_tweede_kamer_and_letters_of_the_eerste() {
        check(
            "
            Zie Kamerstukken I 2019/20, 29 521, nr. 404, en Kamerstukken II 2021/22, 35 925, nr. AB.
                             ^ hint: “I” klopt niet: een stuk met een nummer is van de Tweede Kamer
                                                                         ^^ hint: “II” klopt niet: een stuk met een letter is van de Eerste Kamer
            Zie Kamerstukken II 2019/20, 29 521, nr. 404, en Kamerstukken I 2021/22, 35 925, nr. AB.
            ",
        );
    }

    #[test]
    fn of_old_neither_tells() {
        check("Zie Kamerstukken I 1995/96, 23 700, nr. 188b en Kamerstukken II 1999/2000, 26 855, nr. B.\n");
    }

    #[test]
    fn only_for_a_paper_that_is_known_it_is_certain() {
        check_fixes(
            "
            Zie Kamerstukken I 2019/20, 29 521, nr. 404.

            Zie Kamerstukken I 2019/20, 36 999, nr. 405.
            -- corpus
            kst-29521-404
            ",
            &[
                ("!“I” vervangen door “II”", "Zie Kamerstukken II 2019/20, 29 521, nr. 404."),
                ("“I” vervangen door “II”", "Zie Kamerstukken II 2019/20, 36 999, nr. 405."),
            ],
        );
    }
}
