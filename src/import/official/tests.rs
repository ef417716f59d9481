//! Papers of our own in the elements of the publisher, and the letters that they become.

use std::path::Path;

use crate::citation::Reading;
use crate::import::{Document, Place, Source, letter, read};
use crate::letter::Format;

/// A paper of the Tweede Kamer with this in its text.
fn paper(inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<officiele-publicatie>
 <metadata><meta name=\"OVERHEIDop.externMetadataRecord\" scheme=\"\" content=\"https://zoek.officielebekendmakingen.nl/kst-29521-403/metadata.xml\"/></metadata>
 <kamerstuk>
  <kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2019-2020</tekstregel><tekstregel inhoud=\"kameraanduiding\">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>
  <dossier><dossiernummer><dossiernr>29 521</dossiernr></dossiernummer><titel>Nederlandse deelname aan vredesmissies</titel></dossier>
  <dossier><dossiernummer><dossiernr>34 952</dossiernr></dossiernummer><titel>Wet over het varen</titel></dossier>
  <stuk><stuknr>Nr. <ondernummer kamer=\"2\">403</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN DEFENSIE</titel>
   <datumtekst>Ontvangen <datum isodatum=\"2020-03-27\">27 maart 2020</datum></datumtekst>
   <algemeen><vrije-tekst>{inner}</vrije-tekst></algemeen>
  </stuk>
 </kamerstuk>
</officiele-publicatie>"
    )
}

fn document(xml: &str) -> Document {
    read(xml.as_bytes(), "kst-29521-403.xml").unwrap()
}

/// The body of a letter, without front matter.
fn body(xml: &str) -> String {
    let text = letter(&document(xml), &Source::new("kst-29521-403.xml", b"")).text;
    text.split_once("---\n\n").unwrap().1.to_owned()
}

/// What becomes of the text of a paper.
fn text(inner: &str) -> String {
    let body = body(&paper(inner));
    body.split_once("27 maart 2020\n").unwrap().1.trim_start().to_owned()
}

fn codes(document: &Document) -> Vec<&'static str> {
    document.remarks.iter().map(|remark| remark.code).collect()
}

