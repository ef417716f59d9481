//! Quotations beside a citation, and what is said of those that the cited letter has in other words.

use std::fmt::Write as _;

use crate::analysis::fixture::{Fixture, with_marks};
use crate::config::Level;
use crate::messages::{Language, Translator};

const LETTER: &str = "
        -- letters/kst-29521-385.txt
        29 521 Nederlandse deelname aan vredesmissies
        Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE
        Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
        Den Haag, 5 september 2019
        De missie in Mali wordt met twee jaar ver-
        lengd, tot 31 december 2021.1 Het kabinet stelt
        daarvoor 12 miljoen euro beschikbaar.
        -- letters/kst-29521-412.md
        ---
        identifier: kst-29521-412
        kind: Motie
        ---
        verzoekt de regering de missie niet langer dan een jaar te verlengen
        ";

/// What the rule alone says, once it is turned on.
#[track_caller]
fn check(brief: &str) {
    let mut fixture = Fixture::new(&format!("{brief}{LETTER}"));
    fixture.settings.severity.insert("quotation-mismatch".to_owned(), Level::Warning);
    let say = Translator::new(Language::Dutch);
    let marks: Vec<_> = fixture
        .judgement()
        .findings
        .iter()
        .filter(|finding| finding.code == "quotation-mismatch")
        .map(|finding| {
            let mut words = format!("{}: {}", finding.severity.name(), say.text(&finding.message));
            for related in &finding.related {
                write!(words, " ({})", say.text(&related.message)).expect("a string takes all");
            }
            (finding.span, words)
        })
        .collect();
    let found = with_marks(fixture.text(), &marks);
    assert!(found == fixture.marked, "expected\n{}\nfound\n{found}", fixture.marked);
}

#[test]
fn words_that_the_letter_has_in_whatever_dress_are_right() {
    check(
        "
        -- brief.md
        “De missie in Mali wordt met twee jaar verlengd, tot 31 december 2021. Het kabinet stelt daarvoor
        12 miljoen euro beschikbaar” (Kamerstuk 29 521, nr. 385). Ook: ‘de missie […] wordt met twee jaar
        ver-lengd (…) daarvoor 12 miljoen euro’ (zie Kamerstuk 29 521, nr. 385).

        In de motie (Kamerstuk 29 521, nr. 412) staat:

        > verzoekt de regering de missie niet
        > langer dan een jaar te verlengen
        ",
    );
}

#[test]
fn words_that_differ_are_told_with_what_stands_there() {
    check(
        "
        -- brief.md
        In de brief staat: “De missie in Mali wordt met drie jaar verlengd” (Kamerstuk 29 521, nr. 385).
                                                        ^^^^ warning: in 29 521, nr. 385 staat niet “… Mali wordt met drie jaar verlengd” maar “… Mali wordt met twee jaar verlengd” (de passage in 29 521, nr. 385)
        In de motie (Kamerstuk 29 521, nr. 412) staat:

        > verzoekt de regering de missie niet
        > langer dan twee jaar te verlengen
                     ^^^^ warning: in 29 521, nr. 412 staat niet “… niet langer dan twee jaar te verlengen” maar “… niet langer dan een jaar te verlengen” (de passage in 29 521, nr. 412)
        ",
    );
}

#[test]
fn words_that_are_nowhere_in_it_may_be_of_its_attachment() {
    check(
        "
        -- brief.md
        “De windmolens op zee komen er in 2030” (Kamerstuk 29 521, nr. 385).
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: deze woorden staan niet in 29 521, nr. 385: kijk of citaat en nummer kloppen
        ",
    );
}

#[test]
fn words_of_somebody_else_are_left_alone() {
    check(
        "
        -- brief.md
        Over de brief (Kamerstuk 29 521, nr. 385) schrijft de gemeente: “Wij willen deze missie niet langer”.
        De zogenaamde “brede coalitie” (Kamerstuk 29 521, nr. 385) is er. Hij zei: “De missie duurt te lang
        en kost te veel.” Zie ook Kamerstuk 29 521, nr. 385. “De windmolens op zee komen er in 2030”
        (Kamerstuk 29 521, nr. 386).
        ",
    );
}
