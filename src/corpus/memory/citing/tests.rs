//! Letters that cite the same papers under several identifiers, in memory and in an index on disk.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::config::CorpusConfig;
use crate::corpus::{
    Cache, Catalogue, Catalogues, Corpus, CorpusBuilder, How, Index, LetterFolders, MemoryCorpus, Watch,
    gather,
};
use crate::letter::Format;

const LIST: [&str; 5] = [
    "kst-19981999-26200-65a",
    "kst-26855-250",
    "kst-35570-XIV-46",
    "h-ek-20012002-506-525",
    "h-ek-20012002-525-526",
];

const LETTERS: [(&str, &str); 3] = [
    (
        "kamer.txt",
        "Zie (Kamerstukken I 26 200, nr. 65a) en (Kamerstukken I 2000/01, 26 855, nr. 250).\n\
         Het debat: Handelingen I 2001/02, nr. 10, blz. 525, en eerder blz. 510 aldaar.\n",
    ),
    (
        "leidraad.txt",
        "Kamerstukken I 1998/99, 26 200, nr. 65a, en Kamerstuk 26 855, nr. 250.\n\
         Handelingen I 2001/02, nr. 10, p. 507.\n",
    ),
    ("stemming.txt", "Ter stemming: 35570-XIV-46; 35570-XIV-4666.\n"),
];

/// Every corpus that there is of these letters: one in memory, one on an index, and one on an index with a letter open.
fn each(check: impl Fn(&str, &dyn Corpus)) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("brieven");
    fs::create_dir(&root).unwrap();
    let mut memory = CorpusBuilder::new().root(&root).list("lijst.txt", [], LIST);
    for (name, text) in LETTERS {
        fs::write(root.join(name), text).unwrap();
        memory = memory.letter(root.join(name), text);
    }
    check("memory", &memory.build());

    let cache = Cache::below(&folder.path().join("cache"));
    let index = Index::new(&root, &CorpusConfig::default(), &cache).unwrap();
    let folders = LetterFolders::new(&root, &CorpusConfig::default());
    let watch = Watch { progress: &|_, _| {}, cancel: &|| false, waits: &|| {} };
    let scan = gather(&folders, Some(&index), How::Compare, &(Arc::new(|_| {}) as _), &watch);
    assert_eq!(scan.messages, []);
    let mut corpus = MemoryCorpus::new(Some(&root));
    let ids: Vec<DocumentId> = LIST.iter().map(|id| id.parse().unwrap()).collect();
    corpus.set_lists(Catalogues::new(vec![Catalogue::from_ids("lijst.txt", &[], &ids)]));
    corpus.put_scan(scan);
    assert!(corpus.store().is_some());
    check("index", &corpus);

    let open = root.join(LETTERS[0].0);
    corpus.overlay(&open, &crate::citation::Recognised::new(LETTERS[0].1.into(), Format::Plain, Some(&open)));
    check("open letter over the index", &corpus);
}

/// Who cites a paper: `file:line id`.
fn cited(corpus: &dyn Corpus, id: &str) -> Vec<String> {
    let id: DocumentId = id.parse().unwrap();
    let places = corpus.citing_places(std::slice::from_ref(&id)).remove(0);
    assert_eq!(corpus.citations_of_many(&[id]), [places.len()]);
    shown(&places)
}

fn shown(places: &[CitingPlace]) -> Vec<String> {
    let name = |place: &CitingPlace| place.path.file_name().unwrap().display().to_string();
    let line = |place: &CitingPlace| place.cited.start.line + 1;
    places.iter().map(|place| format!("{}:{} {}", name(place), line(place), place.cited.id)).collect()
}

#[test]
fn a_paper_of_the_eerste_kamer_is_cited_with_its_session_and_without() {
    each(|kind, corpus| {
        let both = ["kamer.txt:1 kst-19981999-26200-65a", "leidraad.txt:1 kst-19981999-26200-65a"];
        assert_eq!(cited(corpus, "kst-19981999-26200-65a"), both, "{kind}");
        assert_eq!(cited(corpus, "kst-26200-65a"), both, "{kind}");
        let both = ["kamer.txt:1 kst-26855-250", "leidraad.txt:1 kst-26855-250"];
        assert_eq!(cited(corpus, "kst-26855-250"), both, "{kind}");
        let in_dossier = corpus.citing_dossier(crate::identifier::Dossier::parse("26855").unwrap());
        assert_eq!(shown(&in_dossier), both, "{kind}");
    });
}

#[test]
fn a_debate_is_cited_by_its_pages() {
    each(|kind, corpus| {
        let first = ["kamer.txt:2 h-ek-20012002-506-525", "leidraad.txt:2 h-ek-20012002-506-525"];
        assert_eq!(cited(corpus, "h-ek-20012002-506-525"), first, "{kind}");
        let page =
            |number| PageRange::of_stand_in(&format!("h-ek-20012002-10:{number}-{number}").parse().unwrap());
        let pages = [525, 600].map(|number| page(number).unwrap().stand_in());
        assert_eq!(corpus.existence_of_many(&pages), [Existence::Known, Existence::Outside], "{kind}");
        let second = ["kamer.txt:2 h-ek-20012002-525-526"];
        assert_eq!(cited(corpus, "h-ek-20012002-525-526"), second, "{kind}");
    });
}

#[test]
fn a_form_without_keyword_counts_where_the_paper_is_known() {
    each(|kind, corpus| {
        assert_eq!(cited(corpus, "kst-35570-XIV-46"), ["stemming.txt:1 kst-35570-XIV-46"], "{kind}");
        assert_eq!(cited(corpus, "kst-35570-XIV-4666"), [""; 0], "{kind}");
    });
}
