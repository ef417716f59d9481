//! The forms of citations: on the terminal, and as the page that the project shows.

use griffier::messages::{Language, Translator};
use griffier::report::forms_page;

use crate::desk::{Desk, expect_file};

#[test]
fn the_page_of_forms_is_up_to_date() {
    expect_file("schemas/forms.md", &forms_page(Translator::new(Language::English)));
}

#[test]
fn explain_forms_shows_examples_with_what_they_mean() {
    let desk = Desk::new();
    for (language, sentence) in [("nl", "De huisstijl van gedrukte brieven"), ("en", "The house style")] {
        let done = desk.run(&["explain", "forms", "--lang", language]);
        assert_eq!((done.code, done.stderr.as_str()), (0, ""));
        let (_, below) = done.stdout.split_once(sentence).expect("the sentence stands there");
        let example = below.lines().nth(1).expect("an example stands below it");
        assert_eq!(
            example.split_whitespace().collect::<Vec<_>>().join(" "),
            "Kamerstuk 29 521, nr. 385 kst-29521-385"
        );
    }
}
