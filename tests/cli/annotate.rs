//! `griffier annotate`: notes without an editor.

use serde_json::Value;

use crate::desk::Desk;

const LETTER: &str = "# Brief over Mali\n\nIk zeg u toe de Kamer voor de zomer\nte informeren (Kamerstuk 29 521, nr. 385).\n\nDe Kamer wordt daarover voor de zomer geïnformeerd.\n";

fn desk() -> Desk {
    Desk::new().with("griffier.toml", "[annotation]\ncreator = \"A. de Vries\"\n").with("brief.md", LETTER)
}

fn notes(desk: &Desk) -> Vec<Value> {
    let done = desk.run(&["annotate", "list", "--format", "json"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    done.json()["notes"].as_array().unwrap().clone()
}

fn add(desk: &Desk, arguments: &[&str]) {
    let all: Vec<&str> = ["annotate", "add", "brief.md"].iter().chain(arguments).copied().collect();
    let done = desk.run(&all);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_note_is_made_listed_and_found_again() {
    let desk = desk();
    let quote = "de Kamer voor de zomer te informeren";
    add(&desk, &["--quote", quote, "--tag", "toezegging", "--body", "Voor **1 juli**."]);
    let note = &notes(&desk)[0];
    assert_eq!(note["path"], "brief.md");
    assert_eq!(note["state"], "anchored");
    assert_eq!(note["quote"], "de Kamer voor de zomer\nte informeren");
    assert_eq!(note["tags"], serde_json::json!(["toezegging"]));
    assert_eq!((&note["body"], &note["creator"]), (&"Voor **1 juli**.".into(), &"A. de Vries".into()));
    assert_eq!(note["resolved"], false);
    let place = |end: &str| usize::try_from(note[end].as_u64().unwrap()).unwrap();
    assert_eq!(&LETTER[place("start")..place("end")], "de Kamer voor de zomer\nte informeren");

    // The letter changes while nobody looks.
    let desk = desk.with("brief.md", format!("Ter griffie ontvangen.\n\n{LETTER}"));
    assert_eq!(notes(&desk)[0]["state"], "moved");
    let check = desk.run(&["annotate", "check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.stdout.starts_with("brief.md:5:14: “de Kamer voor de zomer te informeren” staat nu hier"),
        "{}",
        check.stdout
    );
    let before = std::fs::read(desk.at("brief.md.annotations.json")).unwrap();
    assert_eq!(desk.run(&["annotate", "reanchor", "--dry-run"]).code, 0);
    assert_eq!(std::fs::read(desk.at("brief.md.annotations.json")).unwrap(), before);
    assert_eq!(
        desk.run(&["annotate", "reanchor"]).stderr,
        "Eén notitie vastgelegd op haar nieuwe plaats, 0 zoek of onzeker.\n"
    );
    assert_eq!(notes(&desk)[0]["state"], "anchored");
    assert_eq!(desk.run(&["annotate", "check"]).code, 0);
}

#[test]
fn words_that_are_not_there_or_stand_there_twice_make_no_note() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["annotate", "add", "brief.md", "--quote", "voor de zomer", "--tag", "termijn"]).all(), @r"
    exit 2
    --- stderr
    fout: die woorden staan 2 keer in brief.md
    hulp: zeg met --prefix of --suffix wat ervoor of erachter staat
    ");
    insta::assert_snapshot!(desk.run(&["annotate", "add", "brief.md", "--quote", "voor de winter", "--tag", "termijn"]).all(), @r"
    exit 2
    --- stderr
    fout: die woorden staan niet zo in brief.md
    hulp: neem ze letterlijk over; spaties en regeleinden tellen niet mee
    ");
    insta::assert_snapshot!(desk.run(&["annotate", "add", "brief.md", "--quote", "daarover"]).all(), @r"
    exit 2
    --- stderr
    fout: een notitie zonder tekst, label en stuk zegt niets
    hulp: geef --body, --tag of --link
    ");
    assert!(!desk.at("brief.md.annotations.json").exists());
    add(&desk, &["--quote", "voor de zomer", "--prefix", "daarover", "--tag", "termijn"]);
    assert_eq!(notes(&desk)[0]["line"], 6);
}

#[test]
fn notes_on_the_letter_answers_and_what_is_asked_for() {
    let desk = desk();
    add(&desk, &["--body", "Nog te beantwoorden.", "--question", "--creator", "B. Jansen"]);
    let id = notes(&desk)[0]["id"].as_str().unwrap().to_owned();
    add(&desk, &["--reply-to", &id, "--body", "Gedaan."]);
    add(&desk, &["--quote", "Kamerstuk 29 521, nr. 385", "--link", "Kamerstuk 29 521, nr. 385"]);
    let all = notes(&desk);
    assert_eq!(
        all.iter().map(|note| note["motivation"].as_str().unwrap()).collect::<Vec<_>>(),
        ["questioning", "replying", "linking"]
    );
    assert_eq!((&all[1]["reply_to"], &all[0]["start"]), (&id.into(), &Value::Null));
    assert_eq!(all[2]["links"], serde_json::json!(["kst-29521-385"]));
    let count = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["annotate", "list", "--format", "json"].iter().chain(arguments).copied().collect();
        desk.run(&all).json()["notes"].as_array().unwrap().len()
    };
    assert_eq!(count(&["--person", "jansen"]), 1);
    assert_eq!(count(&["--paper", "29521"]), 1);
    assert_eq!(count(&["--words", "gedaan"]), 1);
    assert_eq!(count(&["--state", "orphaned"]), 0);
    assert_eq!(count(&["--open"]), 3);
    assert_eq!(count(&["--since", "2999-01-01"]), 0);
}

#[test]
fn a_letter_that_is_gone_leaves_its_notes() {
    let desk = desk().with("ander.txt", "Een andere brief.\n");
    add(&desk, &["--quote", "Brief over Mali", "--tag", "vraag"]);
    std::fs::remove_file(desk.at("brief.md")).unwrap();
    let all = notes(&desk);
    assert_eq!((all[0]["state"].as_str(), all[0]["path"].as_str()), (Some("orphaned"), Some("brief.md")));
    assert_eq!(all[0]["quote"], "Brief over Mali");
    let done = desk.run(&["annotate", "export", "brief.md.annotations.json"]);
    assert!(done.stdout.contains("<blockquote>Brief over Mali</blockquote>"), "{}", done.stdout);
}

#[test]
fn notes_of_a_letter_that_got_another_name_while_nobody_looked_go_along() {
    let desk = desk();
    add(&desk, &["--quote", "Ik zeg u toe", "--tag", "toezegging"]);
    std::fs::rename(desk.at("brief.md"), desk.at("antwoord.md")).unwrap();
    let check = desk.run(&["annotate", "check"]);
    assert_eq!(check.code, 1);
    assert!(check.stdout.contains("en antwoord.md is er gelijk aan"), "{}", check.stdout);
    // Of two that say the same it may be either.
    std::fs::write(desk.at("kopie.md"), LETTER).unwrap();
    assert!(!desk.run(&["annotate", "check", "--fix"]).stdout.contains("heet nu"));
    assert!(desk.at("brief.md.annotations.json").exists());
    std::fs::remove_file(desk.at("kopie.md")).unwrap();
    let fixed = desk.run(&["annotate", "check", "--fix"]);
    assert_eq!(
        (fixed.code, &*fixed.stdout),
        (0, "brief.md: deze brief heet nu antwoord.md; de notities zijn meegegaan\n")
    );
    assert_eq!(
        (&notes(&desk)[0]["path"], &notes(&desk)[0]["state"]),
        (&"antwoord.md".into(), &"anchored".into())
    );
    assert!(!desk.at("brief.md.annotations.json").exists());
}

#[test]
fn a_file_of_notes_that_is_none_is_told_and_left_alone() {
    let desk = desk().with("brief.md.annotations.json", "{ \"notities\": [] }");
    let list = desk.run(&["annotate", "list"]);
    assert_eq!(list.code, 2);
    assert!(list.stderr.contains("zijn niet te lezen"), "{}", list.stderr);
    assert_eq!(desk.run(&["annotate", "add", "brief.md", "--quote", "Mali", "--tag", "vraag"]).code, 2);
    let left = std::fs::read_to_string(desk.at("brief.md.annotations.json")).unwrap();
    assert_eq!(left, "{ \"notities\": [] }");
}

#[test]
fn a_page_shows_notes_beside_their_passages_and_does_nothing() {
    let hostile =
        "Een <script>alert(1)</script> en [een link](javascript:alert(1)).\n\n- punt één\n- punt twee\n";
    let front = "---\ntitle: Geheim\n---\n\n";
    let desk = desk().with("brief.md", format!("{front}{LETTER}\n{hostile}"));
    add(&desk, &["--quote", "informeren (Kamerstuk", "--tag", "toezegging", "--body", "Zie <b>hier</b>."]);
    add(&desk, &["--quote", "punt twee", "--body", "Klopt."]);
    add(&desk, &["--body", "Over het geheel."]);
    // A letter that is named is shown without notes too.
    let bare = desk.run(&["annotate", "export", "brief.md", "--tag", "motie"]);
    assert!(
        bare.stdout.contains("kst-29521-385.html") && bare.stderr == "Geen notities.\n",
        "{}",
        bare.all()
    );
    let done = desk.run(&["annotate", "export", "brief.md"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let page = done.stdout;
    for part in [
        "<html lang=\"nl\">",
        "<mark class=\"n n2\">informeren (</mark>",
        "<mark class=\"n n2\"><a href=\"https://zoek.officielebekendmakingen.nl/kst-29521-385.html\">Kamerstuk</a></mark>",
        "<a class=\"number\" id=\"p2\" href=\"#n2\">2</a>",
        "<li><mark class=\"n n3\">punt twee</mark>",
        "Bij de hele brief",
        "&lt;script&gt;",
        "Zie &lt;b&gt;hier&lt;/b&gt;.",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(!page.contains("Geheim") && !page.contains("<script") && !page.contains("javascript:"), "{page}");
    let written =
        desk.run(&["annotate", "export", "brief.md", "--format", "jsonld", "-o", "notities.jsonld"]);
    assert_eq!(written.code, 0, "{}", written.stderr);
    let linked: Value = serde_json::from_slice(&std::fs::read(desk.at("notities.jsonld")).unwrap()).unwrap();
    assert_eq!((&linked["type"], &linked["total"]), (&"AnnotationCollection".into(), &3.into()));
    assert_eq!(linked["first"]["items"][0]["target"]["source"], "brief.md");
}

#[test]
fn a_table_opens_with_a_byte_order_mark() {
    let desk = desk();
    add(&desk, &["--quote", "Brief over Mali", "--tag", "vraag"]);
    let table = desk.run(&["annotate", "list", "--format", "csv"]).stdout;
    assert!(table.starts_with("\u{FEFF}Brief,Regel,Toestand,"), "{table}");
    assert!(table.contains("\r\nbrief.md,1,anchored,vraag,Brief over Mali,"), "{table}");
}

#[test]
fn tags_are_those_of_the_set_where_that_is_closed() {
    let toml =
        "[annotation]\nclosed = true\n[[annotation.tag]]\nname = \"feit te controleren\"\nen = \"fact\"\n";
    let desk = desk().with("griffier.toml", "");
    add(&desk, &["--tag", "Fact", "--tag", "vondst"]);
    let desk = desk.with("griffier.toml", toml);
    let done = desk.run(&["annotate", "add", "brief.md", "--tag", "motie"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("“motie” is geen label van deze werkmap"), "{}", done.stderr);
    assert!(done.stderr.contains("kies uit: feit te controleren"), "{}", done.stderr);
    let check = desk.run(&["annotate", "check"]);
    assert_eq!(check.code, 1);
    assert_eq!(
        check.stdout,
        "brief.md: het label “Fact” heet hier “feit te controleren”; griffier annotate check --fix schrijft dat zo\nbrief.md: “vondst” is geen label van deze werkmap\n"
    );
    assert_eq!(desk.run(&["annotate", "check", "--fix"]).code, 1, "what is no spelling is left to a person");
    assert_eq!(notes(&desk)[0]["tags"], serde_json::json!(["feit te controleren", "vondst"]));
    add(&desk, &["--tag", "Feit-te-controleren"]);
    assert_eq!(notes(&desk)[1]["tags"], serde_json::json!(["feit te controleren"]));
}
