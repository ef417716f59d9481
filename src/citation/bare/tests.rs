//! Citations without a keyword, and the many numbers that are none.

use super::super::fixture::{means, read, read_letter};

/// Nothing in the text is a citation, not even an unconfirmed one.
#[track_caller]
fn silent(text: &str) {
    assert_eq!(read(text), "", "{text}");
}

#[test]
fn dashes_join_dossier_and_number() {
    for (printed, meant) in [
        ("29911-226", "kst-29911-226 ?"),
        ("35570-46", "kst-35570-46 ?"),
        ("35570-XIV-46", "kst-35570-XIV-46 ?"),
        ("36410-A-51", "kst-36410-A-51 ?"),
        ("21501-08-765", "kst-21501-08-765 ?"),
        ("21 501-08-765", "kst-21501-08-765 ?"),
        ("29911–226", "kst-29911-226 ?"),
        ("29911-226, p. 3-4", "kst-29911-226 p. 3-4 ?"),
        ("35302-F", "kst-35302-F ?"),
        ("34632-(R2080)-7", "kst-34632-7"),
    ] {
        assert_eq!(read(&format!("Zie ook {printed}.")), format!("{printed} = {meant}"));
        assert_eq!(read(&format!("[{printed}]")), format!("{printed} = {meant}"));
    }
}

#[test]
fn what_may_be_a_range_of_sums_must_stand_by_itself() {
    means("29 911-226", "kst-29911-226 ?");
    means("36067 – 61", "kst-36067-61 ?");
    assert_eq!(read("motie 29 911-226"), "29 911-226 = kst-29911-226");
    silent("tussen 29 911-226 en 30 000");
    silent("van 36067 – 61 minder");
}

#[test]
fn a_sign_stands_between_dossier_and_number() {
    means("29544, nr. 959", "kst-29544-959 ?");
    means("29 544 nr 959, p. 3", "kst-29544-959 p. 3 ?");
    means("29.544, nrs. 959, 960 en 962", "kst-29544-959; kst-29544-960; kst-29544-962 ?");
    means("36 410 VII, nr. 12", "kst-36410-VII-12 ?");
    means("21501-08 , nr. 719", "kst-21501-08-719 ?");
    means("29 521 en 34 952, nr. 403", "kst-29521-403 with 34952 ?");
    means("33 802, C", "kst-33802-C ?");
}

#[test]
fn the_number_stands_before_its_dossier() {
    means("nr. 356 (29521)", "kst-29521-356 ?");
    means("nr. 22(30196)", "kst-30196-22 ?");
    means("nr.\n356\n(\n29 521\n)", "kst-29521-356 ?");
    means("nrs. 520 en 548 (29754)", "kst-29754-520; kst-29754-548 ?");
    means("nr. 12 (36 410 XIV)", "kst-36410-XIV-12 ?");
    assert_eq!(read("(stuk nr. 45) (36 410 V)"), "nr. 45) (36 410 V) = kst-36410-V-45");
    means("nr. 403 (29 521 en 34 952)", "kst-29521-403 with 34952 ?");
    means("nr. C (33 802)", "kst-33802-C ?");
    means("letter C (33802)", "kst-33802-C ?");
    means("letter S (34775-VI)", "kst-34775-VI-S ?");
    assert_eq!(read("Zij krijgt letter C (33802)."), "letter C (33802) = kst-33802-C");
    assert_eq!(read("de motie-Bakker c.s. (33802, letter C)"), "33802, letter C = kst-33802-C");
    assert_eq!(read("de motie-De Vries (nr. 12, 36410-XIV)"), "nr. 12, 36410-XIV = kst-36410-XIV-12");
    assert_eq!(read("de motie met nummer 29911-226"), "29911-226 = kst-29911-226");
    assert_eq!(read("(nr. 12, 36 410 personen)"), "");
}

#[test]
fn a_number_that_was_replaced_is_named_too() {
    means("nr. 726, was nr. 719 (21501-08)", "kst-21501-08-726; kst-21501-08-719");
    means("nr. 726 (t.v.v. nr. 719) (21501-08)", "kst-21501-08-726; kst-21501-08-719");
    means("21501-08, nr. 726, was nr. 719", "kst-21501-08-726; kst-21501-08-719");
}

#[test]
fn a_dossier_alone_needs_what_tells_it_apart() {
    means("36.410 XIII", "dossier/36410-XIII ?");
    means("36 410 B", "dossier/36410-B ?");
    means("36410-V", "dossier/36410-V ?");
    means("21501-32", "dossier/21501-32 ?");
    means("35 934 (R2158)", "dossier/35934");
    means("35.673 EK B", "kst-35673-B");
    assert_eq!(read("Aan de orde: Belastingplan 2018 (34785)"), "34785 = dossier/34785 ?");
    assert_eq!(read("Goedkeuring van het verdrag (35124)"), "35124 = dossier/35124 ?");
    assert_eq!(read("(35196);"), "35196 = dossier/35196 ?");
    assert_eq!(
        read("Wijziging van de Mediawet (35 570 en 35 571)"),
        "35 570 en 35 571 = dossier/35570; dossier/35571 ?"
    );
}

