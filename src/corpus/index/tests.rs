//! An index against the memory corpus, which is its oracle: whatever happens to the letters, both say the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

use crate::config::CorpusConfig;
use crate::corpus::{Cache, Corpus, Existence, LetterFolders, MemoryCorpus, Notice};
use crate::identifier::{DocumentId, Dossier};
use crate::messages::{Message, Translator};

use super::*;

mod generated;

/// A folder of letters with an index in another folder.
struct Desk {
    folder: TempDir,
    index: Index,
    folders: LetterFolders,
}

const QUIET: Watch<'static> = Watch { progress: &|_, _| {}, cancel: &|| false, waits: &|| {} };

fn deaf() -> Hear {
    Arc::new(|_| {})
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("werk");
        fs::create_dir(&root).unwrap();
        let cache = Cache::below(&folder.path().join("cache"));
        let index = Index::new(&root, &CorpusConfig::default(), &cache).unwrap();
        let folders = LetterFolders::new(&root, &CorpusConfig::default());
        Self { folder, index, folders }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join("werk").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Lets all letters be of yesterday, so that their times tell whether they change.
    fn age(&self, path: &str, days: u64) {
        let then = std::time::SystemTime::now() - std::time::Duration::from_hours(24 * days);
        fs::File::options().append(true).open(self.at(path)).unwrap().set_modified(then).unwrap();
    }

    fn sync(&self) -> Synced {
        self.index.sync(&self.folders, How::Compare, &QUIET).unwrap()
    }

    fn corpus(&self) -> MemoryCorpus {
        let mut corpus = MemoryCorpus::new(Some(&self.at("")));
        corpus.set_store(Some(Arc::new(self.index.open(deaf()).unwrap())));
        corpus.set_complete(true);
        corpus
    }

    /// What the same letters say where they are read into memory.
    fn oracle(&self) -> MemoryCorpus {
        MemoryCorpus::load(&self.at(""), &CorpusConfig::default(), &Cache::none(), &|_, _| {}).0
    }

    /// The index of the same letters, made from nothing.
    fn anew(&self) -> Vec<String> {
        let elsewhere = tempfile::tempdir().unwrap();
        let cache = Cache::below(elsewhere.path());
        let index = Index::new(&self.at(""), &CorpusConfig::default(), &cache).unwrap();
        index.sync(&self.folders, How::Anew, &QUIET).unwrap();
        index.dump().unwrap()
    }

    fn said(&self, messages: &[Message]) -> Vec<String> {
        let folder = format!("{}/", self.folder.path().display());
        messages.iter().map(|message| Translator::default().text(message).replace(&folder, "")).collect()
    }
}

/// Asks both everything that can be asked of these papers.
fn agree(index: &dyn Corpus, memory: &dyn Corpus, ids: &[DocumentId]) {
    let dossiers: Vec<Dossier> =
        ids.iter().filter_map(DocumentId::dossier).collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(index.existence_of_many(ids), memory.existence_of_many(ids));
    assert_eq!(index.known_as_many(ids), memory.known_as_many(ids));
    assert_eq!(index.letters_of_many(ids), memory.letters_of_many(ids));
    assert_eq!(index.citations_of_many(ids), memory.citations_of_many(ids));
    assert_eq!(index.citing_places(ids), memory.citing_places(ids));
    assert_eq!(index.letters_in_dossiers(&dossiers), memory.letters_in_dossiers(&dossiers));
    assert_eq!(index.dossier_titles(&dossiers), memory.dossier_titles(&dossiers));
    assert_eq!(index.papers_in_dossiers(&dossiers), memory.papers_in_dossiers(&dossiers));
    for dossier in dossiers {
        assert_eq!(index.citing_dossier(dossier), memory.citing_dossier(dossier), "{dossier}");
    }
    for digits in ["", "2", "29", "295", "29521", "36410", "7"] {
        assert_eq!(index.dossiers_beginning(digits), memory.dossiers_beginning(digits), "{digits}");
    }
    for typed in [
        "brief",
        "defensie",
        "def",
        "defnsie",
        "missies mali",
        "geintegreerde",
        "buitenlandse 2020",
        "februari",
        "29 521",
        "kst 385",
        "vredesmsisies",
        "inzte",
        "de",
    ] {
        assert_eq!(index.search(typed, 100), memory.search(typed, 100), "{typed}");
    }
    let folder = memory.root().unwrap().to_owned();
    for path in ["nieuw.txt", "brieven/nieuw.txt", "brieven/2020/nieuw.txt", "map1/nieuw.txt"] {
        let path = folder.join(path);
        assert_eq!(index.dossiers_beside(&path), memory.dossiers_beside(&path), "{path:?}");
    }
    assert_eq!(index.state().letters, memory.state().letters);
}

