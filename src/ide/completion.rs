//! What may be written next at the cursor: dossiers, papers and sessions, within a citation of a Kamerstuk and nowhere else.

use std::path::Path;

use crate::citation::Reading;
use crate::corpus::Corpus;
use crate::identifier::{Date, DocumentId, Dossier, Kamer, Ondernummer, SessionYear};
use crate::messages::Translator;
use crate::text::Span;

use super::describe::Known;
use super::unfinished::{Part, Unfinished, unfinished};

/// So many are offered at once.
const OFFERED: usize = 100;

/// So many of the dossiers that are cited most are looked at.
const BY_USE: usize = 500;

/// So many sessions are offered, from the letter's own back.
const SESSIONS: u16 = 20;

/// What is offered at a place, the best first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completions {
    /// The words that each of them replaces; they end at the cursor.
    pub span: Span,
    /// What is offered.
    pub items: Vec<Completion>,
    /// Whether there are more, which further keys bring up.
    pub incomplete: bool,
}

/// Something to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What is written, and shown.
    pub text: String,
    /// What the words at the cursor are compared with: the same as they are being written.
    pub filter: String,
    /// What stands beside it: a title, or date and kind.
    pub detail: Option<String>,
    /// What stands behind that: the title of a paper.
    pub description: Option<String>,
    /// What it is.
    pub kind: CompletionKind,
    /// Which paper or dossier it names; nothing for a session.
    pub id: Option<DocumentId>,
}

/// What is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompletionKind {
    /// A dossier.
    Dossier,
    /// A paper of a dossier.
    Paper,
    /// A session.
    Session,
}

/// What may be written at `offset`; `None` where that is not within a citation that is being written.
/// `today` is for letters without a date.
#[must_use]
pub fn completions(
    reading: &Reading,
    path: Option<&Path>,
    offset: usize,
    corpus: &dyn Corpus,
    today: Date,
    say: Translator,
) -> Option<Completions> {
    let text = &*reading.text;
    let next = unfinished(text, offset)?;
    if reading.letter.silent.iter().any(|span| span.contains(next.span.start) && !span.is_empty()) {
        return None;
    }
    let written = next.span.of(text);
    let (mut items, incomplete) = match &next.part {
        Part::Number(dossier) => papers(*dossier, &next, written, corpus, say),
        Part::Dossier => dossiers(reading, path, &next, written, corpus),
        Part::SessionOrDossier => {
            let mut items = sessions(reading, written, today);
            let (dossiers, incomplete) = dossiers(reading, path, &next, written, corpus);
            items.extend(dossiers);
            (items, incomplete)
        }
    };
    items.dedup_by(|a, b| a.text == b.text);
    Some(Completions { span: next.span, items, incomplete })
}

/// The dossiers: those of the letter first, then those of its folder, then the others by use.
fn dossiers(
    reading: &Reading,
    path: Option<&Path>,
    next: &Unfinished,
    written: &str,
    corpus: &dyn Corpus,
) -> (Vec<Completion>, bool) {
    let typed = plain(written);
    let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
    let header = reading.letter.header.dossiers.iter().map(|line| line.dossier);
    let citations = reading.citations.iter().filter(|citation| !citation.span.touches(next.span.end));
    let cited = citations.flat_map(|citation| &citation.targets).flat_map(|target| {
        target.id.dossier().into_iter().chain(target.dossiers.iter().map(|mention| mention.dossier))
    });
    let mut wanted: Vec<Dossier> = header.chain(cited).collect();
    wanted.extend(path.map(|path| corpus.dossiers_beside(path)).unwrap_or_default());
    // Of those by use a few times as many as are offered are enough, whatever else has been typed.
    let by_use = corpus.dossiers_beginning(&digits).into_iter().take(BY_USE);
    wanted.extend(by_use.map(|(dossier, _)| dossier));
    let mut seen = std::collections::BTreeSet::new();
    wanted.retain(|dossier| {
        let dossier_digits = plain(&dossier.printed());
        // Half a number is a citation of its own as the corpus sees the letter, and no use to its writer.
        let is_itself = dossier_digits == typed && digits.len() < 5;
        dossier_digits.starts_with(&typed) && !is_itself && seen.insert(*dossier)
    });
    let incomplete = wanted.len() > OFFERED || digits.len() < 3;
    wanted.truncate(OFFERED);
    let titles = corpus.dossier_titles(&wanted);
    let item = |(dossier, title): (Dossier, Option<String>)| {
        let text = dossier.printed();
        Completion {
            filter: as_written(&text, written),
            text,
            detail: title,
            description: None,
            kind: CompletionKind::Dossier,
            id: Some(DocumentId::Dossier(dossier)),
        }
    };
    (wanted.into_iter().zip(titles).map(item).collect(), incomplete)
}

