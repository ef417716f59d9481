//! `unknown-document`: a paper that the lists do not have.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Certainty, Finding, Severity, Subject};
use crate::corpus::Existence;
use crate::messages::{Argument, Message};

use super::absence::{self, Absent, Case};

pub(super) static RULE: Rule = Rule {
    code: "unknown-document",
    group: Group::Existence,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 251, nr. 385).",
        "De missie (Kamerstuk 29 521, nr. 368) is verlengd (Kamerstuk 29 521, nr. 385).",
    )],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    absence::findings(&RULE, subject, Absent::Paper, verdict)
}

fn verdict(case: &Case<'_>) -> Message {
    let absent = case.certainty == Certainty::Absent;
    let (code, list, highest) = match case.existence {
        Existence::Gap { list, highest } => ("unknown-document-gap", list, Some(*highest)),
        Existence::AboveHighestNumber { list, highest } => match (highest, absent) {
            (Some(highest), true) => ("unknown-document-above", list, Some(*highest)),
            (Some(highest), false) => ("unknown-document-newer", list, Some(*highest)),
            (None, true) => ("unknown-document-unlisted", list, None),
            (None, false) => ("unknown-document-perhaps", list, None),
        },
        _ => return Message::new("unverified-document").with("paper", case.target.id.printed()),
    };
    let message =
        Message::new(code).with("paper", case.target.id.printed()).with("until", Argument::day(list.until));
    match highest {
        Some(highest) => message.with("highest", highest),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_number_that_the_dossier_skips() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 40.
                                      ^^ warning: 29 521, nr. 40 staat niet in de lijst (t/m 15-2-2025), hogere nummers van dit dossier wel (tot 404)
            -- corpus
            kst-29521-1..3 kst-29521-404
            ",
        );
    }

    #[test]
    fn what_no_list_holds_is_not_missed() {
        check(
            "
            Zie Stb. 2018, 247, Trb. 1951, 154, Stcrt. 2019, 24563, Richtlijn 2006/123/EG, ECLI:NL:RVS:2021:1507,
            BWBR0005252, 2024Z15585, 2024D28457, PbEU L 266 en COM(2020) 456.
            -- corpus
            kst-29521-404
            ",
        );
    }

    #[test]
    fn nothing_is_said_of_existence_while_letters_are_being_read() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 40.
            -- corpus incomplete
            kst-29521-1..3 kst-29521-404
            ",
        );
    }

    #[test]
    fn a_number_above_the_highest_in_a_letter_of_before_the_lists_end() {
        check(
            "
            Den Haag, 15 februari 2025

            Zie Kamerstuk 29 521, nr. 9385.
                                      ^^^^ warning: 29 521, nr. 9385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 404; bedoeld is misschien 29 521, nr. 385?
            -- corpus
            kst-29521-380..404
            ",
        );
    }

    #[test]
    fn in_a_later_letter_or_one_without_a_date_it_is_a_hint() {
        check(
            "
            Den Haag, 16 februari 2025

            Zie Kamerstuk 29 521, nr. 405 en Kamerstuk 36 800, nr. 2.
                                      ^^^ hint: 29 521, nr. 405 staat nog niet in de lijst (t/m 15-2-2025), die van dit dossier tot 404 gaat
                                                       ^^^^^^ hint: dossier 36 800 staat nog niet in de lijst (t/m 15-2-2025)
            -- corpus
            kst-29521-404
            ",
        );
        check(
            "
            Zie Kamerstuk 29 521, nr. 405.
                                      ^^^ hint: 29 521, nr. 405 staat nog niet in de lijst (t/m 15-2-2025), die van dit dossier tot 404 gaat
            -- corpus
            kst-29521-404
            ",
        );
    }

    #[test]
    fn a_number_that_few_dossiers_reach_tells_even_where_no_list_is_complete() {
        check(
            "
            De ggz (Kamerstuk 25 242, nr. 686) en (Kamerstuk 25 242, nr. 68).
                              ^^^^^^ hint: 25 242, nr. 686 kon niet worden nagegaan: geen lijst is volledig voor dit dossier; bedoeld is misschien 25 424, nr. 686?
                                                                         ^^ hint: 25 242, nr. 68 kon niet worden nagegaan: geen lijst is volledig voor dit dossier
            -- corpus
            kst-25424-1..700
            ",
        );
    }

    #[test]
    fn without_a_list_nothing_is_said() {
        check("Zie Kamerstuk 29 251, nr. 385, en Kamerstuk 29 521, nr. 9385.\n");
    }

    #[test]
    fn what_only_refers_is_not_judged() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 385, en de motie op stuk nr. 2.
            -- corpus
            kst-29521-1 kst-29521-4..404
            ",
        );
    }

    #[test]
    fn a_letter_of_the_corpus_is_known_whatever_the_list_lacks() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 3.
            -- letters/kst-29521-3.txt
            Nr. 3 BRIEF VAN DE MINISTER VAN DEFENSIE
            -- corpus
            kst-29521-1 kst-29521-4
            ",
        );
    }

    #[test]
    fn two_digits_of_the_dossier_are_swapped() {
        let letter = "
            Den Haag, 27 maart 2020

            Eerdere brieven (Kamerstuk 29 521, nr. 368) noemen een taakgroep (Kamerstuk
            29 251, nr. 385).
            ^^^^^^ warning: 29 251, nr. 385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 12; bedoeld is misschien 29 521, nr. 385?
            -- corpus
            kst-29521-1..404 kst-29251-1..12
            ";
        check(letter);
        check_fixes(letter, &[("!Vervangen door 29 521, nr. 385", "29 521, nr. 385).")]);
    }

    #[test]
    fn two_wrong_digits_are_never_changed_unseen() {
        check_fixes(
            "
            Den Haag, 27 november 2024

            De wet (Kamerstuk 34 952, nr. 3) en het advies (Kamerstuk 34 632, nr. 4).
            -- corpus
            kst-34952-1..123 kst-36600-2
            ",
            &[(
                "Vervangen door 34 952, nr. 4",
                "De wet (Kamerstuk 34 952, nr. 3) en het advies (Kamerstuk 34 952, nr. 4).",
            )],
        );
    }

    #[test]
    fn a_pattern_is_mistaken() {
        check_fixes(
            "
            Den Haag, 27 november 2024

            De wachttijden in de ggz (Kamerstuk 35242, nr. 686) lopen op.
            -- corpus
            kst-35242-1..9 kst-35424-1..700 kst-36600-2
            ",
            &[(
                "Vervangen door 35 424, nr. 686",
                "De wachttijden in de ggz (Kamerstuk 35424, nr. 686) lopen op.",
            )],
        );
    }

    #[test]
    fn the_number_belongs_to_a_dossier_that_the_letter_cites_elsewhere() {
        // They look nothing alike, so that nothing is changed unseen.
        check_fixes(
            "
            Den Haag, 27 november 2024

            De steun (Kamerstuk 36 045, nr. 2) is verhoogd (Kamerstuk 21\u{a0}501-02, nr. 171).
            -- corpus
            kst-36045-1..185 kst-21501-02-1..9 kst-30000-1
            ",
            &[],
        );
        check_fixes(
            "
            Den Haag, 27 november 2024

            De steun (Kamerstuk 36 045, nr. 2) is verhoogd (Kamerstuk 29\u{a0}521, nr. 171).
            -- corpus
            kst-36045-1..185 kst-29521-1..9
            ",
            &[(
                "Vervangen door 36 045, nr. 171",
                "De steun (Kamerstuk 36 045, nr. 2) is verhoogd (Kamerstuk 36\u{a0}045, nr. 171).",
            )],
        );
    }

    #[test]
    fn the_dossier_of_the_letter_itself_counts_as_one_that_it_cites() {
        check_fixes(
            "
            -- brief.md
            ---
            dossiers: [29521]
            date: 2024-11-27
            ---
            Dit is verlengd (Kamerstuk 29 251, nr. 385).
            -- corpus
            kst-29521-1..404 kst-29251-1..12
            ",
            &[("!Vervangen door 29 521, nr. 385", "Dit is verlengd (Kamerstuk 29 521, nr. 385).")],
        );
    }

    #[test]
    fn of_debates_and_answers_no_list_claims_to_have_all() {
        check(
            "
            Den Haag, 27 november 2024

            Zie Handelingen II 2016/17, nr. 66, item 6, Handelingen II 2007/08, nr. 70, p. 4867, en
            Aanhangsel Handelingen II 2014/15, nr. 1241.
            -- corpus
            kst-29521-1..404
            ",
        );
    }

    #[test]
    fn a_low_number_exists_nearly_everywhere_and_suggests_nothing() {
        let row = |digit| format!("kst-3{digit}045-1..3 kst-360{digit}5-1..3 ");
        let list: String = (0..10).map(row).collect();
        let letter = "Den Haag, 27 november 2024\n\nZie Kamerstuk 36 055, nr. 3.\n-- corpus\nkst-36800-2 ";
        check_fixes(&format!("{letter}{}", list.replace("kst-36055-1..3", "")), &[]);
    }

    #[test]
    fn in_a_list_every_number_has_its_mark_and_the_dossier_changes_for_all() {
        let letter = "
            Den Haag, 27 november 2024

            Zie Kamerstukken 29 251, nrs. 368 en 385, en Kamerstuk 29 521, nr. 403.
                                          ^^^ warning: 29 251, nr. 368 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 12; bedoeld is misschien 29 521, nr. 368?
                                                 ^^^ warning: 29 251, nr. 385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 12; bedoeld is misschien 29 521, nr. 385?
            -- corpus
            kst-29521-1..404 kst-29251-1..12
            ";
        check(letter);
        let mended = "Zie Kamerstukken 29 521, nrs. 368 en 385, en Kamerstuk 29 521, nr. 403.";
        check_fixes(
            letter,
            &[("!Vervangen door 29 521, nr. 368", mended), ("!Vervangen door 29 521, nr. 385", mended)],
        );
    }

    #[test]
    fn a_dossier_that_is_right_for_part_of_a_list_is_not_changed_for_the_rest() {
        check_fixes(
            "
            Den Haag, 27 november 2024

            Zie Kamerstukken 29 251, nrs. 12 en 385, en Kamerstuk 29 521, nr. 403.
            -- corpus
            kst-29521-300..404 kst-29251-1..12
            ",
            &[],
        );
    }

    #[test]
    fn another_chapter_of_another_budget_is_never_certain() {
        check_fixes(
            "
            Zie Kamerstuk 36 600 XXIII, nr. 1.

            Zie Kamerstuk 36 410 XI, nr. 1.
            -- corpus
            kst-36600-XXIII-1 kst-36410-X-2 kst-36800-2
            ",
            &[("Vervangen door 36 600 XXIII, nr. 1", "Zie Kamerstuk 36 600 XXIII, nr. 1.")],
        );
    }
}
