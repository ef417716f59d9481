//! Files that are no Word files, or mean no good: each gives a clear message, and none costs more than its reader allows.

use griffier::import::read;
use griffier::messages::{Language, Translator};

use crate::writer::{Word, packed, paragraph, words};

/// Why a file is not read, by the code of the reason.
fn refused(bytes: &[u8]) -> &'static str {
    let unreadable = read(bytes, "brief.docx").unwrap_err();
    for language in Language::ALL {
        let said = Translator::new(language).text(&unreadable.message);
        assert!(said != unreadable.message.code() && said.len() > 10, "{said}");
    }
    unreadable.message.code()
}

/// The file with another letter in it.
fn with_letter(xml: Vec<u8>) -> Vec<u8> {
    let mut word = Word::new("");
    word.parts.push(("word/document.xml".to_owned(), xml));
    word.bytes()
}

fn document(inner: &str) -> Vec<u8> {
    let space = crate::writer::TRANSITIONAL;
    format!(r#"<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>"#).into_bytes()
}

#[test]
fn a_file_that_unpacks_without_end_is_not_unpacked() {
    let bomb = with_letter(vec![b' '; 65 << 20]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refused(&bomb), "import-word-too-large");
    // Parts that are not read may be as large as they like.
    let mut word = Word::new(&words("Ja."));
    word.parts.push(("word/media/image1.png".to_owned(), vec![0; 65 << 20]));
    assert_eq!(crate::shown(&word), "Ja.");
}

#[test]
fn many_small_parts_that_are_large_together_are_not_all_unpacked() {
    let mut word = Word::new(&words("Ja."));
    for part in ["styles", "numbering", "settings"] {
        let mut xml = format!("<w:{part} xmlns:w=\"{}\">", crate::writer::TRANSITIONAL).into_bytes();
        xml.resize(60 << 20, b' ');
        xml.extend(format!("</w:{part}>").into_bytes());
        word.parts.push((format!("word/{part}.xml"), xml));
    }
    assert_eq!(refused(&word.bytes()), "import-word-too-large");
}

#[test]
fn elements_within_elements_without_end_are_refused() {
    let deep = "<w:sdt><w:sdtContent>".repeat(100_000) + &"</w:sdtContent></w:sdt>".repeat(100_000);
    assert_eq!(refused(&with_letter(document(&deep))), "import-word-odd");
    // As deep as is allowed it is read, and all that is not text within it does no harm.
    let deep = "<w:sdt><w:sdtContent>".repeat(190) + &words("Ja.") + &"</w:sdtContent></w:sdt>".repeat(190);
    assert_eq!(crate::shown(&Word::new(&deep)), "Ja.");
    let tables = "<w:tbl><w:tr><w:tc>".repeat(120) + &words("Ja.") + &"</w:tc></w:tr></w:tbl>".repeat(120);
    assert_eq!(crate::shown(&Word::new(&tables)), "Ja.");
    let boxes =
        "<w:p><w:r><w:txbxContent>".repeat(120) + &words("Ja.") + &"</w:txbxContent></w:r></w:p>".repeat(120);
    assert_eq!(crate::shown(&Word::new(&boxes)), "Ja.");
}

#[test]
fn entities_are_never_expanded_and_nothing_outside_is_read() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document/>"#;
    assert_eq!(refused(&with_letter(laughs.as_bytes().to_vec())), "import-word-odd");
    let outside = r#"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>"#;
    assert_eq!(refused(&with_letter(outside.as_bytes().to_vec())), "import-word-odd");
}

#[test]
fn attributes_and_elements_without_end_are_refused() {
    let attributes: Vec<String> = (0..100_000).map(|at| format!(" a{at}=''")).collect();
    let attributes = attributes.concat();
    assert_eq!(refused(&with_letter(document(&format!("<w:p{attributes}/>")))), "import-word-odd");
    let names = "<a xmlns:b='c'/>".repeat(100_000);
    assert_eq!(refused(&with_letter(document(&names))), "import-word-odd");
    let cells =
        r#"<w:tr><w:trPr><w:gridBefore w:val="100"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"#;
    let cells = format!("<w:tbl>{}</w:tbl>", cells.repeat(20_000));
    assert_eq!(crate::shown(&Word::new(&(cells + &words("Ja.")))), "Ja.");
}

#[test]
fn many_fields_and_items_take_no_time() {
    let begin = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#;
    let body = paragraph(&begin.repeat(3_000)) + &words("Ja.").repeat(3_000);
    let read = crate::document(&Word::new(&body));
    assert_eq!(read.remarks.len(), 1);
}

#[test]
fn parts_whose_names_climb_are_names_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut word = Word::new(&words("Ja."));
    let outside = folder.path().join("outside.xml");
    for name in ["../../outside.xml".to_owned(), outside.to_str().unwrap().to_owned()] {
        word.parts.push((name, b"weg".to_vec()));
    }
    assert_eq!(crate::shown(&word), "Ja.");
    assert!(!outside.exists());
    // A letter that says that its letter lies outside has none.
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="../../../../etc/passwd"/></Relationships>"#;
    word.parts.push(("_rels/.rels".to_owned(), relations.as_bytes().to_vec()));
    assert_eq!(refused(&word.bytes()), "import-word-damaged");
}

#[test]
fn what_is_cut_off_or_changed_anywhere_is_told_or_read() {
    let bytes = Word::new(&words("Zie Kamerstuk 29 521, nr. 385.")).bytes();
    for end in (0..bytes.len()).step_by(37) {
        assert!(read(&bytes[..end], "brief.docx").is_err(), "{end}");
    }
    for at in (0..bytes.len()).step_by(11) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        // Some bytes nobody looks at; others make it another file. None brings the reader down.
        let _ = read(&changed, "brief.docx");
    }
    let damaged = with_letter(b"<w:document".to_vec());
    assert_eq!(refused(&damaged), "import-word-damaged");
    assert_eq!(refused(&with_letter(vec![0xC3; 64])), "import-word-damaged");
}

#[test]
fn other_files_are_told_what_they_are() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1536, 0);
        bytes.extend(utf16(stream));
        bytes.resize(4096, 0);
        bytes
    };
    assert_eq!(refused(&ole("EncryptedPackage")), "import-word-protected");
    assert_eq!(refused(&ole("WordDocument")), "import-old-word");
    let zip = |name: &str, text: &str| packed(&[(name.to_owned(), text.as_bytes().to_vec())]);
    for bytes in [
        b"%PDF-1.7 ...".to_vec(),
        b"{\\rtf1 Ja.}".to_vec(),
        zip("mimetype", "application/vnd.oasis.opendocument.text"),
        zip("brieven.txt", "Ja."),
    ] {
        assert_eq!(refused(&bytes), "import-not-imported");
    }
    assert_eq!(refused(&zip("word/document.xml", "<a/>")), "import-word-no-letter");
    assert_eq!(refused(b""), "import-empty");
}

#[test]
fn a_locked_part_is_told_to_be_locked() {
    let mut bytes = Word::new(&words("Ja.")).bytes();
    // The flag that says so stands in the list of parts and in front of each.
    for (sign, at) in [(b"PK\x01\x02", 8), (b"PK\x03\x04", 6)] {
        let places: Vec<usize> = memchr::memmem::find_iter(&bytes, sign).collect();
        for place in places {
            bytes[place + at] |= 1;
        }
    }
    assert_eq!(refused(&bytes), "import-word-protected");
}
