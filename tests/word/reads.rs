//! What a reader of a Word file sees is what the letter says, one kind of thing a test.

use griffier::import::{Letter, Place, Source, letter};

use crate::writer::{STRICT, Word, field, paragraph, run, table, text_box, words};
use crate::{document, shown};

/// The codes of the remarks on a file, with their counts.
fn remarks(word: &Word) -> Vec<(&'static str, String)> {
    let remarks = document(word).remarks.into_iter();
    remarks
        .map(|remark| (remark.code, remark.arguments.first().map_or(String::new(), |it| it.1.clone())))
        .collect()
}

/// Where some words stand.
fn place(letter: &Letter, words: &str) -> Place {
    letter.place(letter.text.find(words).unwrap_or_else(|| panic!("{words}: {}", letter.text))).clone()
}

#[test]
fn a_sentence_in_pieces_is_a_sentence() {
    let body = paragraph(
        r#"<w:proofErr w:type="spellStart"/><w:r><w:t>Ka</w:t></w:r><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">mer</w:t><w:softHyphen/><w:t xml:space="preserve">stuk </w:t></w:r><w:smartTag><w:r><w:t>29</w:t></w:r></w:smartTag><w:r><w:tab/><w:t>521, nr. 3</w:t></w:r><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>85</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>.</w:t></w:r>"#,
    );
    assert_eq!(shown(&Word::new(&body)), "Kamerstuk 29 521, nr. 385.");
    // The namespace of strict files is another one.
    assert_eq!(shown(&Word { namespace: STRICT, ..Word::new(&body) }), "Kamerstuk 29 521, nr. 385.");
}

#[test]
fn signs_breaks_and_looks() {
    let body = paragraph(
        r#"<w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2020</w:t><w:br/><w:t xml:space="preserve">Zie </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Kamerstukken II </w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:caps/></w:rPr><w:t xml:space="preserve">daar </w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:cr/><w:t>x</w:t></w:r><m:oMath><m:r><m:t>=2</m:t></m:r></m:oMath>"#,
    );
    assert_eq!(shown(&Word::new(&body)), "2019-2020  \nZie *Kamerstukken II* daar ✓  \nx=2");
    let body = paragraph(r"<w:r><w:rPr><w:b/></w:rPr><w:t>Vraag 1</w:t></w:r>")
        + r#"<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>"#;
    assert_eq!(shown(&Word::new(&body)), "Vraag 1\n\na\n\nb");
}

#[test]
fn changes_are_read_as_accepted_and_told() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">De </w:t></w:r><w:del w:id="1"><w:r><w:delText>motie</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>brief</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> hier</w:t></w:r></w:moveTo></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Een </w:t></w:r></w:p><w:p><w:r><w:t>zin.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    let word = Word::new(body);
    assert_eq!(shown(&word), "De brief hier\n\nEen zin.");
    assert_eq!(remarks(&word), [("import-word-changes", "6".to_owned())]);
}

#[test]
fn comments_and_hidden_words_are_left_out_and_told() {
    let body = r#"<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Ja</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>nee</w:t></w:r><w:r><w:rPr><w:rStyle w:val="weg"/></w:rPr><w:t>nee</w:t></w:r><w:r><w:rPr><w:rStyle w:val="weg"/><w:vanish w:val="false"/></w:rPr><w:t>.</w:t></w:r></w:p><w:altChunk r:id="rId9"/>"#;
    let mut word = Word::new(body);
    word.styles = r#"<w:style w:type="character" w:styleId="weg"><w:name w:val="weg"/><w:rPr><w:vanish/></w:rPr></w:style>"#.to_owned();
    assert_eq!(shown(&word), "Ja.");
    let one = |code, count: &str| (code, count.to_owned());
    assert_eq!(
        remarks(&word),
        [one("import-word-comments", "1"), one("import-word-hidden", "2"), one("import-word-inserted", "1")]
    );
}

