//! `footnote-unmarked`: a note to which no mark in the text points.

use crate::analysis::{Finding, Severity, Subject};
use crate::messages::Message;

use super::super::{Example, Fixes, Group, Needs, Rule};
use super::labels::labels;

/// A warning, since Markdown drops such a note, and the reader of any other text does not know what it is about.
pub(super) static RULE: Rule = Rule {
    code: "footnote-unmarked",
    group: Group::Letter,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "De missie is verlengd.\n\n[^1]: Tot eind 2025.",
        "De missie is verlengd.[^1]\n\n[^1]: Tot eind 2025.",
    )],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let written = subject.notes();
    let marks = labels(text, &written.marks);
    let unmarked =
        written.notes.iter().filter(|note| !marks.contains_key(&note.label.of(text).to_lowercase()));
    unmarked
        .map(|note| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: note.span,
            message: Message::new("footnote-unmarked").with("label", note.label.of(text)),
            related: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn a_note_that_no_mark_points_at() {
        check(
            "
            -- brief.md
            De missie[^1] is verlengd.

            [^1]: Zie de brief.
            [^2]: Zie daar.
            ^^^^ warning: in de tekst verwijst niets naar noot “2”: zet het teken waar de noot hoort of haal de noot weg
            ",
        );
    }

    #[test]
    fn a_mark_within_another_note_is_one() {
        check("-- brief.md\nDe missie.[^1]\n\n[^1]: Zie de brief.[^2]\n[^2]: Zie daar.\n");
    }
}
