//! `page-beyond-end`: a page is cited that the paper does not have.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::{Citation, Target};
use crate::identifier::DocumentId;
use crate::messages::Message;

pub(super) static RULE: Rule = Rule {
    code: "page-beyond-end",
    group: Group::Existence,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Letters,
    examples: &[Example::new(
        "De dreiging is eerder beschreven (Kamerstuk 29 521, nr. 385, p. 41).",
        "De dreiging is eerder beschreven (Kamerstuk 29 521, nr. 385, p. 14).",
    )
    .beside("-- corpus\nkst-29521-1..492\n{\"identifier\": \"kst-29521-385\", \"pages\": 16}")],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let pinned: Vec<&Target> = subject
        .targets()
        .filter(|(_, _, citation, target, _)| {
            // What only refers to a paper may have its page from elsewhere, and an attachment has pages of its own.
            !citation.is_inferred()
                && is_numbered_paper(&target.id)
                && target.pin.is_some()
                && !is_of_attachment(text, citation)
        })
        .map(|(_, _, _, target, _)| target)
        .collect();
    let ids: Vec<DocumentId> = pinned.iter().map(|target| target.id.clone()).collect();
    let facts = subject.facts_of(&ids);
    pinned
        .into_iter()
        .zip(facts)
        .filter_map(|(target, facts)| {
            let facts = facts?;
            let (pin, pages) = (target.pin.as_ref()?, facts.pages?);
            (pin.page > pages).then(|| Finding {
                code: RULE.code,
                severity: RULE.severity,
                span: pin.span,
                message: Message::new("page-beyond-end")
                    .with("paper", target.id.printed())
                    .with("page", pin.page)
                    .with("pages", pages),
                related: facts.related().into_iter().collect(),
                fixes: Vec::new(),
            })
        })
        .collect()
}

/// Whether its pages are counted from one. Those of the record of debates once ran through the session.
const fn is_numbered_paper(id: &DocumentId) -> bool {
    id.as_kamerstuk().is_some()
}

/// Whether the page is one of an attachment: `Bijlage bij Kamerstukken II …`, `nr. 3 (bijlage IV), blz. 21`.
fn is_of_attachment(text: &str, citation: &Citation) -> bool {
    const REACH: usize = 40;
    let start = text.floor_char_boundary(citation.span.start.saturating_sub(REACH));
    let end = text.ceil_char_boundary((citation.span.end + REACH).min(text.len()));
    let words = text[start..end].to_lowercase();
    ["bijlage", "annex", "appendix", "bijl."].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn the_letter_itself_shows_how_many_pages_it_has() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 385, p. 4, en Kamerstuk 29 521, nr. 385, p. 2 e.v.
                                           ^^^^ warning: 29 521, nr. 385 heeft geen bladzijde 4, maar telt er 2
            Zie Kamerstuk 29 521, nr. 386, p. 40, en de bijlage bij Kamerstuk 29 521, nr. 385, p. 40.
            -- letters/kst-29521-385.txt
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE
            Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
            De missie wordt verlengd.\u{C}
            De kosten staan hieronder.
            -- letters/kst-29521-386.txt
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 386 BRIEF VAN DE MINISTER VAN DEFENSIE
            Een brief zonder bladzijden.
            ",
        );
    }
}
