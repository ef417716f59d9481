//! What goes into a list comes out of it, and nothing else does, whatever happens to its file.

use super::*;
use crate::corpus::catalogue::blocks::Sink;
use crate::corpus::catalogue::compiler::Compiler;
use crate::corpus::catalogue::record;
use crate::corpus::catalogue::source::Line;

fn bytes(compiler: Compiler) -> Vec<u8> {
    let Sink::Memory(bytes) = compiler.finish(7).unwrap() else { panic!("it was written to memory") };
    bytes
}

fn list(ids: &[&str]) -> Vec<u8> {
    let mut compiler = Compiler::default();
    for id in ids {
        compiler.add(&DocumentId::parse(id).unwrap());
    }
    bytes(compiler)
}

#[test]
fn what_was_put_in_is_found() {
    let list = Compiled::open(
        list(&["kst-29521-385", "kst-29521-385-h1", "stb-2009-120", "blg-12", "kst-1183940", "stb-2009-120"]),
        7,
    )
    .unwrap();
    assert_eq!(list.len(), 4);
    assert_eq!(list.facts().identifiers, 6);
    assert!(list.has_name("stb-2009-120") && list.has_name("blg-12") && list.has_name("kst-1183940"));
    assert!(!list.has_name("stb-2009-12") && !list.has_name("") && !list.has_name("zzz"));
    assert_eq!(list.names_with("stb-2009-").collect::<Vec<_>>(), ["stb-2009-120"]);
    assert_eq!(list.names_with("s").count() + list.names_with("x").count(), 1);
    let counts: Vec<_> = list.per_series().into_iter().map(|(series, n)| (series.code(), n)).collect();
    assert_eq!(counts, [("kst", 2), ("blg", 1), ("stb", 1)]);
}

#[test]
fn every_flipped_bit_and_every_cut_is_found() {
    let bytes = list(&["kst-29521-385", "kst-36410-X-1", "stb-2009-120", "trb-1964-4"]);
    assert!(Compiled::open(bytes.clone(), 7).is_ok());
    assert!(Compiled::open(bytes.clone(), 8).is_err());
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(Compiled::open(damaged, 7).err(), Some(Damaged), "bit {bit}");
    }
    for len in 0..bytes.len() {
        assert!(Compiled::open(bytes[..len].to_vec(), 7).is_err(), "cut at {len}");
    }
}

#[test]
fn an_empty_list_holds_nothing() {
    let list = Compiled::open(list(&[]), 7).unwrap();
    assert_eq!(list.len(), 0);
    assert!(list.last().is_none() && !list.has_name("stb-2009-120"));
}

/// A list of records that fills several blocks, on disk.
fn recorded(folder: &Path) -> (std::path::PathBuf, Vec<(DocumentId, String)>) {
    let path = folder.join("lijst.catalogue");
    let file = std::io::BufWriter::new(File::create(&path).unwrap());
    let mut compiler = Compiler::new(Sink::File(file));
    let mut all = Vec::new();
    for number in 1..=1_500 {
        let id = match number % 5 {
            0 => format!("ah-tk-20192020-{number}"),
            _ => format!("kst-{}-{number}", 29_521 + number / 100),
        };
        let title = format!("Brief nr. {number} over een onderwerp dat nader wordt toegelicht");
        let line = format!(
            r#"{{"identifier": "{id}", "title": "{title}", "kind": "Brief", "senders": ["{}"]}}"#,
            number % 7
        );
        compiler.take(number, &Line::Record(Box::new(record::read(line.as_bytes()).unwrap())));
        all.push((DocumentId::parse(&id).unwrap(), title));
    }
    let title = r#"{"identifier": "dossier/29521", "title": "Vredesmissies"}"#;
    compiler.take(0, &Line::Record(Box::new(record::read(title.as_bytes()).unwrap())));
    compiler.finish(7).unwrap().flush().unwrap();
    (path, all)
}