fn ids(texts: &[&str]) -> Vec<DocumentId> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

const LETTER: &str = "\
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2019–2020
29 521
Nederlandse deelname aan vredesmissies
34 952
Evaluatie van de geïntegreerde inzet in Mali
Nr. 403
BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 14 februari 2020
Met deze brief antwoorden wij op uw vragen over de bijdrage (Kamerstuk 29 521, nr. 385).
Zie ook Kamerstuk 29 521, nrs. 368 en 385, en Kamerstuk 36 410 X, nr. 4 en 33 279, nr. 5.
";

fn all_ids() -> Vec<DocumentId> {
    ids(&[
        "kst-29521-403",
        "kst-29521-403-h1",
        "kst-29521-385",
        "kst-29521-368",
        "kst-29521-1",
        "kst-36410-X-4",
        "kst-33279-5",
        "dossier/29521",
        "dossier/34952",
        "dossier/36410",
        "dossier/36410-X",
        "dossier/40000",
        "kst-31700-VI-D",
        "kst-20082009-31700-VI-D",
        "kst-29521-7",
        "kst-29521-8",
        "kst-29521-9",
    ])
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("brieven/2020/vredesmissies.txt", LETTER);
    desk.write("brieven/kst-29521-385.md", "Een brief over Kamerstuk 29 521, nr. 368.\n");
    desk.write("brieven/kst-20082009-31700-VI-D.txt", "Een brief.\n");
    desk.write(
        "brieven/kst-36410-X-4.txt",
        "Zie Kamerstuk 29 521, nr. 385.\r\nEn é 😀 Kamerstuk 36 410 X, nr. 5.\r\n",
    );
    desk.write("concept.txt", "Zie Kamerstuk 29 521, nr. 385.\n");
    desk
}

#[test]
fn the_index_says_what_memory_says() {
    let desk = desk();
    assert_eq!(desk.sync().read, 5);
    agree(&desk.corpus(), &desk.oracle(), &all_ids());
}

#[test]
fn what_has_not_changed_is_not_read_again() {
    let desk = desk();
    for path in ["brieven/2020/vredesmissies.txt", "brieven/kst-29521-385.md", "concept.txt"] {
        desk.age(path, 2);
    }
    desk.sync();
    // Two were written only just now, so that a change of them might not show.
    assert_eq!(desk.sync().read, 2);
    desk.age("brieven/kst-36410-X-4.txt", 1);
    desk.age("brieven/kst-20082009-31700-VI-D.txt", 1);
    let before = desk.corpus();
    assert_eq!(desk.sync().read, 2);
    assert_eq!(desk.sync().read, 0);
    assert!(!before.store().unwrap().has_changed(), "files that were only touched change no answer");
}

#[test]
fn letters_come_change_and_go() {
    let desk = desk();
    desk.sync();
    fs::remove_file(desk.at("concept.txt")).unwrap();
    fs::rename(desk.at("brieven/kst-29521-385.md"), desk.at("brieven/kst-29521-386.md")).unwrap();
    desk.write("brieven/2020/vredesmissies.txt", &LETTER.replace("nr. 385", "nr. 7"));
    desk.write("nieuw.txt", "Kamerstuk 29 521, nr. 8 en Kamerstuk 29 521, nr. 8.\n");
    desk.sync();
    agree(&desk.corpus(), &desk.oracle(), &all_ids());
    assert_eq!(desk.index.dump().unwrap(), desk.anew());
    fs::remove_dir_all(desk.at("brieven")).unwrap();
    desk.sync();
    agree(&desk.corpus(), &desk.oracle(), &all_ids());
    assert_eq!(desk.index.dump().unwrap(), desk.anew());
}

