//! Letters with a cursor, and what is shown there.

use super::*;
use crate::analysis::fixture::Fixture;
use crate::messages::Language;

/// The words that the hover is about, and what it says of them, in Markdown.
#[track_caller]
fn check(literal: &str, words: &str, expected: &str) {
    let fixture = Fixture::new(literal);
    let hover = hover_in(&fixture, Language::Dutch, Markup::Markdown).expect("there is something");
    assert_eq!(hover.span.of(fixture.text()), words);
    let expected: Vec<&str> = expected.trim().lines().map(str::trim_start).collect();
    let found: Vec<&str> = hover.contents.lines().map(str::trim_end).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

fn hover_in(fixture: &Fixture, language: Language, markup: Markup) -> Option<Hover> {
    hover(
        &fixture.reading,
        &fixture.judgement(),
        fixture.offset(),
        &fixture.corpus,
        Translator::new(language),
        markup,
    )
}

const NEIGHBOUR: &str = "
-- letters/29521/kst-29521-385.txt
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2018–2019

29 521

Nederlandse deelname aan vredesmissies

Nr. 385

BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN
VAN DEFENSIE

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 5 september 2019

Met deze brief geven wij uw Kamer kennis van een onderzoek naar een
taakgroep van speciale eenheden.

De Minister van Buitenlandse Zaken,
S.A. Blok
-- corpus
kst-29521-1..404 kst-34952-1..123
";

#[test]
fn a_letter_of_the_corpus_from_both_lines_of_a_broken_citation() {
    for broken in ["Kamers$0tuk \n29 521, nr. 385", "Kamerstuk \n29 521, nr$0. 385"] {
        check(
            &format!("Met de kennisgeving ({broken}) is uw Kamer geïnformeerd.\n{NEIGHBOUR}"),
            "Kamerstuk \n29 521, nr. 385",
            "
            **BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE**

            Kamerstuk 29 521, nr. 385
            Brief · Tweede Kamer · 5 september 2019
            Afzender: De Minister van Buitenlandse Zaken, S.A. Blok
            Dossier 29 521: Nederlandse deelname aan vredesmissies

            > Met deze brief geven wij uw Kamer kennis van een onderzoek naar een taakgroep van speciale eenheden. De Minister van Buitenlandse Zaken, S.A. Blok

            Bekend uit letters/29521/kst-29521-385.txt en de lijst lijst.txt (t/m 15-2-2025)
            In dit corpus één keer aangehaald
            [kst-29521-385](https://zoek.officielebekendmakingen.nl/kst-29521-385.html)
            ",
        );
    }
}

#[test]
fn a_paper_that_a_list_knows() {
    check(
        "Zie (Kamerstuk 29 521, nr. 40$03).\n-- corpus\nkst-29521-1..404",
        "Kamerstuk 29 521, nr. 403",
        "
        **Kamerstuk 29 521, nr. 403**

        Tweede Kamer

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [kst-29521-403](https://zoek.officielebekendmakingen.nl/kst-29521-403.html)
        ",
    );
}

#[test]
fn a_paper_that_nothing_knows_and_why() {
    check(
        "
        Den Haag, 27 maart 2020

        Zie (Kamerstuk 29 521, nr. 368) en (Kamerstuk $029 251, nr. 385).
        -- corpus
        kst-29521-1..404 kst-29251-1..12
        ",
        "Kamerstuk 29 251, nr. 385",
        "
        **Kamerstuk 29 251, nr. 385**

        Tweede Kamer

        Waarschuwing: 29 251, nr. 385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 12; bedoeld is misschien 29 521, nr. 385?

        Staat niet in dit corpus en niet in een lijst
        De lijsten gaan t/m 15-2-2025; bijwerken: griffier catalogue fetch
        In dit corpus één keer aangehaald
        [kst-29251-385](https://zoek.officielebekendmakingen.nl/kst-29251-385.html)
        ",
    );
}

#[test]
fn without_a_list_and_a_letter_there_is_little_to_say() {
    check(
        "Zie (Kamerstuk 29 521, nr. 40$03).",
        "Kamerstuk 29 521, nr. 403",
        "
        **Kamerstuk 29 521, nr. 403**

        Tweede Kamer

        Staat niet in dit corpus en niet in een lijst
        Geen lijst is ergens volledig in; ophalen: griffier catalogue fetch
        In dit corpus één keer aangehaald
        [kst-29521-403](https://zoek.officielebekendmakingen.nl/kst-29521-403.html)
        ",
    );
}

#[test]
fn each_paper_of_a_row_by_itself() {
    let corpus = "-- corpus\nkst-29521-1..404";
    check(
        &format!("Zie Kamerstukken 29 521, nrs. 368, 38$05 en 999.\n{corpus}"),
        "385",
        "
        **Kamerstuk 29 521, nr. 385**

        Tweede Kamer

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [kst-29521-385](https://zoek.officielebekendmakingen.nl/kst-29521-385.html)
        ",
    );
    check(
        &format!("Zie Kamerstukken 29 521, nrs. 368, 385 en 9$099.\n{corpus}"),
        "999",
        "
        **Kamerstuk 29 521, nr. 999**

        Tweede Kamer

        Hint: 29 521, nr. 999 staat nog niet in de lijst (t/m 15-2-2025), die van dit dossier tot 404 gaat

        Staat niet in dit corpus en niet in een lijst
        De lijsten gaan t/m 15-2-2025; bijwerken: griffier catalogue fetch
        In dit corpus één keer aangehaald
        [kst-29521-999](https://zoek.officielebekendmakingen.nl/kst-29521-999.html)
        ",
    );
}

#[test]
fn all_papers_of_a_row_at_the_words_that_they_share() {
    check(
        &format!("Zie Kamers$0tukken 29 521, nrs. 368 en 385.\n{NEIGHBOUR}"),
        "Kamerstukken 29 521, nrs. 368 en 385",
        "
        - **Kamerstuk 29 521, nr. 368**
        - **Kamerstuk 29 521, nr. 385**: BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE
        ",
    );
}

#[test]
fn a_malformed_citation_says_what_is_wrong() {
    check(
        "Zie (Kamerstuk 295$0 21, nr. 368).",
        "Kamerstuk 295 21, nr. 368",
        "
        **Kamerstuk 29 521, nr. 368**

        Tweede Kamer

        Fout: “295 21” is geen dossiernummer

        Staat niet in dit corpus en niet in een lijst
        Geen lijst is ergens volledig in; ophalen: griffier catalogue fetch
        In dit corpus één keer aangehaald
        [kst-29521-368](https://zoek.officielebekendmakingen.nl/kst-29521-368.html)
        ",
    );
    check(
        "Zie (Kamerstukken II 2019/21, 29 521, nr. 40$04).",
        "Kamerstukken II 2019/21, 29 521, nr. 404",
        "
        **Kamerstuk 29 521, nr. 404**

        Tweede Kamer

        Fout: “2019/21” is geen vergaderjaar: dat zijn twee opeenvolgende jaren

        Het vergaderjaar doet niet ter zake: het nummer is ook zonder jaar uniek

        Staat niet in dit corpus en niet in een lijst
        Geen lijst is ergens volledig in; ophalen: griffier catalogue fetch
        In dit corpus één keer aangehaald
        [kst-29521-404](https://zoek.officielebekendmakingen.nl/kst-29521-404.html)
        ",
    );
}

#[test]
fn why_a_citation_means_what_it_means() {
    #[track_caller]
    fn why(citation: &str, expected: &str) {
        let fixture = Fixture::new(&format!("Zie {citation}."));
        let hover = hover_in(&fixture, Language::Dutch, Markup::Plain).unwrap();
        let lines: Vec<&str> = hover.contents.lines().collect();
        assert!(lines.contains(&expected), "{}", hover.contents);
    }
    why(
        "Kamerstukken 29 521 en 34 952, nr. 4$003",
        "Het nummer telt in het dossier dat voorop staat, 29 521; het stuk hoort ook bij 34 952",
    );
    why(
        "Kamerstukken I 2014/15, 33 802, $0C",
        "Een letter in plaats van een nummer: een stuk van de Eerste Kamer",
    );
    why(
        "Kamerstukken I 2023/24, 36 410 X, $0C",
        "De letter C is hier een stuk van de Eerste Kamer, geen begrotingsfonds: er volgt geen nummer",
    );
    why(
        "Kamerstuk 36 410 $0K, nr. 2",
        "De letter achter dit begrotingsdossier is een begrotingsfonds: er volgt een nummer",
    );
    why(
        "Kamerstukken I 2008/09, 31 700 VI, $0D",
        "Stukken van de Eerste Kamer van 1994 tot 2010 zijn per vergaderjaar genummerd",
    );
    why(
        "Kamerstuk 34 632 (R2080), nr. $07",
        "Het nummer van de rijkswet (R) hoort niet bij het officiële nummer",
    );
    why(
        "Kamerstukken II 2019/21, 29 521, nr. 40$04",
        "Het vergaderjaar doet niet ter zake: het nummer is ook zonder jaar uniek",
    );
}

#[test]
fn why_words_that_only_refer_mean_what_they_mean() {
    for (letter, words, expected) in [
        (
            "De motie (Kamerstuk 29 521, nr. 12) en de motie op stuk nr. 1$03.",
            "stuk nr. 13",
            "Het dossier staat niet bij dit nummer; het is dat van “Kamerstuk 29 521, nr. 12”",
        ),
        (
            "Zie Kamerstuk 29 521, nr. 385, p. 3; id$0em, p. 7.",
            "idem, p. 7",
            "De bron die ervoor genoemd is: “Kamerstuk 29 521, nr. 385, p. 3”",
        ),
        (
            "Eerst.1 Dan.2\n\n1 Kamerstuk 29 521, nr. 385.\n2 Zie no$0ot 1.\n",
            "noot 1",
            "De bron in die noot: “Kamerstuk 29 521, nr. 385”",
        ),
        (
            "De brief (Kamerstuk\n29 521, nr. 385) is van mei. In genoem$0de brief staat meer.",
            "genoemde brief",
            "Eerder in de brief aangehaald als “Kamerstuk 29 521, nr. 385”",
        ),
        (
            "De brief (Kamerstuk 29 521, nr. 385; hierna: de Brief) is van mei. In de Bri$0ef staat meer.",
            "de Brief",
            "De brief noemt “Kamerstuk 29 521, nr. 385” verder zo",
        ),
        (
            "De motie-Jansen c.s. (Kamerstuk 29 521, nr. 12) is oud. De motie-Jan$0sen is aangenomen.",
            "motie-Jansen",
            "Eerder in de brief aangehaald als “Kamerstuk 29 521, nr. 12”, van dezelfde indiener",
        ),
        (
            "De brief van 5 mei 2019 (Kamerstuk 29 521, nr. 385) is oud. De brief van 5 mei 20$019 meldt meer.",
            "brief van 5 mei 2019",
            "Het enige stuk van die datum dat de brief aanhaalt: “Kamerstuk 29 521, nr. 385”",
        ),
    ] {
        let fixture = Fixture::new(letter);
        let hover = hover_in(&fixture, Language::Dutch, Markup::Plain).expect(words);
        assert_eq!(hover.span.of(fixture.text()), words);
        assert!(hover.contents.lines().any(|line| line == expected), "{}", hover.contents);
    }
}

#[test]
fn a_whole_dossier() {
    check(
        &format!("Zie het dossier (Kamerstuk 29$0 521).\n{NEIGHBOUR}"),
        "Kamerstuk 29 521",
        "
        **Nederlandse deelname aan vredesmissies**

        Dossier 29 521

        Bekend uit de lijst lijst.txt (t/m 15-2-2025) en één brief in dit corpus
        In dit corpus één keer aangehaald
        [dossier/29521](https://zoek.officielebekendmakingen.nl/dossier/29521)
        ",
    );
}

#[test]
fn a_corpus_that_is_still_being_read_says_so() {
    let fixture = Fixture::new("Zie Kamerstuk 29 521, nr. 4$003.\n-- corpus incomplete\nkst-29521-403");
    let hover = hover_in(&fixture, Language::Dutch, Markup::Plain).unwrap();
    assert!(hover.contents.contains("één keer aangehaald (voor zover nu gelezen)"), "{}", hover.contents);
}

#[test]
fn in_english_and_without_markup() {
    let fixture = Fixture::new(&format!("Zie (Kamerstuk 29 521, nr. $0385).\n{NEIGHBOUR}"));
    let hover = hover_in(&fixture, Language::English, Markup::Plain).unwrap();
    let lines: Vec<&str> = hover.contents.lines().collect();
    let expected = [
        "BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE",
        "",
        "Kamerstuk 29 521, nr. 385",
        "Brief · Tweede Kamer · 5 September 2019",
        "Sender: De Minister van Buitenlandse Zaken, S.A. Blok",
        "Dossier 29 521: Nederlandse deelname aan vredesmissies",
    ];
    assert_eq!(lines[..6], expected);
    let expected = [
        "Known from letters/29521/kst-29521-385.txt and the list lijst.txt (until 15 February 2025)",
        "Cited once in this corpus",
        "kst-29521-385: https://zoek.officielebekendmakingen.nl/kst-29521-385.html",
    ];
    assert_eq!(lines[9..], expected);
}

#[test]
fn a_footnote_mark_shows_its_note_and_a_note_its_sentence() {
    let letter = "De missie is verlengd.1 Daarna niet meer.\n\n1 Artikel 100-brief van 14 september 2018 \n(Kamerstuk 29 521, nr. 368).\n";
    check(
        &letter.replace("verlengd.1", "verlengd.$01"),
        "1",
        "Artikel 100-brief van 14 september 2018 (Kamerstuk 29 521, nr. 368).",
    );
    check(&letter.replace("\n1 Art", "\n$01 Art"), "1", "> De missie is verlengd.1 Daarna niet meer.");
}

#[test]
fn a_note_of_a_markdown_letter_keeps_its_markup() {
    let letter = "-- brief.md\nDe missie is *verlengd*.[^1]\n\n[^1]: Zie *Kamerstukken II* 2019/20, 29 521, nr. 404.\n";
    check(&letter.replacen("[^1]", "[^$01]", 1), "[^1]", "Zie *Kamerstukken II* 2019/20, 29 521, nr. 404.");
    check(&letter.replace("\n[^1]", "\n[$0^1]"), "[^1]:", "> De missie is \\*verlengd\\*.\\[^1\\]");
}

#[test]
fn words_that_are_nothing_say_nothing() {
    let fixture = Fixture::new("De missie is ver$0lengd (Kamerstuk 29 521, nr. 368).");
    assert_eq!(hover_in(&fixture, Language::Dutch, Markup::Markdown), None);
}

#[test]
fn what_no_list_holds_has_a_name_and_an_address() {
    for (printed, words, name, address) in [
        (
            "S$0tb. 2018, 247",
            "Stb. 2018, 247",
            "Staatsblad 2018, 247",
            "[stb-2018-247](https://zoek.officielebekendmakingen.nl/stb-2018-247.html)",
        ),
        (
            "Verordening (EU) 2016/6$079",
            "Verordening (EU) 2016/679",
            "EU-verordening 2016/679",
            "[celex:32016R0679](https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679)",
        ),
        (
            "ECLI:NL:RVS:2021:1$0507",
            "ECLI:NL:RVS:2021:1507",
            "ECLI:NL:RVS:2021:1507",
            "[ECLI:NL:RVS:2021:1507](https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2021:1507)",
        ),
        (
            "BWBR$00005252",
            "BWBR0005252",
            "Regeling BWBR0005252",
            "[bwb:BWBR0005252](https://wetten.overheid.nl/BWBR0005252)",
        ),
        (
            "2024D2$08457",
            "2024D28457",
            "Document 2024D28457 van de Tweede Kamer",
            "[tkd:2024D28457](https://www.tweedekamer.nl/kamerstukken/detail?id=2024D28457&did=2024D28457)",
        ),
        (
            "2024Z$015585",
            "2024Z15585",
            "Zaak 2024Z15585 van de Tweede Kamer",
            "[tkz:2024Z15585](https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z15585)",
        ),
    ] {
        check(
            &format!("Zie ({printed}) hierover.\n"),
            words,
            &format!("**{name}**\n\nIn dit corpus één keer aangehaald\n{address}"),
        );
    }
}

#[test]
fn an_issue_without_an_identifier_shows_nothing() {
    for printed in ["PbEU $0L 266", "COM($02020) 456"] {
        let fixture = Fixture::new(&format!("Zie ({printed}) hierover.\n"));
        assert_eq!(hover_in(&fixture, Language::Dutch, Markup::Markdown), None, "{printed}");
    }
}

#[test]
fn a_page_of_the_record_shows_the_debate_that_it_lies_in_or_both() {
    check(
        "Zie Handelingen II 2007/08, nr. 70, p. 48$067.\n-- corpus\nh-tk-20072008-4866-4868\n",
        "Handelingen II 2007/08, nr. 70, p. 4867",
        "
        **Handelingen II 2007/08, p. 4866-4868**

        Tweede Kamer

        Tot en met 2010 liepen de bladzijden van de Handelingen door, en noemt een publicatie ze in haar nummer

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [h-tk-20072008-4866-4868](https://zoek.officielebekendmakingen.nl/h-tk-20072008-4866-4868.html)
        ",
    );
    check(
        "Zie Handelingen I 2001/02, nr. 10, p. 52$05.\n-- corpus\nh-ek-20012002-506-525 h-ek-20012002-525-526\n",
        "Handelingen I 2001/02, nr. 10, p. 525",
        "
        - **Handelingen I 2001/02, p. 506-525**
        - **Handelingen I 2001/02, p. 525-526**
        ",
    );
}

#[test]
fn what_the_record_holds_and_what_it_does_not() {
    check(
        "Zie (Handelingen 2016/17, $0nr. 58, item 11).\n-- corpus\nh-tk-20162017-58-11",
        "Handelingen 2016/17, nr. 58, item 11",
        "
        **Handelingen II 2016/17, nr. 58, item 11**

        Tweede Kamer

        De Kamer staat er niet bij; het is die van de brief

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [h-tk-20162017-58-11](https://zoek.officielebekendmakingen.nl/h-tk-20162017-58-11.html)
        ",
    );
    check(
        "Zie (Handelingen II 1986/87, $0blz. 2361).",
        "Handelingen II 1986/87, blz. 2361",
        "Deze Handelingen hebben geen officieel nummer; die van vóór 1995 staan in Staten-Generaal Digitaal",
    );
    check(
        "Zie (Handelingen II 2006/07, $0p. 2618).",
        "Handelingen II 2006/07, p. 2618",
        "Welke publicatie deze bladzijden bevat, is alleen met een lijst te zeggen",
    );
}

#[test]
fn a_paper_that_only_a_list_has_a_record_of() {
    check(
        r#"
        Zie (Kamerstuk 36 410 X, nr$0. 12), herdrukt.
        -- corpus
        {"identifier": "kst-36410-X-12", "title": "Brief over de *missie*", "kind": "Brief", "date": "2023-10-03", "pages": 7, "senders": ["De Minister van Defensie"], "dossiers": [{"number": "36410-X", "title": "Begroting Defensie 2024"}, {"number": "29521"}], "replaced-by": ["kst-36410-X-12-h1"]}
        {"identifier": "dossier/29521", "title": "Nederlandse deelname aan vredesmissies"}
        "#,
        "Kamerstuk 36 410 X, nr. 12",
        r"
        **Brief over de \*missie\***

        Kamerstuk 36 410 X, nr. 12
        Brief · Tweede Kamer · 3 oktober 2023 · 7 pagina’s
        Afzender: De Minister van Defensie
        Dossier 36 410 X: Begroting Defensie 2024
        Dossier 29 521: Nederlandse deelname aan vredesmissies
        Vervangen door kst-36410-X-12-h1

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [kst-36410-X-12](https://zoek.officielebekendmakingen.nl/kst-36410-X-12.html)
        ",
    );
}

#[test]
fn a_decree_that_a_list_has_a_record_of() {
    check(
        r#"
        Zie Stb$0. 2009, 120.
        -- corpus
        kst-29521-385
        {"identifier": "stb-2009-120", "title": "Besluit van 3 maart 2009, houdende regels", "kind": "AMvB", "date": "2009-03-17"}
        "#,
        "Stb. 2009, 120",
        "
        **Besluit van 3 maart 2009, houdende regels**

        Staatsblad 2009, 120
        AMvB · 17 maart 2009

        Bekend uit de lijst lijst.txt (t/m 15-2-2025)
        In dit corpus één keer aangehaald
        [stb-2009-120](https://zoek.officielebekendmakingen.nl/stb-2009-120.html)
        ",
    );
}

#[test]
fn where_a_list_says_otherwise_the_letter_wins_and_that_is_said() {
    let literal = format!("Zie (Kamerstuk 29 521, nr$0. 385).\n{NEIGHBOUR}");
    let record = r#"{"identifier": "kst-29521-385", "title": "Kennisgevingsbrief", "kind": "Brief regering", "date": "2019-09-06"}
{"identifier": "dossier/29521", "title": "Vredesmissies"}
"#;
    let fixture = Fixture::new(&(literal + record));
    let hover = hover_in(&fixture, Language::Dutch, Markup::Plain).expect("there is something").contents;
    assert!(hover.starts_with("BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE\n"), "{hover}");
    assert!(hover.contains("\nBrief · Tweede Kamer · 5 september 2019\n"), "{hover}");
    assert!(hover.contains("\nDossier 29 521: Nederlandse deelname aan vredesmissies\n"), "{hover}");
    assert!(hover.contains("\nDe lijst noemt een andere datum: 6 september 2019\n"), "{hover}");
    assert!(hover.contains("\nDe lijst noemt een andere titel: Kennisgevingsbrief\n"), "{hover}");
    assert!(!hover.contains("andere soort"), "{hover}");
}

#[test]
fn a_dossier_that_a_list_has_the_title_of() {
    let record = "{\"identifier\": \"dossier/34952\", \"title\": \"Voedselbeleid\"}\n";
    let fixture = Fixture::new(&format!("Zie het dossier (Kamerstuk 34 95$02).\n{NEIGHBOUR}{record}"));
    let hover = hover_in(&fixture, Language::Dutch, Markup::Plain).expect("there is something").contents;
    assert!(hover.starts_with("Voedselbeleid\n\nDossier 34 952\n"), "{hover}");
}
