//! What lists say of papers: one short list, and one table of verdicts for each question.

use super::*;
use crate::corpus::Existence::{AboveHighestDossier, AboveHighestNumber, Gap, Known, NoSuchDossier, Outside};
use crate::identifier::{Date, Kamer, SessionYear};

fn day(year: i16) -> Date {
    jiff::civil::date(year, 2, 15)
}

fn list(name: &str, coverage: &[Coverage], ids: &[&str]) -> Catalogue {
    let ids: Vec<_> = ids.iter().map(|id| DocumentId::parse(id).unwrap()).collect();
    Catalogue::from_ids(name, coverage, &ids)
}

const PAPERS: [&str; 18] = [
    "kst-23645-811",
    "kst-29521-1",
    "kst-29521-385",
    "kst-29521-403",
    "kst-29521-4-b1",
    "kst-29521-A",
    "kst-29521-AB",
    "kst-20082009-31700-VI-D",
    "kst-31700-VI-5",
    "kst-34141-R2047-4",
    "kst-34952-9",
    "kst-36410-1",
    "kst-36410-X-85",
    "kst-CXXIV-G",
    "kst-CXXVI-A",
    "kst-935450-1",
    "stb-2009-120",
    "kst-00011-2",
];

/// The verdict in the form `gap 403`, with the list's year behind it where it is not the usual one.
fn said(existence: &Existence) -> String {
    let year = |list: &ListInfo| match list.until.year() {
        2025 => String::new(),
        other => format!(" until {other}"),
    };
    match existence {
        Known => "known".to_owned(),
        Gap { list, highest } => format!("gap below {highest}{}", year(list)),
        NoSuchDossier { list } => format!("no such dossier{}", year(list)),
        AboveHighestNumber { list, highest: None } => format!("nothing to compare{}", year(list)),
        AboveHighestNumber { list, highest: Some(highest) } => format!("above {highest}{}", year(list)),
        AboveHighestDossier { list, highest } => format!("above dossier {highest}{}", year(list)),
        Outside => "outside".to_owned(),
    }
}

fn check(lists: &[Catalogue], expected: &[(&str, &str)]) {
    let lists = Catalogues::new(lists.to_vec());
    for (id, verdict) in expected {
        let found = lists.existence(&DocumentId::parse(id).unwrap(), |_| false);
        assert_eq!(said(&found), *verdict, "{id}");
    }
}

#[test]
fn absence_means_what_the_list_covers() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(
        &[list],
        &[
            ("kst-29521-385", "known"),
            ("kst-29521-385-h2", "known"),
            ("kst-29521-4", "known"),
            ("kst-29521-386", "gap below 403"),
            ("kst-29521-404", "above 403"),
            ("kst-29251-385", "no such dossier"),
            ("kst-36411-1", "above dossier 36410"),
            // Below the coverage a list says what it has, and absence means nothing.
            ("kst-23645-811", "known"),
            ("kst-23645-810", "outside"),
            ("kst-28000-1", "outside"),
            // Other families are not judged.
            ("stb-2009-120", "known"),
            ("stb-2009-121", "outside"),
        ],
    );
}

#[test]
fn a_meeting_is_known_by_its_items() {
    let list = list("h.txt", &[], &["h-tk-20162017-66-6", "h-tk-20162017-68-1"]);
    check(
        &[list],
        &[
            ("h-tk-20162017-66-6", "known"),
            ("h-tk-20162017-66", "known"),
            ("h-tk-20162017-6", "outside"),
            ("h-tk-20162017-67", "outside"),
        ],
    );
}

#[test]
fn a_chapter_counts_by_itself() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(
        &[list],
        &[
            ("kst-36410-2", "above 1"),
            ("kst-36410-X-84", "gap below 85"),
            ("kst-36410-V-1", "above dossier 36410"),
            ("kst-31700-5", "no such dossier"),
            ("kst-31700-VII-5", "no such dossier"),
        ],
    );
}

#[test]
fn a_whole_dossier_is_known_by_any_of_its_papers() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(
        &[list],
        &[
            ("dossier/29521", "known"),
            ("dossier/36410", "known"),
            ("dossier/36410-X", "known"),
            ("dossier/31700", "known"),
            ("dossier/31700-VII", "no such dossier"),
            ("dossier/29251", "no such dossier"),
            // Its papers count in chapter IV, so that their absence tells nothing.
            ("dossier/31700-H", "outside"),
            ("dossier/31700-XI", "no such dossier"),
            ("dossier/99999", "above dossier 36410"),
            ("dossier/28000", "outside"),
            ("dossier/CXXIV", "known"),
        ],
    );
}

