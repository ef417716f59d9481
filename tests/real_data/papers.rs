//! What real motions, questions and answers cite: every identifier is in the list of everything that was published, or it is known here why not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use griffier::analysis::{Memo, settle};
use griffier::citation::{Recognised, Standing};
use griffier::config::CatalogueConfig;
use griffier::corpus::{Cache, Catalogues, Existence, MemoryCorpus};
use griffier::identifier::{DocumentId, Series};
use griffier::letter::Format;

use crate::shared;

/// Identifiers that the list does not have, and why.
const ABSENT: [(&str, &str); 1] =
    [("kst-25242-686", "an error of ah-tk-20242025-562, which means kst-25424-686")];

#[test]
fn what_real_papers_cite_exists_or_it_is_known_why_not() {
    let Some(shared) = shared() else { return };
    let cache = tempfile::tempdir().unwrap();
    let list = CatalogueConfig { path: shared.join("data/parl_ids.txt.xz"), coverage: Vec::new() };
    let (lists, messages) = Catalogues::open(&[list], None, &Cache::below(cache.path()));
    assert!(messages.is_empty());
    let mut corpus = MemoryCorpus::new(None);
    corpus.set_lists(lists);
    let corpus = corpus.snapshot();
    let (mut cited, mut absent) = (0, BTreeSet::new());
    for folder in ["data/moties", "data/kamervragen"] {
        for entry in fs::read_dir(shared.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let recognised = Recognised::new(text.into(), Format::Plain, None::<&Path>);
            let reading = settle(&recognised, &*corpus, &Memo::default());
            let own = reading.letter.header.id.as_ref().map(DocumentId::base);
            for citation in reading.citations.iter() {
                assert_ne!(citation.standing, Standing::Unconfirmed);
                for target in &citation.targets {
                    cited += 1;
                    let inferred = citation.is_inferred();
                    assert!(inferred || Some(target.id.base()) != own, "{name} cites itself by head or feet");
                    // Of cases, acts and judgments the list has none.
                    let listed = !matches!(
                        target.id.series(),
                        Series::Zaak | Series::TkDocument | Series::Ecli | Series::Celex | Series::Bwb
                    );
                    let known =
                        corpus.existence_of_many(std::slice::from_ref(&target.id))[0] == Existence::Known;
                    if listed && !known {
                        absent.insert(format!("{name}: {}", target.id));
                    }
                }
            }
        }
    }
    assert!(cited > 80, "only {cited} papers are cited");
    let unexplained: Vec<&String> =
        absent.iter().filter(|it| !ABSENT.iter().any(|(id, _)| it.ends_with(id))).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}
