//! What a citation leaves out and the corpus knows for certain: the number of its paper, or the session year.

use crate::citation::{Citation, Reading, Standing, Target, beside};
use crate::corpus::Corpus;
use crate::identifier::{DocumentId, Dossier, Kamerstuk, SessionYear};
use crate::letter::PaperKind;
use crate::text::Span;

use super::facts::{Facts, earliest_session, latest_session};
use super::{Edit, Memo};

/// Something that can be added to a citation.
#[derive(Clone, PartialEq, Debug)]
pub struct Supplement {
    /// What it is.
    pub kind: SupplementKind,
    /// Which paper the citation then names.
    pub id: DocumentId,
    /// The edit that adds it.
    pub edit: Edit,
}

/// What is added to a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SupplementKind {
    /// The number of a paper of the dossier, by the words beside the citation.
    Number,
    /// The session year behind the chamber.
    Session(SessionYear),
}

/// What can be added to a citation of the letter, by its place among all; nothing where anything else may be meant.
#[must_use]
pub fn supplement(reading: &Reading, at: usize, corpus: &dyn Corpus, memo: &Memo) -> Option<Supplement> {
    let citation = reading.citations.get(at).filter(|citation| citation.standing == Standing::Stated)?;
    let [target] = &citation.targets[..] else { return None };
    if !citation.problems.is_empty() {
        return None;
    }
    match &target.id {
        DocumentId::Dossier(dossier) => number(reading, at, (citation, target), *dossier, corpus, memo),
        DocumentId::Kamerstuk(_) => session(reading, (citation, target), corpus, memo),
        _ => None,
    }
}

/// The number of the one paper of the dossier that is of the day, or of the kind, beside its citation.
fn number(
    reading: &Reading,
    at: usize,
    (citation, target): (&Citation, &Target),
    dossier: Dossier,
    corpus: &dyn Corpus,
    memo: &Memo,
) -> Option<Supplement> {
    let floor = at.checked_sub(1).map_or(0, |before| reading.citations[before].span.end);
    let said = beside(&reading.text, reading.letter.header.date, citation, floor);
    let (kind, date) = (said.kind.map(|said| said.kind), said.date.map(|said| said.date));
    if kind.is_none() && date.is_none() {
        return None;
    }
    let papers = corpus.papers_in_dossiers(&[dossier]).pop()?;
    let facts = memo.facts(corpus, corpus.state().generation, &papers);
    let mut fitting = Vec::new();
    for (id, facts) in papers.iter().zip(facts) {
        let known = facts.as_deref();
        let of_day = known.and_then(|facts| facts.date).map(|day| Some(day) == date);
        let of_kind =
            known.and_then(|facts| facts.kind).map(|is| kind.is_none_or(|said: PaperKind| said == is));
        match (date.is_some(), of_day, of_kind) {
            (true, Some(true), None | Some(true)) | (false, _, Some(true)) => fitting.push(id),
            // A paper of which the kind is not known may be the very one.
            (false, _, None) => return None,
            _ => {}
        }
    }
    let [DocumentId::Kamerstuk(paper)] = fitting[..] else { return None };
    let mention = target.dossiers.first()?;
    let edit =
        Edit { span: Span::new(mention.span.end, mention.span.end), text: format!(", nr. {}", paper.number) };
    let id = DocumentId::Kamerstuk(Kamerstuk { suffix: None, ..*paper });
    Some(Supplement { kind: SupplementKind::Number, id, edit })
}

/// The session year of the paper, where its chamber is named and no session is.
fn session(
    reading: &Reading,
    (citation, target): (&Citation, &Target),
    corpus: &dyn Corpus,
    memo: &Memo,
) -> Option<Supplement> {
    let dossier = target.dossiers.first()?.span;
    let before = reading.text.get(citation.span.start..dossier.start)?;
    if citation.session.is_some()
        || citation.kamer.is_none()
        || before.contains(|sign: char| sign.is_ascii_digit())
    {
        return None;
    }
    let ids = std::slice::from_ref(&target.id);
    let facts = memo.facts(corpus, corpus.state().generation, ids).pop()??;
    let session = session_of(&facts)?;
    let text = format!("{}/{:02}, ", session.first(), session.second() % 100);
    let edit = Edit { span: Span::new(dossier.start, dossier.start), text };
    Some(Supplement { kind: SupplementKind::Session(session), id: target.id.clone(), edit })
}

/// The session that a paper certainly appeared in. One of the end of summer may be printed in the next.
fn session_of(facts: &Facts) -> Option<SessionYear> {
    facts.session.or_else(|| {
        let date = facts.date?;
        earliest_session(date).filter(|first| Some(*first) == latest_session(date))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, edited};

    const LETTERS: &str = "
            -- kst-29521-368.md
            ---
            identifier: kst-29521-368
            kind: Brief
            date: 2018-12-14
            ---
            # Inzet in de Sahel
            -- kst-29521-369.md
            ---
            identifier: kst-29521-369
            kind: Motie
            date: 2018-12-14
            ---
            # Over de Sahel
            -- kst-29521-370.md
            ---
            identifier: kst-29521-370
            kind: Brief
            date: 2018-08-30
            ---
            # Nog een brief
            ";

    /// The letter with what can be added to its only citation.
    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let fixture = Fixture::new(&format!("\n            -- brief.md\n            {line}{LETTERS}"));
        let found = supplement(&fixture.reading, 0, &fixture.corpus, &Memo::default());
        let found = found.map(|found| edited(fixture.text(), &[found.edit]));
        assert_eq!(found.as_deref().map(str::trim), expected, "{line}");
    }

    #[test]
    fn the_one_paper_of_the_day_and_kind() {
        check(
            "Zie de brief van 14 december 2018 (Kamerstuk 29 521).",
            Some("Zie de brief van 14 december 2018 (Kamerstuk 29 521, nr. 368)."),
        );
        check("Zie de motie (Kamerstuk 29521).", Some("Zie de motie (Kamerstuk 29521, nr. 369)."));
        // Of two letters nothing tells which, and of that day there is none.
        check("Zie de brief (Kamerstuk 29 521).", None);
        check("Zie de brief van 15 december 2018 (Kamerstuk 29 521).", None);
        check("Het dossier (Kamerstuk 29 521) is vol.", None);
    }

    #[test]
    fn the_session_behind_the_chamber() {
        check(
            "Zie (Kamerstukken II, 29 521, nr. 368).",
            Some("Zie (Kamerstukken II, 2018/19, 29 521, nr. 368)."),
        );
        check(
            "Zie (Kamerstukken II 29521, nr. 368).",
            Some("Zie (Kamerstukken II 2018/19, 29521, nr. 368)."),
        );
        check("Zie (Kamerstuk 29 521, nr. 368).", None);
        check("Zie (Kamerstukken II 2018/19, 29 521, nr. 368).", None);
        // What was written in summer may have been printed in autumn.
        check("Zie (Kamerstukken II 29 521, nr. 370).", None);
    }
}
