//! Papers by their date, by who moved them, and by the name that the letter gives them.

use super::inferred;

#[test]
fn a_date_means_the_paper_that_was_cited_with_it() {
    for (first, words, found) in [
        (
            "In de brief van 17 maart 2020 (Kamerstuk 29 521, nr. 403) staat dat",
            "In de brief van 17 maart 2020 staat",
            "brief van 17 maart 2020",
        ),
        (
            "In mijn brief van 17 maart 2020 (Kamerstuk 29 521, nr. 403) staat dat",
            "Mijn brief van\n17 maart 2020 meldt",
            "brief van\\n17 maart 2020",
        ),
        (
            "In de Kamerbrief over de Sahel van 17 maart 2020 (Kamerstuk 29 521, nr. 403)",
            "In de brief d.d. 17 maart 2020 staat",
            "brief d.d. 17 maart 2020",
        ),
        (
            "Zie Kamerstuk 29 521, nr. 403, 17 maart 2020, over de Sahel",
            "In de Kamerbrief van 17 maart 2020, p. 3, staat",
            "Kamerbrief van 17 maart 2020, p. 3",
        ),
        (
            "Zie Kamerstuk 29 521, nr. 403 van 17 maart 2020",
            "In de brief van 17 maart 2020 staat",
            "brief van 17 maart 2020",
        ),
    ] {
        let found_in = inferred(&format!("{first}.\n\n{words}."));
        assert!(found_in.starts_with(&format!("{found} = kst-29521-403")), "{words}: {found_in}");
        assert_eq!(found_in.lines().count(), 1, "{found_in}");
    }
}

#[test]
fn a_date_may_be_told_further_on() {
    assert_eq!(
        inferred(
            "De brief van 17 maart 2020 is besproken. Die brief van 17 maart 2020 (Kamerstuk 29 521, nr. 403) meldt dat."
        ),
        "brief van 17 maart 2020 = kst-29521-403 <- «Kamerstuk 29 521, nr. 403»"
    );
}

#[test]
fn the_year_of_a_recent_day_follows_from_the_letter() {
    let letter = "Den Haag, 27 maart 2020\n\nIn mijn brief van 5 september jl. (Kamerstuk 29 521, nr. 385) stond dat.\n\n";
    for words in ["Mijn brief van 5 september jl. meldt", "Mijn brief van 5 september 2019 meldt"] {
        let found = inferred(&format!("{letter}{words} meer."));
        assert!(found.ends_with("= kst-29521-385 <- «Kamerstuk 29 521, nr. 385»"), "{found}");
    }
    assert_eq!(inferred(&format!("{letter}Mijn brief van 5 september 2020 meldt meer.")), "");
}

#[test]
fn a_date_that_may_be_that_of_another_paper_means_nothing() {
    let first = "In mijn brief van 17 maart 2020 (Kamerstuk 29 521, nr. 403) staat dat.";
    for words in [
        "De motie van 17 maart 2020 vraagt",
        "Uw brief van 17 maart 2020 vraagt",
        "Een brief van 17 maart 2020 vraagt",
        "De brief van 17 maart 2020 van de gemeente vraagt",
        "De brief van de gemeente van 17 maart 2020 vraagt",
        "De brief van 17 maart 2020 (kenmerk 2020-17) vraagt",
        "Mijn brief van 17 maart 2020 (Kamerstuk 31 293, nr. 12) meldt",
        "Op 17 maart 2020 meldde",
    ] {
        assert_eq!(inferred(&format!("{first}\n\n{words} dat.")), "", "{words}");
    }
    let both = "Mijn brief van 17 maart 2020 (Kamerstuk 29 521, nr. 403) en mijn brief van 17 maart 2020 (Kamerstuk 31 293, nr. 12).";
    assert_eq!(inferred(&format!("{both}\n\nMijn brief van 17 maart 2020 meldt dat.")), "");
    let debate = "In de brief na het debat van 17 maart 2020 (Kamerstuk 29 521, nr. 403) staat dat.";
    assert_eq!(inferred(&format!("{debate}\n\nDe brief van 17 maart 2020 meldt dat.")), "");
}

#[test]
fn a_motion_by_who_moved_it() {
    for (first, words, found) in [
        (
            "de motie-Van Aalst/Remco Dijkstra (Kamerstuk 29 521, nr. 12)",
            "De motie-Van Aalst c.s. vraagt",
            "motie-Van Aalst c.s.",
        ),
        (
            "de motie van het lid Dik-Faber c.s. (Kamerstuk 29 521, nr. 12)",
            "De motie-Dik-Faber vraagt",
            "motie-Dik-Faber",
        ),
        (
            "de motie van de leden Jansen, De Vries en Van der Lee (Kamerstuk 29 521, nr. 12)",
            "De motie-\nJansen c.s. vraagt",
            "motie-\\nJansen c.s.",
        ),
        ("de motie Ellian (Kamerstuk 29 521, nr. 12)", "De motie Ellian vraagt", "motie Ellian"),
        ("motie-Ellian (29 521, nr. 12)", "De motie-Ellian vraagt", "motie-Ellian"),
    ] {
        let found_in = inferred(&format!("Over {first} is gestemd.\n\n{words} iets."));
        assert!(found_in.starts_with(&format!("{found} = kst-29521-12 <- ")), "{words}: {found_in}");
    }
    assert_eq!(
        inferred(
            "Het amendement Beckerman, Kamerstuk 36 095, nr. 5, ligt voor. Het amendement-Beckerman is ontraden."
        ),
        "amendement-Beckerman = kst-36095-5 <- «Kamerstuk 36 095, nr. 5»"
    );
}

