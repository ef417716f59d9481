//! `impossible-date`: a day that no calendar has.

use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::identifier::{WrittenDate, date_in_words, written_dates};
use crate::messages::{Argument, Message};

use super::super::{Example, Fixes, Group, Needs, Rule};

pub(super) static RULE: Rule = Rule {
    code: "impossible-date",
    group: Group::Letter,
    severity: Severity::Error,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie loopt tot en met 31 november 2024.",
        "De missie loopt tot en met 30 november 2024.",
    )],
    fixes: Fixes::Unsafe,
    check,
};

/// The last word before a day that is one.
const BEFORE_A_DAY: [&str; 13] =
    ["van", "op", "d.d.", "dd.", "dd", "tot", "per", "vanaf", "t/m", "met", "sinds", "voor", "na"];

/// The last word before a number that is no day: `Kamerstuk 29 521, nr. 31 (juni 2019)` without its brackets.
const BEFORE_A_NUMBER: [&str; 11] =
    ["nr.", "nr", "nrs.", "nummer", "artikel", "art.", "lid", "vraag", "p.", "blz.", "versie"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    written_dates(text)
        .filter(|date| {
            date.date().is_none() && is_day(text, date) && !subject.is_cited_or_silent(date.day_span)
        })
        .filter_map(|date| {
            let last = date.last_of_month()?;
            Some(Finding {
                code: RULE.code,
                severity: RULE.severity,
                span: date.span,
                message: Message::new("impossible-date")
                    .with("date", crate::analysis::finding::one_line(date.span.of(text)))
                    .with("last", Argument::date_in_words(last)),
                related: Vec::new(),
                fixes: vec![Fix::replace(text, date.span, date_in_words(last), false)],
            })
        })
        .collect()
}

/// Whether the number before the month is a day. Up to 31 it hardly can be anything else; a higher one, or none at all, needs a word before it that says so.
fn is_day(text: &str, date: &WrittenDate) -> bool {
    let before = text[..date.span.start].trim_end();
    let before = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let before = before.trim_start_matches(['(', '[', '«', '“']);
    if (1..=31).contains(&date.day) {
        !BEFORE_A_NUMBER.contains(&before)
    } else {
        BEFORE_A_DAY.contains(&before)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn days_that_a_month_does_not_have() {
        check(
            "
            Op 31 november 2024 en op 29 februari 2023 is gestemd, en niet op 29 februari 2024.
               ^^^^^^^^^^^^^^^^ error: “31 november 2024” bestaat niet: die maand eindigt op 30 november 2024
                                      ^^^^^^^^^^^^^^^^ error: “29 februari 2023” bestaat niet: die maand eindigt op 28 februari 2023
            Van 45 maart 2020.
                ^^^^^^^^^^^^^ error: “45 maart 2020” bestaat niet: die maand eindigt op 31 maart 2020
            ",
        );
        check_fixes(
            "Op 31 november 2024 is gestemd.",
            &[("“31 november 2024” vervangen door “30 november 2024”", "Op 30 november 2024 is gestemd.")],
        );
    }

    #[test]
    fn numbers_of_other_things_are_no_days() {
        check(
            "
            Zie Kamerstuk 29 521, nr. 31 juni 2019, vraag 31 april 2020, bijlage 45 maart 2020 en
            31-30 juni 2020, 1,31 juni 2020 of 31 november 20241.
            ",
        );
    }
}