/// The papers of a dossier, the newest first; after a citation of the Eerste Kamer those with a letter before the others.
fn papers(
    dossier: Dossier,
    next: &Unfinished,
    written: &str,
    corpus: &dyn Corpus,
    say: Translator,
) -> (Vec<Completion>, bool) {
    let known = corpus.papers_in_dossiers(&[dossier]).pop().unwrap_or_default();
    let typed = written.trim();
    let mut papers: Vec<(Ondernummer, DocumentId)> = known
        .into_iter()
        .filter_map(|id| Some((id.as_kamerstuk()?.number, id)))
        .filter(|(number, _)| number.to_string().starts_with(typed))
        .collect();
    // Papers are numbered as they appear.
    let lettered_first = next.kamer == Some(Kamer::Eerste);
    papers.sort_by_key(|(number, _)| {
        (number.is_letter() != lettered_first, std::cmp::Reverse((number.number(), *number)))
    });
    papers.dedup_by_key(|(number, _)| *number);
    let incomplete = papers.len() > OFFERED;
    papers.truncate(OFFERED);
    let ids: Vec<DocumentId> = papers.iter().map(|(_, id)| id.clone()).collect();
    let item = |((number, id), known): ((Ondernummer, DocumentId), Known)| Completion {
        text: number.to_string(),
        filter: number.to_string(),
        detail: known.date_and_kind(say),
        description: known.own_title(),
        kind: CompletionKind::Paper,
        id: Some(id),
    };
    (papers.into_iter().zip(Known::of_many(&ids, corpus)).map(item).collect(), incomplete)
}

/// The sessions up to that of the letter, the newest first.
fn sessions(reading: &Reading, written: &str, today: Date) -> Vec<Completion> {
    let header = &reading.letter.header;
    let own = header.session.or_else(|| SessionYear::of_day(header.date.unwrap_or(today)));
    let Some(newest) = own.map(SessionYear::first) else { return Vec::new() };
    // `2019–20` is completed as it was begun.
    let sign = written.chars().find(|c| matches!(c, '/' | '-' | '–')).unwrap_or('/');
    let item = |back: u16| {
        let session = SessionYear::starting(newest.saturating_sub(back));
        let text = if sign == '/' {
            format!("{}/{:02}", session.first(), session.second() % 100)
        } else {
            format!("{}{sign}{}", session.first(), session.second())
        };
        Completion {
            filter: text.clone(),
            text,
            detail: None,
            description: None,
            kind: CompletionKind::Session,
            id: None,
        }
    };
    (0..SESSIONS).map(item).filter(|item| item.text.starts_with(written)).collect()
}

