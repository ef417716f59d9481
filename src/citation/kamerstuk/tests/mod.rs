//! The family of Kamerstukken, form by form.

mod between;
mod keywords;
mod lists;
mod slips;

use crate::letter::Letter;

use super::super::fixture::{means, read};
use super::super::{Context, recognise};

#[test]
fn the_printed_house_style() {
    means("Kamerstuk 29 521, nr. 385", "kst-29521-385");
    means("Kamerstuk \n29 521, nr. 385", "kst-29521-385");
    means("Kamerstukken 29 521, nr. 385", "kst-29521-385");
    means("Kamerstuk 36 410 VI, nr. 12", "kst-36410-VI-12");
    means("Kamerstuk 35 570-VI, nr. 12", "kst-35570-VI-12");
    means("Kamerstuk 21 501-02, nr. 2870", "kst-21501-02-2870");
    means("Kamerstuk 36 410 A, nr. 51", "kst-36410-A-51");
    means("Kamerstuk 34 632 (R2080), nr. 7", "kst-34632-7");
    means("Kamerstuk: 29 521, nr. 385", "kst-29521-385");
}

#[test]
fn chamber_and_session_year() {
    means("Kamerstukken II 2009/10, 32450, nr. 3, p. 17", "kst-32450-3 p. 17");
    means("Kamerstuk II 28286, nr. 1056", "kst-28286-1056");
    means("Kamerstukken, 2022-2023, 29628, nr. 1135", "kst-29628-1135");
    means("Kamerstukken II, 2021–2022, 29 279, nr. 353", "kst-29279-353");
    means("Kamerstukken II, vergaderjaar 2022/2023 36 229, nr. 29", "kst-36229-29");
    means("Kamerstukken Tweede Kamer 31-700 XII nr 6", "kst-31700-XII-6");
    means("Kamerstukken 2, 2008-2009, 31459, 22", "kst-31459-22");
    means("Kamerstukken 11, 2008-2009, 31459, nr. 22", "kst-31459-22");
    means("Kamerstukken II 2021/22,36 021, nr.6", "kst-36021-6");
    means("Kamerstukken II, Zitting 1958-1959-5380, Nr. 3, blz. 41", "kst-5380-3 p. 41");
    means("Kamerstukken II 1993/94-1996/97, 23761", "dossier/23761");
}

#[test]
fn letters_of_the_eerste_kamer() {
    means("Kamerstukken I 2014/15, 33802, C, p. 3", "kst-33802-C p. 3");
    means("Kamerstukken I 2021/22, 35 925, nr. E", "kst-35925-E");
    means("Kamerstuk 35302-F", "kst-35302-F");
    means("Kamerstuk 34 430, nr. AB", "kst-34430-AB");
    means("Kamerstuk 35 570, C", "kst-35570-C");
    means("Kamerstukken I 2008/09, 31700 VI, D, p. 4", "kst-20082009-31700-VI-D p. 4");
    means("Kamerstukken I 1995/96, 23700, nr. 188b, p. 3", "kst-19951996-23700-188b p. 3");
    means("Kamerstukken I 1979/80, 15 516, nr. 42e, blz. 7", "kst-15516-42e p. 7");
    means("Kamerstuk CXXIV, G", "kst-CXXIV-G");
}

#[test]
fn several_papers() {
    means("Kamerstuk 29 521, nrs. 368 en 385", "kst-29521-368; kst-29521-385");
    means("Kamerstuk 29 521, nrs. 3, 5 en 7", "kst-29521-3; kst-29521-5; kst-29521-7");
    means("Kamerstuk 29 521, nr. 3 en nr. 5", "kst-29521-3; kst-29521-5");
    means(
        "Kamerstukken II 1999-2000, 26 271, nr. 6, p. 15-16; nr. 7, p. 5-6",
        "kst-26271-6 p. 15-16; kst-26271-7 p. 5-6",
    );
    means(
        "Kamerstukken II 2020/21, 35 625, nr. 4, p. 12 en 13, en nr. 6",
        "kst-35625-4 p. 12, 13; kst-35625-6",
    );
    means(
        "kamerstukken II 1999/00, 26 824, nrs. 1–3 pag 4 e v.",
        "kst-26824-1 p. 4 e.v.; kst-26824-2 p. 4 e.v.; kst-26824-3 p. 4 e.v.",
    );
    means("Kamerstuk 29 521, nr. 1 t/m 3", "kst-29521-1; kst-29521-2; kst-29521-3");
    means("Kamerstuk-ken 23 645, nr. 811 en 29 984, nr. 1207", "kst-23645-811; kst-29984-1207");
}

