//! From a reading and a corpus to a judgement.

use crate::citation::Reading;
use crate::config::{FindingsConfig, Level};
use crate::corpus::{Corpus, Existence};
use crate::letter::quotations;

use super::rules::{self, Needs, Rule};
use super::subject::Subject;
use super::{Edit, Finding, Memo, Severity};

/// What is known of the citations of a letter, and what is to be said of them.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// For each citation, for each of its targets, what can be said of its existence.
    pub existence: Vec<Vec<Existence>>,
    /// What the rules say, in order of place.
    pub findings: Vec<Finding>,
}

/// Judges a letter by all rules that the settings leave on.
#[must_use]
pub fn judge(reading: &Reading, corpus: &dyn Corpus, settings: &FindingsConfig, memo: &Memo) -> Judgement {
    let subject = Subject::new(reading, corpus, memo, settings);
    let mut findings: Vec<Finding> = rules::all()
        .filter(|rule| match rule.needs {
            // A rule that needs letters is silent by itself on every paper of which nothing is known.
            Needs::Nothing | Needs::Letters => true,
            // Without any list nobody expects a word about existence, and while letters are being read the next one may be the very paper.
            Needs::Catalogue => !subject.lists.is_empty() && subject.complete,
        })
        .flat_map(|rule| findings_of(rule, &subject, settings.severity.get(rule.code).copied()))
        .collect();
    findings.sort_by_key(|finding| (finding.span, finding.severity, finding.code));
    leave_quotations(reading, &mut findings);
    Judgement { existence: subject.existence, findings }
}

/// What others said stays as they said it: a fix that would change a quotation is none.
fn leave_quotations(reading: &Reading, findings: &mut [Finding]) {
    // Most letters have nothing to be mended, and need not be looked through.
    if findings.iter().all(|finding| finding.fixes.is_empty()) {
        return;
    }
    let quoted = quotations(&reading.text, reading.letter.body);
    let changes = |edit: &Edit| {
        let near = quoted.partition_point(|quotation| quotation.end < edit.span.start);
        quoted[near..]
            .iter()
            .take_while(|it| it.start <= edit.span.end)
            .any(|it| it.overlaps(edit.span) || (it.start < edit.span.start && edit.span.end < it.end))
    };
    for finding in findings {
        // Signs that were encoded twice are not what others said, and restored they are.
        if finding.code == "encoded-twice" {
            continue;
        }
        finding.fixes.retain(|fix| !fix.edits.iter().any(changes));
    }
}

fn findings_of(rule: &Rule, subject: &Subject<'_>, level: Option<Level>) -> Vec<Finding> {
    let Some(level) = level else {
        return if rule.on { (rule.check)(subject) } else { Vec::new() };
    };
    let severity = match level {
        Level::Off => return Vec::new(),
        Level::Hint => Severity::Hint,
        Level::Info => Severity::Info,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    };
    let mut findings = (rule.check)(subject);
    for finding in &mut findings {
        // What a rule itself says more softly than usual is less certain, and no setting makes it certain.
        finding.severity =
            if finding.severity > rule.severity { finding.severity.max(severity) } else { severity };
    }
    findings
}
