//! `griffier refs`: who cites a paper, in whatever spelling.

use crate::desk::Desk;

fn desk() -> Desk {
    Desk::new()
        .with("griffier.toml", "[corpus]\nletters = [\"brieven\"]\n")
        .with(
            "brieven/kst-29521-403.txt",
            "Over de missie schreef ik eerder (Kamerstukken II\n2018/19, 29 521, nrs. 368\nen 385). Zie ook kst-29521-385.\n",
        )
        .with("brieven/notitie.md", "# Notitie\n\nÉén brief (*Kamerstuk* 29 521, nr. 385, p. 2) en Stb. 2018, 247.\n")
        .with("elders/concept.txt", "Zie de brief (Kamerstuk 29\u{a0}521, nr. 385).\n")
}

#[test]
fn every_spelling_as_a_search_prints_it() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["refs", "kst-29521-385"]).all(), @r#"
    exit 0
    --- stdout
    brieven/kst-29521-403.txt:3:4: en 385). Zie ook kst-29521-385.
    brieven/kst-29521-403.txt:3:18: en 385). Zie ook kst-29521-385.
    brieven/notitie.md:3:13: Één brief (*Kamerstuk* 29 521, nr. 385, p. 2) en Stb. 2018, 247.
    "#);
    insta::assert_snapshot!(desk.run(&["refs", "Kamerstuk 29521, nr 385", "--count"]).all(), @r#"
    exit 0
    --- stdout
    brieven/kst-29521-403.txt:2
    brieven/notitie.md:1
    "#);
    insta::assert_snapshot!(desk.run(&["refs", "29521", "--files"]).all(), @r#"
    exit 0
    --- stdout
    brieven/kst-29521-403.txt
    brieven/notitie.md
    "#);
    let coloured = desk.run(&["refs", "kst-29521-385", "brieven/notitie.md", "--color", "always"]).stdout;
    let words = coloured.split("\u{1b}[0m").find(|words| words.contains("Kamerstuk")).unwrap();
    assert!(
        words.contains("\u{1b}[1m") && words.ends_with("Kamerstuk* 29 521, nr. 385, p. 2"),
        "{coloured:?}"
    );
}

#[test]
fn what_is_named_is_searched_whether_the_index_has_it_or_not() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["refs", "kst-29521-385", "elders", "brieven/notitie.md"]).all(), @r#"
    exit 0
    --- stdout
    brieven/notitie.md:3:13: Één brief (*Kamerstuk* 29 521, nr. 385, p. 2) en Stb. 2018, 247.
    elders/concept.txt:1:15: Zie de brief (Kamerstuk 29 521, nr. 385).
    "#);
}

#[test]
fn nothing_found_and_nothing_to_look_for() {
    let desk = desk();
    assert_eq!(desk.run(&["refs", "kst-29521-1"]).all(), "exit 1\n");
    insta::assert_snapshot!(desk.run(&["refs", "de brief van gisteren"]).all(), @r#"
    exit 2
    --- stderr
    fout: “de brief van gisteren” is geen stuk
    hulp: schrijf bijvoorbeeld kst-29521-385, 29521 of "Kamerstuk 29 521, nr. 385"
    "#);
    insta::assert_snapshot!(desk.run(&["refs", "kst-29521-385", "weg.txt"]).all(), @r#"
    exit 2
    --- stderr
    fout: kan weg.txt niet lezen: het bestaat niet
    hulp: kijk of de naam klopt; paden gelden vanaf de map waarin u nu bent
    "#);
}

#[test]
fn for_programs() {
    let desk = desk();
    let found = desk.run(&["refs", "kst-29521-385", "--format", "json", "brieven/notitie.md"]).json();
    insta::assert_json_snapshot!(found, @r#"
    {
      "version": 1,
      "papers": [
        "kst-29521-385"
      ],
      "citations": [
        {
          "path": "brieven/notitie.md",
          "letter": null,
          "id": "kst-29521-385",
          "start": 25,
          "end": 57,
          "line": 3,
          "column": 13,
          "end_line": 3,
          "end_column": 45,
          "text": "Één brief (*Kamerstuk* 29 521, nr. 385, p. 2) en Stb. 2018, 247.",
          "match": {
            "start": 14,
            "end": 46
          },
          "inferred": false
        }
      ]
    }
    "#);
}
