//! A corpus of three letters, and what happens when they come, change and go.

use super::*;
use crate::config::Coverage;
use crate::letter::Format;

const LETTER_403: &str = "\
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
Zie ook Kamerstuk 29 521, nr. 385 en Kamerstuk 29 521, nr. 368.
";

fn id(text: &str) -> DocumentId {
    text.parse().unwrap()
}

fn reading(path: &str, text: &str) -> Recognised {
    let path = Path::new(path);
    Recognised::new(Arc::from(text), Format::of_path(path), Some(path))
}

fn count(corpus: &dyn Corpus, of: &str) -> usize {
    corpus.citations_of_many(&[id(of)])[0]
}

fn corpus() -> MemoryCorpus {
    CorpusBuilder::new()
        .root("/w")
        .letter("/w/letters/kst-29521-403.txt", LETTER_403)
        .letter("/w/letters/kst-29521-385.md", "Een brief over Kamerstuk 29 521, nr. 368.\n")
        .letter("/w/concept.txt", "Zie Kamerstuk 29 521, nr. 385.\n")
        .build()
}

#[test]
fn a_letter_is_found_by_its_identifier() {
    let corpus = corpus();
    let found = corpus.letters_of_many(&[id("kst-29521-403"), id("kst-29521-403-h1"), id("kst-29521-1")]);
    assert_eq!(found[0].as_ref().unwrap().path, Path::new("/w/letters/kst-29521-403.txt"));
    assert_eq!(found[0], found[1]);
    assert_eq!(found[2], None);
    assert_eq!(
        corpus.existence_of_many(&[id("kst-29521-385"), id("kst-29521-384"), id("dossier/29521")]),
        [Existence::Known, Existence::Outside, Existence::Known]
    );
    assert_eq!(corpus.state().letters, 3);
    assert!(corpus.state().complete);
}

#[test]
fn citations_are_counted_and_remembered() {
    let corpus = corpus();
    assert_eq!(count(&corpus, "kst-29521-385"), 3);
    assert_eq!(count(&corpus, "kst-29521-368"), 2);
    assert_eq!(count(&corpus, "kst-29521-1"), 0);
    let by = |places: &[CitingPlace]| -> Vec<String> {
        let name = |place: &CitingPlace| place.path.file_name().unwrap().display().to_string();
        places
            .iter()
            .map(|place| format!("{}:{} {}", name(place), place.cited.start.line + 1, place.cited.words))
            .collect()
    };
    let citing = corpus.citing_places(&[id("kst-29521-385"), id("kst-29521-1")]);
    assert_eq!(
        by(&citing[0]),
        [
            "concept.txt:1 Zie Kamerstuk 29 521, nr. 385.",
            "kst-29521-403.txt:12 Met deze brief antwoorden wij op uw vragen over de bijdrage (Kamerstuk 29 521, nr. 385).",
            "kst-29521-403.txt:13 Zie ook Kamerstuk 29 521, nr. 385 en Kamerstuk 29 521, nr. 368.",
        ]
    );
    assert_eq!(citing[1], []);
    let in_dossier = corpus.citing_dossier("29521".parse_dossier());
    assert_eq!(
        by(&in_dossier),
        [
            "concept.txt:1 Zie Kamerstuk 29 521, nr. 385.",
            "kst-29521-385.md:1 Een brief over Kamerstuk 29 521, nr. 368.",
            "kst-29521-403.txt:12 Met deze brief antwoorden wij op uw vragen over de bijdrage (Kamerstuk 29 521, nr. 385).",
            "kst-29521-403.txt:13 Zie ook Kamerstuk 29 521, nr. 385 en Kamerstuk 29 521, nr. 368.",
            "kst-29521-403.txt:13 Zie ook Kamerstuk 29 521, nr. 385 en Kamerstuk 29 521, nr. 368.",
        ]
    );
    assert_eq!(in_dossier[2].letter, Some(id("kst-29521-403")));
}

#[test]
fn an_open_letter_lies_over_its_file() {
    let mut corpus = corpus();
    let before = corpus.snapshot();
    let path = Path::new("/w/concept.txt");
    corpus.overlay(path, &reading("/w/concept.txt", "Zie Kamerstuk 29 521, nr. 368.\n"));
    assert_eq!((count(&corpus, "kst-29521-385"), count(&corpus, "kst-29521-368")), (2, 3));
    assert_eq!((count(&*before, "kst-29521-385"), count(&*before, "kst-29521-368")), (3, 2));
    // A file that goes while its letter is open takes nothing away yet.
    corpus.remove_file(path);
    assert_eq!(count(&corpus, "kst-29521-368"), 3);
    corpus.remove_overlay(path);
    assert_eq!((count(&corpus, "kst-29521-385"), count(&corpus, "kst-29521-368")), (2, 2));
    assert_eq!(corpus.state().letters, 2);
}

#[test]
fn a_folder_goes_with_all_its_letters() {
    let mut corpus = corpus();
    corpus.remove_file(Path::new("/w/letters"));
    let left: Vec<_> = corpus.letter_paths().collect();
    assert_eq!(left, [Path::new("/w/concept.txt")]);
    assert_eq!(corpus.existence_of_many(&[id("kst-29521-403")]), [Existence::Outside]);
    assert_eq!(count(&corpus, "kst-29521-385"), 1);
    assert!(corpus.letters_in_dossiers(&["29521".parse_dossier()])[0].is_empty());
}