#[test]
fn letters_are_compared_with_letters() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(
        &[list],
        &[
            ("kst-29521-B", "gap below AB"),
            ("kst-29521-Z", "gap below AB"),
            ("kst-29521-AC", "above AB"),
            ("kst-34952-A", "nothing to compare"),
            // Old numbers with a small letter ran through a session, over all dossiers.
            ("kst-29521-188b", "nothing to compare"),
            // With and without the session in the identifier it is the same paper.
            ("kst-31700-VI-D", "known"),
            ("kst-20082009-31700-VI-D", "known"),
            ("kst-20072008-31700-VI-C", "gap below D"),
            ("kst-20042005-29521-A", "known"),
        ],
    );
}

#[test]
fn spellings_of_one_number() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(
        &[list],
        &[
            ("kst-11-2", "known"),
            ("kst-34141-4", "known"),
            ("kst-34952-R2080-9", "known"),
            ("kst-34141-R2047-5", "above 4"),
        ],
    );
}

#[test]
fn roman_dossiers_are_a_row_of_their_own() {
    let everything = Coverage { from_dossier: None, ..Coverage::papers(0, day(2025)) };
    let whole = list("kst.txt", &[everything], &PAPERS);
    check(
        &[whole],
        &[
            ("kst-CXXIV-A", "gap below G"),
            ("kst-CXXV-A", "no such dossier"),
            ("kst-CXXX-A", "outside"),
            ("kst-23645-810", "gap below 811"),
        ],
    );
    let from = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    check(&[from], &[("kst-CXXIV-A", "outside"), ("kst-CXXV-A", "outside")]);
}

#[test]
fn several_lists_speak_together() {
    let old = list("oud.txt", &[Coverage::papers(29_000, day(2020))], &["kst-29521-385", "kst-34952-9"]);
    let new = list("nieuw.txt", &[Coverage::papers(34_000, day(2025))], &["kst-34952-12", "kst-36410-X-85"]);
    let own = list("eigen.txt", &[], &["kst-36900-1", "kst-30000-1"]);
    check(
        &[old, new, own],
        &[
            ("kst-29521-385", "known"),
            ("kst-36900-1", "known"),
            ("kst-29521-386", "above 385 until 2020"),
            ("kst-34952-11", "gap below 12"),
            ("kst-34952-13", "above 12"),
            // A list that covers nothing still proves that a dossier exists.
            ("kst-30000-2", "nothing to compare until 2020"),
            ("kst-36900-2", "above dossier 36410"),
            ("dossier/30000", "known"),
        ],
    );
}

#[test]
fn a_letter_proves_its_dossier() {
    let list = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    let lists = Catalogues::new(vec![list]);
    let id = DocumentId::parse("kst-29251-385").unwrap();
    assert_eq!(said(&lists.existence(&id, |_| true)), "nothing to compare");
}

#[test]
fn without_a_list_nothing_can_be_said() {
    check(&[], &[("kst-29521-385", "outside"), ("dossier/29521", "outside")]);
    let empty = list("leeg.txt", &[Coverage::papers(29_000, day(2025))], &[]);
    check(&[empty], &[("kst-29521-385", "outside")]);
}

fn records(name: &str, text: &str) -> Catalogue {
    Catalogue::from_text(name, &[], text)
}

#[test]
fn a_record_says_what_is_known_of_a_paper() {
    let lists = Catalogues::new(vec![records(
        "eigen.jsonl",
        r#"
        kst-29521-385
        {"identifier": "kst-29521-385", "title": "Kennisgeving van een onderzoek", "kind": "Brief", "date": "2019-09-05"}
        {"identifier": "kst-29521-386", "title": "Verslag"}
        {"identifier": "kst-29521-386", "title": "Verslag van een algemeen overleg", "pages": 14}
        kst-29521-386
        {"identifier": "kst-34993-2-n1", "title": "Voorstel van wet (herdruk)"}
        {"identifier": "kst-34993-2", "title": "Voorstel van wet", "replaced-by": ["kst-34993-2-n1"]}
        {"identifier": "kst-20082009-31700-VI-D", "chamber": "ek", "senders": ["De Minister van Justitie"]}
        {"identifier": "stb-2009-120", "title": "Besluit van 3 maart 2009", "date": "2009-03-17"}
        {"identifier": "ah-tk-20192020-1241", "session": "2019-2020", "title": "Antwoord op vragen"}
        "#,
    )]);
    let of = |id: &str| lists.listing(&DocumentId::parse(id).unwrap());
    let title = |id: &str| of(id).and_then(|listing| listing.title);
    let letter = of("kst-29521-385").unwrap();
    assert_eq!(letter.title.as_deref(), Some("Kennisgeving van een onderzoek"));
    assert_eq!((letter.kind.as_deref(), letter.date), (Some("Brief"), Some(jiff::civil::date(2019, 9, 5))));
    assert_eq!(letter.list.name, "eigen.jsonl");
    // The last record of a paper counts, and a bare identifier takes nothing away.
    let report = of("kst-29521-386").unwrap();
    assert_eq!(report.title.as_deref(), Some("Verslag van een algemeen overleg"));
    assert_eq!(report.pages, Some(14));
    // A reprint is the paper, and what is said of the paper itself goes before.
    let bill = of("kst-34993-2-h1").unwrap();
    assert_eq!(bill.title.as_deref(), Some("Voorstel van wet"));
    assert_eq!(bill.replaced_by, [DocumentId::parse("kst-34993-2-n1").unwrap()]);
    // With and without the session in the identifier it is the same paper.
    let senate = of("kst-31700-VI-D").unwrap();
    assert_eq!(
        (senate.kamer, senate.senders),
        (Some(Kamer::Eerste), vec!["De Minister van Justitie".into()])
    );
    assert_eq!(title("stb-2009-120").as_deref(), Some("Besluit van 3 maart 2009"));
    assert_eq!(of("ah-tk-20192020-1241").unwrap().session, Some(SessionYear::starting(2019)));
    assert_eq!(of("kst-29521-387"), None);
}

