//! The publisher's own list of Kamerstukken: compiled, searched, damaged.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use griffier::analysis::{Memo, judge, settle};
use griffier::citation::Recognised;
use griffier::config::{CatalogueConfig, Coverage, FindingsConfig};
use griffier::corpus::{
    Cache, Catalogue, CatalogueRecord, Catalogues, CompiledFile, Corpus as _, Existence, MemoryCorpus, verify,
};
use griffier::ide::{Markup, describe, hover};
use griffier::identifier::{DocumentId, Dossier, Series};
use griffier::letter::Format;
use griffier::messages::{Message, Translator};

fn config(shared: &Path) -> CatalogueConfig {
    CatalogueConfig {
        path: shared.join("data/kst_ids.txt.xz"),
        coverage: vec![Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
    }
}

fn existence(list: &Catalogue, id: &str) -> Existence {
    list.existence(&DocumentId::parse(id).unwrap())
}

/// Every identifier of the list, unpacked by other means than those of the catalogue.
fn identifiers(config: &CatalogueConfig) -> Vec<DocumentId> {
    let packed = fs::File::open(&config.path).unwrap();
    let text = std::io::read_to_string(lzma_rust2::XzReader::new(packed, true)).unwrap();
    text.lines().map(|line| DocumentId::parse(line).unwrap()).collect()
}

#[test]
fn the_list_of_all_papers_is_compiled_and_searched() {
    let Some(shared) = super::shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (config, cache) = (config(&shared), Cache::below(folder.path()));

    let started = Instant::now();
    let (list, messages) = Catalogue::open(&config, None, &cache).unwrap();
    let compiled = started.elapsed();
    assert_eq!(messages, []);
    let started = Instant::now();
    let (_, messages) = Catalogue::open(&config, None, &cache).unwrap();
    println!("compiled in {compiled:?}, opened in {:?}", started.elapsed());
    assert_eq!(messages, []);

    let ids = identifiers(&config);
    assert_eq!(ids.len(), 336_528);
    let started = Instant::now();
    for id in &ids {
        assert_eq!(list.existence(id), Existence::Known, "{id}");
        if let Some(dossier) = id.dossier() {
            assert_eq!(list.existence(&DocumentId::Dossier(dossier)), Existence::Known, "{dossier}");
        }
    }
    println!("searched {} papers and their dossiers in {:?}", ids.len(), started.elapsed());

    assert!(matches!(existence(&list, "kst-29251-385"), Existence::AboveHighestNumber { .. }));
    assert!(matches!(existence(&list, "kst-34952-403"), Existence::AboveHighestNumber { .. }));
    assert!(matches!(existence(&list, "kst-29521-9385"), Existence::AboveHighestNumber { .. }));
    assert!(matches!(existence(&list, "kst-26824-2"), Existence::Outside));
    assert!(matches!(existence(&list, "kst-29100-1"), Existence::NoSuchDossier { .. }));
    assert!(matches!(
        existence(&list, "kst-36900-1"),
        Existence::AboveHighestDossier { highest: 36_698, .. }
    ));
    assert!(matches!(existence(&list, "kst-36418-AT"), Existence::Gap { .. }));

    let report = verify(&config, None, &cache).unwrap();
    assert_eq!((report.identifiers, report.repeated, report.not_understood), (336_528, 0, 0));
    assert_eq!(report.highest_dossier, Some(36_698));
    assert_eq!(report.per_series.get(&Series::Kamerstuk), Some(&report.papers));
    assert!(matches!(report.compiled, CompiledFile::Sound(_)));
}

#[test]
fn names_of_all_families_are_found() {
    let Some(shared) = super::shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let config = CatalogueConfig { path: shared.join("data/parl_ids.txt.xz"), coverage: Vec::new() };
    let cache = Cache::below(folder.path());
    let started = Instant::now();
    let (list, messages) = Catalogue::open(&config, None, &cache).unwrap();
    let compiled = started.elapsed();
    let started = Instant::now();
    drop(Catalogue::open(&config, None, &cache).unwrap());
    println!("compiled in {compiled:?}, opened in {:?}", started.elapsed());
    assert_eq!(messages, []);
    let counts = list.per_series();
    let of = |series| counts.get(&series).copied().unwrap_or(0);
    assert_eq!((of(Series::Staatsblad), of(Series::Tractatenblad)), (48_964, 15_798));
    assert_eq!((of(Series::Handelingen), of(Series::Aanhangsel)), (57_580, 86_872));
    let ids = identifiers(&config);
    assert_eq!(ids.len(), 720_996);
    let mut named: Vec<&DocumentId> = ids.iter().filter(|id| id.series() != Series::Kamerstuk).collect();
    named.retain({
        let mut at = 0;
        move |_| {
            at += 1;
            at % 7 == 0
        }
    });
    let lists = Catalogues::new(vec![list]);
    let started = Instant::now();
    let missing: Vec<_> = named.iter().filter(|id| lists.listing(id).is_none()).collect();
    println!("looked up {} names in {:?}", named.len(), started.elapsed());
    assert!(missing.is_empty(), "{missing:?}");
    let mut corpus = MemoryCorpus::new(None);
    corpus.set_lists(lists);
    let shown = hover_of("Zie Stb. 2009, 120.", "Stb", &corpus);
    assert!(shown.contains("Bekend uit de lijst parl_ids.txt.xz\n"), "{shown}");
}

/// What hover says in Dutch of the citation that begins with these words.
fn hover_of(text: &str, words: &str, corpus: &MemoryCorpus) -> String {
    let memo = Memo::default();
    let recognised = Recognised::new(Arc::from(text), Format::Plain, None);
    let reading = settle(&recognised, corpus, &memo);
    let judgement = judge(&reading, corpus, &FindingsConfig::default(), &memo);
    let offset = text.find(words).unwrap();
    hover(&reading, &judgement, offset, corpus, Translator::default(), Markup::Plain).unwrap().contents
}

#[test]
fn titles_of_dossiers_are_told_from_records() {
    let Some(shared) = super::shared() else { return };
    let table = fs::read_to_string(shared.join("data/dossier_titles.tsv")).unwrap();
    let rows: Vec<(Dossier, &str)> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((Dossier::parse(columns.next()?)?, columns.next()?))
        })
        .collect();
    assert!(rows.len() > 500, "{}", rows.len());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dossiers.jsonl");
    let records = rows.iter().map(|(dossier, title)| {
        let record = CatalogueRecord {
            identifier: DocumentId::Dossier(*dossier).to_string().into(),
            title: Some((*title).into()),
            ..CatalogueRecord::default()
        };
        serde_json::to_string(&record).unwrap() + "\n"
    });
    fs::write(&path, records.collect::<String>()).unwrap();
    let titles = CatalogueConfig { path, coverage: Vec::new() };
    let cache = Cache::below(&folder.path().join("cache"));
    let (lists, messages) = Catalogues::open(&[config(&shared), titles], None, &cache);
    assert_eq!(messages, []);
    assert_eq!((lists.lists()[1].state().papers, lists.lists()[1].records()), (0, rows.len()));
    let mut corpus = MemoryCorpus::new(None);
    corpus.set_lists(lists);
    let titles: std::collections::BTreeMap<Dossier, &str> = rows.iter().copied().collect();
    for (dossier, title) in &titles {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = describe(&DocumentId::Dossier(*dossier), &corpus, Translator::default(), Markup::Plain);
        assert!(text.starts_with(&format!("{title}\n")), "{dossier}: {text}");
    }
    let answered = corpus.dossier_titles(&titles.keys().copied().collect::<Vec<_>>());
    assert!(answered.iter().all(Option::is_some));
    let shown = hover_of("Zie (Kamerstuk 21 501-02, nr. 1446).", "Kamerstuk", &corpus);
    let line = "\nDossier 21 501-02: Raad Algemene Zaken en Raad Buitenlandse Zaken\n";
    assert!(shown.contains(line), "{shown}");
}

