//! What announces a paper, and what only seems to.

use super::super::super::fixture::{means, read, read_letter};

#[test]
fn words_for_a_kamerstuk() {
    for text in [
        "Kamerstuk 34 952, nr. 73",
        "Kamerstukken 34 952, nr. 73",
        "KAMERSTUK 34 952, NR. 73",
        "Kamerst. 34 952, nr. 73",
        "Kamerstuknummer 34 952, nr. 73",
        "Kamerstuk-nummer: 34 952, nr. 73",
        "Kamerstuknr. 34 952-73",
        "Kamerstuk nr. 34 952, nr. 73",
        "Kamerstuk met nummer 34 952-73",
        "Kamerstuk (nr. 34 952, nr. 73)",
        "Kamerstukken (34 952, nr. 73)",
        "Kamerstuk 34 952, stuk 73",
        "Kamerstukken II 2018/19, 34 952, no 73",
        "Kamerstukdossier 34 952, nr. 73",
        "Kamerdossier 34 952, nr. 73",
        "Kst. 34 952, nr. 73",
        "kst 34952, nr. 73",
        "Parl. St. 34 952, nr. 73",
        "Bijl. Hand. II 2018/19, 34 952, nr. 73",
        "Bijlagen bij de Handelingen II 2018/19, 34 952, nr. 73",
        "TK 34 952, nr. 73",
        "TK 2018-2019, 34 952, nr. 73",
        "TK, vergaderjaar 2018–2019, Kamerstuk 34 952, nr. 73",
        "Tweede Kamer, vergaderjaar 2018–2019, 34 952, nr. 73",
        "Tweede Kamer der Staten-Generaal, 2018–2019, 34 952, nr. 73",
        "vergaderjaar 2018–2019, 34 952, nr. 73",
        "dossier 34 952, nr. 73",
        "wetsvoorstel 34 952, nr. 73",
        "wetsvoorstel nr. 34 952, nr. 73",
    ] {
        means(text, "kst-34952-73");
    }
}

#[test]
fn chambers_and_sessions_in_every_order() {
    for text in [
        "Kamerstukken I 2007/08, 31 123, nr. B",
        "Kamerstukken (I) 2007/08, 31 123, B",
        "Kamerstukken I (2007–2008), 31 123, B",
        "Kamerstukken 2007/08 I, 31 123, B",
        "Kamerstukken EK 2007-2008, 31 123, B",
        "Kamerstukken Eerste Kamer, vergaderjaar 2007/2008, 31 123, letter B",
        "Kamerstukken van de Eerste Kamer 2007/2008, 31.123 B",
        "Kamerstukken I 31 123, vergaderjaar 2007–2008, B",
        "Kamerstukken 1, 2007-2008, 31123, nr. B",
        "EK 2007/08, 31 123, B",
        "Eerste Kamer, vergaderjaar 2007–2008, 31 123, B",
        "Kst. I 2007/08, 31 123, B",
    ] {
        means(text, "kst-20072008-31123-B");
    }
    means("EK 35 300 A", "kst-35300-A");
    means("Kamerstukken I 2019/20, 35 300 A", "kst-35300-A");
    means("Kamerstukken I 2019/20, 35 300 A, B", "kst-35300-A-B");
    means("Kamerstukken II 2019/20, 35 300 A", "dossier/35300-A");
    means("Kamerstukken I/II 2007/08, 31 123", "dossier/31123");
    means("Kamerstukken II 1998/1999, 1999/2000, 26 575", "dossier/26575");
}

#[test]
fn bills_and_dossiers_by_their_word() {
    assert_eq!(read("Het wetsvoorstel 34 986 is aanvaard."), "wetsvoorstel 34 986 = dossier/34986");
    means("dossiernummer 35 570 VII", "dossier/35570-VII");
    means("wetsvoorstelnummer 34 986", "dossier/34986");
    means("wetsvoorstel met nummer 34 986", "dossier/34986");
    assert_eq!(read("wetsvoorstel 34 986 - Wijziging"), "wetsvoorstel 34 986 = dossier/34986");
    assert_eq!(
        read("De wetsvoorstellen 34 986 en 35 570 zijn aanhangig."),
        "wetsvoorstellen 34 986 en 35 570 = dossier/34986; dossier/35570"
    );
    for text in [
        "een dossier van 12 345 pagina's",
        "het dossier 12 345 pagina's lang",
        "in dit dossier. 12 345 mensen",
        "wetsvoorstel 35 000 - 36 000 euro",
        "het wetsvoorstel met 36 410 handtekeningen",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn a_chamber_or_a_session_alone_announces_nothing() {
    // In parentheses nothing else has this form.
    assert_eq!(read("(TK 29689, 128)"), "TK 29689, 128 = kst-29689-128");
    for text in [
        "de Tweede Kamer 29 521 handtekeningen aanbood",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 7",
        "Tweede Kamer, vergaderjaar 2024–2025, Vragen 2",
        "in het vergaderjaar 2019–2020 heeft",
        "het vergaderjaar 2019–2020, 12 345 bezoekers",
        "de TK-brief van 27 maart 2020",
        "(TK 27 maart 2020, nr. 5)",
        "TK 2019, nr. 5",
        "het EK 2024 in Duitsland",
        "de kamer 12 345, nr. 3 van de gang",
        "in het jaar 2019, 12 345 mensen",
    ] {
        let stated = read(text).lines().filter(|line| !line.ends_with('?')).collect::<Vec<_>>().join("\n");
        assert_eq!(stated, "", "{text}");
    }
}

#[test]
fn the_foot_of_a_page_is_the_paper_itself() {
    let letter = "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2023–2024\n\n36 171\nWijziging van de Wet\n\nNr. 11\nMOTIE VAN HET LID BAKKER\n\n\
        Voorgesteld 12 maart 2024\n\nDe Kamer,\n\noverwegende dat dit elders staat (Tweede Kamer, vergaderjaar 2023–2024, 36 171, nr. 8);\n\n\
        Tweede Kamer, vergaderjaar 2023–2024, 36 171, nr. 11\n";
    assert_eq!(read_letter(letter), "Tweede Kamer, vergaderjaar 2023–2024, 36 171, nr. 8 = kst-36171-8");
}

#[test]
fn documents_of_the_tweede_kamer_are_no_kamerstukken() {
    means("Kamerstuk 2024D28457", "tkd:2024D28457 !wrong-kind «Kamerstuk»");
    means("Kamerstuk (2024Z00081)", "tkz:2024Z00081 !wrong-kind «Kamerstuk»");
    means(
        "Kamerstukken 2024D28457 en 2024D28460",
        "tkd:2024D28457; tkd:2024D28460 !wrong-kind «Kamerstukken»",
    );
}