#[test]
fn the_number_of_a_joint_paper_belongs_to_the_dossier_named_first() {
    means("Kamerstukken 29 521 en 34 952, nr. 403", "kst-29521-403 with 34952");
    means("Kamerstukken 31728, 30914, nr. 5", "kst-31728-5 with 30914");
    means("Kamerstukken 36 600 B en 36 600 C, nr. 6", "kst-36600-B-6 with 36600-C");
}

#[test]
fn whole_dossiers() {
    means("Kamerstuk 34 986", "dossier/34986");
    means("Kamerstukken 31945", "dossier/31945");
    means("Kamerstuk 36 410 B", "dossier/36410-B");
    means("Kamerstukken 29 521 en 34 952", "dossier/29521; dossier/34952");
}

#[test]
fn dashes_join_dossier_and_number() {
    means("Kamerstuk 31865-207", "kst-31865-207");
    means("Kamerstuk 22112–2949", "kst-22112-2949");
    means("Kamerstuk 21501-20-2128", "kst-21501-20-2128");
    means("Kamerstuk 35570-XIV-46", "kst-35570-XIV-46");
}

#[test]
fn whatever_print_and_markup_put_between_the_parts() {
    for text in [
        "Kamerstuk\u{A0}29\u{A0}521, nr.\u{A0}385",
        "Kamerstuk29 521,nr.385",
        "Kamer-\nstuk 29 521, nr. 385",
        "Kamerstuk 29\n> 521, nr. 385",
        "Kamerstuk 29 521,\r\nnr.\r\n385",
        "Kamerstuk* 29 521, nr\\. 385",
        "Kamerstuk&nbsp;29&nbsp;521, nr.&nbsp;385",
        "Kamerstuk [29 521](https://example.nl/a), nr. 385",
        "Kamerstuk2 29 521, nr. 385",
        "Kamer\u{AD}stuk 29 521, nr. 385",
    ] {
        means(text, "kst-29521-385");
    }
    assert_eq!(read("3Kamerstuk 29 521, nr. 385"), "Kamerstuk 29 521, nr. 385 = kst-29521-385");
    assert_eq!(read("(Kamerstuk 23 432, nr.537)heb"), "Kamerstuk 23 432, nr.537 = kst-23432-537");
    assert_eq!(
        read("*Kamerstukken II* 2015/16, 34442, nr. 3"),
        "Kamerstukken II* 2015/16, 34442, nr. 3 = kst-34442-3"
    );
}

#[test]
fn a_blank_line_ends_a_citation() {
    assert_eq!(read("Kamerstuk 29 521\n\nnr. 385"), "Kamerstuk 29 521 = dossier/29521");
    assert_eq!(read("Kamerstuk\n\n29 521, nr. 385"), "29 521, nr. 385 = kst-29521-385 ?");
}

#[test]
fn what_is_malformed_is_read_as_what_was_meant() {
    means("Kamerstuk 295 21, nr. 368", "kst-29521-368 !malformed-dossier «295 21» -> 29 521");
    means("Kamerstuk 29 52, nr. 368", " !malformed-dossier «29 52»");
    means("Kamerstuk 21 501-02, nr.", "dossier/21501-02 !missing-number «nr.»");
    let unfinished = "Kamerstuk 21 501-02, nr = dossier/21501-02 !missing-number «nr»";
    assert_eq!(read("Kamerstuk 21 501-02, nr\nen verder").trim_end(), unfinished);
    means(
        "Kamerstukken II 2013-2014, 33.950, pag. 2 en 6",
        "dossier/33950 p. 2, 6 !missing-number «pag. 2 en 6»",
    );
    means(
        "Kamerstukken I, 1969-1970, 9595,9596, blz 1092",
        "dossier/9595 p. 1092; dossier/9596 p. 1092 !missing-number «blz 1092»",
    );
    means("Kamerstukken II 2019/21, 29 521, nr. 404", "kst-29521-404 !session-year «2019/21»");
    means(
        "Kamerstukken II, 1985/- 86, 19 559, nr. 6, blz. 7",
        "kst-19559-6 p. 7 !session-year «1985/- 86» -> 1985/86",
    );
}