#[test]
fn what_is_told_between_dossier_and_number_is_passed_over() {
    means("35 526 (Tijdelijke wet), nr. 3", "kst-35526-3 ?");
    means("24 587, motie-Van Nispen c.s., nr. 969", "kst-24587-969 ?");
    means("29 521 (nr. 385)", "kst-29521-385 ?");
    means("29 521 – nr. 385", "kst-29521-385 ?");
}

#[test]
fn session_and_chamber_in_front() {
    means("2019–2020, 35 300 XV, nr. 28", "kst-35300-XV-28 ?");
    means("2021/22, 36 021, nr. 6", "kst-36021-6 ?");
    means("I 2022/23, 36 021, B", "kst-36021-B");
    means("I 2008/09, 31 700 VI, D", "kst-20082009-31700-VI-D");
}

#[test]
fn a_word_beside_it_says_that_it_is_a_paper() {
    for (text, meant) in [
        ("De motie-De Graaf c.s. (36 120, nr. 24) vroeg dat.", "36 120, nr. 24 = kst-36120-24"),
        ("de motie van het lid Ellian (24 587, nr. 969)", "24 587, nr. 969 = kst-24587-969"),
        ("het amendement 36067 – 61", "36067 – 61 = kst-36067-61"),
        (
            "de motie-Wassenberg over het aantal dieren (21501-08, nr. 719)",
            "21501-08, nr. 719 = kst-21501-08-719",
        ),
        ("de brief van 10 september 2024 (23 432-537)", "23 432-537 = kst-23432-537"),
        ("Kamerbrief 29521-385", "29521-385 = kst-29521-385"),
        ("Gewijzigde motie van het lid Kuzu (t.v.v. 36410-V-45)", "36410-V-45 = kst-36410-V-45"),
        ("(t.v.v.36800-X-49)", "36800-X-49 = kst-36800-X-49"),
        ("ter vervanging van 36410-V-45", "36410-V-45 = kst-36410-V-45"),
        ("ter vervanging van die gedrukt onder nr. 12 (29 521)", "nr. 12 (29 521) = kst-29521-12"),
        ("Zij krijgt nr. 305 (32637).", "nr. 305 (32637) = kst-32637-305"),
        ("de motie op stuk nr. 469 (29453)", "nr. 469 (29453) = kst-29453-469"),
        ("het initiatiefwetsvoorstel-Ploumen (35 316)", "35 316 = dossier/35316"),
        ("29 544, nr. 959 (motie-Bisschop)", "29 544, nr. 959 = kst-29544-959"),
        ("36410-V-45, motie van het lid Kuzu", "36410-V-45 = kst-36410-V-45"),
    ] {
        assert_eq!(read(text), meant);
    }
}

#[test]
fn lists_stand_as_their_first_member_does() {
    assert_eq!(
        read("De moties 36410-V-45, 36410-V-47 en 36410-V-48"),
        "36410-V-45 = kst-36410-V-45\n36410-V-47 = kst-36410-V-47\n36410-V-48 = kst-36410-V-48"
    );
    assert_eq!(
        read("29911-226; 31015-168; (29 544, nr. 959)"),
        "29911-226 = kst-29911-226 ?\n31015-168 = kst-31015-168 ?\n29 544, nr. 959 = kst-29544-959 ?"
    );
    assert_eq!(
        read("(Kamerstuk 30111-108) - 30111-109"),
        "Kamerstuk 30111-108 = kst-30111-108\n30111-109 = kst-30111-109"
    );
}

#[test]
fn what_is_cited_with_a_keyword_elsewhere_is_confirmed() {
    assert_eq!(
        read("Zie Kamerstuk 29 911, nr. 220, en verder 29911-226 en 31015-168."),
        "Kamerstuk 29 911, nr. 220 = kst-29911-220\n29911-226 = kst-29911-226\n31015-168 = kst-31015-168 ?"
    );
}

#[test]
fn print_and_markup_change_nothing() {
    for text in [
        "(29\u{A0}544, nr.\u{A0}959)",
        "(29\n544,\nnr.\n959)",
        "(29 544,\n> nr. 959)",
        "(*29 544*, nr\\. 959)",
        "(29&nbsp;544, nr.&nbsp;959)",
        "([29 544](https://example.nl/a), nr. 959)",
        "(29 544², nr. 959)",
    ] {
        let found = read(text);
        assert!(found.ends_with("= kst-29544-959 ?") && !found.contains('\n'), "{text}: {found}");
    }
    assert_eq!(read("29 544,\n\nnr. 959"), "");
    assert_eq!(read("nr. 356\n\n(29521)"), "");
}