#[test]
fn of_fields_the_result_is_read() {
    let link =
        field(" HYPERLINK \"https://zoek.officielebekendmakingen.nl/kst-29521-385.html\" ", &run("de brief"));
    let nested = field(&format!("IF {}", "x"), &run("2"));
    let inner = format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{}<w:r><w:instrText>= "1" "a" "b"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        field("DOCPROPERTY y", &run("weg")),
        run("goed")
    );
    let body = paragraph(&(run("Zie ") + &link + &run(" en ") + &nested + &run(" ") + &inner))
        + r#"<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>Eén</w:t></w:r></w:fldSimple><w:hyperlink r:id="rId100"><w:r><w:t xml:space="preserve"> en twee</w:t></w:r></w:hyperlink></w:p>"#;
    let mut word = Word::new(&body);
    word.links.push("https://a.nl/b".to_owned());
    assert_eq!(
        shown(&word),
        "Zie [de brief](https://zoek.officielebekendmakingen.nl/kst-29521-385.html) en 2 goed\n\nEén [en twee](https://a.nl/b)"
    );
    assert_eq!(remarks(&word), []);
    let broken = paragraph(r#"<w:r><w:t>a</w:t><w:fldChar w:fldCharType="begin"/><w:t>b</w:t></w:r>"#);
    assert_eq!(remarks(&Word::new(&broken)), [("import-word-broken-field", "1".to_owned())]);
}

