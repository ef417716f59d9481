//! Several numbers, papers, dossiers, chambers and sessions in one citation.

use super::super::super::fixture::{means, read};

#[test]
fn numbers_in_parentheses() {
    means("Kamerstuk 33 529 (nr. 46)", "kst-33529-46");
    means("Kamerstuk 33 529 (nrs. 46 en 48)", "kst-33529-46; kst-33529-48");
    means(
        "Kamerstukken I 2003/04, 28 746 (A, B en C)",
        "kst-20032004-28746-A; kst-20032004-28746-B; kst-20032004-28746-C",
    );
    means("Kamerstukken I 1997/98, 25 280 (212)", "kst-19971998-25280-212");
    means(
        "Kamerstukken I 1997/98, 25 280 (212, 212a); 1998/99, 25 280 (31, 31b)",
        "kst-19971998-25280-212; kst-19971998-25280-212a; kst-19981999-25280-31; kst-19981999-25280-31b",
    );
    // What may be a footnote's mark or a year is no number.
    assert_eq!(read("(Kamerstuk 33 529 (3))"), "Kamerstuk 33 529 = dossier/33529");
    assert_eq!(read("(Kamerstuk 33 529 (12 mei 2023))"), "Kamerstuk 33 529 = dossier/33529");
}

#[test]
fn the_keyword_is_named_once() {
    means("Kamerstukken II 2019/20, 35 526, nr. 3; I 2020/21, 35 526, C", "kst-35526-3; kst-35526-C");
    means("Kamerstukken II 2019/20, 35 526, nr. 3; 2020/21, nr. 44", "kst-35526-3; kst-35526-44");
    means(
        "Kamerstukken II 2003/04, 28 746, nr. 6 en I 2004/05, 28 746, A",
        "kst-28746-6; kst-20042005-28746-A",
    );
    means(
        "Kamerstukken 33 529, nr. 46, 32 849, nr. 9 en 31 239, nr. 4",
        "kst-33529-46; kst-32849-9; kst-31239-4",
    );
    means("Kamerstuk 33 529, nr. 46, alsmede 32 849, nr. 9", "kst-33529-46; kst-32849-9");
    means("Kamerstuk 33 529, nr. 46 resp. nr. 48", "kst-33529-46; kst-33529-48");
    means("Kamerstukken 35 925 VI, nr. 7 en VII, nr. 8", "kst-35925-VI-7; kst-35925-VII-8");
    means("Kamerstukken 35 925 VI en VII, nr. 7", "kst-35925-VI-7 with 35925-VII");
    means("Kamerstuk 30 800 IXA/B, nr. 5", "kst-30800-IXA-5 with 30800-IXB");
    means("Kamerstuk 30 800 IX A/B, nr. 5", "kst-30800-IXA-5 with 30800-IXB");
    means("Kamerstuk 33 000-IX-B, nr. 26", "kst-33000-IXB-26");
    means("Kamerstukken 32 849/33 529, nr. 9", "kst-32849-9 with 33529");
    assert_eq!(
        read("Kamerstuk 32 849, nr. 9 en Kamerstuk 33 529, nr. 46"),
        "Kamerstuk 32 849, nr. 9 = kst-32849-9\nKamerstuk 33 529, nr. 46 = kst-33529-46"
    );
}

#[test]
fn ranges_of_numbers_and_letters() {
    for text in
        ["nrs. 5-7", "nrs. 5 – 7", "nrs. 5 t/m 7", "nr. 5 tot en met 7", "nr. 5 t/m nr. 7", "nrs. 5, 6 en 7"]
    {
        means(&format!("Kamerstuk 33 529, {text}"), "kst-33529-5; kst-33529-6; kst-33529-7");
    }
    means("Kamerstukken I 2011/12, 32 761, A t/m C", "kst-32761-A; kst-32761-B; kst-32761-C");
    means(
        "Kamerstukken I 1998/99, 25 877, nrs. 88a-88c",
        "kst-19981999-25877-88a; kst-19981999-25877-88b; kst-19981999-25877-88c",
    );
    means("Kamerstuk 33 529, nr. 385/386", "kst-33529-385; kst-33529-386");
    means("Kamerstuk 33 529, nrs. 5 tot 7", "kst-33529-5; kst-33529-6; kst-33529-7");
    for text in ["nrs. 5 tot 7 miljoen", "nr. 5 tot 12 maart 2023"] {
        let found = read(&format!("Kamerstuk 33 529, {text}"));
        assert!(found.ends_with(" = kst-33529-5"), "{text}: {found}");
    }
}

#[test]
fn what_is_told_of_papers_or_counted_behind_their_numbers() {
    for told in [" van 2020", " van 12 mei 2020", " (brief van de minister)"] {
        assert_eq!(
            read(&format!("Kamerstuk 33 529, nr. 385 en 386{told}")),
            "Kamerstuk 33 529, nr. 385 en 386 = kst-33529-385; kst-33529-386",
            "{told}"
        );
    }
    assert_eq!(read("Kamerstuk 33 529, nrs. 385 en 12 moties"), "Kamerstuk 33 529, nrs. 385 = kst-33529-385");
    assert_eq!(
        read("Kamerstuk 33 529, nrs. 385 en 386 heb ik"),
        "Kamerstuk 33 529, nrs. 385 en 386 = kst-33529-385; kst-33529-386"
    );
}

#[test]
fn the_sign_of_one_before_several() {
    means("Kamerstuk 33 529, nr. 5, 7 en 9", "kst-33529-5; kst-33529-7; kst-33529-9");
    means("Kamerstuk 33 529, 5 en 7", "kst-33529-5; kst-33529-7");
    assert_eq!(
        read("Kamerstuk 33 529, nr. 5 en 7 en Stb. 2019, 12"),
        "Kamerstuk 33 529, nr. 5 en 7 = kst-33529-5; kst-33529-7\nStb. 2019, 12 = stb-2019-12"
    );
    for text in [
        "Kamerstuk 33 529, nr. 5, 7 en 9 maart",
        "Kamerstuk 33 529, nr. 5, 2019",
        "Kamerstuk 33 529, nr. 5, 3e alinea",
        "Kamerstuk 33 529, nr. 5, artikel 3",
        "Kamerstuk 33 529, nr. 5 en 12 van de 30 gemeenten",
        "Kamerstuk 33 529, nr. 5 en de brief van 12 mei, nr. 9",
        "Kamerstuk 33 529, nr. 5, 23",
    ] {
        assert_eq!(read(text), "Kamerstuk 33 529, nr. 5 = kst-33529-5", "{text}");
    }
}