/// A dossier without blanks and full stops.
fn plain(printed: &str) -> String {
    printed.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

/// A dossier as it is being written: with the blanks that the writer uses, so that a client that compares letter by letter finds it.
fn as_written(printed: &str, written: &str) -> String {
    let digits_end = written.find(|c: char| !c.is_ascii_digit());
    match digits_end.and_then(|at| written[at..].chars().next()) {
        Some(sign) if sign != '-' && !sign.is_alphabetic() => printed.replacen(' ', &sign.to_string(), 1),
        _ if written.chars().count() > 2 => plain(printed),
        _ => printed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

    /// What is offered, `«written» text | detail | description`.
    fn offered(literal: &str) -> Vec<String> {
        let fixture = Fixture::new(literal);
        let today = jiff::civil::date(2025, 3, 1);
        let found = completions(
            &fixture.reading,
            Some(&fixture.path),
            fixture.offset(),
            &fixture.corpus,
            today,
            Translator::default(),
        );
        let Some(found) = found else { return Vec::new() };
        assert_eq!(found.span.end, fixture.offset());
        let line = |item: &Completion| {
            let rest = [&item.detail, &item.description].into_iter().flatten();
            let rest = rest.fold(String::new(), |rest, words| rest + " | " + words);
            format!("«{}» {}{rest}", found.span.of(fixture.text()), item.text)
        };
        found.items.iter().map(line).collect()
    }

    const OTHERS: &str = "
-- letters/kst-34952-3.txt
Zie Kamerstuk 36 410 X, nr. 4 en Kamerstuk 36 410 X, nr. 5.
-- kst-29521-385.txt
29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 5 september 2019

Zie Kamerstuk 29 530, nr. 2.
-- corpus
kst-29521-380..387 kst-29521-C kst-29530-2 kst-34952-1..3
";

    #[test]
    fn dossiers_of_the_letter_of_the_folder_and_by_use() {
        assert_eq!(
            offered(&format!(
                "Eerst 34 952, nr. 3 (Kamerstuk 34 952, nr. 3).\n\nZie (Kamerstuk $0\n{OTHERS}"
            )),
            ["«» 34 952", "«» 29 521 | Nederlandse deelname aan vredesmissies", "«» 36 410 X", "«» 29 530",]
        );
        assert_eq!(
            offered(&format!("Zie (Kamerstuk 29 $0).\n{OTHERS}")),
            ["«29 » 29 521 | Nederlandse deelname aan vredesmissies", "«29 » 29 530"]
        );
        assert_eq!(offered(&format!("Zie (Kamerstuk 2953$0).\n{OTHERS}")), ["«2953» 29 530"]);
    }

    #[test]
    fn papers_the_newest_first_with_what_is_known_of_them() {
        assert_eq!(
            offered(&format!("Zie (Kamerstuk 29 521,\nnr. 38$0).\n{OTHERS}")),
            [
                "«38» 387",
                "«38» 386",
                "«38» 385 | 5 september 2019 · Brief | BRIEF VAN DE MINISTER VAN DEFENSIE",
                "«38» 384",
                "«38» 383",
                "«38» 382",
                "«38» 381",
                "«38» 380",
            ]
        );
        assert_eq!(offered(&format!("Zie (Kamerstukken I 2019/20, 29 521, $0\n{OTHERS}")), [""; 0]);
        assert_eq!(offered(&format!("Zie (Kamerstukken I 2019/20, 29 521, nr. $0\n{OTHERS}"))[0], "«» C");
    }

    #[test]
    fn what_a_list_says_of_papers_and_dossiers_is_shown() {
        let list = r#"
-- corpus
kst-29530-1
{"identifier": "kst-29521-403", "title": "Gevolgen van het coronavirus", "kind": "Brief", "date": "2020-03-20"}
{"identifier": "dossier/29521", "title": "Vredesmissies"}
"#;
        assert_eq!(
            offered(&format!("Zie (Kamerstuk 29 521, nr. 4$0).\n{list}")),
            ["«4» 403 | 20 maart 2020 · Brief | Gevolgen van het coronavirus"]
        );
        assert_eq!(
            offered(&format!("Zie (Kamerstuk 295$0).\n{list}")),
            ["«295» 29 521 | Vredesmissies", "«295» 29 530"]
        );
    }

    #[test]
    fn sessions_that_fit() {
        let sessions = offered("\nDen Haag, 5 september 2019\n\nZie Kamerstukken II $0");
        assert_eq!(sessions[..2], ["«» 2018/19", "«» 2017/18"]);
        assert_eq!(sessions.len(), usize::from(SESSIONS));
        let sessions = offered("\nDen Haag, 5 september 2019\n\nZie Kamerstukken II, vergaderjaar 2017–$0");
        assert_eq!(sessions, ["«2017–» 2017–2018"]);
    }

    #[test]
    fn what_is_compared_is_written_as_the_writer_does() {
        for (written, filter) in
            [("", "29 521"), ("29", "29 521"), ("29 5", "29 521"), ("29.5", "29.521"), ("295", "29521")]
        {
            assert_eq!(as_written("29 521", written), filter, "{written}");
        }
    }

    #[test]
    fn nothing_amid_prose_and_nothing_in_the_head() {
        assert_eq!(offered(&format!("De brief van $0\n{OTHERS}")), [""; 0]);
        assert_eq!(offered(&format!("Zie (Kamerstuk 29 521, nr. 385) $0\n{OTHERS}")), [""; 0]);
        assert_eq!(
            offered(&format!("---\ntitle: Kamerstuk $0\n---\nTekst.\n{OTHERS}").replacen(
                "---",
                "-- brief.md\n---",
                1
            )),
            [""; 0]
        );
    }
}
