//! `footnote-gap`: a number is passed over in the row of the notes.

use std::collections::BTreeMap;

use crate::analysis::{Edit, Finding, Fix, Severity, Subject};
use crate::letter::{WrittenNote, WrittenNotes};
use crate::messages::Message;

use super::super::{Example, Fixes, Group, Needs, Rule};

/// A hint: where the notes are numbered anew when the letter is made up, its reader never sees it.
pub(super) static RULE: Rule = Rule {
    code: "footnote-gap",
    group: Group::Letter,
    severity: Severity::Hint,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie[^1] is verlengd.[^3]\n\n[^1]: Zie de brief over de Sahel.\n[^3]: Tot eind 2025.",
        "De missie[^1] is verlengd.[^2]\n\n[^1]: Zie de brief over de Sahel.\n[^2]: Tot eind 2025.",
    )],
    fixes: Fixes::Unsafe,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    passed_over(&subject.reading.text, subject.notes()).into_iter().collect()
}

/// The first number that neither a mark nor a note has, where all have numbers.
fn passed_over(text: &str, written: &WrittenNotes) -> Option<Finding> {
    let mut numbers: BTreeMap<u32, &WrittenNote> = BTreeMap::new();
    for sign in written.notes.iter().chain(&written.marks) {
        numbers.entry(sign.number(text)?).or_insert(sign);
    }
    let mut before = 0;
    let (passed, next) = numbers.iter().find_map(|(&number, &sign)| {
        let passed = (number != before + 1).then_some((before + 1, sign));
        before = number;
        passed
    })?;
    let number = |(index, (&number, _)): (usize, (&u32, &&WrittenNote))| (number, index + 1);
    let new: BTreeMap<u32, usize> = numbers.iter().enumerate().map(number).collect();
    let mut edits: Vec<Edit> = written
        .notes
        .iter()
        .chain(&written.marks)
        .filter_map(|sign| {
            let old = sign.number(text)?;
            let new = new.get(&old)?.to_string();
            (new != old.to_string()).then_some(Edit { span: sign.label, text: new })
        })
        .collect();
    edits.sort_by_key(|edit| edit.span);
    Some(Finding {
        code: RULE.code,
        severity: RULE.severity,
        span: next.span,
        message: Message::new("footnote-gap").with("number", passed).with("next", next.label.of(text)),
        related: Vec::new(),
        // A sentence may speak of a note by its number.
        fixes: vec![Fix { title: Message::new("fix-renumber-notes"), safe: false, edits }],
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::{check, check_fixes};

    #[test]
    fn a_number_that_is_passed_over() {
        let letter = "
            -- brief.md
            De missie[^1] is verlengd.[^3] Zie ook daar.[^4]

            [^1]: Zie de brief.
            [^3]: Zie daar.
            ^^^^ hint: noot 2 is er niet: na de noot daarvoor komt 3
            [^4]: Zie elders.
            ";
        check(letter);
        check_fixes(letter, &[("Noten doornummeren", "De missie[^1] is verlengd.[^2] Zie ook daar.[^3]")]);
    }

    #[test]
    fn names_are_no_numbers() {
        check("-- brief.md\nA.[^3] B.[^mali]\n\n[^3]: Zie de brief.\n[^mali]: Zie daar.\n");
    }
}
