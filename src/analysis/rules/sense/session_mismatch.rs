//! `session-mismatch`: a session year in which the paper cannot have appeared.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::facts::{Facts, Timeline, earliest_session, latest_session};
use crate::analysis::{Finding, Fix, Severity, Subject};
use crate::citation::Citation;
use crate::identifier::{Dossier, SessionYear, first_session_of};
use crate::messages::{Argument, Message};
use crate::text::Span;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A warning: the paper is found by its number, unless that is what is wrong.
pub(super) static RULE: Rule = Rule {
    code: "session-mismatch",
    group: Group::Sense,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "Zie de brief over de Sahel (Kamerstukken II 2018/19, 29 521, nr. 404).",
            "Zie de brief over de Sahel (Kamerstukken II 2019/20, 29 521, nr. 404).",
        )
        .beside("-- kst-29521-404.md\n---\nidentifier: kst-29521-404\ndate: 2020-03-20\n---\n# Gevolgen\n"),
        Example::new(
            "Zie de memorie van toelichting (Kamerstukken II 2014/15, 36 045, nr. 2).",
            "Zie de memorie van toelichting (Kamerstukken II 2021/22, 36 045, nr. 2).",
        )
        .beside("-- corpus\nkst-36045-1..3\n"),
    ],
    fixes: Fixes::Unsafe,
    check,
};

/// The date of a draft is that of the day on which it was begun.
const DRAFTED: i32 = 45;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let header = &subject.reading.letter.header;
    let drafted = header.date.and_then(|date| date.checked_add(jiff::Span::new().days(DRAFTED)).ok());
    let last = drafted.and_then(SessionYear::of_day).or(header.session);
    let mut findings = Vec::new();
    let mut open: Vec<(usize, SessionYear, Dossier, u32)> = Vec::new();
    for (at, citation) in subject.reading.citations.iter().enumerate() {
        let Some(session) = citation.session.filter(|_| !citation.is_inferred()) else { continue };
        if let Some(last) = last.filter(|last| session > *last) {
            let message = Message::new("session-mismatch-future").with("last", last);
            findings.extend(finding(subject, citation, session, message, None));
            continue;
        }
        // Of several papers only the first is certainly of the session that is printed before it.
        let dossier = citation.targets.first().and_then(|target| target.id.dossier());
        let first = dossier.and_then(|dossier| Some((dossier, first_session_of(dossier.number)?)));
        if let Some((dossier, first)) = first.filter(|(_, first)| session < *first) {
            let message = Message::new("session-mismatch-dossier")
                .with("dossier", dossier.printed())
                .with("first", first);
            findings.extend(finding(subject, citation, session, message, None));
            continue;
        }
        let Some((target, paper)) = subject.single(at) else { continue };
        let facts = subject.facts_of_citation(at);
        let against = facts.and_then(|facts| contradicts(facts, session));
        if let Some((message, right)) = against {
            let message = message.with("paper", target.id.printed());
            let related = facts.and_then(Facts::related);
            findings.extend(
                finding(subject, citation, session, message, Some(right))
                    .map(|finding| Finding { related: related.into_iter().collect(), ..finding }),
            );
        } else if facts.is_none_or(|facts| facts.session.is_none() && facts.date.is_none()) {
            open.extend(paper.number.number().map(|number| (at, session, paper.dossier, number)));
        }
    }
    findings.extend(by_neighbours(subject, &open));
    findings
}

/// What is known of a paper against a session, and the one that it was printed in.
fn contradicts(facts: &Facts, session: SessionYear) -> Option<(Message, SessionYear)> {
    if let Some(known) = facts.session {
        return (known != session)
            .then(|| (Message::new("session-mismatch-known").with("known", known), known));
    }
    let date = facts.date?;
    let fits = (earliest_session(date)?..=latest_session(date)?).contains(&session);
    if fits {
        return None;
    }
    let message = Message::new("session-mismatch-date").with("date", Argument::date_in_words(date));
    Some((message, SessionYear::of_day(date)?))
}

/// The papers without a date of their own, by those with lower and higher numbers.
fn by_neighbours(subject: &Subject<'_>, open: &[(usize, SessionYear, Dossier, u32)]) -> Vec<Finding> {
    let mut timelines: BTreeMap<Dossier, Option<Arc<Timeline>>> =
        open.iter().map(|(_, _, dossier, _)| (*dossier, None)).collect();
    let dossiers: Vec<Dossier> = timelines.keys().copied().collect();
    for (known, timeline) in timelines.values_mut().zip(subject.timelines_of(&dossiers)) {
        *known = Some(timeline);
    }
    let judged = |&(at, session, dossier, number): &(usize, SessionYear, Dossier, u32)| {
        let (witness, date) = timelines.get(&dossier)?.as_ref()?.against(number, session)?;
        let citation = &subject.reading.citations[at];
        let code = if witness < number { "session-mismatch-lower" } else { "session-mismatch-higher" };
        let message = Message::new(code)
            .with("number", number)
            .with("witness", witness)
            .with("date", Argument::date_in_words(date));
        finding(subject, citation, session, message, None)
    };
    open.iter().filter_map(judged).collect()
}

