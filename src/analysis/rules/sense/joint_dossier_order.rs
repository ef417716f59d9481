//! `joint-dossier-order`: a joint paper is cited with the wrong dossier first.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Certainty, Edit, Finding, Fix, Severity, Subject};
use crate::corpus::Existence;
use crate::identifier::Ondernummer;
use crate::messages::Message;

pub(super) static RULE: Rule = Rule {
    code: "joint-dossier-order",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "Zie de brief over de Sahel (Kamerstukken 34 952 en 29 521, nr. 403).",
        "Zie de brief over de Sahel (Kamerstukken 29 521 en 34 952, nr. 403).",
    )],
    fixes: Fixes::Safe,
    check,
};

/// So many papers a busy dossier grows by in a year.
const REACH: u32 = 100;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let finding = |(&(at, index), &owner): (&(usize, usize), &usize)| {
        let target = &subject.reading.citations[at].targets[index];
        let (first, owner) = (target.dossiers.first()?, target.dossiers.get(owner)?);
        let existence = &subject.existence[at][index];
        let certain = subject.certainty(existence) == Certainty::Absent;
        // A later letter may cite a number that the first dossier has reached since the list was made.
        // Where nothing tells the letter's age, a number that the first dossier cannot have reached tells enough.
        let later = subject.reading.letter.header.date.is_some();
        let number = target.id.as_kamerstuk()?.number;
        let likely = certain || (!later && is_out_of_reach(existence, number));
        Some(Finding {
            code: RULE.code,
            severity: if likely { RULE.severity } else { Severity::Hint },
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

/// Whether a dossier hardly comes to this number before the list is made anew. An old dossier has every low number, so that its having this one does not tell.
fn is_out_of_reach(existence: &Existence, number: Ondernummer) -> bool {
    let Existence::AboveHighestNumber { highest, .. } = existence else { return false };
    let highest = highest.and_then(Ondernummer::number).unwrap_or(0);
    number.number().is_some_and(|number| number > highest + REACH)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn the_dossier_of_the_number_stands_second() {
        check(
            "
            Den Haag, 27 november 2024

            Zie de brief over de Sahel (Kamerstukken 34 952 en 29 521, nr. 403).
                                                     ^^^^^^^^^^^^^^^^ warning: nr. 403 telt in dossier 29 521, niet in 34 952: het dossier van het nummer staat voorop
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
        );
    }

    #[test]
    fn the_two_change_places_in_the_spelling_of_the_letter() {
        check_fixes(
            "
            Den Haag, 27 november 2024

            Zie de brief (Kamerstukken 34952 en 29\u{a0}521, nr. 403).
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
            &[("!29 521 vooropzetten", "Zie de brief (Kamerstukken 29\u{a0}521 en 34952, nr. 403).")],
        );
    }

    #[test]
    fn the_right_order_and_a_number_that_both_have_are_left_alone() {
        check(
            "
            Den Haag, 27 november 2024

            Zie Kamerstukken 29 521 en 34 952, nr. 403, en Kamerstukken 34 952 en 29 521, nr. 12.
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
        );
    }

    #[test]
    fn a_number_that_no_dossier_has_is_unknown_rather_than_misplaced() {
        check(
            "
            Den Haag, 27 november 2024

            Zie Kamerstukken 34 952 en 29 521, nr. 987.
                                                   ^^^ warning: 34 952, nr. 987 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 123
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
        );
    }

    #[test]
    fn a_later_letter_may_cite_a_number_that_the_list_cannot_have() {
        check(
            "
            Den Haag, 3 juni 2025

            Zie Kamerstukken 34 952 en 29 521, nr. 124.
                             ^^^^^^^^^^^^^^^^ hint: nr. 124 telt in dossier 29 521, niet in 34 952: het dossier van het nummer staat voorop
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
        );
    }

    #[test]
    fn an_undated_letter_may_be_later_too() {
        check(
            "
            Zie Kamerstukken 34 952 en 29 521, nr. 124, en Kamerstukken 34 952 en 29 521, nr. 403.
                             ^^^^^^^^^^^^^^^^ hint: nr. 124 telt in dossier 29 521, niet in 34 952: het dossier van het nummer staat voorop
                                                                        ^^^^^^^^^^^^^^^^ warning: nr. 403 telt in dossier 29 521, niet in 34 952: het dossier van het nummer staat voorop
            -- corpus
            kst-29521-1..492 kst-34952-1..123
            ",
        );
    }

    #[test]
    fn without_a_list_nothing_is_said() {
        check("Zie Kamerstukken 34 952 en 29 521, nr. 403.\n");
    }
}