#[test]
fn a_motion_of_a_member_who_moved_several_or_another_means_nothing() {
    let first = "Over de motie-Jansen/De Vries (Kamerstuk 29 521, nr. 12) is gestemd.\n\n";
    for words in [
        "De motie-Pietersen vraagt",
        "Het amendement-Jansen vraagt",
        "De motie-Jansen/Pietersen vraagt",
        "De motie-Jansen over scholen vraagt",
        "Een motie-Jansen vraagt",
        "De moties-Jansen vragen",
        "De gewijzigde motie-Jansen vraagt",
        "De motie-Jansen (31 293, nr. 5) vraagt",
    ] {
        assert_eq!(inferred(&format!("{first}{words} iets.")), "", "{words}");
    }
    let two = "Over de motie-Jansen (Kamerstuk 29 521, nr. 12) en de motie-Jansen (Kamerstuk 29 521, nr. 13) is gestemd.\n\n";
    assert_eq!(inferred(&format!("{two}De motie-Jansen vraagt iets.")), "");
}

#[test]
fn a_name_that_the_letter_gives() {
    for (definition, words, found) in [
        (
            "de brief (Kamerstuk 29 521, nr. 385; hierna: de Kamerbrief)",
            "In de Kamerbrief staat",
            "de Kamerbrief",
        ),
        (
            "de brief (Kamerstuk 29 521, nr. 385) (hierna: «de Kamerbrief»)",
            "De Kamerbrief meldt",
            "De Kamerbrief",
        ),
        (
            "het rapport (Kamerstuk 29 521, nr. 385, hierna te noemen: het Rapport)",
            "Het Rapport meldt",
            "Het Rapport",
        ),
        ("het stuk Kamerstuk 29 521, nr. 385 (hierna het advies)", "Volgens het advies is", "het advies"),
        (
            "een brief (Kamerstuk 29 521, nr. 385, verder: de brief)",
            "Uit de brief, p. 3, blijkt",
            "de brief, p. 3",
        ),
        (
            "een Kennisgevingsbrief (hierna: de Kennisgevingsbrief) (Kamerstuk 29 521, nr. 385)",
            "Deze Kennisge-\nvingsbrief meldt",
            "Kennisge-\\nvingsbrief",
        ),
        (
            "de Routekaart (Kamerstuk 29 521, nr. 385) (hierna ook: Routekaart)",
            "De Routekaart meldt",
            "Routekaart",
        ),
    ] {
        let found_in = inferred(&format!("U ontving {definition}.\n\n{words} meer."));
        let expected = format!("{found} = kst-29521-385 <- «Kamerstuk 29 521, nr. 385»");
        assert_eq!(found_in.replace("kst-29521-385 p. 3", "kst-29521-385"), expected, "{words}");
    }
}

#[test]
fn a_name_at_a_note() {
    let letter = "U ontving de Kennisgevingsbrief1 (hierna: de Brief) in mei. In de Brief staat meer.\n\n\
                  1 Kamerstuk 29 521, nr. 385.\n";
    assert_eq!(inferred(letter), "de Brief = kst-29521-385 <- «Kamerstuk 29 521, nr. 385»");
}

#[test]
fn a_name_of_something_else_is_none() {
    for definition in [
        "het Ministerie van Defensie (hierna: Defensie) in een brief (Kamerstuk 29 521, nr. 385)",
        "de wijziging van de Wet langdurige zorg (Kamerstuk 29 521, nr. 385) (hierna: Wlz)",
        "de reactie van de gemeente (hierna: het advies), zie Kamerstuk 29 521, nr. 385",
        "twee brieven (Kamerstukken 29 521, nrs. 385 en 386; hierna: de brief)",
        "de brief (Kamerstuk 29 521, nr. 385; hierna: de brief of het advies)",
        "de brief (Kamerstuk 29 521, nr. 385; hierna: de brief) en die (Kamerstuk 31 293, nr. 5; hierna: de brief)",
    ] {
        let letter = format!("U ontving {definition}. De Wlz, het advies, Defensie en de brief zeggen dat.");
        assert_eq!(inferred(&letter), "", "{definition}");
    }
}

#[test]
fn an_ordinary_word_is_a_name_in_the_form_in_which_it_was_given() {
    let first = "U ontving het advies (Kamerstuk 29 521, nr. 385; hierna: het advies).";
    for words in [
        "Een advies is",
        "Dat advies is",
        "Het advies van de Raad is",
        "Het adviesorgaan is",
        "Het advies-Jansen is",
        "Het Advies is",
        "Adviezen zijn",
    ] {
        assert_eq!(inferred(&format!("{first} {words} er.")), "", "{words}");
    }
    // Before it is given, the name means nothing.
    assert_eq!(inferred(&format!("Het advies kwam. {first}")), "");
}
