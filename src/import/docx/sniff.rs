//! What a file is, by its first bytes, whatever it is called.

use memchr::memmem;

use super::trouble::WordTrouble;

/// What a Word file begins with, as every zip file.
const ZIP: &[u8] = b"PK\x03\x04";

/// What the older files of Office begin with, and locked ones.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether these are bytes that only this reader has something to say about: those of a Word file, or of a kind of document that it can tell from one.
#[must_use]
pub fn looks_like_word(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(b"PK\x05\x06") || other(bytes).is_some()
}

/// Why these bytes are no zip file with a letter in it, where their beginning tells.
pub(super) fn other(bytes: &[u8]) -> Option<WordTrouble> {
    if bytes.starts_with(OLE) {
        // The names of streams stand in it as UTF-16.
        let holds = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            memmem::find(bytes, &name).is_some()
        };
        return Some(if holds("EncryptedPackage") {
            WordTrouble::Protected
        } else if holds("WordDocument") {
            WordTrouble::Old
        } else {
            WordTrouble::Other("import-kind-office")
        });
    }
    let beginning = &bytes[..bytes.len().min(1024)];
    if memmem::find(beginning, b"%PDF-").is_some() {
        Some(WordTrouble::Other("import-kind-pdf"))
    } else if beginning.starts_with(b"{\\rtf") {
        Some(WordTrouble::Other("import-kind-rtf"))
    } else {
        None
    }
}

/// What a zip file without a letter of Word is, by what lies in it.
pub(super) fn other_zip(names: &[&str], mimetype: Option<&str>) -> WordTrouble {
    let has = |part: &str| names.iter().any(|name| name.eq_ignore_ascii_case(part));
    if mimetype.is_some_and(|kind| kind.starts_with("application/vnd.oasis.opendocument")) {
        WordTrouble::Other("import-kind-odf")
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
        WordTrouble::Other("import-kind-excel")
    } else if has("ppt/presentation.xml") {
        WordTrouble::Other("import-kind-powerpoint")
    } else if has("[Content_Types].xml") {
        WordTrouble::Damaged("[Content_Types].xml".to_owned())
    } else {
        WordTrouble::Other("import-kind-zip")
    }
}
