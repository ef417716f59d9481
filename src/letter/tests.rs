//! Letters of every layout, and what they say of themselves.

use std::fmt::Write as _;

use super::*;

fn read(text: &str) -> Letter {
    Letter::read(text, Format::Plain)
}

const MOTION: &str = "Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2023–2024

36 410 X

Vaststelling van de begrotingsstaten van het
Ministerie van Defensie (X) voor het jaar 2024

Nr. 41

MOTIE VAN DE LEDEN VAN DER MEER
EN DE WAARD
Voorgesteld 7 februari 2024
De Kamer,
gehoord de beraadslaging,

kst-36410-X-41
ISSN 0921 - 7371
’s-Gravenhage 2024

Tweede Kamer, vergaderjaar 2023–2024, 36 410 X, nr. 41
";

#[test]
fn the_head_of_a_printed_motion() {
    let letter = read(MOTION);
    let header = &letter.header;
    assert_eq!(header.id.as_ref().map(ToString::to_string).as_deref(), Some("kst-36410-X-41"));
    assert_eq!(header.dossiers.len(), 1);
    assert_eq!(
        header.dossiers[0].title.as_deref(),
        Some("Vaststelling van de begrotingsstaten van het Ministerie van Defensie (X) voor het jaar 2024")
    );
    assert_eq!(header.title.as_deref(), Some("MOTIE VAN DE LEDEN VAN DER MEER EN DE WAARD"));
    assert_eq!(header.kind.as_deref(), Some("motie"));
    assert_eq!(header.kamer, Some(Kamer::Tweede));
    assert_eq!(header.session, Some(SessionYear::starting(2023)));
    assert_eq!(header.date, Some(jiff::civil::date(2024, 2, 7)));
    assert!(header.span.of(MOTION).starts_with("36 410 X") && header.span.of(MOTION).ends_with("DE WAARD"));
    assert!(MOTION[letter.body..].starts_with("De Kamer,"));
}

#[test]
fn comments_mark_the_pages_of_a_letter_from_another_format() {
    let text = "---\ntitle: Brief\n---\n\n# Brief\n\nEen.\n\n<!-- p. 2 -->\n\nTwee <!-- p. x --> en <!-- p. 3 --> drie.\n";
    let pages = Letter::read(text, Format::Markdown).pages;
    let read: Vec<(u32, &str)> = pages.iter().map(|page| (page.number, &text[page.start..][..5])).collect();
    assert_eq!(read, [(1, "# Bri"), (2, "\n\nTwe"), (3, " drie")]);
    assert!(Letter::read(text, Format::Plain).pages.is_empty());
}

#[test]
fn imprint_and_running_footer_are_silent() {
    let letter = read(MOTION);
    let silent: Vec<&str> = letter.silent.iter().map(|span| span.of(MOTION)).collect();
    assert_eq!(silent.len(), 3);
    assert_eq!(silent[1], "kst-36410-X-41\nISSN 0921 - 7371");
    assert_eq!(silent[2], "Tweede Kamer, vergaderjaar 2023–2024, 36 410 X, nr. 41");
    // The footer of another paper has the form of a citation, and is one.
    let citing = MOTION.replace("36 410 X, nr. 41\n", "36 410 X, nr. 12\n");
    assert_eq!(read(&citing).silent.len(), 2);
}