#[test]
fn files_are_followed_one_by_one() {
    let desk = desk();
    desk.sync();
    let corpus = desk.corpus();
    desk.write("brieven/2020/vredesmissies.txt", &LETTER.replace("nr. 385", "nr. 7"));
    fs::rename(desk.at("brieven/kst-29521-385.md"), desk.at("kst-29521-9.md")).unwrap();
    fs::remove_file(desk.at("concept.txt")).unwrap();
    let changed: Vec<_> = ["brieven/2020", "brieven/kst-29521-385.md", "kst-29521-9.md", "concept.txt"]
        .map(|path| desk.at(path))
        .into();
    let Updated::Done(said) = desk.index.update(&desk.folders, &changed).unwrap() else {
        panic!("nobody else has the lock")
    };
    assert_eq!(desk.said(&said), [""; 0]);
    assert!(corpus.store().unwrap().has_changed());
    agree(&corpus, &desk.oracle(), &all_ids());
    assert_eq!(desk.index.dump().unwrap(), desk.anew());
}

#[test]
fn without_an_index_or_with_the_lock_elsewhere_all_is_looked_at() {
    let desk = desk();
    let update = || desk.index.update(&desk.folders, &[desk.at("concept.txt")]).unwrap();
    assert!(matches!(update(), Updated::NotNow));
    desk.sync();
    let lock = lock::Lock::take(&files::with_end(desk.index.file(), ".lock")).unwrap();
    assert!(lock.is_some());
    assert!(matches!(update(), Updated::NotNow));
    drop(lock);
    assert!(matches!(update(), Updated::Done(_)));
}

#[test]
fn open_letters_lie_over_the_index() {
    use crate::citation::Recognised;
    use crate::letter::Format;
    let desk = desk();
    desk.sync();
    let (mut corpus, mut oracle) = (desk.corpus(), desk.oracle());
    let texts = [
        ("concept.txt", "Zie Kamerstuk 29 521, nr. 368 en Kamerstuk 29 521, nr. 9.\n"),
        ("brieven/2020/vredesmissies.txt", "Niets.\n"),
        ("brieven/kst-36410-X-4.txt", LETTER),
        ("nieuw.txt", "Zie Kamerstuk 29 521, nr. 385.\n"),
    ];
    for (path, text) in texts {
        let path = desk.at(path);
        let recognised = Recognised::new(Arc::from(text), Format::of_path(&path), Some(&path));
        corpus.overlay(&path, &recognised);
        oracle.overlay(&path, &recognised);
        agree(&corpus, &oracle, &all_ids());
    }
    for (path, _) in texts {
        corpus.remove_overlay(&desk.at(path));
        oracle.remove_overlay(&desk.at(path));
        agree(&corpus, &oracle, &all_ids());
    }
    // To open a letter as it is changes nothing for others.
    let generation = corpus.state().generation;
    let path = desk.at("brieven/2020/vredesmissies.txt");
    corpus.overlay(&path, &Recognised::new(Arc::from(LETTER), Format::Plain, Some(&path)));
    assert_eq!(corpus.state().generation, generation);
}

#[test]
fn two_letters_with_one_identifier_are_told() {
    let desk = Desk::new();
    desk.write("b/kst-29521-385.txt", "twee\n");
    desk.write("a/kst-29521-385.txt", "een\n");
    desk.sync();
    let corpus = desk.corpus();
    let told = "b/kst-29521-385.txt is net als a/kst-29521-385.txt stuk kst-29521-385; de tweede telt niet mee als stuk";
    assert_eq!(desk.said(&corpus.twice_told()), [told]);
    assert_eq!(
        corpus.letters_of_many(&ids(&["kst-29521-385"]))[0].as_ref().unwrap().path,
        desk.at("a/kst-29521-385.txt")
    );
    fs::remove_dir_all(desk.at("a")).unwrap();
    desk.sync();
    assert_eq!(desk.said(&corpus.twice_told()), [""; 0]);
    assert_eq!(
        corpus.letters_of_many(&ids(&["kst-29521-385"]))[0].as_ref().unwrap().path,
        desk.at("b/kst-29521-385.txt")
    );
}

