//! What the text of a letter leaves open and the corpus can settle.

use std::ops::RangeInclusive;

use crate::citation::Citation;
use crate::corpus::{Corpus, Existence};
use crate::identifier::{DocumentId, Kamerstuk, SessionYear};

/// The sessions whose papers of the Eerste Kamer have the session in their identifier, by their first year (official identifiers of officielebekendmakingen.nl).
const SESSIONS: RangeInclusive<u16> = 1994..=2009;

/// Gives papers of the Eerste Kamer of 1994/95 to 2009/10 the session of their identifier, which letters seldom print: `kst-26200-65a` is `kst-19981999-26200-65a`.
///
/// Only where the corpus knows exactly one of them; what it does not know stays as it was. The corpus is asked once for all.
pub fn settle(citations: &mut [Citation], corpus: &dyn Corpus) {
    let open: Vec<(&mut DocumentId, Vec<DocumentId>)> = citations
        .iter_mut()
        .flat_map(|citation| &mut citation.targets)
        .filter_map(|target| with_every_session(&target.id).map(|candidates| (&mut target.id, candidates)))
        .collect();
    let candidates: Vec<DocumentId> = open.iter().flat_map(|(_, candidates)| candidates).cloned().collect();
    let mut existence = corpus.existence_of_many(&candidates).into_iter();
    for (id, candidates) in open {
        let answers: Vec<Existence> = existence.by_ref().take(candidates.len()).collect();
        // Where the corpus knows the paper without a session, it takes it for the same as each of these.
        let mut known = candidates.into_iter().zip(answers).filter(|(_, answer)| *answer == Existence::Known);
        if let (Some((only, _)), None) = (known.next(), known.next()) {
            *id = only;
        }
    }
}

/// The identifiers that a paper may have; `None` where it can only have its own.
fn with_every_session(id: &DocumentId) -> Option<Vec<DocumentId>> {
    let paper = id.as_kamerstuk().filter(|paper| paper.session.is_none() && paper.number.is_letter())?;
    let coded = |year| {
        let session = Some(SessionYear::starting(year));
        DocumentId::Kamerstuk(Kamerstuk { session, ..*paper })
    };
    Some(SESSIONS.map(coded).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::citation::Reading;
    use crate::corpus::CorpusBuilder;
    use crate::letter::Format;

    fn settled(text: &str, list: &[&str]) -> Vec<String> {
        let corpus = CorpusBuilder::new().list("kst.txt", [], list.iter().copied()).build();
        let mut reading = Reading::new(Arc::from(text), Format::Plain, None);
        settle(&mut reading.citations, &*corpus.snapshot());
        reading.citations.iter().flat_map(|it| &it.targets).map(|target| target.id.to_string()).collect()
    }

    #[test]
    fn a_paper_of_the_eerste_kamer_gets_the_only_session_that_is_known() {
        let text = "Zie (Kamerstukken I 26 200, nr. 65a).";
        assert_eq!(settled(text, &["kst-19981999-26200-65a"]), ["kst-19981999-26200-65a"]);
        assert_eq!(settled(text, &["kst-19971998-26200-65a", "kst-19981999-26200-65a"]), ["kst-26200-65a"]);
        assert_eq!(settled(text, &["kst-19981999-26200-65b"]), ["kst-26200-65a"]);
        assert_eq!(settled(text, &["kst-26200-65a"]), ["kst-26200-65a"]);
    }

    #[test]
    fn a_stated_session_and_a_paper_of_the_tweede_kamer_stay() {
        let list = ["kst-19981999-26200-65a", "kst-19981999-26200-65"];
        assert_eq!(
            settled("Zie (Kamerstukken I 1997/98, 26 200, nr. 65a).", &list),
            ["kst-19971998-26200-65a"]
        );
        assert_eq!(settled("Zie (Kamerstukken II 26 200, nr. 65).", &list), ["kst-26200-65"]);
    }
}