#[test]
fn every_joint_takes_the_separator() {
    let separators = [
        " ", "  ", "\u{A0}", "\u{202F}", "\n", " \n", "\r\n", "\n  ", "\n> ", "&nbsp;", "* ", " **", "² ",
        " [",
    ];
    for (template, meant) in [
        ("29_544,_nr._959,_p._3", "kst-29544-959 p. 3"),
        ("36_410_VII,_nrs._12,_14_en_16", "kst-36410-VII-12; kst-36410-VII-14; kst-36410-VII-16"),
        ("29_521_en_34_952,_nr._403", "kst-29521-403 with 34952"),
        ("35570-_XIV-_46", "kst-35570-XIV-46"),
        ("21501-_08-_765", "kst-21501-08-765"),
        ("nr._356_(_29_521_)", "kst-29521-356"),
        ("nr._726,_was_nr._719_(21501-08_)", "kst-21501-08-726; kst-21501-08-719"),
        ("nr._726_(t.v.v._nr._719)_(21501-08)", "kst-21501-08-726; kst-21501-08-719"),
        ("2019–2020,_35_300_XV,_nr._28", "kst-35300-XV-28"),
        ("36_410_XIII", "dossier/36410-XIII"),
        ("35_934_(R2158)", "dossier/35934"),
        ("35_673_EK_B", "kst-35673-B"),
    ] {
        for joint in 0..template.matches('_').count() {
            for separator in separators {
                let mut parts = template.split('_');
                let mut printed = parts.next().unwrap().to_owned();
                for (at, part) in parts.enumerate() {
                    // The joints of a dash have nothing where the others have a blank.
                    let usual = if printed.ends_with(['-', '(']) || part.starts_with(')') { "" } else { " " };
                    printed += if at == joint { separator } else { usual };
                    printed += part;
                }
                let found = read(&format!("Zie ({printed}), en verder."));
                let expected = format!("{} = {meant}", printed.escape_debug());
                assert_eq!(found.trim_end_matches(" ?"), expected, "{template} with {separator:?}");
            }
        }
    }
}

#[test]
fn a_paper_does_not_cite_its_own_number() {
    let print = "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2022–2023\n\n36 171 Wijziging van de Woningwet\n\nNr. 11 MOTIE VAN HET LID BECKERMAN\n";
    assert_eq!(read_letter(&format!("{print}\nDe Kamer,\n\n36171-11\n")), "");
    assert_eq!(read_letter(&format!("{print}\nDe Kamer,\n\nzie 36171-12\n")), "36171-12 = kst-36171-12 ?");
}

#[test]
fn numbers_of_other_kinds() {
    for text in [
        // Amounts and what they count.
        "Er kwamen 29 521 handtekeningen.",
        "een bedrag van € 29 521",
        "29 521 euro, nr. drie",
        "van 25000-30000 inwoners",
        "tussen 25 000 – 30 000 euro",
        "van 35000 – 40 procent meer",
        "1 234 567, nr. 5 in de lijst",
        "12.345.678",
        "29.521,50",
        "25 000 V gelijkspanning",
        "10 000-200 stuks",
        "het aantal asielzoekers (29521)",
        "het aantal asielzoekers (29 521)",
        "ruim dertigduizend deelnemers (29 521)",
        "In de brief staat het aantal huishoudens (29521).",
        "Dat zijn de gemeenten (36 410).",
        "Begroting 12 345 (23 456)",
        "| Opbrengst | 12 345 | (23 456) |",
        "Amsterdam (36 410) en Utrecht (29 521)",
        "bestelnummer 29521-385, artikelnummer 29911-226",
        "build 29.521-12",
        "ISO 27001-2 en NEN-EN 15804-2",
        "in 2019 (29521) en in 2020 (30196)",
        // Dates, sessions and times.
        "27-03-2020",
        "2019-2020",
        "vergaderjaar 2019–2020",
        "in 2019-2020, 35 300 leerlingen",
        "op 12 oktober 2016, nr. 12",
        // Addresses, telephones and accounts.
        "1234 AB Amsterdam",
        "070-3183000",
        "telefoon 070 318 30 00",
        "tel. 35124-123",
        "+31 20 35124-12",
        "NL91 ABNA 0417 1643 00",
        "Postbus 20018, nr. 5",
        "zaaknummer 34567-22",
        "projectnr. 34567, nr. 22",
        "ons kenmerk 29521-385",
        "nr. 29381/09",
        // Pieces of other identifiers, addresses and names of files.
        "W2024X35124",
        "qry=wetsvoorsteldetails&id=36410-V",
        "ISBN 978-90-12345-67-8",
        "ISSN 0921 - 7371",
        "https://zoek.officielebekendmakingen.nl/dossier/35570-XIV-46",
        "https://example.nl/?id=29911-226&nr=3",
        "x29911-226",
        "29911-226.pdf",
        "29911-226-3",
        "artikel 12, nr. 3 (b)",
        "nr. 5 (12 leden)",
        "nr. 5 (2019)",
        // A number of five digits alone.
        "35124",
        "36 410",
    ] {
        silent(text);
    }
}

#[test]
fn what_belongs_to_another_family_is_left_to_it() {
    for whole in ["ah-tk-20242025-566", "kst-36171-11", "2024D28457"] {
        let found = read(whole);
        assert!(found.starts_with(&format!("{whole} = ")) && !found.contains('\n'), "{found}");
    }
}