trait ParseDossier {
    fn parse_dossier(self) -> Dossier;
}

impl ParseDossier for &str {
    fn parse_dossier(self) -> Dossier {
        Dossier::parse(self).unwrap()
    }
}

#[test]
fn typing_that_changes_no_answer_changes_no_generation() {
    let mut corpus = corpus();
    let path = Path::new("/w/concept.txt");
    corpus.overlay(path, &reading("/w/concept.txt", "Zie Kamerstuk 29 521, nr. 385.\n"));
    let generation = corpus.state().generation;
    corpus.overlay(path, &reading("/w/concept.txt", "Zie ook Kamerstuk 29 521, nr. 385.\n"));
    assert_eq!(corpus.state().generation, generation);
    corpus.overlay(path, &reading("/w/concept.txt", "Zie ook Kamerstuk 29 521, nr. 386.\n"));
    assert!(corpus.state().generation > generation);
}

#[test]
fn a_corpus_that_is_made_anew_does_not_repeat_a_generation() {
    assert!(corpus().state().generation < corpus().state().generation);
}

#[test]
fn what_was_read_earlier_does_not_overwrite_what_was_read_later() {
    let mut corpus = corpus();
    let path = Path::new("/w/concept.txt");
    let early = Moment::now();
    let late = Moment::now();
    corpus.put([ReadLetter::new(path, late, Some(&reading("/w/concept.txt", "Kamerstuk 29 521, nr. 9.\n")))]);
    corpus.put([ReadLetter::new(
        path,
        early,
        Some(&reading("/w/concept.txt", "Kamerstuk 29 521, nr. 8.\n")),
    )]);
    assert_eq!((count(&corpus, "kst-29521-9"), count(&corpus, "kst-29521-8")), (1, 0));
}

#[test]
fn of_two_letters_with_one_identifier_the_first_by_path_counts() {
    let mut corpus = CorpusBuilder::new()
        .root("/w")
        .letter("/w/b/kst-29521-385.txt", "twee\n")
        .letter("/w/a/kst-29521-385.txt", "een\n")
        .build();
    let path = |corpus: &MemoryCorpus| {
        corpus.letters_of_many(&[id("kst-29521-385")])[0].as_ref().unwrap().path.display().to_string()
    };
    assert_eq!(path(&corpus), "/w/a/kst-29521-385.txt");
    let told: Vec<_> = corpus
        .twice_told()
        .iter()
        .map(|message| crate::messages::Translator::default().text(message))
        .collect();
    assert_eq!(
        told,
        [
            "b/kst-29521-385.txt is net als a/kst-29521-385.txt stuk kst-29521-385; de tweede telt niet mee als stuk"
        ]
    );
    corpus.remove_file(Path::new("/w/a"));
    assert_eq!(path(&corpus), "/w/b/kst-29521-385.txt");
    assert!(corpus.twice_told().is_empty());
}

#[test]
fn a_chapter_proves_its_dossier() {
    let corpus = CorpusBuilder::new()
        .letter("kst-36410-X-85.txt", "Een brief.\n")
        .list("kst.txt", [Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))], ["kst-36600-1"])
        .build();
    let said = corpus.existence_of_many(&[id("dossier/36410"), id("dossier/36410-X"), id("kst-36410-X-84")]);
    assert_eq!(said[..2], [Existence::Known, Existence::Known]);
    assert!(matches!(said[2], Existence::AboveHighestNumber { highest: None, .. }), "{said:?}");
}

#[test]
fn letters_of_a_session_are_found_with_and_without_it() {
    let corpus = CorpusBuilder::new().letter("kst-20082009-31700-VI-D.txt", "Een brief.\n").build();
    assert!(corpus.letters_of_many(&[id("kst-31700-VI-D")])[0].is_some());
}

#[test]
fn a_dossier_has_the_title_that_most_letters_print() {
    let head = |title: &str, number: u32| {
        format!(
            "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2019–2020\n29 521\n{title}\nNr. {number}\nBRIEF VAN DE MINISTER VAN DEFENSIE\nDen Haag, 14 februari 2020\n"
        )
    };
    let corpus = CorpusBuilder::new()
        .letter("kst-29521-1.txt", &head("Deelname aan vredesmissies", 1))
        .letter("kst-29521-2.txt", &head("Nederlandse deelname aan vredesmissies", 2))
        .letter("kst-29521-3.txt", &head("Nederlandse deelname aan vredesmissies", 3))
        .build();
    let titles = corpus.dossier_titles(&["29521".parse_dossier(), "29522".parse_dossier()]);
    assert_eq!(titles, [Some("Nederlandse deelname aan vredesmissies".to_owned()), None]);
    let letters = &corpus.letters_in_dossiers(&["29521".parse_dossier()])[0];
    let ids: Vec<_> = letters.iter().map(|letter| letter.id.to_string()).collect();
    assert_eq!(ids, ["kst-29521-1", "kst-29521-2", "kst-29521-3"]);
}