#[test]
fn several_lists_complete_each_other() {
    let lists = Catalogues::new(vec![
        list("kst.txt", &[], &["kst-29521-385", "kst-29521-386"]),
        records("een.jsonl", r#"{"identifier": "kst-29521-385", "title": "Kennisgeving"}"#),
        records(
            "twee.jsonl",
            r#"{"identifier": "kst-29521-385", "title": "Kennisgevingsbrief", "date": "2019-09-05"}"#,
        ),
    ]);
    let of = |id: &str| lists.listing(&DocumentId::parse(id).unwrap()).unwrap();
    let listing = of("kst-29521-385");
    assert_eq!((listing.list.name.as_str(), listing.title.as_deref()), ("een.jsonl", Some("Kennisgeving")));
    assert_eq!(listing.date, Some(jiff::civil::date(2019, 9, 5)));
    assert_eq!(of("kst-29521-386").list.name, "kst.txt");
}

#[test]
fn a_dossier_has_the_title_of_its_record_else_of_its_papers() {
    let text = r#"
        {"identifier": "dossier/29521", "title": "Nederlandse deelname aan vredesmissies"}
        {"identifier": "kst-29521-1", "dossiers": [{"number": "29521", "title": "Vredesmissies"}]}
        {"identifier": "kst-36410-X-1", "dossiers": [{"number": "36410-X", "title": "Begroting Defensie"}, {"number": "29521"}]}
        {"identifier": "kst-36410-X-2", "dossiers": [{"number": "36 410 X", "title": "Begroting Defensie 2024"}]}
        {"identifier": "kst-36410-X-3", "dossiers": [{"number": "36410-X", "title": "Begroting Defensie 2024"}]}
    "#;
    let lists = Catalogues::new(vec![list("kst.txt", &[], &["kst-29521-1"]), records("titels.jsonl", text)]);
    let title = |dossier| lists.dossier_title(Dossier::parse(dossier).unwrap());
    assert_eq!(title("29521").as_deref(), Some("Nederlandse deelname aan vredesmissies"));
    assert_eq!(title("36410-X").as_deref(), Some("Begroting Defensie 2024"));
    assert_eq!((title("36410"), title("99999")), (None, None));
    // A dossier is no paper.
    assert_eq!(lists.lists()[1].state().papers, 4);
}

#[test]
fn a_record_of_a_dossier_proves_it() {
    let whole = list("kst.txt", &[Coverage::papers(29_000, day(2025))], &PAPERS);
    let titles = records("titels.jsonl", r#"{"identifier": "dossier/29251", "title": "Testdossier"}"#);
    check(
        std::slice::from_ref(&whole),
        &[("kst-29251-385", "no such dossier"), ("dossier/29251", "no such dossier")],
    );
    check(&[whole, titles], &[("kst-29251-385", "nothing to compare"), ("dossier/29251", "known")]);
}

#[test]
fn a_listing_names_its_list() {
    let lists = Catalogues::new(vec![list("eigen.txt", &[], &["kst-36900-1"])]);
    let of = |id| lists.listing(&DocumentId::parse(id).unwrap()).map(|listing| listing.list.name.clone());
    assert_eq!(of("kst-36900-1-h1").as_deref(), Some("eigen.txt"));
    assert_eq!(of("kst-36900-2"), None);
}
