//! Several at once on the notes of one letter, and those who only look.

use crate::desk::Desk;
use crate::{LETTER, NOTES, add, bodies, letter};

#[test]
fn two_who_make_a_hundred_notes_each_at_once_have_made_two_hundred() {
    let desk = letter();
    std::thread::scope(|scope| {
        for name in ["links", "rechts"] {
            let desk = &desk;
            scope.spawn(move || {
                for number in 0..100 {
                    let made = add(desk, &format!("{name} {number}")).status().unwrap();
                    assert!(made.success(), "{name} {number}");
                }
            });
        }
    });
    let mut found = bodies(&desk);
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 200);
    assert_eq!(desk.run(&["annotate", "check"]).code, 0);
}

/// Everything that looks at notes and is not asked to change them.
fn look(desk: &Desk) {
    for arguments in [
        &["annotate", "list"][..],
        &["annotate", "list", "--format", "json"],
        &["annotate", "check"],
        &["annotate", "reanchor", "--dry-run"],
        &["annotate", "export", "--format", "html"],
        &["annotate", "export", "--format", "jsonld"],
        &["annotate", "export", "--format", "csv"],
        &["check", "--exit-zero"],
    ] {
        assert!(desk.run(arguments).code < 2, "{arguments:?}");
    }
}

#[test]
fn an_edit_elsewhere_and_all_looking_leave_the_file_of_notes_byte_for_byte() {
    let mut desk = letter();
    assert!(add(&desk, "een").status().unwrap().success());
    assert!(add(&desk, "twee").status().unwrap().success());
    let before = std::fs::read(desk.at(NOTES)).unwrap();
    let changed =
        LETTER.replace("De motie is daarmee uitgevoerd.", "Daarmee is de motie afgedaan, en ook de vorige.");
    for text in
        [changed.clone(), format!("Ter griffie ontvangen.\n\n{changed}"), changed.replace('\n', "\r\n")]
    {
        desk = desk.with("brief.md", text);
        look(&desk);
        assert_eq!(std::fs::read(desk.at(NOTES)).unwrap(), before);
    }
}
