//! What refers to a paper without saying it all, in all real texts: each such place has been looked at, and each means what it should.

use std::fs;
use std::path::Path;

use griffier::analysis::{Memo, settle};
use griffier::citation::{Reading, Recognised};
use griffier::letter::Format;

use crate::findings::corpus;
use crate::handelingen::records;
use crate::shared;

/// What a text refers to, each with the words: `stuk nr. 305 = kst-32637-305`.
fn references(reading: &Reading) -> Vec<String> {
    let inferred = reading.citations.iter().filter(|citation| citation.is_inferred());
    let printed = inferred.map(|citation| {
        let ids: Vec<String> = citation.targets.iter().map(|target| target.id.to_string()).collect();
        let words: Vec<&str> = citation.span.of(&reading.text).split_whitespace().collect();
        format!("{} = {}", words.join(" "), ids.join("; "))
    });
    printed.collect()
}

#[test]
fn letters_motions_and_questions_refer_to_what_they_should() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let memo = Memo::default();
    let mut found = Vec::new();
    let mut read = |path: &Path| {
        let text = fs::read_to_string(path).expect("a real text is readable");
        let reading = settle(&Recognised::new(text.into(), Format::Plain, Some(path)), &*corpus, &memo);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.extend(references(&reading).into_iter().map(|reference| format!("{name}: {reference}")));
    };
    read(&shared.join("data/takuba-2020-03-27.txt"));
    for folder in ["moties", "kamervragen"] {
        let entries = fs::read_dir(shared.join("data").join(folder)).expect("the folder is there");
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in &paths {
            read(path);
        }
    }
    assert_eq!(
        found,
        [
            "takuba-2020-03-27: genoemde Kennisge- vingsbrief = kst-29521-385",
            "ah-tk-20242025-595: brief van 10 september 2024 = kst-23432-537",
            "ah-tk-20242025-595: brief van 10 september 2024 = kst-23432-537",
            "ah-tk-20242025-595: brief van 10 september 2024 = kst-23432-537",
            "ah-tk-20242025-595: brief van 10 september2024 = kst-23432-537",
            "x-Antwoord_op_vragen_van_het_lid_Beckerman_docx: motie Beckerman/Bushoff = kst-33529-1219",
        ]
    );
}

/// The motions of each debate are of one dossier, which is named where they are put in.
#[test]
fn in_a_debate_a_motion_is_known_by_its_number() {
    let Some(shared) = shared() else { return };
    let dossiers = [
        ("h-tk-20172018-70-11.xml", "kst-32637-"),
        ("h-tk-20172018-70-3.xml", "kst-34104-"),
        ("h-tk-20172018-70-4.xml", "kst-29538-"),
        ("h-tk-20172018-70-9.xml", "kst-32847-"),
    ];
    let mut all = 0;
    for (record, reading) in records(&shared, &*corpus(&shared)) {
        let dossier = dossiers.iter().find(|(name, _)| *name == record.name);
        let mentions = record.text.split("op stuk nr. ").skip(1);
        let expected: Vec<String> = mentions
            .map(|behind| {
                let len = behind.bytes().take_while(u8::is_ascii_digit).count();
                let (_, dossier) = dossier.expect("no other debate has such words");
                format!("stuk nr. {number} = {dossier}{number}", number = &behind[..len])
            })
            .collect();
        assert_eq!(references(&reading), expected, "{}", record.name);
        all += expected.len();
    }
    assert_eq!(all, 34);
}
