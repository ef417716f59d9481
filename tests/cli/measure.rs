//! How well a table of citations is read, as figures for people and for programs.

use serde_json::json;

use crate::desk::Desk;

/// The second row expects a paper that it does not name, and the last is the foot of a page.
const TABLE: &str = "\
raw\tsource_url\tkind\texpected\tpin
Kamerstuk\\u00a029 521,\\nnr. 385\teigen\tkst\tkst-29521-385\t
Kamerstukken II 2019/20, 29 521, nrs. 404 en 406, p. 3\teigen\tlijst\tkst-29521-404;kst-29521-405\tp. 3
Kamerstuk 29 521\teigen\tlijst\t-\t
Tweede Kamer, vergaderjaar 2022–2023, 29 521, nr. 450\teigen\tself-footer\tkst-29521-450\t
";

#[test]
fn what_is_complete_too_much_and_missed_is_counted_by_kind() {
    let desk = Desk::new().with("rijen.tsv", TABLE);
    insta::assert_snapshot!(desk.run(&["measure", "rijen.tsv", "--rows"]).all(), @r#"
    exit 0
    --- stdout
                         op zichzelf                in een zin
                rijen   volledig te veel  gemist   volledig te veel  gemist
    kst             1          1       0       0          1       0       0
    lijst           2          0       2       1          0       2       1
    self-footer     1          1       0       0          1       0       0
    samen           4          2       2       1          2       2       1

    3 (lijst) "Kamerstukken II 2019/20, 29 521, nrs. 404 en 406, p. 3"
      verwacht: kst-29521-404 p. 3; kst-29521-405 p. 3
      gevonden: kst-29521-404 p. 3; kst-29521-406 p. 3

    4 (lijst) "Kamerstuk 29 521"
      verwacht: -
      gevonden: dossier/29521
    "#);
    let figures = |complete: u8, extra: u8, missed: u8| json!({ "complete": complete, "extra": extra, "missed": missed });
    let report = desk.run(&["measure", "rijen.tsv", "--format", "json"]).json();
    assert_eq!(
        report["kinds"]["lijst"],
        json!({ "rows": 2, "alone": figures(0, 2, 1), "sentence": figures(0, 2, 1) })
    );
    assert_eq!(report["all"], json!({ "rows": 4, "alone": figures(2, 2, 1), "sentence": figures(2, 2, 1) }));
}

#[test]
fn a_table_without_a_column_is_told() {
    let done = Desk::new().with("rijen.tsv", "raw\tkind\n").run(&["measure", "rijen.tsv"]);
    assert_eq!(done.all(), "exit 2\n--- stderr\nfout: de tabel heeft geen kolom expected\n");
}
