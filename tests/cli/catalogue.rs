//! `griffier catalogue`: naming lists, listing them, and looking them over.

use std::fs;

use crate::desk::Desk;

const LIST: &str = "kst-29521-368\nkst-29521-385\nkst-29521-403\nkst-29521-403-h1\nkst-36410-X-2\n";

#[test]
fn a_list_is_added_to_the_users_own_settings() {
    let desk = Desk::new().with("kst.txt", LIST);
    insta::assert_snapshot!(desk.run(&["catalogue", "list"]).all(), @r"
    exit 0
    --- stderr
    er zijn geen lijsten van wat er bestaat
    hulp: haal er een op met griffier catalogue fetch, of voeg een eigen lijst toe met griffier catalogue add
    ");
    let add = ["catalogue", "add", "kst.txt", "--from-dossier", "29000", "--until", "2025-02-15"];
    insta::assert_snapshot!(desk.run(&add).all(), @r"
    exit 0
    --- stderr
    toegevoegd aan <desk>/home/.config/griffier/griffier.toml: 4 stukken
    volledig: kst vanaf dossier 29000, t/m 15-2-2025
    ");
    insta::assert_snapshot!(desk.run(&add).all(), @r"
    exit 0
    --- stderr
    deze lijst staat al in <desk>/home/.config/griffier/griffier.toml
    ");
    let again = ["catalogue", "add", "kst.txt", "--from-dossier", "1", "--until", "2025-02-15"];
    insta::assert_snapshot!(desk.run(&again).all(), @r"
    exit 2
    --- stderr
    fout: kst.txt staat al in <desk>/home/.config/griffier/griffier.toml, met een andere dekking
    hulp: wijzig coverage in dat bestand
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "list"]).all(), @r"
    exit 0
    --- stdout
    kst.txt (uit <desk>/home/.config/griffier/griffier.toml)
      4 stukken
      volledig: kst vanaf dossier 29000, t/m 15-2-2025
    bijwerken: griffier catalogue fetch
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "verify"]).all(), @r"
    exit 0
    --- stdout
    kst.txt (uit <desk>/home/.config/griffier/griffier.toml)
      4 stukken (kst 4)
      hoogste dossier: 36410
      volledig: kst vanaf dossier 29000, t/m 15-2-2025
      in de cache: in orde
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "verify", "--lang", "en"]).all(), @r"
    exit 0
    --- stdout
    kst.txt (from <desk>/home/.config/griffier/griffier.toml)
      4 papers (kst 4)
      highest dossier: 36410
      complete: kst from dossier 29000, up to and including 15 February 2025
      in the cache: sound
    ");
}

#[test]
fn what_stands_in_the_settings_stays_with_its_comments() {
    let settings = "# Van ons allen.\r\n[corpus]\r\nletters = [\"brieven\"] # hier\r\n";
    let desk = Desk::new().with("griffier.toml", settings).with("lijsten/kst.txt", LIST);
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "--workspace", "lijsten/kst.txt"]).all(), @r"
    exit 0
    --- stderr
    toegevoegd aan griffier.toml: 4 stukken
    volledig: nergens in, dus wat ontbreekt kan toch bestaan
    ");
    let added = "\r\n[[corpus.catalogue]]\r\npath = \"lijsten/kst.txt\"\r\n";
    assert_eq!(fs::read_to_string(desk.at("griffier.toml")).unwrap(), format!("{settings}{added}"));
    // It is found again by its place in the workspace.
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "--workspace", "lijsten/kst.txt"]).all(), @r"
    exit 0
    --- stderr
    deze lijst staat al in griffier.toml
    ");
}

