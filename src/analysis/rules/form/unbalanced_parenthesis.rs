//! `unbalanced-parenthesis`: a parenthesis around a citation is open, or closes what was never opened.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::letter::Format;
use crate::messages::Message;
use crate::text::Span;

/// A hint, since the citation is found all the same.
pub(super) static RULE: Rule = Rule {
    code: "unbalanced-parenthesis",
    group: Group::Form,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "De missie is verlengd (Kamerstuk 29 521, nr. 385)).",
            "De missie is verlengd (Kamerstuk 29 521, nr. 385).",
        ),
        Example::new(
            "De missie is verlengd (Kamerstuk 29 521, nr. 385.",
            "De missie is verlengd (Kamerstuk 29 521, nr. 385).",
        ),
    ],
    fixes: Fixes::Safe,
    check,
};

/// So many bytes may stand between an opening parenthesis and the citation: `(zie ook `.
const LEAD: usize = 12;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let reading = subject.reading;
    let text = &*reading.text;
    let mut findings = Vec::new();
    // What was taken out of a printed page has parentheses that are nobody's slip; Markdown was typed.
    if reading.format != Format::Markdown {
        return findings;
    }
    // A paragraph is looked at once, however many citations stand in it.
    let mut unmatched: Option<(Span, Vec<usize>)> = None;
    for citation in reading.citations.iter().filter(|citation| !citation.is_inferred()) {
        let span = citation.span;
        let within = |(last, _): &(Span, _)| last.start <= span.start && span.end <= last.end;
        if !unmatched.as_ref().is_some_and(within) {
            let paragraph = paragraph(text, span);
            unmatched = Some((paragraph, unmatched_in(text, paragraph)));
        }
        let Some((_, places)) = &unmatched else { continue };
        let (before, behind) = places.split_at(places.partition_point(|at| *at < span.start));
        let opens = before.last().filter(|at| text.as_bytes()[**at] == b'(');
        let opens = opens.filter(|at| is_lead(&text[**at + 1..span.start]));
        let closes = behind.iter().find(|at| **at >= span.end).filter(|at| text.as_bytes()[**at] == b')');
        let closes = closes.filter(|at| text[span.end..**at].bytes().all(|byte| byte == b')'));
        findings.extend(opens.map(|at| {
            // Citations are what parentheses stand around most; where else it may have ended is for the writer to say.
            finding(
                *at,
                "unbalanced-open",
                "fix-insert-parenthesis",
                false,
                Edit { span: Span::new(span.end, span.end), text: ")".to_owned() },
            )
        }));
        findings.extend(closes.map(|at| {
            let doubled = *at > span.end;
            finding(
                *at,
                "unbalanced-close",
                "fix-delete-parenthesis",
                doubled,
                Edit { span: Span::new(*at, at + 1), text: String::new() },
            )
        }));
    }
    findings
}

fn finding(at: usize, code: &'static str, title: &'static str, safe: bool, edit: Edit) -> Finding {
    Finding {
        code: RULE.code,
        severity: RULE.severity,
        span: Span::new(at, at + 1),
        message: Message::new(code),
        related: Vec::new(),
        fixes: vec![Fix { title: Message::new(title), safe, edits: vec![edit] }],
    }
}

/// Whether only a few words that lead to a citation stand between parenthesis and citation.
fn is_lead(between: &str) -> bool {
    between.len() <= LEAD && between.chars().all(|sign| sign.is_alphabetic() || sign == ' ' || sign == '*')
}

/// The paragraph that a place stands in, from the blank line before to the blank line behind.
fn paragraph(text: &str, span: Span) -> Span {
    let mut start = 0;
    let mut end = text.len();
    let mut at = span.start;
    while let Some(line_end) = text[..at].rfind('\n') {
        if is_blank(&text[..line_end]) {
            start = line_end + 1;
            break;
        }
        at = line_end;
    }
    let mut at = span.end;
    while let Some(line_end) = text[at..].find('\n').map(|found| at + found) {
        let next = &text[line_end + 1..];
        let line = &next[..next.find('\n').unwrap_or(next.len())];
        if line.trim().is_empty() {
            end = line_end;
            break;
        }
        at = line_end + 1;
    }
    Span::new(start, end)
}

/// Whether nothing but blanks stands in the last line of `text`.
fn is_blank(text: &str) -> bool {
    text[text.rfind('\n').map_or(0, |at| at + 1)..].trim().is_empty()
}

/// The parentheses of a stretch that have no partner in it, ascending.
fn unmatched_in(text: &str, within: Span) -> Vec<usize> {
    let mut open = Vec::new();
    let mut unmatched = Vec::new();
    for (at, byte) in within.of(text).bytes().enumerate().map(|(at, byte)| (within.start + at, byte)) {
        match byte {
            b'(' => open.push(at),
            b')' if open.pop().is_none() => unmatched.push(at),
            _ => {}
        }
    }
    unmatched.extend(open);
    unmatched.sort_unstable();
    unmatched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn one_too_many_and_one_too_few() {
        check(
            "
            -- brief.md
            De missie (Kamerstuk 29 521, nr. 385)) is verlengd.
                                                 ^ hint: dit haakje sluit niets

            De missie (zie Kamerstuk 29 521, nr. 385 is verlengd (voor een jaar).
                      ^ hint: dit haakje gaat open en niet dicht

            De missie is verlengd: Kamerstuk 29 521, nr. 385).
                                                            ^ hint: dit haakje sluit niets
            ",
        );
    }

    #[test]
    fn only_what_is_doubled_is_certainly_too_much() {
        check_fixes(
            "
            -- brief.md
            De missie (Kamerstuk 29 521, nr. 385)) is verlengd.

            De missie is verlengd: Kamerstuk 29 521, nr. 385).
            ",
            &[
                ("!Haakje weghalen", "De missie (Kamerstuk 29 521, nr. 385) is verlengd."),
                ("Haakje weghalen", "De missie is verlengd: Kamerstuk 29 521, nr. 385."),
            ],
        );
    }

    #[test]
    fn what_is_balanced_or_far_away_is_left_alone() {
        check(
            "
            -- brief.md
            De missie ((Kamerstuk 29 521, nr. 385) is verlengd), zie a) Kamerstuk 29 521, nr. 368, en b) de brief.
            Zie (in de brief van de minister van Defensie aan de Kamer, Kamerstuk 29 521, nr. 368.
            ",
        );
    }

    #[test]
    fn what_was_extracted_is_nobodys_slip() {
        check(
            "
            De motie over de missie is door de Kamer aangenomen
            (Kamerstuk 36 441, nr. 24)).
            ",
        );
    }

    #[test]
    fn a_paragraph_lies_between_blank_lines() {
        let text = "Een\n\nTwee\nregels\n \nVier\n";
        for (word, expected) in
            [("Een", "Een"), ("Twee", "Twee\nregels"), ("regels", "Twee\nregels"), ("Vier", "Vier")]
        {
            let at = text.find(word).unwrap();
            assert_eq!(paragraph(text, Span::new(at, at + word.len())).of(text), expected);
        }
    }
}
