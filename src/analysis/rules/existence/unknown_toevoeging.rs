//! `unknown-toevoeging`: a chapter, fund or part that the dossier does not have, such as a chapter that is in no budget of that year.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Certainty, Finding, Severity, Subject};
use crate::corpus::Existence;
use crate::identifier::Dossier;
use crate::messages::{Argument, Message};

use super::absence::{self, Absent, Case};

pub(super) static RULE: Rule = Rule {
    code: "unknown-toevoeging",
    group: Group::Existence,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "Zie de begroting van Volksgezondheid (Kamerstuk 36 600 XXVI, nr. 2).",
        "Zie de begroting van Volksgezondheid (Kamerstuk 36 600 XVI, nr. 2).",
    )
    .beside("-- corpus\nkst-36600-VI-2 kst-36600-XVI-1..9 kst-36800-2")],
    fixes: Fixes::Unsafe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    absence::findings(&RULE, subject, Absent::Toevoeging, |case| verdict(subject, case))
}

fn verdict(subject: &Subject<'_>, case: &Case<'_>) -> Message {
    let code =
        if case.certainty == Certainty::Absent { "unknown-toevoeging" } else { "unknown-toevoeging-perhaps" };
    let message = Message::new(code);
    let (Some(dossier), Existence::NoSuchDossier { list }) = (case.target.id.dossier(), case.existence)
    else {
        return message;
    };
    let parts = subject.known_parts(dossier.number);
    let parts: Vec<String> =
        parts.iter().filter_map(|part| part.toevoeging).map(|part| part.to_string()).collect();
    message
        .with("dossier", Dossier::plain(dossier.number).printed())
        .with("toevoeging", dossier.toevoeging.map(|part| part.to_string()).unwrap_or_default())
        .with("parts", parts.join(", "))
        .with("until", Argument::day(list.until))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_chapter_that_the_budget_of_the_year_does_not_have() {
        check(
            "
            Zie de begroting van Landbouw (Kamerstuk 34 300 XIV, nr. 2).
                                                     ^^^^^^^^^^ warning: 34 300 heeft in de lijst (t/m 15-2-2025) geen XIV, wel XIII, XV; bedoeld is misschien 34 300 XV, nr. 2?
            -- corpus
            kst-34300-XIII-1..9 kst-34300-XV-1..9 kst-34300-1 kst-36800-2
            ",
        );
    }

    #[test]
    fn a_part_that_the_dossier_does_not_have() {
        check(
            "
            Zie de agenda (Kamerstuk 31 501-99, nr. 2).
                                     ^^^^^^^^^ warning: 31 501 heeft in de lijst (t/m 15-2-2025) geen 99, wel 02
            -- corpus
            kst-31501-02-1 kst-36800-2
            ",
        );
    }

    #[test]
    fn the_papers_of_a_fund_may_count_in_a_chapter() {
        check(
            "
            Zie de begroting van het BES-fonds (Kamerstuk 36 410 H, nr. 2).
                                                          ^^^^^^^^ hint: de stukken van 36 410 H konden niet worden nagegaan: ze tellen misschien in een hoofdstuk van 36 410
            -- corpus
            kst-36410-IV-2 kst-36800-2
            ",
        );
    }

    #[test]
    fn a_chapter_that_looks_like_the_one_printed() {
        check_fixes(
            "
            Zie de begroting (Kamerstuk 36 600 XXVI, nr. 2).
            -- corpus
            kst-36600-VI-2 kst-36600-XVI-2 kst-36600-XXII-1 kst-36800-2
            ",
            &[("Vervangen door 36 600 XVI, nr. 2", "Zie de begroting (Kamerstuk 36 600 XVI, nr. 2).")],
        );
    }
}
