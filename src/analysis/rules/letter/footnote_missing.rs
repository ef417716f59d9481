//! `footnote-missing`: a mark in the text points at a note that is not there.

use crate::analysis::{Finding, Severity, Subject};
use crate::messages::Message;

use super::super::{Example, Fixes, Group, Needs, Rule};
use super::labels::labels;

/// A warning, since what the writer meant to tell is lost to the reader.
pub(super) static RULE: Rule = Rule {
    code: "footnote-missing",
    group: Group::Letter,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[
        Example::new(
            "De missie[^1] is verlengd.[^2]\n\n[^1]: Zie de brief over de Sahel.",
            "De missie[^1] is verlengd.[^2]\n\n[^1]: Zie de brief over de Sahel.\n[^2]: Tot eind 2025.",
        ),
        Example::new("De missie is verlengd.[^1]", "De missie is verlengd."),
    ],
    fixes: Fixes::None,
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = &*subject.reading.text;
    let written = subject.notes();
    let notes = labels(text, &written.notes);
    let finding = |mark: &crate::letter::WrittenNote| {
        let label = mark.label.of(text);
        // A letter without any note may mean something else by a word in brackets: `[^a-z]`.
        let is_mark = !notes.is_empty() || mark.number(text).is_some();
        (is_mark && !notes.contains_key(&label.to_lowercase())).then(|| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: mark.span,
            message: Message::new("footnote-missing").with("label", label),
            related: Vec::new(),
            fixes: Vec::new(),
        })
    };
    written.marks.iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn every_mark_without_a_note_in_markdown() {
        check(
            "
            -- brief.md
            De missie[^1] is verlengd[^mali] en nog eens.[^3]
                                     ^^^^^^^ warning: noot “mali” staat er niet: voeg de noot toe of haal het teken weg
                                                         ^^^^ warning: noot “3” staat er niet: voeg de noot toe of haal het teken weg

            [^1]: Zie de brief.
            ",
        );
    }

    #[test]
    fn a_plain_text_with_notes_in_brackets() {
        check(
            "
            De missie[1] is verlengd[2] en nog eens[3].
                                                   ^^^ warning: noot “3” staat er niet: voeg de noot toe of haal het teken weg

            [1] Zie de brief.
            [2] Zie daar.
            ",
        );
    }

    #[test]
    fn what_extraction_leaves_of_marks_is_left_alone() {
        check("De missie2 is verlengd.4 Zie CO2 en de G5.\n\n1 Zie de brief.\n2 Zie daar.\n");
        check("-- brief.md\nEen patroon [^a-z] en `[^4]` in code.\n");
    }
}
