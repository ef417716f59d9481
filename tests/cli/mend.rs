//! `griffier check --fix` and `--diff`: what is certain is mended, and every other byte stays as it was.

use std::fs;

use crate::desk::Desk;

/// Two that are certain, one that is not, and one that others wrote.
const LETTER: &str = "Coördinatie: zie (Kamerstuk 295 21, nr. 368) en (Kamerstuk\r\n295 21, nr. 385).\r\n\r\n(Kamerstukken II 2019/21, 29 521, nr. 404) zegt „Kamerstuk 295 21, nr. 1”.\r\n";

fn mended() -> String {
    LETTER.replace("(Kamerstuk 295 21", "(Kamerstuk 29 521").replace("\n295 21", "\n29 521")
}

#[test]
fn what_is_certain_is_mended_in_the_file() {
    let desk = Desk::new().with("brief.txt", LETTER).with("goed.txt", "Zie (Kamerstuk 29 521, nr. 2).\n");
    let before = fs::metadata(desk.at("goed.txt")).unwrap().modified().unwrap();
    let done = desk.run(&["check", "--fix", "--format", "json"]);
    assert_eq!(done.code, 1);
    assert_eq!(done.stderr.lines().next(), Some("2 bevindingen hersteld in 1 brief."));
    assert_eq!(fs::read_to_string(desk.at("brief.txt")).unwrap(), mended());
    assert_eq!(fs::metadata(desk.at("goed.txt")).unwrap().modified().unwrap(), before);
    // What is told is what remains, where it stands now.
    let report = done.json();
    let left = report["files"][0]["findings"].as_array().unwrap();
    let codes: Vec<_> = left.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["session-year", "malformed-dossier"]);
    assert_eq!(left[1]["fixes"].as_array().unwrap().len(), 0, "what is quoted stays as it is");
    // Mending again finds nothing to mend and touches nothing.
    let again = desk.run(&["check", "--fix"]);
    assert!(again.stderr.starts_with("Niets te herstellen dat zeker is.\n"), "{}", again.all());
    assert_eq!(fs::read_to_string(desk.at("brief.txt")).unwrap(), mended());
    assert_eq!(fs::read_dir(desk.at("")).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn a_patch_shows_it_and_changes_nothing() {
    let desk = Desk::new().with("brieven/brief.txt", LETTER.replace("\r\n", "\n"));
    insta::assert_snapshot!(desk.run(&["check", "--diff"]).all(), @r"
    exit 1
    --- stdout
    --- a/brieven/brief.txt
    +++ b/brieven/brief.txt
    @@ -1,4 +1,4 @@
    -Coördinatie: zie (Kamerstuk 295 21, nr. 368) en (Kamerstuk
    -295 21, nr. 385).
    +Coördinatie: zie (Kamerstuk 29 521, nr. 368) en (Kamerstuk
    +29 521, nr. 385).
     
     (Kamerstukken II 2019/21, 29 521, nr. 404) zegt „Kamerstuk 295 21, nr. 1”.
    --- stderr
    Met --fix worden 2 bevindingen hersteld in 1 brief.
    hulp: zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch
    ");
    assert_eq!(fs::read_to_string(desk.at("brieven/brief.txt")).unwrap(), LETTER.replace("\r\n", "\n"));
    assert_eq!(desk.run(&["check", "--diff", "--exit-zero"]).code, 0);
    assert_eq!(desk.run(&["check", "--diff", "--fix"]).code, 2);
    assert_eq!(desk.run(&["check", "--diff", "--format", "json"]).code, 2);
}

#[test]
fn every_encoding_stays_as_it_is() {
    let windows = |text: &str| -> Vec<u8> {
        text.chars()
            .map(|sign| match sign {
                '„' => 0x84,
                '”' => 0x94,
                sign => u8::try_from(u32::from(sign)).unwrap(),
            })
            .collect()
    };
    let utf_8 = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf_16 = |text: &str| -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()
    };
    for bytes in [&windows as &dyn Fn(&str) -> Vec<u8>, &utf_8, &utf_16] {
        let desk = Desk::new().with("brief.txt", bytes(LETTER));
        assert_eq!(desk.run(&["check", "--fix"]).code, 1);
        assert_eq!(fs::read(desk.at("brief.txt")).unwrap(), bytes(&mended()));
        // The same on its way through a pipe.
        let mut command = desk.command(&["check", "-", "--fix"]);
        let output = command.write_stdin(bytes(LETTER)).output().unwrap();
        assert_eq!(output.stdout, bytes(&mended()));
    }
}

#[test]
fn a_text_that_does_not_decode_cleanly_is_never_written() {
    let bytes = b"\xEF\xBB\xBFgoed \xC3\x28 fout (Kamerstuk 295 21, nr. 368)\n";
    let desk = Desk::new().with("brief.txt", bytes);
    let done = desk.run(&["check", "--fix"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("niet hersteld"), "{}", done.all());
    assert_eq!(fs::read(desk.at("brief.txt")).unwrap(), bytes);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::new().with("archief/brief.txt", LETTER);
    let file = desk.at("archief/brief.txt");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, desk.at("link.txt")).unwrap();
    desk.run(&["check", "--fix", "link.txt"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), mended());
    assert!(fs::symlink_metadata(desk.at("link.txt")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn what_a_rule_may_not_say_is_not_mended() {
    let desk = Desk::new().with("brief.txt", LETTER);
    let done = desk.run(&["check", "--fix", "--ignore", "malformed-dossier"]);
    assert_eq!(done.code, 1);
    assert_eq!(fs::read_to_string(desk.at("brief.txt")).unwrap(), LETTER);
}
