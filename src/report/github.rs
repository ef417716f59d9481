//! The findings of a check as GitHub Actions takes them: one command a line, which it shows beside the changed lines.
//!
//! [Workflow commands](https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).

use std::fmt::Write as _;

use crate::analysis::{Finding, Severity};
use crate::messages::Translator;
use crate::text::{Buffer, PositionEncoding};

use super::Checked;
use super::place::{place, with_place};

/// A line for every finding of a letter.
#[must_use]
pub fn github(letter: Checked<'_>, say: Translator) -> String {
    let buffer = Buffer::new(letter.text);
    let mut lines = String::new();
    for finding in letter.findings {
        let range = buffer.range(finding.span, PositionEncoding::Utf32);
        let (start, end) = (range.start, range.end);
        if let Some(place) = place(letter.made, finding.span.start) {
            // Nobody is shown the lines of a Word file; that it is about the file is what can be said.
            let _ = writeln!(
                lines,
                "::{} file={},title={}::{}",
                command(finding),
                property(letter.path),
                property(finding.code),
                data(&with_place(&finding.message, Some(place), say)),
            );
            continue;
        }
        // Columns over several lines mean nothing there, and a column is refused where the lines differ.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column + 1, end.column + 1)
        } else {
            String::new()
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            lines,
            "::{} file={},line={},endLine={}{columns},title={}::{}",
            command(finding),
            property(letter.path),
            start.line + 1,
            end.line + 1,
            property(finding.code),
            data(&say.text(&finding.message)),
        );
    }
    lines
}

const fn command(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    }
}

/// The words of a command on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same between commas and colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;
    use crate::messages::Language;
    use crate::text::FileEncoding;

    #[test]
    fn a_line_a_finding_with_what_would_end_it_escaped() {
        let fixture = Fixture::new("Zie één (Kamerstuk 295\n21, nr. 368) en (Kamerstuk 295 21, nr. 2).");
        let findings = fixture.judgement().findings;
        let letter = Checked {
            path: "brieven/a, b: 100%.txt",
            encoding: FileEncoding::Utf8,
            text: fixture.text(),
            findings: &findings,
            made: None,
        };
        insta::assert_snapshot!(github(letter, Translator::new(Language::Dutch)), @"
        ::error file=brieven/a%2C b%3A 100%25.txt,line=1,endLine=2,title=malformed-dossier::“295 21” is geen dossiernummer
        ::error file=brieven/a%2C b%3A 100%25.txt,line=2,endLine=2,col=28,endColumn=34,title=malformed-dossier::“295 21” is geen dossiernummer
        ");
    }
}
