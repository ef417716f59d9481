//! What refers without saying it all, way by way.

mod names;

use crate::citation::fixture::read_letter;

/// What the letter cites, without what it says in so many words.
fn inferred(text: &str) -> String {
    only_inferred(&read_letter(text))
}

fn only_inferred(found: &str) -> String {
    found.lines().filter(|line| line.contains(" <- ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_number_means_the_paper_of_that_number_that_was_cited_before() {
    assert_eq!(
        inferred(
            "De motie van het lid Jansen (Kamerstuk 29 453, nr. 469) en het debat (Kamerstuk 36 045, nr. 3).\n\n\
             Met de motie op stuk nr. 469 kan ik instemmen."
        ),
        "stuk nr. 469 = kst-29453-469 <- «Kamerstuk 29 453, nr. 469»"
    );
}

#[test]
fn a_number_that_was_not_cited_is_one_of_the_only_dossier() {
    let letter = "De voortgang (Kamerstuk 29 521, nr. 402) is gemeld.\n\n";
    for (words, found) in [
        ("De motie op stuk nr. 12 volgt.", "stuk nr. 12 = kst-29521-12"),
        ("De motie op stuk nr. 12, p. 3, volgt.", "stuk nr. 12, p. 3 = kst-29521-12 p. 3"),
        ("De motie op stuk \nnr. 12 volgt.", "stuk \\nnr. 12 = kst-29521-12"),
        ("De moties op stukken nrs. 5 en 6 ook.", "stukken nrs. 5 en 6 = kst-29521-5; kst-29521-6"),
        ("De moties op stuk nrs. 5 t/m 7 ook.", "stuk nrs. 5 t/m 7 = kst-29521-5; kst-29521-6; kst-29521-7"),
        (
            "De moties op stuk nr. 5 en op stuk nr. 6.",
            "stuk nr. 5 en op stuk nr. 6 = kst-29521-5; kst-29521-6",
        ),
        ("De motie op stuk 12.", "stuk 12 = kst-29521-12"),
        ("De motie-Segers/Hermans (nr. 216).", "nr. 216 = kst-29521-216"),
        ("Het amendement van het lid De Vries c.s. (nr. 8) volgt.", "nr. 8 = kst-29521-8"),
        ("De memorie van toelichting (nr. 3, p. 7) zegt dat.", "nr. 3, p. 7 = kst-29521-3 p. 7"),
        ("De motie nr. 13 is aangenomen.", "nr. 13 = kst-29521-13"),
        ("De moties nrs. 13 en 14 zijn aangenomen.", "nrs. 13 en 14 = kst-29521-13; kst-29521-14"),
    ] {
        assert_eq!(
            inferred(&format!("{letter}{words}")),
            format!("{found} <- «Kamerstuk 29 521, nr. 402»"),
            "{words}"
        );
    }
}

#[test]
fn a_number_is_one_of_the_dossier_that_was_named_right_before() {
    let letter = "Over scholen (Kamerstuk 31 293, nr. 5) later. De motie-Jansen (Kamerstuk 29 521, nr. 12)";
    for (words, found) in [
        (" en die op stuk nr. 13 zijn aangenomen.", "stuk nr. 13 = kst-29521-13"),
        (" en de motie-Pietersen (nr. 13).", "nr. 13 = kst-29521-13"),
        (". Zie ook nr. 13, p. 4.", "nr. 13, p. 4 = kst-29521-13 p. 4"),
        (", en de nrs. 13 en 14.", "nrs. 13 en 14 = kst-29521-13; kst-29521-14"),
    ] {
        assert_eq!(
            inferred(&format!("{letter}{words}")),
            format!("{found} <- «Kamerstuk 29 521, nr. 12»"),
            "{words}"
        );
    }
}

#[test]
fn a_number_of_something_else_is_none() {
    let letter = "De voortgang (Kamerstuk 29 521, nr. 402) is gemeld. ";
    for words in [
        "Bij vraag nr. 5 hoort bijlage nr. 3.",
        "Zie de verordening (EG) nr. 1060/2009.",
        "Kerkstraat nr. 5 en het rapport (nr. 12).",
        "Het rapport van de commissie, nr. 12.",
        "Een stuk beter dan 12 jaar geleden.",
        "Op stuk nr. 12345 rust geen octrooi.",
        "De nrs. 1 tot 12.5 van de lijst.",
        "De motie (nr. 5 van de lijst).",
    ] {
        assert_eq!(inferred(&format!("{letter}{words}")), "", "{words}");
    }
}

#[test]
fn a_number_in_a_letter_of_several_dossiers_or_of_none_is_left_alone() {
    let several = "Zie (Kamerstuk 29 521, nr. 402) en (Kamerstuk 36 045, nr. 3). ";
    assert_eq!(inferred(&format!("{several}\n\nDe motie op stuk nr. 12.")), "");
    let twice = "Zie (Kamerstuk 29 521, nr. 12) en (Kamerstuk 36 045, nr. 12). ";
    assert_eq!(inferred(&format!("{twice}\n\nDe motie op stuk nr. 12.")), "");
    assert_eq!(inferred("De motie op stuk nr. 12."), "");
}

#[test]
fn a_number_in_a_printed_letter_is_one_of_its_own_dossier() {
    let head = "29 453\nWoningcorporaties\n\nNr. 480\n\nBRIEF VAN DE MINISTER VAN BINNENLANDSE ZAKEN\n\nDen Haag, 3 mei 2019\n\n";
    let letter = format!("{head}Hierbij reageer ik op de motie op stuk nr. 469.\n");
    let found = only_inferred(&read_letter(&letter));
    assert!(found.starts_with("stuk nr. 469 = kst-29453-469 <- "), "{found}");
    // The paper itself is no citation.
    assert_eq!(only_inferred(&read_letter(&letter.replace("469", "480"))), "");
}

#[test]
fn idem_means_the_source_of_the_note_before() {
    let letter = "De missie is verlengd.1 Dat was bekend.2 Ook toen.3\n\n\
                  1 Kamerstuk 29 521, nr. 385, p. 3.\n2 Idem, p. 7.\n3 Ibid.\n";
    assert_eq!(
        inferred(letter),
        "Idem, p. 7 = kst-29521-385 p. 7 <- «Kamerstuk 29 521, nr. 385, p. 3»\n\
         Ibid = kst-29521-385 <- «Kamerstuk 29 521, nr. 385, p. 3»"
    );
}

#[test]
fn idem_behind_another_source_means_nothing_to_us() {
    for second in ["NRC, 7 november 2024", "Kamerstukken 29 521, nrs. 3 en 4"] {
        let letter = format!(
            "Eerst.1 Dan.2 Ten slotte.3\n\n1 Kamerstuk 29 521, nr. 385.\n2 {second}.\n3 Idem, p. 3.\n"
        );
        assert_eq!(inferred(&letter), "", "{second}");
    }
    for prose in [
        "Zie Kamerstuk 29 521, nr. 385. De andere vraag idem.",
        "Zie Kamerstuk 29 521, nr. 385. Idem voor de gemeenten.",
        "Zie Kamerstuk 29 521, nr. 385. De NRC (3 mei) en de Volkskrant (idem).",
    ] {
        assert_eq!(inferred(prose), "", "{prose}");
    }
}

#[test]
fn idem_behind_a_citation_and_in_brackets() {
    for (words, found) in [
        ("Kamerstuk 29 521, nr. 385, p. 3; idem, p. 7", "idem, p. 7 = kst-29521-385 p. 7"),
        ("Kamerstuk 29 521, nr. 385, p. 3; idem, nr. 6, p. 4", "idem, nr. 6, p. 4 = kst-29521-6 p. 4"),
        (
            "De brief (Kamerstuk 29 521, nr. 385, p. 3) meldt dat (ibid., p. 7).",
            "ibid., p. 7 = kst-29521-385 p. 7",
        ),
        (
            "De brief (Kamerstuk 29 521, nr. 385, p. 3) meldt dat (zie t.a.p., p. 7).",
            "t.a.p., p. 7 = kst-29521-385 p. 7",
        ),
    ] {
        let found_in = inferred(words);
        assert!(
            found_in.starts_with(&format!("{found} <- «Kamerstuk 29 521, nr. 385, p. 3»")),
            "{words}: {found_in}"
        );
    }
}

#[test]
fn a_note_that_is_named_gives_its_source() {
    let letter = "Eerst.1 Dan.2 Ten slotte.3\n\n\
                  1 Kamerstuk 29 521, nr. 385.\n2 NRC, 3 mei 2019.\n3 Zie noot 1, p. 3, en zie noot 2. Vgl. noot 4 bij het arrest.\n";
    assert_eq!(inferred(letter), "noot 1, p. 3 = kst-29521-385 p. 3 <- «Kamerstuk 29 521, nr. 385»");
}

#[test]
fn notes_that_nothing_points_at_count_by_their_numbers() {
    assert_eq!(
        inferred("11 Kamerstuk 29 521, nr. 385.\n12 Idem, p. 7.\n13 De Jong, 2019.\n14 Idem.\n"),
        "Idem, p. 7 = kst-29521-385 p. 7 <- «Kamerstuk 29 521, nr. 385»"
    );
}

#[test]
fn what_was_mentioned_before_is_the_last_of_its_kind() {
    for (words, found) in [
        ("In de genoemde Kennisge-\nvingsbrief werd gemeld", "genoemde Kennisge-\\nvingsbrief"),
        ("In genoemde brief werd gemeld", "genoemde brief"),
        ("In eerder genoemde brief werd gemeld", "eerder genoemde brief"),
        ("Voornoemde Kamerbrief meldt", "Voornoemde Kamerbrief"),
        ("In voornoemd Kamerstuk werd gemeld", "voornoemd Kamerstuk"),
        ("De bovengenoemde\n brief meldt", "bovengenoemde\\n brief"),
    ] {
        let letter =
            format!("U ontving een Kennisgevingsbrief (Kamerstuk 29 521, nr. 385) hierover. {words}.");
        let expected = format!("{found} = kst-29521-385 <- «Kamerstuk 29 521, nr. 385»");
        assert_eq!(inferred(&letter), expected, "{words}");
    }
}

#[test]
fn what_was_mentioned_before_and_not_cited_hides_what_was() {
    for letter in [
        "In mijn brief (Kamerstuk 29 521, nr. 385) en in een brief van de gemeente. Genoemde brief meldt",
        "In mijn brief (Kamerstuk 29 521, nr. 385) staat. Genoemde motie vraagt",
        "In mijn brief (Kamerstuk 29 521, nr. 385) staat. De in het artikel genoemde brief meldt",
        "In mijn brief heb ik u over de motie geschreven (Kamerstuk 29 521, nr. 385). Genoemde brief meldt",
        "In mijn brief (Kamerstukken 29 521, nrs. 385 en 386) staat. Genoemde brief meldt",
        "In mijn brief in reactie op het advies van de Raad (Kamerstuk 29 521, nr. 385) staat. Genoemd advies meldt",
        "In mijn brief van 3 mei 2019 (Kamerstuk 29 521, nr. 385) staat. Genoemde brief van 5 juni 2019 meldt",
        "De nota naar aanleiding van het verslag (Kamerstuk 35 000, nr. 6) is er. Genoemd verslag meldt",
        "Het overleg noemde brief noch motie (Kamerstuk 29 521, nr. 385)",
    ] {
        assert_eq!(inferred(letter), "", "{letter}");
    }
}

#[test]
fn kinds_of_several_words() {
    let letter = "De nota naar aanleiding van het verslag (Kamerstuk 35 000, nr. 6) is er.";
    for words in ["Genoemde nota", "Genoemde nota naar aanleiding van het verslag"] {
        assert_eq!(
            inferred(&format!("{letter} {words} meldt dat.")),
            format!("{words} = kst-35000-6 <- «Kamerstuk 35 000, nr. 6»")
        );
    }
}

#[test]
fn a_note_at_a_noun_says_which_paper_it_is() {
    let letter = "Daarover schreef ik in mijn brief van 3 mei jl.1 In genoemde brief staat ook waarom.\n\n\
                  1 Kamerstuk 29 521, nr. 385.\n";
    assert_eq!(inferred(letter), "genoemde brief = kst-29521-385 <- «Kamerstuk 29 521, nr. 385»");
}