#[test]
fn the_session_and_the_series_can_be_told() {
    let desk = Desk::new().with("h.txt", "h-tk-20162017-66-6\n");
    let add = [
        "catalogue",
        "add",
        "h.txt",
        "--family",
        "h",
        "--from-session",
        "2010-2011",
        "--until",
        "2025-02-15",
    ];
    insta::assert_snapshot!(desk.run(&add).all(), @r"
    exit 0
    --- stderr
    toegevoegd aan <desk>/home/.config/griffier/griffier.toml: 1 stuk
    volledig: h vanaf vergaderjaar 2010–2011, t/m 15-2-2025
    ");
    insta::assert_snapshot!(fs::read_to_string(desk.user_file()).unwrap().lines().last().unwrap(), @r#"
    coverage = [{ family = "h", from-session = "2010-2011", until = "2025-02-15" }]
    "#);
    let wrong = ["catalogue", "add", "h.txt", "--from-session", "2010", "--until", "2025-02-15"];
    insta::assert_snapshot!(desk.run(&wrong).all(), @r"
    exit 2
    --- stderr
    fout: --from-session <VERGADERJAAR> kan niet “2010” zijn
    hulp: schrijf een vergaderjaar zo: 2010-2011
    ");
    let both = [
        "catalogue",
        "add",
        "h.txt",
        "--from-session",
        "2010-2011",
        "--from-dossier",
        "1",
        "--until",
        "2025-02-15",
    ];
    insta::assert_snapshot!(desk.run(&both).all(), @r"
    exit 2
    --- stderr
    fout: --from-session <VERGADERJAAR> gaat niet samen met --from-dossier <NUMMER>

    Gebruik: griffier catalogue add [OPTIES] <BESTAND>
    Meer uitleg geeft --help.
    ");
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let desk = Desk::new()
        .with("kst.txt", LIST)
        .with("leeg.txt", "")
        .with("kapot.txt.xz", b"\xFD7zXZ\0\0\x04en verder niets")
        .with("werk/griffier.toml", "[corpus\n")
        .with("dicht/griffier.toml", "corpus.catalogue = []\n")
        .with("dicht/kst.txt", LIST);
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "nergens.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: kan nergens.txt niet lezen: het bestaat niet
    hulp: kijk of de naam klopt; paden gelden vanaf de map waarin u nu bent
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "leeg.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: kan <desk>/werk/leeg.txt niet als lijst gebruiken: er staat geen enkel kenmerk in, zoals kst-29521-385, een per regel
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "kapot.txt.xz"]).all(), @r"
    exit 2
    --- stderr
    fout: kan <desk>/werk/kapot.txt.xz niet als lijst gebruiken: het gecomprimeerde bestand is afgebroken of beschadigd
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "--workspace", "--root", "dicht", "kst.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: <desk>/werk/kst.txt ligt buiten de werkmap <desk>/werk/dicht, en daar leest een werkmap niet
    hulp: laat --workspace weg, of zet de lijst in de werkmap
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "--workspace", "--root", "dicht", "dicht/kst.txt"]).all(), @r#"
    exit 2
    --- stderr
    fout: in dicht/griffier.toml staan de lijsten op een wijze waaronder niets kan worden toegevoegd; er is niets gewijzigd
    hulp: zet er zelf een lijst bij die overeenkomt met
    [[corpus.catalogue]]
    path = "kst.txt"
    "#);
    assert_eq!(fs::read_to_string(desk.at("dicht/griffier.toml")).unwrap(), "corpus.catalogue = []\n");
    fs::write(desk.at("werk/kst.txt"), LIST).unwrap();
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "--workspace", "--root", "werk", "werk/kst.txt"]).all(), @r"
    exit 2
    --- stderr
    waarschuwing: werk/griffier.toml, regel 1: geen geldige TOML: `[corpus`; kijk of aanhalingstekens en haken sluiten
    fout: werk/griffier.toml is geen geldige TOML; er is niets gewijzigd
    hulp: herstel eerst wat griffier config meldt
    ");
    assert_eq!(fs::read_to_string(desk.at("werk/griffier.toml")).unwrap(), "[corpus\n");
    assert!(!desk.user_file().exists());
}

#[test]
fn a_list_that_is_broken_or_gone_is_told_and_the_others_count() {
    let desk = Desk::new().with("goed.txt", LIST).with("slordig.txt", "kst-29521-385\nzie 29 521\n\nkst-29521-3\n").with(
        "griffier.toml",
        "[[corpus.catalogue]]\npath = \"goed.txt\"\n[[corpus.catalogue]]\npath = \"slordig.txt\"\n[[corpus.catalogue]]\npath = \"weg.txt\"\n",
    );
    insta::assert_snapshot!(desk.run(&["catalogue", "list"]).all(), @r"
    exit 0
    --- stdout
    goed.txt (uit griffier.toml)
      4 stukken
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
    slordig.txt (uit griffier.toml)
      2 stukken
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
    weg.txt (uit griffier.toml)
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
    bijwerken: griffier catalogue fetch
    --- stderr
    waarschuwing: in de lijst slordig.txt is regel 2 geen kenmerk; die is overgeslagen
    waarschuwing: kan <desk>/werk/weg.txt niet als lijst gebruiken: het bestaat niet
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "verify"]).all(), @r"
    exit 1
    --- stdout
    goed.txt (uit griffier.toml)
      4 stukken (kst 4)
      hoogste dossier: 36410
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
      in de cache: in orde
    slordig.txt (uit griffier.toml)
      2 stukken (kst 2)
      hoogste dossier: 29521
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
      in de cache: in orde
    weg.txt (uit griffier.toml)
    --- stderr
    waarschuwing: regel 2 is geen kenmerk: “zie 29 521”
    waarschuwing: kan <desk>/werk/weg.txt niet als lijst gebruiken: het bestaat niet
    ");
}

const RECORDS: &str = r#"kst-29521-385
{"identifier": "kst-29521-403", "title": "Gevolgen van het coronavirus", "kind": "Brief", "date": "2020-03-20", "pages": 4}
{"identifier": "kst-29521-404", "title": "Motie van het lid Jansen", "date": "27 maart 2020"}
{"identifier": "dossier/29521", "title": "Nederlandse deelname aan vredesmissies"}
{"titel": "Brief"}
"#;