#[test]
fn a_paper_says_what_it_is_and_does_not_cite_itself() {
    let xml = paper(
        "<tekst><al>Zie Kamerstuk 29 521, nr. 385.</al></tekst><tekst-sluiting><ondertekening><functie>De Minister</functie> van Defensie,<naam><voornaam>A.</voornaam><achternaam>de Vries</achternaam></naam></ondertekening></tekst-sluiting>",
    );
    let letter = letter(&document(&xml), &Source::new("kst-29521-403.xml", b""));
    let (head, body) = letter.text.split_once("source:").unwrap();
    insta::assert_snapshot!(head, @r#"
    ---
    identifier: "kst-29521-403"
    dossiers: ["29521", "34952"]
    number: "403"
    title: "BRIEF VAN DE MINISTER VAN DEFENSIE"
    kind: "brief"
    chamber: "Tweede Kamer"
    session: "2019-2020"
    date: 2020-03-27
    senders: ["De Minister van Defensie, A. de Vries"]
    "#);
    insta::assert_snapshot!(body.split_once("---\n\n").unwrap().1, @r"
    Tweede Kamer der Staten-Generaal

    Vergaderjaar 2019-2020

    29 521 Nederlandse deelname aan vredesmissies

    34 952 Wet over het varen

    Nr. 403

    # BRIEF VAN DE MINISTER VAN DEFENSIE

    Ontvangen 27 maart 2020

    Zie Kamerstuk 29 521, nr. 385.

    De Minister van Defensie,  
    A. de Vries
    ");
    let reading = Reading::alone(letter.text.into(), Format::Markdown, None::<&Path>);
    let cited: Vec<String> = reading.citations.iter().map(|it| it.targets[0].id.to_string()).collect();
    assert_eq!(cited, ["kst-29521-385"]);
    let titles: Vec<_> = reading.letter.header.dossiers.iter().map(|line| line.title.as_deref()).collect();
    assert_eq!(titles, [Some("Nederlandse deelname aan vredesmissies"), Some("Wet over het varen")]);
}

#[test]
fn parts_lists_and_tables() {
    insta::assert_snapshot!(text(
        "<tekst><divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop>
          <al>Met <nadruk type=\"cur\">nadruk</nadruk> en CO<inf>2</inf>, 70 m<sup>2</sup>.</al>
          <lijst><li><li.nr>–</li.nr><al>Een.</al><lijst><li><li.nr>a.</li.nr><al>Onder.</al></li></lijst></li><li><li.nr>–</li.nr><al>Twee.</al><al>Meer.</al></li></lijst>
          <lijst><li><li.nr>3.</li.nr><al>Drie.</al></li><li><li.nr>4.</li.nr><al>Vier.</al></li></lijst>
          <divisie><kop><titel>Dieper</titel></kop><tussenkop kopopmaak=\"cur\">Tussen</tussenkop><lid><lidnr>1.</lidnr><al>Het lid.</al></lid></divisie>
         </divisie>
         <table><title>Overzicht</title><tgroup cols=\"3\"><colspec colname=\"a\"/><colspec colname=\"b\"/><colspec colname=\"c\"/>
          <thead><row><entry>Jaar</entry><entry namest=\"b\" nameend=\"c\">Bedrag</entry></row></thead>
          <tbody><row><entry morerows=\"1\">2019</entry><entry><al>1</al><al>2</al></entry><entry>3</entry></row><row><entry colname=\"b\">4</entry><entry>5</entry></row></tbody></tgroup></table>
         <citaat><al>Gezegd.</al></citaat></tekst>"
    ), @r"
    # 1. Inleiding

    Met *nadruk* en CO2, 70 m².

    - Een.

      - a. Onder.

    - Twee.

      Meer.

    3. Drie.
    4. Vier.

    ## Dieper

    ### Tussen

    1\. Het lid.

    Overzicht

    | Jaar | Bedrag | |
    | --- | --- | --- |
    | 2019 | 1<br>2 | 3 |
    | | 4 | 5 |

    > Gezegd.
    ");
}

#[test]
fn notes_stand_at_their_marks_and_may_be_repeated() {
    insta::assert_snapshot!(text(
        "<tekst><al>De missie<noot id=\"n1\" type=\"voet\"><noot.nr>1</noot.nr><noot.al>Zie <nadruk type=\"cur\">Kamerstukken II</nadruk> 2019/20, 29 521, nr. 385.</noot.al></noot> en meer<noot id=\"n2\" type=\"voet\"><noot.nr>2</noot.nr><noot.al>Een.</noot.al><noot.al>Twee.</noot.al></noot>, ook<nootref refid=\"n1\"/>.</al></tekst>"
    ), @r"
    De missie[^1] en meer[^2], ook[^1].

    [^1]: Zie *Kamerstukken II* 2019/20, 29 521, nr. 385.

    [^2]: Een.

        Twee.
    ");
}

#[test]
fn instructions_soft_hyphens_and_elements_nobody_knows_cost_no_word() {
    assert_eq!(
        text(
            "<tekst><al>De UZI-server<?xpp afbm?>certificaten en verga\u{AD}deringen <nieuw>van <ander>nu</ander></nieuw>.</al><nieuw><een>Een</een><twee>Twee</twee></nieuw>los</tekst>"
        ),
        "De UZI-servercertificaten en vergaderingen van nu.\n\nEen\n\nTwee\n\nlos\n"
    );
    // Numbers that no paragraph follows are kept.
    assert_eq!(
        text(
            "<tekst><lid><lidnr>1.</lidnr></lid><lid><lidnr>2.</lidnr><lijst><li><al>Een.</al></li></lijst></lid></tekst>"
        ),
        "1\\.\n\n2\\.\n\n- Een.\n"
    );
}

#[test]
fn links_lead_to_the_web_or_are_their_words() {
    assert_eq!(
        text(
            "<tekst><al>Zie <extref doc=\"kst-36800-XIV-80\" soort=\"document\">36 800 XIV, nr. 80</extref>, <extref doc=\"http://a.nl/b_(c)\" soort=\"URL\">deze pagina</extref> en <extref soort=\"URL\" doc=\"https://a.nl/b_c\">https://a.nl/b_c</extref>; <extref soort=\"URL\" doc=\"javascript:x\">niet</extref>.</al></tekst>"
        ),
        "Zie 36 800 XIV, nr. 80, [deze pagina](http://a.nl/b_%28c%29) en https://a.nl/b_c; niet.\n"
    );
}

#[test]
fn a_debate_has_its_item_and_its_speakers() {
    let xml = "<officiele-publicatie><handelingen><agendapunt><nr>11</nr><item-titel>Bedrijfsleven</item-titel><onderwerp><al>Aan de orde is het <nadruk type=\"vet\">VAO Bedrijfsleven</nadruk>.</al></onderwerp>
      <spreekbeurt nieuw=\"ja\"><spreker><voorvoegsels>De heer</voorvoegsels><naam><achternaam>Alkaya</achternaam></naam> (<politiek>SP</politiek>):</spreker><tekst><al>Voorzitter.</al>
       <motie id=\"M-32637-305\"><kop><titel>Motie</titel></kop><al>De Kamer,</al><motie-info><spreker>De <naam><achternaam>voorzitter</achternaam></naam>:</spreker><al>Zij krijgt nr. <extref doc=\"kst-32637-305\" soort=\"document\">305</extref> (<extref doc=\"kst-32637-305\" soort=\"document\">32637</extref>).</al></motie-info></motie></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>";
    let document = read(xml.as_bytes(), "h-tk-20172018-70-11.xml").unwrap();
    let letter = letter(&document, &Source::new("h-tk-20172018-70-11.xml", b""));
    assert_eq!(document.head.identifier.as_ref().unwrap().to_string(), "h-tk-20172018-70-11");
    assert_eq!(document.head.session.unwrap().first(), 2017);
    assert_eq!(document.head.kind.as_deref(), Some("handelingen"));
    insta::assert_snapshot!(letter.text.split_once("---\n\n").unwrap().1, @r"
    <!-- item 11 -->

    # 11 Bedrijfsleven

    Aan de orde is het **VAO Bedrijfsleven**.

    **De heer Alkaya (SP):**

    Voorzitter.

    <!-- motie M-32637-305 -->

    ## Motie

    De Kamer,

    **De voorzitter:**

    Zij krijgt nr. 305 (32637).
    ");
}

#[test]
fn questions_and_answers_have_their_numbers() {
    let xml = "<officiele-publicatie><kamervragen><kamervraagkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2024-2025</tekstregel></kamervraagkop><kamervraagnummer>100</kamervraagnummer><kamervraagomschrijving>Vragen van het lid <naam><achternaam>De Wit</achternaam></naam> over <kamervraagonderwerp>de brug</kamervraagonderwerp>.</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Kent u de brug?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord></kamervragen></officiele-publicatie>";
    let document = read(xml.as_bytes(), "ah-tk-20242025-100.xml").unwrap();
    let letter = letter(&document, &Source::new("ah-tk-20242025-100.xml", b""));
    assert_eq!(document.head.title.as_deref(), Some("Vragen van het lid De Wit over de brug."));
    insta::assert_snapshot!(letter.text.split_once("---\n\n").unwrap().1, @r"
    Vergaderjaar 2024-2025

    100

    # Vragen van het lid De Wit over de brug.

    ## Vraag 1

    Kent u de brug?

    ## Antwoord 1

    Ja.
    ");
}

#[test]
fn what_was_encoded_twice_and_indented_anew_is_restored() {
    let xml = "ï»¿\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<officiele-publicatie>\n <handelingen>\n  <agendapunt>\n   <nr>\n    6\n   </nr>\n   <item-titel>\n    CliÃ«nten\n   </item-titel>\n   <onderwerp>\n    <al>\n     de motie-KrÃ¶ger (\n     <extref doc=\"kst-21501-08-719\" soort=\"document\">\n      21501-08\n     </extref>\n     , nr.\n     <extref doc=\"kst-21501-08-719\" soort=\"document\">\n      719\n     </extref>\n     );\n    </al>\n   </onderwerp>\n  </agendapunt>\n </handelingen>\n</officiele-publicatie>";
    let document = read(xml.as_bytes(), "h-tk-20172018-70-6.xml").unwrap();
    let letter = letter(&document, &Source::new("h-tk-20172018-70-6.xml", b""));
    let body = letter.text.split_once("---\n\n").unwrap().1;
    assert_eq!(body, "<!-- item 6 -->\n\n# 6 Cliënten\n\nde motie-Kröger (21501-08, nr. 719);\n");
    assert_eq!(codes(&document), ["import-encoded-twice", "import-indented"]);
    assert_eq!(document.blocks.last().unwrap().place, Place::Line(13));
}

/// The reason why something is not read, and the line.
fn unread(xml: &str) -> (&'static str, Place) {
    let unreadable = read(xml.as_bytes(), "a.xml").unwrap_err();
    (unreadable.message.code(), unreadable.place)
}

#[test]
fn damage_is_told_with_its_line() {
    let whole = paper("<tekst>\n<al>Zie.</al>\n</tekst>");
    let cut = &whole[..whole.find("Zie").unwrap()];
    assert_eq!(unread(cut), ("import-xml-truncated", Place::Line(11)));
    assert_eq!(unread(&whole.replace("</al>", "</la>")).0, "import-xml-crossed");
    assert_eq!(unread("<kamerstuk>\n&onbekend;</kamerstuk>"), ("import-xml-entity", Place::Line(2)));
    assert_eq!(unread("<kamerstuk a=1/>").0, "import-xml-broken");
    assert_eq!(unread("<kamerstuk>\u{8}</kamerstuk>").0, "import-xml-broken");
}

#[test]
fn what_makes_much_out_of_little_or_leads_elsewhere_is_not_followed() {
    let laughs = "<!DOCTYPE kamerstuk [<!ENTITY a \"lach\"><!ENTITY b \"&a;&a;&a;\">]><kamerstuk><al>&b;</al></kamerstuk>";
    assert_eq!(unread(laughs).0, "import-xml-entity");
    let outside = "<!DOCTYPE kamerstuk [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><kamerstuk><al>&a;</al></kamerstuk>";
    assert_eq!(unread(outside).0, "import-xml-entity");
    // Without use of what it declares a document type does no harm.
    let quiet = document(
        "<!DOCTYPE kamerstuk SYSTEM \"http://a.nl/a.dtd\" [<!ENTITY a \"b\">]><kamerstuk><al>Ja.</al></kamerstuk>",
    );
    assert_eq!(quiet.blocks.len(), 1);
    let deep = format!("<kamerstuk>{}", "<a>".repeat(1_000_000));
    assert_eq!(unread(&deep).0, "import-xml-deep");
    let many = format!("<kamerstuk>{}</kamerstuk>", "<a></a>".repeat(1_500_000));
    assert!(document(&many).blocks.is_empty());
    assert_eq!(unread(&format!("<kamerstuk>{}</kamerstuk>", "<a/>".repeat(2_000_000))).0, "import-xml-many");
    let attribute = format!("<kamerstuk a=\"{}\"><al>Ja.</al></kamerstuk>", "x".repeat(10_000_000));
    assert_eq!(document(&attribute).blocks.len(), 1);
}

#[test]
fn pictures_are_counted() {
    let document =
        document(&paper("<tekst><al>Zie:</al><plaatje><illustratie naam=\"a.png\"/></plaatje></tekst>"));
    assert_eq!(codes(&document), ["import-pictures"]);
}
