//! The page about the rules in the repository is the one that is made of them.

use griffier::ide;
use griffier::messages::{Language, Translator};

use crate::desk::expect_file;

#[test]
fn the_page_about_the_rules_is_up_to_date() {
    expect_file("schemas/rules.md", &ide::rules_page(Translator::new(Language::Dutch)));
}
