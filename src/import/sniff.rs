//! What a file is, by its first bytes. Its name is only a hint, and one that is wrong is told.

use std::path::Path;

use crate::messages::Message;

use super::{Place, Remark};

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// A Word file, `.docx`.
    Word,
    /// A paper in the XML of its publisher.
    OfficialXml,
    /// What the publisher says of a paper, without the paper.
    Metadata,
    /// A file of Office from before 2007, `.doc`.
    OldWord,
    /// A file of Office that a password protects.
    Locked,
    /// A PDF.
    Pdf,
    /// Rich text, `.rtf`.
    RichText,
    /// A text of `LibreOffice`, `.odt`.
    OpenDocument,
    /// Another archive.
    Archive,
    /// A page of the web.
    Html,
    /// XML of something else.
    OtherXml,
    /// A text without a form.
    Text,
    /// An empty file.
    Nothing,
    /// Something else.
    Unknown,
}

/// The first elements of official publications: those of `op-xsd-2012`, and those of before.
const ROOTS: [&str; 15] = [
    "officiele-publicatie",
    "kamerstuk",
    "handelingen",
    "kamervragen",
    "staatsblad",
    "staatscourant",
    "tractatenblad",
    "kamerwrk",
    "handeling",
    "vraagdoc",
    "stcart",
    "stcrt",
    "staatsbl",
    "trblad",
    "niet-dossierstuk",
];

/// So many bytes are looked at.
const LOOKED_AT: usize = 4096;

impl Kind {
    /// Whether such files become letters.
    #[must_use]
    pub const fn is_imported(self) -> bool {
        matches!(self, Self::Word | Self::OfficialXml)
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Message {
        match self {
            Self::Word => Message::new("kind-word"),
            Self::OfficialXml => Message::new("kind-official-xml"),
            Self::Metadata => Message::new("kind-metadata"),
            Self::OldWord => Message::new("kind-old-word"),
            Self::Locked => Message::new("kind-locked"),
            Self::Pdf => Message::new("kind-pdf"),
            Self::RichText => Message::new("kind-rich-text"),
            Self::OpenDocument => Message::new("kind-open-document"),
            Self::Archive => Message::new("kind-archive"),
            Self::Html => Message::new("kind-html"),
            Self::OtherXml => Message::new("kind-other-xml"),
            Self::Text => Message::new("kind-text"),
            Self::Nothing => Message::new("kind-nothing"),
            Self::Unknown => Message::new("kind-unknown"),
        }
    }

    /// The ends of names that such files have.
    const fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Word => &["docx", "docm", "dotx"],
            Self::OfficialXml => &["xml"],
            _ => &[],
        }
    }
}

/// Tells what a file is. `bytes` may be its beginning, but an archive shows only as a whole what it is.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Kind {
    match bytes {
        [] => Kind::Nothing,
        [b'P', b'K', 3 | 5, 4 | 6, ..] => archive(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => old_office(bytes),
        _ if bytes.starts_with(b"%PDF") => Kind::Pdf,
        _ if bytes.starts_with(b"{\\rtf") => Kind::RichText,
        _ => text(&bytes[..bytes.len().min(LOOKED_AT)]),
    }
}

/// What is said where a file is called something else than it is.
pub(super) fn misnamed(kind: Kind, name: &str) -> Option<Remark> {
    let end = Path::new(name).extension()?.to_str()?.to_lowercase();
    if kind.ends().is_empty() || kind.ends().contains(&end.as_str()) {
        return None;
    }
    let remark = Remark { code: "import-misnamed", arguments: Vec::new(), place: Place::Nowhere };
    Some(remark.with("end", &end).with("right", kind.ends()[0]))
}

fn archive(bytes: &[u8]) -> Kind {
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if bytes.get(30..38) == Some(b"mimetype") {
        return Kind::OpenDocument;
    }
    if holds(b"word/") { Kind::Word } else { Kind::Archive }
}

