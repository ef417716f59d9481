//! `unknown-dossier`: a dossier that the lists do not have.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Certainty, Finding, Severity, Subject};
use crate::corpus::Existence;
use crate::identifier::Dossier;
use crate::messages::{Argument, Message};

use super::absence::{self, Absent, Case};

pub(super) static RULE: Rule = Rule {
    code: "unknown-dossier",
    group: Group::Existence,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 512, nr. 385).",
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 521, nr. 385).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    absence::findings(&RULE, subject, Absent::Dossier, verdict)
}

fn verdict(case: &Case<'_>) -> Message {
    let code = if case.certainty == Certainty::Absent { "unknown-dossier" } else { "unknown-dossier-newer" };
    let message = Message::new(code).with("paper", case.target.id.printed());
    let (Existence::NoSuchDossier { list } | Existence::AboveHighestDossier { list, .. }) = case.existence
    else {
        return message;
    };
    let dossier = case.target.id.dossier().map(Dossier::printed).unwrap_or_default();
    message.with("dossier", dossier).with("until", Argument::day(list.until))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_dossier_that_the_list_skips() {
        check(
            "
            Zie Kamerstuk 33 333, nr. 40, en het hele dossier (Kamerstuk 33 333).
                          ^^^^^^ warning: dossier 33 333 staat niet in de lijst (t/m 15-2-2025)
                                                                         ^^^^^^ warning: dossier 33 333 staat niet in de lijst (t/m 15-2-2025)
            -- corpus
            kst-29521-1..3 kst-36600-2
            ",
        );
    }

    #[test]
    fn two_digits_are_swapped() {
        check_fixes(
            "
            Den Haag, 27 maart 2020

            De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 512, nr. 385).
            -- corpus
            kst-29521-1..404 kst-36600-2
            ",
            &[(
                "!Vervangen door 29 521, nr. 385",
                "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 521, nr. 385).",
            )],
        );
    }

    #[test]
    fn a_dossier_of_after_the_list_is_newer() {
        check(
            "
            Den Haag, 3 november 2025

            Zie de begroting (Kamerstuk 36 800 X, nr. 2).
                                        ^^^^^^^^ hint: dossier 36 800 X staat nog niet in de lijst (t/m 15-2-2025)
            -- corpus
            kst-29521-1..404
            ",
        );
    }
}
