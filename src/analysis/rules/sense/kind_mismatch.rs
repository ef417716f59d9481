//! `kind-mismatch`: a paper is called by the name of another kind of paper: `motie` for a brief.

use crate::analysis::{Finding, Severity, Subject};
use crate::letter::PaperKind;
use crate::messages::Message;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: the number is that of another paper, or the writer takes it for what it is not.
pub(super) static RULE: Rule = Rule {
    code: "kind-mismatch",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Letters,
    examples: &[Example::new(
        "De Kamer vroeg dat in een motie (Kamerstuk 29 521, nr. 385).",
        "De Kamer vroeg dat in een motie (Kamerstuk 29 521, nr. 384).",
    )
    .beside(
        "-- kst-29521-385.md\n---\nidentifier: kst-29521-385\nkind: Brief regering\n---\n# Sahel\n\
         -- kst-29521-384.md\n---\nidentifier: kst-29521-384\nkind: Motie\n---\n# Sahel\n",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let finding = |at: usize| {
        let facts = subject.facts_of_citation(at)?;
        let is = facts.kind?;
        let said = subject.beside(at).kind.filter(|said| contradicts(said.kind, is))?;
        let (target, _) = subject.single(at)?;
        Some(Finding {
            code: RULE.code,
            severity: if said.sure { RULE.severity } else { Severity::Hint },
            span: said.span,
            message: Message::new("kind-mismatch")
                .with("paper", target.id.printed())
                .with("is", is.name())
                .with("said", said.kind.name()),
            related: facts.related().into_iter().collect(),
            fixes: Vec::new(),
        })
    };
    (0..subject.reading.citations.len()).filter_map(finding).collect()
}

/// Whether nobody would call a paper of the one kind by the name of the other. Reports, answers and notes are often sent with a brief and cited by its number.
const fn contradicts(said: PaperKind, is: PaperKind) -> bool {
    use PaperKind::{
        Amendement, Brief, KoninklijkeBoodschap, LijstVanVragen, MemorieVanAntwoord, MemorieVanToelichting,
        Motie, NotaNaarAanleiding, NotaVanWijziging, Verslag, VoorstelVanWet,
    };
    match said {
        Motie => !matches!(is, Motie),
        Amendement => !matches!(is, Amendement),
        Brief => matches!(
            is,
            Motie
                | Amendement
                | MemorieVanToelichting
                | NotaVanWijziging
                | VoorstelVanWet
                | KoninklijkeBoodschap
        ),
        Verslag => matches!(
            is,
            Motie
                | Amendement
                | MemorieVanToelichting
                | NotaVanWijziging
                | NotaNaarAanleiding
                | VoorstelVanWet
                | KoninklijkeBoodschap
        ),
        NotaNaarAanleiding => matches!(
            is,
            Motie | Amendement | MemorieVanToelichting | Verslag | VoorstelVanWet | KoninklijkeBoodschap
        ),
        NotaVanWijziging => matches!(is, Motie | Amendement | Brief | Verslag | MemorieVanToelichting),
        MemorieVanToelichting => matches!(
            is,
            Motie | Amendement | Brief | Verslag | NotaNaarAanleiding | NotaVanWijziging | LijstVanVragen
        ),
        MemorieVanAntwoord => matches!(is, Motie | Amendement | MemorieVanToelichting | VoorstelVanWet),
        VoorstelVanWet | KoninklijkeBoodschap | LijstVanVragen => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    const LETTERS: &str = "
            -- kst-29521-385.txt
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE
            -- kst-29521-386.txt
            29 521 Nederlandse deelname aan vredesmissies
            Nr. 386 MOTIE VAN HET LID DE WIT
            -- kst-29521-387.md
            ---
            identifier: kst-29521-387
            ---
            # Motie De Wit over de missie
            ";

    #[test]
    fn a_motion_is_no_brief() {
        check(&format!(
            "
            -- brief.txt
            De motie-De Wit (Kamerstuk 29 521, nr. 385) en mijn brief (Kamerstuk 29 521, nr. 386).
               ^^^^^ warning: 29 521, nr. 385 is een brief, geen motie: kijk of het nummer klopt
                                                                ^^^^^ hint: 29 521, nr. 386 is een motie, geen brief: kijk of het nummer klopt
            {LETTERS}"
        ));
    }

    #[test]
    fn what_fits_or_may_be_of_another_paper_is_left_alone() {
        check(&format!(
            "
            -- brief.txt
            De motie-De Wit (Kamerstuk 29 521, nr. 386), mijn brief (Kamerstuk 29 521, nr. 385), het verslag
            (Kamerstuk 29 521, nr. 385) en de nota (Kamerstuk 29 521, nr. 385). De brief waarin de motie
            wordt besproken (Kamerstuk 29 521, nr. 385). Een heading zegt weinig: de brief (Kamerstuk 29 521, nr. 387).
            {LETTERS}"
        ));
    }
}
