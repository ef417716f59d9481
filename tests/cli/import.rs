//! `griffier import`: what becomes of files, good and bad, and of letters that lie there already.

use std::fs;
use std::path::Path;

use crate::desk::Desk;

/// A paper of the Tweede Kamer.
fn paper(dossier: &str, number: u32, words: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<officiele-publicatie>\n<kamerstuk>\n<kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2019-2020</tekstregel><tekstregel inhoud=\"kameraanduiding\">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>\n<dossier><dossiernummer><dossiernr>{dossier}</dossiernr></dossiernummer><titel>Vredesmissies</titel></dossier>\n<stuk><stuknr>Nr. <ondernummer>{number}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel><algemeen><vrije-tekst><tekst><al>{words}</al></tekst></vrije-tekst></algemeen></stuk>\n</kamerstuk>\n</officiele-publicatie>\n"
    )
}

fn desk() -> Desk {
    Desk::new()
        .with("bron/kst-29521-385.xml", paper("29 521", 385, "Zie Kamerstuk 29 521, nr. 384."))
        .with("bron/diep/b.xml", paper("29 521", 386, "Zie ook Kamerstuk 29 521, nr. 385."))
        .with("bron/metadata.xml", "<metadata_gegevens/>")
        .with("bron/lees.txt", "Niets.")
}

