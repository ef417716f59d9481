//! Letters that come from disk: good ones, bad ones, and what changes while one looks.

use std::fs;

use super::*;
use crate::corpus::Corpus as _;
use crate::identifier::DocumentId;
use crate::messages::{Language, Translator};

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let whole = self.0.path().join(path);
        fs::create_dir_all(whole.parent().unwrap()).unwrap();
        fs::write(&whole, bytes).unwrap();
        whole
    }

    fn folders(&self) -> LetterFolders {
        LetterFolders::new(self.0.path(), &CorpusConfig::default())
    }

    fn scan(&self) -> Scan {
        scan(&self.folders(), &|_, _| {}, &|| false)
    }

    fn corpus(&self) -> MemoryCorpus {
        let mut corpus = MemoryCorpus::new(Some(self.0.path()));
        corpus.put_scan(self.scan());
        corpus
    }
}

fn said(messages: &[Message], language: Language) -> Vec<String> {
    let say = Translator::new(language);
    let mut said: Vec<_> = messages.iter().map(|message| say.text(message)).collect();
    said.sort();
    said
}

fn count(corpus: &MemoryCorpus, id: &str) -> usize {
    corpus.citations_of_many(&[DocumentId::parse(id).unwrap()])[0]
}

#[test]
fn all_letters_are_read_whatever_their_encoding() {
    let desk = Desk::new();
    desk.write("utf8.txt", "\u{FEFF}Geïnformeerd (Kamerstuk 29 521, nr. 385)\n");
    desk.write("windows.txt", b"Ge\xEFnformeerd (Kamerstuk 29\xA0521, nr. 385)\n");
    let utf16: Vec<u8> = "\u{FEFF}Geïnformeerd (Kamerstuk 29 521, nr. 385)\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    desk.write("utf16.md", utf16);
    desk.write("leeg.txt", "");
    let corpus = desk.corpus();
    assert_eq!(count(&corpus, "kst-29521-385"), 3);
    assert_eq!(corpus.state().letters, 4);
    assert!(corpus.state().complete);
}