#[test]
fn what_another_process_does_is_noticed_by_whoever_asks() {
    let desk = desk();
    desk.sync();
    let heard = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&heard);
    let store = desk.index.open(Arc::new(move |notice| {
        assert_eq!(notice, Notice::Changed);
        count.fetch_add(1, Ordering::Relaxed);
    }));
    let mut corpus = MemoryCorpus::new(Some(&desk.at("")));
    corpus.set_store(store.map(Arc::new));
    agree(&corpus, &desk.oracle(), &all_ids());
    assert_eq!(heard.load(Ordering::Relaxed), 0);
    desk.write("concept.txt", "Zie Kamerstuk 29 521, nr. 8.\n");
    desk.sync();
    agree(&corpus, &desk.oracle(), &all_ids());
    assert_eq!(heard.load(Ordering::Relaxed), 1);
    // So is an index that another process made anew, and put in the place of the one that is open.
    desk.write("concept.txt", "Zie Kamerstuk 29 521, nr. 9.\n");
    desk.index.sync(&desk.folders, How::Anew, &QUIET).unwrap();
    agree(&corpus, &desk.oracle(), &all_ids());
    assert_eq!(heard.load(Ordering::Relaxed), 2);
}

#[test]
fn a_scan_that_is_called_off_leaves_the_index_as_it_was() {
    let desk = desk();
    let off = Watch { cancel: &|| true, ..QUIET };
    let synced = desk.index.sync(&desk.folders, How::Compare, &off).unwrap();
    assert!(synced.cancelled && desk.index.dump().is_none());
    desk.sync();
    let before = desk.index.dump();
    desk.write("nieuw.txt", "Kamerstuk 29 521, nr. 8.\n");
    let read = AtomicUsize::new(0);
    let late = Watch {
        cancel: &|| read.load(Ordering::Relaxed) > 2,
        progress: &|done, _| read.store(done, Ordering::Relaxed),
        ..QUIET
    };
    assert!(desk.index.sync(&desk.folders, How::Anew, &late).unwrap().cancelled);
    assert_eq!(desk.index.dump(), before);
    let left: Vec<_> = fs::read_dir(desk.folder.path().join("cache/index"))
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn what_is_no_letter_is_told_every_time_and_left_out() {
    let desk = desk();
    desk.write("plaatje.txt", "\u{89}PNG\0\0\0");
    fs::write(desk.at("groot.txt"), vec![b'a'; 6 << 20]).unwrap();
    for _ in 0..2 {
        assert_eq!(
            desk.said(&desk.sync().messages),
            [
                "groot.txt is groter dan 5 MB en wordt niet als brief gelezen",
                "plaatje.txt is geen tekst en wordt niet als brief gelezen"
            ]
        );
        assert_eq!(desk.corpus().state().letters, 5);
    }
    desk.write("concept.txt", "\0\u{1}\0");
    desk.sync();
    assert_eq!(desk.corpus().state().letters, 4);
    assert_eq!(desk.index.dump().unwrap(), desk.anew());
}

#[test]
fn verifying_finds_what_is_wrong_and_what_is_only_behind() {
    let desk = desk();
    for path in [
        "brieven/2020/vredesmissies.txt",
        "brieven/kst-29521-385.md",
        "concept.txt",
        "brieven/kst-36410-X-4.txt",
    ] {
        desk.age(path, 2);
    }
    assert!(desk.index.verify(&desk.folders, &QUIET).unwrap().is_none());
    desk.sync();
    let verify = || desk.index.verify(&desk.folders, &QUIET).unwrap().unwrap();
    let verified = verify();
    assert_eq!((verified.letters, verified.citations, &verified.flaws[..]), (5, 9, &[][..]));
    desk.write("nieuw.txt", "");
    fs::remove_file(desk.at("brieven/kst-29521-385.md")).unwrap();
    desk.write("concept.txt", "Anders.\n");
    let connection = schema::open(desk.index.file(), true).unwrap().unwrap();
    // A row that is whole and false: the digest is that of another place.
    connection.execute("UPDATE edge SET place = x'00', digest = 0 WHERE path LIKE '%X-4%'", []).unwrap();
    let at = |path: &str| Some(desk.at(path));
    assert_eq!(
        verify().flaws,
        [
            (at("brieven/kst-29521-385.md"), Flaw::Gone),
            (at("brieven/kst-36410-X-4.txt"), Flaw::Damaged),
            (at("concept.txt"), Flaw::Changed),
            (at("nieuw.txt"), Flaw::New),
        ]
        .into_iter()
        // The shelves no longer agree with the letters either.
        .collect::<Vec<_>>()
        .into_iter()
        .fold(vec![(None, Flaw::Damaged)], |mut all, flaw| {
            all.push(flaw);
            all
        })
    );
}

#[test]
fn verifying_looks_at_every_table() {
    let desk = desk();
    for damage in [
        "DELETE FROM words WHERE rowid = (SELECT min(rowid) FROM words)",
        "INSERT INTO words (rowid, name, rest) VALUES (999, 'defensie', '')",
        "INSERT INTO twice VALUES ('kst-29521-385')",
        "DELETE FROM lexicon WHERE key = 'defensie'",
        "UPDATE lexicon SET count = count + 1 WHERE key = 'defensie'",
        "DELETE FROM shelf WHERE number = 7",
        "DELETE FROM file WHERE path = (SELECT min(path) FROM file)",
    ] {
        desk.index.sync(&desk.folders, How::Anew, &QUIET).unwrap();
        assert_eq!(desk.index.verify(&desk.folders, &QUIET).unwrap().unwrap().flaws, []);
        let connection = schema::open(desk.index.file(), true).unwrap().unwrap();
        assert_eq!(connection.execute(damage, []).unwrap(), 1, "{damage}");
        let flaws = desk.index.verify(&desk.folders, &QUIET).unwrap().unwrap().flaws;
        assert!(flaws.contains(&(None, Flaw::Damaged)), "{damage}: {flaws:?}");
    }
}

#[test]
fn nothing_is_kept_where_nothing_can_be() {
    let desk = desk();
    fs::write(desk.folder.path().join("cache"), "een bestand, geen map").unwrap();
    let error = desk.index.sync(&desk.folders, How::Compare, &QUIET).unwrap_err().sentence();
    assert_eq!(
        desk.said(&[error]),
        [
            "kan de cachemap cache niet gebruiken: het is geen map; lijsten en brieven worden nu bij elke start opnieuw gelezen"
        ]
    );
}

#[test]
fn a_name_is_of_one_root_and_one_choice_of_letters() {
    let cache = Cache::below(Path::new("/cache"));
    let file = |root: &str, letters: &[&str], exclude: &[&str]| {
        let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
        let config =
            CorpusConfig { letters: owned(letters), exclude: owned(exclude), ..CorpusConfig::default() };
        Index::new(Path::new(root), &config, &cache).unwrap().file().to_owned()
    };
    let first = file("/w", &["a"], &[]);
    assert!(first.starts_with("/cache/index"));
    assert_eq!(first, file("/w", &["a"], &[]));
    for other in [file("/v", &["a"], &[]), file("/w", &["b"], &[]), file("/w", &["a"], &["b"])] {
        assert_ne!(first, other);
    }
    assert!(Index::new(Path::new("/w"), &CorpusConfig::default(), &Cache::none()).is_none());
}

/// Whatever happens in whatever order, the index that is changed step by step equals the one that is made anew.
#[test]
fn step_by_step_and_all_at_once_give_the_same() {
    let desk = Desk::new();
    let mut chance = 7_u64;
    let mut below = |limit: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % limit
    };
    for round in 0..12 {
        for _ in 0..8 {
            let name = format!("map{}/kst-2952{}-{}.txt", below(3), below(2), below(6));
            match below(5) {
                0 => drop(fs::remove_file(desk.at(&name))),
                1 => desk.write(&name, &LETTER.replace("403", &below(9).to_string())),
                _ => {
                    let cite = |n: u64| format!("Zie Kamerstuk 29 52{}, nr. {}.\n", n % 2, n);
                    desk.write(&name, &(0..below(5)).map(|_| cite(below(9))).collect::<String>());
                }
            }
        }
        desk.sync();
        assert_eq!(desk.index.dump().unwrap(), desk.anew(), "round {round}");
        agree(&desk.corpus(), &desk.oracle(), &all_ids());
    }
    assert!(desk.corpus().existence_of_many(&ids(&["dossier/29521"])) == [Existence::Known]);
}
