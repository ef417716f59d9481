//! The family of the Aanhangsel, form by form.

use super::super::fixture::{means, read, read_letter};

#[test]
fn every_way_to_name_it() {
    for text in [
        "Aanhangsel Handelingen II 2016/17, nr. 1755",
        "Aanhangsel van de Handelingen II 2016/17, nr. 1755",
        "Aanhangsel van de Handelingen, vergaderjaar 2016–2017, nr. 1755",
        "Aanhangsel der Handelingen II 2016/17, nr. 1755",
        "Aanhangsel bij de Handelingen II 2016/17, nr. 1755",
        "Aanhangsel Handelingen, vergaderjaar 2016-2017,nr. 1755",
        "AanhangselHandelingen, vergaderjaar 2016–2017, nr. 1755",
        "Aanhangsel Handelingen Tweede Kamer 2016-2017, nr. 1755",
        "Aanhangsel van de Handelingen der Tweede Kamer, 2016-2017, nr. 1755",
        "Aanhangsel Handelingen II 2016/17, 1755",
        "Aanhangsel II 2016/17, nr. 1755",
        "Aanhangsel 2016/17, nr. 1755",
        "Aanh. Hand. II 2016/17, nr. 1755",
        "Aanh. II 2016/17, nr. 1755",
        "aanhangsel Handelingen II 2016/17, nr 1755",
        "Aanhangsel Handelingen II nr. 1755, vergaderjaar 2016-2017",
        "Aanhangsel Handelingen II, nr. 1755 (2016/17)",
        "2016–2017, Aanhangsel van de Handelingen, nr. 1755",
        "vergaderjaar 2016–2017, Aanhangsel van de Handelingen, nr. 1755",
        "Tweede Kamer, vergaderjaar 2016–2017, Aanhangsel van de Handelingen, nr. 1755",
        "Tweede Kamer, vergaderjaar 2016–2017, Aanhangsel, nr. 1755",
        "Handelingen II 2016/17, Aanhangsel, nr. 1755",
        "Handelingen II, Aanhangsel 2016/17, nr. 1755",
        "Handelingen TK 2016-2017, Aanhangsel nr. 1755",
        "AH 2016/17, 1755",
        "AH 2016-2017, nr. 1755",
        "AH II 2016/17, nr. 1755",
        "AH TK 2016–2017, nr. 1755",
        "AH-TK 2016-2017, nr. 1755",
        "ah-tk-2016–2017, nr.1755",
        "ah-tk-2016-2017, nr. 1755",
        "ah-tk-2016-2017-1755",
        "ah-tk-20162017–1755",
        "ah-tk-20162017, nr. 1755",
        "ah-tk 2016-2017, nr. 1755",
        "Aanhangsel van de Handelingen (vergaderjaar 2016-2017, nr. 1755)",
        "Aanhangsel (Handelingen II 2016/17, nr. 1755)",
        "Aanhangsel-Handelingen II 2016/17, nr. 1755",
        "Aanhangsel nr. 1755 (vergaderjaar 2016-2017)",
        "Kamervragen (Aanhangsel van de Handelingen) 2016-2017, nr. 1755",
        "Kamervragen met antwoord 2016-2017, nr. 1755",
    ] {
        means(text, "ah-tk-20162017-1755");
    }
    means("Aanhangsel Handelingen I 2015/16, nr. 9", "ah-ek-20152016-9");
}

#[test]
fn several_answers() {
    means("Aanhangsel Handelingen II 2016/17, nrs. 12 en 15", "ah-tk-20162017-12; ah-tk-20162017-15");
    means("Aanhangsel Handelingen II 2016/17, nr. 12 en nr. 15", "ah-tk-20162017-12; ah-tk-20162017-15");
    means(
        "Aanhangsel Handelingen II 2016/17, nrs. 12-14",
        "ah-tk-20162017-12; ah-tk-20162017-13; ah-tk-20162017-14",
    );
    means(
        "Aanhangsel Handelingen II 2016/17, nr. 12 en 2017/18, nr. 33",
        "ah-tk-20162017-12; ah-tk-20172018-33",
    );
    means("Aanhangsel Handelingen II 2016/17, nr. 12, p. 2", "ah-tk-20162017-12 p. 2");
    assert_eq!(
        read("Kamerstuk 29 754, nr. 520 en Aanhangsel Handelingen II 2016/17, nr. 12"),
        "Kamerstuk 29 754, nr. 520 = kst-29754-520\nAanhangsel Handelingen II 2016/17, nr. 12 = ah-tk-20162017-12"
    );
}

#[test]
fn a_footnote_mark_and_the_words_before_are_no_part_of_it() {
    assert_eq!(
        read("10Aanhangsel Handelingen, vergaderjaar 2016–2017, nr. 12"),
        "Aanhangsel Handelingen, vergaderjaar 2016–2017, nr. 12 = ah-tk-20162017-12"
    );
    assert_eq!(
        read("Zie ook, 4 mei 2017, 2016–2017, Aanhangsel van de Handelingen, nr. 12."),
        "2016–2017, Aanhangsel van de Handelingen, nr. 12 = ah-tk-20162017-12"
    );
    assert_eq!(
        read("geïnformeerdAanhangsel Handelingen II 2016/17, nr. 12 en 3 andere"),
        "Aanhangsel Handelingen II 2016/17, nr. 12 = ah-tk-20162017-12"
    );
}

#[test]
fn the_chamber_is_that_of_the_letter() {
    let letter = "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2019–2020\n35 300\nNota over de toestand\nC\nBRIEF\n\nZie Aanhangsel Handelingen 2019/20, nr. 4.";
    assert_eq!(read_letter(letter), "Aanhangsel Handelingen 2019/20, nr. 4 = ah-ek-20192020-4");
}

#[test]
fn the_foot_of_a_page_is_none_and_a_footnote_of_its_form_is() {
    let letter = "Zie de antwoorden.\nTweede Kamer, vergaderjaar 2016–2017, Aanhangsel, nr. 12\nTweede Kamer, vergaderjaar 2016–2017, Aanhangsel 3\nTweede Kamer, vergaderjaar 2016–2017, Aanhangsel\n4\n";
    assert_eq!(
        read_letter(letter),
        "Tweede Kamer, vergaderjaar 2016–2017, Aanhangsel, nr. 12 = ah-tk-20162017-12"
    );
}

#[test]
fn what_is_no_citation() {
    for text in [
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 3",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 566",
        "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen",
        "Aanhangsel van de Handelingen\n546",
        "Aanhangsel van de Handelingen, nr. 12",
        "het aanhangsel bij de overeenkomst van 2019, nr. 3",
        "aanhangsel 2 van de nota",
        "ah-tk-20162017",
        "Aanhangsel (van de Handelingen) (2016/17)",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
    assert_eq!(
        read("Aanhangsel I bij verordening 2019/881, nr. 3"),
        "verordening 2019/881 = celex:32019R0881",
        "the annex is no Aanhangsel"
    );
}
