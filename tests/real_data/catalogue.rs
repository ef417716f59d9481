//! The publisher's own list of Kamerstukken: compiled, searched, damaged.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use griffier::config::{CatalogueConfig, Coverage};
use griffier::corpus::{Cache, Catalogue, CompiledFile, Existence, verify};
use griffier::identifier::{DocumentId, Series};
use griffier::messages::Message;

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
