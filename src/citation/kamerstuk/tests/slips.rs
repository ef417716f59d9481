//! Malformed citations: what was meant, and what is wrong.

use super::super::super::fixture::{means, read};

#[test]
fn numbers_that_no_paper_has() {
    means("Kamerstuk 33 529, nr. 12345", "dossier/33529 !malformed-number «12345»");
    means("Kamerstuk 33 802, nr. ABC", "dossier/33802 !malformed-number «ABC»");
    assert_eq!(
        read("Kamerstuk 33 529, nr. XXX"),
        "Kamerstuk 33 529, nr. = dossier/33529 !missing-number «nr.»"
    );
    means("Kamerstuk 33 529, nrs. 9–7", "kst-33529-9; kst-33529-7 !backward-range «9–7»");
    means("Kamerstuk 33 529, nr. 9 t/m 7", "kst-33529-9; kst-33529-7 !backward-range «9 t/m 7»");
}

#[test]
fn signs_that_are_mistyped() {
    for text in ["nr.. 46", "nr, 46", "nr.46", "nr 46", "nr. : 46"] {
        means(&format!("Kamerstuk 33 529, {text}"), "kst-33529-46");
    }
}

#[test]
fn dossiers_that_are_mistyped() {
    for text in ["33,529", "335 29", "3 3529", "335.29"] {
        means(
            &format!("Kamerstuk {text}, nr. 46"),
            &format!("kst-33529-46 !malformed-dossier «{text}» -> 33 529"),
        );
    }
    means("Kamerstuk 33.529.46", "kst-33529-46");
    assert_eq!(read("Kamerstuk 33.529.000 gemeenten"), "Kamerstuk 33.529 = dossier/33529");
    means("Kamerstuk 2150102, nr. 2714", "kst-21501-02-2714 !malformed-dossier «2150102» -> 21 501-02");
    means("Kamerstuk 335299, nr. 46", " !malformed-dossier «335299»");
    means("Kamerstukken II 2019/20, 3352, nr. 46", " !malformed-dossier «3352»");
    means("Kamerstukken II 1958/59, 5380, nr. 3", "kst-5380-3");
}

#[test]
fn chapters_that_are_mistyped() {
    means("Kamerstuk 36 410 VIIII, nr. 3", "kst-36410-IX-3 !malformed-toevoeging «VIIII» -> IX");
    means("Kamerstuk 36 410 xv, nr. 3", "kst-36410-XV-3 !malformed-toevoeging «xv» -> XV");
    means("Kamerstuk 36 410 IIX, nr. 3", " !malformed-toevoeging «IIX»");
    means("Kamerstuk 21 501/02, nr. 1446", "kst-21501-02-1446");
    means("Kamerstuk 21 501-2, nr. 1446", "kst-21501-02-1446 !malformed-toevoeging «2» -> 02");
}

#[test]
fn sessions_that_are_mistyped() {
    for (text, right) in [
        ("2022/-23", "2022/23"),
        ("20222023", "2022/23"),
        ("22/23", "2022/23"),
        ("2022-'23", "2022/23"),
        ("2022/ 23", ""),
    ] {
        let problem =
            if right.is_empty() { String::new() } else { format!(" !session-year «{text}» -> {right}") };
        means(&format!("Kamerstukken II {text}, 36 229, nr. 29"), &format!("kst-36229-29{problem}"));
    }
}