fn title(list: &Compiled, id: &DocumentId) -> Option<String> {
    let record = match id.as_kamerstuk().and_then(Key::of) {
        Some(key) => list.record_in(key.spellings()),
        None => list.record_of_name(&id.to_string()),
    };
    record.and_then(|record| record.title)
}

#[test]
fn records_are_found_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, all) = recorded(folder.path());
    let list = Compiled::open_file(File::open(&path).unwrap(), &path, 7).unwrap();
    for (id, expected) in &all {
        assert_eq!(title(&list, id).as_ref(), Some(expected), "{id}");
    }
    let dossier = Dossier::parse("29521").unwrap();
    assert_eq!(list.title_of(dossier).as_deref(), Some("Vredesmissies"));
    assert_eq!(list.title_of(Dossier::parse("29522").unwrap()), None);
    assert_eq!((list.len(), list.facts().records), (1_500, 1_501));
    assert_eq!(title(&list, &DocumentId::parse("kst-29521-9999").unwrap()), None);
    assert!(list.is_sound());
    assert!(matches!(Compiled::open_file(File::open(&path).unwrap(), &path, 8), Err(NotOpened::Damaged)));
}

#[test]
fn no_damage_of_the_file_makes_it_say_anything_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let (path, all) = recorded(folder.path());
    let sound = std::fs::read(&path).unwrap();
    // A fixed row of numbers, so that a failure can be had again.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let (mut refused, mut silent) = (0, 0);
    for round in 0..300 {
        let mut damaged = sound.clone();
        let at = next(damaged.len());
        match round % 5 {
            0 => damaged[at] ^= 1 << next(8),
            1 => damaged.truncate(at),
            2 => {
                let end = (at + 1 + next(4_096)).min(damaged.len());
                damaged[at..end].iter_mut().for_each(|byte| *byte = !*byte);
            }
            3 => damaged.drain(at..(at + 1 + next(64)).min(sound.len())).for_each(drop),
            _ => {
                // A page of the disk that holds what belongs elsewhere.
                let from = next(damaged.len() / 4_096) * 4_096;
                let to = next(damaged.len() / 4_096) * 4_096;
                damaged.copy_within(from..from + 4_096, to);
            }
        }
        if damaged == sound {
            continue;
        }
        std::fs::write(&path, &damaged).unwrap();
        let Ok(list) = Compiled::open_file(File::open(&path).unwrap(), &path, 7) else {
            refused += 1;
            continue;
        };
        let said: Vec<_> = all.iter().map(|(id, expected)| (title(&list, id), expected)).collect();
        assert!(
            said.iter().all(|(said, expected)| said.as_ref().is_none_or(|said| said == *expected)),
            "round {round}"
        );
        assert!(said.iter().any(|(said, _)| said.is_none()), "round {round}: some block is damaged");
        for (id, _) in &all {
            let listed = match id.as_kamerstuk().and_then(Key::of) {
                Some(key) => list.has_any(key.spellings()),
                None => list.has_name(&id.to_string()),
            };
            assert!(listed, "round {round}: {id}");
        }
        // Whoever met the damage has put the file aside, so that the next start makes it anew.
        assert!(!path.exists(), "round {round}");
        assert!(!list.is_sound());
        silent += 1;
    }
    assert!(refused > 50 && silent > 50, "{refused} {silent}");
}

/// Between opening and asking, another program may do anything to the file.
#[test]
fn a_file_that_is_damaged_while_it_is_open_says_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let (path, all) = recorded(folder.path());
    let list = Compiled::open_file(File::open(&path).unwrap(), &path, 7).unwrap();
    let len = std::fs::metadata(&path).unwrap().len();
    std::fs::write(&path, vec![b'x'; usize::try_from(len).unwrap()]).unwrap();
    assert!(all.iter().all(|(id, _)| title(&list, id).is_none()));
    assert!(all.iter().all(|(id, _)| {
        id.as_kamerstuk().is_none_or(|paper| list.has_any(Key::of(paper).unwrap().spellings()))
    }));
}
