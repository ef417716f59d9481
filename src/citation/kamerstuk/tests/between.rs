//! What stands between dossier, number and page.

use super::super::super::fixture::{means, read};
use super::super::forms;

#[test]
fn kinds_of_papers() {
    for text in [
        "Kamerstukken II 2018/19, 35 086, nr. 3, p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3 MvT, blz. 23",
        "Kamerstukken II 2018/19, 35 086, 3 (MvT), p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3 (MvT), p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3, Memorie van Toelichting, pag. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3 (bijlage IV), bladzijde 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3, bijlage 2, p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3 herdruk, p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3, § 5.2, p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3, par. 5.2, p. 23",
        "Kamerstukken II 2018/19, 35 086, nr. 3 (p. 23)",
        "Kamerstukken II 2018/19, 35 086, nr. 3, p. 23, linkerkolom",
        "Kamerstukken II 2018/19, 35 086, nr. 3, p. 23 r.k.",
        "Kamerstukken II 2018/19, 35 086 (Wet kwaliteit), nr. 3, p. 23",
        "Kamerstukken II 2018/19, 35 086, memorie van toelichting, nr. 3, p. 23",
    ] {
        means(text, "kst-35086-3 p. 23");
    }
    means(
        "Kamerstukken II 2018/19, 35 086, nr. 3 (MvT), nr. 5 (verslag) en nr. 6 (NnavV), p. 9",
        "kst-35086-3; kst-35086-5; kst-35086-6 p. 9",
    );
}

#[test]
fn names_and_signs_in_front_of_the_number() {
    for text in [
        "Kamerstuk 24 587, motie nr. 812",
        "Kamerstuk 24 587, motie-Van Nispen, nr. 812",
        "Kamerstuk 24 587, motie van het lid Van Nispen c.s. nr. 812",
        "Kamerstuk 24 587, amendement nr. 812",
        "Kamerstuk 24 587, onder nr. 812",
        "Kamerstuk 24 587, stuk nr. 812",
        "Kamerstuk 24 587, ondernummer 812",
        "Kamerstuk 24 587 nummer 812",
        "Kamerstuk 24 587, no. 812",
        "Kamerstuk 24 587: nr. 812",
        "Kamerstuk 24 587 – nr. 812",
        "Kamerstuk 24587/812",
    ] {
        means(text, "kst-24587-812");
    }
}

#[test]
fn what_follows_stays_out() {
    for text in [
        "Kamerstuk 24 587, nr. 812 (herdruk)",
        "Kamerstuk 24 587, nr. 812, Memorie van Toelichting",
        "Kamerstuk 24 587, nr. 812, waarin op p. 3 staat",
        "Kamerstuk 24 587, nr. 812 (motie-Segers)",
        "Kamerstuk 24 587, nr. 812, § 5.2",
        "Kamerstuk 24 587, nr. 812, bijlage 3",
    ] {
        assert_eq!(read(text), "Kamerstuk 24 587, nr. 812 = kst-24587-812", "{text}");
    }
    // Another paper between parentheses is no aside.
    assert_eq!(
        read("Kamerstuk 24 587 (zie ook Kamerstuk 29 279, nr. 9), nr. 812"),
        "Kamerstuk 24 587 = dossier/24587\nKamerstuk 29 279, nr. 9 = kst-29279-9"
    );
}

#[test]
fn chapters_funds_and_kingdom() {
    for text in [
        "Kamerstuk 36 600 VII, nr. 3",
        "Kamerstuk 36 600, hoofdstuk VII, nr. 3",
        "Kamerstuk 36 600 (hoofdstuk VII), nr. 3",
        "Kamerstuk 36 600 hfst. VII, nr. 3",
        "Kamerstuk 36 600 (VII), nr. 3",
        "Kamerstuk 36.600-VII-3",
    ] {
        means(text, "kst-36600-VII-3");
    }
    means("Kamerstuk 30 800 IX B, nr. 5", "kst-30800-IXB-5");
    means("Kamerstuk 36 600 M-3", "kst-36600-M-3");
    for text in [
        "Kamerstuk 34 293 (R2055), nr. 3",
        "Kamerstuk 34 293-(R2055), nr. 3",
        "Kamerstuk 34 293, (R 2055), nr. 3",
        "Kamerstuk 34 293 R2055, nr. 3",
        "Kamerstuk 34293-(R2055)-3",
        "Kamerstuk 34 293/R2055, nr. 3",
    ] {
        means(text, "kst-34293-3");
    }
    means("Kamerstukken II 1999/2000, 23 908 (R1519), nrs. 95 en 96", "kst-23908-R1519-95; kst-23908-96");
    means("Kamerstuk 33 852, nr. 6", "kst-33852-R2023-6");
}

#[test]
fn letters_that_may_be_initials() {
    for (text, meant) in [
        ("Kamerstuk 29521, J. Jansen)", "Kamerstuk 29521 = dossier/29521"),
        ("Kamerstuk 33 802, C. Bakker heeft", "Kamerstuk 33 802 = dossier/33802"),
        ("Kamerstuk 33 802, C. De Kamer", "Kamerstuk 33 802, C = kst-33802-C"),
        (
            "Kamerstukken I 2014/15, 33 802, C. Bakker heeft",
            "Kamerstukken I 2014/15, 33 802, C = kst-33802-C",
        ),
        ("Kamerstuk 33 802, nr. C. Bakker heeft", "Kamerstuk 33 802, nr. C = kst-33802-C"),
    ] {
        assert_eq!(read(text), meant);
    }
}

#[test]
fn every_blank_of_every_form_may_be_what_print_leaves() {
    for example in forms::KEYWORD.iter().chain(forms::BEFORE_NUMBER).flat_map(|form| form.examples) {
        let clean = read(example.printed);
        let meaning = clean.split_once(" = ").map(|(_, meaning)| meaning.split(" !").next()).unwrap();
        for separator in
            ["\u{A0}", "\n", " \n", "\r\n", "  ", "&nbsp;", "\n> ", "* ", " [", "](https://example.nl/a) "]
        {
            for (at, _) in example.printed.match_indices(' ') {
                let text = format!("{}{separator}{}", &example.printed[..at], &example.printed[at + 1..]);
                let found = read(&text);
                let found = found.split_once(" = ").map(|(_, meaning)| meaning.split(" !").next());
                assert_eq!(found, Some(meaning), "{text:?}");
            }
        }
    }
}
