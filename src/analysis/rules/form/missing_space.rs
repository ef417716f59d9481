//! `missing-space`: two parts of a citation, or a citation and the word beside it, stand without a space between them.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::citation::{Citation, Family};
use crate::letter::Format;
use crate::messages::Message;
use crate::text::Span;

/// A hint, since everybody reads what is meant.
pub(super) static RULE: Rule = Rule {
    code: "missing-space",
    group: Group::Form,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "Dit is verlengd (Kamerstuk29 521, nr. 385).",
            "Dit is verlengd (Kamerstuk 29 521, nr. 385).",
        ),
        Example::new(
            "Dit is verlengd (Kamerstuk 29 521, nr.385).",
            "Dit is verlengd (Kamerstuk 29 521, nr. 385).",
        ),
    ],
    fixes: Fixes::Safe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let reading = subject.reading;
    let text = &*reading.text;
    let mut findings = Vec::new();
    // What was taken out of a printed page has lost spaces that were there; Markdown was typed.
    if reading.format != Format::Markdown {
        return findings;
    }
    for citation in reading.citations.iter() {
        let has_parts =
            matches!(citation.family, Family::Kamerstuk | Family::Handelingen | Family::Aanhangsel);
        // An address and an identifier are written without.
        let words = citation.span.of(text);
        if !has_parts || citation.is_inferred() || words.contains("://") || !words.contains(' ') {
            continue;
        }
        findings.extend(places(text, citation).into_iter().map(|at| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: around(text, at),
            message: Message::new("missing-space").with("printed", around(text, at).of(text)),
            related: Vec::new(),
            fixes: vec![Fix {
                title: Message::new("fix-insert-space"),
                safe: true,
                edits: vec![Edit { span: Span::new(at, at), text: " ".to_owned() }],
            }],
        }));
    }
    findings
}

/// Where a space is missing, in bytes, ascending.
fn places(text: &str, citation: &Citation) -> Vec<usize> {
    let Span { start, end } = citation.span;
    let mut places = Vec::new();
    // `verlengd(Kamerstuk`
    if text[..start].ends_with('(') && text[..start - 1].ends_with(char::is_alphanumeric) {
        places.push(start - 1);
    }
    for (at, sign) in text[start..end].char_indices().map(|(at, sign)| (start + at, sign)) {
        let before = &text[start..at];
        let rest = &text[at..end];
        let glued_keyword = sign.is_ascii_digit() && is_keyword(before) && begins_dossier(citation, at);
        let glued_number = sign.is_ascii_digit() && (before.ends_with("nr.") || before.ends_with("nrs."));
        let behind_comma = before.ends_with(',') && (sign.is_alphabetic() || is_not_a_decimal(before, rest));
        if glued_keyword || glued_number || behind_comma {
            places.push(at);
        }
    }
    // `385)is` and `385is`
    let behind = text[end..].strip_prefix(')').map_or(end, |_| end + 1);
    let joined = text[behind..].starts_with(char::is_alphabetic);
    if joined && (behind > end || text[..end].ends_with(|sign: char| sign.is_ascii_digit())) {
        places.push(behind);
    }
    places
}

/// Whether a word that announces papers ends here. A footnote mark is glued to one at times; a dossier is longer.
fn is_keyword(before: &str) -> bool {
    ["stuk", "stukken", "Stuk", "Stukken"].iter().any(|end| before.ends_with(end))
}

/// Whether a dossier begins at this place, so that the digits are no mark of a footnote.
fn begins_dossier(citation: &Citation, at: usize) -> bool {
    citation.targets.iter().flat_map(|target| &target.dossiers).any(|mention| mention.span.start == at)
}

/// Whether the comma in front parts two numbers: a decimal has digits on both sides and no dossier is one.
fn is_not_a_decimal(before: &str, rest: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let last = before[..before.len() - 1].bytes().rev().take_while(u8::is_ascii_digit).count();
    digits(rest) >= 4 && last >= 2
}

/// The signs on both sides of a place.
fn around(text: &str, at: usize) -> Span {
    let before = text[..at].chars().next_back().map_or(0, char::len_utf8);
    let behind = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(at - before, at + behind)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn every_joint_has_a_space() {
        check_fixes(
            "
            -- brief.md
            Dit is verlengd(Kamerstukken II 2019/20,29 521,nr.385)en (Kamerstuk29 521, nr. 368).
            ",
            &[
                (
                    "!Spatie invoegen",
                    "Dit is verlengd (Kamerstukken II 2019/20,29 521,nr.385)en (Kamerstuk29 521, nr. 368).",
                ),
                (
                    "!Spatie invoegen",
                    "Dit is verlengd(Kamerstukken II 2019/20,29 521, nr.385)en (Kamerstuk29 521, nr. 368).",
                ),
                (
                    "!Spatie invoegen",
                    "Dit is verlengd(Kamerstukken II 2019/20,29 521,nr. 385)en (Kamerstuk29 521, nr. 368).",
                ),
                (
                    "!Spatie invoegen",
                    "Dit is verlengd(Kamerstukken II 2019/20,29 521,nr.385) en (Kamerstuk29 521, nr. 368).",
                ),
                (
                    "!Spatie invoegen",
                    "Dit is verlengd(Kamerstukken II 2019/20,29 521,nr.385)en (Kamerstuk 29 521, nr. 368).",
                ),
            ],
        );
    }

    #[test]
    fn what_was_extracted_is_nobodys_slip() {
        check(
            "
            Dit is verlengd met een brief van de minister van Defensie (Kamerstuk29 521,
            nr. 385) en is daarna nog eens verlengd (Kamerstuk 29 521,nr. 368)(ingezonden).
            ",
        );
    }

    #[test]
    fn addresses_and_identifiers_have_none() {
        check(
            "
            -- brief.md
            Zie 35570-XIV-46, kst-29521-385, [Kamerstuk 29 521, nr. 385](https://zoek.officielebekendmakingen.nl/kst-29521-385.html)
            en Kamerstuk2 29 521, nr. 385, Kamerstuk 29521, 385 en Kamerstukken I 1995/96, 23 700, nr. 188b.
            ",
        );
    }
}
