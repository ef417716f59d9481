//! `broken-link`: a link leads to a file that is not there.

use std::path::{Component, Path, PathBuf};

use crate::analysis::rules::{Example, Fixes, Group, Needs, Rule};
use crate::analysis::{Finding, Severity, Subject};
use crate::letter::FileLink;
use crate::messages::Message;

/// A warning: whoever follows the link finds nothing.
pub(super) static RULE: Rule = Rule {
    code: "broken-link",
    group: Group::Letter,
    severity: Severity::Warning,
    on: true,
    needs: Needs::Nothing,
    examples: &[Example::new(
        "Zie [de nota](bijlagen/nota-die-er-niet-is.pdf) over de kosten.",
        "Zie [de nota](https://www.rijksoverheid.nl/) over de kosten.",
    )],
    fixes: Fixes::None,
    check,
};

/// A letter with more links than these is an index of files, and asking the disk for each costs more than it is worth.
const MOST: usize = 200;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(folder) = subject.reading.folder.as_deref() else { return Vec::new() };
    let links: Vec<&FileLink> = subject.reading.letter.file_links.iter().take(MOST).collect();
    let places: Vec<PathBuf> = links.iter().map(|link| place(folder, &link.target)).collect();
    let answers = subject.files_at(&places);
    links
        .into_iter()
        .zip(answers)
        .filter(|(_, is_there)| *is_there == Some(false))
        .map(|(link, _)| Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: link.span,
            message: Message::new("broken-link").with("path", &link.target),
            related: Vec::new(),
            fixes: Vec::new(),
        })
        .collect()
}

/// The path of a link, with the steps upward taken by its words: what lies outside the workspace must not be looked at by way of them.
fn place(folder: &Path, target: &str) -> PathBuf {
    let mut place = folder.to_owned();
    for step in Path::new(target).components() {
        match step {
            Component::Normal(name) => place.push(name),
            Component::ParentDir => {
                place.pop();
            }
            _ => {}
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use crate::analysis::rules::tests::check;

    #[test]
    fn what_leads_elsewhere_is_not_looked_at() {
        check(
            "
            -- brief.md
            Zie [de nota](bijlagen/nota%20die%20er%20niet%20is.pdf#p3) en ![kaart](kaart-die-er-niet-is.png).
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: er is geen bestand bijlagen/nota die er niet is.pdf
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: er is geen bestand kaart-die-er-niet-is.png
            Zie [1](https://voorbeeld.nl/a.pdf), [2](mailto:a@voorbeeld.nl), [3](#kosten), [4](../buiten.pdf), [5](/etc/er-niet),
            [6](griffier:kst-29521-385) en `[7](code.pdf)`.
            ",
        );
    }
}