#[test]
fn what_is_no_citation() {
    for text in [
        "uw Kamer heeft 29 521 handtekeningen",
        "(Kamerstuk: 147990u)",
        "Kamerstukken van 2019 en later",
        "Kamerstuk 2019",
        "Kamerstuknummer 12",
        "Kamerstuk 2024D284",
        "Kamerstuk 2024D284571",
        "Tweede Kamer, vergaderjaar 2022–2023",
        "kamerstukken 12 en 13",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn a_word_that_takes_up_the_papers_ends_a_list() {
    for (text, ids) in [
        ("Kamerstuk 29 521, nr. 385 en 386 zijn besproken", "kst-29521-385; kst-29521-386"),
        ("Kamerstuk 29 521, nr. 385 en 386 brieven", "kst-29521-385"),
    ] {
        assert!(read(text).ends_with(&format!("= {ids}")), "{}", read(text));
    }
}

#[test]
fn what_goes_on_as_prose_is_not_drawn_in() {
    for (text, expected) in [
        ("Kamerstuk 29 521, nr. 385 en 12 andere brieven", "Kamerstuk 29 521, nr. 385 = kst-29521-385"),
        ("Kamerstuk 31 839, nr. 1031, 5 november 2024, Brief", "Kamerstuk 31 839, nr. 1031 = kst-31839-1031"),
        ("Kamerstuk 31 793 nr. 274. Verwachtingen", "Kamerstuk 31 793 nr. 274 = kst-31793-274"),
        ("Kamerstuk 29 521, 27 maart 2020", "Kamerstuk 29 521 = dossier/29521"),
        ("Kamerstukken 29 521 en 12 345 soldaten", "Kamerstukken 29 521 = dossier/29521"),
        ("Kamerstuk 29 521, I.M. de Vries", "Kamerstuk 29 521 = dossier/29521"),
        ("Kamerstuk 34 104, nr. 382 A. Bakker", "Kamerstuk 34 104, nr. 382 = kst-34104-382"),
    ] {
        assert_eq!(read(text), expected);
    }
}

#[test]
fn each_target_of_a_list_has_its_own_span() {
    let text = "Kamerstukken 23 645, nr. 811 en 29 984, nrs. 1207, p. 3, en 1208";
    let letter = Letter::default();
    let citations = recognise(text, &Context { letter: &letter, own: None });
    let spans: Vec<&str> = citations[0].targets.iter().map(|target| target.span.of(text)).collect();
    assert_eq!(spans, ["23 645, nr. 811", "1207, p. 3", "1208"]);
}

#[test]
fn dates_items_and_amounts_are_not_drawn_in() {
    for (text, meant) in [
        (
            "Kamerstukken 29 521, nrs. 385 en 386, 27 maart 2020",
            "Kamerstukken 29 521, nrs. 385 en 386 = kst-29521-385; kst-29521-386",
        ),
        ("Kamerstuk 36 045, nr. 12 – 27 maart 2020", "Kamerstuk 36 045, nr. 12 = kst-36045-12"),
        ("Kamerstuk 36 045 – 27 maart 2020", "Kamerstuk 36 045 = dossier/36045"),
        ("- Kamerstuk 36 045, nr. 5\n- 12 missies", "Kamerstuk 36 045, nr. 5 = kst-36045-5"),
        ("- Kamerstuk 36 045\n  – 12 missies", "Kamerstuk 36 045 = dossier/36045"),
        ("Kamerstuk 29 521, nr. 385 en 3.000 militairen", "Kamerstuk 29 521, nr. 385 = kst-29521-385"),
        ("Kamerstuk 29 521, nr. 385 en 1,5 miljoen", "Kamerstuk 29 521, nr. 385 = kst-29521-385"),
    ] {
        assert_eq!(read(text), meant);
    }
}

#[test]
fn what_a_colon_a_single_year_and_a_lost_blank_leave() {
    means("Kamerstuk 29 521, nr.: 385", "kst-29521-385");
    means("Kamerstukken II 2019, 29 521, nr. 385", "kst-29521-385");
    means("Kamerstuk 36 410nr. 2", "kst-36410-2");
    means("Kamerstuk 29 521, nr. 385, p. 3, 36045, nr. 2", "kst-29521-385 p. 3; kst-36045-2");
    assert_eq!(
        read("Kamerstuk 29 521, nr. XX"),
        "Kamerstuk 29 521, nr. = dossier/29521 !missing-number «nr.»"
    );
}

#[test]
fn footnote_marks_that_were_set_as_such_change_nothing() {
    for (text, meant) in [
        ("(Kamerstuk 34 986²)", "Kamerstuk 34 986 = dossier/34986"),
        ("Kamerstuk 29 521², nr. 385³", "Kamerstuk 29 521², nr. 385 = kst-29521-385"),
        (
            "Kamerstukken 29 521 en 34 952¹, nr. 403",
            "Kamerstukken 29 521 en 34 952¹, nr. 403 = kst-29521-403 with 34952",
        ),
        ("Kamerstuk 36 410 X², nr. 3", "Kamerstuk 36 410 X², nr. 3 = kst-36410-X-3"),
        (
            "Kamerstuk 29 521, nr. 385[^1] en 386[^2].",
            "Kamerstuk 29 521, nr. 385[^1] en 386 = kst-29521-385; kst-29521-386",
        ),
        ("Kamerstukken II 2019/20¹, 29 521, nr. 3", "Kamerstukken II 2019/20¹, 29 521, nr. 3 = kst-29521-3"),
    ] {
        assert_eq!(read(text), meant);
    }
}