#[test]
fn notes_stand_at_their_marks() {
    let mut word = Word::new("");
    let one = word.footnote(&paragraph(&(r"<w:r><w:footnoteRef/></w:r>".to_owned() + &run(" Eerste."))));
    let end = word.endnote(&words("Aan het eind."));
    let two = word.footnote(&(words("Tweede,") + &words("in twee alinea’s.")));
    word.footnotes.push(words("Zonder teken."));
    let own = r#"<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>"#.to_string();
    word.footnotes.push(words("* Met een eigen teken."));
    word.body = words("Nul.")
        + &paragraph(
            &(run("Een") + &one + &run(", ") + &run("twee") + &end + &run(" en drie") + &two + &run(".")),
        );
    assert_eq!(
        shown(&word),
        "Nul.\n\nEen[^1], twee[^i] en drie[^2].\n\n[^1]: Eerste.\n\n[^i]: Aan het eind.\n\n[^2]: Tweede,\n\n    in twee alinea’s."
    );
    let letter = letter(&document(&word), &Source::new("brief.docx", b""));
    assert_eq!(place(&letter, "twee[^i]"), Place::Paragraph(2));
    assert_eq!(place(&letter, "Aan het eind"), Place::Endnote(1));
    assert_eq!(place(&letter, "in twee alinea"), Place::Footnote(2));
    word.body +=
        &paragraph(&(run("Met") + &own + &run(" weg") + r#"<w:r><w:footnoteReference w:id="99"/></w:r>"#));
    let text = shown(&word);
    assert!(text.contains("Een[^1], twee[^i] en drie[^2].") && text.contains("Met[^3] weg\n"), "{text}");
    assert!(text.contains(r"[^3]: \* Met een eigen teken."), "{text}");
    assert_eq!(remarks(&word), [("import-word-no-note", "1".to_owned())]);
}

#[test]
fn headings_lists_and_quotations() {
    let styled = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, run(text))
    };
    let item = |list: u8, level: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
            run(text)
        )
    };
    let body = styled("Kop1", "Aanleiding")
        + &item(1, 0, "een")
        + &item(1, 1, "onder een")
        + &item(1, 0, "twee")
        + &words("Tussen.")
        + &item(1, 0, "drie")
        + &item(3, 0, "onder a")
        + &styled("Citaat", "Gezegd is gezegd.")
        + &styled("Kop2", "Vervolg");
    let mut word = Word::new(&body);
    word.styles = r#"<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Citaat"><w:name w:val="Quote"/></w:style>"#
        .to_owned();
    let level = |level: u8, format: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let lists = [
        level(0, "decimal", "%1.") + &level(1, "bullet", "-"),
        level(0, "decimal", "%1") + &level(1, "decimal", "%1.%2"),
        level(0, "lowerLetter", "%1)"),
    ];
    for (list, number) in lists.iter().zip(1..) {
        word.numbering += &format!(r#"<w:abstractNum w:abstractNumId="{number}">{list}</w:abstractNum>"#);
    }
    for number in 1..=3 {
        word.numbering +=
            &format!(r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>"#);
    }
    assert_eq!(
        shown(&word),
        "# 1. Aanleiding\n\n1. een\n   - onder een\n2. twee\n\nTussen.\n\n3. drie\n\na) onder a\n\n> Gezegd is gezegd.\n\n## 1.1 Vervolg"
    );
}

#[test]
fn tables_and_what_only_lays_out_the_page() {
    let cells =
        table(&[&[&words("Stuk"), &words("Van")], &[&(words("29 521,") + &words("nr. 385")), &words("|")]]);
    let layout = table(&[
        &[&words("Aan de Voorzitter")],
        &[&(words("Den Haag") + &table(&[&[&words("Datum"), &words("27 maart 2020")]]))],
    ]);
    let merged = r#"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let word = Word::new(&(layout + &cells + &words("Einde.") + merged));
    let text = shown(&word);
    assert_eq!(
        text,
        "Aan de Voorzitter\n\nDen Haag\n\n| | |\n| --- | --- |\n| Datum | 27 maart 2020 |\n\n| | |\n| --- | --- |\n| Stuk | Van |\n| 29 521,<br>nr. 385 | \\| |\n\nEinde.\n\n| a | | b |\n| --- | --- | --- |\n| | c | d |"
    );
    let letter = letter(&document(&word), &Source::new("brief.docx", b""));
    assert_eq!(place(&letter, "Den Haag"), Place::Paragraph(2));
    assert_eq!(place(&letter, "27 maart"), Place::Row { table: 1, row: 1 });
    assert_eq!(place(&letter, "nr. 385"), Place::Row { table: 2, row: 2 });
    assert_eq!(place(&letter, "Einde"), Place::Paragraph(3));
    assert_eq!(place(&letter, "c | d"), Place::Row { table: 3, row: 2 });
}

#[test]
fn a_box_of_text_is_read_once_behind_its_paragraph() {
    let word = Word::new(&(paragraph(&(run("Een.") + &text_box(&words("In het kader.")))) + &words("Twee.")));
    assert_eq!(shown(&word), "Een.\n\nIn het kader.\n\nTwee.");
    let letter = letter(&document(&word), &Source::new("brief.docx", b""));
    assert_eq!(place(&letter, "kader"), Place::TextBox(1));
    assert_eq!(place(&letter, "Twee"), Place::Paragraph(2));
}

#[test]
fn the_head_is_what_the_letter_prints() {
    let mut word = Word::new(
        &(words("Geachte voorzitter,") + &words("De Minister van Defensie,") + &words("A. Jansen")),
    );
    word.title = "Sjabloon".to_owned();
    assert_eq!(document(&word).head.title.as_deref(), Some("Sjabloon"));
    word.header = words("Datum 27 maart 2020")
        + &paragraph(&(run("Betreft") + "<w:r><w:tab/></w:r>" + &run("De brug")))
        + &paragraph(&field("PAGE", &run("1")));
    let document = document(&word);
    assert_eq!(document.head.title.as_deref(), Some("De brug"));
    assert_eq!(document.head.date.map(|date| date.to_string()).as_deref(), Some("2020-03-27"));
    assert_eq!(document.head.senders, ["De Minister van Defensie, A. Jansen"]);
    let letter = letter(&document, &Source::new("brief.docx", b""));
    assert_eq!(place(&letter, "Betreft De"), Place::Header);
    assert_eq!(place(&letter, "Geachte"), Place::Paragraph(1));
}