/// The older form of files of Office, in which locked ones are wrapped still. What lies in it has its names in UTF-16.
fn old_office(bytes: &[u8]) -> Kind {
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &locked).is_some() { Kind::Locked } else { Kind::OldWord }
}

fn text(start: &[u8]) -> Kind {
    // Of UTF-16 every second byte is nought; what is looked for is ASCII.
    let plain: Vec<u8> = start.iter().copied().filter(|&byte| byte != 0).collect();
    let Some(at) = memchr::memchr(b'<', &plain).filter(|&at| is_blank(&plain[..at])) else {
        let control = |byte: &u8| matches!(byte, 0x01..=0x06 | 0x0E..=0x1A);
        return if plain.len() * 3 > start.len() && !plain.iter().any(control) {
            Kind::Text
        } else {
            Kind::Unknown
        };
    };
    match root(&String::from_utf8_lossy(&plain[at..])) {
        Some(root) if ROOTS.contains(&root.as_str()) => Kind::OfficialXml,
        Some(root) if root == "metadata_gegevens" || root == "metadata" => Kind::Metadata,
        Some(root) if root == "html" => Kind::Html,
        _ => Kind::OtherXml,
    }
}

/// Whether nothing but blanks and marks of byte order stands there, also marks that were encoded twice.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.len() < 32 && bytes.iter().all(|&byte| byte.is_ascii_whitespace() || byte >= 0x80)
}

/// The name of the first element, without what stands before a colon.
fn root(mut text: &str) -> Option<String> {
    loop {
        text = &text[text.find('<')?..];
        let skipped = if text.starts_with("<?") {
            "?>"
        } else if text.starts_with("<!--") {
            "-->"
        } else if text.starts_with("<!") {
            // An inner subset of a document type holds signs of its own; behind it comes the element.
            if text.find('[').is_some_and(|open| text.find('>').is_none_or(|close| open < close)) {
                "]"
            } else {
                ">"
            }
        } else {
            break;
        };
        text = &text[text.find(skipped)? + skipped.len()..];
    }
    let name = text[1..].split(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '/')).next()?;
    Some(name.rsplit(':').next()?.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_what_a_file_is() {
        for (start, kind) in [
            ("<?xml version=\"1.0\"?>\n<officiele-publicatie>", Kind::OfficialXml),
            ("\u{FEFF}\n<?xml version=\"1.0\"?><!-- <html> -->\n<kamerwrk id='a'>", Kind::OfficialXml),
            ("ï»¿\n<?xml version=\"1.0\"?><officiele-publicatie>", Kind::OfficialXml),
            ("<!DOCTYPE handeling SYSTEM 'a' [ <!ENTITY a '>'> ]><handeling>", Kind::OfficialXml),
            ("<metadata_gegevens/>", Kind::Metadata),
            ("<!DOCTYPE html><html>", Kind::Html),
            ("<rss version='2.0'>", Kind::OtherXml),
            ("%PDF-1.7", Kind::Pdf),
            ("Geachte Voorzitter,\n\n3 < 4", Kind::Text),
            ("\u{1}\u{2}\u{3}", Kind::Unknown),
            ("", Kind::Nothing),
        ] {
            assert_eq!(sniff(start.as_bytes()), kind, "{start}");
        }
        let utf16: Vec<u8> = "\u{FEFF}<kamerstuk>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(sniff(&utf16), Kind::OfficialXml);
        assert_eq!(sniff(b"PK\x03\x04......[Content_Types].xml...word/document.xml"), Kind::Word);
        assert_eq!(sniff(b"PK\x03\x04......brieven.txt"), Kind::Archive);
        assert_eq!(sniff(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Kind::OldWord);
    }

    #[test]
    fn a_wrong_name_is_told() {
        let said = |kind, name| misnamed(kind, name).map(|remark| remark.arguments);
        assert_eq!(said(Kind::Word, "brief.docx"), None);
        assert_eq!(said(Kind::Word, "brief"), None);
        let arguments = vec![("end", "xml".to_owned()), ("right", "docx".to_owned())];
        assert_eq!(said(Kind::Word, "brief.XML"), Some(arguments));
    }
}