#[test]
fn what_is_no_letter_is_told_and_left_out() {
    let desk = Desk::new();
    desk.write("brief.txt", "Kamerstuk 29 521, nr. 385\n");
    desk.write("plaatje.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    desk.write("plaatje.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    let huge = fs::File::create(desk.0.path().join("reus.md")).unwrap();
    huge.set_len(50 << 20).unwrap();
    let scan = desk.scan();
    assert_eq!(
        said(&scan.messages, Language::Dutch),
        [
            "plaatje.txt is geen tekst en wordt niet als brief gelezen",
            "reus.md is groter dan 5 MB en wordt niet als brief gelezen"
        ]
    );
    assert_eq!(
        said(&scan.messages, Language::English),
        [
            "plaatje.txt is not text and is not read as a letter",
            "reus.md is larger than 5 MB and is not read as a letter"
        ]
    );
    assert_eq!(scan.letters.len(), 1);
    let missing = read_text(&desk.0.path().join("weg.txt"), Some(desk.0.path())).unwrap_err();
    assert_eq!(said(&[missing], Language::Dutch), ["kan weg.txt niet lezen: het bestaat niet"]);
    let folder = read_text(desk.0.path(), None).unwrap_err();
    assert!(said(&[folder], Language::Dutch)[0].ends_with("niet lezen: het is een map"));
}

#[test]
fn much_of_one_trouble_is_told_in_short() {
    let desk = Desk::new();
    for n in 10..30 {
        desk.write(&format!("{n}.txt"), b"\0\x01");
    }
    desk.write("brief.txt", "Een brief.\n");
    let say = Translator::new(Language::Dutch);
    let told: Vec<_> = desk.scan().messages.iter().map(|message| say.text(message)).collect();
    assert_eq!(told.len(), 6);
    assert_eq!(told[0], "10.txt is geen tekst en wordt niet als brief gelezen");
    assert_eq!(told[5], "en nog 15 meldingen zoals: 14.txt is geen tekst en wordt niet als brief gelezen");
}

#[test]
fn progress_counts_to_the_end_and_a_scan_can_be_cancelled() {
    let desk = Desk::new();
    for n in 0..20 {
        desk.write(&format!("{n}.txt"), "Kamerstuk 29 521, nr. 385\n");
    }
    let last = AtomicUsize::new(0);
    let heard = |done: usize, total: usize| {
        assert_eq!(total, 20);
        last.fetch_max(done, Ordering::Relaxed);
    };
    let whole = scan(&desk.folders(), &heard, &|| false);
    assert_eq!((last.load(Ordering::Relaxed), whole.cancelled), (20, false));

    let done = AtomicUsize::new(0);
    let half = scan(
        &desk.folders(),
        &|_, _| {
            done.fetch_add(1, Ordering::Relaxed);
        },
        &|| done.load(Ordering::Relaxed) >= 5,
    );
    assert!(half.cancelled && half.letters.len() < 20);
    // Half a scan takes nothing away and completes nothing.
    let mut corpus = MemoryCorpus::new(None);
    corpus.put_scan(whole);
    corpus.set_complete(false);
    corpus.put_scan(half);
    assert_eq!(corpus.state().letters, 20);
    assert!(!corpus.state().complete);
}

#[test]
fn a_second_scan_takes_away_what_has_gone() {
    let desk = Desk::new();
    desk.write("a/kst-29521-385.txt", "Een brief.\n");
    let gone = desk.write("b.txt", "Kamerstuk 29 521, nr. 385\n");
    let mut corpus = desk.corpus();
    assert_eq!(count(&corpus, "kst-29521-385"), 1);
    fs::remove_file(gone).unwrap();
    corpus.put_scan(desk.scan());
    assert_eq!((count(&corpus, "kst-29521-385"), corpus.state().letters), (0, 1));
}

#[test]
fn files_are_followed_one_by_one() {
    let desk = Desk::new();
    desk.write("a.txt", "Kamerstuk 29 521, nr. 385\n");
    let mut corpus = desk.corpus();
    let folders = desk.folders();
    // Changed, come, come but no letter, and never there.
    let paths = [
        desk.write("a.txt", "Kamerstuk 29 521, nr. 386\n"),
        desk.write("nieuw/b.md", "Kamerstuk 29 521, nr. 386\n"),
        desk.write("nieuw/foto.png", "Kamerstuk 29 521, nr. 386\n"),
        desk.0.path().join("weg.txt"),
    ];
    assert_eq!(corpus.update(&folders, &paths), []);
    assert_eq!((count(&corpus, "kst-29521-385"), count(&corpus, "kst-29521-386")), (0, 2));
    // A folder that goes takes its letters along, and one that comes brings them.
    fs::rename(desk.0.path().join("nieuw"), desk.0.path().join("ouder")).unwrap();
    let both = [desk.0.path().join("nieuw"), desk.0.path().join("ouder")];
    assert_eq!(corpus.update(&folders, &both), []);
    let paths: Vec<_> = corpus.letter_paths().map(|path| shown(path, Some(desk.0.path()))).collect();
    assert_eq!(paths, ["a.txt", "ouder/b.md"]);
    // What becomes unreadable is no letter any more.
    let broken = desk.write("a.txt", b"\0\x01\x02");
    let told = corpus.update(&folders, &[broken]);
    assert_eq!(said(&told, Language::Dutch), ["a.txt is geen tekst en wordt niet als brief gelezen"]);
    assert_eq!(count(&corpus, "kst-29521-386"), 1);
}

#[test]
fn a_change_during_a_scan_is_not_undone_by_it() {
    let desk = Desk::new();
    let path = desk.write("a.txt", "Kamerstuk 29 521, nr. 385\n");
    let mut corpus = MemoryCorpus::new(Some(desk.0.path()));
    let scan = desk.scan();
    desk.write("a.txt", "Kamerstuk 29 521, nr. 386\n");
    corpus.update(&desk.folders(), &[path]);
    corpus.put_scan(scan);
    assert_eq!((count(&corpus, "kst-29521-385"), count(&corpus, "kst-29521-386")), (0, 1));
}

#[test]
fn lists_and_letters_are_loaded_together() {
    let desk = Desk::new();
    desk.write("kst-29521-385.txt", "Een brief.\n");
    desk.write("kopie/kst-29521-385.md", "Een brief.\n");
    let list = desk.write("lijst/kst.txt", "kst-29521-403\n");
    let config = CorpusConfig {
        catalogues: vec![crate::config::CatalogueConfig { path: list, coverage: Vec::new() }],
        ..CorpusConfig::default()
    };
    let (corpus, messages) = MemoryCorpus::load(desk.0.path(), &config, &Cache::none(), &|_, _| {});
    assert_eq!(messages.iter().map(Message::code).collect::<Vec<_>>(), ["letter-twice"]);
    let state = corpus.state();
    assert_eq!((state.complete, state.letters, state.lists.len()), (true, 2, 1));
}
