//! `item-beyond-end`: a debate or an answer is cited by a number beyond the last one of its meeting or session.

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::citation::Target;
use crate::corpus::{End, Existence, Last};
use crate::identifier::DocumentId;
use crate::messages::Message;

/// A warning where a list claims to have all of them. Others have nearly all, as far as can be seen, which is worth a look.
pub(super) static RULE: Rule = Rule {
    code: "item-beyond-end",
    group: Group::Existence,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Catalogue,
    examples: &[Example::new(
        "Dat is in het debat toegezegd (Handelingen II 2018/19, nr. 47, item 9).",
        "Dat is in het debat toegezegd (Handelingen II 2018/19, nr. 47, item 2).",
    )
    .beside("-- corpus\nh-tk-20182019-47-1..3 h-tk-20182019-48-1..9")],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let targets: Vec<&Target> = subject
        .targets()
        .filter(|(_, _, citation, target, existence)| {
            let numbered = matches!(target.id, DocumentId::Sessional(_));
            numbered && **existence != Existence::Known && !citation.is_inferred()
        })
        .map(|(_, _, _, target, _)| target)
        .collect();
    let ids: Vec<DocumentId> = targets.iter().map(|target| target.id.clone()).collect();
    let ends = subject.ends_before(&ids);
    targets.into_iter().zip(ends).filter_map(|(target, end)| finding(target, end?)).collect()
}

fn finding(target: &Target, end: End) -> Option<Finding> {
    let DocumentId::Sessional(id) = &target.id else { return None };
    let message = match end.last {
        Last::Item { meeting, highest } => {
            Message::new("item-beyond-end-item").with("meeting", meeting).with("highest", highest)
        }
        Last::Meeting { highest } => Message::new("item-beyond-end-meeting").with("highest", highest),
        Last::Answer { highest } => Message::new("item-beyond-end-answer").with("highest", highest),
    };
    // Of an item its own number counts, of a meeting that of the meeting.
    let number = match end.last {
        Last::Item { .. } => id.numbers.last(),
        Last::Meeting { .. } | Last::Answer { .. } => id.numbers.first(),
    };
    let message = message.with("number", *number?).with("session", id.session);
    Some(Finding {
        code: RULE.code,
        severity: if end.claimed { Severity::Warning } else { RULE.severity },
        span: target.number_span.unwrap_or(target.span),
        message,
        related: Vec::new(),
        fixes: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn beyond_the_last_item_the_last_meeting_and_the_last_answer() {
        check(
            "
            Zie Handelingen II 2018/19, nr. 2, item 9, Handelingen II 2018/19, nr. 2, item 3,
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: item 9 staat niet in de lijst: vergadering 2 gaat daar tot item 3
            Handelingen II 2018/19, nr. 9, item 1 en Aanhangsel Handelingen II 2018/19, nr. 41.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: vergadering 9 staat niet in de lijst: vergaderjaar 2018–2019 eindigt daar met vergadering 3
                                                                                            ^^ hint: nr. 41 staat niet in de lijst: vergaderjaar 2018–2019 eindigt daar met nr. 40
            -- corpus
            h-tk-20182019-1-1 h-tk-20182019-2-1..3 h-tk-20182019-3-1..9 h-tk-20192020-1-1
            ah-tk-20182019-1..40 ah-tk-20192020-1
            ",
        );
    }
}