/// Nothing where the citation names more than one session, since nothing tells which of them is which paper's.
fn finding(
    subject: &Subject<'_>,
    citation: &Citation,
    session: SessionYear,
    message: Message,
    right: Option<SessionYear>,
) -> Option<Finding> {
    let text = &*subject.reading.text;
    let span = printed_session(text, citation.span, session)?;
    let fix = |right: SessionYear| Some(Fix::replace(text, span, respelled(span.of(text), right)?, false));
    Some(Finding {
        code: RULE.code,
        severity: RULE.severity,
        span,
        message: message.with("session", crate::analysis::finding::one_line(span.of(text))),
        related: Vec::new(),
        fixes: right.and_then(fix).into_iter().collect(),
    })
}

/// Where a citation prints its session year, if it does so once and prints no other.
fn printed_session(text: &str, within: Span, session: SessionYear) -> Option<Span> {
    let words = within.of(text);
    let mut found = None;
    for (at, _) in words.match_indices(['/', '-', '–', '—']) {
        let before = words[..at].trim_end();
        let start = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let behind_at = at + words[at..].chars().next().map_or(0, char::len_utf8);
        let blank = words[behind_at..].len() - words[behind_at..].trim_start().len();
        let digits = words[behind_at + blank..].bytes().take_while(u8::is_ascii_digit).count();
        let end = behind_at + blank + digits;
        let (first, second) = (&before[start..], &words[behind_at + blank..end]);
        match SessionYear::parse(&format!("{first}-{second}")) {
            Some(one) if one == session && found.is_none() => {
                found = Some(Span::new(start, end).shifted(within.start));
            }
            Some(_) => return None,
            None => {}
        }
    }
    found
}

/// Another session in the spelling of the one that is printed.
fn respelled(printed: &str, session: SessionYear) -> Option<String> {
    let rest = printed.get(4..)?;
    let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let second = session.second();
    let second = if digits == 2 { format!("{:02}", second % 100) } else { second.to_string() };
    Some(format!("{}{}{second}", session.first(), &rest[..rest.len() - digits]))
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_session_that_had_not_begun() {
        check(
            "
            Den Haag, 27 maart 2020

            Zie Kamerstukken II 2021/22, 29 521, nr. 385, en Aanhangsel Handelingen II 2019/20, nr. 12.
                                ^^^^^^^ warning: vergaderjaar 2021/22 begint na deze brief, die in 2019–2020 is geschreven: kijk welk jaar bedoeld is
            ",
        );
    }

    #[test]
    fn a_dossier_that_had_not_been_opened() {
        check(
            "
            Zie Kamerstukken II 2008/09, 34 473, nr. 251, Kamerstukken II 2022/23, 36 410 XVI, nr. 2,
                                ^^^^^^^ warning: dossier 34 473 is op zijn vroegst in 2015–2016 geopend, na 2008/09: kijk of jaar en dossier kloppen
                                                                          ^^^^^^^ warning: dossier 36 410 XVI is op zijn vroegst in 2023–2024 geopend, na 2022/23: kijk of jaar en dossier kloppen
            Kamerstukken II 2022/23, 36 441, nr. 24, Kamerstukken II 2007/08, 21 501-02, nr. 3.
            ",
        );
    }

    #[test]
    fn a_paper_of_another_session() {
        let letters = "
            -- kst-29521-368.md
            ---
            identifier: kst-29521-368
            date: 2018-09-14
            ---
            # Inzet
            ";
        check(&format!(
            "
            Zie Kamerstukken II 2020-2021, 29 521, nr. 368.
                                ^^^^^^^^^ warning: 29 521, nr. 368 is van 14 september 2018, niet uit vergaderjaar 2020-2021: kijk of jaar en nummer kloppen
            Het was kort voor de opening: Kamerstukken II 2018/19, 29 521, nr. 368 en Kamerstukken II 2017/18, 29 521, nr. 368.
            {letters}"
        ));
        check_fixes(
            &format!("\n            Zie Kamerstukken II 2020-2021, 29 521, nr. 368.{letters}"),
            &[("“2020-2021” vervangen door “2017-2018”", "Zie Kamerstukken II 2017-2018, 29 521, nr. 368.")],
        );
    }

    #[test]
    fn a_number_between_its_neighbours() {
        check(
            "
            Zie Kamerstukken II 2021–2022, 29 279, nr. 339, en Kamerstukken II 2016/17, 29 279, nr. 340.
                                ^^^^^^^^^ warning: nr. 339 is uit een eerder vergaderjaar dan 2021–2022, want nr. 494 is van 5 maart 2019: kijk of jaar, dossier en nummer kloppen
            -- kst-29279-494.md
            ---
            identifier: kst-29279-494
            date: 2019-03-05
            ---
            # Rechtsbestel
            -- corpus
            kst-29279-1..500
            ",
        );
    }

    #[test]
    fn of_several_sessions_nothing_is_said() {
        check("Zie Kamerstukken II 2021/22, 36 021, nr. 6; I 2008/09, 36 021, B.\n");
        check("Zie Kamerstukken II 2008/09, 31 700 XVI, nr. 3 en 36 410 XVI, nr. 5.\n");
    }
}
