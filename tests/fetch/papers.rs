//! `griffier fetch`: papers themselves, from a server that has their official XML.

use std::fs;

use crate::desk::Desk;
use crate::harvest::desk;
use crate::server::{Reply, Server};

/// The official XML of a paper, in words of our own.
pub(crate) fn xml(dossier: &str, number: &str, words: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><officiele-publicatie><metadata><meta name=\"OVERHEIDop.externMetadataRecord\" scheme=\"\" content=\"https://zoek.officielebekendmakingen.nl/kst-{dossier}-{number}/metadata.xml\"/></metadata><kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2019-2020</tekstregel></kamerstukkop><dossier><dossiernummer><dossiernr>{dossier}</dossiernr></dossiernummer><titel>Vredesmissies</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">{number}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN DEFENSIE</titel><algemeen><vrije-tekst><tekst><al>{words}</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"
    )
}

/// A server that has three papers, one of them as a scan only.
pub(crate) fn server() -> Server {
    Server::start(|request, number| match &request.target[..] {
        "/papers/kst-29521-385.xml" => Reply::xml(xml("29521", "385", "De missie duurt voort.")),
        // Now and then it fails.
        "/papers/kst-29521-386.xml" if number % 2 == 0 => Reply::status(503),
        "/papers/kst-29521-386.xml" => Reply::xml(xml("29521", "386", "De missie is voorbij.")),
        "/papers/kst-29521-387.xml" => Reply::xml("<html><body>Geen stuk</body></html>"),
        _ => Reply::status(404),
    })
}

fn at(server: &Server) -> Desk {
    desk(server)
        .with("griffier.toml", "[corpus]\nletters = [\"brieven/**/*.md\"]\n")
        .with("brieven/concept.md", "Zie Kamerstuk 29 521, nrs. 385 en 386, en Kamerstuk 29 521, nr. 12.\n")
}

#[test]
fn papers_become_letters_of_the_workspace() {
    let server = server();
    let desk = at(&server);
    insta::assert_snapshot!(desk.run(&["fetch", "Kamerstuk 29 521, nr. 385", "kst-29521-386"]).all(), @r"
    exit 0
    --- stderr
    2 nieuwe, 0 vervangen, 0 ongewijzigd, 0 niet opgehaald; in brieven
    ");
    let letter = fs::read_to_string(desk.at("brieven/kst-29521-385.md")).unwrap();
    assert!(letter.contains("identifier: ") && letter.contains("De missie duurt voort."), "{letter}");
    // It is a letter like any other.
    let shown = desk.run(&["show", "29 521, nr. 385"]).stdout;
    assert!(shown.contains("brieven/kst-29521-385.md"), "{shown}");
    // What is there already stays, and what its user made of it too.
    insta::assert_snapshot!(desk.run(&["fetch", "kst-29521-385"]).all(), @r"
    exit 0
    --- stderr
    geen nieuwe, 0 vervangen, 1 ongewijzigd, 0 niet opgehaald; in brieven
    ");
}

#[test]
fn what_a_letter_cites_and_is_not_there_is_fetched_and_what_cannot_be_is_told() {
    let server = server();
    let desk = at(&server);
    insta::assert_snapshot!(desk.run(&["fetch", "--dry-run", "--cited-by", "brieven/concept.md"]).all(), @r"
    exit 0
    --- stderr
    kst-29521-12
    kst-29521-385
    kst-29521-386
    3 stukken zouden worden opgehaald en komen in brieven; er is niets gevraagd of geschreven
    ");
    assert!(server.asked().is_empty());
    insta::assert_snapshot!(desk.run(&["fetch", "--cited-by", "brieven/concept.md"]).all(), @r"
    exit 2
    --- stderr
    waarschuwing: kst-29521-12: de officiële publicaties hebben hiervan geen tekst (XML); oudere stukken en bijlagen zijn er alleen als PDF
    2 nieuwe, 0 vervangen, 0 ongewijzigd, 1 niet opgehaald; in brieven
    ");
    let again = desk.run(&["fetch", "--dry-run", "--cited-by", "brieven/concept.md"]).stderr;
    assert!(again.starts_with("kst-29521-12\n1 stuk zou"), "{again}");
}

#[test]
fn what_is_no_paper_is_not_put_anywhere() {
    let server = server();
    let desk = at(&server);
    let done = desk.run(&["fetch", "kst-29521-387", "blg-12345", "--into", "nieuw"]);
    assert_eq!(done.code, 2, "{}", done.all());
    assert!(done.stderr.contains("blg-12345: hiervan is geen tekst op te halen"), "{}", done.all());
    assert!(!desk.at("nieuw").exists());
    insta::assert_snapshot!(desk.run(&["fetch", "--dossier", "30 000"]).all(), @r"
    exit 2
    --- stderr
    fout: van dossier 30 000 is geen stuk bekend
    hulp: haal eerst de lijst van dat dossier op: griffier catalogue fetch --dossier 30000
    ");
}

#[test]
fn a_letter_that_was_edited_is_not_replaced_unless_that_is_asked_for() {
    let server = Server::start(|_, number| {
        let words = if number == 0 { "Eerst." } else { "Later." };
        Reply::xml(xml("29521", "385", words))
    });
    let desk = at(&server);
    assert_eq!(desk.run(&["fetch", "kst-29521-385"]).code, 0);
    let path = desk.at("brieven/kst-29521-385.md");
    let edited = fs::read_to_string(&path).unwrap().replace("Eerst.", "Van mij.");
    fs::write(&path, &edited).unwrap();
    let done = desk.run(&["fetch", "kst-29521-385"]);
    assert_eq!(done.code, 2, "{}", done.all());
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    let done = desk.run(&["fetch", "kst-29521-385", "--force"]);
    assert_eq!(done.code, 0, "{}", done.all());
    assert!(fs::read_to_string(&path).unwrap().contains("Later."));
    assert!(done.stderr.contains("van uw eigen tekst staat een kopie in brieven/"), "{}", done.all());
}
