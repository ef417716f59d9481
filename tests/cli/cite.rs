//! `griffier cite`: the form that other programs read, and the table that people do.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn the_form_that_programs_read() {
    let desk = Desk::new().with(
        "brief.txt",
        "Zie de brief (Kamerstukken 29 521 en 34 952, nr. 403, p. 3) en de stukken\n(Kamerstukken II 2023/24, 36 410 XVI, nrs. 3 en\n5).\n",
    );
    let done = desk.run(&["cite", "brief.txt", "--format", "json"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    assert_eq!(
        done.json(),
        json!({
            "version": 1,
            "encoding": "utf-8",
            "citations": [
                {
                    "start": 14, "end": 58, "text": "Kamerstukken 29 521 en 34 952, nr. 403, p. 3",
                    "family": "kamerstuk",
                    "targets": [{
                        "id": "kst-29521-403", "start": 14, "end": 58,
                        "dossiers": ["29521", "34952"], "pin": "p. 3", "inferred": false,
                    }],
                    "problems": [],
                },
                {
                    "start": 75, "end": 123, "text": "Kamerstukken II 2023/24, 36 410 XVI, nrs. 3 en\n5",
                    "family": "kamerstuk",
                    "targets": [
                        { "id": "kst-36410-XVI-3", "start": 117, "end": 118, "dossiers": ["36410-XVI"], "pin": null, "inferred": false },
                        { "id": "kst-36410-XVI-5", "start": 122, "end": 123, "dossiers": ["36410-XVI"], "pin": null, "inferred": false },
                    ],
                    "problems": [],
                },
            ],
        })
    );
}

#[test]
fn problems_speak_the_language_that_was_asked_for() {
    let desk = Desk::new();
    let message = |language: &str| {
        let done =
            desk.pipe("(Kamerstuk 295 21, nr. 368)", &["cite", "-", "--format=json", "--lang", language]);
        let problem = done.json()["citations"][0]["problems"][0].clone();
        assert_eq!(problem["code"], "malformed-dossier");
        problem["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(message("nl"), "“295 21” is geen dossiernummer");
    assert_eq!(message("en"), "“295 21” is not a dossier number");
}

#[test]
fn offsets_count_from_behind_a_byte_order_mark_and_in_utf_8_whatever_the_file_holds() {
    let text = "Coördinatie – zie Kamerstuk 29 521, nr. 385.";
    let start = text.find("Kamerstuk").unwrap();
    let utf_16 = |units: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(units).collect::<Vec<u8>>();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "utf-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "utf-8"),
        ([b"\xFF\xFE".to_vec(), utf_16(u16::to_le_bytes)].concat(), "utf-16le"),
        ([b"\xFE\xFF".to_vec(), utf_16(u16::to_be_bytes)].concat(), "utf-16be"),
        (utf_16(u16::to_le_bytes), "utf-16le"),
        (b"Co\xF6rdinatie \x96 zie Kamerstuk 29 521, nr. 385.".to_vec(), "windows-1252"),
    ] {
        let desk = Desk::new().with("brief.txt", bytes);
        let report = desk.run(&["cite", "brief.txt", "--format", "json"]).json();
        assert_eq!(report["encoding"], encoding);
        assert_eq!(report["citations"][0]["start"], start, "{encoding}");
        assert_eq!(report["citations"][0]["end"], start + "Kamerstuk 29 521, nr. 385".len(), "{encoding}");
    }
}

#[test]
fn the_table_that_people_read() {
    let desk = Desk::new().with(
        "brief.md",
        "Zie *Kamerstukken II* 2019/20, 29 521, nrs. 385\nen 403 en (Kamerstuk 21 501-02, nr. ).\n\n```\nKamerstuk 1 234, nr. 5\n```\n",
    );
    insta::assert_snapshot!(desk.run(&["cite", "brief.md"]).all(), @r"
    exit 0
    --- stdout
    1:45  kst-29521-385     Kamerstukken II 2019/20, 29 521, nrs. 385 en 403
     2:4  kst-29521-403     Kamerstukken II 2019/20, 29 521, nrs. 385 en 403
    2:12  dossier/21501-02  Kamerstuk 21 501-02, nr.
                            ^ het nummer van het stuk ontbreekt [missing-number]
    ");
    insta::assert_snapshot!(desk.pipe("Geen verwijzing.", &["cite"]).all(), @r"
    exit 0
    --- stderr
    geen verwijzingen gevonden
    ");
}

#[test]
fn what_the_text_leaves_open_is_settled_by_the_lists_where_that_is_asked() {
    let list = "\
kst-19981999-26200-V-65a
kst-26200-V-65
kst-26855-250
kst-35570-XIV-46
kst-35124-1
h-tk-20072008-4866-4868
h-ek-20012002-506-525
h-ek-20012002-525-526
";
    let desk = Desk::new()
        .with("griffier.toml", "[[corpus.catalogue]]\npath = \"kst.txt\"\n")
        .with("kst.txt", list)
        .with(
            "brief.txt",
            "\
Zie (Kamerstukken I 26 200 V, nr. 65a) en (Kamerstukken I 2000/01, 26 855, nr. 250).
Aangenomen zijn de Wijziging van de Wet op het notarisambt (35124), 35570-XIV-46 en 35570-XIV-4666.
Zie ook Handelingen II 2007/08, nr. 70, p. 4867 en Handelingen I 2001/02, nr. 10, blz. 525.
",
        );
    insta::assert_snapshot!(desk.run(&["cite", "brief.txt"]).all(), @r"
    exit 0
    --- stdout
     1:6  kst-26200-V-65a         Kamerstukken I 26 200 V, nr. 65a
    1:44  kst-20002001-26855-250  Kamerstukken I 2000/01, 26 855, nr. 250
     3:9  -                       Handelingen II 2007/08, nr. 70, p. 4867
    3:52  -                       Handelingen I 2001/02, nr. 10, blz. 525
    ");
    insta::assert_snapshot!(desk.run(&["cite", "brief.txt", "--resolve"]).all(), @r"
    exit 0
    --- stdout
     1:6  kst-19981999-26200-V-65a  Kamerstukken I 26 200 V, nr. 65a
    1:44  kst-26855-250             Kamerstukken I 2000/01, 26 855, nr. 250
    2:61  dossier/35124             35124
    2:69  kst-35570-XIV-46          35570-XIV-46
     3:9  h-tk-20072008-4866-4868   Handelingen II 2007/08, nr. 70, p. 4867
    3:52  h-ek-20012002-506-525     Handelingen I 2001/02, nr. 10, blz. 525
    3:52  h-ek-20012002-525-526     Handelingen I 2001/02, nr. 10, blz. 525
    ");
    // What is not confirmed is not spoken of, and of what is confirmed there is nothing to say.
    let done = desk.run(&["check", "brief.txt", "--format", "json"]);
    assert_eq!((done.code, done.json()["files"][0]["findings"].as_array().map(Vec::len)), (0, Some(0)));
}

#[test]
fn without_a_list_only_a_letter_confirms_a_form_without_keyword() {
    let desk = Desk::new()
        .with("griffier.toml", "")
        .with("kst-35570-XIV-46.txt", "Nr. 46 MOTIE VAN HET LID BROMET\n")
        .with("brief.txt", "Ter stemming: 35570-XIV-46; 35570-XIV-47.\n");
    insta::assert_snapshot!(desk.run(&["cite", "brief.txt", "--resolve"]).all(), @r"
    exit 0
    --- stdout
    1:15  kst-35570-XIV-46  35570-XIV-46
    ");
}
