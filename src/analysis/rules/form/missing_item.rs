//! `missing-item`: a debate is cited by its meeting alone.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::{Citation, Family, Target};
use crate::identifier::{DocumentId, Sessional, last_meeting_by_page};
use crate::messages::Message;

/// A hint: the meeting is found, and one who knows the debate will find it there.
pub(super) static RULE: Rule = Rule {
    code: "missing-item",
    group: Group::Form,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Dat is in het debat toegezegd (Handelingen II 2018/19, nr. 47).",
        "Dat is in het debat toegezegd (Handelingen II 2018/19, nr. 47, item 9).",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let debates = subject.reading.citations.iter();
    debates
        .filter(|it| it.family == Family::Handelingen && !it.is_inferred() && it.pages.is_empty())
        .flat_map(|citation| {
            let by_item = citation.targets.iter().filter_map(|target| Some((target.span, missing(target)?)));
            let by_page = has_no_page(citation, text).then_some((citation.span, Missing::Page));
            by_item.chain(by_page).collect::<Vec<_>>()
        })
        .map(|(span, missing)| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span,
            message: Message::new(match missing {
                Missing::Item => "missing-item",
                Missing::Page => "missing-item-page",
            }),
            related: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}

/// What tells a debate from the others of its meeting.
enum Missing {
    /// From January 2011 on.
    Item,
    /// Before.
    Page,
}

/// What a meeting that is cited as a whole lacks.
fn missing(target: &Target) -> Option<Missing> {
    let DocumentId::Sessional(Sessional { kamer, session, numbers, .. }) = &target.id else { return None };
    let [meeting] = numbers[..] else { return None };
    let by_page = session.first() == BY_ITEM && meeting <= last_meeting_by_page(*kamer);
    target.pin.is_none().then_some(if by_page { Missing::Page } else { Missing::Item })
}

/// In this session the pages gave way to items.
const BY_ITEM: u16 = 2010;

/// Whether it names a meeting of the time when debates were known by their pages, and no page. Of public committees (UCV, OCV) no record is listed, so that a page of theirs is not kept.
fn has_no_page(citation: &Citation, text: &str) -> bool {
    let then = citation.session.is_some_and(|session| (1995..BY_ITEM).contains(&session.first()));
    let words = citation.span.of(text);
    then && citation.targets.is_empty() && citation.problems.is_empty() && !words.contains("CV")
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn a_meeting_has_many_debates() {
        check(
            "
            Zie Handelingen II 2018/19, nr. 47, Handelingen II 2018/19, nr. 47, item 9 en Handelingen I 2021/22, nr. 30, p. 12.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: noem ook het item: een vergadering heeft er tientallen
            Zie Handelingen II 2007/08, nr. 70 en Handelingen II 2007/08, nr. 70, p. 4867.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: noem ook de bladzijde: tot 2011 wordt een debat daaraan herkend
            ",
        );
    }
}
