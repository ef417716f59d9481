//! `wrong-weekday`: a day of the week that is not that of its date.

use jiff::civil::Weekday;

use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::identifier::written_dates;
use crate::messages::{Argument, Message};
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// Off by default: letters seldom name the day of the week, and then in a planning that the writer knows best.
pub(super) static RULE: Rule = Rule {
    code: "wrong-weekday",
    group: Group::Letter,
    severity: Severity::Warning,
    on: false,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Het debat is op maandag 27 maart 2020.",
        "Het debat is op vrijdag 27 maart 2020.",
    )],
    fixes: Fixes::Unsafe,
    check,
};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("maandag", Weekday::Monday),
    ("dinsdag", Weekday::Tuesday),
    ("woensdag", Weekday::Wednesday),
    ("donderdag", Weekday::Thursday),
    ("vrijdag", Weekday::Friday),
    ("zaterdag", Weekday::Saturday),
    ("zondag", Weekday::Sunday),
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    written_dates(text)
        .filter_map(|written| {
            let date = written.date()?;
            let (span, weekday) = weekday_before(text, written.span.start)?;
            let (right, _) = WEEKDAYS.into_iter().find(|(_, other)| *other == date.weekday())?;
            (weekday != date.weekday() && !subject.is_cited_or_silent(span)).then(|| {
                let capital = span.of(text).starts_with(char::is_uppercase);
                let right = if capital { right[..1].to_uppercase() + &right[1..] } else { right.to_owned() };
                Finding {
                    code: RULE.code,
                    severity: RULE.severity,
                    span: span.join(written.span),
                    message: Message::new("wrong-weekday")
                        .with("date", Argument::date_in_words(date))
                        .with("right", right.to_lowercase())
                        .with("printed", span.of(text).to_lowercase()),
                    related: Vec::new(),
                    fixes: vec![Fix::replace(text, span, right, false)],
                }
            })
        })
        .collect()
}

/// The day of the week right before a place.
fn weekday_before(text: &str, at: usize) -> Option<(Span, Weekday)> {
    let before = text[..at].trim_end().trim_end_matches(',');
    let start = before.len() - before.bytes().rev().take_while(u8::is_ascii_alphabetic).take(10).count();
    let span = Span::new(start, before.len());
    let word = span.of(text);
    let (_, weekday) = WEEKDAYS.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
    Some((span, weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_before_a_date() {
        let found = |text: &str| weekday_before(text, text.len()).map(|(_, weekday)| weekday);
        assert_eq!(found("op Maandag, "), Some(Weekday::Monday));
        assert_eq!(found("op zondag\n"), Some(Weekday::Sunday));
        assert_eq!(found("de dag "), None);
    }
}
