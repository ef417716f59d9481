//! A citation in other words: in another style, or its list of numbers written out or drawn together.
//!
//! What is rewritten means the same papers and pages as before; where a citation does not tell what a style asks for, there is nothing to offer.

use crate::analysis::Edit;
use crate::analysis::rules::is_plain_citation;
use crate::citation::{Citation, Reading, Target, in_style};
use crate::config::Style;
use crate::letter::quotations;
use crate::messages::{Message, Translator};
use crate::text::Span;

/// A way to rewrite.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rewrite {
    /// What it does, in words.
    pub title: String,
    /// The edits, ascending, without overlap.
    pub edits: Vec<Edit>,
}

/// The ways to rewrite the citations that `range` touches, which for a cursor is empty.
#[must_use]
pub fn rewrites(reading: &Reading, range: Span, say: Translator) -> Vec<Rewrite> {
    let touched: Vec<&Citation> = reading
        .citations
        .iter()
        .filter(|it| it.span.start <= range.end && range.start <= it.span.end)
        .collect();
    let mut rewrites = Vec::new();
    let quoted = Quoted::new(reading, !touched.is_empty());
    if let [citation] = touched[..] {
        if quoted.touches(citation.span) {
            return rewrites;
        }
        let text = &*reading.text;
        for (name, style) in Style::NAMES {
            let Some(words) = in_style(citation, style) else { continue };
            let edit = Edit { span: citation.span, text: words.clone() };
            if edit.text != edit.span.of(text) && !rewrites.iter().any(|it: &Rewrite| it.edits[0] == edit) {
                let style = say.text_of_code(&format!("style-{name}")).unwrap_or_default();
                let message =
                    Message::new("rewrite-style").with("words", one_line(&words)).with("style", style);
                rewrites.push(Rewrite { title: say.text(&message), edits: vec![edit] });
            }
        }
        if let Some(words) = written_out(citation) {
            let message = Message::new("rewrite-expand").with("words", one_line(&words));
            rewrites.push(Rewrite {
                title: say.text(&message),
                edits: vec![Edit { span: citation.span, text: words }],
            });
        }
    }
    rewrites.extend(drawn_together(reading, &touched, &quoted, say));
    rewrites
}

/// All citations of the letter in one style: those that can be, outside quotations.
#[must_use]
pub fn letter_in_style(reading: &Reading, style: Style) -> Vec<Edit> {
    let text = &*reading.text;
    let quoted = Quoted::new(reading, true);
    let citations = reading.citations.iter().filter(|citation| !quoted.touches(citation.span));
    // Words that are no part of any citation, as `de brief van`, would be lost unseen.
    let plain = |citation: &&Citation| is_plain_citation(citation.span.of(text));
    let edits = citations.filter(plain).filter_map(|citation| {
        let edit = Edit { span: citation.span, text: in_style(citation, style)? };
        (edit.text != edit.span.of(text)).then_some(edit)
    });
    edits.collect()
}

/// Each paper by itself: `Kamerstuk 29 521, nr. 3, Kamerstuk 29 521, nr. 5 en Kamerstuk 29 521, nr. 7`.
fn written_out(citation: &Citation) -> Option<String> {
    if citation.targets.len() < 2 || citation.is_inferred() || !citation.pages.is_empty() {
        return None;
    }
    let each: Option<Vec<String>> = citation
        .targets
        .iter()
        .map(|target| in_style(&with(citation, vec![target.clone()]), Style::Kamer))
        .collect();
    let each = each?;
    let (last, before) = each.split_last()?;
    Some(format!("{} en {last}", before.join(", ")))
}

/// Several citations of one dossier that only `en` and commas part, as one.
fn drawn_together(
    reading: &Reading,
    touched: &[&Citation],
    quoted: &Quoted,
    say: Translator,
) -> Option<Rewrite> {
    let text = &*reading.text;
    let at =
        reading.citations.iter().position(|it| touched.first().is_some_and(|first| first.span == it.span))?;
    let citations = &reading.citations;
    let dossier = |citation: &Citation| {
        let mut dossiers = citation.targets.iter().map(|it| it.id.as_kamerstuk().map(|paper| paper.dossier));
        let first = dossiers.next()??;
        let stated = !citation.is_inferred() && citation.problems.is_empty();
        (stated && dossiers.all(|other| other == Some(first))).then_some(first)
    };
    let own = dossier(&citations[at])?;
    let joins = |a: &Citation, b: &Citation| {
        dossier(b) == Some(own)
            && a.session == b.session
            && text
                .get(a.span.end..b.span.start)
                .is_some_and(|it| matches!(it.trim(), "," | "en" | ", en" | ";"))
    };
    let (mut first, mut last) = (at, at);
    while first > 0
        && dossier(&citations[first - 1]) == Some(own)
        && joins(&citations[first - 1], &citations[first])
    {
        first -= 1;
    }
    while citations.get(last + 1).is_some_and(|next| joins(&citations[last], next)) {
        last += 1;
    }
    let row = &citations[first..=last];
    let span = Span::new(row[0].span.start, row[row.len() - 1].span.end);
    if row.len() < 2 || quoted.touches(span) {
        return None;
    }
    let targets = row.iter().flat_map(|citation| citation.targets.iter().cloned()).collect();
    let words = in_style(&with(&row[0], targets), Style::Kamer)?;
    let message = Message::new("rewrite-contract").with("words", one_line(&words));
    Some(Rewrite { title: say.text(&message), edits: vec![Edit { span, text: words }] })
}