#[test]
fn a_joint_paper_of_several_pages() {
    let text = "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2019–2020\n29 521\nNederlandse deelname aan\nvredesmissies\n\
        34 952\nInvesteren in Perspectief\nNr. 403 BRIEF VAN DE MINISTERS\nAan de Voorzitter\nDen Haag, 17 maart 2020\nEerste bladzijde.\n\
        Tweede Kamer, vergaderjaar 2019–2020, 29 521, nr. 403\n\n1\n\u{0C}\nTweede bladzijde.\n\
        Tweede Kamer, vergaderjaar 2019–2020, 29 521, nr. 403 2\nDerde bladzijde.\n";
    let letter = read(text);
    let dossiers: Vec<(String, &str)> = letter
        .header
        .dossiers
        .iter()
        .map(|line| (line.dossier.to_string(), line.title.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        dossiers,
        [
            ("29521".to_owned(), "Nederlandse deelname aan vredesmissies"),
            ("34952".to_owned(), "Investeren in Perspectief")
        ]
    );
    assert_eq!(letter.header.id, DocumentId::parse("kst-29521-403").ok());
    let pages: Vec<(u32, &str)> = letter
        .pages
        .iter()
        .map(|page| (page.number, text[page.start..].trim_start().lines().next().unwrap_or_default()))
        .collect();
    assert_eq!(pages, [(1, "29 521"), (2, "Tweede bladzijde."), (3, "Derde bladzijde.")]);
}

#[test]
fn a_paper_of_the_eerste_kamer() {
    let text = "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2023–2024\n36 410 X\nBegroting van Defensie\nC\nBRIEF VAN DE MINISTER VAN DEFENSIE\nDen Haag, 12 maart 2024\n";
    let header = read(text).header;
    assert_eq!(header.id, DocumentId::parse("kst-36410-X-C").ok());
    assert_eq!((header.kamer, header.kind.as_deref()), (Some(Kamer::Eerste), Some("brief")));
}

#[test]
fn a_printed_letter_has_titles_on_the_lines_of_the_numbers() {
    let head = "29 521 Nederlandse deelname aan\nvredesmissies\n34 952 Investeren in Perspectief\nNr. 405 BRIEF VAN DE MINISTERS VAN\nBUITENLANDSE ZAKEN EN VAN DEFENSIE\n\nAan de Voorzitter\nDen Haag, 27 maart 2020\n";
    let full = format!("Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2019–2020\n{head}");
    for text in [head, &full] {
        let header = read(text).header;
        assert_eq!(header.id, DocumentId::parse("kst-29521-405").ok());
        let titles: Vec<&str> = header.dossiers.iter().filter_map(|line| line.title.as_deref()).collect();
        assert_eq!(titles, ["Nederlandse deelname aan vredesmissies", "Investeren in Perspectief"]);
        assert_eq!(
            header.title.as_deref(),
            Some("BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE")
        );
        assert!(header.span.of(text).starts_with("29 521 Nederlandse"));
    }
    assert_eq!(read(&full).header.kamer, Some(Kamer::Tweede));
    let budget = read("36 410 X Begroting van Defensie\nNr. 85 BRIEF VAN DE MINISTER\n").header;
    assert_eq!(budget.id, DocumentId::parse("kst-36410-X-85").ok());
    // A letter that begins with a number is no paper by that alone.
    assert_eq!(read("29 521 Handtekeningen zijn verzameld.\n\nHet is veel.\n").header.id, None);
}

#[test]
fn a_motion_before_it_is_printed() {
    let text = "15 februari 2023\n\n24515-683\nPreventie en bestrijding van stille armoede\n\nMOTIE VAN HET LID WESTERVELD\nDe Kamer,\n";
    let header = read(text).header;
    assert_eq!(header.id, DocumentId::parse("kst-24515-683").ok());
    assert_eq!(header.date, Some(jiff::civil::date(2023, 2, 15)));
    assert_eq!(header.kind.as_deref(), Some("motie"));
}

#[test]
fn a_plain_letter_without_a_number() {
    let text = " DEFENSIE \n\nAan de Voorzitter\n\nDen Haag, 27 maart 2020 \n\nOp 5 september jl. is uw Kamer geïnformeerd.\n\n\
        De Minister van Buitenlandse Zaken, \nS.A. Blok \n\nDe Minister van Defensie, \nA.Th.B. Bijleveld-Schouten\n";
    let letter = read(text);
    assert_eq!(letter.header.id, None);
    assert_eq!(letter.header.date, Some(jiff::civil::date(2020, 3, 27)));
    assert_eq!(
        letter.header.senders,
        [
            "De Minister van Buitenlandse Zaken, S.A. Blok",
            "De Minister van Defensie, A.Th.B. Bijleveld-Schouten"
        ]
    );
    assert!(letter.silent.is_empty());
}

#[test]
fn front_matter_says_it_all() {
    let text = "---\nidentifier: kst-29521-404\ndossiers: [29521]\nnumber: 404\nkind: Brief regering\nchamber: Tweede Kamer\nsession: 2019-2020\n\
        date: 2020-03-20\nsenders:\n  - De Minister van Defensie\ntitle: Gevolgen van de maatregelen\n---\n\n# Gevolgen\n\nTekst.\n";
    let letter = Letter::read(text, Format::Markdown);
    let header = &letter.header;
    assert_eq!(header.id, DocumentId::parse("kst-29521-404").ok());
    assert_eq!(header.dossiers[0].dossier.to_string(), "29521");
    assert_eq!(header.date, Some(jiff::civil::date(2020, 3, 20)));
    assert_eq!(header.session, Some(SessionYear::starting(2019)));
    assert_eq!(header.senders, ["De Minister van Defensie"]);
    assert_eq!(header.span.of(text), "# Gevolgen");
    assert!(letter.silent[0].of(text).starts_with("---"));
}

#[test]
fn front_matter_that_is_no_yaml_is_still_no_letter() {
    let text = "---\ndossiers: [29521\n---\nKamerstuk 29 521, nr. 385\n";
    let letter = Letter::read(text, Format::Markdown);
    assert_eq!(letter.header.id, None);
    assert_eq!(letter.body, text.find("Kamerstuk").unwrap());
}

/// Each footnote as its label, where its marks stand, and its words.
fn footnotes(text: &str, format: Format) -> Vec<String> {
    let letter = Letter::read(text, format);
    letter
        .footnotes
        .iter()
        .map(|footnote| {
            let marks: Vec<&str> = footnote
                .marks
                .iter()
                .map(|mark| text[..mark.end].rsplit(' ').next().unwrap_or_default())
                .collect();
            format!(
                "{} at {}: {}",
                footnote.label,
                marks.join(" "),
                footnote.note.of(text).replace('\n', " ")
            )
        })
        .collect()
}

#[test]
fn footnotes_of_a_plain_letter_with_glued_marks() {
    let text = "Nederland levert militairen aan de G5 en MINUSMA.1 In paragraaf 2.1 staan\nde 2 missies die zijn geëvalueerd2, zoals toegezegd.\n\n\
        1 Brief over Mali\n(Kamerstuk 29 521, nr. 368).\n2Zie de bijlage.\n\nEen slotzin.\n3 Nog een regel zonder merk.\n";
    assert_eq!(
        footnotes(text, Format::Plain),
        [
            "1 at MINUSMA.1: Brief over Mali (Kamerstuk 29 521, nr. 368).",
            "2 at geëvalueerd2: Zie de bijlage."
        ]
    );
}

#[test]
fn footnotes_of_markdown() {
    let text =
        "Nederland levert militairen.[^mali]\n\n[^mali]: Brief over Mali (Kamerstuk 29 521, nr. 368).\n";
    assert_eq!(
        footnotes(text, Format::Markdown),
        ["mali at militairen.[^mali]: Brief over Mali (Kamerstuk 29 521, nr. 368)."]
    );
}

#[test]
fn code_and_comments_are_silent_in_markdown() {
    let text = "Tekst `Kamerstuk 29 521` en\n\n```\nKamerstuk 29 521, nr. 1\n```\n\n<!-- Kamerstuk 29 521,\nnr. 2 -->\n\nKamerstuk 29 521, nr. 3\n";
    let letter = Letter::read(text, Format::Markdown);
    for start in text.match_indices("Kamerstuk").map(|(at, _)| at) {
        let silent = letter.silent.iter().any(|span| span.contains(start));
        assert_eq!(silent, !text[start..].starts_with("Kamerstuk 29 521, nr. 3"), "{}", &text[start..]);
    }
}

#[test]
fn a_line_of_the_form_of_a_footer_is_one_by_its_page_or_where_it_is_repeated() {
    let silent = |text: &str| Letter::read(text, Format::Plain).silent.len();
    let line = "Tweede Kamer, vergaderjaar 2019–2020, 29 521, nr. 385";
    assert_eq!(silent(&format!("Zie ook:\n{line}\n")), 0, "a citation alone on its line");
    assert_eq!(silent(&format!("Het kabinet\n{line} 2\n")), 1);
    assert_eq!(silent(&format!("Het kabinet\n{line}\n3\n")), 1);
    assert_eq!(silent(&format!("Het kabinet\n{line}\nzet zich in.\n{line}\n")), 2);
}

#[test]
fn a_megabyte_of_anything_takes_time_in_proportion() {
    let repeated = |piece: &str| piece.repeat(1_000_000 / piece.len());
    let mut labels = String::new();
    for label in 0..40_000 {
        let _ = write!(labels, "a[^{label}]\n\n[^{label}]: n\n\n");
    }
    let feet = "Tweede Kamer, vergaderjaar 2019–2020, 29 521, nr. 385\n".repeat(10_000);
    for (what, text, format) in [
        ("notes whose mark is nowhere", repeated("1 Zie\n"), Format::Plain),
        ("capitals with digits, and a note", repeated("A1") + "\n1 Zie\n", Format::Plain),
        ("feet, and then nothing", feet + &repeated(" "), Format::Plain),
        ("comments that are never closed", repeated("<!--\n"), Format::Markdown),
        ("tens of thousands of notes", labels, Format::Markdown),
    ] {
        let start = std::time::Instant::now();
        let _ = Letter::read(&text, format);
        // Each takes a second at most; what grows with the square of the length takes minutes.
        assert!(start.elapsed().as_secs() < 20, "{what}: {:?}", start.elapsed());
    }
}
