//! Letters that leave something open, before lists that settle it.

use std::sync::Arc;

use super::*;
use crate::corpus::CorpusBuilder;
use crate::letter::Format;

/// What a text cites where a list has these identifiers.
fn settled(text: &str, list: &[&str]) -> Vec<String> {
    let corpus = CorpusBuilder::new().list("kst.txt", [], list.iter().copied()).build();
    let recognised = Recognised::new(Arc::from(text), Format::Plain, None);
    let reading = settle(&recognised, &corpus, &Memo::default());
    reading.citations.iter().flat_map(|it| &it.targets).map(|target| target.id.to_string()).collect()
}

#[test]
fn a_paper_of_the_eerste_kamer_gets_the_only_session_that_is_known() {
    let text = "Zie (Kamerstukken I 26 200, nr. 65a).";
    assert_eq!(settled(text, &["kst-19981999-26200-65a"]), ["kst-19981999-26200-65a"]);
    assert_eq!(settled(text, &["kst-19971998-26200-65a", "kst-19981999-26200-65a"]), ["kst-26200-65a"]);
    assert_eq!(settled(text, &["kst-19981999-26200-65b"]), ["kst-26200-65a"]);
    assert_eq!(settled(text, &["kst-26200-65a"]), ["kst-26200-65a"]);
}

#[test]
fn a_stated_session_and_a_paper_of_the_tweede_kamer_stay() {
    let list = ["kst-19981999-26200-65a", "kst-19981999-26200-65"];
    let text = "Zie (Kamerstukken I 1997/98, 26 200, nr. 65a).";
    assert_eq!(settled(text, &list), ["kst-19971998-26200-65a"]);
    assert_eq!(settled("Zie (Kamerstukken II 26 200, nr. 65).", &list), ["kst-26200-65"]);
}

#[test]
fn a_session_goes_where_the_paper_is_listed_without() {
    let text = "Zie (Kamerstukken I 2009/10, 32 217, A).";
    assert_eq!(settled(text, &["kst-32217-A"]), ["kst-32217-A"]);
    assert_eq!(settled(text, &["kst-32217-A", "kst-20092010-32217-A"]), ["kst-20092010-32217-A"]);
    assert_eq!(settled(text, &[]), ["kst-20092010-32217-A"]);
    let text = "Zie (Kamerstukken I 2000/2001, 26 855, nr. 250).";
    assert_eq!(settled(text, &["kst-26855-250"]), ["kst-26855-250"]);
}
