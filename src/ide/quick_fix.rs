//! What mends a finding, offered at its place.

use crate::analysis::{Edit, Judgement};
use crate::messages::Translator;
use crate::text::Span;

/// A way to mend a finding, as an editor offers it.
#[derive(Clone, PartialEq, Debug)]
pub struct QuickFix {
    /// What it does, in words.
    pub title: String,
    /// Which finding of the judgement it mends.
    pub finding: usize,
    /// Whether it is the one to take without looking.
    pub preferred: bool,
    /// The edits, ascending, without overlap.
    pub edits: Vec<Edit>,
}

/// The fixes of all findings that touch `range`, which for a cursor is empty.
#[must_use]
pub fn quick_fixes(judgement: &Judgement, range: Span, say: Translator) -> Vec<QuickFix> {
    judgement
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.span.start <= range.end && range.start <= finding.span.end)
        .flat_map(|(at, finding)| {
            finding.fixes.iter().enumerate().map(move |(order, fix)| QuickFix {
                title: say.text(&fix.title),
                finding: at,
                preferred: order == 0 && fix.safe,
                edits: fix.edits.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, edited};
    use crate::messages::Language;

    const LETTER: &str = "
        Den Haag, 27 maart 2020

        De missie (Kamerstuk 295 21, nr. 368) is verlengd (Kamerstuk 29 251, nr. 385).
        -- corpus
        kst-29521-1..404 kst-29251-1..12
        ";

    fn fixes(literal: &str) -> Vec<(String, bool, String)> {
        let fixture = Fixture::new(literal);
        let cursor = Span::new(fixture.offset(), fixture.offset());
        quick_fixes(&fixture.judgement(), cursor, Translator::new(Language::Dutch))
            .into_iter()
            .map(|fix| (fix.title, fix.preferred, edited(fixture.text(), &fix.edits)))
            .collect()
    }

    #[test]
    fn the_fix_of_the_finding_under_the_cursor() {
        let [(title, preferred, mended)] = &fixes(&LETTER.replace("295 21", "29$05 21"))[..] else {
            panic!()
        };
        assert_eq!((&**title, preferred), ("“295 21” vervangen door “29 521”", &true));
        assert!(mended.contains("De missie (Kamerstuk 29 521, nr. 368) is"), "{mended}");
    }

    #[test]
    fn the_end_of_the_words_belongs_to_them() {
        assert_eq!(fixes(&LETTER.replace("29 251", "29 251$0"))[0].0, "Vervangen door 29 521, nr. 385");
    }

    #[test]
    fn elsewhere_there_is_none() {
        assert_eq!(fixes(&LETTER.replace("De missie", "De $0missie")), []);
    }

    #[test]
    fn of_several_ways_none_is_preferred() {
        let fixes = fixes("Zie de brief (Kamerstukken II 2019$0/21, 29 521, nr. 404).");
        assert_eq!(fixes.len(), 2);
        assert!(fixes.iter().all(|(_, preferred, _)| !preferred));
    }

    #[test]
    fn a_selection_has_the_fixes_of_all_that_it_touches() {
        let fixture = Fixture::new(LETTER);
        let all = Span::new(0, fixture.text().len());
        let judgement = fixture.judgement();
        let fixes = quick_fixes(&judgement, all, Translator::default());
        let codes: Vec<_> = fixes.iter().map(|fix| judgement.findings[fix.finding].code).collect();
        assert_eq!(codes, ["malformed-dossier", "unknown-document"]);
    }
}
