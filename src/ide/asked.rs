//! Which papers a person means who types one, in whatever spelling: on the command line, or in a search of an editor.

use std::sync::Arc;

use crate::analysis::{Memo, settle};
use crate::citation::{Citation, Recognised};
use crate::corpus::Corpus;
use crate::identifier::{DocumentId, Series, Toevoeging, read_address};
use crate::letter::Format;
use crate::messages::Message;

/// The papers that a text names: an identifier, an address, a file name, a citation, or what may be left out of one; and what is wrong with its form.
#[must_use]
pub fn papers_named(text: &str, corpus: &dyn Corpus) -> Option<(Vec<DocumentId>, Vec<Message>)> {
    // What is known by its name alone may have any name, so a text that only begins as an identifier would pass for one.
    // Only court decisions have a full stop in it; elsewhere one begins the ending of a file.
    let whole = || {
        let id = DocumentId::parse(text).ok().filter(|_| !text.contains(char::is_whitespace));
        id.filter(|id| id.series() == Series::Ecli || !text.contains('.'))
    };
    let bare = || DocumentId::parse(&format!("kst-{text}")).ok().filter(|id| id.as_kamerstuk().is_some());
    if let Some(id) = whole().or_else(|| bare_dossier(text)).or_else(bare).or_else(|| read_address(text)) {
        return Some((vec![id], Vec::new()));
    }
    let citations = cited(text, corpus).or_else(|| cited(&format!("Kamerstuk {text}"), corpus))?;
    let problems = citations
        .iter()
        .flat_map(|(text, citation)| citation.problems.iter().map(move |problem| problem.message(text)))
        .collect();
    let papers = citations.into_iter().flat_map(|(_, citation)| citation.targets);
    Some((papers.map(|target| target.id).collect(), problems))
}

/// A dossier without anything in front. What reads as one of its chapters or parts may also be one of its papers:
/// only the dossiers that have chapters and parts are taken for it.
fn bare_dossier(text: &str) -> Option<DocumentId> {
    let id = DocumentId::parse(&format!("dossier/{text}")).ok()?;
    let dossier = id.dossier()?;
    let sound = match dossier.toevoeging {
        None | Some(Toevoeging::Rijkswet(_)) => true,
        Some(Toevoeging::Part(_)) => dossier.number.value() == Some(21501),
        Some(Toevoeging::Chapter(..) | Toevoeging::Fund(_)) => dossier.is_budget(),
    };
    sound.then_some(id)
}

/// What a text cites; `None` where that is no paper.
fn cited(text: &str, corpus: &dyn Corpus) -> Option<Vec<(Arc<str>, Citation)>> {
    let recognised = Recognised::new(Arc::from(text), Format::Plain, None);
    let reading = settle(&recognised, corpus, &Memo::default());
    let text = &reading.text;
    let citations: Vec<_> =
        reading.citations.iter().map(|citation| (Arc::clone(text), citation.clone())).collect();
    citations.iter().any(|(_, citation)| !citation.targets.is_empty()).then_some(citations)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::CorpusBuilder;

    #[test]
    fn any_spelling_will_do() {
        let corpus = CorpusBuilder::new().build();
        let papers = |text| papers_named(text, &corpus).map(|(papers, _)| papers);
        for (text, expected) in [
            ("kst-29521-385", "kst-29521-385"),
            ("KST-29521-385", "kst-29521-385"),
            ("29521-385", "kst-29521-385"),
            ("29521-40", "kst-29521-40"),
            ("29521", "dossier/29521"),
            ("21501-02", "dossier/21501-02"),
            ("36410-XVI", "dossier/36410-XVI"),
            ("33802-C", "kst-33802-C"),
            ("https://zoek.officielebekendmakingen.nl/kst-29521-385.html", "kst-29521-385"),
            ("brieven/kst-29521-385.txt", "kst-29521-385"),
            ("kst-29521-385.html", "kst-29521-385"),
            ("h-tk-20162017-66-6.pdf", "h-tk-20162017-66-6"),
            ("Kamerstuk 29 521, nr. 385", "kst-29521-385"),
            ("29 521, nr. 385", "kst-29521-385"),
            ("(Kamerstukken II 2019/20, 29 521, nrs. 3 en 5)", "kst-29521-3 kst-29521-5"),
        ] {
            let papers = papers(text).unwrap_or_else(|| panic!("{text}"));
            let papers: Vec<_> = papers.iter().map(ToString::to_string).collect();
            assert_eq!(papers.join(" "), expected, "{text}");
        }
        assert_eq!(papers("de brief van gisteren"), None);
        assert_eq!(papers(""), None);
    }
}