/// All files below a folder with their bytes.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_folder_of_papers_becomes_letters_once() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["import", "bron", "--into", "brieven", "--dry-run"]).all(), @r"
    exit 0
    --- stdout
    nieuw: brieven/kst-29521-386.md, uit bron/diep/b.xml
    nieuw: brieven/kst-29521-385.md, uit bron/kst-29521-385.xml
    In brieven zouden komen: 2 nieuw, 0 bijgewerkt, 0 ongewijzigd; er is niets geschreven
    2 bestanden zijn overgeslagen, omdat ze geen Word-bestanden of officiële stukken zijn
    ");
    assert!(!desk.at("brieven").exists());
    insta::assert_snapshot!(desk.run(&["import", "bron", "--into", "brieven"]).all(), @r"
    exit 0
    --- stdout
    nieuw: brieven/kst-29521-386.md, uit bron/diep/b.xml
    nieuw: brieven/kst-29521-385.md, uit bron/kst-29521-385.xml
    In brieven: 2 nieuw, 0 bijgewerkt, 0 ongewijzigd
    2 bestanden zijn overgeslagen, omdat ze geen Word-bestanden of officiële stukken zijn
    ");
    let first = everything(&desk.at("brieven"));
    insta::assert_snapshot!(desk.run(&["import", "bron", "--into", "brieven", "--lang", "en"]).all(), @r"
    exit 0
    --- stdout
    In brieven: 0 new, 0 updated, 2 unchanged
    2 files were skipped, as they are no Word files or official papers
    ");
    assert_eq!(everything(&desk.at("brieven")), first);
    // The letters know each other.
    let cited = desk.run(&["refs", "kst-29521-385", "brieven"]);
    assert!(cited.stdout.contains("brieven/kst-29521-386.md"), "{}", cited.all());
}

#[test]
fn the_same_sources_give_the_same_letters_on_every_desk() {
    let many = |desk: Desk| {
        (1..200).fold(desk, |desk, number| {
            let name = format!("bron/{}.xml", number * 7919 % 211);
            desk.with(&name, paper("29 521", number, "Zie Kamerstuk 29 521, nr. 384."))
        })
    };
    let letters = |threads: &str| {
        let desk = many(Desk::new());
        let done =
            desk.done(desk.command(&["import", "bron", "--into", "b"]).env("RAYON_NUM_THREADS", threads));
        let files: Vec<_> = everything(&desk.at("b"));
        let names =
            files.into_iter().map(|(path, bytes)| (path.rsplit('/').next().unwrap().to_owned(), bytes));
        (done.all(), names.collect::<Vec<_>>())
    };
    let (one, two) = (letters("1"), letters("4"));
    assert_eq!(one.1.len(), 199);
    assert_eq!(one, two);
}

#[test]
fn a_letter_that_was_edited_stays_until_its_user_says_otherwise() {
    let desk = desk();
    desk.run(&["import", "bron/kst-29521-385.xml", "--into", "brieven"]);
    let letter = desk.at("brieven/kst-29521-385.md");
    let desk = desk.with("bron/kst-29521-385.xml", paper("29 521", 385, "Zie Kamerstuk 29 521, nr. 300."));
    insta::assert_snapshot!(desk.run(&["import", "bron/kst-29521-385.xml", "--into", "brieven"]).all(), @r"
    exit 0
    --- stdout
    bijgewerkt: brieven/kst-29521-385.md, uit bron/kst-29521-385.xml
    In brieven: 0 nieuw, 1 bijgewerkt, 0 ongewijzigd
    ");
    let edited = fs::read_to_string(&letter).unwrap().replace("nr. 300", "nr. 301");
    fs::write(&letter, &edited).unwrap();
    let desk = desk.with("bron/kst-29521-385.xml", paper("29 521", 385, "Zie Kamerstuk 29 521, nr. 200."));
    insta::assert_snapshot!(desk.run(&["import", "bron/kst-29521-385.xml", "--into", "brieven"]).all(), @r"
    exit 1
    --- stdout
    In brieven: 0 nieuw, 0 bijgewerkt, 0 ongewijzigd
    --- stderr
    waarschuwing: bron/kst-29521-385.xml: de bron is veranderd, maar de brief is bewerkt of komt niet van Griffier, en is blijven staan
    hulp: met --force worden zulke brieven vervangen; van elk blijft een kopie liggen
    ");
    assert_eq!(fs::read_to_string(&letter).unwrap(), edited);
    insta::assert_snapshot!(desk.run(&["import", "bron/kst-29521-385.xml", "--into", "brieven", "--force"]).all(), @r"
    exit 0
    --- stdout
    vervangen: brieven/kst-29521-385.md, uit bron/kst-29521-385.xml; de bewerkte brief staat nog in brieven/kst-29521-385.md.1.bak
    In brieven: 0 nieuw, 1 bijgewerkt, 0 ongewijzigd
    ");
    assert_eq!(fs::read_to_string(desk.at("brieven/kst-29521-385.md.1.bak")).unwrap(), edited);
    assert!(fs::read_to_string(&letter).unwrap().contains("nr. 200"));
}

#[test]
fn one_bad_file_never_stops_the_rest() {
    let whole = paper("29 521", 387, "Zie.");
    let laughs =
        "<!DOCTYPE kamerstuk [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;\">]>\n<kamerstuk>&b;</kamerstuk>";
    let secret = "<!DOCTYPE kamerstuk [<!ENTITY a SYSTEM \"geheim.txt\">]>\n<kamerstuk>&a;</kamerstuk>";
    let desk = desk()
        .with("bron/afgebroken.xml", &whole[..whole.find("Zie").unwrap()])
        .with("bron/bom.xml", laughs)
        .with("bron/diep.xml", format!("<kamerstuk>{}", "<a>".repeat(100_000)))
        .with("bron/dubbel.xml", paper("29 521", 385, "Een ander."))
        .with("bron/geheim.txt", "geheim")
        .with("bron/buiten.xml", secret)
        .with(
            "bron/waarde.xml",
            format!("<kamerstuk a=\"{}\"><al>Ja.</al></kamerstuk>", "x".repeat(3_000_000)),
        )
        .with("bron/rapport.pdf", "%PDF-1.7\n")
        .with("bron/brief.docx", paper("29 521", 388, "Toch XML."));
    let done = desk.run(&["import", "bron", "bron/rapport.pdf", "bron/weg.xml", "--into", "brieven"]);
    insta::assert_snapshot!(done.all(), @r"
    exit 2
    --- stdout
    nieuw: brieven/kst-29521-388.md, uit bron/brief.docx
    nieuw: brieven/kst-29521-386.md, uit bron/diep/b.xml
    nieuw: brieven/kst-29521-385.md, uit bron/dubbel.xml
    nieuw: brieven/waarde.md, uit bron/waarde.xml
    In brieven: 4 nieuw, 0 bijgewerkt, 0 ongewijzigd
    3 bestanden zijn overgeslagen, omdat ze geen Word-bestanden of officiële stukken zijn
    --- stderr
    waarschuwing: bron/brief.docx: de naam eindigt op .docx, maar naar de inhoud hoort daar .xml
    fout: bron/afgebroken.xml, regel 6: het bestand breekt af: haal het opnieuw op
    fout: bron/bom.xml, regel 2: niemand weet wat “&b;” betekent: zet er het teken zelf
    fout: bron/buiten.xml, regel 2: niemand weet wat “&a;” betekent: zet er het teken zelf
    fout: bron/diep.xml, regel 1: de elementen liggen meer dan 200 lagen diep, en dat komt in geen stuk voor
    fout: bron/kst-29521-385.xml: de brief zou net zo heten als die van bron/dubbel.xml: geef een van beide bestanden een andere naam, of een eigen map met --into
    fout: bron/rapport.pdf: dit is een PDF, en daarvan maakt Griffier geen brief: geef een Word-bestand (.docx) of een stuk in de XML van officielebekendmakingen.nl
    fout: bron/weg.xml: het bestaat niet
    ");
    assert_eq!(everything(&desk.at("brieven")).len(), 4);
    assert!(
        !everything(&desk.at("brieven")).iter().any(|(_, bytes)| bytes.windows(6).any(|it| it == b"geheim"))
    );
}

#[test]
fn nothing_is_written_outside_the_folder() {
    let nameless = "<kamerstuk><al>Ja.</al></kamerstuk>";
    let climbing = "<officiele-publicatie><metadata><meta content=\"../../kst-29521-9\"/></metadata><kamerstuk><al>Ja.</al></kamerstuk></officiele-publicatie>";
    let desk =
        desk().with("bron/...xml", nameless).with("bron/x.xml", climbing).with("brieven/a.md", "Van mij.");
    let before = everything(&desk.at("bron"));
    desk.run(&["import", "bron/...xml", "bron/x.xml", "--into", "brieven"]);
    let names: Vec<String> = everything(&desk.at("brieven"))
        .iter()
        .map(|(path, _)| path.rsplit('/').next().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["a.md", "brief.md", "kst-29521-9.md"]);
    assert_eq!(everything(&desk.at("bron")), before);
    assert_eq!(fs::read_dir(desk.at("")).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let desk = desk().with("brieven/a.md", "").with("elders/b.md", "Van een ander.");
    std::os::unix::fs::symlink(desk.at("elders/b.md"), desk.at("brieven/kst-29521-385.md")).unwrap();
    let done = desk.run(&["import", "bron/kst-29521-385.xml", "--into", "brieven", "--force"]);
    insta::assert_snapshot!(done.all(), @r"
    exit 2
    --- stdout
    In brieven: 0 nieuw, 0 bijgewerkt, 0 ongewijzigd
    --- stderr
    fout: bron/kst-29521-385.xml: op de plaats van de brief staat een koppeling die uit de map leidt: haal die weg
    ");
    assert_eq!(fs::read_to_string(desk.at("elders/b.md")).unwrap(), "Van een ander.");
}

#[test]
fn without_sources_there_is_advice() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["import", "bron/lees.txt", "--into", "brieven"]).all(), @r"
    exit 2
    --- stdout
    In brieven: 0 nieuw, 0 bijgewerkt, 0 ongewijzigd
    --- stderr
    fout: bron/lees.txt: dit is een platte tekst, en die is al een brief: zet hem zonder import bij de brieven
    ");
    fs::create_dir(desk.at("leeg")).unwrap();
    insta::assert_snapshot!(desk.run(&["import", "leeg", "--into", "brieven"]).all(), @r"
    exit 2
    --- stderr
    fout: er is niets gevonden waar een brief van te maken is
    hulp: geef Word-bestanden (.docx), stukken in de XML van officielebekendmakingen.nl, of een map waar die in staan
    ");
    insta::assert_snapshot!(desk.run(&["import", "bron", "--into", "bron/lees.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: bron/lees.txt is een bestand en geen map
    hulp: geef achter --into de map waar de brieven moeten komen
    ");
}

#[test]
fn programs_are_told_the_same() {
    let desk = desk().with("bron/kapot.xml", "<kamerstuk>\n<al></kamerstuk>");
    let done = desk.run(&["import", "bron", "--into", "brieven", "--format", "json"]);
    assert_eq!(done.code, 2);
    let report = done.json();
    assert_eq!(
        (&report["version"], &report["dry-run"], &report["skipped"]),
        (&1.into(), &false.into(), &2.into())
    );
    assert_eq!(
        report["letters"][1],
        serde_json::json!({
            "source": "bron/kapot.xml", "letter": null, "outcome": "failed", "copy": null,
            "message": "het element “al” is nog open als “kamerstuk” sluit: haal het bestand opnieuw op", "place": "regel 2", "remarks": []
        })
    );
    assert_eq!(report["letters"][0]["letter"], "brieven/kst-29521-386.md");
}