#[test]
fn a_list_of_records_is_added_listed_verified_and_shown() {
    let desk = Desk::new().with("stukken.jsonl", RECORDS);
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "stukken.jsonl"]).all(), @r#"
    exit 0
    --- stderr
    toegevoegd aan <desk>/home/.config/griffier/griffier.toml: 3 stukken
    van 3 stukken en dossiers ook titel, soort, datum of afzender
    volledig: nergens in, dus wat ontbreekt kan toch bestaan
    hulp: niet iedere regel is te begrijpen; griffier catalogue verify toont de eerste
    "#);
    insta::assert_snapshot!(desk.run(&["catalogue", "list"]).all(), @r#"
    exit 0
    --- stdout
    stukken.jsonl (uit <desk>/home/.config/griffier/griffier.toml)
      3 stukken
      van 3 stukken en dossiers ook titel, soort, datum of afzender
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
    bijwerken: griffier catalogue fetch
    --- stderr
    waarschuwing: in de lijst stukken.jsonl is regel 5 geen kenmerk; die is overgeslagen
    waarschuwing: in de lijst stukken.jsonl is van regel 3 een waarde niet te begrijpen; de rest van die regel telt
    "#);
    insta::assert_snapshot!(desk.run(&["catalogue", "verify"]).all(), @r#"
    exit 1
    --- stdout
    stukken.jsonl (uit <desk>/home/.config/griffier/griffier.toml)
      3 stukken (kst 3, dossier 1)
      van 3 stukken en dossiers ook titel, soort, datum of afzender
      hoogste dossier: 29521
      volledig: nergens in, dus wat ontbreekt kan toch bestaan
      in de cache: in orde
    --- stderr
    waarschuwing: regel 3: de waarde van “date” is niet te begrijpen; de rest van de regel telt
    waarschuwing: regel 5 is geen record, of heeft geen geldige “identifier”: “{"titel": "Brief"}”
    "#);
    insta::assert_snapshot!(desk.run(&["show", "Kamerstuk 29 521, nr. 403"]).all(), @r#"
    exit 0
    --- stdout
    Gevolgen van het coronavirus

    Kamerstuk 29 521, nr. 403
    Brief · Tweede Kamer · 20 maart 2020 · 4 pagina’s
    Dossier 29 521: Nederlandse deelname aan vredesmissies

    Bekend uit de lijst stukken.jsonl
    In dit corpus nergens aangehaald
    kst-29521-403: https://zoek.officielebekendmakingen.nl/kst-29521-403.html
    --- stderr
    waarschuwing: in de lijst stukken.jsonl is regel 5 geen kenmerk; die is overgeslagen
    waarschuwing: in de lijst stukken.jsonl is van regel 3 een waarde niet te begrijpen; de rest van die regel telt
    "#);
    insta::assert_snapshot!(desk.run(&["show", "29 521"]).all(), @r#"
    exit 0
    --- stdout
    Nederlandse deelname aan vredesmissies

    Dossier 29 521

    3 stukken, waarvan 0 in dit corpus

    - 29 521, nr. 385
    - 29 521, nr. 403: Gevolgen van het coronavirus · 20 maart 2020 · Brief
    - 29 521, nr. 404: Motie van het lid Jansen

    Bekend uit de lijst stukken.jsonl
    In dit corpus nergens aangehaald
    dossier/29521: https://zoek.officielebekendmakingen.nl/dossier/29521
    --- stderr
    waarschuwing: in de lijst stukken.jsonl is regel 5 geen kenmerk; die is overgeslagen
    waarschuwing: in de lijst stukken.jsonl is van regel 3 een waarde niet te begrijpen; de rest van die regel telt
    "#);
    insta::assert_snapshot!(desk.run(&["catalogue", "verify", "--lang", "en"]).all(), @r#"
    exit 1
    --- stdout
    stukken.jsonl (from <desk>/home/.config/griffier/griffier.toml)
      3 papers (kst 3, dossier 1)
      of 3 papers and dossiers also title, kind, date or sender
      highest dossier: 29521
      complete: in nothing, so what is absent may exist all the same
      in the cache: sound
    --- stderr
    warning: line 3: the value of “date” cannot be understood; the rest of the line counts
    warning: line 5 is no record, or has no valid “identifier”: “{"titel": "Brief"}”
    "#);
}

#[test]
fn records_may_be_compressed() {
    let packed = {
        use std::io::Write as _;
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(RECORDS.as_bytes()).unwrap();
        writer.finish().unwrap()
    };
    let desk = Desk::new().with("stukken.jsonl.gz", packed);
    desk.run(&["catalogue", "add", "stukken.jsonl.gz"]);
    let shown = desk.run(&["show", "kst-29521-403"]).stdout;
    assert!(shown.starts_with("Gevolgen van het coronavirus\n"), "{shown}");
}

#[test]
fn a_list_of_one_paper_is_counted_as_one() {
    let desk = Desk::new()
        .with("kst.txt", "kst-29521-385\n")
        .with("griffier.toml", "[[corpus.catalogue]]\npath = \"kst.txt\"\n");
    let done = desk.run(&["doctor"]);
    assert!(done.stdout.contains("kst.txt: 1 stuk, nergens volledig in\n"), "{}", done.all());
}
