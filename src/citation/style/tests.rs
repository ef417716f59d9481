//! Citations in each style, and that each of them read again means the same.

use super::super::fixture::citations;
use super::super::{Citation, forms};
use super::*;

/// What a citation is in the three styles; a dash where it has no words.
fn in_styles(text: &str) -> [String; 3] {
    let citations = citations(text);
    let [citation] = &citations[..] else { panic!("{text}: {citations:?}") };
    Style::NAMES.map(|(_, style)| in_style(citation, style).unwrap_or_else(|| "-".to_owned()))
}

#[track_caller]
fn check(text: &str, [kamer, leidraad, aanwijzingen]: [&str; 3]) {
    assert_eq!(in_styles(text), [kamer, leidraad, aanwijzingen], "{text}");
}

/// What counts of citations: papers with their dossiers and pages, and pages that a list has yet to place.
fn meaning(citations: &[Citation]) -> Vec<String> {
    let targets = citations.iter().flat_map(|it| &it.targets).map(|target| {
        let pin = target.pin.as_ref().map_or("", |pin| &pin.text);
        let others = target.dossiers.iter().skip(1).map(|mention| mention.dossier.to_string());
        format!("{} {pin} {}", target.id, others.collect::<Vec<_>>().join(" "))
    });
    let pages = citations.iter().flat_map(|it| &it.pages);
    let pages = pages.map(|it| format!("{:?}", it.range));
    targets.chain(pages).collect()
}

#[test]
fn papers() {
    check(
        "Kamerstukken II, vergaderjaar 2015/2016, 34 442, nr. 3, blz. 7",
        [
            "Kamerstuk 34 442, nr. 3, p. 7",
            "Kamerstukken II 2015/16, 34442, nr. 3, p. 7",
            "Kamerstukken II 2015/16, 34442, nr. 3, p. 7",
        ],
    );
    check(
        "Kamerstukken I 2014/15, 33 802, nr. C",
        ["Kamerstuk 33 802, C", "Kamerstukken I 2014/15, 33802, C", "Kamerstukken I 2014/15, 33802, C"],
    );
    // The house style has neither chamber nor session, and so the others cannot be made of it.
    check("Kamerstuk 29 521, nr. 385", ["Kamerstuk 29 521, nr. 385", "-", "-"]);
    check("Kamerstuk 34 986", ["Kamerstuk 34 986", "Kamerstukken 34986", "Kamerstukken 34986"]);
}

#[test]
fn the_session_that_is_part_of_the_number_is_printed_in_every_style() {
    check(
        "Kamerstukken I 2008/09, 31 700 VI, D, p. 4",
        [
            "Kamerstuk I 2008–2009, 31 700 VI, D, p. 4",
            "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
            "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
        ],
    );
    check(
        "Kamerstukken I 1999/2000, 26 824, nr. 188b",
        [
            "Kamerstuk I 1999–2000, 26 824, nr. 188b",
            "Kamerstukken I 1999/00, 26824, nr. 188b",
            "Kamerstukken I 1999/00, 26824, nr. 188b",
        ],
    );
}

#[test]
fn several_papers() {
    for (text, kamer) in [
        ("Kamerstuk 29 521 en 34 952, nr. 403", "Kamerstukken 29 521 en 34 952, nr. 403"),
        ("Kamerstuk 29 521, nr. 3, nr. 5 en nr. 7", "Kamerstukken 29 521, nrs. 3, 5 en 7"),
        ("Kamerstukken 26 824, nrs. 1 t/m 3, blz. 4", "Kamerstukken 26 824, nrs. 1-3, p. 4"),
        (
            "Kamerstukken 26 271, nr. 6, p. 15-16; nr. 7, p. 5",
            "Kamerstukken 26 271, nr. 6, p. 15-16 en nr. 7, p. 5",
        ),
        (
            "Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207",
            "Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207",
        ),
    ] {
        assert_eq!(in_styles(text)[0], kamer, "{text}");
    }
}

#[test]
fn what_a_style_cannot_say() {
    // A number that is missing is missing in every style.
    for text in ["Kamerstuk 29 521, nr.", "Kamerstuk 29 521, p. 3"] {
        check(text, ["-", "-", "-"]);
    }
}

#[test]
fn every_example_read_again_in_any_style_means_the_same() {
    let mut printed = 0;
    for example in forms().flat_map(|form| form.examples) {
        for citation in citations(example.printed).iter().filter(|citation| !citation.is_inferred()) {
            for (name, style) in Style::NAMES {
                let Some(words) = in_style(citation, style) else { continue };
                let again = citations(&words);
                assert_eq!(
                    meaning(&again),
                    meaning(std::slice::from_ref(citation)),
                    "{} in the style {name}: {words}",
                    example.printed
                );
                // The words that were printed are all of the citation.
                assert_eq!(again.first().map(|it| it.span.start), Some(0), "{words}");
                assert_eq!(again.last().map(|it| it.span.end), Some(words.len()), "{words}");
                printed += 1;
            }
        }
    }
    assert!(printed >= 5, "{printed}");
}