#[test]
fn every_damage_of_the_compiled_file_is_found() {
    let Some(shared) = super::shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (config, cache) = (config(&shared), Cache::below(folder.path()));
    Catalogue::open(&config, None, &cache).unwrap();
    let CompiledFile::Sound(file) = verify(&config, None, &cache).unwrap().compiled else {
        panic!("the file was not made")
    };
    let sound = fs::read(&file).unwrap();
    // A fixed row of numbers, so that a failure can be had again.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let looked_over = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        Catalogue::open(&config, None, &cache).unwrap().1.first().map(Message::code)
    };
    assert_eq!(looked_over(&sound), None);
    for round in 0..300 {
        let mut damaged = sound.clone();
        let kind = round % 4;
        let at = next(damaged.len());
        match kind {
            0 => damaged[at] ^= 1 << next(8),
            1 => damaged.truncate(at),
            2 => {
                let end = (at + 1 + next(4096)).min(damaged.len());
                damaged[at..end].iter_mut().for_each(|byte| *byte = !*byte);
            }
            _ => damaged.swap(at, (at + 16 * (1 + next(1000))) % sound.len()),
        }
        if damaged != sound {
            // Only the check is wanted here, not the mending, which would take the list anew each time.
            fs::write(&file, &damaged).unwrap();
            let found = griffier::corpus::inspect(&config, None, &cache).unwrap();
            assert_eq!(found, CompiledFile::Damaged(file.clone()), "round {round}, kind {kind}, byte {at}");
        }
    }
    assert_eq!(looked_over(&sound[..1000]), Some("catalogue-cache-damaged"));
    assert_eq!(fs::read(&file).unwrap(), sound);
}

#[test]
fn a_damaged_download_is_told() {
    let Some(shared) = super::shared() else { return };
    let sound = fs::read(config(&shared).path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let config = CatalogueConfig { path: folder.path().join("kst_ids.txt.xz"), coverage: Vec::new() };
    let told = |bytes: &[u8]| {
        fs::write(&config.path, bytes).unwrap();
        Catalogue::open(&config, None, &Cache::none()).err().map(|message| message.code())
    };
    for part in 0..12 {
        let at = sound.len() / 12 * part + 7;
        let mut damaged = sound.clone();
        damaged[at] ^= 1;
        assert_eq!(told(&damaged), Some("catalogue-unreadable"), "byte {at}");
        assert_eq!(told(&sound[..at]), Some("catalogue-unreadable"), "cut at {at}");
    }
}