/// The same citation of other papers.
fn with(citation: &Citation, targets: Vec<Target>) -> Citation {
    Citation { targets, ..citation.clone() }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What others said, which stays as they said it.
pub(super) struct Quoted(Vec<Span>);

impl Quoted {
    pub(super) fn new(reading: &Reading, needed: bool) -> Self {
        Self(if needed { quotations(&reading.text, reading.letter.body) } else { Vec::new() })
    }

    pub(super) fn touches(&self, span: Span) -> bool {
        let near = self.0.partition_point(|quotation| quotation.end <= span.start);
        self.0.get(near).is_some_and(|quotation| quotation.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, edited};
    use crate::messages::Language;

    #[track_caller]
    fn check(literal: &str, expected: &[(&str, &str)]) {
        let fixture = Fixture::new(literal);
        let cursor = Span::new(fixture.offset(), fixture.offset());
        let found: Vec<(String, String)> =
            rewrites(&fixture.reading, cursor, Translator::new(Language::Dutch))
                .into_iter()
                .map(|it| (it.title, edited(fixture.text(), &it.edits)))
                .collect();
        let found: Vec<_> = found.iter().map(|(title, text)| (&**title, text.trim())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn in_another_style() {
        check(
            "Zie (Kamerstukken II 2019/20, 29521, nr. $0404, p. 3).",
            &[(
                "Schrijven als “Kamerstuk 29 521, nr. 404, p. 3” (de Kamer)",
                "Zie (Kamerstuk 29 521, nr. 404, p. 3).",
            )],
        );
    }

    #[test]
    fn a_list_is_written_out() {
        check(
            "Zie Kamerstukken 29 521, nrs. $03 en 5.",
            &[(
                "Uitschrijven als “Kamerstuk 29 521, nr. 3 en Kamerstuk 29 521, nr. 5”",
                "Zie Kamerstuk 29 521, nr. 3 en Kamerstuk 29 521, nr. 5.",
            )],
        );
    }

    #[test]
    fn citations_of_one_dossier_are_drawn_together() {
        check(
            "Zie Kamerstuk 29 521, nr. 3, Kamerstuk 29 521, nr. $05 en Kamerstuk 29 521, nr. 6.",
            &[(
                "Samenvoegen tot “Kamerstukken 29 521, nrs. 3, 5 en 6”",
                "Zie Kamerstukken 29 521, nrs. 3, 5 en 6.",
            )],
        );
        check("Zie Kamerstuk 29 521, nr. $03 en Kamerstuk 34 952, nr. 5.", &[]);
        check("Zie Kamerstuk 29 521, nr. $03 en de brief Kamerstuk 29 521, nr. 5.", &[]);
    }

    #[test]
    fn what_others_said_stays() {
        check("De motie zegt „zie Kamerstukken II 2019/20, 29521, nr. $0404”.", &[]);
    }

    #[test]
    fn nothing_is_offered_where_nothing_would_change() {
        check("Zie (Kamerstuk 29 521, nr. $0404).", &[]);
        check("Zie de $0brief (Kamerstukken II 2019/20, 29521, nr. 404).", &[]);
    }

    #[test]
    fn all_of_the_letter_at_once() {
        let fixture = Fixture::new(
            "Zie (Kamerstukken II 2019-2020, 29521, nr. 404), „Kamerstuk 29521, nr. 2” en Kamerstuk 29521, nr. 385.",
        );
        let in_style = |style| edited(fixture.text(), &letter_in_style(&fixture.reading, style));
        assert_eq!(
            in_style(Style::Kamer),
            "Zie (Kamerstuk 29 521, nr. 404), „Kamerstuk 29521, nr. 2” en Kamerstuk 29 521, nr. 385."
        );
        // Without a session the Leidraad has no words for the last.
        assert_eq!(
            in_style(Style::Leidraad),
            "Zie (Kamerstukken II 2019/20, 29521, nr. 404), „Kamerstuk 29521, nr. 2” en Kamerstuk 29521, nr. 385."
        );
    }
}
